/* bring-back.c: single things of an earlier state brought back into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bring-back.h"

#include <glib/gi18n-lib.h>

#include "document.h"

typedef struct
{
  BlProject *project, *then;
  GHashTable *ids; /* what is asked for */
} Bringing;

static gboolean
holds_records (const BlField *field)
{
  return field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST;
}

static gboolean
is_same (BlRecord *a, BlRecord *b)
{
  return a != NULL && b != NULL && G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b)
         && g_strcmp0 (bl_record_get_id (a), bl_record_get_id (b)) == 0;
}

/* References wait until all that comes back is there. */
static void
bring_fields (BlRecord *record, BlRecord *wanted)
{
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (!holds_records (field) && !field->about_change && field->type != BL_FIELD_REFERENCE)
        bl_record_copy_field (record, wanted, field);
    }
}

/* --- What is gone --------------------------------------------------------- */

typedef struct
{
  BlProject *project;
  BlRecord *root;
  GPtrArray *elsewhere;
} Pruning;

static gboolean
find_elsewhere (BlRecord *record, gpointer data)
{
  Pruning *pruning = data;

  if (record != pruning->root && bl_project_find (pruning->project, bl_record_get_id (record)) != NULL)
    g_ptr_array_add (pruning->elsewhere, g_object_ref (record));
  return TRUE;
}

/* A copy of what was there, without what has gone to another place of the project since. */
static BlRecord *
copy_gone (Bringing *bringing, BlRecord *wanted)
{
  BlRecord *copy = bl_record_copy (wanted);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new_with_free_func (g_object_unref);
  Pruning pruning = { bringing->project, copy, elsewhere };

  bl_record_walk (copy, find_elsewhere, &pruning);
  for (guint i = 0; i < elsewhere->len; i++)
    bl_record_remove (elsewhere->pdata[i]);
  return copy;
}

/* --- Below a thing -------------------------------------------------------- */

static void bring_record (Bringing *bringing, BlRecord *record, BlRecord *wanted);

static guint
position_in (GListModel *list, const char *id)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (bl_record_get_id (item), id) == 0)
        return i;
    }
  return G_MAXUINT;
}

static void
move_to (BlRecord *parent, const char *place, BlRecord *item, guint position)
{
  g_autoptr (BlRecord) keep = g_object_ref (item);

  bl_record_remove (item);
  bl_record_insert (parent, place, position, item);
}

static void
drop_added (Bringing *bringing, BlRecord *record, BlRecord *wanted, const BlField *field)
{
  GListModel *list = bl_record_get_list (record, field->name);
  GListModel *then = bl_record_get_list (wanted, field->name);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (BlRecord) item = g_list_model_get_item (list, i - 1);

      if (position_in (then, bl_record_get_id (item)) == G_MAXUINT)
        bl_project_delete (bringing->project, item);
    }
}

static void
bring_list (Bringing *bringing, BlRecord *record, BlRecord *wanted, const BlField *field)
{
  GListModel *list = bl_record_get_list (record, field->name);
  GListModel *then = bl_record_get_list (wanted, field->name);
  guint position = 0;

  drop_added (bringing, record, wanted, field);
  for (guint i = 0; i < g_list_model_get_n_items (then); i++)
    {
      g_autoptr (BlRecord) item = g_list_model_get_item (then, i);
      BlRecord *there = bl_project_find (bringing->project, bl_record_get_id (item));
      guint at = position_in (list, bl_record_get_id (item));

      if (there == NULL)
        {
          g_autoptr (BlRecord) copy = copy_gone (bringing, item);

          bl_record_insert (record, field->name, position++, copy);
          continue;
        }
      if (at == G_MAXUINT)
        continue; /* elsewhere, where it was not asked for */
      bring_record (bringing, there, item);
      if (at != position)
        move_to (record, field->name, there, position);
      position++;
    }
}

static void
bring_child (Bringing *bringing, BlRecord *record, BlRecord *wanted, const BlField *field)
{
  BlRecord *child = bl_record_get_child (record, field->name), *then = bl_record_get_child (wanted, field->name);
  g_autoptr (BlRecord) copy = NULL;

  if (is_same (child, then))
    {
      bring_record (bringing, child, then);
      return;
    }
  if (then != NULL && bl_project_find (bringing->project, bl_record_get_id (then)) != NULL)
    return;
  if (child != NULL)
    bl_project_delete (bringing->project, child);
  if (then == NULL)
    return;
  copy = copy_gone (bringing, then);
  bl_record_set_child (record, field->name, copy);
}

static void
bring_record (Bringing *bringing, BlRecord *record, BlRecord *wanted)
{
  GPtrArray *fields = bl_record_get_fields (record);

  if (G_OBJECT_TYPE (record) != G_OBJECT_TYPE (wanted))
    return;
  bring_fields (record, wanted);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_LIST)
        bring_list (bringing, record, wanted, field);
      else if (field->type == BL_FIELD_CHILD)
        bring_child (bringing, record, wanted, field);
    }
}

/* --- Things right under the project --------------------------------------- */

/* Behind the nearest that stood before it and still does. */
static guint
place_of (GListModel *list, GListModel *then, const char *id)
{
  for (guint i = position_in (then, id); i > 0; i--)
    {
      g_autoptr (BlRecord) before = g_list_model_get_item (then, i - 1);
      guint at = position_in (list, bl_record_get_id (before));

      if (at != G_MAXUINT)
        return at + 1;
    }
  return 0;
}

