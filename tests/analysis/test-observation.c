/* test-observation.c: months added up to quarters and years, libraries to a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Totals are those of expected.md, and those that indicator-content prints.
 */
#include "newcastle.h"

#include <math.h>
#include <string.h>

#include "../geo/raw-csv.h"
#include "shared-data.h"
#include "table.h"

/* The table of years under the heading of @file in expected.md against ours. */
static void
check_years (const char *file, const char *heading, double grand)
{
  g_autofree char *path = bl_test_shared_data ("expected.md"), *text = NULL;
  g_autoptr (NewcastleFile) data = path != NULL ? newcastle_read (file) : NULL;
  g_autoptr (BlObservations) months = NULL, years = NULL, quarters = NULL, years_of_quarters = NULL;
  g_auto (GStrv) lines = NULL;
  const char *at;
  double sum = 0;
  guint n = 0;

  if (data == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  at = strstr (text, heading);
  g_assert_nonnull (at);
  months = newcastle_total (data, NULL);
  years = bl_observations_over_time (months, BL_PERIOD_KIND_FY, BL_ADD_SUM, NULL);
  quarters = bl_observations_over_time (months, BL_PERIOD_KIND_QUARTER, BL_ADD_SUM, NULL);
  years_of_quarters = bl_observations_over_time (quarters, BL_PERIOD_KIND_FY, BL_ADD_SUM, NULL);
  lines = g_strsplit (at, "\n", 40);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      double expected = 0;
      BlPeriod period;
      int index;
      const BlObservation *year;
      guint columns;

      if (g_str_has_prefix (lines[i], "| library"))
        break;
      if (g_strv_length (cells) < 5 || !g_ascii_isdigit (g_strstrip (cells[1])[0]))
        continue;
      period = newcastle_period (cells[1], BL_PERIOD_KIND_FY);
      index = bl_observations_find (years, &period);
      g_assert_cmpint (index, >=, 0);
      year = &years->items[index];
      for (const char *p = cells[3]; *p != '\0'; p++)
        if (g_ascii_isdigit (*p))
          expected = expected * 10 + g_ascii_digit_value (*p);
      columns = (guint) g_ascii_strtoull (g_strstrip (cells[2]), NULL, 10);
      if (bl_observation_is_known (year))
        {
          g_assert_cmpfloat (year->value, ==, expected);
          g_assert_cmpfloat (year->value, ==, years_of_quarters->items[index].value);
          sum += year->value;
          if (columns == 12 && year->parts < year->parts_expected && !(year->flags & BL_OBSERVATION_PLACES))
            g_assert_true (g_strcmp0 (cells[1], "2024-25") == 0
                           || (year->flags & BL_OBSERVATION_EXCEPTIONAL));
        }
      else
        g_assert_cmpfloat (expected, ==, 0);
      n++;
    }
  g_assert_cmpuint (n, >=, 16);
  g_assert_cmpfloat (sum, ==, grand);
}

static void
test_issues (void)
{
  check_years (NEWCASTLE_ISSUES, "**2008-onwards-monthly-issues-by-branch.csv**", 10489731);
}

static void
test_visits (void)
{
  check_years (NEWCASTLE_VISITS, "**2008-onwards-monthly-visits.csv**", 21063804);
}

static void
test_partial (void)
{
  g_autoptr (NewcastleFile) data = newcastle_read (NEWCASTLE_VISITS);
  g_autoptr (BlObservations) months = NULL, years = NULL;
  BlPeriod period = newcastle_period ("2024-25", BL_PERIOD_KIND_FY);
  const BlObservation *year;

  if (data == NULL)
    return;
  months = newcastle_total (data, NULL);
  years = bl_observations_over_time (months, BL_PERIOD_KIND_FY, BL_ADD_SUM, NULL);
  year = &years->items[bl_observations_find (years, &period)];
  g_assert_true (year->flags & BL_OBSERVATION_PARTIAL);
  g_assert_false (year->flags & BL_OBSERVATION_PLACES);
  g_assert_cmpuint (year->parts, ==, 5);
  g_assert_cmpuint (year->parts_expected, ==, 12);
  g_assert_cmpfloat (year->value, ==, 238406);
  /* No figure at all is none, not nought. */
  period = newcastle_period ("2020-21", BL_PERIOD_KIND_FY);
  year = &years->items[bl_observations_find (years, &period)];
  g_assert_false (bl_observation_is_known (year));
  g_assert_cmpint (year->state, ==, BL_STATE_NO_DATA);
  g_assert_true (year->flags & BL_OBSERVATION_EXCEPTIONAL);
  /* A whole one, and one whose quarters were written thrice. */
  period = newcastle_period ("2023-24", BL_PERIOD_KIND_FY);
  year = &years->items[bl_observations_find (years, &period)];
  g_assert_false (year->flags & BL_OBSERVATION_PARTIAL);
  g_assert_cmpint (year->state, ==, BL_STATE_MEASURED);
  period = newcastle_period ("2018-19", BL_PERIOD_KIND_FY);
  year = &years->items[bl_observations_find (years, &period)];
  g_assert_true (year->flags & BL_OBSERVATION_REPEATED);
  g_assert_false (year->flags & BL_OBSERVATION_EXCEPTIONAL);
}

