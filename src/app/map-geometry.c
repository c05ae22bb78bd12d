/* map-geometry.c: where everything is on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-geometry.h"

#include <math.h>
#include <string.h>

#include "map-colouring.h"
#include "map-neighbours.h"

G_DEFINE_BOXED_TYPE (BlMapGeometry, bl_map_geometry, bl_map_geometry_ref, bl_map_geometry_unref)

static const BlPoint nowhere = { NAN, NAN };

static gboolean
has_outlines (const BlMapGeometry *self)
{
  return self->facts->outlines != NULL && self->facts->n_areas > 0;
}

static BlPoint
project (BlPoint grid)
{
  return isnan (grid.x) || isnan (grid.y) ? nowhere : bl_map_project (BL_MAP_MERCATOR, grid);
}

static BlMapShape *
make_service (const BlOutlines *outlines)
{
  g_autoptr (BlTable) table = bl_outlines_dissolve (outlines, NULL);

  return bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_MERCATOR);
}

static BlMapShape *
make_catchments (const BlFacts *facts, const int *nearest)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) all = NULL;
  g_autofree gboolean *member = g_new (gboolean, facts->n_areas);

  for (guint i = 0; i < facts->n_libraries; i++)
    {
      guint n = 0;

      for (guint area = 0; area < facts->n_areas; area++)
        {
          member[area] = nearest[area] == (int) i;
          n += member[area];
        }
      if (n > 0)
        {
          g_autoptr (BlTable) one = bl_outlines_dissolve (facts->outlines, member);

          bl_outlines_builder_add_copy (builder, bl_table_get_outlines (one), 0);
        }
      else
        bl_outlines_builder_add_row (builder);
    }

  all = bl_outlines_builder_to_table (builder);
  return bl_map_shape_new (bl_table_get_outlines (all), BL_MAP_MERCATOR);
}

static void
add_to_bounds (BlBounds *bounds, BlPoint point)
{
  if (!isnan (point.x))
    bl_bounds_add (bounds, point);
}

static void
measure (BlMapGeometry *self)
{
  self->bounds = bl_bounds_empty ();
  if (self->service != NULL)
    {
      BlBounds service = bl_map_shape_get_bounds (self->service);

      bl_bounds_add_bounds (&self->bounds, &service);
    }
  for (guint i = 0; i < self->facts->n_areas; i++)
    add_to_bounds (&self->bounds, self->points[i]);
  for (guint i = 0; i < self->facts->n_libraries; i++)
    if (self->facts->libraries[i].open && !self->facts->libraries[i].nearby)
      add_to_bounds (&self->bounds, self->libraries[i]);
}

static gboolean
same_nearest (const BlMapGeometry *a, const BlMapGeometry *b)
{
  return a->nearest != NULL && b->nearest != NULL && a->facts->n_libraries == b->facts->n_libraries
         && a->facts->n_areas == b->facts->n_areas
         && memcmp (a->nearest, b->nearest, a->facts->n_areas * sizeof *a->nearest) == 0;
}

BlMapGeometry *
bl_map_geometry_new (BlFacts *facts, const int *nearest, const BlMapGeometry *previous)
{
  BlMapGeometry *self = g_new0 (BlMapGeometry, 1);
  /* A table is immutable and @previous keeps it alive: the same address is the same outlines. */
  gboolean same_areas = previous != NULL && previous->facts->outlines == facts->outlines
                        && previous->facts->n_areas == facts->n_areas;

  g_atomic_ref_count_init (&self->ref_count);
  self->facts = bl_facts_ref (facts);
  self->points = g_new (BlPoint, MAX (facts->n_areas, 1));
  self->people = g_new (double, MAX (facts->n_areas, 1));
  self->libraries = g_new (BlPoint, MAX (facts->n_libraries, 1));
  self->unit_metres = g_new (double, MAX (facts->n_libraries, 1));
  for (guint i = 0; i < facts->n_areas; i++)
    {
      self->points[i] = project (facts->points[i]);
      self->people[i] = facts->population != NULL ? facts->population[i] : NAN;
    }
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      self->libraries[i] = facts->libraries[i].located ? project (facts->libraries[i].point) : nowhere;
      self->unit_metres[i]
          = facts->libraries[i].located ? bl_map_unit_metres (BL_MAP_MERCATOR, self->libraries[i]) : NAN;
    }
  if (nearest != NULL)
    self->nearest = g_memdup2 (nearest, facts->n_areas * sizeof *nearest);

  if (has_outlines (self))
    {
      if (same_areas && previous->areas != NULL)
        {
          self->areas = bl_map_shape_ref (previous->areas);
          self->service = bl_map_shape_ref (previous->service);
        }
      else
        {
          self->areas = bl_map_shape_new (facts->outlines, BL_MAP_MERCATOR);
          self->service = make_service (facts->outlines);
        }
    }
  if (self->nearest != NULL)
    {
      gboolean same = same_areas && same_nearest (self, previous);

      if (same)
        self->colours = g_memdup2 (previous->colours, MAX (facts->n_libraries, 1));
      else
        self->colours = bl_map_colouring_new (facts, self->nearest);
      if (self->areas != NULL)
        self->catchments = same && previous->catchments != NULL ? bl_map_shape_ref (previous->catchments)
                                                                : make_catchments (facts, self->nearest);
    }

  self->neighbours = bl_map_neighbours_new (facts);
  measure (self);
  return self;
}

