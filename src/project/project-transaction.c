/* project-transaction.c: the transactions that change a project, undone and redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project-private.h"

#include "text.h"

/* What may be kept for undoing before the oldest steps go. */
#define MAX_HISTORY_WEIGHT ((gsize) 256 * 1024 * 1024)

/* --- Transactor ----------------------------------------------------------- */

static gboolean
bl_project_touch (BlTransactor *transactor, BlRecord *record)
{
  BlProject *self = BL_PROJECT (transactor);
  BlChange *change;

  if (self->transaction == NULL)
    return FALSE;
  if (g_hash_table_contains (self->touched, record) || g_hash_table_contains (self->fresh, record))
    return TRUE;
  change = bl_change_new (record, record != BL_RECORD (self));
  g_hash_table_insert (self->touched, record, change);
  g_ptr_array_add (self->touch_order, change);
  return TRUE;
}

static gboolean
index_record (BlRecord *record, gpointer data)
{
  BlProject *self = data;

  if (bl_record_get_id (record) == NULL)
    {
      g_autofree char *id = NULL;

      do
        {
          g_free (id);
          id = bl_ids_make (self->ids, bl_record_get_kind (record));
        }
      while (g_hash_table_contains (self->by_id, id));
      bl_record_assign_id (record, id);
    }
  if (g_hash_table_contains (self->by_id, bl_record_get_id (record)))
    g_critical ("the id %s is given twice", bl_record_get_id (record));
  g_hash_table_insert (self->by_id, (gpointer) bl_record_get_id (record), record);
  return TRUE;
}

static gboolean
attach_record (BlRecord *record, gpointer data)
{
  BlProject *self = data;

  if (self->transaction != NULL && !g_hash_table_contains (self->gone, record)
      && g_hash_table_add (self->fresh, g_object_ref (record)))
    g_ptr_array_add (self->fresh_order, record);
  return index_record (record, self);
}

static void
bl_project_attached (BlTransactor *transactor, BlRecord *record)
{
  bl_record_walk (record, attach_record, BL_PROJECT (transactor));
}

static gboolean
detach_record (BlRecord *record, gpointer data)
{
  BlProject *self = data;

  g_hash_table_remove (self->by_id, bl_record_get_id (record));
  if (self->transaction == NULL)
    return TRUE;
  if (g_hash_table_contains (self->fresh, record))
    {
      g_ptr_array_remove (self->fresh_order, record);
      g_hash_table_remove (self->fresh, record);
    }
  else
    {
      /* Outside it can be changed unseen, and may come back in the same transaction. */
      bl_project_touch (BL_TRANSACTOR (self), record);
      g_hash_table_add (self->gone, g_object_ref (record));
    }
  return TRUE;
}

static void
bl_project_detached (BlTransactor *transactor, BlRecord *record)
{
  bl_record_walk (record, detach_record, BL_PROJECT (transactor));
}

void
bl_project_transactor_init (BlTransactorInterface *iface)
{
  iface->touch = bl_project_touch;
  iface->attached = bl_project_attached;
  iface->detached = bl_project_detached;
}

/* --- State that is told --------------------------------------------------- */

static BlStep *
step_at (BlProject *self, guint position)
{
  g_autoptr (BlStep) step = g_list_model_get_item (G_LIST_MODEL (self->steps), position);

  return step; /* the store holds it */
}

static void
tell (BlProject *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify (object, "can-undo");
  g_object_notify (object, "can-redo");
  g_object_notify (object, "undo-name");
  g_object_notify (object, "redo-name");
  if (self->was_modified != bl_project_get_modified (self))
    {
      self->was_modified = !self->was_modified;
      g_object_notify (object, "modified");
    }
  g_object_thaw_notify (object);
}

static void
tell_changed (BlProject *self)
{
  self->revision++;
  tell (self);
  bl_project_emit_changed (self);
}

void
bl_project_reindex (BlProject *self)
{
  g_hash_table_remove_all (self->by_id);
  bl_record_walk (BL_RECORD (self), index_record, self);
}

void
bl_project_drop_transaction (BlProject *self)
{
  g_clear_pointer (&self->transaction, g_free);
  g_hash_table_remove_all (self->touched);
  g_ptr_array_set_size (self->touch_order, 0);
  g_ptr_array_set_size (self->fresh_order, 0);
  g_hash_table_remove_all (self->fresh);
  g_hash_table_remove_all (self->gone);
}

/* --- Public --------------------------------------------------------------- */

void
bl_project_set_recorder (BlProject *self, BlProjectRecorder recorder, gpointer data)
{
  g_return_if_fail (BL_IS_PROJECT (self));

  self->recorder = recorder;
  self->recorder_data = data;
}

void
bl_project_set_author (BlProject *self, const char *name)
{
  g_return_if_fail (BL_IS_PROJECT (self));

  if (self->author == name)
    return;
  g_free (self->author);
  self->author = bl_text_clean (name);
}

