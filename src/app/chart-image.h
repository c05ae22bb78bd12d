/* chart-image.h: a small chart beside its number: a sparkline in a row of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "chart.h"

G_BEGIN_DECLS

/**
 * BlChartImage: a picture only, that takes no pointer and no keyboard: the words beside it say the same.
 *
 * Properties: "width" and "height" (int: px at the usual size of text, 150 and 28).
 */
#define BL_TYPE_CHART_IMAGE (bl_chart_image_get_type ())
G_DECLARE_FINAL_TYPE (BlChartImage, bl_chart_image, BL, CHART_IMAGE, GtkWidget)

GtkWidget *bl_chart_image_new (void);
/* Keeps @chart; NULL: the place stays empty. */
void bl_chart_image_set_chart (BlChartImage *self, BlChart *chart);

G_END_DECLS
