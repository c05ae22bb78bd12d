/* summary.h: two pages: what it is, key figures, map, catchments, sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

#define BL_REPORT_ERROR (bl_report_error_quark ())
GQuark bl_report_error_quark (void);
typedef enum
{
  BL_REPORT_ERROR_WRITE, /* cannot be written there */
  BL_REPORT_ERROR_LACKS, /* the project lacks what the page needs */
  BL_REPORT_ERROR_KIND,  /* no such kind of file */
} BlReportError;

/* Writes the summary to @path, PDF or HTML by its ending. All or nothing. */
gboolean bl_summary_write (const BlFacts *facts, const char *path, GError **error);
/* Writes the map of @value to @path, PNG, SVG or PDF by its ending. */
gboolean bl_map_write (const BlFacts *facts, const char *value, const char *path, GError **error);

G_END_DECLS
