/* test-chart-view.c: a chart read with pointer and keys, marked out, copied, and its table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-view.h"

#include <string.h>

#include "app-fixture.h"
#include "chart-canvas.h"
#include "chart-fixture.h"
#include "chart-image.h"
#include "chart-row.h"
#include "chart-share.h"
#include "chart-table-view.h"

typedef struct
{
  GtkWidget *window;
  BlChartView *view;
  BlChartCanvas *canvas;
  int told, n_told; /* by "row-picked" */
} Fixture;

static void
on_row_picked (BlChartView *view, int row, Fixture *fixture)
{
  fixture->told = row;
  fixture->n_told++;
}

static void
set_up (Fixture *fixture, BlChart *chart)
{
  *fixture = (Fixture){ .told = -2 };
  fixture->view = BL_CHART_VIEW (bl_chart_view_new ());
  g_signal_connect (fixture->view, "row-picked", G_CALLBACK (on_row_picked), fixture);
  bl_chart_view_set_chart (fixture->view, chart);
  fixture->window = bl_app_fixture_show (GTK_WIDGET (fixture->view), 700, 700);
  fixture->canvas
      = BL_CHART_CANVAS (bl_app_fixture_find (GTK_WIDGET (fixture->view), BL_TYPE_CHART_CANVAS, NULL));
}

static void
tear_down (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  bl_app_fixture_settle ();
  /* Nobody keeps it. */
  g_assert_null (view);
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  return chart_fixture_press (GTK_WIDGET (fixture->canvas), key, modifiers);
}

static const char *
label_text (Fixture *fixture, const char *name)
{
  GtkWidget *label = bl_app_fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, name);

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

/* --- Words and parts -------------------------------------------------------------------- */

