/* test-use-catchments.c: catchments as used, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "use-catchments.h"

#include "made.h"
#include "use.h"

#include <math.h>
#include <string.h>

#define N 4

/* Four areas on a line with a library at either end; the last has no place, and nobody knows how many live there. */
static const BlPoint points[] = { { 0, 0 }, { 1000, 0 }, { 5000, 0 }, { NAN, NAN } };
static const double people[] = { 100, 200, 400, NAN };

static void
add_column (BlUse *use, BlLibrary *library, const char *name, const double *counts, const double *suppressed)
{
  g_autoptr (BlUseColumn) column = bl_use_column_new (NULL);
  g_autoptr (BlTable) count_table = bl_table_new_numbers (counts, N);
  g_autoptr (BlTable) suppressed_table = suppressed != NULL ? bl_table_new_numbers (suppressed, N) : NULL;

  if (library != NULL)
    bl_record_set_text (BL_RECORD (column), "library", bl_record_get_id (BL_RECORD (library)));
  bl_record_set_text (BL_RECORD (column), "name", name);
  bl_record_set_table (BL_RECORD (column), "counts", count_table);
  if (suppressed_table != NULL)
    bl_record_set_table (BL_RECORD (column), "suppressed", suppressed_table);
  bl_record_set_integer (BL_RECORD (column), "elsewhere", 12);
  bl_record_set_integer (BL_RECORD (column), "elsewhere-suppressed", 2);
  bl_record_set_integer (BL_RECORD (column), "nowhere", 3);
  bl_record_append (BL_RECORD (use), "columns", BL_RECORD (column));
}

static BlUse *
add_use (BlProject *project, const char *name)
{
  g_autoptr (BlUse) use = bl_use_new (NULL);

  bl_record_set_text (BL_RECORD (use), "name", name);
  bl_record_set_integer (BL_RECORD (use), "suppressed-below", 5);
  bl_record_append (BL_RECORD (project), "members", BL_RECORD (use));
  return use; /* the project holds it */
}

static BlFacts *
make_facts (void)
{
  const double west[] = { 20, 9, NAN, NAN }, east[] = { NAN, 12, 30, 3 }, other[] = { 6, NAN, 18, NAN };
  const double few[] = { NAN, NAN, 2, 1 };
  g_autoptr (BlProject) project = made_project_new (points, people, N);
  BlLibrary *first = made_library_add (project, "West", 0, 0), *second = made_library_add (project, "East", 5000, 0);
  BlUse *use = add_use (project, "members");

  add_column (use, first, NULL, west, few);
  add_column (use, second, NULL, east, NULL);
  add_column (use, NULL, "Elsewhere", other, NULL);
  bl_project_commit (project);
  return bl_facts_new (project);
}

static void
assert_range (BlCountRange range, double low, double high)
{
  g_assert_cmpfloat_with_epsilon (range.low, low, 1e-9);
  g_assert_cmpfloat_with_epsilon (range.high, high, 1e-9);
}

