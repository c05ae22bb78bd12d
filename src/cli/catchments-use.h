/* catchments-use.h: branchline-cli catchments --use: catchments as used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "use-catchments.h"

G_BEGIN_DECLS

/* The member use of the object that is open. */
void bl_catchments_use_build (JsonBuilder *builder, const BlFacts *facts, const BlAccess *access,
                              const BlUseCatchments *use);
/* Tables for people. */
void bl_catchments_use_print (const BlFacts *facts, const BlUseCatchments *use);

G_END_DECLS