static void
test_words (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  Fixture fixture;

  set_up (&fixture, chart);
  g_assert_cmpstr (label_text (&fixture, "finding"), ==, "Library visits rose every month");
  g_assert_cmpstr (label_text (&fixture, "sentence"), ==, "Library visits rose from 100 to 2,400.");
  g_assert_cmpstr (label_text (&fixture, "source"), ==, "Made for a test");
  gtk_test_accessible_assert_role (fixture.view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Library visits rose every month");
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Library visits rose from 100 to 2,400.");
  gtk_test_accessible_assert_property (fixture.canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Library visits rose every month");
  gtk_test_accessible_assert_property (fixture.canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Library visits rose from 100 to 2,400.");
  bl_app_fixture_assert_named (fixture.window);

  bl_chart_view_set_finding (fixture.view, "Visits, in short");
  g_assert_cmpstr (label_text (&fixture, "finding"), ==, "Visits, in short");
  g_object_set (fixture.view, "parts", BL_CHART_PARTS_BARE, NULL);
  g_assert_null (label_text (&fixture, "finding"));
  g_assert_null (label_text (&fixture, "source"));
  gtk_test_accessible_assert_property (fixture.canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Visits, in short");
  bl_chart_view_set_chart (fixture.view, NULL);
  bl_app_fixture_settle ();
  tear_down (&fixture);
}

/* --- Keys ------------------------------------------------------------------------------- */

static void
test_walk (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  Fixture fixture;

  set_up (&fixture, chart);
  g_assert_true (press (&fixture, GDK_KEY_End, 0));
  g_assert_cmpint (fixture.told, ==, 23);
  g_assert_cmpint (bl_chart_view_get_picked (fixture.view), ==, 23);
  g_assert_cmpstr (bl_chart_canvas_get_callout (fixture.canvas), ==, "Mar 2024: 2,400 visits");
  gtk_test_accessible_assert_property (fixture.canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Mar 2024: 2,400 visits");
  g_assert_true (press (&fixture, GDK_KEY_Left, 0));
  g_assert_cmpint (fixture.told, ==, 22);
  g_assert_true (press (&fixture, GDK_KEY_Page_Up, 0));
  g_assert_cmpint (fixture.told, ==, 10);
  g_assert_true (press (&fixture, GDK_KEY_Home, 0));
  g_assert_cmpint (fixture.told, ==, 0);
  g_assert_true (press (&fixture, GDK_KEY_KP_Page_Down, 0));
  g_assert_cmpint (fixture.told, ==, 12);
  /* There is no other series, but the keyboard stays. */
  g_assert_true (press (&fixture, GDK_KEY_Up, 0));
  g_assert_cmpint (fixture.told, ==, 12);
  g_assert_true (press (&fixture, GDK_KEY_Escape, 0));
  g_assert_cmpint (fixture.told, ==, -1);
  g_assert_null (bl_chart_canvas_get_callout (fixture.canvas));
  gtk_test_accessible_assert_property (fixture.canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Library visits rose from 100 to 2,400.");
  g_assert_false (press (&fixture, GDK_KEY_Escape, 0));
  tear_down (&fixture);
}

/* What lies is walked downwards, ours among the others. */
static void
test_walk_lying (void)
{
  g_autoptr (BlChart) chart = chart_fixture_bars ();
  Fixture fixture;

  set_up (&fixture, chart);
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (press (&fixture, GDK_KEY_Down, 0));
      g_assert_cmpint (fixture.told, ==, i);
    }
  g_assert_true (press (&fixture, GDK_KEY_Up, 0));
  g_assert_cmpstr (bl_chart_canvas_get_callout (fixture.canvas), ==, "Newcastle: 20 visits");
  /* No time, no stretch. */
  g_assert_true (press (&fixture, GDK_KEY_Up, GDK_SHIFT_MASK));
  g_assert_null (bl_chart_view_get_stretch_sentence (fixture.view));
  tear_down (&fixture);
}

/* --- Pointer ------------------------------------------------------------------------------ */

static void
assert_inside (Fixture *fixture)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);

  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t place;

      if (!gtk_widget_has_css_class (child, "float") || !gtk_widget_get_visible (child))
        continue;
      g_assert_true (gtk_widget_compute_bounds (child, canvas, &place));
      g_assert_cmpfloat (place.origin.x, >=, 0);
      g_assert_cmpfloat (place.origin.y, >=, 0);
      g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (canvas));
      g_assert_cmpfloat (place.origin.y + place.size.height, <=, gtk_widget_get_height (canvas));
    }
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;

  return !gtk_widget_get_visible (GTK_WIDGET (fixture->canvas)) || gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) > 0;
}

/* Every datum answers where it is drawn, and its words never leave the picture. */
static void
test_hover (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  Fixture fixture;
  BlChartFrame *frame;

  set_up (&fixture, chart);
  bl_app_fixture_wait (is_settled, &fixture);
  frame = bl_chart_canvas_get_frame (fixture.canvas);
  g_assert_cmpuint (bl_chart_frame_get_n_spots (frame), >=, 23);
  for (guint i = 0; i < bl_chart_frame_get_n_spots (frame); i++)
    {
      const BlChartSpot *spot = bl_chart_frame_get_spot (frame, i);

      bl_chart_canvas_point (fixture.canvas, spot->x, spot->y);
      g_assert_true (g_str_has_prefix (bl_chart_canvas_get_callout (fixture.canvas),
                                       bl_chart_frame_get_datum (frame, i)->words));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.canvas));
      assert_inside (&fixture);
    }
  /* A reason stands with its month. */
  bl_chart_canvas_pick (fixture.canvas, 3);
  gtk_test_accessible_assert_property (fixture.canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Jul 2022: 400 visits\nA reading challenge began");
  /* Pointing is not picking. */
  g_assert_cmpint (fixture.n_told, ==, 0);
  tear_down (&fixture);
}

/* --- A stretch of time ----------------------------------------------------------------------- */

static void
on_notified (GObject *object, GParamSpec *pspec, int *n)
{
  (*n)++;
}

