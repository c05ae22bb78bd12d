/* site-plan.h: a question of which libraries to keep or where to open some, put together from a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "allocation.h"
#include "travel.h"

G_BEGIN_DECLS

/**
 * BlSiteQuestion: what is asked. Libraries are indices into the facts.
 */
typedef struct
{
  gboolean add;              /* @number more besides all that are open; else @number of those are kept */
  guint number;
  gboolean statutory, cross_boundary; /* which libraries count, as in BlAccessQuestion */
  BlTravel travel;
  BlObjective objective;
  double within;             /* BL_OBJECTIVE_COVER: metres in a straight line, else minutes */
  const BlGroupCounts *group; /* whom; NULL for everyone */
  const guint *open, *closed; /* settled libraries */
  guint n_open, n_closed;
  const BlPoint *candidates; /* places for new ones; NULL: where people live, the point of each area */
  guint n_candidates;
} BlSiteQuestion;

/**
 * BlSitePlan: the places and what it costs to get there. The rows of @costs are
 * sites: the libraries that count, then, when some are added, the candidates.
 * Neighbouring services' libraries are open and stay so. Costs are metres in a
 * straight line, else minutes.
 */
typedef struct
{
  guint n_sites, n_areas;
  int *libraries;        /* by site: index into the facts, -1 for a candidate */
  int *areas;            /* by site: the area whose point it is, -1 */
  BlPoint *points;
  char **names;          /* by site, for people: "Gosforth Library", "Near Newcastle upon Tyne 008G" */
  BlSiteState *states;
  double *costs;         /* site * n_areas + area */
  double *people;        /* by area */
  gboolean minutes;      /* costs are minutes */
  guint choose;          /* of all sites */
  guint own_open;        /* the service's libraries that count today */
  GPtrArray *left_out;   /* of char *: names of open libraries that have no place, or none on the network */
} BlSitePlan;

/* Blocking, any thread. @matrix: of the facts and question->travel where there is one already, else NULL. */
BlSitePlan *bl_site_plan_new (const BlFacts *facts, const BlSiteQuestion *question, const BlTravelMatrix *matrix,
                              GCancellable *cancellable, GError **error);
void bl_site_plan_free (BlSitePlan *plan);
/* The plan as a question for bl_allocation_compute(); the caller adds how long and how good. */
void bl_site_plan_ask (const BlSitePlan *plan, const BlSiteQuestion *question, BlAllocationQuestion *allocation);
/* What today's libraries are worth by the same measure. */
BlLayout bl_site_plan_measure_today (const BlSitePlan *plan, const BlSiteQuestion *question);
void bl_site_plan_layout_clear (BlLayout *layout);
/* In plain words, how good: "No other choice of 12 libraries gives shorter journeys." */
char *bl_site_plan_describe_gap (const BlSitePlan *plan, const BlSiteQuestion *question, const BlAllocation *allocation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSitePlan, bl_site_plan_free)

G_END_DECLS
