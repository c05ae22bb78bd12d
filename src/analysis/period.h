/* period.h: months, quarters, years and other stretches of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator.h"

G_BEGIN_DECLS

/**
 * BlPeriod: from the first day to the day after the last (Julian, as GDate
 * counts); a snapshot's two are the same. All zero is no period.
 */
typedef struct
{
  BlPeriodKind kind;
  guint32 start, end;
} BlPeriod;

/* "2023-04-01/P1M", "2023-04", "2023-4", "Apr 2023", "2023-24", "2023/24", "2023/2024", "2023-04-01/P3M",
 * "2023-24 Q1", "2023", "2024-03-31", "2024-03-31/P0D". An ISO year from April is @hint where that is FY or AY
 * or CY, else the kind its start and length fit. ASKED error in plain words. */
gboolean bl_period_parse (const char *text, BlPeriodKind hint, BlPeriod *period, GError **error);
/* "2023-04-01/P1Y": what a file holds. */
char *bl_period_to_iso (const BlPeriod *period);
/* "2023-24", "Apr–Jun 2023 (Q1)", "Apr 2023", "school year 2024/25", "2023", "11–17 Feb 2019", "at 31 Mar 2024". */
char *bl_period_to_text (const BlPeriod *period);
/* "Apr" of 4, in the reader's language. */
const char *bl_period_short_month (int month);
/* The period of @kind (month, quarter, fy, ay, cy) a day lies in. */
BlPeriod bl_period_of (guint32 day, BlPeriodKind kind);
/* The one after (1) or before (-1), of the same kind and length. */
BlPeriod bl_period_step (const BlPeriod *period, int by);
/* How many periods of @kind make up @period; 0 where they do not fit. */
guint bl_period_count (const BlPeriod *period, BlPeriodKind kind);
int bl_period_compare (const BlPeriod *a, const BlPeriod *b); /* by start, then by end */
gboolean bl_period_equal (const BlPeriod *a, const BlPeriod *b);

G_END_DECLS
