/* report-html.h: a report as one web page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* One file that needs nothing else: pictures are inline SVG by the same
 * painters, each with its words; tables are real tables. Well-formed as XML too. */
GBytes *bl_report_to_html (const BlReport *report, GError **error);

G_END_DECLS
