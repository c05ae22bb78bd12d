/* library-checks.h: what a row says against what the project knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "library-rows.h"

G_BEGIN_DECLS

/* Offers mends for what disagrees (year opened or closed, statutory though
 * closed, a postcode among another service's) and settles the row's standing in
 * @status_year from the columns that name no year. @known may be NULL; @status_year 0: no such columns. */
void bl_library_check_row (BlImportPlan *plan, BlLibraryRow *row, const BlKnownLibrary *known, int status_year);

gboolean bl_known_library_point (const BlKnownLibrary *library, BlPoint *point);

G_END_DECLS
