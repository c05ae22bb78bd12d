/* framework-change.h: adding, moving and removing what is in a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"
#include "project.h"

G_BEGIN_DECLS

/* All in the open transaction.
 *
 * A new item of @kind ("section", "results-area", "characteristic", "criterion") behind @after, in the record above it that
 * may hold it, else in the last below it; called by a name that is still free. Owned by the framework; NULL where @after
 * can have none beside or in it. */
BlRecord *bl_framework_add_item (BlProject *project, BlFramework *framework, BlRecord *after, const char *kind);
gboolean bl_framework_may_add (BlFramework *framework, BlRecord *after, const char *kind);
/* One place up or down in its list, or into the list next to it at the end; FALSE where there is no such place. */
gboolean bl_framework_move_item (BlProject *project, BlRecord *record, gboolean down);
gboolean bl_framework_may_move (BlRecord *record, gboolean down);
/* Takes it out, with what is below it, and what pointed to it out of "see-also", "look-next" and "concerns". */
void bl_framework_remove_item (BlProject *project, BlRecord *record);

/* "STEM-1", or with the next number that nothing in @framework is called by. g_free(). */
char *bl_framework_make_item (BlFramework *framework, const char *stem);

G_END_DECLS
