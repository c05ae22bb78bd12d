/* test-earlier.c: marked versions and backups in one list, and what differs from now in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "backups.h"
#include "earlier.h"
#include "random-edits.h"
#include "record-xml.h"

static BlRecord *
library_at (BlProject *project, guint position)
{
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), position);

  return library; /* the list holds it */
}

static BlProject *
make_project (const char *now)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed (now);
  BlProject *project = bl_project_new (ids, clock);

  bl_project_set_author (project, "Jo Bell");
  bl_project_begin (project, "Fill");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Library %u", i);

      add_library (project, name);
    }
  bl_project_commit (project);
  return project;
}

static void
assert_line (BlEarlier *earlier, BlProject *project, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlEarlierChanges) changes = bl_earlier_compare (earlier, project, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (changes->line, ==, expected);
}

/* Three changed, one gone, one new, a figure by area and the title: counted by hand. */
static void
test_words (void)
{
  g_autoptr (BlProject) project = make_project ("2026-05-03T10:00:00Z");
  g_autoptr (GPtrArray) all = NULL, things = NULL;
  g_autoptr (BlValueSet) value = bl_value_set_new (NULL);
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (BlRecord) status = g_list_model_get_item (bl_record_get_list (library_at (project, 2), "statuses"), 0);
  const BlDifferingThing *thing;
  BlEarlier *earlier;

  g_assert_nonnull (bl_version_mark (project, "Consultation draft", "As sent out", NULL));
  all = bl_earlier_list (project);
  g_assert_cmpuint (all->len, ==, 1);
  earlier = all->pdata[0];
  g_assert_true (bl_earlier_is_version (earlier));
  g_assert_cmpstr (bl_earlier_get_name (earlier), ==, "Consultation draft");
  g_assert_cmpstr (bl_earlier_get_by (earlier), ==, "Jo Bell");
  g_assert_cmpstr (bl_earlier_get_note (earlier), ==, "As sent out");
  g_assert_cmpint (g_date_time_to_unix (bl_earlier_get_time (earlier)), ==, 1777802400); /* date -d … +%s */
  g_assert_cmpint (bl_earlier_get_size (earlier), >, 500);
  assert_line (earlier, project, "Nothing differs");

  bl_project_begin (project, "Change");
  bl_record_set_text (library_at (project, 0), "name", "Renamed");
  bl_record_set_text (library_at (project, 0), "monday", "10:00-14:00");
  bl_record_set_text (library_at (project, 1), "monday", "closed");
  bl_record_set_integer (status, "year", 2024); /* below a library: the library changed */
  bl_project_delete (project, library_at (project, 4));
  bl_project_commit (project);
  assert_line (earlier, project, "3 libraries changed, 1 removed");
  bl_project_begin (project, "More");
  add_library (project, "New");
  bl_record_set_text (BL_RECORD (value), "name", "population");
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  bl_record_set_text (BL_RECORD (project), "title", "Strategy");
  bl_project_commit (project);
  assert_line (earlier, project,
               "The project’s own particulars changed; 3 libraries changed, 1 added, 1 removed; 1 figure by area added");

  document = bl_earlier_open (earlier, bl_project_get_ids (project), bl_project_get_clock (project), NULL, NULL);
  g_assert_true (bl_document_get_look_only (document));
  g_assert_null (bl_document_get_path (document));
  things = bl_differing_things (bl_document_get_project (document), project, TRUE);
  thing = things->pdata[1];
  g_assert_cmpstr (thing->name, ==, "Renamed");
  g_assert_cmpuint (thing->lines->len, ==, 2);
  g_assert_cmpstr (thing->lines->pdata[0], ==, "Name was “Library 0”, is now “Renamed”");
  g_assert_cmpstr (thing->lines->pdata[1], ==, "Opening hours on Monday was not known, is now “10:00-14:00”");
  thing = things->pdata[3];
  g_assert_cmpstr (thing->lines->pdata[0], ==, "Standing in 2024: year was “2023”, is now “2024”");
}

