/* assess-forms.c: blank forms of a self-assessment, for those who want paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "assess-report-private.h"

/* Actions there is room for on paper, and rows of the plan in a spreadsheet. */
#define PAPER_ACTIONS 3
#define SHEET_ACTIONS 12

/* Room to write in: not the empty text, which would be "not known". */
static char *
blank_lines (guint n)
{
  GString *lines = g_string_new (" ");

  for (guint i = 1; i < n; i++)
    g_string_append (lines, "\n ");
  return g_string_free (lines, FALSE);
}

/* "☐ Early days   ☐ Taking shape". */
static char *
say_boxes (BlScaleOfLevels *scale)
{
  g_autoptr (GPtrArray) levels = bl_framework_list_levels (scale);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    g_string_append_printf (words, "%s☐\302\240%s", i > 0 ? "     " : "",
                            bl_record_get_text (g_ptr_array_index (levels, i), "label"));
  return g_string_free (words, FALSE);
}

/* "Ask: one. Another." of lines. */
static void
add_lines (GString *words, const char *lines, const char *title)
{
  g_auto (GStrv) each = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  if (lines == NULL)
    return;
  g_string_append_printf (words, "%s%s: ", words->len > 0 ? "\n" : "", title);
  for (guint i = 0; each[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", each[i]);
}

static void
add_write_in (BlReport *report, const char *title, guint lines)
{
  BlReportTable *table = bl_report_add_table (report, NULL);
  g_autofree char *blank = blank_lines (lines);

  bl_report_table_add_wide_column (table, title, 1);
  bl_report_table_add_row (table, NULL, (const char *const[]){ blank });
}

/* --- Rating ------------------------------------------------------------------------------- */

static void
add_scale (BlReport *report, BlScaleOfLevels *scale)
{
  g_autoptr (GPtrArray) levels = bl_framework_list_levels (scale);
  const char *help = bl_record_get_text (BL_RECORD (scale), "help");
  BlReportTable *table;

  if (help != NULL)
    bl_report_add_paragraph (report, help);
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_wide_column (table, _ ("Level"), 1);
  bl_report_table_add_wide_column (table, _ ("What it means"), 5);
  for (guint i = 0; i < levels->len; i++)
    bl_report_table_add_row (table, NULL,
                             (const char *const[]){ bl_record_get_text (g_ptr_array_index (levels, i), "label"),
                                                    bl_record_get_text (g_ptr_array_index (levels, i), "descriptor") });
}

static void
add_criterion (BlReport *report, const BlAssessParts *parts, const BlAssessItem *item, const char *boxes)
{
  BlRecord *criterion = BL_RECORD (item->criterion);
  g_autoptr (GString) signs = g_string_new (NULL);
  const char *question = parts->study->short_route ? bl_record_get_text (criterion, "question") : NULL;
  BlReportTable *table;
  g_autofree char *blank = blank_lines (2);

  add_lines (signs, bl_record_get_text (criterion, "excellent"), _ ("Excellent"));
  add_lines (signs, bl_record_get_text (criterion, "early-days"), _ ("Early days"));
  if (question != NULL)
    g_string_append_printf (signs, "%s%s", signs->len > 0 ? "\n" : "", question);
  bl_report_add_page_break (report, 0.2);
  bl_report_add_subheading (report, bl_record_get_text (criterion, "title"));
  bl_report_add_paragraph (report, bl_record_get_text (criterion, "statement"));
  if (signs->len > 0)
    bl_report_add_note (report, signs->str);
  bl_report_add_paragraph (report, boxes);
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_wide_column (table, _ ("My reason, and an example if I have one"), 2);
  bl_report_table_add_wide_column (table, _ ("Evidence"), 1);
  bl_report_table_add_row (table, NULL, (const char *const[]){ blank, blank });
}

static void
add_rating_form (BlReport *report, const BlAssessParts *parts)
{
  const BlAssessStudy *study = parts->study;
  g_autofree char *boxes = NULL;
  g_autofree char *rate_by = bl_assess_say_date (parts->assessment, "rate-by");

  if (study->scale == NULL)
    return;
  boxes = say_boxes (study->scale);
  bl_report_add_heading (report, _ ("Rating form: one for each member"));
  add_write_in (report, _ ("My name, and what I see of the service"), 2);
  if (rate_by != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Please rate alone by %s."), rate_by);

      bl_report_add_paragraph (report, words);
    }
  add_scale (report, study->scale);
  for (guint p = 0; p < study->n_parts; p++)
    {
      const BlAssessPart *part = &study->parts[p];

      if (part->n == 0)
        continue;
      bl_report_add_page_break (report, 0.3);
      bl_report_add_heading (report, bl_record_get_text (part->record, "title"));
      bl_report_add_note (report, bl_record_get_text (part->record, "statement"));
      for (guint i = 0; i < part->n; i++)
        add_criterion (report, parts, &study->items[part->first + i], boxes);
      add_write_in (report, _ ("One strength I would put forward"), 2);
      add_write_in (report, _ ("One area for improvement I would put forward"), 2);
    }
}

/* --- Results, model, plan ---------------------------------------------------------------------- */

static const struct
{
  const char *field, *title;
} judgings[] = {
  { "trend", N_ ("Trend") },       { "comparison", N_ ("Comparison") },       { "target", N_ ("Target") },
  { "coverage", N_ ("Who and what it covers") }, { "cause", N_ ("Cause and effect") },
};

static void
add_results_form (BlReport *report, const BlAssessParts *parts)
{
  BlScaleOfLevels *scale = bl_framework_find_usual_scale (parts->framework, "results");
  g_autofree char *boxes = scale != NULL ? say_boxes (scale) : NULL, *blank = blank_lines (2);

  if (parts->study->n_areas == 0)
    return;
  bl_report_add_page_break (report, 1);
  bl_report_add_heading (report, _ ("Results pages"));
  bl_report_add_paragraph (report, _ ("Use only what is held today. Where nothing is held, say so and move on: that is a finding."));
  for (guint i = 0; i < parts->study->n_areas; i++)
    {
      BlRecord *area = parts->study->areas[i].record;
      BlReportTable *table;

      bl_report_add_page_break (report, 0.45);
      bl_report_add_subheading (report, bl_record_get_text (area, "title"));
      bl_report_add_paragraph (report, bl_record_get_text (area, "statement"));
      table = bl_report_add_table (report, NULL);
      bl_report_table_set_compact (table);
      bl_report_table_add_wide_column (table, _ ("Judged by"), 1);
      bl_report_table_add_wide_column (table, _ ("What it means here"), 2);
      bl_report_table_add_wide_column (table, _ ("What we hold says"), 3);
      for (guint j = 0; j < G_N_ELEMENTS (judgings); j++)
        {
          const char *means = bl_record_get_text (area, judgings[j].field);

          bl_report_table_add_row (table, NULL, (const char *const[]){ _ (judgings[j].title), means != NULL ? means : " ", blank });
        }
      if (boxes != NULL)
        bl_report_add_paragraph (report, boxes);
    }
}

static void
add_script_form (BlReport *report, const BlAssessParts *parts, const char *script, const char *heading, guint lines)
{
  g_autoptr (GPtrArray) entries = bl_assess_list_entries (parts, script);
  g_autofree char *blank = blank_lines (lines);
  BlReportTable *table;

  if (entries->len == 0)
    return;
  bl_report_add_page_break (report, 1);
  bl_report_add_heading (report, heading);
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_wide_column (table, _ ("Heading"), 1);
  bl_report_table_add_wide_column (table, _ ("To think about"), 2);
  bl_report_table_add_wide_column (table, _ ("What we say"), 3);
  for (guint i = 0; i < entries->len; i++)
    {
      BlRecord *entry = g_ptr_array_index (entries, i);
      const char *does = bl_record_get_text (entry, "do"), *record = bl_record_get_text (entry, "record"),
                 *title = bl_record_get_text (entry, "title");
      g_autofree char *think = record != NULL && does != NULL ? g_strdup_printf (_ ("%s Record: %s."), does, record)
                                                              : g_strdup (does != NULL ? does : " ");

      bl_report_table_add_row (table, NULL, (const char *const[]){ title != NULL ? title : "–", think, blank });
    }
}

/* Columns of the plan stand one below the other: there are more than a page is wide. */
static void
add_plan_form (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) columns = bl_assess_list_entries (parts, "plan");

  for (guint a = 0; columns->len > 0 && a < PAPER_ACTIONS; a++)
    {
      g_autofree char *heading = g_strdup_printf (_ ("Improvement plan: action %u"), a + 1);
      BlReportTable *table;

      bl_report_add_page_break (report, 1);
      bl_report_add_heading (report, heading);
      table = bl_report_add_table (report, NULL);
      bl_report_table_set_compact (table);
      bl_report_table_add_wide_column (table, _ ("Column of the plan"), 1);
      bl_report_table_add_wide_column (table, _ ("Help"), 2.2);
      bl_report_table_add_wide_column (table, _ ("Entry"), 2.8);
      for (guint i = 0; i < columns->len; i++)
        {
          BlRecord *column = g_ptr_array_index (columns, i);
          const char *help = bl_record_get_text (column, "do"), *needed = bl_record_get_text (column, "needed");
          g_autofree char *title
              = g_strdup_printf ("%s%s", bl_record_get_text (column, "title"), g_strcmp0 (needed, "yes") == 0 ? " *" : "");

          bl_report_table_add_row (table, NULL, (const char *const[]){ title, help != NULL ? help : " ", " \n " });
        }
      bl_report_add_note (report, _ ("* needed"));
    }
}

void
bl_assess_write_forms (BlReport *report, const BlAssessParts *parts)
{
  bl_assess_write_head (report, parts, TRUE);
  add_rating_form (report, parts);
  add_results_form (report, parts);
  add_script_form (report, parts, "model", _ ("Organisational model"), 3);
  add_script_form (report, parts, "vision", _ ("Vision"), 6);
  add_plan_form (report, parts);
}

/* --- Sheets ------------------------------------------------------------------------------------- */

static char **
level_choices (BlScaleOfLevels *scale)
{
  g_autoptr (GPtrArray) levels = bl_framework_list_levels (scale);
  char **choices = g_new0 (char *, levels->len + 1);

  for (guint i = 0; i < levels->len; i++)
    choices[i] = g_strdup (bl_record_get_text (g_ptr_array_index (levels, i), "label"));
  return choices;
}

static char **
entry_choices (const BlAssessParts *parts, const char *script)
{
  g_autoptr (GPtrArray) entries = bl_assess_list_entries (parts, script);
  char **choices = g_new0 (char *, entries->len + 1);

  for (guint i = 0; i < entries->len; i++)
    choices[i] = g_strdup (bl_record_get_text (g_ptr_array_index (entries, i), "title"));
  return choices;
}

static void
fill_rating_form (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Rating form"));
  g_auto (GStrv) choices = parts->study->scale != NULL ? level_choices (parts->study->scale) : NULL;

  bl_ods_sheet_add_column (sheet, _ ("Characteristic"), BL_ODS_TEXT, 3.5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Criterion"), BL_ODS_TEXT, 3.5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Statement"), BL_ODS_TEXT, 7, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Excellent"), BL_ODS_TEXT, 6, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Early days"), BL_ODS_TEXT, 6, NULL);
  bl_ods_sheet_add_column (sheet, _ ("My level"), BL_ODS_TEXT, 3.2, (const char *const *) choices);
  bl_ods_sheet_add_column (sheet, _ ("My reason"), BL_ODS_TEXT, 7, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Example"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Evidence"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Item"), BL_ODS_TEXT, 3.5, NULL);
  for (guint i = 0; i < parts->study->n_items; i++)
    {
      const BlAssessItem *item = &parts->study->items[i];
      BlRecord *criterion = BL_RECORD (item->criterion);

      bl_ods_sheet_add_row (sheet, (const char *const[]){ bl_record_get_text (BL_RECORD (item->characteristic), "title"),
                                                          bl_record_get_text (criterion, "title"),
                                                          bl_record_get_text (criterion, "statement"),
                                                          bl_record_get_text (criterion, "excellent"),
                                                          bl_record_get_text (criterion, "early-days"), NULL, NULL, NULL, NULL,
                                                          item->item });
    }
}

