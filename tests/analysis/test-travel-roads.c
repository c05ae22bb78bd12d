/* test-travel-roads.c: along a road network, by hand, and one run against one for each library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include "../geo/made-roads.h"
#include "made.h"

/* One road, 1,000 m from west to east, both ways for all but that one may only drive east,
 * where a lane leads back round the north, 3,000 m long. An island of a road lies 5 km away. */
static BlTable *
make_road (void)
{
  g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
  const gint32 bend[] = { 0, 1000, 1000, 1000 };
  guint west = bl_roads_builder_add_node (builder, 0, 0);
  guint east = bl_roads_builder_add_node (builder, 1000, 0);
  guint island = bl_roads_builder_add_node (builder, 0, 6000), shore = bl_roads_builder_add_node (builder, 100, 6000);

  bl_roads_builder_add_edge (builder, west, east, 10000, BL_ROAD_RESIDENTIAL,
                             BL_ACCESS_ALL & ~(guint) BL_ACCESS_DRIVE_BACK, 0, NULL, 0);
  bl_roads_builder_add_edge (builder, west, east, 30000, BL_ROAD_RESIDENTIAL, BL_ACCESS_ALL, 0, bend, 2);
  bl_roads_builder_add_edge (builder, island, shore, 1000, BL_ROAD_RESIDENTIAL, BL_ACCESS_ALL, 0, NULL, 0);
  return bl_roads_builder_to_table (builder);
}

static void
add_network (BlProject *project, BlTable *roads)
{
  g_autoptr (BlNetwork) network = bl_network_new (NULL);

  bl_record_set_text (BL_RECORD (network), "name", "Roads");
  bl_record_set_table (BL_RECORD (network), "roads", roads);
  bl_record_set_child (BL_RECORD (project), "network", BL_RECORD (network));
}

/* a 60 m south of the west end, b at the east end, c on the island, d nowhere. */
static const BlPoint points[] = { { 0, -60 }, { 1000, 0 }, { 50, 6000 }, { NAN, NAN } };
static const double people[] = { 10, 20, 30, 40 };

static BlProject *
make_project (void)
{
  BlProject *project = made_project_new (points, people, 4);
  g_autoptr (BlTable) roads = make_road ();

  made_library_add (project, "West", -20, 0);
  made_library_add (project, "East", 1000, -40);
  made_library_add (project, "Lighthouse", 50, 6000);
  add_network (project, roads);
  bl_project_commit (project);
  return project;
}

