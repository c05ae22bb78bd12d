/* test-high-need.c: people of areas where need is high and use is low, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "high-need.h"

#include <math.h>
#include <string.h>

#include "indicator-values.h"
#include "made.h"
#include "needs-index.h"
#include "use.h"

#define N 10

/* Ten areas of 1,000, 1,001 … 1,009 people; need rises with them, so that the last two are the top fifth. */
static BlProject *
make (gboolean index, const double *counts, const double *suppressed)
{
  BlPoint points[N];
  double people[N], need[N];
  BlProject *project;

  for (guint i = 0; i < N; i++)
    {
      points[i] = (BlPoint){ 1000.0 * i, 0 };
      people[i] = 1000 + i;
      need[i] = i + 1;
    }
  project = made_project_new (points, people, N);
  made_library_add (project, "Only", 0, 0);
  made_value_add (project, "need", BL_VALUE_KIND_RATE, need, N);
  if (index)
    {
      g_autoptr (BlNeedsIndex) record = bl_needs_index_new (NULL);
      g_autoptr (BlIndexMeasure) measure = bl_index_measure_new (NULL);

      bl_record_set_text (BL_RECORD (record), "title", "Ours");
      bl_record_set_text (BL_RECORD (measure), "value", "need");
      bl_record_set_enum (BL_RECORD (measure), "direction", BL_DIRECTION_MORE);
      bl_record_set_real (BL_RECORD (measure), "weight", 100);
      bl_record_append (BL_RECORD (record), "measures", BL_RECORD (measure));
      bl_record_append (BL_RECORD (project), "needs", BL_RECORD (record));
    }
  if (counts != NULL)
    {
      g_autoptr (BlUse) use = bl_use_new (NULL);
      g_autoptr (BlUseColumn) column = bl_use_column_new (NULL);
      g_autoptr (BlTable) count_table = bl_table_new_numbers (counts, N);
      g_autoptr (BlTable) suppressed_table = bl_table_new_numbers (suppressed, N);

      bl_record_set_text (BL_RECORD (use), "name", "members");
      bl_record_set_text (BL_RECORD (use), "what", "members");
      bl_record_set_integer (BL_RECORD (use), "suppressed-below", 5);
      bl_record_set_text (BL_RECORD (column), "name", "All");
      bl_record_set_table (BL_RECORD (column), "counts", count_table);
      bl_record_set_table (BL_RECORD (column), "suppressed", suppressed_table);
      bl_record_append (BL_RECORD (use), "columns", BL_RECORD (column));
      bl_record_append (BL_RECORD (project), "members", BL_RECORD (use));
    }
  bl_project_commit (project);
  return project;
}

/* Nobody of the last area is a member; of the last but one between one and four people, of the first two. With one, the bottom fifth of
 * use is areas 9 and 8, both of the top fifth of need: 1,009 and 1,008 people. With four it is areas 9 and 0: 1,009 people. */
static const double counts[N] = { 2, 11, 12, 13, 14, 15, 16, 17, NAN, NAN };
static const double hidden[N] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 1, NAN };

static void
test_by_hand (void)
{
  g_autoptr (BlProject) project = make (TRUE, counts, hidden);
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlHighNeed) found = bl_high_need_new (project, facts, NULL);

  g_assert_null (found->lacks);
  g_assert_cmpuint (found->n_areas, ==, 2);
  g_assert_cmpfloat (found->people, ==, 2017);
  g_assert_cmpfloat (found->low, ==, 1009);
  g_assert_cmpfloat (found->high, ==, 2017);
  g_assert_true (g_str_has_prefix (found->note, "2 areas: need by the index “Ours”"));
}

static void
test_lacks (void)
{
  g_autoptr (BlProject) plain = make (FALSE, NULL, NULL), only_need = make (TRUE, NULL, NULL);
  g_autoptr (BlFacts) facts = bl_facts_new (plain), need_facts = bl_facts_new (only_need);
  g_autoptr (BlHighNeed) nothing = bl_high_need_new (plain, facts, NULL), no_use = bl_high_need_new (only_need, need_facts, NULL);

  g_assert_nonnull (strstr (nothing->lacks, "index of need"));
  g_assert_true (isnan (nothing->people));
  g_assert_nonnull (strstr (no_use->lacks, "import members"));
}

