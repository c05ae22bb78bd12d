/* reach-chart.c: the share of people reached within each distance or time, in the grammar of charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reach-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-findings.h"
#include "text.h"

/* Steps nearer than this share of the axis fall on one dot of any paper: the last of them stands for all. */
#define FINEST (1.0 / 2000)
#define ROWS 20

typedef struct
{
  const BlReachChart *asked;
  BlMeasure measure;
  double end, step; /* of the axis; of what is read out */
  guint n_rows;
} Reach;

/* Where most of those reached are, rounded out. */
static double
find_end (const BlReachChart *asked)
{
  double end = 0;

  if (isfinite (asked->end) && asked->end > 0)
    return asked->end;
  for (guint i = 0; i < asked->n_lines; i++)
    if (asked->lines[i].curve->n > 0)
      end = fmax (end, asked->lines[i].curve->at[asked->lines[i].curve->n - 1]);
  return end > 0 ? end : 1;
}

static char *
say_at (const Reach *self, double at)
{
  return bl_access_within_to_text (self->measure, at);
}

static void
take (const Reach *self, BlChartMark *mark, double at, double percent)
{
  BlDatum datum;

  bl_datum_init (&datum);
  datum.x = self->measure == BL_MEASURE_DISTANCE ? at / 1000 : at;
  datum.y = percent;
  bl_chart_mark_take (mark, &datum);
}

static void
take_row (const Reach *self, BlChartMark *mark, const BlReachLine *line, guint row)
{
  double at = (row + 1) * self->step, percent = bl_curve_at (line->curve, at);
  g_autofree char *within = say_at (self, at), *share = NULL;
  BlDatum datum;

  if (!isfinite (percent))
    return;
  share = bl_text_percent (percent);
  bl_datum_init (&datum);
  datum.x = self->measure == BL_MEASURE_DISTANCE ? at / 1000 : at;
  datum.y = percent;
  datum.row = (int) row;
  /* TRANSLATORS: a group of people, a share, a distance or time */
  datum.words = g_strdup_printf (_ ("%1$s: %2$s within %3$s"), line->name, share, within);
  bl_chart_mark_take (mark, &datum);
}

/* The steps, and between them the round distances that are read out: these change nothing of the line. */
static void
add_line (const Reach *self, BlChartPanel *panel, guint i)
{
  const BlReachLine *line = &self->asked->lines[i];
  const BlCurve *curve = line->curve;
  BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_STEP, BL_TONE_SERIES, line->name);
  guint row = 0, s = 0;

  mark->series = i;
  mark->direct = TRUE;
  take (self, mark, 0, 0);
  while (s < curve->n && curve->at[s] <= self->end)
    {
      guint last = s;

      while (last + 1 < curve->n && curve->at[last + 1] <= self->end
             && curve->at[last + 1] - curve->at[s] < self->end * FINEST)
        last++;
      for (; row < self->n_rows && (row + 1) * self->step < curve->at[last]; row++)
        take_row (self, mark, line, row);
      take (self, mark, curve->at[last], curve->percent[last]);
      s = last + 1;
    }
  for (; row < self->n_rows; row++)
    take_row (self, mark, line, row);
  if (self->n_rows * self->step < self->end)
    take (self, mark, self->end, bl_curve_at (curve, self->end));
}

static void
add_yardstick (const Reach *self, BlChartPanel *panel)
{
  BlChartMark *rule;
  BlDatum datum;

  if (!isfinite (self->asked->mark) || self->asked->mark <= 0 || self->asked->mark > self->end)
    return;
  rule = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, self->asked->mark_name);
  rule->across = rule->direct = TRUE;
  bl_datum_init (&datum);
  datum.x = self->measure == BL_MEASURE_DISTANCE ? self->asked->mark / 1000 : self->asked->mark;
  bl_chart_mark_take (rule, &datum);
}

static char *
say (const BlCurve *curve)
{
  g_autofree char *finding = bl_finding_curve (curve);

  return g_strconcat (finding, ".", NULL);
}

static void
tabulate (const Reach *self, BlChart *chart)
{
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, self->measure == BL_MEASURE_DISTANCE ? _ ("Distance") : _ ("Time"), TRUE);
  for (guint i = 0; i < self->asked->n_lines; i++)
    {
      /* TRANSLATORS: a group of people: their share in percent */
      g_autofree char *column = g_strdup_printf (_ ("%s, %%"), self->asked->lines[i].name);

      bl_chart_table_add_column (table, column, TRUE);
    }
  for (guint r = 0; r < self->n_rows; r++)
    {
      double at = (r + 1) * self->step;
      guint row = bl_chart_table_add_row (table);
      g_autofree char *within = say_at (self, at);

      bl_chart_table_set_number (table, row, 0, at, within);
      for (guint i = 0; i < self->asked->n_lines; i++)
        {
          double percent = bl_curve_at (self->asked->lines[i].curve, at);
          g_autofree char *text = isfinite (percent) ? bl_text_percent (percent) : g_strdup (_ ("no data"));

          bl_chart_table_set_number (table, row, i + 1, percent, text);
        }
    }
}

BlChart *
bl_reach_chart_new (const BlReachChart *asked)
{
  Reach self = { .asked = asked };
  BlChart *chart;
  BlChartPanel *panel;

  g_return_val_if_fail (asked->n_lines <= BL_REACH_LINES_MAX, NULL);

  chart = bl_chart_new (BL_CHART_CURVE);
  panel = bl_chart_add_panel (chart);
  self.measure = asked->n_lines > 0 ? asked->lines[0].curve->measure : BL_MEASURE_DISTANCE;
  self.end = find_end (asked);
  self.step = bl_scale_get_step (self.end, ROWS);
  self.n_rows = (guint) floor (self.end / self.step + 1e-9);
  panel->x.low = 0;
  panel->x.high = self.measure == BL_MEASURE_DISTANCE ? self.end / 1000 : self.end;
  panel->x.exact = panel->x.no_grid = TRUE;
  if (self.measure == BL_MEASURE_DISTANCE)
    {
      panel->x.number = BL_INDICATOR_KIND_DISTANCE;
      panel->x.unit = g_strdup ("km");
    }
  else
    panel->x.title = g_strdup (_ ("minutes"));
  panel->y.low = 0;
  panel->y.high = 100;
  panel->y.exact = TRUE;
  panel->y.number = BL_INDICATOR_KIND_SHARE;
  panel->y.unit = g_strdup ("%");
  panel->y.title = g_strdup (_ ("share of people"));
  add_yardstick (&self, panel);
  /* The first over the others. */
  for (guint i = asked->n_lines; i-- > 0;)
    add_line (&self, panel, i);
  bl_chart_take_words (chart, &asked->words,
                       asked->n_lines > 0 ? bl_finding_curve (asked->lines[0].curve) : g_strdup (_ ("No data")),
                       asked->n_lines > 0 ? say (asked->lines[0].curve) : g_strdup (_ ("There is no figure.")));
  tabulate (&self, chart);
  return chart;
}
