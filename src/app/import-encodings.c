/* import-encodings.c: how a file that is not UTF-8 would read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-encodings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes shown before and after the first letter that differs. */
#define AROUND 24

const BlImportEncoding bl_import_encodings[] = {
  { "windows-1252", N_("Western European, as Excel saves it (windows-1252)") },
  { "MACINTOSH", N_("Western European, from an older Mac (Mac Roman)") },
  { "CP850", N_("Western European, from DOS (CP850)") },
  { "ISO-8859-15", N_("Western European, from Unix (ISO 8859-15)") },
};
const guint bl_import_n_encodings = G_N_ELEMENTS (bl_import_encodings);

GBytes *
bl_import_encodings_find_line (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const char *bytes;
  gsize length;

  if (file == NULL)
    return NULL;
  bytes = g_mapped_file_get_contents (file);
  length = g_mapped_file_get_length (file);
  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] >= 0x80)
      {
        gsize from = i, to = i;

        while (from > 0 && i - from < AROUND && bytes[from - 1] != '\n' && bytes[from - 1] != '\r')
          from--;
        while (to < length && to - i < AROUND && bytes[to] != '\n' && bytes[to] != '\r')
          to++;
        return g_bytes_new (bytes + from, to - from);
      }
  return NULL;
}

char *
bl_import_encodings_show (GBytes *line, const char *encoding)
{
  gsize length;
  const char *bytes = g_bytes_get_data (line, &length);
  g_autofree char *text = g_convert (bytes, (gssize) length, "UTF-8", encoding, NULL, NULL, NULL);

  if (text == NULL || strlen (text) == 0)
    return NULL;
  return g_strdup_printf ("… %s …", g_strstrip (text));
}
