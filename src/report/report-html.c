/* report-html.c: a report as one web page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-html.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report-private.h"
#include "summary.h"
#include "svg.h"

#define PICTURE_WIDTH 860.0
#define TALLEST 0.8 /* height by width of a picture: it should fit a screen */
#define FIGURE_WIDTH 180.0
#define FIGURE_HEIGHT 16.0
#define MARKER_SIZE 14.0

/* The look of the pages: the same colours, and text in the reader's own size. */
static const char style[] =
  "body{font:1rem/1.45 Cantarell,system-ui,sans-serif;color:#2e2e2e;background:#fff;margin:0}"
  "main{max-width:56rem;margin:0 auto;padding:1.5rem}"
  "h1{font-size:1.9rem;font-weight:800;line-height:1.2;margin:0}"
  "h2{font-size:1.3rem;font-weight:800;margin:2rem 0 .4rem}"
  "h3{font-size:1.05rem;font-weight:700;margin:1.2rem 0 .2rem}"
  ".subtitle,.note,figcaption,caption,footer,dt,.unknown{color:#5e5c64}"
  ".subtitle{margin:.2rem 0 1rem}"
  ".finding{font-weight:700;color:#12436d;font-size:1.1rem;margin:.6rem 0 .3rem}"
  ".conclusion{font-weight:700;color:#12436d}"
  ".note,figcaption,footer{font-size:.85rem}"
  "p{margin:0 0 .6rem}p,td,th,li{white-space:pre-line}"
  ".strip{max-width:26rem;margin:.3rem 0}.strip svg{display:block;width:100%;height:auto}"
  "dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.2rem;margin:1rem 0}"
  "dl div{display:flex;flex-direction:column}dt{font-size:.85rem}dd{margin:0;font-size:.85rem}"
  "dd.value{font-size:1.8rem;font-weight:800;line-height:1.2;font-feature-settings:'tnum'}"
  "figure{margin:1rem 0}"
  "figure svg{display:block;width:100%;height:auto;border:1px solid #b8bcc2}"
  "dd svg{display:block;max-width:100%;height:auto;margin-top:.4rem}"
  ".scroll{overflow-x:auto}"
  "table{border-collapse:collapse;width:100%;font-size:.875rem;font-feature-settings:'tnum'}"
  "caption{text-align:left;padding-bottom:.3rem;font-size:.85rem}"
  "th,td{text-align:left;vertical-align:top;padding:.2rem .7rem .2rem 0;font-weight:400}"
  "th:last-child,td:last-child{padding-right:0}"
  "thead th{font-weight:700;vertical-align:bottom;border-bottom:1.5px solid #2e2e2e}"
  "tbody tr{border-bottom:1px solid #dfe3e8}"
  ".total th,.total td{font-weight:700;border-top:1.5px solid #2e2e2e}"
  ".n{text-align:right}td.n{white-space:nowrap}"
  "tbody th.m{padding-left:1.45em;text-indent:-1.45em}"
  "th svg{vertical-align:-.15em;margin-right:.45em}"
  "footer{margin-top:2rem;border-top:1px solid #b8bcc2;padding-top:.5rem}"
  "@media print{@page{size:A4;margin:18mm}main{max-width:none;padding:0}body{font-size:9.5pt}"
  ".scroll{overflow:visible}figure,tr,dl div{break-inside:avoid}h2,h3,.finding{break-after:avoid}p{break-inside:avoid}"
  "thead{display:table-header-group}}";

typedef struct
{
  GString *html;
  guint n_pictures;
  GError *error; /* of a picture */
} Writer;

static void
put_text (Writer *writer, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text ? text : "", -1);

  g_string_append (writer->html, escaped);
}

static void
put_element (Writer *writer, const char *start, const char *text, const char *end)
{
  g_string_append (writer->html, start);
  put_text (writer, text);
  g_string_append (writer->html, end);
}

/* With @alternative NULL the picture only repeats the words beside it and is
 * hidden from those who do not see it. */
static void
put_picture (Writer *writer, double width, double height, const BlReportDrawing *drawing, const char *alternative)
{
  g_autofree char *prefix = g_strdup_printf ("p%u-", ++writer->n_pictures);
  g_autofree char *svg = NULL;

  if (writer->error)
    return;
  svg = bl_svg_inline (width, height, drawing->paint, drawing->data, prefix, alternative, &writer->error);
  if (svg)
    g_string_append (writer->html, svg);
}

static void
put_figures (Writer *writer, const BlBlock *block)
{
  g_string_append (writer->html, "<dl>\n");
  for (guint i = 0; i < block->figures->len; i++)
    {
      const BlReportFigure *figure = &g_array_index (block->figures, BlReportFigure, i);

      g_string_append (writer->html, "<div>");
      put_element (writer, "<dt>", figure->label, "</dt>");
      put_element (writer, "<dd class=\"value\">", figure->value, "</dd>");
      if (figure->note)
        put_element (writer, "<dd>", figure->note, "</dd>");
      if (figure->drawing.paint)
        {
          g_string_append (writer->html, "<dd>");
          put_picture (writer, FIGURE_WIDTH, FIGURE_HEIGHT, &figure->drawing, NULL);
          g_string_append (writer->html, "</dd>");
        }
      g_string_append (writer->html, "</div>\n");
    }
  g_string_append (writer->html, "</dl>\n");
}

static void
paint_marker (cairo_t *cr, double width, double height, gpointer data)
{
  bl_marker_paint (cr, width / 2, height / 2, width * 0.32, data, bl_palette_get (BL_PALETTE_LIGHT));
}