/* Whether one that was before it stands behind it now, or the other way round.
 * What is asked for too is brought after it, and finds its place then. */
static gboolean
is_misplaced (Bringing *bringing, GListModel *list, GListModel *then, const char *id)
{
  guint own = position_in (list, id), at = position_in (then, id), n = g_list_model_get_n_items (then);

  if (place_of (list, then, id) > own)
    return TRUE;
  for (guint i = at + 1; i < n; i++)
    {
      g_autoptr (BlRecord) after = g_list_model_get_item (then, i);

      if (g_hash_table_contains (bringing->ids, bl_record_get_id (after)))
        continue;
      at = position_in (list, bl_record_get_id (after));
      if (at != G_MAXUINT)
        return at < own;
    }
  return FALSE;
}

static void
bring_listed (Bringing *bringing, BlRecord *wanted, const BlField *field)
{
  BlRecord *project = BL_RECORD (bringing->project);
  GListModel *list = bl_record_get_list (project, field->name);
  GListModel *then = bl_record_get_list (BL_RECORD (bringing->then), field->name);
  const char *id = bl_record_get_id (wanted);
  BlRecord *there = bl_project_find (bringing->project, id);

  if (there == NULL)
    {
      g_autoptr (BlRecord) copy = copy_gone (bringing, wanted);

      bl_record_insert (project, field->name, place_of (list, then, id), copy);
      return;
    }
  if (bl_record_get_parent (there) != project)
    return;
  bring_record (bringing, there, wanted);
  if (is_misplaced (bringing, list, then, id))
    {
      g_autoptr (BlRecord) keep = g_object_ref (there);

      bl_record_remove (there);
      bl_record_insert (project, field->name, place_of (list, then, id), there);
    }
}

/* In the order of then, so that each finds what was before it in its place. */
static void
bring_things (Bringing *bringing)
{
  BlRecord *then = BL_RECORD (bringing->then), *project = BL_RECORD (bringing->project);
  GPtrArray *fields = bl_record_get_fields (then);

  if (g_hash_table_contains (bringing->ids, bl_record_get_id (then)))
    bring_fields (project, then);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlRecord *child = field->type == BL_FIELD_CHILD ? bl_record_get_child (then, field->name) : NULL;
      GListModel *list = field->type == BL_FIELD_LIST ? bl_record_get_list (then, field->name) : NULL;
      guint n = list == NULL ? 0 : g_list_model_get_n_items (list);

      if (child != NULL && g_hash_table_contains (bringing->ids, bl_record_get_id (child)))
        bring_child (bringing, project, then, field);
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (BlRecord) wanted = g_list_model_get_item (list, j);

          if (g_hash_table_contains (bringing->ids, bl_record_get_id (wanted)))
            bring_listed (bringing, wanted, field);
        }
    }
}

/* --- References ----------------------------------------------------------- */

static gboolean
settle_references (BlRecord *wanted, gpointer data)
{
  Bringing *bringing = data;
  BlRecord *record = bl_project_find (bringing->project, bl_record_get_id (wanted));
  GPtrArray *fields;

  if (record == NULL || G_OBJECT_TYPE (record) != G_OBJECT_TYPE (wanted))
    return TRUE;
  fields = bl_record_get_fields (record);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      const char *id;

      if (field->type != BL_FIELD_REFERENCE)
        continue;
      id = bl_record_get_text (wanted, field->name);
      if (id == NULL || bl_project_find (bringing->project, id) != NULL)
        bl_record_copy_field (record, wanted, field);
      else if (bl_project_find (bringing->project, bl_record_get_text (record, field->name)) == NULL)
        bl_record_clear (record, field->name);
    }
  return TRUE;
}

/* What does not fit together in the project; the first in words. */
static guint
count_misfits (BlProject *project, char **first)
{
  g_autoptr (GPtrArray) faults = bl_faults_new ();
  guint n = 0;

  BL_RECORD_GET_CLASS (project)->validate (BL_RECORD (project), faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);

      if (fault->severity == BL_SEVERITY_ERROR && n++ == 0 && first != NULL)
        *first = g_strdup (fault->message);
    }
  return n;
}

gboolean
bl_bring_back (BlProject *project, BlProject *then, GPtrArray *ids, const char *name, GError **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  Bringing bringing = { project, then, set };
  g_autofree char *misfit = NULL;
  guint before;

  g_return_val_if_fail (BL_IS_PROJECT (project) && BL_IS_PROJECT (then), FALSE);
  g_return_val_if_fail (!bl_project_in_transaction (project), FALSE);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, ids->pdata[i]);
  before = count_misfits (project, NULL);
  bl_project_begin (project, name);
  bring_things (&bringing);
  for (guint i = 0; i < ids->len; i++)
    {
      BlRecord *wanted = bl_project_find (then, ids->pdata[i]);

      if (wanted != NULL && wanted != BL_RECORD (then))
        bl_record_walk (wanted, settle_references, &bringing);
    }
  if (count_misfits (project, &misfit) <= before)
    {
      bl_project_commit (project);
      return TRUE;
    }
  bl_project_rollback (project);
  g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_INVALID,
               /* Translators: what would be wrong then. */
               _("That does not fit the rest of the project as it is now (%s). Bring back what belongs to it too"), misfit);
  return FALSE;
}
