/* observation.c: values over time, as plain arrays for judging and drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "observation.h"

#include <math.h>
#include <string.h>

#include "table.h"

/* 1.2: a sum is an estimate when a quarter or more of it is. */
#define MUCH_ESTIMATED 0.25
/* Julian days: 19 March 2020, when libraries closed, and 1 April 2022 (1.11). */
#define COVID_FROM 737503
#define COVID_UNTIL 738246

static const BlObservation nothing = {
  .value = NAN, .low = NAN, .high = NAN, .numerator = NAN, .denominator = NAN, .state = BL_STATE_NO_DATA
};

gboolean
bl_observation_is_known (const BlObservation *item)
{
  return isfinite (item->value);
}

BlObservations *
bl_observations_new_empty (BlPeriodKind kind, guint32 start, guint n)
{
  BlObservations *self = g_new0 (BlObservations, 1);
  BlPeriod period = bl_period_of (start, kind);

  self->kind = kind;
  self->n = n;
  self->items = g_new (BlObservation, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      self->items[i] = nothing;
      self->items[i].period = period;
      period = bl_period_step (&period, 1);
    }
  return self;
}

static void
copy_marks (BlObservations *self, const BlMark *marks, guint n)
{
  self->n_marks = n;
  self->marks = g_new (BlMark, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      self->marks[i] = marks[i];
      self->marks[i].reason = g_strdup (marks[i].reason);
    }
}

BlObservations *
bl_observations_copy (const BlObservations *self)
{
  BlObservations *copy = g_new0 (BlObservations, 1);

  copy->kind = self->kind;
  copy->n = self->n;
  copy->items = g_new (BlObservation, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      copy->items[i] = self->items[i];
      copy->items[i].note = g_strdup (self->items[i].note);
    }
  copy_marks (copy, self->marks, self->n_marks);
  return copy;
}

void
bl_observations_free (BlObservations *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    g_free (self->items[i].note);
  for (guint i = 0; i < self->n_marks; i++)
    g_free (self->marks[i].reason);
  g_free (self->items);
  g_free (self->marks);
  g_free (self);
}

int
bl_observations_find (const BlObservations *self, const BlPeriod *period)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = bl_period_compare (&self->items[middle].period, period);

      if (order == 0)
        return (int) middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

static void
recognise_covid (BlObservations *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const BlPeriod *period = &self->items[i].period;

      if (period->start < COVID_UNTIL && MAX (period->end, period->start + 1) > COVID_FROM)
        self->items[i].flags |= BL_OBSERVATION_EXCEPTIONAL;
    }
}

void
bl_observations_recognise (BlObservations *self, gboolean counts)
{
  recognise_covid (self);
  if (self->kind != BL_PERIOD_KIND_MONTH || !counts)
    return;
  for (guint i = 0; i + 2 < self->n; i++)
    {
      BlObservation *item = &self->items[i];

      if (!(item[0].value > 0) || item[1].value != item[0].value || item[2].value != item[0].value
          || item[0].state > BL_STATE_ESTIMATE || item[1].state > BL_STATE_ESTIMATE || item[2].state > BL_STATE_ESTIMATE)
        continue;
      for (guint k = 0; k < 3; k++)
        {
          item[k].flags |= BL_OBSERVATION_REPEATED;
          item[k].state = BL_STATE_ESTIMATE;
          item[k].estimated = 1;
        }
    }
}

/* "estimate provisional": what the table of states holds. */
static void
read_state (const char *text, BlObservation *item)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (BL_TYPE_STATE);
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  item->state = isfinite (item->value) ? BL_STATE_MEASURED : BL_STATE_NO_DATA;
  for (guint w = 0; words[w] != NULL; w++)
    {
      const GEnumValue *value = g_enum_get_value_by_nick (states, words[w]);

      if (strcmp (words[w], "provisional") == 0)
        item->flags |= BL_OBSERVATION_PROVISIONAL;
      else if (strcmp (words[w], "exceptional") == 0)
        item->flags |= BL_OBSERVATION_EXCEPTIONAL;
      else if (value != NULL && value->value != BL_STATE_UNKNOWN)
        item->state = value->value;
    }
  if (item->state == BL_STATE_SUPPRESSED || item->state == BL_STATE_NO_DATA)
    item->value = NAN;
  else if (!isfinite (item->value))
    item->state = BL_STATE_NO_DATA;
  if (item->state == BL_STATE_SUPPRESSED && !isfinite (item->low) && !isfinite (item->high))
    {
      item->low = 1; /* 1.10: fewer than five, and not none */
      item->high = 4;
    }
  item->estimated = item->state == BL_STATE_ESTIMATE ? 1 : 0;
}

