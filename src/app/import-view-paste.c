/* import-view-paste.c: a table off the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-view-private.h"

#include <glib/gi18n-lib.h>

#include "pasted.h"

/* Spreadsheets offer all of these; HTML keeps cells apart that hold tabs or line ends. */
static const char *const types[] = { "text/html", "text/tab-separated-values", "text/csv", "text/plain;charset=utf-8", "text/plain",
                                     "UTF8_STRING", "STRING", NULL };

static void
fail (BlImportView *self, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, message);

  g_clear_object (&self->file);
  bl_import_view_forget_files (self);
  bl_import_view_forget_plan (self);
  bl_import_view_show_problem (self, error);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlImportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->project == NULL)
    return;
  if (text == NULL)
    {
      fail (self, _ ("There is no table on the clipboard: copy the cells first, with the row of their headings"));
      return;
    }
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  bl_import_view_take_text (self, bytes);
}

/* Of HTML there may be words around no table at all: then its plain text counts. */
static void
on_spliced (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlImportView) self = data;
  g_autoptr (GBytes) bytes = NULL, table = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  table = bytes != NULL ? bl_pasted_read (bytes, NULL) : NULL;
  if (self->project == NULL)
    return;
  if (table != NULL)
    bl_import_view_take_text (self, bytes);
  else
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read, g_object_ref (self));
}

static void
on_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlImportView) self = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (self->project == NULL)
    return;
  if (stream == NULL)
    gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, on_text_read, g_object_ref (self));
  else
    g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, on_spliced, g_object_ref (self));
}

void
bl_import_view_paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_import_view_paste (BL_IMPORT_VIEW (widget));
}

/* --- Public ------------------------------------------------------------------ */

void
bl_import_view_paste (BlImportView *self)
{
  GdkClipboard *clipboard;
  g_autoptr (GdkContentFormats) wanted = gdk_content_formats_new ((const char **) types, G_N_ELEMENTS (types) - 1);

  g_return_if_fail (BL_IS_IMPORT_VIEW (self));

  if (self->project == NULL)
    return;
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  /* Text that this program put there itself has a type and no stream. */
  if (gdk_content_formats_match (gdk_clipboard_get_formats (clipboard), wanted))
    gdk_clipboard_read_async (clipboard, (const char **) types, G_PRIORITY_DEFAULT, NULL, on_stream, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, g_object_ref (self));
}

void
bl_import_view_take_text (BlImportView *self, GBytes *text)
{
  g_return_if_fail (BL_IS_IMPORT_VIEW (self));
  g_return_if_fail (self->project != NULL);

  bl_import_view_forget_files (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  self->pasted = g_bytes_ref (text);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->crs, g_free);
  g_clear_pointer (&self->code_field, g_free);
  self->kind = BL_IMPORT_UNKNOWN;
  bl_import_view_read (self);
}
