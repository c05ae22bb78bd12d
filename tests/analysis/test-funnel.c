/* test-funnel.c: funnels as worked in the reference on indicators, 5.6
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "funnel.h"

/* Somerset, Dorset, Norfolk, Worcestershire, Devon, West Sussex, Derbyshire, Staffordshire, Wiltshire, North Somerset,
 * Cheshire West and Chester, Lincolnshire: active users under 12, of all. */
static const double users_u12[] = { 18251, 7460, 35589, 11025, 28493, 46932, 21964, 17369, 18194, 7712, 13725, 12483 };
static const double users[] = { 70478, 26493, 144487, 46426, 120371, 145312, 77253, 59967, 50434, 27658, 45182, 43553 };

/* Somerset and its first 15 neighbours, less Gloucestershire: events in person, people. */
static const double events[] = { 7538, 7009, 7076, 986, 3972, 12491, 9265, 15435, 11101, 8290, 12250, 9154, 6739, 3389, 9031 };
static const double people[] = { 588328, 389947, 940359, 191047, 332455, 786231, 621360, 1639029,
                                 842313, 915037, 822377, 907153, 523700, 224578, 371652 };

static void
test_proportion (void)
{
  static const double z[] = { -11.81, 0.97, -27.63, -19.91, -32.65, 37.45, 3.35, 5.86, 40.98, -0.03, 11.78, 3.59 };
  static const double low998[] = { 27.37, 27.04, 27.53, 27.25, 27.49, 27.53, 27.39, 27.33, 27.27, 27.06, 27.24, 27.23 };
  static const double high95[] = { 34.72, 34.74, 34.72, 34.73, 34.72, 34.72, 34.72, 34.73, 34.73, 34.74, 34.73, 34.73 };
  g_autoptr (BlFunnel) funnel = bl_funnel_new (users_u12, users, G_N_ELEMENTS (users), TRUE);

  g_assert_cmpfloat_with_epsilon (100 * funnel->centre, 27.891, 0.0005);
  g_assert_cmpfloat_with_epsilon (funnel->dispersion, 384.24, 0.005);
  g_assert_cmpfloat_with_epsilon (funnel->between, 0.00121244, 5e-9);
  g_assert_cmpfloat_with_epsilon (funnel->pulled_low, -26.857, 0.0005);
  g_assert_cmpfloat_with_epsilon (funnel->pulled_high, 34.888, 0.0005);
  g_assert_cmpfloat_with_epsilon (100 * funnel->points[0].error, 0.169, 0.0005);
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      BlFunnelLimits plain = bl_funnel_get_limits (funnel, users[i], BL_FUNNEL_PLAIN);
      BlFunnelLimits wide = bl_funnel_get_limits (funnel, users[i], BL_FUNNEL_ADDITIVE);

      g_assert_cmpfloat_with_epsilon (funnel->points[i].z, z[i], 0.0051);
      g_assert_cmpfloat_with_epsilon (100 * plain.low998, low998[i], 0.0051);
      g_assert_cmpfloat_with_epsilon (100 * wide.high95, high95[i], 0.0051);
      g_assert_cmpint (funnel->points[i].value > wide.high95 || funnel->points[i].value < wide.low95, ==, i == 8);
      g_assert_cmpfloat (funnel->points[i].value, <, wide.high998);
    }
}

