/* process-limits.h: centre line and natural process limits of an XmR chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BL_LIMIT_FACTOR 2.66 /* 3 ÷ 1.128 as it is printed everywhere */
#define BL_SIGMA_DIVISOR 1.128
#define BL_RANGE_LIMIT_FACTOR 3.267

/**
 * BlProcessLimits: indicator-content 5.1. Not cut off at 0 or 100: who draws does that.
 */
typedef struct
{
  guint n, n_ranges;
  double centre;                  /* mean of the values */
  double mean_range;              /* mean moving range; NaN without two neighbours */
  double lower, upper;            /* LNPL, UNPL: centre ∓ 2.66 mean_range */
  double outer_lower, outer_upper; /* where the outer thirds begin: centre ∓ 2 × (2.66 ÷ 3) mean_range */
  double one_lower, one_upper;    /* centre ∓ mean_range ÷ 1.128 */
  double two_lower, two_upper;    /* centre ∓ 2 mean_range ÷ 1.128 */
  double range_limit;             /* of moving ranges: 3.267 mean_range */
  guint n_screened;               /* moving ranges left out */
} BlProcessLimits;

/* @values in order of time; NaN is a gap, over which there is no moving range. With @screen, moving
 * ranges at or over their limit are left out and the mean taken once more. FALSE where there
 * are no two neighbours: then only n and centre (NaN without a value) are set. */
gboolean bl_process_limits_find (const double *values, guint n, gboolean screen, BlProcessLimits *limits);
/* The same with the mean moving range (and all that follows from it) @by times as large. */
void bl_process_limits_widen (BlProcessLimits *limits, double by);

G_END_DECLS
