/* report-sources.h: whose figures a report rests on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"
#include "report.h"

G_BEGIN_DECLS

/* A heading and a table of sources with their dates and licences; what comes from one source is one row. */
void bl_report_add_sources (BlReport *report, const BlFacts *facts);

G_END_DECLS