const char *
bl_project_get_author (BlProject *self)
{
  g_return_val_if_fail (BL_IS_PROJECT (self), NULL);

  return self->author;
}

void
bl_project_begin (BlProject *self, const char *name)
{
  g_return_if_fail (BL_IS_PROJECT (self) && name != NULL);
  g_return_if_fail (self->transaction == NULL);

  self->transaction = g_strdup (name);
}

gboolean
bl_project_in_transaction (BlProject *self)
{
  return self->transaction != NULL;
}

/* Drops the steps from @position on. */
static void
drop_steps (BlProject *self, guint position, guint n)
{
  for (guint i = position; i < position + n; i++)
    {
      BlStep *step = step_at (self, i);

      self->weight -= MIN (self->weight, bl_step_get_weight (step));
      if (step == self->saved_step)
        {
          self->saved_step = NULL;
          self->saved_lost = TRUE;
        }
    }
  g_list_store_splice (self->steps, position, n, NULL, 0);
}

static void
trim (BlProject *self)
{
  while (self->weight > MAX_HISTORY_WEIGHT && self->n_done > 1)
    {
      /* Before the first step kept, the state as it was at opening is gone. */
      if (self->saved_step == NULL)
        self->saved_lost = TRUE;
      drop_steps (self, 0, 1);
      self->n_done--;
    }
}

static void
sign_record (BlRecord *record, const char *author, const char *time)
{
  bl_record_set_text (record, "changed", time);
  bl_record_set_text (record, "changed-by", author);
}

/* Says in what the open transaction changed and brought in who did and when. */
static void
sign_transaction (BlProject *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *time = NULL;

  if (self->author == NULL)
    return;
  now = bl_clock_now (self->clock);
  utc = g_date_time_to_utc (now);
  time = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  for (guint i = 0; i < self->touch_order->len; i++)
    {
      BlChange *change = g_ptr_array_index (self->touch_order, i);
      g_autoptr (BlRecordImage) now_it_is = bl_record_take_image (change->record);

      if (!bl_record_image_says_the_same (change->before, now_it_is))
        sign_record (change->record, self->author, time);
    }
  for (guint i = 0; i < self->fresh_order->len; i++)
    sign_record (self->fresh_order->pdata[i], self->author, time);
}

/* The changes of the open transaction that changed anything; %NULL for none. Closes it. */
static GPtrArray *
close_transaction (BlProject *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_change_free);

  for (guint i = 0; i < self->touch_order->len; i++)
    {
      BlChange *change = g_ptr_array_index (self->touch_order, i);

      change->after = bl_record_take_image (change->record);
      if (bl_record_image_equal (change->before, change->after))
        continue;
      g_ptr_array_add (changes, change);
      self->touch_order->pdata[i] = NULL;
    }
  bl_project_drop_transaction (self);
  if (changes->len == 0)
    g_clear_pointer (&changes, g_ptr_array_unref);
  return changes;
}

static void
record_change (BlProject *self, const char *name, GPtrArray *records)
{
  if (self->recorder != NULL)
    self->recorder (self, name, records, self->recorder_data);
}

static void
drop_undone (BlProject *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->steps));

  if (n > self->n_done)
    drop_steps (self, self->n_done, n - self->n_done);
}

static gboolean
commit (BlProject *self, BlRecord *typing_record, const char *typing_field)
{
  g_autofree char *name = g_strdup (self->transaction);
  g_autoptr (GPtrArray) records = g_ptr_array_copy (self->fresh_order, NULL, NULL);
  GPtrArray *changes;
  g_autoptr (GDateTime) now = NULL;
  BlStep *last = self->n_done == 0 ? NULL : step_at (self, self->n_done - 1);
  gboolean came_in = typing_record != NULL && g_ptr_array_find (self->fresh_order, typing_record, NULL);

  sign_transaction (self);
  changes = close_transaction (self);
  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (records, ((BlChange *) changes->pdata[i])->record);
  now = bl_clock_now (self->clock);
  drop_undone (self);
  if (typing_record != NULL && last != NULL && last != self->saved_step
      && bl_step_is_continued (last, typing_record, typing_field, now, changes))
    {
      self->weight -= MIN (self->weight, bl_step_get_weight (last));
      if (bl_step_continue (last, changes, now))
        self->weight += bl_step_get_weight (last);
      else
        {
          g_list_store_remove (self->steps, self->n_done - 1);
          self->n_done--;
        }
      g_ptr_array_unref (changes);
    }
  else
    {
      g_autoptr (BlStep) step = bl_step_new (name, now, changes);

      bl_step_set_typing (step, typing_record, typing_field, came_in);
      g_list_store_append (self->steps, step);
      self->n_done++;
      self->weight += bl_step_get_weight (step);
      trim (self);
    }
  record_change (self, name, records);
  tell_changed (self);
  return TRUE;
}

