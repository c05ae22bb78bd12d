/* test-versions.c: diff, merge, copy and version from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"

/* A project of two libraries, the same each time. */
static char *
make_project (const char *name)
{
  char *path = cli_path (name);
  g_autofree char *sheet = cli_path ("libraries.csv");

  g_remove (path);
  g_assert_true (g_file_set_contents (sheet, "Library name,Postcode\nByker Library,NE6 1AA\nGosforth Library,NE3 4AA\n",
                                      -1, NULL));
  cli_run_free (cli_run_well ("new", path, "--title", "Plan", "--service", "Anywhere", NULL));
  cli_run_free (cli_run_well ("import", path, "libraries", sheet, "--service", "Anywhere", NULL));
  return path;
}

/* A project with another id. */
static void
make_other (const char *path)
{
  g_remove (path);
  g_setenv ("BRANCHLINE_SEED", "another", TRUE);
  cli_run_free (cli_run_well ("new", path, "--title", "Plan", "--service", "Anywhere", NULL));
  g_setenv ("BRANCHLINE_SEED", "versions", TRUE);
}

static void
write_changed (const char *from, const char *to, const char *before, const char *after)
{
  g_autoptr (GBytes) bytes = cli_bytes (from);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, before, -1);
  g_autofree char *changed = g_strjoinv (after, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (g_file_set_contents (to, changed, -1, NULL));
}

static void
assert_same_bytes (const char *a, const char *b)
{
  g_autoptr (GBytes) x = cli_bytes (a), y = cli_bytes (b);

  g_assert_true (g_bytes_equal (x, y));
}

static gboolean
holds (const char *path, const char *words)
{
  g_autoptr (GBytes) bytes = cli_bytes (path);

  return g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), words) != NULL;
}

static void
test_diff (void)
{
  g_autofree char *a = make_project ("a.branchline"), *b = cli_path ("b.branchline");
  g_autoptr (CliRun) same = cli_run_well ("diff", a, a, "--json", NULL), same_text = cli_run_well ("diff", a, a, NULL);
  g_autoptr (CliRun) json = NULL, text = NULL;

  g_assert_cmpuint (cli_length (same, "differences"), ==, 0);
  g_assert_cmpstr (same_text->out, ==, "Nothing differs.\n");
  write_changed (a, b, "name=\"Gosforth Library\"", "name=\"North Library\"");
  json = cli_run ("diff", a, b, "--json", NULL);
  g_assert_cmpint (json->exit, ==, 1);
  g_assert_cmpstr (json->err, ==, "");
  g_assert_cmpuint (cli_length (json, "differences"), ==, 1);
  g_assert_cmpstr (cli_text (json, "differences.0.kind"), ==, "changed");
  g_assert_true (g_str_has_prefix (cli_text (json, "differences.0.record"), "library-"));
  g_assert_cmpstr (cli_text (json, "differences.0.record_kind"), ==, "library");
  g_assert_cmpstr (cli_text (json, "differences.0.name"), ==, "North Library");
  g_assert_cmpstr (cli_text (json, "differences.0.field"), ==, "name");
  g_assert_cmpstr (cli_text (json, "differences.0.before"), ==, "Gosforth Library");
  g_assert_cmpstr (cli_text (json, "differences.0.after"), ==, "North Library");
  text = cli_run ("diff", a, b, NULL);
  g_assert_cmpint (text->exit, ==, 1);
  g_assert_cmpstr (text->out, ==,
                   "North Library: name was “Gosforth Library”, is now “North Library”\n\n1 difference: 1 library.\n");
}

static void
test_diff_refuses (void)
{
  g_autofree char *a = make_project ("a.branchline"), *other = cli_path ("other.branchline");
  g_autofree char *missing = cli_path ("missing.branchline");

  make_other (other);
  cli_run_badly (2, "another project", "diff", a, other, NULL);
  cli_run_badly (3, missing, "diff", a, missing, "--json", NULL);
  cli_run_badly (2, "A B", "diff", a, NULL);
}

