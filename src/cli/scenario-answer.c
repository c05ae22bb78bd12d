/* scenario-answer.c: branchline-cli scenario compare and show: what scenarios come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario-answer-private.h"

#include <glib/gi18n-lib.h>

#include "capacity.h"
#include "equality.h"
#include "groups-option.h"
#include "output.h"
#include "scenario-words.h"

static void
answer_clear (BlScenarioAnswer *answer)
{
  g_clear_pointer (&answer->comparison, bl_scenarios_compared_free);
  g_clear_pointer (&answer->means, g_array_unref);
  g_clear_pointer (&answer->matrices, g_ptr_array_unref);
  g_clear_pointer (&answer->matrix, bl_travel_matrix_unref);
  g_clear_pointer (&answer->minutes, g_array_unref);
  g_clear_pointer (&answer->limits, g_array_unref);
  g_clear_pointer (&answer->groups, g_ptr_array_unref);
  g_clear_pointer (&answer->changed, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlScenarioAnswer, answer_clear)

/* --- Working it out ------------------------------------------------------------- */

/* A mile and two in a straight line; what is usual by the other means, in minutes. */
static const char *const *
usual_limits (BlBy by)
{
  static const char *const straight[] = { "1mi", "2mi", NULL }, *const slow[] = { "15min", "30min", NULL };
  static const char *const drive[] = { "10min", "20min", NULL }, *const table[] = { "30min", NULL };

  switch (by)
    {
    case BL_BY_WALK:
    case BL_BY_CYCLE:
      return slow;
    case BL_BY_DRIVE:
      return drive;
    case BL_BY_TABLE:
      return table;
    case BL_BY_STRAIGHT:
    default:
      return straight;
    }
}

static BlExit
read_limits (BlScenarioAnswer *answer, char **within)
{
  const char *const *texts = within != NULL ? (const char *const *) within : usual_limits (answer->question.travel.by);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      BlMeasure measure;
      double limit;

      if (!bl_access_parse_within (texts[i], &measure, &limit, &error))
        return bl_command_fail (BL_EXIT_USAGE, _("--within: %s"), error->message);
      g_array_append_val (measure == BL_MEASURE_MINUTES ? answer->minutes : answer->limits, limit);
    }
  answer->question.limits = (const double *) (gpointer) answer->limits->data;
  answer->question.n_limits = answer->limits->len;
  answer->question.minutes = (const double *) (gpointer) answer->minutes->data;
  answer->question.n_minutes = answer->minutes->len;
  return BL_EXIT_DONE;
}

/* The groups asked for, else all that the project can count. */
static GPtrArray *
read_groups (const BlFacts *facts, char **names, GError **error)
{
  g_autoptr (GPtrArray) offered = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  if (names != NULL)
    return bl_groups_option_read (facts, names, error);
  offered = bl_group_suggestions (facts);
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);
  for (guint i = 0; i < offered->len; i++)
    {
      BlGroupCounts *counts = bl_group_counts_new (facts, g_ptr_array_index (offered, i), NULL);

      if (counts != NULL) /* a saved group may be of a value that has gone */
        g_ptr_array_add (groups, counts);
    }
  return g_steal_pointer (&groups);
}

static gboolean
measure_ways (BlScenarioAnswer *answer, GError **error)
{
  BlFacts *const *changed = (BlFacts *const *) answer->changed->pdata;
  guint n = answer->changed->len;

  if (answer->question.travel.by != BL_BY_STRAIGHT)
    {
      answer->matrix = bl_travel_matrix_new (answer->facts, &answer->question.travel, NULL, error);
      if (answer->matrix == NULL)
        return FALSE;
      for (guint s = 0; s < n; s++)
        {
          BlTravelMatrix *matrix = bl_travel_matrix_update (answer->matrix, answer->facts, changed[s], NULL, error);

          if (matrix == NULL)
            return FALSE;
          g_ptr_array_add (answer->matrices, matrix);
        }
    }
  answer->means = bl_survive_find_means (answer->facts, changed, n, &answer->question.travel, answer->matrix, NULL, error);
  return answer->means != NULL;
}

