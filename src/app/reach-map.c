/* reach-map.c: a small map of who lives more than a mile from a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reach-map.h"

#include <math.h>

#include "map-painter.h"
#include "theme.h"

/* Height for each pixel of width, where there is no better use of the page. */
#define RATIO 0.78
#define PADDING 12.0
#define LEAST_HEIGHT 150
#define MOST_HEIGHT 480

struct _BlReachMap
{
  GtkWidget parent;
  BlFacts *facts;
  const BlOutlines *outlines;   /* the shapes are made from these */
  BlMapShape *shape, *service;  /* NULL without outlines */
  BlPoint *points;              /* by area, drawing coordinates */
  gint8 *beyond;                /* by area: 1 beyond a mile, 0 within, BL_CLASS_NONE not known */
  BlBounds bounds;
};

G_DEFINE_FINAL_TYPE (BlReachMap, bl_reach_map, GTK_TYPE_WIDGET)

static void
make_shapes (BlReachMap *self)
{
  g_autoptr (BlTable) whole = NULL;

  if (self->outlines == self->facts->outlines)
    return;
  g_clear_pointer (&self->shape, bl_map_shape_unref);
  g_clear_pointer (&self->service, bl_map_shape_unref);
  self->outlines = self->facts->outlines;
  if (self->outlines == NULL || self->outlines->n_points == 0)
    return;
  self->shape = bl_map_shape_new (self->outlines, BL_MAP_GRID);
  whole = bl_outlines_dissolve (self->outlines, NULL);
  if (whole != NULL)
    self->service = bl_map_shape_new (bl_table_get_outlines (whole), BL_MAP_GRID);
}

static void
make_points (BlReachMap *self)
{
  const BlFacts *facts = self->facts;

  g_free (self->points);
  self->points = g_new (BlPoint, MAX (facts->n_areas, 1));
  self->bounds = self->shape != NULL ? bl_map_shape_get_bounds (self->shape) : bl_bounds_empty ();
  for (guint i = 0; i < facts->n_areas; i++)
    {
      self->points[i] = bl_map_project (BL_MAP_GRID, facts->points[i]);
      if (self->shape == NULL && !isnan (self->points[i].x))
        bl_bounds_add (&self->bounds, self->points[i]);
    }
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];

      if (!library->nearby && library->open && library->located && library->type == BL_LIBRARY_TYPE_STATIC)
        bl_bounds_add (&self->bounds, bl_map_project (BL_MAP_GRID, library->point));
    }
}

static void
take_access (BlReachMap *self, const BlAccess *access)
{
  guint n = self->facts->n_areas;

  g_free (self->beyond);
  self->beyond = g_new (gint8, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->beyond[i] = access == NULL                   ? 0
                      : isnan (access->distance[i])    ? BL_CLASS_NONE
                      : access->distance[i] > BL_MILE  ? 1
                                                       : 0;
}

static void
paint_libraries (BlReachMap *self, cairo_t *cr, const BlMapView *view, const BlPalette *palette, double text_scale)
{
  g_autofree BlMapSymbol *symbols = g_new0 (BlMapSymbol, self->facts->n_libraries + 1);
  guint n = 0;

  for (guint i = 0; i < self->facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &self->facts->libraries[i];

      if (library->nearby || !library->open || !library->located || library->type != BL_LIBRARY_TYPE_STATIC)
        continue;
      symbols[n].drawing = bl_map_project (BL_MAP_GRID, library->point);
      symbols[n].look.operation = library->operation;
      symbols[n].look.statutory = library->statutory;
      n++;
    }
  bl_map_paint_symbols (cr, view, symbols, n, NULL, 0, text_scale, palette);
}

static void
bl_reach_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlReachMap *self = BL_REACH_MAP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const BlPalette *palette = bl_theme_get_palette (widget);
  const BlColour fills[] = { palette->need[0], palette->picked };
  BlMapFill fill = { .fills = fills, .n_fills = G_N_ELEMENTS (fills), .by_area = self->beyond };
  BlMapView view;
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (self->facts != NULL && !bl_bounds_is_empty (&self->bounds))
    {
      view = bl_map_view_fit (self->bounds, width, height, PADDING);
      bl_map_paint_ground (cr, &view, palette);
      if (self->shape != NULL)
        bl_map_paint_areas (cr, &view, self->shape, &fill, palette);
      else
        bl_map_paint_points (cr, &view, self->points, self->facts->population, self->facts->n_areas, &fill, palette);
      if (self->service != NULL)
        bl_map_paint_outline (cr, &view, self->service, -1, BL_MAP_LINE_SERVICE, palette);
      paint_libraries (self, cr, &view, palette, bl_theme_get_text_scale (widget));
    }
  cairo_destroy (cr);
}

static GtkSizeRequestMode
bl_reach_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bl_reach_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 410;
    }
  else
    {
      /* The least may not grow with the width: boxes ask for it without one. */
      *minimum = LEAST_HEIGHT;
      *natural = for_size < 0 ? MOST_HEIGHT : CLAMP (for_size * RATIO, LEAST_HEIGHT, MOST_HEIGHT);
    }
}

static void
bl_reach_map_finalize (GObject *object)
{
  BlReachMap *self = BL_REACH_MAP (object);

  g_clear_pointer (&self->facts, bl_facts_unref);
  g_clear_pointer (&self->shape, bl_map_shape_unref);
  g_clear_pointer (&self->service, bl_map_shape_unref);
  g_free (self->points);
  g_free (self->beyond);
  G_OBJECT_CLASS (bl_reach_map_parent_class)->finalize (object);
}

static void
bl_reach_map_class_init (BlReachMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_reach_map_finalize;
  widget_class->snapshot = bl_reach_map_snapshot;
  widget_class->measure = bl_reach_map_measure;
  widget_class->get_request_mode = bl_reach_map_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_reach_map_init (BlReachMap *self)
{
  bl_theme_redraw_on_change (GTK_WIDGET (self));
}

void
bl_reach_map_set (BlReachMap *self, BlFacts *facts, const BlAccess *access)
{
  BlFacts *old;

  g_return_if_fail (BL_IS_REACH_MAP (self));
  g_return_if_fail (facts != NULL);

  /* The old facts hold the outlines that the shapes were made from. */
  old = self->facts;
  self->facts = bl_facts_ref (facts);
  make_shapes (self);
  make_points (self);
  take_access (self, access);
  g_clear_pointer (&old, bl_facts_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
