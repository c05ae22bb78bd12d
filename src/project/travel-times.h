/* travel-times.h: a ready-made table of travel times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* How people travel. */
typedef enum
{
  BL_TRAVEL_BY_UNKNOWN,
  BL_TRAVEL_BY_WALK,
  BL_TRAVEL_BY_CYCLE,
  BL_TRAVEL_BY_DRIVE,
  BL_TRAVEL_BY_PUBLIC, /* public transport */
} BlTravelBy;
#define BL_TYPE_TRAVEL_BY (bl_travel_by_get_type ())
GType bl_travel_by_get_type (void);
/* "On foot", "By cycle", "By car", "By public transport"; untranslated (N_()). */
const char *bl_travel_by_get_title (BlTravelBy by);

/* Kind "travel-column": the minutes from each area to one library. Fields:
 * library (reference), name (text: the library as the file has it), minutes
 * (numbers, a row for each area of the project; NaN: not in the file). */
#define BL_TYPE_TRAVEL_COLUMN (bl_travel_column_get_type ())
G_DECLARE_FINAL_TYPE (BlTravelColumn, bl_travel_column, BL, TRAVEL_COLUMN, BlRecord)
BlTravelColumn *bl_travel_column_new (const char *id);

/* Kind "travel-times". Fields: name ("bus_am": letters, digits, "_"), title, by
 * (BlTravelBy), when (text, "Tuesday 8:00 to 10:00"), source, date, licence;
 * list: columns (BlTravelColumn, not wrapped), one for each library. */
#define BL_TYPE_TRAVEL_TIMES (bl_travel_times_get_type ())
G_DECLARE_FINAL_TYPE (BlTravelTimes, bl_travel_times, BL, TRAVEL_TIMES, BlRecord)
BlTravelTimes *bl_travel_times_new (const char *id);

G_END_DECLS
