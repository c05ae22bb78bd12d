/* merge.h: two people's changes of one project put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/* Stands for the field of a clash in content this version does not know. It
 * cannot be settled here: ours stays, and what theirs added beside it. */
#define BL_CLASH_FOREIGN "extension"

/**
 * BlClash: both sides changed the same thing in different ways. What the
 * merged project holds meanwhile is ours.
 */
typedef struct
{
  char *record;      /* id */
  char *name;        /* what a person calls it */
  char *field;       /* name of the field or list; NULL: one side removed what the other changed */
  char *field_title; /* translated; NULL with @field */
  char *base, *ours, *theirs; /* as text; NULL when not known, or (with no field) removed */
} BlClash;
void bl_clash_free (BlClash *clash);
/* A plain sentence about it. */
char *bl_clash_to_text (const BlClash *clash);

/**
 * BlMerge: what came of it.
 */
typedef struct
{
  BlProject *project; /* ours, with what theirs changed */
  GPtrArray *clashes; /* of BlClash */
  guint n_theirs;     /* changes taken over from theirs */
} BlMerge;

/* Merges by id, by field: what only one side changed is taken, what both
 * changed alike is one change, both sides adding in one place stand by their
 * ids, and a record that either side still needs is never dropped. Without
 * clashes the same comes of it whichever side is ours. Who changed a record
 * last follows the later of the two. None of the three is changed. */
BlMerge *bl_merge (BlProject *base, BlProject *ours, BlProject *theirs, GError **error);
/* Settles a clash: @project takes what @from (ours or theirs) has; in the open transaction. */
void bl_clash_take (const BlClash *clash, BlProject *project, BlProject *from);
void bl_merge_free (BlMerge *merge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMerge, bl_merge_free)

G_END_DECLS
