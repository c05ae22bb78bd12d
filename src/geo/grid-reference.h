/* grid-reference.h: references of the National Grid, "NZ 245 682"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/* Reads two letters and an even number of digits, two to ten, however spaced and
 * in any case, and gives the south-west corner of the square they name, in
 * metres on EPSG:27700, and the length of its side (may be NULL). FALSE when
 * @text is no such reference or names a square outside the National Grid. */
gboolean bl_grid_reference_parse (const char *text, BlPoint *point, double *side);
/* "NZ 24500 68200": the square of one metre that holds @point; NULL outside the National Grid. */
char *bl_grid_reference_to_text (BlPoint point);

G_END_DECLS
