/* test-readiness-study.c: the readiness list of a project: states, order, neutral words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "readiness-study.h"
#include "consultation.h"
#include "decision.h"

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
  BlRecord *workflow;
} Plan;

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static guint32
day (int year, int month, int number)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static Plan *
plan_new (const char *route)
{
  Plan *plan = g_new0 (Plan, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) planning = bl_framework_load ("planning", &error);
  g_autoptr (BlFramework) copy = NULL;
  BlRecord *workflow;

  g_assert_no_error (error);
  plan->ids = bl_ids_new_seeded ("test");
  plan->clock = bl_clock_new_fixed ("2026-10-20T10:00:00Z");
  plan->project = bl_project_new (plan->ids, plan->clock);
  copy = bl_framework_copy (planning, plan->ids);
  workflow = BL_RECORD (bl_framework_find_workflow (copy, route));
  g_object_ref (workflow);
  bl_record_remove (workflow);
  bl_project_begin (plan->project, "Begin");
  plan->workflow = append (plan->project, "workflows", workflow);
  bl_project_commit (plan->project);
  return plan;
}

static void
plan_free (Plan *plan)
{
  g_object_unref (plan->project);
  g_object_unref (plan->ids);
  g_object_unref (plan->clock);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static BlReadyStudy *
study (Plan *plan)
{
  g_autoptr (GError) error = NULL;
  BlReadyStudy *made = bl_ready_study_new (plan->project, BL_WORKFLOW (plan->workflow),
                                           bl_clock_today (plan->clock), &error);

  g_assert_no_error (error);
  return made;
}

static BlRecord *
set_date (Plan *plan, const char *item, guint32 date)
{
  BlRecord *record = append (plan->workflow, "dates", bl_named_date_new (NULL));

  bl_record_set_text (record, "item", item);
  bl_record_set_date (record, "date", date);
  return record;
}

static BlRecord *
note (Plan *plan, const char *item, guint32 date)
{
  BlRecord *record = append (plan->workflow, "readiness", bl_readiness_note_new (NULL));

  bl_record_set_text (record, "item", item);
  if (date != 0)
    bl_record_set_date (record, "date", date);
  return record;
}

/* Counts of planning-content 3.6, by route. */
static void
test_routes (void)
{
  static const struct
  {
    const char *route;
    guint n, always;
  } routes[] = { { "main", 45, 32 }, { "small", 36, 18 }, { "mobile", 41, 24 } };

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      g_autoptr (Plan) plan = plan_new (routes[i].route);
      g_autoptr (BlReadyStudy) list = study (plan);
      guint always = 0;

      for (guint j = 0; j < list->n; j++)
        always += list->items[j].always;
      g_test_message ("%s: %u, %u always", routes[i].route, list->n, always);
      g_assert_cmpuint (list->n_missing, ==, list->n);
      g_assert_cmpuint (list->n, ==, routes[i].n);
      g_assert_cmpuint (always, ==, routes[i].always);
      g_assert_nonnull (strstr (list->notice, "not legal advice"));
    }
}

