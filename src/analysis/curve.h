/* curve.h: the share of people reached within each distance or time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/**
 * BlCurve: a step curve, exact at every area: from at[i] on, people[i] are
 * reached, percent[i] of all those counted. It ends below 100 where some are
 * cut off.
 */
typedef struct
{
  BlMeasure measure;
  guint n;            /* steps, in rising order, each at another place; 0 when nobody is reached */
  double *at;         /* metres or minutes */
  double *people, *percent;
  double population;  /* people counted, as of BlAccess */
} BlCurve;

/* @people: by area, NaN where not known: of everyone or of a group. Where @access knows no
 * metres (a table of travel times) and metres are asked for, the curve has no steps. */
BlCurve *bl_curve_new (const BlAccess *access, BlMeasure measure, const double *people);
/* Percent reached within @limit, the limit included; NaN when nobody is counted. */
double bl_curve_at (const BlCurve *curve, double limit);
/* The least distance or time within which at least @percent are reached; NaN where so many never are. */
double bl_curve_find (const BlCurve *curve, double percent);
void bl_curve_free (BlCurve *curve);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCurve, bl_curve_free)

G_END_DECLS
