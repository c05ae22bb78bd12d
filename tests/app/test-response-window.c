/* test-response-window.c: rating in a response file: saved, opened again, altered by hand, of another version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "response-window.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "app-fixture.h"
#include "rating-card.h"
#include "response-file.h"
#include "response-plan.h"

static char *folder;

/* A response as it is sent out, in a file. */
static char *
send_out (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = bl_framework_load ("self-assessment-starter", &error);
  g_autoptr (BlResponse) response = bl_response_new ("response-aaaaaaaaaa");
  char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  bl_record_set_text (BL_RECORD (response), "project", "project-aaaaaaaaaa");
  bl_record_set_text (BL_RECORD (response), "assessment", "assessment-aaaaaaaaaa");
  bl_record_set_text (BL_RECORD (response), "member", "member-aaaaaaaaaa");
  bl_record_set_text (BL_RECORD (response), "name", "Ann");
  bl_record_set_text (BL_RECORD (response), "route", "route-90");
  bl_record_append (BL_RECORD (response), "frameworks", BL_RECORD (framework));
  bl_response_file_write (response, path, &error);
  g_assert_no_error (error);
  return path;
}

static BlResponse *
read_back (const char *path)
{
  g_autoptr (GError) error = NULL;
  BlResponse *response = bl_response_file_read (path, NULL, &error);

  g_assert_no_error (error);
  return response;
}

static GtkToggleButton *
level (gpointer window, guint nth)
{
  GtkWidget *card = bl_app_fixture_find (window, BL_TYPE_RATING_CARD, NULL);
  GtkWidget *button = gtk_widget_get_first_child (bl_app_fixture_find (card, GTK_TYPE_BOX, "level_box"));

  while (nth-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return GTK_TOGGLE_BUTTON (button);
}

static const char *
front (gpointer window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (bl_app_fixture_find (window, GTK_TYPE_STACK, "stack")));
}

static const char *
notice (gpointer window)
{
  GtkWidget *box = bl_app_fixture_find (window, GTK_TYPE_BOX, "notice");

  return gtk_widget_get_visible (box) ? gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (window, GTK_TYPE_LABEL, "notice_label")))
                                      : NULL;
}

static void
replace (const char *path, const char *from, const char *to)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) all = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  all = g_string_new (text);
  g_assert_cmpuint (g_string_replace (all, from, to, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, all->str, -1, NULL));
}

static gboolean
is_written (gpointer path)
{
  g_autoptr (BlResponse) response = read_back (path);

  return bl_response_find_rating (response, "purpose-choices") != NULL;
}

/* purpose-choices is the one of the first characteristic that the short route takes. */
static void
test_rate (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *path = send_out ("rate.branchline-response");
  g_autoptr (BlResponse) response = NULL;
  GtkWidget *window = bl_response_window_new (NULL, context, path);

  g_assert_cmpstr (front (window), ==, "rate");
  g_assert_null (notice (window));
  gtk_toggle_button_set_active (level (window, 1), TRUE);
  bl_app_fixture_wait (is_written, path);
  gtk_widget_activate_action (window, "win.finish", NULL);
  g_assert_cmpstr (front (window), ==, "finish");
  gtk_window_destroy (GTK_WINDOW (window));
  response = read_back (path);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_response_find_rating (response, "purpose-choices")), "level"), ==, "four-2");
  g_assert_true (bl_record_is_known (BL_RECORD (response), "finished"));

  window = bl_response_window_new (NULL, context, path);
  g_assert_false (gtk_toggle_button_get_active (level (window, 0))); /* of the next, where they left off */
  gtk_widget_activate_action (window, "win.go-on", NULL);
  g_assert_true (bl_response_window_save (BL_RESPONSE_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&response);
  response = read_back (path);
  g_assert_false (bl_record_is_known (BL_RECORD (response), "finished"));
}

