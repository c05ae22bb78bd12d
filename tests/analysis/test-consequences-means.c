/* test-consequences-means.c: random scenarios the quick way and from nothing, by every way to travel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consequences.h"

#include "../geo/made-roads.h"
#include "made.h"
#include "network.h"
#include "scenario-build.h"
#include "survive.h"

#define SIDE 12
#define N_AREAS 60
#define N_LIBRARIES 9
#define ROUNDS 40

/* Somewhere among the streets of make_random_roads(). */
static BlPoint
random_place (void)
{
  return (BlPoint){ 300000 + g_test_rand_double_range (0, (SIDE - 1) * 100),
                    200000 + g_test_rand_double_range (0, (SIDE - 1) * 100) };
}

/* A town with streets, libraries and a table of bus times that lacks some of them. */
static BlProject *
make_town (void)
{
  BlPoint points[N_AREAS];
  double people[N_AREAS], minutes[N_AREAS];
  g_autoptr (BlTable) roads = make_random_roads (SIDE, 0.1);
  g_autoptr (BlNetwork) network = bl_network_new (NULL);
  BlProject *project;
  BlRecord *travel;

  for (guint i = 0; i < N_AREAS; i++)
    {
      points[i] = i == 7 ? (BlPoint){ NAN, NAN } : random_place ();
      people[i] = i == 11 ? NAN : g_test_rand_int_range (0, 2000);
    }
  project = made_project_new (points, people, N_AREAS);
  travel = made_travel_add (project, "bus");
  for (guint l = 0; l < N_LIBRARIES; l++)
    {
      g_autofree char *name = g_strdup_printf ("Library %u", l);
      BlPoint place = random_place ();
      BlLibrary *library = made_library_add (project, name, place.x, place.y);

      if (l == 3)
        continue;
      for (guint i = 0; i < N_AREAS; i++)
        minutes[i] = g_test_rand_int_range (0, 12) == 0 ? NAN : g_test_rand_double_range (1, 60);
      made_travel_column_add (travel, library, minutes, N_AREAS);
    }
  bl_record_set_table (BL_RECORD (network), "roads", roads);
  bl_record_set_child (BL_RECORD (project), "network", BL_RECORD (network));
  bl_project_commit (project);
  return project;
}

static BlScenario *
make_random_scenario (BlProject *project, const BlFacts *facts)
{
  BlScenario *scenario = bl_scenario_new ("scenario-a");
  guint n = (guint) g_test_rand_int_range (1, 5);
  gboolean statutory = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *library = facts->libraries[g_test_rand_int_range (0, (gint32) facts->n_libraries)].id;
      g_autofree char *name = g_strdup_printf ("New %u", i);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
        case 1:
          bl_scenario_add_close (scenario, library);
          break;
        case 2:
          bl_scenario_add_open (scenario, project, name, random_place (), NULL, BL_OPERATION_COMMUNITY,
                                FALSE);
          break;
        case 3:
          bl_scenario_add_move (scenario, library, random_place (), NULL);
          break;
        default:
          bl_scenario_add_operation (scenario, library, BL_OPERATION_COMMUNITY, &statutory);
          break;
        }
    }
  return scenario;
}

static gboolean
is_near (double a, double b)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) < 1e-6;
}

/* All that does not hang on which of two equally near libraries is taken. */
static void
assert_equal (const BlConsequences *a, const BlConsequences *b)
{
  for (guint i = 0; i < N_AREAS; i++)
    {
      g_assert_cmpint (a->effects[i], ==, b->effects[i]);
      g_assert_cmpint (a->after->nearest[i], ==, b->after->nearest[i]);
      g_assert_true (is_near (a->after->minutes[i], b->after->minutes[i]));
      g_assert_true (is_near (a->after->distance[i], b->after->distance[i]));
    }
  for (guint e = 0; e < BL_N_EFFECTS; e++)
    {
      g_assert_cmpuint (a->areas[e], ==, b->areas[e]);
      g_assert_true (is_near (a->people[e], b->people[e]));
    }
  g_assert_true (is_near (a->moved, b->moved));
  g_assert_true (is_near (a->moved_extra_distance, b->moved_extra_distance));
  g_assert_true (is_near (a->moved_extra_minutes, b->moved_extra_minutes));
  g_assert_cmpuint (a->n_flows, ==, b->n_flows);
  for (guint f = 0; f < a->n_flows; f++)
    {
      g_assert_cmpuint (a->flows[f].from, ==, b->flows[f].from);
      g_assert_cmpuint (a->flows[f].to, ==, b->flows[f].to);
      g_assert_true (is_near (a->flows[f].population, b->flows[f].population));
    }
  g_assert_true (is_near (a->groups[0].minutes_after, b->groups[0].minutes_after));
}

