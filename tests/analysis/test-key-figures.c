/* test-key-figures.c: the figures of two services, and how they are said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-figures.h"
#include "findings.h"

#include "published.h"

static void
assert_finding (char *finding, const char *expected)
{
  g_auto (GStrv) words = NULL;

  g_assert_cmpstr (finding, ==, expected);
  if (finding != NULL)
    {
      words = g_strsplit (finding, " ", -1);
      g_assert_cmpuint (g_strv_length (words), <=, 10);
    }
  g_free (finding);
}

/* From expected.md and section 7 of the mock-ups. */
static void
test_newcastle (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlKeyFigures) figures = NULL, statutory = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  figures = bl_key_figures_compute (facts, NULL);
  g_assert_cmpint (figures->year, ==, 2023);
  g_assert_cmpuint (figures->open, ==, 20);
  g_assert_cmpuint (figures->statutory, ==, 14);
  g_assert_cmpuint (figures->not_open, ==, 1);
  g_assert_cmpuint (figures->by_operation[BL_OPERATION_COUNCIL], ==, 12);
  g_assert_cmpuint (figures->by_operation[BL_OPERATION_COMMISSIONED], ==, 1);
  g_assert_cmpuint (figures->by_operation[BL_OPERATION_COMMUNITY], ==, 1);
  g_assert_cmpuint (figures->by_operation[BL_OPERATION_INDEPENDENT], ==, 6);
  g_assert_cmpuint (figures->statutory_by_operation[BL_OPERATION_INDEPENDENT], ==, 0);
  g_assert_cmpfloat_with_epsilon (figures->week_hours, 464.5, 1e-9);
  g_assert_cmpuint (figures->hours_unknown, ==, 1);
  g_assert_cmpuint (figures->not_on_map, ==, 0);
  g_assert_null (figures->lacks);
  g_assert_cmpfloat (figures->people, ==, 302820);
  g_assert_cmpfloat (figures->beyond_mile, ==, 19235);
  g_assert_cmpfloat (figures->within_mile, ==, 283585);
  g_assert_cmpfloat (figures->beyond_two_miles, ==, 0);
  g_assert_cmpfloat_with_epsilon (figures->mean_distance, 816.099, 0.000501);
  g_assert_cmpfloat_with_epsilon (figures->children.percent, 93.19, 0.000501);
  g_assert_cmpfloat_with_epsilon (figures->older.percent, 91.977, 0.000501);
  g_assert_cmpfloat_with_epsilon (figures->deprived.percent, 96.749, 0.000501);
  g_assert_cmpfloat (figures->deprived.people, ==, 113969);

  assert_finding (bl_finding_beyond_mile (figures), "19,235 people live more than a mile away");
  assert_finding (bl_finding_beyond_two_miles (figures), "Nobody is beyond two miles.");
  assert_finding (bl_finding_within_mile (figures), "283,585 of 302,820 people");
  assert_finding (bl_finding_hours (figures), "464.5 hours a week; 1 not known");
  assert_finding (bl_finding_libraries (figures), "20 open libraries, 14 of them statutory");
  /* 91.977 % against 93.648 %. */
  assert_finding (bl_finding_groups (figures), "Fewer aged 60 and over live within a mile");

  statutory = bl_key_figures_compute (facts, &(BlAccessQuestion){ .statutory = TRUE });
  g_assert_cmpuint (statutory->counted, ==, 14);
  g_assert_cmpuint (statutory->open, ==, 20);
  g_assert_cmpfloat_with_epsilon (statutory->percent_within_mile, 91.9, 0.000501);
}

static void
test_somerset (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_somerset);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlKeyFigures) figures = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  figures = bl_key_figures_compute (facts, NULL);
  /* expected.md, Mobile library stops. */
  g_assert_cmpfloat (figures->beyond_two_miles, ==, 140601);
  assert_finding (bl_finding_beyond_two_miles (figures), "140,601 people are beyond two miles.");
  assert_finding (bl_finding_libraries (figures), "32 open libraries, all statutory");
  g_assert_cmpuint (figures->not_open, ==, 2);
}

