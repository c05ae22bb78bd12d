/* indicator-chart-words.c: what is said over, in and instead of charts of an indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-chart-private.h"
#include "text.h"
#include "verdict-words.h"

static void
add_clause (GString *words, const char *before, const char *clause)
{
  if (clause == NULL || *clause == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, before);
  g_string_append (words, clause);
}

static char *
say_name (const BlIndicatorDraw *draw)
{
  g_autofree char *name = bl_record_describe (BL_RECORD (draw->values->indicator));

  switch (draw->obs->kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return g_strdup_printf (_ ("%s by month"), name);
    case BL_PERIOD_KIND_QUARTER:
      return g_strdup_printf (_ ("%s by quarter"), name);
    case BL_PERIOD_KIND_FY:
      return g_strdup_printf (_ ("%s by financial year"), name);
    case BL_PERIOD_KIND_AY:
      return g_strdup_printf (_ ("%s by school year"), name);
    case BL_PERIOD_KIND_CY:
      return g_strdup_printf (_ ("%s by year"), name);
    case BL_PERIOD_KIND_ROLLING:
      return g_strdup_printf (_ ("%s, 12 months at a time"), name);
    default:
      return g_steal_pointer (&name);
    }
}

/* "Library visits by month, Newcastle, April 2012 to August 2024". */
static char *
say_subtitle (const BlIndicatorDraw *draw)
{
  g_autofree char *name = say_name (draw);
  g_autoptr (GString) words = g_string_new (name);

  add_clause (words, ", ", draw->values->place);
  if (draw->n > 0)
    {
      g_autofree char *span = bl_words_span (&draw->obs->items[draw->first].period,
                                             &draw->obs->items[draw->first + draw->n - 1].period);

      add_clause (words, ", ", span);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
say_doubt (const BlIndicatorDraw *draw, BlChartKind kind)
{
  const BlJudgement *judgement = draw->judgement;
  g_autoptr (GString) words = g_string_new (NULL);

  add_clause (words, " ", draw->values->lacks);
  if (judgement->stale && judgement->latest >= 0)
    {
      g_autofree char *period = bl_words_period (&draw->obs->items[judgement->latest].period);
      g_autofree char *old = g_strdup_printf (_ ("The newest figure is old: %s."), period);

      add_clause (words, " ", old);
    }
  if (kind == BL_CHART_BULLET && judgement->rag_rule != NULL)
    add_clause (words, " ", judgement->rag_rule);
  if (kind == BL_CHART_SLOPE && judgement->like_for_like)
    add_clause (words, " ", _ ("Only libraries and months known in both years are counted."));
  add_clause (words, " ", draw->values->notes);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

void
bl_indicator_draw_titles (const BlIndicatorDraw *draw, BlChartKind kind)
{
  const BlJudgement *judgement = draw->judgement;
  BlChart *chart = draw->chart;
  gboolean target = kind == BL_CHART_BULLET && judgement->target_title != NULL;

  chart->title = g_strdup (target ? judgement->target_title : judgement->title);
  chart->sentence = g_strdup (target ? judgement->target_sentence : judgement->sentence);
  chart->subtitle = say_subtitle (draw);
  chart->doubt = say_doubt (draw, kind);
  chart->source = g_strdup (draw->values->source);
}

char *
bl_indicator_draw_say_unit (const BlIndicatorDraw *draw)
{
  gboolean events = draw->number == BL_INDICATOR_KIND_COUNT;

  /* Shares have their sign beside every figure; “yes” needs nothing. */
  if (draw->unit == NULL || draw->number == BL_INDICATOR_KIND_SHARE || draw->number == BL_INDICATOR_KIND_SURVEY
      || draw->number == BL_INDICATOR_KIND_YESNO)
    return NULL;
  if (events && draw->obs->kind == BL_PERIOD_KIND_MONTH)
    return g_strdup_printf (_ ("%s a month"), draw->unit);
  if (events && draw->obs->kind == BL_PERIOD_KIND_QUARTER)
    return g_strdup_printf (_ ("%s a quarter"), draw->unit);
  return g_strdup (draw->unit);
}

/* --- One period ----------------------------------------------------------------------- */

char *
bl_indicator_draw_say_value (const BlIndicatorDraw *draw, guint index)
{
  const BlObservation *item = &draw->obs->items[index];

  if (item->state == BL_STATE_SUPPRESSED)
    return g_strdup (_ ("fewer than 5"));
  if (!bl_observation_is_known (item))
    return g_strdup (_ ("no data"));
  return bl_words_value_unit (item->value, draw->number, draw->unit);
}

static char *
say_flags (const BlIndicatorDraw *draw, guint index)
{
  const BlObservation *item = &draw->obs->items[index];
  g_autoptr (GString) words = g_string_new (NULL);

  if (item->flags & BL_OBSERVATION_PROVISIONAL)
    add_clause (words, ", ", _ ("provisional"));
  if ((item->flags & BL_OBSERVATION_PARTIAL) && (item->flags & BL_OBSERVATION_PLACES))
    add_clause (words, ", ", _ ("some places are missing"));
  else if ((item->flags & BL_OBSERVATION_PARTIAL) && item->parts_expected > 0)
    {
      g_autofree char *parts
          = item->parts_expected == 12 ? g_strdup_printf (_ ("%u of 12 months"), item->parts)
                                       : g_strdup_printf (_ ("%u of %u parts"), item->parts, item->parts_expected);

      add_clause (words, ", ", parts);
    }
  if (item->flags & BL_OBSERVATION_EXCEPTIONAL)
    add_clause (words, ", ", _ ("COVID year"));
  if (item->flags & BL_OBSERVATION_REPEATED)
    add_clause (words, ", ", _ ("one of three alike"));
  if (draw->tested && bl_observation_is_known (item) && !draw->judgement->points[index].counts)
    add_clause (words, ", ", _ ("not tested"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
bl_indicator_draw_say_state (const BlIndicatorDraw *draw, guint index)
{
  const BlObservation *item = &draw->obs->items[index];
  g_autoptr (GString) words = g_string_new (_ (bl_state_get_title (item->state)));
  g_autofree char *flags = say_flags (draw, index);

  add_clause (words, ", ", flags);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
say_signal (const BlIndicatorDraw *draw, const BlSignal *signal)
{
  const BlSegment *segment = &draw->judgement->segments[signal->segment];
  gboolean up = signal->side > 0;
  guint n = 0;

  for (guint i = signal->first; i <= signal->last; i++)
    n += draw->judgement->points[i].counts;
  switch (signal->rule->kind)
    {
    case BL_RULE_POINT:
      if (segment->season.seasonal)
        return g_strdup (up ? _ ("above what is usual for the season") : _ ("below what is usual for the season"));
      return g_strdup (up ? _ ("above its upper limit") : _ ("below its lower limit"));
    case BL_RULE_RUN:
    case BL_RULE_LONGEST_RUN:
      if (segment->run_chart)
        return g_strdup_printf (up ? _ ("one of %u in a row above the median") : _ ("one of %u in a row below the median"), n);
      return g_strdup_printf (up ? _ ("one of %u in a row above the average") : _ ("one of %u in a row below the average"), n);
    case BL_RULE_TREND:
      return g_strdup_printf (up ? _ ("one of %u rising in a row") : _ ("one of %u falling in a row"), n);
    case BL_RULE_NEAR:
      return g_strdup (up ? _ ("near its upper limit") : _ ("near its lower limit"));
    default:
      return NULL;
    }
}

char *
bl_indicator_draw_say_signals (const BlIndicatorDraw *draw, guint index)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean outside = FALSE, near = FALSE;

  if (!draw->judgement->points[index].counts)
    return g_string_free (g_steal_pointer (&words), FALSE);
  for (guint s = 0; s < draw->judgement->n_signals; s++)
    {
      const BlSignal *signal = &draw->judgement->signals[s];
      g_autofree char *clause = NULL;

      if (index < signal->first || index > signal->last)
        continue;
      /* What is outside need not be said to be near; what is near, once. */
      if (signal->rule->kind == BL_RULE_NEAR && (outside || near || !(draw->flags[index] & BL_DATUM_RUN)))
        continue;
      outside |= signal->rule->kind == BL_RULE_POINT;
      near |= signal->rule->kind == BL_RULE_NEAR;
      clause = say_signal (draw, signal);
      add_clause (words, "; ", clause);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
bl_indicator_draw_say (const BlIndicatorDraw *draw, guint index)
{
  const BlObservation *item = &draw->obs->items[index];
  g_autofree char *period = bl_words_period (&item->period), *value = bl_indicator_draw_say_value (draw, index);
  g_autofree char *flags = say_flags (draw, index), *signals = bl_indicator_draw_say_signals (draw, index);
  g_autofree char *note = bl_indicator_draw_say_note (draw, index);
  g_autoptr (GString) words = g_string_new (NULL);

  add_clause (words, ", ", draw->place);
  add_clause (words, ", ", period);
  g_string_append_printf (words, ": %s", value);
  if (bl_observation_is_known (item) && isfinite (item->low) && isfinite (item->high))
    {
      g_autofree char *low = bl_words_value (item->low, draw->number, draw->unit);
      g_autofree char *high = bl_words_value (item->high, draw->number, draw->unit);
      g_autofree char *between = g_strdup_printf (item->flags & BL_OBSERVATION_RANGE ? _ ("from %1$s to %2$s by place")
                                                                                     : _ ("likely between %1$s and %2$s"),
                                                  low, high);

      add_clause (words, ", ", between);
    }
  if (item->state == BL_STATE_ESTIMATE)
    add_clause (words, ", ", _ ("an estimate"));
  else if (item->state == BL_STATE_PROXY)
    add_clause (words, ", ", _ ("stands for what is meant"));
  add_clause (words, ", ", flags);
  add_clause (words, "; ", signals);
  add_clause (words, "; ", note);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* --- Notes ---------------------------------------------------------------------------------- */

static const char *
say_cause (BlBreakCause cause)
{
  switch (cause)
    {
    case BL_BREAK_DEFINITION:
      return _ ("what is counted was defined anew");
    case BL_BREAK_METHOD:
      return _ ("the way of counting changed");
    case BL_BREAK_COVERAGE:
      return _ ("who is counted changed");
    case BL_BREAK_BOUNDARY:
      return _ ("the boundaries changed");
    case BL_BREAK_GAP:
      return _ ("nothing was counted");
    case BL_BREAK_SURVEY:
      return _ ("another survey");
    case BL_BREAK_STEP:
      return _ ("an agreed new level");
    default:
      return _ ("something changed");
    }
}

char *
bl_indicator_draw_say_mark (const BlMark *mark)
{
  BlPeriod month = bl_period_of (mark->from, BL_PERIOD_KIND_MONTH), first = month, last = month;
  g_autofree char *when = NULL;

  /* Of a gap the time in which nothing was counted, else when it went on otherwise. */
  if (mark->cause == BL_BREAK_GAP && mark->until > 0 && mark->until + 1 < mark->from)
    {
      first = bl_period_of (mark->until + 1, BL_PERIOD_KIND_MONTH);
      last = bl_period_of (mark->from - 1, BL_PERIOD_KIND_MONTH);
    }
  when = bl_words_span (&first, &last);
  return g_strdup_printf ("%s: %s", when, mark->reason != NULL ? mark->reason : say_cause (mark->cause));
}

static gboolean
same_period (const BlRecord *comment, const BlObservations *obs, const BlPeriod *period)
{
  BlPeriod said;

  return bl_record_get_text ((BlRecord *) comment, "period") != NULL
         && bl_period_parse (bl_record_get_text ((BlRecord *) comment, "period"), obs->kind, &said, NULL)
         && said.start == period->start && said.end == period->end;
}

char *
bl_indicator_draw_say_note (const BlIndicatorDraw *draw, guint index)
{
  const BlObservation *item = &draw->obs->items[index];
  g_autoptr (GString) words = g_string_new (NULL);

  add_clause (words, "; ", item->note);
  add_clause (words, "; ", item->comment);
  for (guint m = 0; m < draw->obs->n_marks; m++)
    if (draw->obs->marks[m].from >= item->period.start && draw->obs->marks[m].from < MAX (item->period.end, item->period.start + 1))
      add_clause (words, "; ", draw->obs->marks[m].reason != NULL ? draw->obs->marks[m].reason : say_cause (draw->obs->marks[m].cause));
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  double first = ((const BlChartNote *) a)->x, second = ((const BlChartNote *) b)->x;

  return first < second ? -1 : first > second;
}

void
bl_indicator_draw_comments (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean bands)
{
  GListModel *comments = bl_record_get_list (BL_RECORD (draw->values->indicator), "comments");

  for (guint c = 0; c < g_list_model_get_n_items (comments); c++)
    {
      g_autoptr (BlRecord) comment = g_list_model_get_item (comments, c);

      for (guint i = draw->first; i < draw->first + draw->n; i++)
        if (same_period (comment, draw->obs, &draw->obs->items[i].period))
          {
            g_autofree char *when = bl_words_period (&draw->obs->items[i].period);
            g_autofree char *text = g_strdup_printf ("%s: %s", when, bl_record_get_text (comment, "text"));

            bl_chart_panel_add_note (panel, bands ? i - draw->first : bl_indicator_draw_middle (&draw->obs->items[i].period),
                                     FALSE, text);
          }
    }
  /* Breaks have their notes already: numbers run on from left to right. */
  g_array_sort (panel->notes, compare_notes);
}
