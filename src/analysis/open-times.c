/* open-times.c: who can reach an open library, hour by hour through the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "open-times.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)
#define NOON (12 * 60)
#define EVENING (17 * 60)

static double
hours_between (const BlOpeningDay *day, guint from, guint to)
{
  guint minutes = 0;

  for (guint i = 0; i < day->n_spans; i++)
    {
      guint begin = MAX (day->spans[i].from, from), end = MIN (day->spans[i].to, to);

      if (end > begin)
        minutes += end - begin;
    }
  return minutes / 60.0;
}

static void
add_library (BlOpenTimes *self, const BlFactsLibrary *library)
{
  guint known = 0;

  for (guint d = 0; d < 7; d++)
    {
      if (!library->day_known[d])
        {
          self->unknown[d]++;
          continue;
        }
      known++;
      self->hours[d][BL_DAYPART_MORNING] += hours_between (&library->days[d], 0, NOON);
      self->hours[d][BL_DAYPART_AFTERNOON] += hours_between (&library->days[d], NOON, EVENING);
      self->hours[d][BL_DAYPART_EVENING] += hours_between (&library->days[d], EVENING, DAY_MINUTES);
    }
  if (known == 0)
    g_ptr_array_add (self->no_hours, g_strdup (library->name));
}

static void
add_hours (BlOpenTimes *self, const BlFacts *facts, const BlAccess *access)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (access->counted[i])
      add_library (self, &facts->libraries[i]);
  for (guint d = 0; d < 7; d++)
    for (guint p = 0; p < BL_N_DAYPARTS; p++)
      self->total_hours += self->hours[d][p];
  for (guint d = 0; d < 7; d++)
    {
      guint minutes = 0;

      for (guint m = 0; m < DAY_MINUTES; m++)
        for (guint i = 0; i < facts->n_libraries; i++)
          if (access->counted[i]
              && bl_facts_library_is_open_at (&facts->libraries[i], d * DAY_MINUTES + m, NULL))
            {
              minutes++;
              break;
            }
      self->served[d] = minutes / 60.0;
    }
}

/* People whose quickest library of those in @open is within the yardstick. */
static double
count_people (const BlOpenTimes *self,
              const BlFacts *facts,
              const BlAccess *access,
              const BlTravelMatrix *matrix,
              const gboolean *open,
              const double *people)
{
  double within = 0;

  for (guint i = 0; i < facts->n_areas; i++)
    {
      double minutes = INFINITY, metres = NAN;

      if (!(people[i] > 0) || !access->measured[i])
        continue;
      for (guint l = 0; l < facts->n_libraries; l++)
        {
          gsize place = (gsize) l * facts->n_areas + i;

          if (open[l] && matrix->minutes[place] < minutes)
            {
              minutes = matrix->minutes[place];
              metres = matrix->metres[place];
            }
        }
      if ((self->measure == BL_MEASURE_MINUTES ? minutes : metres) <= self->limit)
        within += people[i];
    }
  return within;
}

static void
fill_slots (BlOpenTimes *self,
            const BlFacts *facts,
            const BlAccess *access,
            const BlTravelMatrix *matrix,
            const double *people)
{
  gsize size = MAX (facts->n_libraries, 1) * sizeof (gboolean);
  g_autofree gboolean *open = g_malloc0 (size), *before = g_malloc0 (size);
  double within = 0;

  for (guint s = 0; s < self->n_slots; s++)
    {
      guint minute = s * self->step, day = minute / DAY_MINUTES;

      for (guint i = 0; i < facts->n_libraries; i++)
        {
          open[i] = access->counted[i] && bl_facts_library_is_open_at (&facts->libraries[i], minute, NULL);
          self->open[s] += open[i];
        }
      /* Most slots are as the one before. */
      if (memcmp (open, before, size) != 0)
        {
          within = self->open[s] > 0 ? count_people (self, facts, access, matrix, open, people) : 0;
          memcpy (before, open, size);
        }
      self->people[s] = self->unknown[day] < self->n_libraries ? within : NAN;
      self->percent[s] = self->population > 0 ? 100 * self->people[s] / self->population : NAN;
    }
}

BlOpenTimes *
bl_open_times_compute (const BlFacts *facts,
                       const BlAccessQuestion *question,
                       guint step,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (BlOpenTimes) self = NULL;
  g_autoptr (BlTravelMatrix) own = NULL;
  g_autoptr (BlAccess) access = NULL;
  const BlTravelMatrix *matrix = question->matrix;
  BlAccessQuestion always = *question;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (step > 0 && DAY_MINUTES % step == 0, NULL);
  g_return_val_if_fail (question->n_minutes + question->n_limits > 0, NULL);

  always.at_time = FALSE;
  always.n_minutes = MIN (question->n_minutes, 1);
  always.n_limits = always.n_minutes > 0 ? 0 : 1;
  if (matrix == NULL && bl_travel_is_possible (facts, &question->travel, NULL))
    {
      matrix = own = bl_travel_matrix_new (facts, &question->travel, cancellable, error);
      if (matrix == NULL)
        return NULL;
    }
  always.matrix = matrix;
  access = bl_access_compute (facts, &always, error);
  if (access == NULL)
    return NULL;

  self = g_new0 (BlOpenTimes, 1);
  self->no_hours = g_ptr_array_new_with_free_func (g_free);
  self->measure = access->within[0].measure;
  self->limit = access->within[0].limit;
  self->always_percent = access->within[0].percent;
  self->population = access->population;
  self->n_libraries = access->n_counted;
  self->step = step;
  self->n_slots = 7 * DAY_MINUTES / step;
  self->people = g_new0 (double, self->n_slots);
  self->percent = g_new0 (double, self->n_slots);
  self->open = g_new0 (guint, self->n_slots);
  add_hours (self, facts, access);
  if (self->no_hours->len == self->n_libraries)
    {
      g_set_error_literal (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
          _ ("When libraries are open is not known: no times of opening have been imported."));
      return NULL;
    }
  fill_slots (self, facts, access, matrix,
              question->group != NULL ? question->group->people : facts->population);
  return g_steal_pointer (&self);
}

void
bl_open_times_free (BlOpenTimes *self)
{
  if (self == NULL)
    return;
  g_free (self->people);
  g_free (self->percent);
  g_free (self->open);
  g_ptr_array_unref (self->no_hours);
  g_free (self);
}
