/* test-natural-breaks.c: the least sum of squares, found and not only approached
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "natural-breaks.h"

#include <math.h>
#include <stdlib.h>

/* Worked by hand: from their means 4 5 | 9 10 are 0.5 + 0.5 = 1 apart in
 * squares, all four from 7 are 9 + 4 + 4 + 9 = 26: the groups explain 25 of 26. */
static void
test_by_hand (void)
{
  const double four[] = { 4, 5, 9, 10 };
  const double heaps[] = { 1, 1, 2, 2, 3, 50, 51, 51, 52, 900 };
  const double starts_of_heaps[] = { 1, 50, 900 };
  double starts[7];

  g_assert_cmpuint (bl_natural_breaks (four, 4, 2, starts), ==, 2);
  g_assert_cmpfloat (starts[0], ==, 4);
  g_assert_cmpfloat (starts[1], ==, 9);
  g_assert_cmpfloat_with_epsilon (bl_natural_breaks_fit (four, 4, starts, 2), 25.0 / 26, 1e-12);

  g_assert_cmpuint (bl_natural_breaks (heaps, G_N_ELEMENTS (heaps), 3, starts), ==, 3);
  g_assert_cmpmem (starts, 3 * sizeof *starts, starts_of_heaps, sizeof starts_of_heaps);
}

static void
test_edges (void)
{
  const double same[] = { 7, 7, 7 }, two[] = { 1, 1, 2 };
  double starts[7] = { 0 };

  g_assert_cmpuint (bl_natural_breaks (NULL, 0, 5, starts), ==, 0);
  g_assert_true (isnan (bl_natural_breaks_fit (NULL, 0, starts, 0)));
  g_assert_cmpuint (bl_natural_breaks (same, 3, 5, starts), ==, 1);
  g_assert_cmpfloat (starts[0], ==, 7);
  g_assert_cmpfloat (bl_natural_breaks_fit (same, 3, starts, 1), ==, 1);
  g_assert_cmpuint (bl_natural_breaks (two, 3, 7, starts), ==, 2);
  g_assert_cmpfloat (starts[1], ==, 2);
  g_assert_cmpfloat (bl_natural_breaks_fit (two, 3, starts, 2), ==, 1);
  /* One group explains nothing. */
  g_assert_cmpfloat (bl_natural_breaks_fit (two, 3, starts, 1), ==, 0);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
spread (const double *numbers, guint n)
{
  double mean = 0, sum = 0;

  for (guint i = 0; i < n; i++)
    mean += numbers[i] / n;
  for (guint i = 0; i < n; i++)
    sum += (numbers[i] - mean) * (numbers[i] - mean);
  return sum;
}

/* The least sum over every way there is to cut @n numbers into @groups. */
static double
try_all (const double *numbers, guint n, guint groups)
{
  double least = INFINITY;

  if (groups == 1)
    return spread (numbers, n);
  for (guint end = groups - 1; end < n; end++)
    least = fmin (least, try_all (numbers, end, groups - 1) + spread (&numbers[end], n - end));
  return least;
}

static double
spread_within (const double *numbers, guint n, const double *starts, guint groups)
{
  double sum = 0;
  guint first = 0;

  for (guint g = 0; g < groups; g++)
    {
      guint end = first;

      while (end < n && (g + 1 == groups || numbers[end] < starts[g + 1]))
        end++;
      g_assert_cmpuint (end, >, first);
      g_assert_cmpfloat (numbers[first], ==, starts[g]);
      sum += spread (&numbers[first], end - first);
      first = end;
    }
  g_assert_cmpuint (first, ==, n);
  return sum;
}

/* Against all ways tried one by one, of numbers lying evenly, in heaps, with
 * ties, and far from nought, where squares would eat up the digits. */
static void
test_all_ways (void)
{
  for (guint round = 0; round < 400; round++)
    {
      double numbers[16], starts[7];
      guint n = (guint) g_test_rand_int_range (2, G_N_ELEMENTS (numbers) + 1);
      guint groups = (guint) g_test_rand_int_range (2, 6);
      guint different = 1, found;
      double least, ours, scale;

      for (guint i = 0; i < n; i++)
        switch (round % 4)
          {
          case 0:
            numbers[i] = g_test_rand_double_range (0, 1);
            break;
          case 1:
            numbers[i] = g_test_rand_int_range (0, 8);
            break;
          case 2:
            numbers[i] = exp (g_test_rand_double_range (0, 12));
            break;
          default:
            numbers[i] = 1e9 + g_test_rand_int_range (0, 1000);
          }
      qsort (numbers, n, sizeof *numbers, compare);
      for (guint i = 1; i < n; i++)
        different += numbers[i] != numbers[i - 1];
      found = bl_natural_breaks (numbers, n, groups, starts);
      g_assert_cmpuint (found, ==, MIN (groups, different));
      ours = spread_within (numbers, n, starts, found);
      least = try_all (numbers, n, found);
      scale = MAX (spread (numbers, n), 1e-300);
      g_assert_cmpfloat (ours, <=, least + 1e-9 * scale);
      g_assert_cmpfloat_with_epsilon (bl_natural_breaks_fit (numbers, n, starts, found),
                                      different > 1 ? 1 - ours / scale : 1, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/natural-breaks/by-hand", test_by_hand);
  g_test_add_func ("/analysis/natural-breaks/edges", test_edges);
  g_test_add_func ("/analysis/natural-breaks/all-ways", test_all_ways);
  return g_test_run ();
}
