/* report-text.h: a report as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Lines of at most 78 characters; a picture is its words; a table that is too wide has its rows one below the other. */
GBytes *bl_report_to_text (const BlReport *report);

G_END_DECLS
