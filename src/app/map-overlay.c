/* map-overlay.c: what must stay crisp over the map's tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-overlay.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "map-names.h"
#include "map-mercator.h"
#include "paint.h"
#include "text.h"
#include "theme.h"

#define RADIUS_CLOSED 4.5
/* How far from a marker's edge a click still means it. */
#define SLACK 5.0

struct _BlMapOverlay
{
  ShumateLayer parent_instance;

  BlMapGeometry *geometry;
  BlMapShading *shading, *live;
  BlMapScenario *scenario;
  gboolean statutory_only, cross_boundary;
  int library, area, hover;
  BlMapReach reach;
  BlMapExtras *extras;
  gboolean names;
  GArray *avoid; /* BlMapBox */
  GArray *marked; /* guint: areas */

  BlMapNames *pictures;
  GArray *symbols; /* Symbol: the libraries drawn, in order of the facts */
  GArray *anchors; /* BlMapName, one a symbol, then one a flow of the scenario */
  GArray *taken;   /* BlMapBox: @avoid and the arrows, for one frame */
  GArray *land;    /* guint, one a neighbour: the place its name has now */
};

typedef struct
{
  guint library;
  BlMarkerLook look;
  char *name;
  gboolean faint;
  double radius;
} Symbol;

G_DEFINE_FINAL_TYPE (BlMapOverlay, bl_map_overlay, SHUMATE_TYPE_LAYER)

static void
symbol_clear (Symbol *symbol)
{
  g_free (symbol->name);
}

/* --- Which libraries are drawn, and how ---------------------------------- */

static const BlFacts *
get_facts (BlMapOverlay *self)
{
  return self->scenario != NULL ? self->scenario->facts : self->geometry->facts;
}

static BlPoint
get_place (BlMapOverlay *self, guint library)
{
  return self->scenario != NULL ? self->scenario->libraries[library] : self->geometry->libraries[library];
}

static gboolean
is_drawn (BlMapOverlay *self, const BlFactsLibrary *library)
{
  return library->located && library->type == BL_LIBRARY_TYPE_STATIC
         && (!library->nearby || (self->cross_boundary && library->open));
}

/* NULL for none: a library that is closed today already. */
static char *
get_name (BlMapOverlay *self, guint library, gboolean told)
{
  const BlFactsLibrary *known = &get_facts (self)->libraries[library];
  g_autofree char *name = NULL;

  if (!known->open && !told)
    return NULL;
  name = bl_text_short_library_name (known->name);
  if (self->scenario != NULL && self->scenario->closed[library])
    /* TRANSLATORS: on the map beside a library that a scenario closes */
    return g_strdup_printf (_ ("%s, closed"), name);
  return g_steal_pointer (&name);
}

static void
update_symbols (BlMapOverlay *self)
{
  const BlFacts *facts;
  g_autoptr (GHashTable) slots = g_hash_table_new (NULL, NULL);

  /* A name stays on its side while it fits there, of a scenario under way too. */
  for (guint i = 0; i < self->symbols->len; i++)
    g_hash_table_insert (slots, GUINT_TO_POINTER (g_array_index (self->symbols, Symbol, i).library + 1),
                         GINT_TO_POINTER (g_array_index (self->anchors, BlMapName, i).slot + 2));
  g_array_set_size (self->symbols, 0);
  g_array_set_size (self->anchors, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->geometry == NULL)
    return;

  facts = get_facts (self);
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      gboolean picked = self->library == (int) i;
      gboolean told = self->scenario != NULL && self->scenario->told[i];
      int kept = GPOINTER_TO_INT (g_hash_table_lookup (slots, GUINT_TO_POINTER (i + 1)));
      BlMapName anchor = { .slot = kept > 0 ? kept - 2 : -1 };
      Symbol symbol = { .library = i };

      if (!is_drawn (self, library))
        continue;
      symbol.look.operation = library->open ? library->operation : BL_OPERATION_UNKNOWN;
      symbol.look.statutory = library->statutory;
      symbol.look.picked = picked;
      symbol.look.proposed = self->scenario != NULL && i >= self->scenario->n_today && library->open;
      symbol.faint = !picked && !told
                     && (!library->open || library->nearby || (self->statutory_only && !library->statutory));
      symbol.radius = picked || (told && !library->open) ? BL_MAP_MARKER_RADIUS_PICKED
                      : library->open                    ? BL_MAP_MARKER_RADIUS
                                                         : RADIUS_CLOSED;
      symbol.name = get_name (self, i, picked || told);
      anchor.radius = picked ? BL_MAP_MARKER_RADIUS_PICKED + 4 : library->open ? BL_MAP_MARKER_RADIUS + 1 : symbol.radius;
      anchor.picked = picked || told;
      anchor.faint = symbol.faint;
      g_array_append_val (self->symbols, symbol);
      g_array_append_val (self->anchors, anchor);
    }
  for (guint i = 0; self->scenario != NULL && i < self->scenario->n_flows; i++)
    g_array_append_val (self->anchors, ((BlMapName){ .slot = -1 }));
}

