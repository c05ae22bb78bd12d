/* assess-summary.c: a self-assessment on one page, for whoever the head of service answers to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "assess-report-private.h"
#include "improvement-plan.h"
#include "text.h"

/* One of each characteristic or results area in turn, so that none crowds out the others. */
static GPtrArray *
spread_out (const BlAssessParts *parts, GPtrArray *findings)
{
  GPtrArray *order = g_ptr_array_new ();
  guint rounds = findings->len;

  for (guint round = 0; round < rounds && order->len < findings->len; round++)
    {
      g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < findings->len; i++)
        {
          BlRecord *finding = g_ptr_array_index (findings, i);
          const char *item = bl_record_get_text (finding, "item");
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, item != NULL ? item : ""));

          g_hash_table_insert (counts, (gpointer) (item != NULL ? item : ""), GUINT_TO_POINTER (n + 1));
          if (n == round)
            g_ptr_array_add (order, finding);
        }
    }
  return order;
}

static void
say_more (BlReport *report, guint more)
{
  g_autofree char *words = NULL;

  if (more == 0)
    return;
  words = g_strdup_printf (ngettext ("%u more is in the write-up.", "%u more are in the write-up.", more), more);
  bl_report_add_note (report, words);
}

static void
add_findings (BlReport *report, const BlAssessParts *parts, GPtrArray *findings, const char *heading, guint most)
{
  g_autoptr (GPtrArray) order = spread_out (parts, findings);

  if (order->len == 0)
    return;
  bl_report_add_heading (report, heading);
  for (guint i = 0; i < MIN (order->len, most); i++)
    bl_report_add_point (report, bl_record_get_text (g_ptr_array_index (order, i), "text"));
  say_more (report, order->len > most ? order->len - most : 0);
}

/* The priorities where some were chosen, else all areas that were agreed. */
static void
add_areas (BlReport *report, const BlAssessParts *parts, guint most)
{
  g_autoptr (GPtrArray) all = bl_assess_list_findings (parts, NULL, BL_FINDING_AREA, TRUE);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (bl_assess_is_true (g_ptr_array_index (all, i), "chosen") || bl_assess_is_true (g_ptr_array_index (all, i), "required"))
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
  if (chosen->len > 0)
    add_findings (report, parts, chosen, _ ("What is to get better first"), most);
  else
    add_findings (report, parts, all, _ ("What could be better"), most);
}

/* Where views differ the most: what was agreed never stands without them. */
static void
add_differences (BlReport *report, const BlAssessParts *parts, guint most)
{
  g_autoptr (GArray) order = bl_assess_study_order (parts->study, -1);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);

  for (int dissenting = 1; dissenting >= 0; dissenting--)
    for (guint i = 0; i < order->len; i++)
      {
        const BlAssessItem *item = &parts->study->items[g_array_index (order, guint, i)];
        g_autofree char *spread = NULL, *agreed = NULL;

        if ((item->n_dissents > 0) != dissenting
            || (item->spread != BL_ASSESS_SPREAD_WIDE && item->n_dissents == 0))
          continue;
        spread = bl_assess_say_spread (parts, item);
        agreed = bl_assess_say_agreed (parts, item->item);
        g_ptr_array_add (points, g_strdup_printf ("%s: %s%s%s", bl_framework_get_title (parts->framework, item->item), spread,
                                                  agreed != NULL ? "\n" : "", agreed != NULL ? agreed : ""));
      }
  if (points->len == 0)
    return;
  bl_report_add_heading (report, _ ("Where the team saw it differently"));
  for (guint i = 0; i < MIN (points->len, most); i++)
    bl_report_add_point (report, g_ptr_array_index (points, i));
  say_more (report, points->len > most ? points->len - most : 0);
}

static void
add_results (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GString) lacking = g_string_new (NULL);

  for (guint i = 0; i < parts->study->n_areas; i++)
    {
      const BlAssessPart *area = &parts->study->areas[i];

      if (bl_assess_has_no_data (parts, area->item))
        g_string_append_printf (lacking, "%s%s", lacking->len > 0 ? "; " : "", bl_framework_get_title (parts->framework, area->item));
    }
  if (lacking->len > 0)
    {
      g_autofree char *words = g_strdup_printf (_ ("No data held, which is a finding: %s."), lacking->str);

      bl_report_add_paragraph (report, words);
    }
}

static void
add_actions (BlReport *report, const BlAssessParts *parts, guint most)
{
  g_autoptr (GPtrArray) actions = bl_assess_list_actions (parts);
  BlReportTable *table;

  bl_report_add_heading (report, _ ("What will be done"));
  if (actions->len == 0)
    {
      bl_report_add_paragraph (report, parts->study->plan_open ? _ ("No action has been written yet.")
                                                               : _ ("The plan waits until the assessment is complete."));
      return;
    }
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_wide_column (table, _ ("Action"), 3);
  bl_report_table_add_wide_column (table, _ ("Owner"), 1.5);
  bl_report_table_add_wide_column (table, _ ("First step"), 3);
  bl_report_table_add_wide_column (table, _ ("Finish"), 1.4);
  for (guint i = 0; i < MIN (actions->len, most); i++)
    {
      BlRecord *action = g_ptr_array_index (actions, i);
      g_autofree char *due = bl_assess_say_date (action, "end");

      bl_report_table_add_row (table, NULL,
                               (const char *const[]){ bl_record_get_text (action, "title"), bl_record_get_text (action, "owner"),
                                                      bl_record_get_text (action, "first-step"), due });
    }
  say_more (report, actions->len > most ? actions->len - most : 0);
}

void
bl_assess_write_summary (BlReport *report, const BlAssessParts *parts, guint most)
{
  const char *summary = bl_record_get_text (parts->assessment, "summary"),
             *vision = bl_record_get_text (parts->assessment, "vision");
  g_autofree char *short_route = bl_assess_say_short_route (parts), *exception = bl_assess_say_exception (parts);
  g_autofree char *look_back = bl_assess_say_look_back (parts);
  g_autoptr (GPtrArray) strengths = bl_assess_list_findings (parts, NULL, BL_FINDING_STRENGTH, TRUE);

  bl_assess_write_head (report, parts, FALSE);
  if (summary != NULL)
    bl_report_add_finding (report, summary);
  if (vision != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Vision: %s"), vision);

      bl_report_add_paragraph (report, words);
    }
  if (short_route != NULL)
    bl_report_add_paragraph (report, short_route);
  if (!parts->study->complete)
    {
      g_autoptr (GString) words = g_string_new (_ ("The assessment is not complete."));

      for (guint i = 0; i < parts->study->missing->len; i++)
        g_string_append_printf (words, " %s", (const char *) g_ptr_array_index (parts->study->missing, i));
      bl_report_add_paragraph (report, words->str);
    }
  if (exception != NULL)
    bl_report_add_paragraph (report, exception);
  add_findings (report, parts, strengths, _ ("What the service does well"), most);
  add_areas (report, parts, most);
  add_results (report, parts);
  add_differences (report, parts, most);
  add_actions (report, parts, most);
  bl_report_add_note (report, look_back);
}
