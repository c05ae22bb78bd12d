/* observation.c: values over time, as plain arrays for judging and drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "observation.h"

#include <math.h>
#include <string.h>

#include "observation-private.h"
#include "table.h"

/* Julian days: 19 March 2020, when libraries closed, and 1 April 2022 (1.11). */
#define COVID_FROM 737503
#define COVID_UNTIL 738246

const BlObservation bl_observation_nothing = {
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
      self->items[i] = bl_observation_nothing;
      self->items[i].period = period;
      period = bl_period_step (&period, 1);
    }
  return self;
}

void
bl_observations_set_marks (BlObservations *self, const BlMark *marks, guint n)
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
      copy->items[i].comment = g_strdup (self->items[i].comment);
    }
  bl_observations_set_marks (copy, self->marks, self->n_marks);
  return copy;
}

void
bl_observations_free (BlObservations *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].note);
      g_free (self->items[i].comment);
    }
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

void
bl_observations_recognise_covid (BlObservations *self)
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
  bl_observations_recognise_covid (self);
  if (self->kind != BL_PERIOD_KIND_MONTH || !counts)
    return;
  for (guint i = 0; i + 2 < self->n; i++)
    {
      BlObservation *item = &self->items[i];

      if (!(item[0].value > 0) || item[1].value != item[0].value || item[2].value != item[0].value
          || item[0].state > BL_STATE_ESTIMATE || item[1].state > BL_STATE_ESTIMATE
          || item[2].state > BL_STATE_ESTIMATE)
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

int
bl_observation_compare (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (&((const BlObservation *) a)->period, &((const BlObservation *) b)->period);
}

/* Of each period one, in order of time. */
void
bl_observations_keep_one_each (GArray *items)
{
  guint kept = 0;

  g_array_sort (items, bl_observation_compare);
  for (guint i = 0; i < items->len; i++)
    {
      BlObservation *item = &g_array_index (items, BlObservation, i);

      if (kept > 0 && bl_observation_compare (&g_array_index (items, BlObservation, kept - 1), item) == 0)
        {
          g_free (g_array_index (items, BlObservation, kept - 1).note);
          g_free (g_array_index (items, BlObservation, kept - 1).comment);
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
      BlObservation item = bl_observation_nothing;
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
  bl_observations_keep_one_each (items);
  return items;
}

int
bl_mark_compare (gconstpointer a, gconstpointer b)
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
  g_array_sort (marks, bl_mark_compare);
  bl_observations_set_marks (self, (const BlMark *) (void *) marks->data, marks->len);
}

/* Periods that follow one another; snapshots and spans only stand where they are given. */
gboolean
bl_period_kind_follows (BlPeriodKind kind)
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

      if (i > 0 && bl_period_kind_follows (kind))
        {
          BlPeriod next = bl_period_step (&row[-1].period, 1);

          while (next.start < row->period.start)
            {
              BlObservation gap = bl_observation_nothing;

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
