/* test-two-way.c: two values at once, in thirds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "two-way.h"

#include <math.h>

/* Nine areas, one in each pair of thirds, by hand; low deciles are the most. */
static void
test_nine (void)
{
  const double deciles[] = { 9, 5, 1, 10, 6, 2, 8, 4, 1 };
  const double members[] = { 10, 12, 11, 20, 22, 25, 90, 80, 99 };
  const double people[] = { 1, 2, 4, 8, 16, 32, 64, 128, NAN };
  BlFacts facts = { .n_areas = 9, .population = people };
  BlClassFigures first = { .kind = BL_VALUE_KIND_DECILE, .numbers = deciles };
  BlClassFigures second = { .kind = BL_VALUE_KIND_COUNT, .numbers = members };
  g_autoptr (BlTwoWay) both = bl_two_way_new (&facts, &first, &second);
  g_autofree char *finding = bl_two_way_finding (both, "Deprivation", "Members");

  for (int i = 0; i < 9; i++)
    {
      g_assert_cmpint (both->by_area[i], ==, i);
      g_assert_cmpuint (both->areas[i], ==, 1);
      g_assert_cmpfloat (both->people[i], ==, i < 8 ? 1 << i : 0);
    }
  g_assert_cmpstr (both->first_labels[0], ==, "8–10");
  g_assert_cmpstr (both->first_labels[2], ==, "1–2");
  g_assert_cmpstr (both->second_labels[0], ==, "10–12");
  g_assert_cmpstr (both->second_labels[2], ==, "80–99");
  g_assert_cmpstr (finding, ==, "4 people live where “Deprivation” is high and “Members” low");
}

static void
test_missing (void)
{
  const double need[] = { 1, 2, 3, NAN, 5 };
  const double use[] = { 10, NAN, 30, 40, NAN };
  const guint8 few[] = { 0, 0, 0, 0, 1 };
  BlFacts facts = { .n_areas = 5 };
  BlClassFigures first = { .kind = BL_VALUE_KIND_RATE, .numbers = need };
  BlClassFigures second = { .kind = BL_VALUE_KIND_COUNT, .numbers = use, .few = few };
  g_autoptr (BlTwoWay) both = bl_two_way_new (&facts, &first, &second);

  g_assert_cmpint (both->by_area[1], ==, BL_CLASS_NONE);
  g_assert_cmpint (both->by_area[3], ==, BL_CLASS_NONE);
  g_assert_cmpint (both->by_area[4], ==, BL_CLASS_FEW);
  g_assert_cmpuint (both->unknown, ==, 2);
  g_assert_cmpuint (both->few, ==, 1);
  g_assert_true (isnan (both->people[0]));
}

/* Equal figures stay together: two groups are the ends, one is the middle. */
static void
test_ties (void)
{
  const double need[] = { 0, 0, 0, 7 }, use[] = { 5, 5, 5, 5 };
  BlFacts facts = { .n_areas = 4 };
  BlClassFigures first = { .kind = BL_VALUE_KIND_COUNT, .numbers = need };
  BlClassFigures second = { .kind = BL_VALUE_KIND_COUNT, .numbers = use };
  g_autoptr (BlTwoWay) both = bl_two_way_new (&facts, &first, &second);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (both->by_area[i], ==, both->by_area[0]);
  g_assert_cmpint (both->by_area[0] / 3, ==, 1);
  g_assert_null (both->second_labels[0]);
  g_assert_cmpstr (both->second_labels[1], ==, "5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/two-way/nine", test_nine);
  g_test_add_func ("/analysis/two-way/missing", test_missing);
  g_test_add_func ("/analysis/two-way/ties", test_ties);
  return g_test_run ();
}
