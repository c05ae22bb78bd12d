/* bring-back.h: single things of an earlier state brought back into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/* Makes the things @ids (of char *; right under the project, or the project's
 * own for its own fields) what they were in @then, with all below them, as one
 * transaction @name: what was changed gets its old values, what is gone comes
 * back at its place. What was not there then is left alone, and so is whatever
 * was not asked for. Nothing is changed, with an error (BL_STORE_ERROR_INVALID)
 * in words, where the rest would no longer fit. */
gboolean bl_bring_back (BlProject *project, BlProject *then, GPtrArray *ids, const char *name, GError **error);

G_END_DECLS
