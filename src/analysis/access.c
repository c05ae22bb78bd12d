/* access.c: how far people are from a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include "travel-roads.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- Which libraries ------------------------------------------------------- */

static gboolean
counts_whenever (const BlFacts *facts, const BlAccessQuestion *question, guint library)
{
  const BlFactsLibrary *it = &facts->libraries[library];

  return it->open && it->type == BL_LIBRARY_TYPE_STATIC && (it->statutory || !question->statutory)
         && (!it->nearby || question->cross_boundary)
         && !(question->closed != NULL && question->closed[library]);
}

gboolean
bl_access_counts (const BlFacts *facts, const BlAccessQuestion *question, guint library)
{
  return counts_whenever (facts, question, library)
         && (!question->at_time
             || bl_facts_library_is_open_at (&facts->libraries[library], question->week_minute, NULL));
}

/**
 * Means: what there is to measure on: nothing for a straight line, a matrix, or the network itself.
 */
typedef struct
{
  const BlTravelMatrix *matrix;
  const BlTravelRoads *roads;
} Means;

static gboolean
has_row (const BlTravelMatrix *matrix, guint library)
{
  const double *minutes = matrix->minutes + (gsize) library * matrix->n_areas;

  for (guint i = 0; i < matrix->n_areas; i++)
    if (!isnan (minutes[i]))
      return TRUE;
  return FALSE;
}

static void
fill_nan (double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    numbers[i] = NAN;
}

static void
take_snaps (BlAccess *access, const BlFacts *facts, const Means *means)
{
  if (means->roads == NULL && (means->matrix == NULL || means->matrix->area_snap == NULL))
    return;
  access->area_snap = g_new (double, MAX (facts->n_areas, 1));
  access->library_snap = g_new (double, MAX (facts->n_libraries, 1));
  fill_nan (access->library_snap, facts->n_libraries);
  for (guint i = 0; i < facts->n_areas; i++)
    access->area_snap[i]
        = means->roads != NULL ? means->roads->areas[i].distance : means->matrix->area_snap[i];
}

static gboolean
is_joined (BlAccess *access, const Means *means, const BlFactsLibrary *library, guint index)
{
  if (access->library_snap == NULL)
    return means->matrix == NULL || has_row (means->matrix, index);
  access->library_snap[index] = means->roads != NULL
                                    ? bl_travel_roads_snap (means->roads, library->point).distance
                                    : means->matrix->library_snap[index];
  return !isnan (access->library_snap[index]);
}

/* Fills counted and the lists of what is left out. */
static void
choose_libraries (const BlFacts *facts,
                  const BlAccessQuestion *question,
                  const Means *means,
                  BlAccess *access)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *it = &facts->libraries[i];
      gboolean known = TRUE;

      if (!counts_whenever (facts, question, i))
        continue;
      if (question->at_time && !bl_facts_library_is_open_at (it, question->week_minute, &known))
        {
          if (!known)
            g_ptr_array_add (access->no_hours, g_strdup (it->name));
          continue;
        }
      /* A table of minutes needs no grid reference. */
      if (!it->located && question->travel.by != BL_BY_TABLE)
        g_ptr_array_add (access->left_out, g_strdup (it->name));
      else if (!is_joined (access, means, it, i))
        g_ptr_array_add (access->not_joined, g_strdup (it->name));
      else
        {
          access->counted[i] = TRUE;
          access->n_counted++;
        }
    }
}

static guint
count_whenever (const BlFacts *facts, const BlAccessQuestion *question)
{
  guint n = 0;

  for (guint i = 0; i < facts->n_libraries; i++)
    n += counts_whenever (facts, question, i);
  return n;
}

