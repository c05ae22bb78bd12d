/* map-figures.h: the figures that pane, card, table and sentence share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

#define BL_MAP_DECILES 10

/**
 * BlMapFigures: people of the areas nearest to one library, or of the whole
 * service. NaN is not known. Distances are metres, percent 0–100.
 */
typedef struct
{
  gboolean service;           /* of the whole service */
  guint areas;
  double people;
  double percent_of_service;
  double aged_0_15, aged_60_plus;
  double mean_distance;       /* NaN when nobody */
  double within_mile_percent; /* NaN when nobody */
  gboolean has_deciles;
  gboolean deprivation;       /* the deciles are of deprivation */
  double by_decile[BL_MAP_DECILES]; /* people */
  double decile_unknown;      /* people in areas without a decile */
} BlMapFigures;

/* FALSE when the library does not count, and then has no catchment. @groups:
 * of BlGroupCounts, in the order @catchments was asked for. */
gboolean bl_map_figures_of_library (BlMapFigures *figures, const BlFacts *facts, const BlCatchments *catchments,
                                    GPtrArray *groups, int library);
void bl_map_figures_of_service (BlMapFigures *figures, const BlFacts *facts, const BlCatchments *catchments,
                                GPtrArray *groups);

/* The value that deciles come from: "imd_decile", else the first decile there is; -1 for none. */
int bl_map_figures_find_decile (const BlFacts *facts);
/* The figure of one area under a name; NaN where not known. */
double bl_map_figures_of_area (const BlFacts *facts, const char *value, int area);
/* Of an area, as a share of its population; NaN where either is not known. */
double bl_map_figures_percent_of_area (const BlFacts *facts, const char *value, int area);
const char *bl_map_figures_area_name (const BlFacts *facts, int area);

/**
 * BlMapClosure: what would change if one library closed and nothing else did.
 */
typedef struct
{
  double people;         /* who would have another nearest library */
  double extra_distance; /* metres further, on average over them */
  double lose_mile;      /* who have a library within a mile now and would not */
} BlMapClosure;

/* @asked is what @access answers. FALSE when nobody is nearest to it, no other library counts, or
 * only minutes are known of the way. */
gboolean bl_map_figures_of_closure (BlMapClosure *closure, const BlFacts *facts, const BlAccess *access,
                                    const BlAccessQuestion *asked, int library);

G_END_DECLS
