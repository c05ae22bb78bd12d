/* peers.c: an indicator of the service beside the same of authorities like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "verdict-words.h"

#define ENGLAND "E92000001"

/* --- Numbers ------------------------------------------------------------------- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
bl_peers_quantile (const double *sorted, guint n, double share)
{
  double at = share * (n - 1);
  guint below = (guint) floor (at);

  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
}

/* The median if @n_missing more were all of @value. */
static double
median_with (const double *values, guint n, guint n_missing, double value)
{
  g_autofree double *all = g_new (double, n + n_missing);

  for (guint i = 0; i < n + n_missing; i++)
    all[i] = i < n ? values[i] : value;
  qsort (all, n + n_missing, sizeof *all, compare_doubles);
  return bl_peers_quantile (all, n + n_missing, 0.5);
}

BlPeersSpread
bl_peers_spread (const double *values, guint n, guint n_missing, double own)
{
  BlPeersSpread spread = { n, n_missing, 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, FALSE };
  g_autofree double *sorted = g_new (double, MAX (n, 1));

  if (n == 0)
    return spread;
  memcpy (sorted, values, n * sizeof *values);
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  spread.median = bl_peers_quantile (sorted, n, 0.5);
  spread.lower_quartile = bl_peers_quantile (sorted, n, 0.25);
  spread.upper_quartile = bl_peers_quantile (sorted, n, 0.75);
  spread.lowest = sorted[0];
  spread.highest = sorted[n - 1];
  spread.bound_low = median_with (sorted, n, n_missing, spread.lowest);
  spread.bound_high = median_with (sorted, n, n_missing, spread.highest);
  spread.unplaceable = spread.bound_low < own && own < spread.bound_high;
  for (guint i = 0; i < n; i++)
    spread.n_higher += sorted[i] > own;
  return spread;
}

/* --- Figures ------------------------------------------------------------------------- */

static void
read_peer (BlPeer *peer, const BlIndicatorValues *values, const BlPeersSearch *search)
{
  int at = bl_observations_find (values->values, &search->period);
  const BlObservation *item = at >= 0 ? &values->values->items[at] : NULL;

  peer->value = peer->low = peer->high = peer->count = peer->size = NAN;
  peer->state = item != NULL ? item->state : BL_STATE_NO_DATA;
  if (item == NULL || !bl_observation_is_known (item))
    {
      peer->reason = peer->state == BL_STATE_SUPPRESSED ? BL_PEER_REASON_HIDDEN : bl_peers_search_reason (search, peer->code, &peer->note);
      return;
    }
  peer->value = item->value;
  peer->low = item->low;
  peer->high = item->high;
  peer->count = item->numerator;
  peer->size = item->denominator;
  peer->flags = item->flags;
  if (item->flags & BL_OBSERVATION_PARTIAL)
    {
      peer->parts = item->parts;
      peer->parts_expected = item->parts_expected;
      peer->reason = BL_PEER_REASON_PART;
    }
  else if (item->state != BL_STATE_MEASURED && item->state != BL_STATE_ESTIMATE && item->state != search->usual)
    peer->reason = BL_PEER_REASON_STAND_IN;
}

static gboolean
find_newest (const BlIndicatorValues *values, BlPeriod *period)
{
  for (guint i = values->values->n; i-- > 0;)
    if (bl_observation_is_known (&values->values->items[i]))
      {
        *period = values->values->items[i].period;
        return TRUE;
      }
  return FALSE;
}

/* By year where that is one of its kinds, else by the first. */
static BlPeriodKind
choose_kind (BlIndicator *indicator)
{
  BlPeriodKind kinds[8];
  guint n = bl_indicator_get_periods (indicator, kinds);

  for (guint i = 0; i < n; i++)
    if (kinds[i] == BL_PERIOD_KIND_FY)
      return kinds[i];
  return kinds[0];
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (b, a);
}

static void
add_periods (GArray *periods, const BlIndicatorValues *values)
{
  for (guint i = 0; i < values->values->n; i++)
    {
      const BlObservation *item = &values->values->items[i];
      gboolean had = !bl_observation_is_known (item);

      for (guint k = 0; k < periods->len && !had; k++)
        had = bl_period_equal (&g_array_index (periods, BlPeriod, k), &item->period);
      if (!had)
        g_array_append_val (periods, item->period);
    }
}

/* All that anybody has a figure of; the one asked for, else the service's newest, else the newest of anybody. */
static void
choose_period (BlPeers *self, BlPeersSearch *search, const BlIndicatorValues *own, GPtrArray *others, const BlPeriod *asked)
{
  add_periods (self->periods, own);
  for (guint i = 0; i < others->len; i++)
    add_periods (self->periods, g_ptr_array_index (others, i));
  g_array_sort (self->periods, compare_newest);
  if (asked != NULL)
    search->period = *asked;
  else if (!find_newest (own, &search->period) && self->periods->len > 0)
    search->period = g_array_index (self->periods, BlPeriod, 0);
}

