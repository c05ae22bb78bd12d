/* test-workflow-study.c: stages over time, what comes next, and what waits, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workflow-study.h"

static guint32
day (int year, int month, int number)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static BlWorkflow *
load (const char *route)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) planning = bl_framework_load ("planning", &error);

  g_assert_no_error (error);
  return g_object_ref (bl_framework_find_workflow (planning, route));
}

static BlRecord *
find (BlWorkflow *workflow, const char *stage, const char *task)
{
  GListModel *stages = bl_record_get_list (BL_RECORD (workflow), "stages");

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (stages, i);
      GListModel *tasks = bl_record_get_list (record, "tasks");

      if (task == NULL && g_strcmp0 (bl_record_get_text (record, "item"), stage) == 0)
        return record;
      for (guint j = 0; j < g_list_model_get_n_items (tasks); j++)
        {
          g_autoptr (BlRecord) own = g_list_model_get_item (tasks, j);

          if (g_strcmp0 (bl_record_get_text (own, "item"), task) == 0)
            return own;
        }
    }
  g_assert_not_reached ();
}

/* Nothing is late or missing before it has begun. */
static void
test_fresh (void)
{
  g_autoptr (BlWorkflow) workflow = load ("main");
  g_autoptr (BlWorkflowStudy) study = bl_workflow_study_new (workflow, day (2026, 4, 17));
  g_autoptr (GArray) next = bl_workflow_study_next (study);

  g_assert_cmpuint (study->n_stages, ==, 11);
  g_assert_cmpuint (study->n_tasks, ==, 107);
  g_assert_cmpuint (next->len, ==, 0);
  g_assert_cmpuint (study->n_late + study->n_unowned, ==, 0);
  g_assert_cmpint (study->current, ==, 0);
  g_assert_cmpint (study->stages[0].standing, ==, BL_STAGE_TO_COME);
  g_assert_cmpuint (study->stages[0].from, ==, 0); /* no day to reckon from */
}

static void
test_next (void)
{
  g_autoptr (BlWorkflow) workflow = load ("main");
  g_autoptr (BlWorkflowStudy) study = NULL, later = NULL, signed_off = NULL;
  g_autoptr (GArray) next = NULL, then = NULL;

  bl_record_set_date (BL_RECORD (workflow), "started", day (2026, 4, 1));
  study = bl_workflow_study_new (workflow, day (2026, 4, 17));
  next = bl_workflow_study_next (study);
  g_assert_cmpint (study->stages[0].standing, ==, BL_STAGE_NOW);
  g_assert_cmpuint (next->len, ==, 1); /* all others of the first stage come after the mandate */
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (study->tasks[g_array_index (next, guint, 0)].task), "item"),
                   ==, "function.mandate");
  g_assert_cmpstr (study->tasks[1].waits_for, ==, "Agree the mandate");
  g_assert_cmpuint (study->n_unowned, ==, 9);

  bl_record_set_enum (find (workflow, NULL, "function.mandate"), "state", BL_TASK_DONE);
  bl_record_set_date (find (workflow, NULL, "function.statement"), "due", day (2026, 4, 16));
  bl_record_set_enum (find (workflow, NULL, "function.governance"), "state",
                      BL_TASK_NOT_NEEDED); /* without a reason it stays open */
  later = bl_workflow_study_new (workflow, day (2026, 4, 17));
  then = bl_workflow_study_next (later);
  g_assert_cmpuint (then->len, ==, 2);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (later->tasks[g_array_index (then, guint, 0)].task), "item"),
                   ==, "function.statement"); /* late */
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (later->tasks[g_array_index (then, guint, 1)].task), "item"),
                   ==, "function.governance");
  g_assert_cmpuint (later->n_late, ==, 1);
  g_assert_cmpuint (later->n_closed, ==, 1);

  bl_record_set_date (find (workflow, "function", NULL), "signed", day (2026, 5, 4));
  signed_off = bl_workflow_study_new (workflow, day (2026, 5, 5));
  g_assert_cmpint (signed_off->stages[0].standing, ==, BL_STAGE_DONE);
  g_assert_cmpint (signed_off->current, ==, 1);
  g_assert_cmpint (signed_off->stages[1].standing, ==, BL_STAGE_NOW);
}

/* The small route: 1, 2–3, 1–2, 4–6, 1–2 weeks one after the other, then four for the last, whose weeks are
 * not said. */
static void
test_forward (void)
{
  static const guint starts[] = { 0, 7, 25, 36, 71, 82 }; /* 7; 17.5 → 18; 10.5 → 11; 35; 10.5 → 11 days */
  g_autoptr (BlWorkflow) workflow = load ("small");
  g_autoptr (BlWorkflowStudy) study = NULL;

  bl_record_set_date (BL_RECORD (workflow), "started", day (2026, 4, 1));
  study = bl_workflow_study_new (workflow, day (2026, 4, 1));
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    g_assert_cmpuint (study->stages[i].from, ==, day (2026, 4, 1) + starts[i]);
  g_assert_cmpuint (study->stages[5].until, ==, day (2026, 4, 1) + 82 + 27);
}

/* Built backwards from the meeting: the stage of the decision ends with it; stages that may run beside each
 * other overlap. */
static void
test_backward (void)
{
  g_autoptr (BlWorkflow) workflow = load ("main");
  g_autoptr (BlWorkflowStudy) study = NULL, tight = NULL;
  BlPlanStage *stages;

  bl_record_set_date (BL_RECORD (workflow), "meeting", day (2026, 11, 17));
  study = bl_workflow_study_new (workflow, day (2026, 6, 1));
  stages = study->stages;
  g_assert_cmpuint (stages[8].until, ==, day (2026, 11, 17));
  g_assert_cmpuint (stages[7].until, ==, stages[8].from - 1);
  g_assert_cmpuint (stages[3].from, ==, stages[2].from); /* needs beside the current service */
  g_assert_cmpuint (stages[5].from, ==, MAX (MAX (stages[2].until, stages[3].until), stages[4].until) + 1);
  g_assert_cmpuint (stages[6].from, ==, stages[5].until + 1);
  /* Weeks of the middle, in a row: 6, then needs 11, 9, 6, 18, 8. */
  g_assert_cmpuint (stages[8].until - stages[0].from + 1, ==, 7 * (6 + 11 + 9 + 6 + 18 + 8));
  g_assert_cmpint (study->weeks_short, ==, 0);

  /* Begun half a year before: all is shared out over what there is, and it says how many weeks it lacks. */
  bl_record_set_date (BL_RECORD (workflow), "started", day (2026, 6, 1));
  tight = bl_workflow_study_new (workflow, day (2026, 6, 1));
  stages = tight->stages;
  g_assert_cmpuint (stages[0].from, ==, day (2026, 6, 1));
  g_assert_cmpuint (stages[8].until, ==, day (2026, 11, 17));
  g_assert_cmpint (tight->weeks_short, ==, 58 - 24); /* 169 days of 406 */
  for (guint i = 0; i < tight->n_stages; i++)
    {
      g_assert_cmpuint (stages[i].from, <=, stages[i].until);
      if (i > 0 && i < 9)
        g_assert_cmpuint (stages[i].until, <=, day (2026, 11, 17));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/workflow-study/fresh", test_fresh);
  g_test_add_func ("/workflow-study/next", test_next);
  g_test_add_func ("/workflow-study/forward", test_forward);
  g_test_add_func ("/workflow-study/backward", test_backward);
  return g_test_run ();
}
