/* sheet.c: one table of cells, whatever file it came from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sheet.h"

#include "csv.h"
#include "text.h"
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* How far down the header is looked for below titles and notes. */
#define HEADER_SEARCH 20

struct _BlSheet
{
  char *name;
  BlCsv *csv;           /* one of the two is NULL */
  BlWorkbook *workbook;
  int header;           /* record of the header; one less than the first row where there is none */
  guint n_records;      /* header and what is above it too */
  guint n_columns;
  char **columns;
  guint n_ragged, first_ragged;
};

static const char *
get_record_cell (const BlSheet *sheet, guint record, guint column)
{
  if (sheet->csv != NULL)
    return bl_csv_get_cell (sheet->csv, record, column);
  if (record >= sheet->workbook->rows->len || column >= sheet->workbook->n_columns)
    return "";
  return ((char **) g_ptr_array_index (sheet->workbook->rows, record))[column];
}

static guint
get_record_width (const BlSheet *sheet, guint record)
{
  return sheet->csv != NULL ? bl_csv_get_width (sheet->csv, record) : sheet->workbook->n_columns;
}

static guint
count_filled (const BlSheet *sheet, guint record)
{
  guint filled = 0;

  for (guint c = 0; c < get_record_width (sheet, record); c++)
    filled += get_record_cell (sheet, record, c)[0] != '\0';
  return filled;
}

/* The first record, unless it is a title above a wider table. */
static guint
find_header (const BlSheet *sheet)
{
  guint widest = 0, bound = MIN (sheet->n_records, HEADER_SEARCH);

  for (guint r = 0; r < bound; r++)
    widest = MAX (widest, count_filled (sheet, r));
  if (widest < 3)
    {
      for (guint r = 0; r < bound; r++)
        if (count_filled (sheet, r) > 0)
          return r;
      return 0;
    }
  for (guint r = 0; r < bound; r++)
    if (count_filled (sheet, r) > 1)
      return r;
  return 0;
}

static void
read_columns (BlSheet *sheet)
{
  guint width = get_record_width (sheet, (guint) sheet->header);

  /* A workbook's columns go on to the last one that anything stands in. */
  if (sheet->workbook != NULL)
    while (width > 0 && get_record_cell (sheet, (guint) sheet->header, width - 1)[0] == '\0')
      width--;
  sheet->n_columns = width;
  sheet->columns = g_new0 (char *, width + 1);
  for (guint c = 0; c < width; c++)
    {
      char *text = bl_text_clean (get_record_cell (sheet, (guint) sheet->header, c));
      sheet->columns[c] = text != NULL ? text : g_strdup ("");
    }
  for (guint r = (guint) (sheet->header + 1); sheet->csv != NULL && r < sheet->n_records; r++)
    if (bl_csv_get_width (sheet->csv, r) != width)
      {
        if (sheet->n_ragged++ == 0)
          sheet->first_ragged = r - (guint) (sheet->header + 1);
      }
}

/* What people call the old binary format of Excel has a name of its own to be told. */
static gboolean
check_not_old_workbook (const char *path, const char *name, GError **error)
{
  guchar start[4] = { 0 };
  FILE *file = fopen (path, "rb");

  if (file != NULL)
    {
      size_t n = fread (start, 1, sizeof start, file);
      fclose (file);
      if (n == sizeof start && start[0] == 0xD0 && start[1] == 0xCF && start[2] == 0x11 && start[3] == 0xE0)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                       _ ("“%s” is a workbook of the old kind (.xls): save it as .xlsx or .csv"), name);
          return FALSE;
        }
    }
  return TRUE;
}

BlSheet *
bl_sheet_read (const char *path, const char *encoding, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlSheet) sheet = g_new0 (BlSheet, 1);

  g_return_val_if_fail (path != NULL, NULL);

  sheet->name = g_filename_display_basename (path);
  if (!bl_exchange_check_file (path, NULL, error) || !check_not_old_workbook (path, sheet->name, error))
    return NULL;
  if (bl_workbook_is_likely (path))
    {
      sheet->workbook = bl_workbook_read (path, cancellable, error);
      if (sheet->workbook == NULL)
        return NULL;
      sheet->n_records = sheet->workbook->rows->len;
    }
  else
    {
      sheet->csv = bl_csv_read (path, encoding, cancellable, error);
      if (sheet->csv == NULL)
        return NULL;
      sheet->n_records = bl_csv_get_n_records (sheet->csv);
    }
  sheet->header = (int) find_header (sheet);
  read_columns (sheet);
  return g_steal_pointer (&sheet);
}

BlSheet *
bl_sheet_parse (GBytes *text, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlSheet) sheet = g_new0 (BlSheet, 1);
  gsize length;
  const char *bytes = g_bytes_get_data (text, &length);

  sheet->name = g_strdup (name);
  sheet->csv = bl_csv_parse (bytes, length, name, NULL, cancellable, error);
  if (sheet->csv == NULL)
    return NULL;
  sheet->n_records = bl_csv_get_n_records (sheet->csv);
  sheet->header = (int) find_header (sheet);
  read_columns (sheet);
  return g_steal_pointer (&sheet);
}

