/* site-plan.c: a question of which libraries to keep or where to open some, put together from a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "site-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "allocation-private.h"
#include "text.h"

static gboolean
is_among (guint library, const guint *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (list[i] == library)
      return TRUE;
  return FALSE;
}

static BlAccessQuestion
get_access_question (const BlSiteQuestion *question)
{
  return (BlAccessQuestion){ .statutory = question->statutory, .cross_boundary = question->cross_boundary };
}

static guint
add_site (BlSitePlan *plan, int library, int area, BlPoint point, const char *name, BlSiteState state)
{
  guint site = plan->n_sites++;

  plan->libraries[site] = library;
  plan->areas[site] = area;
  plan->points[site] = point;
  plan->names[site] = g_strdup (name);
  plan->states[site] = state;
  return site;
}

static void
add_libraries (BlSitePlan *plan, const BlFacts *facts, const BlSiteQuestion *question)
{
  BlAccessQuestion access = get_access_question (question);

  for (guint l = 0; l < facts->n_libraries; l++)
    {
      const BlFactsLibrary *library = &facts->libraries[l];
      BlSiteState state = BL_SITE_FREE;

      if (!bl_access_counts (facts, &access, l))
        continue;
      if (!library->located)
        {
          g_ptr_array_add (plan->left_out, g_strdup (library->name));
          continue;
        }
      if (is_among (l, question->closed, question->n_closed))
        state = BL_SITE_CLOSED;
      else if (library->nearby || question->add || is_among (l, question->open, question->n_open))
        state = BL_SITE_OPEN;
      plan->own_open += !library->nearby;
      add_site (plan, (int) l, -1, library->point, library->name, state);
    }
}

static void
add_candidates (BlSitePlan *plan, const BlFacts *facts, const BlSiteQuestion *question)
{
  if (question->candidates != NULL)
    {
      for (guint i = 0; i < question->n_candidates; i++)
        {
          g_autofree char *place = g_strdup_printf (_("%.0f, %.0f"), question->candidates[i].x, question->candidates[i].y);

          add_site (plan, -1, -1, question->candidates[i], place, BL_SITE_FREE);
        }
      return;
    }
  for (guint a = 0; a < facts->n_areas; a++)
    if (isfinite (facts->points[a].x))
      {
        const char *area = facts->names != NULL && facts->names[a] != NULL ? facts->names[a] : facts->codes[a];
        g_autofree char *name = g_strdup_printf (_("Near %s"), area);

        add_site (plan, -1, (int) a, facts->points[a], name, BL_SITE_FREE);
      }
}

/* Costs of the sites; one that no area reaches cannot be chosen. */
static gboolean
fill_costs (BlSitePlan *plan, const BlFacts *facts, const BlTravelMatrix *matrix, GCancellable *cancellable, GError **error)
{
  g_autofree double *other = g_new (double, MAX (plan->n_areas, 1));

  for (guint s = 0; s < plan->n_sites; s++)
    {
      double *costs = plan->costs + (gsize) s * plan->n_areas;

      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED, _("Cancelled."));
          return FALSE;
        }
      if (plan->libraries[s] >= 0)
        memcpy (costs,
                (plan->minutes ? matrix->minutes : matrix->metres) + (gsize) plan->libraries[s] * plan->n_areas,
                sizeof *costs * plan->n_areas);
      else if (!bl_travel_matrix_site (matrix, facts, plan->points[s], plan->minutes ? other : costs,
                                       plan->minutes ? costs : other))
        plan->states[s] = BL_SITE_CLOSED;
      else
        continue;
      if (plan->states[s] == BL_SITE_FREE)
        {
          gboolean reached = FALSE;

          for (guint a = 0; a < plan->n_areas && !reached; a++)
            reached = isfinite (costs[a]);
          if (!reached)
            {
              plan->states[s] = BL_SITE_CLOSED;
              g_ptr_array_add (plan->left_out, g_strdup (plan->names[s]));
            }
        }
    }
  return TRUE;
}

static gboolean
check (const BlFacts *facts, const BlSiteQuestion *question, GError **error)
{
  if (facts->n_areas == 0)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                         _("The project has no areas yet. Import some first."));
  else if (question->group == NULL && facts->population == NULL)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                         _("The project has no population yet. Import it first."));
  else if (question->number == 0)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                         _("Say how many libraries: at least one."));
  else if (question->objective == BL_OBJECTIVE_COVER && !(question->within > 0))
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                         _("Say within what people are to be: a distance or minutes."));
  else if (question->add && question->travel.by == BL_BY_TABLE)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                         _("A table of travel times knows only the libraries in it, so new places cannot be judged by it."));
  else
    return TRUE;
  return FALSE;
}

