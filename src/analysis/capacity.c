/* capacity.c: whether the libraries people would go to can take them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "capacity.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEKS 52

/* People each library is nearest to, n_libraries long. */
static double *
count_nearest (const BlFacts *facts, const BlAccess *access, const double *people)
{
  double *nearest = g_new0 (double, MAX (facts->n_libraries, 1));

  for (guint i = 0; i < access->n_areas; i++)
    if (access->nearest[i] >= 0 && people[i] > 0)
      nearest[access->nearest[i]] += people[i];
  return nearest;
}

/* How much for each 1,000 people; NaN where there are none or it is not known. */
static double
per_1000 (double amount, double people)
{
  return people > 0 ? 1000 * amount / people : NAN;
}

/* Fewest of it for each 1,000 people at any library of today; infinite where not known. */
static void
find_least (const BlFacts *facts, const double *people, double *hours, double *area)
{
  *hours = *area = INFINITY;
  for (guint i = 0; i < facts->n_libraries; i++)
    if (!facts->libraries[i].nearby && people[i] > 0)
      {
        *hours
            = fmin (*hours, per_1000 (facts->libraries[i].week_hours, people[i])); /* fmin() leaves NaN out */
        *area = fmin (*area, per_1000 (facts->libraries[i].floor_area, people[i]));
      }
}

/* Visits to @library: those of its own, less those of who leaves it, and with those of who comes. */
static double
count_visits (const BlFacts *facts,
              const BlFacts *changed,
              const BlConsequences *consequences,
              const double *people,
              guint library)
{
  double visits = library < facts->n_libraries ? facts->libraries[library].visits : 0;

  for (guint f = 0; f < consequences->n_flows; f++)
    {
      const BlFlow *flow = &consequences->flows[f];

      if (!(flow->population > 0))
        continue;
      if (flow->to == library)
        visits += changed->libraries[flow->from].visits * flow->population / people[flow->from];
      else if (flow->from == library)
        visits -= facts->libraries[library].visits * flow->population / people[library];
    }
  return visits;
}

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  const BlCapacity *first = a, *second = b;

  if (first->coming != second->coming)
    return first->coming > second->coming ? -1 : 1;
  return (first->library > second->library) - (first->library < second->library);
}

GArray *
bl_capacity_compute (const BlFacts *facts,
                     const BlFacts *changed,
                     const BlAccessQuestion *question,
                     const BlConsequences *consequences)
{
  const double *people = question->group != NULL ? question->group->people : facts->population;
  g_autofree double *before = count_nearest (facts, consequences->before, people);
  g_autofree double *after = count_nearest (changed, consequences->after, people);
  GArray *capacities = g_array_new (FALSE, TRUE, sizeof (BlCapacity));
  double least_hours, least_area;

  find_least (facts, before, &least_hours, &least_area);
  for (guint i = 0; i < changed->n_libraries; i++)
    {
      gboolean new_library = i >= facts->n_libraries;
      BlCapacity it = { .library = i, .new_library = new_library };

      for (guint f = 0; f < consequences->n_flows; f++)
        if (consequences->flows[f].to == i)
          it.coming += consequences->flows[f].population;
      if (!(it.coming > 0))
        continue;
      it.statutory = changed->libraries[i].statutory;
      it.people_before = new_library ? 0 : before[i];
      it.people_after = after[i];
      it.hours_before = new_library ? NAN : facts->libraries[i].week_hours;
      it.hours_after = changed->libraries[i].week_hours;
      it.hours_per_1000_before = per_1000 (it.hours_before, it.people_before);
      it.hours_per_1000_after = per_1000 (it.hours_after, it.people_after);
      it.floor_area = changed->libraries[i].floor_area;
      it.area_per_1000_before = per_1000 (it.floor_area, it.people_before);
      it.area_per_1000_after = per_1000 (it.floor_area, it.people_after);
      it.visits_before = new_library ? NAN : facts->libraries[i].visits;
      it.visits_after = count_visits (facts, changed, consequences, before, i);
      it.visits_per_hour_before = it.hours_before > 0 ? it.visits_before / (it.hours_before * WEEKS) : NAN;
      it.visits_per_hour_after = it.hours_after > 0 ? it.visits_after / (it.hours_after * WEEKS) : NAN;
      it.hours_beyond_any = it.hours_per_1000_after < least_hours;
      it.area_beyond_any = it.area_per_1000_after < least_area;
      g_array_append_val (capacities, it);
    }
  g_array_sort (capacities, compare_coming);
  return capacities;
}

