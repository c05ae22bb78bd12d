/* library-edit.h: changes to libraries that are more than one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* A library with a name that says it is new, run by the council in the
 * project's year; it becomes the picked one. */
BlLibrary *bl_library_edit_add (BlSession *session);
void bl_library_edit_remove (BlSession *session, BlLibrary *library);
/* Who runs it in the project's year; UNKNOWN: not open then. */
void bl_library_edit_set_operation (BlSession *session, BlLibrary *library, BlOperation operation);
void bl_library_edit_set_statutory (BlSession *session, BlLibrary *library, gboolean statutory);

G_END_DECLS
