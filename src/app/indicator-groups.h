/* indicator-groups.h: where indicators stand in a list: by Outcome, then by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dictionary.h"

G_BEGIN_DECLS

#define BL_N_OUTCOMES 7
/* Seven Outcomes, eight areas, and what is of neither. */
#define BL_N_INDICATOR_GROUPS (BL_N_OUTCOMES + 8 + 1)

/* By the first Outcome it serves, else by its first area, else the last group. */
guint bl_indicator_group_of (BlIndicator *indicator);
/* "Increased reading and literacy", "Cost"; translated where it is ours. */
const char *bl_indicator_group_get_title (BlDictionary *dictionary, guint group);
/* "O2", "use"; NULL of the last group. */
const char *bl_indicator_group_get_code (guint group);
/* The group that "serves" calls so; the last one for none. */
guint bl_indicator_group_find (const char *code);

G_END_DECLS
