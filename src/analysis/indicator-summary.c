/* indicator-summary.c: an indicator in one line: latest figure, change, verdict in a word or two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "verdict-words.h"

/* --- Verdict ------------------------------------------------------------------ */

/* Which way a signal points: 1 up, -1 down, 0 it is none of those that may be called better or worse
 * (indicator-content 4.3). */
static int
way_of (BlVerdict verdict)
{
  switch (verdict)
    {
    case BL_VERDICT_POINT_HIGH:
    case BL_VERDICT_SHIFT_UP:
    case BL_VERDICT_TREND_UP:
      return 1;
    case BL_VERDICT_POINT_LOW:
    case BL_VERDICT_SHIFT_DOWN:
    case BL_VERDICT_TREND_DOWN:
      return -1;
    default:
      return 0;
    }
}

static const char *
icon_of (BlVerdict verdict)
{
  switch (verdict)
    {
    case BL_VERDICT_NO_DATA:
    case BL_VERDICT_SUPPRESSED:
    case BL_VERDICT_NOUGHT:
      return "action-unavailable-symbolic";
    case BL_VERDICT_POINT_HIGH:
    case BL_VERDICT_SHIFT_UP:
    case BL_VERDICT_TREND_UP:
    case BL_VERDICT_SEASONAL_HIGH:
    case BL_VERDICT_RISE:
    case BL_VERDICT_RISE_POINTS:
      return "go-up-symbolic";
    case BL_VERDICT_POINT_LOW:
    case BL_VERDICT_SHIFT_DOWN:
    case BL_VERDICT_TREND_DOWN:
    case BL_VERDICT_SEASONAL_LOW:
    case BL_VERDICT_FALL:
    case BL_VERDICT_FALL_POINTS:
      return "go-down-symbolic";
    case BL_VERDICT_NONE:
    case BL_VERDICT_PARTIAL:
    case BL_VERDICT_PARTIAL_ALONE:
    case BL_VERDICT_TOO_FEW:
    case BL_VERDICT_REPEATED:
    case BL_VERDICT_BREAK:
      return "content-loading-symbolic";
    default:
      return "list-remove-symbolic";
    }
}

static void
set_verdict (BlIndicatorSummary *self, BlIndicator *indicator, const BlJudgement *judgement)
{
  int way = way_of (judgement->verdict);
  int wanted = bl_record_get_enum (BL_RECORD (indicator), "direction");
  gboolean lasting = judgement->verdict != BL_VERDICT_POINT_HIGH && judgement->verdict != BL_VERDICT_POINT_LOW;

  /* Five to nine points: there is a line, and nothing is said of it. */
  self->verdict = judgement->verdict == BL_VERDICT_NONE ? N_ ("Too few points") : bl_verdict_get_title (judgement->verdict);
  self->icon = icon_of (judgement->verdict);
  if (way == 0)
    {
      if (judgement->verdict == BL_VERDICT_SEASONAL_LOW || judgement->verdict == BL_VERDICT_SEASONAL_HIGH
          || judgement->verdict == BL_VERDICT_PATTERN || judgement->verdict == BL_VERDICT_NEAR_LIMIT)
        self->tone = BL_SUMMARY_NEWS;
      return;
    }
  self->tone = BL_SUMMARY_NEWS;
  /* What its sister does not bear out may be another way of counting. */
  if (judgement->sister_differs || (wanted != BL_WANTED_UP && wanted != BL_WANTED_DOWN))
    return;
  self->tone = (way > 0) == (wanted == BL_WANTED_UP) ? BL_SUMMARY_GOOD : BL_SUMMARY_BAD;
  if (lasting)
    self->verdict = self->tone == BL_SUMMARY_GOOD ? N_ ("Improved") : N_ ("Worse");
}

static void
set_attention (BlIndicatorSummary *self, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  if (self->figure == BL_SUMMARY_NO_DATA)
    return;
  if (judgement->rag == BL_RAG_NOT_MET && judgement->target_sentence != NULL)
    self->attention = g_strdup (judgement->target_sentence);
  else if (self->tone == BL_SUMMARY_BAD || judgement->sister_differs)
    self->attention = g_strdup (judgement->sentence);
  else if (judgement->stale && judgement->latest >= 0)
    {
      g_autofree char *newest = bl_period_to_text (&values->values->items[judgement->latest].period);

      self->attention = g_strdup_printf (_ ("The newest figure is of %s: ask for a newer one."), newest);
    }
}

