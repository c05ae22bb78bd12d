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

static void
find_effects (BlConsequences *self, const double *people, double limit)
{
  guint n_areas = self->before->n_areas;

  self->effects = g_new (BlEffect, MAX (n_areas, 1));
  for (guint i = 0; i < n_areas; i++)
    {
      BlEffect effect = effect_of (self->before->distance[i], self->after->distance[i], limit);

      self->effects[i] = effect;
      self->areas[effect]++;
      if (people[i] > 0)
        self->people[effect] += people[i];
    }
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
add_to_flow (BlFlow *flow, double people, double further)
{
  if (people > 0)
    {
      if (!(flow->population > 0))
        flow->extra_distance = 0;
      flow->population += people;
      flow->extra_distance += people * further;
    }
  else if (!(flow->population > 0))
    flow->extra_distance += further;
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

      if (!is_moved (self, i))
        continue;
      key = (gint64) self->before->nearest[i] << 32 | self->after->nearest[i];
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key));
      if (place == 0)
        {
          BlFlow flow = { .from = (guint) self->before->nearest[i],
                          .to = (guint) self->after->nearest[i],
                          .extra_minutes = NAN };

          g_array_append_val (flows, flow);
          place = flows->len;
          g_hash_table_insert (places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (place));
        }
      add_to_flow (&g_array_index (flows, BlFlow, place - 1), people[i], further);
      if (people[i] > 0)
        {
          self->moved += people[i];
          self->moved_extra_distance += people[i] * further;
        }
    }
  for (guint i = 0; i < flows->len; i++)
    {
      BlFlow *flow = &g_array_index (flows, BlFlow, i);

      flow->extra_distance /= flow->population > 0 ? flow->population : flow->areas;
    }
  self->moved_extra_distance = self->moved > 0 ? self->moved_extra_distance / self->moved : NAN;
  g_array_sort (flows, compare_flows);
  self->n_flows = flows->len;
  self->flows = (BlFlow *) (gpointer) g_array_steal (flows, NULL);
}

/* --- Groups ---------------------------------------------------------------- */

static void
count_group (BlConsequences *self, guint group, const double *people)
{
  double before = 0, after = 0, reached_before = 0, reached_after = 0;

  for (guint i = 0; i < self->before->n_areas; i++)
    {
      double from = self->before->distance[i], to = self->after->distance[i];

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
      if (isfinite (from))
        {
          before += people[i] * from;
          reached_before += people[i];
        }
      if (isfinite (to))
        {
          after += people[i] * to;
          reached_after += people[i];
        }
    }
  self->groups[group].mean_before = reached_before > 0 ? before / reached_before : NAN;
  self->groups[group].mean_after = reached_after > 0 ? after / reached_after : NAN;
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
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      if (facts->libraries[i].nearby || !bl_access_counts (facts, question, i))
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
      double cost_before = paid_before ? before->running_cost : 0, cost_after = paid_after ? after->running_cost : 0;

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
  BlAccessQuestion after = *question;
  g_autofree gboolean *closed = NULL;
  const double *people;

  g_return_val_if_fail (facts->n_areas == changed->n_areas && facts->n_libraries <= changed->n_libraries, NULL);
  g_return_val_if_fail (question->n_limits > 0, NULL);
  g_return_val_if_fail ((matrix == NULL) == (changed_matrix == NULL), NULL);

  self = g_new0 (BlConsequences, 1);
  self->before = bl_access_compute (facts, question, error);
  if (self->before == NULL)
    return NULL;
  if (question->closed != NULL)
    {
      closed = g_new0 (gboolean, MAX (changed->n_libraries, 1));
      memcpy (closed, question->closed, facts->n_libraries * sizeof (gboolean));
      after.closed = closed;
    }
  self->after = bl_access_compute (changed, &after, error);
  if (self->after == NULL)
    return NULL;
  people = question->group != NULL ? question->group->people : facts->population;
  find_effects (self, people, question->limits[0]);
  find_flows (self, people);
  count_groups (self, people, groups, n_groups);
  add_hours (facts, question, &self->hours_before, &self->hours_unknown_before);
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
