/* rings.h: how far from libraries people are, as lines round them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/* The minutes that rings are drawn at: 5, 10, 15, 20, 30. */
extern const double bl_rings_minutes[];
#define BL_N_RINGS 5

/* Outlines of what is within each of @minutes by road (rising; a row for each: isochrones.h), of
 * @library, or, where that is -1, of every library that @question counts. Blocking, safe in any thread. LACKS where
 * the project has no road network, ASKED where @question is not by road. */
BlTable *bl_rings_new (const BlFacts *facts, const BlAccessQuestion *question, int library, const double *minutes,
                       guint n_minutes, GCancellable *cancellable, GError **error);
/* Whether rings by these means are worked out so; in a straight line they are circles. */
gboolean bl_rings_are_by_road (const BlTravel *travel);

G_END_DECLS