/* --- Figures ------------------------------------------------------------------- */

static void
set_latest (BlIndicatorSummary *self, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  BlRecord *record = BL_RECORD (values->indicator);
  const char *unit = bl_record_get_text (record, "unit");
  int kind = bl_record_get_enum (record, "kind");
  const BlObservation *latest = judgement->latest >= 0 ? &values->values->items[judgement->latest] : NULL;
  g_autofree char *name = NULL;

  self->unit = g_strdup (unit);
  self->figure = BL_SUMMARY_NO_DATA;
  self->state = latest != NULL ? latest->state : BL_STATE_NO_DATA;
  name = g_strdup (_ (bl_state_get_title (self->state)));
  if (latest != NULL)
    self->period = bl_period_to_text (&latest->period);
  if (latest != NULL && latest->state == BL_STATE_SUPPRESSED)
    {
      self->figure = BL_SUMMARY_HIDDEN;
      self->value = g_strdup (_ ("fewer than 5"));
    }
  else if (latest != NULL && bl_observation_is_known (latest))
    {
      self->figure = BL_SUMMARY_KNOWN;
      self->value = bl_words_value (latest->value, kind, unit);
      if (!isnan (latest->low) && !isnan (latest->high) && latest->low < latest->high
          && !(latest->flags & BL_OBSERVATION_RANGE))
        {
          g_autofree char *high = bl_words_value (latest->high, kind, unit);
          g_autofree char *low = bl_words_value (latest->low, kind, unit);

          /* The sign of a share once, at the end. */
          if (g_str_has_suffix (low, "%"))
            low[strlen (low) - 1] = '\0';
          /* Translators: the ends of an interval, "19 to 27%". */
          self->interval = g_strdup_printf (_ ("%s to %s"), low, high);
        }
    }
  if (latest != NULL && latest->flags & BL_OBSERVATION_PARTIAL && latest->parts_expected > 0)
    /* Translators: a state, and how many of the parts are there: "Measured, 11 of 12". */
    self->tag = g_strdup_printf (_ ("%s, %u of %u"), name, latest->parts, latest->parts_expected);
  else if (latest != NULL && latest->flags & BL_OBSERVATION_PROVISIONAL)
    self->tag = g_strdup_printf (_ ("%s, provisional"), name);
  else
    self->tag = g_steal_pointer (&name);
}

/* What is known of a year that is not over: named beside the latest whole one, never in its place (1.8). */
static void
set_part (BlIndicatorSummary *self, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  BlRecord *record = BL_RECORD (values->indicator);
  const BlObservation *item = &values->values->items[judgement->latest];
  g_autofree char *period = bl_period_to_text (&item->period);
  g_autofree char *value = bl_words_value (item->value, bl_record_get_enum (record, "kind"), bl_record_get_text (record, "unit"));

  if (item->parts_expected == 12)
    self->part = g_strdup_printf (_ ("%1$s so far: %2$s in %3$u of 12 months"), period, value, item->parts);
  else if (item->parts_expected == 4)
    self->part = g_strdup_printf (_ ("%1$s so far: %2$s in %3$u of 4 quarters"), period, value, item->parts);
  else
    self->part = g_strdup_printf (_ ("%1$s so far: %2$s"), period, value);
}

static void
set_change (BlIndicatorSummary *self, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  BlRecord *record = BL_RECORD (values->indicator);
  g_autofree char *by = NULL, *since = NULL;

  if (self->figure != BL_SUMMARY_KNOWN || judgement->before < 0 || isnan (judgement->change))
    return;
  since = bl_period_to_text (&values->values->items[judgement->before].period);
  if (!isnan (judgement->percent))
    {
      g_autofree char *percent = bl_words_percent (fabs (judgement->percent), FALSE);

      by = g_strconcat (judgement->percent < 0 ? "−" : judgement->percent > 0 ? "+" : "", percent, NULL);
    }
  else
    by = bl_words_change (judgement->change, bl_record_get_enum (record, "kind"), bl_record_get_text (record, "unit"));
  /* Translators: a change and the period it is from: "+25.5% on 2022-23". */
  self->change = g_strdup_printf (_ ("%s on %s"), by, since);
}

