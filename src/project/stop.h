/* stop.h: a stop of a mobile library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "stop". Fields: name (the stop), community, address, postcode, vehicle
 * ("Mobile"), route ("A"), day ("Tuesday" as the file has it), type ("Public"),
 * arrival and departure (text, "10:05"), frequency (text: an iCalendar rule,
 * "FREQ=WEEKLY;INTERVAL=4"), exceptions (text: dates left out), timetable
 * (text: address of a page), source, source-date, licence (text); start, end
 * (dates); easting, northing (real: metres, BNG). */
#define BL_TYPE_STOP (bl_stop_get_type ())
G_DECLARE_FINAL_TYPE (BlStop, bl_stop, BL, STOP, BlRecord)
BlStop *bl_stop_new (const char *id);

/* FALSE when it is not on the map: no place. */
gboolean bl_stop_get_point (BlStop *self, BlPoint *point);
/* Minutes it stands there on one visit; FALSE when the times are not known or not in order. */
gboolean bl_stop_get_minutes (BlStop *self, guint *minutes);

G_END_DECLS
