/* assess-sheets.c: all of a self-assessment as a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "assess-report-private.h"
#include "text.h"

static char *
iso_date (BlRecord *record, const char *field)
{
  guint32 julian;

  return bl_record_get_date (record, field, &julian) ? bl_text_from_date (julian) : NULL;
}

/* Rows of a criterion go from the lowest level up, so that the place of a row tells nobody whose it is. */
static void
fill_ratings (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet;

  if (parts->others) /* a row is one person's */
    return;
  sheet = bl_ods_book_add_sheet (book, _ ("Ratings"));
  bl_ods_sheet_add_column (sheet, _ ("Characteristic"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Criterion"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Item"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Level"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Reason"), BL_ODS_TEXT, 8, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Example"), BL_ODS_TEXT, 6, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Evidence"), BL_ODS_TEXT, 6, NULL);
  if (parts->named)
    bl_ods_sheet_add_column (sheet, _ ("Name"), BL_ODS_TEXT, 4, NULL);
  for (guint i = 0; i < parts->study->n_items; i++)
    {
      const BlAssessItem *item = &parts->study->items[i];
      g_autoptr (GPtrArray) ratings = bl_assess_list_ratings (parts, item);

      for (guint r = 0; r < ratings->len; r++)
        {
          const BlAssessRating *rating = g_ptr_array_index (ratings, r);
          BlRecord *record = BL_RECORD (rating->rating);
          const char *id = bl_record_get_text (record, "member");
          const BlAssessMember *member = id != NULL ? bl_assess_study_find_member (parts->study, id) : NULL;

          bl_ods_sheet_add_row (sheet,
                                (const char *const[]){ bl_record_get_text (BL_RECORD (item->characteristic), "title"),
                                                       bl_record_get_text (BL_RECORD (item->criterion), "title"), item->item,
                                                       bl_record_get_text (BL_RECORD (rating->level), "label"),
                                                       bl_record_get_text (record, "reason"), bl_record_get_text (record, "example"),
                                                       bl_record_get_text (record, "evidence"),
                                                       member != NULL ? bl_record_get_text (BL_RECORD (member->member), "name") : NULL });
        }
    }
}

static char *
say_dissents (const BlAssessParts *parts, const char *item)
{
  g_autoptr (GPtrArray) dissents = bl_assess_list_about (parts, "dissents", item);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < dissents->len; i++)
    {
      g_autofree char *dissent = bl_assess_say_dissent (parts, g_ptr_array_index (dissents, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", dissent);
    }
  return g_string_free (words, words->len == 0);
}

/* The views that differ stand in the same row as what was agreed. */
static void
fill_agreed (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Agreed"));

  bl_ods_sheet_add_column (sheet, _ ("Characteristic"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Criterion"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Item"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("How the ratings lie"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Agreed"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Different views"), BL_ODS_TEXT, 8, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Why"), BL_ODS_TEXT, 6, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Agreed on"), BL_ODS_DATE, 3.5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Parked question"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Looked up by"), BL_ODS_TEXT, 4, NULL);
  for (guint i = 0; i < parts->study->n_items; i++)
    {
      const BlAssessItem *item = &parts->study->items[i];
      BlRecord *agreement = BL_RECORD (item->agreement);
      g_autofree char *spread = bl_assess_say_spread (parts, item), *dissents = say_dissents (parts, item->item);
      g_autofree char *date = agreement != NULL ? iso_date (agreement, "agreed") : NULL;
      gboolean aside = agreement != NULL && bl_assess_is_true (agreement, "set-aside");

      bl_ods_sheet_add_row (sheet,
                            (const char *const[]){ bl_record_get_text (BL_RECORD (item->characteristic), "title"),
                                                   bl_record_get_text (BL_RECORD (item->criterion), "title"), item->item, spread,
                                                   aside                  ? _ ("set aside")
                                                   : item->agreed != NULL ? bl_record_get_text (BL_RECORD (item->agreed), "label")
                                                                          : NULL,
                                                   dissents, agreement != NULL ? bl_record_get_text (agreement, "reason") : NULL, date,
                                                   agreement != NULL ? bl_record_get_text (agreement, "parked") : NULL,
                                                   agreement != NULL ? bl_record_get_text (agreement, "parked-with") : NULL });
    }
}

