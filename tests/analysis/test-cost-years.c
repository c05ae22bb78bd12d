/* test-cost-years.c: discounting and net present cost against the figures of planning-content 5.6
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "cost-years.h"

static const BlCostFlow minimum[] = {
  { BL_COST_RUNNING, 0, 10, 40000000, 0 },
  { BL_COST_ONCE, 2, 2, 6000000, 0 },
};
static const BlCostFlow share[] = {
  { BL_COST_ONCE, 0, 0, 18000000, 24 }, /* fit-out, with optimism */
  { BL_COST_ONCE, 1, 1, 2500000, 0 },   /* people change */
  { BL_COST_RUNNING, 0, 0, 40000000, 0 }, { BL_COST_RUNNING, 1, 10, 35200000, 0 },
  { BL_COST_RUNNING, 1, 10, 400000, 0 }, /* income lost */
  { BL_COST_ONCE, 2, 2, -15000000, 0 },  /* receipt */
  { BL_COST_MEMO, 0, 10, 9900000, 0 },   /* kept out */
};

static void
test_factors (void)
{
  static const struct
  {
    guint year;
    double factor;
  } cases[] = { { 0, 1.000000 },  { 1, 0.966184 },  { 2, 0.933511 },  { 3, 0.901943 },  { 4, 0.871442 },
                { 5, 0.841973 },  { 6, 0.813501 },  { 7, 0.785991 },  { 8, 0.759412 },  { 9, 0.733731 },
                { 10, 0.708919 }, { 15, 0.596891 }, { 20, 0.502566 }, { 25, 0.423147 }, { 30, 0.356278 },
                { 31, 0.345901 }, { 40, 0.265105 }, { 60, 0.146782 }, { 75, 0.094214 }, { 76, 0.091916 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (bl_cost_get_factor (3.5, cases[i].year), cases[i].factor, 5.1e-7);
  g_assert_cmpfloat (bl_cost_get_factor (0, 90), ==, 1);
  g_assert_cmpfloat_with_epsilon (bl_cost_get_factor (5, 40), pow (1.05, -40),
                                  1e-15); /* no other rate has steps */
}

static void
test_worked (void)
{
  static const gint64 difference[]
      = { -223200, 19000, 254000, 44000, 44000, 44000, 44000, 44000, 44000, 44000, 44000 };
  static const gint64 running[]
      = { -223200, -204200, 49800, 93800, 137800, 181800, 225800, 269800, 313800, 357800, 401800 };
  static const gint64 discounted[] = { -22320000, 1835749, 23711172, 3968548, 3834346, 3704682,
                                       3579403,   3458360, 3341411,  3228416, 3119243 };
  static const gint64 running_discounted[] = { -22320000, -20484251, 3226921,  7195468,  11029814, 14734496,
                                               18313899,  21772259,  25113670, 28342086, 31461329 };
  g_autoptr (BlCostYears) base = bl_cost_years_new (minimum, G_N_ELEMENTS (minimum), 10, 3.5, 0);
  g_autoptr (BlCostYears) other = bl_cost_years_new (share, G_N_ELEMENTS (share), 10, 3.5, 0);
  g_autoptr (BlCostPair) pair = bl_cost_pair_new (base, other);

  g_assert_cmpuint (base->n, ==, 11);
  g_assert_cmpint (bl_cost_round (other->cash[0]), ==, 62320000);
  g_assert_cmpint (bl_cost_round (other->optimism[0]), ==, 4320000);
  g_assert_cmpint (bl_cost_round (base->net_present), ==, 378265277);
  g_assert_cmpint (bl_cost_round (other->net_present), ==, 346803948);
  for (guint i = 0; i < pair->n; i++)
    {
      g_assert_cmpint (bl_cost_round (pair->difference[i]), ==, difference[i] * 100);
      g_assert_cmpint (bl_cost_round (pair->running[i]), ==, running[i] * 100);
      g_assert_cmpint (bl_cost_round (pair->discounted[i]), ==, discounted[i]);
      g_assert_cmpint (bl_cost_round (pair->running_discounted[i]), ==, running_discounted[i]);
    }
  g_assert_cmpint (bl_cost_round (pair->net_present), ==, 31461329);
  g_assert_cmpint (bl_cost_round (pair->total), ==, 40180000);
  g_assert_cmpint (pair->pays_back, ==, 2);
  g_assert_cmpint (pair->pays_back_discounted, ==, 2);
}

static void
test_slip (void)
{
  g_autoptr (BlCostYears) base = bl_cost_years_new (minimum, G_N_ELEMENTS (minimum), 10, 3.5, 1);
  g_autoptr (BlCostYears) other = bl_cost_years_new (share, G_N_ELEMENTS (share), 10, 3.5, 1);
  g_autoptr (BlCostPair) pair = bl_cost_pair_new (base, other);

  g_assert_cmpint (bl_cost_round (base->net_present), ==, 378265277); /* nothing of it was to change */
  g_assert_cmpint (bl_cost_round (other->net_present), ==, 351055156);
  g_assert_cmpint (bl_cost_round (pair->net_present), ==, 27210121);
}

static void
test_rates (void)
{
  static const struct
  {
    double rate;
    gint64 minimum, share;
  } cases[] = { { 0, 446000000, 405820000 }, { 3, 386863689, 354283467 }, { 5, 354311574, 325989274 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlCostYears) base
          = bl_cost_years_new (minimum, G_N_ELEMENTS (minimum), 10, cases[i].rate, 0);
      g_autoptr (BlCostYears) other = bl_cost_years_new (share, G_N_ELEMENTS (share), 10, cases[i].rate, 0);

      g_assert_cmpint (bl_cost_round (base->net_present), ==, cases[i].minimum);
      g_assert_cmpint (bl_cost_round (other->net_present), ==, cases[i].share);
    }
}

static void
test_payback (void)
{
  static const BlCostFlow dear[] = { { BL_COST_ONCE, 0, 0, 100000, 0 } },
                          cheap[] = { { BL_COST_ONCE, 0, 0, -100, 0 } };
  g_autoptr (BlCostYears) none = bl_cost_years_new (NULL, 0, 3, 3.5, 0);
  g_autoptr (BlCostYears) never = bl_cost_years_new (dear, 1, 3, 3.5, 0),
                          at_once = bl_cost_years_new (cheap, 1, 3, 3.5, 0);
  g_autoptr (BlCostPair) lost = bl_cost_pair_new (none, never), won = bl_cost_pair_new (none, at_once);

  g_assert_cmpint (lost->pays_back, ==, -1);
  g_assert_cmpint (won->pays_back, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cost-years/factors", test_factors);
  g_test_add_func ("/cost-years/worked", test_worked);
  g_test_add_func ("/cost-years/slip", test_slip);
  g_test_add_func ("/cost-years/rates", test_rates);
  g_test_add_func ("/cost-years/payback", test_payback);
  return g_test_run ();
}
