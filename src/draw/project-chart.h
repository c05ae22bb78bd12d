/* project-chart.h: charts about a project and not about one of its indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart.h"
#include "access.h"

G_BEGIN_DECLS

/**
 * BlProjectChart: @question says which libraries count, how people get there, and within what (metres or minutes, from
 * near to far); without limits the usual ones: 1 and 2 miles, 15 and 30 minutes' walk, 10 and 20 minutes' drive. Its
 * group and time are not looked at. Its matrix is needed of a day by hour that is not in a straight line.
 */
typedef struct
{
  const BlFacts *facts;
  BlAccessQuestion question;
  BlGroupCounts *const *groups;  /* beside everyone; at most three are shown in a curve */
  guint n_groups;
} BlProjectChart;

/* Pyramid: ages of people near a library and of those farther away. Curve: who is reached within how far. Heat: who can
 * reach an open library, day by hour. Stacked: shares of everyone and of groups by how far. */
gboolean bl_project_chart_is_kind (BlChartKind kind);
/* @kind must be one of those. An error (LACKS, ASKED) where the project lacks what it needs. Safe in any thread. */
BlChart *bl_project_chart_new (const BlProjectChart *asked, BlChartKind kind, GError **error);

G_END_DECLS
