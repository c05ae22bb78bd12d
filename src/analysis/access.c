/* access.c: how far people are from a library, in a straight line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A limit beyond which no one could mean a distance to a library, metres. */
#define LIMIT_MOST 1000000

gboolean
bl_access_counts (const BlFacts *facts, const BlAccessQuestion *question, guint library)
{
  const BlFactsLibrary *it = &facts->libraries[library];

  return it->open && it->type == BL_LIBRARY_TYPE_STATIC && (it->statutory || !question->statutory)
         && (!it->nearby || question->cross_boundary)
         && !(question->closed != NULL && question->closed[library]);
}

/* The libraries that count, as points to index and as what each point is. */
static void
choose_libraries (
    const BlFacts *facts, const BlAccessQuestion *question, BlAccess *access, BlPoint *points, guint *chosen)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      if (!bl_access_counts (facts, question, i))
        continue;
      if (!facts->libraries[i].located)
        {
          g_ptr_array_add (access->left_out, g_strdup (facts->libraries[i].name));
          continue;
        }
      points[access->n_counted] = facts->libraries[i].point;
      chosen[access->n_counted++] = i;
    }
}

static void
set_no_library (const BlFacts *facts,
                const BlAccessQuestion *question,
                const BlAccess *access,
                GError **error)
{
  if (facts->n_libraries == 0)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                         _ ("This project has no libraries yet. Import them first."));
  else if (access->left_out->len > 0)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                         _ ("None of the libraries that would count has a grid reference."));
  else if (question->statutory)
    g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                 _ ("No static library is open and statutory in %d."), facts->year);
  else if (facts->year == 0)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                         _ ("Which libraries are open is not known: no year’s operation has been imported."));
  else
    g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS, _ ("No static library is open in %d."),
                 facts->year);
}

static gboolean
check_areas (const BlFacts *facts, const BlAccessQuestion *question, GError **error)
{
  if (facts->n_areas == 0)
    {
      g_set_error_literal (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
          _ ("This project has no areas yet. Import outlines or points of small areas first."));
      return FALSE;
    }
  if (question->group == NULL && facts->population == NULL)
    {
      g_set_error_literal (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
          _ ("This project has no population by area yet. Import it as the value “population” first."));
      return FALSE;
    }
  return TRUE;
}

static const double *
get_people (const BlFacts *facts, const BlAccessQuestion *question)
{
  return question->group != NULL ? question->group->people : facts->population;
}

static int
compare_distances (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *distance = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (distance[first] != distance[second])
    return distance[first] < distance[second] ? -1 : 1;
  return (first > second) - (first < second);
}

/* Distance of the first area, in order of distance, at which half of the
 * people are reached. @order holds the areas that have people and a place. */
static double
find_median (const double *distance, const double *people, guint *order, guint n_order, double population)
{
  double reached = 0;

  g_qsort_with_data (order, (int) n_order, sizeof (guint), compare_distances, (gpointer) distance);
  for (guint i = 0; i < n_order; i++)
    {
      reached += people[order[i]];
      if (reached >= population / 2)
        return distance[order[i]];
    }
  return NAN;
}

static void
add_up (BlAccess *access, const double *people)
{
  g_autofree guint *order = g_new (guint, MAX (access->n_areas, 1));
  guint n_order = 0;
  double travelled = 0;

  access->mean_distance = access->median_distance = access->max_distance = NAN;
  for (guint i = 0; i < access->n_areas; i++)
    {
      double distance = access->distance[i];

      if (isnan (people[i]))
        access->unknown++;
      if (isnan (people[i]) || isnan (distance) || people[i] <= 0)
        continue;
      order[n_order++] = i;
      access->population += people[i];
      travelled += people[i] * distance;
      access->max_distance = fmax (access->max_distance, distance);
      for (guint l = 0; l < access->n_limits; l++)
        if (distance <= access->within[l].limit)
          access->within[l].people += people[i];
    }

  for (guint l = 0; l < access->n_limits; l++)
    access->within[l].percent
        = access->population > 0 ? 100 * access->within[l].people / access->population : NAN;
  if (access->population > 0)
    {
      access->mean_distance = travelled / access->population;
      access->median_distance = find_median (access->distance, people, order, n_order, access->population);
    }
}

