/* test-curve.c: the share of people reached within each distance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "curve.h"

#include "made.h"
#include "published.h"

#include <math.h>

/* Distances 0, 100, 100, 50 and no place; people 10, 20, 30, 0, 40. */
static void
test_line (void)
{
  const BlPoint points[] = { { 0, 0 }, { 100, 0 }, { -100, 0 }, { 0, 50 }, { NAN, NAN } };
  const double people[] = { 10, 20, 30, 0, 40 }, few[] = { NAN, 5, 0, 7, 3 }, nobody[] = { 0, 0, 0, 0, NAN };
  g_autoptr (BlProject) project = made_project_new (points, people, 5);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (BlCurve) curve = NULL, group = NULL, none = NULL, minutes = NULL;

  made_library_add (project, "One", 0, 0);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);

  curve = bl_curve_new (access, BL_MEASURE_DISTANCE, facts->population);
  g_assert_cmpuint (curve->n, ==, 2);
  g_assert_cmpfloat (curve->population, ==, 60);
  g_assert_cmpfloat (curve->at[0], ==, 0);
  g_assert_cmpfloat (curve->people[0], ==, 10);
  g_assert_cmpfloat (curve->at[1], ==, 100);
  g_assert_cmpfloat (curve->people[1], ==, 60);
  g_assert_cmpfloat (curve->percent[1], ==, 100);
  g_assert_cmpfloat (bl_curve_at (curve, -1), ==, 0);
  g_assert_cmpfloat_with_epsilon (bl_curve_at (curve, 0), 100 / 6.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (bl_curve_at (curve, 99.999), 100 / 6.0, 1e-9);
  g_assert_cmpfloat (bl_curve_at (curve, 100), ==, 100);
  g_assert_cmpfloat (bl_curve_find (curve, 16), ==, 0);
  g_assert_cmpfloat (bl_curve_find (curve, 17), ==, 100);
  g_assert_true (isnan (bl_curve_find (curve, 100.1)));

  group = bl_curve_new (access, BL_MEASURE_DISTANCE, few);
  g_assert_cmpfloat (group->population, ==, 12);
  g_assert_cmpfloat (bl_curve_at (group, 50), ==, 700 / 12.0);
  minutes = bl_curve_new (access, BL_MEASURE_MINUTES, facts->population);
  g_assert_cmpfloat (minutes->at[1], ==, 1.25);
  none = bl_curve_new (access, BL_MEASURE_DISTANCE, nobody);
  g_assert_cmpuint (none->n, ==, 0);
  g_assert_true (isnan (bl_curve_at (none, 100)));
}

/* The curve says at any limit what access says within it, and half are reached at the median. */
static void
test_published (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_somerset);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (BlCurve) curve = NULL;
  const double limits[] = { BL_MILE, 2 * BL_MILE };

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  access = bl_access_compute (facts, &(BlAccessQuestion){ .limits = limits, .n_limits = 2 }, NULL);
  curve = bl_curve_new (access, BL_MEASURE_DISTANCE, facts->population);
  /* expected.md: 53.04 % and 74.992 %, median 1,455.2 m, greatest 9,535.7 m. */
  g_assert_cmpfloat_with_epsilon (bl_curve_at (curve, BL_MILE), 53.04, 0.000501);
  g_assert_cmpfloat_with_epsilon (bl_curve_at (curve, 2 * BL_MILE), 74.992, 0.000501);
  g_assert_cmpfloat_with_epsilon (bl_curve_find (curve, 50), 1455.2, 0.0501);
  g_assert_cmpfloat_with_epsilon (curve->at[curve->n - 1], 9535.7, 0.0501);
  g_assert_cmpfloat (curve->population, ==, 562225);
  for (double limit = 0; limit < 10000; limit += 37)
    {
      g_autoptr (BlAccess) at = bl_access_recount (access, facts, &(BlAccessQuestion){ .limits = &limit, .n_limits = 1 });

      g_assert_cmpfloat_with_epsilon (bl_curve_at (curve, limit), at->within[0].percent, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/curve/line", test_line);
  g_test_add_func ("/analysis/curve/published", test_published);
  return g_test_run ();
}
