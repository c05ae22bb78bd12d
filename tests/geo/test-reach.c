/* test-reach.c: the quickest way along the roads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "made-roads.h"

/* Five junctions on a line 1,000 m apart and a side street:
 *
 *   A ——— B ——→ C ——— D     E
 *         |
 *         S
 *
 * A–B a secondary road of 1,000 m, B→C a residential street one way for cars,
 * 1,000 m (30 mph), C–D a footpath of 1,000 m, B–S a service road of 200 m, E
 * a junction that no road leads to but its own loop. */
static BlTable *
make_line (void)
{
  g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
  guint a = bl_roads_builder_add_node (builder, 100000, 100000), b = bl_roads_builder_add_node (builder, 101000, 100000);
  guint c = bl_roads_builder_add_node (builder, 102000, 100000), d = bl_roads_builder_add_node (builder, 103000, 100000);
  guint e = bl_roads_builder_add_node (builder, 110000, 100000), s = bl_roads_builder_add_node (builder, 101000, 99800);
  const gint32 loop[] = { 110050, 100000, 110050, 100050 };

  bl_roads_builder_add_edge (builder, a, b, 10000, BL_ROAD_SECONDARY, BL_ACCESS_ALL, 0, NULL, 0);
  bl_roads_builder_add_edge (builder, b, c, 10000, BL_ROAD_RESIDENTIAL, BL_ACCESS_ALL & ~BL_ACCESS_DRIVE_BACK, 48, NULL, 0);
  bl_roads_builder_add_edge (builder, c, d, 10000, BL_ROAD_FOOTPATH, BL_ACCESS_FOOT | BL_ACCESS_FOOT_BACK, 0, NULL, 0);
  bl_roads_builder_add_edge (builder, b, s, 2000, BL_ROAD_SERVICE, BL_ACCESS_ALL, 48, NULL, 0);
  bl_roads_builder_add_edge (builder, c, b, 30000, BL_ROAD_TRACK, BL_ACCESS_ALL, 0, (const gint32[]){ 101500, 101000 }, 1);
  bl_roads_builder_add_edge (builder, e, e, 1500, BL_ROAD_SERVICE, BL_ACCESS_ALL, 0, loop, 2);
  return bl_roads_builder_to_table (builder);
}

typedef struct
{
  BlTable *table;
  BlGraph *graph;
  BlSpeeds speeds;
  BlRouter *routers[BL_N_MODES];
} Fixture;

static void
set_up (Fixture *fixture, BlTable *table)
{
  fixture->table = table;
  fixture->graph = bl_graph_new (table);
  bl_speeds_init (&fixture->speeds);
  for (guint mode = 0; mode < BL_N_MODES; mode++)
    fixture->routers[mode] = bl_router_new (fixture->graph, mode, &fixture->speeds);
}

static void
tear_down (Fixture *fixture)
{
  for (guint mode = 0; mode < BL_N_MODES; mode++)
    bl_router_unref (fixture->routers[mode]);
  bl_graph_unref (fixture->graph);
  bl_table_unref (fixture->table);
}

static BlArrival
travel (BlRouter *router, BlPoint from, BlPoint to)
{
  g_autoptr (BlReach) reach = bl_reach_new (router);
  BlSnap place = bl_router_snap (router, from, 2000), library = bl_router_snap (router, to, 2000);

  bl_reach_run (reach, &library, 1, BL_REACH_FAR);
  return bl_reach_at (reach, &place);
}

