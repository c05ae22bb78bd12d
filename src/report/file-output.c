/* file-output.c: a finished page or picture into a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "file-output.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "summary.h"

G_DEFINE_QUARK (bl-report-error-quark, bl_report_error)

char *
bl_file_output_ending (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  return g_ascii_strdown (dot && dot > name ? dot + 1 : "", -1);
}

gboolean
bl_file_output_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *resolved = NULL;
  const char *target = path;
  gconstpointer data;
  gsize size;

  /* What is there but is no file (a folder, a device) is never replaced by one. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE, _ ("“%s” is not a file that can be written"),
                       path);
          return FALSE;
        }
      /* A link stays a link: what it points at is replaced. */
      resolved = realpath (path, NULL);
      if (resolved)
        target = resolved;
    }
  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (target, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &local))
    {
      g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE, _ ("“%s” could not be written: %s"), path,
                   local->message);
      return FALSE;
    }
  return TRUE;
}
