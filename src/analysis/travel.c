/* travel.c: how far it is from every area to every library, in metres and minutes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "travel.h"

#include "text.h"
#include "travel-roads.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const struct
{
  const char *name;
  BlBy by;
} means[] = {
  { "straight", BL_BY_STRAIGHT },
  { "walk", BL_BY_WALK },
  { "cycle", BL_BY_CYCLE },
  { "drive", BL_BY_DRIVE },
};

gboolean
bl_travel_parse (const BlFacts *facts, const char *text, BlTravel *travel, GError **error)
{
  g_autofree char *folded = bl_text_fold (text);

  g_return_val_if_fail (facts != NULL && travel != NULL, FALSE);

  *travel = (BlTravel){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    if (g_strcmp0 (folded, means[i].name) == 0)
      {
        travel->by = means[i].by;
        return TRUE;
      }
  for (guint i = 0; i < facts->n_travel; i++)
    {
      g_autofree char *name = bl_text_fold (facts->travel[i].name);
      g_autofree char *title = bl_text_fold (facts->travel[i].title);

      if (folded != NULL && facts->travel[i].name != NULL
          && (g_strcmp0 (folded, name) == 0 || g_strcmp0 (folded, title) == 0))
        {
          *travel = (BlTravel){ .by = BL_BY_TABLE, .table = facts->travel[i].name };
          return TRUE;
        }
    }

  g_autoptr (GString) names = g_string_new ("straight, walk, cycle, drive");

  for (guint i = 0; i < facts->n_travel; i++)
    if (facts->travel[i].name != NULL)
      g_string_append_printf (names, ", %s", facts->travel[i].name);
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("“%s” is neither a way of travelling nor a table of travel times. This project knows: %s."),
               text != NULL ? text : "", names->str);
  return FALSE;
}

char *
bl_travel_to_text (const BlFacts *facts, const BlTravel *travel)
{
  int table;

  switch (travel->by)
    {
    case BL_BY_WALK:
      return g_strdup (_ ("on foot by road"));
    case BL_BY_CYCLE:
      return g_strdup (_ ("by cycle"));
    case BL_BY_DRIVE:
      return g_strdup (_ ("by car"));
    case BL_BY_TABLE:
      table = bl_facts_find_travel (facts, travel->table);
      if (table < 0)
        return g_strdup (travel->table != NULL ? travel->table : _ ("by a table of travel times"));
      if (facts->travel[table].when == NULL)
        return g_strdup (facts->travel[table].title);
      return g_strdup_printf (_ ("%s, %s"), facts->travel[table].title, facts->travel[table].when);
    case BL_BY_STRAIGHT:
    default:
      return g_strdup (_ ("in a straight line"));
    }
}

gboolean
bl_travel_is_possible (const BlFacts *facts, const BlTravel *travel, GError **error)
{
  switch (travel->by)
    {
    case BL_BY_WALK:
    case BL_BY_CYCLE:
    case BL_BY_DRIVE:
      if (facts->routes != NULL)
        return TRUE;
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           _ ("This project has no road network yet. Import one first."));
      return FALSE;
    case BL_BY_TABLE:
      if (bl_facts_find_travel (facts, travel->table) >= 0)
        return TRUE;
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                   _ ("This project has no table of travel times called “%s”. Import it first."),
                   travel->table != NULL ? travel->table : "");
      return FALSE;
    case BL_BY_STRAIGHT:
    default:
      return TRUE;
    }
}

static double
get_pace (const BlTravel *travel)
{
  return travel->pace > 0 ? travel->pace : 1;
}

static void
fill_nan (double *numbers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    numbers[i] = NAN;
}

static void
measure_straight (const BlFacts *facts, double pace, BlPoint from, double *metres, double *minutes)
{
  for (guint i = 0; i < facts->n_areas; i++)
    {
      /* NaN where an area has no place; hypot() would answer infinity for some. */
      double x = facts->points[i].x - from.x, y = facts->points[i].y - from.y;

      metres[i] = sqrt (x * x + y * y);
      minutes[i] = metres[i] / (BL_WALK_METRES * pace);
    }
}

