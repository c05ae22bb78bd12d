/* test-framework-table.c: frameworks out of tables, good ones and bad ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-table.h"

#include <glib/gstdio.h>
#include <string.h>

#include "framework-check.h"
#include "project.h"

static BlFramework *
build (BlFrameworkTable *table, const BlFrameworkTableAbout *about, GPtrArray *notes, GError **error)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("table");
  g_autoptr (BlFramework) starter = bl_framework_load ("self-assessment-starter", error);

  g_assert_nonnull (starter);
  return bl_framework_table_build (table, about, starter, ids, notes, error);
}

static BlFrameworkTable *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BlFrameworkTable *table = bl_framework_table_read_pasted (bytes, &error);

  g_assert_no_error (error);
  return table;
}

static BlRecord *
criterion_at (BlFramework *framework, guint i)
{
  g_autoptr (GPtrArray) all = bl_framework_list_criteria (framework, FALSE);

  g_assert_cmpuint (i, <, all->len);
  return g_ptr_array_index (all, i);
}

static const BlFrameworkTableAbout usual = { .item = "own-1", .title = "Ours", .source = "The Council", .made = 739000 };

/* As a word processor puts a table on the clipboard. */
static void
test_html (void)
{
  g_autoptr (BlFrameworkTable) table = read_text (
      "<html><body><table><tr><th>Characteristic</th><th>Criterion</th><th>Statement</th><th>What excellence looks like</th>"
      "<th>Outcomes</th></tr>"
      "<tr><td rowspan=\"2\">Clear purpose</td><td>Shared</td><td>People say the same, so that &hellip;</td>"
      "<td>• New staff can say it • Partners can</td><td>1, 3</td></tr>"
      "<tr><td>Long</td><td>It looks ahead.</td><td></td><td>7</td></tr>"
      "<tr><td>People</td><td>Skills</td><td>Staff can.</td><td></td><td></td></tr></table></body></html>");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free), faults = NULL, routes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = build (table, &usual, notes, &error);
  BlRecord *first;
  gint64 minutes = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 0);
  first = criterion_at (framework, 0);
  g_assert_cmpstr (bl_record_get_text (first, "item"), ==, "clear-purpose-1");
  g_assert_cmpstr (bl_record_get_text (first, "title"), ==, "Shared");
  g_assert_cmpstr (bl_record_get_text (first, "statement"), ==, "People say the same, so that …");
  g_assert_cmpstr (bl_record_get_text (first, "excellent"), ==, "New staff can say it\nPartners can");
  g_assert_cmpstr (bl_record_get_text (first, "outcomes"), ==, "1 3");
  g_assert_cmpstr (bl_record_get_text (bl_record_get_parent (criterion_at (framework, 1)), "title"), ==, "Clear purpose");
  g_assert_cmpstr (bl_record_get_text (criterion_at (framework, 2), "item"), ==, "people-1");
  /* A meeting can be held by it: 10 minutes and 12 for each of two characteristics, and nothing is wrong with it. */
  routes = bl_framework_list_routes (framework);
  g_assert_cmpuint (routes->len, ==, 1);
  bl_record_get_integer (routes->pdata[0], "minutes", &minutes);
  g_assert_cmpint (minutes, ==, 34);
  faults = bl_framework_check (framework, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  /* Never shown as what it was not said to be. */
  g_assert_nonnull (strstr (bl_record_get_text (BL_RECORD (framework), "notice-short"), "not marked as the official text"));
  g_assert_null (strstr (bl_record_get_text (BL_RECORD (framework), "notice-short"), "starter set"));
}

/* One column with all the words, and a number; tabs, as a spreadsheet puts them there. */
static void
test_tabs (void)
{
  g_autoptr (BlFrameworkTable) table = read_text (
      "Ref\tCriteria\n1.1\tThe service knows the people of its area well enough to say who is missing and why they are\n1.1\tShort one\n\tThird\n");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = build (table, &usual, notes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bl_record_get_text (criterion_at (framework, 0), "item"), ==, "1.1");
  /* Sixty characters at most, whole words. */
  g_assert_cmpstr (bl_record_get_text (criterion_at (framework, 0), "title"), ==,
                   "The service knows the people of its area well enough to say…");
  g_assert_cmpstr (bl_record_get_text (criterion_at (framework, 1), "item"), ==, "1.1-2");
  g_assert_cmpstr (bl_record_get_text (criterion_at (framework, 1), "title"), ==, "Short one");
  g_assert_cmpstr (bl_record_get_text (bl_record_get_parent (criterion_at (framework, 1)), "title"), ==, "Ours");
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (strstr (notes->pdata[0], ":3: “1.1” stands for something already"));
}

