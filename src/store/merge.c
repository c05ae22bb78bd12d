/* merge.c: two people's changes of one project put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare.h"
#include "document.h"
#include "merge-foreign.h"
#include "merge-order.h"

typedef struct
{
  GHashTable *base, *ours, *theirs; /* id -> record */
  GHashTable *merged;               /* id -> new record, referenced */
  GPtrArray *order;                 /* ids of those that stay: ours in their order, then theirs */
  GPtrArray *clashes;
  guint n_theirs;
} Merging;

void
bl_clash_free (BlClash *clash)
{
  if (clash == NULL)
    return;
  g_free (clash->record);
  g_free (clash->name);
  g_free (clash->field);
  g_free (clash->field_title);
  g_free (clash->base);
  g_free (clash->ours);
  g_free (clash->theirs);
  g_free (clash);
}

static const char *
or_unknown (const char *text)
{
  return text != NULL ? text : _("not known");
}

char *
bl_clash_to_text (const BlClash *clash)
{
  if (clash->field == NULL && clash->theirs == NULL)
    return g_strdup_printf (_("%s was removed there and changed here; it was kept"), clash->name);
  if (clash->field == NULL)
    return g_strdup_printf (_("%s was removed here and changed there; it was kept"), clash->name);
  if (g_str_equal (clash->field, BL_CLASH_FOREIGN))
    return g_strdup_printf (_("%s: both changed what a newer Branchline wrote; ours was kept, and what theirs added"),
                            clash->name);
  /* Translators: name of a thing, one of its fields, three values. */
  return g_strdup_printf (_("%s: %s was “%s”, is “%s” here and “%s” there"), clash->name, clash->field_title,
                          or_unknown (clash->base), or_unknown (clash->ours), or_unknown (clash->theirs));
}

static BlClash *
add_clash (Merging *merging, BlRecord *record)
{
  BlClash *clash = g_new0 (BlClash, 1);

  clash->record = g_strdup (bl_record_get_id (record));
  clash->name = bl_record_describe (record);
  g_ptr_array_add (merging->clashes, clash);
  return clash;
}

static gboolean
holds_records (const BlField *field)
{
  return field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST;
}

/* --- Which records stay --------------------------------------------------- */

/* Whether what hangs below (and is) @record differs from what the base had. */
static gboolean
differs_from_base (Merging *merging, BlRecord *record)
{
  BlRecord *base = g_hash_table_lookup (merging->base, bl_record_get_id (record));
  g_autoptr (GPtrArray) differences = NULL;

  if (base == NULL)
    return TRUE;
  differences = bl_compare (base, record);
  return differences->len > 0;
}

/* @record is on one side only. */
static gboolean
stays (Merging *merging, BlRecord *record, gboolean is_ours)
{
  BlRecord *base = g_hash_table_lookup (merging->base, bl_record_get_id (record));
  BlRecord *parent = bl_record_get_parent (record);
  GHashTable *other = is_ours ? merging->theirs : merging->ours;
  BlClash *clash;

  if (base == NULL)
    {
      /* Added; but not into something that goes. That stays then, by the rule below. */
      if (!is_ours)
        merging->n_theirs++;
      return TRUE;
    }
  if (!differs_from_base (merging, record))
    {
      if (is_ours)
        merging->n_theirs++;
      return FALSE;
    }
  /* One side removed what the other changed. Said once, for the uppermost. */
  if (parent == NULL || g_hash_table_contains (other, bl_record_get_id (parent)))
    {
      g_autofree char *name = bl_record_describe (record);

      clash = add_clash (merging, record);
      clash->base = bl_record_describe (base);
      if (is_ours)
        clash->ours = g_steal_pointer (&name);
      else
        clash->theirs = g_steal_pointer (&name);
    }
  return TRUE;
}

typedef struct
{
  Merging *merging;
  gboolean is_ours;
} Choosing;

