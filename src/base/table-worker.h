/* table-worker.h: tables decoded beside the reading of the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/**
 * BlTableWorker: takes the text of one table after the other as it is parsed,
 * and makes tables of it, in a thread where that pays.
 */
typedef struct _BlTableWorker BlTableWorker;

BlTableWorker *bl_table_worker_new (gboolean in_thread);
void bl_table_worker_begin (BlTableWorker *self, BlTableType type);
/* A bit of the text of the table that was begun last. */
void bl_table_worker_add (BlTableWorker *self, const char *text, gsize length);
/* That was all of it. */
void bl_table_worker_end (BlTableWorker *self);
/* Waits until all that was ended is made. Nothing may be begun after. */
void bl_table_worker_wait (BlTableWorker *self);
/* After waiting: the table that was begun as number @index, once; %NULL with
 * an error where it cannot be read, and without where it was not ended. */
BlTable *bl_table_worker_take (BlTableWorker *self, guint index, GError **error);
void bl_table_worker_free (BlTableWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTableWorker, bl_table_worker_free)

G_END_DECLS
