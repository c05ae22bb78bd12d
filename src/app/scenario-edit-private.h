/* scenario-edit-private.h: what the files that change scenarios share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scenario-edit.h"

G_BEGIN_DECLS

/* Open in the project's year, run by the council, statutory; in no project. Owned by the caller. */
BlLibrary *bl_scenario_edit_make_library (BlSession *session, const char *name, BlPoint place);

G_END_DECLS
