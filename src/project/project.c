/* project.c: a planning project, and the transactions that change it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project.h"

#include <glib/gi18n-lib.h>

#include "history-private.h"

/* What may be kept for undoing before the oldest steps go. */
#define MAX_HISTORY_WEIGHT ((gsize) 256 * 1024 * 1024)

struct _BlProject
{
  BlRecord parent;
  BlIds *ids;
  BlClock *clock;
  GHashTable *by_id;      /* id -> BlRecord, not referenced: the tree holds them */
  guint64 revision;
  /* The open transaction. */
  char *transaction;
  GHashTable *touched;    /* BlRecord -> BlChange */
  GPtrArray *touch_order; /* BlChange */
  GHashTable *fresh;      /* records that came in this transaction */
  GHashTable *gone;       /* records that left in it, referenced */
  /* Steps; the first n_done are done, the others undone. */
  GListStore *steps;
  guint n_done;
  gsize weight;
  BlStep *saved_step;     /* the last step done when saved; NULL: before any */
  gboolean saved_lost;    /* that state can no longer be reached */
  gboolean was_modified;
};

enum
{
  PROP_MODIFIED = 1000,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void bl_project_transactor_init (BlTransactorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlProject, bl_project, BL_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_TRANSACTOR, bl_project_transactor_init))

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

  if (self->transaction != NULL && !g_hash_table_contains (self->gone, record))
    g_hash_table_add (self->fresh, record);
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
  if (self->transaction != NULL && !g_hash_table_remove (self->fresh, record))
    g_hash_table_add (self->gone, g_object_ref (record));
  return TRUE;
}

static void
bl_project_detached (BlTransactor *transactor, BlRecord *record)
{
  bl_record_walk (record, detach_record, BL_PROJECT (transactor));
}

static void
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
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
reindex (BlProject *self)
{
  g_hash_table_remove_all (self->by_id);
  bl_record_walk (BL_RECORD (self), index_record, self);
}

/* --- GObject -------------------------------------------------------------- */

static void
bl_project_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlProject *self = BL_PROJECT (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, bl_project_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, bl_project_get_undo_name (self) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, bl_project_get_redo_name (self) != NULL);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, bl_project_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, bl_project_get_redo_name (self));
      break;
    default:
      G_OBJECT_CLASS (bl_project_parent_class)->get_property (object, id, value, pspec);
    }
}

static void
drop_transaction (BlProject *self)
{
  g_clear_pointer (&self->transaction, g_free);
  g_hash_table_remove_all (self->touched);
  g_ptr_array_set_size (self->touch_order, 0);
  g_hash_table_remove_all (self->fresh);
  g_hash_table_remove_all (self->gone);
}

static void
bl_project_dispose (GObject *object)
{
  BlProject *self = BL_PROJECT (object);

  bl_record_set_transactor (BL_RECORD (self), NULL);
  drop_transaction (self);
  g_list_store_remove_all (self->steps);
  g_hash_table_remove_all (self->by_id);
  G_OBJECT_CLASS (bl_project_parent_class)->dispose (object);
}

static void
bl_project_finalize (GObject *object)
{
  BlProject *self = BL_PROJECT (object);

  g_clear_object (&self->ids);
  g_clear_object (&self->clock);
  g_clear_object (&self->steps);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->touch_order, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  G_OBJECT_CLASS (bl_project_parent_class)->finalize (object);
}

typedef struct
{
  BlProject *project;
  GPtrArray *faults;
} Validation;

static gboolean
validate_references (BlRecord *record, gpointer data)
{
  Validation *validation = data;
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      const char *id;

      if (field->type != BL_FIELD_REFERENCE)
        continue;
      id = bl_record_get_text (record, field->name);
      if (id != NULL && bl_project_find (validation->project, id) == NULL)
        g_ptr_array_add (validation->faults,
                         bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (record), field->name, 0,
                                       _("%s: what it refers to, “%s”, is not in the project"), _(field->title), id));
    }
  return TRUE;
}