BlSitePlan *
bl_site_plan_new (const BlFacts *facts, const BlSiteQuestion *question, const BlTravelMatrix *matrix,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (BlSitePlan) plan = NULL;
  g_autoptr (BlTravelMatrix) made = NULL;
  guint most;

  g_return_val_if_fail (facts != NULL && question != NULL, NULL);

  if (!check (facts, question, error))
    return NULL;
  if (matrix == NULL)
    {
      made = bl_travel_matrix_new (facts, &question->travel, cancellable, error);
      if (made == NULL)
        return NULL;
      matrix = made;
    }

  most = facts->n_libraries + (question->candidates != NULL ? question->n_candidates : facts->n_areas);
  plan = g_new0 (BlSitePlan, 1);
  plan->n_areas = facts->n_areas;
  plan->minutes = question->travel.by != BL_BY_STRAIGHT;
  plan->left_out = g_ptr_array_new_with_free_func (g_free);
  plan->libraries = g_new (int, MAX (most, 1));
  plan->areas = g_new (int, MAX (most, 1));
  plan->points = g_new (BlPoint, MAX (most, 1));
  plan->names = g_new0 (char *, MAX (most, 1));
  plan->states = g_new (BlSiteState, MAX (most, 1));
  plan->people = g_memdup2 (question->group != NULL ? question->group->people : facts->population,
                            sizeof *plan->people * facts->n_areas);
  add_libraries (plan, facts, question);
  if (plan->n_sites == 0 && !question->add)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           _("No open library that counts is on the map."));
      return NULL;
    }
  if (question->add)
    add_candidates (plan, facts, question);
  plan->costs = g_new (double, (gsize) plan->n_sites * MAX (plan->n_areas, 1));
  if (!fill_costs (plan, facts, matrix, cancellable, error))
    return NULL;

  plan->choose = question->number;
  for (guint s = 0; s < plan->n_sites; s++)
    if (question->add ? plan->states[s] == BL_SITE_OPEN
                      : plan->libraries[s] >= 0 && facts->libraries[plan->libraries[s]].nearby)
      plan->choose++;
  return g_steal_pointer (&plan);
}

void
bl_site_plan_free (BlSitePlan *plan)
{
  if (plan == NULL)
    return;
  for (guint s = 0; s < plan->n_sites; s++)
    g_free (plan->names[s]);
  g_free (plan->names);
  g_free (plan->libraries);
  g_free (plan->areas);
  g_free (plan->points);
  g_free (plan->states);
  g_free (plan->costs);
  g_free (plan->people);
  g_ptr_array_unref (plan->left_out);
  g_free (plan);
}

void
bl_site_plan_ask (const BlSitePlan *plan, const BlSiteQuestion *question, BlAllocationQuestion *allocation)
{
  *allocation = (BlAllocationQuestion){
    .n_sites = plan->n_sites,
    .n_areas = plan->n_areas,
    .costs = plan->costs,
    .people = plan->people,
    .choose = plan->choose,
    .states = plan->states,
    .objective = question->objective,
    .within = question->within,
  };
}

BlLayout
bl_site_plan_measure_today (const BlSitePlan *plan, const BlSiteQuestion *question)
{
  g_autofree gboolean *open = g_new0 (gboolean, MAX (plan->n_sites, 1));
  BlAllocationQuestion allocation;

  bl_site_plan_ask (plan, question, &allocation);
  for (guint s = 0; s < plan->n_sites; s++)
    open[s] = plan->libraries[s] >= 0;
  return bl_layout_measure (&allocation, open);
}

void
bl_site_plan_layout_clear (BlLayout *layout)
{
  bl_layout_clear (layout);
}

char *
bl_site_plan_describe_gap (const BlSitePlan *plan, const BlSiteQuestion *question, const BlAllocation *allocation)
{
  g_autofree char *gap = NULL;
  gboolean cover = question->objective == BL_OBJECTIVE_COVER;

  if (allocation->gap <= 0)
    return g_strdup (cover ? _("Proven: no other choice has more people within reach.")
                           : _("Proven: no other choice gives shorter journeys on average."));
  if (!isfinite (allocation->gap))
    return g_strdup (_("How near this is to the best possible was not worked out before the search stopped."));
  gap = bl_text_number (fmax (allocation->gap, 0.01), allocation->gap < 0.1 ? 2 : 1);
  return g_strdup_printf (cover ? _("No other choice can have more than %s%% more people within reach.")
                                : _("No other choice can make journeys more than %s%% shorter on average."),
                          gap);
}
