/* map-layers.c: the layers of tiles on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-layers.h"

#include "map-mercator.h"
#include "map-tile-source.h"

#define MAX_STREET_ZOOM 19

struct _BlMapLayers
{
  ShumateMap *map;
  ShumateLayer *above;
  BlMapGeometry *geometry;
  BlMapShading *shading;
  ShumateMapLayer *streets;
  char *streets_url;
  ShumateMapLayer *tiles;     /* the newest */
  BlMapTileSource *source;    /* that of @tiles; NULL once it is painted */
  gulong handler;             /* of @source */
  ShumateMapLayer *old_tiles; /* shown until @tiles is painted */
};

BlMapLayers *
bl_map_layers_new (ShumateMap *map, ShumateLayer *above)
{
  BlMapLayers *self = g_new0 (BlMapLayers, 1);

  self->map = g_object_ref (map);
  self->above = g_object_ref (above);
  return self;
}

static void
forget_source (BlMapLayers *self)
{
  if (self->source != NULL)
    g_signal_handler_disconnect (self->source, self->handler);
  g_clear_object (&self->source);
}

void
bl_map_layers_free (BlMapLayers *self)
{
  forget_source (self);
  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  g_clear_pointer (&self->shading, bl_map_shading_unref);
  g_free (self->streets_url);
  g_object_unref (self->above);
  g_object_unref (self->map);
  g_free (self);
}

static void
drop (BlMapLayers *self, ShumateMapLayer **layer)
{
  if (*layer != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (*layer));
  *layer = NULL;
}

static void
on_painted (BlMapTileSource *source, BlMapLayers *self)
{
  forget_source (self);
  drop (self, &self->old_tiles);
}

void
bl_map_layers_lay (BlMapLayers *self)
{
  if (self->geometry == NULL || self->shading == NULL)
    return;

  /* Only a layer that is painted is worth keeping below the new one. */
  if (self->source == NULL && self->tiles != NULL)
    {
      drop (self, &self->old_tiles);
      self->old_tiles = self->tiles;
    }
  else
    drop (self, &self->tiles);
  forget_source (self);

  self->source = bl_map_tile_source_new (self->geometry, self->shading,
                                         gtk_widget_get_scale_factor (GTK_WIDGET (self->map)));
  self->handler = g_signal_connect (self->source, "painted", G_CALLBACK (on_painted), self);
  self->tiles
      = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->source), shumate_map_get_viewport (self->map));
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->tiles), self->above);
  if (self->old_tiles != NULL)
    shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->tiles), SHUMATE_LAYER (self->old_tiles));
}

void
bl_map_layers_set_geometry (BlMapLayers *self, BlMapGeometry *geometry)
{
  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  self->geometry = geometry != NULL ? bl_map_geometry_ref (geometry) : NULL;
}

void
bl_map_layers_set_shading (BlMapLayers *self, BlMapShading *shading)
{
  g_clear_pointer (&self->shading, bl_map_shading_unref);
  self->shading = shading != NULL ? bl_map_shading_ref (shading) : NULL;
  bl_map_layers_lay (self);
}

void
bl_map_layers_set_streets (BlMapLayers *self, const char *url)
{
  g_autoptr (ShumateRasterRenderer) source = NULL;

  if (g_strcmp0 (self->streets_url, url) == 0)
    return;
  g_free (self->streets_url);
  self->streets_url = g_strdup (url);
  drop (self, &self->streets);
  if (url == NULL)
    return;

  source = shumate_raster_renderer_new_full_from_url ("branchline-streets", "Streets", NULL, NULL, 0,
                                                      MAX_STREET_ZOOM, BL_MAP_TILE_SIZE,
                                                      SHUMATE_MAP_PROJECTION_MERCATOR, url);
  self->streets = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), shumate_map_get_viewport (self->map));
  /* Below all that is ours. */
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->streets),
                                   SHUMATE_LAYER (gtk_widget_get_first_child (GTK_WIDGET (self->map))));
}

gboolean
bl_map_layers_is_painted (BlMapLayers *self)
{
  return self->tiles != NULL && self->source == NULL;
}
