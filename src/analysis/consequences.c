/* consequences.c: today against one scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consequences.h"

#include <math.h>
#include <string.h>

/* --- By area --------------------------------------------------------------- */

static gboolean
is_within (double measured, double limit)
{
  return measured <= limit; /* FALSE for NaN: not reached */
}

static BlEffect
effect_of (double before, double after, double limit)
{
  gboolean was = is_within (before, limit), will = is_within (after, limit);

  if (was && !will)
    return BL_EFFECT_LOST;
  if (!was && will)
    return BL_EFFECT_GAINED;
  if (before == after || (isnan (before) && isnan (after)))
    return BL_EFFECT_NONE;
  if (isnan (before) || after < before)
    return BL_EFFECT_NEARER;
  return was ? BL_EFFECT_FURTHER : BL_EFFECT_BEYOND;
}

static gboolean
is_moved (const BlConsequences *self, guint area)
{
  return self->before->nearest[area] >= 0 && self->after->nearest[area] >= 0
         && self->before->nearest[area] != self->after->nearest[area];
}

/* Metres or minutes by area, as the yardstick has it. */
static const double *
measured (const BlAccess *access, BlMeasure measure)
{
  return measure == BL_MEASURE_MINUTES ? access->minutes : access->distance;
}

static void
find_effects (BlConsequences *self, const double *people)
{
  guint n_areas = self->before->n_areas;
  BlMeasure measure = self->before->within[0].measure;
  double limit = self->before->within[0].limit;
  const double *before = measured (self->before, measure), *after = measured (self->after, measure);

  self->effects = g_new (BlEffect, MAX (n_areas, 1));
  for (guint i = 0; i < n_areas; i++)
    {
      BlEffect effect = effect_of (before[i], after[i], limit);

      self->effects[i] = effect;
      self->areas[effect]++;
      if (people[i] > 0)
        self->people[effect] += people[i];
    }
}

void
bl_consequences_count_within (
    const BlConsequences *self, guint within, const double *people, double *lost, double *gained)
{
  BlMeasure measure = self->before->within[within].measure;
  double limit = self->before->within[within].limit, losing = 0, gaining = 0;
  const double *before = measured (self->before, measure), *after = measured (self->after, measure);

  for (guint i = 0; i < self->before->n_areas; i++)
    {
      gboolean was = is_within (before[i], limit), will = is_within (after[i], limit);

      if (was == will || !(people[i] > 0))
        continue;
      if (was)
        losing += people[i];
      else
        gaining += people[i];
    }
  if (lost != NULL)
    *lost = losing;
  if (gained != NULL)
    *gained = gaining;
}

/* --- Flows ----------------------------------------------------------------- */

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const BlFlow *first = a, *second = b;

  if (first->population != second->population)
    return first->population > second->population ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->to > second->to) - (first->to < second->to);
}

/* Distances are added up in the flow and divided at the end: by people, where nobody lives by areas. */
static void
add_to_flow (BlFlow *flow, double people, double further, double longer)
{
  if (people > 0)
    {
      if (!(flow->population > 0))
        flow->extra_distance = flow->extra_minutes = 0;
      flow->population += people;
      flow->extra_distance += people * further;
      flow->extra_minutes += people * longer;
    }
  else if (!(flow->population > 0))
    {
      flow->extra_distance += further;
      flow->extra_minutes += longer;
    }
  flow->areas++;
}

static void
find_flows (BlConsequences *self, const double *people)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) flows = g_array_new (FALSE, TRUE, sizeof (BlFlow));

  for (guint i = 0; i < self->before->n_areas; i++)
    {
      gint64 key;
      guint place;
      double further = self->after->distance[i] - self->before->distance[i];
      double longer = self->after->minutes[i] - self->before->minutes[i];

      if (!is_moved (self, i))
        continue;
      key = (gint64) self->before->nearest[i] << 32 | self->after->nearest[i];
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key));
      if (place == 0)
        {
          BlFlow flow = { .from = (guint) self->before->nearest[i], .to = (guint) self->after->nearest[i] };

          g_array_append_val (flows, flow);
          place = flows->len;
          g_hash_table_insert (places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (place));
        }
      add_to_flow (&g_array_index (flows, BlFlow, place - 1), people[i], further, longer);
      if (people[i] > 0)
        {
          self->moved += people[i];
          self->moved_extra_distance += people[i] * further;
          self->moved_extra_minutes += people[i] * longer;
        }
    }
  for (guint i = 0; i < flows->len; i++)
    {
      BlFlow *flow = &g_array_index (flows, BlFlow, i);

      flow->extra_distance /= flow->population > 0 ? flow->population : flow->areas;
      flow->extra_minutes /= flow->population > 0 ? flow->population : flow->areas;
    }
  self->moved_extra_distance = self->moved > 0 ? self->moved_extra_distance / self->moved : NAN;
  self->moved_extra_minutes = self->moved > 0 ? self->moved_extra_minutes / self->moved : NAN;
  g_array_sort (flows, compare_flows);
  self->n_flows = flows->len;
  self->flows = (BlFlow *) (gpointer) g_array_steal (flows, NULL);
}

