/* find-scenario.c: the scenario somebody names on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "command.h"
#include "text.h"

/* An id or a letter names one for certain; a title may be that of several. */
BlScenario *
bl_command_find_scenario (BlProject *project, const char *text, BlExit *exit)
{
  GListModel *scenarios = bl_project_get_scenarios (project);
  g_autofree char *folded = bl_text_fold (text);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  BlScenario *found = NULL;
  guint matches = 0;

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, i);
      const char *id = bl_record_get_id (BL_RECORD (scenario));
      g_autofree char *letter = bl_scenario_get_letter (scenario);
      g_autofree char *small = bl_text_fold (letter);
      g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
      g_autofree char *own = bl_text_fold (title);

      if (g_strcmp0 (id, text) == 0 || g_str_equal (small, folded))
        return scenario; /* the list holds it */
      g_string_append_printf (names, "%s%s “%s”", names->len > 0 ? ", " : "", letter, title);
      if (!g_str_equal (own, folded))
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", id);
      matches++;
      found = scenario;
    }
  if (matches == 1)
    return found;
  if (matches > 1)
    *exit = bl_command_fail (BL_EXIT_USAGE, _("“%s” fits several scenarios. Say which by its id: %s."), text, ids->str);
  else if (names->len == 0)
    *exit = bl_command_fail (BL_EXIT_FAULTY, _("The project has no scenarios yet: add one with “scenario PROJECT add”."));
  else
    *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has no scenario “%s”. It has: %s."), text, names->str);
  return NULL;
}
