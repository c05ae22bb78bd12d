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
 * person (0–100); "density" people per square kilometre; "distance" metres to
 * the nearest library that counts. Of libraries the names of
 * bl_needs_measure_offers(). See needs-measure.h.
 */
typedef struct
{
  char *value, *title; /* title: NULL, the usual one */
  BlDirection direction;
  BlNormalise normalise;
  double weight;       /* percent; 0 or less counts for nothing */
} BlNeedsMeasure;

/**
 * BlNeedsQuestion: an index copied out of its record, for any thread.
 */
typedef struct
{
  gboolean of_libraries;
  gboolean statutory, cross_boundary; /* which libraries count; as the access was asked */
  guint n_measures;
  BlNeedsMeasure *measures; /* normalise is never unknown */
} BlNeedsQuestion;

BlNeedsQuestion *bl_needs_question_new (BlNeedsIndex *index);
/* Empty, for measures to be added. */
BlNeedsQuestion *bl_needs_question_new_empty (gboolean of_libraries);
void bl_needs_question_add (BlNeedsQuestion *question, const char *value, const char *title, BlDirection direction,
                            BlNormalise normalise, double weight);
BlNeedsQuestion *bl_needs_question_copy (const BlNeedsQuestion *question);
void bl_needs_question_free (BlNeedsQuestion *question);
double bl_needs_question_total (const BlNeedsQuestion *question); /* of the weights above 0 */

/**
 * BlNeeds: the answer. Rows are areas (all of them, in the order of the facts) or libraries.
 */
typedef struct
{
  guint n_rows;
  guint *rows;          /* index of the area, or of the library */
  guint n_measures;
  double *raw;          /* row * n_measures + measure; NaN not known */
  double *scaled;       /* the same, 0 least need … 100 most */
  double *index;        /* by row, 0 … 100: weighted mean of the scaled measures that are known, their weights in
                           proportion; NaN when they carry less than half of the weight: not ranked */
  guint *rank;          /* by row, 1 the highest; equal rows share the first; 0 where not known */
  guint *missing;       /* by row: how many measures with a weight were not known */
  guint *order;         /* rows by rank; those not known last */
  guint n_known;        /* rows with an index */
  guint *unknown;       /* by measure: rows without a figure */
  double total_weight;
} BlNeeds;

/* A measure that the project lacks is not known in every row. An error when
 * there are no rows at all (LACKS) or no measure has a weight (ASKED). @access
 * may be NULL: then nothing that rests on distance is known. */
BlNeeds *bl_needs_compute (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
                           GError **error);
/* The same figures with the weights of @question, whose measures are those of
 * before but for their weights: for a slider being dragged. */
void bl_needs_weigh (BlNeeds *needs, const BlNeedsQuestion *question);
/* An index of areas seen by library: every figure is the mean over the people
 * nearest to it; rows are the libraries that count. Ranked anew. */
BlNeeds *bl_needs_by_library (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
                              const BlNeeds *areas);
void bl_needs_free (BlNeeds *needs);

/* Which of @n_classes groups of equal size each row is in, by rank: 0 least need …
 * n_classes - 1; -1 where not known. Free with g_free(). Equal rows are in one group. */
gint8 *bl_needs_classes (const BlNeeds *needs, guint n_classes);

/* Brings @n figures to 0 (least need) … 100 (most). NaN stays NaN; where all that
 * are known are equal each is 50. Rank and decile average ties; z goes through the normal
 * distribution function, with the standard deviation of the whole population. */
void bl_needs_scale (const double *raw, guint n, BlDirection direction, BlNormalise normalise, double *scaled);

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
 * above 0, by so many percent points (never below 0 or above all there is). The others keep
 * their proportions. With fewer than two measures that weigh there is nothing to move: no tests. */
BlNeedsFirmness *bl_needs_firmness_compute (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
                                            double share, double points, guint top, guint n_classes, GError **error);
/* The same from an answer that is there already. */
BlNeedsFirmness *bl_needs_firmness_new (const BlNeeds *needs, const BlNeedsQuestion *question, double share,
                                        double points, guint top, guint n_classes);
void bl_needs_firmness_free (BlNeedsFirmness *firmness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeedsQuestion, bl_needs_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeeds, bl_needs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeedsFirmness, bl_needs_firmness_free)

G_END_DECLS
