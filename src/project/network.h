/* network.h: the roads and paths people travel on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "network". Fields: name, source, date, licence, extent (text: which part
 * of the file was taken); clipped-by (real, metres round the areas); the
 * speeds, reals in km/h, each of which may be unset (then the usual one is
 * meant, bl_speeds_init() in geo/): walk-speed, cycle-speed, drive-motorway,
 * drive-trunk, drive-primary, drive-secondary, drive-tertiary,
 * drive-unclassified, drive-residential, drive-living-street, drive-service,
 * drive-track; limit-share (real, percent of a speed limit that is driven),
 * junction-allowance (real, percent added to the time of driving),
 * parking-seconds (real, added once to a drive); table: roads (network). */
#define BL_TYPE_NETWORK (bl_network_get_type ())
G_DECLARE_FINAL_TYPE (BlNetwork, bl_network, BL, NETWORK, BlRecord)
BlNetwork *bl_network_new (const char *id);

/* The table of roads, or %NULL. */
BlTable *bl_network_get_roads (BlNetwork *self);
/* The field that holds the speed of driving on a class of road, or %NULL where nobody drives. */
const char *bl_network_get_drive_field (BlRoadClass road_class);

G_END_DECLS
