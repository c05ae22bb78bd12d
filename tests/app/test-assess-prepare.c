/* test-assess-prepare.c: preparing a self-assessment: team, day, files out and back, words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-prepare.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "assess-change.h"
#include "assess-day.h"
#include "assess-files.h"
#include "assess-member-row.h"
#include "assess-take-in-dialog.h"
#include "assess-team.h"
#include "response-file.h"
#include "response-plan.h"
#include "statement-text.h"
#include "text.h"

typedef struct
{
  BlContext *context;
  BlSession *session;
  BlProject *project;
  BlAssessment *assessment;
  GtkWidget *view, *window;
} Stage;

static void
stage_up (Stage *stage)
{
  g_autoptr (BlAssessment) draft = bl_assessment_new (NULL);
  g_autoptr (BlFramework) framework = bl_framework_load ("self-assessment-starter", NULL);

  stage->context = bl_app_fixture_context ();
  stage->session = bl_app_fixture_small (stage->context);
  stage->project = bl_session_get_project (stage->session);
  bl_record_set_text (BL_RECORD (draft), "title", "Spring 2026");
  bl_record_set_text (BL_RECORD (draft), "route", "route-half");
  stage->assessment = bl_assess_change_begin (stage->session, draft, framework);
  stage->view = g_object_new (BL_TYPE_ASSESS_PREPARE, "session", stage->session, NULL);
  g_object_set (stage->view, "assessment", stage->assessment, NULL);
  stage->window = bl_app_fixture_show (stage->view, 900, 700);
}

static void
stage_down (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  bl_app_fixture_settle ();
  g_object_unref (stage->session);
  g_object_unref (stage->context);
}

static BlAssessmentMember *
add_member (Stage *stage, const char *name)
{
  BlAssessmentMember *member = bl_assess_change_add_member (stage->session, stage->assessment, "role-staff");

  bl_project_begin (stage->project, "Name");
  bl_record_set_text (BL_RECORD (member), "name", name);
  bl_project_commit (stage->project);
  return member;
}

static GtkListBoxRow *
get_row (Stage *stage, const char *list, int place)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (bl_app_fixture_find (stage->view, GTK_TYPE_LIST_BOX, list)), place);
}

static const char *
get_label (Stage *stage, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (stage->view, GTK_TYPE_LABEL, name)));
}

static void
test_team (void)
{
  Stage stage;
  GtkWidget *team;
  BlAssessMemberRow *row;
  BlAssessmentMember *member;

  stage_up (&stage);
  team = bl_app_fixture_find (stage.view, BL_TYPE_ASSESS_TEAM, NULL);
  g_assert_true (g_str_has_prefix (get_label (&stage, "advice"), "Nobody is in the team yet."));
  gtk_widget_activate_action (team, "team.add", NULL);
  row = BL_ASSESS_MEMBER_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (bl_app_fixture_find (team, GTK_TYPE_LIST_BOX, "members")), 0));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Staff member 1");
  member = bl_assess_member_row_get_member (row);
  bl_project_begin (stage.project, "Say who");
  bl_record_set_text (BL_RECORD (member), "name", "Ann & Co");
  bl_record_set_text (BL_RECORD (member), "knows", "the largest library");
  bl_record_set_boolean (BL_RECORD (member), "rates", FALSE);
  bl_project_commit (stage.project);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Ann & Co");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Staff member · the largest library · does not rate");
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (stage.view);
  for (guint i = 0; i < 29; i++)
    add_member (&stage, "Somebody");
  g_assert_true (g_str_has_prefix (get_label (&stage, "advice"), "29 people rate. More than nine"));
  gtk_widget_activate_action (GTK_WIDGET (row), "member.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (stage.assessment), "team")), ==, 29);
  g_assert_true (bl_project_undo (stage.project));
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (stage.assessment), "team")), ==, 30);
  g_assert_true (g_str_has_prefix (get_label (&stage, "advice"), "29 people rate."));
  stage_down (&stage);
}

static void
test_day (void)
{
  Stage stage;
  AdwActionRow *first;

  stage_up (&stage);
  g_object_set (stage.view, "part", "day", NULL);
  bl_app_fixture_settle ();
  first = ADW_ACTION_ROW (get_row (&stage, "before", 0));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)), ==, "Three weeks before");
  bl_project_begin (stage.project, "Fix the day");
  g_assert_true (bl_record_set_from_text (BL_RECORD (stage.assessment), "meeting", "2026-04-30", NULL));
  bl_record_set_text (BL_RECORD (stage.assessment), "starts", "09:15");
  bl_project_commit (stage.project);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)), ==, "9 April 2026");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (&stage, "timetable", 3))), ==,
                   "Clear purpose and direction");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (&stage, "timetable", 3))), ==,
                   "12 minutes · One characteristic, twelve minutes");
  g_assert_cmpstr (get_label (&stage, "timetable_says"), ==, "By the clock:");
  /* Two sessions ask for a second day. */
  bl_project_begin (stage.project, "Two sessions");
  bl_record_set_text (BL_RECORD (stage.assessment), "route", "route-two");
  bl_project_commit (stage.project);
  g_assert_true (gtk_widget_get_visible (bl_app_fixture_find (stage.view, GTK_TYPE_WIDGET, "second_row")));
  bl_app_fixture_assert_named (stage.view);
  stage_down (&stage);
}