static void
test_stretch (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  g_autoptr (BlChart) shorter = chart_fixture_months (6);
  g_autofree char *sentence = NULL;
  Fixture fixture;
  GDate from_date, until_date;
  int n = 0, from, until;

  set_up (&fixture, chart);
  g_signal_connect (fixture.view, "notify::until", G_CALLBACK (on_notified), &n);
  press (&fixture, GDK_KEY_Home, 0);
  press (&fixture, GDK_KEY_Page_Down, 0); /* April 2023 */
  for (int i = 0; i < 3; i++)
    press (&fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpint (n, ==, 0);
  bl_chart_canvas_settle (fixture.canvas);
  g_assert_true (bl_chart_view_get_stretch (fixture.view, &from, &until));
  g_date_clear (&from_date, 1);
  g_date_clear (&until_date, 1);
  g_date_set_julian (&from_date, (guint32) from);
  g_date_set_julian (&until_date, (guint32) until);
  g_assert_cmpint (g_date_get_day (&from_date), ==, 1);
  g_assert_cmpint (g_date_get_month (&from_date), ==, 4);
  g_assert_cmpint (g_date_get_day (&until_date), ==, 31);
  g_assert_cmpint (g_date_get_month (&until_date), ==, 7);
  g_assert_cmpint (n, ==, 1);
  /* 1,300 + 1,400 + 1,500 + 1,600; May 2022 is not known, so nothing is compared. */
  sentence = bl_chart_view_get_stretch_sentence (fixture.view);
  g_assert_cmpstr (sentence, ==, "April to July 2023: 5,800\302\240visits in all, 1,450 a month on average.");
  g_assert_cmpstr (label_text (&fixture, "stretch_words"), ==, sentence);

  /* Another chart of the same months keeps it, one without them does not. */
  {
    g_autoptr (BlChart) again = chart_fixture_months (20);

    bl_chart_view_set_chart (fixture.view, again);
    g_assert_true (bl_chart_view_get_stretch (fixture.view, &from, &until));
    bl_chart_view_set_chart (fixture.view, shorter);
    g_assert_false (bl_chart_view_get_stretch (fixture.view, &from, &until));
    bl_chart_view_set_chart (fixture.view, chart);
  }
  bl_chart_view_set_stretch (fixture.view, (int) g_date_get_julian (&from_date), (int) g_date_get_julian (&until_date));
  g_assert_nonnull (label_text (&fixture, "stretch_words"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "chart.clear-stretch", NULL);
  g_assert_false (bl_chart_view_get_stretch (fixture.view, &from, &until));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (
      bl_app_fixture_find (GTK_WIDGET (fixture.view), GTK_TYPE_LABEL, "stretch_words"))));
  tear_down (&fixture);
}

static void
on_stretch_told (BlChartView *view, GParamSpec *pspec, BlChart **next)
{
  BlChart *before = bl_chart_ref (bl_chart_view_get_chart (view));

  bl_chart_view_set_chart (view, *next);
  bl_chart_unref (*next);
  *next = before;
}