static void
test_line (void)
{
  const BlPoint a = { 100000, 100000 }, b = { 101000, 100000 }, c = { 102000, 100000 }, d = { 103000, 100000 };
  Fixture fixture;
  BlArrival way;
  guint n_nodes, n_parts, n_largest;

  set_up (&fixture, make_line ());

  /* On foot: 3,000 m at 4.8 km/h are 2,250 s; either way. */
  way = travel (fixture.routers[BL_MODE_WALK], a, d);
  g_assert_true (way.reached);
  g_assert_cmpfloat_with_epsilon (way.seconds, 2250, 1e-9);
  g_assert_cmpfloat_with_epsilon (way.metres, 3000, 1e-9);
  way = travel (fixture.routers[BL_MODE_WALK], d, a);
  g_assert_cmpfloat_with_epsilon (way.seconds, 2250, 1e-9);

  /* From 30 m beside the middle of A–B: the walk to the road counts. */
  way = travel (fixture.routers[BL_MODE_WALK], (BlPoint){ 100500, 100030 }, b);
  g_assert_cmpfloat_with_epsilon (way.metres, 530, 1e-9);
  g_assert_cmpfloat_with_epsilon (way.seconds, 530 / (4.8 / 3.6), 1e-6);
  /* Both on the same road, a library 20 m from it. */
  way = travel (fixture.routers[BL_MODE_WALK], (BlPoint){ 100500, 100030 }, (BlPoint){ 100200, 99980 });
  g_assert_cmpfloat_with_epsilon (way.metres, 350, 1e-9);

  /* By cycle: 2,000 m at 16 km/h are 450 s. */
  way = travel (fixture.routers[BL_MODE_CYCLE], a, c);
  g_assert_cmpfloat_with_epsilon (way.seconds, 450, 1e-9);

  /* Driving A to C: 1 km at 55 km/h; 1 km at 80 % of 48 km/h, but no more than half as fast again as 25 km/h; 15 %
   * for junctions; 160 s for parking. */
  way = travel (fixture.routers[BL_MODE_DRIVE], a, c);
  g_assert_cmpfloat_with_epsilon (way.seconds, (3600 / 55.0 + 3600 / 37.5) * 1.15 + 160, 0.002);
  /* And back, against the one-way street: round by the track, at 5 km/h. */
  way = travel (fixture.routers[BL_MODE_DRIVE], c, a);
  g_assert_cmpfloat_with_epsilon (way.seconds, (3600 / 55.0 + 3 * 3600 / 5.0) * 1.15 + 160, 0.002);
  g_assert_cmpfloat_with_epsilon (way.metres, 4000, 1e-9);
  /* A limit makes no service road quicker. */
  way = travel (fixture.routers[BL_MODE_DRIVE], (BlPoint){ 101000, 99800 }, b);
  g_assert_cmpfloat_with_epsilon (way.seconds, 0.2 * 3600 / 15 * 1.15 + 160, 0.002);
  /* Nobody drives to D: the nearest road is the end at C, 1,000 m on foot. */
  way = travel (fixture.routers[BL_MODE_DRIVE], b, d);
  g_assert_cmpfloat_with_epsilon (way.seconds, 3600 / 37.5 * 1.15 + 160 + 1000 / (4.8 / 3.6), 0.002);

  bl_router_get_parts (fixture.routers[BL_MODE_WALK], &n_nodes, &n_parts, &n_largest);
  g_assert_cmpuint (n_nodes, ==, 6);
  g_assert_cmpuint (n_parts, ==, 2);
  g_assert_cmpuint (n_largest, ==, 5);
  bl_router_get_parts (fixture.routers[BL_MODE_DRIVE], &n_nodes, &n_parts, &n_largest);
  g_assert_cmpuint (n_nodes, ==, 5);
  g_assert_cmpuint (n_largest, ==, 4);
  tear_down (&fixture);
}

/* A place that no road leads to is said, and so is one too far from any. */
static void
test_out_of_reach (void)
{
  Fixture fixture;
  BlRouter *router;
  BlSnap near_loop, off_grid, library;
  BlArrival way;
  g_autoptr (BlReach) reach = NULL;

  set_up (&fixture, make_line ());
  router = fixture.routers[BL_MODE_WALK];
  near_loop = bl_router_snap (router, (BlPoint){ 110020, 100010 }, 2000);
  g_assert_false (bl_snap_is_known (&near_loop)); /* the loop is an island */
  near_loop = bl_router_snap (router, (BlPoint){ 110020, 100010 }, 10000);
  g_assert_cmpfloat_with_epsilon (near_loop.distance, hypot (7020, 10), 1e-6);
  off_grid = bl_router_snap (router, (BlPoint){ NAN, 3 }, 2000);
  g_assert_false (bl_snap_is_known (&off_grid));
  off_grid = bl_router_snap (router, (BlPoint){ 1e300, -1e300 }, G_MAXDOUBLE);
  g_assert_false (bl_snap_is_known (&off_grid));

  reach = bl_reach_new (router);
  library = bl_router_snap (router, (BlPoint){ 103000, 100000 }, 1);
  bl_reach_run (reach, (BlSnap[]){ off_grid, library }, 2, 1500);
  g_assert_cmpuint (bl_reach_get_n_sources (reach), ==, 2);
  way = bl_reach_at (reach, &off_grid);
  g_assert_false (way.reached);
  g_assert_true (isnan (way.seconds));
  near_loop = bl_router_snap (router, (BlPoint){ 102000, 100000 }, 1); /* 750 s away */
  way = bl_reach_at (reach, &near_loop);
  g_assert_cmpuint (way.owner, ==, 1);
  near_loop = bl_router_snap (router, (BlPoint){ 100500, 100000 }, 1); /* 1,875 s away */
  way = bl_reach_at (reach, &near_loop);
  g_assert_true (!way.reached || way.seconds > 1500);
  near_loop = bl_router_snap (router, (BlPoint){ 100000, 100000 }, 1); /* 2,250 s away */
  way = bl_reach_at (reach, &near_loop);
  g_assert_true (!way.reached || way.seconds > 1500);
  tear_down (&fixture);
}

