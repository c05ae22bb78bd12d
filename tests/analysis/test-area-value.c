/* test-area-value.c: figures that follow from others, by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-value.h"

#include <math.h>

#include "published.h"

#define N 5

/* Five areas, two columns of members: 3 and 4, each too few to be given, so 1 to 4 twice;
 * 2 alone; one that was not given; nobody; 40 with one more not given. */
static double people[N] = { 100, 100, 100, 100, 400 };
static double first[N] = { 3, 2, NAN, NAN, 40 }, second[N] = { 4, NAN, NAN, NAN, NAN };
static double withheld[N] = { NAN, NAN, 1, NAN, 1 };

static BlFacts *
make_facts (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("values");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);

  return bl_facts_new (project);
}

static void
fill (BlFacts *facts, BlFactsUse *use)
{
  facts->n_areas = N;
  facts->population = people;
  facts->n_uses = 1;
  g_free (facts->uses); /* what the project had: nothing */
  facts->uses = use;
}

static void
empty (BlFacts *facts)
{
  facts->n_areas = facts->n_uses = 0;
  facts->population = NULL;
  facts->uses = NULL;
}

static void
assert_texts (const BlAreaValue *value, const char *const *texts)
{
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *text = bl_area_value_to_text (value, i);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_use (void)
{
  static const char *const counts[N] = { "2 to 8", "fewer than 5", "fewer than 5", "0", "41 to 44" };
  static const char *const percents[N] = { "2.0% to 8.0%", "fewer than 5", "fewer than 5", "0%", "10.2% to 11.0%" };
  BlFactsUse use = { .name = "members", .title = "Members", .what = "members", .suppressed_below = 5, .n_columns = 2 };
  g_autoptr (BlFacts) facts = make_facts ();
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;
  BlAreaValue *count, *share;
  BlClassFigures figures;
  BlClasses *classes;

  use.columns = g_malloc0 (2 * sizeof *use.columns);
  use.columns[0].counts = first;
  use.columns[0].suppressed = withheld;
  use.columns[1].counts = second;
  fill (facts, &use);
  offers = bl_area_value_offers (facts, NULL);
  g_assert_cmpuint (offers->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (offers, 0), ==, "use:members");

  count = bl_area_value_new (facts, "use:members", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (count->title, ==, "Members");
  assert_texts (count, counts);
  figures = bl_area_value_get_figures (count);
  classes = bl_classes_new_by (facts, &figures, NULL);
  g_assert_cmpuint (classes->few, ==, 2);
  g_assert_cmpuint (classes->unknown, ==, 0);
  bl_classes_free (classes);
  bl_area_value_free (count);

  share = bl_area_value_new (facts, "penetration:members", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (share->title, ==, "Members per 100 people");
  assert_texts (share, percents);
  bl_area_value_free (share);

  g_assert_null (bl_area_value_new (facts, "use:loans", NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  empty (facts);
  g_free (use.columns);
}

/* Of Newcastle: distance as access says, shares and visits over the people of a catchment. */
static void
test_newcastle (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (BlAreaValue) distance = NULL;
  g_autoptr (BlAreaValue) minutes = NULL;
  g_autoptr (BlAreaValue) value = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;
  BlAccessQuestion question = { 0 };

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  access = bl_access_compute (facts, &question, &error);
  g_assert_no_error (error);
  distance = bl_area_value_new (facts, "distance", access, &error);
  minutes = bl_area_value_new (facts, "minutes", access, &error);
  value = bl_area_value_new (facts, "imd_decile", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value->value, ==, bl_facts_find_value (facts, "imd_decile"));
  for (guint i = 0; i < facts->n_areas; i++)
    {
      g_assert_cmpfloat (distance->numbers[i], ==, access->distance[i]);
      /* 4.8 km/h is 80 m a minute. */
      g_assert_cmpfloat_with_epsilon (minutes->numbers[i], access->distance[i] / 80, 1e-9);
    }
  offers = bl_area_value_offers (facts, access);
  g_assert_cmpstr (g_ptr_array_index (offers, 0), ==, "distance");

  g_assert_null (bl_area_value_new (facts, "minutes", NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_clear_error (&error);
  g_assert_null (bl_area_value_new (facts, "no such thing", access, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_clear_error (&error);
  g_assert_null (bl_area_value_new (facts, "share:imd_decile", access, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/area-value/use", test_use);
  g_test_add_func ("/analysis/area-value/newcastle", test_newcastle);
  return g_test_run ();
}
