/* test-assess.c: branchline-cli framework and assess: two in response files, one on the machine, what the
 * team agrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "cli-run.h"

#define SHORT_ROUTE "route-90"

static char *
begin (const char *name)
{
  char *project = cli_path (name);

  cli_run_free (cli_run_well ("new", project, "--title", "Newcastle", "--service", "Newcastle upon Tyne",
                              "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "new", "--title", "Spring", "--route", SHORT_ROUTE,
                              "--meeting", "2099-05-01", "--json", NULL));
  cli_run_free (
      cli_run_well ("assess", project, "member", "--name", "Ann", "--role", "role-leader", "--json", NULL));
  cli_run_free (
      cli_run_well ("assess", project, "member", "--name", "Bob", "--role", "role-staff", "--json", NULL));
  cli_run_free (
      cli_run_well ("assess", project, "member", "--name", "Cyn", "--role", "role-partner", "--json", NULL));
  return project;
}

static void
test_frameworks (void)
{
  g_autoptr (CliRun) list = cli_run_well ("framework", "list", "--json", NULL);
  g_autoptr (CliRun) show = cli_run_well ("framework", "show", "self-assessment-starter", "--json", NULL);
  g_autoptr (CliRun) text = cli_run_well ("framework", "show", "self-assessment-peer", NULL);

  g_assert_cmpuint (cli_length (list, "frameworks"), ==, 2);
  g_assert_cmpstr (cli_text (list, "frameworks.0.item"), ==, "self-assessment-starter");
  g_assert_cmpfloat (cli_number (list, "frameworks.0.criteria"), ==, 57);
  g_assert_cmpfloat (cli_number (list, "frameworks.0.short_route"), ==, 15);
  g_assert_nonnull (strstr (cli_text (list, "frameworks.0.notice"), "not the official"));
  g_assert_cmpuint (cli_length (show, "sections"), ==, 2);
  g_assert_cmpuint (cli_length (show, "sections.0.results_areas"), ==, 11);
  g_assert_cmpuint (cli_length (show, "sections.1.characteristics"), ==, 10);
  g_assert_cmpstr (cli_text (show, "sections.1.characteristics.0.criteria.0.item"), ==, "purpose-difference");
  g_assert_cmpuint (cli_length (show, "scales"), ==, 3);
  g_assert_cmpuint (cli_length (show, "routes"), ==, 3);
  g_assert_nonnull (strstr (text->out, "Branchline’s")); /* whose words they are */
  cli_run_badly (2, "neither a framework", "framework", "show", "official-2017", NULL);
  cli_run_badly (2, "Say which", "framework", "show", NULL);
}

/* In two files and on the machine; the spread is as worked by hand. */
static void
test_together (void)
{
  g_autofree char *project = begin ("together.branchline"), *ann = cli_path ("ann.branchline-response"),
                  *bob = cli_path ("bob.branchline-response");
  g_autofree char *content = NULL, *filled = NULL;
  g_autoptr (CliRun) merged = NULL, again = NULL, status = NULL;
  g_autoptr (GRegex) end = g_regex_new ("</response>", 0, 0, NULL);

  cli_run_free (
      cli_run_well ("assess", project, "response", "--member", "Ann", "--out", ann, "--json", NULL));
  cli_run_free (
      cli_run_well ("assess", project, "response", "--member", "Bob", "--out", bob, "--json", NULL));
  /* Filled in, as the rating window would. */
  for (guint i = 0; i < 2; i++)
    {
      const char *path = i == 0 ? ann : bob;
      g_autofree char *ratings = g_strdup_printf (
          "<ratings>"
          "<rating id=\"rating-%saaaaaaaa\" item=\"purpose-choices\" level=\"four-%c\" "
          "given=\"2026-04-10T09:00:00Z\"/>"
          "<rating id=\"rating-%sbbbbbbbb\" item=\"access-reach\" level=\"%s\" "
          "given=\"2026-04-10T09:01:00Z\"><reason>Two buses.</reason></rating>"
          "</ratings></response>",
          i == 0 ? "xa" : "xb", i == 0 ? '1' : '4', i == 0 ? "xa" : "xb", i == 0 ? "four-2" : "four-notsure");

      g_clear_pointer (&content, g_free);
      g_clear_pointer (&filled, g_free);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      filled = g_regex_replace_literal (end, content, -1, 0, ratings, 0, NULL);
      g_assert_true (g_file_set_contents (path, filled, -1, NULL));
    }
  cli_run_free (cli_run_well ("assess", project, "rate", "--member", "Cyn", "--levels", "2------2-------",
                              "--json", NULL)); /* the first and the eighth are not what Ann and Bob rated */
  cli_run_free (cli_run_well ("assess", project, "rate", "--member", "Cyn", "--about", "access-reach",
                              "--level", "3", "--reason", "Near me.", "--json", NULL));
  merged = cli_run_well ("assess", project, "merge", ann, bob, "--json", NULL);
  g_assert_cmpuint (cli_length (merged, "merged"), ==, 2);
  g_assert_cmpstr (cli_text (merged, "merged.0.member"), ==, "Ann");
  g_assert_cmpfloat (cli_number (merged, "merged.0.new"), ==, 2);
  g_assert_cmpuint (cli_length (merged, "merged.0.notes"), ==, 0);
  again = cli_run_well ("assess", project, "merge", ann, "--json", NULL);
  g_assert_cmpfloat (cli_number (again, "merged.0.same"), ==, 2);
  g_assert_cmpfloat (cli_number (again, "merged.0.new"), ==, 0);

  status = cli_run_well ("assess", project, "status", "--json", NULL);
  g_assert_cmpuint (cli_length (status, "criteria"), ==, 15);
  g_assert_cmpstr (cli_text (status, "criteria.0.criterion"), ==, "purpose-choices");
  g_assert_cmpfloat (cli_number (status, "criteria.0.ratings.four-1"), ==, 1);
  g_assert_cmpfloat (cli_number (status, "criteria.0.ratings.four-2"), ==, 1);
  g_assert_cmpfloat (cli_number (status, "criteria.0.ratings.four-4"), ==, 1);
  g_assert_cmpfloat (cli_number (status, "criteria.0.spread.gap"), ==, 3);
  g_assert_cmpstr (cli_text (status, "criteria.0.spread.kind"), ==, "wide");
  g_assert_true (cli_is_null (status, "criteria.0.consensus"));
  g_assert_cmpstr (cli_text (status, "criteria.6.criterion"), ==, "access-reach");
  g_assert_cmpfloat (cli_number (status, "criteria.6.ratings.not_sure"), ==, 1);
  g_assert_cmpfloat (cli_number (status, "criteria.6.spread.gap"), ==, 1);
  g_assert_cmpstr (cli_text (status, "order.0"), ==, "purpose-choices"); /* the widest gap first */
  g_assert_cmpstr (cli_text (status, "order.1"), ==, "access-reach");
  g_assert_cmpfloat (cli_number (status, "members.0.done"), ==, 2);
  g_assert_cmpfloat (cli_number (status, "members.2.done"), ==, 3);
  g_assert_null (strstr (status->out, "average"));
  g_assert_null (strstr (status->out, "Two buses")); /* reasons are the meeting's */
}

