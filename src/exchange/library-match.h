/* library-match.h: which library of the project a name in a file means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-private.h"

G_BEGIN_DECLS

/* What bl_library_match_find() answers besides an index. */
#define BL_LIBRARY_MATCH_NONE -1 /* none of the project's */
#define BL_LIBRARY_MATCH_TWO -2  /* fits two */

/**
 * BlLibraryMatch: the libraries of a snapshot by id, by UPRN, and by name with
 * case, blanks and a final "Library" folded; then as the user has said, by
 * "NAME=LIBRARY" of the options or by a tick.
 */
typedef struct _BlLibraryMatch BlLibraryMatch;

/* NULL with an error (OPTION) where the options name a library that is not there. */
BlLibraryMatch *bl_library_match_new (BlImportPlan *plan, GError **error);
void bl_library_match_free (BlLibraryMatch *match);

/* Index into the snapshot's libraries of what @text of @row (a name, an id or a
 * UPRN) in column @field means, or one of the above. A name that is only
 * like one library's is offered as a mend, once, and is none until it is ticked. */
int bl_library_match_find (BlLibraryMatch *match, guint row, const char *field, const char *text);
/* The same without offering anything. */
int bl_library_match_look (BlLibraryMatch *match, const char *text);
/* Warns of every name that was asked for and found none, with the rows it
 * stands in and what becomes of them (@fate, translated). */
void bl_library_match_warn (BlLibraryMatch *match, const char *fate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLibraryMatch, bl_library_match_free)

G_END_DECLS
