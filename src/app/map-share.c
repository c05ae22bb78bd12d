/* map-share.c: a map out of the window: saved, printed, copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-share.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "summary.h"
#include "workspace.h"

/* Dots a point of the copied picture: sharp in a slide of any usual size. */
#define COPY_DOTS 2.5

static const struct
{
  const char *id, *title;
  double dots;
} finenesses[] = {
  { "screen", N_ ("For a screen (842 dots wide)"), 1 },
  { "page", N_ ("For a page (2,105 dots wide)"), 2.5 },
  { "poster", N_ ("For a poster (5,052 dots wide)"), 6 },
};

typedef struct
{
  GtkWidget *widget;
  BlMapPrint *print;
  char *path;
  double dots;
  GtkFileChooserNative *chooser;
} Share;

static Share *
share_new (GtkWidget *widget, BlMapPrint *print)
{
  Share *share = g_new0 (Share, 1);

  share->widget = g_object_ref (widget);
  share->print = print;
  return share;
}

static void
share_free (Share *share)
{
  g_clear_object (&share->chooser);
  g_object_unref (share->widget);
  bl_map_print_free (share->print);
  g_free (share->path);
  g_free (share);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Share, share_free)

/* --- What became of it --------------------------------------------------------------- */

static void
say (GtkWidget *widget, const char *words)
{
  GtkWidget *workspace = gtk_widget_get_ancestor (widget, BL_TYPE_WORKSPACE);

  if (workspace != NULL)
    bl_workspace_add_toast (BL_WORKSPACE (workspace), adw_toast_new (words));
}

static void
say_error (GtkWidget *widget, const char *heading, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (root == NULL) /* closed meanwhile */
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Saved --------------------------------------------------------------------------- */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Share *share = data;
  g_autoptr (GError) error = NULL;

  if (bl_map_print_write (share->print, share->path, share->dots, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Share *share = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (share->path);
  g_autofree char *done = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      say_error (GTK_WIDGET (source), _ ("The map could not be saved there"), error);
      return;
    }
  /* TRANSLATORS: a toast: the name of a file */
  done = g_strdup_printf (_ ("Map saved as “%s”"), name);
  say (GTK_WIDGET (source), done);
}

static void
write_share (Share *share)
{
  g_autoptr (GTask) task = g_task_new (share->widget, NULL, on_written, NULL);

  g_task_set_source_tag (task, bl_map_share_write);
  g_task_set_task_data (task, share, (GDestroyNotify) share_free);
  g_task_run_in_thread (task, write_in_thread);
}

void
bl_map_share_write (GtkWidget *widget, BlMapPrint *print, const char *path, double dots)
{
  Share *share;

  g_return_if_fail (GTK_IS_WIDGET (widget) && print != NULL && path != NULL);

  share = share_new (widget, print);
  share->path = g_strdup (path);
  share->dots = dots;
  write_share (share);
}

static void
on_place_chosen (GtkFileChooserNative *chooser, int response, Share *data)
{
  g_autoptr (Share) share = data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const char *fineness = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (chooser), "dots");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (!bl_map_print_check_path (path, &error))
    {
      say_error (share->widget, _ ("The map could not be saved there"), error);
      return;
    }
  share->path = g_steal_pointer (&path);
  share->dots = BL_MAP_PRINT_DOTS;
  for (guint i = 0; i < G_N_ELEMENTS (finenesses); i++)
    if (g_strcmp0 (finenesses[i].id, fineness) == 0)
      share->dots = finenesses[i].dots;
  write_share (g_steal_pointer (&share));
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_choices (GtkFileChooser *chooser)
{
  const char *ids[G_N_ELEMENTS (finenesses) + 1] = { NULL };
  const char *titles[G_N_ELEMENTS (finenesses) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (finenesses); i++)
    {
      ids[i] = finenesses[i].id;
      titles[i] = _ (finenesses[i].title);
    }
  gtk_file_chooser_add_choice (chooser, "dots", _ ("How fine a PNG is"), ids, titles);
  gtk_file_chooser_set_choice (chooser, "dots", "page");
}

static char *
name_for (const BlMapPrint *print)
{
  g_autofree char *name = print->shows != NULL ? g_strdup_printf ("%s, %s.png", print->title, print->shows)
                                               : g_strdup_printf ("%s.png", print->title);

  /* A name and not a path. */
  return g_strdelimit (g_steal_pointer (&name), "/\\:", '-');
}

void
bl_map_share_save (GtkWidget *widget, BlMapPrint *print)
{
  GtkRoot *root;
  Share *share;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && print != NULL);

  root = gtk_widget_get_root (widget);
  share = share_new (widget, print);
  name = name_for (print);
  share->chooser = gtk_file_chooser_native_new (_ ("Save the map"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (share->chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (share->chooser), _ ("Picture (PNG)"), "*.png");
  add_filter (GTK_FILE_CHOOSER (share->chooser), _ ("Drawing that can be enlarged (SVG)"), "*.svg");
  add_filter (GTK_FILE_CHOOSER (share->chooser), _ ("Page (PDF)"), "*.pdf");
  add_choices (GTK_FILE_CHOOSER (share->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (share->chooser), name);
  g_signal_connect (share->chooser, "response", G_CALLBACK (on_place_chosen), share);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (share->chooser));
}

/* --- Printed ----------------------------------------------------------------------------- */

void
bl_map_share_draw_page (const BlMapPrint *print, cairo_t *cr, double width, double height)
{
  /* As on A4, smaller or larger with the paper, so that words keep their proportion to it. */
  double scale = MIN (width / BL_MAP_PRINT_WIDTH, height / BL_MAP_PRINT_HEIGHT);

  /* Paper on end: the map is as wide as that, and takes the height there is. */
  if (width < height)
    scale = width / BL_MAP_PRINT_HEIGHT;
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  bl_map_print_paint (print, cr, width / scale, height / scale);
  cairo_restore (cr);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Share *share)
{
  bl_map_share_draw_page (share->print, gtk_print_context_get_cairo_context (context),
                          gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Share *share)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    say_error (share->widget, _ ("The map could not be printed"), error);
}

void
bl_map_share_print (GtkWidget *widget, BlMapPrint *print)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkRoot *root;
  Share *share;

  g_return_if_fail (GTK_IS_WIDGET (widget) && print != NULL);

  root = gtk_widget_get_root (widget);
  share = share_new (widget, print);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, print->shows != NULL ? print->shows : print->title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), share);
  g_signal_connect (operation, "done", G_CALLBACK (on_print_done), share);
  g_object_set_data_full (G_OBJECT (operation), "share", share, (GDestroyNotify) share_free);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/* --- Copied ------------------------------------------------------------------------------ */

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Share *share = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = bl_map_print_to_bytes (share->print, "png", COPY_DOTS, &error);

  if (png != NULL)
    g_task_return_pointer (task, g_steal_pointer (&png), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, &error) : NULL;

  if (texture == NULL)
    {
      say_error (GTK_WIDGET (source), _ ("The map could not be copied"), error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (source)), texture);
  say (GTK_WIDGET (source), _ ("Map copied as a picture"));
}

void
bl_map_share_copy (GtkWidget *widget, BlMapPrint *print)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && print != NULL);

  task = g_task_new (widget, NULL, on_drawn, NULL);
  g_task_set_source_tag (task, bl_map_share_copy);
  g_task_set_task_data (task, share_new (widget, print), (GDestroyNotify) share_free);
  g_task_run_in_thread (task, draw_in_thread);
}
