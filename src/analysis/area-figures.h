/* area-figures.h: what a table says of each area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/**
 * BlAreaFigures: one row of the table of areas. Strings belong to the facts.
 * Numbers are NaN where not known.
 */
typedef struct
{
  const char *code;
  const char *name;       /* its code where it has no name */
  double people;
  double decile;          /* deprivation; 1 is most */
  double distance;        /* metres to the nearest library that counts */
  int nearest;            /* index into facts->libraries, or -1 */
  gboolean within_mile;   /* only where distance is known */
  double percent_children; /* aged 0 to 15, as bl_area_percent_of_ages(); 0–100 */
  double percent_older;    /* aged 60 and over */
} BlAreaFigures;

/* facts->n_areas rows in document order; free with g_free(). @access: NULL
 * where nothing is known of the way to a library. The ages may be of an
 * earlier year than the people; both are then as published. */
BlAreaFigures *bl_area_figures_new (const BlFacts *facts, const BlAccess *access);

/* The share of one age band, "aged_0_15" say, among all ages of the same
 * estimate: the sum of aged_0_15, aged_16_59 and aged_60_plus, not the
 * population of another year. 0–100; NaN where a band is not known. */
double bl_area_percent_of_ages (const BlFacts *facts, const char *band, guint area);

G_END_DECLS
