/* import-view-choose.c: where a file comes from, and where the list of its rows goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "disk.h"
#include "file-filters.h"
#include "import-mend-list.h"

/* --- A file ------------------------------------------------------------------ */

static void
on_chosen (GtkNativeDialog *chooser, int response, BlImportView *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && self->project != NULL)
    bl_import_view_take_file (self, file);
}

void
bl_import_view_choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlImportView *self = BL_IMPORT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->chooser != NULL || self->project == NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Bring in a file"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Bring in"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  bl_file_filters_add_data (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

gboolean
bl_import_view_on_drop (BlImportView *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || self->project == NULL)
    return FALSE;
  bl_import_view_take_file (self, G_FILE (files->data));
  return TRUE;
}

/* --- Saving the list ---------------------------------------------------------------------------- */

static void
show_save_error (BlImportView *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _("The list was not saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_list_place_chosen (GtkNativeDialog *chooser, int response, BlImportView *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && self->plan != NULL)
    {
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GBytes) csv = bl_import_mend_list_to_csv (bl_import_plan_get_mends (self->plan));

      if (path == NULL)
        g_set_error (&error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                     _("That place is not on this computer. Choose a folder here."));
      else
        bl_disk_replace (path, csv, &error);
      if (error != NULL)
        show_save_error (self, error);
    }
}

void
bl_import_view_save_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlImportView *self = BL_IMPORT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *file = bl_import_view_dup_file_name (self);
  g_autofree char *suggestion = NULL;
  char *dot = strrchr (file, '.');

  if (self->chooser != NULL || self->plan == NULL)
    return;
  if (dot != NULL)
    *dot = '\0';
  /* TRANSLATORS: a file name; %s is the name of the file that was read. */
  suggestion = g_strdup_printf (_("%s, rows to look at.csv"), file);
  self->chooser = gtk_file_chooser_native_new (_("Save the list"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), suggestion);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_list_place_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