static void
test_states (void)
{
  g_autoptr (Plan) plan = plan_new ("main");
  g_autoptr (BlReadyStudy) list = NULL;
  const BlReadyItem *item;
  BlRecord *written;

  bl_project_begin (plan->project, "Write");
  note (plan, "ready.duty", day (2026, 3, 2));
  written = note (plan, "ready.charges", 0);
  bl_record_set_boolean (written, "not-applicable", TRUE);
  bl_record_set_text (written, "reason", "No charge changes.");
  written = note (plan, "ready.risk", day (2026, 6, 1)); /* more than three months before the decision */
  written = note (plan, "ready.commitments", day (2026, 2, 1));
  bl_record_set_date (written, "rests-on", day (2026, 5, 1));
  bl_record_set_integer (written, "count", 4);
  written = note (plan, "ready.property", 0);
  bl_record_set_boolean (written, "not-applicable", TRUE); /* without a reason it stays open */
  set_date (plan, "decision.date", day (2026, 11, 17));
  set_date (plan, "dcms.told", day (2026, 5, 29));
  bl_project_commit (plan->project);

  list = study (plan);
  item = bl_ready_study_find (list, "ready.duty");
  g_assert_cmpint (item->state, ==, BL_READY_PRESENT);
  g_assert_cmpstr (item->message, ==, "The statement of the duty is dated 2 March 2026.");
  g_assert_cmpint (bl_ready_study_find (list, "ready.charges")->state, ==, BL_READY_NOT_APPLICABLE);
  g_assert_cmpint (bl_ready_study_find (list, "ready.property")->state, ==, BL_READY_MISSING);
  item = bl_ready_study_find (list, "ready.risk");
  g_assert_cmpint (item->state, ==, BL_READY_OUT_OF_DATE);
  g_assert_cmpstr (item->message, ==,
                   "The risk register was last looked at on 1 June 2026; the limit set is 3 months.");
  g_assert_cmpint (bl_ready_study_find (list, "ready.commitments")->state, ==, BL_READY_OUT_OF_DATE);
  item = bl_ready_study_find (list, "ready.dcms");
  g_assert_cmpint (item->state, ==, BL_READY_PRESENT);
  g_assert_cmpstr (item->message, ==, "DCMS was told on 29 May 2026.");
  g_assert_cmpint (bl_ready_study_find (list, "ready.legal")->state, ==, BL_READY_MISSING);
  g_assert_cmpstr (bl_ready_study_find (list, "ready.legal")->message, ==, "No legal comments are recorded.");
  for (guint i = 0; i < list->n; i++)
    {
      /* Nothing is called lawful or not, and no placeholder is left. */
      g_assert_null (strstr (list->items[i].message, "{"));
      g_assert_null (strstr (list->items[i].message, "lawful"));
    }
}

static void
test_order (void)
{
  g_autoptr (Plan) plan = plan_new ("main");
  g_autoptr (BlReadyStudy) list = NULL;
  const BlReadyItem *item;
  BlRecord *consultation;

  bl_project_begin (plan->project, "Consult");
  consultation = append (plan->project, "consultations", bl_consultation_new (NULL));
  bl_record_set_date (consultation, "open", day (2026, 6, 8));
  bl_record_set_date (consultation, "close", day (2026, 7, 6));
  set_date (plan, "dcms.told", day (2026, 6, 15));
  set_date (plan, "notice.published", day (2026, 10, 22));
  set_date (plan, "decision.date", day (2026, 11, 17));
  bl_project_commit (plan->project);
  list = study (plan);

  item = bl_ready_study_find (list, "ready.dcms"); /* present, and in the wrong order: both are told */
  g_assert_cmpint (item->state, ==, BL_READY_PRESENT);
  g_assert_true (item->wrong_order);
  g_assert_cmpstr (
      item->order_message, ==,
      "DCMS was told on 15 June 2026; first public engagement on the proposals is dated 8 June 2026.");
  item = bl_ready_study_find (list, "ready.time");
  g_assert_true (item->wrong_order);
  g_assert_cmpstr (item->rule, ==, "order.consultation-length");
  g_assert_cmpstr (item->order_message, ==,
                   "The period is 28 days; the length set here is 84. A shorter time may suit a small "
                   "matter; record the reason.");
  item = bl_ready_study_find (list, "ready.notice");
  g_assert_true (item->wrong_order);
  g_assert_cmpstr (item->order_message, ==,
                   "Notice was published on 22 October 2026; there are 25 clear days before 17 November "
                   "2026; the number set is 28.");
  g_assert_false (bl_ready_study_find (list, "ready.legal")->wrong_order);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/readiness-study/routes", test_routes);
  g_test_add_func ("/readiness-study/states", test_states);
  g_test_add_func ("/readiness-study/order", test_order);
  return g_test_run ();
}
