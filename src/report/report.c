/* report.c: what a report says, before it is laid on pages or put in a web page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-private.h"

#include <glib/gi18n-lib.h>

static void
drawing_clear (BlReportDrawing *drawing)
{
  if (drawing->free_data)
    drawing->free_data (drawing->data);
}

static void
figure_clear (BlReportFigure *figure)
{
  g_free (figure->value);
  g_free (figure->label);
  g_free (figure->note);
  drawing_clear (&figure->drawing);
}

static void
column_clear (BlReportColumn *column)
{
  g_free (column->title);
}

static void
row_clear (BlReportRow *row)
{
  g_strfreev (row->cells);
}

static void
table_free (BlReportTable *table)
{
  g_free (table->caption);
  g_array_unref (table->columns);
  g_array_unref (table->rows);
  g_free (table);
}

static void
block_free (BlBlock *block)
{
  g_free (block->text);
  g_free (block->alternative);
  drawing_clear (&block->drawing);
  g_clear_pointer (&block->figures, g_array_unref);
  g_clear_pointer (&block->table, table_free);
  g_free (block);
}

static BlBlock *
add_block (BlReport *report, BlBlockType type, const char *text)
{
  BlBlock *block = g_new0 (BlBlock, 1);

  block->type = type;
  block->text = g_strdup (text);
  g_ptr_array_add (report->blocks, block);
  return block;
}

BlReport *
bl_report_new (const char *title)
{
  BlReport *report;

  g_return_val_if_fail (title != NULL, NULL);

  report = g_new0 (BlReport, 1);
  report->title = g_strdup (title);
  report->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  add_block (report, BL_BLOCK_TITLE, title);
  return report;
}

void
bl_report_free (BlReport *report)
{
  if (report == NULL)
    return;
  g_free (report->title);
  g_free (report->head_left);
  g_free (report->head_right);
  g_free (report->foot);
  g_ptr_array_unref (report->blocks);
  g_free (report);
}

void
bl_report_set_running_head (BlReport *report, const char *left, const char *right)
{
  g_free (report->head_left);
  g_free (report->head_right);
  report->head_left = g_strdup (left);
  report->head_right = g_strdup (right);
}

void
bl_report_set_foot (BlReport *report, const char *foot)
{
  g_free (report->foot);
  report->foot = g_strdup (foot);
}

void
bl_report_set_date (BlReport *report, guint32 julian)
{
  report->julian = julian;
}

const char *
bl_report_get_title (const BlReport *report)
{
  return report->title;
}

void
bl_report_add_subtitle (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_SUBTITLE, text);
}

void
bl_report_add_heading (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_HEADING, text);
}

void
bl_report_add_subheading (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_SUBHEADING, text);
}

void
bl_report_add_finding (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_FINDING, text);
}

void
bl_report_add_conclusion (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_CONCLUSION, text);
}

void
bl_report_add_paragraph (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_PARAGRAPH, text);
}

void
bl_report_add_point (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_POINT, text);
}

void
bl_report_add_note (BlReport *report, const char *text)
{
  add_block (report, BL_BLOCK_NOTE, text);
}

void
bl_report_add_page_break (BlReport *report, double share)
{
  add_block (report, BL_BLOCK_BREAK, NULL)->ratio = share;
}

void
bl_report_add_figure (BlReport *report, const char *value, const char *label, const char *note, BlReportPaint paint,
                      gpointer data, GDestroyNotify free_data)
{
  BlBlock *block = g_ptr_array_index (report->blocks, report->blocks->len - 1);
  BlReportFigure figure = { g_strdup (value), g_strdup (label), g_strdup (note), { paint, data, free_data } };

  if (block->type != BL_BLOCK_FIGURES)
    {
      block = add_block (report, BL_BLOCK_FIGURES, NULL);
      block->figures = g_array_new (FALSE, FALSE, sizeof (BlReportFigure));
      g_array_set_clear_func (block->figures, (GDestroyNotify) figure_clear);
    }
  g_array_append_val (block->figures, figure);
}

void
bl_report_add_picture (BlReport *report, double ratio, double most_ratio, const char *alternative,
                       const char *caption, BlReportPaint paint, gpointer data, GDestroyNotify free_data)
{
  BlBlock *block = add_block (report, BL_BLOCK_PICTURE, caption);

  block->ratio = ratio;
  block->most_ratio = MAX (ratio, most_ratio);
  block->alternative = g_strdup (alternative);
  block->drawing = (BlReportDrawing){ paint, data, free_data };
}

void
bl_report_add_strip (BlReport *report, double share, double ratio, const char *alternative, BlReportPaint paint,
                     gpointer data, GDestroyNotify free_data)
{
  BlBlock *block = add_block (report, BL_BLOCK_STRIP, NULL);

  block->share = share;
  block->ratio = ratio;
  block->alternative = g_strdup (alternative);
  block->drawing = (BlReportDrawing){ paint, data, free_data };
}

BlReportTable *
bl_report_add_table (BlReport *report, const char *caption)
{
  BlBlock *block = add_block (report, BL_BLOCK_TABLE, NULL);

  block->table = g_new0 (BlReportTable, 1);
  block->table->caption = g_strdup (caption);
  block->table->columns = g_array_new (FALSE, FALSE, sizeof (BlReportColumn));
  g_array_set_clear_func (block->table->columns, (GDestroyNotify) column_clear);
  block->table->rows = g_array_new (FALSE, FALSE, sizeof (BlReportRow));
  g_array_set_clear_func (block->table->rows, (GDestroyNotify) row_clear);
  return block->table;
}

void
bl_report_table_set_compact (BlReportTable *table)
{
  table->compact = TRUE;
}

void
bl_report_table_add_column (BlReportTable *table, const char *title, gboolean numbers)
{
  BlReportColumn column = { g_strdup (title), numbers, 0 };

  g_return_if_fail (table->rows->len == 0);
  g_array_append_val (table->columns, column);
}

void
bl_report_table_add_wide_column (BlReportTable *table, const char *title, double share)
{
  BlReportColumn column = { g_strdup (title), FALSE, share };

  g_return_if_fail (table->rows->len == 0 && share > 0);
  g_array_append_val (table->columns, column);
}

static BlReportRow *
add_row (BlReportTable *table, const char *const *cells)
{
  BlReportRow row = { 0 };

  row.cells = g_new0 (char *, table->columns->len + 1);
  /* Not known is kept as "" since NULL ends a vector of texts. */
  for (guint i = 0; i < table->columns->len; i++)
    row.cells[i] = g_strdup (cells[i] ? cells[i] : "");
  g_array_append_val (table->rows, row);
  return &g_array_index (table->rows, BlReportRow, table->rows->len - 1);
}

void
bl_report_table_add_row (BlReportTable *table, const BlMarkerLook *look, const char *const *cells)
{
  BlReportRow *row = add_row (table, cells);

  if (look)
    {
      row->marked = TRUE;
      row->look = *look;
    }
}

void
bl_report_table_add_total (BlReportTable *table, const char *const *cells)
{
  add_row (table, cells)->total = TRUE;
}

const char *
bl_report_cell_text (const BlReportRow *row, guint column)
{
  return *row->cells[column] ? row->cells[column] : _ ("not known");
}
