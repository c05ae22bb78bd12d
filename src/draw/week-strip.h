/* week-strip.h: when a library is open, seven days, morning over afternoon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "library.h"
#include "palette.h"

G_BEGIN_DECLS

typedef enum
{
  BL_HALF_DAY_UNKNOWN, /* hatched */
  BL_HALF_DAY_CLOSED,  /* an empty box */
  BL_HALF_DAY_OPEN,    /* filled */
} BlHalfDay;

/**
 * BlWeek: what a week strip shows, Monday first.
 */
typedef struct
{
  BlHalfDay morning[7], afternoon[7];
} BlWeek;

/* From the times of each day, else from the Arts Council's phrase for it. */
void bl_week_from_library (BlWeek *week, BlLibrary *library);
/* "open morning and afternoon: Tuesday, Friday; morning only: Saturday; closed: …"
 * for people who do not see the strip. */
char *bl_week_to_text (const BlWeek *week);
/* With @labels, "Mon" … "Sun" stand below, within @height. */
void bl_week_strip_paint (cairo_t *cr, double x, double y, double width, double height, const BlWeek *week,
                          gboolean labels, double text_scale, const BlPalette *palette);

G_END_DECLS