static void
bl_project_validate (BlRecord *record, GPtrArray *faults)
{
  BlProject *self = BL_PROJECT (record);
  BlAreas *areas = bl_project_get_areas (self);
  GListModel *values = bl_project_get_values (self);
  guint n = g_list_model_get_n_items (values);
  guint n_areas = areas == NULL ? 0 : bl_areas_get_n (areas);
  Validation validation = { self, faults };

  if (bl_project_get_service (self) == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, bl_record_get_id (record), "service", 0,
                                           _("the project says no library service")));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlValueSet) value = g_list_model_get_item (values, i);
      BlTable *numbers = bl_record_get_table (BL_RECORD (value), "numbers");

      if (numbers != NULL && bl_table_get_n_rows (numbers) != n_areas)
        g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (BL_RECORD (value)), "numbers", 0,
                                               _("%s does not fit the areas: numbers %u, areas %u"), bl_value_set_get_title (value),
                                               bl_table_get_n_rows (numbers), n_areas));
    }
  bl_record_walk (record, validate_references, &validation);
}

static void
bl_project_class_init (BlProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_project_get_property;
  object_class->dispose = bl_project_dispose;
  object_class->finalize = bl_project_finalize;
  record_class->validate = bl_project_validate;
  bl_record_class_set_kind (record_class, "project", N_ ("project"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_integer (record_class, "year", N_ ("year"));
  bl_record_class_add_date (record_class, "created", N_ ("date made"));
  bl_record_class_add_boolean (record_class, "sample", N_ ("sample"));
  bl_record_class_add_long_text (record_class, "sample-note", N_ ("what in the sample is made up"));
  bl_record_class_add_child (record_class, "service", N_ ("library service"), BL_TYPE_SERVICE);
  bl_record_class_add_list (record_class, "libraries", N_ ("libraries"), BL_TYPE_LIBRARY, TRUE);
  bl_record_class_add_list (record_class, "libraries-nearby", N_ ("neighbouring libraries"), BL_TYPE_LIBRARY, TRUE);
  bl_record_class_add_child (record_class, "areas", N_ ("areas"), BL_TYPE_AREAS);
  bl_record_class_add_list (record_class, "values", N_ ("figures by area"), BL_TYPE_VALUE_SET, TRUE);
  bl_record_class_add_list (record_class, "groups", N_ ("groups of people"), BL_TYPE_GROUP, TRUE);

  g_object_class_install_property (object_class, PROP_MODIFIED,
                                   g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable));
  g_object_class_install_property (object_class, PROP_CAN_UNDO,
                                   g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable));
  g_object_class_install_property (object_class, PROP_CAN_REDO,
                                   g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable));
  g_object_class_install_property (object_class, PROP_UNDO_NAME,
                                   g_param_spec_string ("undo-name", NULL, NULL, NULL, readable));
  g_object_class_install_property (object_class, PROP_REDO_NAME,
                                   g_param_spec_string ("redo-name", NULL, NULL, NULL, readable));
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bl_project_init (BlProject *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->touched = g_hash_table_new (NULL, NULL);
  self->touch_order = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_change_free);
  self->fresh = g_hash_table_new (NULL, NULL);
  self->gone = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->steps = g_list_store_new (BL_TYPE_STEP);
}

/* --- Public --------------------------------------------------------------- */

BlProject *
bl_project_new (BlIds *ids, BlClock *clock)
{
  BlProject *self = g_object_new (BL_TYPE_PROJECT, NULL);

  bl_record_set_date (BL_RECORD (self), "created", bl_clock_today (clock));
  bl_project_set_context (self, ids, clock);
  return self;
}

void
bl_project_set_context (BlProject *self, BlIds *ids, BlClock *clock)
{
  g_return_if_fail (BL_IS_PROJECT (self) && BL_IS_IDS (ids) && BL_IS_CLOCK (clock));

  g_set_object (&self->ids, ids);
  g_set_object (&self->clock, clock);
  reindex (self);
  bl_record_set_transactor (BL_RECORD (self), BL_TRANSACTOR (self));
}

