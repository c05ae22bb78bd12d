/* test-assessments.c: frameworks, self-assessments and actions as records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "action.h"
#include "assessment.h"
#include "project.h"
#include "record-xml.h"

static BlRecord *
append (BlRecord *parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static BlRecord *
add_framework (BlRecord *parent)
{
  BlRecord *framework = append (parent, "frameworks", bl_framework_new (NULL)), *part, *section;

  bl_record_set_text (framework, "item", "self-assessment-starter");
  bl_record_set_text (framework, "revision", "1");
  part = append (framework, "scales", bl_scale_of_levels_new (NULL));
  part = append (part, "levels", bl_scale_level_new (NULL));
  bl_record_set_text (part, "item", "four-2");
  section = append (framework, "sections", bl_framework_section_new (NULL));
  part = append (section, "areas", bl_results_area_new (NULL));
  append (part, "measures", bl_results_measure_new (NULL));
  part = append (section, "characteristics", bl_characteristic_new (NULL));
  part = append (part, "criteria", bl_criterion_new (NULL));
  bl_record_set_text (part, "item", "purpose-choices");
  bl_record_set_text (part, "excellent", "One sign.\nAnother sign.");
  part = append (framework, "scripts", bl_script_new (NULL));
  part = append (part, "entries", bl_script_entry_new (NULL));
  bl_record_set_text (part, "say", "“What makes you say that?”");
  return framework;
}

static void
test_round_trip (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlRecordReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  BlRecord *framework, *assessment, *member, *first, *second, *area, *action;

  bl_project_begin (project, "Add");
  framework = add_framework (BL_RECORD (project));
  assessment = append (BL_RECORD (project), "assessments", bl_assessment_new (NULL));
  bl_record_set_text (assessment, "framework", bl_record_get_id (framework));
  append (assessment, "model", bl_statement_new (NULL));
  member = append (assessment, "team", bl_assessment_member_new (NULL));
  first = append (assessment, "ratings", bl_rating_new (NULL));
  bl_record_set_text (first, "member", bl_record_get_id (member));
  second = append (assessment, "ratings", bl_rating_new (NULL));
  bl_record_set_text (second, "replaces", bl_record_get_id (first));
  append (assessment, "results", bl_result_new (NULL));
  append (assessment, "discussions", bl_discussion_new (NULL));
  append (assessment, "agreements", bl_agreement_new (NULL));
  area = append (assessment, "findings", bl_finding_new (NULL));
  bl_record_set_enum (area, "side", BL_FINDING_AREA);
  append (assessment, "dissents", bl_dissent_new (NULL));
  append (assessment, "parking", bl_parked_note_new (NULL));
  append (assessment, "exhibits", bl_exhibit_new (NULL));
  action = append (BL_RECORD (project), "actions", bl_action_new (NULL));
  bl_record_set_text (action, "finding", bl_record_get_id (area));
  bl_record_set_enum (action, "state", BL_ACTION_YES_ONGOING);
  append (action, "milestones", bl_milestone_new (NULL));
  append (action, "history", bl_progress_new (NULL));
  bl_project_commit (project);

  bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  reading = bl_record_read (BL_TYPE_PROJECT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "test",
                            NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  g_assert_true (bl_record_equal (BL_RECORD (project), reading->root));
  again = bl_record_write (reading->root, BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (bytes, again));

  /* The area goes: the action stays, without what it came from. */
  bl_project_begin (project, "Remove");
  bl_project_delete (project, area);
  bl_project_commit (project);
  g_assert_null (bl_record_get_text (action, "finding"));
  bl_project_undo (project);
  g_assert_cmpstr (bl_record_get_text (action, "finding"), ==, bl_record_get_id (area));
}

/* Outside a project nobody gives ids. */
static gboolean
identify (BlRecord *record, gpointer ids)
{
  g_autofree char *id = bl_ids_make (ids, bl_record_get_kind (record));

  if (bl_record_get_id (record) == NULL)
    bl_record_assign_id (record, id);
  return TRUE;
}

static void
test_response (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlRecord) response = BL_RECORD (bl_response_new ("response-aaaaaaaaaa"));
  g_autoptr (BlRecordReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  BlRecord *rating;

  add_framework (response);
  rating = append (response, "ratings", bl_rating_new (NULL));
  bl_record_set_text (rating, "level", "four-2");
  bl_record_walk (response, identify, ids);
  bytes = bl_record_write (response, BL_PROJECT_VERSION);
  reading = bl_record_read (BL_TYPE_RESPONSE, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                            "test", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  g_assert_true (bl_record_equal (response, reading->root));
}

static void
test_titles (void)
{
  g_assert_cmpstr (bl_action_state_get_title (BL_ACTION_NO_ONGOING), ==, "No/Ongoing");
  g_assert_cmpstr (bl_action_state_get_title (BL_ACTION_UNKNOWN), ==, "Not stated");
  g_assert_cmpstr (bl_finding_side_get_title (BL_FINDING_AREA), ==, "Area for improvement");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/assessments/round-trip", test_round_trip);
  g_test_add_func ("/assessments/response", test_response);
  g_test_add_func ("/assessments/titles", test_titles);
  return g_test_run ();
}
