/* compare.c: what differs between two states of a project, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare.h"

#include <glib/gi18n-lib.h>

#include "text.h"

void
bl_difference_free (BlDifference *difference)
{
  if (difference == NULL)
    return;
  g_free (difference->record);
  g_free (difference->record_kind);
  g_free (difference->name);
  g_free (difference->field);
  g_free (difference->field_title);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

const char *
bl_difference_kind_to_text (BlDifferenceKind kind)
{
  static const char *const names[] = { "added", "removed", "changed", "moved" };

  return names[kind];
}

static gboolean
index_record (BlRecord *record, gpointer index)
{
  if (bl_record_get_id (record) != NULL)
    g_hash_table_insert (index, (gpointer) bl_record_get_id (record), record);
  return TRUE;
}

GHashTable *
bl_compare_index (BlRecord *root)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  bl_record_walk (root, index_record, index);
  return index;
}

static gboolean
holds_records (const BlField *field)
{
  return field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST;
}

char *
bl_compare_field_text (BlRecord *record, const BlField *field)
{
  BlTable *table;

  g_return_val_if_fail (!holds_records (field), NULL);

  if (field->type != BL_FIELD_TABLE)
    return bl_record_get_as_text (record, field->name);
  table = bl_record_get_table (record, field->name);
  if (table == NULL)
    return NULL;
  return g_strdup_printf (ngettext ("%u row (%s)", "%u rows (%s)", bl_table_get_n_rows (table)),
                          bl_table_get_n_rows (table), bl_table_get_id (table));
}

gboolean
bl_compare_field_equal (BlRecord *a, BlRecord *b, const BlField *field)
{
  g_autofree char *x = bl_record_get_as_text (a, field->name);
  g_autofree char *y = bl_record_get_as_text (b, field->name);

  return g_strcmp0 (x, y) == 0;
}

typedef struct
{
  GHashTable *before, *after;
  GPtrArray *differences;
} Comparison;

static BlDifference *
add (Comparison *comparison, BlDifferenceKind kind, BlRecord *record)
{
  BlDifference *difference = g_new0 (BlDifference, 1);

  difference->kind = kind;
  difference->record = g_strdup (bl_record_get_id (record));
  difference->record_kind = g_strdup (bl_record_get_kind (record));
  difference->name = bl_record_describe (record);
  g_ptr_array_add (comparison->differences, difference);
  return difference;
}

/* The ids of a list, without those that the other side lacks. */
static GPtrArray *
common_ids (BlRecord *record, const BlField *field, GHashTable *other)
{
  GPtrArray *ids = g_ptr_array_new ();
  GListModel *list = bl_record_get_list (record, field->name);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) item = g_list_model_get_item (list, i);
      BlRecord *there = g_hash_table_lookup (other, bl_record_get_id (item));

      /* Only those that hang from the same record there. */
      if (there != NULL
          && g_strcmp0 (bl_record_get_id (bl_record_get_parent (there)), bl_record_get_id (record)) == 0)
        g_ptr_array_add (ids, (gpointer) bl_record_get_id (item));
    }
  return ids;
}

/* Those that must be lifted out for the others to stand in the same order:
 * what is not on a longest common run. */
static void
compare_order (Comparison *comparison, BlRecord *old, BlRecord *new, const BlField *field)
{
  g_autoptr (GPtrArray) a = common_ids (old, field, comparison->after);
  g_autoptr (GPtrArray) b = common_ids (new, field, comparison->before);
  g_autofree guint *place = NULL, *length = NULL, *previous = NULL;
  g_autoptr (GHashTable) at = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *stays = NULL;
  guint n = b->len, best = 0;

  if (a->len != n || n < 2)
    return;
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (at, a->pdata[i], GUINT_TO_POINTER (i));
  place = g_new (guint, n);
  length = g_new (guint, n);
  previous = g_new (guint, n);
  stays = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    place[i] = GPOINTER_TO_UINT (g_hash_table_lookup (at, b->pdata[i]));
  if (n > 4000) /* only whether, not which: the run below takes n² steps */
    {
      for (guint i = 0; i < n; i++)
        stays[i] = place[i] == i;
    }
  else
    {
      for (guint i = 0; i < n; i++)
        {
          length[i] = 1;
          previous[i] = G_MAXUINT;
          for (guint j = 0; j < i; j++)
            if (place[j] < place[i] && length[j] + 1 > length[i])
              {
                length[i] = length[j] + 1;
                previous[i] = j;
              }
          if (length[i] > length[best])
            best = i;
        }
      for (guint i = best; i != G_MAXUINT; i = previous[i])
        stays[i] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    if (!stays[i])
      add (comparison, BL_DIFFERENCE_MOVED, g_hash_table_lookup (comparison->after, b->pdata[i]));
}

static void
compare_fields (Comparison *comparison, BlRecord *old, BlRecord *new)
{
  GPtrArray *fields = bl_record_get_fields (new);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlDifference *difference;

      if (field->type == BL_FIELD_LIST)
        compare_order (comparison, old, new, field);
      if (holds_records (field) || field->about_change || bl_compare_field_equal (old, new, field))
        continue;
      difference = add (comparison, BL_DIFFERENCE_CHANGED, new);
      difference->field = g_strdup (field->name);
      difference->field_title = g_strdup (_(field->title));
      difference->before = bl_compare_field_text (old, field);
      difference->after = bl_compare_field_text (new, field);
    }
}

