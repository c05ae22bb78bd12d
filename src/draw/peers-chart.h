/* peers-chart.h: charts of an authority among similar ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart.h"
#include "funnel.h"
#include "peers.h"

G_BEGIN_DECLS

/* In which order bars and lines stand; numbers of ranks are never shown. */
typedef enum
{
  BL_PEERS_BY_NEARNESS, /* ours, then the others as they were asked for */
  BL_PEERS_BY_NAME,
  BL_PEERS_BY_VALUE,    /* largest first; of bars only */
} BlPeersOrder;

/**
 * BlPeersLook: what the reader may choose. All zero is the usual.
 */
typedef struct
{
  BlPeersOrder order;
  gboolean middle;      /* the middle of the others, and the half about it */
  gboolean by_chance;   /* limits of a funnel by chance alone; else they allow for the spread that chance does not explain */
} BlPeersLook;

/* A dot strip (of surveys lines with intervals, and these alone), ranked bars, and a funnel of a rate of counts with ten places
 * or more. How many (0: nobody has a figure); @lacks (may be NULL): why there is no funnel, where there is none; NULL. */
guint bl_peers_chart_get_kinds (const BlPeers *peers, BlIndicator *indicator, BlChartKind kinds[8], char **lacks);
/* @kind must be one of those; @look: NULL for the usual. Authorities without a figure are named with their reason, and are
 * rows of the table. */
BlChart *bl_peers_chart_new (const BlPeers *peers, BlIndicator *indicator, BlChartKind kind, const BlPeersLook *look);

G_END_DECLS
