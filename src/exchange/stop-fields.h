/* stop-fields.h: the texts of a stop that a file can fill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlStopText: index of a text of a stop. The order is that of bl_stop_text_names.
 */
typedef enum
{
  BL_STOP_NAME,
  BL_STOP_COMMUNITY,
  BL_STOP_ADDRESS,
  BL_STOP_POSTCODE,
  BL_STOP_VEHICLE,
  BL_STOP_ROUTE,
  BL_STOP_DAY,
  BL_STOP_KIND,
  BL_STOP_ARRIVAL,
  BL_STOP_DEPARTURE,
  BL_STOP_FREQUENCY,
  BL_STOP_EXCEPTIONS,
  BL_STOP_TIMETABLE,
  BL_STOP_N_TEXTS
} BlStopText;

/* Names of the fields of BlStop, which are the targets of columns too. */
extern const char *const bl_stop_text_names[BL_STOP_N_TEXTS];

G_END_DECLS
