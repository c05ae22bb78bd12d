/* appraisal-study.h: an appraisal worked out: scores, order, what would change it, money over years, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "appraisal.h"
#include "appraise.h"
#include "cost-years.h"
#include "project.h"

G_BEGIN_DECLS

/**
 * BlAppraisalMark: what an option has on a criterion.
 */
typedef struct
{
  double value;     /* 0 … 100; NaN: not known */
  double low, high; /* of the scorers; NaN: fewer than two */
  double measure;   /* the figure it was made of; NaN: scored by people */
} BlAppraisalMark;

typedef struct
{
  BlOption *option;
  gboolean baseline;  /* do nothing, do minimum */
  BlCostYears *years; /* NULL: no cost is entered */
  BlCostPair *pair;   /* beside do minimum; NULL */
} BlAppraisalOption;

/**
 * BlAppraisalStudy: of the options that are not dropped. Borrows its records.
 */
typedef struct
{
  BlAppraisal *appraisal;
  guint n_options, n_criteria, n_scorers;
  BlAppraisalOption *options;
  BlWeighedCriterion **criteria;
  BlAppraisalMark *marks; /* option by option */
  double *values;         /* the same, plain */
  BlAppraise *answer;
  guint years;              /* the last one */
  double rate;              /* percent */
  int minimum;              /* index of do minimum, else of do nothing; -1 */
  guint n_unknown, n_marks; /* marks not known, of all */
  GPtrArray *sentences;     /* of char *: what must always be said (planning-content 5.7); never NULL */
} BlAppraisalStudy;

/* @weights: by item or id of a criterion, raw weights (double *) instead of those agreed; NULL. Main thread.
 * Never NULL. */
BlAppraisalStudy *bl_appraisal_study_new (BlProject *project, BlAppraisal *appraisal, GHashTable *weights);
void bl_appraisal_study_free (BlAppraisalStudy *self);
const char *bl_appraisal_study_get_title (const BlAppraisalStudy *self, guint option);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAppraisalStudy, bl_appraisal_study_free)

G_END_DECLS
