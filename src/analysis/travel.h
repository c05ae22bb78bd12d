/* travel.h: how far it is from every area to every library, in metres and minutes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "facts.h"

G_BEGIN_DECLS

/* Walking in a straight line: 4.8 km/h (design: Distances), metres a minute. */
#define BL_WALK_METRES 80.0

/**
 * BlBy: how people get there.
 */
typedef enum
{
  BL_BY_STRAIGHT, /* in a straight line; minutes are those of walking it */
  BL_BY_WALK,     /* along the project's road network */
  BL_BY_CYCLE,
  BL_BY_DRIVE,
  BL_BY_TABLE,    /* a ready-made table of travel times: minutes only */
} BlBy;

/**
 * BlTravel: one way of measuring. All zero is the straight line.
 */
typedef struct
{
  BlBy by;
  const char *table; /* BL_BY_TABLE: name of the travel times */
  double pace;       /* 0 or 1: the speeds of the project; 1.2: all of them a fifth faster */
} BlTravel;

/* "straight", "walk", "cycle", "drive", or the name of a table; ASKED error. */
gboolean bl_travel_parse (const BlFacts *facts, const char *text, BlTravel *travel, GError **error);
/* "in a straight line", "on foot by road", "Bus, Tuesday 8:00 to 10:00"; for people. */
char *bl_travel_to_text (const BlFacts *facts, const BlTravel *travel);
/* What the project lacks for @travel, as a LACKS error; TRUE when nothing. */
gboolean bl_travel_is_possible (const BlFacts *facts, const BlTravel *travel, GError **error);

/**
 * BlTravelMatrix: metres and minutes from each area (column) to each library
 * of the facts (row, by its index there, whether it counts or not).
 * library * n_areas + area; NaN where a place is not known or cannot be
 * reached, and in the rows of what is no static library; metres NaN where only minutes are known. Immutable, reference
 * counted atomically.
 */
typedef struct
{
  BlTravel travel;
  guint n_libraries, n_areas;
  double *metres, *minutes;
  /* Metres from the place to the network, by library and by area; NaN where it is not joined; NULL where
   * nothing is travelled by road. */
  double *library_snap, *area_snap;
  /*< private >*/
  char *table;
  gpointer roads; /* BlTravelRoads, kept for new sites; NULL without a network */
  gatomicrefcount ref_count;
} BlTravelMatrix;

/* Blocking (a county by road: some tenths of a second); safe in any thread. */
BlTravelMatrix *bl_travel_matrix_new (const BlFacts *facts, const BlTravel *travel, GCancellable *cancellable,
                                      GError **error);
/* The matrix of @facts that differ from those of @self in libraries moved or
 * added behind (a scenario's): only their rows are worked out. */
BlTravelMatrix *bl_travel_matrix_update (const BlTravelMatrix *self, const BlFacts *before, const BlFacts *facts,
                                         GCancellable *cancellable, GError **error);
/* One more site: @metres and @minutes take n_areas figures each. FALSE when it
 * cannot be joined to the network (then all NaN) or the table has no such place. */
gboolean bl_travel_matrix_site (const BlTravelMatrix *self, const BlFacts *facts, BlPoint site, double *metres,
                                double *minutes);
BlTravelMatrix *bl_travel_matrix_ref (BlTravelMatrix *self);
void bl_travel_matrix_unref (BlTravelMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTravelMatrix, bl_travel_matrix_unref)

G_END_DECLS
