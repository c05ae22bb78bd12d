/* chart-file.h: a chart as a picture or a table in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-frame.h"

G_BEGIN_DECLS

#define BL_CHART_FILE_WIDTH 760.0
#define BL_CHART_FILE_DOTS 2.0  /* of a PNG, a px */

/**
 * BlChartFile: how large. All zero: 760 px wide, as high as is well read, in the usual size of text.
 */
typedef struct
{
  double width, height;
  double text_scale;
  double dots;
  const BlPalette *palette; /* NULL: the light one */
} BlChartFile;

/* FALSE with BL_REPORT_ERROR_KIND unless @path ends in .png, .svg, .pdf or .csv. */
gboolean bl_chart_file_check_path (const char *path, GError **error);
/* The whole chart with title, doubt and source on the ground of its palette, as "png", "svg" (with title and
 * description for those who do not see it) or "pdf"; or its table as "csv". @file may be NULL. In any thread. */
GBytes *bl_chart_file_to_bytes (BlChart *chart, const char *ending, const BlChartFile *file, GError **error);
/* By the ending of @path; the file there is the old one or the new one, never half of each. */
gboolean bl_chart_file_write (BlChart *chart, const char *path, const BlChartFile *file, GError **error);

G_END_DECLS