static void
measure_table (const BlFacts *facts, const char *name, guint library, double *minutes)
{
  int table = bl_facts_find_travel (facts, name);

  for (guint c = 0; table >= 0 && c < facts->travel[table].n_columns; c++)
    if (facts->travel[table].columns[c].library == (int) library)
      for (guint i = 0; i < facts->n_areas; i++)
        {
          double time = facts->travel[table].columns[c].minutes[i];

          if (isfinite (time) && time >= 0 && !(minutes[i] <= time)) /* several columns: the quickest */
            minutes[i] = time;
        }
}

/* @reach: work space where there is a network, else NULL. */
static void
measure_row (BlTravelMatrix *self, const BlFacts *facts, guint library, BlReach *reach)
{
  const BlFactsLibrary *it = &facts->libraries[library];
  double *metres = self->metres + (gsize) library * self->n_areas;
  double *minutes = self->minutes + (gsize) library * self->n_areas;

  fill_nan (metres, self->n_areas);
  fill_nan (minutes, self->n_areas);
  if (it->type != BL_LIBRARY_TYPE_STATIC || (self->travel.by == BL_BY_TABLE && it->moved))
    return;
  if (self->travel.by == BL_BY_TABLE)
    measure_table (facts, self->table, library, minutes);
  else if (it->located && reach == NULL)
    measure_straight (facts, get_pace (&self->travel), it->point, metres, minutes);
  else if (it->located)
    {
      BlSnap snap = bl_travel_roads_snap (self->roads, it->point);

      self->library_snap[library] = snap.distance;
      bl_travel_roads_row (self->roads, reach, &snap, metres, minutes);
    }
}

static gboolean
is_stopped (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED, _ ("The work was stopped."));
  return TRUE;
}

static BlTravelMatrix *
matrix_alloc (const BlFacts *facts, const BlTravel *travel)
{
  BlTravelMatrix *self = g_new0 (BlTravelMatrix, 1);
  gsize n = (gsize) facts->n_libraries * facts->n_areas;

  g_atomic_ref_count_init (&self->ref_count);
  self->table = g_strdup (travel->table);
  self->travel = *travel;
  self->travel.table = self->table;
  self->n_libraries = facts->n_libraries;
  self->n_areas = facts->n_areas;
  self->metres = g_new (double, MAX (n, 1));
  self->minutes = g_new (double, MAX (n, 1));
  return self;
}

static gboolean
is_by_road (BlBy by)
{
  return by == BL_BY_WALK || by == BL_BY_CYCLE || by == BL_BY_DRIVE;
}

/* Takes @roads. */
static void
take_roads (BlTravelMatrix *self, BlTravelRoads *roads)
{
  self->roads = roads;
  self->area_snap = g_new (double, MAX (self->n_areas, 1));
  for (guint i = 0; i < self->n_areas; i++)
    self->area_snap[i] = roads->areas[i].distance;
  self->library_snap = g_new (double, MAX (self->n_libraries, 1));
  fill_nan (self->library_snap, self->n_libraries);
}

/* Searches along a network are independent of each other. More threads than this would only wait for memory.
 */
#define THREADS_MOST 4

typedef struct
{
  BlTravelMatrix *matrix;
  const BlFacts *facts;
  GCancellable *cancellable;
  int next; /* atomically: the row that nobody has begun */
} Rows;

static gpointer
measure_rows (gpointer data)
{
  Rows *rows = data;
  g_autoptr (BlReach) reach
      = rows->matrix->roads != NULL ? bl_reach_new (((BlTravelRoads *) rows->matrix->roads)->router) : NULL;
  guint row;

  while ((row = (guint) g_atomic_int_add (&rows->next, 1)) < rows->facts->n_libraries
         && !g_cancellable_is_cancelled (rows->cancellable))
    measure_row (rows->matrix, rows->facts, row, reach);
  return NULL;
}

static void
measure_all (BlTravelMatrix *self, const BlFacts *facts, GCancellable *cancellable)
{
  Rows rows = { .matrix = self, .facts = facts, .cancellable = cancellable };
  GThread *threads[THREADS_MOST - 1];
  guint n = self->roads != NULL ? MIN (MIN (g_get_num_processors (), THREADS_MOST), facts->n_libraries) : 1;
  guint started = 0;

  while (started + 1 < n && (threads[started] = g_thread_try_new ("ways", measure_rows, &rows, NULL)) != NULL)
    started++;
  measure_rows (&rows);
  for (guint i = 0; i < started; i++)
    g_thread_join (threads[i]);
}

