/* allocation.c: which sites to keep or to add
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "allocation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "facts.h"

/* An area that an open site does not reach costs this much more than the dearest journey: first reach, then nearness. */
#define OUT_OF_REACH 10.0
/* Travel weighs at most this many people in a question about cover. */
#define TRIFLE 0.25
/* Memory for the costs of one question, in figures: 400 MB. */
#define MOST_COSTS 50000000

#define FIRST_STEPS 150
#define ROUND_STEPS 60
#define ROUNDS 25
#define LEAST_ROUNDS 4
#define NODES 4000

/* --- The problem ----------------------------------------------------------- */

static gboolean
counts (double people)
{
  return isfinite (people) && people > 0;
}

static BlSiteState
get_state (const BlAllocationQuestion *question, guint site)
{
  return question->states != NULL ? question->states[site] : BL_SITE_FREE;
}

/* Whether any site that may be open reaches the area. */
static gboolean
is_reachable (const BlAllocationQuestion *question, guint area)
{
  for (guint s = 0; s < question->n_sites; s++)
    if (get_state (question, s) != BL_SITE_CLOSED
        && isfinite (question->costs[(gsize) s * question->n_areas + area]))
      return TRUE;
  return FALSE;
}

static gboolean
check (const BlAllocationQuestion *question, GError **error)
{
  guint open = 0, may = 0;

  for (guint s = 0; s < question->n_sites; s++)
    {
      open += get_state (question, s) == BL_SITE_OPEN;
      may += get_state (question, s) != BL_SITE_CLOSED;
    }
  if (question->choose == 0)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED, _("At least one library must be open."));
  else if (question->choose < open)
    g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                 ngettext ("Only %u library is to be open, but %u are settled as open.",
                           "Only %u libraries are to be open, but %u are settled as open.", question->choose),
                 question->choose, open);
  else if (question->choose > may)
    g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                 ngettext ("%u library is to be open, but there are only %u places for one.",
                           "%u libraries are to be open, but there are only %u places for them.", question->choose),
                 question->choose, may);
  else if ((guint64) question->n_sites * question->n_areas > MOST_COSTS)
    g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                 ngettext ("%u place is too many for one question about so many areas. Ask about fewer.",
                           "%u places are too many for one question about so many areas. Ask about fewer.",
                           question->n_sites),
                 question->n_sites);
  else
    return TRUE;
  return FALSE;
}

static void
fill_travel (BlSites *sites, const BlAllocationQuestion *question, const guint *areas, double dearest)
{
  gboolean whole = TRUE;

  for (guint s = 0; s < sites->n_sites; s++)
    for (guint a = 0; a < sites->n_areas; a++)
      {
        double cost = question->costs[(gsize) s * question->n_areas + areas[a]];
        double weighted = question->people[areas[a]] * (isfinite (cost) ? cost : dearest * OUT_OF_REACH);

        sites->costs[(gsize) s * sites->n_areas + a] = weighted;
        whole = whole && weighted == floor (weighted) && weighted < 1e9;
      }
  sites->unit = whole ? 1 : 0;
}

static void
fill_cover (BlSites *sites, const BlAllocationQuestion *question, const guint *areas, double dearest, double people)
{
  gboolean whole = TRUE;

  for (guint a = 0; a < sites->n_areas; a++)
    whole = whole && question->people[areas[a]] == floor (question->people[areas[a]]);
  sites->unit = whole ? 1 : 0;
  sites->slack = TRIFLE;
  for (guint s = 0; s < sites->n_sites; s++)
    for (guint a = 0; a < sites->n_areas; a++)
      {
        double cost = question->costs[(gsize) s * question->n_areas + areas[a]];
        double weight = question->people[areas[a]];
        gboolean covered = isfinite (cost) && cost <= question->within;

        sites->costs[(gsize) s * sites->n_areas + a]
            = (covered ? 0 : weight)
              + TRIFLE * weight / people * (isfinite (cost) ? cost / (dearest * OUT_OF_REACH) : 1);
      }
}

