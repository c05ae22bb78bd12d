/* routes.h: the road network of a project, made ready when it is first travelled on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "network.h"
#include "router.h"

G_BEGIN_DECLS

/* The usual speeds, and over them those that @network gives. */
void bl_routes_read_speeds (BlNetwork *network, BlSpeeds *speeds);

/**
 * BlRoutes: a table of roads and the speeds on it, with the graph and the
 * routers made from them, each when first asked for and then kept. Safe in any
 * thread: whoever asks for what another is making waits for it.
 */
typedef struct _BlRoutes BlRoutes;
BlRoutes *bl_routes_new (BlTable *roads, const BlSpeeds *speeds);
BlRoutes *bl_routes_ref (BlRoutes *routes);
void bl_routes_unref (BlRoutes *routes);
BlTable *bl_routes_get_table (const BlRoutes *routes);
const BlSpeeds *bl_routes_get_speeds (const BlRoutes *routes);
/* The same roads need the graph of @before no second time; with the same speeds, its routers neither. */
void bl_routes_take_over (BlRoutes *routes, BlRoutes *before);
/* New references. */
BlGraph *bl_routes_dup_graph (BlRoutes *routes);
/* @pace: all speeds times this. */
BlRouter *bl_routes_dup_router (BlRoutes *routes, BlTravelMode mode, double pace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRoutes, bl_routes_unref)

G_END_DECLS
