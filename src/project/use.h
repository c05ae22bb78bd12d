/* use.h: who uses which library, by the area they live in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "use-column": people of each area who use one library. Fields: library
 * (reference), name (text: the library as the file has it, where it is none of
 * the project's), counts (numbers, a row for each area; NaN: none recorded),
 * suppressed (numbers: how many counts of the file were too small to be given
 * there; NaN: none), elsewhere (integer: counted people who live outside the
 * areas), elsewhere-suppressed (integer), nowhere (integer: counted people
 * without an area), nowhere-suppressed (integer). */
#define BL_TYPE_USE_COLUMN (bl_use_column_get_type ())
G_DECLARE_FINAL_TYPE (BlUseColumn, bl_use_column, BL, USE_COLUMN, BlRecord)
BlUseColumn *bl_use_column_new (const char *id);

/* Kind "use": members, borrowers or loans by library and area. Fields: name
 * ("members": letters, digits, "_"), title, what (text: what is counted,
 * "members", "active borrowers", "loans"), source, date, licence, suppressed-below
 * (integer: counts under this were not given; 5), list: columns (BlUseColumn,
 * not wrapped), one for each library. A membership file without libraries
 * makes one column with neither library nor name. */
#define BL_TYPE_USE (bl_use_get_type ())
G_DECLARE_FINAL_TYPE (BlUse, bl_use, BL, USE, BlRecord)
BlUse *bl_use_new (const char *id);

G_END_DECLS
