/* indicator-chart.h: charts of an indicator's values and of what is judged of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart.h"
#include "indicator-values.h"
#include "peers.h"

G_BEGIN_DECLS

/* Kinds that suit the values, the usual first (control where there are limits, run about a median, line or bars of
 * years, season of months, bullet with a target, slope of two years). How many (0: nothing is known). */
guint bl_indicator_chart_get_kinds (const BlIndicatorValues *values, const BlJudgement *judgement, BlChartKind kinds[8]);
/* @kind must be one of those. Title, sentence and doubt are those of the judgement, the table has a row a period. */
BlChart *bl_indicator_chart_new (const BlIndicatorValues *values, const BlJudgement *judgement, BlChartKind kind);
/* A bare line with its last point marked, for a row of a list. NULL: fewer than two values are known. */
BlChart *bl_indicator_chart_new_spark (const BlIndicatorValues *values, const BlJudgement *judgement);
/* Ranked bars, dots, or a funnel of a rate whose counts and sizes are known; authorities without a figure are rows
 * of the table with their reason. */
guint bl_peers_chart_get_kinds (const BlPeers *peers, BlChartKind kinds[8]);
BlChart *bl_peers_chart_new (const BlPeers *peers, BlIndicator *indicator, BlChartKind kind);

G_END_DECLS