static void
test_line (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  g_autoptr (BlAccess) access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlUseCatchments) all = bl_use_catchments_compute (facts, 0, access, &error);
  const BlUseLibrary *west, *east, *other;

  g_assert_no_error (error);
  g_assert_cmpuint (all->n, ==, 3);
  west = &all->libraries[0];
  east = &all->libraries[1];
  other = &all->libraries[2];
  assert_range (bl_use_catchments_get (all, 0, 0), 20, 20);
  assert_range (bl_use_catchments_get (all, 0, 2), 2, 8);  /* two small counts */
  assert_range (bl_use_catchments_get (all, 0, 1), 9, 9);
  assert_range (bl_use_catchments_get (all, 1, 0), 0, 0);
  assert_range (bl_use_catchments_get (all, 1, 3), 1, 4);  /* 3 are in the file, and are not given */
  assert_range (west->users, 20 + 9 + 2 + 1, 20 + 9 + 8 + 4);
  assert_range (east->users, 12 + 30 + 1, 12 + 30 + 4);
  assert_range (west->elsewhere, 14, 20);
  assert_range (west->nowhere, 1, 4);
  g_assert_cmpuint (all->n_held_back, ==, 2 + 1 + 1);

  /* Penetration: 26 of 100, 21 of 200, 50 to 56 of 400. */
  assert_range (all->penetration[0], 26, 26);
  assert_range (all->penetration[1], 10.5, 10.5);
  assert_range (all->penetration[2], 12.5, 14);
  g_assert_true (isnan (all->penetration[3].low));
  assert_range (all->all_penetration, 100 * 97 / 700.0, 100 * 103 / 700.0);
  g_assert_cmpfloat (all->population, ==, 700);

  /* 5 %: 5 of 100, 10 of 200, 20 of 400. */
  g_assert_cmpint (west->belongs[0], ==, BL_USE_IN);
  g_assert_cmpint (west->belongs[1], ==, BL_USE_OUT);
  g_assert_cmpint (west->belongs[2], ==, BL_USE_OUT); /* 8 at most */
  g_assert_cmpint (east->belongs[1], ==, BL_USE_IN);
  g_assert_cmpint (east->belongs[2], ==, BL_USE_IN);
  g_assert_cmpfloat (east->population, ==, 600);
  g_assert_false (east->by_most);
  g_assert_cmpint (other->belongs[0], ==, BL_USE_IN);
  g_assert_cmpint (other->belongs[2], ==, BL_USE_OUT);

  /* West is nearest to a and b, East to c; d has no place. */
  assert_range (all->not_nearest[0], 6, 6);
  assert_range (all->not_nearest[1], 12, 12);
  assert_range (all->not_nearest[2], 18 + 2, 18 + 8);
  assert_range (all->not_nearest[3], 0, 0);
  assert_range (all->all_nearest, 20 + 9 + 30, 20 + 9 + 30);
  assert_range (all->all_not_nearest, 38, 44);
  assert_range (all->not_nearest_share, 3800 / 97.0, 4400 / 103.0);
  g_assert_cmpuint (all->n_flows, ==, 4);
  g_assert_cmpuint (all->flows[0].nearest, ==, 1);
  g_assert_cmpuint (all->flows[0].used, ==, 2);
  assert_range (all->flows[0].users, 18, 18);
  g_assert_cmpuint (all->flows[1].used, ==, 1);
  assert_range (all->flows[1].users, 12, 12);
}

/* A library that no area uses enough has the two areas with most users; where small counts might be enough, it is said. */
static void
test_rule (void)
{
  const double faint[] = { 4, 7, 6, NAN }, single[] = { NAN, NAN, 6, NAN };
  const double hidden[] = { 2, NAN, NAN, NAN };
  g_autoptr (BlProject) project = made_project_new (points, people, N);
  BlLibrary *one = made_library_add (project, "One", 0, 0);
  BlUse *use = add_use (project, "loans");
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlUseCatchments) all = NULL;

  add_column (use, one, NULL, faint, NULL);
  add_column (use, NULL, "Two", single, NULL);
  add_column (use, NULL, "Three", single, hidden);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  all = bl_use_catchments_compute (facts, 0, NULL, NULL);
  /* 4 of 100 is under 5 %, 7 of 200, 6 of 400: most users surely in b and c. */
  g_assert_true (all->libraries[0].by_most);
  g_assert_cmpint (all->libraries[0].belongs[0], ==, BL_USE_OUT);
  g_assert_cmpint (all->libraries[0].belongs[1], ==, BL_USE_MOST);
  g_assert_cmpint (all->libraries[0].belongs[2], ==, BL_USE_MOST);
  g_assert_cmpfloat (all->libraries[0].population, ==, 600);
  g_assert_cmpuint (all->libraries[1].n_in, ==, 1);
  /* Two small counts are 2 to 8 of 100. */
  g_assert_cmpint (all->libraries[2].belongs[0], ==, BL_USE_PERHAPS);
  g_assert_cmpuint (all->libraries[2].n_perhaps, ==, 1);
  g_assert_cmpuint (all->libraries[2].n_in, ==, 0);
  g_assert_false (all->libraries[2].by_most);
  g_assert_null (all->not_nearest);
  g_assert_true (isnan (all->not_nearest_share.low));
}

/* Nothing that is shown lets one find a count from 1 to 4 by subtraction: what is shown of an area with
 * such a count is the same whichever it is. */
