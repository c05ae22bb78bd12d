/* test-adaptive-bin.c: room measured in letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "adaptive-bin.h"
#include "app-fixture.h"

typedef struct
{
  BlAdaptiveBin *bin;
  gboolean narrow, tight;
} Expected;

static gboolean
is_as_expected (gpointer data)
{
  Expected *expected = data;

  return bl_adaptive_bin_get_narrow (expected->bin) == expected->narrow
         && bl_adaptive_bin_get_tight (expected->bin) == expected->tight;
}

/* At @width pixels and @dpi, with thresholds of 60 and 30 em. */
static void
check (int width, int dpi, gboolean narrow, gboolean tight)
{
  GtkWidget *window = gtk_window_new ();
  BlAdaptiveBin *bin = g_object_new (BL_TYPE_ADAPTIVE_BIN, "narrow-below", 60.0, "tight-below", 30.0, "child",
                                     gtk_label_new ("Text"), NULL);
  Expected expected = { bin, narrow, tight };

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, "gtk-font-name", "Cantarell 11", NULL);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 200);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bin));
  g_object_ref (bin);
  gtk_window_present (GTK_WINDOW (window));
  bl_app_fixture_wait (is_as_expected, &expected);
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (bin);
}

/* 11 points at 96 dots an inch are 14.67 pixels: 60 em are 880, 30 em 440. */
static void
test_thresholds (void)
{
  check (900, 96, FALSE, FALSE);
  check (860, 96, TRUE, FALSE);
  check (420, 96, TRUE, TRUE);
  /* Text twice as large halves the room. */
  check (900, 192, TRUE, FALSE);
  check (860, 192, TRUE, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* It can be made smaller than what is in it. */
static void
test_smaller (void)
{
  GtkWidget *child = gtk_label_new ("Text");
  BlAdaptiveBin *bin = g_object_ref_sink (g_object_new (BL_TYPE_ADAPTIVE_BIN, "child", child, NULL));
  int minimum, natural;

  gtk_widget_set_size_request (child, 1000, 50);
  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (natural, >=, 1000);
  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_VERTICAL, 400, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 50);
  g_assert_true (bl_adaptive_bin_get_child (bin) == child);
  bl_adaptive_bin_set_child (bin, NULL);
  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  g_assert_finalize_object (bin);
}

/* Where there is little room AdwClamp gives its child the class "small", which is ours for small print: words that
 * shrank with it made their own room, lost the class, grew, and so for ever. */
static void
test_clamp (void)
{
  GtkWidget *child = gtk_label_new ("Text"), *clamp = adw_clamp_new (), *window;

  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  window = bl_app_fixture_show (clamp, 200, 100);
  g_assert_true (gtk_widget_has_css_class (child, "small"));
  g_assert_cmpint (
      pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (child))), ==,
      pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (clamp))));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/adaptive-bin/thresholds", test_thresholds);
  g_test_add_func ("/adaptive-bin/smaller", test_smaller);
  g_test_add_func ("/adaptive-bin/clamp", test_clamp);
  return g_test_run ();
}
