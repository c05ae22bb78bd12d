/* page-composer.c: a report laid on pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-composer-private.h"

#include <glib/gi18n-lib.h>

#include "paint.h"
#include "text-painter.h"

#define MARGIN_TOP 42.0    /* 15 mm */
#define HEAD_HEIGHT 24.0
#define FOOT_HEIGHT 26.0
#define FIGURE_GAP 14.0
#define FIGURE_CHART 14.0
#define SMALL 7.0

/* How a block of words looks. */
typedef struct
{
  BlTextStyle style;
  double above, below, indent;
} Words;

static Words
words_of (BlBlockType type)
{
  switch (type)
    {
    case BL_BLOCK_TITLE:
      return (Words){ { .size = 20, .weight = 800 }, 0, 1, 0 };
    case BL_BLOCK_SUBTITLE:
      return (Words){ { .size = 10 }, 0, 8, 0 };
    case BL_BLOCK_HEADING:
      return (Words){ { .size = 13, .weight = 800 }, 13, 3, 0 };
    case BL_BLOCK_SUBHEADING:
      return (Words){ { .size = 10.5, .weight = 700 }, 9, 2, 0 };
    case BL_BLOCK_FINDING:
      return (Words){ { .size = 10.5, .weight = 700 }, 2, 3, 0 };
    case BL_BLOCK_CONCLUSION:
      return (Words){ { .size = 9.5, .weight = 700 }, 0, 5, 0 };
    case BL_BLOCK_POINT:
      return (Words){ { .size = 9 }, 0, 2.5, 10 };
    case BL_BLOCK_NOTE:
      return (Words){ { .size = 8 }, 2, 3, 0 };
    case BL_BLOCK_PARAGRAPH:
    default:
      return (Words){ { .size = 9.5 }, 0, 5, 0 };
    }
}

static double
content_width (void)
{
  return BL_PAGE_WIDTH - 2 * BL_PAGE_MARGIN;
}

static double
page_top (guint page)
{
  return page == 0 ? MARGIN_TOP : MARGIN_TOP + HEAD_HEIGHT;
}

static double
page_bottom (void)
{
  return BL_PAGE_HEIGHT - MARGIN_TOP - FOOT_HEIGHT + 8;
}

static PangoLayout *
words_layout (cairo_t *cr, const char *text, BlTextStyle style, double width)
{
  style.width = width;
  return bl_text_painter_layout (cr, text, &style);
}

static double
words_height (cairo_t *cr, const char *text, BlTextStyle style, double width)
{
  g_autoptr (PangoLayout) layout = words_layout (cr, text, style, width);
  double height;

  bl_text_painter_measure (layout, NULL, &height);
  return height;
}

/* --- Key figures --------------------------------------------------------- */

static const BlTextStyle figure_value = { .size = 19, .weight = 800 };
static const BlTextStyle figure_label = { .size = 8.5 };
static const BlTextStyle figure_note = { .size = 8 };

static double
figure_width (const BlBlock *block)
{
  guint n = block->figures->len;

  return (content_width () - FIGURE_GAP * (n - 1)) / n;
}

/* The tallest label, value and note, so that all stand on the same lines. */
static double
figures_height (cairo_t *cr, const BlBlock *block, double *label_height, double *value_height, double *note_height)
{
  double width = figure_width (block);
  gboolean charts = FALSE;

  *label_height = *value_height = *note_height = 0;
  for (guint i = 0; i < block->figures->len; i++)
    {
      const BlReportFigure *figure = &g_array_index (block->figures, BlReportFigure, i);

      *label_height = MAX (*label_height, words_height (cr, figure->label, figure_label, width));
      *value_height = MAX (*value_height, words_height (cr, figure->value, figure_value, width));
      if (figure->note)
        *note_height = MAX (*note_height, words_height (cr, figure->note, figure_note, width));
      charts = charts || figure->drawing.paint;
    }
  return 4 + *label_height + *value_height + *note_height + (charts ? FIGURE_CHART + 4 : 0) + 10;
}

