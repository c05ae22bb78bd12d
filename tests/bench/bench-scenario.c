/* bench-scenario.c: one change of a scenario at the size of a county, in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consequences.h"
#include "scenario-build.h"
#include "travel-times.h"

#include "large-project.h"

#include <math.h>

#define BOUND_MS 5.0
#define ROUNDS 30

typedef struct
{
  BlProject *project;
  BlFacts *facts;
  GPtrArray *groups; /* of BlGroupCounts */
} County;

/* Bus times from every area to every library of the service. */
static void
add_bus (BlProject *project)
{
  GListModel *libraries = bl_project_get_libraries (project);
  g_autoptr (BlTravelTimes) bus = bl_travel_times_new (NULL);
  g_autofree double *minutes = g_new (double, BL_COUNTY_AREAS);

  bl_project_begin (project, "Bus");
  bl_record_set_text (BL_RECORD (bus), "name", "bus");
  for (guint l = 0; l < g_list_model_get_n_items (libraries); l++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, l);
      g_autoptr (BlTravelColumn) column = bl_travel_column_new (NULL);
      g_autoptr (BlTable) table = NULL;

      for (guint i = 0; i < BL_COUNTY_AREAS; i++)
        minutes[i] = 1 + (l * 7919 + i * 104729) % 89;
      table = bl_table_new_numbers (minutes, BL_COUNTY_AREAS);
      bl_record_set_text (BL_RECORD (column), "library", bl_record_get_id (library));
      bl_record_set_table (BL_RECORD (column), "minutes", table);
      bl_record_append (BL_RECORD (bus), "columns", BL_RECORD (column));
    }
  bl_record_append (BL_RECORD (project), "travel", BL_RECORD (bus));
  bl_project_commit (project);
}

static void
county_set_up (County *county, gconstpointer data)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("county");
  g_autoptr (BlClock) clock = bl_clock_new ();

  county->project = bl_large_project_new (ids, clock, BL_COUNTY_AREAS, BL_COUNTY_LIBRARIES, BL_COUNTY_NEARBY);
  add_bus (county->project);
  county->facts = bl_facts_new (county->project);
  county->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);
  for (guint v = 0; v < county->facts->n_values; v++)
    {
      BlGroupCounts *counts = g_new0 (BlGroupCounts, 1);

      counts->name = g_strdup (county->facts->values[v].name);
      counts->people = g_memdup2 (county->facts->values[v].numbers, county->facts->n_areas * sizeof (double));
      g_ptr_array_add (county->groups, counts);
    }
}

static void
county_tear_down (County *county, gconstpointer data)
{
  g_ptr_array_unref (county->groups);
  bl_facts_unref (county->facts);
  g_object_unref (county->project);
}

static void
say (const County *county, const char *what, double best)
{
  g_test_minimized_result (best, "%s: %.2f ms (bound %.0f ms)", what, best, BOUND_MS);
  g_print ("%s among %u areas, %u libraries and %u groups: %.2f ms (bound %.0f ms)\n", what,
           county->facts->n_areas, county->facts->n_libraries, county->groups->len, best, BOUND_MS);
  g_assert_cmpfloat (best, <, BOUND_MS);
}

/* A marker is dragged: where it is changes, and what follows is worked out anew. The least of
 * several rounds, since other work on the machine can only add. */
static void
test_dragged (County *county, gconstpointer data)
{
  const double limits[] = { BL_MILE, 2 * BL_MILE };
  const BlAccessQuestion question = { .cross_boundary = TRUE, .limits = limits, .n_limits = 2 };
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  double best = INFINITY, moved = 0;

  bl_scenario_add_close (scenario, county->facts->libraries[1].id);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (BlFacts) changed = NULL;
      g_autoptr (BlConsequences) it = NULL;

      bl_scenario_add_move (scenario, county->facts->libraries[0].id, county->facts->points[round], NULL);
      changed = bl_scenario_apply (county->facts, scenario, NULL);
      it = bl_consequences_compute (county->facts, changed, &question, NULL, NULL,
                                    (BlGroupCounts *const *) county->groups->pdata, county->groups->len,
                                    NULL);
      g_assert_nonnull (it);
      moved += it->moved;
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  g_assert_cmpfloat (moved, >, 0);
  say (county, "one library moved, in a straight line", best);
}

/* A closure where the minutes from everywhere to every library are there, as by road. */
static void
test_closed (County *county, gconstpointer data)
{
  const double minutes[] = { 15, 30 };
  const BlAccessQuestion question
      = { .travel = { .by = BL_BY_TABLE, .table = "bus" }, .minutes = minutes, .n_minutes = 2 };
  g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (county->facts, &question.travel, NULL, NULL);
  double best = INFINITY, moved = 0;

  g_assert_nonnull (matrix);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
      g_autoptr (BlFacts) changed = NULL;
      g_autoptr (BlConsequences) it = NULL;

      bl_scenario_add_close (scenario, county->facts->libraries[round].id);
      changed = bl_scenario_apply (county->facts, scenario, NULL);
      it = bl_consequences_compute (county->facts, changed, &question, matrix, NULL,
                                    (BlGroupCounts *const *) county->groups->pdata, county->groups->len,
                                    NULL);
      g_assert_nonnull (it);
      moved += it->moved;
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  g_assert_cmpfloat (moved, >, 0);
  say (county, "one library closed, in minutes", best);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/bench/scenario/dragged", County, NULL, county_set_up, test_dragged, county_tear_down);
  g_test_add ("/bench/scenario/closed", County, NULL, county_set_up, test_closed, county_tear_down);
  return g_test_run ();
}
