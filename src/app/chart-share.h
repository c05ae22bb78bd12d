/* chart-share.h: a chart out of the window: copied, saved, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "chart.h"

G_BEGIN_DECLS

typedef enum
{
  BL_CHART_SHARE_PICTURE = 1 << 0, /* PNG and SVG */
  BL_CHART_SHARE_FIGURES = 1 << 1, /* the table, parted by tabs, and as CSV */
} BlChartShareWhat;

/* @widget is where it is shown: what becomes of it is said there. @chart is kept as long as is needed. */

/* One thing on the clipboard: who pastes takes of it what they can. */
void bl_chart_share_copy (GtkWidget *widget, BlChart *chart, BlChartShareWhat what);
/* Asks where; the kind, a picture, a page or the figures, follows from the name. */
void bl_chart_share_save (GtkWidget *widget, BlChart *chart);
/* The desktop's print dialog; also to a PDF file where there is no printer. */
void bl_chart_share_print (GtkWidget *widget, BlChart *chart);

/* The same without a dialog, for it and for tests. */
void bl_chart_share_write (GtkWidget *widget, BlChart *chart, const char *path);
/* @chart as the printer gets it, on a page of that size in points. */
void bl_chart_share_draw_page (BlChart *chart, cairo_t *cr, double width, double height);
/* "Library visits rose 26% in 2023-24.png": a name and not a path. */
char *bl_chart_share_name (BlChart *chart, const char *ending);

G_END_DECLS
