/* report-file.h: a report as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* PDF, HTML or plain text, as @path ends; KIND of BL_REPORT_ERROR for any other ending. All or nothing. */
gboolean bl_report_write_file (const BlReport *report, const char *path, GError **error);

G_END_DECLS
