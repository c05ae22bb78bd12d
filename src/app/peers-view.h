/* peers-view.h: an indicator of the service beside the same of authorities like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "chart-view.h"
#include "peers-files.h"
#include "peers-whom.h"

G_BEGIN_DECLS

/**
 * BlPeersView: whom to compare with, what, and how it is drawn; the chart with its finding, doubt and table; who is
 * missing, and why. Where the project has no figures of other authorities, it says which files bring them.
 *
 * Property "indicator" (string: an item of the dictionary or the id of an indicator of the project; notifies).
 * Actions: "peers.show-dots", "peers.show-bars", "peers.show-funnel"; "peers.toggle-middle", "peers.toggle-chance"; "peers.import";
 * "peers.with-neighbours", "peers.with-own", "peers.with-computed".
 * "pane-shown", "table-shown" (booleans): the pane with whom to compare with, the table below the chart.
 */
#define BL_TYPE_PEERS_VIEW (bl_peers_view_get_type ())
G_DECLARE_FINAL_TYPE (BlPeersView, bl_peers_view, BL, PEERS_VIEW, AdwBin)

GtkWidget *bl_peers_view_new (BlSession *session);
/* @indicator: an item of the dictionary ("visits-per-1000") or an id of the project's own; NULL: the first that can
 * be compared. */
void bl_peers_view_set_indicator (BlPeersView *self, const char *indicator);
const char *bl_peers_view_get_indicator (BlPeersView *self);
/* Shows or hides the table of the same figures: the page's F8. */
void bl_peers_view_set_table_shown (BlPeersView *self, gboolean shown);
gboolean bl_peers_view_get_table_shown (BlPeersView *self);
/* Its parts, for who acts on them. */
BlPeersWhom *bl_peers_view_get_whom (BlPeersView *self);
BlPeersFiles *bl_peers_view_get_files (BlPeersView *self);
BlChartView *bl_peers_view_get_chart_view (BlPeersView *self);
/* One of those that suit; nothing happens for another. */
void bl_peers_view_set_kind (BlPeersView *self, BlChartKind kind);

G_END_DECLS
