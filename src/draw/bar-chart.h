/* bar-chart.h: standing bars with the number on top
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

/**
 * BlBar: one bar. @value is NaN where not known; it is then a hatched box with
 * the words "no data".
 */
typedef struct
{
  const char *label;  /* below the axis: "1" … "10" */
  double value;
  gboolean focus;     /* the finding speaks of it: dark, its number bold */
} BlBar;

/* One bar for each, from 0, on an axis; the rest grey. Numbers are shortened
 * ("12.9k") where they would not fit side by side. */
void bl_bar_chart_paint (cairo_t *cr, double x, double y, double width, double height, const BlBar *bars,
                         guint n_bars, double text_scale, const BlPalette *palette);
/* "950", "1.5k", "12.9k", "1.2m": for numbers on marks, never in tables. */
char *bl_bar_chart_short_number (double value);

G_END_DECLS
