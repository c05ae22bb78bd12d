/* overview-use.c: visits and loans on the overview, and the indicators that want a look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "overview-use.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-model.h"
#include "indicator-summary.h"
#include "peers.h"
#include "verdict-words.h"

/* The year of the usual long comparison (indicator-content 1.11). */
#define LONG_BASE_YEAR "2018-19"

static int
find_whole (const BlObservations *years)
{
  for (int i = (int) years->n - 1; i >= 0; i--)
    if (bl_observation_is_known (&years->items[i]) && !(years->items[i].flags & BL_OBSERVATION_PARTIAL))
      return i;
  return -1;
}

/* The year before COVID; the one before @latest where that is not known. */
static int
find_base (const BlObservations *years, int latest)
{
  BlPeriod period;
  int found = -1;

  if (bl_period_parse (LONG_BASE_YEAR, BL_PERIOD_KIND_FY, &period, NULL))
    found = bl_observations_find (years, &period);
  if (found < 0 || found >= latest || !bl_observation_is_known (&years->items[found]))
    found = latest - 1;
  return found >= 0 && bl_observation_is_known (&years->items[found]) && years->items[found].value > 0 ? found : -1;
}

static void
read_visits (BlOverviewUse *self, BlBaseFigures *figures)
{
  BlIndicator *indicator = bl_dictionary_find_indicator (bl_base_figures_get_dictionary (figures), "visits-total");
  g_autoptr (BlIndicatorValues) values = NULL;
  g_autoptr (BlIndicatorValues) months = NULL;
  g_autoptr (BlJudgement) judgement = NULL;
  g_autofree char *period = NULL;
  int latest, base;

  if (indicator == NULL)
    return;
  values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  latest = find_whole (values->values);
  if (latest < 0)
    return;
  period = bl_period_to_text (&values->values->items[latest].period);
  self->visits_label = g_strdup_printf (_ ("Visits, %s"), period);
  self->visits = bl_words_value (values->values->items[latest].value, BL_INDICATOR_KIND_COUNT, NULL);
  base = find_base (values->values, latest);
  if (base >= 0)
    {
      double change = 100 * (values->values->items[latest].value / values->values->items[base].value - 1);
      g_autofree char *percent = bl_words_percent (fabs (change), FALSE);
      g_autofree char *before = bl_period_to_text (&values->values->items[base].period);

      /* Translators: "38% fewer than in 2018-19". */
      self->visits_note = change < 0 ? g_strdup_printf (_ ("%s fewer than in %s"), percent, before)
                                     : g_strdup_printf (_ ("%s more than in %s"), percent, before);
    }
  months = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_MONTH);
  judgement = bl_indicator_values_judge (months);
  self->visits_chart = bl_indicator_chart_new_spark (months, judgement);
}

static void
read_loans (BlOverviewUse *self, BlBaseFigures *figures)
{
  BlProject *project = bl_base_figures_get_project (figures);
  BlIndicator *indicator = bl_dictionary_find_indicator (bl_base_figures_get_dictionary (figures), "loans-per-1000");
  BlNeighbours *list = bl_peers_find_list (project);
  BlTable *codes = list != NULL ? bl_record_get_table (BL_RECORD (list), "codes") : NULL;
  g_autoptr (BlPeers) peers = NULL;
  g_autofree char *median = NULL;

  if (indicator == NULL || codes == NULL)
    return;
  peers = bl_peers_new (figures, indicator, bl_table_get_texts (codes), NULL,
                        MIN (bl_table_get_n_rows (codes), BL_PEERS_USUAL));
  if (isnan (peers->own.value) || peers->spread.n == 0)
    return;
  median = bl_words_value (peers->spread.median, peers->kind, NULL);
  self->loans_label = g_strdup (_ ("Book loans per 1,000 people"));
  self->loans = bl_words_value (peers->own.value, peers->kind, NULL);
  self->loans_note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u similar place: median %s",
                                                   "%u similar places: median %s", peers->spread.n),
                                      peers->spread.n, median);
  self->others = g_new (double, peers->n);
  for (guint i = 0; i < peers->n; i++)
    if (peers->items[i].reason == BL_PEER_REASON_NONE)
      self->others[self->n_others++] = peers->items[i].value;
  self->own = peers->own.value;
  self->middle = peers->spread.median;
}

static void
read_attention (BlOverviewUse *self, BlSession *session)
{
  BlIndicatorModel *model = bl_indicator_model_of (session);
  GListModel *indicators = bl_indicator_model_get_indicators (model);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
      BlIndicatorAnswer *answer = bl_indicator_model_get (model, indicator);
      g_autoptr (BlIndicatorSummary) summary
          = answer != NULL ? bl_indicator_summary_new (answer->values, answer->judgement) : NULL;

      if (summary == NULL || summary->attention == NULL)
        continue;
      if (self->attention++ == 0)
        self->attention_first = bl_record_describe (BL_RECORD (indicator));
    }
}

BlOverviewUse *
bl_overview_use_new (BlSession *session)
{
  BlOverviewUse *self = g_new0 (BlOverviewUse, 1);
  BlBaseFigures *figures = bl_session_get_figures (session, NULL);

  self->own = self->middle = NAN;
  if (figures == NULL)
    return self;
  read_visits (self, figures);
  read_loans (self, figures);
  read_attention (self, session);
  return self;
}

void
bl_overview_use_free (BlOverviewUse *self)
{
  if (self == NULL)
    return;
  g_free (self->visits_label);
  g_free (self->visits);
  g_free (self->visits_note);
  g_clear_pointer (&self->visits_chart, bl_chart_unref);
  g_free (self->loans_label);
  g_free (self->loans);
  g_free (self->loans_note);
  g_free (self->others);
  g_free (self->attention_first);
  g_free (self);
}
