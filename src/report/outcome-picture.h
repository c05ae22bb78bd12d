/* outcome-picture.h: what the indicators of one Outcome say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator-chart.h"
#include "indicator-summary.h"

G_BEGIN_DECLS

/**
 * BlOutcomePicture: the indicators of the project that serve one Outcome, with their verdicts, as window, paper and
 * command line show them.
 */
typedef struct
{
  guint outcome;        /* 1 … 7 */
  char *title;          /* "Increased reading and literacy" */
  char *success;        /* what it would look like; NULL */
  char *finding;        /* "Of five indicators, one has improved and two have no data" */
  GPtrArray *panels;    /* of BlIndicatorPanel, in the order of the project */
  GPtrArray *summaries; /* of BlIndicatorSummary, as long */
  GPtrArray *strengths; /* of char *: sentences; may be empty */
  GPtrArray *attention; /* of char *: sentences; may be empty */
  GPtrArray *lacking;   /* of char *: what has no data, and what to do */
  char *sources;        /* NULL: nothing is known */
  BlChart *chart;       /* small ones of those with figures; NULL: there are none */
} BlOutcomePicture;

/* Main thread. */
BlOutcomePicture *bl_outcome_picture_new (BlBaseFigures *figures, guint outcome);
void bl_outcome_picture_free (BlOutcomePicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOutcomePicture, bl_outcome_picture_free)

G_END_DECLS
