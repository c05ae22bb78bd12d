/* peers-chart.h: charts of an authority among similar ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart.h"
#include "peers.h"

G_BEGIN_DECLS

/* Ranked bars, dots, or a funnel of a rate whose counts and sizes are known; authorities without a figure are rows
 * of the table with their reason. How many (0: nothing is known). */
guint bl_peers_chart_get_kinds (const BlPeers *peers, BlChartKind kinds[8]);
/* @kind must be one of those. */
BlChart *bl_peers_chart_new (const BlPeers *peers, BlIndicator *indicator, BlChartKind kind);

G_END_DECLS
