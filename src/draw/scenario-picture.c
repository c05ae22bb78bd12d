/* scenario-picture.c: the difference map of a scenario, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "flow-arrow.h"
#include "map-difference.h"
#include "paint.h"
#include "text-painter.h"
#include "text.h"

#define PADDING 28.0
#define CLEAR 12.0
#define SMALLEST_FLOW 0.01 /* of the largest */
#define MOST_FLOWS 18

struct _BlScenarioPicture
{
  BlFacts *facts;      /* as they would be */
  guint n_today;
  BlMapShape *areas;   /* NULL without outlines */
  BlMapShape *service;
  BlPoint *points;     /* by area */
  BlEffect *effects;
  BlMapSymbol *symbols;
  char **labels;       /* of the symbols */
  guint n_symbols;
  guint n_flows;
  BlFlow *flows;
  BlBounds bounds;
};

static BlPoint
project (BlPoint grid)
{
  return isnan (grid.x) ? grid : bl_map_project (BL_MAP_GRID, grid);
}

static gboolean
is_drawn (const BlFactsLibrary *library)
{
  return library->located && library->type == BL_LIBRARY_TYPE_STATIC && !library->nearby;
}

static void
take_symbols (BlScenarioPicture *self, const BlFacts *today)
{
  self->symbols = g_new0 (BlMapSymbol, self->facts->n_libraries + 1);
  self->labels = g_new0 (char *, self->facts->n_libraries + 1);
  for (guint i = 0; i < self->facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &self->facts->libraries[i];
      gboolean closed = i < today->n_libraries && today->libraries[i].open && !library->open;
      BlMapSymbol *symbol = &self->symbols[self->n_symbols];
      g_autofree char *name = NULL;

      /* Those that closed long ago say nothing of this scenario. */
      if (!is_drawn (library) || (!library->open && !closed))
        continue;
      name = bl_text_short_library_name (library->name);
      self->labels[self->n_symbols] = closed ? g_strdup_printf (_ ("%s, closed"), name) : g_steal_pointer (&name);
      symbol->drawing = project (library->point);
      symbol->look.operation = library->open ? library->operation : BL_OPERATION_UNKNOWN;
      symbol->look.statutory = library->statutory;
      symbol->look.proposed = i >= self->n_today;
      symbol->label = self->labels[self->n_symbols];
      self->n_symbols++;
      if (closed || symbol->look.proposed)
        bl_bounds_add (&self->bounds, symbol->drawing);
    }
}

static void
take_areas (BlScenarioPicture *self, const BlFacts *today, const BlConsequences *consequences)
{
  self->effects = g_memdup2 (consequences->effects, today->n_areas * sizeof *consequences->effects);
  self->points = g_new (BlPoint, today->n_areas + 1);
  if (today->outlines != NULL)
    {
      g_autoptr (BlTable) whole = bl_outlines_dissolve (today->outlines, NULL);

      self->areas = bl_map_shape_new (today->outlines, BL_MAP_GRID);
      self->service = bl_map_shape_new (bl_table_get_outlines (whole), BL_MAP_GRID);
    }
  for (guint i = 0; i < today->n_areas; i++)
    {
      BlBounds area = bl_bounds_empty ();

      self->points[i] = project (today->points[i]);
      if (self->effects[i] == BL_EFFECT_NONE)
        continue;
      if (self->areas != NULL)
        area = bl_map_shape_get_row_bounds (self->areas, i);
      if (!bl_bounds_is_empty (&area))
        bl_bounds_add_bounds (&self->bounds, &area);
      else if (!isnan (self->points[i].x))
        bl_bounds_add (&self->bounds, self->points[i]);
    }
}

BlScenarioPicture *
bl_scenario_picture_new (const BlFacts *today, BlFacts *changed, const BlConsequences *consequences)
{
  BlScenarioPicture *self = g_new0 (BlScenarioPicture, 1);

  self->facts = bl_facts_ref (changed);
  self->n_today = today->n_libraries;
  self->bounds = bl_bounds_empty ();
  take_areas (self, today, consequences);
  take_symbols (self, today);
  self->flows = g_memdup2 (consequences->flows, consequences->n_flows * sizeof *consequences->flows);
  self->n_flows = consequences->n_flows;
  for (guint i = 0; i < self->n_flows; i++)
    if (changed->libraries[self->flows[i].to].located)
      bl_bounds_add (&self->bounds, project (changed->libraries[self->flows[i].to].point));
  /* Nothing changes for anybody: the whole service. */
  if (bl_bounds_is_empty (&self->bounds) || consequences->areas[BL_EFFECT_NONE] == today->n_areas)
    {
      for (guint i = 0; i < today->n_areas; i++)
        if (!isnan (self->points[i].x))
          bl_bounds_add (&self->bounds, self->points[i]);
      for (guint i = 0; i < self->n_symbols; i++)
        bl_bounds_add (&self->bounds, self->symbols[i].drawing);
    }
  return self;
}

