/* version-changes.h: what changed since a marked version, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "compare.h"
#include "version.h"

G_BEGIN_DECLS

/* Array of BlDifference between @version and @project as it is now, without
 * the marked versions themselves; %NULL and an error when it cannot be opened.
 * Sentences: bl_difference_to_text(). */
GPtrArray *bl_version_what_changed (BlVersion *version, BlProject *project, GError **error);
/* What @differences, made by the above, come to, in one line: “12 changes since
 * “Consultation draft” of 3 May 2026: 3 libraries, 1 figure by area”. */
char *bl_version_changes_to_line (BlVersion *version, BlProject *project, GPtrArray *differences);

/* @n things that stand in the list or as the child @place of a project, %NULL for
 * its own fields: “3 libraries”, “the areas”, “the project’s own particulars”. */
char *bl_place_count_to_text (const char *place, guint n);

/* What differs between two states of a project, counted by kind of thing, each
 * thing once whatever changed below it: “3 libraries, 1 figure by area”; %NULL for nothing. */
char *bl_differences_count_by_kind (GPtrArray *differences, BlRecord *before, BlRecord *after);

G_END_DECLS
