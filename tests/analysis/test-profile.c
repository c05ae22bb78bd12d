/* test-profile.c: profiles worked by hand, and Newcastle's with its published visits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "need-presets.h"
#include "needs-findings.h"
#include "profile.h"
#include "use-against-need.h"

#include "published.h"

#define NEAR 1e-9

static void
test_median (void)
{
  g_assert_cmpfloat (bl_profile_median ((double[]){ 5, NAN, 1, 3 }, 4), ==, 3);
  g_assert_cmpfloat (bl_profile_median ((double[]){ 4, 1, 3, 2 }, 4), ==, 2.5);
  g_assert_true (isnan (bl_profile_median ((double[]){ NAN }, 1)));
  g_assert_true (isnan (bl_profile_median (NULL, 0)));
}

static void
test_periods (void)
{
  static const struct
  {
    const char *period, *before;
  } cases[] = { { "2023-24", "2018-19" }, { "2004-05", "1999-00" }, { "2023", "2018" },     { NULL, NULL },
                { "2023-4", NULL },       { "spring", NULL },       { "2023-2024", NULL }, { "", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = bl_profile_period_before (cases[i].period, 5);

      g_assert_cmpstr (before, ==, cases[i].before);
    }
}

/* --- Six libraries on a line, by hand ---------------------------------------- */

static void
add_figure (BlLibrary *library, BlFigureKind kind, const char *period, double number, int months)
{
  g_autoptr (BlFigure) figure = bl_figure_new (NULL);

  bl_record_set_enum (BL_RECORD (figure), "kind", kind);
  bl_record_set_text (BL_RECORD (figure), "period", period);
  bl_record_set_real (BL_RECORD (figure), "number", number);
  if (months > 0)
    bl_record_set_integer (BL_RECORD (figure), "months", months);
  bl_record_append (BL_RECORD (library), "figures", BL_RECORD (figure));
}

/* Each has one area of 1,000 people at its door. */
static BlProject *
six_libraries (void)
{
  static const struct
  {
    double rank, visits, before, hours, cost;
    const char *place;
  } libraries[] = {
    { 100, 500, 1000, 10, 5000, "Town" }, { 200, 2000, 2000, 20, 8000, "Town" }, { 300, 3000, 1500, 30, NAN, "Town" },
    { 400, 4000, NAN, 40, 9000, NULL },   { 500, 5000, 5000, NAN, 9000, "Village" }, { 600, 90000, 80000, 60, 9000, "Village" },
  };
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("profile");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  BlProject *project = bl_project_new (ids, clock);
  g_autoptr (BlAreas) areas = bl_areas_new (NULL);
  const char *codes[G_N_ELEMENTS (libraries)];
  BlPoint points[G_N_ELEMENTS (libraries)];
  double people[G_N_ELEMENTS (libraries)], ranks[G_N_ELEMENTS (libraries)];
  static const char *const names[] = { "A", "B", "C", "D", "E", "F" };
  guint n = G_N_ELEMENTS (libraries);
  g_autoptr (BlTable) code_table = NULL, point_table = NULL;

  bl_project_begin (project, "Make it");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlLibrary) library = bl_library_new (NULL);
      g_autoptr (BlStatus) status = bl_status_new (NULL);

      codes[i] = names[i];
      points[i] = (BlPoint){ 400000 + 5000.0 * i, 500000 };
      people[i] = 1000;
      ranks[i] = libraries[i].rank;
      bl_record_set_text (BL_RECORD (library), "name", names[i]);
      bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
      bl_record_set_real (BL_RECORD (library), "easting", points[i].x);
      bl_record_set_real (BL_RECORD (library), "northing", points[i].y);
      bl_record_set_text (BL_RECORD (library), "rural-urban-title", libraries[i].place);
      if (!isnan (libraries[i].hours))
        bl_record_set_real (BL_RECORD (library), "hours", libraries[i].hours);
      if (!isnan (libraries[i].cost))
        bl_record_set_money (BL_RECORD (library), "running-cost", (gint64) libraries[i].cost * 100);
      bl_record_set_integer (BL_RECORD (status), "year", 2023);
      bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
      bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
      add_figure (library, BL_FIGURE_VISITS, "2023-24", libraries[i].visits, 0);
      if (!isnan (libraries[i].before))
        add_figure (library, BL_FIGURE_VISITS, "2018-19", libraries[i].before, 0);
      /* Part of a year is not a year's. */
      add_figure (library, BL_FIGURE_VISITS, "2024-25", 7, 3);
      bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
    }
  code_table = bl_table_new_texts (codes, n);
  point_table = bl_table_new_points (points, n);
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "points", point_table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  for (guint v = 0; v < 2; v++)
    {
      g_autoptr (BlValueSet) value = bl_value_set_new (NULL);
      g_autoptr (BlTable) table = bl_table_new_numbers (v == 0 ? people : ranks, n);

      bl_record_set_text (BL_RECORD (value), "name", v == 0 ? "population" : "imd_rank");
      bl_record_set_enum (BL_RECORD (value), "kind", v == 0 ? BL_VALUE_KIND_COUNT : BL_VALUE_KIND_RANK);
      bl_record_set_table (BL_RECORD (value), "numbers", table);
      bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
    }
  bl_project_commit (project);
  return project;
}

