/* class-breaks.h: where the groups of a map begin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "class-rule.h"

G_BEGIN_DECLS

/**
 * BlClassBreaks: groups from low numbers to high: group g is from starts[g] to
 * below starts[g + 1].
 */
typedef struct
{
  guint n;
  double starts[BL_CLASSES_MAX + 1];
  int decimals;           /* places that limits have */
  gboolean by_figures;    /* a group is best called by the figures it holds, not by its limits */
  int steps[BL_CLASSES_MAX];
  guint n_steps;          /* 0 without a middle */
} BlClassBreaks;

/* @sorted: the figures there are, at least one. @rule: not of the usual method. */
void bl_class_breaks_compute (BlClassBreaks *breaks, const double *sorted, guint n, const BlClassRule *rule);

G_END_DECLS
