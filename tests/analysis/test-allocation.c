/* test-allocation.c: which sites to keep or to add
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "facts.h"
#include "made-sites.h"
#include "shared-data.h"

/* Four villages on a line, ten people each but the last: where one or two libraries are best is seen by eye. */
static const double line_costs[] = {
  0, 1, 2, 9, /* from the site at each village to each village */
  1, 0, 1, 8,
  2, 1, 0, 7,
  9, 8, 7, 0,
};
static const double line_people[] = { 10, 10, 10, 2 };

static BlAllocationQuestion
ask_line (guint choose)
{
  return (BlAllocationQuestion){ .n_sites = 4, .n_areas = 4, .costs = line_costs, .people = line_people, .choose = choose };
}

static void
assert_open (const BlLayout *layout, const char *open)
{
  for (guint s = 0; open[s] != '\0'; s++)
    g_assert_cmpint (layout->open[s], ==, open[s] == 'x');
}

static void
test_by_hand (void)
{
  BlAllocationQuestion question = ask_line (1);
  g_autoptr (BlAllocation) one = bl_allocation_compute (&question, NULL);
  g_autoptr (BlAllocation) two = NULL, all = NULL;

  /* At the second: 10 + 0 + 10 + 16; at the third 20 + 10 + 0 + 14 = 44. */
  assert_open (&one->best, ".x..");
  g_assert_cmpfloat (one->best.objective, ==, 36);
  g_assert_true (one->proven);
  g_assert_cmpfloat (one->bound, ==, 36);
  g_assert_cmpfloat (one->gap, ==, 0);
  g_assert_cmpfloat (one->people, ==, 32);

  /* The second and the last: 20. The second and any other: 10 + 16 = 26 at least. */
  question.choose = 2;
  two = bl_allocation_compute (&question, NULL);
  assert_open (&two->best, ".x.x");
  g_assert_cmpfloat (two->best.objective, ==, 20);
  g_assert_true (two->proven);

  question.choose = 4;
  all = bl_allocation_compute (&question, NULL);
  assert_open (&all->best, "xxxx");
  g_assert_cmpfloat (all->best.objective, ==, 0);
}

static void
test_settled (void)
{
  static const BlSiteState states[] = { BL_SITE_OPEN, BL_SITE_CLOSED, BL_SITE_FREE, BL_SITE_FREE };
  BlAllocationQuestion question = ask_line (2);
  g_autoptr (BlAllocation) allocation = NULL;

  /* The first is open, the second must not: with the third 10 + 14 = 24, with the last 10 + 20 = 30. */
  question.states = states;
  allocation = bl_allocation_compute (&question, NULL);
  assert_open (&allocation->best, "x.x.");
  g_assert_cmpfloat (allocation->best.objective, ==, 24);
  g_assert_true (allocation->proven);
}

static void
test_cover (void)
{
  BlAllocationQuestion question = ask_line (1);
  g_autoptr (BlAllocation) one = NULL, two = NULL;

  question.objective = BL_OBJECTIVE_COVER;
  question.within = 1;
  one = bl_allocation_compute (&question, NULL);
  assert_open (&one->best, ".x..");
  g_assert_cmpfloat (one->best.objective, ==, 30);
  g_assert_true (one->proven);

  question.choose = 2;
  two = bl_allocation_compute (&question, NULL);
  g_assert_cmpfloat (two->best.objective, ==, 32);
  assert_open (&two->best, ".x.x");
  g_assert_cmpfloat (two->bound, ==, 32);
}

/* Equal cover, less travel: two sites that cover both villages, one of them nearer. */
static void
test_cover_ties (void)
{
  static const double costs[] = { 5, 5, 2, 3, 4, 4 }, people[] = { 7, 7 };
  BlAllocationQuestion question = { .n_sites = 3, .n_areas = 2, .costs = costs, .people = people, .choose = 1,
                                    .objective = BL_OBJECTIVE_COVER, .within = 6 };
  g_autoptr (BlAllocation) allocation = bl_allocation_compute (&question, NULL);

  assert_open (&allocation->best, ".x.");
  g_assert_cmpfloat (allocation->best.objective, ==, 14);
}