static void
put_cell (Writer *writer, const BlReportTable *table, const BlReportRow *row, guint c)
{
  gboolean numbers = g_array_index (table->columns, BlReportColumn, c).numbers;
  gboolean unknown = *row->cells[c] == '\0';

  g_string_append (writer->html, c == 0    ? row->marked ? "<th scope=\"row\" class=\"m\">" : "<th scope=\"row\">"
                                 : numbers ? "<td class=\"n\">"
                                           : "<td>");
  if (c == 0 && row->marked)
    {
      BlReportDrawing marker = { paint_marker, (gpointer) &row->look, NULL };

      put_picture (writer, MARKER_SIZE, MARKER_SIZE, &marker, NULL);
    }
  if (unknown)
    put_element (writer, "<span class=\"unknown\">", bl_report_cell_text (row, c), "</span>");
  else
    put_text (writer, row->cells[c]);
  g_string_append (writer->html, c == 0 ? "</th>" : "</td>");
}

static void
put_table (Writer *writer, const BlReportTable *table)
{
  g_string_append (writer->html, "<div class=\"scroll\"><table>\n");
  if (table->caption)
    put_element (writer, "<caption>", table->caption, "</caption>\n");
  g_string_append (writer->html, "<thead><tr>");
  for (guint c = 0; c < table->columns->len; c++)
    {
      const BlReportColumn *column = &g_array_index (table->columns, BlReportColumn, c);

      put_element (writer, column->numbers ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">", column->title,
                   "</th>");
    }
  g_string_append (writer->html, "</tr></thead>\n<tbody>\n");
  for (guint r = 0; r < table->rows->len; r++)
    {
      const BlReportRow *row = &g_array_index (table->rows, BlReportRow, r);

      g_string_append (writer->html, row->total ? "<tr class=\"total\">" : "<tr>");
      for (guint c = 0; c < table->columns->len; c++)
        put_cell (writer, table, row, c);
      g_string_append (writer->html, "</tr>\n");
    }
  g_string_append (writer->html, "</tbody>\n</table></div>\n");
}

static void
put_block (Writer *writer, const BlBlock *block, gboolean starts_list, gboolean ends_list)
{
  switch (block->type)
    {
    case BL_BLOCK_TITLE:
      put_element (writer, "<h1>", block->text, "</h1>\n");
      break;
    case BL_BLOCK_SUBTITLE:
      put_element (writer, "<p class=\"subtitle\">", block->text, "</p>\n");
      break;
    case BL_BLOCK_HEADING:
      put_element (writer, "<h2>", block->text, "</h2>\n");
      break;
    case BL_BLOCK_SUBHEADING:
      put_element (writer, "<h3>", block->text, "</h3>\n");
      break;
    case BL_BLOCK_FINDING:
      put_element (writer, "<p class=\"finding\">", block->text, "</p>\n");
      break;
    case BL_BLOCK_CONCLUSION:
      put_element (writer, "<p class=\"conclusion\">", block->text, "</p>\n");
      break;
    case BL_BLOCK_PARAGRAPH:
      put_element (writer, "<p>", block->text, "</p>\n");
      break;
    case BL_BLOCK_NOTE:
      put_element (writer, "<p class=\"note\">", block->text, "</p>\n");
      break;
    case BL_BLOCK_POINT:
      if (starts_list)
        g_string_append (writer->html, "<ul>\n");
      put_element (writer, "<li>", block->text, "</li>\n");
      if (ends_list)
        g_string_append (writer->html, "</ul>\n");
      break;
    case BL_BLOCK_FIGURES:
      put_figures (writer, block);
      break;
    case BL_BLOCK_PICTURE:
      g_string_append (writer->html, "<figure>\n");
      put_picture (writer, PICTURE_WIDTH, PICTURE_WIDTH * MIN (block->most_ratio, TALLEST), &block->drawing, block->alternative);
      if (block->text)
        put_element (writer, "<figcaption>", block->text, "</figcaption>\n");
      g_string_append (writer->html, "</figure>\n");
      break;
    case BL_BLOCK_STRIP:
      g_string_append (writer->html, "<div class=\"strip\">");
      put_picture (writer, PICTURE_WIDTH * block->share, PICTURE_WIDTH * block->share * block->ratio, &block->drawing,
                   block->alternative);
      g_string_append (writer->html, "</div>\n");
      break;
    case BL_BLOCK_TABLE:
      put_table (writer, block->table);
      break;
    case BL_BLOCK_BREAK:
      break;
    }
}

static BlBlockType
type_at (const BlReport *report, guint i)
{
  return i < report->blocks->len ? ((BlBlock *) g_ptr_array_index (report->blocks, i))->type : BL_BLOCK_BREAK;
}

GBytes *
bl_report_to_html (const BlReport *report, GError **error)
{
  Writer writer = { .html = g_string_new (NULL) };

  g_string_append (writer.html, "<!DOCTYPE html>\n"
                                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\" xml:lang=\"en-GB\">\n"
                                "<head>\n<meta charset=\"utf-8\"/>\n");
  put_element (&writer, "<title>", report->title, "</title>\n");
  g_string_append (writer.html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                                "<meta name=\"generator\" content=\"Branchline\"/>\n");
  g_string_append_printf (writer.html, "<style>%s</style>\n</head>\n<body>\n<main>\n", style);
  for (guint i = 0; i < report->blocks->len; i++)
    put_block (&writer, g_ptr_array_index (report->blocks, i),
               i == 0 || type_at (report, i - 1) != BL_BLOCK_POINT, type_at (report, i + 1) != BL_BLOCK_POINT);
  if (report->foot)
    put_element (&writer, "<footer>", report->foot, "</footer>\n");
  g_string_append (writer.html, "</main>\n</body>\n</html>\n");

  if (writer.error)
    {
      g_propagate_error (error, writer.error);
      g_string_free (writer.html, TRUE);
      return NULL;
    }
  return g_string_free_to_bytes (writer.html);
}
