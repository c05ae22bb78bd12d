/* chart-table.c: the figures of a chart as rows, for the table beside it, for copying and for files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-table.h"

#include <math.h>
#include <string.h>

#include "text.h"

static void
clear_cell (gpointer cell)
{
  g_free (((BlChartCell *) cell)->text);
}

BlChartTable *
bl_chart_table_new (void)
{
  BlChartTable *self = g_new0 (BlChartTable, 1);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->numeric = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
bl_chart_table_free (BlChartTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_array_unref (self->numeric);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
bl_chart_table_add_column (BlChartTable *self, const char *title, gboolean numeric)
{
  g_return_if_fail (title != NULL && self->rows->len == 0);

  g_ptr_array_add (self->columns, g_strdup (title));
  g_array_append_val (self->numeric, numeric);
}

guint
bl_chart_table_add_row (BlChartTable *self)
{
  GArray *row = g_array_sized_new (FALSE, FALSE, sizeof (BlChartCell), self->columns->len);

  g_array_set_clear_func (row, clear_cell);
  for (guint i = 0; i < self->columns->len; i++)
    {
      BlChartCell cell = { g_strdup (""), NAN };

      g_array_append_val (row, cell);
    }
  g_ptr_array_add (self->rows, row);
  return self->rows->len - 1;
}

static void
set (BlChartTable *self, guint row, guint column, double value, const char *text)
{
  BlChartCell *cell;

  g_return_if_fail (row < self->rows->len && column < self->columns->len);

  cell = &g_array_index ((GArray *) g_ptr_array_index (self->rows, row), BlChartCell, column);
  g_free (cell->text);
  cell->text = g_strdup (text != NULL ? text : "");
  cell->value = value;
}

void
bl_chart_table_set_text (BlChartTable *self, guint row, guint column, const char *text)
{
  set (self, row, column, NAN, text);
}

void
bl_chart_table_set_number (BlChartTable *self, guint row, guint column, double value, const char *text)
{
  set (self, row, column, value, text);
}

const BlChartCell *
bl_chart_table_get (const BlChartTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  return &g_array_index ((GArray *) g_ptr_array_index (self->rows, row), BlChartCell, column);
}

/* RFC 4180: quotes about what holds a comma, a quote or the end of a line, and about blanks at an
 * edge, which some readers drop. */
static void
append_field (GString *csv, const char *text)
{
  gsize length = strlen (text);

  if (strpbrk (text, ",\"\r\n") == NULL && (length == 0 || (text[0] != ' ' && text[length - 1] != ' ')))
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

char *
bl_chart_table_to_csv (const BlChartTable *self)
{
  GString *csv = g_string_new (NULL);

  for (guint c = 0; c < self->columns->len; c++)
    {
      if (c > 0)
        g_string_append_c (csv, ',');
      append_field (csv, g_ptr_array_index (self->columns, c));
    }
  g_string_append (csv, "\r\n");
  for (guint r = 0; r < self->rows->len; r++)
    {
      for (guint c = 0; c < self->columns->len; c++)
        {
          const BlChartCell *cell = bl_chart_table_get (self, r, c);
          g_autofree char *number = isfinite (cell->value) ? bl_text_from_double (cell->value) : NULL;

          if (c > 0)
            g_string_append_c (csv, ',');
          append_field (csv, number != NULL ? number : cell->text);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}

/* A tab or the end of a line inside a cell would start another: they become blanks. */
static void
append_cell (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

char *
bl_chart_table_to_tabbed (const BlChartTable *self)
{
  GString *out = g_string_new (NULL);

  for (guint c = 0; c < self->columns->len; c++)
    {
      if (c > 0)
        g_string_append_c (out, '\t');
      append_cell (out, g_ptr_array_index (self->columns, c));
    }
  g_string_append_c (out, '\n');
  for (guint r = 0; r < self->rows->len; r++)
    {
      for (guint c = 0; c < self->columns->len; c++)
        {
          if (c > 0)
            g_string_append_c (out, '\t');
          append_cell (out, bl_chart_table_get (self, r, c)->text);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
