/* summary-private.h: the parts of the summary
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "findings.h"
#include "report.h"
#include "summary.h"

G_BEGIN_DECLS

enum
{
  BL_SUMMARY_CHILDREN,
  BL_SUMMARY_OLDER,
  BL_SUMMARY_DEPRIVED,
  BL_SUMMARY_N_GROUPS
};

/**
 * BlSummary: what the pages are made of.
 */
typedef struct
{
  const BlFacts *facts;
  BlCatchments *catchments;
  const BlAccess *access;
  BlKeyFigures *key;
  BlGroupCounts *groups[BL_SUMMARY_N_GROUPS]; /* children, older people, most deprived: NULL where not known */
  int map_value;
  guint32 today;
} BlSummary;

/* Whether a library is one of the service points the pages speak of. */
gboolean bl_summary_counts (const BlFactsLibrary *library);
/* "Fenham Library, Kenton Library". */
char *bl_summary_join (const GPtrArray *names);

void bl_summary_add_catchments (BlReport *report, const BlSummary *self);
void bl_summary_add_unknown (BlReport *report, const BlSummary *self);

G_END_DECLS
