/* test-scenario-compare.c: two closures side by side with today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-compare.h"

#include "scenario-fixture.h"

#include <math.h>

static const double miles[] = { BL_MILE, 2 * BL_MILE };

static const BlCompareMeasure *
find_measure (const BlScenariosCompared *comparison, const char *key)
{
  for (guint i = 0; i < comparison->n_measures; i++)
    if (g_str_equal (comparison->measures[i].key, key))
      return &comparison->measures[i];
  g_error ("no measure %s", key);
}

static void
assert_row (const BlScenariosCompared *comparison,
            const char *key,
            const char *title,
            const char *today,
            const char *first,
            const char *difference,
            int judged)
{
  const BlCompareMeasure *measure = find_measure (comparison, key);
  g_autofree char *text = bl_compare_cell_to_text (measure, &measure->today);
  g_autofree char *cell = bl_compare_cell_to_text (measure, &measure->scenarios[0]);
  g_autofree char *changed = bl_compare_cell_to_difference (measure, &measure->scenarios[0]);

  g_assert_cmpstr (measure->title, ==, title);
  g_assert_cmpstr (text, ==, today);
  g_assert_cmpstr (cell, ==, first);
  g_assert_cmpstr (changed, ==, difference);
  g_assert_cmpint (bl_compare_cell_judge (measure, &measure->scenarios[0]), ==, judged);
}

/* Mock-up 04's strip, with the figures of expected.md. */
static void
test_gosforth (void)
{
  static const char *const letters[] = { "A", "B" };
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, first = NULL, second = NULL;
  g_autoptr (BlScenario) gosforth = NULL, nothing = bl_scenario_new ("scenario-b");
  g_autoptr (BlScenariosCompared) it = NULL, one = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *finding = NULL, *alone = NULL;
  BlGroupCounts *groups[3];
  BlFacts *changed[2];
  double everyone = 0;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  gosforth = closing (facts, "Gosforth Library");
  changed[0] = first = bl_scenario_apply (facts, gosforth, NULL);
  changed[1] = second = bl_scenario_apply (facts, nothing, NULL);
  it = bl_scenario_compare (facts, changed, 2, &(BlAccessQuestion){ .limits = miles, .n_limits = 2 }, NULL,
                            NULL, groups, 3, &error);
  g_assert_no_error (error);
  assert_row (it, "moved", "Change library", "–", "23,502", NULL, 0);
  assert_row (it, "within-0", "Within a mile", "93.6%", "90.6%", "3.0 points lower", -1);
  assert_row (it, "lost-0", "Lose a library within a mile", "–", "9,146", NULL, -1);
  assert_row (it, "lost-1", "Lose a library within 2 miles", "–", "0", NULL, 0);
  assert_row (it, "within-1", "Within 2 miles", "100%", "100%", "same", 0);
  assert_row (it, "mean-distance", "Average distance", "816 m", "864 m", "47 m further", -1);
  assert_row (it, "libraries", "Libraries that count", "20", "19", "1 fewer", 0);
  assert_row (it, "hours", "Hours open a week", "464.5 (1 not known)", "441.5 (1 not known)", "23 fewer", -1);
  assert_row (it, "cost", "Running cost a year", "not known", "not known", NULL, 0);
  assert_row (it, "saving", "Saving a year", "–", "not known", NULL, 0);
  assert_row (it, "group-moved-0", "aged_60_plus: change library", "–", "11.1%", NULL, 0);
  assert_row (it, "group-moved-1", "aged_0_15: change library", "–", "8.5%", NULL, 0);
  assert_row (it, "group-moved-2", "People in deprivation deciles 1 to 2: change library", "–", "0%", NULL,
              0);
  g_assert_cmpfloat (find_measure (it, "moved")->scenarios[1].value, ==, 0);
  g_assert_cmpfloat (find_measure (it, "saving")->scenarios[1].value, ==, 0);
  finding = bl_scenarios_compared_finding (it, letters);
  g_assert_cmpstr (finding, ==, "Fewest lose a library in reach in B: 0");

  /* The difference table: Gosforth's 15 areas, most people first. */
  g_assert_cmpuint (it->n_areas, ==, 15);
  for (guint i = 0; i < it->n_areas; i++)
    {
      everyone += it->areas[i].people;
      g_assert_cmpint (it->consequences[0]->before->nearest[it->areas[i].area], ==,
                       (int) find_by_name (facts, "Gosforth Library"));
      if (i > 0)
        g_assert_cmpfloat (it->areas[i].people, <=, it->areas[i - 1].people);
    }
  g_assert_cmpfloat (everyone, ==, 23502);

  one = bl_scenario_compare (facts, changed, 1, &(BlAccessQuestion){ .limits = miles, .n_limits = 1 }, NULL,
                             NULL, NULL, 0, &error);
  alone = bl_scenarios_compared_finding (one, letters);
  g_assert_cmpstr (alone, ==, "In A 9,146 people lose a library in reach");
  clear_groups (groups);
}

/* Each kind of figure, better and worse, as words. */
static void
test_words (void)
{
  static const struct
  {
    BlCompareUnit unit;
    int better;
    double today, then;
    guint unknown;
    const char *text, *difference;
    int judged;
  } cells[] = {
    { BL_COMPARE_PERCENT, 1, 90, 90.04, 0, "90.0%", "same", 0 },
    { BL_COMPARE_METRES, -1, 816, 700, 0, "700 m", "116 m nearer", 1 },
    { BL_COMPARE_MINUTES, -1, 10, 12.5, 0, "12.5 min", "2.5 min longer", -1 },
    { BL_COMPARE_HOURS, 1, 10, 12.25, 1, "12.2 (1 not known)", "2.2 more", 1 },
    { BL_COMPARE_HOURS, 1, 10, 0, 3, "not known", NULL, 0 },
    { BL_COMPARE_POUNDS, 0, 1000, 400, 0, "£400", "£600 less", 0 },
    { BL_COMPARE_COUNT, 1, 4, 6, 0, "6", "2 more", 1 },
    { BL_COMPARE_PEOPLE, -1, 4, NAN, 0, "not known", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      BlCompareCell cell = { .value = cells[i].then, .unknown = cells[i].unknown };
      const BlCompareMeasure measure
          = { .unit = cells[i].unit, .better = cells[i].better, .today = { .value = cells[i].today } };
      g_autofree char *text = bl_compare_cell_to_text (&measure, &cell);
      g_autofree char *difference = bl_compare_cell_to_difference (&measure, &cell);

      g_assert_cmpstr (text, ==, cells[i].text);
      g_assert_cmpstr (difference, ==, cells[i].difference);
      g_assert_cmpint (bl_compare_cell_judge (&measure, &cell), ==, cells[i].judged);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-compare/gosforth", test_gosforth);
  g_test_add_func ("/scenario-compare/words", test_words);
  return g_test_run ();
}
