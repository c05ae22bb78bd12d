/* report-share.c: a report out of the window: saved, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-share.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "page-composer.h"
#include "report-file.h"
#include "workspace.h"

typedef struct
{
  GtkWidget *widget;
  GtkFileChooserNative *chooser;
  BlReport *report;
  BlPages *pages;
} Share;

static void
share_free (Share *share)
{
  g_clear_object (&share->chooser);
  g_clear_pointer (&share->pages, bl_pages_free);
  g_clear_pointer (&share->report, bl_report_free);
  g_object_unref (share->widget);
  g_free (share);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Share, share_free)

static Share *
share_new (GtkWidget *widget, BlReport *report)
{
  Share *share = g_new0 (Share, 1);

  share->widget = g_object_ref (widget);
  share->report = report;
  return share;
}

static void
say_error (GtkWidget *widget, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (root == NULL) /* closed meanwhile */
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("The page was not written"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
bl_report_share_write (GtkWidget *widget, const BlReport *report, const char *path)
{
  GtkWidget *workspace = gtk_widget_get_ancestor (widget, BL_TYPE_WORKSPACE);
  g_autoptr (GError) error = NULL;

  if (!bl_report_write_file (report, path, &error))
    {
      say_error (widget, error);
      return FALSE;
    }
  if (workspace != NULL)
    {
      g_autofree char *name = g_path_get_basename (path);
      /* TRANSLATORS: a toast: the name of a file */
      g_autofree char *done = g_strdup_printf (_ ("Saved as “%s”"), name);

      bl_workspace_add_toast (BL_WORKSPACE (workspace), adw_toast_new (done));
    }
  return TRUE;
}

static void
on_chosen (GtkFileChooserNative *chooser, int response, Share *data)
{
  g_autoptr (Share) share = data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    bl_report_share_write (share->widget, share->report, path);
}

void
bl_report_share_save (GtkWidget *widget, BlReport *report)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Share *share = share_new (widget, report);
  g_autofree char *name = g_strdup_printf ("%s.pdf", bl_report_get_title (report));

  g_strdelimit (name, "/\\:", '-');
  share->chooser = gtk_file_chooser_native_new (_ ("Save the page"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (share->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (share->chooser), TRUE);
  g_signal_connect (share->chooser, "response", G_CALLBACK (on_chosen), share);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (share->chooser));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Share *share)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / BL_PAGE_WIDTH,
                      gtk_print_context_get_height (context) / BL_PAGE_HEIGHT);

  cairo_scale (cr, scale, scale);
  bl_pages_paint (share->pages, cr, (guint) page);
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Share *share)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    say_error (share->widget, error);
}

void
bl_report_share_print (GtkWidget *widget, BlReport *report)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkRoot *root = gtk_widget_get_root (widget);
  Share *share = share_new (widget, report);

  share->pages = bl_pages_new (share->report);
  gtk_print_operation_set_n_pages (operation, (int) bl_pages_get_n (share->pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), share);
  g_signal_connect (operation, "done", G_CALLBACK (on_print_done), share);
  g_object_set_data_full (G_OBJECT (operation), "share", share, (GDestroyNotify) share_free);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
