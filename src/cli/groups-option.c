/* groups-option.c: --group, for the commands that take it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "groups-option.h"

GPtrArray *
bl_groups_option_read (const BlFacts *facts, char *const *definitions, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);

  for (guint i = 0; definitions != NULL && definitions[i] != NULL; i++)
    {
      BlGroupCounts *counts = bl_group_counts_new (facts, definitions[i], error);

      if (counts == NULL)
        return NULL;
      g_ptr_array_add (groups, counts);
    }
  return g_steal_pointer (&groups);
}