static void
update_anchors (BlMapOverlay *self, const BlMapView *view)
{
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Symbol *symbol = &g_array_index (self->symbols, Symbol, i);
      BlMapName *anchor = &g_array_index (self->anchors, BlMapName, i);
      BlPoint pixels = bl_map_view_to_pixels (view, get_place (self, symbol->library));

      anchor->x = pixels.x;
      anchor->y = pixels.y;
      anchor->text = self->names || anchor->picked ? symbol->name : NULL;
    }
  if (self->scenario != NULL)
    bl_map_scenario_place_numbers (self->scenario, view,
                                   &g_array_index (self->anchors, BlMapName, self->symbols->len));
}

/* --- Drawing -------------------------------------------------------------- */

/* Without outlines a catchment is lines from the library to the dots. */
static void
paint_spokes (BlMapOverlay *self, cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  const BlMapGeometry *geometry = self->geometry;
  BlPoint from;

  if (isnan (geometry->libraries[self->library].x) || geometry->nearest == NULL)
    return;
  from = bl_map_view_to_pixels (view, geometry->libraries[self->library]);
  for (guint i = 0; i < geometry->facts->n_areas; i++)
    {
      BlPoint to;

      if (geometry->nearest[i] != self->library || isnan (geometry->points[i].x))
        continue;
      to = bl_map_view_to_pixels (view, geometry->points[i]);
      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  bl_paint_set_colour (cr, palette->halo);
  cairo_set_line_width (cr, 3.6);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, palette->picked);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
paint_ring (cairo_t *cr, const BlMapView *view, BlPoint place, double radius, BlColour under, BlColour over)
{
  BlPoint pixels = bl_map_view_to_pixels (view, place);

  cairo_arc (cr, pixels.x, pixels.y, radius, 0, 2 * G_PI);
  bl_paint_set_colour (cr, under);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, over);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

static void
paint_area (BlMapOverlay *self,
            cairo_t *cr,
            const BlMapView *view,
            int area,
            gboolean picked,
            const BlPalette *palette)
{
  BlPoint place;

  if (self->geometry->areas == NULL)
    {
      if (bl_map_geometry_get_area_place (self->geometry, area, &place))
        paint_ring (cr, view, place, 9, palette->halo, palette->ink);
      return;
    }
  if (!picked)
    cairo_push_group (cr);
  bl_map_paint_outline (cr, view, self->geometry->areas, area, BL_MAP_LINE_PICKED, palette);
  if (!picked)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.55);
    }
}

static void
paint_marked (BlMapOverlay *self, cairo_t *cr, const BlMapView *view, guint area, const BlPalette *palette)
{
  BlPoint place;

  if (area >= self->geometry->facts->n_areas)
    return;
  if (self->geometry->areas != NULL)
    bl_map_paint_outline (cr, view, self->geometry->areas, (int) area, BL_MAP_LINE_CATCHMENT, palette);
  else if (bl_map_geometry_get_area_place (self->geometry, (int) area, &place))
    paint_ring (cr, view, place, 8, palette->halo, palette->picked);
}

/* A circle on the ground is one in Mercator too, for so short a distance. All
 * are one path: where many overlap they read as one pattern. */
static void
add_circles (BlMapOverlay *self, cairo_t *cr, const BlMapView *view, double metres)
{
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Symbol *symbol = &g_array_index (self->symbols, Symbol, i);
      const BlMapName *anchor = &g_array_index (self->anchors, BlMapName, i);
      double radius = metres / self->geometry->unit_metres[symbol->library] * view->scale;

      if (self->library >= 0 ? !symbol->look.picked : symbol->faint)
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, anchor->x, anchor->y, radius, 0, 2 * G_PI);
    }
}

