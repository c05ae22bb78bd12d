/* journal-entry.h: one change of a project as the journal keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/* An entry is a GVariant: name of the change, then for each record its id, its
 * kind, its own fields as text, and its lists and children as ids; then the
 * tables that it is the first to refer to. Reading one that was damaged is
 * safe: it is brought into normal form. */
#define BL_JOURNAL_ENTRY_TYPE "(sa(ssa{ss}a{sas})a(sss))"

/* @known: set of ids of the records and tables that the journal holds already;
 * those written are added. A record that is listed but not known (an undo may
 * bring back what went before the journal began) is written with all below it. */
GVariant *bl_journal_entry_new (const char *name, GPtrArray *records, GHashTable *known);
/* The ids of @record and all below it, and of their tables, for @known. */
void bl_journal_entry_note_known (BlRecord *record, GHashTable *known);

/**
 * BlJournalReplay: a project being brought forward entry by entry.
 */
typedef struct _BlJournalReplay BlJournalReplay;
BlJournalReplay *bl_journal_replay_new (BlProject *project);
/* Does @entry to the project as one step of its history. An error (and no
 * change) when it does not fit. */
gboolean bl_journal_replay_apply (BlJournalReplay *self, GVariant *entry, GError **error);
void bl_journal_replay_free (BlJournalReplay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlJournalReplay, bl_journal_replay_free)

G_END_DECLS
