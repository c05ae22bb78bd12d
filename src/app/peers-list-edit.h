/* peers-list-edit.h: the project's own list of authorities to compare with, each change a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "peer-choice.h"
#include "session.h"

G_BEGIN_DECLS

/* Nothing changes where @code is the service's own, or on the list already. */
void bl_peers_list_edit_add (BlSession *session, const char *code, const char *name);
/* With the last one the list goes. */
void bl_peers_list_edit_remove (BlSession *session, const char *code);
/* The authorities of @choice become the list. */
void bl_peers_list_edit_take (BlSession *session, const BlPeerChoice *choice);

G_END_DECLS
