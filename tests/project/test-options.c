/* test-options.c: scenarios, stops, postcodes, use, travel times and needs as records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "needs-index.h"
#include "postcodes.h"
#include "project.h"
#include "record-xml.h"
#include "scenario.h"
#include "travel-times.h"
#include "use.h"

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");

  return bl_project_new (ids, clock);
}

static BlRecord *
append (BlRecord *parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static BlRecord *
add_library (BlProject *project, const char *name)
{
  BlRecord *library = append (BL_RECORD (project), "libraries", bl_library_new (NULL));

  bl_record_set_text (library, "name", name);
  return library;
}

/* A project with one of everything. */
static BlProject *
make_full (void)
{
  static const double minutes[] = { 5.5, NAN };
  static const double counts[] = { 12, NAN };
  static const char *const codes[] = { "NE1 1AD", "NE3 3HD" };
  static const BlPoint points[] = { { 424696, 563745 }, { 424500, 568200 } };
  g_autoptr (BlTable) minutes_table = bl_table_new_numbers (minutes, 2);
  g_autoptr (BlTable) counts_table = bl_table_new_numbers (counts, 2);
  g_autoptr (BlTable) codes_table = bl_table_new_texts (codes, 2);
  g_autoptr (BlTable) points_table = bl_table_new_points (points, 2);
  BlProject *project = make_project ();
  BlRecord *root = BL_RECORD (project), *library, *record, *column;
  g_autoptr (BlPostcodes) postcodes = bl_postcodes_new (NULL);
  g_autoptr (BlLibrary) opened = bl_library_new (NULL);
  g_autoptr (BlStop) stop = bl_stop_new (NULL);

  bl_project_begin (project, "Add all");
  library = add_library (project, "Gosforth Library");
  bl_record_set_real (library, "floor-area", 420.5);
  record = append (library, "figures", bl_figure_new (NULL));
  bl_record_set_enum (record, "kind", BL_FIGURE_VISITS);
  bl_record_set_text (record, "period", "2023-24");
  bl_record_set_real (record, "number", 51234);

  record = append (root, "travel", bl_travel_times_new (NULL));
  bl_record_set_text (record, "name", "bus_am");
  bl_record_set_enum (record, "by", BL_TRAVEL_BY_PUBLIC);
  column = append (record, "columns", bl_travel_column_new (NULL));
  bl_record_set_text (column, "library", bl_record_get_id (library));
  bl_record_set_table (column, "minutes", minutes_table);

  record = append (root, "members", bl_use_new (NULL));
  bl_record_set_integer (record, "suppressed-below", 5);
  column = append (record, "columns", bl_use_column_new (NULL));
  bl_record_set_text (column, "library", bl_record_get_id (library));
  bl_record_set_integer (column, "elsewhere", 7);
  bl_record_set_table (column, "counts", counts_table);

  bl_record_set_table (BL_RECORD (postcodes), "codes", codes_table);
  bl_record_set_table (BL_RECORD (postcodes), "points", points_table);
  bl_record_set_child (root, "postcodes", BL_RECORD (postcodes));

  record = append (root, "stops", bl_stop_new (NULL));
  bl_record_set_text (record, "name", "George Inn");
  bl_record_set_text (record, "community", "Brompton Regis");
  bl_record_set_text (record, "arrival", "10:30");
  bl_record_set_text (record, "departure", "10:50");

  record = append (root, "scenarios", bl_scenario_new (NULL));
  bl_record_set_text (record, "title", "Gosforth closed");
  bl_record_set_text (record, "note", "Why\nit is thought about.");
  column = append (record, "changes", bl_scenario_change_new (NULL));
  bl_record_set_enum (column, "kind", BL_CHANGE_CLOSE);
  bl_record_set_text (column, "library", bl_record_get_id (library));
  column = append (record, "changes", bl_scenario_change_new (NULL));
  bl_record_set_enum (column, "kind", BL_CHANGE_OPEN);
  bl_record_set_text (BL_RECORD (opened), "name", "Great Park Library");
  bl_record_set_child (column, "new-library", BL_RECORD (opened));
  column = append (record, "changes", bl_scenario_change_new (NULL));
  bl_record_set_enum (column, "kind", BL_CHANGE_STOP);
  bl_record_set_text (BL_RECORD (stop), "name", "Green");
  bl_record_set_child (column, "stop", BL_RECORD (stop));

  column = append (record, "effects", bl_scenario_effect_new (NULL));
  bl_record_set_text (column, "group", "aged_60_plus");
  bl_record_set_text (column, "judgement", "Two day centres stand\nbeside it.");
  bl_record_set_text (column, "mitigation", "A stop on Tuesdays.");

  record = append (root, "needs", bl_needs_index_new (NULL));
  bl_record_set_text (record, "title", "Our weights");
  bl_record_set_enum (record, "normalise", BL_NORMALISE_MIN_MAX);
  column = append (record, "measures", bl_index_measure_new (NULL));
  bl_record_set_text (column, "value", "imd_rank");
  bl_record_set_enum (column, "direction", BL_DIRECTION_LESS);
  bl_record_set_real (column, "weight", 40);
  bl_project_commit (project);
  return project;
}

static BlRecord *
item (BlRecord *record, const char *list, guint i)
{
  g_autoptr (BlRecord) found = g_list_model_get_item (bl_record_get_list (record, list), i);

  return found; /* the list holds it */
}

