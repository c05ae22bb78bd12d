/* map-scenario.c: a scenario laid over the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-scenario.h"

#include <math.h>

#include "flow-arrow.h"
#include "map-difference.h"
#include "paint.h"
#include "text.h"

/* More arrows than this are a tangle, and the smallest say least. */
#define MOST_FLOWS 18
#define SMALLEST_FLOW 0.01 /* of the largest */
/* Pixels between a marker's middle and an arrow. */
#define CLEAR 14.0
#define STEP 9.0

static const BlPoint nowhere = { NAN, NAN };

static BlPoint
get_place (const BlFactsLibrary *library)
{
  return library->located ? bl_map_project (BL_MAP_MERCATOR, library->point) : nowhere;
}

static gboolean
is_moved (const BlFactsLibrary *before, const BlFactsLibrary *after)
{
  return before->located && after->located && (before->point.x != after->point.x || before->point.y != after->point.y);
}

static gboolean
is_changed (const BlFactsLibrary *before, const BlFactsLibrary *after)
{
  return before->open != after->open || before->operation != after->operation || before->statutory != after->statutory
         || is_moved (before, after)
         || (before->week_hours != after->week_hours && !(isnan (before->week_hours) && isnan (after->week_hours)));
}

static void
take_flows (BlMapScenario *self, const BlConsequences *consequences)
{
  double most = consequences->n_flows > 0 ? consequences->flows[0].population : 0;

  self->flows = g_malloc0_n (MIN (consequences->n_flows, MOST_FLOWS) + 1, sizeof *self->flows);
  for (guint i = 0; i < consequences->n_flows && self->n_flows < MOST_FLOWS; i++)
    {
      const BlFlow *flow = &consequences->flows[i];
      guint n = self->n_flows;

      if (!(flow->population > 0) || flow->population < most * SMALLEST_FLOW)
        continue;
      self->flows[n].from = flow->from;
      self->flows[n].to = flow->to;
      self->flows[n].width = bl_flow_arrow_width (flow->population, most);
      self->flows[n].text = bl_text_number (flow->population, 0);
      self->told[flow->to] = TRUE;
      self->n_flows++;
    }
}

BlMapScenario *
bl_map_scenario_new (const BlFacts *today, BlFacts *facts, const BlConsequences *consequences)
{
  BlMapScenario *self;

  g_return_val_if_fail (facts->n_libraries >= today->n_libraries, NULL);

  self = g_new0 (BlMapScenario, 1);
  g_ref_count_init (&self->ref_count);
  self->facts = bl_facts_ref (facts);
  self->n_today = today->n_libraries;
  self->n_areas = facts->n_areas;
  self->libraries = g_new (BlPoint, facts->n_libraries + 1);
  self->before = g_new (BlPoint, facts->n_libraries + 1);
  self->closed = g_new0 (gboolean, facts->n_libraries + 1);
  self->told = g_new0 (gboolean, facts->n_libraries + 1);
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *after = &facts->libraries[i];
      const BlFactsLibrary *before = i < today->n_libraries ? &today->libraries[i] : NULL;

      self->libraries[i] = get_place (after);
      self->before[i] = before != NULL && is_moved (before, after) ? get_place (before) : nowhere;
      self->closed[i] = before != NULL && before->open && !after->open;
      self->told[i] = before == NULL || is_changed (before, after);
    }
  self->effects = g_memdup2 (consequences->effects, facts->n_areas * sizeof *consequences->effects);
  take_flows (self, consequences);
  return self;
}

BlMapScenario *
bl_map_scenario_ref (BlMapScenario *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
bl_map_scenario_unref (BlMapScenario *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  bl_facts_unref (self->facts);
  g_free (self->libraries);
  g_free (self->before);
  g_free (self->closed);
  g_free (self->told);
  g_free (self->effects);
  for (guint i = 0; i < self->n_flows; i++)
    g_free (self->flows[i].text);
  g_free (self->flows);
  g_free (self);
}

void
bl_map_scenario_paint_areas (const BlMapScenario *self,
                             cairo_t *cr,
                             const BlMapView *view,
                             const BlMapGeometry *geometry,
                             const BlPalette *palette)
{
  /* Areas of before an import: the new ones are on their way. */
  if (geometry->facts->n_areas != self->n_areas)
    return;
  if (geometry->areas != NULL)
    bl_map_paint_difference (cr, view, geometry->areas, self->effects, palette);
  else
    bl_map_paint_difference_points (cr, view, geometry->points, geometry->people, self->n_areas, self->effects,
                                    palette);
}

/* FALSE without places, or where the arrow would be shorter than its head. */
static gboolean
get_arrow (const BlMapScenario *self, const BlMapView *view, guint flow, BlFlowArrow *arrow)
{
  BlPoint from = self->libraries[self->flows[flow].from], to = self->libraries[self->flows[flow].to];

  if (isnan (from.x) || isnan (to.x))
    return FALSE;
  *arrow = (BlFlowArrow){
    .from = bl_map_view_to_pixels (view, from),
    .to = bl_map_view_to_pixels (view, to),
    .clear = CLEAR,
    .width = self->flows[flow].width,
  };
  return bl_flow_arrow_is_drawn (arrow);
}

void
bl_map_scenario_paint_flows (const BlMapScenario *self, cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  static const double dashes[] = { 5, 4 };
  BlFlowArrow arrow;

  for (guint i = 0; i < self->facts->n_libraries; i++)
    {
      BlPoint from, to;

      if (isnan (self->before[i].x))
        continue;
      from = bl_map_view_to_pixels (view, self->before[i]);
      to = bl_map_view_to_pixels (view, self->libraries[i]);
      cairo_save (cr);
      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
      bl_paint_set_colour (cr, palette->halo);
      cairo_set_line_width (cr, 5);
      cairo_stroke_preserve (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, 1.6);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  /* The largest last: it is never hidden. */
  for (guint i = self->n_flows; i > 0; i--)
    if (get_arrow (self, view, i - 1, &arrow))
      bl_flow_arrow_paint (cr, &arrow, palette);
}

void
bl_map_scenario_place_numbers (const BlMapScenario *self, const BlMapView *view, BlMapName *names)
{
  for (guint i = 0; i < self->n_flows; i++)
    {
      BlFlowArrow arrow;

      names[i].text = NULL;
      names[i].radius = 0;
      names[i].x = names[i].y = -100;
      if (get_arrow (self, view, i, &arrow))
        {
          BlPoint middle = bl_flow_arrow_at (&arrow, 0.5);

          names[i].x = middle.x;
          names[i].y = middle.y;
          names[i].radius = arrow.width / 2 + 1;
          names[i].text = self->flows[i].text;
          names[i].picked = TRUE;
        }
    }
}

void
bl_map_scenario_add_boxes (const BlMapScenario *self, const BlMapView *view, GArray *boxes)
{
  for (guint i = 0; i < self->n_flows; i++)
    {
      BlFlowArrow arrow;
      int steps;

      if (!get_arrow (self, view, i, &arrow))
        continue;
      steps = (int) CLAMP (hypot (arrow.to.x - arrow.from.x, arrow.to.y - arrow.from.y) / STEP, 2, 60);
      for (int step = 0; step <= steps; step++)
        {
          BlPoint at = bl_flow_arrow_at (&arrow, step / (double) steps);
          double half = arrow.width / 2 + (step >= steps - 1 ? 4 : 1);
          BlMapBox box = { at.x - half, at.y - half, 2 * half, 2 * half };

          g_array_append_val (boxes, box);
        }
    }
}