/* --- Groups ---------------------------------------------------------------- */

/* Mean over the people who reach a library; NaN when nobody does or it is not known. */
static double
find_mean (const double *measure, const int *nearest, guint n_areas, const double *people)
{
  double all = 0, reached = 0;

  for (guint i = 0; i < n_areas; i++)
    if (nearest[i] >= 0 && people[i] > 0)
      {
        all += people[i] * measure[i];
        reached += people[i];
      }
  return reached > 0 ? all / reached : NAN;
}

static void
count_group (BlConsequences *self, guint group, const double *people)
{
  const BlAccess *before = self->before, *after = self->after;
  BlMeasure measure = before->within[0].measure;

  for (guint i = 0; i < before->n_areas; i++)
    {
      double from = measured (before, measure)[i], to = measured (after, measure)[i];

      if (!isfinite (people[i]))
        {
          self->groups[group].unknown++;
          continue;
        }
      if (!(people[i] > 0))
        continue;
      self->groups[group].people += people[i];
      if (is_moved (self, i))
        self->groups[group].moved += people[i];
      if (self->effects[i] == BL_EFFECT_LOST)
        self->groups[group].lost += people[i];
      else if (self->effects[i] == BL_EFFECT_GAINED)
        self->groups[group].gained += people[i];
      if (to > from || (isnan (to) && isfinite (from)))
        self->groups[group].further += people[i];
    }
  self->groups[group].mean_before = find_mean (before->distance, before->nearest, before->n_areas, people);
  self->groups[group].mean_after = find_mean (after->distance, after->nearest, after->n_areas, people);
  self->groups[group].minutes_before = find_mean (before->minutes, before->nearest, before->n_areas, people);
  self->groups[group].minutes_after = find_mean (after->minutes, after->nearest, after->n_areas, people);
}

static void
count_groups (BlConsequences *self, const double *people, BlGroupCounts *const *groups, guint n_groups)
{
  self->n_groups = n_groups + 1;
  self->groups = g_malloc0_n (self->n_groups, sizeof *self->groups);
  count_group (self, 0, people);
  for (guint g = 0; g < n_groups; g++)
    count_group (self, g + 1, groups[g]->people);
}

/* --- Hours and money ------------------------------------------------------- */

static void
add_hours (const BlFacts *facts, const BlAccessQuestion *question, double *hours, guint *unknown)
{
  BlAccessQuestion any_time = *question; /* the whole week, whatever time was asked about */

  any_time.at_time = FALSE;
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      if (facts->libraries[i].nearby || !bl_access_counts (facts, &any_time, i))
        continue;
      if (isfinite (facts->libraries[i].week_hours))
        *hours += facts->libraries[i].week_hours;
      else
        (*unknown)++;
    }
}

/* What the service's own open libraries cost, whichever of them the question counts. */
static gboolean
is_paid_for (const BlFactsLibrary *library)
{
  return !library->nearby && library->open && library->type == BL_LIBRARY_TYPE_STATIC;
}

static gboolean
is_changed (const BlFactsLibrary *before, const BlFactsLibrary *after)
{
  return before->open != after->open || before->operation != after->operation
         || before->statutory != after->statutory || before->located != after->located
         || (before->located && (before->point.x != after->point.x || before->point.y != after->point.y))
         || (before->week_hours != after->week_hours
             && !(isnan (before->week_hours) && isnan (after->week_hours)))
         || (before->running_cost != after->running_cost
             && !(isnan (before->running_cost) && isnan (after->running_cost)));
}

