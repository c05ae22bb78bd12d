/* indicator-chart-limits.c: centre lines, natural limits and medians behind the values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-chart-private.h"
#include "verdict-words.h"

double
bl_indicator_draw_cut (const BlIndicatorDraw *draw, double value)
{
  if (isnan (value))
    return NAN;
  if (draw->number != BL_INDICATOR_KIND_MONEY)
    value = fmax (value, 0);
  return draw->number == BL_INDICATOR_KIND_SHARE || draw->number == BL_INDICATOR_KIND_SURVEY ? fmin (value, 100) : value;
}

static double
begins_at (const BlIndicatorDraw *draw, guint index)
{
  return draw->obs->items[index].period.start;
}

static double
ends_at (const BlIndicatorDraw *draw, guint index)
{
  return draw->obs->items[index].period.end;
}

/* Stretches over which the lines stay the same: a whole segment, or a month of it where a season moves them. */
static guint
find_even_end (const BlIndicatorDraw *draw, const BlSegment *segment, guint from)
{
  const BlJudgedPoint *points = draw->judgement->points;
  guint to = from;

  while (to < segment->last && points[to + 1].centre == points[from].centre && points[to + 1].lower == points[from].lower
         && points[to + 1].upper == points[from].upper)
    to++;
  return to;
}

static void
add_ground (const BlIndicatorDraw *draw, BlChartMark *mark, const BlSegment *segment)
{
  for (guint i = segment->first; i <= segment->last;)
    {
      guint end = find_even_end (draw, segment, i);
      const BlJudgedPoint *point = &draw->judgement->points[i];
      BlDatum datum;

      bl_datum_init (&datum);
      datum.x = begins_at (draw, i);
      datum.x2 = ends_at (draw, end);
      datum.low = bl_indicator_draw_cut (draw, point->lower);
      datum.high = bl_indicator_draw_cut (draw, point->upper);
      bl_chart_mark_take (mark, &datum);
      i = end + 1;
    }
}

static void
add_rule (BlChartMark *mark, double x, double x2, double y, const char *label)
{
  BlDatum datum;

  bl_datum_init (&datum);
  datum.x = x;
  datum.x2 = x2;
  datum.y = y;
  datum.label = g_strdup (label);
  bl_chart_mark_take (mark, &datum);
}

/* Where the lines hold from, and once more at their end. */
static void
add_step (const BlIndicatorDraw *draw, BlChartMark *mark, const BlSegment *segment, guint index, double y)
{
  for (guint end = 0; end < (index == segment->last ? 2 : 1); end++)
    {
      BlDatum datum;

      bl_datum_init (&datum);
      datum.x = end ? ends_at (draw, index) : begins_at (draw, index);
      datum.y = y;
      bl_chart_mark_take (mark, &datum);
    }
}

/* The lines of a season, a step a month: one line each, so that their dashes run on. */
static void
add_month_lines (const BlIndicatorDraw *draw, BlChartPanel *panel, const BlSegment *segment)
{
  BlChartMark *lower = bl_chart_panel_add_mark (panel, BL_MARK_STEP, BL_TONE_LIMIT, NULL);
  BlChartMark *upper = bl_chart_panel_add_mark (panel, BL_MARK_STEP, BL_TONE_LIMIT, NULL);
  BlChartMark *centre = bl_chart_panel_add_mark (panel, BL_MARK_STEP, BL_TONE_SERIES, NULL);

  /* They change every month, and the values lie on them. */
  lower->width = upper->width = centre->width = 1;
  for (guint i = segment->first; i <= segment->last; i++)
    {
      const BlJudgedPoint *point = &draw->judgement->points[i];

      add_step (draw, lower, segment, i, bl_indicator_draw_cut (draw, point->lower));
      add_step (draw, upper, segment, i, bl_indicator_draw_cut (draw, point->upper));
      add_step (draw, centre, segment, i, point->centre);
    }
}

static void
add_even_lines (const BlIndicatorDraw *draw, BlChartPanel *panel, const BlSegment *segment, gboolean labels)
{
  const BlProcessLimits *process = &segment->process;
  double x = begins_at (draw, segment->first), x2 = ends_at (draw, segment->last);
  double lower = bl_indicator_draw_cut (draw, process->lower), upper = bl_indicator_draw_cut (draw, process->upper);
  gboolean last = segment == &draw->judgement->segments[draw->judgement->n_segments - 1];
  g_autofree char *low = bl_words_value_short (lower, draw->number, draw->unit);
  g_autofree char *high = bl_words_value_short (upper, draw->number, draw->unit);
  g_autofree char *middle = bl_words_value_short (process->centre, draw->number, draw->unit);
  g_autofree char *centre
      = g_strdup_printf (segment->trial ? _ ("average so far %s") : _ ("average %s"), middle);
  g_autofree char *trial = g_strdup_printf (_ ("trial limit %s"), high);
  BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_LIMIT, NULL);

  /* In the last stretch the figures stand at the ends of their lines. */
  add_rule (mark, x, x2, lower, labels && last ? low : NULL);
  add_rule (mark, x, x2, upper, !labels ? NULL : segment->trial ? trial : last ? high : NULL);
  mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, segment->trial ? BL_TONE_REFERENCE : BL_TONE_SERIES, NULL);
  add_rule (mark, x, x2, process->centre, labels ? centre : NULL);
}