static void
stamp_reach (BlMapOverlay *self, cairo_t *cr, const BlMapView *view, int miles)
{
  BlPoint place = self->geometry->libraries[self->library];
  BlPoint pixels;

  if (isnan (place.x))
    return;
  pixels = bl_map_view_to_pixels (view, place);
  bl_map_names_stamp (self->pictures, cr, miles == 1 ? _ ("1 mile") : _ ("2 miles"), pixels.x,
                      pixels.y - miles * BL_MILE / self->geometry->unit_metres[self->library] * view->scale);
}

static void
paint_reach (BlMapOverlay *self, cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  static const double dashes[] = { 6, 4 };
  /* Many circles are quieter than one. */
  double strength = self->library >= 0 ? 1.0 : 0.7;

  for (int miles = 1; miles <= 2; miles++)
    {
      if (!(self->reach & (miles == 1 ? BL_MAP_REACH_ONE_MILE : BL_MAP_REACH_TWO_MILES)))
        continue;
      cairo_save (cr);
      cairo_new_path (cr);
      add_circles (self, cr, view, miles * BL_MILE);
      bl_paint_set_colour (cr, palette->halo);
      cairo_set_line_width (cr, 4 * strength);
      cairo_stroke_preserve (cr);
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, 1.6 * strength);
      if (miles == 2)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (cr);
      cairo_restore (cr);
      if (self->library >= 0)
        stamp_reach (self, cr, view, miles);
    }
}

static void
paint_markers (BlMapOverlay *self, cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  BlPalette faint = *palette;

  faint.ink = palette->axis;
  /* The picked one last: nothing covers it. */
  for (int turn = 0; turn < 2; turn++)
    for (guint i = 0; i < self->symbols->len; i++)
      {
        const Symbol *symbol = &g_array_index (self->symbols, Symbol, i);
        const BlMapName *anchor = &g_array_index (self->anchors, BlMapName, i);

        if (symbol->look.picked != (turn == 1) || anchor->x < -20 || anchor->y < -20
            || anchor->x > view->width + 20 || anchor->y > view->height + 20)
          continue;
        bl_marker_paint (cr, anchor->x, anchor->y, symbol->radius, &symbol->look, symbol->faint ? &faint : palette);
      }
}

typedef struct
{
  const BlMapGeometry *geometry;
  const BlMapView *view;
} Ground;

/* Only on land of others. */
static gboolean
is_beyond (const BlMapBox *box, gpointer data)
{
  const Ground *ground = data;

  if (ground->geometry->service == NULL)
    return TRUE;
  for (int i = 0; i < 15; i++)
    {
      BlPoint place = bl_map_view_from_pixels (ground->view, box->x + box->width * (i % 5) / 4,
                                               box->y + box->height * (i / 5) / 2);

      if (bl_map_shape_find (ground->geometry->service, place) >= 0)
        return FALSE;
    }
  return TRUE;
}

static void
paint_neighbours (BlMapOverlay *self, cairo_t *cr, const BlMapView *view)
{
  Ground ground = { self->geometry, view };

  g_array_set_size (self->land, self->geometry->neighbours->len);
  for (guint i = 0; i < self->geometry->neighbours->len; i++)
    {
      const BlMapNeighbour *neighbour = &g_array_index (self->geometry->neighbours, BlMapNeighbour, i);
      guint *kept = &g_array_index (self->land, guint, i);

      /* Where it stood in the frame before, before elsewhere. */
      for (guint j = 0; j <= neighbour->places->len; j++)
        {
          guint place = j == 0 ? MIN (*kept, neighbour->places->len - 1) : j - 1;
          BlPoint pixels = bl_map_view_to_pixels (view, g_array_index (neighbour->places, BlPoint, place));

          if (bl_map_names_stamp_land (self->pictures, cr, neighbour->name, pixels.x, pixels.y, view->width,
                                       view->height, is_beyond, &ground))
            {
              *kept = place;
              break;
            }
        }
    }
}