/* The first place to write below @widget. */
static GtkTextView *
find_text (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkTextView *found;

      if (BL_IS_STATEMENT_TEXT (child))
        return GTK_TEXT_VIEW (bl_app_fixture_find (child, GTK_TYPE_TEXT_VIEW, NULL));
      found = find_text (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is typed is kept: when the view is left, and at the latest when it goes. */
static void
test_words (void)
{
  Stage stage;
  GtkTextView *purpose, *vision;
  BlStatement *statement;
  g_autofree char *shown = NULL;

  stage_up (&stage);
  g_object_set (stage.view, "part", "model", NULL);
  bl_app_fixture_settle ();
  purpose = find_text (bl_app_fixture_find (stage.view, GTK_TYPE_BOX, "model"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (purpose), "A place to read.", -1);
  g_assert_null (bl_assess_find_statement (stage.assessment, "model-purpose"));
  g_object_set (stage.view, "part", "vision", NULL);
  statement = bl_assess_find_statement (stage.assessment, "model-purpose");
  g_assert_nonnull (statement);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (statement), "text"), ==, "A place to read.");
  vision = find_text (bl_app_fixture_find (stage.view, GTK_TYPE_BOX, "vision"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (vision), "Nobody is cut off.", -1);
  gtk_widget_activate_action (stage.view, "prepare.back", NULL);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (stage.assessment), "vision"), ==, "Nobody is cut off.");
  /* Undo is shown where it was typed. */
  g_assert_true (bl_project_undo (stage.project));
  g_object_get (gtk_text_view_get_buffer (vision), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "");
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (stage.view);
  stage_down (&stage);
}

/* Out, rated by somebody else's program, back: shown first, taken in after; again, there is nothing new. */
static void
test_files (void)
{
  Stage stage;
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL), *path = NULL, *bad = NULL;
  BlAssessFiles *files;
  BlAssessmentMember *ann;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlResponse) response = NULL;
  g_autoptr (BlRating) rating = bl_rating_new (NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  GtkWidget *dialog;
  GDir *dir;
  const char *name;
  guint n = 0;

  stage_up (&stage);
  files = BL_ASSESS_FILES (bl_app_fixture_find (stage.view, BL_TYPE_ASSESS_FILES, NULL));
  ann = add_member (&stage, "Ann");
  add_member (&stage, "Ann");
  add_member (&stage, "Bob");
  g_assert_cmpuint (bl_assess_files_write_all (files, folder, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_true (bl_record_is_known (BL_RECORD (ann), "sent"));
  path = g_build_filename (folder, "own" BL_RESPONSE_ENDING, NULL);
  bad = g_build_filename (folder, "bad" BL_RESPONSE_ENDING, NULL);
  g_assert_true (bl_assess_files_write (files, ann, path, &error));

  response = bl_response_file_read (path, NULL, &error);
  g_assert_no_error (error);
  bl_record_set_text (BL_RECORD (rating), "item", "purpose-choices");
  bl_record_set_text (BL_RECORD (rating), "level", "four-2");
  bl_record_set_text (BL_RECORD (rating), "given", "2026-04-16T10:00:00Z");
  bl_record_append (BL_RECORD (response), "ratings", BL_RECORD (rating));
  g_assert_true (bl_response_file_write (response, path, &error));
  g_assert_true (g_file_set_contents (bad, "this is no response", -1, NULL));

  g_ptr_array_add (paths, path);
  g_ptr_array_add (paths, bad);
  dialog = bl_assess_take_in_dialog_new (NULL, stage.session, paths);
  gtk_window_present (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (dialog);
  g_assert_cmpuint (bl_assess_take_in_dialog_get_n_ready (BL_ASSESS_TAKE_IN_DIALOG (dialog)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (stage.assessment), "ratings")), ==, 0);
  gtk_widget_activate_action (dialog, "take-in.apply", NULL);
  bl_app_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (stage.assessment), "ratings")), ==, 1);
  g_assert_true (bl_record_is_known (BL_RECORD (ann), "came"));

  dialog = bl_assess_take_in_dialog_new (NULL, stage.session, paths);
  g_assert_cmpuint (bl_assess_take_in_dialog_get_n_ready (BL_ASSESS_TAKE_IN_DIALOG (dialog)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* A folder that is not there is an error. */
  g_assert_false (bl_assess_files_write (files, ann, "/nowhere/at/all" BL_RESPONSE_ENDING, &error));
  g_assert_nonnull (error);
  stage_down (&stage);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      n++;
      g_unlink (file);
    }
  g_dir_close (dir);
  g_rmdir (folder);
  /* Two of one name each had a file of their own. */
  g_assert_cmpuint (n, ==, 5);
}

static void
test_dress (void)
{
  static const char *const parts[] = { "team", "day", "files", "model", "vision" };
  Stage stage;

  stage_up (&stage);
  add_member (&stage, "Ann");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_object_set (stage.view, "part", parts[i], NULL);
      bl_app_fixture_settle ();
      bl_app_fixture_assert_named (stage.view);
    }
  stage_down (&stage);
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (test_dress);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/assess-prepare/team", test_team);
  g_test_add_func ("/assess-prepare/day", test_day);
  g_test_add_func ("/assess-prepare/words", test_words);
  g_test_add_func ("/assess-prepare/files", test_files);
  g_test_add_func ("/assess-prepare/dresses", test_dresses);
  return g_test_run ();
}
