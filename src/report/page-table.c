/* page-table.c: tables on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "paint.h"
#include "text-painter.h"

#define TEXT 8.5
#define COMPACT 7.5
#define CAPTION 8.0
#define GAP 9.0    /* between columns */
#define ABOVE 1.2  /* and below the words of a row */
#define WORDS_LEAST 48.0 /* of a column of words, where room is short */
#define MARKER 11.0
#define RADIUS 3.1

typedef enum
{
  CELL,
  HEAD,
  TOTAL,
} Part;

static BlTextStyle
style_of (const BlReportTable *table, Part part)
{
  double size = table->compact ? COMPACT : part == HEAD ? TEXT - 0.5 : TEXT;

  return (BlTextStyle){ .size = size, .weight = part == CELL ? 400 : 700 };
}

static const BlReportColumn *
column_at (const BlReportTable *table, guint i)
{
  return &g_array_index (table->columns, BlReportColumn, i);
}

static const BlReportRow *
row_at (const BlReportTable *table, guint i)
{
  return &g_array_index (table->rows, BlReportRow, i);
}

static gboolean
has_markers (const BlReportTable *table)
{
  for (guint r = 0; r < table->rows->len; r++)
    if (row_at (table, r)->marked)
      return TRUE;
  return FALSE;
}

static double
text_width (cairo_t *cr, const char *text, const BlTextStyle *style)
{
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, text, style);
  double width;

  bl_text_painter_measure (layout, &width, NULL);
  return width;
}

static double
longest_word (cairo_t *cr, const char *text, const BlTextStyle *style)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double width = 0;

  for (guint i = 0; words[i]; i++)
    width = MAX (width, text_width (cr, words[i], style));
  return width;
}

/* Takes @excess from the columns of words, the widest first, so that those
 * that are short stay on one line; none falls below its own @least or, given
 * @floor, below that. Returns what could not be taken. */
static double
narrow_columns (BlPageTable *self, const double *least, double floor, double excess)
{
  guint n = self->table->columns->len;
  double level = 0;

  for (guint c = 0; c < n; c++)
    level = MAX (level, self->columns[c]);
  /* Half a point at a time is exact enough, and at most some hundred rounds. */
  for (; excess > 0.01 && level > 0; level -= 0.5)
    for (guint c = 0; c < n && excess > 0.01; c++)
      {
        double end = MAX (level, least ? least[c] : floor);

        if (!column_at (self->table, c)->numbers && self->columns[c] > end)
          {
            double cut = MIN (self->columns[c] - end, excess);

            self->columns[c] -= cut;
            excess -= cut;
          }
      }
  return excess;
}

/* Numbers never break; words may. Columns get what their cells need, headers a
 * second line rather than a third; what is left over is shared. */
static void
measure_columns (BlPageTable *self, cairo_t *cr)
{
  const BlReportTable *table = self->table;
  const BlTextStyle head = style_of (table, HEAD);
  guint n = table->columns->len;
  g_autofree double *least = g_new0 (double, n + 1);
  double markers = has_markers (table) ? MARKER : 0;
  double needed = 0, spare;

  if (n > 0 && column_at (table, 0)->share > 0)
    {
      double shares = 0;

      for (guint c = 0; c < n; c++)
        shares += column_at (table, c)->share;
      for (guint c = 0; c < n; c++)
        self->columns[c] = (self->width - GAP * (n - 1)) * column_at (table, c)->share / shares;
      return;
    }
  for (guint c = 0; c < n; c++)
    {
      const BlReportColumn *column = column_at (table, c);
      double lead = c == 0 ? markers : 0;

      least[c] = longest_word (cr, column->title, &head) + lead;
      self->columns[c] = least[c];
      for (guint r = 0; r < table->rows->len; r++)
        {
          const BlReportRow *row = row_at (table, r);
          const BlTextStyle style = style_of (table, row->total ? TOTAL : CELL);
          const char *text = bl_report_cell_text (row, c);
          double whole = text_width (cr, text, &style) + lead;

          self->columns[c] = MAX (self->columns[c], whole);
          least[c] = MAX (least[c], column->numbers ? whole : longest_word (cr, text, &style) + lead);
        }
      needed += self->columns[c];
    }

  spare = self->width - GAP * (n - 1) - needed;
  if (spare < 0)
    {
      /* Between words as long as that will do, then within the longest. */
      spare = narrow_columns (self, least, 0, -spare);
      if (spare > 0.01)
        narrow_columns (self, NULL, WORDS_LEAST, spare);
      return;
    }
  for (guint c = 0; c < n; c++)
    {
      double two_lines = text_width (cr, column_at (table, c)->title, &head) * 0.6;
      double more = CLAMP (two_lines - self->columns[c], 0, spare);

      self->columns[c] += more;
      spare -= more;
    }
  for (guint c = 0; c < n; c++)
    self->columns[c] += spare / n;
}

static double
text_height (cairo_t *cr, const char *text, BlTextStyle style, double width)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  style.width = MAX (width, 1);
  layout = bl_text_painter_layout (cr, text, &style);
  bl_text_painter_measure (layout, NULL, &height);
  return height;
}

