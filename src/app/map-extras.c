/* map-extras.c: what can be laid over the map besides the libraries: rings and stops
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-extras.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint.h"
#include "text-painter.h"
#include "text.h"

struct _BlMapExtras
{
  BlMapRings rings;
  double minutes[BL_MAP_RINGS_MAX];
  char *labels[BL_MAP_RINGS_MAX];
  BlPoint *centres;
  BlMapShape *shape;
  BlMapShape *isochrones;
  char *isochrones_label;
  BlPoint *stops; /* drawing coordinates */
  guint n_stops;
  gboolean has_place;
  BlPoint place; /* drawing coordinates */
  char *place_name;
};

BlMapExtras *
bl_map_extras_new (void)
{
  return g_new0 (BlMapExtras, 1);
}

static void
clear_rings (BlMapExtras *self)
{
  for (guint i = 0; i < BL_MAP_RINGS_MAX; i++)
    g_clear_pointer (&self->labels[i], g_free);
  g_clear_pointer (&self->centres, g_free);
  g_clear_pointer (&self->shape, bl_map_shape_unref);
  self->rings = (BlMapRings){ 0 };
}

void
bl_map_extras_free (BlMapExtras *self)
{
  if (self == NULL)
    return;
  clear_rings (self);
  bl_map_extras_set_isochrones (self, NULL, NULL);
  g_free (self->stops);
  g_free (self->place_name);
  g_free (self);
}

void
bl_map_extras_set_rings (BlMapExtras *self,
                         const BlFacts *facts,
                         const BlAccessQuestion *question,
                         int library,
                         const double *minutes,
                         guint n_minutes,
                         const BlOutlines *outlines)
{
  BlMapRings *rings = &self->rings;

  g_return_if_fail (n_minutes <= BL_MAP_RINGS_MAX);

  clear_rings (self);
  rings->n = n_minutes;
  for (guint i = 0; i < n_minutes; i++)
    {
      g_autofree char *number = bl_text_number (minutes[i], minutes[i] == floor (minutes[i]) ? 0 : 1);

      self->minutes[i] = minutes[i];
      self->labels[i] = g_strdup_printf (_ ("%s min"), number);
      rings->labels[i] = self->labels[i];
      rings->metres[i] = minutes[i] * BL_WALK_METRES;
    }
  if (n_minutes == 0)
    return;
  if (outlines != NULL)
    {
      self->shape = bl_map_shape_new (outlines, BL_MAP_MERCATOR);
      rings->shape = self->shape;
      return;
    }
  self->centres = g_new (BlPoint, MAX (facts->n_libraries, 1));
  for (guint i = 0; i < facts->n_libraries; i++)
    if (facts->libraries[i].located
        && (library >= 0 ? (int) i == library : bl_access_counts (facts, question, i)))
      self->centres[rings->n_centres++] = facts->libraries[i].point;
  rings->centres = self->centres;
}

void
bl_map_extras_set_isochrones (BlMapExtras *self, const BlOutlines *outlines, const char *label)
{
  g_clear_pointer (&self->isochrones, bl_map_shape_unref);
  g_clear_pointer (&self->isochrones_label, g_free);
  if (outlines == NULL)
    return;
  self->isochrones = bl_map_shape_new (outlines, BL_MAP_MERCATOR);
  self->isochrones_label = g_strdup (label);
}

const double *
bl_map_extras_get_minutes (const BlMapExtras *self, guint *n)
{
  *n = self->rings.n;
  return self->minutes;
}

void
bl_map_extras_set_stops (BlMapExtras *self, const BlFacts *facts)
{
  g_clear_pointer (&self->stops, g_free);
  self->n_stops = 0;
  if (facts == NULL)
    return;
  self->stops = g_new (BlPoint, MAX (facts->n_stops, 1));
  for (guint i = 0; i < facts->n_stops; i++)
    if (facts->stops[i].located && facts->stops[i].open_to_all)
      self->stops[self->n_stops++] = bl_map_project (BL_MAP_MERCATOR, facts->stops[i].point);
}

void
bl_map_extras_set_place (BlMapExtras *self, BlPoint grid, const char *name)
{
  self->has_place = TRUE;
  self->place = bl_map_project (BL_MAP_MERCATOR, grid);
  g_free (self->place_name);
  self->place_name = g_strdup (name);
}

/* Cross hairs with a ring, the shape of no library. */
static void
paint_place (const BlMapExtras *self, cairo_t *cr, const BlMapView *view, double text_scale, const BlPalette *palette)
{
  BlPoint at = bl_map_view_to_pixels (view, self->place);
  BlTextStyle style = { .size = BL_TEXT_SIZE_LABEL, .text_scale = text_scale, .weight = 700 };
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, self->place_name, &style);

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, 8, 0, 2 * G_PI);
  for (int i = 0; i < 4; i++)
    {
      double across = i == 0 ? 1 : i == 1 ? -1 : 0, down = i == 2 ? 1 : i == 3 ? -1 : 0;

      cairo_move_to (cr, at.x + 4 * across, at.y + 4 * down);
      cairo_line_to (cr, at.x + 13 * across, at.y + 13 * down);
    }
  bl_paint_set_colour (cr, palette->halo);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, palette->ink);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  bl_text_painter_draw_halo (cr, layout, at.x, at.y + 16, 0.5, 0, palette->ink, palette->halo, text_scale);
}

void
bl_map_extras_paint (const BlMapExtras *self,
                     cairo_t *cr,
                     const BlMapView *view,
                     double text_scale,
                     const BlPalette *palette)
{
  if (self->isochrones != NULL)
    bl_map_paint_isochrones (cr, view, self->isochrones, self->isochrones_label, text_scale, palette);
  if (self->rings.n > 0)
    bl_map_paint_rings (cr, view, BL_MAP_MERCATOR, &self->rings, text_scale, palette);
  for (guint i = 0; i < self->n_stops; i++)
    {
      BlPoint at = bl_map_view_to_pixels (view, self->stops[i]);

      if (at.x > -10 && at.y > -10 && at.x < view->width + 10 && at.y < view->height + 10)
        bl_marker_paint_stop (cr, at.x, at.y, palette);
    }
  if (self->has_place)
    paint_place (self, cr, view, text_scale, palette);
}