static double
number_at (BlTable *table, guint row)
{
  return table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_numbers (table)[row] : NAN;
}

static const char *
text_at (BlTable *table, guint row)
{
  return table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_texts (table)[row] : NULL;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (&((const BlObservation *) a)->period, &((const BlObservation *) b)->period);
}

/* Of each period one, in order of time. */
static void
keep_one_each (GArray *items)
{
  guint kept = 0;

  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      BlObservation *item = &g_array_index (items, BlObservation, i);

      if (kept > 0 && compare_items (&g_array_index (items, BlObservation, kept - 1), item) == 0)
        {
          g_free (g_array_index (items, BlObservation, kept - 1).note);
          kept--;
        }
      g_array_index (items, BlObservation, kept++) = *item;
    }
  g_array_set_size (items, kept);
}

/* Rows as items, in order of time; of a period given twice the later row holds. */
static GArray *
read_rows (BlRecord *record, BlPeriodKind *kind)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (BlObservation));
  BlTable *periods = bl_record_get_table (record, "periods");
  BlTable *values = bl_record_get_table (record, "values"), *states = bl_record_get_table (record, "states");
  BlTable *lows = bl_record_get_table (record, "lows"), *highs = bl_record_get_table (record, "highs");
  BlTable *parts = bl_record_get_table (record, "parts"), *notes = bl_record_get_table (record, "notes");

  for (guint row = 0; periods != NULL && row < bl_table_get_n_rows (periods); row++)
    {
      BlObservation item = nothing;
      const char *note = text_at (notes, row);
      double known = number_at (parts, row);

      if (!bl_period_parse (text_at (periods, row), *kind, &item.period, NULL))
        continue;
      if (*kind == BL_PERIOD_KIND_UNKNOWN)
        *kind = item.period.kind;
      if (item.period.kind != *kind)
        continue;
      item.value = number_at (values, row);
      item.low = number_at (lows, row);
      item.high = number_at (highs, row);
      read_state (text_at (states, row), &item);
      if (isfinite (known) && known >= 0)
        {
          item.parts = (guint) known;
          item.parts_expected = bl_period_count (&item.period, BL_PERIOD_KIND_MONTH);
          if (item.parts < item.parts_expected)
            item.flags |= BL_OBSERVATION_PARTIAL;
          else
            item.parts = item.parts_expected = 0;
        }
      item.note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
      g_array_append_val (items, item);
    }
  keep_one_each (items);
  return items;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const BlMark *) a)->from, second = ((const BlMark *) b)->from;

  return first < second ? -1 : first > second;
}

static void
read_marks (BlObservations *self, BlRecord *record)
{
  GListModel *breaks = bl_record_get_list (record, "breaks");
  guint n = breaks != NULL ? g_list_model_get_n_items (breaks) : 0;
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (BlMark));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) one = g_list_model_get_item (breaks, i);
      BlMark mark = { .cause = bl_record_get_enum (one, "cause") };

      if (!bl_record_get_date (one, "from", &mark.from))
        continue;
      bl_record_get_date (one, "until", &mark.until);
      mark.reason = (char *) bl_record_get_text (one, "reason");
      g_array_append_val (marks, mark);
    }
  g_array_sort (marks, compare_marks);
  copy_marks (self, (const BlMark *) (void *) marks->data, marks->len);
}

/* Periods that follow one another; snapshots and spans only stand where they are given. */
static gboolean
kind_follows (BlPeriodKind kind)
{
  return kind != BL_PERIOD_KIND_SPAN && kind != BL_PERIOD_KIND_SNAPSHOT && kind != BL_PERIOD_KIND_UNKNOWN;
}

