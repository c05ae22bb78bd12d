/* test-signatures.c: who changed a record last, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "project.h"
#include "random-edits.h"
#include "record-xml.h"

static void
set_time (BlProject *project, const char *time)
{
  g_autoptr (BlIds) ids = bl_project_get_ids (project) == NULL ? bl_ids_new_seeded ("test")
                                                               : g_object_ref (bl_project_get_ids (project));
  g_autoptr (BlClock) clock = bl_clock_new_fixed (time);

  bl_project_set_context (project, ids, clock);
}

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");

  return bl_project_new (ids, clock);
}

static char *
text_of (BlProject *project)
{
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static BlRecord *
add (BlProject *project, const char *name)
{
  BlRecord *library;

  bl_project_begin (project, "Add");
  library = BL_RECORD (add_library (project, name));
  bl_project_commit (project);
  return library;
}

static void
assert_signed (BlRecord *record, const char *name, const char *time)
{
  g_assert_cmpstr (bl_record_get_text (record, "changed-by"), ==, name);
  g_assert_cmpstr (bl_record_get_text (record, "changed"), ==, time);
}

static void
test_unsigned (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autofree char *text = NULL;

  add (project, "Gosforth Library");
  text = text_of (project);
  g_assert_null (strstr (text, "changed"));
  g_assert_null (bl_project_get_author (project));
  bl_project_set_author (project, "  ");
  g_assert_null (bl_project_get_author (project));
}

/* What changed and what came in is signed, and nothing else. */
static void
test_signed (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlRecord *other = add (project, "Byker Library"), *library;
  g_autoptr (BlRecord) status = NULL;

  bl_project_set_author (project, "Jo Bell");
  /* Half past midnight on the clock of London: the file says it in UTC. */
  set_time (project, "2026-05-04T00:30:00+01:00");
  library = add (project, "Gosforth Library");
  status = g_list_model_get_item (bl_record_get_list (library, "statuses"), 0);
  assert_signed (library, "Jo Bell", "2026-05-03T23:30:00Z");
  assert_signed (status, "Jo Bell", "2026-05-03T23:30:00Z");
  assert_signed (BL_RECORD (project), "Jo Bell", "2026-05-03T23:30:00Z"); /* its list changed */
  assert_signed (other, NULL, NULL);

  bl_project_set_author (project, "Sam Hall");
  set_time (project, "2026-05-05T09:00:00Z");
  bl_project_begin (project, "Rename");
  bl_record_set_text (library, "name", "Gosforth");
  bl_record_set_text (other, "name", "Renamed for a moment");
  bl_record_set_text (other, "name", "Byker Library");
  bl_project_commit (project);
  assert_signed (library, "Sam Hall", "2026-05-05T09:00:00Z");
  assert_signed (status, "Jo Bell", "2026-05-03T23:30:00Z");
  assert_signed (other, NULL, NULL);
}

static guint
count_different_lines (const char *a, const char *b)
{
  g_auto (GStrv) x = g_strsplit (a, "\n", -1), y = g_strsplit (b, "\n", -1);
  guint n = 0;

  g_assert_cmpuint (g_strv_length (x), ==, g_strv_length (y));
  for (guint i = 0; x[i] != NULL; i++)
    n += !g_str_equal (x[i], y[i]);
  return n;
}

static void
test_one_line (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlRecord *library = add (project, "Gosforth Library");
  g_autofree char *before = text_of (project), *after = NULL, *read_again = NULL;
  g_autoptr (BlRecordReading) reading = NULL;

  bl_project_set_author (project, "Jo Bell");
  bl_project_begin (project, "Open on Mondays");
  bl_record_set_text (library, "monday", "10:00-14:00");
  bl_project_commit (project);
  after = text_of (project);
  g_assert_cmpuint (count_different_lines (before, after), ==, 1);
  /* Behind the other attributes. */
  g_assert_nonnull (strstr (after, " changed=\"2026-04-17T10:00:00Z\" changed-by=\"Jo Bell\">"));
  reading = bl_record_read (BL_TYPE_PROJECT, after, strlen (after), "test", NULL, NULL);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  read_again = text_of (BL_PROJECT (reading->root));
  g_assert_cmpstr (read_again, ==, after);
}

