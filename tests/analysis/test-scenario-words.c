/* test-scenario-words.c: what a scenario does, in sentences, and whether others can take its people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-words.h"

#include "capacity.h"
#include "scenario-fixture.h"

#include <math.h>
#include <string.h>

static const double mile = BL_MILE, mile_and_half = 1.5 * BL_MILE;
static const BlAccessQuestion within_a_mile = { .limits = &mile, .n_limits = 1 };

#define assert_text(made, expected)                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *text = (made);                                                                          \
    g_assert_cmpstr (text, ==, (expected));                                                                  \
  }                                                                                                          \
  G_STMT_END

static void
test_gosforth (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  g_autoptr (BlConsequences) it = NULL, statutory = NULL, wide = NULL, young = NULL;
  BlAccessQuestion question = within_a_mile;
  BlGroupCounts *groups[3];

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  scenario = closing (facts, "Gosforth Library");
  changed = bl_scenario_apply (facts, scenario, NULL);
  it = bl_consequences_compute (facts, changed, &question, NULL, NULL, groups, 3, NULL);
  assert_text (bl_scenario_finding (facts, &question, it), "9,146 people lose a library within a mile");
  assert_text (bl_scenario_finding_groups (it, groups, 3), "Older people would lose most");
  /* 8.5% of children against 7.8% of everyone is no difference to speak of. */
  young = bl_consequences_compute (facts, changed, &question, NULL, NULL, groups + 1, 2, NULL);
  assert_text (bl_scenario_finding_groups (young, groups + 1, 2),
               "No group would lose much more than others");
  assert_text (bl_scenario_finding_groups (it, NULL, 0), NULL);
  assert_text (bl_scenario_finding_flows (changed, it), "Most would rely on independent libraries");
  assert_text (bl_scenario_words_summary (facts, &question, it),
               "23,502 people would change library. 9,146, in 6 areas, would lose one within a mile.");
  assert_text (bl_scenario_words_hours (it), "23 fewer hours a week");
  assert_text (bl_scenario_words_saving (it), "Not known: the running cost of what changes is not given");

  question.statutory = TRUE;
  statutory = bl_consequences_compute (facts, changed, &question, NULL, NULL, NULL, 0, NULL);
  assert_text (bl_scenario_words_statutory (facts, &within_a_mile, it, statutory),
               "If only statutory libraries count, 16,811 people lose one within a mile.");
  assert_text (bl_scenario_words_statutory (facts, &question, statutory, statutory), NULL);
  assert_text (bl_scenario_words_question (facts, &question),
               "within a mile, counting statutory libraries only");
  question = (BlAccessQuestion){ .limits = &mile_and_half, .n_limits = 1 };
  wide = bl_consequences_compute (facts, changed, &question, NULL, NULL, NULL, 0, NULL);
  assert_text (bl_scenario_finding (facts, &question, wide),
               "Nobody loses a library within 1.5 miles, some go further");
  assert_text (bl_scenario_words_summary (facts, &question, wide),
               "23,502 people would change library. Nobody would lose one within 1.5 miles.");
  clear_groups (groups);
}

static void
test_nothing (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlConsequences) it = NULL;
  g_autoptr (GArray) capacities = NULL;
  BlGroupCounts *groups[3];

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  /* The Lit & Phil stands beside others; the Multilingual Library is nearest to nobody. */
  bl_scenario_add_close (scenario, facts->libraries[find_by_name (facts, "The Multilingual Library")].id);
  changed = bl_scenario_apply (facts, scenario, NULL);
  it = bl_consequences_compute (facts, changed, &within_a_mile, NULL, NULL, groups, 3, NULL);
  assert_text (bl_scenario_finding (facts, &within_a_mile, it), "Nobody changes library");
  assert_text (bl_scenario_finding_groups (it, groups, 3), "Nobody changes library");
  assert_text (bl_scenario_finding_flows (changed, it), "Nobody changes library");
  assert_text (bl_scenario_words_summary (facts, &within_a_mile, it),
               "Nobody would change library. Nobody would lose one within a mile.");
  capacities = bl_capacity_compute (facts, changed, &within_a_mile, it);
  g_assert_cmpuint (capacities->len, ==, 0);
  assert_text (bl_capacity_finding (changed, capacities), "No library gets more people");
  clear_groups (groups);
}

/* A library where Dinnington's areas are (1,906 m away today) is a gain. */
static void
test_gain (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlConsequences) it = NULL;
  BlScenarioChange *change;
  BlGroupCounts *groups[3];
  int area;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  for (area = 0; area < (int) facts->n_areas; area++)
    {
      g_autoptr (BlAccess) access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);

      if (access->distance[area] > 2500)
        break;
    }
  change = bl_scenario_add_open (scenario, project, "Great Park", facts->points[area], NULL,
                                 BL_OPERATION_COUNCIL, TRUE);
  bl_record_set_money (BL_RECORD (change), "running-cost", 3000000);
  changed = bl_scenario_apply (facts, scenario, NULL);
  it = bl_consequences_compute (facts, changed, &within_a_mile, NULL, NULL, groups, 3, NULL);
  g_assert_cmpfloat (it->people[BL_EFFECT_GAINED], >, 0);
  g_assert_cmpfloat (it->people[BL_EFFECT_LOST], ==, 0);
  g_assert_cmpfloat (it->moved_extra_distance, <, 0);
  assert_text (bl_scenario_words_saving (it), "Costs £30,000 a year more");
  {
    g_autofree char *finding = bl_scenario_finding (facts, &within_a_mile, it);
    g_autofree char *groups_finding = bl_scenario_finding_groups (it, groups, 3);
    g_autofree char *flows = bl_scenario_finding_flows (changed, it);

    g_assert_true (g_str_has_suffix (finding, " people gain a library within a mile"));
    g_assert_nonnull (strstr (groups_finding, "gain"));
    g_assert_true (g_str_has_prefix (flows, "All would go to Great Park: "));
  }
  clear_groups (groups);
}

