/* needs-profile.h: the profile of one library, as an answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "command.h"
#include "profile.h"

G_BEGIN_DECLS

/* The library of that id or name among those that are profiled; what is not there or fits several
 * is wrong use and sets @exit. Answers its row, or -1. */
int bl_needs_profile_find (const BlFacts *facts, const BlProfiles *profiles, const char *text, BlExit *exit);
/* As text or JSON. @index: the title of the index of need. */
BlExit bl_needs_profile_answer (const BlFacts *facts, const BlProfiles *profiles, guint row, const char *index);
/* As pages in the file @out, by its ending a PDF or HTML. */
BlExit bl_needs_profile_write (const BlFacts *facts, const BlProfiles *profiles, guint row, const char *index,
                               const char *out);

G_END_DECLS
