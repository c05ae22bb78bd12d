/* new-project-map.c: a small still map of a service that is not a project yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "map-painter.h"
#include "reference-around.h"
#include "text-painter.h"
#include "theme.h"

/* Room left round the service; the strip at the foot where the scale
 * stands (times the text's scale); how near the pointer must come to
 * a marker. All in pixels. */
#define PADDING 15.0
#define FOOT 36.0
#define NEAR 9.0
/* How far round the service other places are looked for, by its longer side. */
#define AROUND 1.0
/* Fewer places than this in sight do not get their service named. */
#define FEW_TO_NAME 12

/* Another service that is in sight. */
typedef struct
{
  const char *name; /* the reference's */
  GArray *points;   /* BlPoint, drawing coordinates */
} Neighbour;

typedef struct
{
  BlPoint drawing;
  BlMarkerLook look;
  char *name;
} Place;

struct _BlNewProjectMap
{
  GtkWidget parent_instance;

  GArray *points;  /* BlPoint, drawing coordinates */
  GArray *people;  /* double, one a point */
  GArray *places;  /* Place */
  GPtrArray *neighbours; /* Neighbour */
  double reach;    /* about how far apart areas lie, drawing units */
  BlMapShape *shape;
};

G_DEFINE_FINAL_TYPE (BlNewProjectMap, bl_new_project_map, GTK_TYPE_WIDGET)

static void
place_clear (gpointer data)
{
  g_clear_pointer (&((Place *) data)->name, g_free);
}

static void
neighbour_free (gpointer data)
{
  Neighbour *neighbour = data;

  g_array_unref (neighbour->points);
  g_free (neighbour);
}

static void
forget (BlNewProjectMap *self)
{
  g_ptr_array_set_size (self->neighbours, 0);
  self->reach = 0;
  g_array_set_size (self->points, 0);
  g_array_set_size (self->people, 0);
  g_array_set_size (self->places, 0);
  g_clear_pointer (&self->shape, bl_map_shape_unref);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
add_area (BlNewProjectMap *self, BlPoint point, double people)
{
  BlPoint drawing;

  if (isnan (point.x) || isnan (point.y))
    return;
  drawing = bl_map_project (BL_MAP_GRID, point);
  g_array_append_val (self->points, drawing);
  g_array_append_val (self->people, people);
}

static void
add_place (BlNewProjectMap *self, BlPoint point, BlOperation operation, gboolean statutory, const char *name)
{
  Place place = { .drawing = bl_map_project (BL_MAP_GRID, point),
                  .look = { .operation = operation, .statutory = statutory },
                  .name = g_strdup (name) };

  g_array_append_val (self->places, place);
}

static BlBounds
get_bounds (BlNewProjectMap *self)
{
  BlBounds bounds = bl_bounds_empty ();

  if (self->shape != NULL)
    {
      BlBounds outlines = bl_map_shape_get_bounds (self->shape);

      bl_bounds_add_bounds (&bounds, &outlines);
    }
  for (guint i = 0; i < self->points->len; i++)
    bl_bounds_add (&bounds, g_array_index (self->points, BlPoint, i));
  for (guint i = 0; i < self->places->len; i++)
    bl_bounds_add (&bounds, g_array_index (self->places, Place, i).drawing);
  return bounds;
}

static BlMapView
get_view (BlNewProjectMap *self, double width, double height)
{
  double foot = FOOT * bl_theme_get_text_scale (GTK_WIDGET (self));
  BlMapView view = bl_map_view_fit (get_bounds (self), width, MAX (height - foot, height / 2), PADDING);

  /* Fitted above the foot, painted over all. */
  view.height = height;
  return view;
}

/* Half of the areas have their nearest neighbour within this. */
static double
measure_reach (GArray *points)
{
  g_autofree double *nearest = NULL;
  guint n = points->len;

  if (n < 2)
    return 0;
  nearest = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      const BlPoint *here = &g_array_index (points, BlPoint, i);

      nearest[i] = G_MAXDOUBLE;
      for (guint j = 0; j < n; j++)
        {
          const BlPoint *there = &g_array_index (points, BlPoint, j);
          double distance = hypot (here->x - there->x, here->y - there->y);

          if (j != i && distance > 0 && distance < nearest[i])
            nearest[i] = distance;
        }
    }
  qsort (nearest, n, sizeof (double), compare_doubles);
  return nearest[n / 2];
}

