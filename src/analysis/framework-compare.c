/* framework-compare.c: what differs between two versions of a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"

typedef struct
{
  GHashTable *others; /* key -> record of the other one */
  GPtrArray *found;
  gboolean gone; /* looking for what has gone */
} Comparison;

void
bl_framework_difference_free (BlFrameworkDifference *difference)
{
  g_free (difference->words);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

static const char *
name_of (BlRecord *record)
{
  return bl_record_get_text (record, bl_record_find_field (record, "item") != NULL ? "item" : "title");
}

/* What it is known by in both: its kind and name; a step or measure also by what it belongs to. NULL for one without a
 * name, which cannot be told from others. */
static char *
key_of (BlRecord *record)
{
  const char *name = name_of (record);
  BlRecord *parent = bl_record_get_parent (record);

  if (name == NULL)
    return NULL;
  if (BL_IS_SCRIPT_ENTRY (record) || BL_IS_RESULTS_MEASURE (record))
    return g_strdup_printf ("%s %s %s", bl_record_get_kind (record), name_of (parent), name);
  return g_strdup_printf ("%s %s", bl_record_get_kind (record), name);
}

static gboolean
gather (BlRecord *record, gpointer data)
{
  char *key = BL_IS_FRAMEWORK (record) ? NULL : key_of (record);

  if (key != NULL && !g_hash_table_contains (data, key))
    g_hash_table_insert (data, key, record);
  else
    g_free (key);
  return TRUE;
}

/* "Criterion “Choices that show”". */
static char *
say_what (BlRecord *record)
{
  g_autofree char *name = bl_record_describe (record);
  g_autofree char *kind = bl_text_sentence (_ (BL_RECORD_GET_CLASS (record)->title));

  return g_strdup_printf (_ ("%s “%s”"), kind, name);
}

static BlFrameworkDifference *
add_difference (Comparison *comparison, BlFrameworkChange change, BlRecord *record, char *words)
{
  BlFrameworkDifference *difference = g_new0 (BlFrameworkDifference, 1);

  difference->change = change;
  difference->record = record;
  difference->words = words;
  g_ptr_array_add (comparison->found, difference);
  return difference;
}

static void
compare_fields (Comparison *comparison, BlRecord *before, BlRecord *after)
{
  static const char *const not_words[] = { "item", "revision", "made", "based-on", NULL };
  GPtrArray *fields = bl_record_get_fields (after);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      g_autofree char *old = NULL, *new = NULL, *what = NULL;
      char *words;
      BlFrameworkDifference *difference;

      if (field->about_change || field->type == BL_FIELD_LIST || g_strv_contains (not_words, field->name))
        continue;
      old = bl_record_get_as_text (before, field->name);
      new = bl_record_get_as_text (after, field->name);
      if (g_strcmp0 (old, new) == 0)
        continue;
      what = say_what (after);
      /* Translators, here and below: "Criterion “Choices that show”", "statement". */
      words = old == NULL   ? g_strdup_printf (_ ("%s: %s is new."), what, _ (field->title))
              : new == NULL ? g_strdup_printf (_ ("%s: %s has gone."), what, _ (field->title))
                            : g_strdup_printf (_ ("%s: %s reads otherwise."), what, _ (field->title));
      difference = add_difference (comparison, BL_FRAMEWORK_CHANGE_WORDS, after, words);
      difference->field = field->name;
      difference->before = g_steal_pointer (&old);
      difference->after = g_steal_pointer (&new);
    }
}

static gboolean
is_same_heading (BlRecord *a, BlRecord *b)
{
  BlRecord *first = bl_record_get_parent (a), *second = bl_record_get_parent (b);

  return BL_IS_FRAMEWORK (first) ? BL_IS_FRAMEWORK (second) : g_strcmp0 (name_of (first), name_of (second)) == 0;
}

static void
compare_place (Comparison *comparison, BlRecord *before, BlRecord *after)
{
  g_autofree char *what = NULL, *heading = NULL;
  BlFrameworkDifference *difference;

  if (is_same_heading (before, after))
    return;
  what = say_what (after);
  heading = bl_record_describe (bl_record_get_parent (after));
  difference = add_difference (comparison, BL_FRAMEWORK_CHANGE_MOVED, after,
                               g_strdup_printf (_ ("%s now stands under “%s”."), what, heading));
  difference->before = bl_record_describe (bl_record_get_parent (before));
  difference->after = g_steal_pointer (&heading);
}

/* Names of a list that stand in the other list as well, one a line in their order. */
static char *
list_common (BlRecord *record, BlRecord *other, const char *list)
{
  GListModel *mine = bl_record_get_list (record, list), *theirs = bl_record_get_list (other, list);
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (theirs); i++)
    {
      g_autoptr (BlRecord) one = g_list_model_get_item (theirs, i);

      if (name_of (one) != NULL)
        g_hash_table_add (there, (gpointer) name_of (one));
    }
  for (guint i = 0; i < g_list_model_get_n_items (mine); i++)
    {
      g_autoptr (BlRecord) one = g_list_model_get_item (mine, i);

      if (name_of (one) != NULL && g_hash_table_contains (there, name_of (one)))
        g_string_append_printf (names, "%s\n", name_of (one));
    }
  return g_string_free (names, FALSE);
}

