/* scenario-answer.c: branchline-cli scenario compare and show: what scenarios come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario-answer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-json.h"
#include "capacity.h"
#include "equality.h"
#include "groups-option.h"
#include "output.h"
#include "scenario-compare.h"
#include "scenario-words.h"
#include "survive.h"

/* What is asked, worked out. */
typedef struct
{
  BlProject *project;
  const BlFacts *facts;
  GPtrArray *scenarios;  /* of BlScenario */
  GPtrArray *changed;    /* of BlFacts, by scenario */
  GPtrArray *groups;     /* of BlGroupCounts */
  GArray *limits, *minutes;
  BlAccessQuestion question;
  BlTravelMatrix *matrix;
  GPtrArray *matrices;   /* of BlTravelMatrix, by scenario; empty in a straight line */
  GArray *means;         /* of BlSurviveMeans */
  BlComparison *comparison;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->comparison, bl_comparison_free);
  g_clear_pointer (&answer->means, g_array_unref);
  g_clear_pointer (&answer->matrices, g_ptr_array_unref);
  g_clear_pointer (&answer->matrix, bl_travel_matrix_unref);
  g_clear_pointer (&answer->minutes, g_array_unref);
  g_clear_pointer (&answer->limits, g_array_unref);
  g_clear_pointer (&answer->groups, g_ptr_array_unref);
  g_clear_pointer (&answer->changed, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

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
read_limits (Answer *answer, char **within)
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
measure_ways (Answer *answer, GError **error)
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
work_out (Answer *answer, GError **error)
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

/* Of one scenario, or where @scenario is all of them of their order, with each group weighed too. */
static BlSurvive *
survive (const Answer *answer, guint scenario, GError **error)
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
statutory_words (const Answer *answer, guint scenario)
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

/* --- JSON ----------------------------------------------------------------------- */

static void
build_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
build_change (JsonBuilder *builder, BlProject *project, BlRecord *change)
{
  BlRecord *opened = bl_record_get_child (change, "new-library"), *stop = bl_record_get_child (change, "stop");
  BlRecord *placed = opened != NULL ? opened : stop != NULL ? stop : change;
  g_autofree char *words = bl_scenario_change_describe (BL_SCENARIO_CHANGE (change), BL_RECORD (project));
  g_autofree char *kind = bl_record_get_as_text (change, "kind");
  double easting = NAN, northing = NAN;
  gint64 pence;

  bl_record_get_real (placed, "easting", &easting);
  bl_record_get_real (placed, "northing", &northing);
  json_builder_begin_object (builder);
  bl_json_text (builder, "id", bl_record_get_id (change));
  bl_json_text (builder, "kind", kind);
  bl_json_text (builder, "words", words);
  bl_json_text (builder, "library",
                opened != NULL ? bl_record_get_id (opened) : bl_record_get_text (change, "library"));
  bl_json_number (builder, "easting", easting);
  bl_json_number (builder, "northing", northing);
  bl_json_text (builder, "place", bl_record_get_text (change, "place"));
  bl_json_number (builder, "running_cost",
                  bl_record_get_money (change, "running-cost", &pence) ? (double) pence / 100 : NAN);
  bl_json_number (builder, "once_cost", bl_record_get_money (change, "once-cost", &pence) ? (double) pence / 100 : NAN);
  json_builder_end_object (builder);
}

void
bl_scenario_answer_build (JsonBuilder *builder, BlProject *project, BlScenario *scenario)
{
  BlRecord *record = BL_RECORD (scenario);
  GListModel *changes = bl_record_get_list (record, "changes");
  g_autofree char *letter = bl_scenario_get_letter (scenario);

  bl_json_text (builder, "id", bl_record_get_id (record));
  bl_json_text (builder, "letter", letter);
  bl_json_text (builder, "title", bl_record_get_text (record, "title"));
  bl_json_text (builder, "note", bl_record_get_text (record, "note"));
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);

      build_change (builder, project, change);
    }
  json_builder_end_array (builder);
}

