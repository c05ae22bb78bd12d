/* window-import.c: files that come to the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "file-filters.h"
#include "import-dialog.h"

void
bl_window_import (BlWindow *self)
{
  bl_import_dialog_present (GTK_WINDOW (self), self->session, NULL);
}

void
bl_window_paste (BlWindow *self)
{
  bl_import_dialog_paste (GTK_WINDOW (self), self->session);
}

/* A project is opened, anything else is data for the project that is open. */
static gboolean
on_drop (BlWindow *self, const GValue *value)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (files == NULL)
    return FALSE;
  if (bl_file_filters_is_project (files->data) || bl_file_filters_is_response (files->data))
    {
      GFile *file = files->data;

      if (bl_window_is_free (self) && bl_file_filters_is_project (file))
        bl_window_open (self, file);
      else
        g_application_open (G_APPLICATION (application), &file, 1, "");
      return TRUE;
    }
  if (self->session == NULL)
    {
      g_autofree char *name = g_file_get_basename (files->data);
      g_autoptr (GError) error
          = g_error_new (BL_STORE_ERROR, BL_STORE_ERROR_INVALID,
                         _ ("“%s” is not a Branchline project. Make a project first, then drop your data on it."), name);

      bl_window_show_error (self, _ ("No project is open"), error);
      return FALSE;
    }
  if (!bl_session_get_editable (self->session))
    {
      g_autoptr (GError) error
          = g_error_new (BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                         _ ("This project is open to be looked at only. Drop your data on one that can be changed."));

      bl_window_show_error (self, _ ("Nothing can be brought in here"), error);
      return FALSE;
    }
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  for (GSList *at = files; at != NULL; at = at->next)
    g_ptr_array_add (all, at->data);
  bl_import_dialog_present (GTK_WINDOW (self), self->session, all);
  return TRUE;
}

void
bl_window_take_drops (BlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
