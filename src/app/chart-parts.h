/* chart-parts.h: what stands about the drawing of a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* BlChartParts: what stands about the drawing. */
typedef enum
{
  BL_CHART_PARTS_FINDING = 1 << 0,  /* the title, and what stands beside it */
  BL_CHART_PARTS_MENU = 1 << 1,     /* copy, save, print, table */
  BL_CHART_PARTS_SENTENCE = 1 << 2,
  BL_CHART_PARTS_SUBTITLE = 1 << 3, /* unit and period */
  BL_CHART_PARTS_DOUBT = 1 << 4,
  BL_CHART_PARTS_SOURCE = 1 << 5,
  BL_CHART_PARTS_ALL = (1 << 6) - 1,
  BL_CHART_PARTS_COMPACT = BL_CHART_PARTS_FINDING | BL_CHART_PARTS_SUBTITLE, /* one of several on a page */
  BL_CHART_PARTS_BARE = 0,          /* the drawing alone; its words are read out all the same */
} BlChartParts;
#define BL_TYPE_CHART_PARTS (bl_chart_parts_get_type ())
GType bl_chart_parts_get_type (void);

G_END_DECLS
