/* made-sites.h: places and people made up from a seed, for questions of which sites to open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include "allocation.h"

typedef struct
{
  guint n_sites, n_areas;
  double *costs, *people;
} MadeSites;

/* Towns in a square of 50 km, with areas and sites about them. */
static inline MadeSites *
made_sites_new (guint n_sites, guint n_areas, guint seed)
{
  MadeSites *made = g_new0 (MadeSites, 1);
  GRand *rand = g_rand_new_with_seed (seed);
  guint n = n_sites + n_areas;
  g_autofree double *x = g_new (double, n), *y = g_new (double, n);
  double towns[30][2];

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    for (guint j = 0; j < 2; j++)
      towns[i][j] = g_rand_double_range (rand, 0, 50000);
  for (guint i = 0; i < n; i++)
    {
      guint town = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (towns));
      double spread = i < n_sites ? 4500 : 3000;

      x[i] = round (towns[town][0] + g_rand_double_range (rand, -spread, spread));
      y[i] = round (towns[town][1] + g_rand_double_range (rand, -spread, spread));
    }
  made->n_sites = n_sites;
  made->n_areas = n_areas;
  made->people = g_new (double, n_areas);
  made->costs = g_new (double, n_sites * n_areas);
  for (guint a = 0; a < n_areas; a++)
    made->people[a] = g_rand_int_range (rand, 1000, 3000);
  for (guint s = 0; s < n_sites; s++)
    for (guint a = 0; a < n_areas; a++)
      made->costs[s * n_areas + a] = hypot (x[s] - x[n_sites + a], y[s] - y[n_sites + a]);
  g_rand_free (rand);
  return made;
}

static inline void
made_sites_free (MadeSites *made)
{
  g_free (made->costs);
  g_free (made->people);
  g_free (made);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadeSites, made_sites_free)
