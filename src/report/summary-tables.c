/* summary-tables.c: the tables of the summary, and what is not known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "summary-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

gboolean
bl_summary_counts (const BlFactsLibrary *library)
{
  return library->open && !library->nearby && library->type == BL_LIBRARY_TYPE_STATIC;
}

char *
bl_summary_join (const GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Catchments ---------------------------------------------------------- */

/* Sums and means of one row: a catchment's, or all. */
static void
add_catchment_row (BlReportTable *table, const BlSummary *self, const BlMarkerLook *look, const char *name,
                   const char *run_by, const char *statutory, const BlCatchment *sums)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  guint asked = 0;

  g_ptr_array_add (cells, (gpointer) name);
  g_ptr_array_add (cells, (gpointer) run_by);
  g_ptr_array_add (cells, (gpointer) statutory);
  g_ptr_array_add (owned, bl_text_number (sums->areas, 0));
  g_ptr_array_add (owned, bl_text_number (sums->population, 0));
  for (guint i = 0; i < BL_SUMMARY_N_GROUPS; i++)
    if (self->groups[i])
      {
        /* Where no area of it has a figure, the sum is not known, never 0. */
        if (sums->areas > 0 && sums->groups_unknown[asked] == sums->areas)
          g_ptr_array_add (owned, NULL);
        else
          g_ptr_array_add (owned, bl_text_number (sums->groups[asked], 0));
        asked++;
      }
  /* Where nobody lives nearest there is no distance to speak of. */
  g_ptr_array_add (owned, isnan (sums->mean_distance) ? g_strdup ("–") : bl_text_number (sums->mean_distance, 0));
  for (guint i = 0; i < owned->len; i++)
    g_ptr_array_add (cells, g_ptr_array_index (owned, i));

  if (look)
    bl_report_table_add_row (table, look, (const char *const *) cells->pdata);
  else
    bl_report_table_add_total (table, (const char *const *) cells->pdata);
}

void
bl_summary_add_catchments (BlReport *report, const BlSummary *self)
{
  const BlFacts *facts = self->facts;
  const BlCatchments *catchments = self->catchments;
  g_autofree double *groups = g_new0 (double, catchments->n_groups + 1);
  g_autofree guint *unknown = g_new0 (guint, catchments->n_groups + 1);
  BlCatchment all = { .mean_distance = self->access->mean_distance, .groups = groups, .groups_unknown = unknown };
  const char *titles[BL_SUMMARY_N_GROUPS] = { _ ("Aged 0–\u206015"), _ ("Aged 60+"), _ ("In deciles 1–\u20602") };
  BlReportTable *table;
  g_autofree char *count = bl_text_number (catchments->n, 0);
  g_autofree char *name = g_strdup_printf (ngettext ("%s library", "All %s libraries", catchments->n), count);

  bl_report_add_heading (report, _ ("Who lives nearest to each library"));
  table = bl_report_add_table (
    report, self->groups[BL_SUMMARY_DEPRIVED]
              ? _ ("Each area counts for the open library nearest to it in a straight line. Deciles 1 and 2 are the "
                   "most deprived fifth of areas in England.")
              : _ ("Each area counts for the open library nearest to it in a straight line."));
  bl_report_table_add_column (table, _ ("Library"), FALSE);
  bl_report_table_add_column (table, _ ("Run by"), FALSE);
  bl_report_table_add_column (table, _ ("Statutory"), FALSE);
  bl_report_table_add_column (table, _ ("Areas"), TRUE);
  bl_report_table_add_column (table, _ ("People"), TRUE);
  for (guint i = 0; i < BL_SUMMARY_N_GROUPS; i++)
    if (self->groups[i])
      bl_report_table_add_column (table, titles[i], TRUE);
  bl_report_table_add_column (table, _ ("Mean distance, m"), TRUE);

  for (guint i = 0; i < catchments->n; i++)
    {
      const BlCatchment *catchment = &catchments->items[i];
      const BlFactsLibrary *library = &facts->libraries[catchment->library];
      BlMarkerLook look = { library->operation, library->statutory, FALSE, FALSE };

      add_catchment_row (table, self, &look, library->name, _ (bl_operation_get_title (library->operation)),
                         library->statutory ? _ ("Yes") : _ ("No"), catchment);
      all.areas += catchment->areas;
      all.population += catchment->population;
      for (guint g = 0; g < catchments->n_groups; g++)
        {
          groups[g] += catchment->groups[g];
          unknown[g] += catchment->groups_unknown[g];
        }
    }
  add_catchment_row (table, self, NULL, name, " ", " ", &all);
}

void
bl_summary_add_unknown (BlReport *report, const BlSummary *self)
{
  const BlFacts *facts = self->facts;
  const BlAccess *access = self->access;
  g_autoptr (GPtrArray) hours = g_ptr_array_new ();
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < facts->n_libraries; i++)
    if (bl_summary_counts (&facts->libraries[i]) && isnan (facts->libraries[i].week_hours))
      g_ptr_array_add (hours, facts->libraries[i].name);

  if (access->left_out->len > 0)
    {
      g_autofree char *names = bl_summary_join (access->left_out);

      g_ptr_array_add (points, g_strdup_printf (_ ("Where these libraries are; they are left out: %s."), names));
    }
  if (access->unknown > 0)
    {
      g_autofree char *n = bl_text_number (access->unknown, 0);

      g_ptr_array_add (points, g_strdup_printf (ngettext ("How many people live in %s area; it is left out.",
                                                          "How many people live in %s areas; they are left out.",
                                                          access->unknown), n));
    }
  if (access->unreached->len > 0)
    {
      g_autofree char *n = bl_text_number (access->unreached->len, 0);

      g_ptr_array_add (points, g_strdup_printf (ngettext ("Where %s area lies; it is left out.",
                                                          "Where %s areas lie; they are left out.",
                                                          access->unreached->len), n));
    }
  for (guint i = 0; i < facts->n_values; i++)
    if (facts->values[i].unknown > 0 && facts->values[i].numbers != facts->population)
      {
        g_autofree char *n = bl_text_number (facts->values[i].unknown, 0);

        g_ptr_array_add (points, g_strdup_printf (ngettext ("%s: not known for %s area, left out of sums.",
                                                            "%s: not known for %s areas, left out of sums.",
                                                            facts->values[i].unknown),
                                                  facts->values[i].title, n));
      }
  if (hours->len > 0)
    {
      g_autofree char *names = bl_summary_join (hours);

      g_ptr_array_add (points, g_strdup_printf (_ ("Opening hours a week: %s."), names));
    }
  if (points->len == 0)
    return;
  bl_report_add_heading (report, _ ("What is not known"));
  for (guint i = 0; i < points->len; i++)
    bl_report_add_point (report, g_ptr_array_index (points, i));
}