/* FALSE, with an error, when nothing counts. */
static gboolean
check_libraries (const BlFacts *facts,
                 const BlAccessQuestion *question,
                 const BlAccess *access,
                 GError **error)
{
  g_autofree char *sentence = NULL;
  guint n = access->n_counted > 0 ? 0 : count_whenever (facts, question);

  if (access->n_counted > 0)
    return TRUE;
  if (question->at_time && n > access->no_hours->len && access->left_out->len + access->not_joined->len == 0)
    return TRUE; /* known to be closed, all of them */

  if (facts->n_libraries == 0)
    sentence = g_strdup (_ ("This project has no libraries yet. Import them first."));
  else if (access->left_out->len > 0)
    sentence = g_strdup (_ ("None of the libraries that would count has a grid reference."));
  else if (access->not_joined->len > 0 && question->travel.by == BL_BY_TABLE)
    sentence = g_strdup (_ ("The table of travel times has none of the libraries that would count."));
  else if (access->not_joined->len > 0)
    sentence = g_strdup (_ ("None of the libraries that would count is near a road of the network."));
  else if (access->no_hours->len > 0)
    sentence = g_strdup (_ ("When the libraries that would count are open on that day is not known."));
  else if (question->statutory)
    sentence = g_strdup_printf (_ ("No static library is open and statutory in %d."), facts->year);
  else if (facts->year == 0)
    sentence = g_strdup (_ ("Which libraries are open is not known: no year’s operation has been imported."));
  else
    sentence = g_strdup_printf (_ ("No static library is open in %d."), facts->year);
  g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS, sentence);
  return FALSE;
}

static gboolean
check_question (const BlFacts *facts, const BlAccessQuestion *question, GError **error)
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
  if (question->travel.by == BL_BY_TABLE && question->n_limits > 0)
    {
      g_set_error_literal (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
          _ ("A table of travel times knows minutes, not distances. Ask within how many minutes."));
      return FALSE;
    }
  return TRUE;
}

/* --- The nearest ----------------------------------------------------------- */

static void
find_straight (const BlFacts *facts, const BlAccessQuestion *question, BlAccess *access)
{
  g_autofree BlPoint *points = g_new (BlPoint, MAX (access->n_counted, 1));
  g_autofree guint *chosen = g_new (guint, MAX (access->n_counted, 1));
  g_autoptr (BlNearest) index = NULL;
  double pace = question->travel.pace > 0 ? question->travel.pace : 1;
  guint n = 0;

  for (guint i = 0; i < facts->n_libraries; i++)
    if (access->counted[i])
      {
        points[n] = facts->libraries[i].point;
        chosen[n++] = i;
      }
  index = n > 0 ? bl_nearest_new (points, n) : NULL;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int found = index != NULL ? bl_nearest_find (index, facts->points[i], &access->distance[i]) : -1;

      access->nearest[i] = found < 0 ? -1 : (int) chosen[found];
      if (found < 0)
        access->distance[i] = NAN;
      access->minutes[i] = access->distance[i] / (BL_WALK_METRES * pace);
    }
}

static void
find_quickest (const BlFacts *facts, const BlTravelMatrix *matrix, BlAccess *access)
{
  for (guint i = 0; i < facts->n_areas; i++)
    {
      access->nearest[i] = -1;
      access->distance[i] = access->minutes[i] = NAN;
    }
  for (guint l = 0; l < facts->n_libraries; l++)
    {
      const double *metres = matrix->metres + (gsize) l * matrix->n_areas;
      const double *minutes = matrix->minutes + (gsize) l * matrix->n_areas;

      if (!access->counted[l])
        continue;
      for (guint i = 0; i < facts->n_areas; i++)
        if (minutes[i] < access->minutes[i] || (access->nearest[i] < 0 && !isnan (minutes[i])))
          {
            access->nearest[i] = (int) l;
            access->minutes[i] = minutes[i];
            access->distance[i] = metres[i];
          }
    }
}

static gboolean
has_column (const BlTravelMatrix *matrix, guint area)
{
  for (guint l = 0; l < matrix->n_libraries; l++)
    if (!isnan (matrix->minutes[(gsize) l * matrix->n_areas + area]))
      return TRUE;
  return FALSE;
}

/* Why an area has no nearest library; NULL: ways from it can be measured, and none leads to one. */
static const char *
why_not_measured (const BlAccess *access,
                  const BlFacts *facts,
                  const BlAccessQuestion *question,
                  const Means *means,
                  guint area)
{
  if (question->travel.by == BL_BY_TABLE)
    return has_column (means->matrix, area) ? NULL : _ ("the table has no time from there");
  if (!isfinite (facts->points[area].x) || !isfinite (facts->points[area].y))
    return _ ("no place: neither a point nor an outline");
  if (access->area_snap != NULL && isnan (access->area_snap[area]))
    return _ ("no road of the network is near");
  return NULL;
}