/* --- One catchment ------------------------------------------------------- */

static guint
find_library (const BlFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (g_str_equal (facts->libraries[i].name, name))
      return i;
  g_error ("no library %s", name);
}

static void
test_gosforth (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlCatchments) catchments = NULL;
  guint gosforth, multilingual;
  BlDeciles deciles;
  double sum = 0, weighted = 0;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  catchments = bl_catchments_compute (facts, &(BlAccessQuestion){ 0 }, NULL, 0, NULL);
  gosforth = find_library (facts, "Gosforth Library");
  g_assert_true (bl_deciles_compute (facts, catchments->access, (int) gosforth,
                                     (guint) bl_facts_find_value (facts, "imd_decile"), &deciles));
  for (guint d = 0; d < 10; d++)
    {
      sum += deciles.people[d];
      weighted += (d + 1) * deciles.people[d];
    }
  g_assert_cmpfloat (sum, ==, 23502);
  g_assert_cmpfloat (deciles.total, ==, 23502);
  g_assert_cmpfloat (deciles.unknown, ==, 0);
  g_assert_cmpfloat (deciles.people[0] + deciles.people[1], ==, 0);
  g_assert_cmpfloat_with_epsilon (weighted / sum, 7.8691, 0.00006);
  assert_finding (bl_finding_deprivation (&deciles), "Over half live in the least deprived tenth");
  assert_finding (bl_finding_catchment (facts, bl_catchments_find (catchments, gosforth)),
                  "15 of 175 areas are nearest to Gosforth");
  multilingual = find_library (facts, "The Multilingual Library");
  assert_finding (bl_finding_catchment (facts, bl_catchments_find (catchments, multilingual)),
                  "No area is nearest to The Multilingual");
  assert_finding (bl_finding_largest_catchment (facts, catchments), "Outer West has the most people: 25,615");

  g_assert_true (
      bl_deciles_compute (facts, NULL, -1, (guint) bl_facts_find_value (facts, "imd_decile"), &deciles));
  g_assert_cmpfloat (deciles.total, ==, 302820);
  g_assert_cmpfloat (deciles.people[0] + deciles.people[1], ==, 113969);
  g_assert_false (
      bl_deciles_compute (facts, NULL, -1, (guint) bl_facts_find_value (facts, "imd_rank"), &deciles));
}

