/* test-yardsticks.c: every yardstick side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "yardsticks.h"

#include "made.h"
#include "published.h"

#include <math.h>
#include <string.h>

static const BlYardstick *
find (const BlYardsticks *yardsticks, const char *name, guint *index)
{
  for (guint i = 0; i < yardsticks->n; i++)
    if (g_str_equal (yardsticks->items[i].name, name))
      {
        *index = i;
        return &yardsticks->items[i];
      }
  g_error ("no yardstick %s", name);
}

static double
percent (const BlYardsticks *yardsticks, const char *name, BlCounting counting, guint group)
{
  guint index;

  find (yardsticks, name, &index);
  return bl_yardsticks_get (yardsticks, index, counting, group)->percent;
}

/* expected.md: methods A (own), C (statutory), E (others' too), and the groups. */
static void
check_service (const PublishedService *service, const double *expected)
{
  g_autoptr (BlProject) project = published_project_new (service);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);
  const char *const names[] = { "aged_0_15", "aged_60_plus", "imd_decile<=2" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlYardsticks) all = NULL;
  guint index;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (groups, bl_group_counts_new (facts, names[i], NULL));
  all = bl_yardsticks_compute (facts, NULL, 0, (BlGroupCounts *const *) groups->pdata, 3, NULL, &error);
  g_assert_no_error (error);
  for (guint mile = 0; mile < 2; mile++)
    {
      const char *name = mile == 0 ? "1mi" : "2mi";

      g_assert_cmpfloat_with_epsilon (percent (all, name, BL_COUNTING_OWN, 0), expected[mile], 0.000501);
      g_assert_cmpfloat_with_epsilon (percent (all, name, BL_COUNTING_OWN_STATUTORY, 0), expected[2 + mile], 0.000501);
      g_assert_cmpfloat_with_epsilon (percent (all, name, BL_COUNTING_AROUND, 0), expected[4 + mile], 0.000501);
    }
  for (guint g = 0; g < 3; g++)
    g_assert_cmpfloat_with_epsilon (percent (all, "1mi", BL_COUNTING_OWN, g + 1), expected[6 + g], 0.000501);
  /* A walk of 15 minutes in a straight line is 1,200 m, by definition. */
  g_assert_cmpfloat (percent (all, "straight-15min", BL_COUNTING_OWN, 0), ==, percent (all, "1200m", BL_COUNTING_OWN, 0));
  g_assert_true (isnan (percent (all, "drive-20min", BL_COUNTING_OWN, 0)));
  g_assert_nonnull (strstr (find (all, "drive-20min", &index)->lacks, "road network"));
  g_assert_null (find (all, "1mi", &index)->lacks);
}

static void
test_newcastle (void)
{
  check_service (&published_newcastle,
                 (const double[]){ 93.648, 100, 91.9, 97.603, 96.326, 100, 93.19, 91.977, 96.749 });
}

static void
test_somerset (void)
{
  check_service (&published_somerset,
                 (const double[]){ 53.04, 74.992, 53.04, 74.992, 53.04, 75.67, 54.18, 50.815, 81.489 });
}

static void
test_own_and_tables (void)
{
  const BlPoint points[] = { { 0, 0 }, { 3000, 0 } };
  const double people[] = { 10, 30 }, minutes[] = { 30, 31 };
  g_autoptr (BlProject) project = made_project_new (points, people, 2);
  BlLibrary *one = made_library_add (project, "One", 0, 0);
  BlRecord *bus = made_travel_add (project, "bus");
  const BlYardstickAsked own[] = {
    { { .by = BL_BY_STRAIGHT }, BL_MEASURE_DISTANCE, 3000 },
    { { .by = BL_BY_STRAIGHT }, BL_MEASURE_DISTANCE, BL_MILE },          /* a usual one: once */
    { { .by = BL_BY_TABLE, .table = "bus" }, BL_MEASURE_MINUTES, 31 },
    { { .by = BL_BY_TABLE, .table = "bus" }, BL_MEASURE_DISTANCE, 500 }, /* no such thing */
    { { .by = BL_BY_CYCLE }, BL_MEASURE_MINUTES, 12.5 },
  };
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BlYardsticks) all = NULL;
  g_autoptr (GError) error = NULL;
  guint index, miles = 0;

  made_travel_column_add (bus, one, minutes, 2);
  bl_record_set_text (bus, "title", "Bus");
  bl_project_commit (project);
  facts = bl_facts_new (project);
  all = bl_yardsticks_compute (facts, own, G_N_ELEMENTS (own), NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (percent (all, "straight-3000m", BL_COUNTING_OWN, 0), ==, 100);
  g_assert_cmpfloat (percent (all, "bus-30min", BL_COUNTING_OWN, 0), ==, 25);
  g_assert_cmpfloat (percent (all, "bus-31min", BL_COUNTING_OWN, 0), ==, 100);
  g_assert_true (find (all, "bus-31min", &index)->own);
  g_assert_cmpstr (find (all, "bus-31min", &index)->title, ==, "31 minutes, Bus");
  g_assert_nonnull (find (all, "bus-500m", &index)->lacks);
  g_assert_cmpstr (find (all, "cycle-12.5min", &index)->title, ==, "12.5-minute cycle ride");
  g_assert_nonnull (find (all, "cycle-12.5min", &index)->lacks);
  g_assert_cmpstr (find (all, "2mi", &index)->title, ==, "2 miles in a straight line");
  for (guint i = 0; i < all->n; i++)
    miles += all->items[i].limit == BL_MILE;
  g_assert_cmpuint (miles, ==, 1);
  /* No library is statutory: said once, and no figures. */
  g_assert_null (all->lacks[BL_COUNTING_OWN]);
  g_assert_nonnull (all->lacks[BL_COUNTING_OWN_STATUTORY]);
  g_assert_true (isnan (percent (all, "1mi", BL_COUNTING_OWN_STATUTORY, 0)));
  g_assert_cmpfloat (percent (all, "1mi", BL_COUNTING_AROUND, 0), ==, 25);

  g_cancellable_cancel (cancellable);
  g_assert_null (bl_yardsticks_compute (facts, NULL, 0, NULL, 0, cancellable, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED);
}

static void
test_nothing (void)
{
  const BlPoint points[] = { { 0, 0 } };
  g_autoptr (BlProject) project = made_project_new (points, NULL, 1);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  bl_project_commit (project);
  facts = bl_facts_new (project);
  g_assert_null (bl_yardsticks_compute (facts, NULL, 0, NULL, 0, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/yardsticks/newcastle", test_newcastle);
  g_test_add_func ("/analysis/yardsticks/somerset", test_somerset);
  g_test_add_func ("/analysis/yardsticks/own-and-tables", test_own_and_tables);
  g_test_add_func ("/analysis/yardsticks/nothing", test_nothing);
  return g_test_run ();
}
