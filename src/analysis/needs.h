/* needs.h: which areas and which libraries' people need a library most
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "needs-index.h"

G_BEGIN_DECLS

/**
 * BlNeedsMeasure: one measure of an index, as plain data.
 *
 * @value is the name of a value of the project; "share:NAME" that count per
 * person of `population`; "density" people per square kilometre; "distance"
 * metres to the nearest library that counts. Of libraries besides:
 * "catchment:NAME" the people-weighted mean (rates, ranks, deciles) or the share
 * (counts) in its catchment, "catchment-population", "isolation" metres from
 * it to the nearest other library that counts, "exclusive" share of its users who
 * use no other, "visits", "loans" per open hour or year as the presets name them.
 */
typedef struct
{
  char *value, *title;
  BlDirection direction;
  BlNormalise normalise;
  double weight;
} BlNeedsMeasure;

/**
 * BlNeedsQuestion: an index copied out of its record, for any thread.
 */
typedef struct
{
  gboolean of_libraries;
  guint n_measures;
  BlNeedsMeasure *measures;
} BlNeedsQuestion;

BlNeedsQuestion *bl_needs_question_new (BlNeedsIndex *index);
void bl_needs_question_free (BlNeedsQuestion *question);

/**
 * BlNeeds: the answer. Rows are areas (in the order of the facts) or libraries.
 */
typedef struct
{
  guint n_rows;
  guint *rows;          /* index of the area, or of the library */
  guint n_measures;
  double *raw;          /* row * n_measures + measure; NaN not known */
  double *scaled;       /* the same, 0 least need … 100 most */
  double *index;        /* by row, 0 … 100: weighted mean of the scaled measures that are known; NaN when none is */
  guint *rank;          /* by row, 1 the highest; equal rows share the first; 0 where not known */
  guint *missing;       /* by row: how many measures with a weight were not known */
  guint *order;         /* rows by rank */
  double total_weight;
} BlNeeds;

BlNeeds *bl_needs_compute (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
                           GError **error);
void bl_needs_free (BlNeeds *needs);

/**
 * BlNeedsFirmness: how far the order rests on the weights.
 */
typedef struct
{
  guint n_tests;       /* one weight moved up or down at a time */
  guint top;           /* how many rows count as the top */
  guint stay;          /* rows of the top that stay in it in every test */
  guint n_rows;
  guint *changed_class; /* by row: in how many tests its class (of @n_classes equal groups) is another */
  guint n_changed;      /* rows whose class changes in any */
} BlNeedsFirmness;

/* @share: each weight is moved by this share of itself (0.25) or, where @points is
 * above 0, by so many percent points. The others keep their proportions. */
BlNeedsFirmness *bl_needs_firmness_compute (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
                                            double share, double points, guint top, guint n_classes, GError **error);
void bl_needs_firmness_free (BlNeedsFirmness *firmness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeedsQuestion, bl_needs_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeeds, bl_needs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeedsFirmness, bl_needs_firmness_free)

G_END_DECLS
