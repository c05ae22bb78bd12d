/* test-survive.c: whether the answer about Gosforth survives other ways of counting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "survive.h"

#include "scenario-fixture.h"

static const double mile = BL_MILE, mile_and_half = 1.5 * BL_MILE, far = 5000;
static const BlAccessQuestion within_a_mile = { .limits = &mile, .n_limits = 1 };

/* mockups/README.md, section 7, the tests in a straight line. */
static void
test_gosforth (void)
{
  static const struct
  {
    const char *title;
    double lost;
  } expected[] = {
    { "1 mile", 9146 },
    { "1,200 m", 12675 },
    { "960 m (15 minutes’ walk 20% slower)", 11076 },
    { "1,440 m (15 minutes’ walk 20% faster)", 10786 },
    { "1.5 miles", 0 },
    { "2 miles", 0 },
    { "1 mile counting statutory libraries only", 16811 },
    { "1.5 miles counting statutory libraries only", 8427 },
    { "2 miles counting statutory libraries only", 0 },
    { "1 mile counting neighbouring services too", 6192 },
  };
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  g_autoptr (BlSurvive) survive = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *finding = NULL, *sentence = NULL, *first = NULL, *fifth = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  scenario = closing (facts, "Gosforth Library");
  changed = bl_scenario_apply (facts, scenario, NULL);
  survive = bl_survive_compute (facts, &changed, 1, &within_a_mile, NULL, 0, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (survive->n_tests, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < survive->n_tests; i++)
    {
      g_assert_cmpstr (survive->tests[i].title, ==, expected[i].title);
      g_assert_cmpfloat (survive->tests[i].lost[0], ==, expected[i].lost);
      g_assert_cmpint (survive->tests[i].same, ==, expected[i].lost > 0);
    }
  g_assert_cmpuint (survive->n_same, ==, 7);
  finding = bl_survive_finding (survive);
  sentence = bl_survive_sentence (survive);
  first = bl_survive_test_sentence (survive, 0);
  fifth = bl_survive_test_sentence (survive, 4);
  g_assert_cmpstr (finding, ==, "Same answer in 7 of 10 tests");
  g_assert_cmpstr (
      sentence, ==,
      "“Some people lose a library in reach.” It differs at 1.5 miles, at 2 miles and at 2 miles counting "
      "statutory libraries only.");
  g_assert_cmpstr (first, ==, "At 1 mile 9,146 people lose a library.");
  g_assert_cmpstr (fifth, ==, "At 1.5 miles nobody loses a library.");
}

/* What is asked is what the others are held against, and a test itself. */
static void
test_asked (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  g_autoptr (BlSurvive) wide = NULL, own = NULL;
  g_autofree char *sentence = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  scenario = closing (facts, "Gosforth Library");
  changed = bl_scenario_apply (facts, scenario, NULL);
  wide = bl_survive_compute (facts, &changed, 1,
                             &(BlAccessQuestion){ .limits = &mile_and_half, .n_limits = 1 }, NULL, 0, NULL, 0,
                             NULL, NULL);
  g_assert_cmpuint (wide->asked, ==, 4);
  g_assert_cmpuint (wide->n_same, ==, 3);
  sentence = bl_survive_sentence (wide);
  g_assert_cmpstr (
      sentence, ==,
      "“Nobody loses a library in reach.” It is the same only at 1.5 miles, at 2 miles and at 2 miles "
      "counting statutory libraries only.");
  own = bl_survive_compute (facts, &changed, 1, &(BlAccessQuestion){ .limits = &far, .n_limits = 1 }, NULL, 0,
                            NULL, 0, NULL, NULL);
  g_assert_cmpuint (own->n_tests, ==, 11);
  g_assert_cmpuint (own->asked, ==, 10);
  g_assert_cmpstr (own->tests[10].title, ==, "5,000 m");
  g_assert_true (own->tests[10].same);
}

/* All 32 of Somerset's are statutory: counting those only is no other test. Minehead's answer
 * holds in all; the order of two scenarios in all but one (published in expected.md: 12,087 lose at both
 * miles). */
static void
test_somerset (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_somerset);
  g_autoptr (BlFacts) facts = NULL, minehead = NULL, porlock = NULL;
  g_autoptr (BlScenario) first = NULL, second = NULL;
  g_autoptr (BlSurvive) one = NULL, two = NULL;
  g_autofree char *finding = NULL, *sentence = NULL, *both = NULL;
  BlFacts *changed[2];

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  first = closing (facts, "Minehead");
  second = closing (facts, "Porlock");
  changed[0] = minehead = bl_scenario_apply (facts, first, NULL);
  changed[1] = porlock = bl_scenario_apply (facts, second, NULL);
  one = bl_survive_compute (facts, changed, 1, &within_a_mile, NULL, 0, NULL, 0, NULL, NULL);
  g_assert_cmpuint (one->n_tests, ==, 7);
  g_assert_cmpuint (one->n_same, ==, 7);
  finding = bl_survive_finding (one);
  sentence = bl_survive_sentence (one);
  g_assert_cmpstr (finding, ==, "Same answer in 7 of 7 tests");
  g_assert_cmpstr (sentence, ==, "“Some people lose a library in reach.” It is the same in every test.");
  two = bl_survive_compute (facts, changed, 2, &within_a_mile, NULL, 0, NULL, 0, NULL, NULL);
  g_assert_cmpfloat (two->tests[0].lost[0], ==, 12087);
  g_assert_cmpfloat (two->tests[0].lost[1], ==, 1988); /* all of Porlock's one area, at 339.3 m */
  g_assert_cmpuint (two->n_same, ==, 7);
  both = bl_survive_finding (two);
  g_assert_cmpstr (both, ==, "Same order in 7 of 7 tests");
}

/* Weights: whom one counts. Nobody in deciles 1 to 2 loses anything by either. */
static void
test_weights (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, gosforth = NULL, fenham = NULL;
  g_autoptr (BlScenario) first = NULL, second = NULL;
  g_autoptr (BlSurvive) survive = NULL;
  BlGroupCounts *groups[3];
  BlFacts *changed[2];

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  first = closing (facts, "Gosforth Library");
  second = closing (facts, "Jesmond Library");
  changed[0] = gosforth = bl_scenario_apply (facts, first, NULL);
  changed[1] = fenham = bl_scenario_apply (facts, second, NULL);
  survive = bl_survive_compute (facts, changed, 2, &within_a_mile, NULL, 0, groups, 3, NULL, NULL);
  g_assert_cmpuint (survive->n_tests, ==, 13);
  g_assert_cmpstr (survive->tests[12].title, ==, "1 mile for “People in deprivation deciles 1 to 2” only");
  g_assert_cmpfloat (survive->tests[10].lost[0], ==, 2328);
  g_assert_cmpfloat (survive->tests[11].lost[0], ==, 1669);
  g_assert_cmpfloat (survive->tests[12].lost[0], ==, 0);
  clear_groups (groups);
}

static void
test_stopped (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  g_cancellable_cancel (cancellable);
  g_assert_null (
      bl_survive_compute (facts, &facts, 1, &within_a_mile, NULL, 0, NULL, 0, cancellable, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survive/gosforth", test_gosforth);
  g_test_add_func ("/survive/asked", test_asked);
  g_test_add_func ("/survive/somerset", test_somerset);
  g_test_add_func ("/survive/weights", test_weights);
  g_test_add_func ("/survive/stopped", test_stopped);
  return g_test_run ();
}
