/* classes.h: values into few groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

#define BL_CLASSES_MAX 5
#define BL_CLASS_NONE -1 /* no data */

/**
 * BlClasses: which of at most five groups each area falls in. Group 0 is the
 * least need, n-1 the most (drawn darkest in light): for deciles and ranks the
 * low numbers are the most, for counts and rates the high ones.
 */
typedef struct
{
  guint n;
  gint8 *by_area;     /* n_areas; BL_CLASS_NONE where not known */
  char *labels[BL_CLASSES_MAX];  /* "1–2", "under 500" */
  double people[BL_CLASSES_MAX]; /* population; NaN when there is none */
  guint areas[BL_CLASSES_MAX];
  guint unknown;      /* areas without a figure */
  gboolean low_is_most;
  char *low_words, *high_words;  /* "most deprived", "least"; NULL when there are none */
} BlClasses;

/* Deciles in pairs; ranks by fifths of the national range (32,844) when they
 * pass n_areas, else of the range held; counts and rates by quintiles of areas. */
BlClasses *bl_classes_new (const BlFacts *facts, guint value);
void bl_classes_free (BlClasses *classes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlClasses, bl_classes_free)

G_END_DECLS
