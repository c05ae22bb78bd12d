/* report-text.c: a report as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report-private.h"

#define WIDTH 78

/* @text in lines no longer than WIDTH, @first before the first and blanks as wide before the others. */
static void
put_wrapped (GString *out, const char *first, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  glong indent = g_utf8_strlen (first, -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      glong used = indent;

      if (i == 0)
        g_string_append (out, first);
      else
        g_string_append_printf (out, "%*s", (int) indent, "");
      for (guint w = 0; words[w] != NULL; w++)
        {
          glong length = g_utf8_strlen (words[w], -1);

          if (length == 0)
            continue;
          if (used > indent && used + 1 + length > WIDTH)
            {
              g_string_append_printf (out, "\n%*s", (int) indent, "");
              used = indent;
            }
          if (used > indent)
            {
              g_string_append_c (out, ' ');
              used++;
            }
          g_string_append (out, words[w]);
          used += length;
        }
      g_string_append_c (out, '\n');
    }
}

static void
put_lined (GString *out, const char *text, char line)
{
  g_string_append (out, text);
  g_string_append_c (out, '\n');
  for (glong i = 0; i < MIN (g_utf8_strlen (text, -1), WIDTH); i++)
    g_string_append_c (out, line);
  g_string_append (out, "\n\n");
}

static const BlReportColumn *
column_at (const BlReportTable *table, guint c)
{
  return &g_array_index (table->columns, BlReportColumn, c);
}

/* What stands in a column, @r from 0 (the head) on. */
static const char *
cell_at (const BlReportTable *table, guint r, guint c)
{
  return r == 0 ? column_at (table, c)->title : bl_report_cell_text (&g_array_index (table->rows, BlReportRow, r - 1), c);
}

static void
put_beside (GString *out, const BlReportTable *table, const glong *widths)
{
  for (guint r = 0; r <= table->rows->len; r++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint c = 0; c < table->columns->len; c++)
        {
          const char *text = cell_at (table, r, c);
          int blanks = (int) (widths[c] - g_utf8_strlen (text, -1));

          if (column_at (table, c)->numbers)
            g_string_append_printf (line, "%*s%s  ", blanks, "", text);
          else
            g_string_append_printf (line, "%s%*s  ", text, blanks, "");
        }
      g_strchomp (line->str);
      g_string_append_printf (out, "%s\n", line->str);
    }
}

/* A row after the other, a cell a line; what is blank is for writing on paper. */
static void
put_below (GString *out, const BlReportTable *table)
{
  for (guint r = 1; r <= table->rows->len; r++)
    {
      put_wrapped (out, "", cell_at (table, r, 0));
      for (guint c = 1; c < table->columns->len; c++)
        {
          g_autofree char *text = g_strstrip (g_strdup (cell_at (table, r, c)));
          g_autofree char *first = g_strdup_printf ("  %s: ", column_at (table, c)->title);

          put_wrapped (out, first, text);
        }
    }
}

static void
put_table (GString *out, const BlReportTable *table)
{
  g_autofree glong *widths = g_new0 (glong, table->columns->len + 1);
  gboolean lines = FALSE;
  glong whole = 0;

  if (table->caption != NULL)
    put_wrapped (out, "", table->caption);
  for (guint c = 0; c < table->columns->len; c++)
    {
      for (guint r = 0; r <= table->rows->len; r++)
        {
          widths[c] = MAX (widths[c], g_utf8_strlen (cell_at (table, r, c), -1));
          lines |= strchr (cell_at (table, r, c), '\n') != NULL;
        }
      whole += widths[c] + 2;
    }
  if (whole - 2 <= WIDTH && !lines)
    put_beside (out, table, widths);
  else
    put_below (out, table);
  g_string_append_c (out, '\n');
}

static void
put_figures (GString *out, const BlBlock *block)
{
  for (guint i = 0; i < block->figures->len; i++)
    {
      const BlReportFigure *figure = &g_array_index (block->figures, BlReportFigure, i);

      g_string_append_printf (out, "%s: %s%s%s\n", figure->label, figure->value, figure->note != NULL ? ", " : "",
                              figure->note != NULL ? figure->note : "");
    }
  g_string_append_c (out, '\n');
}

static void
put_block (GString *out, const BlBlock *block, gboolean ends_list)
{
  switch (block->type)
    {
    case BL_BLOCK_TITLE:
      put_lined (out, block->text, '=');
      break;
    case BL_BLOCK_HEADING:
      g_string_append_c (out, '\n');
      put_lined (out, block->text, '-');
      break;
    case BL_BLOCK_SUBHEADING:
      put_wrapped (out, "", block->text);
      break;
    case BL_BLOCK_SUBTITLE:
    case BL_BLOCK_FINDING:
    case BL_BLOCK_CONCLUSION:
    case BL_BLOCK_PARAGRAPH:
    case BL_BLOCK_NOTE:
      put_wrapped (out, "", block->text);
      g_string_append_c (out, '\n');
      break;
    case BL_BLOCK_POINT:
      put_wrapped (out, "  - ", block->text);
      if (ends_list)
        g_string_append_c (out, '\n');
      break;
    case BL_BLOCK_FIGURES:
      put_figures (out, block);
      break;
    case BL_BLOCK_PICTURE:
    case BL_BLOCK_STRIP:
      if (block->alternative != NULL)
        put_wrapped (out, "  ", block->alternative);
      break;
    case BL_BLOCK_TABLE:
      put_table (out, block->table);
      break;
    case BL_BLOCK_BREAK:
      break;
    }
}

GBytes *
bl_report_to_text (const BlReport *report)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < report->blocks->len; i++)
    {
      const BlBlock *next = i + 1 < report->blocks->len ? g_ptr_array_index (report->blocks, i + 1) : NULL;

      put_block (out, g_ptr_array_index (report->blocks, i), next == NULL || next->type != BL_BLOCK_POINT);
    }
  if (report->foot != NULL)
    put_wrapped (out, "", report->foot);
  return g_string_free_to_bytes (out);
}