static void
test_agreed (void)
{
  g_autofree char *project = begin ("agreed.branchline");
  g_autoptr (CliRun) status = NULL;

  cli_run_badly (2, "why it does not apply", "assess", project, "agree", "--about", "purpose-choices",
                 "--set-aside", NULL);
  cli_run_badly (2, "level of the scale", "assess", project, "agree", "--about", "purpose-choices", "--level",
                 "5", NULL);
  cli_run_badly (2, "nothing called", "assess", project, "agree", "--about", "made-up", "--level", "2", NULL);
  cli_run_free (cli_run_well ("assess", project, "agree", "--about", "purpose-choices", "--level", "2",
                              "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "agree", "--about", "access-reach", "--set-aside",
                              "--reason", "We have no buildings.", "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "agree", "--about", "results-use", "--level",
                              "result-nodata", "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "dissent", "--about", "purpose-choices", "--level", "4",
                              "--reason", "Look at the budget.", "--name", "Bob", "--json", NULL));
  for (guint i = 0; i < 4; i++)
    cli_run_free (cli_run_well ("assess", project, "finding", "--agreed", "--side", "strength", "--about",
                                "purpose", "--text", "A strength.", "--json", NULL));
  cli_run_badly (1, "four strengths already", "assess", project, "finding", "--agreed", "--side", "strength",
                 "--about", "purpose", "--text", "A fifth.", NULL);
  status = cli_run_well ("assess", project, "status", "--json", NULL);
  g_assert_cmpstr (cli_text (status, "criteria.0.consensus"), ==, "four-2");
  g_assert_cmpfloat (cli_number (status, "criteria.0.dissents"), ==, 1);
  g_assert_true (json_node_get_boolean (cli_at (status, "criteria.6.set_aside")));
  g_assert_true (json_node_get_boolean (cli_at (status, "results.0.complete")));
  g_assert_false (json_node_get_boolean (cli_at (status, "plan_open")));
  g_assert_cmpstr (cli_text (status, "missing.0"), ==,
                   "13 criteria have no agreed rating and are not set aside with a reason.");
}

static void
test_wrong (void)
{
  g_autofree char *project = begin ("wrong.branchline"), *other = begin ("other.branchline"),
                  *ann = cli_path ("other-ann.branchline-response");
  g_autofree char *letter = cli_path ("letter.branchline-response"),
                  *bare = cli_path ("bare-of-all.branchline");
  g_autoptr (GBytes) before = cli_bytes (project), after = NULL;

  cli_run_free (cli_run_well ("assess", other, "response", "--member", "Ann", "--out", ann, "--json", NULL));
  cli_run_badly (1, "another project", "assess", project, "merge", ann, NULL);
  g_assert_true (g_file_set_contents (letter, "Dear all, mine are on paper.", -1, NULL));
  cli_run_badly (3, "damaged", "assess", project, "merge", letter, NULL);
  cli_run_badly (2, "Nobody in the team", "assess", project, "response", "--member", "Dot", "--out", ann,
                 NULL);
  cli_run_badly (2, "characters; there are 15", "assess", project, "rate", "--member", "Ann", "--levels",
                 "222", NULL);
  cli_run_badly (2, "is in the team already", "assess", project, "member", "--name", "ann", NULL);
  cli_run_badly (2, "no role", "assess", project, "member", "--name", "Dot", "--role", "role-mayor", NULL);
  cli_run_badly (2, "no route", "assess", project, "new", "--route", "route-long", NULL);
  cli_run_badly (2, "no framework", "assess", project, "new", "--framework", "official-2017", NULL);
  cli_run_badly (2, "Nothing called", "assess", project, "score", NULL);
  after = cli_bytes (project);
  g_assert_true (g_bytes_equal (before, after));
  cli_run_free (
      cli_run_well ("new", bare, "--title", "Bare", "--service", "Newcastle upon Tyne", "--json", NULL));
  cli_run_badly (1, "has no self-assessment", "assess", bare, "status", NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli-assess/frameworks", test_frameworks);
  g_test_add_func ("/cli-assess/together", test_together);
  g_test_add_func ("/cli-assess/agreed", test_agreed);
  g_test_add_func ("/cli-assess/wrong", test_wrong);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
