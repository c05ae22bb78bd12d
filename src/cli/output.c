/* output.c: answers, as calm tables or as one JSON object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Between columns. */
#define GAP 3

static GString *gathered;

static GString *
get_gathered (void)
{
  if (gathered == NULL)
    gathered = g_string_new (NULL);
  return gathered;
}

void
bl_output_text (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (get_gathered (), format, arguments);
  va_end (arguments);
}

BlExit
bl_output_finish (void)
{
  GString *text = get_gathered ();
  gboolean written = fwrite (text->str, 1, text->len, stdout) == text->len && fflush (stdout) == 0;
  int problem = errno;

  g_string_free (text, TRUE);
  gathered = NULL;
  if (written)
    return BL_EXIT_DONE;
  return bl_command_fail (BL_EXIT_FILE, _("The answer cannot be written: %s."), g_strerror (problem));
}

/* --- Tables ----------------------------------------------------------------- */

struct _BlOutputTable
{
  char *alignments;
  guint n_columns;
  GPtrArray *cells; /* of char*, row after row */
};

BlOutputTable *
bl_output_table_new (const char *alignments)
{
  BlOutputTable *table = g_new0 (BlOutputTable, 1);

  table->alignments = g_strdup (alignments);
  table->n_columns = strlen (alignments);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
bl_output_table_add (BlOutputTable *table, ...)
{
  va_list arguments;

  va_start (arguments, table);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *text = va_arg (arguments, const char *);

      g_ptr_array_add (table->cells, g_strdup (text != NULL ? text : ""));
    }
  va_end (arguments);
}

void
bl_output_table_add_cells (BlOutputTable *table, const char *const *cells)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, g_strdup (cells[i] != NULL ? cells[i] : ""));
}

static void
append_blanks (GString *line, glong n)
{
  for (glong i = 0; i < n; i++)
    g_string_append_c (line, ' ');
}

static void
append_row (BlOutputTable *table, guint row, const glong *widths)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint column = 0; column < table->n_columns; column++)
    {
      const char *text = g_ptr_array_index (table->cells, row * table->n_columns + column);
      glong missing = widths[column] - g_utf8_strlen (text, -1);

      append_blanks (line, column > 0 ? GAP : 0);
      append_blanks (line, table->alignments[column] == 'r' ? missing : 0);
      g_string_append (line, text);
      append_blanks (line, table->alignments[column] == 'r' ? 0 : missing);
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  bl_output_text ("%s\n", line->str);
}

void
bl_output_table_finish (BlOutputTable *table, gboolean heading)
{
  g_autofree glong *widths = g_new0 (glong, table->n_columns);
  guint n_rows = table->cells->len / table->n_columns;

  for (guint i = 0; i < table->cells->len; i++)
    {
      glong *width = &widths[i % table->n_columns];

      *width = MAX (*width, g_utf8_strlen (g_ptr_array_index (table->cells, i), -1));
    }
  for (guint row = 0; row < n_rows; row++)
    {
      append_row (table, row, widths);
      if (row > 0 || !heading)
        continue;
      for (guint column = 0; column < table->n_columns; column++)
        {
          for (glong i = 0; i < widths[column] + (column > 0 ? GAP : 0); i++)
            bl_output_text ("%s", i < (column > 0 ? GAP : 0) ? " " : "─");
        }
      bl_output_text ("\n");
    }
  g_ptr_array_unref (table->cells);
  g_free (table->alignments);
  g_free (table);
}

/* --- JSON ------------------------------------------------------------------- */

void
bl_json_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
bl_json_number (JsonBuilder *builder, const char *key, double number)
{
  json_builder_set_member_name (builder, key);
  if (!isfinite (number))
    json_builder_add_null_value (builder);
  else if (number == floor (number) && fabs (number) < 9007199254740992.0)
    json_builder_add_int_value (builder, (gint64) number);
  else
    json_builder_add_double_value (builder, number);
}

void
bl_json_count (JsonBuilder *builder, const char *key, gint64 count)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, count);
}

void
bl_json_finish (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  text = json_generator_to_data (generator, NULL);
  bl_output_text ("%s\n", text);
}
