/* reach.c: who is how far from the nearest of many places, along the roads
 *
 * Dijkstra's search (1959) from many sources at once, with a radix heap. A
 * better way to a node is a further entry in the heap; entries that are out of
 * date are passed over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reach.h"

#include "radix-heap.h"
#include "router-private.h"

#include <math.h>
#include <string.h>

#define NOBODY G_MAXUINT32

typedef struct
{
  guint32 milliseconds; /* BL_REACH_NEVER when nothing came here */
  guint32 owner;
  guint32 decimetres;
} Label;

typedef struct
{
  guint32 node;
  Label label; /* what it was */
} Change;

typedef struct
{
  BlSnap snap;
  guint32 milliseconds, decimetres; /* from the way to the library, parking with it */
  guint32 next;                     /* source on the same edge, or NOBODY */
} Source;

struct _BlReach
{
  BlRouter *router;
  Label *labels;
  guint32 limit;        /* milliseconds */
  GArray *touched;      /* of guint32: nodes that were reached, so that they can be forgotten */
  BlRadixHeap heap;     /* nodes by milliseconds */
  GArray *sources;      /* of Source */
  guint32 *edge_source; /* the last source on each edge, or NOBODY */
  gboolean logging;     /* since the run */
  GArray *changes;      /* of Change */
  guint n_run_sources, n_run_touched;
};

/* --- The search ----------------------------------------------------------- */

static inline guint32
add_metres (guint32 a, guint32 b)
{
  guint32 sum = a + b;

  return sum < a ? G_MAXUINT32 : sum;
}

/* A way to @node: kept when it is quicker than what is there, or as quick to an earlier source, or to the same
 * and shorter. Only a quicker one is a new entry: an equal one finds the old entry still to come, since every
 * arc takes time. */
static inline void
offer (BlReach *self, guint32 node, guint64 milliseconds, guint32 owner, guint32 decimetres, gboolean go_on)
{
  Label *label = self->labels + node;
  gboolean quicker = milliseconds < label->milliseconds;

  if (milliseconds > self->limit)
    return;
  if (!quicker && (milliseconds > label->milliseconds || owner > label->owner
                   || (owner == label->owner && decimetres >= label->decimetres)))
    return;
  if (G_UNLIKELY (self->logging))
    g_array_append_vals (self->changes, &(Change){ node, *label }, 1);
  if (label->milliseconds == BL_REACH_NEVER)
    g_array_append_val (self->touched, node);
  *label = (Label){ (guint32) milliseconds, owner, decimetres };
  if (quicker && go_on)
    bl_radix_heap_push (&self->heap, (guint32) milliseconds, node);
}

static void
spread (BlReach *self)
{
  const guint *node_arcs = self->router->node_arcs;
  const BlArc *arcs = self->router->arcs;

  BlRadixEntry entry;

  while (bl_radix_heap_pop (&self->heap, &entry))
    {
      guint32 node = entry.value;
      Label label = self->labels[node];

      if (label.milliseconds != entry.key)
        continue;
      for (guint a = node_arcs[node]; a < node_arcs[node + 1]; a++)
        offer (self, arcs[a].other & ~BL_ARC_DEAD_END, (guint64) label.milliseconds + arcs[a].milliseconds, label.owner,
               add_metres (label.decimetres, arcs[a].decimetres), (arcs[a].other & BL_ARC_DEAD_END) == 0);
    }
}

static guint32
round_part (double whole, double share)
{
  return (guint32) llround (whole * share);
}