static gboolean
choose_record (BlRecord *record, gpointer data)
{
  Choosing *choosing = data;
  Merging *merging = choosing->merging;
  const char *id = bl_record_get_id (record);
  gboolean in_other = g_hash_table_contains (choosing->is_ours ? merging->theirs : merging->ours, id);
  BlRecord *copy, *parent = bl_record_get_parent (record);

  if (in_other && !choosing->is_ours)
    return TRUE; /* chosen when ours were looked at */
  /* Below what was kept in spite of a removal everything is kept. */
  if (!in_other && !stays (merging, record, choosing->is_ours)
      && (parent == NULL || g_hash_table_contains (choosing->is_ours ? merging->theirs : merging->ours,
                                                   bl_record_get_id (parent))
          || !g_hash_table_contains (merging->merged, bl_record_get_id (parent))))
    return TRUE;
  copy = g_object_new (G_OBJECT_TYPE (record), NULL);
  bl_record_set_id (copy, id);
  g_hash_table_insert (merging->merged, g_strdup (id), copy);
  g_ptr_array_add (merging->order, (gpointer) id);
  return TRUE;
}

/* --- Fields --------------------------------------------------------------- */

static void
merge_field (Merging *merging, BlRecord *merged, const BlField *field, BlRecord *base, BlRecord *ours,
             BlRecord *theirs)
{
  gboolean ours_changed = base == NULL || !bl_compare_field_equal (base, ours, field);
  gboolean theirs_changed = base == NULL || !bl_compare_field_equal (base, theirs, field);
  BlClash *clash;

  if (bl_compare_field_equal (ours, theirs, field) || !theirs_changed)
    {
      bl_record_copy_field (merged, ours, field);
      return;
    }
  if (!ours_changed)
    {
      bl_record_copy_field (merged, theirs, field);
      merging->n_theirs++;
      return;
    }
  bl_record_copy_field (merged, ours, field);
  clash = add_clash (merging, ours);
  clash->field = g_strdup (field->name);
  clash->field_title = g_strdup (_(field->title));
  clash->base = base == NULL ? NULL : bl_compare_field_text (base, field);
  clash->ours = bl_compare_field_text (ours, field);
  clash->theirs = bl_compare_field_text (theirs, field);
}

static gboolean
same_signature (BlRecord *a, BlRecord *b)
{
  return g_strcmp0 (bl_record_get_text (a, "changed"), bl_record_get_text (b, "changed")) == 0
         && g_strcmp0 (bl_record_get_text (a, "changed-by"), bl_record_get_text (b, "changed-by")) == 0;
}

/* Who changed it last: the one side that signed it since, whatever its clock
 * said; of two the later, whole. */
static BlRecord *
changed_later (BlRecord *base, BlRecord *ours, BlRecord *theirs)
{
  int order;

  if (base != NULL && same_signature (base, ours))
    return theirs;
  if (base != NULL && same_signature (base, theirs))
    return ours;
  order = g_strcmp0 (bl_record_get_text (ours, "changed"), bl_record_get_text (theirs, "changed"));
  if (order == 0)
    order = g_strcmp0 (bl_record_get_text (ours, "changed-by"), bl_record_get_text (theirs, "changed-by"));
  return order >= 0 ? ours : theirs;
}

static void
merge_fields (Merging *merging, const char *id)
{
  BlRecord *merged = g_hash_table_lookup (merging->merged, id);
  BlRecord *base = g_hash_table_lookup (merging->base, id);
  BlRecord *ours = g_hash_table_lookup (merging->ours, id);
  BlRecord *theirs = g_hash_table_lookup (merging->theirs, id);
  GPtrArray *fields = bl_record_get_fields (merged);

  if (!bl_merge_foreign (merged, base, ours, theirs))
    {
      BlClash *clash = add_clash (merging, ours);

      clash->field = g_strdup (BL_CLASH_FOREIGN);
      clash->field_title = g_strdup (_("what a newer Branchline wrote"));
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (holds_records (field))
        continue;
      if (ours == NULL || theirs == NULL)
        bl_record_copy_field (merged, ours != NULL ? ours : theirs, field);
      else if (field->about_change)
        bl_record_copy_field (merged, changed_later (base, ours, theirs), field);
      else
        merge_field (merging, merged, field, base, ours, theirs);
    }
}

/* --- Places --------------------------------------------------------------- */

static const char *
parent_id (GHashTable *side, const char *id)
{
  BlRecord *record = g_hash_table_lookup (side, id);
  BlRecord *parent = record == NULL ? NULL : bl_record_get_parent (record);

  return parent == NULL ? NULL : bl_record_get_id (parent);
}