static void
test_round_trip (void)
{
  g_autoptr (BlProject) project = make_full ();
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION), again = NULL;
  g_autoptr (BlRecordReading) read = NULL;
  g_autoptr (GError) error = NULL;

  read = bl_record_read (BL_TYPE_PROJECT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "test", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->faults->len, ==, 0);
  g_assert_true (bl_record_equal (BL_RECORD (project), read->root));
  again = bl_record_write (read->root, BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* A library that goes takes no scenario with it, but is no longer referred to. */
static void
test_delete (void)
{
  g_autoptr (BlProject) project = make_full ();
  BlRecord *root = BL_RECORD (project);
  g_autoptr (GBytes) before = bl_record_write (root, BL_PROJECT_VERSION), after = NULL;
  BlRecord *change = item (item (root, "scenarios", 0), "changes", 0);

  bl_project_begin (project, "Remove");
  bl_project_delete (project, item (root, "libraries", 0));
  bl_project_commit (project);
  g_assert_null (bl_record_get_text (change, "library"));
  g_assert_null (bl_record_get_text (item (item (root, "travel", 0), "columns", 0), "library"));
  g_assert_true (bl_project_undo (project));
  after = bl_record_write (root, BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_words (void)
{
  g_autoptr (BlProject) project = make_full ();
  BlRecord *root = BL_RECORD (project), *scenario = item (root, "scenarios", 0);
  static const char *const words[]
      = { "Close Gosforth Library", "Open Great Park Library", "Add a mobile library stop: Green" };
  g_autofree char *letter = bl_scenario_get_letter (BL_SCENARIO (scenario));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *described = bl_record_describe (item (scenario, "changes", i));

      g_assert_cmpstr (described, ==, words[i]);
    }
  g_assert_cmpstr (letter, ==, "A");
  g_assert_true (BL_RECORD (bl_scenario_find_effect (BL_SCENARIO (scenario), "aged_60_plus"))
                 == item (scenario, "effects", 0));
  g_assert_null (bl_scenario_find_effect (BL_SCENARIO (scenario), "aged_0_15"));
}

static void
test_letters (void)
{
  g_autoptr (BlProject) project = make_project ();
  static const struct
  {
    guint place;
    const char *letter;
  } letters[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 27, "AB" }, { 51, "AZ" }, { 52, "BA" } };

  bl_project_begin (project, "Add");
  for (guint i = 0; i < 60; i++)
    append (BL_RECORD (project), "scenarios", bl_scenario_new (NULL));
  bl_project_commit (project);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *letter
          = bl_scenario_get_letter (BL_SCENARIO (item (BL_RECORD (project), "scenarios", letters[i].place)));

      g_assert_cmpstr (letter, ==, letters[i].letter);
    }
}

static void
test_postcodes (void)
{
  g_autoptr (BlProject) project = make_full ();
  BlPostcodes *postcodes = BL_POSTCODES (bl_record_get_child (BL_RECORD (project), "postcodes"));
  BlPoint point;

  g_assert_true (bl_postcodes_find (postcodes, "NE3 3HD", &point));
  g_assert_cmpfloat (point.x, ==, 424500);
  g_assert_true (bl_postcodes_find (postcodes, "ne33hd", NULL));
  g_assert_true (bl_postcodes_find (postcodes, " NE1  1AD ", NULL));
  g_assert_false (bl_postcodes_find (postcodes, "NE1", NULL));
  g_assert_false (bl_postcodes_find (postcodes, "ZZ9 9ZZ", NULL));
  g_assert_false (bl_postcodes_find (postcodes, "", NULL));
}

static void
test_stop_minutes (void)
{
  static const struct
  {
    const char *arrival, *departure;
    int minutes;
  } stops[] = {
    { "10:30", "10:50", 20 }, { "09.40", "10.00", 20 }, { "10:50", "10:30", -1 },
    { "10:30", NULL, -1 },    { "morning", "noon", -1 }, { "10:30", "10:75", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (BlStop) stop = bl_stop_new (NULL);
      guint minutes = 0;
      gboolean known;

      bl_record_set_text (BL_RECORD (stop), "arrival", stops[i].arrival);
      bl_record_set_text (BL_RECORD (stop), "departure", stops[i].departure);
      known = bl_stop_get_minutes (stop, &minutes);
      g_assert_cmpint (known ? (int) minutes : -1, ==, stops[i].minutes);
    }
}

/* The newest whole year, even when a part of a later one is known. */
static void
test_figures (void)
{
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  static const struct
  {
    const char *period;
    double number;
    int months;
  } figures[] = { { "2022-23", 100, 0 }, { "2023-24", 120, 0 }, { "2024-25", 50, 5 } };

  g_assert_null (bl_library_get_figure (library, BL_FIGURE_VISITS, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      BlRecord *figure = append (BL_RECORD (library), "figures", bl_figure_new (NULL));

      bl_record_set_enum (figure, "kind", BL_FIGURE_VISITS);
      bl_record_set_text (figure, "period", figures[i].period);
      bl_record_set_real (figure, "number", figures[i].number);
      if (figures[i].months > 0)
        bl_record_set_integer (figure, "months", figures[i].months);
    }
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_library_get_figure (library, BL_FIGURE_VISITS, NULL)), "period"),
                   ==, "2023-24");
  g_assert_nonnull (bl_library_get_figure (library, BL_FIGURE_VISITS, "2024-25"));
  g_assert_null (bl_library_get_figure (library, BL_FIGURE_VISITS, "2021-22"));
  g_assert_null (bl_library_get_figure (library, BL_FIGURE_LOANS, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/options/round-trip", test_round_trip);
  g_test_add_func ("/options/delete", test_delete);
  g_test_add_func ("/options/words", test_words);
  g_test_add_func ("/options/letters", test_letters);
  g_test_add_func ("/options/postcodes", test_postcodes);
  g_test_add_func ("/options/stop-minutes", test_stop_minutes);
  g_test_add_func ("/options/figures", test_figures);
  return g_test_run ();
}
