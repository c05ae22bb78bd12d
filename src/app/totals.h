/* totals.h: what the libraries of a project add up to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * BlTotals: over the static libraries of the service that are open in the
 * project's year. What is not known is counted, never summed as 0.
 */
typedef struct
{
  guint open, statutory;
  double hours;          /* a week, of those known */
  guint hours_unknown;
  guint not_located;
  guint cost_unknown;
  guint source_unknown;  /* of all libraries */
} BlTotals;

void bl_totals_read (BlTotals *totals, BlSession *session);
/* "464.5 hours a week (1 not known)"; "hours not known" when none is. */
char *bl_totals_describe_hours (const BlTotals *totals);

G_END_DECLS
