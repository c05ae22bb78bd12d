/* version-changes.c: what changed since a marked version, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "version-changes.h"

#include <glib/gi18n-lib.h>

/* Whether it is about a marked version or a table of one. */
static gboolean
is_about_versions (const BlDifference *difference)
{
  return g_str_equal (difference->record_kind, "version") || g_str_equal (difference->record_kind, "kept-table");
}

GPtrArray *
bl_version_what_changed (BlVersion *version, BlProject *project, GError **error)
{
  g_autoptr (BlProject) then = NULL;
  GPtrArray *differences;

  g_return_val_if_fail (BL_IS_VERSION (version) && BL_IS_PROJECT (project), NULL);

  then = bl_version_open (version, error);
  if (then == NULL)
    return NULL;
  differences = bl_compare (BL_RECORD (then), BL_RECORD (project));
  for (guint i = differences->len; i > 0; i--)
    if (is_about_versions (differences->pdata[i - 1]))
      g_ptr_array_remove_index (differences, i - 1);
  return differences;
}

/* What is counted under one word. */
typedef enum
{
  COUNT_LIBRARIES,
  COUNT_NEARBY,
  COUNT_VALUES,
  COUNT_GROUPS,
  COUNT_VERSIONS,
  COUNT_SERVICE,
  COUNT_AREAS,
  COUNT_PROJECT,
  COUNT_OTHER,
  N_COUNTS,
} Count;

static Count
count_of_place (const char *place)
{
  static const char *const places[] = { "libraries", "libraries-nearby", "values", "groups", "versions", "service", "areas" };

  if (place == NULL)
    return COUNT_PROJECT;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (place, places[i]))
      return (Count) i;
  return COUNT_OTHER;
}

static char *
count_to_text (Count count, guint n)
{
  switch (count)
    {
    case COUNT_LIBRARIES:
      return g_strdup_printf (ngettext ("%u library", "%u libraries", n), n);
    case COUNT_NEARBY:
      return g_strdup_printf (ngettext ("%u neighbouring library", "%u neighbouring libraries", n), n);
    case COUNT_VALUES:
      return g_strdup_printf (ngettext ("%u figure by area", "%u figures by area", n), n);
    case COUNT_GROUPS:
      return g_strdup_printf (ngettext ("%u group of people", "%u groups of people", n), n);
    case COUNT_VERSIONS:
      return g_strdup_printf (ngettext ("%u marked version", "%u marked versions", n), n);
    case COUNT_SERVICE:
      return g_strdup (_("the library service"));
    case COUNT_AREAS:
      return g_strdup (_("the areas"));
    case COUNT_PROJECT:
      return g_strdup (_("the project’s own particulars"));
    case COUNT_OTHER:
    default:
      return g_strdup_printf (ngettext ("%u other thing", "%u other things", n), n);
    }
}

char *
bl_place_count_to_text (const char *place, guint n)
{
  return count_to_text (count_of_place (place), n);
}

/* The record right under the project that @record is or is below. */
static BlRecord *
uppermost (BlRecord *record)
{
  BlRecord *parent = bl_record_get_parent (record);

  while (parent != NULL && bl_record_get_parent (parent) != NULL)
    {
      record = parent;
      parent = bl_record_get_parent (record);
    }
  return record;
}

char *
bl_differences_count_by_kind (GPtrArray *differences, BlRecord *before, BlRecord *after)
{
  g_autoptr (GHashTable) index_before = bl_compare_index (before);
  g_autoptr (GHashTable) index_after = bl_compare_index (after);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint counts[N_COUNTS] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const BlDifference *difference = g_ptr_array_index (differences, i);
      BlRecord *record = g_hash_table_lookup (index_after, difference->record);

      if (record == NULL)
        record = g_hash_table_lookup (index_before, difference->record);
      if (record == NULL)
        continue;
      record = uppermost (record);
      if (g_hash_table_add (seen, (gpointer) bl_record_get_id (record)))
        counts[count_of_place (bl_record_get_place (record))]++;
    }
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *part = counts[i] == 0 ? NULL : count_to_text (i, counts[i]);

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }
  return text->len == 0 ? NULL : g_strdup (text->str);
}

char *
bl_version_changes_to_line (BlVersion *version, BlProject *project, GPtrArray *differences)
{
  g_autofree char *name = bl_record_describe (BL_RECORD (version));
  g_autofree char *date = bl_version_get_date_for_people (version);
  g_autofree char *which = NULL, *counted = NULL;
  g_autoptr (BlProject) then = NULL;

  /* Translators: a marked version and the day it was marked: “Consultation draft” of 3 May 2026. */
  which = date != NULL ? g_strdup_printf (_("“%s” of %s"), name, date) : g_strdup_printf (_("“%s”"), name);
  if (differences->len == 0)
    return g_strdup_printf (_("Nothing has changed since %s"), which);
  then = bl_version_open (version, NULL);
  counted = then == NULL ? NULL : bl_differences_count_by_kind (differences, BL_RECORD (then), BL_RECORD (project));
  if (counted == NULL)
    return g_strdup_printf (ngettext ("%u change since %s", "%u changes since %s", differences->len), differences->len,
                            which);
  /* Translators: number of changes, the marked version, what they were made to. */
  return g_strdup_printf (ngettext ("%u change since %s: %s", "%u changes since %s: %s", differences->len),
                          differences->len, which, counted);
}
