/* indicator-chart.c: charts of an indicator's values and of what is judged of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "verdict-words.h"

/* So many years are still well read as bars (indicator-content 4.1). */
#define MOST_BARS 7
/* A line may leave out the ground below it where its ups and downs are less than this of its height. */
#define FLATTENED 0.25
/* The least a scale without nought reaches over: percentage points of a share, a part of the value of others (ours). */
#define LEAST_POINTS 20
#define LEAST_SPAN 0.25

/* Which of the stretches between marks that part a period lies in; odd: in between, in none. */
static guint
stretch_of (const BlObservations *obs, const BlPeriod *period)
{
  guint stretch = 0;

  for (guint m = 0; m < obs->n_marks; m++)
    {
      const BlMark *mark = &obs->marks[m];
      guint32 until = mark->until > 0 && mark->until < mark->from ? mark->until + 1 : mark->from;

      if (mark->cause == BL_BREAK_COVERAGE || mark->cause == BL_BREAK_UNKNOWN)
        continue;
      if (period->start >= mark->from)
        stretch += 2;
      else if (MAX (period->end, period->start + 1) > until)
        return stretch + 1;
    }
  return stretch;
}

static void
flag_signal (BlIndicatorDraw *draw, const BlSignal *signal)
{
  for (guint i = signal->first; i <= signal->last && i < draw->obs->n; i++)
    {
      const BlJudgedPoint *point = &draw->judgement->points[i];
      double value = draw->obs->items[i].value;

      if (!point->counts)
        continue;
      switch (signal->rule->kind)
        {
        case BL_RULE_POINT:
          draw->flags[i] |= BL_DATUM_SIGNAL;
          break;
        case BL_RULE_RUN:
        case BL_RULE_LONGEST_RUN:
        case BL_RULE_TREND:
          draw->flags[i] |= BL_DATUM_RUN;
          break;
        case BL_RULE_NEAR:
          {
            double line = (point->upper - point->centre) / BL_LIMIT_FACTOR * signal->rule->beyond;

            if ((value - point->centre) * signal->side > line)
              draw->flags[i] |= BL_DATUM_RUN;
            break;
          }
        default:
          /* They speak of the whole line. */
          break;
        }
    }
}