static void
paint_figures (cairo_t *cr, const BlBlock *block, double y, const BlPalette *palette)
{
  double width = figure_width (block);
  double label, value, note;

  figures_height (cr, block, &label, &value, &note);
  for (guint i = 0; i < block->figures->len; i++)
    {
      const BlReportFigure *figure = &g_array_index (block->figures, BlReportFigure, i);
      double x = BL_PAGE_MARGIN + i * (width + FIGURE_GAP);
      double at = y + 4;
      g_autoptr (PangoLayout) words = words_layout (cr, figure->label, figure_label, width);
      g_autoptr (PangoLayout) number = words_layout (cr, figure->value, figure_value, width);

      bl_text_painter_draw_layout (cr, words, x, at, 0, 0, palette->dim_ink);
      at += label;
      bl_text_painter_draw_layout (cr, number, x, at, 0, 0, palette->ink);
      at += value;
      if (figure->note)
        {
          g_autoptr (PangoLayout) small = words_layout (cr, figure->note, figure_note, width);

          bl_text_painter_draw_layout (cr, small, x, at, 0, 0, palette->ink);
        }
      at += note + 4;
      if (figure->drawing.paint)
        {
          cairo_save (cr);
          cairo_translate (cr, x, at);
          figure->drawing.paint (cr, width, FIGURE_CHART, figure->drawing.data);
          cairo_restore (cr);
        }
    }
}

/* --- Laying out ---------------------------------------------------------- */

static double
picture_caption_height (cairo_t *cr, const BlBlock *block)
{
  return block->text ? words_height (cr, block->text, (BlTextStyle){ .size = 8 }, content_width ()) + 3 : 0;
}

static const BlBlock *
first_picture (const BlReport *report)
{
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const BlBlock *block = g_ptr_array_index (report->blocks, i);

      if (block->type == BL_BLOCK_PICTURE)
        return block;
    }
  return NULL;
}

static double
picture_height (const BlPages *self, const BlBlock *block)
{
  return content_width () * block->ratio + (block == first_picture (self->report) ? self->grown : 0);
}

static double
block_height (BlPages *self, const BlBlock *block)
{
  double label, value, note;
  Words words;

  switch (block->type)
    {
    case BL_BLOCK_BREAK:
      return 0;
    case BL_BLOCK_FIGURES:
      return figures_height (self->cr, block, &label, &value, &note);
    case BL_BLOCK_PICTURE:
      return 4 + picture_height (self, block) + picture_caption_height (self->cr, block) + 6;
    case BL_BLOCK_STRIP:
      return 2 + content_width () * block->share * block->ratio + 4;
    case BL_BLOCK_TABLE:
      g_assert_not_reached ();
    default:
      words = words_of (block->type);
      return words.above + words_height (self->cr, block->text, words.style, content_width () - words.indent)
             + words.below;
    }
}

static void
new_page (BlPages *self)
{
  self->n_pages++;
  self->y = page_top (self->n_pages - 1);
}

static void
place (BlPages *self, const BlBlock *block, double height, BlPageTable *table, guint first, guint n)
{
  BlPagePiece piece = { self->n_pages - 1, self->y, height, block, table, first, n };

  g_array_append_val (self->pieces, piece);
  self->y += height;
}

static void
place_table (BlPages *self, const BlBlock *block)
{
  BlPageTable *table = bl_page_table_new (self->cr, block->table, content_width ());
  guint n_rows = block->table->rows->len;
  guint first = 0;

  g_ptr_array_add (self->tables, table);
  if (n_rows == 0)
    return;
  while (first < n_rows)
    {
      double used;
      guint n = bl_page_table_fit (table, first, page_bottom () - self->y, &used);

      /* A row taller than a page is painted where it is: it can go nowhere else. */
      if (n == 0 && self->y <= page_top (self->n_pages - 1))
        {
          n = 1;
          used = table->header + (first == 0 ? table->caption : 0) + table->rows[first];
        }
      if (n > 0)
        place (self, block, used, table, first, n);
      first += n;
      if (first < n_rows)
        new_page (self);
    }
  self->y += 6;
}

static gboolean
is_of (const BlPages *self, guint index, BlBlockType type)
{
  return index < self->report->blocks->len && ((const BlBlock *) g_ptr_array_index (self->report->blocks, index))->type == type;
}