void
bl_sheet_free (BlSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->name);
  bl_csv_free (sheet->csv);
  bl_workbook_free (sheet->workbook);
  g_strfreev (sheet->columns);
  g_free (sheet);
}

const char *
bl_sheet_get_name (const BlSheet *sheet)
{
  return sheet->name;
}

const char *
bl_sheet_get_format (const BlSheet *sheet)
{
  return sheet->csv != NULL ? "CSV" : sheet->workbook->format;
}

guint
bl_sheet_get_n_columns (const BlSheet *sheet)
{
  return sheet->n_columns;
}

void
bl_sheet_set_headings (BlSheet *sheet, const char *const *names)
{
  guint n = g_strv_length ((char **) names);

  for (guint c = 0; c < sheet->n_columns && c < n; c++)
    {
      g_free (sheet->columns[c]);
      sheet->columns[c] = g_strdup (names[c]);
    }
  sheet->header--;
}

guint
bl_sheet_get_n_rows (const BlSheet *sheet)
{
  return sheet->n_records - (guint) (sheet->header + 1);
}

const char *
bl_sheet_get_column (const BlSheet *sheet, guint column)
{
  return column < sheet->n_columns ? sheet->columns[column] : "";
}

int
bl_sheet_find_column (const BlSheet *sheet, const char *name)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (name != NULL, -1);

  for (guint c = 0; c < sheet->n_columns; c++)
    if (g_str_equal (sheet->columns[c], name))
      return c;
  wanted = bl_text_fold (name);
  for (guint c = 0; c < sheet->n_columns; c++)
    {
      g_autofree char *folded = bl_text_fold (sheet->columns[c]);
      if (g_str_equal (folded, wanted))
        return c;
    }
  return -1;
}

const char *
bl_sheet_get_cell (const BlSheet *sheet, guint row, guint column)
{
  return get_record_cell (sheet, (guint) (sheet->header + 1) + row, column);
}

guint
bl_sheet_get_width (const BlSheet *sheet, guint row)
{
  return sheet->csv != NULL ? get_record_width (sheet, (guint) (sheet->header + 1) + row) : sheet->n_columns;
}

guint
bl_sheet_get_row_number (const BlSheet *sheet, guint row)
{
  return (guint) (sheet->header + 2) + row;
}

guint
bl_sheet_get_line (const BlSheet *sheet, guint row)
{
  if (sheet->csv != NULL)
    return bl_csv_get_line (sheet->csv, (guint) (sheet->header + 1) + row);
  return bl_sheet_get_row_number (sheet, row);
}

char *
bl_sheet_where (const BlSheet *sheet, guint row)
{
  if (sheet->csv != NULL)
    return g_strdup_printf ("%s:%u", sheet->name, bl_sheet_get_line (sheet, row));
  return g_strdup_printf ("%s[%s]:%u", sheet->name, sheet->workbook->sheet, bl_sheet_get_row_number (sheet, row));
}

char *
bl_sheet_describe (const BlSheet *sheet)
{
  guint rows = bl_sheet_get_n_rows (sheet), columns = sheet->n_columns;
  g_autofree char *n_rows = bl_text_number (rows, 0);
  g_autofree char *row_words = g_strdup_printf (ngettext ("%s row", "%s rows", rows), n_rows);
  g_autofree char *column_words = g_strdup_printf (ngettext ("%u column", "%u columns", columns), columns);

  if (sheet->csv == NULL)
    return g_strdup_printf (_ ("%s: %s, %s, sheet “%s”"), sheet->name, row_words, column_words,
                            sheet->workbook->sheet);

  const char *delimiter = bl_csv_get_delimiter (sheet->csv) == ','    ? _ ("commas")
                          : bl_csv_get_delimiter (sheet->csv) == '\t' ? _ ("tabs")
                          : bl_csv_get_delimiter (sheet->csv) == ';'  ? _ ("semicolons")
                                                                      : _ ("bars");
  return g_strdup_printf ("%s: %s, %s, %s, %s", sheet->name, row_words, column_words,
                          bl_csv_get_encoding (sheet->csv), delimiter);
}

guint
bl_sheet_get_n_ragged (const BlSheet *sheet, guint *first)
{
  if (first != NULL)
    *first = sheet->first_ragged;
  return sheet->n_ragged;
}

guint
bl_sheet_get_n_stray_quotes (const BlSheet *sheet, guint *line)
{
  return sheet->csv != NULL ? bl_csv_get_n_stray_quotes (sheet->csv, line) : 0;
}

const char *const *
bl_sheet_get_other_sheets (const BlSheet *sheet)
{
  return sheet->workbook != NULL ? (const char *const *) sheet->workbook->other_sheets : NULL;
}