static void
test_deprivation_words (void)
{
  const struct
  {
    double people[10];
    const char *finding;
  } cases[] = {
    { { 10 }, "Everyone lives in the most deprived tenth" },
    { { 6, 0, 4 }, "Over half live in the most deprived tenth" },
    { { 4, 3, 3 }, "Over half live in the most deprived fifth" },
    { { 5, 5 }, "Everyone lives in the most deprived fifth" },
    { { 0, 0, 4, 0, 0, 0, 0, 0, 3, 3 }, "Over half live in the least deprived fifth" },
    { { 0, 0, 1, 1, 1, 1 }, "Nobody lives in the most deprived fifth" },
    { { 1, 1, 2, 2, 2 }, "25.0% live in the most deprived fifth" },
    { { 0 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlDeciles deciles = { 0 };

      for (guint d = 0; d < 10; d++)
        deciles.total += deciles.people[d] = cases[i].people[d];
      assert_finding (bl_finding_deprivation (&deciles), cases[i].finding);
    }
}

/* The rows that a picture shows: Newcastle 002A, 1,708 people, decile 10,
 * 1,736 m to Gosforth, beyond a mile. */
static void
test_area_figures (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autofree BlAreaFigures *areas = NULL, *alone = NULL;
  double people = 0;
  int row;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  areas = bl_area_figures_new (facts, access);
  row = bl_facts_find_area (facts, "E01008309");
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpstr (areas[row].name, ==, "Newcastle upon Tyne 002A");
  g_assert_cmpfloat (areas[row].people, ==, 1708);
  g_assert_cmpfloat (areas[row].decile, ==, 10);
  g_assert_cmpfloat_with_epsilon (areas[row].distance, 1736, 0.5);
  g_assert_cmpstr (facts->libraries[areas[row].nearest].name, ==, "Gosforth Library");
  g_assert_false (areas[row].within_mile);
  g_assert_cmpfloat_with_epsilon (areas[row].percent_children, 100.0 * 340 / 1765, 1e-9);
  g_assert_cmpfloat_with_epsilon (areas[row].percent_older, 100.0 * 612 / 1765, 1e-9);
  for (guint i = 0; i < facts->n_areas; i++)
    if (areas[i].within_mile)
      people += areas[i].people;
  g_assert_cmpfloat (people, ==, 283585);

  alone = bl_area_figures_new (facts, NULL);
  g_assert_true (isnan (alone[row].distance));
  g_assert_false (alone[row].within_mile);
  g_assert_cmpint (alone[row].nearest, ==, -1);
}

/* --- Nothing known ------------------------------------------------------- */

static void
test_empty (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("empty");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlKeyFigures) figures = bl_key_figures_compute (facts, NULL);
  g_autoptr (GPtrArray) groups = bl_group_suggestions (facts);
  g_autofree BlAreaFigures *areas = bl_area_figures_new (facts, NULL);

  g_assert_cmpuint (facts->n_areas, ==, 0);
  g_assert_null (facts->population);
  g_assert_nonnull (figures->lacks);
  g_assert_true (isnan (figures->people) && isnan (figures->percent_within_mile)
                 && isnan (figures->week_hours));
  g_assert_false (figures->children.known);
  g_assert_cmpuint (groups->len, ==, 0);
  assert_finding (bl_finding_beyond_mile (figures), "How far people live is not known yet");
  assert_finding (bl_finding_beyond_two_miles (figures), NULL);
  assert_finding (bl_finding_within_mile (figures), NULL);
  assert_finding (bl_finding_hours (figures), "Opening hours not known");
  assert_finding (bl_finding_libraries (figures), "Which libraries are open is not known");
  assert_finding (bl_finding_groups (figures), NULL);
}

static void
test_words (void)
{
  BlKeyFigures figures = { .year = 2023,
                           .people = 100,
                           .within_mile = 99,
                           .beyond_mile = 1,
                           .beyond_two_miles = 1,
                           .percent_within_mile = 99,
                           .week_hours = 40,
                           .open = 1,
                           .statutory = 1 };

  assert_finding (bl_finding_beyond_mile (&figures), "1 person lives more than a mile away");
  assert_finding (bl_finding_beyond_two_miles (&figures), "1 person is beyond two miles.");
  assert_finding (bl_finding_hours (&figures), "40 hours a week");
  assert_finding (bl_finding_libraries (&figures), "1 open library, statutory");
  figures.beyond_mile = 0;
  assert_finding (bl_finding_beyond_mile (&figures), "Everyone lives within a mile of a library");
  figures.beyond_mile = 100;
  figures.within_mile = 0;
  assert_finding (bl_finding_beyond_mile (&figures), "Nobody lives within a mile of a library");
  figures.open = figures.statutory = 0;
  assert_finding (bl_finding_libraries (&figures), "No library is open in 2023");
  figures.open = 3;
  assert_finding (bl_finding_libraries (&figures), "3 open libraries, none statutory");
  figures.children = (BlKeyGroup){ TRUE, 10, 10, 99.5, 0 };
  assert_finding (bl_finding_groups (&figures), "No group is further away than people in general");
  figures.deprived = (BlKeyGroup){ TRUE, 10, 9, 90, 0 };
  assert_finding (bl_finding_groups (&figures), "Fewer in deprived areas live within a mile");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/key-figures/newcastle", test_newcastle);
  g_test_add_func ("/analysis/key-figures/somerset", test_somerset);
  g_test_add_func ("/analysis/key-figures/gosforth", test_gosforth);
  g_test_add_func ("/analysis/key-figures/deprivation-words", test_deprivation_words);
  g_test_add_func ("/analysis/key-figures/area-figures", test_area_figures);
  g_test_add_func ("/analysis/key-figures/empty", test_empty);
  g_test_add_func ("/analysis/key-figures/words", test_words);
  return g_test_run ();
}
