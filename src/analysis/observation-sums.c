/* observation-sums.c: shorter periods made longer ones, places a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "observation-private.h"

/* 1.2: a sum is an estimate when a quarter or more of it is. */
#define MUCH_ESTIMATED 0.25

/* What several values make together. */
typedef struct
{
  BlAdd add;
  guint known, hidden, n;
  double sum, weight, low, high, least, most, numerator, denominator, estimated;
  gboolean bounded, proxy, unweighted, inner_partial, inner_places;
  BlObservationFlags flags;
  guint parts, parts_expected;
} Sum;

static void
sum_add (Sum *sum, const BlObservation *item, double weight)
{
  gboolean known = bl_observation_is_known (item);

  sum->n++;
  if (!known && item->state != BL_STATE_SUPPRESSED)
    return;
  sum->flags |= item->flags & (BL_OBSERVATION_PROVISIONAL | BL_OBSERVATION_REPEATED);
  if (!known)
    {
      sum->hidden++;
      sum->bounded = TRUE;
      sum->low += isfinite (item->low) ? item->low : 1;
      sum->high += isfinite (item->high) ? item->high : 4;
      return;
    }
  if (sum->add == BL_ADD_WEIGHTED && !isfinite (weight))
    {
      sum->unweighted = TRUE;
      return;
    }
  sum->least = sum->known == 0 ? item->value : MIN (sum->least, item->value);
  sum->most = sum->known == 0 ? item->value : MAX (sum->most, item->value);
  sum->known++;
  sum->sum += weight * item->value;
  sum->weight += weight;
  sum->low += weight * (isfinite (item->low) ? item->low : item->value);
  sum->high += weight * (isfinite (item->high) ? item->high : item->value);
  sum->bounded |= isfinite (item->low) || isfinite (item->high);
  sum->numerator += item->numerator;
  sum->denominator += item->denominator;
  sum->estimated += fabs (weight * item->value) * item->estimated;
  sum->proxy |= item->state == BL_STATE_PROXY;
  sum->inner_partial |= (item->flags & BL_OBSERVATION_PARTIAL) != 0;
  sum->inner_places |= (item->flags & BL_OBSERVATION_PLACES) != 0;
  sum->parts += item->parts_expected > 0 ? item->parts : 1;
  sum->parts_expected += item->parts_expected > 0 ? item->parts_expected : 1;
}

/* @weighted: with weights that are more than all alike. */
static void
sum_finish (const Sum *sum, BlObservation *item, gboolean weighted)
{
  gboolean mean = sum->add == BL_ADD_WEIGHTED;
  double scale = mean ? 1 / sum->weight : 1;

  item->flags |= sum->flags;
  if (sum->known == 0 && sum->hidden == 0)
    return;
  if (sum->known == 0 || (mean && !(sum->weight > 0)))
    {
      item->state = sum->hidden > 0 ? BL_STATE_SUPPRESSED : BL_STATE_NO_DATA;
      if (sum->hidden > 0 && !mean)
        {
          item->low = sum->low;
          item->high = sum->high;
        }
      return;
    }
  item->value = sum->sum * scale;
  item->numerator = sum->numerator;
  item->denominator = sum->denominator;
  item->estimated = sum->sum != 0 ? MIN (sum->estimated / fabs (sum->sum), 1) : 0;
  if (sum->bounded && !mean)
    {
      item->low = sum->low;
      item->high = sum->high;
    }
  item->state = sum->proxy                          ? BL_STATE_PROXY
                : item->estimated >= MUCH_ESTIMATED ? BL_STATE_ESTIMATE
                                                    : BL_STATE_MEASURED;
  if (mean && !weighted)
    {
      /* Without weights a plain mean, and how far the parts lie apart (3.4). */
      item->low = sum->least;
      item->high = sum->most;
      item->flags |= BL_OBSERVATION_RANGE;
      item->estimated = 1;
      item->state = sum->proxy ? BL_STATE_PROXY : BL_STATE_ESTIMATE;
    }
  else if (sum->hidden > 0 && !mean)
    {
      /* 1.2, 5.9: between the bounds; the middle stands for it. */
      item->value = (sum->low + sum->high) / 2;
      item->estimated = 1;
      item->state = sum->proxy ? BL_STATE_PROXY : BL_STATE_ESTIMATE;
    }
}

static double
weight_at (const BlObservations *weights, const BlPeriod *period)
{
  int index = bl_observations_find (weights, period);
  double weight = index >= 0 ? weights->items[index].value : NAN;

  return weight >= 0 ? weight : NAN;
}

static gboolean
can_add (BlAdd add)
{
  return add == BL_ADD_SUM || add == BL_ADD_LAST || add == BL_ADD_WEIGHTED;
}