BlSites *
bl_sites_new (const BlAllocationQuestion *question, double *people, double *unreachable, GError **error)
{
  g_autoptr (BlSites) sites = g_new0 (BlSites, 1);
  g_autofree guint *areas = g_new (guint, MAX (question->n_areas, 1));
  double dearest = 1, counted = 0;

  if (!check (question, error))
    return NULL;

  *people = *unreachable = 0;
  for (guint a = 0; a < question->n_areas; a++)
    if (counts (question->people[a]))
      {
        *people += question->people[a];
        if (is_reachable (question, a))
          {
            areas[sites->n_areas++] = a;
            counted += question->people[a];
          }
        else
          *unreachable += question->people[a];
      }
  if (sites->n_areas == 0)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           _("Nobody can be counted: no area has both people and a way to a library."));
      return NULL;
    }
  for (gsize i = 0; i < (gsize) question->n_sites * question->n_areas; i++)
    if (isfinite (question->costs[i]))
      dearest = fmax (dearest, question->costs[i]);

  sites->n_sites = question->n_sites;
  sites->choose = question->choose;
  sites->states = g_new (BlSiteState, question->n_sites);
  for (guint s = 0; s < question->n_sites; s++)
    sites->states[s] = get_state (question, s);
  sites->costs = g_new (double, (gsize) sites->n_sites * sites->n_areas);
  if (question->objective == BL_OBJECTIVE_COVER)
    fill_cover (sites, question, areas, dearest, counted);
  else
    fill_travel (sites, question, areas, dearest);
  return g_steal_pointer (&sites);
}

void
bl_sites_free (BlSites *sites)
{
  if (sites == NULL)
    return;
  g_free (sites->costs);
  g_free (sites->states);
  g_free (sites);
}

/* --- A layout as the asker sees it ------------------------------------------ */

BlLayout
bl_layout_measure (const BlAllocationQuestion *question, const gboolean *open)
{
  BlLayout layout = { .open = g_memdup2 (open, sizeof *open * question->n_sites) };
  double covered = 0;

  for (guint a = 0; a < question->n_areas; a++)
    {
      double least = INFINITY;

      if (!counts (question->people[a]))
        continue;
      for (guint s = 0; s < question->n_sites; s++)
        if (open[s] && question->costs[(gsize) s * question->n_areas + a] < least)
          least = question->costs[(gsize) s * question->n_areas + a];
      if (!isfinite (least))
        continue;
      layout.reached += question->people[a];
      layout.travel += question->people[a] * least;
      if (least <= question->within)
        covered += question->people[a];
    }
  layout.objective = question->objective == BL_OBJECTIVE_COVER ? covered : layout.travel;
  return layout;
}

void
bl_layout_clear (BlLayout *layout)
{
  g_clear_pointer (&layout->open, g_free);
}

/* --- The search ------------------------------------------------------------- */

typedef struct
{
  const BlAllocationQuestion *question;
  const BlSites *sites;
  BlInterchange *best, *trial;
  BlBound *bound;
  GRand *rand;
  gint64 deadline;
  guint tried;
} Work;

/* In percent; the relaxed problem may have been narrowed to layouts better than the best. */
static double
get_gap (const Work *work)
{
  double bound = fmin (work->bound->bound - work->sites->slack, work->best->cost);

  if (bl_sites_is_best (work->sites, work->best->cost, work->bound->bound))
    return 0;
  if (work->question->objective == BL_OBJECTIVE_COVER)
    return 100 * (work->best->cost - fmax (bound, 0)) / fmax (work->sites->n_areas, work->best->cost);
  return bound > 0 ? 100 * (work->best->cost - bound) / bound : INFINITY;
}

static gboolean
is_enough (const Work *work)
{
  return get_gap (work) <= work->question->good_enough
         || g_cancellable_is_cancelled (work->question->cancellable)
         || (work->deadline != 0 && g_get_monotonic_time () >= work->deadline);
}

static gboolean
take_trial (Work *work)
{
  work->tried++;
  bl_interchange_improve (work->trial, work->question->cancellable);
  if (work->trial->cost >= work->best->cost - 1e-9 * fabs (work->best->cost))
    return FALSE;
  bl_interchange_set (work->best, work->trial->open);
  return TRUE;
}

static gboolean
try_chosen (Work *work)
{
  guint n = 0;

  for (guint s = 0; s < work->sites->n_sites; s++)
    n += work->bound->chosen[s];
  if (n != work->sites->choose)
    return FALSE;
  bl_interchange_set (work->trial, work->bound->chosen);
  return take_trial (work);
}

