/* bench-scenario.c: one change of a scenario at the size of a county, in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consequences.h"
#include "scenario-build.h"

#include "large-project.h"

#include <math.h>

#define BOUND_MS 5.0
#define ROUNDS 30

/* A marker is dragged: where it is changes, what follows is worked out anew, for everyone and
 * five groups. The least of several rounds, since other work on the machine can only add. */
static void
test_county (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("county");
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlProject) project
      = bl_large_project_new (ids, clock, BL_COUNTY_AREAS, BL_COUNTY_LIBRARIES, BL_COUNTY_NEARBY);
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (GPtrArray) names = bl_group_suggestions (facts);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);
  const double limits[] = { BL_MILE, 2 * BL_MILE };
  const BlAccessQuestion question = { .cross_boundary = TRUE, .limits = limits, .n_limits = 2 };
  double best = INFINITY, moved = 0;

  for (guint i = 0; i < names->len; i++)
    {
      BlGroupCounts *counts = bl_group_counts_new (facts, g_ptr_array_index (names, i), NULL);

      if (counts != NULL)
        g_ptr_array_add (groups, counts);
    }
  bl_scenario_add_close (scenario, facts->libraries[1].id);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      BlPoint place = facts->points[round];
      g_autoptr (BlFacts) changed = NULL;
      g_autoptr (BlConsequences) it = NULL;

      bl_scenario_add_move (scenario, facts->libraries[0].id, place, NULL);
      changed = bl_scenario_apply (facts, scenario, NULL);
      it = bl_consequences_compute (facts, changed, &question, NULL, NULL, (BlGroupCounts *const *) groups->pdata,
                                    groups->len, NULL);
      g_assert_nonnull (it);
      moved += it->moved;
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  g_assert_cmpfloat (moved, >, 0);
  g_test_minimized_result (best, "one change among %u areas, %u libraries and %u groups: %.2f ms (bound %.0f ms)",
                           facts->n_areas, facts->n_libraries, groups->len, best, BOUND_MS);
  g_print ("one change among %u areas, %u libraries and %u groups: %.2f ms (bound %.0f ms)\n", facts->n_areas,
           facts->n_libraries, groups->len, best, BOUND_MS);
  g_assert_cmpfloat (best, <, BOUND_MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/scenario/county", test_county);
  return g_test_run ();
}
