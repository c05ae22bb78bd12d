/* fuzz-csv.c: any bytes, read as a table of text
 *
 * The first letter says in which encoding, if any. Every cell is there, is
 * UTF-8, and lies on a line that does not go backwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "csv.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_init ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const encodings[] = { NULL, "UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlCsv) csv = NULL;
  guint line = 0, first;

  if (size < 1)
    return 0;
  csv = bl_csv_parse ((const char *) data + 1, size - 1, "fuzz.csv", encodings[data[0] % G_N_ELEMENTS (encodings)],
                      NULL, &error);
  if (csv == NULL)
    {
      fuzz_check_sentence (error);
      return 0;
    }
  for (guint i = 0; i < bl_csv_get_n_records (csv); i++)
    {
      g_assert_cmpuint (bl_csv_get_line (csv, i), >, line);
      line = bl_csv_get_line (csv, i);
      for (guint j = 0; j < bl_csv_get_width (csv, i); j++)
        {
          const char *cell = bl_csv_get_cell (csv, i, j);

          g_assert_true (g_utf8_validate (cell, -1, NULL));
        }
      g_assert_cmpstr (bl_csv_get_cell (csv, i, bl_csv_get_width (csv, i)), ==, "");
    }
  g_assert_cmpuint (bl_csv_get_n_ragged (csv, &first), <=, bl_csv_get_n_records (csv));
  bl_csv_get_n_stray_quotes (csv, &first);
  return 0;
}