BlAccess *
bl_access_compute (const BlFacts *facts, const BlAccessQuestion *question, GError **error)
{
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (BlNearest) index = NULL;
  g_autofree BlPoint *points = NULL;
  g_autofree guint *chosen = NULL;

  g_return_val_if_fail (facts != NULL && question != NULL, NULL);

  if (!check_areas (facts, question, error))
    return NULL;

  access = g_new0 (BlAccess, 1);
  access->n_areas = facts->n_areas;
  access->nearest = g_new (int, facts->n_areas);
  access->distance = g_new (double, facts->n_areas);
  access->unreached = g_ptr_array_new_with_free_func (g_free);
  access->left_out = g_ptr_array_new_with_free_func (g_free);
  access->n_limits = question->n_limits;
  access->within = g_malloc0_n (MAX (question->n_limits, 1), sizeof *access->within);
  for (guint l = 0; l < question->n_limits; l++)
    access->within[l].limit = question->limits[l];

  points = g_new (BlPoint, MAX (facts->n_libraries, 1));
  chosen = g_new (guint, MAX (facts->n_libraries, 1));
  choose_libraries (facts, question, access, points, chosen);
  if (access->n_counted == 0)
    {
      set_no_library (facts, question, access, error);
      return NULL;
    }

  index = bl_nearest_new (points, access->n_counted);
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int found = bl_nearest_find (index, facts->points[i], &access->distance[i]);

      access->nearest[i] = found < 0 ? -1 : (int) chosen[found];
      if (found < 0)
        g_ptr_array_add (access->unreached, g_strdup (facts->codes[i]));
    }
  add_up (access, get_people (facts, question));
  return g_steal_pointer (&access);
}

void
bl_access_free (BlAccess *access)
{
  if (access == NULL)
    return;
  g_free (access->nearest);
  g_free (access->distance);
  g_free (access->within);
  g_ptr_array_unref (access->unreached);
  g_ptr_array_unref (access->left_out);
  g_free (access);
}

static const struct
{
  const char *name;
  double metres;
} units[] = {
  { "m", 1 },
  { "metre", 1 },
  { "metres", 1 },
  { "meter", 1 },
  { "meters", 1 },
  { "km", 1000 },
  { "kilometre", 1000 },
  { "kilometres", 1000 },
  { "kilometer", 1000 },
  { "kilometers", 1000 },
  { "mi", BL_MILE },
  { "mile", BL_MILE },
  { "miles", BL_MILE },
};

gboolean
bl_access_parse_limit (const char *text, double *metres, GError **error)
{
  g_autofree char *folded = bl_text_fold (text);
  gsize digits = strspn (folded, "0123456789.,+-");
  g_autofree char *number = g_strndup (folded, digits);
  const char *unit = folded + digits + strspn (folded + digits, " ");
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].name) == 0 && bl_text_parse_number (number, &value) && value > 0
        && value * units[i].metres <= LIMIT_MOST)
      {
        *metres = value * units[i].metres;
        return TRUE;
      }
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("“%s” is not a distance. Distances look like 1mi, 1.5km or 1200m."), text ? text : "");
  return FALSE;
}

/* Nearest number of at most @decimals places; how many of them are needed. */
static int
decimals_needed (double value, int decimals)
{
  for (int n = 0; n < decimals; n++)
    if (fabs (value * pow (10, n) - round (value * pow (10, n))) < 1e-6)
      return n;
  return decimals;
}

char *
bl_access_limit_to_text (double metres)
{
  double quarters = metres / BL_MILE * 4;
  g_autofree char *number = NULL;

  if (quarters > 0.5 && fabs (quarters - round (quarters)) < 1e-6)
    {
      double miles = round (quarters) / 4;

      if (miles == 1)
        return g_strdup (_ ("1 mile"));
      number = bl_text_number (miles, decimals_needed (miles, 2));
      return g_strdup_printf (miles < 1 ? _ ("%s mile") : _ ("%s miles"), number);
    }
  if (metres >= 10000)
    {
      number = bl_text_number (metres / 1000, decimals_needed (metres / 1000, 1));
      return g_strdup_printf (_ ("%s km"), number);
    }
  number = bl_text_number (metres, decimals_needed (metres, 1));
  return g_strdup_printf (_ ("%s m"), number);
}
