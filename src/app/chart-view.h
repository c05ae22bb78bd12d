/* chart-view.h: a chart with its finding, its doubt, its source and its table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "chart-parts.h"
#include "chart.h"

G_BEGIN_DECLS

/**
 * BlChartView: a chart that can be read, walked, marked out, copied, saved and printed.
 *
 * Properties: "parts" (BlChartParts, all), "finding" (text: instead of the chart's title; NULL), "fill" (boolean: the
 * drawing takes the height there is, in a briefing say, instead of the one in which it is well read), "larger" (double: by so much larger than in a page its words are, 1), "picked" (int:
 * row of the chart's table, or -1), "from" and "until" (int, read: first and last Julian day marked out, 0 and 0
 * without; notified whenever they change, while a drag goes on or Shift is down only at its end), "table-shown" (boolean: the table
 * twin below the drawing).
 *
 * Signal "row-picked" (int): a person pointed out another row, in the drawing or in the table; -1: none.
 *
 * # Shortcuts
 *
 * Left and Right walk along a series, Up and Down go to the next one (the other way about where bars lie); Home, End;
 * Page Up and Page Down go a year on an axis of time, else ten. Shift with these, and a drag, marks out a stretch of
 * time. Escape takes the stretch away, then the pick. Ctrl+C copies picture and figures; F8 shows the table.
 * Parameterless actions: chart.copy, chart.copy-picture, chart.copy-figures, chart.save, chart.print,
 * chart.toggle-table, chart.clear-stretch, chart.show-menu.
 *
 * # Accessibility
 *
 * A group named by the finding and described by the sentence. The drawing takes the keyboard; its description is
 * the datum picked, or the sentence.
 */
#define BL_TYPE_CHART_VIEW (bl_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (BlChartView, bl_chart_view, BL, CHART_VIEW, GtkWidget)

GtkWidget *bl_chart_view_new (void);
/* Keeps @chart; NULL: nothing is shown. What is picked stays picked where the new table has a row that begins alike,
 * and so does what is marked out. */
void bl_chart_view_set_chart (BlChartView *self, BlChart *chart);
BlChart *bl_chart_view_get_chart (BlChartView *self);
void bl_chart_view_set_parts (BlChartView *self, BlChartParts parts);
/* Instead of the chart's title; NULL: that. */
void bl_chart_view_set_finding (BlChartView *self, const char *finding);
/* A widget between the finding and the menu: the verdict. NULL: none. */
void bl_chart_view_set_beside (BlChartView *self, GtkWidget *widget);
/* A row of the table, -1 for none; not said by "row-picked". */
void bl_chart_view_pick (BlChartView *self, int row);
int bl_chart_view_get_picked (BlChartView *self);
/* Marks out the time between two Julian days; 0 and 0: none. */
void bl_chart_view_set_stretch (BlChartView *self, int from, int until);
gboolean bl_chart_view_get_stretch (BlChartView *self, int *from, int *until);
/* What is said of the stretch: "Apr 2019 to Mar 2020: …"; NULL without one. */
char *bl_chart_view_get_stretch_sentence (BlChartView *self);
void bl_chart_view_set_table_shown (BlChartView *self, gboolean shown);
gboolean bl_chart_view_get_table_shown (BlChartView *self);

G_END_DECLS
