/* window-versions.c: files with faults, earlier states, states for reading only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "faults-dialog.h"

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