/* Two libraries change places: some come nearer, some go further. */
static void
test_both (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  g_autoptr (BlConsequences) it = NULL;
  BlGroupCounts *groups[3];
  guint area = 0;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  scenario = closing (facts, "Gosforth Library");
  {
    g_autoptr (BlAccess) access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);

    while (access->distance[area] <= 2500)
      area++;
  }
  bl_scenario_add_open (scenario, project, "Great Park", facts->points[area], NULL, BL_OPERATION_COUNCIL,
                        TRUE);
  changed = bl_scenario_apply (facts, scenario, NULL);
  it = bl_consequences_compute (facts, changed, &within_a_mile, NULL, NULL, groups, 3, NULL);
  g_assert_cmpfloat (it->people[BL_EFFECT_LOST], >, 0);
  g_assert_cmpfloat (it->people[BL_EFFECT_GAINED], >, 0);
  assert_text (bl_scenario_finding_groups (it, groups, 1), "Older people would change library most");
  clear_groups (groups);
}

/* Jesmond's 16,004 people and the 9,365 who would come (expected.md), and made-up
 * hours and visits: 30 hours for 16,004 is 1.8745 for each 1,000, for 25,369 it is 1.1825. */
static void
test_capacity (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL, known = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  g_autoptr (BlConsequences) it = NULL;
  g_autoptr (GArray) capacities = NULL, more = NULL;
  const BlCapacity *jesmond;
  guint at, gosforth;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  at = find_by_name (facts, "Jesmond Library");
  gosforth = find_by_name (facts, "Gosforth Library");
  scenario = closing (facts, "Gosforth Library");
  changed = bl_scenario_apply (facts, scenario, NULL);
  it = bl_consequences_compute (facts, changed, &within_a_mile, NULL, NULL, NULL, 0, NULL);
  known = bl_facts_copy_with_libraries (facts, 0);
  known->libraries[at].week_hours = 30;
  known->libraries[at].visits = 40000;
  known->libraries[at].floor_area = 200;
  known->libraries[gosforth].visits = 94008; /* 4 for each of its 23,502 people */
  g_clear_pointer (&changed, bl_facts_unref);
  changed = bl_scenario_apply (known, scenario, NULL);
  capacities = bl_capacity_compute (known, changed, &within_a_mile, it);
  g_assert_cmpuint (capacities->len, ==, 3);
  g_assert_cmpstr (changed->libraries[g_array_index (capacities, BlCapacity, 0).library].name, ==,
                   "Fawdon Partnership Library");
  jesmond = &g_array_index (capacities, BlCapacity, 1);
  g_assert_cmpuint (jesmond->library, ==, at);
  g_assert_cmpfloat (jesmond->coming, ==, 9365);
  g_assert_cmpfloat (jesmond->people_before, ==, 16004);
  g_assert_cmpfloat (jesmond->people_after, ==, 25369);
  g_assert_cmpfloat_with_epsilon (jesmond->hours_per_1000_before, 1.8745, 0.0001);
  g_assert_cmpfloat_with_epsilon (jesmond->hours_per_1000_after, 1.1825, 0.0001);
  g_assert_cmpfloat_with_epsilon (jesmond->visits_after, 40000 + 4 * 9365, 0.0001);
  g_assert_cmpfloat_with_epsilon (jesmond->visits_per_hour_after, (40000 + 4 * 9365) / (30.0 * 52), 0.0001);
  g_assert_true (jesmond->area_beyond_any); /* the only library whose floor area is known */
  g_assert_false (jesmond->statutory);
  assert_text (
      bl_capacity_sentence (changed, jesmond),
      "Jesmond would be nearest to 25,369 people instead of 16,004, 59% more. Hours open a week for each "
      "1,000 "
      "people: 1.2, now 1.9. Square metres for each 1,000 people: 7.9, now 12.5. That is less than at any "
      "library now. Visits a year, if people go as often as now: 77,460, now 40,000.");
  g_assert_true (isnan (g_array_index (capacities, BlCapacity, 0).visits_after));
}

static void
test_pounds (void)
{
  assert_text (bl_scenario_words_pounds (92000), "£92,000");
  assert_text (bl_scenario_words_pounds (-1499.6), "−£1,500");
  assert_text (bl_scenario_words_pounds (-0.2), "£0");
  assert_text (bl_scenario_words_pounds (NAN), "not known");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-words/gosforth", test_gosforth);
  g_test_add_func ("/scenario-words/nothing", test_nothing);
  g_test_add_func ("/scenario-words/gain", test_gain);
  g_test_add_func ("/scenario-words/both", test_both);
  g_test_add_func ("/scenario-words/capacity", test_capacity);
  g_test_add_func ("/scenario-words/pounds", test_pounds);
  return g_test_run ();
}