static void
test_no_subtraction (void)
{
  g_autofree BlCountRange *before = NULL;

  for (guint small = 1; small <= 4; small++)
    {
      const double first[] = { 50, 60, 70, 0 }, second[] = { small, 80, 90, 0 };
      g_autoptr (BlProject) project = made_project_new (points, people, N);
      BlLibrary *one = made_library_add (project, "One", 0, 0), *two = made_library_add (project, "Two", 5000, 0);
      BlUse *use = add_use (project, "members");
      g_autoptr (BlFacts) facts = NULL;
      g_autoptr (BlAccess) access = NULL;
      g_autoptr (BlUseCatchments) all = NULL;
      g_autofree BlCountRange *shown = g_new (BlCountRange, 7);

      add_column (use, one, NULL, first, NULL);
      add_column (use, two, NULL, second, NULL);
      bl_project_commit (project);
      facts = bl_facts_new (project);
      access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
      all = bl_use_catchments_compute (facts, 0, access, NULL);
      shown[0] = bl_use_catchments_get (all, 1, 0);
      shown[1] = all->users[0];
      shown[2] = all->libraries[1].users;
      shown[3] = all->all;
      shown[4] = all->not_nearest[0];
      shown[5] = all->not_nearest_share;
      shown[6] = all->penetration[0];
      if (before != NULL)
        g_assert_cmpmem (shown, 7 * sizeof *shown, before, 7 * sizeof *before);
      g_free (before);
      before = g_steal_pointer (&shown);
    }
}

static void
test_words (void)
{
  const struct
  {
    BlCountRange range;
    const char *words;
  } cases[] = { { { 0, 0 }, "0" },         { { 1, 4 }, "fewer than 5" },   { { 5, 5 }, "5" },
                { { 1230, 1242 }, "1,230 to 1,242" }, { { 2, 8 }, "2 to 8" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = bl_count_range_to_text (cases[i].range);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  assert_range (bl_count_range_make (NAN, NAN, 5), 0, 0);
  assert_range (bl_count_range_make (NAN, 3, 0), 3, 12);
  assert_range (bl_count_range_make (100, 1, 10), 101, 109);
  assert_range (bl_count_range_share ((BlCountRange){ 0, 0 }, (BlCountRange){ 10, 20 }), 0, 0);
  g_assert_true (isnan (bl_count_range_share ((BlCountRange){ 0, 0 }, (BlCountRange){ 0, 0 }).low));
}

static void
test_find (void)
{
  g_autoptr (BlProject) project = made_project_new (points, people, N);
  g_autoptr (BlFacts) none = NULL, one = NULL, two = NULL;
  g_autoptr (GError) error = NULL;

  bl_project_commit (project);
  none = bl_facts_new (project);
  g_assert_cmpint (bl_use_catchments_find (none, NULL, &error), ==, -1);
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_clear_error (&error);
  g_assert_null (bl_use_catchments_compute (none, 0, NULL, &error));
  g_clear_error (&error);
  bl_project_begin (project, "Use");
  add_use (project, "members");
  bl_project_commit (project);
  one = bl_facts_new (project);
  g_assert_cmpint (bl_use_catchments_find (one, NULL, &error), ==, 0);
  g_assert_cmpint (bl_use_catchments_find (one, " Members ", &error), ==, 0);
  bl_project_begin (project, "Use");
  add_use (project, "loans");
  bl_project_commit (project);
  two = bl_facts_new (project);
  g_assert_cmpint (bl_use_catchments_find (two, "loans", &error), ==, 1);
  g_assert_cmpint (bl_use_catchments_find (two, NULL, &error), ==, -1);
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_clear_error (&error);
  g_assert_cmpint (bl_use_catchments_find (two, "visits", &error), ==, -1);
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_assert_nonnull (strstr (error->message, "loans"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/use-catchments/line", test_line);
  g_test_add_func ("/analysis/use-catchments/rule", test_rule);
  g_test_add_func ("/analysis/use-catchments/no-subtraction", test_no_subtraction);
  g_test_add_func ("/analysis/use-catchments/words", test_words);
  g_test_add_func ("/analysis/use-catchments/find", test_find);
  return g_test_run ();
}
