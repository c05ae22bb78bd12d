/* text-painter.h: words on a drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "palette.h"

G_BEGIN_DECLS

/* Sizes of the visual rules in px, before the scale of the reader's text.
 * Nothing smaller is ever drawn on a screen. */
#define BL_TEXT_SIZE_LABEL 12.0
#define BL_TEXT_SIZE_SMALL 11.0
#define BL_TEXT_SIZE_ATTRIBUTION 10.0

/**
 * BlTextStyle: how words look. Lengths are in the units of the cairo_t.
 */
typedef struct
{
  double size;        /* of the letters, px */
  double text_scale;  /* times this (gtk-xft-dpi / 96 / 1024); 0 is taken as 1 */
  int weight;         /* 400, 700, 800; 0 is taken as 400 */
  double width;       /* wraps at this width, already scaled; 0: never */
  double spacing;     /* between letters, px before the scale */
  gboolean ellipsize; /* with @width: one line, cut with an ellipsis */
  PangoAlignment align;
  const char *family; /* NULL: the drawings' own */
} BlTextStyle;

/* Figures are tabular; widths do not change with the zoom of @cr. */
PangoLayout *bl_text_painter_layout (cairo_t *cr, const char *text, const BlTextStyle *style);
/* The size of a layout, logical: its lines, not its ink. */
void bl_text_painter_measure (PangoLayout *layout, double *width, double *height);
/* @x_align, @y_align say which part of the text stands at @x, @y: 0 start or
 * top, 0.5 middle, 1 end or bottom. */
void bl_text_painter_draw_layout (cairo_t *cr, PangoLayout *layout, double x, double y, double x_align,
                                  double y_align, BlColour colour);
/* The same with a halo of 3.6 px under it, for words over a map. */
void bl_text_painter_draw_halo (cairo_t *cr, PangoLayout *layout, double x, double y, double x_align,
                                double y_align, BlColour colour, BlColour halo, double text_scale);
/* Lays out and draws in one go; returns the width. */
double bl_text_painter_draw (cairo_t *cr, const char *text, const BlTextStyle *style, double x, double y,
                             double x_align, double y_align, BlColour colour);

G_END_DECLS
