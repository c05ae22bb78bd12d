/* test-appraise.c: weighing options against the worked example of planning-content 5.4
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "appraise.h"

#define NEAR 1e-6

static const double swings[] = { 100, 80, 60, 20 };
static const double values[] = {
  0,   100, 40,  100, /* do minimum */
  60,  70,  100, 50,  /* P */
  100, 0,   70,  40,  /* Q */
  55,  60,  90,  0,   /* R */
};

static void
test_worked (void)
{
  static const double weights[] = { 38.461538, 30.769230, 23.076923, 7.692307 },
                      totals[] = { 47.692307, 71.538461, 57.692307, 60.384615 };
  static const guint order[] = { 1, 3, 2, 0 };
  g_autoptr (BlAppraise) answer = bl_appraise_new (swings, values, 4, 4);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (100 * answer->weights[i], weights[i], NEAR);
      g_assert_cmpfloat_with_epsilon (answer->totals[i], totals[i], NEAR);
      g_assert_cmpuint (answer->order[i], ==, order[i]);
      g_assert_cmpuint (answer->unknown[i], ==, 0);
    }
  g_assert_cmpint (answer->first, ==, 1);
  g_assert_cmpint (answer->second, ==, 3);
  g_assert_cmpfloat_with_epsilon (answer->gap, 71.538461 - 60.384615, 2 * NEAR);
  /* P dominates R on all four; nothing else is dominated. */
  g_assert_cmpint (answer->dominated_by[3], ==, 1);
  g_assert_cmpuint (answer->worse_on[3], ==, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (answer->dominated_by[i], ==, -1);
}

static void
test_sensitivity (void)
{
  g_autoptr (BlAppraise) answer = bl_appraise_new (swings, values, 4, 4);
  double at = 0.54285714285714;

  g_assert_cmpint (answer->above[0].option, ==, 2);
  g_assert_cmpfloat_with_epsilon (answer->above[0].weight, at, 1e-12);
  g_assert_cmpint (answer->below[0].option, ==, -1); /* do minimum never passes P */
  g_assert_cmpfloat_with_epsilon (bl_appraise_get_total_at (answer, values, 1, 0, at), 68.571428, NEAR);
  g_assert_cmpfloat_with_epsilon (bl_appraise_get_total_at (answer, values, 2, 0, at), 68.571428, NEAR);
  g_assert_cmpfloat_with_epsilon (bl_appraise_get_total_at (answer, values, 1, 0, 0), 78.75, NEAR);
  g_assert_cmpfloat_with_epsilon (bl_appraise_get_total_at (answer, values, 0, 0, 0), 77.5, NEAR);
  g_assert_cmpfloat_with_epsilon (bl_appraise_get_total_at (answer, values, 3, 0, 0), 63.75, NEAR);
  g_assert_cmpfloat_with_epsilon (bl_appraise_get_total_at (answer, values, 2, 0, 0), 31.25, NEAR);
}

/* Against trying every weight in thousandths: the first place changes where it is said, and nowhere nearer.
 */
static void
test_against_trying (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      guint n_options = g_rand_int_range (rand, 2, 7), n_criteria = g_rand_int_range (rand, 2, 8);
      double own_swings[8], own_values[56];
      g_autoptr (BlAppraise) answer = NULL;

      for (guint i = 0; i < n_criteria; i++)
        own_swings[i] = g_rand_int_range (rand, 1, 101);
      for (guint i = 0; i < n_options * n_criteria; i++)
        own_values[i] = g_rand_int_range (rand, 0, 101);
      answer = bl_appraise_new (own_swings, own_values, n_options, n_criteria);
      for (guint criterion = 0; criterion < n_criteria; criterion++)
        for (guint step = 0; step <= 1000; step++)
          {
            double weight = step / 1000.0, best = -1;
            gboolean within
                = (answer->above[criterion].option < 0 || weight < answer->above[criterion].weight - 1e-6)
                  && (answer->below[criterion].option < 0 || weight > answer->below[criterion].weight + 1e-6);
            gboolean beyond
                = (answer->above[criterion].option >= 0 && weight > answer->above[criterion].weight + 1e-6)
                  || (answer->below[criterion].option >= 0
                      && weight < answer->below[criterion].weight - 1e-6);
            double own
                = bl_appraise_get_total_at (answer, own_values, (guint) answer->first, criterion, weight);

            for (guint i = 0; i < n_options; i++)
              best = MAX (best, bl_appraise_get_total_at (answer, own_values, i, criterion, weight));
            if (within)
              g_assert_cmpfloat (own, >=, best - 1e-6);
            else if (beyond)
              g_assert_cmpfloat (own, <, best);
          }
    }
}

/* What is not known is left out, not nought. */
static void
test_unknown (void)
{
  const double some[] = { NAN, 50, 80, NAN, NAN, NAN, 10, 20, 30 };
  const double even[] = { 50, 25, 25 }, none[] = { 0, 0, 0 };
  g_autoptr (BlAppraise) answer = bl_appraise_new (even, some, 3, 3),
                         weightless = bl_appraise_new (none, some, 3, 3);

  g_assert_cmpfloat_with_epsilon (answer->totals[0], 65, NEAR);
  g_assert_true (isnan (answer->totals[1]));
  g_assert_cmpfloat_with_epsilon (answer->totals[2], 17.5, NEAR);
  g_assert_cmpuint (answer->unknown[0], ==, 1);
  g_assert_cmpuint (answer->unknown[1], ==, 3);
  g_assert_cmpuint (answer->order[2], ==, 1); /* without a total: last */
  g_assert_cmpint (answer->second, ==, 2);
  g_assert_cmpint (weightless->first, ==, -1);
}

static void
test_functions (void)
{
  /* More is better. */
  g_assert_cmpfloat (bl_value_function (BL_VALUE_LINEAR, 25, 0, 100), ==, 25);
  g_assert_cmpfloat (bl_value_function (BL_VALUE_LINEAR, 120, 0, 100), ==, 100);
  g_assert_cmpfloat (bl_value_function (BL_VALUE_PLATEAU, 93.6, 80, 90), ==, 100);
  g_assert_cmpfloat (bl_value_function (BL_VALUE_THRESHOLD, 89.9, 80, 90), ==, 0);
  g_assert_cmpfloat (bl_value_function (BL_VALUE_THRESHOLD, 90, 80, 90), ==, 100);
  g_assert_cmpfloat (bl_value_function (BL_VALUE_CURVE, 25, 0, 100), ==, 50);
  /* Less is better: the worst is the greater. */
  g_assert_cmpfloat_with_epsilon (bl_value_function (BL_VALUE_LINEAR, 9146, 10000, 0), 8.54, NEAR);
  g_assert_cmpfloat (bl_value_function (BL_VALUE_THRESHOLD, 3, 10, 5), ==, 100);
  g_assert_true (isnan (bl_value_function (BL_VALUE_LINEAR, NAN, 0, 1)));
  g_assert_true (isnan (bl_value_function (BL_VALUE_LINEAR, 1, 1, 1)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraise/worked", test_worked);
  g_test_add_func ("/appraise/sensitivity", test_sensitivity);
  g_test_add_func ("/appraise/against-trying", test_against_trying);
  g_test_add_func ("/appraise/unknown", test_unknown);
  g_test_add_func ("/appraise/functions", test_functions);
  return g_test_run ();
}
