/* catchments.c: the people nearest to each library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include <math.h>

static void
prepare (BlCatchments *catchments,
         const BlFacts *facts,
         guint n_groups,
         int *item_of)
{
  catchments->items = g_new0 (BlCatchment, MAX (catchments->access->n_counted, 1));
  catchments->n_groups = n_groups;
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      item_of[i] = -1;
      if (catchments->access->counted[i])
        {
          BlCatchment *item = &catchments->items[catchments->n];

          item->library = i;
          item->mean_distance = item->max_distance = item->mean_minutes = item->max_minutes = NAN;
          item->groups = g_new0 (double, MAX (n_groups, 1));
          item->groups_unknown = g_new0 (guint, MAX (n_groups, 1));
          item_of[i] = (int) catchments->n++;
        }
    }
}

/* The means hold metres and minutes travelled by all until the end. */
static void
add_area (BlCatchment *item, double people, double distance, double minutes)
{
  item->areas++;
  if (!(people > 0))
    return;
  if (item->population == 0)
    item->mean_distance = item->mean_minutes = 0;
  item->mean_distance += people * distance;
  item->max_distance = fmax (item->max_distance, distance);
  item->mean_minutes += people * minutes;
  item->max_minutes = fmax (item->max_minutes, minutes);
  item->population += people;
  if (isnan (distance))
    item->within_mile = NAN;
  else if (distance <= BL_MILE)
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
  prepare (catchments, facts, n_groups, item_of);

  people = question->group != NULL ? question->group->people : facts->population;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      BlCatchment *item;

      if (catchments->access->nearest[i] < 0)
        continue;
      item = &catchments->items[item_of[catchments->access->nearest[i]]];
      add_area (item, people[i], catchments->access->distance[i], catchments->access->minutes[i]);
      for (guint g = 0; g < n_groups; g++)
        if (isfinite (groups[g]->people[i]))
          item->groups[g] += groups[g]->people[i];
        else
          item->groups_unknown[g]++;
    }
  for (guint i = 0; i < catchments->n; i++)
    {
      catchments->items[i].mean_distance /= catchments->items[i].population; /* NaN / 0 stays NaN */
      catchments->items[i].mean_minutes /= catchments->items[i].population;
    }
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
