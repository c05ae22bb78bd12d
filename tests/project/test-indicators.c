/* test-indicators.c: indicators, series and comparisons as records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "project.h"
#include "record-xml.h"
#include "series.h"

static BlRecord *
append (BlRecord *parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static void
test_round_trip (void)
{
  static const char *const periods[] = { "2023-04-01/P1M", "2023-05-01/P1M" };
  static const char *const states[] = { NULL, "estimate provisional" };
  static const double values[] = { 1234, NAN };
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlTable) periods_table = bl_table_new_texts (periods, 2), states_table = bl_table_new_texts (states, 2);
  g_autoptr (BlTable) values_table = bl_table_new_numbers (values, 2);
  g_autoptr (BlRecordReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  BlRecord *record, *part;

  bl_project_begin (project, "Add");
  record = append (BL_RECORD (project), "indicators", bl_indicator_new (NULL));
  bl_record_set_text (record, "item", "visits-per-1000");
  bl_record_set_enum (record, "direction", BL_WANTED_UP);
  bl_record_set_enum (record, "kind", BL_INDICATOR_KIND_RATE);
  bl_record_set_text (record, "means", "How often somebody visited.");
  part = append (record, "breaks", bl_break_new (NULL));
  bl_record_set_enum (part, "cause", BL_BREAK_METHOD);
  part = append (record, "comments", bl_comment_new (NULL));
  bl_record_set_text (part, "period", "2023-04-01/P1M");
  bl_record_set_text (part, "text", "New counters.");
  record = append (BL_RECORD (project), "series", bl_series_new (NULL));
  bl_record_set_text (record, "measure", "visits_all");
  bl_record_set_enum (record, "geography", BL_GEOGRAPHY_SERVICE);
  bl_record_set_enum (record, "period-kind", BL_PERIOD_KIND_MONTH);
  bl_record_set_table (record, "periods", periods_table);
  bl_record_set_table (record, "values", values_table);
  bl_record_set_table (record, "states", states_table);
  record = append (BL_RECORD (project), "comparisons", bl_comparison_new (NULL));
  bl_record_set_table (record, "values", values_table);
  append (BL_RECORD (project), "similar", bl_neighbours_new (NULL));
  bl_project_commit (project);

  bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  reading = bl_record_read (BL_TYPE_PROJECT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "test", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  g_assert_true (bl_record_equal (BL_RECORD (project), reading->root));
  again = bl_record_write (reading->root, BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_outcomes (void)
{
  static const struct
  {
    const char *serves;
    guint n, first;
  } cases[] = { { NULL, 0, 0 }, { "use", 0, 0 }, { "use O7", 1, 7 }, { "O1, O2 and O3", 3, 1 }, { "NO1 O12 O8 XO2", 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlIndicator) indicator = bl_indicator_new (NULL);
      guint outcomes[7] = { 0 };

      bl_record_set_text (BL_RECORD (indicator), "serves", cases[i].serves);
      g_assert_cmpuint (bl_indicator_get_outcomes (indicator, outcomes), ==, cases[i].n);
      g_assert_cmpuint (outcomes[0], ==, cases[i].first);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/indicators/round-trip", test_round_trip);
  g_test_add_func ("/indicators/outcomes", test_outcomes);
  return g_test_run ();
}
