/* needs-findings.h: what an index of need says, in plain words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "needs.h"

G_BEGIN_DECLS

/* "four" for 4, up to twelve, then figures; @capital: "Four". */
char *bl_needs_number_word (guint number, gboolean capital);
/* "40%", "12.5%". */
char *bl_needs_weight_to_text (double weight);

/* "Four of the ten areas of highest need stay in the ten when any one weight moves 10 points either way." */
char *bl_needs_finding_firmness (const BlNeedsFirmness *firmness, gboolean of_libraries, guint points);
/* "31 of 175 areas change their fifth when one weight moves by a quarter of itself." */
char *bl_needs_finding_classes (const BlNeedsFirmness *firmness, gboolean of_libraries);
/* Over a table of areas: "Highest need is spread over eight libraries". @top rows
 * count; NULL where the nearest libraries are not known. */
char *bl_needs_finding_areas (const BlFacts *facts, const BlAccess *access, const BlNeeds *needs, guint top);
/* Over a table of libraries: "Walker’s people need a library most". */
char *bl_needs_finding_libraries (const BlFacts *facts, const BlNeeds *needs);

G_END_DECLS