/* The same as the indicator says it. */
static void
test_indicator (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (&error);
  g_autoptr (BlProject) project = make (TRUE, counts, hidden), plain = make (FALSE, NULL, NULL);
  g_autoptr (BlBaseFigures) figures = NULL, none = NULL;
  g_autoptr (BlIndicator) indicator = NULL;
  g_autoptr (BlIndicatorValues) values = NULL, lacking = NULL;

  g_assert_no_error (error);
  figures = bl_base_figures_new (project, NULL, dictionary);
  none = bl_base_figures_new (plain, NULL, dictionary);
  indicator = bl_dictionary_copy_indicator (dictionary, "high-need-low-use");
  values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_cmpuint (values->values->n, ==, 1);
  g_assert_cmpfloat (values->values->items[0].value, ==, 2017);
  g_assert_cmpfloat (values->values->items[0].low, ==, 1009);
  g_assert_cmpfloat (values->values->items[0].high, ==, 2017);
  g_assert_cmpint (values->values->items[0].state, ==, BL_STATE_ESTIMATE);
  lacking = bl_indicator_values_new (none, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_nonnull (strstr (lacking->lacks, "make one in Needs"));
}

/* Two libraries and four areas on a line: the western one is nearest to those at 0 and 1,000 m, the eastern to those at 3,000 and
 * 5,000 m. */
static void
test_catchments (void)
{
  static const BlPoint points[] = { { 0, 0 }, { 1000, 0 }, { 3000, 0 }, { 5000, 0 } };
  static const double people[] = { 100, 200, 300, 400 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (&error);
  g_autoptr (BlProject) project = made_project_new (points, people, G_N_ELEMENTS (points));
  BlLibrary *libraries[] = { made_library_add (project, "West", 0, 0), made_library_add (project, "East", 5000, 0),
                             made_library_add (project, "Shadow", 5000, 0) };
  static const struct
  {
    const char *item;
    double west, east; /* worked by hand */
  } expected[] = {
    { "access-1-mile", 100, 100 * 400 / 700.0 },
    { "mean-distance", 1000 * 200 / 300.0 / 1000, 2000 * 300 / 700.0 / 1000 },
    { "access-single-library", 100, 0 }, /* two stand in the east */
  };
  g_autoptr (BlBaseFigures) figures = NULL;

  g_assert_no_error (error);
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, expected[i].item);

      g_assert_true (bl_indicator_has_catchments (indicator));
      for (guint l = 0; l < 3; l++)
        {
          BlPlaceAsked place = { bl_record_get_id (BL_RECORD (libraries[l])), NULL };
          g_autoptr (BlIndicatorValues) values = bl_indicator_values_new (figures, indicator, &place, BL_PERIOD_KIND_UNKNOWN);

          g_assert_cmpint (values->geography, ==, BL_GEOGRAPHY_CATCHMENT);
          if (l == 2)
            {
              /* The first of two at one place has the catchment. */
              g_assert_nonnull (strstr (values->lacks, "No area is nearest"));
              continue;
            }
          g_assert_cmpstr (values->place, ==, l == 0 ? "West catchment" : "East catchment");
          g_assert_cmpfloat_with_epsilon (values->values->items[0].value, l == 0 ? expected[i].west : expected[i].east, 1e-9);
        }
    }
  /* What is of each small area, or of the whole authority only, says so. */
  {
    g_autoptr (BlIndicator) share = bl_dictionary_copy_indicator (dictionary, "members-share-by-area");
    g_autoptr (BlIndicator) saturday = bl_dictionary_copy_indicator (dictionary, "access-saturday");
    BlPlaceAsked place = { bl_record_get_id (BL_RECORD (libraries[0])), NULL };
    g_autoptr (BlIndicatorValues) areas = bl_indicator_values_new (figures, share, NULL, BL_PERIOD_KIND_UNKNOWN);
    g_autoptr (BlIndicatorValues) whole = bl_indicator_values_new (figures, saturday, &place, BL_PERIOD_KIND_UNKNOWN);

    g_assert_nonnull (strstr (areas->lacks, "each small area"));
    g_assert_false (bl_indicator_has_catchments (saturday));
    g_assert_nonnull (strstr (whole->lacks, "not known library by library"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/high-need/by-hand", test_by_hand);
  g_test_add_func ("/analysis/high-need/lacks", test_lacks);
  g_test_add_func ("/analysis/high-need/indicator", test_indicator);
  g_test_add_func ("/analysis/high-need/catchments", test_catchments);
  return g_test_run ();
}
