/* allocation-private.h: the problem as the search and the bound see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "allocation.h"

G_BEGIN_DECLS

/**
 * BlSites: minimise the sum over areas of the least cost among open sites.
 * Only areas that count, costs already times people. For coverage a cost is
 * the people not covered, and a trifle of travel so that equals are told apart.
 */
typedef struct
{
  guint n_sites, n_areas;
  double *costs;        /* site * n_areas + area, all finite */
  BlSiteState *states;
  guint choose;
  double slack;         /* the trifle: the cost of a layout is at most this above what it stands for */
  double unit;          /* costs are whole multiples of it, up to the trifle; 0: not */
} BlSites;

/* --- allocation-search.c: interchange (Teitz and Bart's, evaluated as Whitaker's "fast interchange") --- */

/**
 * BlInterchange: a layout and, by area, its two nearest open sites.
 */
typedef struct
{
  const BlSites *sites;
  gboolean *open;
  guint *first, *second; /* by area: site; @second G_MAXUINT where only one is open */
  double *first_cost, *second_cost;
  double cost;
  double *losses;        /* scratch, by site */
} BlInterchange;

BlInterchange *bl_interchange_new (const BlSites *sites);
void bl_interchange_free (BlInterchange *self);
/* Those settled as open, then one after the other what helps most. */
void bl_interchange_start_adding (BlInterchange *self);
/* All that may be open, then away with what is missed least. */
void bl_interchange_start_dropping (BlInterchange *self);
void bl_interchange_set (BlInterchange *self, const gboolean *open);
/* Opens the free site that helps most; FALSE when there is none. */
gboolean bl_interchange_add_best (BlInterchange *self);
/* Swaps one site for another while that helps. */
void bl_interchange_improve (BlInterchange *self, GCancellable *cancellable);
/* @n swaps at random. */
void bl_interchange_shake (BlInterchange *self, guint n, GRand *rand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlInterchange, bl_interchange_free)

/* --- allocation-bound.c: Lagrangian relaxation of "each area goes to one site" --- */

/**
 * BlBound: multipliers, and what they have proved.
 */
typedef struct
{
  const BlSites *sites;
  double *prices;       /* by area: what being served is worth */
  double *best_prices;
  double *reduced;      /* by site */
  guint *order;         /* sites, scratch */
  double *slopes;       /* by area, scratch */
  BlSiteState *states;  /* those of the problem, and what a better layout than the best must have */
  gboolean *chosen;     /* the sites of the last relaxed answer */
  double bound;
  guint steps;
} BlBound;

BlBound *bl_bound_new (const BlSites *sites, const BlInterchange *start);
void bl_bound_free (BlBound *self);
/* Up to @steps subgradient steps towards @best, the cost of the best layout known. */
void bl_bound_climb (BlBound *self, double best, guint steps, GCancellable *cancellable);
/* Settles sites that no layout under @best can leave open or closed. */
void bl_bound_settle (BlBound *self, double best);
/* Goes through what is left, at most @nodes parts of it or until @deadline (monotonic, microseconds; 0 none):
 * better layouts go into @search (which holds the best), the answer is the bound then. */
double bl_bound_branch (BlBound *self, BlInterchange *search, guint nodes, gint64 deadline, GCancellable *cancellable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlBound, bl_bound_free)

/* Whether a layout of cost @cost cannot be bettered when @bound is proved. */
gboolean bl_sites_is_best (const BlSites *sites, double cost, double bound);
BlSites *bl_sites_new (const BlAllocationQuestion *question, double *people, double *unreachable, GError **error);
void bl_sites_free (BlSites *sites);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSites, bl_sites_free)
/* A layout as the asker sees it. */
BlLayout bl_layout_measure (const BlAllocationQuestion *question, const gboolean *open);
void bl_layout_clear (BlLayout *layout);

G_END_DECLS
