/* test-bring-back.c: single things of an earlier state brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bring-back.h"
#include "differing.h"
#include "document.h"
#include "random-edits.h"
#include "record-xml.h"

typedef struct
{
  BlProject *project, *then;
} Fixture;

/* Four libraries, and the project as it was with them. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-05-03T10:00:00Z");

  fixture->project = bl_project_new (ids, clock);
  bl_project_begin (fixture->project, "Fill");
  bl_record_set_text (BL_RECORD (fixture->project), "title", "Plan");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Library %u", i);

      add_library (fixture->project, name);
    }
  bl_project_commit (fixture->project);
  fixture->then = bl_version_open (bl_version_mark (fixture->project, "Draft", NULL, NULL), NULL);
  g_assert_nonnull (fixture->then);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->project);
  g_clear_object (&fixture->then);
}

static BlRecord *
library_at (BlProject *project, guint position)
{
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), position);

  return library; /* the list holds it */
}

static GPtrArray *
ids_of (BlRecord *record, ...)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  va_list more;

  va_start (more, record);
  for (; record != NULL; record = va_arg (more, BlRecord *))
    g_ptr_array_add (ids, g_strdup (bl_record_get_id (record)));
  va_end (more);
  return ids;
}

static char *
names (BlProject *project)
{
  GListModel *libraries = bl_project_get_libraries (project);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", bl_record_get_text (library_at (project, i), "name"));
  return g_strdup (text->str);
}

static void
assert_names (BlProject *project, const char *expected)
{
  g_autofree char *found = names (project);

  g_assert_cmpstr (found, ==, expected);
}

/* One of two changed libraries, with what stands below it, as one step. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  BlRecord *one = library_at (fixture->project, 1), *two = library_at (fixture->project, 2);
  g_autoptr (GPtrArray) ids = ids_of (one, NULL);
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *statuses = bl_record_get_list (one, "statuses");

  bl_project_begin (fixture->project, "Change");
  bl_record_set_text (one, "name", "Renamed");
  bl_record_set_text (one, "monday", "10:00-14:00");
  bl_record_remove_all (one, "statuses");
  bl_record_set_text (two, "name", "Renamed too");
  bl_project_commit (fixture->project);
  g_assert_cmpuint (g_list_model_get_n_items (statuses), ==, 0);
  before = bl_record_write (BL_RECORD (fixture->project), BL_PROJECT_VERSION);

  g_assert_true (bl_bring_back (fixture->project, fixture->then, ids, "Bring back Library 1 from “Draft”", &error));
  g_assert_no_error (error);
  g_assert_true (library_at (fixture->project, 1) == one); /* the same object */
  assert_names (fixture->project, "Library 0, Library 1, Renamed too, Library 3");
  g_assert_null (bl_record_get_text (one, "monday"));
  g_assert_cmpuint (g_list_model_get_n_items (statuses), ==, 1);
  g_assert_cmpstr (bl_project_get_undo_name (fixture->project), ==, "Bring back Library 1 from “Draft”");
  g_assert_true (bl_project_undo (fixture->project));
  after = bl_record_write (BL_RECORD (fixture->project), BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, after));
}

/* What is gone comes back at its place with its id; what was added since stays. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  BlRecord *gone = library_at (fixture->project, 1);
  g_autoptr (GPtrArray) ids = ids_of (gone, NULL);
  g_autofree char *id = g_strdup (bl_record_get_id (gone));

  bl_project_begin (fixture->project, "Change");
  bl_project_delete (fixture->project, gone);
  add_library (fixture->project, "New");
  bl_project_commit (fixture->project);
  g_assert_true (bl_bring_back (fixture->project, fixture->then, ids, "Back", NULL));
  assert_names (fixture->project, "Library 0, Library 1, Library 2, Library 3, New");
  g_assert_cmpstr (bl_record_get_id (library_at (fixture->project, 1)), ==, id);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (library_at (fixture->project, 1), "statuses")), ==, 1);
  g_assert_true (bl_project_undo (fixture->project));
  assert_names (fixture->project, "Library 0, Library 2, Library 3, New");
  g_assert_true (bl_project_redo (fixture->project));
  assert_names (fixture->project, "Library 0, Library 1, Library 2, Library 3, New");
}

/* Below what is gone something went elsewhere: it is not there twice. */
static void
test_moved_below (Fixture *fixture, gconstpointer data)
{
  BlRecord *gone = library_at (fixture->project, 1), *other = library_at (fixture->project, 2);
  g_autoptr (GPtrArray) ids = ids_of (gone, NULL);
  g_autoptr (BlRecord) status = g_list_model_get_item (bl_record_get_list (gone, "statuses"), 0);

  bl_project_begin (fixture->project, "Change");
  bl_record_remove (status);
  bl_record_append (other, "statuses", status);
  bl_project_delete (fixture->project, gone);
  bl_project_commit (fixture->project);
  g_assert_true (bl_bring_back (fixture->project, fixture->then, ids, "Back", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (library_at (fixture->project, 1), "statuses")), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (other, "statuses")), ==, 2);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlRecord) last = g_object_ref (library_at (fixture->project, 3));
  g_autoptr (GPtrArray) ids = ids_of (last, NULL);

  bl_project_begin (fixture->project, "Move");
  bl_record_remove (last);
  bl_record_insert (BL_RECORD (fixture->project), "libraries", 0, last);
  bl_project_commit (fixture->project);
  assert_names (fixture->project, "Library 3, Library 0, Library 1, Library 2");
  g_assert_true (bl_bring_back (fixture->project, fixture->then, ids, "Back", NULL));
  assert_names (fixture->project, "Library 0, Library 1, Library 2, Library 3");
}

