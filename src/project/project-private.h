/* project-private.h: the inside of a project, for the files that make it up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "history-private.h"
#include "project.h"

G_BEGIN_DECLS

struct _BlProject
{
  BlRecord parent;
  BlIds *ids;
  BlClock *clock;
  char *author;           /* whose changes these are; NULL: they are not signed */
  GHashTable *by_id;      /* id -> BlRecord, not referenced: the tree holds them */
  guint64 revision;
  /* The open transaction. */
  char *transaction;
  GHashTable *touched;    /* BlRecord -> BlChange */
  GPtrArray *touch_order; /* BlChange */
  GHashTable *fresh;      /* records that came in this transaction, referenced */
  GPtrArray *fresh_order; /* the same, not referenced */
  GHashTable *gone;       /* records that left in it, referenced */
  /* Steps; the first n_done are done, the others undone. */
  GListStore *steps;
  guint n_done;
  gsize weight;
  BlStep *saved_step;     /* the last step done when saved; NULL: before any */
  gboolean saved_lost;    /* that state can no longer be reached */
  gboolean was_modified;
  BlProjectRecorder recorder;
  gpointer recorder_data;
};

/* Tells who listens that the project changed (project.c). */
void bl_project_emit_changed (BlProject *self);
/* Finds every record by its id again (project-transaction.c). */
void bl_project_reindex (BlProject *self);
/* Forgets the open transaction, its changes staying (project-transaction.c). */
void bl_project_drop_transaction (BlProject *self);
void bl_project_transactor_init (BlTransactorInterface *iface);

G_END_DECLS
