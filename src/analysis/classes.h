/* classes.h: values into few groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "class-rule.h"
#include "facts.h"

G_BEGIN_DECLS

#define BL_CLASS_NONE -1 /* no data */
#define BL_CLASS_FEW -2  /* a count of people too small to be given: "fewer than 5" */

/**
 * BlClasses: which of at most seven groups each area falls in. Group 0 is the
 * least need, n-1 the most (drawn darkest in light): for deciles and ranks the
 * low numbers are the most, for counts and rates the high ones.
 */
typedef struct
{
  guint n;
  gint8 *by_area;     /* n_areas; BL_CLASS_NONE where not known, BL_CLASS_FEW where suppressed */
  char *labels[BL_CLASSES_MAX];  /* "1–2", "under 500" */
  double people[BL_CLASSES_MAX]; /* population; NaN when there is none */
  guint areas[BL_CLASSES_MAX];
  double lowest[BL_CLASSES_MAX], highest[BL_CLASSES_MAX]; /* figures held; NaN in a group without areas */
  double starts[BL_CLASSES_MAX]; /* a group holds numbers from here to below the start of the next higher */
  int steps[BL_CLASSES_MAX];     /* with a middle: how far from it, 0 the group it lies in; else all 0 */
  guint n_steps;                 /* the farthest of them; 0 without a middle */
  double fit;         /* share of the differences that lies between groups, 0 … 1; NaN without figures */
  guint unknown;      /* areas without a figure */
  guint few;          /* areas whose figure is too small to be given */
  gboolean low_is_most;
  gboolean usual;     /* by the usual rule of its kind */
  char *low_words, *high_words;  /* "most deprived", "least"; NULL when there are none */
} BlClasses;

/**
 * BlClassFigures: what is put into groups, a number for each area of the facts.
 */
typedef struct
{
  const char *name;     /* of the value; may be NULL */
  BlValueKind kind;
  const double *numbers;
  const guint8 *few;    /* by area: not 0 where the figure is too small to be given; NULL: nowhere */
} BlClassFigures;

/* Deciles in pairs; ranks by fifths of the national range (32,844) when they
 * pass n_areas, else of the range held; counts and rates by quintiles of areas. */
BlClasses *bl_classes_new (const BlFacts *facts, guint value);
/* By a rule; NULL is the usual. */
BlClasses *bl_classes_new_by (const BlFacts *facts, const BlClassFigures *figures, const BlClassRule *rule);
void bl_classes_free (BlClasses *classes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlClasses, bl_classes_free)

G_END_DECLS
