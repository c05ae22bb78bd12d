/* test-conflict-dialog.c: cards and dialogs about kept work and others' changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "compare.h"
#include "conflict-dialog.h"
#include "conflict-row.h"
#include "differences-dialog.h"
#include "kept-card.h"
#include "merge.h"
#include "notice.h"
#include "others.h"
#include "record-xml.h"

static BlContext *context;

/* Another copy of the same project, as somebody else has it. */
static BlProject *
copy_project (BlProject *project)
{
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  reading = bl_record_read (BL_TYPE_PROJECT, data, length, "copy", NULL, &error);
  g_assert_no_error (error);
  bl_project_set_context (BL_PROJECT (reading->root), bl_project_get_ids (project), bl_project_get_clock (project));
  return g_object_ref (BL_PROJECT (reading->root));
}

static BlRecord *
find_library (BlProject *project, const char *name)
{
  GListModel *libraries = bl_project_get_libraries (project);

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);

      if (g_strcmp0 (bl_record_get_text (library, "name"), name) == 0)
        return library; /* the project holds it */
    }
  return NULL;
}

static void
rename_library (BlProject *project, const char *old, const char *new)
{
  BlRecord *library = find_library (project, old);

  g_assert_nonnull (library);
  bl_project_begin (project, "Rename");
  bl_record_set_text (library, "name", new);
  bl_project_commit (project);
}

static void
on_done (BlConflictDialog *dialog, gpointer data)
{
  gpointer *both = data;

  bl_conflict_dialog_settle (dialog, both[0], both[1]);
}

