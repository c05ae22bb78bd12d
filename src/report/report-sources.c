/* report-sources.c: whose figures a report rests on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-sources.h"

#include <glib/gi18n-lib.h>

static gboolean
same_source (const BlFactsSource *a, const BlFactsSource *b)
{
  return g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->date, b->date) == 0
         && g_strcmp0 (a->licence, b->licence) == 0;
}

/* What one source gives is one row: "Children aged 0 to 15; people aged 60 and over". */
static char *
what_it_gives (const GPtrArray *sources, guint first)
{
  const BlFactsSource *source = g_ptr_array_index (sources, first);
  g_autoptr (GString) what = g_string_new (source->what);

  for (guint i = first + 1; i < sources->len; i++)
    {
      const BlFactsSource *other = g_ptr_array_index (sources, i);

      if (same_source (source, other))
        g_string_append_printf (what, "; %s", other->what);
    }
  return g_string_free (g_steal_pointer (&what), FALSE);
}

void
bl_report_add_sources (BlReport *report, const BlFacts *facts)
{
  const GPtrArray *sources = facts->sources;
  BlReportTable *table;

  bl_report_add_heading (report, _ ("Sources"));
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_column (table, _ ("Figures"), FALSE);
  bl_report_table_add_column (table, _ ("Source"), FALSE);
  bl_report_table_add_column (table, _ ("Date"), FALSE);
  bl_report_table_add_column (table, _ ("Licence"), FALSE);
  for (guint i = 0; i < sources->len; i++)
    {
      const BlFactsSource *source = g_ptr_array_index (sources, i);
      gboolean told = FALSE;

      for (guint j = 0; j < i && !told; j++)
        told = same_source (g_ptr_array_index (sources, j), source);
      if (!told)
        {
          g_autofree char *what = what_it_gives (sources, i);
          const char *cells[] = { what, source->source, source->date, source->licence };

          bl_report_table_add_row (table, NULL, cells);
        }
    }
}