void
bl_project_register_kinds (void)
{
  g_type_ensure (BL_TYPE_PROJECT);
  g_type_ensure (BL_TYPE_SERVICE);
  g_type_ensure (BL_TYPE_LIBRARY);
  g_type_ensure (BL_TYPE_STATUS);
  g_type_ensure (BL_TYPE_AREAS);
  g_type_ensure (BL_TYPE_VALUE_SET);
  g_type_ensure (BL_TYPE_GROUP);
}

BlIds *
bl_project_get_ids (BlProject *self)
{
  return self->ids;
}

BlClock *
bl_project_get_clock (BlProject *self)
{
  return self->clock;
}

BlService *
bl_project_get_service (BlProject *self)
{
  return (BlService *) bl_record_get_child (BL_RECORD (self), "service");
}

BlAreas *
bl_project_get_areas (BlProject *self)
{
  return (BlAreas *) bl_record_get_child (BL_RECORD (self), "areas");
}

GListModel *
bl_project_get_libraries (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "libraries");
}

GListModel *
bl_project_get_libraries_nearby (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "libraries-nearby");
}

GListModel *
bl_project_get_values (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "values");
}

GListModel *
bl_project_get_groups (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "groups");
}

BlValueSet *
bl_project_find_value (BlProject *self, const char *name)
{
  GListModel *values = bl_project_get_values (self);
  guint n = g_list_model_get_n_items (values);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlValueSet) value = g_list_model_get_item (values, i);

      if (g_strcmp0 (bl_record_get_text (BL_RECORD (value), "name"), name) == 0)
        return value; /* the list holds it */
    }
  return NULL;
}

int
bl_project_get_effective_year (BlProject *self)
{
  GListModel *libraries = bl_project_get_libraries (self);
  guint n = g_list_model_get_n_items (libraries);
  gint64 newest = 0;

  if (bl_record_get_integer (BL_RECORD (self), "year", &newest))
    return (int) newest;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      GListModel *statuses = bl_record_get_list (library, "statuses");
      guint m = g_list_model_get_n_items (statuses);

      for (guint j = 0; j < m; j++)
        {
          g_autoptr (BlRecord) status = g_list_model_get_item (statuses, j);
          gint64 year;

          if (bl_record_get_integer (status, "year", &year))
            newest = MAX (newest, year);
        }
    }
  return (int) newest;
}

BlRecord *
bl_project_find (BlProject *self, const char *id)
{
  g_return_val_if_fail (BL_IS_PROJECT (self), NULL);

  return id == NULL ? NULL : g_hash_table_lookup (self->by_id, id);
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
  drop_transaction (self);
  if (changes->len == 0)
    g_clear_pointer (&changes, g_ptr_array_unref);
  return changes;
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
  GPtrArray *changes = close_transaction (self);
  g_autoptr (GDateTime) now = NULL;
  BlStep *last = self->n_done == 0 ? NULL : step_at (self, self->n_done - 1);

  if (changes == NULL)
    return FALSE;
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

      bl_step_set_typing (step, typing_record, typing_field);
      g_list_store_append (self->steps, step);
      self->n_done++;
      self->weight += bl_step_get_weight (step);
      trim (self);
    }
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
    bl_step_set_typing (step_at (self, self->n_done - 1), NULL, NULL);
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
  reindex (self);
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

gboolean
bl_project_undo (BlProject *self)
{
  g_return_val_if_fail (BL_IS_PROJECT (self) && self->transaction == NULL, FALSE);

  if (self->n_done == 0)
    return FALSE;
  self->n_done--;
  bl_step_put (step_at (self, self->n_done), TRUE);
  bl_step_set_undone (step_at (self, self->n_done), TRUE);
  reindex (self);
  tell_changed (self);
  return TRUE;
}

gboolean
bl_project_redo (BlProject *self)
{
  g_return_val_if_fail (BL_IS_PROJECT (self) && self->transaction == NULL, FALSE);

  if (self->n_done == g_list_model_get_n_items (G_LIST_MODEL (self->steps)))
    return FALSE;
  bl_step_put (step_at (self, self->n_done), FALSE);
  bl_step_set_undone (step_at (self, self->n_done), FALSE);
  self->n_done++;
  reindex (self);
  tell_changed (self);
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
