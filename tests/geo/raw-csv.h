/* raw-csv.h: published CSV files, for tests, read apart from the product
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UTF-8 with or without byte-order mark, commas, quotes, line breaks in cells.
 */
#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char *; the first is the header */
} RawCsv;

static inline RawCsv *
raw_csv_read (const char *path)
{
  RawCsv *csv = g_new0 (RawCsv, 1);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row = NULL;
  gboolean quoted = FALSE;
  const char *p;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  csv->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  p = g_str_has_prefix (content, "\xef\xbb\xbf") ? content + 3 : content;
  for (; *p; p++)
    {
      if (row == NULL)
        row = g_ptr_array_new_with_free_func (g_free);
      if (quoted && *p == '"' && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == ',' || *p == '\n'))
        {
          g_ptr_array_add (row, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*p == '\n')
            {
              g_ptr_array_add (csv->rows, row);
              row = NULL;
            }
        }
      else if (quoted || *p != '\r')
        g_string_append_c (cell, *p);
    }
  if (row != NULL)
    {
      g_ptr_array_add (row, g_strdup (cell->str));
      g_ptr_array_add (csv->rows, row);
    }
  return csv;
}

static inline void
raw_csv_free (RawCsv *csv)
{
  g_ptr_array_unref (csv->rows);
  g_free (csv);
}

/* Records, without the header. */
static inline guint
raw_csv_n (RawCsv *csv)
{
  return csv->rows->len - 1;
}

static inline guint
raw_csv_column (RawCsv *csv, const char *name)
{
  GPtrArray *header = g_ptr_array_index (csv->rows, 0);

  for (guint i = 0; i < header->len; i++)
    if (strcmp (g_ptr_array_index (header, i), name) == 0)
      return i;
  g_error ("no column %s", name);
}

static inline const char *
raw_csv_text (RawCsv *csv, guint record, guint column)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (csv->rows, record + 1), column);
}

/* NaN for a blank cell; commas between thousands are dropped. */
static inline double
raw_csv_number (RawCsv *csv, guint record, guint column)
{
  char text[64];
  char *end;
  guint n = 0;
  double number;

  for (const char *p = raw_csv_text (csv, record, column); *p; p++)
    if (*p != ',' && n < sizeof text - 1)
      text[n++] = *p;
  text[n] = '\0';
  number = g_ascii_strtod (text, &end);
  return end == text ? NAN : number;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawCsv, raw_csv_free)
