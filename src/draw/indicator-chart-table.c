/* indicator-chart-table.c: the figures of an indicator's charts as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-chart-private.h"
#include "text.h"
#include "verdict-words.h"

/* Which columns there are; -1: not this one. */
typedef struct
{
  int low, high, adjusted, average, lower, upper, median, signal, note;
} Columns;

static int
add_column (BlChartTable *table, const char *title, gboolean numeric)
{
  bl_chart_table_add_column (table, title, numeric);
  return (int) table->columns->len - 1;
}

static void
find_columns (const BlIndicatorDraw *draw, Columns *columns)
{
  BlChartTable *table = draw->chart->table;
  const BlJudgement *judgement = draw->judgement;
  gboolean interval = FALSE, limits = FALSE, median = FALSE, season = FALSE, signals = judgement->n_signals > 0;

  for (guint i = draw->first; i < draw->first + draw->n; i++)
    interval |= isfinite (draw->obs->items[i].low) && isfinite (draw->obs->items[i].high);
  for (guint s = 0; s < judgement->n_segments; s++)
    {
      limits |= judgement->segments[s].limits;
      median |= judgement->segments[s].run_chart;
      season |= judgement->segments[s].season.seasonal;
    }
  columns->low = interval ? add_column (table, _ ("Likely from"), TRUE) : -1;
  columns->high = interval ? add_column (table, _ ("Likely to"), TRUE) : -1;
  columns->adjusted = season ? add_column (table, _ ("Without the season"), TRUE) : -1;
  columns->average = limits ? add_column (table, season ? _ ("Usual") : _ ("Average"), TRUE) : -1;
  columns->lower = limits ? add_column (table, _ ("Lower limit"), TRUE) : -1;
  columns->upper = limits ? add_column (table, _ ("Upper limit"), TRUE) : -1;
  columns->median = median ? add_column (table, _ ("Median"), TRUE) : -1;
  columns->signal = signals ? add_column (table, _ ("Signal"), FALSE) : -1;
  columns->note = add_column (table, _ ("Note"), FALSE);
}

static void
set_number (const BlIndicatorDraw *draw, guint row, int column, double value)
{
  g_autofree char *text = NULL;

  if (column < 0 || !isfinite (value))
    return;
  text = bl_words_value (value, draw->number, draw->unit);
  bl_chart_table_set_number (draw->chart->table, row, (guint) column, value, text);
}

static void
set_text (const BlIndicatorDraw *draw, guint row, int column, const char *text)
{
  if (column >= 0 && text != NULL)
    bl_chart_table_set_text (draw->chart->table, row, (guint) column, text);
}

static void
fill_row (const BlIndicatorDraw *draw, guint row, guint column, guint index)
{
  const BlObservation *item = &draw->obs->items[index];
  g_autofree char *period = bl_period_to_text (&item->period), *state = bl_indicator_draw_say_state (draw, index);
  g_autofree char *value = NULL;

  set_text (draw, row, (int) column, period);
  if (bl_observation_is_known (item))
    set_number (draw, row, (int) column + 1, item->value);
  else
    {
      value = bl_indicator_draw_say_value (draw, index);
      set_text (draw, row, (int) column + 1, value);
    }
  set_text (draw, row, (int) column + 2, state);
}

void
bl_indicator_draw_tabulate (const BlIndicatorDraw *draw)
{
  BlChartTable *table = draw->chart->table;
  g_autofree char *unit = bl_text_sentence (draw->unit != NULL ? draw->unit : _ ("Value"));
  Columns columns;

  bl_chart_table_add_column (table, _ ("Period"), FALSE);
  bl_chart_table_add_column (table, unit, TRUE);
  bl_chart_table_add_column (table, _ ("State"), FALSE);
  find_columns (draw, &columns);
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      const BlJudgedPoint *point = &draw->judgement->points[i];
      guint row = bl_chart_table_add_row (table);
      g_autofree char *signals = bl_indicator_draw_say_signals (draw, i), *note = bl_indicator_draw_say_note (draw, i);

      fill_row (draw, row, 0, i);
      set_number (draw, row, columns.low, draw->obs->items[i].low);
      set_number (draw, row, columns.high, draw->obs->items[i].high);
      if (point->counts)
        set_number (draw, row, columns.adjusted, point->adjusted);
      set_number (draw, row, columns.average, point->centre);
      set_number (draw, row, columns.lower, bl_indicator_draw_cut (draw, point->lower));
      set_number (draw, row, columns.upper, bl_indicator_draw_cut (draw, point->upper));
      for (guint s = 0; s < draw->judgement->n_segments; s++)
        if (draw->judgement->segments[s].run_chart && i >= draw->judgement->segments[s].first
            && i <= draw->judgement->segments[s].last)
          set_number (draw, row, columns.median, draw->judgement->segments[s].run.median);
      set_text (draw, row, columns.signal, signals);
      set_text (draw, row, columns.note, note);
    }
}

void
bl_indicator_draw_begin_table (BlChart *chart, const char *first)
{
  bl_chart_table_add_column (chart->table, first, FALSE);
  bl_chart_table_add_column (chart->table, _ ("Period"), FALSE);
  bl_chart_table_add_column (chart->table, _ ("Value"), TRUE);
  bl_chart_table_add_column (chart->table, _ ("State"), FALSE);
  bl_chart_table_add_column (chart->table, _ ("Signal"), FALSE);
  bl_chart_table_add_column (chart->table, _ ("Note"), FALSE);
}

void
bl_indicator_draw_add_rows (BlIndicatorDraw *draw, const char *title)
{
  BlChartTable *table = draw->chart->table;

  draw->row = table->rows->len;
  if (draw->n == 0)
    {
      guint row = bl_chart_table_add_row (table);

      set_text (draw, row, 0, title);
      set_text (draw, row, 2, _ ("no data"));
      set_text (draw, row, 3, _ (bl_state_get_title (BL_STATE_NO_DATA)));
      set_text (draw, row, 5, draw->values->lacks);
    }
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      guint row = bl_chart_table_add_row (table);
      g_autofree char *signals = bl_indicator_draw_say_signals (draw, i), *note = bl_indicator_draw_say_note (draw, i);

      set_text (draw, row, 0, title);
      fill_row (draw, row, 1, i);
      set_text (draw, row, 4, signals);
      set_text (draw, row, 5, note);
    }
}