static gboolean
compare_after (BlRecord *new, gpointer data)
{
  Comparison *comparison = data;
  BlRecord *old = g_hash_table_lookup (comparison->before, bl_record_get_id (new));
  BlRecord *parent = bl_record_get_parent (new);

  if (old == NULL || G_OBJECT_TYPE (old) != G_OBJECT_TYPE (new))
    {
      /* What comes with a new record is not told one by one. */
      if (parent == NULL || g_hash_table_contains (comparison->before, bl_record_get_id (parent)))
        add (comparison, BL_DIFFERENCE_ADDED, new);
      return TRUE;
    }
  if (parent != NULL && bl_record_get_parent (old) != NULL
      && g_strcmp0 (bl_record_get_id (parent), bl_record_get_id (bl_record_get_parent (old))) != 0)
    add (comparison, BL_DIFFERENCE_MOVED, new);
  compare_fields (comparison, old, new);
  return TRUE;
}

static gboolean
compare_before (BlRecord *old, gpointer data)
{
  Comparison *comparison = data;
  BlRecord *new = g_hash_table_lookup (comparison->after, bl_record_get_id (old));
  BlRecord *parent = bl_record_get_parent (old);

  if ((new == NULL || G_OBJECT_TYPE (old) != G_OBJECT_TYPE (new))
      && (parent == NULL || g_hash_table_contains (comparison->after, bl_record_get_id (parent))))
    add (comparison, BL_DIFFERENCE_REMOVED, old);
  return TRUE;
}

GPtrArray *
bl_compare (BlRecord *before, BlRecord *after)
{
  g_autoptr (GHashTable) index_before = bl_compare_index (before);
  g_autoptr (GHashTable) index_after = bl_compare_index (after);
  Comparison comparison = { index_before, index_after, NULL };

  comparison.differences = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_difference_free);
  bl_record_walk (after, compare_after, &comparison);
  bl_record_walk (before, compare_before, &comparison);
  return comparison.differences;
}

char *
bl_difference_to_text (const BlDifference *difference)
{
  switch (difference->kind)
    {
    case BL_DIFFERENCE_ADDED:
      return g_strdup_printf (_("%s was added"), difference->name);
    case BL_DIFFERENCE_REMOVED:
      return g_strdup_printf (_("%s was removed"), difference->name);
    case BL_DIFFERENCE_MOVED:
      return g_strdup_printf (_("%s stands in another place"), difference->name);
    case BL_DIFFERENCE_CHANGED:
    default:
      if (difference->before == NULL)
        /* Translators: name of a thing, one of its fields, the value. */
        return g_strdup_printf (_("%s: %s was not known, is now “%s”"), difference->name, difference->field_title,
                                difference->after);
      if (difference->after == NULL)
        return g_strdup_printf (_("%s: %s was “%s”, is now not known"), difference->name, difference->field_title,
                                difference->before);
      return g_strdup_printf (_("%s: %s was “%s”, is now “%s”"), difference->name, difference->field_title,
                              difference->before, difference->after);
    }
}

static char *
values_to_text (const BlDifference *difference)
{
  if (difference->before == NULL)
    return g_strdup_printf (_("%s was not known, is now “%s”"), difference->field_title, difference->after);
  if (difference->after == NULL)
    return g_strdup_printf (_("%s was “%s”, is now not known"), difference->field_title, difference->before);
  /* Translators: a field and its two values: opening hours was “closed”, is now “10:00-14:00”. */
  return g_strdup_printf (_("%s was “%s”, is now “%s”"), difference->field_title, difference->before,
                          difference->after);
}

char *
bl_difference_values_to_text (const BlDifference *difference)
{
  switch (difference->kind)
    {
    case BL_DIFFERENCE_ADDED:
      return g_strdup (_("Was added"));
    case BL_DIFFERENCE_REMOVED:
      return g_strdup (_("Was removed"));
    case BL_DIFFERENCE_MOVED:
      return g_strdup (_("Stands in another place"));
    case BL_DIFFERENCE_CHANGED:
    default:
      {
        g_autofree char *words = values_to_text (difference);

        return bl_text_sentence (words);
      }
    }
}