static gboolean
tells_of_latest (const BlJudgement *judgement)
{
  switch (judgement->verdict)
    {
    case BL_VERDICT_POINT_HIGH:
    case BL_VERDICT_POINT_LOW:
    case BL_VERDICT_SEASONAL_HIGH:
    case BL_VERDICT_SEASONAL_LOW:
    case BL_VERDICT_RISE:
    case BL_VERDICT_FALL:
    case BL_VERDICT_RISE_POINTS:
    case BL_VERDICT_FALL_POINTS:
    case BL_VERDICT_FLAT:
    case BL_VERDICT_PARTIAL:
    case BL_VERDICT_PARTIAL_ALONE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
find_flags (BlIndicatorDraw *draw)
{
  const BlJudgement *judgement = draw->judgement;
  int before = -1;

  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      const BlObservation *item = &draw->obs->items[i];
      BlDatumFlags flags = 0;

      if (item->flags & BL_OBSERVATION_PROVISIONAL)
        flags |= BL_DATUM_PROVISIONAL;
      if ((item->flags & BL_OBSERVATION_PARTIAL) && !(item->flags & BL_OBSERVATION_PLACES))
        flags |= BL_DATUM_PARTIAL;
      if (!bl_observation_is_known (item))
        {
          draw->flags[i] = flags;
          continue;
        }
      if (flags == 0 && !judgement->points[i].counts)
        flags |= BL_DATUM_MUTED;
      /* Nor is part of a year joined to a whole one: it would look like a fall. */
      if (before >= 0
          && (stretch_of (draw->obs, &draw->obs->items[before].period) != stretch_of (draw->obs, &item->period)
              || ((draw->flags[before] | flags) & BL_DATUM_PARTIAL)))
        flags |= BL_DATUM_BREAK;
      before = (int) i;
      draw->flags[i] = flags;
    }
  for (guint s = 0; s < judgement->n_signals; s++)
    flag_signal (draw, &judgement->signals[s]);
  if (judgement->latest >= 0 && tells_of_latest (judgement))
    draw->flags[judgement->latest] |= BL_DATUM_FOCUS;
}

void
bl_indicator_draw_init (BlIndicatorDraw *draw, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  BlRecord *record = BL_RECORD (values->indicator);
  int last = judgement->last;

  *draw = (BlIndicatorDraw){ .values = values, .obs = values->values, .judgement = judgement };
  bl_indicator_values_ask (values, &draw->question);
  draw->number = bl_record_get_enum (record, "kind");
  draw->unit = bl_record_get_text (record, "unit");
  draw->tested = (draw->obs->kind == BL_PERIOD_KIND_MONTH || draw->obs->kind == BL_PERIOD_KIND_QUARTER
                  || draw->obs->kind == BL_PERIOD_KIND_ROLLING)
                 && draw->number != BL_INDICATOR_KIND_SURVEY;
  draw->flags = g_new0 (BlDatumFlags, MAX (draw->obs->n, 1));
  draw->first = (guint) MAX (judgement->first, 0);
  /* What was never counted yet is not shown; what is no longer counted is. */
  while ((int) draw->first <= last && !bl_observation_is_known (&draw->obs->items[draw->first])
         && draw->obs->items[draw->first].state != BL_STATE_SUPPRESSED)
    draw->first++;
  draw->n = (int) draw->first <= last ? (guint) last - draw->first + 1 : 0;
  find_flags (draw);
}

void
bl_indicator_draw_clear (BlIndicatorDraw *draw)
{
  g_clear_pointer (&draw->flags, g_free);
}

void
bl_indicator_draw_datum (const BlIndicatorDraw *draw, guint index, BlDatum *datum)
{
  const BlObservation *item = &draw->obs->items[index];

  bl_datum_init (datum);
  datum->y = bl_observation_is_known (item) ? item->value : NAN;
  datum->low = item->low;
  datum->high = item->high;
  datum->state = bl_observation_is_known (item) || item->state == BL_STATE_SUPPRESSED ? item->state : BL_STATE_NO_DATA;
  datum->flags = draw->flags[index];
  datum->words = bl_indicator_draw_say (draw, index);
  datum->row = (int) (draw->row + index - draw->first);
}

double
bl_indicator_draw_middle (const BlPeriod *period)
{
  return ((double) period->start + (double) period->end) / 2;
}

void
bl_indicator_draw_span (const BlIndicatorDraw *draw, BlScale *scale, double low, double high)
{
  gboolean share = draw->number == BL_INDICATOR_KIND_SHARE || draw->number == BL_INDICATOR_KIND_SURVEY;
  double wanted = share ? LEAST_POINTS : LEAST_SPAN * high, more = fmax (wanted - (high - low), 0) / 2;

  scale->from_zero = draw->number != BL_INDICATOR_KIND_INDEX && low >= 0 && high - low >= FLATTENED * high;
  if (draw->number == BL_INDICATOR_KIND_INDEX || !(high > 0) || low < 0)
    return;
  if (scale->from_zero)
    more = 0;
  else
    scale->low = fmax (low - more, 0);
  if (more > 0)
    scale->high = share ? fmin (high + more, fmax (high, 100)) : high + more;
  if (share && high <= 100 && high + more > 80)
    {
      scale->high = 100;
      scale->low = scale->from_zero ? 0 : floor (scale->low / 10) * 10;
      scale->exact = TRUE;
    }
}

guint
bl_indicator_draw_known (const BlIndicatorDraw *draw)
{
  guint n = 0;

  for (guint i = draw->first; i < draw->first + draw->n; i++)
    n += bl_observation_is_known (&draw->obs->items[i]);
  return n;
}

gboolean
bl_indicator_draw_has_target (const BlIndicatorDraw *draw)
{
  return isfinite (draw->question.target) || isfinite (draw->question.target_low) || isfinite (draw->question.target_high);
}

void
bl_indicator_draw_target (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean across)
{
  gboolean range = draw->question.wanted == BL_WANTED_RANGE;
  const double at[] = { range ? draw->question.target_low : draw->question.target, range ? draw->question.target_high : NAN };

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    if (isfinite (at[i]))
      {
        g_autofree char *value = bl_words_value_short (at[i], draw->number, draw->unit);
        g_autofree char *name = g_strdup_printf (range ? i == 0 ? _ ("least wanted %s") : _ ("most wanted %s") : _ ("target %s"), value);
        BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_TARGET, name);
        BlDatum datum;

        mark->across = across;
        mark->direct = TRUE;
        bl_datum_init (&datum);
        if (across)
          datum.x = at[i];
        else
          datum.y = at[i];
        bl_chart_mark_take (mark, &datum);
      }
}

void
bl_indicator_draw_set_number (const BlIndicatorDraw *draw, BlScale *scale, gboolean titled)
{
  scale->kind = BL_SCALE_NUMBER;
  scale->number = draw->number;
  g_free (scale->unit);
  scale->unit = g_strdup (draw->unit);
  if (titled)
    {
      g_free (scale->title);
      scale->title = bl_indicator_draw_say_unit (draw);
    }
}

/* --- Which kinds --------------------------------------------------------------------- */

static gboolean
has_limits (const BlJudgement *judgement)
{
  for (guint s = 0; s < judgement->n_segments; s++)
    if (judgement->segments[s].limits)
      return TRUE;
  return FALSE;
}

