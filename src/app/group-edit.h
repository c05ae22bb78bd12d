/* group-edit.h: saved groups of people, each change a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* People of the areas where value @value (by name) is at most (@at_most) or at least @limit, under
 * @title. An error in plain words when the rule makes no group, or the title is blank or taken. */
BlGroup *bl_group_edit_add (BlSession *session, const char *title, const char *value, gboolean at_most, double limit,
                            GError **error);
void bl_group_edit_remove (BlSession *session, BlGroup *group);
/* The saved group of that name; NULL when there is none. */
BlGroup *bl_group_edit_find (BlSession *session, const char *name);

G_END_DECLS
