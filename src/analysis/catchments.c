/* catchments.c: the people nearest to each library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include <math.h>

static void
prepare (BlCatchments *catchments,
         const BlFacts *facts,
         const BlAccessQuestion *question,
         guint n_groups,
         int *item_of)
{
  catchments->items = g_new0 (BlCatchment, catchments->access->n_counted);
  catchments->n_groups = n_groups;
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *it = &facts->libraries[i];

      item_of[i] = -1;
      if (bl_access_counts (facts, question, i) && it->located)
        {
          BlCatchment *item = &catchments->items[catchments->n];

          item->library = i;
          item->mean_distance = item->max_distance = NAN;
          item->groups = g_new0 (double, MAX (n_groups, 1));
          item->groups_unknown = g_new0 (guint, MAX (n_groups, 1));
          item_of[i] = (int) catchments->n++;
        }
    }
}

/* @item->mean_distance holds metres travelled by all until the end. */
static void
add_area (BlCatchment *item, double people, double distance)
{
  item->areas++;
  if (!(people > 0))
    return;
  item->mean_distance = (isnan (item->mean_distance) ? 0 : item->mean_distance) + people * distance;
  item->max_distance = fmax (item->max_distance, distance);
  item->population += people;
  if (distance <= BL_MILE)
    item->within_mile += people;
}

BlCatchments *
bl_catchments_compute (const BlFacts *facts,
                       const BlAccessQuestion *question,
                       BlGroupCounts *const *groups,
                       guint n_groups,
                       GError **error)
{
  g_autoptr (BlAccess) access = bl_access_compute (facts, question, error);
  const double *people;
  g_autofree int *item_of = NULL;
  BlCatchments *catchments;

  if (access == NULL)
    return NULL;

  catchments = g_new0 (BlCatchments, 1);
  catchments->access = g_steal_pointer (&access);
  item_of = g_new (int, MAX (facts->n_libraries, 1));
  prepare (catchments, facts, question, n_groups, item_of);

  people = question->group != NULL ? question->group->people : facts->population;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      BlCatchment *item;

      if (catchments->access->nearest[i] < 0)
        continue;
      item = &catchments->items[item_of[catchments->access->nearest[i]]];
      add_area (item, people[i], catchments->access->distance[i]);
      for (guint g = 0; g < n_groups; g++)
        if (isfinite (groups[g]->people[i]))
          item->groups[g] += groups[g]->people[i];
        else
          item->groups_unknown[g]++;
    }
  for (guint i = 0; i < catchments->n; i++)
    catchments->items[i].mean_distance /= catchments->items[i].population; /* NaN / 0 stays NaN */
  return catchments;
}

const BlCatchment *
bl_catchments_find (const BlCatchments *catchments, guint library)
{
  for (guint i = 0; i < catchments->n; i++)
    if (catchments->items[i].library == library)
      return &catchments->items[i];
  return NULL;
}

void
bl_catchments_free (BlCatchments *catchments)
{
  if (catchments == NULL)
    return;
  for (guint i = 0; i < catchments->n; i++)
    {
      g_free (catchments->items[i].groups);
      g_free (catchments->items[i].groups_unknown);
    }
  g_free (catchments->items);
  bl_access_free (catchments->access);
  g_free (catchments);
}