static gboolean
has_median (const BlJudgement *judgement)
{
  for (guint s = 0; s < judgement->n_segments; s++)
    if (judgement->segments[s].n >= BL_INDICATOR_MEDIAN_POINTS && isfinite (judgement->segments[s].run.median))
      return TRUE;
  return FALSE;
}

/* Two financial years at least, to lay one over the other. */
static gboolean
has_season (const BlIndicatorDraw *draw)
{
  guint32 before = 0;
  guint years = 0;

  if (draw->obs->kind != BL_PERIOD_KIND_MONTH && draw->obs->kind != BL_PERIOD_KIND_QUARTER)
    return FALSE;
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      BlPeriod year = bl_period_of (draw->obs->items[i].period.start, BL_PERIOD_KIND_FY);

      if (bl_observation_is_known (&draw->obs->items[i]) && year.start != before)
        {
          years++;
          before = year.start;
        }
    }
  return years >= 2;
}

static guint
find_kinds (const BlIndicatorDraw *draw, BlChartKind kinds[8])
{
  const BlJudgement *judgement = draw->judgement;
  guint n = 0, known = bl_indicator_draw_known (draw);
  gboolean limits = has_limits (judgement), median = has_median (judgement);
  gboolean plain = draw->number != BL_INDICATOR_KIND_YESNO && draw->number != BL_INDICATOR_KIND_RANK
                   && draw->number != BL_INDICATOR_KIND_SURVEY;
  gboolean bars = plain && !draw->tested && draw->number != BL_INDICATOR_KIND_INDEX && draw->number != BL_INDICATOR_KIND_DISTANCE;
  gboolean counted = draw->number == BL_INDICATOR_KIND_COUNT || draw->number == BL_INDICATOR_KIND_UNKNOWN;

  if (known == 0)
    return 0;
  if (limits)
    kinds[n++] = BL_CHART_CONTROL;
  if (median && plain && draw->tested)
    kinds[n++] = BL_CHART_RUN;
  if (bars && counted && known <= MOST_BARS)
    kinds[n++] = BL_CHART_BAR;
  kinds[n++] = BL_CHART_LINE;
  if (bars && !(counted && known <= MOST_BARS))
    kinds[n++] = BL_CHART_BAR;
  if (median && plain && !draw->tested)
    kinds[n++] = BL_CHART_RUN;
  if (plain && has_season (draw))
    kinds[n++] = BL_CHART_SEASON;
  if (judgement->latest >= 0 && isfinite (judgement->value) && plain && bl_indicator_draw_has_target (draw))
    kinds[n++] = BL_CHART_BULLET;
  if (judgement->latest >= 0 && judgement->before >= 0 && plain && judgement->verdict != BL_VERDICT_BREAK
      && isfinite (judgement->value) && isfinite (judgement->earlier))
    kinds[n++] = BL_CHART_SLOPE;
  return n;
}

guint
bl_indicator_chart_get_kinds (const BlIndicatorValues *values, const BlJudgement *judgement, BlChartKind kinds[8])
{
  g_auto (BlIndicatorDraw) draw = { 0 };

  g_return_val_if_fail (values != NULL && judgement != NULL && values->values->n == judgement->n, 0);

  bl_indicator_draw_init (&draw, values, judgement);
  return find_kinds (&draw, kinds);
}

BlChart *
bl_indicator_chart_new (const BlIndicatorValues *values, const BlJudgement *judgement, BlChartKind kind)
{
  g_auto (BlIndicatorDraw) draw = { 0 };
  BlChartPanel *panel;

  g_return_val_if_fail (values != NULL && judgement != NULL && values->values->n == judgement->n, NULL);

  bl_indicator_draw_init (&draw, values, judgement);
  draw.chart = bl_chart_new (kind);
  bl_indicator_draw_titles (&draw, kind);
  bl_indicator_draw_tabulate (&draw);
  panel = bl_chart_add_panel (draw.chart);
  switch (kind)
    {
    case BL_CHART_SEASON:
      bl_indicator_draw_season (&draw, panel);
      break;
    case BL_CHART_BAR:
      bl_indicator_draw_bars (&draw, panel);
      break;
    case BL_CHART_BULLET:
      bl_indicator_draw_bullet (&draw, panel);
      break;
    case BL_CHART_SLOPE:
      bl_indicator_draw_slope (&draw, panel);
      break;
    default:
      bl_indicator_draw_time (&draw, panel, kind, FALSE);
      break;
    }
  /* Ups and downs look larger then. */
  if (panel->y.kind == BL_SCALE_NUMBER && !panel->y.from_zero && kind != BL_CHART_BULLET && draw.number != BL_INDICATOR_KIND_INDEX)
    {
      g_autofree char *doubt = g_steal_pointer (&draw.chart->doubt);

      draw.chart->doubt = doubt != NULL ? g_strdup_printf (_ ("%s The scale does not begin at 0."), doubt)
                                        : g_strdup (_ ("The scale does not begin at 0."));
    }
  return draw.chart;
}
