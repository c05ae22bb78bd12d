/* chart-project.h: branchline-cli chart without --indicator: charts about the project itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access-options.h"
#include "chart.h"

G_BEGIN_DECLS

/**
 * BlChartProjectOptions: what the options of such charts said.
 */
typedef struct
{
  BlAccessOptions access;
  char **within, **groups;
} BlChartProjectOptions;

void bl_chart_project_options_clear (BlChartProjectOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlChartProjectOptions, bl_chart_project_options_clear)

#define BL_CHART_PROJECT_OPTIONS(options) \
  { "within", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &(options).within, \
    N_("Without --indicator: a distance or time people are counted within: 1mi, 800m, 15min; may be repeated, from near " \
       "to far"), N_("LIMIT") }, \
  { "group", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &(options).groups, \
    N_("Without --indicator: whom beside everyone: a count’s name, or a rule such as “imd_decile<=2”; may be repeated"), \
    N_("GROUP") }, \
  BL_ACCESS_OPTIONS ((options).access)

/* Whether anything was said that only such a chart looks at. */
gboolean bl_chart_project_options_are_given (const BlChartProjectOptions *options);
/* @kind: one of bl_project_chart_is_kind(). On failure says so and answers NULL and how to end. */
BlChart *bl_chart_project_new (const BlChartProjectOptions *options, const char *path, BlChartKind kind, BlExit *exit);

G_END_DECLS
