/* new-project-build.h: a project made from a draft's answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "new-project-draft.h"

G_BEGIN_DECLS

/**
 * BlNewProjectBuild: what the answers make.
 * @project: all of it came in one transaction, so that one undo empties it.
 * @faults: of #BlFault: files that could not be brought in and were left out;
 *   "record" is the id of the draft's file.
 */
typedef struct
{
  BlProject *project;
  GPtrArray *faults;
} BlNewProjectBuild;

/* Makes the project anew: published facts first, then each file in its order.
 * @reference may be %NULL for a draft that starts empty. Files are read in a
 * thread, the rest is done on this one. The draft must not change meanwhile
 * (cancel, and start again). */
void bl_new_project_build_async (BlNewProjectDraft *draft, BlReference *reference, BlIds *ids, BlClock *clock,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BlNewProjectBuild *bl_new_project_build_finish (GAsyncResult *result, GError **error);
void bl_new_project_build_free (BlNewProjectBuild *build);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNewProjectBuild, bl_new_project_build_free)

G_END_DECLS