/* What lies in the period of @item, which has @expected parts. */
static void
gather (const BlObservations *self,
        guint from,
        BlObservation *item,
        guint expected,
        BlAdd add,
        const BlObservations *weights)
{
  Sum sum = { .add = add };
  guint missing;

  for (guint i = from; i < self->n && self->items[i].period.end <= item->period.end; i++)
    if (self->items[i].period.start >= item->period.start)
      {
        const BlObservation *part = &self->items[i];

        if (add == BL_ADD_LAST)
          {
            if (part->period.end == item->period.end)
              {
                BlPeriod period = item->period;

                *item = *part;
                item->note = item->comment = NULL;
                item->period = period;
              }
            continue;
          }
        sum_add (&sum, part, weights != NULL ? weight_at (weights, &part->period) : 1);
      }
  if (add == BL_ADD_LAST)
    return;
  sum_finish (&sum, item, weights != NULL);
  missing = expected - MIN (sum.known + sum.hidden, expected);
  item->parts = item->parts_expected = 0;
  if (sum.known == 0)
    return;
  if (missing > 0 || (sum.inner_partial && !sum.inner_places))
    {
      item->flags |= BL_OBSERVATION_PARTIAL;
      item->parts = sum.known + sum.hidden;
      item->parts_expected = expected;
    }
  else if (sum.inner_partial)
    {
      item->flags |= BL_OBSERVATION_PARTIAL | BL_OBSERVATION_PLACES;
      item->parts = sum.parts;
      item->parts_expected = sum.parts_expected;
    }
}

/* What the places missing from the parts of a period had of the whole. */
static double
missing_within (const BlObservations *self, guint from, const BlPeriod *period)
{
  double missing = 0, sum = 0;

  for (guint i = from; i < self->n && self->items[i].period.end <= period->end; i++)
    if (self->items[i].period.start >= period->start && isfinite (self->items[i].value))
      {
        double share = MIN (self->items[i].missing, 0.99);

        sum += fabs (self->items[i].value);
        missing += fabs (self->items[i].value) * share / (1 - share);
      }
  return sum + missing > 0 ? missing / (sum + missing) : 0;
}

BlObservations *
bl_observations_over_time (const BlObservations *self,
                           BlPeriodKind kind,
                           BlAdd add,
                           const BlObservations *weights)
{
  BlObservations *longer;
  gboolean rolling = kind == BL_PERIOD_KIND_ROLLING;
  guint n = 0;

  g_return_val_if_fail (self != NULL, NULL);
  if (kind == self->kind)
    return bl_observations_copy (self);
  if (self->n > 0 && can_add (add) && bl_period_kind_follows (kind))
    {
      BlPeriod first = bl_period_of (self->items[0].period.start, kind);

      if (rolling && self->kind == BL_PERIOD_KIND_MONTH)
        n = self->n >= 12 ? self->n - 11 : 0;
      else if (first.start > 0 && bl_period_count (&first, self->kind) > 1)
        for (BlPeriod p = first; p.start <= self->items[self->n - 1].period.start; p = bl_period_step (&p, 1))
          n++;
    }
  longer = bl_observations_new_empty (rolling ? BL_PERIOD_KIND_UNKNOWN : kind,
                                      n > 0 ? self->items[0].period.start : 1, n);
  longer->kind = kind;
  for (guint i = 0, from = 0; i < n; i++)
    {
      BlObservation *item = &longer->items[i];

      if (rolling)
        {
          item->period = (BlPeriod){ kind, self->items[i].period.start, self->items[i + 11].period.end };
          from = i;
        }
      while (from < self->n && self->items[from].period.start < item->period.start)
        from++;
      gather (self, from, item, bl_period_count (&item->period, self->kind), add, weights);
      if (item->flags & BL_OBSERVATION_PLACES)
        item->missing = missing_within (self, from, &item->period);
    }
  bl_observations_set_marks (longer, self->marks, self->n_marks);
  bl_observations_recognise_covid (longer);
  return longer;
}

/* From when to when a place is expected to have figures. */
typedef struct
{
  guint32 from, until;
} Reach;

static Reach
find_reach (const BlObservations *part, guint32 end)
{
  Reach reach = { 0, end };
  guint32 last = 0;

  for (guint i = 0; i < part->n; i++)
    if (bl_observation_is_known (&part->items[i]) || part->items[i].state == BL_STATE_SUPPRESSED)
      {
        if (reach.from == 0)
          reach.from = part->items[i].period.start;
        last = part->items[i].period.end;
      }
  /* Gone for a year and more is gone. */
  if (last + 365 < end)
    reach.until = last;
  for (guint m = 0; m < part->n_marks; m++)
    if (part->marks[m].cause == BL_BREAK_COVERAGE && part->marks[m].from >= last
        && part->marks[m].from < reach.until)
      reach.until = part->marks[m].from;
  if (reach.from == 0)
    reach.until = 0;
  return reach;
}

