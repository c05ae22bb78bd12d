/* map-tile-source.c: paints the areas of a project as map tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-tile-source.h"

#include "map-mercator.h"

#define MAX_ZOOM 18
/* How much of the streets below is covered. */
#define STREETS_OPACITY 0.62

struct _BlMapTileSource
{
  ShumateMapSource parent_instance;

  BlMapGeometry *geometry;
  BlMapShading *shading;
  int scale_factor;
  guint n_pending;
};

G_DEFINE_FINAL_TYPE (BlMapTileSource, bl_map_tile_source, SHUMATE_TYPE_MAP_SOURCE)

enum
{
  PAINTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
paint (BlMapTileSource *self, cairo_t *cr, const BlMapView *view)
{
  const BlMapGeometry *geometry = self->geometry;
  const BlMapShading *shading = self->shading;

  if (!shading->streets)
    bl_map_paint_ground (cr, view, &shading->palette);
  if (geometry->areas == NULL)
    return; /* the dots of a project without outlines stay crisp: the overlay has them */

  if (shading->streets)
    cairo_push_group (cr);
  {
    BlMapFill fill = bl_map_shading_get_fill (shading);

    bl_map_paint_areas (cr, view, geometry->areas, &fill, &shading->palette);
  }
  if (shading->borders && geometry->catchments != NULL)
    bl_map_paint_outline (cr, view, geometry->catchments, -1, BL_MAP_LINE_SERVICE, &shading->palette);
  if (shading->streets)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, STREETS_OPACITY);
    }
}

GdkTexture *
bl_map_tile_source_paint (BlMapTileSource *self, guint x, guint y, guint zoom)
{
  BlMapView view = bl_map_mercator_tile_view (x, y, zoom);
  int factor = 2 * self->scale_factor;
  int side = BL_MAP_TILE_SIZE * factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, factor, factor);
  paint (self, cr, &view);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* The texture keeps the surface: nothing is copied. */
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) side,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ShumateTile *tile = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task,
                         bl_map_tile_source_paint (source, shumate_tile_get_x (tile),
                                                   shumate_tile_get_y (tile),
                                                   shumate_tile_get_zoom_level (tile)),
                         g_object_unref);
}

static void
bl_map_tile_source_fill_tile_async (ShumateMapSource *source,
                                    ShumateTile *tile,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  BlMapTileSource *self = BL_MAP_TILE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);

  g_task_set_source_tag (task, bl_map_tile_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  self->n_pending++;
  g_task_run_in_thread (task, run);
}

static gboolean
bl_map_tile_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  BlMapTileSource *self = BL_MAP_TILE_SOURCE (source);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture != NULL)
    {
      ShumateTile *tile = g_task_get_task_data (G_TASK (result));

      shumate_tile_set_fade_in (tile, FALSE);
      shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
      shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
    }

  self->n_pending--;
  if (self->n_pending == 0)
    g_signal_emit (self, signals[PAINTED], 0);
  return texture != NULL;
}

static void
bl_map_tile_source_finalize (GObject *object)
{
  BlMapTileSource *self = BL_MAP_TILE_SOURCE (object);

  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  g_clear_pointer (&self->shading, bl_map_shading_unref);
  G_OBJECT_CLASS (bl_map_tile_source_parent_class)->finalize (object);
}

static void
bl_map_tile_source_class_init (BlMapTileSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->finalize = bl_map_tile_source_finalize;
  source_class->fill_tile_async = bl_map_tile_source_fill_tile_async;
  source_class->fill_tile_finish = bl_map_tile_source_fill_tile_finish;

  signals[PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bl_map_tile_source_init (BlMapTileSource *self)
{
}

BlMapTileSource *
bl_map_tile_source_new (BlMapGeometry *geometry, BlMapShading *shading, int scale_factor)
{
  BlMapTileSource *self = g_object_new (BL_TYPE_MAP_TILE_SOURCE, "id", "branchline-areas", "name", "Areas",
                                        "tile-size", BL_MAP_TILE_SIZE, "min-zoom-level", 0, "max-zoom-level",
                                        MAX_ZOOM, "projection", SHUMATE_MAP_PROJECTION_MERCATOR, NULL);

  self->geometry = bl_map_geometry_ref (geometry);
  self->shading = bl_map_shading_ref (shading);
  self->scale_factor = MAX (scale_factor, 1);
  return self;
}