static void
add_cost (double cost, double *total, guint *unknown)
{
  if (isfinite (cost))
    *total += cost;
  else
    (*unknown)++;
}

static void
count_costs (BlConsequences *self, const BlFacts *facts, const BlFacts *changed)
{
  self->saving_known = changed->stops_cost_unknown == 0;
  self->saving = -changed->stops_cost;
  for (guint i = 0; i < changed->n_libraries; i++)
    {
      const BlFactsLibrary *after = &changed->libraries[i];
      const BlFactsLibrary *before = i < facts->n_libraries ? &facts->libraries[i] : NULL;
      gboolean paid_before = before != NULL && is_paid_for (before);
      /* A closed building may still cost something. */
      gboolean paid_after = is_paid_for (after) || (paid_before && !after->open);
      double cost_before = paid_before ? before->running_cost : 0,
             cost_after = paid_after ? after->running_cost : 0;

      if (paid_before)
        add_cost (cost_before, &self->cost_before, &self->cost_unknown_before);
      if (paid_after)
        add_cost (cost_after, &self->cost_after, &self->cost_unknown_after);
      if ((paid_before || paid_after) && (before == NULL || is_changed (before, after)))
        {
          if (isfinite (cost_before) && isfinite (cost_after))
            self->saving += cost_before - cost_after;
          else
            self->saving_known = FALSE;
        }
    }
  self->cost_after += changed->stops_cost;
  self->cost_unknown_after += changed->stops_cost_unknown;
  self->once_cost = changed->once_cost;
  self->once_cost_unknown = changed->once_cost_unknown;
  if (!self->saving_known)
    self->saving = NAN;
}

/* --- All of it ------------------------------------------------------------- */

/* What libraries that are taken as closed anyway are among those of a scenario; NULL for none. */
static gboolean *
extend_closed (const BlFacts *facts, const BlFacts *changed, const gboolean *closed)
{
  gboolean *extended;

  if (closed == NULL)
    return NULL;
  extended = g_new0 (gboolean, MAX (changed->n_libraries, 1));
  memcpy (extended, closed, facts->n_libraries * sizeof (gboolean));
  return extended;
}

BlConsequences *
bl_consequences_compute (const BlFacts *facts,
                         const BlFacts *changed,
                         const BlAccessQuestion *question,
                         const BlTravelMatrix *matrix,
                         const BlTravelMatrix *changed_matrix,
                         BlGroupCounts *const *groups,
                         guint n_groups,
                         GError **error)
{
  g_autoptr (BlConsequences) self = NULL;
  g_autoptr (BlTravelMatrix) made = NULL;
  g_autofree gboolean *closed = NULL;
  BlAccessQuestion before = *question, after = *question;
  const double *people;

  g_return_val_if_fail (facts->n_areas == changed->n_areas && facts->n_libraries <= changed->n_libraries,
                        NULL);
  g_return_val_if_fail (question->n_limits + question->n_minutes > 0, NULL);

  self = g_new0 (BlConsequences, 1);
  before.matrix = matrix != NULL ? matrix : question->matrix;
  self->before = bl_access_compute (facts, &before, error);
  if (self->before == NULL)
    return NULL;
  if (changed_matrix == NULL && before.matrix != NULL && question->travel.by != BL_BY_STRAIGHT)
    {
      made = bl_travel_matrix_update (before.matrix, facts, changed, NULL, error);
      if (made == NULL)
        return NULL;
      changed_matrix = made;
    }
  closed = extend_closed (facts, changed, question->closed);
  after.closed = closed;
  after.matrix = changed_matrix;
  self->after = bl_access_compute (changed, &after, error);
  if (self->after == NULL)
    return NULL;
  people = question->group != NULL ? question->group->people : facts->population;
  find_effects (self, people);
  find_flows (self, people);
  count_groups (self, people, groups, n_groups);
  add_hours (facts, &before, &self->hours_before, &self->hours_unknown_before);
  add_hours (changed, &after, &self->hours_after, &self->hours_unknown_after);
  count_costs (self, facts, changed);
  return g_steal_pointer (&self);
}

void
bl_consequences_free (BlConsequences *self)
{
  if (self == NULL)
    return;
  bl_access_free (self->before);
  bl_access_free (self->after);
  g_free (self->effects);
  g_free (self->flows);
  g_free (self->groups);
  g_free (self);
}