static void
compare_order (Comparison *comparison, BlRecord *before, BlRecord *after)
{
  GPtrArray *fields = bl_record_get_fields (after);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      g_autofree char *old = NULL, *new = NULL, *what = NULL;
      BlFrameworkDifference *difference;

      if (field->type != BL_FIELD_LIST)
        continue;
      old = list_common (before, after, field->name);
      new = list_common (after, before, field->name);
      if (g_str_equal (old, new))
        continue;
      what = say_what (after);
      /* Translators: "Characteristic “Clear purpose”", "criteria". */
      difference = add_difference (comparison, BL_FRAMEWORK_CHANGE_MOVED, after,
                                   g_strdup_printf (_ ("%s: %s stand in another order."), what, _ (field->title)));
      difference->field = field->name;
      difference->before = g_steal_pointer (&old);
      difference->after = g_steal_pointer (&new);
    }
}

static gboolean
is_within_new (BlRecord *record, GHashTable *others)
{
  BlRecord *parent = bl_record_get_parent (record);
  g_autofree char *key = parent == NULL || BL_IS_FRAMEWORK (parent) ? NULL : key_of (parent);

  return key != NULL && !g_hash_table_contains (others, key);
}

static gboolean
compare_record (BlRecord *record, gpointer data)
{
  Comparison *comparison = data;
  g_autofree char *key = BL_IS_FRAMEWORK (record) ? NULL : key_of (record);
  BlRecord *other = key != NULL ? g_hash_table_lookup (comparison->others, key) : NULL;

  if (key == NULL)
    return TRUE;
  if (other == NULL)
    {
      g_autofree char *what = say_what (record);

      /* Levels, steps and measures of what is new itself are new with it; a criterion is named all the same. */
      if (is_within_new (record, comparison->others) && !BL_IS_CRITERION (record) && !BL_IS_CHARACTERISTIC (record)
          && !BL_IS_RESULTS_AREA (record))
        return TRUE;
      add_difference (comparison, comparison->gone ? BL_FRAMEWORK_CHANGE_REMOVED : BL_FRAMEWORK_CHANGE_ADDED, record,
                      g_strdup_printf (comparison->gone ? _ ("%s has gone.") : _ ("%s is new."), what));
    }
  else if (!comparison->gone)
    {
      compare_place (comparison, other, record);
      compare_fields (comparison, other, record);
      compare_order (comparison, other, record);
    }
  return TRUE;
}

GPtrArray *
bl_framework_compare (BlFramework *before, BlFramework *after)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) new = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Comparison comparison = { old, g_ptr_array_new_with_free_func ((GDestroyNotify) bl_framework_difference_free), FALSE };

  g_return_val_if_fail (BL_IS_FRAMEWORK (before) && BL_IS_FRAMEWORK (after), NULL);
  bl_record_walk (BL_RECORD (before), gather, old);
  bl_record_walk (BL_RECORD (after), gather, new);
  compare_fields (&comparison, BL_RECORD (before), BL_RECORD (after));
  compare_order (&comparison, BL_RECORD (before), BL_RECORD (after));
  bl_record_walk (BL_RECORD (after), compare_record, &comparison);
  comparison.others = new;
  comparison.gone = TRUE;
  bl_record_walk (BL_RECORD (before), compare_record, &comparison);
  return comparison.found;
}

char *
bl_framework_compare_say (GPtrArray *differences)
{
  guint n[4] = { 0 };
  g_autoptr (GHashTable) reads = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (differences->len == 0)
    return g_strdup (_ ("Both say the same."));
  for (guint i = 0; i < differences->len; i++)
    {
      const BlFrameworkDifference *difference = g_ptr_array_index (differences, i);

      /* Several fields of one item are one item that reads otherwise. */
      n[difference->change]
          += difference->change != BL_FRAMEWORK_CHANGE_WORDS || g_hash_table_add (reads, difference->record);
    }
  if (n[BL_FRAMEWORK_CHANGE_ADDED] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u item is new", "%u items are new", n[BL_FRAMEWORK_CHANGE_ADDED]),
                                             n[BL_FRAMEWORK_CHANGE_ADDED]));
  if (n[BL_FRAMEWORK_CHANGE_REMOVED] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u item has gone", "%u items have gone", n[BL_FRAMEWORK_CHANGE_REMOVED]),
                                             n[BL_FRAMEWORK_CHANGE_REMOVED]));
  if (n[BL_FRAMEWORK_CHANGE_WORDS] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u item reads otherwise", "%u items read otherwise", n[BL_FRAMEWORK_CHANGE_WORDS]),
                                             n[BL_FRAMEWORK_CHANGE_WORDS]));
  if (n[BL_FRAMEWORK_CHANGE_MOVED] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u item stands elsewhere", "%u items stand elsewhere", n[BL_FRAMEWORK_CHANGE_MOVED]),
                                             n[BL_FRAMEWORK_CHANGE_MOVED]));
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv ("; ", (char **) parts->pdata);
  return g_strconcat (joined, ".", NULL);
}
