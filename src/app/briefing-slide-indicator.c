/* briefing-slide-indicator.c: an indicator over time and beside others, for councillors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "briefing-slide.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-chart.h"
#include "indicator-model.h"
#include "indicator-summary.h"
#include "peers-chart.h"
#include "text.h"
#include "verdict-words.h"

/* With a full stop and a capital: the dictionary writes in small pieces. */
static char *
as_sentence (const char *text)
{
  g_autofree char *words = text != NULL && *text != '\0' ? bl_text_sentence (text) : NULL;

  if (words == NULL)
    return NULL;
  return g_str_has_suffix (words, ".") ? g_steal_pointer (&words) : g_strconcat (words, ".", NULL);
}

static BlIndicatorAnswer *
find_answer (BlSession *session, const char *id, BlIndicator **indicator)
{
  BlRecord *record = bl_project_find (bl_session_get_project (session), id);

  *indicator = record != NULL && BL_IS_INDICATOR (record) ? BL_INDICATOR (record) : NULL;
  return *indicator != NULL ? bl_indicator_model_get (bl_indicator_model_of (session), *indicator) : NULL;
}

/* Which rules it was judged by, in words, and where its limits come from. */
static char *
say_rules (BlSession *session, BlIndicator *indicator, const BlJudgement *judgement)
{
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (session), NULL);
  const char *rules = bl_record_get_text (BL_RECORD (indicator), "rules");
  GListModel *sets = dictionary != NULL ? bl_record_get_list (BL_RECORD (dictionary), "rule-sets") : NULL;
  const BlSegment *segment = judgement->n_segments > 0 ? &judgement->segments[judgement->n_segments - 1] : NULL;

  if (segment == NULL || (!segment->limits && !segment->run_chart))
    return g_strdup (_ ("No rules are used: there are too few values, or these are years, which are compared with the year before."));
  for (guint i = 0; sets != NULL && i < g_list_model_get_n_items (sets); i++)
    {
      g_autoptr (BlRecord) set = g_list_model_get_item (sets, i);

      if (rules == NULL || g_strcmp0 (bl_record_get_text (set, "item"), rules) == 0)
        return g_strdup_printf (_ ("Rules “%s”: %s"), bl_record_get_text (set, "item"), bl_record_get_text (set, "rules"));
    }
  return NULL;
}

static void
add_notes (BlBriefingSlide *self, BlSession *session, BlIndicator *indicator, const BlIndicatorValues *values,
           const BlJudgement *judgement)
{
  BlRecord *record = BL_RECORD (indicator);
  g_autoptr (BlIndicatorSummary) summary = bl_indicator_summary_new (values, judgement);
  g_autofree char *rules = say_rules (session, indicator, judgement);
  g_autofree char *pitfalls = as_sentence (bl_record_get_text (record, "pitfalls"));
  g_autofree char *since = NULL, *target = NULL;

  bl_briefing_slide_add_note (self, _ ("What to say"), judgement->sentence);
  bl_briefing_slide_add_note (self, _ ("What it means"), bl_record_get_text (record, "means"));
  if (isfinite (judgement->since_baseline))
    {
      g_autofree char *change = bl_words_change (judgement->since_baseline, bl_record_get_enum (record, "kind"),
                                                 bl_record_get_text (record, "unit"));

      since = g_strdup_printf (_ ("%s since the baseline."), change);
    }
  bl_briefing_slide_add_note (self, _ ("Since the baseline"), since);
  if (judgement->target_sentence != NULL)
    target = judgement->rag_rule != NULL ? g_strdup_printf ("%s %s: %s", judgement->target_sentence,
                                                            _ (bl_rag_get_title (judgement->rag)), judgement->rag_rule)
                                         : g_strdup (judgement->target_sentence);
  bl_briefing_slide_add_note (self, _ ("Against the target"), target);
  bl_briefing_slide_add_note (self, _ ("State of the figure"), summary->tag);
  bl_briefing_slide_add_note (self, _ ("How change is judged"), rules);
  bl_briefing_slide_add_note (self, _ ("What misleads"), pitfalls);
  bl_briefing_slide_add_note (self, _ ("To know beside it"), values->notes);
  bl_briefing_slide_add_note (self, _ ("Source"), values->source);
}

static guint
count_known (const BlObservations *values)
{
  guint n = 0;

  for (guint i = 0; i < values->n; i++)
    n += bl_observation_is_known (&values->items[i]);
  return n;
}

/* One figure is no chart: it stands large, with what is wanted beside it. */
static void
add_only_figure (BlBriefingSlide *self, BlIndicator *indicator, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  BlRecord *record = BL_RECORD (indicator);
  BlIndicatorKind kind = bl_record_get_enum (record, "kind");
  const char *unit = bl_record_get_text (record, "unit");
  const BlObservation *item = judgement->latest >= 0 ? &values->values->items[judgement->latest] : NULL;
  g_autofree char *period = item != NULL ? bl_words_period (&item->period) : NULL;
  g_autofree char *value = item != NULL ? bl_words_value (item->value, kind, unit) : NULL;
  g_autofree char *words = NULL;
  double target;

  if (item == NULL || !bl_observation_is_known (item))
    return;
  /* Translators: an indicator and its figure: "People within a mile of a library: 93.6%". */
  g_free (self->title);
  self->title = g_strdup_printf (_ ("%s: %s"), bl_record_get_text (record, "name"), value);
  words = unit != NULL && !g_str_equal (unit, "%") ? g_strdup_printf ("%s, %s", unit, period) : g_strdup (period);
  bl_briefing_slide_add_figure (self, value, words, FALSE);
  if (bl_indicator_values_has_target_here (values) && bl_record_get_real (record, "target", &target))
    {
      g_autofree char *wanted = bl_words_value (target, kind, unit);

      bl_briefing_slide_add_figure (self, wanted, _ ("is the target"), FALSE);
    }
}

