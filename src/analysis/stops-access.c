/* stops-access.c: whom the stops of mobile libraries reach, counted apart from the libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stops-access.h"

#include "visit-rule.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
read_stop (BlStopsAccess *self, const BlFacts *facts, guint index)
{
  const BlFactsStop *stop = &facts->stops[index];
  BlStopVisits *it = &self->stops[index];
  g_autoptr (GArray) exceptions = bl_visit_exceptions_parse (stop->exceptions, &self->unclear_exceptions);
  BlVisitRule rule;

  *it = (BlStopVisits){ .stop = index, .visits = NAN, .hours = NAN };
  it->counted = stop->open_to_all && stop->located;
  it->understood = bl_visit_rule_parse (stop->frequency, &rule, NULL);
  self->not_public += !stop->open_to_all;
  self->not_located += !stop->located;
  self->n_counted += it->counted;
  if (it->understood)
    it->visits = bl_visit_rule_yearly (&rule);
  else
    self->not_understood++;
  it->hours = it->visits * stop->minutes / 60;

  if (isnan (it->visits))
    self->visits_unknown++;
  else
    self->visits += it->visits;
  if (isnan (it->hours))
    self->hours_unknown++;
  else
    self->hours += it->hours;
  if (!isnan (stop->minutes))
    self->minutes += stop->minutes;
}

static BlNearest *
index_stops (const BlStopsAccess *self, const BlFacts *facts, guint *stops)
{
  g_autofree BlPoint *points = g_new (BlPoint, MAX (self->n_counted, 1));
  guint n = 0;

  for (guint i = 0; i < self->n_stops; i++)
    if (self->stops[i].counted)
      {
        points[n] = facts->stops[i].point;
        stops[n++] = i;
      }
  return n > 0 ? bl_nearest_new (points, n) : NULL;
}

static gboolean
is_near_library (const BlAccess *access, guint area)
{
  double measured
      = access->within[0].measure == BL_MEASURE_MINUTES ? access->minutes[area] : access->distance[area];

  return measured <= access->within[0].limit;
}

static void
count_people (BlStopsAccess *self, const BlFacts *facts, const BlAccess *access, const double *people)
{
  g_autofree guint *stops = g_new (guint, MAX (self->n_counted, 1));
  g_autoptr (BlNearest) nearest = index_stops (self, facts, stops);

  for (guint i = 0; i < facts->n_areas; i++)
    {
      double distance = NAN;
      int found;

      if (!(people[i] > 0) || !access->measured[i] || is_near_library (access, i))
        continue;
      self->far += people[i];
      found = nearest != NULL ? bl_nearest_find (nearest, facts->points[i], &distance) : -1;
      if (found < 0)
        continue;
      for (guint l = 0; l < self->n_limits; l++)
        if (distance <= self->near[l].limit)
          self->near[l].people += people[i];
      if (self->n_limits > 0 && distance <= self->near[0].limit)
        self->stops[stops[found]].people += people[i];
    }
  for (guint l = 0; l < self->n_limits; l++)
    self->near[l].percent = self->far > 0 ? 100 * self->near[l].people / self->far : NAN;
}

BlStopsAccess *
bl_stops_access_compute (
    const BlFacts *facts, const BlAccessQuestion *question, const double *near, guint n_near, GError **error)
{
  g_autoptr (BlStopsAccess) self = NULL;
  g_autoptr (BlAccess) access = NULL;
  BlAccessQuestion asked = *question;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (question->n_minutes + question->n_limits > 0, NULL);

  if (facts->n_stops == 0)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           _ ("This project has no stops of mobile libraries yet. Import them first."));
      return NULL;
    }
  asked.n_minutes = MIN (question->n_minutes, 1);
  asked.n_limits = asked.n_minutes > 0 ? 0 : 1;
  access = bl_access_compute (facts, &asked, error);
  if (access == NULL)
    return NULL;

  self = g_new0 (BlStopsAccess, 1);
  self->measure = access->within[0].measure;
  self->limit = access->within[0].limit;
  self->population = access->population;
  self->n_stops = facts->n_stops;
  self->stops = g_new0 (BlStopVisits, facts->n_stops);
  self->n_limits = n_near;
  self->near = g_malloc0_n (MAX (n_near, 1), sizeof *self->near);
  for (guint l = 0; l < n_near; l++)
    self->near[l].limit = near[l];
  for (guint i = 0; i < facts->n_stops; i++)
    read_stop (self, facts, i);
  count_people (self, facts, access, question->group != NULL ? question->group->people : facts->population);
  return g_steal_pointer (&self);
}

void
bl_stops_access_free (BlStopsAccess *self)
{
  if (self == NULL)
    return;
  g_free (self->near);
  g_free (self->stops);
  g_free (self);
}

BlStopCalendar *
bl_stop_calendar_new (const BlFacts *facts, guint32 from, guint32 to, gboolean exceptions)
{
  BlStopCalendar *self;

  g_return_val_if_fail (facts != NULL && from <= to, NULL);

  self = g_new0 (BlStopCalendar, 1);
  self->from = from;
  self->n_days = to - from + 1;
  self->visits = g_new0 (guint, self->n_days);
  for (guint i = 0; i < facts->n_stops; i++)
    {
      const BlFactsStop *stop = &facts->stops[i];
      g_autoptr (GArray) except = exceptions ? bl_visit_exceptions_parse (stop->exceptions, NULL) : NULL;
      g_autoptr (GArray) days = NULL;
      BlVisitRule rule;

      if (stop->start == 0 || !bl_visit_rule_parse (stop->frequency, &rule, NULL))
        continue;
      days = bl_visit_rule_days (&rule, stop->start, stop->end, except, from, to);
      self->total += days->len;
      for (guint d = 0; d < days->len; d++)
        self->visits[g_array_index (days, guint32, d) - from]++;
    }
  for (guint d = 0; d < self->n_days; d++)
    if (self->visits[d] > self->most)
      {
        self->most = self->visits[d];
        self->busiest = from + d;
      }
  return self;
}

void
bl_stop_calendar_free (BlStopCalendar *self)
{
  if (self == NULL)
    return;
  g_free (self->visits);
  g_free (self);
}
