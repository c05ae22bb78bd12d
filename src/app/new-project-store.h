/* new-project-store.h: where the draft of a new project waits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "new-project-draft.h"

G_BEGIN_DECLS

/* $XDG_STATE_HOME/branchline/drafts/new-project.xml. */
char *bl_new_project_store_get_path (void);
/* The draft that waits, or a blank one. A file that cannot be read is set
 * aside beside it, never deleted, and @error says so; the draft is then blank. */
BlNewProjectDraft *bl_new_project_store_load (BlIds *ids, GError **error);
gboolean bl_new_project_store_save (BlNewProjectDraft *draft, GError **error);
/* Nothing waits any more. */
gboolean bl_new_project_store_discard (GError **error);

G_END_DECLS