/* A network of nothing, of one junction, of a road to itself, of a road so long that nobody travels it. */
static void
test_small (void)
{
  static const char *const texts[] = { "", "400000 300000\n", "400000 300000;0 0 7 63 0\n", "1 1;1 4294967295 1 63 0\n99999999 0\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Fixture fixture;

      set_up (&fixture, bl_table_from_text (BL_TABLE_NETWORK, texts[i], NULL));
      for (guint mode = 0; mode < BL_N_MODES; mode++)
        {
          g_autoptr (BlReach) reach = bl_reach_new (fixture.routers[mode]);
          BlSnap snap = bl_router_snap (fixture.routers[mode], (BlPoint){ 400000, 300001 }, 1e9);
          BlArrival way;

          g_assert_true (bl_snap_is_known (&snap) == (i == 2));
          bl_reach_run (reach, &snap, 1, BL_REACH_FAR);
          way = bl_reach_at (reach, &snap);
          g_assert_true (way.reached == (i == 2));
        }
      tear_down (&fixture);
    }
}

/* --- Made-up networks, against slow and simple ways ------------------------- */

/* By Bellman and Ford: from each node the least milliseconds to @library, along edges that may be used. */
static double *
slow_times (const BlRouter *router, const BlRoads *roads, const BlSnap *library, double once)
{
  double *times = g_new (double, roads->n_nodes);
  double forward = bl_router_get_seconds (router, library->edge, FALSE);
  double back = bl_router_get_seconds (router, library->edge, TRUE);
  gboolean better = TRUE;

  for (guint n = 0; n < roads->n_nodes; n++)
    times[n] = INFINITY;
  once += library->distance / (4.8 / 3.6);
  if (!isnan (forward) || library->along == 0)
    times[roads->from[library->edge]] = once + (library->along == 0 ? 0 : forward * library->along);
  if (!isnan (back) || library->along == 1)
    times[roads->to[library->edge]] = fmin (times[roads->to[library->edge]], once + (library->along == 1 ? 0 : back * (1 - library->along)));
  while (better)
    {
      better = FALSE;
      for (guint e = 0; e < roads->n_edges; e++)
        {
          double there = bl_router_get_seconds (router, e, FALSE), here = bl_router_get_seconds (router, e, TRUE);

          if (!isnan (there) && times[roads->to[e]] + there < times[roads->from[e]] - 1e-9)
            {
              times[roads->from[e]] = times[roads->to[e]] + there;
              better = TRUE;
            }
          if (!isnan (here) && times[roads->from[e]] + here < times[roads->to[e]] - 1e-9)
            {
              times[roads->to[e]] = times[roads->from[e]] + here;
              better = TRUE;
            }
        }
    }
  return times;
}

static BlSnap
random_snap (const BlRouter *router, guint side)
{
  BlPoint place = { 300000 + g_test_rand_double () * side * 100, 200000 + g_test_rand_double () * side * 100 };

  return bl_router_snap (router, place, 5000);
}

static void
check_snap (const BlRouter *router, const BlRoads *roads, BlPoint place)
{
  BlSnap snap = bl_router_snap (router, place, 5000);
  double best = INFINITY;

  for (guint e = 0; e < roads->n_edges; e++)
    for (guint i = 1; bl_router_is_usable (router, e) && i < bl_roads_count_points (roads, e); i++)
      {
        BlPoint a = bl_roads_get_point (roads, e, i - 1), b = bl_roads_get_point (roads, e, i);
        double square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
        double share = square > 0 ? ((place.x - a.x) * (b.x - a.x) + (place.y - a.y) * (b.y - a.y)) / square : 0;

        share = CLAMP (share, 0, 1);
        best = fmin (best, hypot (a.x + share * (b.x - a.x) - place.x, a.y + share * (b.y - a.y) - place.y));
      }
  g_assert_cmpfloat_with_epsilon (snap.distance, best, 1e-6);
  g_assert_cmpfloat_with_epsilon (hypot (snap.at.x - place.x, snap.at.y - place.y), best, 1e-6);
}