static void
search (Work *work)
{
  GCancellable *cancellable = work->question->cancellable;
  guint largest = MAX (2, MIN (work->sites->choose, work->sites->n_sites - work->sites->choose) / 3);

  bl_bound_climb (work->bound, work->best->cost, FIRST_STEPS, cancellable);
  try_chosen (work);
  for (guint round = 0, idle = 0; idle < ROUNDS && !is_enough (work); round++, idle++)
    {
      bl_bound_settle (work->bound, work->best->cost);
      /* While the bound still moves it is worth more than another try. */
      if (round < LEAST_ROUNDS || idle % 4 == 0)
        bl_bound_climb (work->bound, work->best->cost, ROUND_STEPS, cancellable);
      if (try_chosen (work))
        idle = 0;
      if (is_enough (work))
        break;
      bl_interchange_set (work->trial, work->best->open);
      bl_interchange_shake (work->trial, 1 + round % largest, work->rand);
      if (take_trial (work))
        idle = 0;
      if (work->question->progress != NULL)
        work->question->progress (get_gap (work), work->question->progress_data);
    }
  if (!is_enough (work))
    bl_bound_branch (work->bound, work->best, NODES, work->deadline, cancellable);
}

BlAllocation *
bl_allocation_compute (const BlAllocationQuestion *question, GError **error)
{
  g_autoptr (BlSites) sites = NULL;
  g_autoptr (BlInterchange) best = NULL, trial = NULL;
  g_autoptr (BlBound) bound = NULL;
  BlAllocation *allocation;
  double people, unreachable;
  Work work;

  g_return_val_if_fail (question != NULL && question->costs != NULL && question->people != NULL, NULL);

  sites = bl_sites_new (question, &people, &unreachable, error);
  if (sites == NULL)
    return NULL;

  best = bl_interchange_new (sites);
  trial = bl_interchange_new (sites);
  if (sites->choose * 2 > sites->n_sites)
    {
      bl_interchange_start_dropping (best);
      bl_interchange_start_adding (trial);
    }
  else
    {
      bl_interchange_start_adding (best);
      bl_interchange_start_dropping (trial);
    }
  bl_interchange_improve (best, question->cancellable);
  bound = bl_bound_new (sites, best);
  work = (Work){ question, sites, best, trial, bound, g_rand_new_with_seed (20170830), 0, 1 };
  if (question->seconds > 0)
    work.deadline = g_get_monotonic_time () + (gint64) (question->seconds * G_USEC_PER_SEC);
  take_trial (&work);
  search (&work);
  g_rand_free (work.rand);

  allocation = g_new0 (BlAllocation, 1);
  allocation->n_sites = question->n_sites;
  allocation->n_areas = question->n_areas;
  allocation->people = people;
  allocation->unreachable = unreachable;
  allocation->best = bl_layout_measure (question, best->open);
  allocation->proven = bl_sites_is_best (sites, best->cost, bound->bound);
  allocation->cancelled = g_cancellable_is_cancelled (question->cancellable);
  allocation->layouts_tried = work.tried;
  allocation->bound_steps = bound->steps;
  if (question->objective == BL_OBJECTIVE_TRAVEL && allocation->best.reached < people - unreachable - 0.5)
    {
      allocation->bound = NAN;
      allocation->gap = get_gap (&work);
    }
  else if (allocation->proven)
    {
      allocation->bound = allocation->best.objective;
      allocation->gap = 0;
    }
  else if (question->objective == BL_OBJECTIVE_COVER)
    {
      /* Whole people: what the bound leaves uncovered is rounded up. */
      double uncovered = fmax (bound->bound - sites->slack, 0);

      if (sites->unit > 0)
        uncovered = ceil (uncovered - 1e-6);
      allocation->bound = fmax (people - unreachable - uncovered, allocation->best.objective);
      allocation->gap = allocation->best.objective > 0
                            ? 100 * (allocation->bound - allocation->best.objective) / allocation->best.objective
                            : INFINITY;
    }
  else
    {
      allocation->bound = fmax (fmin (bound->bound, allocation->best.objective), 0);
      allocation->gap = allocation->bound > 0
                            ? 100 * (allocation->best.objective - allocation->bound) / allocation->bound
                            : INFINITY;
    }
  return allocation;
}

void
bl_allocation_free (BlAllocation *allocation)
{
  if (allocation == NULL)
    return;
  bl_layout_clear (&allocation->best);
  g_free (allocation);
}
