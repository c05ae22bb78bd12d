/* response-file.c: ratings of one member as a file that can be mailed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "response-file.h"

#include <glib/gi18n-lib.h>

#include "disk.h"
#include "errors.h"
#include "project.h"
#include "record-xml.h"

BlResponse *
bl_response_file_read (const char *path, GPtrArray *faults, GError **error)
{
  g_autoptr (GBytes) bytes = bl_disk_read (path, BL_RESPONSE_MAX_BYTES, NULL, error);
  g_autoptr (BlRecordReading) reading = NULL;
  const char *text;
  gsize length;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  reading = bl_record_read (BL_TYPE_RESPONSE, text, length, path, NULL, error);
  if (reading == NULL)
    return NULL;
  if (bl_record_get_text (reading->root, "project") == NULL
      || bl_record_get_text (reading->root, "member") == NULL)
    {
      g_set_error (
          error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT,
          _ ("%s: the file does not say which project and whose ratings it holds. Ask for a new one."), path);
      return NULL;
    }
  for (guint i = 0; faults != NULL && i < reading->faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (reading->faults, i);

      g_ptr_array_add (faults, g_strdup_printf (_ ("Line %u: %s"), fault->line, fault->message));
    }
  return g_object_ref (BL_RESPONSE (reading->root));
}

static gboolean
identify (BlRecord *record, gpointer ids)
{
  if (bl_record_get_id (record) == NULL)
    {
      g_autofree char *id = bl_ids_make (ids, bl_record_get_kind (record));

      bl_record_assign_id (record, id);
    }
  return TRUE;
}

gboolean
bl_response_file_write (BlResponse *response, const char *path, GError **error)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (GBytes) bytes = NULL;

  bl_record_walk (BL_RECORD (response), identify, ids);
  bytes = bl_record_write (BL_RECORD (response), BL_PROJECT_VERSION);
  return bl_disk_replace (path, bytes, error);
}

char *
bl_response_file_make_name (BlResponse *response)
{
  const char *name = bl_record_get_text (BL_RECORD (response), "name");
  const char *title = bl_record_get_text (BL_RECORD (response), "title");
  char *made = g_strdup_printf ("%s, %s" BL_RESPONSE_ENDING, name != NULL ? name : _ ("Ratings"),
                                title != NULL ? title : _ ("self-assessment"));

  /* What no file system of an office takes. */
  return g_strdelimit (made, "/\\:*?\"<>|\n\r\t", ' ');
}
