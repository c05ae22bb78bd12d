/* test-overview-figures.c: what the overview says, before it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "library-filter.h"
#include "overview-figures.h"
#include "text.h"

static guint32
day (const char *iso)
{
  guint32 julian;

  g_assert_true (bl_text_to_date (iso, &julian));
  return julian;
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text, *day; /* NULL: no date */
  } cases[] = {
    { "mid-2019", "2019-06-30" },
    { "2019", "2019-06-30" },
    { "IMD 2019", "2019-06-30" },
    { "31 December 2023", "2023-12-31" },
    { "2023-04-17", "2023-04-17" },
    { "2018 to 2021", "2021-06-30" },
    { "32 December 2023", "2023-06-30" },
    { "some time", NULL },
    { "20190", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 julian;

      g_assert_cmpint (bl_overview_parse_date (cases[i].text, &julian), ==, cases[i].day != NULL);
      if (cases[i].day != NULL)
        g_assert_cmpuint (julian, ==, day (cases[i].day));
    }
}

static const BlOverviewOld *
find_old (GPtrArray *old, const char *value)
{
  for (guint i = 0; i < old->len; i++)
    if (g_strcmp0 (((BlOverviewOld *) g_ptr_array_index (old, i))->value, value) == 0)
      return g_ptr_array_index (old, i);
  return NULL;
}

static void
test_old (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlFacts *facts = bl_session_get_facts (session);
  g_autoptr (GPtrArray) early = bl_overview_find_old (facts, day ("2020-01-01"));
  g_autoptr (GPtrArray) between = bl_overview_find_old (facts, day ("2025-10-29"));
  g_autoptr (GPtrArray) late = bl_overview_find_old (facts, day ("2026-04-17"));

  /* At the start of 2020 there was no newer population than mid-2018, no newer
   * index; two newer estimates than mid-2015. */
  g_assert_null (find_old (early, "population"));
  g_assert_null (find_old (early, "imd_decile"));
  g_assert_nonnull (find_old (early, "aged_0_15"));
  /* The index of 2025 came out on 30 October. */
  g_assert_null (find_old (between, "imd_decile"));
  g_assert_cmpuint (find_old (between, "population")->years, ==, 6);
  g_assert_nonnull (find_old (late, "imd_decile"));
  g_assert_cmpuint (find_old (late, "aged_0_15")->years, ==, 10);
  /* The bands of one estimate are one. */
  g_assert_true (g_str_has_prefix (find_old (late, "aged_0_15")->title, "Children aged 0 to 15 and "));
  g_assert_true (g_str_has_suffix (find_old (late, "aged_0_15")->title, ", mid-2015"));
  g_assert_null (find_old (late, "aged_60_plus"));
  /* A rank and its decile are one; a title that has the year is not given it twice. */
  g_assert_null (find_old (late, "imd_rank"));
  g_assert_true (g_str_has_suffix (find_old (late, "imd_decile")->title, "(IMD 2019)"));
  /* The list of libraries of December 2023. */
  g_assert_cmpuint (find_old (late, NULL)->years, ==, 2);
  /* Oldest first. */
  for (guint i = 1; i < late->len; i++)
    g_assert_cmpuint (((BlOverviewOld *) g_ptr_array_index (late, i - 1))->years, >=,
                      ((BlOverviewOld *) g_ptr_array_index (late, i))->years);
}

static const BlOverviewStep *
find_step (GPtrArray *steps, const char *start)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_str_has_prefix (((BlOverviewStep *) g_ptr_array_index (steps, i))->title, start))
      return g_ptr_array_index (steps, i);
  return NULL;
}

static void
test_steps (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) empty = bl_app_fixture_empty (context), small = bl_app_fixture_small (context),
                        newcastle = bl_app_fixture_newcastle (context);
  g_autoptr (BlOverviewFigures) none = bl_overview_figures_new (empty), some = bl_overview_figures_new (small),
                                most = bl_overview_figures_new (newcastle);

  g_assert_nonnull (find_step (none->steps, "Add the libraries"));
  g_assert_nonnull (find_step (none->steps, "Add the small areas"));
  g_assert_null (find_step (none->steps, "Add outlines"));
  g_assert_nonnull (none->all->lacks);
  g_assert_null (none->access);

  /* Two open libraries without hours or cost; sources of libraries, areas,
   * points and people not named. */
  g_assert_cmpstr (find_step (some->steps, "Add opening hours")->title, ==, "Add opening hours for 2 libraries");
  g_assert_cmpint (find_step (some->steps, "Add opening hours")->library_state, ==, BL_LIBRARY_STATE_NO_HOURS);
  g_assert_cmpuint (bl_library_filter_count (small, BL_LIBRARY_STATE_NO_HOURS), ==, 2);
  g_assert_nonnull (find_step (some->steps, "Name the sources"));
  g_assert_cmpfloat (some->all->within_mile, ==, 600);
  g_assert_cmpfloat (some->statutory->within_mile, ==, 300);

  /* One library of Newcastle has no hours (Dinnington), none a running cost. */
  g_assert_cmpstr (find_step (most->steps, "Add opening hours")->title, ==, "Add opening hours for 1 library");
  g_assert_cmpstr (find_step (most->steps, "Add running costs")->title, ==, "Add running costs for 20 libraries");
  g_assert_null (find_step (most->steps, "Name the source"));
}

/* The page of figures computed apart from the product, method A. */
static void
test_newcastle (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  g_autoptr (BlOverviewFigures) figures = bl_overview_figures_new (session);
  g_autofree char *parts = bl_overview_figures_describe_parts (figures);

  g_assert_cmpuint (figures->all->open, ==, 20);
  g_assert_cmpuint (figures->all->statutory, ==, 14);
  g_assert_cmpfloat (figures->all->people, ==, 302820);
  g_assert_cmpfloat_with_epsilon (figures->all->percent_within_mile, 93.648, 0.0005);
  g_assert_cmpfloat_with_epsilon (figures->statutory->percent_within_mile, 91.9, 0.0005);
  g_assert_cmpfloat_with_epsilon (figures->all->deprived.percent, 96.749, 0.0005);
  g_assert_cmpfloat (figures->all->deprived.people, ==, 113969);
  g_assert_cmpfloat (figures->all->beyond_mile, ==, 19235);
  g_assert_cmpstr (figures->population_date, ==, "mid-2019");
  /* On the map, people and sources are whole; hours of one, costs, outlines are not. */
  g_assert_cmpstr (parts, ==, "3 of 6 parts of the evidence are complete");
  g_assert_cmpstr (figures->parts[1].note, ==, "19 of 20 libraries");
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/overview-figures/dates", test_dates);
  g_test_add_func ("/overview-figures/old", test_old);
  g_test_add_func ("/overview-figures/steps", test_steps);
  g_test_add_func ("/overview-figures/newcastle", test_newcastle);
  return g_test_run ();
}
