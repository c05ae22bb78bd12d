/* access-json.h: an answer about access as members of a JSON object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "access.h"

G_BEGIN_DECLS

/* population, areas, libraries, the distances and times, within, unknown, cut_off, unreached,
 * left_out, not_joined, no_hours, into the object that is open. */
void bl_access_json_build (JsonBuilder *builder, const BlAccess *access);
/* unknown and what follows it alone. */
void bl_access_json_build_doubts (JsonBuilder *builder, const BlAccess *access);
/* within alone. */
void bl_access_json_build_within (JsonBuilder *builder, const BlAccess *access);

G_END_DECLS
