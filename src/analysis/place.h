/* place.h: a place as people type it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "grid-reference.h"
#include "project.h"

G_BEGIN_DECLS

/* Easting and northing in metres ("424512, 568160"), latitude and longitude in
 * degrees ("55.0068, -1.6203"), a National Grid reference
 * ("NZ 245 682": the south-west corner of its square, which must be of 1 km or
 * less) or a postcode of those the project holds. @name (may be NULL) gets what it
 * was put by in its proper form, NULL for bare figures. Errors: ASKED where
 * @text is none of these or not in Great Britain, LACKS for a postcode when the project holds none. */
gboolean bl_place_find (BlProject *project, const char *text, BlPoint *point, char **name, GError **error);

G_END_DECLS
