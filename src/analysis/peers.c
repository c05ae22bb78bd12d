/* peers.c: an indicator of the service beside the same of authorities like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "formula.h"
#include "verdict-words.h"

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

/* --- What the project keeps -------------------------------------------------------- */

static const char *
service_code (BlProject *project)
{
  BlService *service = bl_project_get_service (project);

  return service != NULL ? bl_record_get_text (BL_RECORD (service), "code") : NULL;
}

BlNeighbours *
bl_peers_find_list (BlProject *project)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "similar");
  const char *code = service_code (project);

  for (guint i = 0; code != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) list = g_list_model_get_item (all, i);
      BlTable *codes = bl_record_get_table (list, "codes");

      if (g_strcmp0 (bl_record_get_text (list, "code"), code) == 0 && codes != NULL && bl_table_get_n_rows (codes) > 0)
        return BL_NEIGHBOURS (list); /* the project holds it */
    }
  return NULL;
}

/* Row of @code, or -1. */
static int
find_row (BlRecord *comparison, const char *code)
{
  BlTable *codes = bl_record_get_table (comparison, "codes");

  for (guint row = 0; codes != NULL && row < bl_table_get_n_rows (codes); row++)
    if (g_strcmp0 (bl_table_get_texts (codes)[row], code) == 0)
      return (int) row;
  return -1;
}

const char *
bl_peers_find_name (BlProject *project, const char *code)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "comparisons");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      BlTable *names = bl_record_get_table (comparison, "names");
      int row = find_row (comparison, code);

      if (row >= 0)
        return names != NULL && (guint) row < bl_table_get_n_rows (names) ? bl_table_get_texts (names)[row] : code;
    }
  return NULL;
}

/* --- Why somebody is missing --------------------------------------------------------- */

typedef struct
{
  BlProject *project;
  BlPeriod period;
  char **measures;    /* of the formula and, one step down, what these are made of; without those below the line */
  const char *source; /* of the comparison that has the figures; NULL */
} Search;

static void
add_names (GStrvBuilder *builder, BlDictionary *dictionary, const char *text, gboolean deeper)
{
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;

  for (guint i = 0; formula != NULL && i < bl_formula_get_n_names (formula); i++)
    {
      const char *name = bl_formula_get_names (formula)[i];
      BlBaseMeasure *measure = bl_dictionary_find_measure (dictionary, name);

      if (bl_formula_is_denominator (formula, i))
        continue;
      g_strv_builder_add (builder, name);
      if (deeper && measure != NULL)
        add_names (builder, dictionary, bl_record_get_text (BL_RECORD (measure), "made-of"), FALSE);
    }
}

static gboolean
is_of_period (const Search *search, BlRecord *comparison)
{
  const char *text = bl_record_get_text (comparison, "period");
  BlPeriod period;

  return text != NULL && bl_period_parse (text, search->period.kind, &period, NULL) && bl_period_equal (&period, &search->period);
}

static void
find_source (Search *search)
{
  GListModel *all = bl_record_get_list (BL_RECORD (search->project), "comparisons");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      const char *measure = bl_record_get_text (comparison, "measure");

      if (measure != NULL && is_of_period (search, comparison) && g_strv_contains ((const char *const *) search->measures, measure))
        {
          search->source = bl_record_get_text (comparison, "source");
          return;
        }
    }
}

/* "loans_book_adult" of "loans_book_all". */
static gboolean
is_age_of (const Search *search, const char *measure)
{
  static const char *const ages[] = { "_u12", "_11_under", "_12_17", "_adult" };

  for (guint m = 0; search->measures[m] != NULL; m++)
    for (guint a = 0; a < G_N_ELEMENTS (ages); a++)
      if (g_str_has_suffix (search->measures[m], "_all") && g_str_has_suffix (measure, ages[a])
          && strlen (measure) - strlen (ages[a]) == strlen (search->measures[m]) - strlen ("_all")
          && strncmp (measure, search->measures[m], strlen (measure) - strlen (ages[a])) == 0)
        return TRUE;
  return FALSE;
}

static BlPeerReason
find_reason (const Search *search, const char *code)
{
  GListModel *all = bl_record_get_list (BL_RECORD (search->project), "comparisons");
  BlPeerReason reason = BL_PEER_REASON_NO_RETURN;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      const char *measure = bl_record_get_text (comparison, "measure");
      BlTable *values = bl_record_get_table (comparison, "values");
      int row;

      if (measure == NULL || values == NULL || !is_of_period (search, comparison)
          || g_strcmp0 (bl_record_get_text (comparison, "source"), search->source) != 0)
        continue;
      row = find_row (comparison, code);
      if (row < 0)
        continue;
      reason = MAX (reason, BL_PEER_REASON_NOT_GIVEN);
      if (is_age_of (search, measure) && (guint) row < bl_table_get_n_rows (values) && isfinite (bl_table_get_numbers (values)[row]))
        return BL_PEER_REASON_AGES;
    }
  return reason;
}