/* indicator-content 5.7. */
static void
test_rolling (void)
{
  g_autoptr (NewcastleFile) data = newcastle_read (NEWCASTLE_ISSUES);
  g_autoptr (BlObservations) months = data != NULL ? newcastle_total (data, NULL) : NULL;
  g_autoptr (BlObservations) rolling = NULL;
  BlPeriod period = { BL_PERIOD_KIND_ROLLING, 0, 0 };

  if (months == NULL)
    return;
  rolling = bl_observations_over_time (months, BL_PERIOD_KIND_ROLLING, BL_ADD_SUM, NULL);
  period.start = newcastle_period ("2023-09", 0).start;
  period.end = newcastle_period ("2024-08", 0).end;
  g_assert_cmpfloat (rolling->items[bl_observations_find (rolling, &period)].value, ==, 278708);
  period.start = newcastle_period ("2022-09", 0).start;
  period.end = newcastle_period ("2023-08", 0).end;
  g_assert_cmpfloat (rolling->items[bl_observations_find (rolling, &period)].value, ==, 288682);
}

/* indicator-content 3.4: runs of three equal months and more. */
static void
test_repeated (void)
{
  g_autoptr (NewcastleFile) data = newcastle_read (NEWCASTLE_VISITS);
  guint rows = 0, kenton = 0, newburn = 0, runs = 0, usual = 0;

  if (data == NULL)
    return;
  for (guint r = 0; r < data->n; r++)
    {
      const BlObservations *row = data->rows[r];
      gboolean any = FALSE;

      for (guint i = 0; i < row->n; i++)
        {
          const BlObservation *item = &row->items[i];
          gboolean window = i + 2 < row->n && item[0].value > 0 && item[1].value == item[0].value
                            && item[2].value == item[0].value;

          if (window)
            {
              kenton += strcmp (data->names[r], "Kenton") == 0;
              newburn += strcmp (data->names[r], "Newburn") == 0;
              g_assert_true (item->flags & BL_OBSERVATION_REPEATED);
              g_assert_cmpint (item->state, ==, BL_STATE_ESTIMATE);
            }
          if (window && (i == 0 || item[-1].value != item->value))
            {
              g_autofree char *iso = bl_period_to_iso (&item->period);

              runs++;
              usual += strstr ("02 05 08 11", (char[]){ iso[5], iso[6], 0 }) != NULL;
            }
          any |= (item->flags & BL_OBSERVATION_REPEATED) != 0;
        }
      rows += any;
    }
  g_assert_cmpuint (rows, ==, 18); /* the page says 17; counted again in Python, 18: all but Jesmond */
  g_assert_cmpuint (kenton, ==, 46);
  g_assert_cmpuint (newburn, ==, 34);
  g_assert_cmpuint (runs, ==, 301);
  g_assert_cmpuint (usual, ==, 298);
}

static BlTable *
texts (const char *const *rows)
{
  return bl_table_new_texts (rows, g_strv_length ((char **) rows));
}