static void
paint (BlMapOverlay *self, cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  const BlMapGeometry *geometry = self->geometry;

  if (self->scenario != NULL)
    bl_map_scenario_paint_areas (self->scenario, cr, view, geometry, palette);
  else if (self->live != NULL && geometry->areas != NULL)
    {
      BlMapFill fill = bl_map_shading_get_fill (self->live);

      bl_map_paint_areas (cr, view, geometry->areas, &fill, palette);
    }
  if (geometry->service != NULL)
    bl_map_paint_outline (cr, view, geometry->service, -1, BL_MAP_LINE_SERVICE, palette);
  if (geometry->areas == NULL && self->shading != NULL && self->scenario == NULL)
    {
      BlMapFill fill = bl_map_shading_get_fill (self->shading);

      bl_map_paint_points (cr, view, geometry->points, geometry->people, geometry->facts->n_areas, &fill,
                           palette);
    }
  if (self->library >= 0 && geometry->areas == NULL && self->scenario == NULL)
    paint_spokes (self, cr, view, palette);
  if (self->library >= 0 && geometry->catchments != NULL && self->scenario == NULL)
    bl_map_paint_outline (cr, view, geometry->catchments, self->library, BL_MAP_LINE_CATCHMENT, palette);
  for (guint i = 0; i < self->marked->len; i++)
    paint_marked (self, cr, view, g_array_index (self->marked, guint, i), palette);
  if (self->hover >= 0 && self->hover != self->area)
    paint_area (self, cr, view, self->hover, FALSE, palette);
  if (self->area >= 0)
    paint_area (self, cr, view, self->area, TRUE, palette);
  update_anchors (self, view);
  if (self->reach != 0 && self->scenario == NULL)
    paint_reach (self, cr, view, palette);
  if (self->extras != NULL)
    bl_map_extras_paint (self->extras, cr, view, bl_theme_get_text_scale (GTK_WIDGET (self)), palette);
  g_array_set_size (self->taken, 0);
  if (self->avoid->len > 0)
    g_array_append_vals (self->taken, self->avoid->data, self->avoid->len);
  if (self->scenario != NULL)
    {
      bl_map_scenario_paint_flows (self->scenario, cr, view, palette);
      bl_map_scenario_add_boxes (self->scenario, view, self->taken);
    }
  bl_map_names_place (self->pictures, (BlMapName *) (void *) self->anchors->data, self->anchors->len,
                      (BlMapBox *) (void *) self->taken->data, self->taken->len, view->width, view->height);
  paint_neighbours (self, cr, view);
  paint_markers (self, cr, view, palette);
  bl_map_names_paint (self->pictures, cr, (BlMapName *) (void *) self->anchors->data, self->anchors->len);
}

static void
bl_map_overlay_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlMapOverlay *self = BL_MAP_OVERLAY (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  const BlPalette *palette = bl_theme_get_palette (widget);
  BlMapView view;
  cairo_t *cr;

  if (self->geometry == NULL || width == 0 || height == 0)
    return;

  bl_map_names_set_look (self->pictures, palette, bl_theme_get_text_scale (widget),
                         gtk_widget_get_scale_factor (widget));
  view = bl_map_mercator_view (shumate_layer_get_viewport (SHUMATE_LAYER (self)), width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  paint (self, cr, &view, palette);
  cairo_destroy (cr);
}

static void
bl_map_overlay_constructed (GObject *object)
{
  BlMapOverlay *self = BL_MAP_OVERLAY (object);
  ShumateViewport *viewport;

  G_OBJECT_CLASS (bl_map_overlay_parent_class)->constructed (object);

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "notify::longitude", "notify::latitude", "notify::zoom-level" };

      g_signal_connect_object (viewport, names[i], G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
  bl_theme_redraw_on_change (GTK_WIDGET (self));
}

static void
bl_map_overlay_finalize (GObject *object)
{
  BlMapOverlay *self = BL_MAP_OVERLAY (object);

  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  g_clear_pointer (&self->shading, bl_map_shading_unref);
  g_clear_pointer (&self->live, bl_map_shading_unref);
  g_clear_pointer (&self->scenario, bl_map_scenario_unref);
  g_clear_pointer (&self->taken, g_array_unref);
  g_clear_pointer (&self->extras, bl_map_extras_free);
  g_clear_pointer (&self->pictures, bl_map_names_free);
  g_clear_pointer (&self->avoid, g_array_unref);
  g_clear_pointer (&self->marked, g_array_unref);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->anchors, g_array_unref);
  g_clear_pointer (&self->land, g_array_unref);
  G_OBJECT_CLASS (bl_map_overlay_parent_class)->finalize (object);
}