static const char *
why_cut_off (const BlAccess *access, const BlAccessQuestion *question)
{
  if (access->n_counted == 0)
    return _ ("no library is open then");
  return question->travel.by == BL_BY_TABLE ? _ ("the table has no time from there to a library that counts")
                                            : _ ("no way along the network leads to a library that counts");
}

/* --- Adding up ------------------------------------------------------------- */

static int
compare_measured (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *measured = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (measured[first] != measured[second])
    return measured[first] < measured[second] ? -1 : 1;
  return (first > second) - (first < second);
}

/* @order holds the areas that have people and reach a library. */
static void
find_middle (const double *measured,
             const double *people,
             guint *order,
             guint n_order,
             double population,
             double *mean,
             double *median,
             double *max)
{
  double reached = 0, travelled = 0, reaching = 0;

  *mean = *median = *max = NAN;
  if (n_order == 0 || isnan (measured[order[0]]))
    return;
  for (guint i = 0; i < n_order; i++)
    {
      travelled += people[order[i]] * measured[order[i]];
      reaching += people[order[i]];
      *max = fmax (*max, measured[order[i]]);
    }
  *mean = travelled / reaching;
  g_qsort_with_data (order, (int) n_order, sizeof (guint), compare_measured, (gpointer) measured);
  for (guint i = 0; i < n_order; i++)
    {
      reached += people[order[i]];
      if (reached >= population / 2)
        {
          *median = measured[order[i]];
          return;
        }
    }
}

static void
name_unreached (BlAccess *access, const BlFacts *facts, const BlAccessQuestion *question, const Means *means)
{
  for (guint i = 0; i < access->n_areas; i++)
    {
      const char *reason
          = access->nearest[i] < 0 ? why_not_measured (access, facts, question, means, i) : NULL;

      access->measured[i] = reason == NULL;
      if (access->nearest[i] >= 0)
        continue;
      g_ptr_array_add (access->unreached, g_strdup (facts->codes[i]));
      g_ptr_array_add (access->unreached_reasons,
                       g_strdup (reason != NULL ? reason : why_cut_off (access, question)));
    }
}

static void
add_up (BlAccess *access, const double *people)
{
  g_autofree guint *order = g_new (guint, MAX (access->n_areas, 1));
  guint n_order = 0;

  for (guint i = 0; i < access->n_areas; i++)
    {
      if (isnan (people[i]))
        access->unknown++;
      if (isnan (people[i]) || !access->measured[i] || people[i] <= 0)
        continue;
      access->population += people[i];
      if (access->nearest[i] < 0)
        {
          access->cut_off += people[i];
          continue;
        }
      order[n_order++] = i;
      for (guint l = 0; l < access->n_limits; l++)
        if ((access->within[l].measure == BL_MEASURE_MINUTES ? access->minutes[i] : access->distance[i])
            <= access->within[l].limit)
          access->within[l].people += people[i];
    }

  for (guint l = 0; l < access->n_limits; l++)
    access->within[l].percent
        = access->population > 0 ? 100 * access->within[l].people / access->population : NAN;
  find_middle (access->minutes, people, order, n_order, access->population, &access->mean_minutes,
               &access->median_minutes, &access->max_minutes);
  find_middle (access->distance, people, order, n_order, access->population, &access->mean_distance,
               &access->median_distance, &access->max_distance);
}

static BlAccess *
access_new (const BlFacts *facts, const BlAccessQuestion *question)
{
  BlAccess *access = g_new0 (BlAccess, 1);

  access->n_areas = facts->n_areas;
  access->nearest = g_new (int, facts->n_areas);
  access->distance = g_new (double, facts->n_areas);
  access->minutes = g_new (double, facts->n_areas);
  access->measured = g_new0 (gboolean, facts->n_areas);
  access->counted = g_new0 (gboolean, MAX (facts->n_libraries, 1));
  access->unreached = g_ptr_array_new_with_free_func (g_free);
  access->unreached_reasons = g_ptr_array_new_with_free_func (g_free);
  access->left_out = g_ptr_array_new_with_free_func (g_free);
  access->not_joined = g_ptr_array_new_with_free_func (g_free);
  access->no_hours = g_ptr_array_new_with_free_func (g_free);
  access->n_limits = question->n_limits + question->n_minutes;
  access->within = g_malloc0_n (MAX (access->n_limits, 1), sizeof *access->within);
  for (guint l = 0; l < access->n_limits; l++)
    {
      gboolean minutes = l >= question->n_limits;

      access->within[l].measure = minutes ? BL_MEASURE_MINUTES : BL_MEASURE_DISTANCE;
      access->within[l].limit = minutes ? question->minutes[l - question->n_limits] : question->limits[l];
    }
  return access;
}