static void
test_rate (void)
{
  g_autoptr (BlFunnel) funnel = bl_funnel_new (events, people, G_N_ELEMENTS (people), FALSE);
  BlFunnelLimits chester, hereford, somerset;
  guint plain_out = 0, wide_out = 0;

  g_assert_cmpfloat_with_epsilon (1000 * funnel->centre, 12.2555, 0.00005);
  g_assert_cmpfloat_with_epsilon (funnel->dispersion, 509.0, 0.05);
  g_assert_cmpfloat_with_epsilon (funnel->between, 1.01181e-5, 5e-11);
  g_assert_cmpfloat_with_epsilon (funnel->pulled_low, -30.90, 0.0051);
  g_assert_cmpfloat_with_epsilon (funnel->pulled_high, 30.99, 0.0051);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      BlFunnelLimits plain = bl_funnel_get_limits (funnel, people[i], BL_FUNNEL_PLAIN);
      BlFunnelLimits wide = bl_funnel_get_limits (funnel, people[i], BL_FUNNEL_ADDITIVE);

      plain_out += funnel->points[i].value < plain.low998 || funnel->points[i].value > plain.high998;
      wide_out += funnel->points[i].value < wide.low95 || funnel->points[i].value > wide.high95;
    }
  g_assert_cmpuint (plain_out, ==, 14);
  g_assert_cmpuint (wide_out, ==, 2);
  somerset = bl_funnel_get_limits (funnel, people[0], BL_FUNNEL_PLAIN);
  g_assert_cmpfloat_with_epsilon (1000 * somerset.low998, 11.81, 0.0051);
  g_assert_cmpfloat_with_epsilon (1000 * somerset.high998, 12.70, 0.0051);
  hereford = bl_funnel_get_limits (funnel, people[3], BL_FUNNEL_MULTIPLICATIVE);
  g_assert_cmpfloat_with_epsilon (1000 * hereford.low95, 1.06, 0.0051);
  g_assert_cmpfloat_with_epsilon (1000 * hereford.high95, 23.46, 0.0051);
  chester = bl_funnel_get_limits (funnel, people[14], BL_FUNNEL_ADDITIVE);
  g_assert_cmpfloat_with_epsilon (1000 * chester.low998, 2.41, 0.0051);
  g_assert_cmpfloat_with_epsilon (1000 * chester.high998, 22.10, 0.0051);
}

/* The two small illustrations. */
static void
test_small (void)
{
  static const double shares[] = { 0.001, 0.025, 0.975, 0.999 };
  static const double of_40[] = { 0.0495, 0.1082, 0.3771, 0.4656 }, of_six[] = { -0.597, 1.171, 10.782, 14.449 };
  BlFunnel proportion = { .proportion = TRUE, .centre = 0.25 }, rate = { .centre = 0.01 };
  BlFunnelLimits limits = bl_funnel_get_limits (&proportion, 40, BL_FUNNEL_PLAIN);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (bl_funnel_exact (TRUE, 0.25, 40, shares[i]) / 40, of_40[i], 0.00005);
      g_assert_cmpfloat_with_epsilon (bl_funnel_exact (FALSE, 0.01, 600, shares[i]), of_six[i], 0.0005);
    }
  g_assert_cmpfloat_with_epsilon (limits.low95, 0.1082, 0.00005);
  limits = bl_funnel_get_limits (&proportion, 40, BL_FUNNEL_ADDITIVE);
  g_assert_cmpfloat_with_epsilon (limits.low998, 0.0384, 0.00005);
  g_assert_cmpfloat_with_epsilon (limits.high95, 0.3842, 0.00005);
  limits = bl_funnel_get_limits (&rate, 600, BL_FUNNEL_PLAIN);
  g_assert_cmpfloat (limits.low998, ==, 0);
  g_assert_cmpfloat_with_epsilon (limits.high998, 14.449 / 600, 1e-6);
}

/* Nothing, nobody, everybody, and figures that cannot be. */
static void
test_bad (void)
{
  const double counts[] = { NAN, 5, 5, -1 }, sizes[] = { 10, 0, NAN, 10 }, none[] = { 0, 0 }, all[] = { 10, 15 }, ten[] = { 10, 15 };
  g_autoptr (BlFunnel) empty = bl_funnel_new (NULL, NULL, 0, TRUE), bad = bl_funnel_new (counts, sizes, 4, FALSE);
  g_autoptr (BlFunnel) nobody = bl_funnel_new (none, ten, 2, FALSE), everybody = bl_funnel_new (all, ten, 2, TRUE);

  g_assert_true (isnan (empty->centre));
  g_assert_cmpuint (bad->used, ==, 0);
  g_assert_true (isnan (bl_funnel_get_limits (bad, 10, BL_FUNNEL_ADDITIVE).low95));
  g_assert_cmpfloat (nobody->centre, ==, 0);
  g_assert_cmpfloat (nobody->between, ==, 0);
  g_assert_cmpfloat (bl_funnel_get_limits (nobody, 10, BL_FUNNEL_PLAIN).high998, ==, 0);
  g_assert_cmpfloat (bl_funnel_get_limits (everybody, 10, BL_FUNNEL_PLAIN).low998, ==, 1);
  g_assert_true (isnan (bl_funnel_get_limits (everybody, 0, BL_FUNNEL_PLAIN).low998));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funnel/proportion", test_proportion);
  g_test_add_func ("/funnel/rate", test_rate);
  g_test_add_func ("/funnel/small", test_small);
  g_test_add_func ("/funnel/bad", test_bad);
  return g_test_run ();
}
