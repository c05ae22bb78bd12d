/* chart-share.c: a chart out of the window: copied, saved, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-share.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart-file.h"
#include "workspace.h"

/* Threads hold no widget: the last to let go of one must be the main one. */
typedef struct
{
  GWeakRef widget;
  BlChart *chart;
  char *path;
  BlChartShareWhat what;
  GtkFileChooserNative *chooser;
} Share;

static Share *
share_new (GtkWidget *widget, BlChart *chart)
{
  Share *share = g_new0 (Share, 1);

  g_weak_ref_init (&share->widget, widget);
  share->chart = bl_chart_ref (chart);
  return share;
}

static void
share_free (Share *share)
{
  g_clear_object (&share->chooser);
  g_weak_ref_clear (&share->widget);
  bl_chart_unref (share->chart);
  g_free (share->path);
  g_free (share);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Share, share_free)

/* --- What became of it --------------------------------------------------------------- */

/* Both say nothing where the chart is gone meanwhile. */
static void
say (Share *share, const char *words)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&share->widget);
  GtkWidget *workspace = widget != NULL ? gtk_widget_get_ancestor (widget, BL_TYPE_WORKSPACE) : NULL;

  if (workspace != NULL)
    bl_workspace_add_toast (BL_WORKSPACE (workspace), adw_toast_new (words));
}

static void
say_error (Share *share, const char *heading, const GError *error)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&share->widget);
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *dialog;

  if (root == NULL)
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

  if (bl_chart_file_write (share->chart, share->path, NULL, &error))
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
      say_error (share, _ ("The chart could not be saved there"), error);
      return;
    }
  /* TRANSLATORS: a toast: the name of a file */
  done = g_strdup_printf (_ ("Chart saved as “%s”"), name);
  say (share, done);
}

static void
write_share (Share *share)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_written, NULL);

  g_task_set_source_tag (task, bl_chart_share_write);
  g_task_set_task_data (task, share, (GDestroyNotify) share_free);
  g_task_run_in_thread (task, write_in_thread);
}

void
bl_chart_share_write (GtkWidget *widget, BlChart *chart, const char *path)
{
  Share *share;

  g_return_if_fail (GTK_IS_WIDGET (widget) && chart != NULL && path != NULL);

  share = share_new (widget, chart);
  share->path = g_strdup (path);
  write_share (share);
}

static void
on_place_chosen (GtkFileChooserNative *chooser, int response, Share *data)
{
  g_autoptr (Share) share = data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  share->path = file != NULL ? g_file_get_path (file) : NULL;
  if (share->path != NULL)
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

char *
bl_chart_share_name (BlChart *chart, const char *ending)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (chart != NULL && ending != NULL, NULL);

  name = g_strdup_printf ("%s.%s", chart->title != NULL ? chart->title : _ ("Chart"), ending);
  return g_strdelimit (g_steal_pointer (&name), "/\\:", '-');
}

void
bl_chart_share_save (GtkWidget *widget, BlChart *chart)
{
  GtkRoot *root;
  Share *share;
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && chart != NULL);

  root = gtk_widget_get_root (widget);
  share = share_new (widget, chart);
  name = bl_chart_share_name (chart, "png");
  share->chooser = gtk_file_chooser_native_new (_ ("Save the chart"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  chooser = GTK_FILE_CHOOSER (share->chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (share->chooser), TRUE);
  add_filter (chooser, _ ("Picture (PNG)"), "*.png");
  add_filter (chooser, _ ("Drawing that can be enlarged (SVG)"), "*.svg");
  add_filter (chooser, _ ("Page (PDF)"), "*.pdf");
  add_filter (chooser, _ ("Figures (CSV)"), "*.csv");
  gtk_file_chooser_set_current_name (chooser, name);
  g_signal_connect (share->chooser, "response", G_CALLBACK (on_place_chosen), share);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (share->chooser));
}

/* --- Printed ----------------------------------------------------------------------------- */

