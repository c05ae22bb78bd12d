/* indicator-chart-time.c: an indicator along time: line, run chart and control chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-chart-private.h"
#include "verdict-words.h"

/* Over so many, points are drawn smaller; over this, as dots on their line. */
#define MANY_POINTS 40
#define CROWD 100

static gboolean
is_exceptional (const BlIndicatorDraw *draw, guint index)
{
  return (draw->obs->items[index].flags & BL_OBSERVATION_EXCEPTIONAL) != 0;
}

/* The COVID years as grey ground. */
static void
add_exceptional (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean small)
{
  BlChartMark *mark = NULL;

  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      BlDatum datum;
      guint end = i;

      if (!is_exceptional (draw, i))
        continue;
      while (end + 1 < draw->first + draw->n && is_exceptional (draw, end + 1))
        end++;
      if (mark == NULL)
        mark = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_OTHERS, NULL);
      bl_datum_init (&datum);
      datum.x = draw->obs->items[i].period.start;
      datum.x2 = draw->obs->items[end].period.end;
      datum.label = small ? NULL : g_strdup (draw->tested ? _ ("COVID years, not tested") : _ ("COVID years"));
      bl_chart_mark_take (mark, &datum);
      i = end;
    }
}

/* What somebody is to see at a glance, not what is read out. */
static void
add_line (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  gboolean stock = draw->number == BL_INDICATOR_KIND_STOCK;
  BlChartMark *mark = bl_chart_panel_add_mark (panel, stock ? BL_MARK_STEP : BL_MARK_LINE, BL_TONE_SERIES, NULL);

  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      const BlObservation *item = &draw->obs->items[i];
      BlDatum datum;

      bl_datum_init (&datum);
      datum.x = bl_indicator_draw_middle (&item->period);
      datum.y = bl_observation_is_known (item) ? item->value : NAN;
      datum.state = item->state;
      datum.flags = draw->flags[i] & (BL_DATUM_BREAK | BL_DATUM_MUTED);
      bl_chart_mark_take (mark, &datum);
    }
}

static gboolean
has_interval (const BlObservation *item)
{
  return isfinite (item->low) && isfinite (item->high) && item->low < item->high && !(item->flags & BL_OBSERVATION_RANGE);
}

static void
add_whiskers (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  BlChartMark *mark = NULL;

  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      const BlObservation *item = &draw->obs->items[i];
      BlDatum datum;

      if (!has_interval (item))
        continue;
      if (mark == NULL)
        mark = bl_chart_panel_add_mark (panel, BL_MARK_WHISKER, BL_TONE_SERIES, NULL);
      bl_datum_init (&datum);
      datum.x = bl_indicator_draw_middle (&item->period);
      datum.low = item->low;
      datum.high = item->high;
      bl_chart_mark_take (mark, &datum);
    }
}

/* Where the lines are that a rule was tried on. */
static gboolean
shows_signals (const BlIndicatorDraw *draw, BlChartKind kind, guint index, gboolean small)
{
  for (guint s = 0; s < draw->judgement->n_segments; s++)
    if (index >= draw->judgement->segments[s].first && index <= draw->judgement->segments[s].last)
      return kind == BL_CHART_RUN ? draw->judgement->segments[s].run_chart
                                  : kind == BL_CHART_CONTROL && bl_indicator_draw_has_lines (draw, s, small);
  return FALSE;
}

/* "47,300", "238,000, 5 of 12". */
static char *
label_last (const BlIndicatorDraw *draw, guint index)
{
  const BlObservation *item = &draw->obs->items[index];
  g_autofree char *value = bl_words_value_short (item->value, draw->number, draw->unit);

  if ((draw->flags[index] & BL_DATUM_PARTIAL) && item->parts_expected > 0)
    return g_strdup_printf (_ ("%1$s\n%2$u of %3$u"), value, item->parts, item->parts_expected);
  return g_steal_pointer (&value);
}

