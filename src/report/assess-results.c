/* assess-results.c: the write-up of a self-assessment: what the service achieves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "assess-report-private.h"
#include "indicator-summary.h"
#include "indicator-values.h"
#include "results-figures.h"

typedef struct
{
  const char *field, *title;
} Judging;

static const Judging judgings[] = {
  { "trend", N_ ("Trend") },       { "comparison", N_ ("Comparison") },
  { "target", N_ ("Target") },     { "coverage", N_ ("Who and what it covers") },
  { "cause", N_ ("Cause and effect") },
};

/* FALSE: nothing is known. */
static gboolean
add_figure (BlReportTable *table, BlBaseFigures *figures, BlIndicator *indicator)
{
  g_autoptr (BlIndicatorValues) values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_autoptr (BlJudgement) judgement = bl_indicator_values_judge (values);
  g_autoptr (BlIndicatorSummary) it = bl_indicator_summary_new (values, judgement);

  if (it->figure == BL_SUMMARY_NO_DATA)
    return FALSE;
  bl_report_table_add_row (table, NULL,
                           (const char *const[]){ bl_record_get_text (BL_RECORD (indicator), "name"), it->value,
                                                  it->period != NULL ? it->period : "–",
                                                  it->change != NULL ? it->change : "–", it->tag, _ (it->verdict), it->source });
  return TRUE;
}

/* Those the team looked at; where it has not said, the project's own that serve the area. */
static GPtrArray *
list_indicators (const BlAssessParts *parts, const BlAssessPart *part)
{
  const char *ids = part->result != NULL ? bl_record_get_text (BL_RECORD (part->result), "indicators") : NULL;
  g_auto (GStrv) each = g_strsplit (ids != NULL ? ids : "", " ", -1);
  GPtrArray *found;

  if (ids == NULL)
    return bl_results_list_indicators (parts->asked->project, BL_RESULTS_AREA (part->record));
  found = g_ptr_array_new ();
  for (guint i = 0; each[i] != NULL; i++)
    {
      BlRecord *indicator = *each[i] != '\0' ? bl_project_find (parts->asked->project, each[i]) : NULL;

      if (BL_IS_INDICATOR (indicator))
        g_ptr_array_add (found, indicator);
    }
  return found;
}

/* The project's own figures; where each stands among services like it. */
static void
add_figures (BlReport *report, const BlAssessParts *parts, const BlAssessPart *part)
{
  g_autoptr (GPtrArray) indicators = list_indicators (parts, part);
  BlBaseFigures *figures = parts->asked->figures;
  g_autoptr (GString) lacking = g_string_new (NULL);
  BlReportTable *table;

  if (figures == NULL || indicators->len == 0)
    return;
  table = bl_report_add_table (report, _ ("Figures of the project that serve this area"));
  bl_report_table_set_compact (table);
  bl_report_table_add_column (table, _ ("Indicator"), FALSE);
  bl_report_table_add_column (table, _ ("Latest"), TRUE);
  bl_report_table_add_column (table, _ ("Of"), FALSE);
  bl_report_table_add_column (table, _ ("Change"), FALSE);
  bl_report_table_add_column (table, _ ("State"), FALSE);
  bl_report_table_add_column (table, _ ("Verdict"), FALSE);
  bl_report_table_add_column (table, _ ("Source"), FALSE);
  for (guint i = 0; i < indicators->len; i++)
    {
      BlIndicator *indicator = g_ptr_array_index (indicators, i);

      if (!add_figure (table, figures, indicator))
        g_string_append_printf (lacking, "%s%s", lacking->len > 0 ? "; " : "", bl_record_get_text (BL_RECORD (indicator), "name"));
    }
  if (lacking->len > 0)
    {
      g_autofree char *words = g_strdup_printf (_ ("No data held, which is a finding: %s."), lacking->str);

      bl_report_add_paragraph (report, words);
    }
  for (guint i = 0; i < indicators->len; i++)
    {
      BlIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *comparison = bl_results_say_comparison (figures, parts->asked->project, indicator);
      g_autofree char *words = NULL;

      if (comparison == NULL)
        continue;
      words = g_strdup_printf ("%s: %s", bl_record_get_text (BL_RECORD (indicator), "name"), comparison);
      bl_report_add_note (report, words);
    }
}

static void
add_findings (BlReport *report, const BlAssessParts *parts, const char *item)
{
  for (BlFindingSide side = BL_FINDING_STRENGTH; side <= BL_FINDING_AREA; side++)
    {
      g_autoptr (GPtrArray) findings = bl_assess_list_findings (parts, item, side, TRUE);

      for (guint i = 0; i < findings->len; i++)
        {
          g_autofree char *point = g_strdup_printf ("%s: %s", _ (bl_finding_side_get_title (side)),
                                                    bl_record_get_text (g_ptr_array_index (findings, i), "text"));

          bl_report_add_point (report, point);
        }
    }
}

static void
add_area (BlReport *report, const BlAssessParts *parts, const BlAssessPart *part)
{
  BlRecord *result = BL_RECORD (part->result);
  gboolean no_data = bl_assess_has_no_data (parts, part->item);
  g_autofree char *agreed = bl_assess_say_agreed (parts, part->item);
  const char *means = bl_record_get_text (part->record, "no-data-means");

  bl_report_add_subheading (report, bl_framework_get_title (parts->framework, part->item));
  bl_report_add_note (report, bl_record_get_text (part->record, "statement"));
  if (no_data)
    {
      g_autofree char *words = g_strdup_printf (_ ("No data held. This is a finding, and nobody’s failure. %s"),
                                                means != NULL ? means : "");

      bl_report_add_paragraph (report, g_strchomp (words));
    }
  add_figures (report, parts, part);
  for (guint i = 0; result != NULL && i < G_N_ELEMENTS (judgings); i++)
    {
      const char *said = bl_record_get_text (result, judgings[i].field);
      g_autofree char *words = said != NULL ? g_strdup_printf ("%s: %s", _ (judgings[i].title), said) : NULL;

      if (words != NULL)
        bl_report_add_point (report, words);
    }
  if (agreed != NULL)
    bl_report_add_conclusion (report, agreed);
  add_findings (report, parts, part->item);
}

static gboolean
is_said (const BlAssessParts *parts, const BlAssessPart *part)
{
  return part->result != NULL || bl_assess_find_about (parts, "agreements", part->item) != NULL
         || bl_assess_find_about (parts, "findings", part->item) != NULL
         || bl_assess_find_about (parts, "dissents", part->item) != NULL;
}

void
bl_assess_write_results (BlReport *report, const BlAssessParts *parts)
{
  const BlAssessStudy *study = parts->study;
  g_autoptr (GString) unsaid = g_string_new (NULL);

  if (study->n_areas == 0)
    return;
  bl_report_add_heading (report, _ ("Results: what the service achieves"));
  for (guint i = 0; i < study->n_areas; i++)
    if (is_said (parts, &study->areas[i]))
      add_area (report, parts, &study->areas[i]);
    else
      g_string_append_printf (unsaid, "%s%s", unsaid->len > 0 ? "; " : "",
                              bl_framework_get_title (parts->framework, study->areas[i].item));
  if (unsaid->len > 0)
    {
      g_autofree char *note = g_strdup_printf (_ ("Not judged yet: %s."), unsaid->str);

      bl_report_add_paragraph (report, note);
    }
}