char *
bl_peer_say_reason (const BlPeer *peer)
{
  switch (peer->reason)
    {
    case BL_PEER_REASON_NO_RETURN:
      return g_strdup (_("no return"));
    case BL_PEER_REASON_NOT_GIVEN:
      return g_strdup (_("measure not given, or implausible"));
    case BL_PEER_REASON_AGES:
      return g_strdup (_("only some ages given"));
    case BL_PEER_REASON_PART:
      return peer->parts_expected > 0 ? g_strdup_printf (_("part of a year, %u of %u months"), peer->parts, peer->parts_expected)
                                      : g_strdup (_("part of a year"));
    case BL_PEER_REASON_HIDDEN:
      return g_strdup (_("too few to be given"));
    case BL_PEER_REASON_STAND_IN:
      return g_strdup (_("a stand-in, not the measure itself"));
    case BL_PEER_REASON_NONE:
    default:
      return g_strdup ("");
    }
}

/* --- Figures ------------------------------------------------------------------------- */

static void
read_peer (BlPeer *peer, const BlIndicatorValues *values, const Search *search)
{
  int at = bl_observations_find (values->values, &search->period);
  const BlObservation *item = at >= 0 ? &values->values->items[at] : NULL;

  peer->value = NAN;
  peer->state = item != NULL ? item->state : BL_STATE_NO_DATA;
  if (item == NULL || !bl_observation_is_known (item))
    {
      peer->reason = peer->state == BL_STATE_SUPPRESSED ? BL_PEER_REASON_HIDDEN : find_reason (search, peer->code);
      return;
    }
  peer->value = item->value;
  if (item->flags & BL_OBSERVATION_PARTIAL)
    {
      peer->parts = item->parts;
      peer->parts_expected = item->parts_expected;
      peer->reason = BL_PEER_REASON_PART;
    }
  else if (item->state != BL_STATE_MEASURED && item->state != BL_STATE_ESTIMATE)
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

/* The period of the comparison: the service's newest, else the newest of anybody. */
static void
choose_period (Search *search, const BlIndicatorValues *own, GPtrArray *others)
{
  if (find_newest (own, &search->period))
    return;
  for (guint i = 0; i < others->len; i++)
    {
      BlPeriod period;

      if (find_newest (g_ptr_array_index (others, i), &period)
          && (search->period.kind == BL_PERIOD_KIND_UNKNOWN || bl_period_compare (&period, &search->period) > 0))
        search->period = period;
    }
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

static void
fill (BlPeers *self, const Search *search, const BlIndicatorValues *own, GPtrArray *others)
{
  g_autofree double *values = g_new (double, MAX (self->n, 1));
  guint n = 0;

  self->period = search->period;
  read_peer (&self->own, own, search);
  for (guint i = 0; i < self->n; i++)
    {
      read_peer (&self->items[i], g_ptr_array_index (others, i), search);
      if (self->items[i].reason == BL_PEER_REASON_NONE)
        values[n++] = self->items[i].value;
    }
  self->spread = bl_peers_spread (values, n, self->n - n, self->own.reason == BL_PEER_REASON_NONE ? self->own.value : NAN);
}

BlPeers *
bl_peers_new (BlBaseFigures *figures, BlIndicator *indicator, const char *const *codes, const char *const *names, guint n)
{
  BlPeers *self = g_new0 (BlPeers, 1);
  BlProject *project = bl_base_figures_get_project (figures);
  BlDictionary *dictionary = bl_base_figures_get_dictionary (figures);
  BlPeriodKind kind = choose_kind (indicator);
  BlPlaceAsked mine = { NULL, service_code (project) }, service = { NULL, NULL };
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_indicator_values_free);
  g_autoptr (BlIndicatorValues) own = bl_indicator_values_new (figures, indicator, &mine, kind);
  g_autoptr (BlIndicatorValues) named = bl_indicator_values_new (figures, indicator, &service, kind);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) measures = NULL;
  Search search = { .project = project };

  add_names (builder, dictionary, bl_record_get_text (BL_RECORD (indicator), "formula"), TRUE);
  measures = search.measures = g_strv_builder_end (builder);
  self->n = n;
  self->items = g_new0 (BlPeer, MAX (n, 1));
  self->own.code = g_strdup (mine.code);
  self->own.name = g_strdup (named->place);
  for (guint i = 0; i < n; i++)
    {
      BlPlaceAsked place = { NULL, codes[i] };

      self->items[i].code = g_strdup (codes[i]);
      self->items[i].name = name_authority (project, codes[i], names != NULL ? names[i] : NULL);
      g_ptr_array_add (others, bl_indicator_values_new (figures, indicator, &place, kind));
    }
  choose_period (&search, own, others);
  find_source (&search);
  fill (self, &search, own, others);
  self->notes = g_strdup (own->notes);
  self->source = g_strdup (own->source);
  for (guint i = 0; i < n && self->source == NULL; i++)
    self->source = g_strdup (((BlIndicatorValues *) g_ptr_array_index (others, i))->source);
  say (self, indicator, self->own.name);
  return self;
}

static void
peer_clear (BlPeer *peer)
{
  g_free (peer->code);
  g_free (peer->name);
}

void
bl_peers_free (BlPeers *self)
{
  if (self == NULL)
    return;
  peer_clear (&self->own);
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