gboolean
bl_project_commit (BlProject *self)
{
  g_return_val_if_fail (BL_IS_PROJECT (self) && self->transaction != NULL, FALSE);

  return commit (self, NULL, NULL);
}

gboolean
bl_project_commit_coalesced (BlProject *self, BlRecord *record, const char *field)
{
  g_return_val_if_fail (BL_IS_PROJECT (self) && self->transaction != NULL, FALSE);

  return commit (self, record, field);
}

void
bl_project_end_coalescing (BlProject *self)
{
  g_return_if_fail (BL_IS_PROJECT (self));

  if (self->n_done > 0)
    bl_step_set_typing (step_at (self, self->n_done - 1), NULL, NULL, FALSE);
}

void
bl_project_rollback (BlProject *self)
{
  GPtrArray *changes;
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (BL_IS_PROJECT (self) && self->transaction != NULL);

  changes = close_transaction (self);
  if (changes == NULL)
    return;
  now = bl_clock_now (self->clock);
  {
    g_autoptr (BlStep) step = bl_step_new ("", now, changes);

    bl_step_put (step, TRUE);
  }
  bl_project_reindex (self);
}

void
bl_project_delete (BlProject *self, BlRecord *record)
{
  g_autoptr (BlRecord) keep = NULL;
  GHashTableIter iter;
  gpointer other;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_return_if_fail (BL_IS_PROJECT (self) && self->transaction != NULL);
  g_return_if_fail (bl_record_get_root (record) == BL_RECORD (self) && record != BL_RECORD (self));

  keep = g_object_ref (record);
  bl_record_remove (record);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    g_ptr_array_add (all, other);
  for (guint i = 0; i < all->len; i++)
    {
      GPtrArray *fields = bl_record_get_fields (all->pdata[i]);

      for (guint j = 0; j < fields->len; j++)
        {
          const BlField *field = g_ptr_array_index (fields, j);
          const char *id;

          if (field->type != BL_FIELD_REFERENCE)
            continue;
          id = bl_record_get_text (all->pdata[i], field->name);
          if (id != NULL && bl_project_find (self, id) == NULL)
            bl_record_clear (all->pdata[i], field->name);
        }
    }
}

/* Takes one step back or forth. */
static void
put_step (BlProject *self, BlStep *step, gboolean undo)
{
  g_autoptr (GPtrArray) records = bl_step_get_records (step);

  bl_step_put (step, undo);
  bl_step_set_undone (step, undo);
  bl_project_reindex (self);
  record_change (self, bl_step_get_name (step), records);
  tell_changed (self);
}

gboolean
bl_project_undo (BlProject *self)
{
  g_return_val_if_fail (BL_IS_PROJECT (self) && self->transaction == NULL, FALSE);

  if (self->n_done == 0)
    return FALSE;
  self->n_done--;
  put_step (self, step_at (self, self->n_done), TRUE);
  return TRUE;
}

gboolean
bl_project_redo (BlProject *self)
{
  g_return_val_if_fail (BL_IS_PROJECT (self) && self->transaction == NULL, FALSE);

  if (self->n_done == g_list_model_get_n_items (G_LIST_MODEL (self->steps)))
    return FALSE;
  self->n_done++;
  put_step (self, step_at (self, self->n_done - 1), FALSE);
  return TRUE;
}

void
bl_project_go_to_step (BlProject *self, guint n_done)
{
  g_return_if_fail (BL_IS_PROJECT (self));
  g_return_if_fail (n_done <= g_list_model_get_n_items (G_LIST_MODEL (self->steps)));

  while (self->n_done > n_done)
    bl_project_undo (self);
  while (self->n_done < n_done)
    bl_project_redo (self);
}

const char *
bl_project_get_undo_name (BlProject *self)
{
  return self->n_done == 0 ? NULL : bl_step_get_name (step_at (self, self->n_done - 1));
}

const char *
bl_project_get_redo_name (BlProject *self)
{
  if (self->n_done == g_list_model_get_n_items (G_LIST_MODEL (self->steps)))
    return NULL;
  return bl_step_get_name (step_at (self, self->n_done));
}

GListModel *
bl_project_get_history (BlProject *self)
{
  return G_LIST_MODEL (self->steps);
}

guint64
bl_project_get_revision (BlProject *self)
{
  return self->revision;
}

gboolean
bl_project_get_modified (BlProject *self)
{
  BlStep *last = self->n_done == 0 ? NULL : step_at (self, self->n_done - 1);

  return self->saved_lost || last != self->saved_step;
}

void
bl_project_mark_saved (BlProject *self)
{
  g_return_if_fail (BL_IS_PROJECT (self));

  self->saved_step = self->n_done == 0 ? NULL : step_at (self, self->n_done - 1);
  self->saved_lost = FALSE;
  bl_project_end_coalescing (self);
  tell (self);
}
