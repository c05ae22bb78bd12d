/* test-scenario-build.c: putting changes into a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-build.h"

static BlProject *
make_project (BlScenario **scenario)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("scenario-build");
  g_autoptr (BlClock) clock = bl_clock_new ();
  BlProject *project = bl_project_new (ids, clock);
  g_autoptr (BlLibrary) library = bl_library_new ("library-a");

  *scenario = bl_scenario_new (NULL);
  bl_project_begin (project, "Begin");
  bl_record_set_integer (BL_RECORD (project), "year", 2023);
  bl_record_set_text (BL_RECORD (library), "name", "Alpha");
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
  bl_record_append (BL_RECORD (project), "scenarios", BL_RECORD (*scenario));
  bl_project_commit (project);
  g_object_unref (*scenario);
  bl_project_begin (project, "Think about it");
  return project;
}

static guint
count (BlScenario *scenario)
{
  return g_list_model_get_n_items (bl_record_get_list (BL_RECORD (scenario), "changes"));
}

static void
test_one_of_a_kind (void)
{
  BlScenario *scenario;
  g_autoptr (BlProject) project = make_project (&scenario);
  BlScenarioChange *close = bl_scenario_add_close (scenario, "library-a"), *move;
  gboolean no = FALSE;

  g_assert_true (bl_scenario_add_close (scenario, "library-a") == close);
  move = bl_scenario_add_move (scenario, "library-a", (BlPoint){ 1, 2 }, "NE3 3HD");
  g_assert_true (bl_scenario_add_move (scenario, "library-a", (BlPoint){ 3, 4 }, NULL) == move);
  g_assert_false (bl_record_is_known (BL_RECORD (move), "place"));
  bl_scenario_add_operation (scenario, "library-a", BL_OPERATION_COMMUNITY, &no);
  bl_scenario_add_operation (scenario, "library-a", BL_OPERATION_COUNCIL, NULL);
  bl_scenario_add_stop (scenario, "Green", (BlPoint){ 5, 6 }, NULL);
  bl_scenario_add_stop (scenario, "Green", (BlPoint){ 5, 6 }, NULL);
  g_assert_cmpuint (count (scenario), ==, 5);
  bl_project_commit (project);
  g_assert_true (bl_project_undo (project));
  g_assert_cmpuint (count (scenario), ==, 0);
}

static void
test_open_and_move (void)
{
  BlScenario *scenario;
  g_autoptr (BlProject) project = make_project (&scenario);
  BlScenarioChange *open = bl_scenario_add_open (scenario, project, "Delta", (BlPoint){ 1, 2 }, "NZ 245 682",
                                                 BL_OPERATION_COMMISSIONED, TRUE);
  BlLibrary *library = BL_LIBRARY (bl_record_get_child (BL_RECORD (open), "new-library"));
  BlPoint point;

  g_assert_true (bl_library_is_statutory (library, 2023));
  g_assert_cmpint (bl_library_get_operation (library, 2023), ==, BL_OPERATION_COMMISSIONED);
  g_assert_cmpint (bl_record_get_enum (BL_RECORD (library), "type"), ==, BL_LIBRARY_TYPE_STATIC);
  /* Moving what the scenario opens puts it elsewhere. */
  g_assert_true (
      bl_scenario_add_move (scenario, bl_record_get_id (BL_RECORD (library)), (BlPoint){ 7, 8 }, NULL)
      == open);
  g_assert_true (bl_library_get_point (library, &point));
  g_assert_cmpfloat (point.x, ==, 7);
  g_assert_cmpuint (count (scenario), ==, 1);
  bl_project_commit (project);
}

static void
test_hours (void)
{
  BlScenario *scenario;
  g_autofree char *week = NULL;
  g_autoptr (BlProject) project = make_project (&scenario);
  g_autoptr (GError) error = NULL;
  BlRecord *change = BL_RECORD (bl_scenario_add_hours (
      scenario, "library-a", "Mon 10:00-13:00; wednes 9.30-12.00, 13.00-17.00", &error));

  g_assert_no_error (error);
  g_assert_cmpstr (bl_record_get_text (change, "monday"), ==, "10:00-13:00");
  g_assert_cmpstr (bl_record_get_text (change, "tuesday"), ==, "closed");
  g_assert_cmpstr (bl_record_get_text (change, "wednesday"), ==, "09:30-12:00 13:00-17:00");
  g_assert_false (bl_record_is_known (change, "hours"));
  g_assert_true (BL_RECORD (bl_scenario_add_hours (scenario, "library-a", "12.5", &error)) == change);
  g_assert_false (bl_record_is_known (change, "monday"));
  week = bl_record_get_as_text (change, "hours");
  g_assert_cmpstr (week, ==, "12.5");
  change = BL_RECORD (bl_scenario_add_hours (scenario, "library-a",
                                             "Tue\xe2\x80\x93"
                                             "Fri 10:00\xe2\x80\x93"
                                             "12:00; Saturday closed;",
                                             &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bl_record_get_text (change, "monday"), ==, "closed");
  g_assert_cmpstr (bl_record_get_text (change, "friday"), ==, "10:00-12:00");
  bl_project_commit (project);
}

static void
test_bad_hours (void)
{
  BlScenario *scenario;
  g_autoptr (BlProject) project = make_project (&scenario);
  static const char *const bad[] = { NULL,
                                     "",
                                     ";",
                                     "Mo 10:00-12:00",
                                     "Mon 12:00-10:00",
                                     "Mon",
                                     "Mon 10:00-12:00; monday closed",
                                     "Fri-Mon 10:00-12:00",
                                     "10:00-12:00",
                                     "169",
                                     "-1",
                                     "mondays 10:00-11:00",
                                     "Mon- 10:00-11:00" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_scenario_add_hours (scenario, "library-a", bad[i], &error));
      g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER);
    }
  g_assert_cmpuint (count (scenario), ==, 0);
  bl_project_commit (project);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-build/one-of-a-kind", test_one_of_a_kind);
  g_test_add_func ("/scenario-build/open-and-move", test_open_and_move);
  g_test_add_func ("/scenario-build/hours", test_hours);
  g_test_add_func ("/scenario-build/bad-hours", test_bad_hours);
  return g_test_run ();
}
