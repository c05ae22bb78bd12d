/* test-groups.c: groups of people by name and rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "groups.h"

#include "published.h"

#define N_AREAS 5

/* Five areas: population 100, 200, 300, not known, 500; children 10 each but
 * one; deciles 1, 2, 3, 4, not known; a rank; a rate in tenths. */
static BlProject *
small_project_new (void)
{
  static const struct
  {
    const char *name, *title;
    BlValueKind kind;
    double numbers[N_AREAS];
  } values[] = {
    { "population", NULL, BL_VALUE_KIND_COUNT, { 100, 200, 300, NAN, 500 } },
    { "aged_0_15", "Children", BL_VALUE_KIND_COUNT, { 10, 10, NAN, 10, 10 } },
    { "imd_decile", "Deprivation (IMD 2019)", BL_VALUE_KIND_DECILE, { 1, 2, 3, 4, NAN } },
    { "imd_rank", "Deprivation rank", BL_VALUE_KIND_RANK, { 1000, 5000, 8000, 12000, 15000 } },
    { "no_car", "Homes without a car", BL_VALUE_KIND_RATE, { 12.5, 20, 30.1, 40, 50 } },
    { "mystery", NULL, BL_VALUE_KIND_UNKNOWN, { 1, 2, 3, 4, 5 } },
    { "health_decile", "Health", BL_VALUE_KIND_DECILE, { 1, 1, 1, 1, 1 } },
  };
  static const struct
  {
    const char *name, *title, *definition;
  } groups[] = {
    { "poorest", "Poorest areas", "imd_decile<=1" },
    { "carless", NULL, "no_car>=20" },
    { "broken", NULL, "nothing<=1" },
    { "circle", NULL, "circle" },
  };
  static const char *const codes[] = { "a", "b", "c", "d", "e" };
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("groups");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  BlProject *project = bl_project_new (ids, clock);
  g_autofree char *areas_id = bl_ids_make (ids, "areas");
  g_autoptr (BlAreas) areas = bl_areas_new (areas_id);
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, N_AREAS);

  bl_project_begin (project, "Make");
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *id = bl_ids_make (ids, "value");
      g_autoptr (BlValueSet) value = bl_value_set_new (id);
      g_autoptr (BlTable) table = bl_table_new_numbers (values[i].numbers, N_AREAS);

      bl_record_set_text (BL_RECORD (value), "name", values[i].name);
      bl_record_set_text (BL_RECORD (value), "title", values[i].title);
      bl_record_set_enum (BL_RECORD (value), "kind", values[i].kind);
      bl_record_set_table (BL_RECORD (value), "numbers", table);
      bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *id = bl_ids_make (ids, "group");
      g_autoptr (BlGroup) group = bl_group_new (id);

      bl_record_set_text (BL_RECORD (group), "name", groups[i].name);
      bl_record_set_text (BL_RECORD (group), "title", groups[i].title);
      bl_record_set_text (BL_RECORD (group), "definition", groups[i].definition);
      bl_record_append (BL_RECORD (project), "groups", BL_RECORD (group));
    }
  bl_project_commit (project);
  return project;
}

static void
check (const char *definition, const char *title, double total, guint unknown)
{
  g_autoptr (BlProject) project = small_project_new ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlGroupCounts) counts = bl_group_counts_new (facts, definition, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (counts->title, ==, title);
  g_assert_cmpfloat (counts->total, ==, total);
  g_assert_cmpuint (counts->unknown, ==, unknown);
}

static void
test_names (void)
{
  check ("aged_0_15", "Children", 40, 1);
  check (" aged_0_15 ", "Children", 40, 1);
  check ("population", "population", 1100, 1);
  check ("poorest", "Poorest areas", 100, 1);
  check ("carless", "People where “Homes without a car” is 20 or more", 1000, 1);
}

static void
test_rules (void)
{
  /* The area without a decile is unknown; that without population only where it meets the rule. */
  check ("imd_decile<=2", "People in deprivation deciles 1 to 2", 300, 1);
  check ("imd_decile <= 2", "People in deprivation deciles 1 to 2", 300, 1);
  check ("imd_decile>=3", "People in deprivation deciles 3 to 10", 300, 2);
  check ("imd_decile=2..3", "People in deprivation deciles 2 to 3", 500, 1);
  check ("imd_decile=2", "People in deprivation decile 2", 200, 1);
  check ("health_decile=1", "People in decile 1 of “Health”", 1100, 1);
  check ("imd_rank<=5,000", "People where “Deprivation rank” is 5,000 or less", 300, 0);
  check ("imd_rank=1..8000", "People where “Deprivation rank” is 1 to 8,000", 600, 0);
  check ("no_car>=30.1", "People where “Homes without a car” is 30.1 or more", 800, 1);
  check ("no_car=12.5", "People where “Homes without a car” is 12.5", 100, 0);
}