/* Somebody else wrote to it meanwhile: neither is lost without being asked. */
static void
test_elsewhere (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *path = send_out ("elsewhere.branchline-response");
  g_autofree char *other = g_build_filename (folder, "mine.branchline-response", NULL), *text = NULL;
  GtkWidget *window = bl_response_window_new (NULL, context, path);

  gtk_toggle_button_set_active (level (window, 1), TRUE);
  replace (path, "name=\"Ann\"", "name=\"Ann of elsewhere\"");
  g_assert_false (bl_response_window_save (BL_RESPONSE_WINDOW (window)));
  g_assert_nonnull (strstr (notice (window), "changed elsewhere"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Ann of elsewhere"));
  g_assert_true (bl_response_window_save_as (BL_RESPONSE_WINDOW (window), other));
  g_assert_true (is_written (other));
  g_assert_null (notice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_by_hand (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *path = send_out ("hand.branchline-response"), *before = NULL, *after = NULL;
  GtkWidget *window;

  /* A date that is none, and words of the framework changed. */
  replace (path, "member=\"member-aaaaaaaaaa\"", "member=\"member-aaaaaaaaaa\" made=\"yesterday\"");
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  window = bl_response_window_new (NULL, context, path);
  g_assert_nonnull (strstr (notice (window), "altered by hand"));
  gtk_toggle_button_set_active (level (window, 1), TRUE);
  g_assert_false (bl_response_window_save (BL_RESPONSE_WINDOW (window))); /* not without a word */
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  gtk_widget_activate_action (window, "win.keep", NULL);
  g_assert_null (notice (window));
  g_assert_true (is_written (path));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_read_only (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *path = send_out ("read-only.branchline-response");
  g_autofree char *other = g_build_filename (folder, "copy.branchline-response", NULL);
  GtkWidget *window;

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is read-only for root");
      return;
    }
  g_chmod (path, 0400);
  window = bl_response_window_new (NULL, context, path);
  g_assert_nonnull (strstr (notice (window), "cannot be written"));
  gtk_toggle_button_set_active (level (window, 1), TRUE);
  g_assert_true (bl_response_window_save_as (BL_RESPONSE_WINDOW (window), other));
  g_assert_null (notice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where the folder has gone it says so, and what was said is still there to be saved elsewhere. */
static void
test_gone (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *path = send_out ("gone.branchline-response");
  g_autofree char *nowhere = g_build_filename (folder, "no-such-folder", "x.branchline-response", NULL);
  GtkWidget *window = bl_response_window_new (NULL, context, path);

  gtk_toggle_button_set_active (level (window, 1), TRUE);
  g_assert_false (bl_response_window_save_as (BL_RESPONSE_WINDOW (window), nowhere));
  g_assert_nonnull (strstr (notice (window), "could not be saved"));
  g_assert_true (gtk_toggle_button_get_active (level (window, 1)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_broken (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *path = send_out ("broken.branchline-response");
  GtkWidget *window;

  replace (path, " version=\"1.0\"", " version=\"9.0\"");
  window = bl_response_window_new (NULL, context, path);
  g_assert_cmpstr (front (window), ==, "broken");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (g_file_set_contents (path, "<p>A web page</p>", -1, NULL));
  window = bl_response_window_new (NULL, context, path);
  g_assert_cmpstr (front (window), ==, "broken");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dresses (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *path = send_out ("dress.branchline-response");
  GtkWidget *window = bl_response_window_new (NULL, context, path);

  gtk_window_present (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (window);
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
}

static void
test_every_dress (void)
{
  bl_app_fixture_in_every_dress (test_dresses);
}

int
main (int argc, char **argv)
{
  int code;

  bl_app_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("response-XXXXXX", NULL);
  g_test_add_func ("/response-window/rate", test_rate);
  g_test_add_func ("/response-window/elsewhere", test_elsewhere);
  g_test_add_func ("/response-window/by-hand", test_by_hand);
  g_test_add_func ("/response-window/read-only", test_read_only);
  g_test_add_func ("/response-window/gone", test_gone);
  g_test_add_func ("/response-window/broken", test_broken);
  g_test_add_func ("/response-window/dresses", test_every_dress);
  code = g_test_run ();
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
  }
  g_rmdir (folder);
  g_free (folder);
  return code;
}