/* Two clashes; nothing is taken before each has its choice. */
static void
test_conflict (void)
{
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  g_autoptr (BlProject) base = copy_project (bl_session_get_project (session));
  g_autoptr (BlProject) ours = copy_project (base), theirs = copy_project (base);
  g_autoptr (BlMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog, *first, *second;
  gpointer both[2];

  rename_library (ours, "A Library", "A of ours");
  rename_library (ours, "B Library", "B of ours");
  rename_library (theirs, "A Library", "A of theirs");
  rename_library (theirs, "B Library", "B of theirs");
  rename_library (theirs, "C Library", "C of theirs");
  merge = bl_merge (base, ours, theirs, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (merge->clashes->len, ==, 2);

  dialog = bl_conflict_dialog_new (NULL, merge, "Jo Bell");
  both[0] = merge->project;
  both[1] = theirs;
  g_signal_connect (dialog, "done", G_CALLBACK (on_done), both);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  bl_app_fixture_assert_named (dialog);
  first = bl_app_fixture_find (dialog, BL_TYPE_CONFLICT_ROW, NULL);
  second = gtk_widget_get_next_sibling (first);
  g_assert_cmpint (bl_conflict_row_get_choice (BL_CONFLICT_ROW (first)), ==, BL_CONFLICT_CHOICE_NONE);
  gtk_widget_activate_action (first, "clash.take-theirs", NULL);
  gtk_widget_activate_action (dialog, "conflict.take-in", NULL); /* not yet */
  g_assert_nonnull (find_library (merge->project, "A of ours"));
  gtk_widget_activate_action (second, "clash.take-ours", NULL);
  gtk_widget_activate_action (dialog, "conflict.take-in", NULL);
  bl_app_fixture_settle ();
  g_assert_nonnull (find_library (merge->project, "A of theirs"));
  g_assert_nonnull (find_library (merge->project, "B of ours"));
  g_assert_nonnull (find_library (merge->project, "C of theirs"));
}

static void
test_differences (void)
{
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  g_autoptr (BlProject) after = copy_project (bl_session_get_project (session));
  g_autoptr (GPtrArray) differences = NULL, none = g_ptr_array_new ();
  GtkWidget *dialog, *row;

  rename_library (after, "A Library", "Library of A");
  differences = bl_compare (BL_RECORD (bl_session_get_project (session)), BL_RECORD (after));
  dialog = bl_differences_dialog_new (NULL, "What differs");
  bl_differences_dialog_add (BL_DIFFERENCES_DIALOG (dialog), "There", differences, "Nothing.");
  bl_differences_dialog_add (BL_DIFFERENCES_DIALOG (dialog), "Here", none, "Nothing.");
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  row = bl_app_fixture_find (dialog, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Library of A");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Name was “A Library”, is now “Library of A”");
  bl_app_fixture_assert_named (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
}

/* Who signed last is said; without signatures, that it was somebody. */
static void
test_others (void)
{
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  g_autoptr (BlProject) base = copy_project (bl_session_get_project (session));
  g_autoptr (BlProject) unsigned_one = copy_project (base), signed_one = copy_project (base);
  g_autoptr (GDateTime) now = bl_clock_now (bl_context_get_clock (context));
  g_autoptr (GDateTime) local = g_date_time_to_local (now);
  g_autoptr (BlOthers) others = NULL;
  g_autofree char *clock = g_date_time_format (local, "%H:%M"), *wanted = NULL;
  g_autofree char *title = NULL, *counts = NULL;

  rename_library (unsigned_one, "A Library", "A");
  others = bl_others_new (base, unsigned_one, now);
  title = bl_others_get_title (others, local);
  wanted = g_strdup_printf ("Somebody changed this file (today, %s)", clock);
  g_assert_cmpstr (title, ==, wanted);
  counts = bl_others_get_counts (others, 2);
  g_assert_cmpstr (counts, ==, "1 change there, 2 of yours not saved.");

  g_clear_pointer (&others, bl_others_free);
  g_clear_pointer (&title, g_free);
  bl_project_set_author (signed_one, "Jo Bell");
  rename_library (signed_one, "B Library", "B");
  others = bl_others_new (base, signed_one, NULL);
  title = bl_others_get_title (others, local);
  g_assert_cmpstr (title, ==, "Jo Bell changed this file");
}

static void
test_kept_words (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 4, 17, 14, 32, 0);
  g_autoptr (GDateTime) then = g_date_time_new_utc (2026, 4, 14, 17, 22, 0);
  BlKeptWork work = { .folder = (char *) "f", .path = NULL, .title = (char *) "Somerset", .time = then, .n_changes = 14 };
  g_autofree char *many = bl_kept_work_to_text (&work, now);
  g_autofree char *gone = NULL, *made = NULL;

  g_assert_cmpstr (many, ==, "Somerset: 14 changes from 14 April, 17:22, never saved");
  work.n_changes = 0;
  made = bl_kept_work_to_text (&work, now);
  g_assert_cmpstr (made, ==, "Somerset: made 14 April, 17:22, never saved");
  work.n_changes = 1;
  work.path = (char *) "/nowhere/somerset-review.branchline";
  gone = bl_kept_work_to_text (&work, now);
  g_assert_cmpstr (gone, ==, "somerset-review: 1 change from 14 April, 17:22; the file is not there now");
}

static void
test_notice (void)
{
  GtkWidget *notice = bl_notice_new ("dialog-warning-symbolic", "The disk is full", "Make room there.");
  GtkWidget *window;

  bl_notice_set_warning (BL_NOTICE (notice), TRUE);
  bl_notice_add_button (BL_NOTICE (notice), "Save _elsewhere…", TRUE);
  window = bl_app_fixture_show (notice, 360, 200);
  g_assert_cmpstr (bl_notice_get_title (BL_NOTICE (notice)), ==, "The disk is full");
  g_assert_cmpstr (bl_notice_get_body (BL_NOTICE (notice)), ==, "Make room there.");
  bl_app_fixture_assert_named (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (test_notice);
  bl_app_fixture_in_every_dress (test_differences);
}

int
main (int argc, char **argv)
{
  int result;

  bl_app_fixture_init (&argc, &argv);
  context = bl_app_fixture_context ();
  g_test_add_func ("/conflict-dialog/choose", test_conflict);
  g_test_add_func ("/conflict-dialog/differences", test_differences);
  g_test_add_func ("/conflict-dialog/others", test_others);
  g_test_add_func ("/conflict-dialog/kept-words", test_kept_words);
  g_test_add_func ("/conflict-dialog/dresses", test_dresses);
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
