/* access.h: how far people are from a library, in a straight line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "groups.h"

G_BEGIN_DECLS

#define BL_MILE 1609.344

/**
 * BlAccessQuestion: which libraries count, for whom, within what.
 */
typedef struct
{
  gboolean statutory;       /* only statutory ones */
  gboolean cross_boundary;  /* neighbouring services' too */
  const double *limits;     /* metres */
  guint n_limits;
  const BlGroupCounts *group; /* whom; NULL for everyone */
  /* What if: libraries (index in facts) to be taken as closed; NULL for none. n_libraries long. */
  const gboolean *closed;
} BlAccessQuestion;

/**
 * BlAccess: the answer. Distances are metres, planar on EPSG:27700; percent is
 * 0–100 of the people whose area's place and number are known.
 */
typedef struct
{
  guint n_areas;
  int *nearest;        /* by area: index into facts->libraries, -1 where unreached */
  double *distance;    /* by area; NaN where unreached */
  guint n_counted;     /* libraries that count: open static, located (and as asked) */
  double population;   /* people counted */
  double mean_distance, median_distance, max_distance; /* population weighted; NaN when nobody; median: the first
                          area in order of distance at which half of the people are reached */
  guint n_limits;
  struct
  {
    double limit, people, percent;
  } *within;
  guint unknown;       /* areas without a figure of people */
  GPtrArray *unreached; /* of char *: area code, for areas that have no place */
  GPtrArray *left_out; /* of char *: names of open static libraries without a grid reference */
} BlAccess;

/* Whether @question would have the library at that index count, were it on the map. */
gboolean bl_access_counts (const BlFacts *facts, const BlAccessQuestion *question, guint library);
/* An error (LACKS) when there are no areas, no population, or no library that counts. */
BlAccess *bl_access_compute (const BlFacts *facts, const BlAccessQuestion *question, GError **error);
void bl_access_free (BlAccess *access);

/**
 * BlCatchment: the areas nearest to one library.
 */
typedef struct
{
  guint library;        /* index into facts->libraries */
  guint areas;          /* how many */
  double population;    /* 0 when it has no areas */
  double mean_distance; /* population weighted, metres; NaN when nobody */
  double max_distance;
  double within_mile;   /* people within 1 mile of it */
  double *groups;       /* people, by group asked for */
  guint *groups_unknown; /* areas without a figure of that group */
} BlCatchment;

/**
 * BlCatchments: every library that counts, in document order.
 */
typedef struct
{
  BlAccess *access;
  guint n;
  BlCatchment *items;
  guint n_groups;
} BlCatchments;

BlCatchments *bl_catchments_compute (const BlFacts *facts, const BlAccessQuestion *question,
                                     BlGroupCounts *const *groups, guint n_groups, GError **error);
const BlCatchment *bl_catchments_find (const BlCatchments *catchments, guint library);
void bl_catchments_free (BlCatchments *catchments);
/* A distance as people type it: "1mi", "2 miles", "1200m", "1.5km"; metres. */
gboolean bl_access_parse_limit (const char *text, double *metres, GError **error);
/* "1 mile", "2 miles", "1,200 m". */
char *bl_access_limit_to_text (double metres);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAccess, bl_access_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCatchments, bl_catchments_free)

G_END_DECLS
