/* test-version.c: marked versions, frozen inside the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kept-table.h"
#include "random-edits.h"
#include "record-xml.h"
#include "version.h"

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-05-03T10:00:00Z");
  BlProject *project = bl_project_new (ids, clock);

  bl_project_begin (project, "Fill");
  add_library (project, "Byker Library");
  add_library (project, "King’s <Heath> & \"Co\"\nLibrary");
  bl_project_commit (project);
  return project;
}

static BlTable *
numbers (double first)
{
  double values[] = { first, 2, 3 };

  return bl_table_new_numbers (values, G_N_ELEMENTS (values));
}

static void
set_population (BlProject *project, double first)
{
  g_autoptr (BlTable) table = numbers (first);
  BlValueSet *value = bl_project_find_value (project, "population");
  g_autoptr (BlValueSet) fresh = NULL;

  bl_project_begin (project, "Figures");
  if (value == NULL)
    {
      value = fresh = bl_value_set_new (NULL);
      bl_record_set_text (BL_RECORD (value), "name", "population");
      bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
    }
  bl_record_set_table (BL_RECORD (value), "numbers", table);
  bl_project_commit (project);
}

static char *
text_of (BlProject *project)
{
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static BlProject *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading
      = bl_record_read (BL_TYPE_PROJECT, text, strlen (text), "test", NULL, &error);
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-06-01T10:00:00Z");

  g_assert_no_error (error);
  for (guint i = 0; i < reading->faults->len; i++)
    g_test_message ("%s", ((BlFault *) reading->faults->pdata[i])->message);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  bl_project_set_context (BL_PROJECT (reading->root), ids, clock);
  return g_object_ref (BL_PROJECT (reading->root));
}

static BlVersion *
mark (BlProject *project, const char *name)
{
  g_autoptr (GError) error = NULL;
  BlVersion *version = bl_version_mark (project, name, NULL, &error);

  g_assert_no_error (error);
  return version;
}

static BlProject *
open_version (BlVersion *version)
{
  g_autoptr (GError) error = NULL;
  BlProject *project = bl_version_open (version, &error);

  g_assert_no_error (error);
  return project;
}

static BlVersion *
version_at (BlProject *project, guint position)
{
  g_autoptr (BlVersion) version = g_list_model_get_item (bl_project_get_versions (project), position);

  return version; /* the list holds it */
}

static BlRecord *
library_at (BlProject *project, guint position)
{
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), position);

  return library; /* the list holds it */
}

static void
rename_library (BlProject *project, const char *name)
{
  bl_project_begin (project, "Rename");
  bl_record_set_text (library_at (project, 0), "name", name);
  bl_project_commit (project);
}

static void
set_notes (BlProject *project)
{
  bl_project_begin (project, "Notes");
  bl_record_set_text (library_at (project, 0), "notes", "It’s 'open' <!-- \"\n\n till 5 & later\t-->");
  bl_record_set_text (library_at (project, 0), "address", "King's \"Head\" > Arms");
  bl_record_set_text (library_at (project, 0), "address-2", "King's Head");
  bl_project_commit (project);
}

static void
test_mark (void)
{
  g_autoptr (BlProject) project = make_project (), then = NULL;
  g_autofree char *before = text_of (project), *opened = NULL, *undone = NULL, *date = NULL;
  g_autoptr (GError) error = NULL;
  BlVersion *version = bl_version_mark (project, " Consultation draft ", "As sent out\nto everybody", &error);
  BlRecord *record = BL_RECORD (version);

  g_assert_no_error (error);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Mark version “Consultation draft”");
  g_assert_cmpstr (bl_record_get_text (record, "name"), ==, "Consultation draft");
  g_assert_cmpstr (bl_record_get_text (record, "note"), ==, "As sent out\nto everybody");
  g_assert_cmpstr (bl_record_get_text (record, "time"), ==, "2026-05-03T10:00:00Z");
  g_assert_null (bl_record_get_text (record, "by"));
  date = bl_version_get_date_for_people (version);
  g_assert_cmpstr (date, ==, "3 May 2026");
  rename_library (project, "Renamed");
  then = open_version (version);
  opened = text_of (then);
  g_assert_cmpstr (opened, ==, before);
  g_test_message ("what is done to the opened one is not done to ours");
  rename_library (then, "Something else");
  g_assert_cmpstr (bl_record_get_text (library_at (project, 0), "name"), ==, "Renamed");
  bl_project_undo (project);
  bl_project_undo (project);
  undone = text_of (project);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_names (void)
{
  g_autoptr (BlProject) project = make_project ();
  static const char *const wrong[] = { NULL, "", "  ", "consultation  DRAFT" };

  mark (project, "Consultation draft");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_version_mark (project, wrong[i], NULL, &error));
      g_assert_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_NAME);
    }
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_versions (project)), ==, 1);
}