gboolean
bl_briefing_slide_is_one_figure (const BlIndicatorValues *values)
{
  return count_known (values->values) < 2;
}

/* As its page opens: the newest years. */
static BlChart *
draw_recent (const BlIndicatorValues *values, const BlJudgement *judgement, BlChartKind kind)
{
  g_autoptr (BlJudgement) recent = NULL;
  BlJudgeQuestion question;

  bl_indicator_values_ask (values, &question);
  if (!bl_indicator_values_get_recent (values, &question.from))
    return bl_indicator_chart_new (values, judgement, kind);
  recent = bl_judge (values->values, &question);
  return bl_indicator_chart_new (values, recent, kind);
}

void
bl_briefing_slide_fill_indicator (BlBriefingSlide *self, BlSession *session, const char *id)
{
  BlIndicator *indicator;
  g_autoptr (BlIndicatorAnswer) answer = NULL;
  BlIndicatorAnswer *found = find_answer (session, id, &indicator);
  BlChartKind kinds[8];

  if (found == NULL)
    return;
  answer = bl_indicator_answer_ref (found);
  self->title = g_strdup (answer->judgement->title);
  self->sentence = g_strdup (answer->judgement->sentence);
  if (count_known (answer->values->values) < 2)
    add_only_figure (self, indicator, answer->values, answer->judgement);
  else if (bl_indicator_chart_get_kinds (answer->values, answer->judgement, kinds) > 0)
    {
      self->chart = draw_recent (answer->values, answer->judgement, kinds[0]);
      self->table = bl_chart_ref (self->chart);
      /* The sentence has its doubts in it; what the chart says beyond it stands below. */
      if (self->chart->doubt != NULL && strstr (self->sentence, self->chart->doubt) == NULL)
        self->doubt = g_strdup (self->chart->doubt);
    }
  if (answer->values->source != NULL)
    self->source = g_strdup_printf (_ ("Source: %s."), answer->values->source);
  if (answer->judgement->rebase_offered)
    bl_briefing_slide_add_question (self, _ ("What changed when it settled at another level?"));
  add_notes (self, session, indicator, answer->values, answer->judgement);
}

/* --- Beside others ------------------------------------------------------------------------ */

static BlPeers *
find_peers (BlSession *session, BlIndicator *indicator)
{
  BlProject *project = bl_session_get_project (session);
  BlBaseFigures *figures = bl_session_get_figures (session, NULL);
  BlNeighbours *own = bl_peers_find_own_list (project);
  BlNeighbours *list = own != NULL ? own : bl_peers_find_list (project);
  BlTable *codes = list != NULL ? bl_record_get_table (BL_RECORD (list), "codes") : NULL;
  BlTable *names = list != NULL ? bl_record_get_table (BL_RECORD (list), "names") : NULL;
  guint n = codes != NULL ? bl_table_get_n_rows (codes) : 0;

  if (n == 0 || figures == NULL || bl_peers_is_total (indicator))
    return NULL;
  if (own == NULL)
    n = MIN (n, BL_PEERS_USUAL);
  return bl_peers_new (figures, indicator, bl_table_get_texts (codes), names != NULL ? bl_table_get_texts (names) : NULL, n);
}

gboolean
bl_briefing_slide_has_peers (BlSession *session, const char *id)
{
  BlRecord *record = bl_project_find (bl_session_get_project (session), id);
  g_autoptr (BlPeers) peers = record != NULL && BL_IS_INDICATOR (record) ? find_peers (session, BL_INDICATOR (record)) : NULL;

  return peers != NULL && peers->spread.n > 0 && isfinite (peers->own.value);
}

void
bl_briefing_slide_fill_peers (BlBriefingSlide *self, BlSession *session, const char *id)
{
  BlRecord *record = bl_project_find (bl_session_get_project (session), id);
  BlIndicator *indicator = record != NULL && BL_IS_INDICATOR (record) ? BL_INDICATOR (record) : NULL;
  g_autoptr (BlPeers) peers = indicator != NULL ? find_peers (session, indicator) : NULL;
  g_autofree char *missing = NULL, *doubt = NULL, *pitfalls = NULL;
  BlChartKind kinds[8];

  if (peers == NULL)
    {
      self->title = indicator != NULL ? g_strdup (_ ("There is nobody to compare with yet")) : NULL;
      return;
    }
  self->title = g_strdup (peers->title);
  self->sentence = g_strdup (peers->sentence);
  if (bl_peers_chart_get_kinds (peers, indicator, kinds, NULL) > 0)
    {
      self->chart = bl_peers_chart_new (peers, indicator, kinds[0], &(BlPeersLook){ .middle = TRUE });
      self->table = bl_chart_ref (self->chart);
    }
  missing = bl_peers_say_missing (peers);
  doubt = bl_peers_say_doubt (peers, TRUE);
  self->doubt = g_steal_pointer (&doubt);
  if (peers->source != NULL)
    self->source = g_strdup_printf (_ ("Source: %s."), peers->source);
  bl_briefing_slide_add_question (self, _ ("What do they do differently?"));
  bl_briefing_slide_add_note (self, _ ("What to say"), peers->sentence);
  bl_briefing_slide_add_note (self, _ ("Who has no usable figure"), missing);
  bl_briefing_slide_add_note (self, _ ("How firm it is"), self->doubt);
  pitfalls = as_sentence (bl_record_get_text (record, "pitfalls"));
  bl_briefing_slide_add_note (self, _ ("What misleads"), pitfalls);
  bl_briefing_slide_add_note (self, _ ("To know beside it"), peers->notes);
  bl_briefing_slide_add_note (self, _ ("Source"), peers->source);
}