/* @label, taken, at the side of a point with an interval above and below it. */
static void
add_beside (BlChartPanel *panel, const BlDatum *point, char *label)
{
  BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_SERIES, NULL);
  BlDatum datum;

  bl_datum_init (&datum);
  datum.x = point->x + (panel->x.high - panel->x.low) * 0.012;
  datum.y = point->y;
  datum.label = label;
  bl_chart_mark_take (mark, &datum);
}

static void
add_points (const BlIndicatorDraw *draw, BlChartPanel *panel, BlChartKind kind, gboolean small)
{
  BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  int last = -1;

  mark->width = small && draw->n > MANY_POINTS ? 2.5 : small || draw->n > CROWD ? 4 : draw->n > MANY_POINTS ? 5 : 0;
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    if (bl_observation_is_known (&draw->obs->items[i]))
      last = (int) i;
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      BlDatum datum;

      bl_indicator_draw_datum (draw, i, &datum);
      datum.x = bl_indicator_draw_middle (&draw->obs->items[i].period);
      if (!shows_signals (draw, kind, i, small))
        datum.flags &= ~(BlDatumFlags) (BL_DATUM_SIGNAL | BL_DATUM_RUN);
      if (small)
        datum.flags &= ~(BlDatumFlags) BL_DATUM_RUN;
      if ((int) i == last && draw->number != BL_INDICATOR_KIND_YESNO && !(small && (draw->flags[i] & BL_DATUM_PARTIAL)))
        {
          if (has_interval (&draw->obs->items[i]))
            add_beside (panel, &datum, label_last (draw, i));
          else
            datum.label = label_last (draw, i);
        }
      bl_chart_mark_take (mark, &datum);
    }
}

static void
add_breaks (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  guint32 from = draw->obs->items[draw->first].period.start, until = draw->obs->items[draw->first + draw->n - 1].period.end;

  for (guint m = 0; m < draw->obs->n_marks; m++)
    {
      const BlMark *mark = &draw->obs->marks[m];
      g_autofree char *text = bl_indicator_draw_say_mark (mark);

      if (mark->from > from && mark->from < until)
        bl_chart_panel_add_note (panel, mark->from, mark->cause != BL_BREAK_COVERAGE && mark->cause != BL_BREAK_UNKNOWN, text);
    }
}

static gboolean
holds_exceptional (const BlIndicatorDraw *draw, const BlPeriod *period)
{
  for (guint i = 0; i < draw->obs->n; i++)
    if (draw->obs->items[i].period.start >= period->start && draw->obs->items[i].period.end <= period->end && is_exceptional (draw, i))
      return TRUE;
  return FALSE;
}

/* Of a seasonal count, the mean of the twelve months behind: for the eye, never tested (5.7). */
static void
add_rolling (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  g_autoptr (BlObservations) rolling = NULL;
  BlChartMark *mark;

  if (draw->obs->kind != BL_PERIOD_KIND_MONTH || draw->number != BL_INDICATOR_KIND_COUNT)
    return;
  rolling = bl_observations_over_time (draw->obs, BL_PERIOD_KIND_ROLLING, BL_ADD_SUM, NULL);
  mark = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_OTHERS, _ ("mean of 12 months"));
  mark->width = 1;
  for (guint i = 0; i < rolling->n; i++)
    {
      const BlObservation *item = &rolling->items[i];
      BlPeriod month = bl_period_of (item->period.end - 1, BL_PERIOD_KIND_MONTH);
      BlDatum datum;

      if (month.start < draw->obs->items[draw->first].period.start)
        continue;
      bl_datum_init (&datum);
      datum.x = bl_indicator_draw_middle (&month);
      datum.y = bl_observation_is_known (item) && !(item->flags & BL_OBSERVATION_PARTIAL) && !holds_exceptional (draw, &item->period)
                    ? item->value / 12
                    : NAN;
      bl_chart_mark_take (mark, &datum);
    }
}

