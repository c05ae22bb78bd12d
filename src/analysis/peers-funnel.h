/* peers-funnel.h: an authority and those like it as a funnel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "funnel.h"
#include "peers.h"

G_BEGIN_DECLS

/**
 * BlPeersFunnel: the service first, then the others in their order; those without a usable figure are left out of it (NaN).
 */
typedef struct
{
  BlFunnel *funnel; /* of figures as they are before @factor */
  guint n;          /* one more than the items of the peers */
  double *counts, *sizes; /* what is counted, among how many; NaN */
  double factor;    /* what is shown is this times count ÷ size: 1000, 100 */
  gboolean wild;    /* far more spread than chance explains (φ over 10) */
} BlPeersFunnel;

/* NULL where there is no funnel, and @lacks (may be NULL) says why in a sentence: not a rate of counts, the counts are not
 * known, or fewer than ten places (indicator-content 5.6). */
BlPeersFunnel *bl_peers_funnel_new (const BlPeers *peers, BlIndicator *indicator, char **lacks);
void bl_peers_funnel_free (BlPeersFunnel *self);
/* On the scale that is shown. */
BlFunnelLimits bl_peers_funnel_get_limits (const BlPeersFunnel *self, double size, BlFunnelAdjust adjust);
/* -2, -1, 0, 1, 2: below the 99.8 % limit, below the 95 % one, between, above … */
int bl_peers_funnel_place (const BlPeersFunnel *self, guint point, BlFunnelAdjust adjust);
/* "Limits allow for the spread between services that chance does not explain (over-dispersion, φ = 384.24) …" and, where it
 * is wild, that this shows spread, not performance. */
char *bl_peers_funnel_say (const BlPeersFunnel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPeersFunnel, bl_peers_funnel_free)

G_END_DECLS