BlTravelMatrix *
bl_travel_matrix_new (const BlFacts *facts, const BlTravel *travel, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlTravelMatrix) self = NULL;

  g_return_val_if_fail (facts != NULL && travel != NULL, NULL);

  if (!bl_travel_is_possible (facts, travel, error))
    return NULL;
  self = matrix_alloc (facts, travel);
  if (is_by_road (travel->by))
    {
      BlTravelRoads *roads = bl_travel_roads_new (facts, travel, cancellable, error);

      if (roads == NULL)
        return NULL;
      take_roads (self, roads);
    }
  measure_all (self, facts, cancellable);
  if (is_stopped (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Whether the row of @a is the row of @b. */
static gboolean
is_same_place (const BlFactsLibrary *a, const BlFactsLibrary *b)
{
  return a->type == b->type && a->located == b->located
         && (!a->located || (a->point.x == b->point.x && a->point.y == b->point.y));
}

BlTravelMatrix *
bl_travel_matrix_update (const BlTravelMatrix *self,
                         const BlFacts *before,
                         const BlFacts *facts,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (BlTravelMatrix) updated = NULL;
  g_autoptr (BlReach) reach = NULL;

  g_return_val_if_fail (self != NULL && before != NULL && facts != NULL, NULL);
  g_return_val_if_fail (self->n_areas == facts->n_areas && self->n_libraries == before->n_libraries, NULL);

  updated = matrix_alloc (facts, &self->travel);
  if (self->roads != NULL)
    take_roads (updated, bl_travel_roads_ref (self->roads));
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      gsize row = (gsize) i * self->n_areas;

      if (is_stopped (cancellable, error))
        return NULL;
      if (i < before->n_libraries && is_same_place (&before->libraries[i], &facts->libraries[i]))
        {
          memcpy (updated->metres + row, self->metres + row, self->n_areas * sizeof (double));
          memcpy (updated->minutes + row, self->minutes + row, self->n_areas * sizeof (double));
          if (self->library_snap != NULL)
            updated->library_snap[i] = self->library_snap[i];
        }
      else if (self->travel.by == BL_BY_TABLE)
        {
          /* The table speaks of the place where the library was. */
          fill_nan (updated->metres + row, self->n_areas);
          fill_nan (updated->minutes + row, self->n_areas);
        }
      else
        {
          if (self->roads != NULL && reach == NULL)
            reach = bl_reach_new (((BlTravelRoads *) self->roads)->router);
          measure_row (updated, facts, i, reach);
        }
    }
  return g_steal_pointer (&updated);
}

gboolean
bl_travel_matrix_site (
    const BlTravelMatrix *self, const BlFacts *facts, BlPoint site, double *metres, double *minutes)
{
  g_return_val_if_fail (self != NULL && facts != NULL && self->n_areas == facts->n_areas, FALSE);

  if (self->travel.by == BL_BY_STRAIGHT && isfinite (site.x) && isfinite (site.y))
    {
      measure_straight (facts, get_pace (&self->travel), site, metres, minutes);
      return TRUE;
    }
  if (self->roads != NULL)
    {
      BlTravelRoads *roads = self->roads;
      BlSnap snap = bl_travel_roads_snap (roads, site);

      if (bl_snap_is_known (&snap))
        {
          g_autoptr (BlReach) reach = bl_reach_new (roads->router);

          bl_travel_roads_row (roads, reach, &snap, metres, minutes);
          return TRUE;
        }
    }
  fill_nan (metres, self->n_areas);
  fill_nan (minutes, self->n_areas);
  return FALSE;
}

BlTravelMatrix *
bl_travel_matrix_ref (BlTravelMatrix *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bl_travel_matrix_unref (BlTravelMatrix *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->metres);
  g_free (self->minutes);
  if (self->roads != NULL)
    bl_travel_roads_unref (self->roads);
  g_free (self->library_snap);
  g_free (self->area_snap);
  g_free (self->table);
  g_free (self);
}
