/* history-private.h: the inside of a step, for the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "history.h"
#include "record.h"

G_BEGIN_DECLS

/**
 * BlChange: one record before and after a step. The project itself, whose
 * history this is part of, is not @owned: it would keep itself alive.
 */
typedef struct
{
  BlRecord *record;
  gboolean owned;
  BlRecordImage *before, *after;
} BlChange;

BlChange *bl_change_new (BlRecord *record, gboolean owned);
void bl_change_free (BlChange *change);

/* Takes @changes. */
BlStep *bl_step_new (const char *name, GDateTime *time, GPtrArray *changes);
/* The records it changed: array of BlRecord, not referenced; free it. */
GPtrArray *bl_step_get_records (BlStep *self);
void bl_step_put (BlStep *self, gboolean before);
void bl_step_set_undone (BlStep *self, gboolean undone);
gsize bl_step_get_weight (BlStep *self);

/* What typing goes on with: the record and field of the last change. */
void bl_step_set_typing (BlStep *self, BlRecord *record, const char *field, gboolean came_in);
/* Whether @changes, made at @time to @record's @field, go on with this step's typing. */
gboolean bl_step_is_continued (BlStep *self, BlRecord *record, const char *field, GDateTime *time,
                               GPtrArray *changes);
/* Takes the state after of @changes (one change, of the same record); %FALSE
 * when the step now changes nothing; the signature is then what it was before. */
gboolean bl_step_continue (BlStep *self, GPtrArray *changes, GDateTime *time);

G_END_DECLS
