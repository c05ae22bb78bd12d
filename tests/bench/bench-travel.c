/* bench-travel.c: ways by road at the size of a county, in time
 *
 * 120,000 junctions, 1,800 areas, 60 libraries: everybody's way to the library
 * that is quickest, all ways to all libraries, and one library moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"
#include "roads-builder.h"

#include <math.h>

#define SIDE 346
#define STREET 100 /* metres */
#define AREAS 1800
#define LIBRARIES 60
#define ROUNDS 5

static BlTable *
make_streets (GRand *rand)
{
  g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
  g_autofree gint32 *places = g_new (gint32, (gsize) SIDE * SIDE * 2);

  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      places[2 * i] = 300000 + (gint32) (i % SIDE) * STREET + g_rand_int_range (rand, -30, 31);
      places[2 * i + 1] = 200000 + (gint32) (i / SIDE) * STREET + g_rand_int_range (rand, -30, 31);
      bl_roads_builder_add_node (builder, places[2 * i], places[2 * i + 1]);
    }
  for (guint i = 0; i < SIDE * SIDE; i++)
    for (guint along = 0; along < 2; along++)
      {
        guint other = along ? i + 1 : i + SIDE;
        const gint32 *a = places + 2 * i, *b = places + 2 * other;

        if ((along ? (i + 1) % SIDE == 0 : other >= SIDE * SIDE) || g_rand_double (rand) < 0.15)
          continue;
        bl_roads_builder_add_edge (builder, i, other, (guint32) lround (hypot (a[0] - b[0], a[1] - b[1]) * 10),
                                   g_rand_boolean (rand) ? BL_ROAD_RESIDENTIAL : BL_ROAD_TERTIARY, BL_ACCESS_ALL, 0,
                                   NULL, 0);
      }
  return bl_roads_builder_to_table (builder);
}

static BlPoint
place (GRand *rand)
{
  return (BlPoint){ 300000 + g_rand_double (rand) * SIDE * STREET, 200000 + g_rand_double (rand) * SIDE * STREET };
}

static BlFacts *
make_facts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("bench");
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlAreas) areas = bl_areas_new (NULL);
  g_autoptr (BlValueSet) population = bl_value_set_new (NULL);
  g_autoptr (BlNetwork) network = bl_network_new (NULL);
  g_autoptr (BlTable) roads = make_streets (rand);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree BlPoint *points = g_new (BlPoint, AREAS);
  g_autofree double *people = g_new (double, AREAS);
  g_autoptr (BlTable) code_table = NULL, point_table = NULL, people_table = NULL;

  for (guint i = 0; i < AREAS; i++)
    {
      g_ptr_array_add (codes, g_strdup_printf ("A%05u", i));
      points[i] = place (rand);
      people[i] = g_rand_int_range (rand, 100, 2000);
    }
  code_table = bl_table_new_texts ((const char *const *) codes->pdata, AREAS);
  point_table = bl_table_new_points (points, AREAS);
  people_table = bl_table_new_numbers (people, AREAS);
  bl_project_begin (project, "Make");
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "points", point_table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  bl_record_set_text (BL_RECORD (population), "name", "population");
  bl_record_set_enum (BL_RECORD (population), "kind", BL_VALUE_KIND_COUNT);
  bl_record_set_table (BL_RECORD (population), "numbers", people_table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (population));
  bl_record_set_table (BL_RECORD (network), "roads", roads);
  bl_record_set_child (BL_RECORD (project), "network", BL_RECORD (network));
  for (guint i = 0; i < LIBRARIES; i++)
    {
      g_autoptr (BlLibrary) library = bl_library_new (NULL);
      g_autoptr (BlStatus) status = bl_status_new (NULL);
      BlPoint at = place (rand);

      bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
      bl_record_set_real (BL_RECORD (library), "easting", at.x);
      bl_record_set_real (BL_RECORD (library), "northing", at.y);
      bl_record_set_integer (BL_RECORD (status), "year", 2023);
      bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
      bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
      bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
    }
  bl_project_commit (project);
  return bl_facts_new (project);
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
bench_means (BlBy by, const char *name)
{
  g_autoptr (BlFacts) facts = make_facts ();
  g_autoptr (BlFacts) moved = bl_facts_copy_with_libraries (facts, 0);
  BlAccessQuestion question = { .travel = { .by = by } };
  double ready = 0, at_once = INFINITY, all = INFINITY, one = INFINITY;
  gint64 start = g_get_monotonic_time ();

  bl_router_unref (bl_routes_dup_router (facts->routes, by == BL_BY_DRIVE ? BL_MODE_DRIVE : BL_MODE_WALK, 1));
  ready = since (start);
  moved->libraries[7].point.x += 5000;
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (BlTravelMatrix) matrix = NULL, updated = NULL;
      g_autoptr (BlAccess) access = NULL;

      start = g_get_monotonic_time ();
      access = bl_access_compute (facts, &question, NULL);
      at_once = MIN (at_once, since (start));
      start = g_get_monotonic_time ();
      matrix = bl_travel_matrix_new (facts, &question.travel, NULL, NULL);
      all = MIN (all, since (start));
      start = g_get_monotonic_time ();
      updated = bl_travel_matrix_update (matrix, facts, moved, NULL, NULL);
      one = MIN (one, since (start));
    }
  g_test_message ("%s, %d junctions, %d areas, %d libraries: network made ready %.0f ms, quickest library %.0f ms, all ways "
                  "%.0f ms, one library moved %.0f ms",
                  name, SIDE * SIDE, AREAS, LIBRARIES, ready, at_once, all, one);
  g_assert_cmpfloat (at_once, <, 150);
  g_assert_cmpfloat (all, <, 3000);
  g_assert_cmpfloat (one, <, 100);
}

static void
bench_walk (void)
{
  bench_means (BL_BY_WALK, "on foot");
}

static void
bench_drive (void)
{
  bench_means (BL_BY_DRIVE, "by car");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/travel/walk", bench_walk);
  g_test_add_func ("/bench/travel/drive", bench_drive);
  return g_test_run ();
}
