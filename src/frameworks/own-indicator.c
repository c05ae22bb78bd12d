/* own-indicator.c: an indicator that is in no dictionary
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "own-indicator.h"

#include <glib/gi18n-lib.h>

#include "formula.h"

BlIndicator *
bl_own_indicator_new (void)
{
  BlIndicator *indicator = bl_indicator_new (NULL);
  BlRecord *record = BL_RECORD (indicator);

  bl_record_set_text (record, "serves", "use");
  bl_record_set_enum (record, "direction", BL_WANTED_NEUTRAL);
  bl_record_set_enum (record, "kind", BL_INDICATOR_KIND_COUNT);
  bl_record_set_enum (record, "state", BL_STATE_MEASURED);
  bl_record_set_text (record, "geography", "service library");
  bl_record_set_text (record, "period", "fy month");
  bl_record_set_text (record, "origin", "own");
  return indicator;
}

gboolean
bl_own_indicator_check_formula (BlDictionary *dictionary, const char *text, GError **error)
{
  g_autoptr (BlFormula) formula = bl_formula_parse (text, error);

  if (formula == NULL)
    return FALSE;
  for (guint i = 0; i < bl_formula_get_n_names (formula); i++)
    {
      const char *name = bl_formula_get_names (formula)[i];

      if (bl_dictionary_find_measure (dictionary, name) != NULL)
        continue;
      g_set_error (error, BL_FORMULA_ERROR, BL_FORMULA_ERROR_SYNTAX, _("there is no measure “%s”"), name);
      return FALSE;
    }
  return TRUE;
}
