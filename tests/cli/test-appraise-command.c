/* test-appraise-command.c: branchline-cli appraise against the worked examples of planning-content 5.4
 * and 5.6
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "cli-run.h"

static char *
begin (const char *name)
{
  static const char *const options[] = { "Do minimum", "Option P", "Option Q", "Option R" };
  static const char *const criteria[] = { "crit.need", "crit.reach", "Our own", "crit.deliver" },
                           *const swings[] = { "100", "80", "60", "20" };
  static const char *const values[]
      = { "0", "100", "40", "100", "60", "70", "100", "50", "100", "0", "70", "40", "55", "60", "90", "0" };
  char *project = cli_path (name);

  cli_run_free (cli_run_well ("new", project, "--title", "Newcastle", "--service", "Newcastle upon Tyne",
                              "--json", NULL));
  cli_run_free (cli_run_well ("appraise", project, "new", "--title", "Options for the east", "--json", NULL));
  cli_run_free (cli_run_well ("appraise", project, "option", "--option", "Do nothing", "--dropped",
                              "2026-05-01", "--reason", "Only for comparison.", "--json", NULL));
  for (guint i = 1; i < 4; i++)
    cli_run_free (cli_run_well ("appraise", project, "option", "--option", options[i], "--type",
                                "opt.coloc-in", "--json", NULL));
  for (guint i = 0; i < 4; i++)
    cli_run_free (cli_run_well ("appraise", project, "criterion", "--criterion", criteria[i], "--swing",
                                swings[i], "--json", NULL));
  for (guint i = 0; i < 16; i++)
    cli_run_free (cli_run_well ("appraise", project, "score", "--option", options[i / 4], "--criterion",
                                criteria[i % 4], "--value", values[i], "--json", NULL));
  return project;
}

static guint
find_option (CliRun *run, const char *title)
{
  for (guint i = 0; i < cli_length (run, "options"); i++)
    {
      g_autofree char *path = g_strdup_printf ("options.%u.title", i);

      if (g_str_equal (cli_text (run, path), title))
        return i;
    }
  g_assert_not_reached ();
}

static double
get (CliRun *run, const char *option, const char *key)
{
  g_autofree char *path = g_strdup_printf ("options.%u.%s", find_option (run, option), key);

  return cli_number (run, path);
}

static void
test_worked (void)
{
  g_autofree char *project = begin ("worked.branchline");
  g_autoptr (CliRun) answer = cli_run_well ("appraise", project, "--json", NULL), other = NULL, text = NULL;

  g_assert_cmpfloat_with_epsilon (get (answer, "Option P", "total"), 71.538461, 1e-6);
  g_assert_cmpfloat_with_epsilon (get (answer, "Do minimum", "total"), 47.692307, 1e-6);
  g_assert_cmpstr (cli_text (answer, "ranking.0"), ==, "Option P");
  g_assert_cmpstr (cli_text (answer, "ranking.1"), ==, "Option R");
  g_assert_cmpfloat_with_epsilon (cli_number (answer, "criteria.0.weight"), 38.461538, 1e-6);
  g_assert_cmpfloat_with_epsilon (cli_number (answer, "criteria.0.above.weight"), 54.285714, 1e-6);
  g_assert_cmpstr (cli_text (answer, "criteria.0.above.title"), ==, "Option Q");
  g_assert_true (cli_is_null (answer, "criteria.0.below"));
  g_assert_cmpstr (cli_text (answer, "criteria.0.title"), ==, "Meets listed needs");
  other = cli_run_well ("appraise", project, "--weights", "crit.need=1000", "--json", NULL);
  g_assert_cmpstr (cli_text (other, "ranking.0"), ==, "Option Q");
  text = cli_run_well ("appraise", project, NULL);
  g_assert_nonnull (strstr (text->out, "does not make one"));
  g_assert_nonnull (strstr (text->out, "not known")); /* no money was entered */
}

static void
test_money (void)
{
  static const char *const lines[][5] = {
    { "Do minimum", "cost.premises", "0", "10", "400000" },
    { "Do minimum", "life.replacement", "2", "2", "60000" },
    { "Option P", "once.people", "1", "1", "25000" },
    { "Option P", "cost.premises", "0", "0", "400000" },
    { "Option P", "cost.premises", "1", "10", "352000" },
    { "Option P", "income.lost", "1", "10", "4000" },
    { "Option P", "once.receipt", "2", "2", "-150000" },
    { "Option P", "user.travel", "0", "10", "70000" },
  };
  g_autofree char *project = begin ("money.branchline");
  g_autoptr (CliRun) answer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *amount = g_strdup_printf ("--amount=%s", lines[i][4]);

      cli_run_free (cli_run_well ("appraise", project, "cost", "--option", lines[i][0], "--category",
                                  lines[i][1], "--from", lines[i][2], "--to", lines[i][3], amount, "--json",
                                  NULL));
    }
  cli_run_free (cli_run_well ("appraise", project, "cost", "--option", "Option P", "--category",
                              "once.capital", "--from", "0", "--amount", "180000", "--optimism", "24",
                              "--json", NULL));
  answer = cli_run_well ("appraise", project, "--json", NULL);
  /* To the penny. */
  g_assert_cmpfloat (round (100 * get (answer, "Do minimum", "net_present_cost")), ==, 378265277);
  g_assert_cmpfloat (round (100 * get (answer, "Option P", "net_present_cost")), ==, 346803948);
  g_assert_cmpfloat (round (100 * get (answer, "Option P", "saves")), ==, 31461329);
  g_assert_cmpfloat (get (answer, "Option P", "pays_back"), ==, 2);
  g_assert_cmpfloat (get (answer, "Option P", "years.0"), ==, 623200);
}

static void
test_wrong (void)
{
  g_autofree char *project = begin ("wrong-appraisal.branchline"),
                  *bare = cli_path ("bare-appraisal.branchline");
  g_autoptr (GBytes) before = cli_bytes (project), after = NULL;

  cli_run_badly (2, "from 0 to 100", "appraise", project, "score", "--option", "Option P", "--criterion",
                 "crit.need", "--value", "101", NULL);
  cli_run_badly (2, "no option", "appraise", project, "score", "--option", "Option Z", "--criterion",
                 "crit.need", "--value", "1", NULL);
  cli_run_badly (2, "no criterion", "appraise", project, "score", "--option", "Option P", "--criterion",
                 "crit.none", "--value", "1", NULL);
  cli_run_badly (2, "why the option is dropped", "appraise", project, "option", "--option", "Option P",
                 "--dropped", "2026-05-01", NULL);
  cli_run_badly (2, "no kind of option", "appraise", project, "option", "--option", "Option T", "--type",
                 "opt.magic", NULL);
  cli_run_badly (2, "what the money is", "appraise", project, "cost", "--option", "Option P", "--category",
                 "cost.luck", "--from", "0", "--amount", "1", NULL);
  cli_run_badly (2, "CRITERION=NUMBER", "appraise", project, "--weights", "crit.need", NULL);
  cli_run_badly (2, "no criterion", "appraise", project, "--weights", "crit.none=5", NULL);
  cli_run_badly (2, "Nothing called", "appraise", project, "decide", NULL);
  after = cli_bytes (project);
  g_assert_true (g_bytes_equal (before, after));
  cli_run_free (
      cli_run_well ("new", bare, "--title", "Bare", "--service", "Newcastle upon Tyne", "--json", NULL));
  cli_run_badly (1, "no appraisal", "appraise", bare, NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli-appraise/worked", test_worked);
  g_test_add_func ("/cli-appraise/money", test_money);
  g_test_add_func ("/cli-appraise/wrong", test_wrong);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
