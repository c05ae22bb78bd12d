/* indicator-groups.c: where indicators stand in a list: by Outcome, then by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-groups.h"

#include <glib/gi18n-lib.h>

/* Outcomes first; areas in the order of the dictionary. */
static const char *const codes[] = { "O1", "O2", "O3", "O4", "O5", "O6", "O7", "use", "reach",
                                     "cost", "access", "workforce", "digital", "quality", "results" };
G_STATIC_ASSERT (G_N_ELEMENTS (codes) + 1 == BL_N_INDICATOR_GROUPS);

guint
bl_indicator_group_of (BlIndicator *indicator)
{
  guint outcomes[BL_N_OUTCOMES], n = bl_indicator_get_outcomes (indicator, outcomes);
  const char *serves = bl_record_get_text (BL_RECORD (indicator), "serves");
  g_auto (GStrv) words = g_strsplit_set (serves != NULL ? serves : "", " ,", -1);

  if (n > 0)
    return outcomes[0] - 1;
  for (guint i = 0; words[i] != NULL; i++)
    if (bl_indicator_group_find (words[i]) < BL_N_INDICATOR_GROUPS - 1)
      return bl_indicator_group_find (words[i]);
  return BL_N_INDICATOR_GROUPS - 1;
}

const char *
bl_indicator_group_get_title (BlDictionary *dictionary, guint group)
{
  if (group < BL_N_OUTCOMES)
    return dictionary != NULL ? bl_dictionary_get_outcome_title (dictionary, group + 1) : "";
  if (group < G_N_ELEMENTS (codes))
    return _ (bl_dictionary_get_area_title (codes[group]));
  return _ ("Others");
}

const char *
bl_indicator_group_get_code (guint group)
{
  return group < G_N_ELEMENTS (codes) ? codes[group] : NULL;
}

guint
bl_indicator_group_find (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i], code))
      return i;
  return BL_N_INDICATOR_GROUPS - 1;
}