/* --- Words ------------------------------------------------------------------- */

static void
say_people (GString *text, const char *name, const BlCapacity *it)
{
  g_autofree char *after = bl_text_number (it->people_after, 0),
                  *before = bl_text_number (it->people_before, 0);
  gulong n = (gulong) llround (it->people_after);

  if (it->new_library || !(it->people_before > 0))
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%s would be nearest to %s person.",
                                         "%s would be nearest to %s people.", n),
                            name, after);
  else
    {
      double percent = 100 * (it->people_after - it->people_before) / it->people_before;
      g_autofree char *more = bl_text_number (fabs (percent), 0);

      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%s would be nearest to %s person instead of %s",
                                           "%s would be nearest to %s people instead of %s", n),
                              name, after, before);
      if (it->people_after == it->people_before)
        g_string_append (text, ".");
      else
        g_string_append_printf (text, percent > 0 ? _ (", %s%% more.") : _ (", %s%% fewer."), more);
    }
}

static void
say_hours (GString *text, const BlCapacity *it)
{
  g_autofree char *was = bl_text_number (it->hours_per_1000_before, 1);
  g_autofree char *will = bl_text_number (it->hours_per_1000_after, 1);

  if (!isfinite (it->hours_per_1000_after))
    g_string_append (text, _ (" How long it is open is not known."));
  else if (isfinite (it->hours_per_1000_before))
    g_string_append_printf (text, _ (" Hours open a week for each 1,000 people: %s, now %s."), will, was);
  else
    g_string_append_printf (text, _ (" Hours open a week for each 1,000 people: %s."), will);
  if (it->hours_beyond_any)
    g_string_append (text, _ (" That is fewer than at any library now."));
}

static void
say_area (GString *text, const BlCapacity *it)
{
  g_autofree char *was = bl_text_number (it->area_per_1000_before, 1);
  g_autofree char *will = bl_text_number (it->area_per_1000_after, 1);

  if (!isfinite (it->area_per_1000_after))
    g_string_append (text, _ (" Its floor area is not known."));
  else if (isfinite (it->area_per_1000_before))
    g_string_append_printf (text, _ (" Square metres for each 1,000 people: %s, now %s."), will, was);
  else
    g_string_append_printf (text, _ (" Square metres for each 1,000 people: %s."), will);
  if (it->area_beyond_any)
    g_string_append (text, _ (" That is less than at any library now."));
}

static void
say_visits (GString *text, const BlCapacity *it)
{
  g_autofree char *was = bl_text_number (it->visits_before, 0), *will = bl_text_number (it->visits_after, 0);

  if (!isfinite (it->visits_before) && !it->new_library)
    g_string_append (text, _ (" Its visits are not known."));
  else if (!isfinite (it->visits_after))
    g_string_append (text, _ (" How often those who would come go to a library is not known."));
  else if (isfinite (it->visits_before))
    g_string_append_printf (text, _ (" Visits a year, if people go as often as now: %s, now %s."), will, was);
  else
    g_string_append_printf (text, _ (" Visits a year, if people go as often as now: %s."), will);
}

char *
bl_capacity_sentence (const BlFacts *changed, const BlCapacity *capacity)
{
  g_autofree char *name = bl_text_short_library_name (changed->libraries[capacity->library].name);
  GString *text = g_string_new (NULL);

  say_people (text, name, capacity);
  say_hours (text, capacity);
  say_area (text, capacity);
  say_visits (text, capacity);
  return g_string_free (text, FALSE);
}

char *
bl_capacity_finding (const BlFacts *changed, GArray *capacities)
{
  guint beyond = 0, unknown = 0;
  const BlCapacity *first = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < capacities->len; i++)
    {
      const BlCapacity *it = &g_array_index (capacities, BlCapacity, i);

      if (it->hours_beyond_any || it->area_beyond_any)
        {
          beyond++;
          first = first != NULL ? first : it;
        }
      unknown += !isfinite (it->hours_per_1000_after) && !isfinite (it->area_per_1000_after);
    }
  if (capacities->len == 0)
    return g_strdup (_ ("No library gets more people"));
  if (beyond == 1)
    {
      name = bl_text_short_library_name (changed->libraries[first->library].name);
      return g_strdup_printf (_ ("%s would be busier than any library now"), name);
    }
  if (beyond > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u library would be busier than any now",
                                         "%u libraries would be busier than any now", beyond),
                            beyond);
  if (unknown == capacities->len)
    return g_strdup (_ ("Whether they could take them is not known"));
  return g_strdup (_ ("None would be busier than the busiest now"));
}
