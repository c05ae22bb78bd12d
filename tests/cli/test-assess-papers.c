/* test-assess-papers.c: branchline-cli assess export: every paper in every kind of file, and what is refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "cli-run.h"

static char *
begin (const char *name)
{
  char *project = cli_path (name);

  cli_run_free (
      cli_run_well ("new", project, "--title", "Newcastle", "--service", "Newcastle upon Tyne", "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "new", "--title", "Spring", "--route", "route-half", "--meeting", "2026-04-30",
                              "--starts", "09:15", "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "member", "--name", "Ann Alpha", "--role", "role-leader", "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "rate", "--member", "Ann Alpha", "--about", "access-reach", "--level", "3",
                              "--reason", "Two buses.", "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "agree", "--about", "access-reach", "--level", "3", "--json", NULL));
  cli_run_free (cli_run_well ("assess", project, "dissent", "--about", "access-reach", "--level", "1", "--reason",
                              "Not from Walker.", "--json", NULL));
  return project;
}

static char *
read_out (const char *path)
{
  g_autoptr (GBytes) bytes = cli_bytes (path);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A file of a few bytes by its first ones. */
static void
test_kinds (void)
{
  static const char *const papers[] = { NULL, "--summary", "--agenda", "--script", "--forms" };
  static const struct
  {
    const char *ending, *begins;
  } kinds[] = { { "pdf", "%PDF" }, { "html", "<!DOCTYPE html>" }, { "txt", "Spring: " }, { "ods", "PK" } };
  g_autofree char *project = begin ("kinds.branchline");

  for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        gboolean sheets = papers[p] == NULL || g_str_equal (papers[p], "--forms");
        g_autofree char *name = g_strdup_printf ("paper-%u.%s", p, kinds[k].ending), *path = cli_path (name), *text = NULL;
        g_autoptr (CliRun) run = NULL;

        if (g_str_equal (kinds[k].ending, "ods") && !sheets)
          {
            cli_run_badly (2, "let the name end in", "assess", project, "export", "--out", path, papers[p], NULL);
            continue;
          }
        run = cli_run_well ("assess", project, "export", "--json", "--out", path, papers[p], NULL);
        g_assert_cmpstr (cli_text (run, "out"), ==, path);
        g_assert_cmpfloat (cli_number (run, "bytes"), >, 500);
        text = read_out (path);
        g_assert_true (g_str_has_prefix (text, kinds[k].begins));
      }
}

static void
test_words (void)
{
  g_autofree char *project = begin ("words.branchline"), *team = cli_path ("team.html"), *others = cli_path ("others.html"),
                  *agenda = cli_path ("agenda.txt"), *text = NULL, *clean = NULL, *hours = NULL;
  const char *agreed;

  cli_run_free (cli_run_well ("assess", project, "export", "--json", "--out", team, NULL));
  cli_run_free (cli_run_well ("assess", project, "export", "--json", "--for-others", "--out", others, NULL));
  cli_run_free (cli_run_well ("assess", project, "export", "--json", "--agenda", "--out", agenda, NULL));
  text = read_out (team);
  clean = read_out (others);
  hours = read_out (agenda);
  g_assert_nonnull (strstr (text, "not the official 2017 text"));
  g_assert_nonnull (strstr (text, "Two buses."));
  g_assert_null (strstr (text, "Ann Alpha"));
  agreed = strstr (text, "Agreed: Working well.");
  g_assert_nonnull (agreed);
  /* In the same paragraph. */
  g_assert_true (strstr (agreed, "A different view: Early days") < strstr (agreed, "</p>"));
  g_assert_null (strstr (clean, "Two buses."));
  g_assert_nonnull (strstr (clean, "A different view: Early days"));
  g_assert_nonnull (strstr (hours, "12:25")); /* h-6, 3:10 after 09:15 */
}

static void
test_refused (void)
{
  g_autofree char *project = begin ("refused.branchline"), *out = cli_path ("x.pdf"), *odd = cli_path ("x.docx"),
                  *nowhere = cli_path ("no-folder/x.pdf");

  cli_run_badly (2, "--out", "assess", project, "export", NULL);
  cli_run_badly (2, "one of", "assess", project, "export", "--summary", "--forms", "--out", out, NULL);
  cli_run_badly (2, "belong to the write-up", "assess", project, "export", "--agenda", "--for-others", "--out", out, NULL);
  cli_run_badly (2, "let the name end in", "assess", project, "export", "--out", odd, NULL);
  cli_run_badly (3, "could not be written", "assess", project, "export", "--out", nowhere, NULL);
  cli_run_badly (2, "options only", "assess", project, "export", "more", NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/assess-papers/kinds", test_kinds);
  g_test_add_func ("/assess-papers/words", test_words);
  g_test_add_func ("/assess-papers/refused", test_refused);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