static void
test_against_slow (void)
{
  const guint side = 12;

  for (guint round = 0; round < 12; round++)
    {
      Fixture fixture;
      const BlRoads *roads;

      set_up (&fixture, make_random_roads (side, 0.2));
      roads = bl_table_get_roads (fixture.table);
      for (guint mode = 0; mode < BL_N_MODES; mode++)
        {
          BlRouter *router = fixture.routers[mode];
          g_autoptr (BlReach) reach = bl_reach_new (router);
          BlSnap libraries[4];
          double *times[4];

          for (guint i = 0; i < 4; i++)
            {
              libraries[i] = random_snap (router, side);
              times[i] = slow_times (router, roads, libraries + i, mode == BL_MODE_DRIVE ? 160 : 0);
              check_snap (router, roads,
                          (BlPoint){ 299000 + g_test_rand_double () * 3000, 199000 + g_test_rand_double () * 3000 });
            }
          bl_reach_run (reach, libraries, 4, BL_REACH_FAR);
          for (guint n = 0; n < roads->n_nodes; n++)
            {
              double best = fmin (fmin (times[0][n], times[1][n]), fmin (times[2][n], times[3][n]));
              guint owner = bl_reach_get_owner (reach, n);

              if (isinf (best))
                {
                  g_assert_cmpuint (bl_reach_get_milliseconds (reach, n), ==, BL_REACH_NEVER);
                  g_assert_cmpuint (owner, ==, G_MAXUINT);
                  continue;
                }
              /* Milliseconds are rounded where the libraries lie on their ways. */
              g_assert_cmpfloat_with_epsilon (bl_reach_get_milliseconds (reach, n) / 1000.0, best, 0.003);
              g_assert_cmpfloat_with_epsilon (times[owner][n], best, 0.003);
            }
          for (guint i = 0; i < 4; i++)
            g_free (times[i]);
        }
      tear_down (&fixture);
    }
}

static void
assert_same (const BlReach *one, const BlReach *other, const BlRoads *roads)
{
  for (guint n = 0; n < roads->n_nodes; n++)
    {
      g_assert_cmpuint (bl_reach_get_milliseconds (one, n), ==, bl_reach_get_milliseconds (other, n));
      g_assert_cmpuint (bl_reach_get_owner (one, n), ==, bl_reach_get_owner (other, n));
      g_assert_true (bl_reach_get_metres (one, n) == bl_reach_get_metres (other, n)
                     || (isnan (bl_reach_get_metres (one, n)) && isnan (bl_reach_get_metres (other, n))));
    }
}

/* One source more is the same as a run with it; taken back, as the run without it; whatever came before. */
static void
test_add (void)
{
  const guint side = 20;
  Fixture fixture;
  const BlRoads *roads;

  set_up (&fixture, make_random_roads (side, 0.15));
  roads = bl_table_get_roads (fixture.table);
  for (guint mode = 0; mode < BL_N_MODES; mode++)
    {
      BlRouter *router = fixture.routers[mode];
      g_autoptr (BlReach) kept = bl_reach_new (router);

      for (guint round = 0; round < 60; round++)
        {
          g_autoptr (BlReach) fresh = bl_reach_new (router);
          BlSnap libraries[8];
          guint n = g_test_rand_int_range (0, 7);
          double limit = g_test_rand_bit () ? BL_REACH_FAR : g_test_rand_double_range (0, 1200);

          for (guint i = 0; i < 8; i++) /* some at one place, for ties */
            libraries[i] = i > 0 && g_test_rand_int_range (0, 4) == 0 ? libraries[i - 1] : random_snap (router, side);
          bl_reach_run (kept, libraries, n, limit);
          bl_reach_run (fresh, libraries, n, limit);
          assert_same (kept, fresh, roads);
          for (guint drag = 0; drag < 3; drag++)
            {
              g_autoptr (BlReach) whole = bl_reach_new (router);

              libraries[n] = random_snap (router, side);
              bl_reach_run (whole, libraries, n + 1, limit);
              bl_reach_add (kept, libraries + n);
              assert_same (kept, whole, roads);
              for (guint p = 0; p < 20; p++)
                {
                  BlSnap place = random_snap (router, side);
                  BlArrival one = bl_reach_at (kept, &place), other = bl_reach_at (whole, &place);

                  g_assert_true (one.reached == other.reached);
                  g_assert_true (!one.reached
                                 || (one.seconds == other.seconds && one.metres == other.metres && one.owner == other.owner));
                }
              bl_reach_restore (kept);
              assert_same (kept, fresh, roads);
            }
          bl_reach_add (kept, libraries + n); /* and a run straight after */
        }
    }
  tear_down (&fixture);
}