BlAccess *
bl_access_compute (const BlFacts *facts, const BlAccessQuestion *question, GError **error)
{
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (BlTravelMatrix) table = NULL;
  g_autoptr (BlTravelRoads) roads = NULL;
  Means means = { 0 };

  g_return_val_if_fail (facts != NULL && question != NULL, NULL);

  if (!check_question (facts, question, error) || !bl_travel_is_possible (facts, &question->travel, error))
    return NULL;
  if (question->travel.by != BL_BY_STRAIGHT && question->matrix != NULL)
    {
      means.matrix = question->matrix;
      g_return_val_if_fail (means.matrix->n_areas == facts->n_areas, NULL);
      g_return_val_if_fail (means.matrix->n_libraries == facts->n_libraries, NULL);
    }
  else if (question->travel.by == BL_BY_TABLE)
    means.matrix = table = bl_travel_matrix_new (facts, &question->travel, NULL, error);
  else if (question->travel.by != BL_BY_STRAIGHT)
    means.roads = roads = bl_travel_roads_new (facts, &question->travel, NULL, error);

  access = access_new (facts, question);
  take_snaps (access, facts, &means);
  choose_libraries (facts, question, &means, access);
  if (!check_libraries (facts, question, access, error))
    return NULL;
  if (means.matrix != NULL)
    find_quickest (facts, means.matrix, access);
  else if (means.roads != NULL)
    bl_travel_roads_nearest (means.roads, facts, access->counted, access->nearest, access->distance,
                             access->minutes);
  else
    find_straight (facts, question, access);
  name_unreached (access, facts, question, &means);
  add_up (access, question->group != NULL ? question->group->people : facts->population);
  return g_steal_pointer (&access);
}

static void
add_texts (GPtrArray *texts, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (texts, g_strdup (g_ptr_array_index (from, i)));
}

BlAccess *
bl_access_recount (const BlAccess *access, const BlFacts *facts, const BlAccessQuestion *question)
{
  BlAccess *other;

  g_return_val_if_fail (access != NULL && facts != NULL && question != NULL, NULL);
  g_return_val_if_fail (access->n_areas == facts->n_areas, NULL);
  g_return_val_if_fail (question->group != NULL || facts->population != NULL, NULL);

  other = access_new (facts, question);
  memcpy (other->nearest, access->nearest, access->n_areas * sizeof (int));
  memcpy (other->distance, access->distance, access->n_areas * sizeof (double));
  memcpy (other->minutes, access->minutes, access->n_areas * sizeof (double));
  memcpy (other->measured, access->measured, access->n_areas * sizeof (gboolean));
  memcpy (other->counted, access->counted, facts->n_libraries * sizeof (gboolean));
  other->n_counted = access->n_counted;
  if (access->area_snap != NULL)
    {
      other->area_snap = g_memdup2 (access->area_snap, access->n_areas * sizeof (double));
      other->library_snap = g_memdup2 (access->library_snap, MAX (facts->n_libraries, 1) * sizeof (double));
    }
  add_texts (other->unreached, access->unreached);
  add_texts (other->unreached_reasons, access->unreached_reasons);
  add_texts (other->left_out, access->left_out);
  add_texts (other->not_joined, access->not_joined);
  add_texts (other->no_hours, access->no_hours);
  add_up (other, question->group != NULL ? question->group->people : facts->population);
  return other;
}

void
bl_access_free (BlAccess *access)
{
  if (access == NULL)
    return;
  g_free (access->nearest);
  g_free (access->distance);
  g_free (access->minutes);
  g_free (access->measured);
  g_free (access->area_snap);
  g_free (access->library_snap);
  g_free (access->counted);
  g_free (access->within);
  g_ptr_array_unref (access->unreached);
  g_ptr_array_unref (access->unreached_reasons);
  g_ptr_array_unref (access->left_out);
  g_ptr_array_unref (access->not_joined);
  g_ptr_array_unref (access->no_hours);
  g_free (access);
}
