/* earlier.h: an earlier state of a project: a marked version or a dated backup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "differing.h"
#include "document.h"

G_BEGIN_DECLS

/**
 * BlEarlier: does not change, and does not know the project it is of: it may be
 * opened and compared in any thread.
 */
#define BL_TYPE_EARLIER (bl_earlier_get_type ())
G_DECLARE_FINAL_TYPE (BlEarlier, bl_earlier, BL, EARLIER, GObject)

/* Array of BlEarlier: the marked versions of @project and the backups of its
 * file, newest first; those whose time is not known last. */
GPtrArray *bl_earlier_list (BlProject *project);
gboolean bl_earlier_is_version (BlEarlier *self);
/* The name it was marked with; %NULL for a backup. */
const char *bl_earlier_get_name (BlEarlier *self);
/* Of a version: who marked it and what was noted; %NULL where that is not known. */
const char *bl_earlier_get_by (BlEarlier *self);
const char *bl_earlier_get_note (BlEarlier *self);
/* Of a backup: why it was made, in words; %NULL for a version. */
const char *bl_earlier_get_reason (BlEarlier *self);
GDateTime *bl_earlier_get_time (BlEarlier *self); /* local; or %NULL */
goffset bl_earlier_get_size (BlEarlier *self);    /* bytes; of a version without the tables it shares */
/* The same for the same state, as long as it exists. */
const char *bl_earlier_get_key (BlEarlier *self);

/* The project as it was, to be looked at. An error says in words when a version
 * is not what was marked, or why a backup cannot be read. */
BlDocument *bl_earlier_open (BlEarlier *self, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error);

/**
 * BlEarlierChanges: what differs between then and @now.
 */
typedef struct
{
  GPtrArray *things; /* of BlDifferingThing */
  char *line;        /* the same in one line */
  char *by;          /* who signed the last change before; or NULL */
} BlEarlierChanges;
BlEarlierChanges *bl_earlier_compare (BlEarlier *self, BlProject *now, GCancellable *cancellable, GError **error);
void bl_earlier_changes_free (BlEarlierChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlEarlierChanges, bl_earlier_changes_free)

G_END_DECLS