static void
fill_results_form (BlOdsBook *book, const BlAssessParts *parts)
{
  BlScaleOfLevels *scale = bl_framework_find_usual_scale (parts->framework, "results");
  g_auto (GStrv) choices = scale != NULL ? level_choices (scale) : NULL;
  BlOdsSheet *sheet;

  if (parts->study->n_areas == 0)
    return;
  sheet = bl_ods_book_add_sheet (book, _ ("Results pages"));
  bl_ods_sheet_add_column (sheet, _ ("Results area"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Statement"), BL_ODS_TEXT, 7, NULL);
  for (guint j = 0; j < G_N_ELEMENTS (judgings); j++)
    bl_ods_sheet_add_column (sheet, _ (judgings[j].title), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("What the evidence says"), BL_ODS_TEXT, 4, (const char *const *) choices);
  for (guint i = 0; i < parts->study->n_areas; i++)
    {
      BlRecord *area = parts->study->areas[i].record;
      const char *cells[2 + G_N_ELEMENTS (judgings) + 1] = { bl_record_get_text (area, "title"), bl_record_get_text (area, "statement") };

      bl_ods_sheet_add_row (sheet, cells);
    }
}

static void
fill_script_form (BlOdsBook *book, const BlAssessParts *parts, const char *script, const char *name)
{
  g_autoptr (GPtrArray) entries = bl_assess_list_entries (parts, script);
  BlOdsSheet *sheet;

  if (entries->len == 0)
    return;
  sheet = bl_ods_book_add_sheet (book, name);
  bl_ods_sheet_add_column (sheet, _ ("Heading"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("To think about"), BL_ODS_TEXT, 9, NULL);
  bl_ods_sheet_add_column (sheet, _ ("What we say"), BL_ODS_TEXT, 12, NULL);
  for (guint i = 0; i < entries->len; i++)
    bl_ods_sheet_add_row (sheet, (const char *const[]){ bl_record_get_text (g_ptr_array_index (entries, i), "title"),
                                                        bl_record_get_text (g_ptr_array_index (entries, i), "do"), NULL });
}

static void
fill_plan_form (BlOdsBook *book, const BlAssessParts *parts)
{
  static const char *const sizes[] = { "1", "2", "3", NULL };
  g_autoptr (GPtrArray) columns = bl_assess_list_entries (parts, "plan");
  g_auto (GStrv) grid = entry_choices (parts, "grid");
  const char *const states[] = { _ ("Not started"), _ ("Under way"), _ ("Done"), _ ("Dropped"), NULL };
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Improvement plan"));

  for (guint i = 0; i < columns->len; i++)
    {
      BlRecord *column = g_ptr_array_index (columns, i);
      const char *item = bl_record_get_text (column, "item");
      gboolean date = g_str_equal (item, "plan-start") || g_str_equal (item, "plan-due") || g_str_equal (item, "plan-review");
      const char *const *choices = g_str_equal (item, "plan-effect") || g_str_equal (item, "plan-effort") ? sizes
                                   : g_str_equal (item, "plan-priority")                                 ? (const char *const *) grid
                                   : g_str_equal (item, "plan-status")                                   ? states
                                                                                                         : NULL;

      bl_ods_sheet_add_column (sheet, bl_record_get_text (column, "title"), date ? BL_ODS_DATE : BL_ODS_TEXT,
                               choices != NULL || date ? 3 : 5, choices);
    }
  bl_ods_sheet_add_blank_rows (sheet, SHEET_ACTIONS);
  sheet = bl_ods_book_add_sheet (book, _ ("Help with the plan"));
  bl_ods_sheet_add_column (sheet, _ ("Column of the plan"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Needed"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Help"), BL_ODS_TEXT, 16, NULL);
  for (guint i = 0; i < columns->len; i++)
    {
      BlRecord *column = g_ptr_array_index (columns, i);

      bl_ods_sheet_add_row (sheet, (const char *const[]){ bl_record_get_text (column, "title"), bl_record_get_text (column, "needed"),
                                                          bl_record_get_text (column, "do") });
    }
}

void
bl_assess_fill_forms (BlOdsBook *book, const BlAssessParts *parts)
{
  fill_rating_form (book, parts);
  fill_results_form (book, parts);
  fill_script_form (book, parts, "model", _ ("Organisational model"));
  fill_script_form (book, parts, "vision", _ ("Vision"));
  fill_plan_form (book, parts);
}