static void
test_undo (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlRecord *library = add (project, "Gosforth Library");
  g_autofree char *first = text_of (project), *second = NULL, *third = NULL;
  g_autofree char *undone = NULL, *redone = NULL, *all_undone = NULL;

  bl_project_set_author (project, "Jo Bell");
  bl_project_begin (project, "Open on Mondays");
  bl_record_set_text (library, "monday", "10:00-14:00");
  bl_project_commit (project);
  second = text_of (project);
  bl_project_set_author (project, "Sam Hall");
  set_time (project, "2026-05-05T09:00:00Z");
  bl_project_begin (project, "Open on Tuesdays");
  bl_record_set_text (library, "tuesday", "10:00-14:00");
  bl_project_commit (project);
  third = text_of (project);
  bl_project_undo (project);
  undone = text_of (project);
  g_assert_cmpstr (undone, ==, second);
  assert_signed (library, "Jo Bell", "2026-04-17T10:00:00Z");
  bl_project_undo (project);
  all_undone = text_of (project);
  g_assert_cmpstr (all_undone, ==, first);
  bl_project_redo (project);
  bl_project_redo (project);
  redone = text_of (project);
  g_assert_cmpstr (redone, ==, third);
}

static void
test_rollback (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlRecord *library = add (project, "Gosforth Library");
  g_autofree char *before = text_of (project), *after = NULL;

  bl_project_set_author (project, "Jo Bell");
  bl_project_begin (project, "Open on Mondays");
  bl_record_set_text (library, "monday", "10:00-14:00");
  bl_project_rollback (project);
  after = text_of (project);
  g_assert_cmpstr (after, ==, before);
}

static void
type (BlProject *project, BlRecord *library, const char *text)
{
  bl_project_begin (project, "Write a note");
  bl_record_set_text (library, "notes", text);
  bl_project_commit_coalesced (project, library, "notes");
}

static void
test_typing (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlRecord *library = add (project, "Gosforth Library");
  g_autofree char *before = text_of (project), *undone = NULL, *back = NULL;

  bl_project_set_author (project, "Jo Bell");
  set_time (project, "2026-05-05T09:00:00Z");
  type (project, library, "N");
  set_time (project, "2026-05-05T09:00:01Z");
  type (project, library, "Ne");
  set_time (project, "2026-05-05T09:00:02Z");
  type (project, library, "New");
  assert_signed (library, "Jo Bell", "2026-05-05T09:00:02Z");
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, 2);
  bl_project_undo (project);
  undone = text_of (project);
  g_assert_cmpstr (undone, ==, before);
  g_test_message ("typed and taken away again: nobody changed it");
  bl_project_redo (project);
  bl_project_undo (project);
  type (project, library, "N");
  type (project, library, NULL);
  back = text_of (project);
  g_assert_cmpstr (back, ==, before);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, 1);
}

static void
test_no_difference (void)
{
  g_autoptr (BlProject) a = make_project (), b = make_project ();

  bl_project_set_author (b, "Jo Bell");
  add (a, "Gosforth Library");
  add (b, "Gosforth Library"); /* the same ids: the same seed */
  g_assert_true (bl_record_equal (BL_RECORD (a), BL_RECORD (b)));
}

/* Any walk of edits by several people undone gives the same bytes; redone, again. */
static void
test_random (void)
{
  static const char *const people[] = { NULL, "Jo Bell", "Sam Hall" };

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (BlProject) project = make_project ();
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      guint n;

      g_ptr_array_add (states, text_of (project));
      for (guint i = 0; i < 12; i++)
        {
          g_autofree char *time = g_strdup_printf ("2026-05-05T09:%02u:00Z", i);
          guint steps = g_list_model_get_n_items (bl_project_get_history (project));

          set_time (project, time);
          bl_project_set_author (project, people[g_test_rand_int_range (0, 3)]);
          random_edit (project, i);
          if (g_list_model_get_n_items (bl_project_get_history (project)) > steps)
            g_ptr_array_add (states, text_of (project));
        }
      n = states->len - 1;
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *now = NULL;

          bl_project_undo (project);
          now = text_of (project);
          g_assert_cmpstr (now, ==, states->pdata[n - 1 - i]);
        }
      bl_project_go_to_step (project, n);
      {
        g_autofree char *now = text_of (project);

        g_assert_cmpstr (now, ==, states->pdata[n]);
      }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signatures/unsigned", test_unsigned);
  g_test_add_func ("/signatures/signed", test_signed);
  g_test_add_func ("/signatures/one-line", test_one_line);
  g_test_add_func ("/signatures/undo", test_undo);
  g_test_add_func ("/signatures/rollback", test_rollback);
  g_test_add_func ("/signatures/typing", test_typing);
  g_test_add_func ("/signatures/no-difference", test_no_difference);
  g_test_add_func ("/signatures/random", test_random);
  return g_test_run ();
}
