/* totals.c: what the libraries of a project add up to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "totals.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "library-facts.h"
#include "text.h"

void
bl_totals_read (BlTotals *totals, BlSession *session)
{
  GListModel *libraries = bl_project_get_libraries (bl_session_get_project (session));

  *totals = (BlTotals) { 0 };
  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);
      BlLibraryFacts facts;

      totals->source_unknown += !bl_record_is_known (BL_RECORD (library), "source");
      bl_library_facts_read (&facts, session, library);
      if (!facts.service_point || !facts.open)
        continue;
      totals->open++;
      totals->statutory += facts.statutory;
      totals->not_located += !facts.located;
      totals->cost_unknown += !bl_record_is_known (BL_RECORD (library), "running-cost");
      if (facts.hours_known)
        totals->hours += facts.hours;
      else
        totals->hours_unknown++;
    }
}

char *
bl_totals_describe_hours (const BlTotals *totals)
{
  g_autofree char *hours = NULL;
  double whole;

  if (totals->hours_unknown == totals->open)
    return g_strdup (_ ("hours not known"));
  hours = bl_text_number (totals->hours, fabs (modf (totals->hours, &whole)) < 0.05 ? 0 : 1);
  if (totals->hours_unknown == 0)
    return g_strdup_printf (_ ("%s hours a week"), hours);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hours a week (%u not known)",
                                       "%s hours a week (%u not known)", totals->hours_unknown),
                          hours, totals->hours_unknown);
}
