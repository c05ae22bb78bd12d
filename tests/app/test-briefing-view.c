/* test-briefing-view.c: what is shown to councillors, in process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "briefing-view.h"

#include "app-fixture.h"
#include "briefing-slide-view.h"
#include "scenario-edit.h"

static BlBriefingSlide *
get_slide (GtkWidget *view)
{
  GtkWidget *slide = bl_app_fixture_find (view, BL_TYPE_BRIEFING_SLIDE_VIEW, NULL);

  g_assert_nonnull (slide);
  return bl_briefing_slide_view_get_slide (BL_BRIEFING_SLIDE_VIEW (slide));
}

static const char *
get_label (GtkWidget *view, const char *name)
{
  GtkWidget *label = bl_app_fixture_find (view, GTK_TYPE_LABEL, name);

  g_assert_nonnull (label);
  return gtk_label_get_label (GTK_LABEL (label));
}

static void
assert_figure (BlBriefingSlide *slide, guint at, const char *figure)
{
  g_assert_cmpuint (at, <, slide->figures->len);
  g_assert_cmpstr (g_array_index (slide->figures, BlBriefingFigure, at).figure, ==, figure);
}

/* The figures of the mock-up: who lives near, and what closing Gosforth would do. */
static void
test_newcastle (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlLibrary *gosforth = bl_app_fixture_library (session, "Gosforth Library");
  g_autofree char *key = NULL;
  GtkWidget *view;
  BlBriefingSlide *slide;

  bl_scenario_edit_what_if (session, bl_record_get_id (BL_RECORD (gosforth)));
  key = g_strdup_printf ("scenario:%s", bl_session_get_scenario (session));
  view = g_object_ref_sink (bl_briefing_view_new (session, key));
  g_assert_cmpstr (bl_briefing_view_get_key (BL_BRIEFING_VIEW (view)), ==, key);
  slide = get_slide (view);
  assert_figure (slide, 0, "23,502");
  assert_figure (slide, 1, "9,146");
  assert_figure (slide, 2, "0");
  g_assert_nonnull (strstr (slide->title, "9,146"));
  g_assert_true (g_str_has_prefix (slide->doubt, "Same answer in "));
  g_assert_nonnull (slide->picture);
  g_assert_cmpuint (slide->questions->len, ==, 3);
  g_assert_cmpuint (slide->notes->len, >=, 5);
  g_assert_cmpstr (get_label (view, "title"), ==, slide->title);
  g_assert_cmpstr (get_label (view, "sentence"), ==, slide->sentence);

  bl_briefing_view_show_slide (BL_BRIEFING_VIEW (view), 1);
  g_assert_cmpstr (bl_briefing_view_get_key (BL_BRIEFING_VIEW (view)), ==, "access");
  slide = get_slide (view);
  assert_figure (slide, 0, "93.6%");
  assert_figure (slide, 1, "19,235");
  assert_figure (slide, 2, "816 m");
  assert_figure (slide, 3, "96.7%");
  g_assert_nonnull (slide->access);
  /* The figures are the table. */
  g_assert_cmpuint (slide->table->table->rows->len, ==, 4);
  g_assert_finalize_object (view);
}

/* On and back, first and last, and no further. */
static void
test_walk (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  GtkWidget *view = bl_briefing_view_new (session, NULL), *window = bl_app_fixture_show (view, 1280, 800);
  BlBriefingView *self = BL_BRIEFING_VIEW (view);
  guint last = bl_briefing_view_get_n_slides (self) - 1;
  GtkWidget *focus;

  g_assert_cmpuint (last, >=, 1);
  gtk_widget_activate_action (view, "briefing.previous", NULL);
  g_assert_cmpuint (bl_briefing_view_get_slide (self), ==, 0);
  gtk_widget_activate_action (view, "briefing.next", NULL);
  g_assert_cmpuint (bl_briefing_view_get_slide (self), ==, 1);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (BL_IS_BRIEFING_SLIDE_VIEW (focus));
  gtk_widget_activate_action (view, "briefing.last", NULL);
  g_assert_cmpuint (bl_briefing_view_get_slide (self), ==, last);
  gtk_widget_activate_action (view, "briefing.next", NULL);
  g_assert_cmpuint (bl_briefing_view_get_slide (self), ==, last);
  gtk_widget_activate_action (view, "briefing.first", NULL);
  g_assert_cmpuint (bl_briefing_view_get_slide (self), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_closed (GtkWidget *view, guint *n)
{
  (*n)++;
}

/* Table and notes stay shown from slide to slide. */
static void
test_parts (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  GtkWidget *view = bl_briefing_view_new (session, "needs"), *window = bl_app_fixture_show (view, 1280, 800);
  GtkWidget *stack, *notes;
  guint closed = 0;

  g_assert_cmpstr (bl_briefing_view_get_key (BL_BRIEFING_VIEW (view)), ==, "needs");
  g_assert_nonnull (get_slide (view)->map);
  gtk_widget_activate_action (view, "briefing.next", NULL);
  gtk_widget_activate_action (view, "briefing.toggle-table", NULL);
  gtk_widget_activate_action (view, "briefing.toggle-notes", NULL);
  stack = bl_app_fixture_find (view, GTK_TYPE_STACK, "stack");
  notes = bl_app_fixture_find (view, GTK_TYPE_BOX, "notes_part");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "table");
  g_assert_true (gtk_widget_get_visible (notes));
  bl_app_fixture_settle ();
  gtk_widget_activate_action (view, "briefing.first", NULL);
  g_assert_true (gtk_widget_get_visible (bl_app_fixture_find (view, GTK_TYPE_BOX, "notes_part")));
  g_signal_connect (view, "closed", G_CALLBACK (on_closed), &closed);
  gtk_widget_activate_action (view, "briefing.close", NULL);
  g_assert_cmpuint (closed, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing to show says so; what is gone is no slide. */
static void
test_empty (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_empty (context);
  GtkWidget *view = bl_briefing_view_new (session, "indicator:indicator-aaaaaaaaaa");
  GtkWidget *window = bl_app_fixture_show (view, 900, 700);

  g_assert_cmpuint (bl_briefing_view_get_n_slides (BL_BRIEFING_VIEW (view)), ==, 0);
  g_assert_null (bl_briefing_view_get_key (BL_BRIEFING_VIEW (view)));
  g_assert_true (gtk_widget_get_visible (bl_app_fixture_find (view, ADW_TYPE_STATUS_PAGE, "nothing")));
  gtk_widget_activate_action (view, "briefing.next", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
show_it (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  GtkWidget *view = bl_briefing_view_new (session, "access"), *window = bl_app_fixture_show (view, 900, 700);

  bl_app_fixture_assert_named (view);
  for (guint i = 0; i < bl_briefing_view_get_n_slides (BL_BRIEFING_VIEW (view)); i++)
    {
      bl_briefing_view_show_slide (BL_BRIEFING_VIEW (view), i);
      bl_app_fixture_settle ();
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (show_it);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/briefing-view/newcastle", test_newcastle);
  g_test_add_func ("/briefing-view/walk", test_walk);
  g_test_add_func ("/briefing-view/parts", test_parts);
  g_test_add_func ("/briefing-view/empty", test_empty);
  g_test_add_func ("/briefing-view/dresses", test_dresses);
  return g_test_run ();
}
