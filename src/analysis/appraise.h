/* appraise.h: options weighed by criteria: totals, order, what would change it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlAppraisePoint: the weight of one criterion (0 … 1, the others keeping their proportions) at which another
 * option comes first.
 */
typedef struct
{
  double weight; /* NaN: none on that side */
  int option;    /* who comes first beyond it; -1 */
} BlAppraisePoint;

/**
 * BlAppraise: the answer. All arrays by option or by criterion, in the order given.
 */
typedef struct
{
  guint n_options, n_criteria;
  double *weights; /* 0 … 1, adding to 1; all NaN where no swing is over 0 */
  double *totals; /* 0 … 100; what is not known is left out, and the other weights made up to 1; NaN: nothing
                     known */
  guint *unknown;                 /* marks not known, of criteria with weight */
  guint *order;                   /* options, best first; equal ones as given; those without a total last */
  int first, second;              /* -1: none */
  double gap;                     /* between these two; NaN */
  BlAppraisePoint *below, *above; /* by criterion: the nearest change under and over its weight */
  int *dominated_by; /* by option: one that is as good on every criterion both are known on, and better on one
                        or more; -1 */
  guint *worse_on;   /* on how many criteria worse than that one */
} BlAppraise;

/* @swings: raw weights, 0 or more, of @n_criteria; @values: 0 … 100, option by option, NaN not known. Never
 * NULL. */
BlAppraise *bl_appraise_new (const double *swings, const double *values, guint n_options, guint n_criteria);
void bl_appraise_free (BlAppraise *self);
/* Total of an option if @criterion had @weight (0 … 1) and the others kept their proportions; all its marks
 * known, or NaN. */
double bl_appraise_get_total_at (
    const BlAppraise *self, const double *values, guint option, guint criterion, double weight);

/* Value functions (planning-content 5.2). @worst is worth 0, @best 100, whichever of them is greater. */
typedef enum
{
  BL_VALUE_LINEAR,
  BL_VALUE_THRESHOLD, /* 100 at @best or beyond, else 0 */
  BL_VALUE_PLATEAU,   /* linear up to @best, then flat; what linear is too, once cut */
  BL_VALUE_CURVE,     /* the first gains are worth most: square root of the linear share */
} BlValueFunction;
/* NaN where the measure or an anchor is not known, or the anchors are equal. Cut to 0 … 100. */
double bl_value_function (BlValueFunction function, double measure, double worst, double best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAppraise, bl_appraise_free)

G_END_DECLS
