/* peer-reference.h: what the published facts that come with the program tell of every authority
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "peer-facts.h"
#include "reference.h"

G_BEGIN_DECLS

/* The authorities of today with a library service; variables "population" (people, 2024), "density" (people to the square
 * kilometre within 2 km of the average resident), "aged-0-15", "aged-60-plus" (percent of the people of its small areas, mid-2015),
 * "deprivation" (percent of its small areas among the fifth of England that is most deprived, 2019), "libraries" (open
 * static libraries to 100,000 people). */
BlPeerFacts *bl_peer_reference_new (BlReference *reference, GError **error);

G_END_DECLS