BlObservations *
bl_observations_new (BlSeries *series)
{
  BlRecord *record = BL_RECORD (series);
  const char *measure = bl_record_get_text (record, "measure");
  BlPeriodKind kind = bl_record_get_enum (record, "period-kind");
  g_autoptr (GArray) rows = read_rows (record, &kind);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BlObservation));
  BlObservations *self = g_new0 (BlObservations, 1);

  self->kind = kind;
  for (guint i = 0; i < rows->len; i++)
    {
      const BlObservation *row = &g_array_index (rows, BlObservation, i);

      if (i > 0 && kind_follows (kind))
        {
          BlPeriod next = bl_period_step (&row[-1].period, 1);

          while (next.start < row->period.start)
            {
              BlObservation gap = nothing;

              gap.period = next;
              g_array_append_val (items, gap);
              next = bl_period_step (&next, 1);
            }
        }
      g_array_append_val (items, *row);
    }
  self->n = items->len;
  self->items = (BlObservation *) (void *) g_array_steal (items, NULL);
  read_marks (self, record);
  bl_observations_recognise (self, measure == NULL || !g_str_has_suffix (measure, "_pct"));
  return self;
}

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
  item->state = sum->proxy                             ? BL_STATE_PROXY
                : item->estimated >= MUCH_ESTIMATED ? BL_STATE_ESTIMATE
                                                    : BL_STATE_MEASURED;
  if (mean && !weighted)
    {
      /* Without weights a plain mean, and how far the parts lie apart (3.4). */
      item->low = sum->least;
      item->high = sum->most;
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
gather (const BlObservations *self, guint from, BlObservation *item, guint expected, BlAdd add,
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
                item->note = NULL;
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
bl_observations_over_time (const BlObservations *self, BlPeriodKind kind, BlAdd add, const BlObservations *weights)
{
  BlObservations *longer;
  gboolean rolling = kind == BL_PERIOD_KIND_ROLLING;
  guint n = 0;

  g_return_val_if_fail (self != NULL, NULL);
  if (kind == self->kind)
    return bl_observations_copy (self);
  if (self->n > 0 && can_add (add) && kind_follows (kind))
    {
      BlPeriod first = bl_period_of (self->items[0].period.start, kind);

      if (rolling && self->kind == BL_PERIOD_KIND_MONTH)
        n = self->n >= 12 ? self->n - 11 : 0;
      else if (first.start > 0 && bl_period_count (&first, self->kind) > 1)
        for (BlPeriod p = first; p.start <= self->items[self->n - 1].period.start; p = bl_period_step (&p, 1))
          n++;
    }
  longer = bl_observations_new_empty (rolling ? BL_PERIOD_KIND_UNKNOWN : kind, n > 0 ? self->items[0].period.start : 1, n);
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
  copy_marks (longer, self->marks, self->n_marks);
  recognise_covid (longer);
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
    if (part->marks[m].cause == BL_BREAK_COVERAGE && part->marks[m].from >= last && part->marks[m].from < reach.until)
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
          had |= g_array_index (marks, BlMark, k).from == mark->from && g_array_index (marks, BlMark, k).cause == mark->cause;
        for (guint q = 0; q < n_parts; q++)
          for (guint k = 0; k < parts[q]->n_marks; k++)
            same += parts[q]->marks[k].from == mark->from && parts[q]->marks[k].cause == mark->cause;
        if (!had && mark->cause != BL_BREAK_COVERAGE && same * 2 >= n_parts)
          g_array_append_val (marks, *mark);
      }
  g_array_sort (marks, compare_marks);
  copy_marks (total, (const BlMark *) (void *) marks->data, marks->len);
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
bl_observations_over_places (const BlObservations *const *parts, guint n_parts, BlAdd add,
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
        BlObservation item = nothing;

        item.period = parts[p]->items[i].period;
        g_array_append_val (periods, item);
        if (bl_observation_is_known (&parts[p]->items[i]))
          end = MAX (end, item.period.end);
      }
  keep_one_each (periods);
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
          const BlObservation *part = at >= 0 ? &parts[p]->items[at] : &nothing;
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
  recognise_covid (total);
  return total;
}
