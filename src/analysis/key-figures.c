/* key-figures.c: the figures a service is described by, once for all who show them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "key-figures.h"

#include <math.h>

static const double limits[] = { BL_MILE, 2 * BL_MILE };

static void
count_libraries (BlKeyFigures *figures, const BlFacts *facts)
{
  figures->week_hours = NAN;
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];

      if (library->nearby || library->type != BL_LIBRARY_TYPE_STATIC)
        continue;
      if (!library->open)
        {
          figures->not_open++;
          continue;
        }
      figures->open++;
      figures->by_operation[library->operation]++;
      figures->not_on_map += !library->located;
      if (library->statutory)
        {
          figures->statutory++;
          figures->statutory_by_operation[library->operation]++;
        }
      if (isnan (library->week_hours))
        figures->hours_unknown++;
      else
        figures->week_hours = (isnan (figures->week_hours) ? 0 : figures->week_hours) + library->week_hours;
    }
}

static BlKeyGroup
count_group (const BlFacts *facts, BlAccessQuestion question, const char *definition)
{
  BlKeyGroup group = { FALSE, NAN, NAN, NAN, 0 };
  g_autoptr (BlGroupCounts) counts = bl_group_counts_new (facts, definition, NULL);
  g_autoptr (BlAccess) access = NULL;

  if (counts == NULL || counts->unknown == facts->n_areas)
    return group;
  question.group = counts;
  access = bl_access_compute (facts, &question, NULL);
  if (access == NULL)
    return group;
  return (BlKeyGroup){ TRUE, access->population, access->within[0].people, access->within[0].percent,
                       access->unknown };
}

static void
count_people (BlKeyFigures *figures, const BlFacts *facts, const BlAccessQuestion *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAccess) access = bl_access_compute (facts, question, &error);

  figures->people = figures->within_mile = figures->percent_within_mile = figures->beyond_mile = NAN;
  figures->beyond_two_miles = figures->mean_distance = figures->median_distance = figures->max_distance = NAN;
  if (access == NULL)
    {
      figures->lacks = g_strdup (error->message);
      return;
    }
  figures->counted = access->n_counted;
  figures->people = access->population;
  figures->within_mile = access->within[0].people;
  figures->percent_within_mile = access->within[0].percent;
  figures->beyond_mile = access->population - access->within[0].people;
  figures->beyond_two_miles = access->population - access->within[1].people;
  figures->mean_distance = access->mean_distance;
  figures->median_distance = access->median_distance;
  figures->max_distance = access->max_distance;
  figures->unknown = access->unknown;
  figures->unreached = access->unreached->len;
}

BlKeyFigures *
bl_key_figures_compute (const BlFacts *facts, const BlAccessQuestion *question)
{
  BlKeyFigures *figures = g_new0 (BlKeyFigures, 1);
  BlAccessQuestion asked = question != NULL ? *question : (BlAccessQuestion){ 0 };

  g_return_val_if_fail (facts != NULL, figures);

  asked.limits = limits;
  asked.n_limits = G_N_ELEMENTS (limits);
  asked.group = NULL;
  figures->year = facts->year;
  count_libraries (figures, facts);
  count_people (figures, facts, &asked);
  figures->children = count_group (facts, asked, "aged_0_15");
  figures->older = count_group (facts, asked, "aged_60_plus");
  figures->deprived = count_group (facts, asked, "imd_decile<=2");
  return figures;
}

void
bl_key_figures_free (BlKeyFigures *figures)
{
  if (figures == NULL)
    return;
  g_free (figures->lacks);
  g_free (figures);
}
