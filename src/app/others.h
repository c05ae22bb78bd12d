/* others.h: what somebody else did to the file that is open here
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/**
 * BlOthers: both sides of it, and what differs in words.
 */
typedef struct
{
  BlProject *base, *theirs; /* as it was opened or last saved here; as the file is now */
  GPtrArray *changes;       /* BlDifference from base to theirs */
  char *who;                /* signed the newest of them, or NULL */
  GDateTime *time;          /* of the file, local */
} BlOthers;

BlOthers *bl_others_new (BlProject *base, BlProject *theirs, GDateTime *time);
void bl_others_free (BlOthers *others);
/* "Jo Bell changed this file at 14:40", "Somebody changed this file on 3 April, 14:40"; free it. */
char *bl_others_get_title (const BlOthers *others, GDateTime *now);
/* "3 changes there, 2 of yours not saved"; free it. */
char *bl_others_get_counts (const BlOthers *others, guint n_ours);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOthers, bl_others_free)

G_END_DECLS