typedef struct
{
  BlFacts *facts;
  int *nearest;
  BlMapGeometry *previous;
} Work;

static void
work_free (Work *work)
{
  bl_facts_unref (work->facts);
  g_free (work->nearest);
  g_clear_pointer (&work->previous, bl_map_geometry_unref);
  g_free (work);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  g_task_return_pointer (task, bl_map_geometry_new (work->facts, work->nearest, work->previous),
                         (GDestroyNotify) bl_map_geometry_unref);
}

void
bl_map_geometry_new_async (BlFacts *facts,
                           const int *nearest,
                           BlMapGeometry *previous,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->facts = bl_facts_ref (facts);
  work->nearest = nearest != NULL ? g_memdup2 (nearest, facts->n_areas * sizeof *nearest) : NULL;
  work->previous = previous != NULL ? bl_map_geometry_ref (previous) : NULL;
  g_task_set_source_tag (task, bl_map_geometry_new_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, run);
}

BlMapGeometry *
bl_map_geometry_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BlMapGeometry *
bl_map_geometry_ref (BlMapGeometry *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bl_map_geometry_unref (BlMapGeometry *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  bl_facts_unref (self->facts);
  g_clear_pointer (&self->areas, bl_map_shape_unref);
  g_clear_pointer (&self->service, bl_map_shape_unref);
  g_clear_pointer (&self->catchments, bl_map_shape_unref);
  g_free (self->nearest);
  g_free (self->points);
  g_free (self->people);
  g_free (self->libraries);
  g_free (self->unit_metres);
  g_free (self->colours);
  g_array_unref (self->neighbours);
  g_free (self);
}

int
bl_map_geometry_find_area (const BlMapGeometry *self, BlPoint drawing, double reach)
{
  double best = reach;
  int found = -1;

  if (self->areas != NULL)
    return bl_map_shape_find (self->areas, drawing);

  for (guint i = 0; i < self->facts->n_areas; i++)
    {
      double distance = hypot (self->points[i].x - drawing.x, self->points[i].y - drawing.y);

      if (distance <= best) /* never so for NaN */
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}

gboolean
bl_map_geometry_get_area_place (const BlMapGeometry *self, int area, BlPoint *drawing)
{
  if (area < 0 || (guint) area >= self->facts->n_areas || isnan (self->points[area].x))
    return FALSE;
  *drawing = self->points[area];
  return TRUE;
}
