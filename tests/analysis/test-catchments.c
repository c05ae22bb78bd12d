/* test-catchments.c: every catchment of expected.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include "published.h"

/* Columns of the table of catchments. */
enum
{
  ROW = 1,
  LSOAS = 4,
  POPULATION,
  CHILDREN,
  OLDER,
  DEPRIVED = 10,
  MEAN,
};

static void
check_service (const PublishedService *service)
{
  g_autoptr (BlProject) project = published_project_new (service);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GPtrArray) expected = NULL;
  g_autoptr (BlCatchments) catchments = NULL;
  g_autoptr (GError) error = NULL;
  const char *const definitions[] = { "aged_0_15", "aged_60_plus", "imd_decile<=2" };
  BlGroupCounts *groups[3];

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  for (guint g = 0; g < 3; g++)
    {
      groups[g] = bl_group_counts_new (facts, definitions[g], &error);
      g_assert_no_error (error);
    }
  catchments = bl_catchments_compute (facts, &(BlAccessQuestion){ 0 }, groups, 3, &error);
  g_assert_no_error (error);

  expected = published_expected_catchments (service);
  g_assert_cmpuint (catchments->n, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      char **cells = g_ptr_array_index (expected, i);
      const BlCatchment *item = &catchments->items[i];
      const BlFactsLibrary *library = &facts->libraries[item->library];

      g_assert_cmpstr (library->name, ==, cells[0]);
      g_assert_cmpint (published_row (project, library->id), ==, (gint64) published_number (cells[ROW]));
      g_assert_cmpfloat (item->areas, ==, published_number (cells[LSOAS]));
      g_assert_cmpfloat (item->population, ==, published_number (cells[POPULATION]));
      g_assert_cmpfloat (item->groups[0], ==, published_number (cells[CHILDREN]));
      g_assert_cmpfloat (item->groups[1], ==, published_number (cells[OLDER]));
      g_assert_cmpfloat (item->groups[2], ==, published_number (cells[DEPRIVED]));
      g_assert_cmpuint (item->groups_unknown[0] + item->groups_unknown[1] + item->groups_unknown[2], ==, 0);
      if (item->areas > 0)
        g_assert_cmpfloat_with_epsilon (item->mean_distance, published_number (cells[MEAN]), 0.00501);
      else
        g_assert_true (isnan (item->mean_distance));
      g_assert_true (bl_catchments_find (catchments, item->library) == item);
    }
  for (guint g = 0; g < 3; g++)
    bl_group_counts_free (groups[g]);
}

static void
test_newcastle (void)
{
  check_service (&published_newcastle);
}

static void
test_somerset (void)
{
  check_service (&published_somerset);
}

/* 85.2 % of Gosforth's catchment is within a mile: mock-ups, section 7. */
static void
test_gosforth_within_mile (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlCatchments) catchments = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  catchments = bl_catchments_compute (facts, &(BlAccessQuestion){ 0 }, NULL, 0, NULL);
  for (guint i = 0; i < catchments->n; i++)
    if (g_str_equal (facts->libraries[catchments->items[i].library].name, "Gosforth Library"))
      g_assert_cmpfloat_with_epsilon (
          100 * catchments->items[i].within_mile / catchments->items[i].population, 85.2, 0.05);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/catchments/newcastle", test_newcastle);
  g_test_add_func ("/analysis/catchments/somerset", test_somerset);
  g_test_add_func ("/analysis/catchments/gosforth-within-mile", test_gosforth_within_mile);
  return g_test_run ();
}