/* What cannot be reached is named and does not spoil the rest. */
static void
test_unreachable (void)
{
  static const double costs[] = { 1, NAN, NAN, NAN, 3, NAN }, people[] = { 10, 5, 4 };
  BlAllocationQuestion question = { .n_sites = 2, .n_areas = 3, .costs = costs, .people = people, .choose = 1 };
  g_autoptr (BlAllocation) one = bl_allocation_compute (&question, NULL), two = NULL;

  g_assert_cmpfloat (one->unreachable, ==, 4);
  g_assert_cmpfloat (one->people, ==, 19);
  assert_open (&one->best, "x."); /* ten people reached rather than five */
  g_assert_cmpfloat (one->best.reached, ==, 10);
  g_assert_true (isnan (one->bound));

  question.choose = 2;
  two = bl_allocation_compute (&question, NULL);
  g_assert_cmpfloat (two->best.objective, ==, 25);
  g_assert_cmpfloat (two->bound, ==, 25);
}

static void
assert_error (BlAllocationQuestion *question, int code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_allocation_compute (question, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_wrong_questions (void)
{
  static const BlSiteState open[] = { BL_SITE_OPEN, BL_SITE_OPEN, BL_SITE_OPEN, BL_SITE_FREE };
  static const BlSiteState closed[] = { BL_SITE_CLOSED, BL_SITE_CLOSED, BL_SITE_FREE, BL_SITE_FREE };
  static const double nobody[] = { 0, NAN, 0, 0 };
  BlAllocationQuestion question = ask_line (0);

  assert_error (&question, BL_ANALYSIS_ERROR_ASKED, "At least one");
  question.choose = 5;
  assert_error (&question, BL_ANALYSIS_ERROR_ASKED, "only 4 places");
  question.choose = 2;
  question.states = open;
  assert_error (&question, BL_ANALYSIS_ERROR_ASKED, "3 are settled as open");
  question.choose = 3;
  question.states = closed;
  assert_error (&question, BL_ANALYSIS_ERROR_ASKED, "only 2 places");
  question.states = NULL;
  question.people = nobody;
  assert_error (&question, BL_ANALYSIS_ERROR_LACKS, "Nobody can be counted");
}

/* A cancelled search still answers with a layout, and claims no more than it knows. */
static void
test_cancelled (void)
{
  g_autoptr (MadeSites) made = made_sites_new (60, 200, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BlAllocationQuestion question = { .n_sites = 60, .n_areas = 200, .costs = made->costs, .people = made->people,
                                    .choose = 12, .cancellable = cancellable };
  g_autoptr (BlAllocation) allocation = NULL;
  guint open = 0;

  g_cancellable_cancel (cancellable);
  allocation = bl_allocation_compute (&question, NULL);
  g_assert_true (allocation->cancelled);
  for (guint s = 0; s < 60; s++)
    open += allocation->best.open[s];
  g_assert_cmpuint (open, ==, 12);
  g_assert_cmpfloat (allocation->bound, <=, allocation->best.objective);
}

/* The same question gives the same layout. */
static void
test_repeatable (void)
{
  g_autoptr (MadeSites) made = made_sites_new (50, 300, 9);
  BlAllocationQuestion question = { .n_sites = 50, .n_areas = 300, .costs = made->costs, .people = made->people,
                                    .choose = 9 };
  g_autoptr (BlAllocation) first = bl_allocation_compute (&question, NULL);
  g_autoptr (BlAllocation) second = bl_allocation_compute (&question, NULL);

  g_assert_cmpmem (first->best.open, 50 * sizeof (gboolean), second->best.open, 50 * sizeof (gboolean));
}

/* The choices are what they say: within the share, different, best first, and
 * what leaving a site out costs is seen by trying all layouts without it. */
static void
test_choices (void)
{
  g_autoptr (MadeSites) made = made_sites_new (12, 40, 3);
  BlAllocationQuestion question = { .n_sites = 12, .n_areas = 40, .costs = made->costs, .people = made->people,
                                    .choose = 5 };
  g_autoptr (BlAllocation) allocation = bl_allocation_compute (&question, NULL);
  g_autoptr (BlAllocationChoices) choices = bl_allocation_find_choices (&question, allocation, 10, 2, 5, NULL);

  g_assert_cmpuint (choices->n_layouts, >=, 2);
  for (guint l = 1; l < choices->n_layouts; l++)
    {
      g_assert_cmpfloat (choices->layouts[l].objective, >=, choices->layouts[l - 1].objective);
      g_assert_cmpfloat (choices->layouts[l].objective, <=, choices->layouts[0].objective * 1.1);
      for (guint o = 0; o < l; o++)
        {
          guint differ = 0;

          for (guint s = 0; s < 12; s++)
            differ += choices->layouts[l].open[s] && !choices->layouts[o].open[s];
          g_assert_cmpuint (differ, >=, 2);
        }
    }
  for (guint out = 0; out < 12; out++)
    {
      double least = INFINITY;

      if (!allocation->best.open[out])
        {
          g_assert_true (isnan (choices->without[out]));
          continue;
        }
      for (guint mask = 0; mask < 1u << 12; mask++)
        {
          double cost = 0;

          if (__builtin_popcount (mask) != 5 || mask & 1u << out)
            continue;
          for (guint a = 0; a < 40; a++)
            {
              double nearest = INFINITY;

              for (guint s = 0; s < 12; s++)
                if (mask & 1u << s)
                  nearest = fmin (nearest, made->costs[s * 40 + a]);
              cost += nearest * made->people[a];
            }
          least = fmin (least, cost);
        }
      g_assert_cmpfloat_with_epsilon (choices->without[out], least, 1e-6 * least);
    }
}

/* OR-Library's p-median problems: a graph, of whose pairs a later line replaces an earlier one. */
static void
test_or_library (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("worked/%s", (const char *) data);
  double optimum = strcmp (data, "pmed1.txt") == 0 ? 5819 : strcmp (data, "pmed5.txt") == 0 ? 1355 : 1255;
  g_autofree char *path = bl_test_shared_data (name), *content = NULL;
  g_autofree double *costs = NULL, *people = NULL;
  g_autoptr (BlAllocation) allocation = NULL;
  BlAllocationQuestion question;
  char *next;
  guint n, edges, choose;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  n = (guint) strtoul (content, &next, 10);
  edges = (guint) strtoul (next, &next, 10);
  choose = (guint) strtoul (next, &next, 10);
  costs = g_new (double, n * n);
  people = g_new (double, n);
  for (guint i = 0; i < n * n; i++)
    costs[i] = i / n == i % n ? 0 : INFINITY;
  for (guint e = 0; e < edges; e++)
    {
      guint a = (guint) strtoul (next, &next, 10) - 1, b = (guint) strtoul (next, &next, 10) - 1;

      g_assert_true (a < n && b < n);
      costs[a * n + b] = costs[b * n + a] = g_ascii_strtod (next, &next);
    }
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        costs[i * n + j] = fmin (costs[i * n + j], costs[i * n + k] + costs[k * n + j]);
  for (guint i = 0; i < n; i++)
    people[i] = 1;

  question = (BlAllocationQuestion){ .n_sites = n, .n_areas = n, .costs = costs, .people = people, .choose = choose };
  allocation = bl_allocation_compute (&question, NULL);
  g_assert_cmpfloat (allocation->best.objective, ==, optimum);
  g_assert_true (allocation->proven);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/allocation/by-hand", test_by_hand);
  g_test_add_func ("/allocation/settled", test_settled);
  g_test_add_func ("/allocation/cover", test_cover);
  g_test_add_func ("/allocation/cover-ties", test_cover_ties);
  g_test_add_func ("/allocation/unreachable", test_unreachable);
  g_test_add_func ("/allocation/wrong-questions", test_wrong_questions);
  g_test_add_func ("/allocation/cancelled", test_cancelled);
  g_test_add_func ("/allocation/repeatable", test_repeatable);
  g_test_add_func ("/allocation/choices", test_choices);
  g_test_add_data_func ("/allocation/or-library/pmed1", "pmed1.txt", test_or_library);
  g_test_add_data_func ("/allocation/or-library/pmed5", "pmed5.txt", test_or_library);
  g_test_add_data_func ("/allocation/or-library/pmed10", "pmed10.txt", test_or_library);
  return g_test_run ();
}
