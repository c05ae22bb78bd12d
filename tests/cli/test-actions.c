/* test-actions.c: branchline-cli actions: added, changed, listed, and which want an eye
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "cli-run.h"

static void
test_actions (void)
{
  g_autofree char *project = cli_path ("actions.branchline");
  g_autoptr (CliRun) none = NULL, first = NULL, second = NULL, all = NULL, closed = NULL, wanted = NULL, text = NULL;

  cli_run_free (cli_run_well ("new", project, "--title", "Newcastle", "--service", "Newcastle upon Tyne", "--json", NULL));
  none = cli_run_well ("actions", project, "list", "--json", NULL);
  g_assert_cmpuint (cli_length (none, "actions"), ==, 0);
  first = cli_run_well ("actions", project, "add", "Open Walker on Sundays", "--owner", "Priya Shah", "--why",
                        "Families cannot come in the week", "--end", "2099-06-30", "--outcomes", "2 5", "--json", NULL);
  g_assert_cmpstr (cli_text (first, "ref"), ==, "A1");
  g_assert_cmpuint (cli_length (first, "neglect"), ==, 0);
  second = cli_run_well ("actions", project, "add", "Ask the Friends", "--end", "2001-01-01", "--json", NULL);
  g_assert_cmpstr (cli_text (second, "neglect.0"), ==, "no-owner");
  g_assert_cmpstr (cli_text (second, "neglect.1"), ==, "past-end");
  g_assert_cmpstr (cli_text (second, "neglect.2"), ==, "no-need");
  all = cli_run_well ("actions", project, "list", "--json", NULL);
  g_assert_cmpstr (cli_text (all, "actions.0.title"), ==, "Ask the Friends"); /* what nobody owns first */
  g_assert_cmpfloat (cli_number (all, "unowned"), ==, 1);
  g_assert_cmpfloat (cli_number (all, "late"), ==, 1);
  closed = cli_run_well ("actions", project, "set", "A2", "--state", "no", "--note", "They had asked already", "--json", NULL);
  g_assert_cmpuint (cli_length (closed, "neglect"), ==, 0);
  g_assert_cmpfloat (cli_number (closed, "percent"), ==, 0);
  wanted = cli_run_well ("actions", project, "list", "--neglected", "--json", NULL);
  g_assert_cmpuint (cli_length (wanted, "actions"), ==, 0);
  g_assert_cmpfloat (cli_number (wanted, "closed"), ==, 1);
  text = cli_run_well ("actions", project, "list", NULL);
  g_assert_nonnull (strstr (text->out, "2 actions"));
  cli_run_badly (2, "There is no action", "actions", project, "set", "A9", NULL);
  cli_run_badly (2, "is not a date", "actions", project, "set", "A1", "--end", "in summer", NULL);
  cli_run_badly (2, "state", "actions", project, "set", "A1", "--state", "nearly", NULL);
  cli_run_badly (2, "Nothing called", "actions", project, "sing", NULL);
  cli_run_badly (2, "Say what", "actions", project, "add", NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli-actions/all", test_actions);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