/* Starts the search where the edge of @snap ends, both ways that lead to it. At a junction itself one may come from any side. */
static void
start (BlReach *self, const BlSnap *snap)
{
  const BlRouter *router = self->router;
  Source source = { *snap, 0, 0, NOBODY };
  guint32 number = self->sources->len;
  guint edge = snap->edge;

  if (!bl_snap_is_known (snap) || edge >= router->roads->n_edges || router->open[edge] == 0)
    {
      source.snap.edge = BL_SNAP_NONE;
      g_array_append_val (self->sources, source);
      return;
    }
  source.milliseconds = (guint32) llround (MIN (snap->distance * router->walk_milliseconds, 1e9)) + router->once;
  source.decimetres = (guint32) llround (MIN (snap->distance * 10, 1e9));
  source.next = self->edge_source[edge];
  self->edge_source[edge] = number;
  g_array_append_val (self->sources, source);
  if ((router->open[edge] & BL_OPEN_FORWARD) != 0 || snap->along <= 0)
    offer (self, router->roads->from[edge],
           (guint64) source.milliseconds + round_part (router->milliseconds[edge], snap->along), number,
           add_metres (source.decimetres, round_part (router->roads->lengths[edge], snap->along)), TRUE);
  if ((router->open[edge] & BL_OPEN_BACK) != 0 || snap->along >= 1)
    offer (self, router->roads->to[edge],
           (guint64) source.milliseconds + round_part (router->milliseconds[edge], 1 - snap->along), number,
           add_metres (source.decimetres, round_part (router->roads->lengths[edge], 1 - snap->along)), TRUE);
}

/* --- Public --------------------------------------------------------------- */

BlReach *
bl_reach_new (BlRouter *router)
{
  BlReach *self = g_new0 (BlReach, 1);

  self->router = bl_router_ref (router);
  self->labels = g_new (Label, MAX (router->roads->n_nodes, 1));
  memset (self->labels, 0xff, router->roads->n_nodes * sizeof (Label));
  self->edge_source = g_new (guint32, MAX (router->roads->n_edges, 1));
  memset (self->edge_source, 0xff, router->roads->n_edges * sizeof (guint32));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  return self;
}

void
bl_reach_free (BlReach *self)
{
  if (self == NULL)
    return;
  bl_router_unref (self->router);
  g_free (self->labels);
  bl_radix_heap_clear (&self->heap);
  g_free (self->edge_source);
  g_array_unref (self->touched);
  g_array_unref (self->sources);
  g_array_unref (self->changes);
  g_free (self);
}

/* Takes sources off the end until @n are left. */
static void
drop_sources (BlReach *self, guint n)
{
  for (guint i = self->sources->len; i-- > n;)
    {
      const Source *source = &g_array_index (self->sources, Source, i);

      if (source->snap.edge != BL_SNAP_NONE)
        self->edge_source[source->snap.edge] = source->next;
    }
  g_array_set_size (self->sources, n);
}

/* One by one, or all at once where that is quicker. */
static void
forget_labels (BlReach *self)
{
  guint n_nodes = self->router->roads->n_nodes;

  if (self->touched->len > n_nodes / 8)
    memset (self->labels, 0xff, n_nodes * sizeof (Label));
  else
    for (guint i = 0; i < self->touched->len; i++)
      memset (self->labels + g_array_index (self->touched, guint32, i), 0xff, sizeof (Label));
  g_array_set_size (self->touched, 0);
}

void
bl_reach_run (BlReach *self, const BlSnap *sources, guint n_sources, double max_seconds)
{
  g_return_if_fail (self != NULL && (sources != NULL || n_sources == 0));

  drop_sources (self, 0);
  forget_labels (self);
  g_array_set_size (self->changes, 0);
  self->logging = FALSE;
  self->limit = max_seconds >= (G_MAXUINT32 - 1) / 1000.0 ? G_MAXUINT32 - 1
                : max_seconds > 0                         ? (guint32) floor (max_seconds * 1000 + 1e-6)
                                                          : 0;
  for (guint i = 0; i < n_sources; i++)
    start (self, sources + i);
  spread (self);
  self->n_run_sources = self->sources->len;
  self->n_run_touched = self->touched->len;
}

void
bl_reach_add (BlReach *self, const BlSnap *source)
{
  g_return_if_fail (self != NULL && source != NULL);

  self->logging = TRUE;
  start (self, source);
  spread (self);
}

