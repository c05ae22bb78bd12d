/* profile-words.h: what profiles and their words share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "profile.h"

G_BEGIN_DECLS

/* For sorting doubles without NaN. */
int bl_profile_compare_numbers (gconstpointer a, gconstpointer b);
/* The newest whole period for which at least half as many libraries have a figure of
 * that kind as in the period that most have; NULL when none has. */
char *bl_profiles_period (const BlFacts *facts, const BlNeedsQuestion *question, BlFigureKind kind);

G_END_DECLS