/* With matrices of which only what changed was worked out anew, and from nothing. */
static void
check_means (BlProject *project, const BlFacts *facts, BlTravel travel, double limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (facts, &travel, NULL, &error);
  const BlAccessQuestion question = { .travel = travel, .minutes = &limit, .n_minutes = 1 };
  guint compared = 0;

  g_assert_no_error (error);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (BlScenario) scenario = make_random_scenario (project, facts);
      g_autoptr (BlFacts) changed = bl_scenario_apply (facts, scenario, NULL);
      g_autoptr (BlTravelMatrix) after = bl_travel_matrix_update (matrix, facts, changed, NULL, &error);
      g_autoptr (BlConsequences) quick = NULL, own = NULL, whole = NULL;

      g_assert_no_error (error);
      quick = bl_consequences_compute (facts, changed, &question, matrix, after, NULL, 0, NULL);
      own = bl_consequences_compute (facts, changed, &question, matrix, NULL, NULL, 0, NULL);
      whole = bl_consequences_compute (facts, changed, &question, NULL, NULL, NULL, 0, &error);
      g_assert_true ((quick != NULL) == (whole != NULL) && (own != NULL) == (whole != NULL));
      g_clear_error (&error); /* no library may be left */
      if (whole == NULL)
        continue;
      assert_equal (quick, whole);
      assert_equal (own, whole);
      compared++;
    }
  g_assert_cmpuint (compared, >, ROUNDS / 2);
}

static void
test_table (void)
{
  g_autoptr (BlProject) project = make_town ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);

  check_means (project, facts, (BlTravel){ .by = BL_BY_TABLE, .table = "bus" }, 20);
}

static void
test_roads (void)
{
  g_autoptr (BlProject) project = make_town ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);

  check_means (project, facts, (BlTravel){ .by = BL_BY_WALK }, 5);
  check_means (project, facts, (BlTravel){ .by = BL_BY_WALK, .pace = 0.8 }, 5);
  check_means (project, facts, (BlTravel){ .by = BL_BY_CYCLE }, 2);
  check_means (project, facts, (BlTravel){ .by = BL_BY_DRIVE }, 4);
}

/* In a straight line against every distance measured here, without an index of points. */
static void
test_straight (void)
{
  g_autoptr (BlProject) project = make_town ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  const double limit = 200;

  for (guint round = 0; round < 5 * ROUNDS; round++)
    {
      g_autoptr (BlScenario) scenario = make_random_scenario (project, facts);
      g_autoptr (BlFacts) changed = bl_scenario_apply (facts, scenario, NULL);
      g_autoptr (BlConsequences) it = bl_consequences_compute (
          facts, changed, &(BlAccessQuestion){ .limits = &limit, .n_limits = 1 }, NULL, NULL, NULL, 0, NULL);
      double lost = 0, gained = 0, moved = 0;

      if (it == NULL)
        continue;
      for (guint i = 0; i < N_AREAS; i++)
        {
          double best[2] = { INFINITY, INFINITY };
          int nearest[2] = { -1, -1 };

          for (guint when = 0; when < 2; when++)
            for (guint l = 0; l < (when ? changed : facts)->n_libraries; l++)
              {
                const BlFactsLibrary *library = &(when ? changed : facts)->libraries[l];
                double x = library->point.x - facts->points[i].x, y = library->point.y - facts->points[i].y;

                if (library->open && sqrt (x * x + y * y) < best[when])
                  {
                    best[when] = sqrt (x * x + y * y);
                    nearest[when] = (int) l;
                  }
              }
          g_assert_cmpint (it->before->nearest[i], ==, nearest[0]);
          g_assert_cmpint (it->after->nearest[i], ==, nearest[1]);
          if (!(facts->population[i] > 0) || nearest[0] < 0)
            continue;
          lost += best[0] <= limit && best[1] > limit ? facts->population[i] : 0;
          gained += best[0] > limit && best[1] <= limit ? facts->population[i] : 0;
          moved += nearest[0] != nearest[1] ? facts->population[i] : 0;
        }
      g_assert_cmpfloat (it->people[BL_EFFECT_LOST], ==, lost);
      g_assert_cmpfloat (it->people[BL_EFFECT_GAINED], ==, gained);
      g_assert_cmpfloat (it->moved, ==, moved);
    }
}

