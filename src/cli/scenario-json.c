/* scenario-json.c: branchline-cli scenario: what scenarios come to, as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario-answer-private.h"

#include <math.h>

#include "access-json.h"
#include "capacity.h"
#include "equality.h"
#include "output.h"
#include "scenario-words.h"

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
build_access (JsonBuilder *builder, const BlScenarioAnswer *answer, const char *key, const BlAccess *access)
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
build_within (JsonBuilder *builder, const BlScenarioAnswer *answer, const BlConsequences *it, const char *key, gboolean losing)
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
build_moved (JsonBuilder *builder, const BlScenarioAnswer *answer, guint scenario)
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
build_equality (JsonBuilder *builder, const BlScenarioAnswer *answer, guint scenario)
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

BlExit
bl_scenario_answer_json (const BlScenarioAnswer *answer, const char *path)
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
      g_autoptr (BlSurvive) survives = bl_scenario_answer_survive (answer, s, &error);
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
      order = bl_scenario_answer_survive (answer, answer->scenarios->len, &error);
      if (order == NULL)
        return bl_command_fail_error (error, path);
      build_survive (builder, "order", order);
    }
  json_builder_end_object (builder);
  bl_json_finish (builder);
  return BL_EXIT_DONE;
}
