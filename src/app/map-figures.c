/* map-figures.c: the figures that pane, card, table and sentence share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-figures.h"

#include <math.h>

#include "area-figures.h"

int
bl_map_figures_find_decile (const BlFacts *facts)
{
  int found = bl_facts_find_value (facts, "imd_decile");

  for (guint i = 0; found < 0 && i < facts->n_values; i++)
    if (facts->values[i].kind == BL_VALUE_KIND_DECILE)
      found = (int) i;
  return found;
}

double
bl_map_figures_of_area (const BlFacts *facts, const char *value, int area)
{
  int index = bl_facts_find_value (facts, value);

  return index >= 0 && area >= 0 ? facts->values[index].numbers[area] : NAN;
}

double
bl_map_figures_percent_of_area (const BlFacts *facts, const char *value, int area)
{
  return area >= 0 ? bl_area_percent_of_ages (facts, value, (guint) area) : NAN;
}

const char *
bl_map_figures_area_name (const BlFacts *facts, int area)
{
  const char *name = facts->names != NULL ? facts->names[area] : NULL;

  return name != NULL ? name : facts->codes[area];
}

static void
count_deciles (BlMapFigures *figures, const BlFacts *facts, const int *nearest, int library)
{
  int value = bl_map_figures_find_decile (facts);

  if (value < 0 || facts->population == NULL)
    return;
  figures->has_deciles = TRUE;
  figures->deprivation = g_str_has_prefix (facts->values[value].name, "imd");
  for (guint area = 0; area < facts->n_areas; area++)
    {
      double decile = facts->values[value].numbers[area];
      double people = facts->population[area];

      if ((library >= 0 && nearest[area] != library) || isnan (people))
        continue;
      if (decile >= 1 && decile <= BL_MAP_DECILES)
        figures->by_decile[(int) decile - 1] += people;
      else
        figures->decile_unknown += people;
    }
}

static int
find_group (GPtrArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (((const BlGroupCounts *) g_ptr_array_index (groups, i))->name, name) == 0)
      return (int) i;
  return -1;
}

gboolean
bl_map_figures_of_library (BlMapFigures *figures,
                           const BlFacts *facts,
                           const BlCatchments *catchments,
                           GPtrArray *groups,
                           int library)
{
  const BlCatchment *catchment = library >= 0 ? bl_catchments_find (catchments, (guint) library) : NULL;
  int young, old;

  *figures = (BlMapFigures){ 0 };
  if (catchment == NULL)
    return FALSE;

  young = find_group (groups, "aged_0_15");
  old = find_group (groups, "aged_60_plus");
  figures->areas = catchment->areas;
  figures->people = catchment->population;
  figures->percent_of_service = catchment->population * 100.0 / catchments->access->population;
  figures->aged_0_15 = young >= 0 ? catchment->groups[young] : NAN;
  figures->aged_60_plus = old >= 0 ? catchment->groups[old] : NAN;
  figures->mean_distance = catchment->mean_distance;
  figures->within_mile_percent
      = catchment->population > 0 ? catchment->within_mile * 100.0 / catchment->population : NAN;
  count_deciles (figures, facts, catchments->access->nearest, library);
  return TRUE;
}

void
bl_map_figures_of_service (BlMapFigures *figures,
                           const BlFacts *facts,
                           const BlCatchments *catchments,
                           GPtrArray *groups)
{
  const BlAccess *access = catchments->access;
  int young = find_group (groups, "aged_0_15");
  int old = find_group (groups, "aged_60_plus");

  *figures = (BlMapFigures){
    .service = TRUE,
    .areas = facts->n_areas,
    .people = access->population,
    .percent_of_service = 100,
    .aged_0_15 = young >= 0 ? ((const BlGroupCounts *) g_ptr_array_index (groups, young))->total : NAN,
    .aged_60_plus = old >= 0 ? ((const BlGroupCounts *) g_ptr_array_index (groups, old))->total : NAN,
    .mean_distance = access->mean_distance,
    .within_mile_percent = NAN,
  };
  for (guint i = 0; i < access->n_limits; i++)
    if (access->within[i].limit == BL_MILE)
      figures->within_mile_percent = access->within[i].percent;
  count_deciles (figures, facts, NULL, -1);
}

gboolean
bl_map_figures_of_closure (BlMapClosure *closure,
                           const BlFacts *facts,
                           const BlAccess *access,
                           const BlAccessQuestion *asked,
                           int library)
{
  g_autofree gboolean *closed = g_new0 (gboolean, MAX (facts->n_libraries, 1));
  BlAccessQuestion question = *asked;
  g_autoptr (BlAccess) after = NULL;
  double further = 0;

  *closure = (BlMapClosure){ 0 };
  if (asked->travel.by == BL_BY_TABLE)
    return FALSE;
  question.n_limits = question.n_minutes = 0;
  question.closed = closed;
  closed[library] = TRUE;
  after = bl_access_compute (facts, &question, NULL);
  if (after == NULL)
    return FALSE; /* it is the only one: there is no distance afterwards */

  for (guint area = 0; area < facts->n_areas; area++)
    {
      double people = facts->population[area];

      if (access->nearest[area] != library || isnan (people))
        continue;
      /* Nobody is further away who cannot get there at all: they are counted as losing it. */
      if (isnan (after->distance[area]))
        {
          closure->lose_mile += access->distance[area] <= BL_MILE ? people : 0;
          continue;
        }
      closure->people += people;
      further += people * (after->distance[area] - access->distance[area]);
      if (access->distance[area] <= BL_MILE && after->distance[area] > BL_MILE)
        closure->lose_mile += people;
    }
  if (closure->people <= 0)
    return FALSE;
  closure->extra_distance = further / closure->people;
  return TRUE;
}