/* Saved and opened, with the figures of then although the project has others now. */
static void
test_tables_live (void)
{
  g_autoptr (BlProject) project = make_project (), read = NULL, then = NULL, first = NULL;
  g_autofree char *before = NULL, *saved = NULL, *again = NULL, *opened = NULL;
  g_auto (GStrv) pieces = NULL;
  const double *kept;

  set_population (project, 1);
  before = text_of (project);
  mark (project, "First");
  set_population (project, 10);
  mark (project, "Second");
  bl_project_begin (project, "Drop figures");
  bl_record_remove_all (BL_RECORD (project), "values");
  bl_project_commit (project);
  saved = text_of (project);
  read = read_text (saved);
  again = text_of (read);
  g_assert_cmpstr (again, ==, saved);
  first = open_version (version_at (read, 0));
  opened = text_of (first);
  g_assert_cmpstr (opened, ==, before);
  then = open_version (version_at (read, 1));
  kept = bl_table_get_numbers (bl_record_get_table (BL_RECORD (bl_project_find_value (then, "population")), "numbers"));
  g_assert_cmpfloat (kept[0], ==, 10);
  g_test_message ("each table stands once");
  pieces = g_strsplit (saved, "<table ", -1);
  g_assert_cmpuint (g_strv_length (pieces), ==, 5); /* two of figures, two of content */
}

/* The tables go with the last version that needs them; bringing it back brings them back. */
static void
test_delete (void)
{
  g_autoptr (BlProject) project = make_project (), then = NULL;
  g_autofree char *with = NULL, *without = NULL, *back = NULL;

  set_population (project, 1);
  mark (project, "First");
  bl_project_begin (project, "Drop figures");
  bl_record_remove_all (BL_RECORD (project), "values");
  bl_project_commit (project);
  with = text_of (project);
  bl_project_begin (project, "Delete version");
  bl_project_delete (project, BL_RECORD (version_at (project, 0)));
  bl_project_commit (project);
  without = text_of (project);
  g_assert_nonnull (strstr (with, "<table "));
  g_assert_null (strstr (without, "<table "));
  bl_project_undo (project);
  back = text_of (project);
  g_assert_cmpstr (back, ==, with);
  then = open_version (version_at (project, 0));
  g_assert_nonnull (bl_project_find_value (then, "population"));
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (to, parts);
}

/* Changed by hand in the file: told in words, and not opened. */
static void
test_changed (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autofree char *saved = NULL;
  static const char *const changes[][2] = {
    { "name='Byker Library'", "name='Biker Library'" }, /* the content */
    { " checksum=\"", " checksum=\"0" },
    { "<part>1\n", "<part>7\n" }, /* a table */
    { " numbers=\"table-", " texts=\"table-" },
  };

  set_population (project, 1);
  mark (project, "Consultation draft");
  bl_project_begin (project, "Drop figures");
  bl_record_remove_all (BL_RECORD (project), "values");
  bl_project_commit (project);
  saved = text_of (project);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *text = replace (saved, changes[i][0], changes[i][1]);
      g_autoptr (BlRecordReading) reading
          = bl_record_read (BL_TYPE_PROJECT, text, strlen (text), "test", NULL, NULL);
      g_autoptr (GPtrArray) faults = bl_faults_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_version_open (version_at (BL_PROJECT (reading->root), 0), &error));
      g_assert_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_CHANGED);
      g_assert_cmpstr (error->message, ==,
                       "“Consultation draft” is no longer what was marked: its content was changed outside Branchline");
      bl_record_validate (BL_RECORD (version_at (BL_PROJECT (reading->root), 0)), faults);
      g_assert_cmpuint (faults->len + reading->faults->len, >, 0);
    }
}

/* It can leave the house: who changed what is not inside. */
static void
test_signatures (void)
{
  g_autoptr (BlProject) project = make_project (), then = NULL;
  g_autofree char *content = NULL;
  BlVersion *version;

  bl_project_set_author (project, "Jo Bell");
  set_notes (project);
  version = mark (project, "Consultation draft");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (version), "by"), ==, "Jo Bell");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (version), "changed-by"), ==, "Jo Bell");
  content = bl_table_to_text (bl_record_get_table (BL_RECORD (version), "content"));
  g_assert_nonnull (strstr (content, "Byker Library"));
  g_assert_null (strstr (content, "Jo Bell"));
  g_assert_cmpstr (bl_record_get_text (library_at (project, 0), "changed-by"), ==, "Jo Bell");
  then = open_version (version);
  g_assert_true (bl_record_equal (BL_RECORD (library_at (then, 0)), BL_RECORD (library_at (project, 0))));
}

static void
test_no_versions_inside (void)
{
  g_autoptr (BlProject) project = make_project (), then = NULL;

  mark (project, "First");
  then = open_version (mark (project, "Second"));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_versions (then)), ==, 0);
}

/* What newer versions of the program put in is frozen with the rest. */
static void
test_foreign (void)
{
  g_autoptr (BlProject) project = make_project (), read = NULL, then = NULL;
  g_autofree char *text = text_of (project);
  g_autofree char *one = replace (
      text, "<status ", "<lift works=\"it's\"><!-- it's \"5\" --><![CDATA[<a b=\"'\">]]></lift>\n   <status shine=\"3\" ");
  g_autofree char *opened = NULL, *as_read = NULL;

  read = read_text (one);
  as_read = text_of (read);
  g_assert_nonnull (strstr (as_read, "<!-- it's \"5\" -->"));
  then = open_version (mark (read, "First"));
  opened = text_of (then);
  g_assert_cmpstr (opened, ==, as_read);
}