void
bl_reach_restore (BlReach *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = self->changes->len; i-- > 0;)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      self->labels[change->node] = change->label;
    }
  g_array_set_size (self->changes, 0);
  g_array_set_size (self->touched, self->n_run_touched);
  drop_sources (self, self->n_run_sources);
}

/* A way for @best, when it is better. */
static void
compare (Label *best, guint64 milliseconds, guint32 owner, guint32 decimetres)
{
  if (milliseconds < best->milliseconds
      || (milliseconds == best->milliseconds
          && (owner < best->owner || (owner == best->owner && decimetres < best->decimetres))))
    *best = (Label){ (guint32) milliseconds, owner, decimetres };
}

static void
compare_end (const BlReach *self, Label *best, guint32 node, double whole, double length, double share)
{
  const Label *label = self->labels + node;

  if (label->milliseconds != BL_REACH_NEVER)
    compare (best, (guint64) label->milliseconds + round_part (whole, share), label->owner,
             add_metres (label->decimetres, round_part (length, share)));
}

BlArrival
bl_reach_at (const BlReach *self, const BlSnap *place)
{
  const BlArrival never = { FALSE, NAN, NAN, G_MAXUINT };
  Label best = { BL_REACH_NEVER, NOBODY, G_MAXUINT32 };
  const BlRouter *router;
  double whole, length;
  guint edge;

  g_return_val_if_fail (self != NULL && place != NULL, never);

  router = self->router;
  edge = place->edge;
  if (!bl_snap_is_known (place) || edge >= router->roads->n_edges)
    return never;
  whole = router->milliseconds[edge];
  length = router->roads->lengths[edge];
  if ((router->open[edge] & BL_OPEN_FORWARD) != 0 || place->along >= 1)
    compare_end (self, &best, router->roads->to[edge], whole, length, 1 - place->along);
  if ((router->open[edge] & BL_OPEN_BACK) != 0 || place->along <= 0)
    compare_end (self, &best, router->roads->from[edge], whole, length, place->along);
  for (guint32 i = self->edge_source[edge]; i != NOBODY; i = g_array_index (self->sources, Source, i).next)
    {
      const Source *source = &g_array_index (self->sources, Source, i);
      double share = source->snap.along - place->along;
      guint64 milliseconds = (guint64) source->milliseconds + round_part (whole, fabs (share));

      if ((router->open[edge] & (share >= 0 ? BL_OPEN_FORWARD : BL_OPEN_BACK)) == 0 && share != 0)
        continue;
      if (milliseconds <= self->limit)
        compare (&best, milliseconds, i, add_metres (source->decimetres, round_part (length, fabs (share))));
    }
  if (best.milliseconds == BL_REACH_NEVER)
    return never;
  return (BlArrival){ TRUE, (best.milliseconds + place->distance * router->walk_milliseconds) / 1000,
                     best.decimetres / 10.0 + place->distance, best.owner };
}

BlRouter *
bl_reach_get_router (const BlReach *self)
{
  return self->router;
}

guint
bl_reach_get_n_sources (const BlReach *self)
{
  return self->sources->len;
}

guint32
bl_reach_get_milliseconds (const BlReach *self, guint node)
{
  g_return_val_if_fail (node < self->router->roads->n_nodes, BL_REACH_NEVER);

  return self->labels[node].milliseconds;
}

double
bl_reach_get_metres (const BlReach *self, guint node)
{
  g_return_val_if_fail (node < self->router->roads->n_nodes, NAN);

  return self->labels[node].milliseconds == BL_REACH_NEVER ? NAN : self->labels[node].decimetres / 10.0;
}

guint
bl_reach_get_owner (const BlReach *self, guint node)
{
  g_return_val_if_fail (node < self->router->roads->n_nodes, G_MAXUINT);

  return self->labels[node].owner;
}
