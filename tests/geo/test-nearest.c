/* test-nearest.c: the spatial index against looking at every point
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "nearest.h"

#include <math.h>

static int
brute_nearest (const BlPoint *points, guint n_points, BlPoint from)
{
  double best = INFINITY;
  int found = -1;

  for (guint i = 0; i < n_points; i++)
    {
      double dx = from.x - points[i].x, dy = from.y - points[i].y;
      double square = dx * dx + dy * dy;

      if (square < best)
        {
          best = square;
          found = (int) i;
        }
    }
  return found;
}

/* Points on a grid of @grid × @grid places: the smaller the grid, the more
 * ties and duplicates. One in twenty is NaN. */
static void
check_against_brute (GRand *rand, guint n_points, int grid, double step)
{
  g_autofree BlPoint *points = g_new (BlPoint, MAX (n_points, 1));
  g_autoptr (BlNearest) nearest = NULL;

  for (guint i = 0; i < n_points; i++)
    {
      points[i].x = g_rand_int_range (rand, 0, grid) * step;
      points[i].y = g_rand_int_range (rand, 0, grid) * step;
      if (g_rand_int_range (rand, 0, 20) == 0)
        points[i].x = NAN;
    }
  nearest = bl_nearest_new (points, n_points);

  for (guint q = 0; q < 300; q++)
    {
      BlPoint from = { g_rand_int_range (rand, -2, grid + 2) * step / 2,
                       g_rand_int_range (rand, -2, grid + 2) * step };
      double distance = -1, radius = g_rand_int_range (rand, 0, grid) * step;
      int expected = brute_nearest (points, n_points, from);
      g_autoptr (GArray) within = bl_nearest_within (nearest, from, radius);
      guint next = 0;

      g_assert_cmpint (bl_nearest_find (nearest, from, &distance), ==, expected);
      if (expected < 0)
        g_assert_true (isnan (distance));
      else
        g_assert_cmpfloat (
            distance, ==, sqrt (pow (from.x - points[expected].x, 2) + pow (from.y - points[expected].y, 2)));
      for (guint i = 0; i < n_points; i++)
        if (sqrt (pow (from.x - points[i].x, 2) + pow (from.y - points[i].y, 2)) <= radius)
          {
            g_assert_cmpuint (next, <, within->len);
            g_assert_cmpuint (g_array_index (within, guint, next++), ==, i);
          }
      g_assert_cmpuint (next, ==, within->len);
    }
}

static void
test_brute (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);
  const guint sizes[] = { 1, 2, 7, 8, 9, 17, 100, 1000 };
  const int grids[] = { 1, 3, 12, 100000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint g = 0; g < G_N_ELEMENTS (grids); g++)
      {
        check_against_brute (rand, sizes[s], grids[g], 1);
        check_against_brute (rand, sizes[s], grids[g], 0.1);
      }
}

static void
test_ties (void)
{
  /* Three at one place, and one as far away on the other side. */
  const BlPoint points[] = { { 20, 0 }, { 0, 10 }, { 0, -10 }, { 0, 10 }, { 0, 10 } };
  g_autoptr (BlNearest) nearest = bl_nearest_new (points, 5);
  double distance;

  g_assert_cmpint (bl_nearest_find (nearest, (BlPoint){ 0, 0 }, &distance), ==, 1);
  g_assert_cmpfloat (distance, ==, 10);
  g_assert_cmpint (bl_nearest_find (nearest, (BlPoint){ 0, -1 }, NULL), ==, 2);
}

static void
test_inclusive (void)
{
  const BlPoint points[] = { { 400000, 400000 + 1609.344 } };
  g_autoptr (BlNearest) nearest = bl_nearest_new (points, 1);
  g_autoptr (GArray) on = bl_nearest_within (nearest, (BlPoint){ 400000, 400000 }, 1609.344 + 1e-9);
  g_autoptr (GArray) under = bl_nearest_within (nearest, (BlPoint){ 400000, 400000 }, 1609.343);
  g_autoptr (GArray) same = bl_nearest_within (nearest, points[0], 0);
  g_autoptr (GArray) nowhere = bl_nearest_within (nearest, points[0], -1);

  g_assert_cmpuint (on->len, ==, 1);
  g_assert_cmpuint (under->len, ==, 0);
  g_assert_cmpuint (same->len, ==, 1);
  g_assert_cmpuint (nowhere->len, ==, 0);
}

static void
test_nothing (void)
{
  const BlPoint points[] = { { NAN, 1 }, { 1, NAN }, { INFINITY, 0 } };
  g_autoptr (BlNearest) none = bl_nearest_new (NULL, 0);
  g_autoptr (BlNearest) unplaced = bl_nearest_new (points, 3);
  const BlPoint place[] = { { 1, 1 } };
  g_autoptr (BlNearest) one = bl_nearest_new (place, 1);
  g_autoptr (GArray) within = bl_nearest_within (unplaced, (BlPoint){ 0, 0 }, INFINITY);
  g_autoptr (GArray) from_nowhere = bl_nearest_within (one, (BlPoint){ NAN, 0 }, INFINITY);
  double distance = 0;

  g_assert_cmpint (bl_nearest_find (none, (BlPoint){ 0, 0 }, &distance), ==, -1);
  g_assert_true (isnan (distance));
  g_assert_cmpint (bl_nearest_find (unplaced, (BlPoint){ 0, 0 }, NULL), ==, -1);
  g_assert_cmpint (bl_nearest_find (one, (BlPoint){ NAN, 0 }, &distance), ==, -1);
  g_assert_true (isnan (distance));
  g_assert_cmpuint (within->len, ==, 0);
  g_assert_cmpuint (from_nowhere->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/nearest/brute", test_brute);
  g_test_add_func ("/geo/nearest/ties", test_ties);
  g_test_add_func ("/geo/nearest/inclusive", test_inclusive);
  g_test_add_func ("/geo/nearest/nothing", test_nothing);
  return g_test_run ();
}
