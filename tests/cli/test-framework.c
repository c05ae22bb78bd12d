/* test-framework.c: branchline-cli framework check, compare and load
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-run.h"

#include <string.h>

static char *
write_text (const char *name, const char *text)
{
  char *path = cli_path (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* What is shipped, with one thing replaced. */
static char *
write_changed (const char *name, const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (g_getenv ("BRANCHLINE_DATADIR"), "frameworks", "self-assessment-starter.xml", NULL);
  g_autofree char *xml = NULL, *changed = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents (source, &xml, NULL, NULL));
  parts = g_strsplit (xml, from, 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  changed = g_strjoinv (to, parts);
  return write_text (name, changed);
}

static void
test_check (void)
{
  g_autoptr (CliRun) starter = cli_run_well ("framework", "check", "self-assessment-starter", "--json", NULL);
  g_autoptr (CliRun) peer = cli_run_well ("framework", "check", "self-assessment-peer", NULL);
  g_autofree char *twice = write_changed ("twice.xml", "item=\"purpose-strategy\"", "item=\"purpose-difference\"");
  g_autofree char *cut = write_text ("cut.xml", "<?xml version=\"1.0\"?>\n<framework xmlns=\"urn:branchline:project:1\" version=\"1.0\">\n <scale");
  g_autofree char *other = write_text ("other.xml", "<html/>"), *empty = write_text ("empty.xml", "");
  g_autoptr (CliRun) faulty = cli_run ("framework", "check", twice, "--json", NULL);
  g_autoptr (CliRun) words = cli_run ("framework", "check", twice, NULL);
  g_autoptr (CliRun) broken = cli_run ("framework", "check", cut, "--json", NULL);
  g_autoptr (CliRun) none = cli_run ("framework", "check", other, "--json", NULL);
  g_autoptr (CliRun) nothing = cli_run ("framework", "check", empty, "--json", NULL);

  g_assert_cmpuint (cli_length (starter, "faults"), ==, 0);
  g_assert_nonnull (strstr (peer->out, "nothing wrong was found"));
  g_assert_cmpint (faulty->exit, ==, 1);
  g_assert_nonnull (strstr (cli_text (faulty, "faults.0.message"), "two items are called “purpose-difference”"));
  g_assert_cmpstr (cli_text (faulty, "faults.0.severity"), ==, "error");
  g_assert_cmpfloat (cli_number (faulty, "faults.0.line"), >, 300);
  g_assert_cmpint (words->exit, ==, 1);
  g_assert_nonnull (strstr (words->out, "twice.xml:"));
  g_assert_cmpint (broken->exit, ==, 1);
  g_assert_cmpuint (cli_length (broken, "faults"), ==, 1);
  g_assert_cmpint (none->exit, ==, 1);
  g_assert_cmpint (nothing->exit, ==, 1);
  cli_run_badly (3, "nowhere.xml", "framework", "check", "nowhere.xml", NULL);
  cli_run_badly (2, "which file", "framework", "check", NULL);
}

static void
test_compare (void)
{
  g_autofree char *changed = write_changed ("changed.xml", "title=\"Choices that show\"", "title=\"Choices one can see\"");
  g_autoptr (CliRun) run = cli_run_well ("framework", "compare", "self-assessment-starter", changed, "--json", NULL);

  g_assert_cmpstr (cli_text (run, "says"), ==, "1 item reads otherwise.");
  g_assert_cmpuint (cli_length (run, "differences"), ==, 1);
  g_assert_cmpstr (cli_text (run, "differences.0.item"), ==, "purpose-choices");
  g_assert_cmpstr (cli_text (run, "differences.0.field"), ==, "title");
  g_assert_cmpstr (cli_text (run, "differences.0.before"), ==, "Choices that show");
  g_assert_cmpstr (cli_text (run, "differences.0.after"), ==, "Choices one can see");
}

/* A table becomes a framework that a self-assessment is made with. */
static void
test_load (void)
{
  g_autofree char *project = cli_path ("load.branchline");
  g_autofree char *table = write_text ("ours.csv", "Characteristic,Criterion,Statement,Outcomes\nPurpose,Aim,We share it,\"1, 2\"\n,Choices,They show,9\n");
  g_autofree char *latin = write_text ("latin.csv", "Criterion,Statement\nCaf\xe9,Words\n");
  g_autofree char *open = write_text ("open.csv", "Criterion,Statement\nOne,\"never closed\n");
  g_autoptr (CliRun) made = cli_run_well ("new", project, "--title", "Newcastle", "--service", "Newcastle upon Tyne", NULL);
  g_autoptr (CliRun) run = cli_run_well ("framework", "load", project, table, "--title", "The text", "--source", "A public body",
                                         "--official", "--item", "the-text", "--json", NULL);
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (CliRun) assessed = NULL, status = NULL, checked = NULL, encoded = NULL;

  g_assert_cmpuint (cli_number (run, "criteria"), ==, 2);
  g_assert_cmpstr (cli_text (run, "item"), ==, "the-text");
  g_assert_cmpuint (cli_length (run, "notes"), ==, 1);
  g_assert_nonnull (strstr (cli_text (run, "notes.0"), "ours.csv:3"));
  assessed = cli_run_well ("assess", project, "new", "--framework", "the-text", "--title", "First", NULL);
  status = cli_run_well ("assess", project, "status", "--json", NULL);
  g_assert_nonnull (strstr (cli_text (status, "notice"), "word for word"));
  checked = cli_run_well ("check", project, NULL);

  before = cli_bytes (project);
  cli_run_badly (2, "has a source", "framework", "load", project, table, "--title", "Again", "--official", NULL);
  cli_run_badly (2, "no title", "framework", "load", project, table, NULL);
  cli_run_badly (2, "already", "framework", "load", project, table, "--title", "Again", "--item", "the-text", NULL);
  cli_run_badly (3, "latin.csv", "framework", "load", project, latin, "--title", "Again", NULL);
  cli_run_badly (3, "open.csv", "framework", "load", project, open, "--title", "Again", NULL);
  after = cli_bytes (project);
  g_assert_true (g_bytes_equal (before, after));
  encoded = cli_run_well ("framework", "load", project, latin, "--title", "Again", "--encoding", "windows-1252", NULL);
}

int
main (int argc, char **argv)
{
  int answer;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli/framework/check", test_check);
  g_test_add_func ("/cli/framework/compare", test_compare);
  g_test_add_func ("/cli/framework/load", test_load);
  answer = g_test_run ();
  cli_tear_down ();
  return answer;
}
