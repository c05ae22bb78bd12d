/* framework-frame.h: what a set of one's own words is put into: scales, method and a route
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"

G_BEGIN_DECLS

/* The item of the route that bl_framework_update_route() keeps. */
#define BL_FRAMEWORK_ROUTE "route-all"

/* A framework with the scales and the method (roles, rules, cycles, cases …) of @from, and neither sections nor routes
 * nor any word that says what @from is. @scale: which scale is the usual one of criteria; NULL leaves that. Full. */
BlFramework *bl_framework_make_frame (BlFramework *from, const char *scale, BlIds *ids);
/* Makes its route through all characteristics anew: ten minutes to begin, then twelve for each. In a project, in the
 * open transaction. @always: where it has no such route yet, too. */
void bl_framework_update_route (BlFramework *self, BlIds *ids, gboolean always);

G_END_DECLS