/* The least that must stand below a heading on the same page. */
static double
least_height (BlPages *self, guint index)
{
  const BlBlock *block;

  if (index >= self->report->blocks->len)
    return 0;
  block = g_ptr_array_index (self->report->blocks, index);
  if (block->type == BL_BLOCK_TABLE)
    {
      BlPageTable *table = bl_page_table_new (self->cr, block->table, content_width ());
      double height = table->caption + table->header;

      for (guint i = 0; i < MIN (2, block->table->rows->len); i++)
        height += table->rows[i];
      bl_page_table_free (table);
      return height;
    }
  if (block->type == BL_BLOCK_HEADING || block->type == BL_BLOCK_SUBHEADING || block->type == BL_BLOCK_FINDING)
    return block_height (self, block) + least_height (self, index + 1);
  /* What a thing is stands above its small picture, and what that shows below. */
  if (block->type == BL_BLOCK_STRIP
      || (block->type == BL_BLOCK_NOTE
          && (is_of (self, index + 1, BL_BLOCK_STRIP) || is_of (self, index + 1, BL_BLOCK_SUBHEADING)))
      || (block->type != BL_BLOCK_CONCLUSION && is_of (self, index + 1, BL_BLOCK_CONCLUSION)))
    return block_height (self, block) + least_height (self, index + 1);
  return block_height (self, block);
}

static void
lay_out (BlPages *self)
{
  new_page (self);
  for (guint i = 0; i < self->report->blocks->len; i++)
    {
      const BlBlock *block = g_ptr_array_index (self->report->blocks, i);
      double needed = least_height (self, i);
      double height;

      if (block->type == BL_BLOCK_BREAK)
        {
          if (page_bottom () - self->y < block->ratio * (page_bottom () - page_top (1)))
            {
              if (self->n_pages == 1)
                self->slack = page_bottom () - self->y;
              new_page (self);
            }
          continue;
        }
      if (self->y + needed > page_bottom () && self->y > page_top (self->n_pages - 1))
        new_page (self);
      if (block->type == BL_BLOCK_TABLE)
        {
          place_table (self, block);
          continue;
        }
      height = block_height (self, block);
      /* A heading at the top of a page needs no room above. */
      if ((block->type == BL_BLOCK_HEADING || block->type == BL_BLOCK_SUBHEADING) && self->y <= page_top (self->n_pages - 1))
        self->y -= words_of (block->type).above;
      place (self, block, height, NULL, 0, 0);
    }
}

BlPages *
bl_pages_new (const BlReport *report)
{
  const BlBlock *picture;
  BlPages *self;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_new0 (BlPages, 1);
  self->report = report;
  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  self->cr = cairo_create (self->surface);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (BlPagePiece));
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_page_table_free);
  lay_out (self);
  picture = first_picture (report);
  if (picture && self->slack > 0)
    {
      self->grown = MIN (self->slack, content_width () * (picture->most_ratio - picture->ratio));
      g_array_set_size (self->pieces, 0);
      g_ptr_array_set_size (self->tables, 0);
      self->n_pages = 0;
      lay_out (self);
    }
  return self;
}

void
bl_pages_free (BlPages *pages)
{
  if (pages == NULL)
    return;
  g_array_unref (pages->pieces);
  g_ptr_array_unref (pages->tables);
  cairo_destroy (pages->cr);
  cairo_surface_destroy (pages->surface);
  g_free (pages);
}

guint
bl_pages_get_n (const BlPages *pages)
{
  return pages->n_pages;
}

/* --- Painting ------------------------------------------------------------ */

static void
paint_words (cairo_t *cr, const BlBlock *block, double y, const BlPalette *palette)
{
  Words words = words_of (block->type);
  g_autoptr (PangoLayout) layout = words_layout (cr, block->text, words.style, content_width () - words.indent);
  gboolean heavy = block->type == BL_BLOCK_FINDING || block->type == BL_BLOCK_CONCLUSION;
  gboolean dim = block->type == BL_BLOCK_NOTE || block->type == BL_BLOCK_SUBTITLE;
  BlColour colour = heavy ? palette->accent_text : dim ? palette->dim_ink : palette->ink;

  bl_text_painter_draw_layout (cr, layout, BL_PAGE_MARGIN + words.indent, y + words.above, 0, 0, colour);
  if (block->type == BL_BLOCK_POINT)
    bl_text_painter_draw (cr, "•", &words.style, BL_PAGE_MARGIN + 1, y + words.above, 0, 0, palette->dim_ink);
}

