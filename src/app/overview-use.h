/* overview-use.h: visits and loans on the overview, and the indicators that want a look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator-chart.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlOverviewUse: what the tiles say of use. A label that is NULL: nothing is known of it.
 */
typedef struct
{
  char *visits_label, *visits, *visits_note; /* "Visits, 2023-24", "551,116", "38% fewer than in 2018-19" */
  BlChart *visits_chart;                     /* NULL: too few values for one */
  char *loans_label, *loans, *loans_note;    /* "Book loans per 1,000 people", "1,079", "11 similar places: median 1,604" */
  double *others;                            /* of similar authorities */
  guint n_others;
  double own, middle;
  guint attention;                           /* indicators that want a look */
  char *attention_first;                     /* the name of the first; NULL */
} BlOverviewUse;

BlOverviewUse *bl_overview_use_new (BlSession *session);
void bl_overview_use_free (BlOverviewUse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOverviewUse, bl_overview_use_free)

G_END_DECLS