BlPageTable *
bl_page_table_new (cairo_t *cr, const BlReportTable *table, double width)
{
  BlPageTable *self = g_new0 (BlPageTable, 1);
  double markers = has_markers (table) ? MARKER : 0;

  self->table = table;
  self->width = width;
  self->columns = g_new0 (double, table->columns->len + 1);
  self->rows = g_new0 (double, table->rows->len + 1);
  measure_columns (self, cr);

  if (table->caption)
    self->caption = text_height (cr, table->caption, (BlTextStyle){ .size = CAPTION }, width) + 4;
  for (guint c = 0; c < table->columns->len; c++)
    self->header = MAX (self->header, text_height (cr, column_at (table, c)->title, style_of (table, HEAD),
                                                   self->columns[c] - (c == 0 ? markers : 0)));
  self->header += 2 * ABOVE + 2;
  for (guint r = 0; r < table->rows->len; r++)
    {
      const BlReportRow *row = row_at (table, r);

      for (guint c = 0; c < table->columns->len; c++)
        self->rows[r] = MAX (self->rows[r], text_height (cr, bl_report_cell_text (row, c),
                                                         style_of (table, row->total ? TOTAL : CELL),
                                                         self->columns[c] - (c == 0 ? markers : 0)));
      self->rows[r] += 2 * ABOVE;
    }
  return self;
}

void
bl_page_table_free (BlPageTable *self)
{
  g_free (self->columns);
  g_free (self->rows);
  g_free (self);
}

guint
bl_page_table_fit (const BlPageTable *self, guint first, double height, double *used)
{
  guint n_rows = self->table->rows->len;
  double taken = self->header + (first == 0 ? self->caption : 0);
  guint n = 0;

  while (first + n < n_rows && taken + self->rows[first + n] <= height)
    taken += self->rows[first + n++];
  /* A row alone at the top of a page, or a total without any, says little. */
  if (first + n < n_rows && n_rows - first - n == 1 && n > 1)
    taken -= self->rows[first + --n];
  if (n == 1 && n_rows - first > 1 && first == 0)
    n = 0;
  if (used)
    *used = taken;
  return n;
}

static void
paint_cell (cairo_t *cr, const char *text, BlTextStyle style, double x, double y, double width, gboolean numbers,
            BlColour colour)
{
  g_autoptr (PangoLayout) layout = NULL;

  style.width = MAX (width, 1) + 0.5;
  style.align = numbers ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  layout = bl_text_painter_layout (cr, text, &style);
  bl_text_painter_draw_layout (cr, layout, numbers ? x - 0.5 : x, y, 0, 0, colour);
}

static void
rule (cairo_t *cr, double x, double y, double width, double line, BlColour colour)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  bl_paint_set_colour (cr, colour);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

void
bl_page_table_paint (const BlPageTable *self, cairo_t *cr, double x, double y, guint first, guint n,
                     const BlPalette *palette)
{
  const BlReportTable *table = self->table;
  double markers = has_markers (table) ? MARKER : 0;

  if (first == 0 && table->caption)
    {
      paint_cell (cr, table->caption, (BlTextStyle){ .size = CAPTION }, x, y, self->width, FALSE, palette->dim_ink);
      y += self->caption;
    }
  for (guint c = 0, at = 0; c < table->columns->len; c++, at = c)
    {
      double left = x;

      for (guint i = 0; i < at; i++)
        left += self->columns[i] + GAP;
      /* Headers stand on the line below them, however many lines they have. */
      {
        double lead = c == 0 ? markers : 0;
        double tall = text_height (cr, column_at (table, c)->title, style_of (table, HEAD), self->columns[c] - lead);

        paint_cell (cr, column_at (table, c)->title, style_of (table, HEAD), left + lead, y + self->header - ABOVE - 2 - tall,
                    self->columns[c] - lead, column_at (table, c)->numbers, palette->ink);
      }
    }
  y += self->header - 2;
  rule (cr, x, y, self->width, 0.8, palette->ink);
  y += 2;
  for (guint r = first; r < first + n; r++)
    {
      const BlReportRow *row = row_at (table, r);
      double left = x;

      if (row->total)
        rule (cr, x, y, self->width, 0.8, palette->ink);
      for (guint c = 0; c < table->columns->len; c++)
        {
          double lead = c == 0 ? markers : 0;
          gboolean unknown = *row->cells[c] == '\0';

          paint_cell (cr, bl_report_cell_text (row, c), style_of (table, row->total ? TOTAL : CELL), left + lead, y + ABOVE,
                      self->columns[c] - lead, column_at (table, c)->numbers,
                      unknown ? palette->dim_ink : palette->ink);
          left += self->columns[c] + GAP;
        }
      if (row->marked)
        bl_marker_paint (cr, x + RADIUS * 1.3, y + ABOVE + TEXT * 0.66, RADIUS, &row->look, palette);
      y += self->rows[r];
      if (!row->total)
        rule (cr, x, y, self->width, 0.4, palette->unfocused);
    }
}
