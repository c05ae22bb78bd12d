/* allocation-choices.c: layouts that are nearly as good as the best, and how much each site matters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "allocation-private.h"

#include <math.h>
#include <string.h>

/* Tries at layouts that leave several sites out at once. */
#define TRIES 40

typedef struct
{
  const BlAllocationQuestion *question;
  BlSites *sites;
  BlInterchange *trial;
  const gboolean *best;
  GArray *pool; /* of BlLayout */
} Choosing;

static gboolean
is_free_of_best (const Choosing *choosing, guint site)
{
  return choosing->best[site] && choosing->sites->states[site] == BL_SITE_FREE;
}

/* How much worse, in percent. */
static double
get_worse (const BlAllocationQuestion *question, double best, double other)
{
  double difference = question->objective == BL_OBJECTIVE_COVER ? best - other : other - best;

  return best > 0 ? 100 * difference / best : difference > 0 ? INFINITY : 0;
}

/* The best found without the sites of @out; FALSE when there is no layout at all. */
static gboolean
try_without (Choosing *choosing, const guint *out, guint n_out, BlLayout *found)
{
  BlSites *sites = choosing->sites;
  g_autofree gboolean *open = g_memdup2 (choosing->best, sizeof *open * sites->n_sites);
  gboolean possible = TRUE;

  for (guint i = 0; i < n_out; i++)
    {
      sites->states[out[i]] = BL_SITE_CLOSED;
      open[out[i]] = FALSE;
    }
  bl_interchange_set (choosing->trial, open);
  for (guint i = 0; i < n_out && possible; i++)
    possible = bl_interchange_add_best (choosing->trial);
  if (possible)
    bl_interchange_improve (choosing->trial, choosing->question->cancellable);
  for (guint i = 0; i < n_out; i++)
    sites->states[out[i]] = BL_SITE_FREE;
  if (possible)
    *found = bl_layout_measure (choosing->question, choosing->trial->open);
  return possible;
}

static int
compare_layouts (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlAllocationQuestion *question = data;
  const BlLayout *first = a, *second = b;
  double order = question->objective == BL_OBJECTIVE_COVER ? second->objective - first->objective
                                                           : first->objective - second->objective;

  if (order == 0)
    order = first->travel - second->travel;
  return order < 0 ? -1 : order > 0;
}

static guint
count_new (const BlLayout *layout, const BlLayout *other, guint n_sites)
{
  guint n = 0;

  for (guint s = 0; s < n_sites; s++)
    n += layout->open[s] && !other->open[s];
  return n;
}

/* Each site of the best left out in turn. */
static void
leave_one_out (Choosing *choosing, double *without)
{
  for (guint s = 0; s < choosing->sites->n_sites; s++)
    {
      BlLayout layout;

      without[s] = NAN;
      if (is_free_of_best (choosing, s) && !g_cancellable_is_cancelled (choosing->question->cancellable)
          && try_without (choosing, &s, 1, &layout))
        {
          without[s] = layout.objective;
          g_array_append_val (choosing->pool, layout);
        }
    }
}

/* Several at once, those that are missed least the most often. */
static void
leave_several_out (Choosing *choosing, const double *without, double best, guint differ, GRand *rand)
{
  guint n_sites = choosing->sites->n_sites;
  g_autofree guint *free_sites = g_new (guint, n_sites);
  guint n = 0;

  for (guint s = 0; s < n_sites; s++)
    if (is_free_of_best (choosing, s) && isfinite (without[s]))
      free_sites[n++] = s;
  if (n < differ)
    return;
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0
                      && get_worse (choosing->question, best, without[free_sites[j]])
                             < get_worse (choosing->question, best, without[free_sites[j - 1]]);
         j--)
      {
        guint swap = free_sites[j];

        free_sites[j] = free_sites[j - 1];
        free_sites[j - 1] = swap;
      }
  for (guint t = 0; t < TRIES && !g_cancellable_is_cancelled (choosing->question->cancellable); t++)
    {
      g_autofree guint *out = g_new (guint, differ);
      guint n_out = 0;
      BlLayout layout;

      for (guint guard = 0; n_out < differ && guard < 1000; guard++)
        {
          double share = g_rand_double (rand);
          guint site = free_sites[(guint) (share * share * n)];
          gboolean taken = FALSE;

          for (guint i = 0; i < n_out; i++)
            taken = taken || out[i] == site;
          if (!taken)
            out[n_out++] = site;
        }
      if (n_out == differ && try_without (choosing, out, n_out, &layout))
        g_array_append_val (choosing->pool, layout);
    }
}

static void
keep_different (Choosing *choosing, BlAllocationChoices *choices, double near, guint differ, guint most)
{
  double best = choices->layouts[0].objective;

  g_array_sort_with_data (choosing->pool, compare_layouts, (gpointer) choosing->question);
  for (guint i = 0; i < choosing->pool->len; i++)
    {
      BlLayout *layout = &g_array_index (choosing->pool, BlLayout, i);
      gboolean fits = choices->n_layouts < most && get_worse (choosing->question, best, layout->objective) <= near;

      for (guint l = 0; l < choices->n_layouts && fits; l++)
        fits = count_new (layout, &choices->layouts[l], choices->n_sites) >= differ;
      if (fits)
        choices->layouts[choices->n_layouts++] = *layout;
      else
        bl_layout_clear (layout);
    }
}

BlAllocationChoices *
bl_allocation_find_choices (const BlAllocationQuestion *question, const BlAllocation *allocation, double near,
                            guint differ, guint most, GError **error)
{
  g_autoptr (BlSites) sites = NULL;
  g_autoptr (BlInterchange) trial = NULL;
  g_autoptr (GArray) pool = NULL;
  BlAllocationChoices *choices;
  double people, unreachable;
  Choosing choosing;
  GRand *rand;

  g_return_val_if_fail (allocation != NULL && allocation->n_sites == question->n_sites && most >= 1, NULL);

  sites = bl_sites_new (question, &people, &unreachable, error);
  if (sites == NULL)
    return NULL;
  trial = bl_interchange_new (sites);
  pool = g_array_new (FALSE, FALSE, sizeof (BlLayout));
  choosing = (Choosing){ question, sites, trial, allocation->best.open, pool };

  choices = g_new0 (BlAllocationChoices, 1);
  choices->n_sites = question->n_sites;
  choices->layouts = g_new0 (BlLayout, most);
  choices->without = g_new (double, question->n_sites);
  choices->in_layouts = g_new0 (guint, question->n_sites);
  choices->layouts[choices->n_layouts++] = bl_layout_measure (question, allocation->best.open);

  rand = g_rand_new_with_seed (20170830);
  leave_one_out (&choosing, choices->without);
  if (differ > 1)
    leave_several_out (&choosing, choices->without, choices->layouts[0].objective, differ, rand);
  g_rand_free (rand);
  keep_different (&choosing, choices, near, MAX (differ, 1), most);
  for (guint l = 0; l < choices->n_layouts; l++)
    for (guint s = 0; s < choices->n_sites; s++)
      choices->in_layouts[s] += choices->layouts[l].open[s] ? 1 : 0;
  return choices;
}

void
bl_allocation_choices_free (BlAllocationChoices *choices)
{
  if (choices == NULL)
    return;
  for (guint l = 0; l < choices->n_layouts; l++)
    bl_layout_clear (&choices->layouts[l]);
  g_free (choices->layouts);
  g_free (choices->without);
  g_free (choices->in_layouts);
  g_free (choices);
}