/* Who is told of a stretch may show another chart of the same months, judged anew, while the key is still down. */
static void
test_stretch_shown_anew (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  BlChart *next = chart_fixture_months (26);
  Fixture fixture;
  g_autofree char *sentence = NULL;

  set_up (&fixture, chart);
  press (&fixture, GDK_KEY_Home, 0);
  press (&fixture, GDK_KEY_Page_Down, 0);
  g_signal_connect (fixture.view, "notify::until", G_CALLBACK (on_stretch_told), &next);
  for (int i = 0; i < 3; i++)
    {
      press (&fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
      bl_chart_canvas_settle (fixture.canvas);
    }
  sentence = bl_chart_view_get_stretch_sentence (fixture.view);
  g_assert_true (g_str_has_prefix (sentence, "April to July 2023: 5,800"));
  g_assert_cmpint (bl_chart_view_get_picked (fixture.view), ==, 15);
  g_assert_true (bl_chart_view_get_chart (fixture.view) != chart);
  bl_chart_unref (next);
  tear_down (&fixture);
}

/* Said before there is a window. */
static void
test_stretch_before_size (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  g_autoptr (GtkWidget) view = g_object_ref_sink (bl_chart_view_new ());
  GDate *date = g_date_new_dmy (1, G_DATE_JANUARY, 2023);
  int from, until;

  bl_chart_view_set_chart (BL_CHART_VIEW (view), chart);
  bl_chart_view_set_stretch (BL_CHART_VIEW (view), (int) g_date_get_julian (date), (int) g_date_get_julian (date) + 58);
  g_assert_true (bl_chart_view_get_stretch (BL_CHART_VIEW (view), &from, &until));
  g_assert_cmpint (until - from, ==, 58);
  g_date_free (date);
}

/* --- The table -------------------------------------------------------------------------------- */

static void
test_table (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  g_autoptr (BlChartRow) top = NULL;
  BlChartTableView *table;
  GtkColumnView *columns;
  GtkSelectionModel *selection;
  Fixture fixture;

  set_up (&fixture, chart);
  table = BL_CHART_TABLE_VIEW (bl_app_fixture_find (GTK_WIDGET (fixture.view), BL_TYPE_CHART_TABLE_VIEW, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (bl_chart_table_view_get_rows (table)), ==, 0);
  g_assert_true (press (&fixture, GDK_KEY_F8, 0));
  g_assert_true (bl_chart_view_get_table_shown (fixture.view));
  bl_app_fixture_settle ();
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_cmpuint (g_list_model_get_n_items (bl_chart_table_view_get_rows (table)), ==, 24);
  /* The newest first. */
  top = g_list_model_get_item (bl_chart_table_view_get_rows (table), 0);
  g_assert_cmpstr (bl_chart_row_get_text (top, 0), ==, "Mar 2024");
  g_assert_cmpstr (bl_chart_row_get_text (top, 1), ==, "2,400");

  columns = GTK_COLUMN_VIEW (bl_app_fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL));
  selection = gtk_column_view_get_model (columns);
  press (&fixture, GDK_KEY_Home, 0);
  g_assert_true (gtk_selection_model_is_selected (selection, 23));
  gtk_selection_model_select_item (selection, 4, TRUE); /* November 2023 */
  g_assert_cmpint (fixture.told, ==, 19);
  g_assert_cmpstr (bl_chart_canvas_get_callout (fixture.canvas), ==, "Nov 2023: 2,000 visits");
  bl_app_fixture_assert_named (fixture.window);

  /* What is not known comes last, whichever way numbers are sorted. */
  {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (columns), 1);
    g_autoptr (BlChartRow) last = NULL;

    gtk_column_view_sort_by_column (columns, column, GTK_SORT_ASCENDING);
    last = g_list_model_get_item (bl_chart_table_view_get_rows (table), 23);

    g_assert_cmpstr (bl_chart_row_get_text (last, 1), ==, "no data");
  }
  g_assert_cmpint (bl_chart_table_view_get_picked (table), ==, 19);
  g_assert_true (press (&fixture, GDK_KEY_F8, 0));
  g_assert_false (bl_chart_view_get_table_shown (fixture.view));
  g_assert_cmpint (bl_chart_view_get_picked (fixture.view), ==, 19);
  tear_down (&fixture);
}

/* --- Out of the window ------------------------------------------------------------------------- */

static gboolean
has_content (gpointer clipboard)
{
  return gdk_clipboard_get_content (clipboard) != NULL;
}

