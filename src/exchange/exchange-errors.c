/* exchange-errors.c: what can go wrong with somebody else's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange-errors.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK (bl-exchange-error-quark, bl_exchange_error)

gboolean
bl_exchange_check_file (const char *path, guint64 *size, GError **error)
{
  g_autofree char *name = NULL;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, FALSE);

  name = g_filename_display_basename (path);
  if (g_stat (path, &info) != 0)
    {
      int code = errno;
      if (code == ENOENT)
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("There is no file “%s”"), path);
      else
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” cannot be read: %s"), name,
                     g_strerror (code));
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("“%s” is a folder: choose a file in it"), name);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("“%s” is a device or a pipe, not a file"), name);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” is empty"), name);
      return FALSE;
    }
  if (info.st_size > BL_EXCHANGE_MAX_FILE)
    {
      g_autofree char *held = g_format_size (info.st_size);
      g_autofree char *bound = g_format_size (BL_EXCHANGE_MAX_FILE);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("“%s” holds %s; files over %s are not read: keep only the rows you need"), name, held,
                   bound);
      return FALSE;
    }
  if (size != NULL)
    *size = info.st_size;
  return TRUE;
}
