/* reach.h: who is how far from the nearest of many places, along the roads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "router.h"

G_BEGIN_DECLS

/* Milliseconds of a node that is not reached. */
#define BL_REACH_NEVER G_MAXUINT32
/* For @max_seconds: as far as it goes. */
#define BL_REACH_FAR G_MAXDOUBLE

/**
 * BlReach: for every node of a router's graph, the quickest way from it to the
 * nearest source: people travel TO a library, so on one-way streets edges are
 * followed against the way the search spreads. Equal times go to the source
 * that comes first, then to the shorter way. Times hold everything but the
 * walk from the place itself to its way: the walk from the way to the
 * library, the junction allowance, parking.
 *
 * A reach is work space too: run after run in the same one costs only what it
 * touches. For one thread at a time.
 */
typedef struct _BlReach BlReach;
BlReach *bl_reach_new (BlRouter *router);
void bl_reach_free (BlReach *reach);

/* From @sources (snaps of libraries; those that are not known reach nothing but
 * keep their number) to every node within @max_seconds. Forgets what was there. */
void bl_reach_run (BlReach *reach, const BlSnap *sources, guint n_sources, double max_seconds);
/* One source more, numbered after the others, to the same limit as the run;
 * only nodes it betters are touched. The same as a run with it. */
void bl_reach_add (BlReach *reach, const BlSnap *source);
/* Takes back everything since the last run: one drags a place by add, look, restore. */
void bl_reach_restore (BlReach *reach);

/**
 * BlArrival: from a place to the library it reaches first.
 */
typedef struct
{
  gboolean reached;
  double seconds; /* NaN when not reached */
  double metres;  /* along that way, the walks at both ends with it; NaN when not reached */
  guint owner;    /* which of the sources */
} BlArrival;

/* From a place that was snapped on the same router. Within the limit of the run, times may be
 * a little above it: the last stretch is not cut. */
BlArrival bl_reach_at (const BlReach *reach, const BlSnap *place);

BlRouter *bl_reach_get_router (const BlReach *reach);
guint bl_reach_get_n_sources (const BlReach *reach);
/* By node: milliseconds, or BL_REACH_NEVER. */
guint32 bl_reach_get_milliseconds (const BlReach *reach, guint node);
double bl_reach_get_metres (const BlReach *reach, guint node);
/* G_MAXUINT when it is not reached. */
guint bl_reach_get_owner (const BlReach *reach, guint node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlReach, bl_reach_free)

G_END_DECLS
