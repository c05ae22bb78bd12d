/* test-plan.c: branchline-cli plan: a route begun, tasks, dates, sign-off, the timeline and the readiness
 * list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "cli-run.h"

static char *
begin (const char *name, const char *route)
{
  char *project = cli_path (name);

  g_setenv ("BRANCHLINE_NOW", "2026-04-17T10:00:00Z", TRUE);
  cli_run_free (cli_run_well ("new", project, "--title", "Newcastle", "--service", "Newcastle upon Tyne",
                              "--json", NULL));
  cli_run_free (cli_run_well ("plan", project, "new", "--route", route, "--started", "2026-04-01",
                              "--meeting", "2027-09-01", "--json", NULL));
  return project;
}

static void
test_status (void)
{
  g_autofree char *project = begin ("status.branchline", "main");
  g_autoptr (CliRun) first = cli_run_well ("plan", project, "status", "--json", NULL), then = NULL,
                     text = NULL;

  g_assert_cmpstr (cli_text (first, "stage"), ==, "function");
  g_assert_cmpfloat (cli_number (first, "tasks"), ==, 107);
  g_assert_cmpuint (cli_length (first, "stages"), ==, 11);
  g_assert_cmpuint (cli_length (first, "next"), ==, 1);
  g_assert_cmpstr (cli_text (first, "next.0.task"), ==, "function.mandate");
  g_assert_cmpfloat (cli_number (first, "readiness.missing"), ==, 45);
  cli_run_free (cli_run_well ("plan", project, "task", "function.mandate", "--state", "done", "--date",
                              "2026-04-10", "--owner", "A. Shah", "--json", NULL));
  cli_run_free (
      cli_run_well ("plan", project, "task", "function.statement", "--due", "2026-04-16", "--json", NULL));
  cli_run_free (cli_run_well ("plan", project, "task", "function.self-assessment", "--state", "not-needed",
                              "--reason", "Done in March.", "--json", NULL));
  then = cli_run_well ("plan", project, "status", "--json", NULL);
  g_assert_cmpfloat (cli_number (then, "closed"), ==, 2);
  g_assert_cmpfloat (cli_number (then, "late"), ==, 1);
  g_assert_cmpstr (cli_text (then, "next.0.task"), ==, "function.statement");
  cli_run_free (cli_run_well ("plan", project, "sign", "function", "--date", "2026-04-17", "--by",
                              "Director of place", "--json", NULL));
  text = cli_run_well ("plan", project, "status", NULL);
  g_assert_nonnull (strstr (text->out, "Stage 2 of 11: Policy, duty and money"));
}

static void
test_timeline (void)
{
  g_autofree char *project = begin ("timeline.branchline", "main");
  g_autoptr (CliRun) timeline = cli_run_well ("plan", project, "timeline", "--json", NULL);

  g_assert_cmpstr (cli_text (timeline, "stages.0.from"), ==, "2026-04-01");
  g_assert_cmpstr (cli_text (timeline, "stages.8.stage"), ==, "decision");
  g_assert_cmpstr (cli_text (timeline, "stages.8.until"), ==, "2027-09-01");
  g_assert_cmpfloat (cli_number (timeline, "weeks_short"), ==, 0);
}

static void
test_readiness (void)
{
  g_autofree char *project = begin ("readiness.branchline", "main"),
                  *small = begin ("small.branchline", "small");
  g_autoptr (CliRun) list = NULL, shorter = cli_run_well ("plan", small, "readiness", "--json", NULL);
  guint dcms = 0;

  cli_run_free (cli_run_well ("plan", project, "date", "dcms.told", "--date", "2026-06-15", "--json", NULL));
  cli_run_free (
      cli_run_well ("plan", project, "date", "consultation.open", "--date", "2026-06-08", "--json", NULL));
  cli_run_free (
      cli_run_well ("plan", project, "ready", "ready.duty", "--date", "2026-03-02", "--json", NULL));
  cli_run_free (cli_run_well ("plan", project, "ready", "ready.charges", "--not-applicable", "--reason",
                              "No charge changes.", "--json", NULL));
  list = cli_run_well ("plan", project, "readiness", "--json", NULL);
  g_assert_nonnull (strstr (cli_text (list, "notice"), "not legal advice"));
  g_assert_cmpuint (cli_length (list, "items"), ==, 45);
  g_assert_cmpuint (cli_length (shorter, "items"), ==, 36);
  g_assert_cmpstr (cli_text (list, "items.0.state"), ==, "present");
  g_assert_cmpstr (cli_text (list, "items.0.message"), ==,
                   "The statement of the duty is dated 2 March 2026.");
  for (guint i = 0; i < 45; i++)
    {
      g_autofree char *path = g_strdup_printf ("items.%u.item", i);

      if (g_str_equal (cli_text (list, path), "ready.dcms"))
        dcms = i;
    }
  {
    g_autofree char *state = g_strdup_printf ("items.%u.state", dcms),
                    *order = g_strdup_printf ("items.%u.wrong_order", dcms);
    g_autofree char *rule = g_strdup_printf ("items.%u.rule", dcms);

    g_assert_cmpstr (cli_text (list, state), ==, "present");
    g_assert_true (json_node_get_boolean (cli_at (list, order)));
    g_assert_cmpstr (cli_text (list, rule), ==, "order.dcms-consultation");
  }
  g_assert_cmpfloat (cli_number (list, "readiness.not_applicable"), ==, 1);
}

static void
test_wrong (void)
{
  g_autofree char *project = begin ("wrong-plan.branchline", "small"),
                  *bare = cli_path ("bare-plan.branchline");
  g_autoptr (GBytes) before = cli_bytes (project), after = NULL;

  cli_run_badly (2, "no route", "plan", project, "new", "--route", "grand", NULL);
  cli_run_badly (2, "no task", "plan", project, "task", "function.mandate", "--state", "done", NULL);
  cli_run_badly (2, "why the task is not needed", "plan", project, "task", "small.why", "--state",
                 "not-needed", NULL);
  cli_run_badly (2, "--due", "plan", project, "task", "small.why", "--due", "soon", NULL);
  cli_run_badly (2, "who signed", "plan", project, "sign", "small.screen", NULL);
  cli_run_badly (2, "no date called", "plan", project, "date", "the.day", "--date", "2026-01-01", NULL);
  cli_run_badly (2, "has no item", "plan", project, "ready", "ready.all", "--date", "2026-01-01", NULL);
  cli_run_badly (2, "why it does not apply", "plan", project, "ready", "ready.duty", "--not-applicable",
                 NULL);
  cli_run_badly (2, "Nothing called", "plan", project, "guess", NULL);
  after = cli_bytes (project);
  g_assert_true (g_bytes_equal (before, after));
  cli_run_free (
      cli_run_well ("new", bare, "--title", "Bare", "--service", "Newcastle upon Tyne", "--json", NULL));
  cli_run_badly (1, "no workflow", "plan", bare, "status", NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli-plan/status", test_status);
  g_test_add_func ("/cli-plan/timeline", test_timeline);
  g_test_add_func ("/cli-plan/readiness", test_readiness);
  g_test_add_func ("/cli-plan/wrong", test_wrong);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
