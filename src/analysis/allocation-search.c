/* allocation-search.c: good layouts by interchange
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vertex interchange of Teitz and Bart (1968): swap one open site for a closed one while that helps. A
 * swap is judged as Whitaker (1983) showed and Hansen and Mladenović (1997) used: for a site that comes in,
 * one pass over the areas gives its gain and, by site, what leaving would cost.
 */
#include "allocation-private.h"

#include <math.h>
#include <string.h>

/* Smaller gains are noise of the arithmetic. */
#define LEAST_GAIN 1e-9

BlInterchange *
bl_interchange_new (const BlSites *sites)
{
  BlInterchange *self = g_new0 (BlInterchange, 1);

  self->sites = sites;
  self->open = g_new0 (gboolean, sites->n_sites);
  self->first = g_new (guint, sites->n_areas);
  self->second = g_new (guint, sites->n_areas);
  self->first_cost = g_new (double, sites->n_areas);
  self->second_cost = g_new (double, sites->n_areas);
  self->losses = g_new (double, sites->n_sites);
  return self;
}

void
bl_interchange_free (BlInterchange *self)
{
  if (self == NULL)
    return;
  g_free (self->open);
  g_free (self->first);
  g_free (self->second);
  g_free (self->first_cost);
  g_free (self->second_cost);
  g_free (self->losses);
  g_free (self);
}

static inline const double *
get_row (const BlSites *sites, guint site)
{
  return sites->costs + (gsize) site * sites->n_areas;
}

static void
forget_sites (BlInterchange *self)
{
  for (guint a = 0; a < self->sites->n_areas; a++)
    {
      self->first[a] = self->second[a] = G_MAXUINT;
      self->first_cost[a] = self->second_cost[a] = INFINITY;
    }
}

/* Takes an open site into the two nearest of each area. Equal costs stay with who came first. */
static void
take_in (BlInterchange *self, guint site)
{
  const double *row = get_row (self->sites, site);

  for (guint a = 0; a < self->sites->n_areas; a++)
    if (row[a] < self->first_cost[a])
      {
        self->second[a] = self->first[a];
        self->second_cost[a] = self->first_cost[a];
        self->first[a] = site;
        self->first_cost[a] = row[a];
      }
    else if (row[a] < self->second_cost[a])
      {
        self->second[a] = site;
        self->second_cost[a] = row[a];
      }
}

/* The second nearest of an area, when the first is right. */
static void
find_second (BlInterchange *self, guint area)
{
  const BlSites *sites = self->sites;

  self->second[area] = G_MAXUINT;
  self->second_cost[area] = INFINITY;
  for (guint s = 0; s < sites->n_sites; s++)
    if (self->open[s] && s != self->first[area] && get_row (sites, s)[area] < self->second_cost[area])
      {
        self->second[area] = s;
        self->second_cost[area] = get_row (sites, s)[area];
      }
}

static void
take_out (BlInterchange *self, guint site)
{
  for (guint a = 0; a < self->sites->n_areas; a++)
    if (self->first[a] == site)
      {
        self->first[a] = self->second[a];
        self->first_cost[a] = self->second_cost[a];
        find_second (self, a);
      }
    else if (self->second[a] == site)
      find_second (self, a);
}

static void
add_up (BlInterchange *self)
{
  self->cost = 0;
  for (guint a = 0; a < self->sites->n_areas; a++)
    self->cost += self->first_cost[a];
}

void
bl_interchange_set (BlInterchange *self, const gboolean *open)
{
  if (self->open != open)
    memcpy (self->open, open, sizeof *open * self->sites->n_sites);
  forget_sites (self);
  for (guint s = 0; s < self->sites->n_sites; s++)
    if (self->open[s])
      take_in (self, s);
  add_up (self);
}

gboolean
bl_interchange_add_best (BlInterchange *self)
{
  const BlSites *sites = self->sites;
  guint best = G_MAXUINT;
  double best_cost = INFINITY;

  for (guint s = 0; s < sites->n_sites; s++)
    {
      const double *row = get_row (sites, s);
      double cost = 0;

      if (self->open[s] || sites->states[s] != BL_SITE_FREE)
        continue;
      for (guint a = 0; a < sites->n_areas; a++)
        cost += fmin (row[a], self->first_cost[a]);
      if (cost < best_cost || best == G_MAXUINT)
        {
          best = s;
          best_cost = cost;
        }
    }
  if (best == G_MAXUINT)
    return FALSE;
  self->open[best] = TRUE;
  take_in (self, best);
  self->cost = best_cost;
  return TRUE;
}

