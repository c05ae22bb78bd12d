/* peers-whom.h: choosing the authorities to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "peer-choice.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlPeersWhom: the published neighbours, the project's own list, or the nearest by figures that the user ticks; with
 * what they were computed from and what of that was estimated.
 *
 * Property "with" (uint: BlPeersWith, notifies). Signal "changed": another choice.
 * Action: "peers-whom.take": those shown become the own list.
 */
#define BL_TYPE_PEERS_WHOM (bl_peers_whom_get_type ())
G_DECLARE_FINAL_TYPE (BlPeersWhom, bl_peers_whom, BL, PEERS_WHOM, AdwBin)

void bl_peers_whom_set_session (BlPeersWhom *self, BlSession *session);
void bl_peers_whom_set_with (BlPeersWhom *self, BlPeersWith with);
BlPeersWith bl_peers_whom_get_with (BlPeersWhom *self);
/* How many of the neighbours, or of the nearest. */
void bl_peers_whom_set_number (BlPeersWhom *self, guint number);
/* As ticked by hand; nothing happens where there is no such figure. */
void bl_peers_whom_set_variable (BlPeersWhom *self, const char *id, gboolean ticked);
/* The caller's; NULL where there is none, and then @reason (may be NULL, static) says why. */
BlPeerChoice *bl_peers_whom_get_choice (BlPeersWhom *self, const char **reason);
/* Whether the figures about authorities are still being read. */
gboolean bl_peers_whom_is_busy (BlPeersWhom *self);

G_END_DECLS