static gboolean
is_seasonal (const BlJudgement *judgement)
{
  for (guint s = 0; s < judgement->n_segments; s++)
    if (judgement->segments[s].limits && judgement->segments[s].season.seasonal)
      return TRUE;
  return FALSE;
}

/* Yes and no as two rows. */
static void
set_yes_and_no (BlChartPanel *panel)
{
  BlChartMark *mark = g_ptr_array_index (panel->marks, panel->marks->len - 1);

  panel->y.kind = BL_SCALE_BAND;
  bl_scale_add_name (&panel->y, _ ("yes"));
  bl_scale_add_name (&panel->y, _ ("no"));
  for (guint i = 0; i < mark->data->len; i++)
    {
      BlDatum *datum = &g_array_index (mark->data, BlDatum, i);

      if (isfinite (datum->y))
        datum->y = datum->y != 0 ? 0 : 1;
    }
}

/* From the first day to the last; days by themselves get room about them. */
static void
set_days (const BlIndicatorDraw *draw, BlScale *scale)
{
  scale->low = draw->obs->items[draw->first].period.start;
  scale->high = draw->obs->items[draw->first + draw->n - 1].period.end;
  if (draw->obs->kind == BL_PERIOD_KIND_SNAPSHOT)
    {
      double room = fmax ((scale->high - scale->low) * 0.06, scale->high > scale->low ? 0 : 183);

      scale->low -= room;
      scale->high += room;
    }
  scale->exact = TRUE;
}

void
bl_indicator_draw_time (const BlIndicatorDraw *draw, BlChartPanel *panel, BlChartKind kind, gboolean small)
{
  double low = INFINITY, high = -INFINITY;
  gboolean joined = draw->number != BL_INDICATOR_KIND_SURVEY && draw->number != BL_INDICATOR_KIND_YESNO
                    && draw->number != BL_INDICATOR_KIND_RANK;

  bl_indicator_draw_set_number (draw, &panel->y, !small);
  panel->x.kind = BL_SCALE_TIME;
  panel->x.period = draw->obs->kind;
  if (draw->n == 0)
    return;
  set_days (draw, &panel->x);
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      const BlObservation *item = &draw->obs->items[i];

      if (!bl_observation_is_known (item))
        continue;
      low = fmin (low, has_interval (item) ? fmin (item->value, item->low) : item->value);
      high = fmax (high, has_interval (item) ? fmax (item->value, item->high) : item->value);
    }
  if (draw->number != BL_INDICATOR_KIND_YESNO)
    add_exceptional (draw, panel, small);
  if (kind == BL_CHART_CONTROL)
    bl_indicator_draw_limits (draw, panel, small, &low, &high);
  else if (kind == BL_CHART_RUN)
    bl_indicator_draw_medians (draw, panel, small);
  if (draw->number == BL_INDICATOR_KIND_INDEX)
    {
      BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, small ? NULL : _ ("as expected"));
      BlDatum datum;

      mark->direct = TRUE;
      bl_datum_init (&datum);
      datum.y = 1;
      bl_chart_mark_take (mark, &datum);
    }
  if (!small && draw->number != BL_INDICATOR_KIND_YESNO)
    bl_indicator_draw_target (draw, panel, FALSE);
  if (!small && kind == BL_CHART_CONTROL && is_seasonal (draw->judgement))
    add_rolling (draw, panel);
  if (joined)
    add_line (draw, panel);
  add_whiskers (draw, panel);
  add_points (draw, panel, kind, small);
  if (draw->number != BL_INDICATOR_KIND_YESNO)
    bl_indicator_draw_span (draw, &panel->y, low, high);
  if (draw->number == BL_INDICATOR_KIND_YESNO)
    set_yes_and_no (panel);
  if (small)
    return;
  add_breaks (draw, panel);
  bl_indicator_draw_comments (draw, panel, FALSE);
}