static void
build_access (JsonBuilder *builder, const Answer *answer, const char *key, const BlAccess *access)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  bl_access_json_build (builder, access);
  build_boolean (builder, "statutory", answer->question.statutory);
  build_boolean (builder, "cross_boundary", answer->question.cross_boundary);
  json_builder_end_object (builder);
}

/* Who loses, or who gains, within each yardstick: everyone and each group. */
static void
build_within (JsonBuilder *builder, const Answer *answer, const BlConsequences *it, const char *key, gboolean losing)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint w = 0; w < it->before->n_limits; w++)
    {
      double lost, gained;

      bl_consequences_count_within (it, w, answer->facts->population, &lost, &gained);
      json_builder_begin_object (builder);
      bl_json_number (builder, it->before->within[w].measure == BL_MEASURE_MINUTES ? "minutes" : "distance",
                      it->before->within[w].limit);
      bl_json_number (builder, "population", losing ? lost : gained);
      json_builder_set_member_name (builder, "groups");
      json_builder_begin_object (builder);
      for (guint g = 0; g < answer->groups->len; g++)
        {
          const BlGroupCounts *group = g_ptr_array_index (answer->groups, g);

          bl_consequences_count_within (it, w, group->people, &lost, &gained);
          bl_json_number (builder, group->name, losing ? lost : gained);
        }
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Where people go: one entry a library, most people first. */
static void
build_moved (JsonBuilder *builder, const Answer *answer, guint scenario)
{
  const BlConsequences *it = answer->comparison->consequences[scenario];
  const BlFacts *changed = g_ptr_array_index (answer->changed, scenario);
  g_autoptr (GArray) capacities = bl_capacity_compute (answer->facts, changed, &answer->question, it);

  json_builder_set_member_name (builder, "moved");
  json_builder_begin_object (builder);
  bl_json_number (builder, "population", it->moved);
  bl_json_number (builder, "extra_distance", it->moved_extra_distance);
  bl_json_number (builder, "extra_minutes", it->moved_extra_minutes);
  json_builder_set_member_name (builder, "to");
  json_builder_begin_array (builder);
  for (guint i = 0; i < capacities->len; i++)
    {
      const BlCapacity *to = &g_array_index (capacities, BlCapacity, i);
      g_autofree char *sentence = bl_capacity_sentence (changed, to);

      json_builder_begin_object (builder);
      bl_json_text (builder, "library", changed->libraries[to->library].name);
      bl_json_text (builder, "id", changed->libraries[to->library].id);
      bl_json_number (builder, "population", to->coming);
      bl_json_text (builder, "operation", bl_operation_to_code (changed->libraries[to->library].operation));
      build_boolean (builder, "statutory", to->statutory);
      bl_json_number (builder, "people_before", to->people_before);
      bl_json_number (builder, "people_after", to->people_after);
      bl_json_number (builder, "hours_per_1000_before", to->hours_per_1000_before);
      bl_json_number (builder, "hours_per_1000_after", to->hours_per_1000_after);
      bl_json_number (builder, "floor_area", to->floor_area);
      bl_json_number (builder, "visits_before", to->visits_before);
      bl_json_number (builder, "visits_after", to->visits_after);
      bl_json_text (builder, "words", sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
build_money (JsonBuilder *builder, const BlConsequences *it)
{
  gboolean cost_before = it->cost_before > 0 || it->cost_unknown_before == 0;
  gboolean cost_after = it->cost_after > 0 || it->cost_unknown_after == 0;

  bl_json_number (builder, "hours_before", it->hours_before);
  bl_json_number (builder, "hours_after", it->hours_after);
  bl_json_count (builder, "hours_unknown_before", it->hours_unknown_before);
  bl_json_count (builder, "hours_unknown_after", it->hours_unknown_after);
  bl_json_number (builder, "cost_before", cost_before ? it->cost_before : NAN);
  bl_json_number (builder, "cost_after", cost_after ? it->cost_after : NAN);
  bl_json_count (builder, "cost_unknown_before", it->cost_unknown_before);
  bl_json_count (builder, "cost_unknown_after", it->cost_unknown_after);
  bl_json_number (builder, "saving", it->saving);
  bl_json_number (builder, "once_cost", it->once_cost > 0 || it->once_cost_unknown == 0 ? it->once_cost : NAN);
  bl_json_count (builder, "once_cost_unknown", it->once_cost_unknown);
}

static void
build_survive (JsonBuilder *builder, const char *key, const BlSurvive *it)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  bl_json_count (builder, "same", it->n_same);
  bl_json_count (builder, "tests", it->n_tests);
  json_builder_set_member_name (builder, "differs");
  json_builder_begin_array (builder);
  for (guint t = 0; t < it->n_tests; t++)
    if (!it->tests[t].same)
      json_builder_add_string_value (builder, it->tests[t].title);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
build_equality (JsonBuilder *builder, const Answer *answer, guint scenario)
{
  g_autoptr (BlEquality) it = bl_equality_compute (
      answer->comparison->consequences[scenario], (BlGroupCounts *const *) answer->groups->pdata, answer->groups->len,
      BL_AFFECTED_MOVED, g_ptr_array_index (answer->scenarios, scenario));

  json_builder_set_member_name (builder, "equality");
  json_builder_begin_array (builder);
  for (guint r = 0; r < it->n_rows; r++)
    {
      const BlEqualityRow *row = &it->rows[r];

      json_builder_begin_object (builder);
      bl_json_text (builder, "characteristic", bl_characteristic_get_key (row->characteristic));
      bl_json_text (builder, "group", row->known ? row->key : NULL);
      bl_json_text (builder, "title", row->title);
      bl_json_number (builder, "people", row->people);
      bl_json_number (builder, "moved", row->affected);
      bl_json_number (builder, "percent", row->share);
      bl_json_number (builder, "ratio", row->ratio);
      bl_json_text (builder, "words", bl_equality_direction_to_text (row->direction));
      bl_json_text (builder, "judgement", row->judgement);
      bl_json_text (builder, "mitigation", row->mitigation);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static BlExit
answer_json (const Answer *answer, const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BlSurvive) order = NULL;

  json_builder_begin_object (builder);
  build_access (builder, answer, "today", answer->comparison->consequences[0]->before);
  json_builder_set_member_name (builder, "scenarios");
  json_builder_begin_array (builder);
  for (guint s = 0; s < answer->scenarios->len; s++)
    {
      const BlConsequences *it = answer->comparison->consequences[s];
      g_autoptr (BlSurvive) survives = survive (answer, s, &error);
      g_autofree char *words = bl_scenario_words_summary (answer->facts, &answer->question, it);

      if (survives == NULL)
        return bl_command_fail_error (error, path);
      json_builder_begin_object (builder);
      bl_scenario_answer_build (builder, answer->project, g_ptr_array_index (answer->scenarios, s));
      bl_json_text (builder, "words", words);
      build_access (builder, answer, "access", it->after);
      build_within (builder, answer, it, "losing", TRUE);
      build_within (builder, answer, it, "gaining", FALSE);
      build_moved (builder, answer, s);
      build_money (builder, it);
      bl_json_count (builder, "stops", ((const BlFacts *) g_ptr_array_index (answer->changed, s))->n_stops);
      build_equality (builder, answer, s);
      build_survive (builder, "survives", survives);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (answer->scenarios->len > 1)
    {
      order = survive (answer, answer->scenarios->len, &error);
      if (order == NULL)
        return bl_command_fail_error (error, path);
      build_survive (builder, "order", order);
    }
  json_builder_end_object (builder);
  bl_json_finish (builder);
  return BL_EXIT_DONE;
}

/* --- Text ----------------------------------------------------------------------- */

static void
say_table (const Answer *answer)
{
  const BlComparison *it = answer->comparison;
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
say_moved (const Answer *answer, guint scenario)
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
say_equality (const Answer *answer, guint scenario)
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
answer_text (const Answer *answer, const char *path)
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
      survives = survive (answer, s, &error);
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
  g_auto (Answer) answer = {
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
  return bl_command_wants_json () ? answer_json (&answer, path) : answer_text (&answer, path);
}