static void
test_merge (void)
{
  g_autofree char *base = make_project ("base.branchline"), *ours = cli_path ("ours.branchline");
  g_autofree char *theirs = cli_path ("theirs.branchline"), *out = cli_path ("merged.branchline");
  g_autoptr (CliRun) run = NULL, clash = NULL;

  write_changed (base, ours, "name=\"Byker Library\"", "name=\"Here\"");
  write_changed (base, theirs, "name=\"Gosforth Library\"", "name=\"There\"");
  run = cli_run_well ("merge", base, ours, theirs, "--out", out, "--json", NULL);
  g_assert_cmpuint (cli_length (run, "clashes"), ==, 0);
  g_assert_cmpfloat (cli_number (run, "taken"), ==, 1);
  g_assert_cmpstr (cli_text (run, "out"), ==, out);
  g_assert_true (holds (out, "name=\"Here\"") && holds (out, "name=\"There\""));
  g_test_message ("a clash: written with ours in it, and 1");
  write_changed (base, theirs, "name=\"Byker Library\"", "name=\"There\"");
  clash = cli_run ("merge", base, ours, theirs, "--out", out, "--json", NULL);
  g_assert_cmpint (clash->exit, ==, 1);
  g_assert_cmpuint (cli_length (clash, "clashes"), ==, 1);
  g_assert_true (g_str_has_prefix (cli_text (clash, "clashes.0.record"), "library-"));
  g_assert_cmpstr (cli_text (clash, "clashes.0.field"), ==, "name");
  g_assert_cmpstr (cli_text (clash, "clashes.0.base"), ==, "Byker Library");
  g_assert_cmpstr (cli_text (clash, "clashes.0.ours"), ==, "Here");
  g_assert_cmpstr (cli_text (clash, "clashes.0.theirs"), ==, "There");
  assert_same_bytes (out, ours);
}

/* One side took away what the other changed: kept, and asked about, with a field that is null. */
static void
test_merge_removed (void)
{
  g_autofree char *base = make_project ("base.branchline"), *ours = cli_path ("ours.branchline");
  g_autofree char *theirs = cli_path ("theirs.branchline"), *out = cli_path ("merged.branchline");
  g_autoptr (GRegex) library = g_regex_new ("<library [^>]*name=\"Gosforth Library\"[^>]*(/>|>.*?</library>)",
                                            G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GBytes) bytes = cli_bytes (base);
  g_autofree char *without = g_regex_replace_literal (library, g_bytes_get_data (bytes, NULL),
                                                      g_bytes_get_size (bytes), 0, "", 0, NULL);
  g_autoptr (CliRun) gone = NULL, clash = NULL, text = NULL;

  g_assert_true (g_file_set_contents (theirs, without, -1, NULL));
  gone = cli_run_well ("merge", base, base, theirs, "--out", out, "--json", NULL);
  g_assert_cmpuint (cli_length (gone, "clashes"), ==, 0);
  g_assert_false (holds (out, "Gosforth"));
  write_changed (base, ours, "name=\"Gosforth Library\"", "name=\"Here\"");
  clash = cli_run ("merge", base, ours, theirs, "--out", out, "--json", NULL);
  g_assert_cmpint (clash->exit, ==, 1);
  g_assert_cmpuint (cli_length (clash, "clashes"), ==, 1);
  g_assert_true (cli_is_null (clash, "clashes.0.field"));
  g_assert_cmpstr (cli_text (clash, "clashes.0.base"), ==, "Gosforth Library");
  g_assert_cmpstr (cli_text (clash, "clashes.0.ours"), ==, "Here");
  g_assert_true (cli_is_null (clash, "clashes.0.theirs"));
  g_assert_true (holds (out, "name=\"Here\""));
  text = cli_run ("merge", base, ours, theirs, "--out", out, NULL);
  g_assert_true (g_str_has_prefix (text->out, "Here was removed there and changed here; it was kept\n"));
}

