/* area-figures.c: what a table says of each area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-figures.h"

#include <math.h>

static const double *
find_numbers (const BlFacts *facts, const char *name)
{
  int value = bl_facts_find_value (facts, name);

  return value >= 0 ? facts->values[value].numbers : NULL;
}

static double
at (const double *numbers, guint area)
{
  return numbers != NULL && isfinite (numbers[area]) ? numbers[area] : NAN;
}

double
bl_area_percent_of_ages (const BlFacts *facts, const char *band, guint area)
{
  static const char *const bands[] = { "aged_0_15", "aged_16_59", "aged_60_plus" };
  double part = at (find_numbers (facts, band), area);
  double whole = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    whole += at (find_numbers (facts, bands[i]), area);
  return whole > 0 ? 100 * part / whole : NAN;
}

BlAreaFigures *
bl_area_figures_new (const BlFacts *facts, const BlAccess *access)
{
  const double *deciles;
  BlAreaFigures *figures;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (access == NULL || access->n_areas == facts->n_areas, NULL);

  deciles = find_numbers (facts, "imd_decile");
  figures = g_new (BlAreaFigures, MAX (facts->n_areas, 1));
  for (guint i = 0; i < facts->n_areas; i++)
    {
      double people = at (facts->population, i);
      const char *name = facts->names != NULL ? facts->names[i] : NULL;

      figures[i] = (BlAreaFigures){
        .code = facts->codes[i],
        .name = name != NULL ? name : facts->codes[i],
        .people = people,
        .decile = at (deciles, i),
        .distance = access != NULL ? access->distance[i] : NAN,
        .nearest = access != NULL ? access->nearest[i] : -1,
        .percent_children = bl_area_percent_of_ages (facts, "aged_0_15", i),
        .percent_older = bl_area_percent_of_ages (facts, "aged_60_plus", i),
      };
      figures[i].within_mile = figures[i].distance <= BL_MILE;
    }
  return figures;
}
