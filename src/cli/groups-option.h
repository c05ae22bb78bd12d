/* groups-option.h: --group, for the commands that take it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "groups.h"

G_BEGIN_DECLS

/* Counts of each group in @definitions (NULL for none), in order. Array of BlGroupCounts. */
GPtrArray *bl_groups_option_read (const BlFacts *facts, char *const *definitions, GError **error);

G_END_DECLS
