/* allocation-bound.c: how good a layout can be at best
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lagrangian relaxation of the p-median problem (Cornuéjols, Fisher and Nemhauser 1977): each area is paid a
 * price for being served, and each site then takes the areas that cost less than they pay. Whatever the prices,
 * the best such answer is a bound. The prices climb by subgradient steps (Held and Karp's, with Polyak's length).
 * Sites that no better layout can leave open or closed are settled by their reduced cost, and what is left is
 * gone through by branch and bound.
 */
#include "allocation-private.h"

#include <math.h>
#include <string.h>

/* Steps without a better bound before the step gets half as long. */
#define PATIENCE 12
#define SHORTEST_STEP 1e-3
#define NODE_STEPS 60

BlBound *
bl_bound_new (const BlSites *sites, const BlInterchange *start)
{
  BlBound *self = g_new0 (BlBound, 1);

  self->sites = sites;
  self->prices = g_new (double, sites->n_areas);
  self->best_prices = g_new (double, sites->n_areas);
  self->reduced = g_new (double, sites->n_sites);
  self->order = g_new (guint, sites->n_sites);
  self->slopes = g_new (double, sites->n_areas);
  self->states = g_memdup2 (sites->states, sizeof *sites->states * sites->n_sites);
  self->chosen = g_new0 (gboolean, sites->n_sites);
  self->bound = -INFINITY;
  /* Between what the best and the second best open site cost is where good prices are. */
  for (guint a = 0; a < sites->n_areas; a++)
    self->prices[a] = isfinite (start->second_cost[a]) ? (start->first_cost[a] + start->second_cost[a]) / 2
                                                       : start->first_cost[a];
  memcpy (self->best_prices, self->prices, sizeof *self->prices * sites->n_areas);
  return self;
}

void
bl_bound_free (BlBound *self)
{
  if (self == NULL)
    return;
  g_free (self->prices);
  g_free (self->best_prices);
  g_free (self->reduced);
  g_free (self->order);
  g_free (self->slopes);
  g_free (self->states);
  g_free (self->chosen);
  g_free (self);
}

gboolean
bl_sites_is_best (const BlSites *sites, double cost, double bound)
{
  if (sites->unit > 0)
    return bound - sites->slack > floor ((cost + 1e-6) / sites->unit) * sites->unit - sites->unit + 1e-6;
  return bound >= cost - 1e-9 * fabs (cost);
}