/* Marks that half of the places and more have in common. */
static void
common_marks (BlObservations *total, const BlObservations *const *parts, guint n_parts)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (BlMark));

  for (guint p = 0; p < n_parts; p++)
    for (guint m = 0; m < parts[p]->n_marks; m++)
      {
        const BlMark *mark = &parts[p]->marks[m];
        guint same = 0;
        gboolean had = FALSE;

        for (guint k = 0; k < marks->len; k++)
          had |= g_array_index (marks, BlMark, k).from == mark->from
                 && g_array_index (marks, BlMark, k).cause == mark->cause;
        for (guint q = 0; q < n_parts; q++)
          for (guint k = 0; k < parts[q]->n_marks; k++)
            same += parts[q]->marks[k].from == mark->from && parts[q]->marks[k].cause == mark->cause;
        if (!had && mark->cause != BL_BREAK_COVERAGE && same * 2 >= n_parts)
          g_array_append_val (marks, *mark);
      }
  g_array_sort (marks, bl_mark_compare);
  bl_observations_set_marks (total, (const BlMark *) (void *) marks->data, marks->len);
}

/* Values of a place: the last known up to each period. */
static double
last_known (const BlObservations *part, const BlPeriod *period)
{
  double value = 0;

  for (guint i = 0; i < part->n && part->items[i].period.start < period->start; i++)
    if (bl_observation_is_known (&part->items[i]))
      value = part->items[i].value;
  return value;
}

BlObservations *
bl_observations_over_places (const BlObservations *const *parts,
                             guint n_parts,
                             BlAdd add,
                             const BlObservations *const *weights)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (BlObservation));
  g_autofree Reach *reach = g_new0 (Reach, MAX (n_parts, 1));
  BlObservations *total = g_new0 (BlObservations, 1);
  guint32 end = 0;

  total->kind = n_parts > 0 ? parts[0]->kind : BL_PERIOD_KIND_UNKNOWN;
  for (guint p = 0; p < n_parts; p++)
    for (guint i = 0; i < parts[p]->n && parts[p]->kind == total->kind && can_add (add); i++)
      {
        BlObservation item = bl_observation_nothing;

        item.period = parts[p]->items[i].period;
        g_array_append_val (periods, item);
        if (bl_observation_is_known (&parts[p]->items[i]))
          end = MAX (end, item.period.end);
      }
  bl_observations_keep_one_each (periods);
  for (guint p = 0; p < n_parts; p++)
    reach[p] = find_reach (parts[p], end);
  for (guint i = 0; i < periods->len; i++)
    {
      BlObservation *item = &g_array_index (periods, BlObservation, i);
      Sum sum = { .add = add == BL_ADD_LAST ? BL_ADD_SUM : add };
      guint expected = 0;
      double missing = 0;

      for (guint p = 0; p < n_parts; p++)
        {
          int at = bl_observations_find (parts[p], &item->period);
          const BlObservation *part = at >= 0 ? &parts[p]->items[at] : &bl_observation_nothing;
          gboolean due = item->period.start >= reach[p].from && item->period.start < reach[p].until;

          if (!due && !bl_observation_is_known (part))
            continue;
          expected++;
          if (!bl_observation_is_known (part) && part->state != BL_STATE_SUPPRESSED)
            missing += fabs (last_known (parts[p], &item->period));
          sum_add (&sum, part, weights != NULL ? weight_at (weights[p], &item->period) : 1);
        }
      sum_finish (&sum, item, weights != NULL);
      if (!isfinite (item->value))
        continue;
      if (sum.inner_partial && !sum.inner_places)
        {
          item->flags |= BL_OBSERVATION_PARTIAL;
          item->parts = sum.parts;
          item->parts_expected = sum.parts_expected;
        }
      else if (sum.known + sum.hidden < expected || sum.inner_places)
        {
          item->flags |= BL_OBSERVATION_PARTIAL | BL_OBSERVATION_PLACES;
          item->parts = sum.known + sum.hidden;
          item->parts_expected = expected;
          if (add != BL_ADD_WEIGHTED && fabs (item->value) + missing > 0)
            item->missing = missing / (fabs (item->value) + missing);
        }
    }
  total->n = periods->len;
  total->items = (BlObservation *) (void *) g_array_steal (periods, NULL);
  common_marks (total, parts, n_parts);
  bl_observations_recognise_covid (total);
  return total;
}
