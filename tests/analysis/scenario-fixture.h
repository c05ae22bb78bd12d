/* scenario-fixture.h: scenarios of published services, made in a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"

#include "published.h"
#include "scenario-build.h"

static inline guint
find_by_name (const BlFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (g_str_equal (facts->libraries[i].name, name))
      return i;
  g_error ("no library %s", name);
}

static inline BlScenario *
closing (const BlFacts *facts, const char *name)
{
  BlScenario *scenario = bl_scenario_new ("scenario-a");

  bl_scenario_add_close (scenario, facts->libraries[find_by_name (facts, name)].id);
  return scenario;
}

/* The three groups that the published pages speak of; free with clear_groups(). */
static inline void
take_groups (const BlFacts *facts, BlGroupCounts *groups[3])
{
  static const char *const definitions[] = { "aged_60_plus", "aged_0_15", "imd_decile<=2" };

  for (guint g = 0; g < 3; g++)
    {
      groups[g] = bl_group_counts_new (facts, definitions[g], NULL);
      g_assert_nonnull (groups[g]);
    }
}

static inline void
clear_groups (BlGroupCounts *groups[3])
{
  for (guint g = 0; g < 3; g++)
    bl_group_counts_free (groups[g]);
}
