/* find-indicator.c: the indicator somebody names on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "command.h"
#include "text.h"

static BlIndicator *
fail (BlDictionary *dictionary, const char *text, BlExit *exit)
{
  g_autoptr (GPtrArray) near = bl_dictionary_suggest (dictionary, text);
  g_autofree char *names = NULL;

  if (near->len == 0)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE,
                               _("There is no indicator “%s”. “indicator PROJECT list --all” shows all there are."), text);
      return NULL;
    }
  g_ptr_array_add (near, NULL);
  names = g_strjoinv (", ", (char **) near->pdata);
  *exit = bl_command_fail (BL_EXIT_USAGE, _("There is no indicator “%s”. Like it are: %s."), text, names);
  return NULL;
}

BlIndicator *
bl_command_find_own_indicator (BlProject *project, const char *text, guint *matches)
{
  GListModel *indicators = bl_record_get_list (BL_RECORD (project), "indicators");
  g_autofree char *folded = bl_text_fold (text);
  BlIndicator *found = NULL;

  *matches = 0;
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (indicators, i);
      g_autofree char *name = bl_text_fold (bl_record_get_text (record, "name"));

      if (g_strcmp0 (bl_record_get_id (record), text) == 0)
        {
          *matches = 1;
          return BL_INDICATOR (record); /* the list holds it */
        }
      if (g_strcmp0 (bl_record_get_text (record, "item"), text) != 0 && !g_str_equal (name, folded))
        continue;
      (*matches)++;
      found = BL_INDICATOR (record);
    }
  return *matches == 1 ? found : NULL;
}

BlIndicator *
bl_command_find_indicator (BlProject *project, BlDictionary *dictionary, const char *text, BlExit *exit)
{
  guint matches;
  BlIndicator *own = bl_command_find_own_indicator (project, text, &matches);
  GListModel *all = bl_record_get_list (BL_RECORD (dictionary), "indicators");
  g_autofree char *folded = bl_text_fold (text);

  if (own != NULL)
    return g_object_ref (own);
  if (matches > 1)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("“%s” fits several indicators. Say which by its id."), text);
      return NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (all, i);
      g_autofree char *name = bl_text_fold (bl_record_get_text (record, "name"));
      const char *item = bl_record_get_text (record, "item");

      if (g_str_equal (item, text) || g_str_equal (name, folded))
        return bl_dictionary_copy_indicator (dictionary, item);
    }
  return fail (dictionary, text, exit);
}