static void
test_people (void)
{
  g_autoptr (BlProject) project = small_project_new ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlGroupCounts) counts = bl_group_counts_new (facts, "imd_decile>=3", NULL);

  g_assert_cmpstr (counts->name, ==, "imd_decile>=3");
  g_assert_cmpfloat (counts->people[0], ==, 0);
  g_assert_cmpfloat (counts->people[1], ==, 0);
  g_assert_cmpfloat (counts->people[2], ==, 300);
  g_assert_true (isnan (counts->people[3]));
  g_assert_true (isnan (counts->people[4]));
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *definition, *words;
  } wrong[] = {
    { "", "No group" },
    { NULL, "No group" },
    { "elders", "“elders”" },
    { "elders", "imd_decile" },
    { "imd_decile", "imd_decile<=2" },
    { "imd_decile<2", "not a rule" },
    { "imd_decile<=", "not a rule" },
    { "imd_decile<=two", "not a rule" },
    { "imd_decile=3..2", "not a rule" },
    { "imd_decile=1..2..3", "not a rule" },
    { "imd_decile==2", "not a rule" },
    { "<=2", "There is no group" },
    { "elders<=2", "“elders”" },
    { "aged_0_15<=5", "a group by itself" },
    { "mystery<=2", "not known" },
    { "mystery", "not a count" },
    { "broken", "Group “broken”" },
    { "circle", "Group “circle”" },
  };
  g_autoptr (BlProject) project = small_project_new ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_group_counts_new (facts, wrong[i].definition, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
      if (strstr (error->message, wrong[i].words) == NULL)
        g_error ("%s: “%s” does not say “%s”", wrong[i].definition, error->message, wrong[i].words);
    }
  facts->population = NULL;
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (bl_group_counts_new (facts, "imd_decile<=2", &error));
    g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  }
}

static void
test_suggestions (void)
{
  g_autoptr (BlProject) project = small_project_new ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (GPtrArray) offered = bl_group_suggestions (facts);
  static const char *const expected[]
      = { "aged_0_15", "poorest", "carless", "broken", "circle", "imd_decile<=2", "health_decile<=2" };

  g_assert_cmpuint (offered->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < offered->len; i++)
    g_assert_cmpstr (g_ptr_array_index (offered, i), ==, expected[i]);
}

static void
test_facts (void)
{
  g_autoptr (BlProject) project = small_project_new ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlFacts) kept = bl_facts_ref (facts);

  g_assert_cmpuint (facts->n_areas, ==, N_AREAS);
  g_assert_cmpint (bl_facts_find_area (facts, "c"), ==, 2);
  g_assert_cmpint (bl_facts_find_area (facts, "z"), ==, -1);
  g_assert_cmpint (bl_facts_find_area (facts, NULL), ==, -1);
  g_assert_cmpint (bl_facts_find_value (facts, "imd_rank"), ==, 3);
  g_assert_cmpint (bl_facts_find_value (facts, NULL), ==, -1);
  g_assert_cmpint (bl_facts_find_library (facts, "library-none"), ==, -1);
  g_assert_true (isnan (facts->points[0].x));
  g_assert_false (facts->points_weighted);
  g_assert_cmpfloat (facts->total_population, ==, 1100);
  g_assert_cmpuint (facts->unknown_population, ==, 1);
  g_assert_cmpuint (facts->values[2].unknown, ==, 1);

  /* The snapshot does not follow the project. */
  bl_project_begin (project, "Empty");
  bl_record_remove_all (BL_RECORD (project), "values");
  bl_record_set_child (BL_RECORD (project), "areas", NULL);
  bl_project_commit (project);
  g_assert_cmpuint (kept->n_values, ==, 7);
  g_assert_cmpfloat (kept->population[4], ==, 500);
  g_assert_cmpstr (kept->codes[4], ==, "e");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/groups/names", test_names);
  g_test_add_func ("/analysis/groups/rules", test_rules);
  g_test_add_func ("/analysis/groups/people", test_people);
  g_test_add_func ("/analysis/groups/wrong", test_wrong);
  g_test_add_func ("/analysis/groups/suggestions", test_suggestions);
  g_test_add_func ("/analysis/groups/facts", test_facts);
  return g_test_run ();
}
