/* map-difference.h: what a scenario changes for the people of each area, on a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"
#include "map-painter.h"

G_BEGIN_DECLS

/**
 * BlEffectLook: how an effect is filled. Orange is lost, pale orange further,
 * hatching beyond before and further now, teal gained, pale teal nearer, grey
 * no change: never by colour alone, since what is beyond is hatched and the
 * legend counts people in words.
 */
typedef struct
{
  BlColour ground;
  gboolean hatched;
  BlColour hatch;
} BlEffectLook;

BlEffectLook bl_effect_look (BlEffect effect, const BlPalette *palette);
/* The little box beside a word. @dots: of a map without outlines, whose dots are too small for hatching. */
void bl_effect_swatch_paint (cairo_t *cr, double x, double y, double width, double height, BlEffect effect,
                             gboolean dots, const BlPalette *palette);

/* Only the areas that change, with one dark line round all that touch. @effects: a row of @shape each. */
void bl_map_paint_difference (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlEffect *effects,
                              const BlPalette *palette);
/* The same without outlines: dots at @drawing, larger the more @people (NaN not known). */
void bl_map_paint_difference_points (cairo_t *cr, const BlMapView *view, const BlPoint *drawing,
                                     const double *people, guint n_points, const BlEffect *effects,
                                     const BlPalette *palette);

G_END_DECLS