static void
fill_findings (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Strengths and areas"));
  g_autoptr (GPtrArray) findings = bl_assess_list_about (parts, "findings", NULL);

  bl_ods_sheet_add_column (sheet, _ ("Kind"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Words"), BL_ODS_TEXT, 10, NULL);
  bl_ods_sheet_add_column (sheet, _ ("About"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Comes from"), BL_ODS_TEXT, 6, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Agreed"), BL_ODS_TEXT, 2, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Effect"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Effort"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Place"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Chosen"), BL_ODS_TEXT, 2, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Evidence"), BL_ODS_TEXT, 6, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      BlRecord *finding = g_ptr_array_index (findings, i);
      const char *item = bl_record_get_text (finding, "item");
      gboolean agreed = bl_assess_is_true (finding, "agreed");
      g_autofree char *criteria = bl_assess_say_titles (parts, bl_record_get_text (finding, "criteria"));
      g_autofree char *effect = bl_assess_say_size (parts, finding, "effect"), *effort = bl_assess_say_size (parts, finding, "effort");

      /* What was put forward and not chosen is a member's own. */
      if (bl_record_get_text (finding, "merged") != NULL || (parts->others && !agreed))
        continue;
      bl_ods_sheet_add_row (sheet,
                            (const char *const[]){ _ (bl_finding_side_get_title (bl_record_get_enum (finding, "side"))),
                                                   bl_record_get_text (finding, "text"),
                                                   item != NULL ? bl_framework_get_title (parts->framework, item) : NULL, criteria,
                                                   agreed ? _ ("yes") : _ ("no"), effect, effort,
                                                   bl_assess_place_title (parts, finding),
                                                   bl_assess_is_true (finding, "chosen") ? _ ("yes") : _ ("no"),
                                                   bl_record_get_text (finding, "evidence") });
    }
}

/* The agreed rating stands beside each. */
static void
fill_dissent (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Dissent"));
  g_autoptr (GPtrArray) dissents = bl_assess_list_about (parts, "dissents", NULL);

  bl_ods_sheet_add_column (sheet, _ ("About"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Agreed"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Rating they would give"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Reason"), BL_ODS_TEXT, 8, NULL);
  bl_ods_sheet_add_column (sheet, _ ("What would change their mind"), BL_ODS_TEXT, 7, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Name"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Look again on"), BL_ODS_DATE, 4, NULL);
  for (guint i = 0; i < dissents->len; i++)
    {
      BlRecord *dissent = g_ptr_array_index (dissents, i);
      const char *item = bl_record_get_text (dissent, "item"), *name = parts->others ? NULL : bl_record_get_text (dissent, "name");
      BlRecord *agreement = item != NULL ? bl_assess_find_about (parts, "agreements", item) : NULL;
      g_autofree char *review = iso_date (dissent, "review");

      bl_ods_sheet_add_row (
          sheet,
          (const char *const[]){ item != NULL ? bl_framework_get_title (parts->framework, item) : NULL,
                                 agreement != NULL ? bl_assess_level_title (parts, bl_record_get_text (agreement, "level")) : NULL,
                                 bl_assess_level_title (parts, bl_record_get_text (dissent, "level")),
                                 bl_record_get_text (dissent, "reason"), bl_record_get_text (dissent, "change"),
                                 name != NULL ? name : _ ("a member of the team"), review });
    }
}

static void
fill_results (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Results"));

  bl_ods_sheet_add_column (sheet, _ ("Results area"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Agreed"), BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Different views"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Data held"), BL_ODS_TEXT, 3, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Trend"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Comparison"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Target"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Who and what it covers"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Cause and effect"), BL_ODS_TEXT, 5, NULL);
  for (guint i = 0; i < parts->study->n_areas; i++)
    {
      const BlAssessPart *area = &parts->study->areas[i];
      BlRecord *result = BL_RECORD (area->result), *agreement = bl_assess_find_about (parts, "agreements", area->item);
      g_autofree char *dissents = say_dissents (parts, area->item);

      bl_ods_sheet_add_row (
          sheet, (const char *const[]){ bl_framework_get_title (parts->framework, area->item),
                                        agreement != NULL ? bl_assess_level_title (parts, bl_record_get_text (agreement, "level")) : NULL,
                                        dissents, bl_assess_has_no_data (parts, area->item) ? _ ("no data held") : NULL,
                                        result != NULL ? bl_record_get_text (result, "trend") : NULL,
                                        result != NULL ? bl_record_get_text (result, "comparison") : NULL,
                                        result != NULL ? bl_record_get_text (result, "target") : NULL,
                                        result != NULL ? bl_record_get_text (result, "coverage") : NULL,
                                        result != NULL ? bl_record_get_text (result, "cause") : NULL });
    }
}

/* In the columns of the framework, dates to sort by. */
static void
fill_plan (BlOdsBook *book, const BlAssessParts *parts)
{
  static const struct
  {
    const char *column, *field;
  } dates[] = { { "plan-start", "start" }, { "plan-due", "end" }, { "plan-review", "review" } };
  g_autoptr (GPtrArray) columns = bl_assess_list_entries (parts, "plan");
  g_autoptr (GPtrArray) actions = bl_assess_list_actions (parts);
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Plan"));

  for (guint c = 0; c < columns->len; c++)
    {
      BlOdsKind kind = BL_ODS_TEXT;

      for (guint d = 0; d < G_N_ELEMENTS (dates); d++)
        if (g_str_equal (bl_record_get_text (g_ptr_array_index (columns, c), "item"), dates[d].column))
          kind = BL_ODS_DATE;
      bl_ods_sheet_add_column (sheet, bl_record_get_text (g_ptr_array_index (columns, c), "title"), kind, 4.5, NULL);
    }
  for (guint i = 0; i < actions->len; i++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint c = 0; c < columns->len; c++)
        {
          const char *item = bl_record_get_text (g_ptr_array_index (columns, c), "item");
          const char *field = NULL;

          for (guint d = 0; d < G_N_ELEMENTS (dates); d++)
            if (g_str_equal (item, dates[d].column))
              field = dates[d].field;
          g_ptr_array_add (cells, field != NULL ? iso_date (g_ptr_array_index (actions, i), field)
                                                : bl_assess_plan_cell (parts, g_ptr_array_index (actions, i), item));
        }
      bl_ods_sheet_add_row (sheet, (const char *const *) cells->pdata);
    }
}

static void
fill_evidence (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Evidence"));
  g_autoptr (GPtrArray) exhibits = bl_assess_list_about (parts, "exhibits", NULL);

  bl_ods_sheet_add_column (sheet, _ ("Evidence"), BL_ODS_TEXT, 6, NULL);
  bl_ods_sheet_add_column (sheet, _ ("What it shows"), BL_ODS_TEXT, 8, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Date"), BL_ODS_DATE, 4, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Where it is kept"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("For"), BL_ODS_TEXT, 6, NULL);
  for (guint i = 0; i < exhibits->len; i++)
    {
      BlRecord *exhibit = g_ptr_array_index (exhibits, i);
      g_autofree char *date = iso_date (exhibit, "date");
      g_autofree char *criteria = bl_assess_say_titles (parts, bl_record_get_text (exhibit, "criteria"));

      bl_ods_sheet_add_row (sheet, (const char *const[]){ bl_record_get_text (exhibit, "title"), bl_record_get_text (exhibit, "says"),
                                                          date, bl_record_get_text (exhibit, "where"), criteria });
    }
}

static void
fill_team (BlOdsBook *book, const BlAssessParts *parts)
{
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("Team"));
  g_autoptr (GPtrArray) team = bl_assess_list_about (parts, "team", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  bl_ods_sheet_add_column (sheet, _ ("Role"), BL_ODS_TEXT, 5, NULL);
  if (!parts->others)
    {
      bl_ods_sheet_add_column (sheet, _ ("From"), BL_ODS_TEXT, 6, NULL);
      bl_ods_sheet_add_column (sheet, _ ("What they see of the service"), BL_ODS_TEXT, 8, NULL);
    }
  if (parts->named)
    bl_ods_sheet_add_column (sheet, _ ("Name"), BL_ODS_TEXT, 5, NULL);
  for (guint i = 0; i < team->len; i++)
    {
      BlRecord *member = g_ptr_array_index (team, i);
      const char *role = bl_assess_role_title (parts, member);

      /* For others each role once: how many there are of one is a count of few. */
      if (!g_hash_table_add (seen, (gpointer) role) && parts->others)
        continue;
      bl_ods_sheet_add_row (sheet, (const char *const[]){ role, bl_record_get_text (member, "organisation"),
                                                          bl_record_get_text (member, "knows"), bl_record_get_text (member, "name") });
    }
}

void
bl_assess_fill_book (BlOdsBook *book, const BlAssessParts *parts)
{
  fill_ratings (book, parts);
  fill_agreed (book, parts);
  fill_findings (book, parts);
  fill_dissent (book, parts);
  fill_results (book, parts);
  fill_plan (book, parts);
  fill_evidence (book, parts);
  fill_team (book, parts);
}