/* The side whose place for @id counts. */
static GHashTable *
side_of_place (Merging *merging, const char *id)
{
  BlRecord *ours = g_hash_table_lookup (merging->ours, id);
  BlRecord *theirs = g_hash_table_lookup (merging->theirs, id);
  BlRecord *base = g_hash_table_lookup (merging->base, id);
  const char *a, *c;
  GHashTable *side;

  if (ours == NULL || theirs == NULL)
    return ours != NULL ? merging->ours : merging->theirs;
  a = bl_record_get_place (ours);
  c = base == NULL ? NULL : bl_record_get_place (base);
  side = base != NULL && g_strcmp0 (a, c) == 0 && g_strcmp0 (parent_id (merging->ours, id), parent_id (merging->base, id)) == 0
             ? merging->theirs
             : merging->ours;
  /* Not under something that is gone. */
  if (parent_id (side, id) != NULL && !g_hash_table_contains (merging->merged, parent_id (side, id)))
    side = side == merging->ours ? merging->theirs : merging->ours;
  return side;
}

/* The ids in the list @field of the record @id on one side that belong there in the end. */
static GPtrArray *
members (GHashTable *side, const char *id, const BlField *field, GHashTable *chosen)
{
  GPtrArray *ids = g_ptr_array_new ();
  BlRecord *record = g_hash_table_lookup (side, id);
  GListModel *list = record == NULL ? NULL : bl_record_get_list (record, field->name);
  guint n = list == NULL ? 0 : g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) item = g_list_model_get_item (list, i);

      if (g_hash_table_contains (chosen, bl_record_get_id (item)))
        g_ptr_array_add (ids, (gpointer) bl_record_get_id (item));
    }
  return ids;
}

static void
place_list (Merging *merging, const char *id, const BlField *field, GHashTable *chosen)
{
  BlRecord *merged = g_hash_table_lookup (merging->merged, id);
  g_autoptr (GPtrArray) base = members (merging->base, id, field, chosen);
  g_autoptr (GPtrArray) ours = members (merging->ours, id, field, chosen);
  g_autoptr (GPtrArray) theirs = members (merging->theirs, id, field, chosen);
  gboolean clash = FALSE;
  g_autoptr (GPtrArray) ids = bl_merge_order (base, ours, theirs, &clash);

  for (guint i = 0; i < ids->len; i++)
    {
      BlRecord *item = g_hash_table_lookup (merging->merged, ids->pdata[i]);

      if (bl_record_get_parent (item) == NULL)
        bl_record_append (merged, field->name, item);
    }
  if (clash)
    {
      BlClash *told = add_clash (merging, merged);

      told->field = g_strdup (field->name);
      told->field_title = g_strdup (_(field->title));
      told->base = g_strdup (_("in their old order"));
      told->ours = g_strdup (_("in an order of ours"));
      told->theirs = g_strdup (_("in an order of theirs"));
    }
}

static void
place_child (Merging *merging, const char *id, const BlField *field, GHashTable *chosen)
{
  BlRecord *merged = g_hash_table_lookup (merging->merged, id);
  GHashTable *sides[] = { merging->ours, merging->theirs };
  BlRecord *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      BlRecord *record = g_hash_table_lookup (sides[i], id);
      BlRecord *child = record == NULL ? NULL : bl_record_get_child (record, field->name);
      BlRecord *copy = child == NULL || !g_hash_table_contains (chosen, bl_record_get_id (child))
                           ? NULL
                           : g_hash_table_lookup (merging->merged, bl_record_get_id (child));
      BlClash *clash;

      if (copy == NULL || bl_record_get_parent (copy) != NULL)
        continue;
      if (first == NULL)
        {
          bl_record_set_child (merged, field->name, copy);
          first = child;
          continue;
        }
      /* Both put a record of their own where only one fits. */
      clash = add_clash (merging, merged);
      clash->field = g_strdup (field->name);
      clash->field_title = g_strdup (_(field->title));
      clash->ours = bl_record_describe (first);
      clash->theirs = bl_record_describe (child);
    }
}

static void
place_below (Merging *merging, const char *id, GHashTable *places)
{
  BlRecord *merged = g_hash_table_lookup (merging->merged, id);
  GPtrArray *fields = bl_record_get_fields (merged);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      g_autofree char *place = g_strconcat (id, "/", field->name, NULL);
      GHashTable *chosen = g_hash_table_lookup (places, place);

      if (chosen != NULL && field->type == BL_FIELD_LIST)
        place_list (merging, id, field, chosen);
      else if (chosen != NULL && field->type == BL_FIELD_CHILD)
        place_child (merging, id, field, chosen);
    }
}

