/* reference-table.c: a table of data/reference, read whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "import-plan.h"
#include "places.h"
#include "text.h"

/* The text of a file, unpacked where its name says that it is packed. */
static char *
load_text (const char *path, gsize *length, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GConverter) unzip = NULL;
  g_autoptr (GInputStream) packed = NULL;
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GOutputStream) memory = NULL;

  if (!g_file_get_contents (path, &text, length, error))
    return NULL;
  if (!g_str_has_suffix (path, ".gz"))
    return g_steal_pointer (&text);
  unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  packed = g_memory_input_stream_new_from_data (text, *length, NULL);
  plain = g_converter_input_stream_new (packed, unzip);
  memory = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (memory, plain, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0)
    return NULL;
  *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));
  /* Whoever cuts it up wants an end. */
  if (!g_output_stream_write_all (memory, "", 1, NULL, NULL, error) || !g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

static guint
count (const char *from, const char *end, char wanted)
{
  guint n = 0;

  for (; (from = memchr (from, wanted, end - from)) != NULL; from++)
    n++;
  return n;
}

BlReferenceTable *
bl_reference_table_load (const char *name, GError **error)
{
  g_autoptr (BlReferenceTable) table = g_new0 (BlReferenceTable, 1);
  g_autofree char *within = g_build_filename ("reference", name, NULL);
  g_autofree char *path = bl_places_find_data (within);
  g_autoptr (GError) problem = NULL;
  const char *end_of_header;
  gsize length = 0;
  guint row, column;
  char *p;

  if (path == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("The published facts that come with the program are not there: %s is missing."), within);
      return NULL;
    }
  table->text = load_text (path, &length, &problem);
  if (table->text == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("%s cannot be read: %s"), path,
                   problem->message);
      return NULL;
    }
  end_of_header = memchr (table->text, '\n', length);
  if (end_of_header == NULL || memchr (table->text, '\0', length) != NULL || table->text[length - 1] != '\n')
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("%s is damaged: install the program again."),
                   path);
      return NULL;
    }
  table->n_columns = count (table->text, end_of_header, '\t') + 1;
  table->n_rows = count (table->text, table->text + length, '\n') - 1;
  table->cells = g_new (const char *, (gsize) table->n_columns * (table->n_rows + 1));
  row = column = 0;
  table->cells[0] = table->text;
  for (p = table->text; p < table->text + length; p++)
    {
      gboolean last = *p == '\n';

      if (!last && *p != '\t')
        continue;
      *p = '\0';
      if (last ? column + 1 != table->n_columns : column + 1 >= table->n_columns)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                       _ ("%s is damaged at line %u: install the program again."), path, row + 1);
          return NULL;
        }
      row += last;
      column = last ? 0 : column + 1;
      if (row <= table->n_rows)
        table->cells[(gsize) row * table->n_columns + column] = p + 1;
    }
  return g_steal_pointer (&table);
}

void
bl_reference_table_free (BlReferenceTable *table)
{
  if (table == NULL)
    return;
  g_free (table->cells);
  g_free (table->text);
  g_free (table);
}

gboolean
bl_reference_table_column (const BlReferenceTable *table, const char *name, guint *column, GError **error)
{
  for (guint c = 0; c < table->n_columns; c++)
    if (g_str_equal (table->cells[c], name))
      {
        *column = c;
        return TRUE;
      }
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
               _ ("The published facts that come with the program lack “%s”: install the program again."), name);
  return FALSE;
}

const char *
bl_reference_table_cell (const BlReferenceTable *table, guint row, guint column)
{
  g_assert (row < table->n_rows && column < table->n_columns);
  return table->cells[(gsize) (row + 1) * table->n_columns + column];
}

gboolean
bl_reference_table_integer (const BlReferenceTable *table, guint row, guint column, gint64 *value, GError **error)
{
  const char *cell = bl_reference_table_cell (table, row, column);

  *value = -1;
  if (*cell == '\0' || bl_text_to_integer (cell, value))
    return TRUE;
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
               _ ("The published facts that come with the program hold “%s” where a number is wanted: "
                  "install the program again."),
               cell);
  return FALSE;
}