void
bl_chart_share_draw_page (BlChart *chart, cairo_t *cr, double width, double height)
{
  /* As on A4 on its side, smaller or larger with the paper, so that words keep their proportion to it. */
  double scale = MAX (width, height) / 842.0;
  BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .text_scale = 1, .whole = TRUE };
  double wide = width / scale, high = height / scale;

  /* Paper on end: as high as it is well read, at the top. */
  if (wide < high)
    high = MIN (high, MAX (bl_chart_get_height (chart, wide, &look), wide * 0.6));
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  bl_chart_paint (chart, cr, 0, 0, wide, high, &look);
  cairo_restore (cr);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Share *share)
{
  bl_chart_share_draw_page (share->chart, gtk_print_context_get_cairo_context (context),
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
    say_error (share, _ ("The chart could not be printed"), error);
}

void
bl_chart_share_print (GtkWidget *widget, BlChart *chart)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkRoot *root;
  Share *share;

  g_return_if_fail (GTK_IS_WIDGET (widget) && chart != NULL);

  root = gtk_widget_get_root (widget);
  share = share_new (widget, chart);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, chart->title != NULL ? chart->title : _ ("Chart"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), share);
  g_signal_connect (operation, "done", G_CALLBACK (on_print_done), share);
  g_object_set_data_full (G_OBJECT (operation), "share", share, (GDestroyNotify) share_free);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/* --- Copied ------------------------------------------------------------------------------ */

typedef struct
{
  GBytes *png, *svg;
  char *tabbed, *csv;
} Copies;

static void
copies_free (Copies *copies)
{
  g_clear_pointer (&copies->png, g_bytes_unref);
  g_clear_pointer (&copies->svg, g_bytes_unref);
  g_free (copies->tabbed);
  g_free (copies->csv);
  g_free (copies);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copies, copies_free)

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Share *share = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Copies) copies = g_new0 (Copies, 1);

  if ((share->what & BL_CHART_SHARE_PICTURE) != 0)
    {
      copies->png = bl_chart_file_to_bytes (share->chart, "png", NULL, &error);
      if (copies->png != NULL)
        copies->svg = bl_chart_file_to_bytes (share->chart, "svg", NULL, &error);
      if (copies->svg == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }
  if ((share->what & BL_CHART_SHARE_FIGURES) != 0)
    {
      copies->tabbed = bl_chart_table_to_tabbed (share->chart->table);
      copies->csv = bl_chart_table_to_csv (share->chart->table);
    }
  g_task_return_pointer (task, g_steal_pointer (&copies), (GDestroyNotify) copies_free);
}

/* The first that a program can take is what it pastes: a spreadsheet the text, a letter the picture. */
static GdkContentProvider *
provide (const Copies *copies, GError **error)
{
  GdkContentProvider *providers[5];
  gsize n = 0;

  if (copies->png != NULL)
    {
      g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (copies->png, error);

      if (texture == NULL)
        return NULL;
      providers[n++] = gdk_content_provider_new_for_bytes ("image/png", copies->png);
      providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", copies->svg);
      providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
    }
  if (copies->tabbed != NULL)
    {
      g_autoptr (GBytes) csv = g_bytes_new (copies->csv, strlen (copies->csv));

      providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, copies->tabbed);
      providers[n++] = gdk_content_provider_new_for_bytes ("text/csv", csv);
    }
  return gdk_content_provider_new_union (providers, n);
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  Share *share = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&share->widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (Copies) copies = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkContentProvider) content = copies != NULL ? provide (copies, &error) : NULL;

  if (content == NULL)
    {
      say_error (share, _ ("The chart could not be copied"), error);
      return;
    }
  if (widget == NULL)
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  if (copies->png == NULL)
    say (share, _ ("Figures copied for a spreadsheet"));
  else if (copies->tabbed == NULL)
    say (share, _ ("Chart copied as a picture"));
  else
    say (share, _ ("Chart copied, as a picture and as figures"));
}

void
bl_chart_share_copy (GtkWidget *widget, BlChart *chart, BlChartShareWhat what)
{
  g_autoptr (GTask) task = NULL;
  Share *share;

  g_return_if_fail (GTK_IS_WIDGET (widget) && chart != NULL);

  share = share_new (widget, chart);
  share->what = what;
  task = g_task_new (NULL, NULL, on_drawn, NULL);
  g_task_set_source_tag (task, bl_chart_share_copy);
  g_task_set_task_data (task, share, (GDestroyNotify) share_free);
  g_task_run_in_thread (task, draw_in_thread);
}
