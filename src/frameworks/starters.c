/* starters.c: the indicators a new project opens with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "starters.h"

static BlIndicator *
find (BlProject *project, const char *item, gboolean plain)
{
  GListModel *indicators = bl_record_get_list (BL_RECORD (project), "indicators");

  for (guint i = 0; item != NULL && i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
      BlRecord *record = BL_RECORD (indicator);

      if (g_strcmp0 (bl_record_get_text (record, "item"), item) == 0
          && (!plain || (bl_record_get_text (record, "library") == NULL && bl_record_get_text (record, "parameters") == NULL)))
        return indicator; /* the project holds it */
    }
  return NULL;
}

BlIndicator *
bl_starters_find (BlProject *project, const char *item)
{
  return find (project, item, TRUE);
}

guint
bl_starters_add (BlProject *project, BlDictionary *dictionary)
{
  g_autoptr (GPtrArray) starters = bl_dictionary_get_starters (dictionary);
  guint n = 0;

  for (guint i = 0; i < starters->len; i++)
    {
      const char *item = bl_record_get_text (g_ptr_array_index (starters, i), "item");
      g_autoptr (BlIndicator) copy = NULL;

      if (find (project, item, FALSE) != NULL)
        continue;
      copy = bl_dictionary_copy_indicator (dictionary, item);
      bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (copy));
      n++;
    }
  return n;
}