/* "id of the parent/field" -> set of ids that belong there. */
static GHashTable *
choose_places (Merging *merging)
{
  GHashTable *places
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < merging->order->len; i++)
    {
      const char *id = merging->order->pdata[i];
      GHashTable *side = side_of_place (merging, id);
      BlRecord *record = g_hash_table_lookup (side, id);
      g_autofree char *place = NULL;
      GHashTable *set;

      if (bl_record_get_parent (record) == NULL)
        continue;
      place = g_strconcat (parent_id (side, id), "/", bl_record_get_place (record), NULL);
      set = g_hash_table_lookup (places, place);
      if (set == NULL)
        {
          set = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (places, g_steal_pointer (&place), set);
        }
      g_hash_table_add (set, (gpointer) id);
    }
  return places;
}

BlMerge *
bl_merge (BlProject *base, BlProject *ours, BlProject *theirs, GError **error)
{
  g_autoptr (GHashTable) index_base = bl_compare_index (BL_RECORD (base));
  g_autoptr (GHashTable) index_ours = bl_compare_index (BL_RECORD (ours));
  g_autoptr (GHashTable) index_theirs = bl_compare_index (BL_RECORD (theirs));
  g_autoptr (GHashTable) merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) places = NULL;
  Merging merging = { index_base, index_ours, index_theirs, merged, order, NULL, 0 };
  Choosing choosing = { &merging, TRUE };
  const char *id = bl_record_get_id (BL_RECORD (ours));
  BlMerge *merge;

  if (g_strcmp0 (id, bl_record_get_id (BL_RECORD (theirs))) != 0
      || g_strcmp0 (id, bl_record_get_id (BL_RECORD (base))) != 0)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_INVALID,
                   _("These are different projects, not states of one: they cannot be merged"));
      return NULL;
    }
  merging.clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_clash_free);
  bl_record_walk (BL_RECORD (ours), choose_record, &choosing);
  choosing.is_ours = FALSE;
  bl_record_walk (BL_RECORD (theirs), choose_record, &choosing);
  for (guint i = 0; i < order->len; i++)
    merge_fields (&merging, order->pdata[i]);
  places = choose_places (&merging);
  for (guint i = 0; i < order->len; i++)
    place_below (&merging, order->pdata[i], places);
  merge = g_new0 (BlMerge, 1);
  merge->project = g_object_ref (g_hash_table_lookup (merged, id));
  bl_project_set_context (merge->project, bl_project_get_ids (ours), bl_project_get_clock (ours));
  merge->clashes = merging.clashes;
  merge->n_theirs = merging.n_theirs;
  return merge;
}

void
bl_merge_free (BlMerge *merge)
{
  if (merge == NULL)
    return;
  g_clear_object (&merge->project);
  g_clear_pointer (&merge->clashes, g_ptr_array_unref);
  g_free (merge);
}

/* --- Settling ------------------------------------------------------------- */

static void
take_order (BlRecord *record, BlRecord *from, const BlField *field)
{
  GListModel *wanted = bl_record_get_list (from, field->name);
  guint position = 0;

  for (guint i = 0; i < g_list_model_get_n_items (wanted); i++)
    {
      g_autoptr (BlRecord) there = g_list_model_get_item (wanted, i);
      GListModel *list = bl_record_get_list (record, field->name);

      for (guint j = position; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (BlRecord) item = g_list_model_get_item (list, j);

          if (g_strcmp0 (bl_record_get_id (item), bl_record_get_id (there)) != 0)
            continue;
          if (j != position)
            {
              bl_record_remove (item);
              bl_record_insert (record, field->name, position, item);
            }
          position++;
          break;
        }
    }
}

void
bl_clash_take (const BlClash *clash, BlProject *project, BlProject *from)
{
  BlRecord *record = bl_project_find (project, clash->record);
  BlRecord *wanted = bl_project_find (from, clash->record);
  const BlField *field;

  if (record == NULL)
    return;
  if (clash->field == NULL)
    {
      if (wanted == NULL)
        bl_project_delete (project, record);
      return;
    }
  field = bl_record_find_field (record, clash->field);
  if (wanted == NULL || field == NULL || field->type == BL_FIELD_CHILD)
    return;
  if (field->type == BL_FIELD_LIST)
    take_order (record, wanted, field);
  else
    bl_record_copy_field (record, wanted, field);
}
