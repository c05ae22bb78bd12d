/* access.h: how far people are from a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "groups.h"
#include "travel.h"

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
  /* How people get there; all zero is the straight line, whose minutes are those of walking it. */
  BlTravel travel;
  /* Of these facts and that travel, so that it is worked out once for many questions; NULL:
   * worked out now. Not looked at in a straight line. */
  const BlTravelMatrix *matrix;
  const double *minutes;    /* limits in minutes besides those in metres */
  guint n_minutes;
  /* Only libraries open at that minute of the week (Monday 00:00 is 0). */
  gboolean at_time;
  guint week_minute;
} BlAccessQuestion;

typedef enum
{
  BL_MEASURE_DISTANCE, /* metres */
  BL_MEASURE_MINUTES,
} BlMeasure;

/**
 * BlAccess: the answer. Distances are metres; percent is 0–100 of @population.
 *
 * The nearest library is the one with the fewest metres in a straight line, else the one
 * with the fewest minutes; ties go to the first in the document.
 */
typedef struct
{
  guint n_areas;
  int *nearest;        /* by area: index into facts->libraries, -1 where unreached */
  double *distance;    /* by area: in a straight line, or along the quickest way; NaN where unreached or not known */
  double *minutes;     /* by area; NaN where unreached */
  gboolean *measured;  /* by area: ways from there can be measured, whether or not one leads to a library that counts */
  /* Metres from the place to the road it is joined to, by area and by library; NaN where it is not joined
   * or does not count; NULL where nothing is travelled by road. */
  double *area_snap, *library_snap;
  gboolean *counted;   /* by library: whether it counts and can be reached by these means */
  guint n_counted;     /* how many */
  /* People of the areas from where the way can be measured, whether it leads to
   * a library that counts or not. */
  double population;
  double cut_off;      /* of them, people from where no way leads to a library that counts (or none is open then) */
  double mean_distance, median_distance, max_distance; /* weighted by the people who reach one; NaN when nobody,
                          or where only minutes are known; median: the first
                          area in order of distance at which half of @population is reached */
  double mean_minutes, median_minutes, max_minutes;
  guint n_limits;      /* those in metres, then those in minutes */
  struct
  {
    double limit, people, percent;
    BlMeasure measure;
  } *within;
  guint unknown;       /* areas without a figure of people */
  GPtrArray *unreached; /* of char *: code of each area without a nearest library */
  GPtrArray *unreached_reasons; /* of char *: why, for people; as long as @unreached */
  GPtrArray *left_out; /* of char *: names of open static libraries without a grid reference */
  GPtrArray *not_joined; /* of char *: of those the network or the table does not reach */
  GPtrArray *no_hours; /* of char *: of those whose hours of that day are not known, when a time was asked about */
} BlAccess;

/* Whether @question would have the library at that index count, were it on the map.
 * Where it asks about a time: whether it is known to be open then. */
gboolean bl_access_counts (const BlFacts *facts, const BlAccessQuestion *question, guint library);
/* An error (LACKS) when there are no areas, no population, no library that counts, or nothing
 * to travel on as asked; ASKED when metres are asked of a table of minutes. That nothing is
 * open at a time is an answer: everybody is cut off. */
BlAccess *bl_access_compute (const BlFacts *facts, const BlAccessQuestion *question, GError **error);
/* The same libraries and ways for other people (@question's group) and within other limits: nothing is
 * measured again. Its travel, libraries and time must be those of @access. */
BlAccess *bl_access_recount (const BlAccess *access, const BlFacts *facts, const BlAccessQuestion *question);
void bl_access_free (BlAccess *access);

/**
 * BlCatchment: the areas nearest to one library, by the means asked.
 */
typedef struct
{
  guint library;        /* index into facts->libraries */
  guint areas;          /* how many */
  double population;    /* 0 when it has no areas */
  double mean_distance; /* population weighted, metres; NaN when nobody, or not known */
  double max_distance;
  double mean_minutes, max_minutes;
  double within_mile;   /* people within 1 mile of it (by that way); NaN where only minutes are known */
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

/* --- Words (access-text.c) ------------------------------------------------- */

/* A distance as people type it: "1mi", "2 miles", "1200m", "1.5km"; metres. */
gboolean bl_access_parse_limit (const char *text, double *metres, GError **error);
/* The same, or minutes: "15min", "1.5 hours". */
gboolean bl_access_parse_within (const char *text, BlMeasure *measure, double *limit, GError **error);
/* "1 mile", "2 miles", "1,200 m". */
char *bl_access_limit_to_text (double metres);
/* The same, or "15 minutes". */
char *bl_access_within_to_text (BlMeasure measure, double limit);
/* "Sat 14:00", "saturday 2.30pm"; minute of the week, Monday 00:00 is 0. */
gboolean bl_access_parse_time (const char *text, guint *week_minute, GError **error);
/* "Saturday 14:00". */
char *bl_access_time_to_text (guint week_minute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAccess, bl_access_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCatchments, bl_catchments_free)

G_END_DECLS
