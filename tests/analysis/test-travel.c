/* test-travel.c: metres and minutes from areas to libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "travel.h"

#include "made.h"

#include <math.h>
#include <string.h>

/* The third area has no place. */
static const BlPoint points[] = { { 0, 0 }, { 300, 400 }, { NAN, NAN } };
static const double people[] = { 10, 20, 30 };

static BlFacts *
make_facts (void)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 3);
  const double first[] = { 4, NAN, 6 }, again[] = { 5, 9, -1 };
  BlLibrary *one = made_library_add (project, "One", 0, 0);
  BlRecord *bus = made_travel_add (project, "bus_am");

  made_library_add (project, "Two", 300, 400);
  bl_record_set_text (BL_RECORD (bus), "title", "Bus");
  bl_record_set_text (BL_RECORD (bus), "when", "Tuesday 8:00 to 10:00");
  made_travel_column_add (bus, one, first, 3);
  made_travel_column_add (bus, one, again, 3);
  bl_project_commit (project);
  return bl_facts_new (project);
}

static void
test_straight (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  g_autoptr (BlTravelMatrix) matrix = NULL, brisk = NULL;
  g_autoptr (GError) error = NULL;

  matrix = bl_travel_matrix_new (facts, &(BlTravel){ 0 }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (matrix->n_libraries, ==, 2);
  g_assert_cmpfloat (matrix->metres[0 * 3 + 0], ==, 0);
  g_assert_cmpfloat (matrix->metres[0 * 3 + 1], ==, 500);
  g_assert_cmpfloat (matrix->metres[1 * 3 + 0], ==, 500);
  g_assert_true (isnan (matrix->metres[0 * 3 + 2]));
  g_assert_cmpfloat (matrix->minutes[0 * 3 + 1], ==, 500 / 80.0);
  g_assert_null (matrix->area_snap);
  brisk = bl_travel_matrix_new (facts, &(BlTravel){ .pace = 1.25 }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (brisk->metres[1], ==, 500);
  g_assert_cmpfloat (brisk->minutes[1], ==, 5);
}

static void
test_table (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  g_autoptr (GError) error = NULL;
  BlTravel travel;
  g_autoptr (BlTravelMatrix) matrix = NULL;
  double metres[3], minutes[3];

  g_assert_true (bl_travel_parse (facts, " Bus_AM ", &travel, &error));
  g_assert_cmpint (travel.by, ==, BL_BY_TABLE);
  matrix = bl_travel_matrix_new (facts, &travel, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (matrix->minutes[0], ==, 4); /* the quicker of two */
  g_assert_cmpfloat (matrix->minutes[1], ==, 9);
  g_assert_cmpfloat (matrix->minutes[2], ==, 6); /* less than nothing is not a time */
  g_assert_true (isnan (matrix->metres[0]));
  g_assert_true (isnan (matrix->minutes[3])); /* the table has no such library */
  g_assert_false (bl_travel_matrix_site (matrix, facts, points[0], metres, minutes));
  g_assert_true (isnan (minutes[0]));
}

/* Moved and opened libraries are worked out again, others taken over; what a table says of a place left is dropped. */
static void
test_update (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  g_autoptr (BlFacts) changed = bl_facts_copy_with_libraries (facts, 1);
  const BlTravel ways[] = { { 0 }, { .by = BL_BY_TABLE, .table = "bus_am" } };

  changed->libraries[0].point = (BlPoint){ 0, 80 };
  changed->libraries[2].type = BL_LIBRARY_TYPE_STATIC;
  changed->libraries[2].located = TRUE;
  changed->libraries[2].point = (BlPoint){ 0, 8 };
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlTravelMatrix) before = bl_travel_matrix_new (facts, &ways[w], NULL, &error);
      g_autoptr (BlTravelMatrix) after = bl_travel_matrix_update (before, facts, changed, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (after->n_libraries, ==, 3);
      if (w == 0)
        {
          g_assert_cmpfloat (after->minutes[0], ==, 1);
          g_assert_cmpfloat (after->metres[4], ==, 0);
          g_assert_cmpfloat (after->metres[6], ==, 8);
        }
      else
        {
          g_assert_true (isnan (after->minutes[0]));
          g_assert_true (isnan (after->minutes[6]));
        }
    }
}

static void
test_words (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  const struct
  {
    const char *asked;
    BlBy by;
    const char *words;
  } ways[] = {
    { "straight", BL_BY_STRAIGHT, "in a straight line" }, { "Walk", BL_BY_WALK, "on foot by road" },
    { "cycle", BL_BY_CYCLE, "by cycle" },                 { "DRIVE", BL_BY_DRIVE, "by car" },
    { "bus_am", BL_BY_TABLE, "Bus, Tuesday 8:00 to 10:00" }, { "bus", BL_BY_TABLE, "Bus, Tuesday 8:00 to 10:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;
      BlTravel travel;

      g_assert_true (bl_travel_parse (facts, ways[i].asked, &travel, &error));
      g_assert_cmpint (travel.by, ==, ways[i].by);
      words = bl_travel_to_text (facts, &travel);
      g_assert_cmpstr (words, ==, ways[i].words);
    }
}

static void
test_bad (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  const char *const nonsense[] = { "", "teleport", "bus am", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      BlTravel travel;

      g_assert_false (bl_travel_parse (facts, nonsense[i], &travel, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
      g_assert_nonnull (strstr (error->message, "bus_am"));
      g_clear_error (&error);
    }
  g_assert_null (bl_travel_matrix_new (facts, &(BlTravel){ .by = BL_BY_WALK }, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_clear_error (&error);
  g_assert_null (bl_travel_matrix_new (facts, &(BlTravel){ .by = BL_BY_TABLE, .table = "tram" }, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (bl_travel_matrix_new (facts, &(BlTravel){ 0 }, cancellable, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/travel/straight", test_straight);
  g_test_add_func ("/analysis/travel/table", test_table);
  g_test_add_func ("/analysis/travel/update", test_update);
  g_test_add_func ("/analysis/travel/words", test_words);
  g_test_add_func ("/analysis/travel/bad", test_bad);
  return g_test_run ();
}
