/* map-shading.c: how the areas of the interactive map are filled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-shading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map-colouring.h"

#define RGB(hex)                                                                                             \
  {                                                                                                          \
    ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) &255) / 255.0, 1.0                       \
  }

/* Pale enough for dark markers and names, dark enough for light ones. Of the
 * many such sets this order keeps the first four (nearly every map needs no
 * more) apart for all kinds of sight; lines round catchments say the same. */
static const BlColour light_hues[BL_MAP_COLOURS] = {
  RGB (0xa3caec), RGB (0xf3e3b3), RGB (0x7fc9c1), RGB (0xe3d3f2), RGB (0xc4c9cf), RGB (0xf3c6d3),
};
static const BlColour dark_hues[BL_MAP_COLOURS] = {
  RGB (0x2b5a85), RGB (0x6b5c2a), RGB (0x1f5f59), RGB (0x5d4a7e), RGB (0x4d5157), RGB (0x6e3f52),
};

static BlMapShading *
shading_new (const BlPalette *palette, const BlColour *fills, guint n_fills, gboolean streets)
{
  BlMapShading *self = g_new0 (BlMapShading, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->palette = *palette;
  self->fills = g_memdup2 (fills, n_fills * sizeof *fills);
  self->n_fills = n_fills;
  self->streets = streets;
  return self;
}

BlMapShading *
bl_map_shading_new_plain (const BlPalette *palette, gboolean streets)
{
  return shading_new (palette, &palette->need[0], 1, streets);
}

BlMapShading *
bl_map_shading_new_colour (BlColour colour, const BlPalette *palette, gboolean streets)
{
  return shading_new (palette, &colour, 1, streets);
}

BlMapShading *
bl_map_shading_new_classes (const BlClasses *classes,
                            guint n_areas,
                            const BlPalette *palette,
                            gboolean streets)
{
  BlColour fills[BL_CLASSES_MAX];
  BlMapShading *self;

  fills[0] = palette->need[0];
  for (guint i = 0; i < classes->n; i++)
    fills[i] = bl_map_classes_colour (palette, classes, i);
  self = shading_new (palette, fills, MAX (classes->n, 1), streets);
  self->by_area = g_memdup2 (classes->by_area, n_areas);
  self->labels = g_new0 (char *, self->n_fills + 1);
  self->orders = g_new0 (gint8, self->n_fills);
  self->plain_groups = classes->usual && classes->low_is_most;
  for (guint i = 0; i < classes->n; i++)
    {
      self->labels[i] = g_strdup (classes->labels[i]);
      self->orders[i] = (gint8) (classes->low_is_most ? classes->n - 1 - i : i);
    }
  return self;
}

BlMapShading *
bl_map_shading_new_two_way (const BlTwoWay *two_way, guint n_areas, const BlPalette *palette, gboolean streets)
{
  BlColour fills[BL_TWO_WAY_GROUPS];
  BlMapShading *self;

  for (guint i = 0; i < BL_TWO_WAY_GROUPS; i++)
    fills[i] = bl_palette_two_way (palette, i % 3, i / 3);
  self = shading_new (palette, fills, BL_TWO_WAY_GROUPS, streets);
  self->by_area = g_memdup2 (two_way->by_area, n_areas);
  self->labels = g_new0 (char *, BL_TWO_WAY_GROUPS + 1);
  self->orders = g_new0 (gint8, BL_TWO_WAY_GROUPS);
  for (guint i = 0; i < BL_TWO_WAY_GROUPS; i++)
    {
      /* TRANSLATORS: the thirds of two values an area is in: "most, least" */
      self->labels[i] = g_strdup_printf (_ ("%s, %s"), _ (bl_two_way_get_third (i % 3)),
                                         _ (bl_two_way_get_third (i / 3)));
      self->orders[i] = (gint8) i;
    }
  return self;
}

BlMapShading *
bl_map_shading_new_nearest (const BlMapGeometry *geometry, const BlPalette *palette, gboolean streets)
{
  BlMapShading *self = shading_new (palette, bl_map_shading_get_hues (palette), BL_MAP_COLOURS, streets);

  self->borders = TRUE;
  self->by_area = g_new (gint8, MAX (geometry->facts->n_areas, 1));
  for (guint i = 0; i < geometry->facts->n_areas; i++)
    {
      int library = geometry->nearest != NULL ? geometry->nearest[i] : -1;

      self->by_area[i] = library >= 0 ? geometry->colours[library] : -1;
    }
  return self;
}

BlMapShading *
bl_map_shading_ref (BlMapShading *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bl_map_shading_unref (BlMapShading *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->fills);
  g_free (self->by_area);
  g_strfreev (self->labels);
  g_free (self->orders);
  g_free (self);
}

BlMapFill
bl_map_shading_get_fill (const BlMapShading *self)
{
  return (BlMapFill){ .fills = self->fills, .n_fills = self->n_fills, .by_area = self->by_area };
}

const BlColour *
bl_map_shading_get_colour (const BlMapShading *self, int area)
{
  if (self->by_area == NULL)
    return &self->fills[0];
  return self->by_area[area] >= 0 ? &self->fills[self->by_area[area]] : NULL;
}

const char *
bl_map_shading_get_label (const BlMapShading *self, int area)
{
  int group = self->by_area != NULL ? self->by_area[area] : 0;

  g_return_val_if_fail (self->labels != NULL, NULL);
  if (group == BL_CLASS_FEW)
    return _ ("fewer than 5");
  return group >= 0 && self->labels[group] != NULL ? self->labels[group] : _ ("no data");
}

int
bl_map_shading_get_order (const BlMapShading *self, int area)
{
  int group = self->by_area != NULL ? self->by_area[area] : 0;

  g_return_val_if_fail (self->orders != NULL, -1);
  return group >= 0 ? self->orders[group] : group;
}

const BlColour *
bl_map_shading_get_hues (const BlPalette *palette)
{
  return bl_palette_is_dark (palette) ? dark_hues : light_hues;
}
