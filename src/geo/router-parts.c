/* router-parts.c: which nodes of a network can be reached from each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "router-private.h"

#include <string.h>

/**
 * Visit: a node whose arcs are being followed.
 */
typedef struct
{
  guint32 node;
  guint next; /* arc */
} Visit;

/**
 * Search: Tarjan's depth-first search without recursion. A road is longer than a stack is deep.
 */
typedef struct
{
  const guint *node_arcs;
  const BlArc *arcs;
  guint32 *part;
  guint32 *order; /* in which the nodes were first seen, from 1; 0 is not yet */
  guint32 *low;   /* the earliest seen that can be reached from here */
  Visit *visits;
  guint n_visits;
  guint32 *open;  /* nodes seen and in no part yet */
  guint n_open, n_seen, n_parts;
} Search;

static void
enter (Search *search, guint32 node)
{
  search->order[node] = search->low[node] = ++search->n_seen;
  search->open[search->n_open++] = node;
  search->visits[search->n_visits++] = (Visit){ node, search->node_arcs[node] };
}

/* All arcs of @node were followed: if nothing earlier can be reached from it, what is open since it is a part. */
static void
leave (Search *search, guint32 node)
{
  guint32 member;

  if (search->low[node] != search->order[node])
    return;
  do
    {
      member = search->open[--search->n_open];
      search->part[member] = search->n_parts;
    }
  while (member != node);
  search->n_parts++;
}

static void
search_from (Search *search, guint32 start)
{
  enter (search, start);
  while (search->n_visits > 0)
    {
      Visit *visit = search->visits + search->n_visits - 1;
      guint32 node = visit->node, other;

      if (visit->next == search->node_arcs[node + 1])
        {
          leave (search, node);
          if (--search->n_visits > 0)
            {
              guint32 parent = search->visits[search->n_visits - 1].node;

              search->low[parent] = MIN (search->low[parent], search->low[node]);
            }
          continue;
        }
      other = search->arcs[visit->next++].other;
      if (search->order[other] == 0)
        enter (search, other);
      else if (search->part[other] == G_MAXUINT32)
        search->low[node] = MIN (search->low[node], search->order[other]);
    }
}

guint
bl_router_find_parts (const guint *node_arcs, const BlArc *arcs, guint n_nodes, guint32 *part)
{
  gsize n = MAX (n_nodes, 1);
  g_autofree guint32 *order = g_new0 (guint32, n), *low = g_new (guint32, n), *open = g_new (guint32, n);
  g_autofree Visit *visits = g_new (Visit, n);
  g_autofree guint8 *touched = g_new0 (guint8, n);
  Search search = { node_arcs, arcs, part, order, low, visits, 0, open, 0, 0, 0 };

  memset (part, 0xff, n_nodes * sizeof *part);
  for (guint v = 0; v < n_nodes; v++)
    for (guint a = node_arcs[v]; a < node_arcs[v + 1]; a++)
      touched[v] = touched[arcs[a].other] = TRUE;
  for (guint v = 0; v < n_nodes; v++)
    if (touched[v] && order[v] == 0)
      search_from (&search, v);
  return search.n_parts;
}