static int
compare_reduced (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *reduced = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (reduced[first] != reduced[second])
    return reduced[first] < reduced[second] ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* The relaxed answer at @prices: fills reduced and chosen, and order with the
 * free sites, the best first. @n_free and @n_wanted: how many of them there are
 * and how many are chosen. Its value; INFINITY where the states leave no layout. */
static double
relax (BlBound *self, const double *prices, guint *n_free, guint *n_wanted)
{
  const BlSites *sites = self->sites;
  double value = 0;
  guint open = 0, n = 0;

  for (guint a = 0; a < sites->n_areas; a++)
    value += prices[a];
  for (guint s = 0; s < sites->n_sites; s++)
    {
      const double *row = sites->costs + (gsize) s * sites->n_areas;
      double reduced = 0;

      self->chosen[s] = FALSE;
      if (self->states[s] == BL_SITE_CLOSED)
        continue;
      for (guint a = 0; a < sites->n_areas; a++)
        {
          double difference = row[a] - prices[a];

          reduced += difference < 0 ? difference : 0;
        }
      self->reduced[s] = reduced;
      if (self->states[s] == BL_SITE_OPEN)
        {
          self->chosen[s] = TRUE;
          value += reduced;
          open++;
        }
      else
        self->order[n++] = s;
    }
  *n_free = n;
  *n_wanted = sites->choose >= open ? sites->choose - open : 0;
  if (open > sites->choose || *n_wanted > n)
    return INFINITY;
  g_qsort_with_data (self->order, (gint) n, sizeof *self->order, compare_reduced, self->reduced);
  for (guint i = 0; i < *n_wanted; i++)
    {
      self->chosen[self->order[i]] = TRUE;
      value += self->reduced[self->order[i]];
    }
  return value;
}

/* One minus how many chosen sites serve the area; the sum of squares. */
static double
slope (BlBound *self)
{
  const BlSites *sites = self->sites;
  double square = 0;

  for (guint a = 0; a < sites->n_areas; a++)
    self->slopes[a] = 1;
  for (guint s = 0; s < sites->n_sites; s++)
    if (self->chosen[s])
      {
        const double *row = sites->costs + (gsize) s * sites->n_areas;

        for (guint a = 0; a < sites->n_areas; a++)
          self->slopes[a] -= row[a] < self->prices[a] ? 1 : 0;
      }
  for (guint a = 0; a < sites->n_areas; a++)
    square += self->slopes[a] * self->slopes[a];
  return square;
}

void
bl_bound_climb (BlBound *self, double best, guint steps, GCancellable *cancellable)
{
  const BlSites *sites = self->sites;
  gsize size = sizeof *self->prices * sites->n_areas;
  double length = 2;
  guint idle = 0;

  memcpy (self->prices, self->best_prices, size);
  for (guint i = 0; i < steps && length > SHORTEST_STEP && !g_cancellable_is_cancelled (cancellable); i++)
    {
      guint n_free, n_wanted;
      double value = relax (self, self->prices, &n_free, &n_wanted), square;

      self->steps++;
      if (value > self->bound)
        {
          self->bound = value;
          memcpy (self->best_prices, self->prices, size);
          idle = 0;
          if (bl_sites_is_best (sites, best, self->bound))
            return;
        }
      else if (++idle >= PATIENCE)
        {
          length /= 2;
          idle = 0;
          memcpy (self->prices, self->best_prices, size);
          value = relax (self, self->prices, &n_free, &n_wanted);
        }
      square = slope (self);
      if (square <= 0 || value == INFINITY)
        return; /* the relaxed answer is a layout: nothing can be better */
      for (guint a = 0; a < sites->n_areas; a++)
        self->prices[a] += length * (best - value) / square * self->slopes[a];
    }
}

void
bl_bound_settle (BlBound *self, double best)
{
  guint n_free, n_wanted;
  double value = relax (self, self->best_prices, &n_free, &n_wanted), last_in, first_out;

  if (value > self->bound)
    self->bound = value;
  if (value == INFINITY || n_wanted == 0 || n_wanted == n_free)
    return;
  last_in = self->reduced[self->order[n_wanted - 1]];
  first_out = self->reduced[self->order[n_wanted]];
  for (guint i = 0; i < n_free; i++)
    {
      guint site = self->order[i];
      double forced = value + (i < n_wanted ? first_out - self->reduced[site] : self->reduced[site] - last_in);

      if (bl_sites_is_best (self->sites, best, forced))
        self->states[site] = i < n_wanted ? BL_SITE_OPEN : BL_SITE_CLOSED;
    }
}

/* What a walk through the parts carries. */
typedef struct
{
  BlBound *bound;
  BlInterchange *search, *trial;
  guint nodes;
  gint64 deadline;
  GCancellable *cancellable;
  double left; /* the least bound of what was not gone into */
} Walk;

static gboolean
is_over (Walk *walk)
{
  return walk->nodes == 0 || g_cancellable_is_cancelled (walk->cancellable)
         || (walk->deadline != 0 && g_get_monotonic_time () >= walk->deadline);
}

/* Takes the layout of the relaxed answer, and what interchange makes of it. */
static void
try_chosen (Walk *walk, guint n_wanted, guint n_free)
{
  if (n_wanted > n_free)
    return;
  bl_interchange_set (walk->trial, walk->bound->chosen);
  bl_interchange_improve (walk->trial, walk->cancellable);
  if (walk->trial->cost < walk->search->cost)
    bl_interchange_set (walk->search, walk->trial->open);
}

static void
walk_part (Walk *walk, double above)
{
  BlBound *self = walk->bound;
  const BlSites *sites = self->sites;
  gsize price_size = sizeof *self->prices * sites->n_areas, state_size = sizeof *self->states * sites->n_sites;
  g_autofree double *prices = NULL;
  g_autofree BlSiteState *states = NULL;
  guint n_free, n_wanted, site;
  gboolean open;
  double bound;

  if (is_over (walk))
    {
      walk->left = fmin (walk->left, above);
      return;
    }
  walk->nodes--;
  self->bound = -INFINITY;
  bl_bound_climb (self, walk->search->cost, NODE_STEPS, walk->cancellable);
  bound = fmax (self->bound, above);
  if (relax (self, self->best_prices, &n_free, &n_wanted) == INFINITY)
    return;
  try_chosen (walk, n_wanted, n_free);
  if (bl_sites_is_best (sites, walk->search->cost, bound))
    return;
  self->bound = bound;
  bl_bound_settle (self, walk->search->cost);
  if (relax (self, self->best_prices, &n_free, &n_wanted) == INFINITY)
    return;
  if (n_wanted == 0 || n_wanted == n_free)
    {
      /* One layout is left, and it has been tried or is tried now. */
      try_chosen (walk, n_wanted, n_free);
      return;
    }

  prices = g_memdup2 (self->best_prices, price_size);
  states = g_memdup2 (self->states, state_size);
  /* The choice that is least clear: the last that came in, then the same left out. */
  site = self->order[n_wanted - 1];
  for (int turn = 0; turn < 2; turn++)
    {
      open = turn == 0;
      memcpy (self->best_prices, prices, price_size);
      memcpy (self->states, states, state_size);
      self->states[site] = open ? BL_SITE_OPEN : BL_SITE_CLOSED;
      walk_part (walk, bound);
    }
}

double
bl_bound_branch (BlBound *self, BlInterchange *search, guint nodes, gint64 deadline, GCancellable *cancellable)
{
  g_autoptr (BlInterchange) trial = bl_interchange_new (self->sites);
  Walk walk = { self, search, trial, nodes, deadline, cancellable, INFINITY };
  double before = self->bound;

  walk_part (&walk, before);
  self->bound = fmax (before, fmin (walk.left, search->cost));
  return self->bound;
}