static void
on_serialised (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static GBytes *
read_content (GdkContentProvider *content, const char *mime)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (content, mime, stream, G_PRIORITY_DEFAULT, NULL, on_serialised, &done);
  bl_app_fixture_wait (is_true, &done);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_copy (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (3);
  Fixture fixture;
  GdkClipboard *clipboard;
  GdkContentProvider *content;
  GValue text = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  set_up (&fixture, chart);
  clipboard = gtk_widget_get_clipboard (fixture.window);
  gdk_clipboard_set_content (clipboard, NULL);
  g_assert_true (press (&fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  bl_app_fixture_wait (has_content, clipboard);
  content = gdk_clipboard_get_content (clipboard);
  g_value_init (&text, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&text), ==,
                   "Period\tVisits\tState\nApr 2022\t100\tMeasured\nMay 2022\tno data\tNo data\nJun 2022\t300\tEstimate\n");
  g_value_unset (&text);
  {
    g_autoptr (GBytes) png = read_content (content, "image/png");
    g_autoptr (GBytes) svg = read_content (content, "image/svg+xml");
    g_autoptr (GBytes) csv = read_content (content, "text/csv");
    g_autofree char *drawing = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

    g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\211PNG", 4);
    g_assert_nonnull (strstr (drawing, "<svg"));
    g_assert_nonnull (strstr (drawing, "Library visits rose every month"));
    g_assert_cmpmem (g_bytes_get_data (csv, NULL), 13, "Period,Visits", 13);
  }

  /* Each alone. */
  gdk_clipboard_set_content (clipboard, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "chart.copy-figures", NULL);
  bl_app_fixture_wait (has_content, clipboard);
  g_assert_false (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  gdk_clipboard_set_content (clipboard, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "chart.copy-picture", NULL);
  bl_app_fixture_wait (has_content, clipboard);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_assert_false (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
  gdk_clipboard_set_content (clipboard, NULL);
  tear_down (&fixture);
}

static void
test_page (void)
{
  static const double sizes[][2] = { { 842, 595 }, { 595, 842 }, { 1191, 842 } };
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  g_autofree char *name = bl_chart_share_name (chart, "png");

  g_assert_cmpstr (name, ==, "Library visits rose every month.png");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      bl_chart_share_draw_page (chart, cr, sizes[i][0], sizes[i][1]);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, -0.5);
      g_assert_cmpfloat (y, >=, -0.5);
      g_assert_cmpfloat (x + width, <=, sizes[i][0] + 0.5);
      g_assert_cmpfloat (y + height, <=, sizes[i][1] + 0.5);
      g_assert_cmpfloat (width, >=, sizes[i][0] * 0.8);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* --- Dresses ------------------------------------------------------------------------------------- */

static void
wear (void)
{
  g_autoptr (BlChart) chart = chart_fixture_months (24);
  g_autoptr (BlChart) bars = chart_fixture_bars ();
  GtkWidget *image = bl_chart_image_new ();
  Fixture fixture;

  set_up (&fixture, chart);
  bl_chart_image_set_chart (BL_CHART_IMAGE (image), bars);
  bl_chart_view_set_beside (fixture.view, image);
  bl_chart_view_set_table_shown (fixture.view, TRUE);
  press (&fixture, GDK_KEY_End, 0);
  press (&fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  bl_app_fixture_settle ();
  gtk_test_widget_wait_for_draw (fixture.window);
  assert_inside (&fixture);
  bl_app_fixture_assert_named (fixture.window);
  /* Whatever changes while it is shown. */
  gtk_widget_set_direction (GTK_WIDGET (fixture.canvas), GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_cmpint (bl_chart_view_get_picked (fixture.view), ==, 22);
  bl_chart_view_set_chart (fixture.view, bars);
  gtk_test_widget_wait_for_draw (fixture.window);
  tear_down (&fixture);
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (wear);
}

int
main (int argc, char *argv[])
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/chart-view/words", test_words);
  g_test_add_func ("/chart-view/walk", test_walk);
  g_test_add_func ("/chart-view/walk-lying", test_walk_lying);
  g_test_add_func ("/chart-view/hover", test_hover);
  g_test_add_func ("/chart-view/stretch", test_stretch);
  g_test_add_func ("/chart-view/stretch-shown-anew", test_stretch_shown_anew);
  g_test_add_func ("/chart-view/stretch-before-size", test_stretch_before_size);
  g_test_add_func ("/chart-view/table", test_table);
  g_test_add_func ("/chart-view/copy", test_copy);
  g_test_add_func ("/chart-view/page", test_page);
  g_test_add_func ("/chart-view/dresses", test_dresses);
  return g_test_run ();
}