static BlProfiles *
profiles_of (const BlFacts *facts, const BlNeedsQuestion *question)
{
  g_autoptr (BlAccess) access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  g_autoptr (BlNeeds) areas = bl_needs_compute (facts, question, access, NULL);
  g_autoptr (BlNeeds) libraries = bl_needs_by_library (facts, question, access, areas);

  return bl_profiles_compute (facts, question, access, libraries);
}

static BlProfileComparison
compare (const BlProfiles *profiles, guint row, const char *key)
{
  BlProfileComparison comparison;
  int measure = bl_profiles_find_measure (profiles, key);

  g_assert_cmpint (measure, >=, 0);
  bl_profiles_compare (profiles, row, (guint) measure, &comparison);
  return comparison;
}

static void
assert_text (const BlProfiles *profiles, guint row, const char *key, const char *expected)
{
  int measure = bl_profiles_find_measure (profiles, key);
  g_autofree char *text
      = bl_profile_to_text (&profiles->measures[measure], profiles->numbers[row * profiles->n_measures + (guint) measure]);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_six (void)
{
  g_autoptr (BlProject) project = six_libraries ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new_empty (FALSE);
  g_autoptr (BlProfiles) profiles = NULL;
  g_autoptr (BlUseAgainstNeed) use = NULL;
  g_autofree char *finding = NULL, *first = NULL, *left_out = NULL, *unit = NULL;
  BlProfileComparison it;

  bl_needs_question_add (question, "imd_rank", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 1);
  profiles = profiles_of (facts, question);
  g_assert_cmpuint (profiles->n_rows, ==, 6);

  it = compare (profiles, 0, "visits_per_1000");
  g_assert_cmpfloat_with_epsilon (it.number, 500, NEAR);
  g_assert_cmpfloat_with_epsilon (it.middle, 3500, NEAR);
  g_assert_cmpuint (it.n, ==, 6);
  g_assert_cmpfloat_with_epsilon (it.class_middle, 2000, NEAR); /* 500, 2000, 3000 */
  g_assert_cmpuint (it.n_class, ==, 3);
  g_assert_cmpuint (it.rank, ==, 6);
  g_assert_true (it.story); /* one of six is the worst quarter */
  g_assert_false (compare (profiles, 1, "visits_per_1000").story);
  it = compare (profiles, 3, "visits_per_1000");
  g_assert_true (isnan (it.class_middle)); /* of which class it is, is not known */

  assert_text (profiles, 0, "visits_change", "50% less");
  assert_text (profiles, 1, "visits_change", "no change");
  assert_text (profiles, 2, "visits_change", "100% more");
  assert_text (profiles, 3, "visits_change", "not known");
  assert_text (profiles, 0, "cost_per_visit", "£10.00");
  assert_text (profiles, 2, "cost_per_visit", "not known");
  assert_text (profiles, 0, "cost_per_hour", "£9.62"); /* 5,000 over 520 */
  assert_text (profiles, 4, "hours_per_10000", "not known");
  assert_text (profiles, 5, "hours_per_10000", "600.0");
  assert_text (profiles, 0, "isolation", "5,000 m");
  assert_text (profiles, 0, "exclusive", "not known");
  assert_text (profiles, 0, "within_mile", "100%");
  assert_text (profiles, 0, "need", "100");
  assert_text (profiles, 5, "need", "0");
  g_assert_true (compare (profiles, 0, "cost_per_visit").story);
  /* Six are too few for a second and a third. */
  first = bl_profiles_finding (profiles, 0);
  g_assert_cmpstr (first, ==, "Need above the middle, used less than most");

  /* F is used 18 times as much as the next: left out. Of A to E the middles are 60 and 3,000. */
  use = bl_use_against_need_new (profiles);
  g_assert_cmpuint (use->n, ==, 5);
  g_assert_cmpuint (use->beyond->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (use->middle_need, 60, NEAR); /* 100, 80, 60, 40, 20 */
  g_assert_cmpfloat_with_epsilon (use->middle_use, 3000, NEAR);
  g_assert_cmpuint (use->n_little, ==, 2);
  g_assert_true (use->points[0].little && use->points[1].little && !use->points[2].little);
  finding = bl_use_against_need_finding (use);
  g_assert_cmpstr (finding, ==, "High need and little use: two libraries");
  left_out = bl_use_against_need_left_out (use, facts);
  g_assert_cmpstr (left_out, ==, "F is left out: its visitors come from all over.");
  unit = bl_use_against_need_unit (use);
  g_assert_cmpstr (unit, ==, "visits per 1,000 people, 2023-24");
}

/* --- Nothing known ------------------------------------------------------------ */

static void
test_empty (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("empty");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new_empty (FALSE);
  g_autoptr (BlProfiles) profiles = bl_profiles_compute (facts, question, NULL, NULL);
  g_autoptr (BlUseAgainstNeed) use = bl_use_against_need_new (profiles);
  g_autofree char *finding = bl_use_against_need_finding (use);
  g_autofree char *left_out = bl_use_against_need_left_out (use, facts);

  g_assert_cmpuint (profiles->n_rows, ==, 0);
  g_assert_cmpstr (finding, ==, "How libraries are used is not known yet");
  g_assert_cmpstr (left_out, ==, "");
  g_assert_null (bl_use_by_area (facts, NULL));
}

/* --- Newcastle ------------------------------------------------------------------ */

static const char *const months_2023[] = { "2023-4", "2023-5",  "2023-6",  "2023-7",  "2023-8", "2023-9",
                                           "2023-10", "2023-11", "2023-12", "2024-1", "2024-2", "2024-3" };

/* Visits of 2023-24, where every month is there, for the library of that name. */
static void
add_visits (BlProject *project)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("BRANCHLINE_SHARED_DATA"), "newcastle/2008-onwards-monthly-visits.csv", NULL);
  g_autoptr (RawCsv) csv = raw_csv_read (path);
  GListModel *libraries = bl_project_get_libraries (project);

  for (guint i = 0; i < raw_csv_n (csv); i++)
    {
      const char *branch = raw_csv_text (csv, i, 0);
      double sum = 0;

      for (guint m = 0; m < G_N_ELEMENTS (months_2023); m++)
        sum += raw_csv_number (csv, i, raw_csv_column (csv, months_2023[m]));
      for (guint k = 0; !isnan (sum) && k < g_list_model_get_n_items (libraries); k++)
        {
          g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, k);

          if (g_str_has_prefix (bl_record_get_text (BL_RECORD (library), "name"), branch))
            add_figure (library, BL_FIGURE_VISITS, "2023-24", sum, 0);
        }
    }
}