/* 80 m a minute: 60 m to the road, along it, 20 or 40 m to the library. */
static void
test_walk (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  const BlTravel travel = { .by = BL_BY_WALK };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (facts, &travel, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (matrix->metres[0], 80, 0.06);
  g_assert_cmpfloat_with_epsilon (matrix->minutes[0], 1, 0.001);
  g_assert_cmpfloat_with_epsilon (matrix->metres[1], 1020, 0.06);
  g_assert_cmpfloat_with_epsilon (matrix->minutes[4], 1100 / 80.0, 0.001);
  g_assert_true (isnan (matrix->minutes[2]) && isnan (matrix->minutes[3]));
  g_assert_true (isnan (matrix->minutes[8])); /* the island hangs together with nothing */
  g_assert_cmpfloat_with_epsilon (matrix->area_snap[0], 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (matrix->area_snap[1], 0, 1e-9);
  g_assert_true (isnan (matrix->area_snap[2]) && isnan (matrix->area_snap[3]));
  g_assert_cmpfloat_with_epsilon (matrix->library_snap[0], 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (matrix->library_snap[1], 40, 1e-9);
  g_assert_true (isnan (matrix->library_snap[2]));
}

/* Usual speeds: 25 km/h in residential streets, 15 % for junctions, 160 s for parking; the
 * walks at both ends on foot. West may not be driven to along the road. */
static void
test_drive (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  const BlTravel travel = { .by = BL_BY_DRIVE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (facts, &travel, NULL, &error);
  double kilometre = 60 / 25.0 * 1.15, parking = 160 / 60.0;

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (matrix->minutes[4], 100 / 80.0 + kilometre + parking, 0.001);
  g_assert_cmpfloat_with_epsilon (matrix->minutes[1], 20 / 80.0 + 3 * kilometre + parking, 0.001);
  g_assert_cmpfloat_with_epsilon (matrix->metres[1], 3020, 0.06);
}

static void
test_speeds (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlRecord *network = BL_RECORD (bl_project_get_network (project));
  g_autoptr (BlFacts) facts = NULL, later = NULL, slower = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTravelMatrix) matrix = NULL, brisk = NULL;
  g_autoptr (BlRouter) router = NULL, again = NULL, other = NULL;
  g_autoptr (BlGraph) graph = NULL, same = NULL;

  bl_project_begin (project, "Speeds");
  bl_record_set_real (network, "drive-residential", 50);
  bl_record_set_real (network, "junction-allowance", 0);
  bl_record_set_real (network, "parking-seconds", 0);
  bl_record_set_real (network, "walk-speed", 6);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  matrix = bl_travel_matrix_new (facts, &(BlTravel){ .by = BL_BY_DRIVE }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (matrix->minutes[4], 1 + 1.2, 0.001);
  brisk = bl_travel_matrix_new (facts, &(BlTravel){ .by = BL_BY_DRIVE, .pace = 2 }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (brisk->minutes[4], 0.5 + 0.6, 0.001);

  /* Other edits cost neither graph nor router again; other speeds the routers only. */
  bl_project_begin (project, "Title");
  bl_record_set_text (BL_RECORD (project), "title", "Another");
  bl_project_commit (project);
  later = bl_facts_new (project);
  bl_facts_take_over (later, facts);
  router = bl_routes_dup_router (facts->routes, BL_MODE_DRIVE, 1);
  again = bl_routes_dup_router (later->routes, BL_MODE_DRIVE, 1);
  g_assert_true (router == again);
  bl_project_begin (project, "Speeds");
  bl_record_set_real (network, "drive-residential", 40);
  bl_project_commit (project);
  slower = bl_facts_new (project);
  bl_facts_take_over (slower, later);
  other = bl_routes_dup_router (slower->routes, BL_MODE_DRIVE, 1);
  g_assert_true (router != other);
  graph = bl_routes_dup_graph (facts->routes);
  same = bl_routes_dup_graph (slower->routes);
  g_assert_true (graph == same);
}

static void
test_access (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  const double minutes[] = { 0.5, 1 }, metres[] = { 80.05 };
  BlAccessQuestion question = { .travel = { .by = BL_BY_WALK },
                                .minutes = minutes,
                                .n_minutes = 2,
                                .limits = metres,
                                .n_limits = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (facts, &question.travel, NULL, &error);

  g_assert_no_error (error);
  for (guint given = 0; given < 2; given++)
    {
      g_autoptr (BlAccess) access = NULL;

      question.matrix = given ? matrix : NULL;
      access = bl_access_compute (facts, &question, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (access->n_counted, ==, 2);
      g_assert_cmpint (access->nearest[0], ==, 0);
      g_assert_cmpint (access->nearest[1], ==, 1);
      g_assert_cmpfloat (access->population, ==, 30);
      g_assert_cmpfloat (access->within[0].people, ==, 30); /* metres first */
      g_assert_cmpfloat (access->within[1].people, ==, 20);
      g_assert_cmpuint (access->unreached->len, ==, 2);
      g_assert_cmpstr (g_ptr_array_index (access->unreached, 0), ==, "c");
      g_assert_cmpstr (g_ptr_array_index (access->unreached_reasons, 0), ==, "no road of the network is near");
      g_assert_cmpstr (g_ptr_array_index (access->unreached_reasons, 1), ==,
                       "no place: neither a point nor an outline");
      g_assert_cmpuint (access->not_joined->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (access->not_joined, 0), ==, "Lighthouse");
    }
}

/* A new site, and a library moved, are measured as they would be in a matrix of their own. */
static void
test_sites (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlFacts) changed = bl_facts_copy_with_libraries (facts, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (facts, &(BlTravel){ .by = BL_BY_WALK }, NULL, &error);
  g_autoptr (BlTravelMatrix) updated = NULL, whole = NULL;
  double metres[4], minutes[4];

  changed->libraries[1].point = (BlPoint){ 500, 10 };
  updated = bl_travel_matrix_update (matrix, facts, changed, NULL, &error);
  g_assert_no_error (error);
  whole = bl_travel_matrix_new (changed, &(BlTravel){ .by = BL_BY_WALK }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (updated->minutes, 12 * sizeof (double), whole->minutes, 12 * sizeof (double));
  g_assert_cmpmem (updated->library_snap, 3 * sizeof (double), whole->library_snap, 3 * sizeof (double));
  g_assert_true (bl_travel_matrix_site (matrix, facts, (BlPoint){ 500, 10 }, metres, minutes));
  g_assert_cmpmem (minutes, sizeof minutes, whole->minutes + 4, sizeof minutes);
  g_assert_cmpmem (metres, sizeof metres, whole->metres + 4, sizeof metres);
  g_assert_false (bl_travel_matrix_site (matrix, facts, (BlPoint){ 50, 6000 }, metres, minutes));
  g_assert_true (isnan (metres[0]) && isnan (minutes[0]));
}

/* On made-up towns the one run from all libraries answers what the least of each library's own run does. */
static void
test_random (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (BlTable) roads = make_random_roads (12, 0.1);
      BlPoint places[20];
      double some[20];
      g_autoptr (BlProject) project = NULL;
      g_autoptr (BlFacts) facts = NULL;

      for (guint i = 0; i < 20; i++)
        {
          places[i] = (BlPoint){ 300000 + g_test_rand_double_range (0, 1200), 200000 + g_test_rand_double_range (0, 1200) };
          some[i] = g_test_rand_int_range (0, 100);
        }
      project = made_project_new (places, some, 20);
      for (guint i = 0; i < 6; i++)
        made_library_add (project, "Library", 300000 + g_test_rand_double_range (0, 1200),
                          200000 + g_test_rand_double_range (0, 1200));
      add_network (project, roads);
      bl_project_commit (project);
      facts = bl_facts_new (project);
      for (BlBy by = BL_BY_WALK; by <= BL_BY_DRIVE; by++)
        {
          BlAccessQuestion question = { .travel = { .by = by, .pace = round % 2 ? 1.25 : 0 } };
          g_autoptr (GError) error = NULL;
          g_autoptr (BlAccess) at_once = bl_access_compute (facts, &question, &error);
          g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (facts, &question.travel, NULL, &error);
          g_autoptr (BlAccess) by_rows = NULL;

          g_assert_no_error (error);
          question.matrix = matrix;
          by_rows = bl_access_compute (facts, &question, &error);
          g_assert_no_error (error);
          for (guint i = 0; i < 20; i++)
            {
              g_assert_cmpint (at_once->nearest[i], ==, by_rows->nearest[i]);
              g_assert_true (at_once->minutes[i] == by_rows->minutes[i] || isnan (by_rows->minutes[i]));
              g_assert_true (at_once->distance[i] == by_rows->distance[i] || isnan (by_rows->distance[i]));
            }
          g_assert_true (at_once->mean_minutes == by_rows->mean_minutes || isnan (by_rows->mean_minutes));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/travel-roads/walk", test_walk);
  g_test_add_func ("/analysis/travel-roads/drive", test_drive);
  g_test_add_func ("/analysis/travel-roads/speeds", test_speeds);
  g_test_add_func ("/analysis/travel-roads/access", test_access);
  g_test_add_func ("/analysis/travel-roads/sites", test_sites);
  g_test_add_func ("/analysis/travel-roads/random", test_random);
  return g_test_run ();
}