static void
test_notes (void)
{
  g_autoptr (BlFrameworkTable) table = read_text ("Theme,Criterion,Statement,Outcome\nA,One,Same,9\nA,One,Same,1\n,,,\n,,,2\nB,,,\n,Two,,x\n");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free), all = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = build (table, &usual, notes, &error);

  g_assert_no_error (error);
  all = bl_framework_list_criteria (framework, FALSE);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (bl_record_get_text (bl_record_get_parent (all->pdata[1]), "title"), ==, "B");
  g_assert_nonnull (strstr (notes->pdata[0], ":2: “9” is none of the seven Outcomes"));
  g_assert_nonnull (strstr (notes->pdata[1], ":3: “One” stands there a second time"));
  g_assert_nonnull (strstr (notes->pdata[notes->len - 1], ":7: “x” is none of the seven Outcomes"));
}

static void
refuse (BlFrameworkTable *table, const BlFrameworkTableAbout *about, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) none = build (table, about, NULL, &error);

  g_assert_null (none);
  g_assert_error (error, BL_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  g_autoptr (BlFrameworkTable) good = read_text ("Criterion,Statement\nOne,Words\n"), other = read_text ("Library,Visits\nA,1\n"),
                               none = read_text ("Characteristic,Criterion\nA,\n");
  BlFrameworkTableAbout about = usual;

  refuse (other, &usual, BL_EXCHANGE_ERROR_OPTION, "say which column holds the criteria");
  refuse (none, &usual, BL_EXCHANGE_ERROR_CONTENT, "no criterion in the rows");
  about.title = " ";
  refuse (good, &about, BL_EXCHANGE_ERROR_OPTION, "no title");
  about = usual;
  about.official = TRUE;
  about.source = "  ";
  refuse (good, &about, BL_EXCHANGE_ERROR_OPTION, "an official text has a source");
  about = usual;
  about.scale = "scale-ten";
  refuse (good, &about, BL_EXCHANGE_ERROR_OPTION, "no scale called “scale-ten”");
  good->columns[BL_FRAMEWORK_COLUMN_ASK] = 0;
  refuse (good, &usual, BL_EXCHANGE_ERROR_OPTION, "taken for two things: Criterion and Questions");
}

/* The tick is kept, with where the text is from; the scale chosen is the usual one. */
static void
test_official (void)
{
  g_autoptr (BlFrameworkTable) table = read_text ("Criterion,Statement\nOne,Words as they stand\n");
  g_autoptr (GError) error = NULL;
  BlFrameworkTableAbout about = usual;
  g_autoptr (BlFramework) framework = NULL;
  gboolean official = FALSE;

  about.official = TRUE;
  about.scale = "scale-six";
  framework = build (table, &about, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bl_record_get_boolean (BL_RECORD (framework), "official", &official) && official);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (framework), "source"), ==, "The Council");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_framework_find_usual_scale (framework, "criteria")), "item"), ==, "scale-six");
}

/* --- Files --------------------------------------------------------------------------------- */

static char *
write_file (const char *name, const char *bytes, gssize length)
{
  g_autofree char *folder = g_dir_make_tmp ("framework-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

/* Either it cannot be read, or what is doubtful is said. */
static void
check_bad (const char *name, const char *bytes, gssize length, const char *encoding, int code)
{
  g_autofree char *path = write_file (name, bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFrameworkTable) table = bl_framework_table_read (path, encoding, NULL, &error);

  g_assert_null (table);
  g_assert_error (error, BL_EXCHANGE_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  remove_file (path);
}

static void
test_bad_files (void)
{
  g_autofree char *path = NULL;
  g_autoptr (BlFrameworkTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = NULL;

  check_bad ("empty.csv", "", 0, NULL, BL_EXCHANGE_ERROR_READ);
  check_bad ("latin.csv", "Criterion,Statement\nOne,caf\xe9\n", -1, NULL, BL_EXCHANGE_ERROR_ENCODING);
  check_bad ("open.csv", "Criterion,Statement\nOne,\"never closed\nTwo,more\n", -1, NULL, BL_EXCHANGE_ERROR_READ);
  check_bad ("cut.xlsx", "PK\003\004 cut off", -1, NULL, BL_EXCHANGE_ERROR_READ);
  path = write_file ("latin.csv", "Criterion,Statement\nOne,caf\xe9\n", -1);
  table = bl_framework_table_read (path, "windows-1252", NULL, &error);
  g_assert_no_error (error);
  framework = build (table, &usual, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_record_get_text (criterion_at (framework, 0), "statement"), ==, "café");
  remove_file (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/framework-table/html", test_html);
  g_test_add_func ("/framework-table/tabs", test_tabs);
  g_test_add_func ("/framework-table/notes", test_notes);
  g_test_add_func ("/framework-table/refused", test_refused);
  g_test_add_func ("/framework-table/official", test_official);
  g_test_add_func ("/framework-table/bad-files", test_bad_files);
  return g_test_run ();
}