/* The figures of Walker in the mock-up of the page, worked out without this program. */
static void
test_walker (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlNeedsQuestion) question = bl_need_preset_to_question (&bl_need_presets[0]);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlProfiles) profiles = NULL;
  g_autoptr (BlUseAgainstNeed) use = NULL;
  g_autofree char *finding = NULL, *left_out = NULL;
  guint walker = 0, row;

  if (project == NULL)
    return;
  bl_project_begin (project, "Visits");
  add_visits (project);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  profiles = profiles_of (facts, question);
  while (!g_str_equal (facts->libraries[walker].name, "Walker Library"))
    walker++;
  row = (guint) bl_profiles_find_row (profiles, walker);
  assert_text (profiles, row, "need", "64");
  assert_text (profiles, row, "deprived", "84%");
  assert_text (profiles, row, "aged_0_15", "20%");
  assert_text (profiles, row, "aged_60_plus", "22%");
  assert_text (profiles, row, "hours_per_10000", "6.3");
  assert_text (profiles, row, "visits_per_1000", "81");
  assert_text (profiles, row, "running_cost", "not known");
  g_assert_true (compare (profiles, row, "visits_per_1000").story);
  g_assert_true (compare (profiles, row, "hours_per_10000").story);
  finding = bl_profiles_finding (profiles, row);
  g_assert_cmpstr (finding, ==, "Second-highest need, least used for its people");

  use = bl_use_against_need_new (profiles);
  g_assert_cmpuint (use->n, ==, 12);
  left_out = bl_use_against_need_left_out (use, facts);
  g_assert_cmpstr (left_out, ==,
                   "City is left out: its visitors come from all over. Seven libraries have no visit figures.");
  for (guint i = 0; i < use->n; i++)
    g_assert_cmpint (use->points[i].little, ==,
                     g_str_has_prefix (facts->libraries[use->points[i].library].name, "Walker")
                         || g_str_has_prefix (facts->libraries[use->points[i].library].name, "Blakelaw")
                         || g_str_has_prefix (facts->libraries[use->points[i].library].name, "Newburn")
                         || g_str_has_prefix (facts->libraries[use->points[i].library].name, "Cruddas")
                         || g_str_has_prefix (facts->libraries[use->points[i].library].name, "Denton"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/profile/median", test_median);
  g_test_add_func ("/analysis/profile/periods", test_periods);
  g_test_add_func ("/analysis/profile/six", test_six);
  g_test_add_func ("/analysis/profile/empty", test_empty);
  g_test_add_func ("/analysis/profile/walker", test_walker);
  return g_test_run ();
}