static void
test_record (void)
{
  static const char *const periods[] = {
    "2023-06-01/P1M", "2023-04-01/P1M", "2023-04-01/P1Y", "rubbish", "2023-08-01/P1M", "2023-06-01/P1M", NULL
  };
  static const char *const states[] = { "", "estimate provisional", "", "", "suppressed", "proxy", NULL };
  static const double values[] = { 1, 20, 3, 4, 5, 60 };
  static const char *const notes[] = { "", "counted twice", "", "", "", "", NULL };
  g_autoptr (BlSeries) series = bl_series_new ("s1");
  g_autoptr (BlObservations) self = NULL, copy = NULL;
  BlRecord *record = BL_RECORD (series);
  g_autoptr (BlTable) a = texts (periods), b = texts (states), c = bl_table_new_numbers (values, 6),
                      d = texts (notes);

  bl_record_set_table (record, "periods", a);
  bl_record_set_table (record, "states", b);
  bl_record_set_table (record, "values", c);
  bl_record_set_table (record, "notes", d);
  bl_record_set_enum (record, "period-kind", BL_PERIOD_KIND_MONTH);
  self = bl_observations_new (series);
  g_assert_cmpuint (self->n, ==, 5);
  g_assert_cmpint (self->kind, ==, BL_PERIOD_KIND_MONTH);
  g_assert_cmpfloat (self->items[0].value, ==, 20);
  g_assert_cmpint (self->items[0].state, ==, BL_STATE_ESTIMATE);
  g_assert_cmpint (self->items[0].flags, ==, BL_OBSERVATION_PROVISIONAL);
  g_assert_cmpstr (self->items[0].note, ==, "counted twice");
  g_assert_cmpint (self->items[1].state, ==, BL_STATE_NO_DATA);
  g_assert_true (isnan (self->items[1].value));
  g_assert_cmpfloat (self->items[2].value, ==, 60);
  g_assert_cmpint (self->items[2].state, ==, BL_STATE_PROXY);
  g_assert_cmpint (self->items[4].state, ==, BL_STATE_SUPPRESSED);
  g_assert_true (isnan (self->items[4].value));
  g_assert_cmpfloat (self->items[4].low, ==, 1);
  g_assert_cmpfloat (self->items[4].high, ==, 4);
  copy = bl_observations_copy (self);
  g_assert_cmpstr (copy->items[0].note, ==, "counted twice");
}

static void
test_empty (void)
{
  g_autoptr (BlSeries) series = bl_series_new (NULL);
  g_autoptr (BlObservations) self = bl_observations_new (series);
  g_autoptr (BlObservations) years = bl_observations_over_time (self, BL_PERIOD_KIND_FY, BL_ADD_SUM, NULL);
  g_autoptr (BlObservations) none = bl_observations_over_places (NULL, 0, BL_ADD_SUM, NULL);

  g_assert_cmpuint (self->n, ==, 0);
  g_assert_cmpuint (years->n, ==, 0);
  g_assert_cmpuint (none->n, ==, 0);
}

static BlObservations *
made (const double *values, guint n)
{
  GDate day;
  BlObservations *self;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 4, 2023);
  self = bl_observations_new_empty (BL_PERIOD_KIND_MONTH, g_date_get_julian (&day), n);
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        self->items[i].value = values[i];
        self->items[i].state = BL_STATE_MEASURED;
      }
  return self;
}

/* Worked by hand. */
static void
test_rules (void)
{
  static const double figures[] = { 10, 20, 30, 40, NAN, 60, 70, 80, 90, 100, 110, 120 };
  static const double weights[] = { 1, 1, 2, 0, 1, 1, NAN, 1, 1, 1, 1, 1 };
  g_autoptr (BlObservations) self = made (figures, 12), by = made (weights, 12);
  g_autoptr (BlObservations) sum = bl_observations_over_time (self, BL_PERIOD_KIND_QUARTER, BL_ADD_SUM, NULL);
  g_autoptr (BlObservations) last
      = bl_observations_over_time (self, BL_PERIOD_KIND_QUARTER, BL_ADD_LAST, NULL);
  g_autoptr (BlObservations) mean
      = bl_observations_over_time (self, BL_PERIOD_KIND_QUARTER, BL_ADD_WEIGHTED, by);
  g_autoptr (BlObservations) plain
      = bl_observations_over_time (self, BL_PERIOD_KIND_QUARTER, BL_ADD_WEIGHTED, NULL);
  g_autoptr (BlObservations) people
      = bl_observations_over_time (self, BL_PERIOD_KIND_QUARTER, BL_ADD_DISTINCT, NULL);
  g_autoptr (BlObservations) months = bl_observations_over_time (sum, BL_PERIOD_KIND_MONTH, BL_ADD_SUM, NULL);
  g_autoptr (BlObservations) hidden = NULL, shown = NULL;

  g_assert_cmpuint (people->n, ==, 0); /* people counted once are never added up */
  g_assert_cmpuint (months->n, ==, 0); /* a quarter is never cut into months */
  g_assert_cmpuint (sum->n, ==, 4);
  g_assert_cmpfloat (sum->items[0].value, ==, 60);
  g_assert_cmpfloat (sum->items[1].value, ==, 100);
  g_assert_cmpuint (sum->items[1].parts, ==, 2);
  g_assert_cmpuint (sum->items[1].parts_expected, ==, 3);
  g_assert_cmpint (sum->items[1].flags, ==, BL_OBSERVATION_PARTIAL);
  g_assert_cmpfloat (last->items[1].value, ==, 60);
  g_assert_cmpfloat (mean->items[0].value, ==, (10 + 20 + 60) / 4.0);
  g_assert_cmpfloat (mean->items[1].value, ==, 60); /* the month of weight nought tells nothing */
  g_assert_cmpfloat (plain->items[0].value, ==, 20);
  g_assert_cmpint (plain->items[0].state, ==, BL_STATE_ESTIMATE);
  g_assert_cmpfloat (plain->items[0].low, ==, 10);
  g_assert_cmpfloat (plain->items[0].high, ==, 30);
  /* A quarter of a sum may be estimate before it is one. */
  self->items[0].state = BL_STATE_ESTIMATE;
  self->items[0].estimated = 1;
  bl_observations_free (g_steal_pointer (&sum));
  sum = bl_observations_over_time (self, BL_PERIOD_KIND_QUARTER, BL_ADD_SUM, NULL);
  g_assert_cmpint (sum->items[0].state, ==, BL_STATE_MEASURED);
  g_assert_cmpfloat_with_epsilon (sum->items[0].estimated, 1 / 6.0, 1e-12);
  self->items[1].state = BL_STATE_ESTIMATE;
  self->items[1].estimated = 1;
  bl_observations_free (g_steal_pointer (&sum));
  sum = bl_observations_over_time (self, BL_PERIOD_KIND_QUARTER, BL_ADD_SUM, NULL);
  g_assert_cmpint (sum->items[0].state, ==, BL_STATE_ESTIMATE);
  /* Hidden: between 11 + 1 and 11 + 4. */
  hidden = made ((double[]){ 11, 5 }, 2);
  hidden->items[1].state = BL_STATE_SUPPRESSED;
  hidden->items[1].value = NAN;
  hidden->items[1].low = 1;
  hidden->items[1].high = 4;
  shown = bl_observations_over_time (hidden, BL_PERIOD_KIND_QUARTER, BL_ADD_SUM, NULL);
  g_assert_cmpfloat (shown->items[0].low, ==, 12);
  g_assert_cmpfloat (shown->items[0].high, ==, 15);
  g_assert_cmpint (shown->items[0].state, ==, BL_STATE_ESTIMATE);
}