/* Edges found in a box: none that passes through it is missing. */
static void
test_boxes (void)
{
  Fixture fixture;
  const BlRoads *roads;

  set_up (&fixture, make_random_roads (30, 0.1));
  roads = bl_table_get_roads (fixture.table);
  for (guint round = 0; round < 100; round++)
    {
      double x = 299500 + g_test_rand_double () * 4000, y = 199500 + g_test_rand_double () * 4000;
      BlBounds box = { x, y, x + g_test_rand_double () * 700, y + g_test_rand_double () * 700 };
      g_autoptr (GArray) found = bl_graph_find_edges (fixture.graph, &box);
      guint next = 0;

      for (guint e = 0; e < roads->n_edges; e++)
        {
          gboolean is_found = next < found->len && g_array_index (found, guint, next) == e;

          next += is_found;
          for (guint i = 0; i < bl_roads_count_points (roads, e) && !is_found; i++)
            {
              BlPoint at = bl_roads_get_point (roads, e, i);

              g_assert_false (at.x >= box.x1 && at.x <= box.x2 && at.y >= box.y1 && at.y <= box.y2);
            }
        }
      g_assert_cmpuint (next, ==, found->len);
    }
  tear_down (&fixture);
}

/* Whatever a file may say: roads as long as they can be written, all over the grid and beyond any country. */
static void
test_extremes (void)
{
  static const gint32 corners[] = { -100000000, -99999999, -1, 0, 1, 300000, 99999999, 100000000 };
  static const guint32 lengths[] = { 0, 1, 2, 57000000, 57266230, 57266231, 4294967294u, 4294967295u };

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
      guint n_nodes = g_test_rand_int_range (1, 40), n_edges = g_test_rand_int_range (0, 120);
      Fixture fixture;

      for (guint n = 0; n < n_nodes; n++)
        bl_roads_builder_add_node (builder, corners[g_test_rand_int_range (0, 8)], corners[g_test_rand_int_range (0, 8)]);
      for (guint e = 0; e < n_edges; e++)
        {
          const gint32 bend[2] = { corners[g_test_rand_int_range (0, 8)], corners[g_test_rand_int_range (0, 8)] };

          bl_roads_builder_add_edge (builder, g_test_rand_int_range (0, n_nodes), g_test_rand_int_range (0, n_nodes),
                                     lengths[g_test_rand_int_range (0, 8)], g_test_rand_int_range (0, BL_N_ROAD_CLASSES),
                                     g_test_rand_int_range (0, 64), g_test_rand_int_range (0, 256), bend,
                                     g_test_rand_bit () ? 1 : 0);
        }
      set_up (&fixture, bl_roads_builder_to_table (builder));
      for (guint mode = 0; mode < BL_N_MODES; mode++)
        {
          BlRouter *router = fixture.routers[mode];
          g_autoptr (BlReach) reach = bl_reach_new (router), whole = bl_reach_new (router);
          BlSnap snaps[4];

          for (guint i = 0; i < 4; i++)
            {
              BlPoint place = { corners[g_test_rand_int_range (0, 8)] + g_test_rand_double (),
                                corners[g_test_rand_int_range (0, 8)] };

              snaps[i] = bl_router_snap (router, place, g_test_rand_bit () ? G_MAXDOUBLE : 1e6);
            }
          bl_reach_run (reach, snaps, 2, BL_REACH_FAR);
          bl_reach_add (reach, snaps + 2);
          bl_reach_run (whole, snaps, 3, BL_REACH_FAR);
          assert_same (reach, whole, bl_table_get_roads (fixture.table));
          for (guint i = 0; i < 4; i++)
            {
              BlArrival arrival = bl_reach_at (reach, snaps + i);

              g_assert_true (arrival.reached ? arrival.seconds >= 0 && arrival.metres >= 0 && arrival.owner < 3
                                             : isnan (arrival.seconds));
            }
          bl_reach_restore (reach);
        }
      tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach/line", test_line);
  g_test_add_func ("/reach/out-of-reach", test_out_of_reach);
  g_test_add_func ("/reach/small", test_small);
  g_test_add_func ("/reach/against-slow", test_against_slow);
  g_test_add_func ("/reach/add", test_add);
  g_test_add_func ("/reach/boxes", test_boxes);
  g_test_add_func ("/reach/extremes", test_extremes);
  return g_test_run ();
}
