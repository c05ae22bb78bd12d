/* use-chart.h: libraries by need and use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "use-against-need.h"

G_BEGIN_DECLS

/**
 * BlUseChart: a point for each library, with its name.
 *
 * Signal "library-picked" (int): index into the facts of the library clicked, -1 beside all.
 *
 * # Accessibility
 *
 * One image whose description names the libraries the finding speaks of; the
 * table of libraries has the same figures.
 */
#define BL_TYPE_USE_CHART (bl_use_chart_get_type ())
G_DECLARE_FINAL_TYPE (BlUseChart, bl_use_chart, BL, USE_CHART, GtkWidget)

/* @library: index of the one picked, or -1. Both are copied. */
void bl_use_chart_set (BlUseChart *self, const BlFacts *facts, const BlUseAgainstNeed *use, int library);

G_END_DECLS