static Neighbour *
find_neighbour (BlNewProjectMap *self, const char *name)
{
  Neighbour *neighbour;

  for (guint i = 0; i < self->neighbours->len; i++)
    {
      neighbour = g_ptr_array_index (self->neighbours, i);
      if (neighbour->name == name)
        return neighbour;
    }
  neighbour = g_new0 (Neighbour, 1);
  neighbour->name = name;
  neighbour->points = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  g_ptr_array_add (self->neighbours, neighbour);
  return neighbour;
}

/* What lies round the service, so that one sees that it does not end there. */
static gboolean
add_neighbours (BlNewProjectMap *self, BlReference *reference, const BlReferenceService *service, GError **error)
{
  BlBounds bounds = get_bounds (self);
  BlPoint a = bl_map_unproject (BL_MAP_GRID, (BlPoint) { bounds.x1, bounds.y1 });
  BlPoint b = bl_map_unproject (BL_MAP_GRID, (BlPoint) { bounds.x2, bounds.y2 });
  double side = MAX (fabs (a.x - b.x), fabs (a.y - b.y)) * AROUND;
  BlBounds box = { MIN (a.x, b.x) - side, MIN (a.y, b.y) - side, MAX (a.x, b.x) + side, MAX (a.y, b.y) + side };
  g_autoptr (GArray) places = NULL;

  if (bl_bounds_is_empty (&bounds))
    return TRUE;
  places = bl_reference_get_places_within (reference, box, error);
  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const BlReferencePlace *place = &g_array_index (places, BlReferencePlace, i);
      BlPoint drawing;

      if (place->service == service || place->service == NULL)
        continue;
      drawing = bl_map_project (BL_MAP_GRID, place->point);
      g_array_append_val (find_neighbour (self, place->service->nice_name)->points, drawing);
    }
  return TRUE;
}

/* The sentence a screen reader gets. */
static void
describe (BlNewProjectMap *self)
{
  g_autofree char *libraries
      = g_strdup_printf (ngettext ("%u library", "%u libraries", self->places->len), self->places->len);
  guint n_areas = self->points->len;
  g_autofree char *areas = g_strdup_printf (ngettext ("%u small area", "%u small areas", n_areas), n_areas);
  /* TRANSLATORS: %s are "20 libraries" and "175 small areas". */
  g_autofree char *sentence = g_strdup_printf (_("Map of %s and %s"), libraries, areas);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Painting ------------------------------------------------------------------ */

static void
set_colour (cairo_t *cr, BlColour colour)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, colour.a);
}