static gboolean
work_out (BlScenarioAnswer *answer, GError **error)
{
  for (guint s = 0; s < answer->scenarios->len; s++)
    g_ptr_array_add (answer->changed,
                     bl_scenario_apply (answer->facts, g_ptr_array_index (answer->scenarios, s), NULL));
  if (!measure_ways (answer, error))
    return FALSE;
  answer->comparison = bl_scenario_compare (
      answer->facts, (BlFacts *const *) answer->changed->pdata, answer->changed->len, &answer->question, answer->matrix,
      answer->matrix != NULL ? (BlTravelMatrix *const *) answer->matrices->pdata : NULL,
      (BlGroupCounts *const *) answer->groups->pdata, answer->groups->len, error);
  return answer->comparison != NULL;
}

BlSurvive *
bl_scenario_answer_survive (const BlScenarioAnswer *answer, guint scenario, GError **error)
{
  gboolean all = scenario == answer->scenarios->len;
  g_autoptr (GArray) means = g_array_new (FALSE, FALSE, sizeof (BlSurviveMeans));

  for (guint m = 0; m < answer->means->len; m++)
    {
      BlSurviveMeans way = g_array_index (answer->means, BlSurviveMeans, m);

      way.changed += all ? 0 : scenario; /* borrowed */
      g_array_append_val (means, way);
    }
  return bl_survive_compute (answer->facts, (BlFacts *const *) answer->changed->pdata + (all ? 0 : scenario),
                             all ? answer->scenarios->len : 1, &answer->question,
                             (const BlSurviveMeans *) (gpointer) means->data, means->len,
                             (BlGroupCounts *const *) answer->groups->pdata, all ? answer->groups->len : 0, NULL, error);
}

/* People who lose one if only statutory libraries count, as a sentence; NULL where it says nothing new. */
static char *
statutory_words (const BlScenarioAnswer *answer, guint scenario)
{
  BlAccessQuestion question = answer->question;
  g_autoptr (BlConsequences) statutory = NULL;

  question.statutory = TRUE;
  statutory = bl_consequences_compute (answer->facts, g_ptr_array_index (answer->changed, scenario), &question,
                                       answer->matrix,
                                       answer->matrix != NULL ? g_ptr_array_index (answer->matrices, scenario) : NULL,
                                       NULL, 0, NULL);
  return bl_scenario_words_statutory (answer->facts, &answer->question, answer->comparison->consequences[scenario],
                                      statutory);
}

/* --- Text ----------------------------------------------------------------------- */

static void
say_table (const BlScenarioAnswer *answer)
{
  const BlScenariosCompared *it = answer->comparison;
  g_autofree char *alignments = g_strnfill (it->n_scenarios + 2, 'r');
  g_autofree const char **cells = g_new0 (const char *, it->n_scenarios + 2);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  BlOutputTable *table;

  alignments[0] = 'l';
  table = bl_output_table_new (alignments);
  cells[0] = "";
  cells[1] = _("Today");
  for (guint s = 0; s < it->n_scenarios; s++)
    {
      cells[s + 2] = bl_scenario_get_letter (g_ptr_array_index (answer->scenarios, s));
      g_ptr_array_add (texts, (gpointer) cells[s + 2]);
    }
  bl_output_table_add_cells (table, cells);
  for (guint m = 0; m < it->n_measures; m++)
    {
      const BlCompareMeasure *measure = &it->measures[m];

      cells[0] = measure->title;
      cells[1] = bl_compare_cell_to_text (measure, &measure->today);
      g_ptr_array_add (texts, (gpointer) cells[1]);
      for (guint s = 0; s < it->n_scenarios; s++)
        {
          cells[s + 2] = bl_compare_cell_to_text (measure, &measure->scenarios[s]);
          g_ptr_array_add (texts, (gpointer) cells[s + 2]);
        }
      bl_output_table_add_cells (table, cells);
    }
  bl_output_table_finish (table, TRUE);
}

