/* test-site-plan.c: which of a real service's libraries to keep, against trying them all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "published.h"
#include "site-plan.h"

static BlFacts *
get_newcastle (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);

  return project != NULL ? bl_facts_new (project) : NULL;
}

static BlAllocation *
solve (const BlFacts *facts, const BlSiteQuestion *question, BlSitePlan **plan)
{
  g_autoptr (GError) error = NULL;
  BlAllocationQuestion allocation;
  BlAllocation *answer;

  *plan = bl_site_plan_new (facts, question, NULL, NULL, &error);
  g_assert_no_error (error);
  bl_site_plan_ask (*plan, question, &allocation);
  answer = bl_allocation_compute (&allocation, &error);
  g_assert_no_error (error);
  return answer;
}

/* Nineteen of twenty: the one that is missed least, by closing each in turn. */
static void
test_keep_all_but_one (void)
{
  g_autoptr (BlFacts) facts = get_newcastle ();
  BlSiteQuestion question = { .number = 19 };
  g_autoptr (BlSitePlan) plan = NULL;
  g_autoptr (BlAllocation) answer = NULL;
  g_autofree gboolean *closed = NULL;
  double least = INFINITY;
  guint missed = 0;
  BlLayout today;

  if (facts == NULL)
    return;
  closed = g_new0 (gboolean, facts->n_libraries);
  for (guint l = 0; l < facts->n_libraries; l++)
    {
      BlAccessQuestion access = { .closed = closed };
      g_autoptr (BlAccess) without = NULL;

      if (!bl_access_counts (facts, &(BlAccessQuestion){ 0 }, l))
        continue;
      closed[l] = TRUE;
      without = bl_access_compute (facts, &access, NULL);
      closed[l] = FALSE;
      if (without->mean_distance < least)
        {
          least = without->mean_distance;
          missed = l;
        }
    }

  answer = solve (facts, &question, &plan);
  g_assert_cmpuint (plan->own_open, ==, 20);
  g_assert_true (answer->proven);
  g_assert_cmpfloat_with_epsilon (answer->best.objective / 302820, least, 1e-6);
  for (guint s = 0; s < plan->n_sites; s++)
    g_assert_cmpint (answer->best.open[s], ==, plan->libraries[s] != (int) missed);

  /* Today's is what expected.md says of method A. */
  today = bl_site_plan_measure_today (plan, &question);
  g_assert_cmpfloat_with_epsilon (today.travel / 302820, 816.099, 0.0006);
  bl_site_plan_layout_clear (&today);
}

/* One more, where people live: the best of all areas' points, by trying each. */
static void
test_add_one (void)
{
  g_autoptr (BlFacts) facts = get_newcastle ();
  BlSiteQuestion question = { .add = TRUE, .number = 1, .objective = BL_OBJECTIVE_COVER, .within = BL_MILE };
  g_autoptr (BlSitePlan) plan = NULL;
  g_autoptr (BlAllocation) answer = NULL;
  g_autoptr (BlAccess) today = NULL;
  double most = 0;

  if (facts == NULL)
    return;
  today = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  for (guint c = 0; c < facts->n_areas; c++)
    {
      double covered = 0;

      for (guint a = 0; a < facts->n_areas; a++)
        if (today->distance[a] <= BL_MILE
            || hypot (facts->points[a].x - facts->points[c].x, facts->points[a].y - facts->points[c].y) <= BL_MILE)
          covered += facts->population[a];
      most = fmax (most, covered);
    }

  answer = solve (facts, &question, &plan);
  g_assert_cmpuint (plan->choose, ==, 21);
  g_assert_true (answer->proven);
  g_assert_cmpfloat (answer->best.objective, ==, most);
  g_assert_cmpfloat (answer->bound, ==, most);
}

/* What is settled is settled, and neighbours stay as they are. */
static void
test_settled (void)
{
  g_autoptr (BlFacts) facts = get_newcastle ();
  g_autoptr (BlSitePlan) plan = NULL;
  g_autoptr (BlAllocation) answer = NULL;
  BlSiteQuestion question = { .number = 5, .cross_boundary = TRUE };
  guint open = 0, closed = 0, own = 0;

  if (facts == NULL)
    return;
  while (!bl_access_counts (facts, &(BlAccessQuestion){ 0 }, open))
    open++;
  closed = open + 1;
  while (!bl_access_counts (facts, &(BlAccessQuestion){ 0 }, closed))
    closed++;
  question.open = &open;
  question.closed = &closed;
  question.n_open = question.n_closed = 1;
  answer = solve (facts, &question, &plan);
  for (guint s = 0; s < plan->n_sites; s++)
    {
      const BlFactsLibrary *library = &facts->libraries[plan->libraries[s]];

      own += answer->best.open[s] && !library->nearby;
      if (library->nearby)
        g_assert_true (answer->best.open[s]);
      if (plan->libraries[s] == (int) open)
        g_assert_true (answer->best.open[s]);
      if (plan->libraries[s] == (int) closed)
        g_assert_false (answer->best.open[s]);
    }
  g_assert_cmpuint (own, ==, 5);
}

static void
test_wrong (void)
{
  g_autoptr (BlFacts) facts = get_newcastle ();
  static const struct
  {
    BlSiteQuestion question;
    const char *part;
  } wrong[] = {
    { { .number = 0 }, "how many libraries" },
    { { .number = 3, .objective = BL_OBJECTIVE_COVER }, "within what" },
    { { .add = TRUE, .number = 1, .travel = { .by = BL_BY_TABLE, .table = "bus" } }, "only the libraries in it" },
  };

  if (facts == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_site_plan_new (facts, &wrong[i].question, NULL, NULL, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
      g_assert_nonnull (strstr (error->message, wrong[i].part));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/site-plan/keep-all-but-one", test_keep_all_but_one);
  g_test_add_func ("/site-plan/add-one", test_add_one);
  g_test_add_func ("/site-plan/settled", test_settled);
  g_test_add_func ("/site-plan/wrong", test_wrong);
  return g_test_run ();
}