void
bl_scenario_picture_free (BlScenarioPicture *self)
{
  for (guint i = 0; i < self->n_symbols; i++)
    g_free (self->labels[i]);
  g_free (self->labels);
  g_free (self->symbols);
  g_free (self->flows);
  g_free (self->effects);
  g_free (self->points);
  g_clear_pointer (&self->areas, bl_map_shape_unref);
  g_clear_pointer (&self->service, bl_map_shape_unref);
  bl_facts_unref (self->facts);
  g_free (self);
}

double
bl_scenario_picture_get_ratio (const BlScenarioPicture *self)
{
  if (bl_bounds_is_empty (&self->bounds))
    return 0.4;
  return CLAMP ((self->bounds.y2 - self->bounds.y1) / MAX (self->bounds.x2 - self->bounds.x1, 1), 0.4, 1);
}

static void
paint_ground (const BlScenarioPicture *self, cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  BlColour none = bl_effect_look (BL_EFFECT_NONE, palette).ground;
  BlMapFill fill = { .fills = &none, .n_fills = 1 };

  bl_map_paint_ground (cr, view, palette);
  if (self->areas == NULL)
    {
      bl_map_paint_difference_points (cr, view, self->points, self->facts->population, self->facts->n_areas,
                                      self->effects, palette);
      return;
    }
  bl_map_paint_areas (cr, view, self->areas, &fill, palette);
  bl_map_paint_difference (cr, view, self->areas, self->effects, palette);
  bl_map_paint_outline (cr, view, self->service, -1, BL_MAP_LINE_SERVICE, palette);
}

/* Arrows and their numbers; returns where the numbers are, for names to keep clear of. */
static GArray *
paint_flows (const BlScenarioPicture *self, cairo_t *cr, const BlMapView *view, double text_scale,
             const BlPalette *palette)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (BlMapBox));
  BlTextStyle style = { .size = BL_TEXT_SIZE_LABEL, .text_scale = text_scale, .weight = 700 };
  double most = self->n_flows > 0 ? self->flows[0].population : 0;

  for (guint i = 0; i < MIN (self->n_flows, MOST_FLOWS); i++)
    {
      const BlFlow *flow = &self->flows[i];
      const BlFactsLibrary *from = &self->facts->libraries[flow->from], *to = &self->facts->libraries[flow->to];
      BlFlowArrow arrow = { .clear = CLEAR, .width = bl_flow_arrow_width (flow->population, most) };
      g_autofree char *text = bl_text_number (flow->population, 0);
      g_autoptr (PangoLayout) layout = NULL;
      BlPoint middle;
      BlMapBox box;

      if (!from->located || !to->located || !(flow->population > most * SMALLEST_FLOW))
        continue;
      arrow.from = bl_map_view_to_pixels (view, project (from->point));
      arrow.to = bl_map_view_to_pixels (view, project (to->point));
      if (!bl_flow_arrow_is_drawn (&arrow))
        continue;
      bl_flow_arrow_paint (cr, &arrow, palette);
      middle = bl_flow_arrow_at (&arrow, 0.5);
      layout = bl_text_painter_layout (cr, text, &style);
      bl_text_painter_measure (layout, &box.width, &box.height);
      box.x = middle.x + arrow.width / 2 + 4;
      box.y = middle.y - box.height / 2;
      bl_text_painter_draw_halo (cr, layout, box.x, box.y, 0, 0, palette->ink, palette->halo, text_scale);
      g_array_append_val (boxes, box);
    }
  return boxes;
}

void
bl_scenario_picture_paint (const BlScenarioPicture *self,
                           cairo_t *cr,
                           double width,
                           double height,
                           double text_scale,
                           const BlPalette *palette)
{
  BlMapView view;
  g_autoptr (GArray) boxes = NULL;

  if (bl_bounds_is_empty (&self->bounds))
    return;
  view = bl_map_view_fit (self->bounds, width, height, PADDING);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  paint_ground (self, cr, &view, palette);
  boxes = paint_flows (self, cr, &view, text_scale, palette);
  bl_map_paint_symbols (cr, &view, self->symbols, self->n_symbols, (const BlMapBox *) (gpointer) boxes->data, boxes->len,
                        text_scale, palette);
  cairo_restore (cr);
}