/* A backup of exactly these bytes is somewhere in the folder of backups. */
static gboolean
has_backup (GBytes *bytes)
{
  g_autofree char *all = g_build_filename (g_get_user_data_dir (), "branchline", "backups", NULL);
  g_autoptr (GDir) projects = g_dir_open (all, 0, NULL);
  const char *project, *name;

  while (projects != NULL && (project = g_dir_read_name (projects)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, project, NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autoptr (GBytes) there = g_str_has_suffix (name, ".branchline") ? cli_bytes (path) : NULL;

          if (there != NULL && g_bytes_equal (there, bytes))
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_merge_in_place (void)
{
  g_autofree char *base = make_project ("base.branchline"), *ours = cli_path ("ours.branchline");
  g_autofree char *theirs = cli_path ("theirs.branchline");
  g_autoptr (GBytes) before = NULL;

  write_changed (base, ours, "name=\"Byker Library\"", "name=\"Here\"");
  write_changed (base, theirs, "name=\"Gosforth Library\"", "name=\"There\"");
  before = cli_bytes (ours);
  cli_run_free (cli_run_well ("merge", base, ours, theirs, "--out", ours, NULL));
  g_assert_true (holds (ours, "name=\"Here\"") && holds (ours, "name=\"There\""));
  g_assert_true (has_backup (before));
}

static void
test_merge_refuses (void)
{
  g_autofree char *base = make_project ("base.branchline"), *faulty = cli_path ("faulty.branchline");
  g_autofree char *other = cli_path ("other.branchline"), *out = cli_path ("refused.branchline");

  make_other (other);
  cli_run_badly (2, "--out", "merge", base, base, base, NULL);
  cli_run_badly (2, "different projects", "merge", base, base, other, "--out", out, NULL);
  write_changed (base, faulty, "created=\"", "created=\"someday ");
  cli_run_badly (1, "Not all of it can be read", "merge", base, base, faulty, "--out", out, NULL);
  cli_run_badly (3, "no-such", "merge", base, base, "no-such.branchline", "--out", out, NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_author (void)
{
  g_autofree char *path = cli_path ("signed.branchline"), *sheet = cli_path ("libraries.csv");
  g_autofree char *out = cli_path ("unsigned.branchline"), *copy = cli_path ("copy.branchline");

  g_remove (path);
  g_assert_true (g_file_set_contents (sheet, "Library name\nByker Library\n", -1, NULL));
  cli_run_badly (2, "--author", "new", path, "--title", "Plan", "--service", "Anywhere", "--author", " ", NULL);
  cli_run_free (cli_run_well ("new", path, "--title", "Plan", "--service", "Anywhere", "--author", "Jo Bell", NULL));
  cli_run_free (cli_run_well ("import", path, "libraries", sheet, "--service", "Anywhere", "--author", "Sam Hall", NULL));
  cli_run_free (cli_run_well ("version", path, "mark", "Draft", "--author", "Kim Low", NULL));
  g_assert_true (holds (path, "changed-by=\"Jo Bell\""));
  g_assert_true (holds (path, "changed-by=\"Sam Hall\""));
  g_assert_true (holds (path, " by=\"Kim Low\""));
  cli_run_free (cli_run_well ("check", path, NULL)); /* valid by the schema */
  cli_run_free (cli_run_well ("copy", path, "--out", copy, NULL));
  assert_same_bytes (copy, path);
  cli_run_free (cli_run_well ("copy", path, "--out", out, "--without-signatures", NULL));
  g_assert_false (holds (out, "changed") || holds (out, "Jo Bell") || holds (out, "Kim Low"));
  cli_run_badly (2, "--out", "copy", path, NULL);
}

/* Without a name nothing is signed, whoever is logged in. */
static void
test_no_author (void)
{
  g_autofree char *path = make_project ("unsigned.branchline");

  cli_run_free (cli_run_well ("version", path, "mark", "Draft", NULL));
  g_assert_false (holds (path, "changed"));
  g_assert_false (holds (path, " by=\""));
}

static void
test_version (void)
{
  g_autofree char *path = make_project ("plan.branchline"), *before = cli_path ("before.branchline");
  g_autofree char *out = cli_path ("opened.branchline");
  g_autoptr (CliRun) none = cli_run_well ("version", path, "list", "--json", NULL);
  g_autoptr (CliRun) marked = NULL, listed = NULL, table = NULL, changed = NULL, differs = NULL;

  g_assert_cmpuint (cli_length (none, "versions"), ==, 0);
  cli_run_badly (1, "no marked versions", "version", path, "changes", "Draft", NULL);
  cli_run_free (cli_run_well ("copy", path, "--out", before, NULL));
  marked = cli_run_well ("version", path, "mark", "Consultation draft", "--note", "As sent", "--json", NULL);
  g_assert_cmpstr (cli_text (marked, "version.name"), ==, "Consultation draft");
  listed = cli_run_well ("version", path, "list", "--json", NULL);
  g_assert_cmpuint (cli_length (listed, "versions"), ==, 1);
  g_assert_cmpstr (cli_text (listed, "versions.0.note"), ==, "As sent");
  g_assert_true (cli_is_null (listed, "versions.0.by"));
  g_assert_true (json_node_get_boolean (cli_at (listed, "versions.0.whole")));
  table = cli_run_well ("version", path, "list", NULL);
  g_assert_nonnull (strstr (table->out, "Consultation draft"));
  cli_run_badly (2, "already", "version", path, "mark", "consultation draft", NULL);

  write_changed (path, path, " name=\"Gosforth Library\"", " name=\"North Library\"");
  changed = cli_run_well ("version", path, "changes", "CONSULTATION draft", "--json", NULL);
  g_assert_cmpuint (cli_length (changed, "differences"), ==, 1);
  g_assert_true (g_str_has_prefix (cli_text (changed, "summary"), "1 change since “Consultation draft” of "));
  g_assert_true (g_str_has_suffix (cli_text (changed, "summary"), ": 1 library"));
  cli_run_free (cli_run_well ("version", path, "open", cli_text (marked, "version.id"), "--out", out, NULL));
  assert_same_bytes (out, before);
  differs = cli_run ("diff", out, path, "--json", NULL);
  g_assert_cmpuint (cli_length (differs, "differences"), ==, 2); /* the name, the version */
}

static void
test_version_refuses (void)
{
  g_autofree char *path = make_project ("plan.branchline"), *changed = cli_path ("changed.branchline");
  g_autofree char *out = cli_path ("refused.branchline");
  g_autoptr (CliRun) list = NULL, check = NULL;

  cli_run_free (cli_run_well ("version", path, "mark", "Draft", NULL));
  cli_run_badly (2, "wibble", "version", path, "wibble", NULL);
  cli_run_badly (2, "nothing more", "version", path, "list", "Draft", NULL);
  cli_run_badly (2, "name of the version", "version", path, "mark", NULL);
  cli_run_badly (2, "needs a name", "version", path, "mark", " ", NULL);
  cli_run_badly (2, "It has: “Draft”", "version", path, "changes", "Final", NULL);
  cli_run_badly (2, "--out", "version", path, "open", "Draft", NULL);
  cli_run_badly (2, "the project itself", "version", path, "open", "Draft", "--out", path, NULL);
  cli_run_badly (2, "--note", "version", path, "open", "Draft", "--out", out, "--note", "x", NULL);
  cli_run_badly (2, "--out", "version", path, "list", "--out", out, NULL);
  g_test_message ("changed by hand: told, and not opened");
  write_changed (path, changed, "name='Gosforth Library'", "name='North Library'");
  cli_run_badly (1, "no longer what was marked", "version", changed, "open", "Draft", "--out", out, NULL);
  cli_run_badly (1, "no longer what was marked", "version", changed, "changes", "Draft", NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  list = cli_run ("version", changed, "list", "--json", NULL);
  g_assert_false (json_node_get_boolean (cli_at (list, "versions.0.whole")));
  check = cli_run ("check", changed, NULL);
  g_assert_cmpint (check->exit, ==, 1);
  g_assert_nonnull (strstr (check->out, "no longer what was marked"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  /* The same project each time it is made. */
  g_setenv ("BRANCHLINE_SEED", "versions", TRUE);
  g_test_add_func ("/cli/versions/diff", test_diff);
  g_test_add_func ("/cli/versions/diff-refuses", test_diff_refuses);
  g_test_add_func ("/cli/versions/merge", test_merge);
  g_test_add_func ("/cli/versions/merge-removed", test_merge_removed);
  g_test_add_func ("/cli/versions/merge-in-place", test_merge_in_place);
  g_test_add_func ("/cli/versions/merge-refuses", test_merge_refuses);
  g_test_add_func ("/cli/versions/author", test_author);
  g_test_add_func ("/cli/versions/no-author", test_no_author);
  g_test_add_func ("/cli/versions/version", test_version);
  g_test_add_func ("/cli/versions/version-refuses", test_version_refuses);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
