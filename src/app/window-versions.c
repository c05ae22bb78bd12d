/* window-versions.c: files with faults, earlier states, states for reading only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "faults-dialog.h"
#include "mark-dialog.h"
#include "notice.h"
#include "versions-dialog.h"

/* --- Files with faults ---------------------------------------------------- */

static void
on_open_copy (BlWindow *self, GtkWidget *dialog)
{
  BlDocument *document = g_object_get_data (G_OBJECT (dialog), "document");

  bl_window_take_document (self, document);
}

void
bl_window_offer_copy (BlWindow *self, const char *path, BlDocument *document)
{
  GtkWidget *dialog = bl_faults_dialog_new (GTK_WINDOW (self), path, document);

  g_object_set_data_full (G_OBJECT (dialog), "document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (dialog, "open-copy", G_CALLBACK (on_open_copy), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- For reading only ----------------------------------------------------- */

gboolean
bl_window_may_write (BlWindow *self)
{
  const char *path = bl_document_get_path (bl_session_get_document (self->session));
  g_autofree char *folder = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  folder = g_path_get_dirname (path);
  /* Saving makes a new file beside the old one. */
  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static void
add_save_elsewhere (GtkWidget *notice, const char *label)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), label, FALSE)),
                                  "win.save-as");
}

void
bl_window_tell_reading (BlWindow *self)
{
  BlDocument *document = bl_session_get_document (self->session);
  g_autofree char *title = NULL;
  GtkWidget *notice = NULL;

  self->unwritable = !bl_window_may_write (self);
  if (bl_document_get_newer (document))
    notice = bl_notice_new ("changes-prevent-symbolic", _ ("Made by a newer Branchline: to be looked at only"),
                            _ ("This Branchline does not know all that is in it and would lose the rest, so nothing "
                               "can be changed here, and Save and Save as are off. To keep another copy, copy the "
                               "file itself; to work in it, update Branchline."));
  else if (bl_document_get_look_only (document))
    {
      title = g_strdup_printf (_ ("An earlier state, to be looked at: %s"), self->looked_at);
      notice = bl_notice_new ("document-open-recent-symbolic", title,
                              _ ("Nothing can be changed here. Bring single things back from the window of the "
                                 "project, under Versions."));
      add_save_elsewhere (notice, _ ("Save as a project of its _own…"));
    }
  else if (self->unwritable)
    {
      notice = bl_notice_new ("changes-prevent-symbolic", _ ("This file can be read but not written here"),
                              _ ("The file, its folder or the drive is for reading only. What you change is kept safe "
                                 "and can be saved in another place."));
      add_save_elsewhere (notice, _ ("Save _elsewhere…"));
    }
  bl_window_set_notice (self, BL_NOTICE_READING, notice);
  bl_window_update_state (self);
}

/* --- Earlier states ------------------------------------------------------- */

static void
look_at (BlWindow *self, BlDocument *document, const char *what)
{
  BlWindow *window = BL_WINDOW (bl_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->context));

  window->looked_at = g_strdup (what);
  bl_window_take_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_open_beside (BlWindow *self, BlDocument *document, const char *what)
{
  look_at (self, document, what);
}

void
bl_window_show_versions (BlWindow *self)
{
  if (self->versions == NULL)
    {
      g_set_weak_pointer (&self->versions, bl_versions_dialog_new (GTK_WINDOW (self), self->session));
      g_signal_connect_object (self->versions, "open-beside", G_CALLBACK (on_open_beside), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->versions));
}

void
bl_window_close_versions (BlWindow *self)
{
  if (self->versions != NULL)
    gtk_window_destroy (GTK_WINDOW (self->versions));
  g_clear_weak_pointer (&self->versions);
}

void
bl_window_mark_version (BlWindow *self)
{
  GtkWindow *parent = GTK_WINDOW (self);

  if (self->versions != NULL && gtk_widget_get_visible (self->versions))
    parent = GTK_WINDOW (self->versions);
  gtk_window_present (GTK_WINDOW (bl_mark_dialog_new (parent, self->session)));
}
