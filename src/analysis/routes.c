/* routes.c: the road network of a project, made ready when it is first travelled on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "routes.h"

#include <string.h>

/* A slider of speeds must not keep a router for every place it was at. */
#define ROUTERS_MOST 8

typedef struct
{
  BlRouter *router;
  double pace;
} Kept;

struct _BlRoutes
{
  gatomicrefcount ref_count;
  BlTable *table;
  BlSpeeds speeds;
  GMutex mutex;
  BlGraph *graph;  /* under the mutex, as is: */
  GArray *routers; /* of Kept, the oldest first */
};

static void
read_speed (BlNetwork *network, const char *field, double *speed, gboolean may_be_nought)
{
  double given;

  if (field != NULL && bl_record_get_real (BL_RECORD (network), field, &given)
      && (given > 0 || (may_be_nought && given == 0)))
    *speed = given;
}

void
bl_routes_read_speeds (BlNetwork *network, BlSpeeds *speeds)
{
  g_return_if_fail (BL_IS_NETWORK (network));

  bl_speeds_init (speeds);
  read_speed (network, "walk-speed", &speeds->walk, FALSE);
  read_speed (network, "cycle-speed", &speeds->cycle, FALSE);
  for (guint i = 0; i < BL_N_ROAD_CLASSES; i++)
    read_speed (network, bl_network_get_drive_field (i), &speeds->drive[i], FALSE);
  read_speed (network, "limit-share", &speeds->limit_share, FALSE);
  read_speed (network, "junction-allowance", &speeds->junction_allowance, TRUE);
  read_speed (network, "parking-seconds", &speeds->parking_seconds, TRUE);
}

static void
kept_clear (gpointer data)
{
  bl_router_unref (((Kept *) data)->router);
}

BlRoutes *
bl_routes_new (BlTable *roads, const BlSpeeds *speeds)
{
  BlRoutes *self = g_new0 (BlRoutes, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->table = bl_table_ref (roads);
  self->speeds = *speeds;
  g_mutex_init (&self->mutex);
  self->routers = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self->routers, kept_clear);
  return self;
}

BlRoutes *
bl_routes_ref (BlRoutes *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bl_routes_unref (BlRoutes *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->routers);
  g_clear_pointer (&self->graph, bl_graph_unref);
  g_mutex_clear (&self->mutex);
  bl_table_unref (self->table);
  g_free (self);
}

BlTable *
bl_routes_get_table (const BlRoutes *self)
{
  return self->table;
}

const BlSpeeds *
bl_routes_get_speeds (const BlRoutes *self)
{
  return &self->speeds;
}

static gboolean
is_same_speeds (const BlSpeeds *a, const BlSpeeds *b)
{
  for (guint i = 0; i < BL_N_ROAD_CLASSES; i++)
    if (a->drive[i] != b->drive[i])
      return FALSE;
  return a->walk == b->walk && a->cycle == b->cycle && a->limit_share == b->limit_share
         && a->junction_allowance == b->junction_allowance && a->parking_seconds == b->parking_seconds;
}

void
bl_routes_take_over (BlRoutes *self, BlRoutes *before)
{
  g_autoptr (GArray) routers = NULL;
  BlGraph *graph;

  if (self == before || self->table != before->table)
    return;
  g_mutex_lock (&before->mutex);
  graph = before->graph != NULL ? bl_graph_ref (before->graph) : NULL;
  routers = g_array_new (FALSE, FALSE, sizeof (Kept));
  for (guint i = 0; is_same_speeds (&self->speeds, &before->speeds) && i < before->routers->len; i++)
    {
      Kept kept = g_array_index (before->routers, Kept, i);

      bl_router_ref (kept.router);
      g_array_append_val (routers, kept);
    }
  g_mutex_unlock (&before->mutex);

  g_mutex_lock (&self->mutex);
  if (self->graph == NULL)
    self->graph = graph;
  else
    g_clear_pointer (&graph, bl_graph_unref);
  g_array_append_vals (self->routers, routers->data, routers->len);
  g_mutex_unlock (&self->mutex);
}

/* Under the mutex. */
static BlGraph *
ensure_graph (BlRoutes *self)
{
  if (self->graph == NULL)
    self->graph = bl_graph_new (self->table);
  return self->graph;
}

BlGraph *
bl_routes_dup_graph (BlRoutes *self)
{
  BlGraph *graph;

  g_mutex_lock (&self->mutex);
  graph = bl_graph_ref (ensure_graph (self));
  g_mutex_unlock (&self->mutex);
  return graph;
}

static void
speed_up (BlSpeeds *speeds, double pace)
{
  speeds->walk *= pace;
  speeds->cycle *= pace;
  for (guint i = 0; i < BL_N_ROAD_CLASSES; i++)
    speeds->drive[i] *= pace;
  speeds->limit_share *= pace;
}

BlRouter *
bl_routes_dup_router (BlRoutes *self, BlTravelMode mode, double pace)
{
  BlRouter *router = NULL;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->routers->len; i++)
    {
      const Kept *kept = &g_array_index (self->routers, Kept, i);

      if (bl_router_get_mode (kept->router) == mode && kept->pace == pace)
        router = bl_router_ref (kept->router);
    }
  if (router == NULL)
    {
      BlSpeeds speeds = self->speeds;
      Kept kept;

      speed_up (&speeds, pace);
      router = bl_router_new (ensure_graph (self), mode, &speeds);
      kept = (Kept){ bl_router_ref (router), pace };
      if (self->routers->len == ROUTERS_MOST)
        g_array_remove_index (self->routers, 0);
      g_array_append_val (self->routers, kept);
    }
  g_mutex_unlock (&self->mutex);
  return router;
}
