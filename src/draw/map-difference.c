/* map-difference.c: what a scenario changes for the people of each area, on a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-difference.h"

#include "paint.h"
#include "swatch.h"

#define SWATCH_HATCH 4.0
#define SWATCH_RADIUS 2.0
/* An index that no painter of areas fills. */
#define NOT_FILLED G_MININT8

static BlColour
mix (BlColour a, BlColour b)
{
  return (BlColour){ (a.r + b.r) / 2, (a.g + b.g) / 2, (a.b + b.b) / 2, 1 };
}

BlEffectLook
bl_effect_look (BlEffect effect, const BlPalette *palette)
{
  switch (effect)
    {
    case BL_EFFECT_LOST:
      return (BlEffectLook){ .ground = palette->worse[2] };
    case BL_EFFECT_FURTHER:
      return (BlEffectLook){ .ground = palette->worse[0] };
    case BL_EFFECT_BEYOND:
      return (BlEffectLook){ .ground = palette->worse[0], .hatched = TRUE, .hatch = palette->worse[2] };
    case BL_EFFECT_NEARER:
      return (BlEffectLook){ .ground = palette->better[0] };
    case BL_EFFECT_GAINED:
      return (BlEffectLook){ .ground = palette->better[2] };
    case BL_EFFECT_NONE:
    case BL_N_EFFECTS:
    default:
      return (BlEffectLook){ .ground = palette->outline > 0 ? palette->view
                                                            : mix (palette->unfocused_fill, palette->view) };
    }
}

/* Hatching cannot be seen on a dot: the step between. */
static BlEffectLook
get_dot_look (BlEffect effect, const BlPalette *palette)
{
  return effect == BL_EFFECT_BEYOND ? (BlEffectLook){ .ground = palette->worse[1] } : bl_effect_look (effect, palette);
}

void
bl_effect_swatch_paint (cairo_t *cr, double x, double y, double width, double height, BlEffect effect, gboolean dots,
                        const BlPalette *palette)
{
  BlEffectLook look = dots ? get_dot_look (effect, palette) : bl_effect_look (effect, palette);

  bl_swatch_paint (cr, x, y, width, height, &look.ground, palette);
  if (!look.hatched)
    return;
  cairo_new_path (cr);
  bl_paint_rounded (cr, x + 1, y + 1, width - 2, height - 2, SWATCH_RADIUS);
  bl_paint_hatch (cr, look.hatch, SWATCH_HATCH);
}

/* What fills each area: an effect, hatching (which painters of areas have for
 * "no data", in two colours that are given them here), or nothing. */
static void
make_fill (const BlEffect *effects, guint n, const BlPalette *palette, BlColour *fills, gint8 *by_area,
           gint8 unchanged, gint8 hatched)
{
  for (guint i = 0; i < BL_N_EFFECTS; i++)
    fills[i] = bl_effect_look (i, palette).ground;
  for (guint i = 0; i < n; i++)
    by_area[i] = effects[i] == BL_EFFECT_NONE     ? unchanged
                 : effects[i] == BL_EFFECT_BEYOND ? hatched
                                                  : (gint8) effects[i];
}

void
bl_map_paint_difference (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlEffect *effects,
                         const BlPalette *palette)
{
  guint n = bl_map_shape_get_n_rows (shape);
  BlEffectLook beyond = bl_effect_look (BL_EFFECT_BEYOND, palette);
  BlColour fills[BL_N_EFFECTS];
  g_autofree gint8 *by_area = g_new (gint8, MAX (n, 1));
  BlMapFill fill = { .fills = fills, .n_fills = BL_N_EFFECTS, .by_area = by_area };
  BlPalette colours = *palette;

  g_return_if_fail (effects != NULL);

  /* The inner half of each line goes under the fills: what stays is round them all. */
  for (guint i = 0; i < n; i++)
    if (effects[i] != BL_EFFECT_NONE)
      bl_map_paint_outline (cr, view, shape, (int) i, BL_MAP_LINE_CHANGED, palette);
  make_fill (effects, n, palette, fills, by_area, NOT_FILLED, -1);
  colours.view = beyond.ground;
  colours.axis = beyond.hatch;
  bl_map_paint_areas (cr, view, shape, &fill, &colours);
}

void
bl_map_paint_difference_points (cairo_t *cr, const BlMapView *view, const BlPoint *drawing, const double *people,
                                guint n_points, const BlEffect *effects, const BlPalette *palette)
{
  BlColour fills[BL_N_EFFECTS];
  g_autofree gint8 *by_area = g_new (gint8, MAX (n_points, 1));
  BlMapFill fill = { .fills = fills, .n_fills = BL_N_EFFECTS, .by_area = by_area };

  g_return_if_fail (effects != NULL);

  make_fill (effects, n_points, palette, fills, by_area, BL_EFFECT_NONE, BL_EFFECT_BEYOND);
  fills[BL_EFFECT_BEYOND] = get_dot_look (BL_EFFECT_BEYOND, palette).ground;
  bl_map_paint_points (cr, view, drawing, people, n_points, &fill, palette);
}