/* The project's own fields alone. */
static void
test_particulars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = ids_of (BL_RECORD (fixture->project), NULL);

  bl_project_begin (fixture->project, "Change");
  bl_record_set_text (BL_RECORD (fixture->project), "title", "Strategy");
  bl_record_set_text (library_at (fixture->project, 0), "name", "Renamed");
  bl_project_commit (fixture->project);
  g_assert_true (bl_bring_back (fixture->project, fixture->then, ids, "Back", NULL));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture->project), "title"), ==, "Plan");
  g_assert_cmpstr (bl_record_get_text (library_at (fixture->project, 0), "name"), ==, "Renamed");
}

/* Figures for two areas do not fit three: refused in words, and nothing changed. */
static void
test_misfit (void)
{
  static const char *const two[] = { "E01000001", "E01000002" }, *const three[] = { "E01000001", "E01000002", "E01000003" };
  const double numbers[] = { 100, 200, 300 };
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-05-03T10:00:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock), then = NULL;
  g_autoptr (BlTable) codes = bl_table_new_texts (two, 2), more = bl_table_new_texts (three, 3);
  g_autoptr (BlTable) figures = bl_table_new_numbers (numbers, 2), others = bl_table_new_numbers (numbers, 3);
  g_autoptr (BlAreas) areas = bl_areas_new (NULL);
  g_autoptr (BlValueSet) value = bl_value_set_new (NULL);
  g_autoptr (GPtrArray) one = NULL, both = NULL;
  g_autoptr (GError) error = NULL;

  bl_project_begin (project, "Make");
  bl_record_set_table (BL_RECORD (areas), "codes", codes);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  bl_record_set_text (BL_RECORD (value), "name", "population");
  bl_record_set_table (BL_RECORD (value), "numbers", figures);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  bl_project_commit (project);
  then = bl_version_open (bl_version_mark (project, "Two", NULL, NULL), NULL);
  bl_project_begin (project, "Three");
  bl_record_set_table (BL_RECORD (areas), "codes", more);
  bl_record_set_table (BL_RECORD (value), "numbers", others);
  bl_project_commit (project);
  one = ids_of (BL_RECORD (value), NULL);
  both = ids_of (BL_RECORD (value), BL_RECORD (areas), NULL);
  g_assert_false (bl_bring_back (project, then, one, "Back", &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_INVALID);
  g_assert_true (bl_record_get_table (BL_RECORD (value), "numbers") == others);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Three");
  g_clear_error (&error);
  g_assert_true (bl_bring_back (project, then, both, "Back", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bl_table_get_id (bl_record_get_table (BL_RECORD (value), "numbers")), ==, bl_table_get_id (figures));
}

/* Whatever was done: all that differs and was there then, brought back, differs
 * no more; what remains was added since; undone, every byte is as before. */
static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      Fixture fixture;
      g_autoptr (GPtrArray) things = NULL, left = NULL, ids = g_ptr_array_new ();
      g_autoptr (GBytes) before = NULL, after = NULL;
      g_autoptr (GError) error = NULL;

      set_up (&fixture, NULL);
      for (guint i = 0; i < 12; i++)
        random_edit (fixture.project, i);
      things = bl_differing_things (fixture.then, fixture.project, TRUE);
      for (guint i = 0; i < things->len; i++)
        g_ptr_array_add (ids, ((BlDifferingThing *) things->pdata[i])->record);
      before = bl_record_write (BL_RECORD (fixture.project), BL_PROJECT_VERSION);
      g_assert_true (bl_bring_back (fixture.project, fixture.then, ids, "Back", &error));
      g_assert_no_error (error);
      left = bl_differing_things (fixture.then, fixture.project, TRUE);
      for (guint i = 0; i < left->len; i++)
        g_assert_cmpint (((BlDifferingThing *) left->pdata[i])->kind, ==, BL_DIFFERENCE_ADDED);
      if (g_str_equal (bl_project_get_undo_name (fixture.project), "Back"))
        g_assert_true (bl_project_undo (fixture.project));
      after = bl_record_write (BL_RECORD (fixture.project), BL_PROJECT_VERSION);
      g_assert_true (g_bytes_equal (before, after));
      tear_down (&fixture, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/bring-back/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("changed", test_changed);
  ADD ("removed", test_removed);
  ADD ("moved-below", test_moved_below);
  ADD ("order", test_order);
  ADD ("particulars", test_particulars);
#undef ADD
  g_test_add_func ("/bring-back/misfit", test_misfit);
  g_test_add_func ("/bring-back/random", test_random);
  return g_test_run ();
}
