/* map-neighbours.h: what lies beyond the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-geometry.h"

G_BEGIN_DECLS

/* One for each service that has libraries near this one's areas, to be named
 * where those stand: people see at once that theirs does not end at the line.
 * Array of BlMapNeighbour. */
GArray *bl_map_neighbours_new (const BlFacts *facts);
/* "North Tyneside" of "North Tyneside Metropolitan Borough Council". */
char *bl_map_neighbours_short_name (const char *service);

G_END_DECLS
