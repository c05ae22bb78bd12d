/* key-figures.h: the figures a service is described by, once for all who show them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/**
 * BlKeyGroup: people of one group. @percent (0–100) and @within_mile are NaN
 * where the group or the way to a library is not known.
 */
typedef struct
{
  gboolean known;
  double people;      /* whose area has a place */
  double within_mile; /* of them within 1 mile of a library that counts */
  double percent;
  guint unknown;      /* areas without a figure */
} BlKeyGroup;

/**
 * BlKeyFigures: for the overview, the summary and the command line. Libraries
 * are the static ones of the service open in the project's year.
 */
typedef struct
{
  int year;
  guint open, statutory;
  guint by_operation[BL_OPERATION_INDEPENDENT + 1];           /* open, by BlOperation */
  guint statutory_by_operation[BL_OPERATION_INDEPENDENT + 1]; /* of them statutory */
  guint not_open;        /* static libraries not open in the year */
  double week_hours;     /* open a week, of those known; NaN when none is */
  guint hours_unknown;   /* open libraries whose hours are not known */
  guint not_on_map;      /* open ones without a grid reference */

  char *lacks;           /* why nothing can be said of people, a sentence; NULL when it can */
  guint counted;         /* libraries that count, neighbours' too where asked for */
  double people;         /* the figures from here on are NaN where @lacks */
  double within_mile, percent_within_mile;
  double beyond_mile;
  double beyond_two_miles;
  double mean_distance, median_distance, max_distance; /* metres */
  guint unknown;         /* areas without a figure of people */
  guint unreached;       /* areas without a place */

  BlKeyGroup children;   /* aged 0 to 15: "aged_0_15" */
  BlKeyGroup older;      /* aged 60 and over: "aged_60_plus" */
  BlKeyGroup deprived;   /* in deprivation deciles 1 and 2: "imd_decile<=2" */
} BlKeyFigures;

/* @question says which libraries count (NULL: every open one of the service);
 * its limits and group are not used. Never NULL. */
BlKeyFigures *bl_key_figures_compute (const BlFacts *facts, const BlAccessQuestion *question);
void bl_key_figures_free (BlKeyFigures *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlKeyFigures, bl_key_figures_free)

G_END_DECLS
