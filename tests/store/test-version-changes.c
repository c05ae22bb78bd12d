/* test-version-changes.c: what changed since a marked version, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits.h"
#include "version-changes.h"

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-05-03T10:00:00Z");
  BlProject *project = bl_project_new (ids, clock);

  bl_project_begin (project, "Fill");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Library %u", i);

      add_library (project, name);
    }
  bl_project_commit (project);
  return project;
}

static BlRecord *
library_at (BlProject *project, guint position)
{
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), position);

  return library; /* the list holds it */
}

static void
assert_line (BlVersion *version, BlProject *project, guint n, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = bl_version_what_changed (version, project, &error);
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, n);
  line = bl_version_changes_to_line (version, project, differences);
  g_assert_cmpstr (line, ==, expected);
}

static void
test_line (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlVersion *version = bl_version_mark (project, "Consultation draft", NULL, NULL);
  g_autoptr (BlRecord) status = g_list_model_get_item (bl_record_get_list (library_at (project, 0), "statuses"), 0);
  g_autoptr (BlValueSet) value = bl_value_set_new (NULL);

  assert_line (version, project, 0, "Nothing has changed since “Consultation draft” of 3 May 2026");
  bl_project_begin (project, "One");
  bl_record_set_text (library_at (project, 0), "name", "Renamed");
  bl_project_commit (project);
  assert_line (version, project, 1, "1 change since “Consultation draft” of 3 May 2026: 1 library");
  bl_project_begin (project, "More");
  /* Two fields of one library, one of a status of it: one library. */
  bl_record_set_text (library_at (project, 0), "monday", "closed");
  bl_record_set_integer (status, "year", 2024);
  bl_project_delete (project, library_at (project, 3));
  add_library (project, "New Library");
  bl_record_set_text (BL_RECORD (value), "name", "population");
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  bl_record_set_text (BL_RECORD (project), "title", "Strategy");
  bl_project_commit (project);
  /* A later version is no change of the plan. */
  g_assert_nonnull (bl_version_mark (project, "Decision day", NULL, NULL));
  assert_line (version, project, 7,
               "7 changes since “Consultation draft” of 3 May 2026: 3 libraries, 1 figure by area, "
               "the project’s own particulars");
}

static void
test_sentences (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlVersion *version = bl_version_mark (project, "Consultation draft", NULL, NULL);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *sentence = NULL;

  bl_project_begin (project, "One");
  bl_record_set_text (library_at (project, 1), "monday", "10:00-14:00");
  bl_project_commit (project);
  differences = bl_version_what_changed (version, project, NULL);
  g_assert_cmpuint (differences->len, ==, 1);
  sentence = bl_difference_to_text (differences->pdata[0]);
  g_assert_cmpstr (sentence, ==, "Library 1: opening hours on Monday was not known, is now “10:00-14:00”");
}

static void
test_changed_by_hand (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlVersion *version = bl_version_mark (project, "Consultation draft", NULL, NULL);
  g_autoptr (GError) error = NULL;
  const char *const lines[] = { "<project/>" };
  g_autoptr (BlTable) content = bl_table_new_texts (lines, 1);

  bl_project_begin (project, "By hand");
  bl_record_set_table (BL_RECORD (version), "content", content);
  bl_project_commit (project);
  g_assert_null (bl_version_what_changed (version, project, &error));
  g_assert_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_CHANGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version-changes/line", test_line);
  g_test_add_func ("/version-changes/sentences", test_sentences);
  g_test_add_func ("/version-changes/changed-by-hand", test_changed_by_hand);
  return g_test_run ();
}