/* Any walk of edits with marking undone gives the same bytes; redone, again;
 * and each marked version opens as what it was. */
static void
test_random (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (BlProject) project = make_project (), read = NULL;
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GHashTable) marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_autofree char *last = NULL;
      guint n;

      g_ptr_array_add (states, text_of (project));
      for (guint i = 0; i < 12; i++)
        {
          guint n_versions = g_list_model_get_n_items (bl_project_get_versions (project));
          guint steps = bl_project_get_revision (project);
          int choice = g_test_rand_int_range (0, 6);

          if (choice == 0)
            {
              g_autofree char *name = g_strdup_printf ("Version %u", i);
              g_autoptr (BlRecord) copy = bl_record_copy (BL_RECORD (project));

              bl_record_remove_all (copy, "versions");
              g_hash_table_insert (marked, g_steal_pointer (&name), g_object_ref (copy));
              name = g_strdup_printf ("Version %u", i);
              mark (project, name);
            }
          else if (choice == 1 && n_versions > 0)
            {
              bl_project_begin (project, "Delete");
              bl_project_delete (project, BL_RECORD (version_at (project, g_test_rand_int_range (0, n_versions))));
              bl_project_commit (project);
            }
          else if (choice == 2)
            set_population (project, g_test_rand_int_range (0, 5));
          else
            random_edit (project, i);
          if (bl_project_get_revision (project) > steps)
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
      for (guint i = 0; i < n; i++)
        bl_project_redo (project);
      last = text_of (project);
      g_assert_cmpstr (last, ==, states->pdata[n]);
      read = read_text (last);
      for (guint i = 0; i < g_list_model_get_n_items (bl_project_get_versions (read)); i++)
        {
          BlVersion *version = version_at (read, i);
          g_autoptr (BlProject) then = open_version (version);
          BlRecord *was = g_hash_table_lookup (marked, bl_record_get_text (BL_RECORD (version), "name"));

          g_assert_true (bl_record_equal (BL_RECORD (then), was));
        }
    }
}

typedef struct
{
  GMainLoop *loop;
  BlVersion *version;
  GError *error;
} Marked;

static void
on_marked (GObject *source, GAsyncResult *result, gpointer data)
{
  Marked *marked = data;

  marked->version = bl_version_mark_finish (BL_PROJECT (source), result, &marked->error);
  g_main_loop_quit (marked->loop);
}

/* What is frozen in a thread is what the other way freezes, of the moment it was
 * asked for: what is changed meanwhile is not in it, and nothing changes before it is done. */
static void
test_async (void)
{
  g_autoptr (BlProject) project = make_project (), then = NULL, same = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Marked marked = { loop, NULL, NULL };
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), 0);
  BlVersion *before;

  set_population (project, 1);
  before = bl_version_mark (project, "Before", NULL, NULL);
  bl_version_mark_async (project, "  Draft ", "To all", on_marked, &marked);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_versions (project)), ==, 1);
  bl_project_begin (project, "Meanwhile");
  bl_record_set_text (library, "name", "Other");
  bl_project_commit (project);
  set_population (project, 5);
  g_main_loop_run (loop);
  g_assert_no_error (marked.error);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_versions (project)), ==, 2);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (marked.version), "name"), ==, "Draft");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (marked.version), "note"), ==, "To all");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (marked.version), "checksum"), ==,
                   bl_record_get_text (BL_RECORD (before), "checksum"));
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Mark version “Draft”");
  then = bl_version_open (marked.version, NULL);
  same = bl_version_open (before, NULL);
  g_assert_nonnull (then);
  g_assert_true (bl_record_equal (BL_RECORD (then), BL_RECORD (same)));

  /* Taken when it is asked for, and taken when it is done. */
  marked.version = NULL;
  bl_version_mark_async (project, "draft", NULL, on_marked, &marked);
  g_main_loop_run (loop);
  g_assert_error (marked.error, BL_VERSION_ERROR, BL_VERSION_ERROR_NAME);
  g_clear_error (&marked.error);
  bl_version_mark_async (project, "Later", NULL, on_marked, &marked);
  g_assert_nonnull (bl_version_mark (project, "Later", NULL, NULL));
  g_main_loop_run (loop);
  g_assert_error (marked.error, BL_VERSION_ERROR, BL_VERSION_ERROR_NAME);
  g_clear_error (&marked.error);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_versions (project)), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version/mark", test_mark);
  g_test_add_func ("/version/names", test_names);
  g_test_add_func ("/version/tables-live", test_tables_live);
  g_test_add_func ("/version/delete", test_delete);
  g_test_add_func ("/version/changed", test_changed);
  g_test_add_func ("/version/signatures", test_signatures);
  g_test_add_func ("/version/no-versions-inside", test_no_versions_inside);
  g_test_add_func ("/version/foreign", test_foreign);
  g_test_add_func ("/version/random", test_random);
  g_test_add_func ("/version/async", test_async);
  return g_test_run ();
}