static void
paint_picture (const BlPages *self, cairo_t *cr, const BlBlock *block, double y, const BlPalette *palette)
{
  double height = picture_height (self, block);

  cairo_save (cr);
  cairo_translate (cr, BL_PAGE_MARGIN, y + 4);
  block->drawing.paint (cr, content_width (), height, block->drawing.data);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, content_width (), height);
  bl_paint_set_colour (cr, palette->unfocused);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
  cairo_restore (cr);
  if (block->text)
    {
      g_autoptr (PangoLayout) caption = words_layout (cr, block->text, (BlTextStyle){ .size = 8 }, content_width ());

      bl_text_painter_draw_layout (cr, caption, BL_PAGE_MARGIN, y + 4 + height + 3, 0, 0, palette->dim_ink);
    }
}

static void
paint_rule (cairo_t *cr, double y, const BlPalette *palette)
{
  cairo_new_path (cr);
  cairo_move_to (cr, BL_PAGE_MARGIN, y);
  cairo_line_to (cr, BL_PAGE_WIDTH - BL_PAGE_MARGIN, y);
  bl_paint_set_colour (cr, palette->unfocused);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static void
paint_margins (const BlPages *self, cairo_t *cr, guint page, const BlPalette *palette)
{
  BlTextStyle small = { .size = SMALL };
  BlTextStyle fitted = { .size = SMALL, .width = content_width () * 0.34, .ellipsize = TRUE };
  BlTextStyle ended = { .size = SMALL, .width = content_width () * 0.64, .ellipsize = TRUE };
  double foot = BL_PAGE_HEIGHT - MARGIN_TOP - FOOT_HEIGHT + 14;
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), page + 1, self->n_pages);
  double number_width;

  ended.align = PANGO_ALIGN_RIGHT;
  if (page > 0)
    {
      if (self->report->head_left)
        bl_text_painter_draw (cr, self->report->head_left, &fitted, BL_PAGE_MARGIN, MARGIN_TOP - 4, 0, 0, palette->dim_ink);
      if (self->report->head_right)
        bl_text_painter_draw (cr, self->report->head_right, &ended, BL_PAGE_WIDTH - BL_PAGE_MARGIN, MARGIN_TOP - 4, 1, 0,
                              palette->dim_ink);
      paint_rule (cr, MARGIN_TOP + 8, palette);
    }
  paint_rule (cr, foot, palette);
  number_width = bl_text_painter_draw (cr, number, &small, BL_PAGE_WIDTH - BL_PAGE_MARGIN, foot + 4, 1, 0, palette->dim_ink);
  if (self->report->foot)
    {
      BlTextStyle style = { .size = SMALL, .width = content_width () - number_width - 12 };

      bl_text_painter_draw (cr, self->report->foot, &style, BL_PAGE_MARGIN, foot + 4, 0, 0, palette->dim_ink);
    }
}

void
bl_pages_paint (const BlPages *pages, cairo_t *cr, guint page)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);

  g_return_if_fail (page < pages->n_pages);

  cairo_save (cr);
  paint_margins (pages, cr, page, palette);
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      const BlPagePiece *piece = &g_array_index (pages->pieces, BlPagePiece, i);

      if (piece->page != page)
        continue;
      switch (piece->block->type)
        {
        case BL_BLOCK_FIGURES:
          paint_figures (cr, piece->block, piece->y, palette);
          break;
        case BL_BLOCK_PICTURE:
          paint_picture (pages, cr, piece->block, piece->y, palette);
          break;
        case BL_BLOCK_STRIP:
          cairo_save (cr);
          cairo_translate (cr, BL_PAGE_MARGIN, piece->y + 2);
          piece->block->drawing.paint (cr, content_width () * piece->block->share,
                                       content_width () * piece->block->share * piece->block->ratio,
                                       piece->block->drawing.data);
          cairo_restore (cr);
          break;
        case BL_BLOCK_TABLE:
          bl_page_table_paint (piece->table, cr, BL_PAGE_MARGIN, piece->y, piece->first, piece->n, palette);
          break;
        case BL_BLOCK_BREAK:
          break;
        default:
          paint_words (cr, piece->block, piece->y, palette);
          break;
        }
    }
  cairo_restore (cr);
}