static void
say_moved (const BlScenarioAnswer *answer, guint scenario)
{
  const BlConsequences *it = answer->comparison->consequences[scenario];
  const BlFacts *changed = g_ptr_array_index (answer->changed, scenario);
  g_autoptr (GArray) capacities = bl_capacity_compute (answer->facts, changed, &answer->question, it);
  g_autofree char *flows = bl_scenario_finding_flows (changed, it);
  g_autofree char *taken = bl_capacity_finding (changed, capacities);

  if (capacities->len == 0)
    return;
  bl_output_text ("%s. %s.\n", flows, taken);
  for (guint i = 0; i < capacities->len; i++)
    {
      g_autofree char *sentence = bl_capacity_sentence (changed, &g_array_index (capacities, BlCapacity, i));

      bl_output_text ("  %s\n", sentence);
    }
}

static void
say_equality (const BlScenarioAnswer *answer, guint scenario)
{
  g_autoptr (BlEquality) it = bl_equality_compute (
      answer->comparison->consequences[scenario], (BlGroupCounts *const *) answer->groups->pdata, answer->groups->len,
      BL_AFFECTED_MOVED, g_ptr_array_index (answer->scenarios, scenario));
  g_autofree char *finding = bl_scenario_finding_groups (answer->comparison->consequences[scenario],
                                                         (BlGroupCounts *const *) answer->groups->pdata,
                                                         answer->groups->len);

  if (finding == NULL || answer->comparison->consequences[scenario]->moved <= 0)
    return;
  bl_output_text ("%s.\n", finding);
  for (guint r = 0; r < it->n_rows; r++)
    {
      g_autofree char *sentence = it->rows[r].known ? bl_equality_row_sentence (it, r) : NULL;

      if (sentence != NULL)
        bl_output_text (_("  %s: %s\n"), it->rows[r].title, sentence);
    }
}

static BlExit
answer_text (const BlScenarioAnswer *answer, const char *path)
{
  g_autoptr (GError) error = NULL;

  say_table (answer);
  for (guint s = 0; s <= answer->scenarios->len; s++)
    {
      gboolean all = s == answer->scenarios->len;
      g_autoptr (BlSurvive) survives = NULL;
      g_autofree char *finding = NULL, *doubt = NULL;

      if (all && answer->scenarios->len == 1)
        break;
      survives = bl_scenario_answer_survive (answer, s, &error);
      if (survives == NULL)
        return bl_command_fail_error (error, path);
      finding = bl_survive_finding (survives);
      doubt = bl_survive_sentence (survives);
      bl_output_text ("\n");
      if (!all)
        {
          g_autofree char *letter = bl_scenario_get_letter (g_ptr_array_index (answer->scenarios, s));
          g_autofree char *title = bl_record_describe (g_ptr_array_index (answer->scenarios, s));
          g_autofree char *summary
              = bl_scenario_words_summary (answer->facts, &answer->question, answer->comparison->consequences[s]);
          g_autofree char *statutory = statutory_words (answer, s);

          bl_output_text ("%s  %s\n%s\n", letter, title, summary);
          if (statutory != NULL)
            bl_output_text ("%s\n", statutory);
          say_moved (answer, s);
          say_equality (answer, s);
        }
      bl_output_text ("%s. %s\n", finding, doubt);
    }
  return BL_EXIT_DONE;
}

BlExit
bl_scenario_answer (BlProject *project,
                    const BlFacts *facts,
                    GPtrArray *scenarios,
                    const BlScenarioAsk *ask,
                    const char *path)
{
  g_auto (BlScenarioAnswer) answer = {
    .project = project,
    .facts = facts,
    .scenarios = scenarios,
    .changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_facts_unref),
    .limits = g_array_new (FALSE, FALSE, sizeof (double)),
    .minutes = g_array_new (FALSE, FALSE, sizeof (double)),
    .matrices = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_travel_matrix_unref),
    .question = { .statutory = ask->statutory, .cross_boundary = ask->cross_boundary },
  };
  g_autoptr (GError) error = NULL;
  BlExit exit;

  if (ask->by != NULL && !bl_travel_parse (facts, ask->by, &answer.question.travel, &error))
    return bl_command_fail_error (error, path);
  exit = read_limits (&answer, ask->within);
  if (exit != BL_EXIT_DONE)
    return exit;
  answer.groups = read_groups (facts, ask->groups, &error);
  if (answer.groups == NULL || !work_out (&answer, &error))
    return bl_command_fail_error (error, path);
  return bl_command_wants_json () ? bl_scenario_answer_json (&answer, path) : answer_text (&answer, path);
}
