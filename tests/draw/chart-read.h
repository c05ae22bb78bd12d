/* chart-read.h: reading a chart's marks and table in a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "chart.h"

/* The @nth mark of @kind of a panel; NULL where there are not so many. */
static inline const BlChartMark *
chart_mark (const BlChart *chart, guint panel, BlChartMarkKind kind, guint nth)
{
  const BlChartPanel *found = g_ptr_array_index (chart->panels, panel);

  for (guint i = 0; i < found->marks->len; i++)
    {
      const BlChartMark *mark = g_ptr_array_index (found->marks, i);

      if (mark->kind == kind && nth-- == 0)
        return mark;
    }
  return NULL;
}

static inline const BlDatum *
chart_datum (const BlChartMark *mark, guint i)
{
  g_assert_nonnull (mark);
  g_assert_cmpuint (i, <, mark->data->len);
  return &g_array_index (mark->data, BlDatum, i);
}

static inline const BlScale *
chart_x (const BlChart *chart, guint panel)
{
  return &((const BlChartPanel *) g_ptr_array_index (chart->panels, panel))->x;
}

static inline const BlScale *
chart_y (const BlChart *chart, guint panel)
{
  return &((const BlChartPanel *) g_ptr_array_index (chart->panels, panel))->y;
}

static inline void
chart_assert_cell (const BlChart *chart, guint row, guint column, const char *text)
{
  g_assert_cmpstr (bl_chart_table_get (chart->table, row, column)->text, ==, text);
}

static inline void
chart_assert_says (const char *text, const char *part)
{
  g_assert_nonnull (text);
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

/* What holds of every chart: words and a table, every datum with a row that is there, and words where it has one. */
static inline void
chart_assert_whole (const BlChart *chart, guint rows)
{
  guint read = 0;

  g_assert_nonnull (chart->title);
  g_assert_nonnull (chart->sentence);
  g_assert_cmpuint (strlen (chart->title), >, 0);
  g_assert_cmpuint (chart->table->rows->len, ==, rows);
  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < chart->table->columns->len; c++)
      g_assert_nonnull (bl_chart_table_get (chart->table, r, c)->text);
  for (guint p = 0; p < chart->panels->len; p++)
    {
      const BlChartPanel *panel = g_ptr_array_index (chart->panels, p);

      for (guint m = 0; m < panel->marks->len; m++)
        {
          const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

          for (guint d = 0; d < mark->data->len; d++)
            {
              const BlDatum *datum = &g_array_index (mark->data, BlDatum, d);

              g_assert_cmpint (datum->row, <, (int) rows);
              g_assert_true (datum->row < 0 || datum->words != NULL);
              read += datum->words != NULL;
            }
        }
    }
  /* Whatever has a row can be reached and read. */
  if (rows > 0)
    g_assert_cmpuint (read, >, 0);
}