/* Two of four figures differ, which is said without the names of tables. */
static void
test_tables (void)
{
  const double before[] = { 1, 2, 3, 4 }, after[] = { 1, 20, 3, 40 };
  g_autoptr (BlProject) project = make_project ("2026-05-03T10:00:00Z"), then = NULL;
  g_autoptr (BlValueSet) value = bl_value_set_new (NULL);
  g_autoptr (BlTable) old = bl_table_new_numbers (before, 4), new = bl_table_new_numbers (after, 4);
  g_autoptr (BlTable) less = bl_table_new_numbers (after, 3);
  g_autoptr (GPtrArray) things = NULL, fewer = NULL;

  bl_project_begin (project, "Make");
  bl_record_set_text (BL_RECORD (value), "name", "population");
  bl_record_set_table (BL_RECORD (value), "numbers", old);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  bl_project_commit (project);
  then = bl_version_open (bl_version_mark (project, "Draft", NULL, NULL), NULL);
  bl_project_begin (project, "Change");
  bl_record_set_table (BL_RECORD (value), "numbers", new);
  bl_project_commit (project);
  things = bl_differing_things (then, project, TRUE);
  g_assert_cmpuint (things->len, ==, 1);
  g_assert_cmpstr (((BlDifferingThing *) things->pdata[0])->lines->pdata[0], ==, "Numbers: 2 of 4 rows differ");
  bl_project_begin (project, "Fewer");
  bl_record_set_table (BL_RECORD (value), "numbers", less);
  bl_project_commit (project);
  fewer = bl_differing_things (then, project, TRUE);
  g_assert_cmpstr (((BlDifferingThing *) fewer->pdata[0])->lines->pdata[0], ==, "Numbers: 4 rows then, 3 now");
}

/* What the file held before each save, among the marked versions by time; a
 * broken one says so and does not hide the others. */
static void
test_backups (void)
{
  g_autoptr (BlProject) project = make_project ("2026-05-03T10:00:00Z");
  g_autofree char *folder = bl_backups_get_folder (bl_record_get_id (BL_RECORD (project)));
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_autoptr (GBytes) broken = g_bytes_new_static ("no project at all", 17);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (BlEarlierChanges) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_backups_keep (folder, "2026-05-02-090000", NULL, bytes, NULL));
  g_assert_true (bl_backups_keep (folder, "2026-05-04-090000", "theirs", broken, NULL));
  bl_project_begin (project, "Change");
  bl_project_delete (project, library_at (project, 0));
  bl_project_commit (project);
  g_assert_nonnull (bl_version_mark (project, "Draft", NULL, NULL));

  all = bl_earlier_list (project);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (bl_earlier_get_reason (all->pdata[0]), ==, "Theirs, before they were taken in");
  g_assert_cmpstr (bl_earlier_get_name (all->pdata[1]), ==, "Draft");
  g_assert_null (bl_earlier_get_name (all->pdata[2]));
  g_assert_cmpstr (bl_earlier_get_reason (all->pdata[2]), ==, "Kept before a save");
  g_assert_cmpint (bl_earlier_get_size (all->pdata[2]), ==, (goffset) g_bytes_get_size (bytes));
  assert_line (all->pdata[1], project, "Nothing differs");
  assert_line (all->pdata[2], project, "1 library removed; 1 marked version added");
  none = bl_earlier_compare (all->pdata[0], project, NULL, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

/* Changed by hand: said plainly. */
static void
test_changed_by_hand (void)
{
  g_autoptr (BlProject) project = make_project ("2026-05-03T10:00:00Z");
  BlVersion *version = bl_version_mark (project, "Consultation draft", NULL, NULL);
  const char *const lines[] = { "<project/>" };
  g_autoptr (BlTable) content = bl_table_new_texts (lines, 1);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  bl_project_begin (project, "By hand");
  bl_record_set_table (BL_RECORD (version), "content", content);
  bl_project_commit (project);
  all = bl_earlier_list (project);
  g_assert_null (bl_earlier_compare (all->pdata[0], project, NULL, &error));
  g_assert_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_CHANGED);
  g_assert_cmpstr (error->message, ==,
                   "“Consultation draft” is no longer what was marked: its content was changed outside Branchline");
}

int
main (int argc, char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("branchline-earlier-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/earlier/words", test_words);
  g_test_add_func ("/earlier/tables", test_tables);
  g_test_add_func ("/earlier/backups", test_backups);
  g_test_add_func ("/earlier/changed-by-hand", test_changed_by_hand);
  return g_test_run ();
}