/* Surveys are judged by the difference of their intervals, from England and from each of the others; never by a place. */
static gboolean
say_survey (BlPeers *self, BlIndicator *indicator)
{
  const char *noun = bl_record_get_text (BL_RECORD (indicator), "noun");
  g_autofree char *described = bl_record_describe (BL_RECORD (indicator)), *first = NULL, *rest = NULL;
  BlSurveyPair pair = { .noun = noun != NULL ? noun : described, .title_noun = noun != NULL ? noun : described, .place = self->own.name,
                        .other = self->england.name, .value = self->own.value, .low = self->own.low, .high = self->own.high,
                        .other_value = self->england.value };

  if (self->kind != BL_INDICATOR_KIND_SURVEY
      || !bl_judge_survey_difference (self->own.value, self->own.low, self->own.high, self->england.value, self->england.low,
                                      self->england.high, &pair.difference_low, &pair.difference_high))
    return FALSE;
  bl_words_survey (&pair, &self->title, &first);
  if (self->spread.n == 0)
    {
      self->sentence = g_steal_pointer (&first);
      return TRUE;
    }
  rest = g_strdup_printf (ngettext ("%1$u of %2$u similar authorities with figures differs by more than chance explains.",
                                    "%1$u of %2$u similar authorities with figures differ by more than chance explains.",
                                    self->n_differ), self->n_differ, self->spread.n);
  self->sentence = g_strdup_printf ("%s %s", first, rest);
  return TRUE;
}

static void
say (BlPeers *self, BlIndicator *indicator, const char *place)
{
  BlRecord *record = BL_RECORD (indicator);
  BlPeersPlace words = { .title_noun = bl_record_get_text (record, "noun"), .place = place, .kind = bl_record_get_enum (record, "kind"), .unit = bl_record_get_text (record, "unit"),
                         .value = self->own.value, .median = self->spread.median, .lower_quartile = self->spread.lower_quartile,
                         .upper_quartile = self->spread.upper_quartile, .n = self->spread.n, .n_all = self->n,
                         .n_higher = self->spread.n_higher, .unplaceable = self->spread.unplaceable };
  g_autofree char *described = bl_record_describe (record), *reason = bl_peer_say_reason (&self->own);

  bl_record_get_boolean (record, "plural", &words.plural);
  if (words.title_noun == NULL)
    words.title_noun = described;
  if (self->own.reason == BL_PEER_REASON_NONE && say_survey (self, indicator))
    return;
  if (self->own.reason == BL_PEER_REASON_NONE)
    {
      bl_words_peers (&words, &self->title, &self->sentence);
      return;
    }
  self->lacks = g_strdup_printf (_("%1$s has no figure for %2$s that can be compared: %3$s."), place, words.title_noun, reason);
  self->title = g_strdup_printf (_("%s: nothing to compare"), described);
  if (self->spread.n == 0)
    {
      self->sentence = g_strdup (self->lacks);
      return;
    }
  g_autofree char *median = bl_words_value (self->spread.median, words.kind, words.unit);

  if (self->spread.n == 1)
    self->sentence = g_strdup_printf (_("%1$s The one similar authority with a figure had %2$s."), self->lacks, median);
  else
    self->sentence = g_strdup_printf (_("%1$s The middle of the %2$u similar authorities with figures was %3$s."), self->lacks,
                                      self->spread.n, median);
}

static char *
name_authority (BlProject *project, const char *code, const char *given)
{
  const char *name = given != NULL ? given : bl_peers_find_name (project, code);

  return g_strdup (name != NULL ? name : code);
}

/* The difference of two survey shares (indicator-content 5.8). */
static void
compare_survey (BlPeers *self, BlPeer *peer)
{
  double low, high;

  if (peer->reason != BL_PEER_REASON_NONE || !bl_judge_survey_difference (peer->value, peer->low, peer->high, self->own.value,
                                                                          self->own.low, self->own.high, &low, &high))
    return;
  peer->differs = low > 0 ? 1 : high < 0 ? -1 : 0;
  self->n_differ += peer->differs != 0;
}

static void
fill (BlPeers *self, const BlPeersSearch *search, const BlIndicatorValues *own, GPtrArray *others, const BlIndicatorValues *england)
{
  g_autofree double *values = g_new (double, MAX (self->n, 1));
  guint n = 0;

  self->period = search->period;
  read_peer (&self->own, own, search);
  read_peer (&self->england, england, search);
  for (guint i = 0; i < self->n; i++)
    {
      read_peer (&self->items[i], g_ptr_array_index (others, i), search);
      if (self->items[i].reason == BL_PEER_REASON_NONE)
        values[n++] = self->items[i].value;
      if (self->kind == BL_INDICATOR_KIND_SURVEY && self->own.reason == BL_PEER_REASON_NONE)
        compare_survey (self, &self->items[i]);
    }
  self->spread = bl_peers_spread (values, n, self->n - n, self->own.reason == BL_PEER_REASON_NONE ? self->own.value : NAN);
}

