/* test-map-share.c: the map saved, printed, copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-share.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "map-fixture.h"

static BlMapPrint *
make_print (BlSession *session)
{
  g_autoptr (GError) error = NULL;
  BlMapPrint *print
      = bl_map_print_new (bl_session_get_facts (session), &(BlMapAsked){ .value = "imd_decile" }, &error);

  g_assert_no_error (error);
  return print;
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The same bytes as the command line writes. */
static void
test_write (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autofree char *folder = g_dir_make_tmp ("branchline-share-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.png", NULL);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new ("page"));
  g_autoptr (BlMapPrint) print = make_print (session);
  g_autoptr (GBytes) expected = bl_map_print_to_bytes (print, "png", 1, NULL);
  g_autofree char *written = NULL;
  gsize length;

  bl_map_share_write (widget, make_print (session), path, 1);
  map_fixture_wait (exists, path);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (g_file_get_contents (path, &written, &length, NULL));
  g_assert_cmpmem (written, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
has_texture (gpointer clipboard)
{
  return gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE);
}

static void
test_copy (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = gtk_label_new ("page");
  GdkClipboard *clipboard;

  gtk_window_set_child (GTK_WINDOW (window), page);
  clipboard = gtk_widget_get_clipboard (page);
  bl_map_share_copy (page, make_print (session));
  map_fixture_wait (has_texture, clipboard);
  gdk_clipboard_set_content (clipboard, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Paper lying and standing: nothing falls off the page, and words are on it. */
static void
test_page (void)
{
  static const double sizes[][2] = { { 842, 595 }, { 595, 842 }, { 1191, 842 } };
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapPrint) print = make_print (session);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      bl_map_share_draw_page (print, cr, sizes[i][0], sizes[i][1]);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, -0.5);
      g_assert_cmpfloat (y, >=, -0.5);
      g_assert_cmpfloat (x + width, <=, sizes[i][0] + 0.5);
      g_assert_cmpfloat (y + height, <=, sizes[i][1] + 0.5);
      g_assert_cmpfloat (width, >=, sizes[i][0] - 1);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/map-share/write", test_write);
  g_test_add_func ("/map-share/copy", test_copy);
  g_test_add_func ("/map-share/page", test_page);
  return g_test_run ();
}
