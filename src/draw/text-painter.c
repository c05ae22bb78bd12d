/* text-painter.c: words on a drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "text-painter.h"

#include "paint.h"
#include "text-log.h"

#define FAMILY "Cantarell, Sans"
#define HALO 3.6

PangoLayout *
bl_text_painter_layout (cairo_t *cr, const char *text, const BlTextStyle *style)
{
  double scale = style->text_scale > 0 ? style->text_scale : 1;
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Device metrics are left out so that a line breaks at the same word on
   * screen, in print and at every zoom. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  pango_layout_context_changed (layout);
  cairo_font_options_destroy (options);

  pango_font_description_set_family_static (font, style->family ? style->family : FAMILY);
  pango_font_description_set_absolute_size (font, style->size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight > 0 ? (PangoWeight) style->weight : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (style->spacing > 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (style->spacing * scale * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  if (style->width > 0)
    {
      pango_layout_set_width (layout, (int) (style->width * PANGO_SCALE));
      if (style->ellipsize)
        {
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
          pango_layout_set_height (layout, -1);
        }
      else
        pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_text (layout, text ? text : "", -1);
  return layout;
}

void
bl_text_painter_measure (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width)
    *width = logical.width / (double) PANGO_SCALE;
  if (height)
    *height = logical.height / (double) PANGO_SCALE;
}

/* A layout with a width is as wide as that for placing, so that its alignment
 * works; one without is as wide as its longest line. */
static void
move_to (cairo_t *cr, PangoLayout *layout, double x, double y, double x_align, double y_align)
{
  double width, height;

  bl_text_painter_measure (layout, &width, &height);
  if (pango_layout_get_width (layout) > 0)
    width = pango_layout_get_width (layout) / (double) PANGO_SCALE;
  cairo_move_to (cr, x - width * x_align, y - height * y_align);
}

void
bl_text_painter_draw_layout (cairo_t *cr, PangoLayout *layout, double x, double y, double x_align, double y_align,
                             BlColour colour)
{
  cairo_save (cr);
  move_to (cr, layout, x, y, x_align, y_align);
  bl_paint_set_colour (cr, colour);
  {
    double left, top;

    cairo_get_current_point (cr, &left, &top);
    bl_text_log_add (cr, layout, left, top);
  }
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  cairo_new_path (cr);
}

void
bl_text_painter_draw_halo (cairo_t *cr, PangoLayout *layout, double x, double y, double x_align, double y_align,
                           BlColour colour, BlColour halo, double text_scale)
{
  cairo_save (cr);
  move_to (cr, layout, x, y, x_align, y_align);
  pango_cairo_layout_path (cr, layout);
  bl_paint_set_colour (cr, halo);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO * (text_scale > 0 ? text_scale : 1));
  cairo_stroke (cr);
  cairo_restore (cr);
  bl_text_painter_draw_layout (cr, layout, x, y, x_align, y_align, colour);
}

double
bl_text_painter_draw (cairo_t *cr, const char *text, const BlTextStyle *style, double x, double y, double x_align,
                      double y_align, BlColour colour)
{
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, text, style);
  double width;

  bl_text_painter_draw_layout (cr, layout, x, y, x_align, y_align, colour);
  bl_text_painter_measure (layout, &width, NULL);
  return width;
}