static void
bl_map_overlay_class_init (BlMapOverlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_map_overlay_constructed;
  object_class->finalize = bl_map_overlay_finalize;
  widget_class->snapshot = bl_map_overlay_snapshot;
  gtk_widget_class_set_css_name (widget_class, "map-overlay");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_map_overlay_init (BlMapOverlay *self)
{
  self->library = self->area = self->hover = -1;
  self->names = TRUE;
  self->pictures = bl_map_names_new ();
  self->avoid = g_array_new (FALSE, FALSE, sizeof (BlMapBox));
  self->taken = g_array_new (FALSE, FALSE, sizeof (BlMapBox));
  self->marked = g_array_new (FALSE, FALSE, sizeof (guint));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (Symbol));
  g_array_set_clear_func (self->symbols, (GDestroyNotify) symbol_clear);
  self->anchors = g_array_new (FALSE, FALSE, sizeof (BlMapName));
  self->land = g_array_new (FALSE, TRUE, sizeof (guint));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

BlMapOverlay *
bl_map_overlay_new (ShumateViewport *viewport)
{
  return g_object_new (BL_TYPE_MAP_OVERLAY, "viewport", viewport, NULL);
}

void
bl_map_overlay_set_geometry (BlMapOverlay *self, BlMapGeometry *geometry)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  self->geometry = geometry != NULL ? bl_map_geometry_ref (geometry) : NULL;
  self->library = self->area = self->hover = -1;
  update_symbols (self);
}

void
bl_map_overlay_take_extras (BlMapOverlay *self, BlMapExtras *extras)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  g_clear_pointer (&self->extras, bl_map_extras_free);
  self->extras = extras;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_shading (BlMapOverlay *self, BlMapShading *shading)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  g_clear_pointer (&self->shading, bl_map_shading_unref);
  self->shading = shading != NULL ? bl_map_shading_ref (shading) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_scenario (BlMapOverlay *self, BlMapScenario *scenario)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  if (scenario != NULL)
    bl_map_scenario_ref (scenario);
  g_clear_pointer (&self->scenario, bl_map_scenario_unref);
  self->scenario = scenario;
  update_symbols (self);
}

void
bl_map_overlay_set_asked (BlMapOverlay *self, gboolean statutory_only, gboolean cross_boundary)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  self->statutory_only = statutory_only;
  self->cross_boundary = cross_boundary;
  update_symbols (self);
}

void
bl_map_overlay_set_picked (BlMapOverlay *self, int library, int area)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  self->area = area;
  if (self->library != library)
    {
      self->library = library;
      update_symbols (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_hover (BlMapOverlay *self, int area)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  if (self->hover == area)
    return;
  self->hover = area;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_live (BlMapOverlay *self, BlMapShading *shading)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  if (shading != NULL)
    bl_map_shading_ref (shading);
  g_clear_pointer (&self->live, bl_map_shading_unref);
  self->live = shading;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_marked (BlMapOverlay *self, const guint *areas, guint n)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  g_array_set_size (self->marked, 0);
  g_array_append_vals (self->marked, areas, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_reach (BlMapOverlay *self, BlMapReach reach)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  self->reach = reach;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_names (BlMapOverlay *self, gboolean names)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  self->names = names;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_overlay_set_avoid (BlMapOverlay *self, const BlMapBox *boxes, guint n_boxes)
{
  g_return_if_fail (BL_IS_MAP_OVERLAY (self));

  if (n_boxes == self->avoid->len
      && (n_boxes == 0 || memcmp (boxes, self->avoid->data, n_boxes * sizeof *boxes) == 0))
    return;
  g_array_set_size (self->avoid, 0);
  if (n_boxes > 0)
    g_array_append_vals (self->avoid, boxes, n_boxes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
bl_map_overlay_find_library (BlMapOverlay *self, double x, double y)
{
  double best = INFINITY;
  int found = -1;
  BlMapView view;

  g_return_val_if_fail (BL_IS_MAP_OVERLAY (self), -1);

  if (self->geometry == NULL)
    return -1;
  view = bl_map_mercator_view (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                               gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)));
  update_anchors (self, &view);
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const BlMapName *anchor = &g_array_index (self->anchors, BlMapName, i);
      double distance = hypot (anchor->x - x, anchor->y - y);
      BlMapBox box;

      if (distance <= anchor->radius + SLACK && distance < best)
        {
          best = distance;
          found = (int) g_array_index (self->symbols, Symbol, i).library;
        }
      else if (found < 0 && bl_map_names_get_box (self->pictures, anchor, &box) && x >= box.x && y >= box.y
               && x < box.x + box.width && y < box.y + box.height)
        found = (int) g_array_index (self->symbols, Symbol, i).library;
    }
  return found;
}

gboolean
bl_map_overlay_shows_library (BlMapOverlay *self, int library)
{
  g_return_val_if_fail (BL_IS_MAP_OVERLAY (self), FALSE);

  return self->geometry != NULL && library >= 0
         && is_drawn (self, &get_facts (self)->libraries[library]);
}