/* The tests by road and by table, with matrices that are there and without; walking a fifth
 * slower for a quarter of an hour is as far as twelve minutes at the usual pace. */
static void
test_survive (void)
{
  static const char *const titles[] = {
    "15 minutes on foot by road",
    "15 minutes on foot by road (20% slower)",
    "15 minutes on foot by road (20% faster)",
    "30 minutes on foot by road",
    "15 minutes by cycle",
    "10 minutes by car",
    "20 minutes by car",
  };
  g_autoptr (BlProject) project = make_town ();
  g_autoptr (BlFacts) facts = bl_facts_new (project), changed = NULL;
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (GArray) means = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlSurvive) quick = NULL, slow = NULL;
  g_autoptr (BlConsequences) walk = NULL;
  const double limit = 15, slower = 12;
  const BlAccessQuestion question = { .travel = { .by = BL_BY_WALK }, .minutes = &limit, .n_minutes = 1 };
  BlSurviveMeans bare[4] = { 0 };

  for (guint i = 0; i < 5; i++)
    bl_scenario_add_close (scenario, facts->libraries[i].id);
  changed = bl_scenario_apply (facts, scenario, NULL);
  means = bl_survive_find_means (facts, &changed, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (means->len, ==, 4);
  for (guint m = 0; m < 4; m++)
    bare[m].travel = g_array_index (means, BlSurviveMeans, m).travel;
  quick = bl_survive_compute (facts, &changed, 1, &question, (const BlSurviveMeans *) (gpointer) means->data,
                              means->len, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  slow = bl_survive_compute (facts, &changed, 1, &question, bare, 4, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quick->n_tests, ==, slow->n_tests);
  g_assert_cmpstr (quick->tests[quick->asked].title, ==, titles[0]);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (quick->tests[quick->asked + i].title, ==, titles[i]);
  for (guint t = 0; t < quick->n_tests; t++)
    g_assert_cmpfloat (quick->tests[t].lost[0], ==, slow->tests[t].lost[0]);

  walk = bl_consequences_compute (
      facts, changed,
      &(BlAccessQuestion){ .travel = { .by = BL_BY_WALK }, .minutes = &slower, .n_minutes = 1 }, NULL, NULL,
      NULL, 0, NULL);
  g_assert_cmpfloat (quick->tests[quick->asked + 1].lost[0], ==, walk->people[BL_EFFECT_LOST]);
  g_clear_pointer (&walk, bl_consequences_free);
  walk = bl_consequences_compute (
      facts, changed,
      &(BlAccessQuestion){ .travel = { .by = BL_BY_WALK, .pace = 0.8 }, .minutes = &limit, .n_minutes = 1 },
      NULL, NULL, NULL, 0, NULL);
  g_assert_cmpfloat (quick->tests[quick->asked + 1].lost[0], ==, walk->people[BL_EFFECT_LOST]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consequences-means/table", test_table);
  g_test_add_func ("/consequences-means/roads", test_roads);
  g_test_add_func ("/consequences-means/straight", test_straight);
  g_test_add_func ("/consequences-means/survive", test_survive);
  return g_test_run ();
}
