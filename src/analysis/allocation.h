/* allocation.h: which sites to keep or to add, so that people travel least or most are in reach
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BlObjective: what a layout is judged by.
 */
typedef enum
{
  BL_OBJECTIVE_TRAVEL, /* least travel: the sum over areas of people times cost to the nearest open site (the p-median) */
  BL_OBJECTIVE_COVER,  /* most people within a cost of an open site (maximal covering); of equal ones the least travel */
} BlObjective;

/* What is settled about a site. */
typedef enum
{
  BL_SITE_FREE,
  BL_SITE_OPEN,
  BL_SITE_CLOSED,
} BlSiteState;

/* Told now and then how far it is: the gap of now, in percent (infinite before the first bound). In the calling thread. */
typedef void (*BlAllocationProgress) (double gap, gpointer data);

/**
 * BlAllocationQuestion: plain arrays, borrowed.
 */
typedef struct
{
  guint n_sites, n_areas;
  const double *costs;        /* site * n_areas + area: metres or minutes; NaN: cannot be reached from there */
  const double *people;       /* by area; NaN and 0 do not count */
  guint choose;               /* how many sites are open, those settled as open among them */
  const BlSiteState *states;  /* by site; NULL: all free */
  BlObjective objective;
  double within;              /* BL_OBJECTIVE_COVER: inclusive */
  double seconds;             /* stop looking for better ones or a better bound after this; 0: until nothing more is expected */
  double good_enough;         /* stop at this gap, in percent; 0: the proven best */
  GCancellable *cancellable;  /* cancelled: the best so far is the answer */
  BlAllocationProgress progress;
  gpointer progress_data;
} BlAllocationQuestion;

/**
 * BlLayout: one way to do it.
 */
typedef struct
{
  gboolean *open;    /* by site */
  double objective;  /* people times cost, or people within */
  double travel;     /* people times cost of those reached */
  double reached;    /* people who reach any open site */
} BlLayout;

/**
 * BlAllocation: the answer.
 *
 * @bound: no layout can have a smaller (travel) or a larger (cover) objective
 * than this; @gap is how far the best layout may be from it, in percent of the
 * bound (travel) or of the objective (cover). A gap of 0 is a proof. Where even
 * the best layout leaves people without a way to a library, who then weigh ten
 * times the longest journey, @bound is NaN and @gap is of the travel so weighed.
 */
typedef struct
{
  guint n_sites, n_areas;
  BlLayout best;
  double bound, gap;
  gboolean proven;
  gboolean cancelled;
  double people;          /* who count at all */
  double unreachable;     /* people whose area no site that may be open reaches; left out of both */
  guint layouts_tried, bound_steps;
} BlAllocation;

/* ASKED error when @choose cannot be met (fewer than are settled as open, more than may be open), LACKS when nobody counts. */
BlAllocation *bl_allocation_compute (const BlAllocationQuestion *question, GError **error);
void bl_allocation_free (BlAllocation *allocation);

/**
 * BlAllocationChoices: what is nearly as good.
 *
 * @layouts: the best first, then others within @near percent of it, each with
 * at least @differ sites that none before it has, best first. @without: by
 * site of the best layout, the objective of the best layout found in which
 * that site is not open; NaN where it is settled as open or not in the best.
 */
typedef struct
{
  guint n_sites, n_layouts;
  BlLayout *layouts;
  double *without;
  guint *in_layouts;     /* by site: in how many of the layouts it is open */
} BlAllocationChoices;

BlAllocationChoices *bl_allocation_find_choices (const BlAllocationQuestion *question, const BlAllocation *allocation,
                                                 double near, guint differ, guint most, GError **error);
void bl_allocation_choices_free (BlAllocationChoices *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAllocation, bl_allocation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAllocationChoices, bl_allocation_choices_free)

G_END_DECLS