/* Of a step that somebody agreed to, where the lines would have gone on (5.3). */
static void
add_old_lines (const BlIndicatorDraw *draw, BlChartPanel *panel, const BlSegment *old, const BlSegment *segment)
{
  BlChartMark *mark;
  double x = begins_at (draw, segment->first), x2 = ends_at (draw, segment->last);

  if (!old->limits || old->season.seasonal || segment->mark == NULL || segment->mark->cause != BL_BREAK_STEP)
    return;
  mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_OTHERS, NULL);
  add_rule (mark, x, x2, bl_indicator_draw_cut (draw, old->process.lower), NULL);
  add_rule (mark, x, x2, bl_indicator_draw_cut (draw, old->process.upper), NULL);
  add_rule (mark, x, x2, old->process.centre, NULL);
}

/* "usual range, by April 2022 to March 2024": from where the limits of the last stretch come. */
static char *
name_ground (const BlIndicatorDraw *draw)
{
  const BlJudgement *judgement = draw->judgement;
  const BlSegment *last = NULL;
  g_autofree char *span = NULL;
  guint n = 0;

  for (guint s = 0; s < judgement->n_segments; s++)
    if (judgement->segments[s].limits)
      {
        last = &judgement->segments[s];
        n++;
      }
  span = bl_words_span (&draw->obs->items[last->base_first].period, &draw->obs->items[last->base_last].period);
  if (last->season.seasonal)
    return n > 1 ? g_strdup_printf (_ ("usual range for the time of year, the last by %s"), span)
                 : g_strdup_printf (_ ("usual range for the time of year, by %s"), span);
  if (last->trial)
    return n > 1 ? g_strdup_printf (_ ("usual range, the last so far, by %s"), span)
                 : g_strdup_printf (_ ("usual range so far, by %s"), span);
  return n > 1 ? g_strdup_printf (_ ("usual range, the last by %s"), span) : g_strdup_printf (_ ("usual range, by %s"), span);
}

gboolean
bl_indicator_draw_has_lines (const BlIndicatorDraw *draw, guint segment, gboolean small)
{
  const BlJudgement *judgement = draw->judgement;

  if (!judgement->segments[segment].limits)
    return FALSE;
  /* In a small chart those of the newest stretch alone: old ones lie where nobody looks any more, and flatten it. */
  for (guint s = segment + 1; small && s < judgement->n_segments; s++)
    if (judgement->segments[s].limits)
      return FALSE;
  return TRUE;
}

void
bl_indicator_draw_limits (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean small, double *low, double *high)
{
  const BlJudgement *judgement = draw->judgement;
  BlChartMark *ground = NULL;

  for (guint s = 0; s < judgement->n_segments; s++)
    {
      const BlSegment *segment = &judgement->segments[s];

      if (!bl_indicator_draw_has_lines (draw, s, small))
        continue;
      if (ground == NULL)
        {
          g_autofree char *name = small ? g_strdup (_ ("usual range")) : name_ground (draw);

          ground = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_LIMIT, name);
        }
      add_ground (draw, ground, segment);
      for (guint i = segment->first; i <= segment->last; i++)
        {
          *low = fmin (*low, bl_indicator_draw_cut (draw, judgement->points[i].lower));
          *high = fmax (*high, bl_indicator_draw_cut (draw, judgement->points[i].upper));
        }
    }
  for (guint s = 0; s < judgement->n_segments; s++)
    {
      const BlSegment *segment = &judgement->segments[s];

      if (!bl_indicator_draw_has_lines (draw, s, small))
        continue;
      if (s > 0 && !small)
        add_old_lines (draw, panel, segment - 1, segment);
      /* In a small chart the ground says it. */
      if (segment->season.seasonal && small)
        continue;
      if (segment->season.seasonal)
        add_month_lines (draw, panel, segment);
      else
        add_even_lines (draw, panel, segment, !small);
    }
}

void
bl_indicator_draw_medians (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean small)
{
  const BlJudgement *judgement = draw->judgement;
  BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, NULL);

  for (guint s = 0; s < judgement->n_segments; s++)
    {
      const BlSegment *segment = &judgement->segments[s];
      g_autofree char *value = NULL, *label = NULL;

      if (segment->n < BL_INDICATOR_MEDIAN_POINTS || !isfinite (segment->run.median))
        continue;
      value = bl_words_value_short (segment->run.median, draw->number, draw->unit);
      label = g_strdup_printf (_ ("median %s"), value);
      add_rule (mark, begins_at (draw, segment->first), fmax (ends_at (draw, segment->last), begins_at (draw, segment->first) + 1),
                segment->run.median, small ? NULL : label);
    }
}