void
bl_interchange_start_adding (BlInterchange *self)
{
  const BlSites *sites = self->sites;
  guint n_open = 0;

  for (guint s = 0; s < sites->n_sites; s++)
    n_open += self->open[s] = sites->states[s] == BL_SITE_OPEN;
  bl_interchange_set (self, self->open);
  for (; n_open < sites->choose; n_open++)
    {
      gboolean added = bl_interchange_add_best (self);

      g_assert (added);
    }
  add_up (self);
}

void
bl_interchange_start_dropping (BlInterchange *self)
{
  const BlSites *sites = self->sites;
  guint n_open = 0;

  for (guint s = 0; s < sites->n_sites; s++)
    n_open += self->open[s] = sites->states[s] != BL_SITE_CLOSED;
  bl_interchange_set (self, self->open);
  for (; n_open > sites->choose; n_open--)
    {
      guint best = G_MAXUINT;

      memset (self->losses, 0, sizeof *self->losses * sites->n_sites);
      for (guint a = 0; a < sites->n_areas; a++)
        self->losses[self->first[a]] += self->second_cost[a] - self->first_cost[a];
      for (guint s = 0; s < sites->n_sites; s++)
        if (self->open[s] && sites->states[s] == BL_SITE_FREE
            && (best == G_MAXUINT || self->losses[s] < self->losses[best]))
          best = s;
      g_assert (best != G_MAXUINT);
      self->open[best] = FALSE;
      take_out (self, best);
    }
  add_up (self);
}

/* What the best swap that brings @in in gives, and which site leaves for it. */
static double
judge (BlInterchange *self, guint in, guint *out)
{
  const BlSites *sites = self->sites;
  const double *row = get_row (sites, in);
  double gain = 0, least = INFINITY;

  memset (self->losses, 0, sizeof *self->losses * sites->n_sites);
  for (guint a = 0; a < sites->n_areas; a++)
    if (row[a] < self->first_cost[a])
      gain += self->first_cost[a] - row[a];
    else
      self->losses[self->first[a]] += fmin (row[a], self->second_cost[a]) - self->first_cost[a];

  *out = G_MAXUINT;
  for (guint s = 0; s < sites->n_sites; s++)
    if (self->open[s] && sites->states[s] == BL_SITE_FREE && self->losses[s] < least)
      {
        least = self->losses[s];
        *out = s;
      }
  return gain - least;
}

static void
swap (BlInterchange *self, guint in, guint out)
{
  self->open[out] = FALSE;
  self->open[in] = TRUE;
  take_in (self, in);
  take_out (self, out);
  add_up (self);
}

void
bl_interchange_improve (BlInterchange *self, GCancellable *cancellable)
{
  const BlSites *sites = self->sites;

  while (!g_cancellable_is_cancelled (cancellable))
    {
      guint best_in = G_MAXUINT, best_out = G_MAXUINT;
      double best = LEAST_GAIN * (1 + self->cost);

      for (guint s = 0; s < sites->n_sites; s++)
        if (!self->open[s] && sites->states[s] == BL_SITE_FREE)
          {
            guint out;
            double gain = judge (self, s, &out);

            if (out != G_MAXUINT && gain > best)
              {
                best = gain;
                best_in = s;
                best_out = out;
              }
          }
      if (best_in == G_MAXUINT)
        return;
      swap (self, best_in, best_out);
    }
}

/* A site at random of those that are free and as asked, or G_MAXUINT. */
static guint
pick (BlInterchange *self, gboolean open, GRand *rand)
{
  guint n = 0, wanted;

  for (guint s = 0; s < self->sites->n_sites; s++)
    n += self->open[s] == open && self->sites->states[s] == BL_SITE_FREE;
  if (n == 0)
    return G_MAXUINT;
  wanted = (guint) g_rand_int_range (rand, 0, (gint32) n);
  for (guint s = 0; s < self->sites->n_sites; s++)
    if (self->open[s] == open && self->sites->states[s] == BL_SITE_FREE && wanted-- == 0)
      return s;
  g_assert_not_reached ();
}

void
bl_interchange_shake (BlInterchange *self, guint n, GRand *rand)
{
  for (guint i = 0; i < n; i++)
    {
      guint in = pick (self, FALSE, rand), out = pick (self, TRUE, rand);

      if (in == G_MAXUINT || out == G_MAXUINT)
        return;
      swap (self, in, out);
    }
}