/* A disc at each point, in one colour without seams: where the areas lie. */
static void
paint_ground_of (cairo_t *cr, const BlMapView *view, GArray *points, double radius, BlColour colour)
{
  set_colour (cr, colour);
  for (guint i = 0; i < points->len; i++)
    {
      BlPoint at = bl_map_view_to_pixels (view, g_array_index (points, BlPoint, i));

      if (at.x < -radius || at.y < -radius || at.x > view->width + radius || at.y > view->height + radius)
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

/* Whether words at @x, @y would cover an area or a library of ours. */
static gboolean
is_over_ours (BlNewProjectMap *self, const BlMapView *view, double x, double y, double width, double height)
{
  double reach = self->reach * view->scale;

  for (guint i = 0; i < self->points->len; i++)
    {
      BlPoint at = bl_map_view_to_pixels (view, g_array_index (self->points, BlPoint, i));

      if (fabs (at.x - x) < width / 2 + reach && fabs (at.y - y) < height / 2 + reach)
        return TRUE;
    }
  return FALSE;
}

/* Other services: small grey dots, and their names where there is room. */
static void
paint_neighbours (BlNewProjectMap *self, cairo_t *cr, const BlMapView *view, double text_scale,
                  const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale, .spacing = 1.2 };

  for (guint i = 0; i < self->neighbours->len; i++)
    {
      const Neighbour *neighbour = g_ptr_array_index (self->neighbours, i);

      paint_ground_of (cr, view, neighbour->points, 1.6, palette->unfocused);
    }
  for (guint i = 0; i < self->neighbours->len; i++)
    {
      const Neighbour *neighbour = g_ptr_array_index (self->neighbours, i);
      g_autoptr (PangoLayout) layout = NULL;
      double x = 0, y = 0, width, height;
      guint seen = 0;

      for (guint j = 0; j < neighbour->points->len; j++)
        {
          BlPoint at = bl_map_view_to_pixels (view, g_array_index (neighbour->points, BlPoint, j));

          if (at.x < 0 || at.y < 0 || at.x > view->width || at.y > view->height)
            continue;
          x += at.x;
          y += at.y;
          seen++;
        }
      if (seen < FEW_TO_NAME)
        continue;
      layout = bl_text_painter_layout (cr, neighbour->name, &style);
      bl_text_painter_measure (layout, &width, &height);
      x = CLAMP (x / seen, width / 2 + 6, MAX (view->width - width / 2 - 6, width / 2 + 6));
      y = CLAMP (y / seen, height / 2 + 6, MAX (view->height - FOOT * text_scale - height, height));
      if (!is_over_ours (self, view, x, y, width, height))
        bl_text_painter_draw_halo (cr, layout, x, y, 0.5, 0.5, palette->dim_ink, palette->land, text_scale);
    }
}

/* --- Overrides ---------------------------------------------------------------- */

static void
bl_new_project_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlNewProjectMap *self = BL_NEW_PROJECT_MAP (widget);
  const BlPalette *palette = bl_theme_get_palette (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double text_scale = bl_theme_get_text_scale (widget);
  BlMapView view;
  BlMapFill fill;
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (bl_new_project_map_is_empty (self))
    {
      gdk_cairo_set_source_rgba (cr, &(GdkRGBA) { palette->land.r, palette->land.g, palette->land.b, 1 });
      cairo_paint (cr);
      cairo_destroy (cr);
      return;
    }

  view = get_view (self, width, height);
  bl_map_paint_ground (cr, &view, palette);
  paint_neighbours (self, cr, &view, text_scale, palette);
  if (self->shape != NULL)
    {
      fill = (BlMapFill) { .fills = &palette->need[0], .n_fills = 1 };
      bl_map_paint_areas (cr, &view, self->shape, &fill, palette);
      bl_map_paint_outline (cr, &view, self->shape, -1, BL_MAP_LINE_SERVICE, palette);
    }
  else if (self->points->len > 0)
    {
      paint_ground_of (cr, &view, self->points, MAX (self->reach * view.scale * 1.15, 5), palette->need[0]);
      fill = (BlMapFill) { .fills = &palette->need[1], .n_fills = 1 };
      bl_map_paint_points (cr, &view, (const BlPoint *) (gpointer) self->points->data,
                           (const double *) (gpointer) self->people->data, self->points->len, &fill, palette);
    }

  if (self->places->len > 0)
    {
      g_autofree BlMapSymbol *symbols = g_new0 (BlMapSymbol, self->places->len);

      for (guint i = 0; i < self->places->len; i++)
        {
          const Place *place = &g_array_index (self->places, Place, i);

          symbols[i].drawing = place->drawing;
          symbols[i].look = place->look;
        }
      bl_map_paint_symbols (cr, &view, symbols, self->places->len, NULL, 0, text_scale, palette);
    }
  bl_map_paint_scale (cr, &view, BL_MAP_GRID, width - 12, height - 12, MIN (120 * text_scale, width / 3), text_scale,
                      palette);
  cairo_destroy (cr);
}

static gboolean
bl_new_project_map_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BlNewProjectMap *self = BL_NEW_PROJECT_MAP (widget);
  BlMapView view;
  double best = NEAR;
  const char *name = NULL;

  if (keyboard || bl_new_project_map_is_empty (self))
    return FALSE;
  view = get_view (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      BlPoint pixels = bl_map_view_to_pixels (&view, place->drawing);
      double distance = hypot (pixels.x - x, pixels.y - y);

      if (distance < best)
        {
          best = distance;
          name = place->name;
        }
    }
  if (name == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static void
bl_new_project_map_finalize (GObject *object)
{
  BlNewProjectMap *self = BL_NEW_PROJECT_MAP (object);

  g_array_unref (self->points);
  g_array_unref (self->people);
  g_array_unref (self->places);
  g_ptr_array_unref (self->neighbours);
  g_clear_pointer (&self->shape, bl_map_shape_unref);
  G_OBJECT_CLASS (bl_new_project_map_parent_class)->finalize (object);
}

static void
bl_new_project_map_class_init (BlNewProjectMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_new_project_map_finalize;
  widget_class->snapshot = bl_new_project_map_snapshot;
  widget_class->query_tooltip = bl_new_project_map_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bl_new_project_map_init (BlNewProjectMap *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  self->people = g_array_new (FALSE, FALSE, sizeof (double));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, place_clear);
  self->neighbours = g_ptr_array_new_with_free_func (neighbour_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  bl_theme_redraw_on_change (GTK_WIDGET (self));
}

/* --- Public -------------------------------------------------------------------- */

GtkWidget *
bl_new_project_map_new (void)
{
  return g_object_new (BL_TYPE_NEW_PROJECT_MAP, NULL);
}

gboolean
bl_new_project_map_set_service (BlNewProjectMap *self, BlReference *reference, const BlReferenceService *service,
                                GError **error)
{
  g_autoptr (GArray) areas = NULL;
  g_autoptr (GArray) libraries = NULL;

  g_return_val_if_fail (BL_IS_NEW_PROJECT_MAP (self), FALSE);

  forget (self);
  areas = bl_reference_get_area_points (reference, service, error);
  if (areas == NULL)
    return FALSE;
  libraries = bl_reference_get_libraries (reference, service, error);
  if (libraries == NULL)
    return FALSE;

  for (guint i = 0; i < areas->len; i++)
    {
      const BlReferenceArea *area = &g_array_index (areas, BlReferenceArea, i);

      add_area (self, area->point, area->people);
    }
  for (guint i = 0; i < libraries->len; i++)
    {
      const BlReferenceLibrary *library = &g_array_index (libraries, BlReferenceLibrary, i);

      if (library->open)
        add_place (self, library->point, library->operation, library->statutory, library->name);
    }
  self->reach = measure_reach (self->points);
  describe (self);
  return add_neighbours (self, reference, service, error);
}

void
bl_new_project_map_set_facts (BlNewProjectMap *self, BlFacts *facts, BlReference *reference)
{
  const BlReferenceService *service = NULL;

  g_return_if_fail (BL_IS_NEW_PROJECT_MAP (self));
  g_return_if_fail (facts != NULL);

  forget (self);
  if (facts->outlines != NULL && facts->outlines->n_polygons > 0)
    self->shape = bl_map_shape_new (facts->outlines, BL_MAP_GRID);
  for (guint i = 0; i < facts->n_areas; i++)
    add_area (self, facts->points[i], facts->population != NULL ? facts->population[i] : NAN);
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];

      if (library->open && library->located && !library->nearby && library->type == BL_LIBRARY_TYPE_STATIC)
        add_place (self, library->point, library->operation, library->statutory, library->name);
    }
  self->reach = measure_reach (self->points);
  describe (self);
  if (reference != NULL && facts->service_code != NULL)
    service = bl_reference_find_service (reference, facts->service_code, NULL);
  /* Only a backdrop: the map is whole without it. */
  if (service != NULL)
    add_neighbours (self, reference, service, NULL);
}

gboolean
bl_new_project_map_is_empty (BlNewProjectMap *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_MAP (self), TRUE);
  return self->points->len == 0 && self->places->len == 0 && self->shape == NULL;
}
