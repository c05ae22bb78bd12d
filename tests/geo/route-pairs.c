/* route-pairs.c: ways through a road file, for a test that knows another way to find them
 *
 * Usage: route-pairs FILE walk|cycle|drive. Each line of standard input is a
 * longitude and latitude to start from and one to go to. "node" before them:
 * both are junctions, and the answer is "no" where they are none of the
 * network or two at one place. Each line of the answer is metres and seconds,
 * "no", or "never".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "projection.h"
#include "reach.h"
#include "roads-read.h"
#include "text.h"

typedef struct
{
  BlRouter *router;
  const BlRoads *roads;
  GHashTable *nodes; /* place → node + 1; 0 is two of them */
  BlReach *reach;
  BlPoint to; /* where the reach leads */
} Routes;

static gpointer
key_of (gint32 x, gint32 y)
{
  return GSIZE_TO_POINTER ((gsize) (guint32) x << 32 | (guint32) y);
}

static void
index_nodes (Routes *routes)
{
  routes->nodes = g_hash_table_new (NULL, NULL);
  for (guint n = 0; n < routes->roads->n_nodes; n++)
    {
      gpointer key = key_of (routes->roads->nodes[2 * n], routes->roads->nodes[2 * n + 1]);

      g_hash_table_insert (routes->nodes, key, GUINT_TO_POINTER (g_hash_table_contains (routes->nodes, key) ? 0 : n + 1));
    }
}

/* At a junction, by any of its edges. */
static BlSnap
snap_node (const Routes *routes, BlPoint place)
{
  BlSnap snap = { BL_SNAP_NONE, 0, 0, place };
  guint node = GPOINTER_TO_UINT (g_hash_table_lookup (routes->nodes, key_of ((gint32) lround (place.x), (gint32) lround (place.y))));

  for (guint e = 0; node > 0 && e < routes->roads->n_edges; e++)
    if (bl_router_is_usable (routes->router, e) && (routes->roads->from[e] == node - 1 || routes->roads->to[e] == node - 1))
      {
        snap.edge = e;
        snap.along = routes->roads->from[e] == node - 1 ? 0 : 1;
        break;
      }
  return snap;
}

static void
answer (Routes *routes, gboolean at_nodes, BlPoint from, BlPoint to)
{
  BlSnap start = at_nodes ? snap_node (routes, from) : bl_router_snap (routes->router, from, 1000);
  BlSnap end = at_nodes ? snap_node (routes, to) : bl_router_snap (routes->router, to, 1000);
  BlArrival arrival;

  if (!bl_snap_is_known (&start) || !bl_snap_is_known (&end))
    {
      puts ("no");
      return;
    }
  if (routes->to.x != to.x || routes->to.y != to.y)
    bl_reach_run (routes->reach, &end, 1, BL_REACH_FAR);
  routes->to = to;
  arrival = bl_reach_at (routes->reach, &start);
  if (arrival.reached)
    {
      g_autofree char *metres = bl_text_from_double (arrival.metres), *seconds = bl_text_from_double (arrival.seconds);

      printf ("%s %s\n", metres, seconds);
    }
  else
    puts ("never");
}

int
main (int argc, char **argv)
{
  static const char *const modes[BL_N_MODES] = { "walk", "cycle", "drive" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRoadsFile) file = argc == 3 ? bl_roads_read (argv[1], NULL, NULL, 0, 0, NULL, NULL, NULL, &error) : NULL;
  g_autoptr (BlGraph) graph = NULL;
  BlTravelMode mode = BL_MODE_WALK;
  Routes routes = { .to = { NAN, NAN } };
  BlSpeeds speeds;
  char line[256];

  if (file == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "route-pairs FILE walk|cycle|drive");
      return 2;
    }
  while (mode < BL_MODE_DRIVE && strcmp (argv[2], modes[mode]) != 0)
    mode++;
  bl_speeds_init (&speeds);
  graph = bl_graph_new (file->roads);
  routes.router = bl_router_new (graph, mode, &speeds);
  routes.roads = bl_graph_get_roads (graph);
  routes.reach = bl_reach_new (routes.router);
  index_nodes (&routes);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      gboolean at_nodes = g_str_has_prefix (line, "node ");
      char *rest = line + (at_nodes ? 5 : 0);
      double numbers[4];

      for (guint i = 0; i < 4; i++)
        numbers[i] = g_ascii_strtod (rest, &rest);
      answer (&routes, at_nodes, bl_projection_from_lonlat (numbers[0], numbers[1]),
              bl_projection_from_lonlat (numbers[2], numbers[3]));
    }
  bl_reach_free (routes.reach);
  bl_router_unref (routes.router);
  g_hash_table_unref (routes.nodes);
  return 0;
}