static void
set_source (BlIndicatorSummary *self, const BlIndicatorValues *values)
{
  BlRecord *record = BL_RECORD (values->indicator);
  const char *from = bl_record_get_text (record, "source");

  if (self->figure != BL_SUMMARY_NO_DATA)
    self->source = g_strdup (values->source != NULL ? values->source : _ ("Source not known"));
  /* "as visits-total" is a word between entries of the dictionary. */
  else if (from != NULL && !g_str_has_prefix (from, "as "))
    /* Translators: %s is where the figures can be had: "library system; own count of sessions". */
    self->source = g_strdup_printf (_ ("To get it: %s"), from);
  else
    self->source = g_strdup (values->lacks != NULL ? values->lacks : _ ("No figures yet"));
}

/* --- Public --------------------------------------------------------------------- */

BlIndicatorSummary *
bl_indicator_summary_new (const BlIndicatorValues *values, const BlJudgement *judgement)
{
  BlIndicatorSummary *self = g_new0 (BlIndicatorSummary, 1);
  const char *origin = bl_record_get_text (BL_RECORD (values->indicator), "origin");
  g_autoptr (BlJudgement) whole = NULL;
  const BlJudgement *told = judgement;

  if (judgement->whole >= 0 && judgement->whole != judgement->latest)
    {
      BlJudgeQuestion question;

      /* Figure and change are of the latest whole year; the verdict is of what is known since. */
      bl_indicator_values_ask (values, &question);
      question.period = values->values->items[judgement->whole].period;
      whole = bl_judge (values->values, &question);
      told = whole;
      set_part (self, values, judgement);
    }
  self->official = origin != NULL && g_str_has_prefix (origin, "official");
  set_latest (self, values, told);
  set_change (self, values, told);
  set_verdict (self, values->indicator, judgement);
  set_attention (self, values, judgement);
  set_source (self, values);
  return self;
}

void
bl_indicator_summary_free (BlIndicatorSummary *self)
{
  g_free (self->value);
  g_free (self->unit);
  g_free (self->period);
  g_free (self->interval);
  g_free (self->change);
  g_free (self->part);
  g_free (self->tag);
  g_free (self->attention);
  g_free (self->source);
  g_free (self);
}

static void
add_clause (GString *words, guint *n_clauses, gboolean last, const char *clause)
{
  g_string_append (words, *n_clauses == 0 ? " " : last ? _ (" and ") : ", ");
  g_string_append (words, clause);
  ++*n_clauses;
}

char *
bl_indicator_summaries_finding (const BlIndicatorSummary *const *summaries, guint n)
{
  guint improved = 0, worse = 0, no_data = 0, n_clauses = 0;
  g_autofree char *better_words = NULL, *worse_words = NULL, *lacking_words = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      improved += summaries[i]->tone == BL_SUMMARY_GOOD;
      worse += summaries[i]->tone == BL_SUMMARY_BAD;
      no_data += summaries[i]->figure == BL_SUMMARY_NO_DATA;
    }
  better_words = bl_words_count (improved);
  worse_words = bl_words_count (worse);
  lacking_words = bl_words_count (no_data);
  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "Of %u indicator,", "Of %u indicators,", n), n);
  if (improved > 0)
    {
      g_autofree char *clause
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has improved", "%s have improved", improved), better_words);

      add_clause (words, &n_clauses, worse == 0 && no_data == 0, clause);
    }
  if (worse > 0)
    {
      g_autofree char *clause = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is worse", "%s are worse", worse), worse_words);

      add_clause (words, &n_clauses, no_data == 0, clause);
    }
  if (improved == 0 && worse == 0 && no_data < n)
    add_clause (words, &n_clauses, FALSE, _ ("none has clearly improved or become worse"));
  if (no_data > 0)
    {
      g_autofree char *clause
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has no data", "%s have no data", no_data), lacking_words);

      add_clause (words, &n_clauses, TRUE, clause);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
bl_indicator_formula_words (BlDictionary *dictionary, const char *formula)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (formula == NULL)
    return NULL;
  for (const char *c = formula; *c != '\0';)
    {
      const char *end = c;

      while (g_ascii_islower (*c) && (g_ascii_isalnum (*end) || *end == '_'))
        end++;
      if (end > c)
        {
          g_autofree char *item = g_strndup (c, end - c);
          BlBaseMeasure *measure = bl_dictionary_find_measure (dictionary, item);
          const char *name = measure != NULL ? bl_record_get_text (BL_RECORD (measure), "name") : NULL;

          g_string_append (words, name != NULL ? name : item);
          c = end;
        }
      else
        {
          g_string_append_len (words, c, g_utf8_next_char (c) - c);
          c = g_utf8_next_char (c);
        }
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
