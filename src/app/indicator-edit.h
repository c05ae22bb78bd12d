/* indicator-edit.h: indicators taken up, made and given up, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator.h"
#include "session.h"

G_BEGIN_DECLS

/* Those of the usual set that the project has not yet; how many. */
guint bl_indicator_edit_add_starters (BlSession *session);
/* A copy of the dictionary's @item ("visits-per-1000"); the project holds it. NULL: it has it already, or it cannot be
 * changed. */
BlIndicator *bl_indicator_edit_add (BlSession *session, const char *item);
/* The user's own, with what @words (a free BlIndicator) says; taken over. */
BlIndicator *bl_indicator_edit_add_own (BlSession *session, BlIndicator *words);
void bl_indicator_edit_remove (BlSession *session, BlIndicator *indicator);
/* The project's one of that item, of the service; NULL. */
BlIndicator *bl_indicator_edit_find (BlSession *session, const char *item);

G_END_DECLS