/* Places: one gone for good, one without a figure for a month. */
static void
test_places (void)
{
  double a[30], b[30], c[30];
  g_autoptr (BlObservations) one = NULL, two = NULL, three = NULL, total = NULL, years = NULL;
  const BlObservations *parts[3];

  for (guint i = 0; i < 30; i++)
    {
      a[i] = 100;
      b[i] = i < 10 ? 50 : NAN;
      c[i] = i == 20 ? NAN : 1;
    }
  parts[0] = one = made (a, 30);
  parts[1] = two = made (b, 30);
  parts[2] = three = made (c, 30);
  total = bl_observations_over_places (parts, 3, BL_ADD_SUM, NULL);
  g_assert_cmpuint (total->n, ==, 30);
  g_assert_cmpfloat (total->items[9].value, ==, 151);
  g_assert_cmpint (total->items[10].flags & BL_OBSERVATION_PARTIAL, ==, 0);
  g_assert_cmpfloat (total->items[20].value, ==, 100);
  g_assert_cmpint (total->items[20].flags, ==, BL_OBSERVATION_PARTIAL | BL_OBSERVATION_PLACES);
  g_assert_cmpuint (total->items[20].parts, ==, 1);
  g_assert_cmpuint (total->items[20].parts_expected, ==, 2);
  g_assert_cmpfloat_with_epsilon (total->items[20].missing, 1 / 101.0, 1e-12);
  years = bl_observations_over_time (total, BL_PERIOD_KIND_FY, BL_ADD_SUM, NULL);
  g_assert_cmpint (years->items[1].flags, ==, BL_OBSERVATION_PARTIAL | BL_OBSERVATION_PLACES);
  g_assert_cmpint (years->items[0].flags, ==, 0);
  g_assert_cmpint (years->items[2].flags, ==, BL_OBSERVATION_PARTIAL);
  g_assert_cmpuint (years->items[2].parts, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/observation/issues", test_issues);
  g_test_add_func ("/analysis/observation/visits", test_visits);
  g_test_add_func ("/analysis/observation/partial", test_partial);
  g_test_add_func ("/analysis/observation/rolling", test_rolling);
  g_test_add_func ("/analysis/observation/repeated", test_repeated);
  g_test_add_func ("/analysis/observation/record", test_record);
  g_test_add_func ("/analysis/observation/empty", test_empty);
  g_test_add_func ("/analysis/observation/rules", test_rules);
  g_test_add_func ("/analysis/observation/places", test_places);
  return g_test_run ();
}