/* Older than its length and eighteen months (indicator-content 1.2), or what the dictionary says. */
static gboolean
is_stale (BlProject *project, const BlPeriod *period, double months)
{
  guint32 today = bl_clock_today (bl_project_get_clock (project));
  g_autoptr (GDate) day = NULL;

  if (period->kind == BL_PERIOD_KIND_UNKNOWN || period->end == 0)
    return FALSE;
  day = g_date_new_julian (period->end + (period->end - period->start));
  g_date_add_months (day, (guint) months);
  return today > g_date_get_julian (day);
}

BlPeers *
bl_peers_new_of (BlBaseFigures *figures, BlIndicator *indicator, const char *const *codes, const char *const *names, guint n,
                 const BlPeriod *period)
{
  BlPeers *self = g_new0 (BlPeers, 1);
  BlProject *project = bl_base_figures_get_project (figures);
  BlPeriodKind kind = period != NULL ? period->kind : choose_kind (indicator);
  BlPlaceAsked mine = { NULL, bl_peers_own_code (project) }, service = { NULL, NULL }, nation = { NULL, ENGLAND };
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_indicator_values_free);
  g_autoptr (BlIndicatorValues) own = bl_indicator_values_new (figures, indicator, &mine, kind);
  g_autoptr (BlIndicatorValues) named = bl_indicator_values_new (figures, indicator, &service, kind);
  g_autoptr (BlIndicatorValues) england = bl_indicator_values_new (figures, indicator, &nation, kind);
  g_auto (GStrv) measures = bl_peers_measures (bl_base_figures_get_dictionary (figures), bl_record_get_text (BL_RECORD (indicator), "formula"));
  BlPeersSearch search = { .project = project, .measures = measures };

  self->kind = search.kind = bl_record_get_enum (BL_RECORD (indicator), "kind");
  search.usual = bl_record_get_enum (BL_RECORD (indicator), "state");
  self->stand_in = search.usual == BL_STATE_PROXY;
  self->periods = g_array_new (FALSE, FALSE, sizeof (BlPeriod));
  self->lines = bl_judge_lines_of (bl_base_figures_get_dictionary (figures));
  self->n = n;
  self->items = g_new0 (BlPeer, MAX (n, 1));
  self->own.code = g_strdup (mine.code);
  self->own.name = g_strdup (named->place);
  self->england.code = g_strdup (ENGLAND);
  self->england.name = g_strdup (_("England"));
  for (guint i = 0; i < n; i++)
    {
      BlPlaceAsked place = { NULL, codes[i] };

      self->items[i].code = g_strdup (codes[i]);
      self->items[i].name = name_authority (project, codes[i], names != NULL ? names[i] : NULL);
      g_ptr_array_add (others, bl_indicator_values_new (figures, indicator, &place, kind));
    }
  choose_period (self, &search, own, others, period);
  bl_peers_search_source (&search);
  fill (self, &search, own, others, england);
  self->stale = is_stale (project, &self->period, self->lines.stale_months);
  self->notes = g_strdup (own->notes);
  self->source = g_strdup (own->source);
  for (guint i = 0; i < n && self->source == NULL; i++)
    self->source = g_strdup (((BlIndicatorValues *) g_ptr_array_index (others, i))->source);
  say (self, indicator, self->own.name);
  return self;
}

BlPeers *
bl_peers_new (BlBaseFigures *figures, BlIndicator *indicator, const char *const *codes, const char *const *names, guint n)
{
  return bl_peers_new_of (figures, indicator, codes, names, n, NULL);
}

gboolean
bl_peers_is_total (BlIndicator *indicator)
{
  BlIndicatorKind kind = bl_record_get_enum (BL_RECORD (indicator), "kind");
  const char *formula = bl_record_get_text (BL_RECORD (indicator), "formula");
  gboolean divided = formula != NULL && (strstr (formula, "÷") != NULL || strchr (formula, '/') != NULL);

  return kind == BL_INDICATOR_KIND_COUNT || kind == BL_INDICATOR_KIND_STOCK || (kind == BL_INDICATOR_KIND_MONEY && !divided);
}

static void
peer_clear (BlPeer *peer)
{
  g_free (peer->code);
  g_free (peer->name);
  g_free (peer->note);
}

void
bl_peers_free (BlPeers *self)
{
  if (self == NULL)
    return;
  peer_clear (&self->own);
  peer_clear (&self->england);
  g_array_unref (self->periods);
  for (guint i = 0; i < self->n; i++)
    peer_clear (&self->items[i]);
  g_free (self->items);
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->notes);
  g_free (self->source);
  g_free (self->lacks);
  g_free (self);
}
