/* assess-write-up.c: the write-up of a self-assessment: who, by what, what was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "assess-report-private.h"
#include "text.h"

static void
add_fact (BlReportTable *table, const char *what, const char *is)
{
  if (is != NULL)
    bl_report_table_add_row (table, NULL, (const char *const[]){ what, is });
}

/* By what, how, when. */
static void
add_facts (BlReport *report, const BlAssessParts *parts)
{
  BlReportTable *table;
  BlRecord *framework = BL_RECORD (parts->framework), *library = NULL;
  const char *of = bl_record_get_text (parts->assessment, "library"), *revision = bl_record_get_text (framework, "revision");
  g_autofree char *version = g_strdup_printf (_ ("%s, version %s"), bl_record_get_text (framework, "title"),
                                              revision != NULL ? revision : _ ("not known"));
  g_autofree char *rate_by = bl_assess_say_date (parts->assessment, "rate-by");
  g_autofree char *meeting = bl_assess_say_date (parts->assessment, "meeting");
  g_autofree char *second = bl_assess_say_date (parts->assessment, "second-meeting");
  g_autofree char *completed = bl_assess_say_date (parts->assessment, "completed");
  g_autofree char *agreed = g_strdup_printf (_ ("%u of %u"), parts->study->n_agreed, parts->study->n_items);

  if (of != NULL)
    library = bl_project_find (parts->asked->project, of);
  bl_report_add_heading (report, _ ("How it was done"));
  table = bl_report_add_table (report, NULL);
  bl_report_table_add_wide_column (table, _ ("What"), 1);
  bl_report_table_add_wide_column (table, _ ("Which"), 3);
  add_fact (table, _ ("About"), library != NULL ? bl_record_get_text (library, "name") : parts->service);
  add_fact (table, _ ("Framework"), version);
  add_fact (table, _ ("Scale"),
            parts->study->scale != NULL ? bl_record_get_text (BL_RECORD (parts->study->scale), "title") : NULL);
  add_fact (table, _ ("Route"), parts->route != NULL ? bl_record_get_text (BL_RECORD (parts->route), "title") : NULL);
  add_fact (table, _ ("Ratings wanted by"), rate_by);
  add_fact (table, _ ("Meeting"), meeting);
  add_fact (table, _ ("Second meeting"), second);
  add_fact (table, _ ("Place"), bl_record_get_text (parts->assessment, "place"));
  add_fact (table, _ ("Criteria agreed or set aside"), agreed);
  add_fact (table, _ ("Completed"), completed);
}

static void
add_state (BlReport *report, const BlAssessParts *parts)
{
  g_autofree char *short_route = bl_assess_say_short_route (parts), *exception = bl_assess_say_exception (parts);

  if (short_route != NULL)
    bl_report_add_paragraph (report, short_route);
  if (exception != NULL)
    bl_report_add_paragraph (report, exception);
  if (parts->study->complete)
    return;
  bl_report_add_paragraph (report, _ ("The assessment is not complete. What is missing:"));
  for (guint i = 0; i < parts->study->missing->len; i++)
    bl_report_add_point (report, g_ptr_array_index (parts->study->missing, i));
}

static void
add_team (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) team = bl_assess_list_about (parts, "team", NULL);
  BlReportTable *table;

  if (team->len == 0)
    return;
  bl_report_add_heading (report, _ ("The team"));
  if (parts->others)
    {
      g_autoptr (GString) roles = g_string_new (NULL);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < team->len; i++)
        {
          const char *role = bl_assess_role_title (parts, g_ptr_array_index (team, i));

          if (g_hash_table_add (seen, (gpointer) role))
            g_string_append_printf (roles, "%s%s", roles->len > 0 ? "; " : "", role);
        }
      bl_report_add_paragraph (report, roles->str);
      return;
    }
  table = bl_report_add_table (report, NULL);
  bl_report_table_add_column (table, _ ("Role"), FALSE);
  if (parts->named)
    bl_report_table_add_column (table, _ ("Name"), FALSE);
  bl_report_table_add_column (table, _ ("From"), FALSE);
  bl_report_table_add_column (table, _ ("What they see of the service"), FALSE);
  bl_report_table_add_column (table, _ ("Part"), FALSE);
  for (guint i = 0; i < team->len; i++)
    {
      BlRecord *member = g_ptr_array_index (team, i);
      gboolean rates = TRUE, facilitates = bl_assess_is_true (member, "facilitates");
      const char *cells[5];
      guint n = 0;

      bl_record_get_boolean (member, "rates", &rates);
      cells[n++] = bl_assess_role_title (parts, member);
      if (parts->named)
        cells[n++] = bl_record_get_text (member, "name");
      cells[n++] = bl_record_get_text (member, "organisation");
      cells[n++] = bl_record_get_text (member, "knows");
      cells[n++] = facilitates ? rates ? _ ("rates, leads the meeting") : _ ("leads the meeting") : rates ? _ ("rates") : "–";
      bl_report_table_add_row (table, NULL, cells);
    }
}

/* What was written under the headings of a script; those left empty are named. */
static void
add_statements (BlReport *report, const BlAssessParts *parts, const char *script, const char *heading, const char *first)
{
  g_autoptr (GPtrArray) entries = bl_assess_list_entries (parts, script);
  g_autoptr (GString) empty = g_string_new (NULL);
  BlReportTable *table = NULL;

  if (first != NULL)
    {
      bl_report_add_heading (report, heading);
      bl_report_add_finding (report, first);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      BlRecord *entry = g_ptr_array_index (entries, i);
      BlRecord *said = bl_assess_find_about (parts, "model", bl_record_get_text (entry, "item"));
      const char *text = said != NULL ? bl_record_get_text (said, "text") : NULL;
      const char *title = bl_record_get_text (entry, "title");

      if (text == NULL)
        {
          g_string_append_printf (empty, "%s%s", empty->len > 0 ? "; " : "", title);
          continue;
        }
      if (table == NULL)
        {
          if (first == NULL)
            bl_report_add_heading (report, heading);
          table = bl_report_add_table (report, NULL);
          bl_report_table_add_wide_column (table, _ ("Heading"), 1);
          bl_report_table_add_wide_column (table, _ ("What was written"), 3);
        }
      bl_report_table_add_row (table, NULL, (const char *const[]){ title, text });
    }
  if (table != NULL && empty->len > 0)
    {
      g_autofree char *note = g_strdup_printf (_ ("Nothing written yet: %s."), empty->str);

      bl_report_add_note (report, note);
    }
}

/* What the words of the ratings mean: a reader has not seen the scale. */
static void
add_scale (BlReport *report, const BlAssessParts *parts)
{
  BlReportTable *table;
  g_autoptr (GPtrArray) levels = NULL;

  if (parts->study->scale == NULL)
    return;
  levels = bl_framework_list_levels (parts->study->scale);
  bl_report_add_heading (report, _ ("What the ratings mean"));
  bl_report_add_paragraph (report, _ ("Each member rated alone before the meeting. Ratings are shown as they lie: they are "
                                      "never averaged or added up, and there is no overall score. “Not sure” is an answer."));
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_wide_column (table, _ ("Level"), 1);
  bl_report_table_add_wide_column (table, _ ("What it means"), 5);
  for (guint i = 0; i < levels->len; i++)
    bl_report_table_add_row (table, NULL,
                             (const char *const[]){ bl_record_get_text (g_ptr_array_index (levels, i), "label"),
                                                    bl_record_get_text (g_ptr_array_index (levels, i), "descriptor") });
}

/* Of the meeting, and of criteria that were set aside. */
static void
add_aside (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) agreements = bl_assess_list_about (parts, "agreements", NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < agreements->len; i++)
    {
      BlRecord *agreement = g_ptr_array_index (agreements, i);
      const char *item = bl_record_get_text (agreement, "item"), *reason = bl_record_get_text (agreement, "reason");
      g_autofree char *point = NULL;

      if (!bl_assess_is_true (agreement, "set-aside") || item == NULL)
        continue;
      if (!any)
        bl_report_add_heading (report, _ ("Set aside, and why"));
      any = TRUE;
      point = g_strdup_printf ("%s: %s", bl_framework_get_title (parts->framework, item),
                               reason != NULL ? reason : _ ("no reason given"));
      bl_report_add_point (report, point);
    }
}

static void
add_parking (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) notes = bl_assess_list_about (parts, "parking", NULL);
  BlReportTable *table;

  if (notes->len == 0)
    return;
  bl_report_add_heading (report, _ ("Parking place"));
  table = bl_report_add_table (report, _ ("Thoughts that belong elsewhere, and where each goes"));
  bl_report_table_add_column (table, _ ("Note"), FALSE);
  if (parts->named)
    bl_report_table_add_column (table, _ ("By"), FALSE);
  bl_report_table_add_column (table, _ ("Where it goes"), FALSE);
  bl_report_table_add_column (table, _ ("State"), FALSE);
  for (guint i = 0; i < notes->len; i++)
    {
      BlRecord *note = g_ptr_array_index (notes, i);
      const char *cells[4];
      guint n = 0;

      cells[n++] = bl_record_get_text (note, "text");
      if (parts->named)
        cells[n++] = bl_record_get_text (note, "by");
      cells[n++] = bl_record_get_text (note, "home");
      cells[n++] = bl_assess_is_true (note, "done") ? _ ("done") : _ ("open");
      bl_report_table_add_row (table, NULL, cells);
    }
}

/* --- Evidence ------------------------------------------------------------------------------- */

static void
add_exhibits (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) exhibits = bl_assess_list_about (parts, "exhibits", NULL);
  BlReportTable *table;

  if (exhibits->len == 0)
    {
      bl_report_add_paragraph (report, _ ("No evidence has been listed."));
      return;
    }
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_column (table, _ ("Evidence"), FALSE);
  bl_report_table_add_column (table, _ ("What it shows"), FALSE);
  bl_report_table_add_column (table, _ ("Date"), FALSE);
  bl_report_table_add_column (table, _ ("Where it is kept"), FALSE);
  bl_report_table_add_column (table, _ ("For"), FALSE);
  for (guint i = 0; i < exhibits->len; i++)
    {
      BlRecord *exhibit = g_ptr_array_index (exhibits, i);
      g_autofree char *date = bl_assess_say_date (exhibit, "date");
      g_autofree char *criteria = bl_assess_say_titles (parts, bl_record_get_text (exhibit, "criteria"));

      bl_report_table_add_row (table, NULL,
                               (const char *const[]){ bl_record_get_text (exhibit, "title"), bl_record_get_text (exhibit, "says"),
                                                      date, bl_record_get_text (exhibit, "where"),
                                                      criteria != NULL ? criteria : _ ("the whole") });
    }
}

/* Named in ratings and findings; each text once. */
static void
add_named_evidence (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = bl_assess_list_about (parts, "findings", NULL);

  for (guint i = 0; !parts->others && i < parts->study->n_items; i++)
    {
      const BlAssessItem *item = &parts->study->items[i];
      g_autoptr (GPtrArray) ratings = bl_assess_list_ratings (parts, item);

      for (guint r = 0; r < ratings->len; r++)
        {
          const BlAssessRating *rating = g_ptr_array_index (ratings, r);
          const char *evidence = bl_record_get_text (BL_RECORD (rating->rating), "evidence");
          g_autofree char *point = NULL;

          if (evidence == NULL)
            continue;
          point = g_strdup_printf ("%s: %s", bl_framework_get_title (parts->framework, item->item), evidence);
          if (g_hash_table_add (seen, g_strdup (point)))
            g_ptr_array_add (points, g_steal_pointer (&point));
        }
    }
  for (guint i = 0; i < findings->len; i++)
    {
      BlRecord *finding = g_ptr_array_index (findings, i);
      const char *evidence = bl_record_get_text (finding, "evidence"), *item = bl_record_get_text (finding, "item");
      g_autofree char *point = NULL;

      if (evidence == NULL || !bl_assess_is_true (finding, "agreed"))
        continue;
      point = g_strdup_printf ("%s: %s", item != NULL ? bl_framework_get_title (parts->framework, item) : _ ("The whole"),
                               evidence);
      if (g_hash_table_add (seen, g_strdup (point)))
        g_ptr_array_add (points, g_steal_pointer (&point));
    }
  if (points->len == 0)
    return;
  bl_report_add_subheading (report, _ ("Named in ratings, strengths and areas"));
  for (guint i = 0; i < points->len; i++)
    bl_report_add_point (report, g_ptr_array_index (points, i));
}

/* --- The whole ---------------------------------------------------------------------------------- */

void
bl_assess_write_up (BlReport *report, const BlAssessParts *parts)
{
  const char *summary = bl_record_get_text (parts->assessment, "summary"),
             *note = bl_record_get_text (parts->assessment, "note");
  g_autofree char *look_back = bl_assess_say_look_back (parts);

  bl_assess_write_head (report, parts, TRUE);
  if (summary != NULL)
    bl_report_add_finding (report, summary);
  add_facts (report, parts);
  add_state (report, parts);
  add_team (report, parts);
  add_statements (report, parts, "model", _ ("Organisational model"), NULL);
  add_statements (report, parts, "vision", _ ("Vision"), bl_record_get_text (parts->assessment, "vision"));
  add_scale (report, parts);
  bl_assess_write_results (report, parts);
  bl_assess_write_criteria (report, parts);
  add_aside (report, parts);
  add_parking (report, parts);
  bl_report_add_heading (report, _ ("Evidence"));
  add_exhibits (report, parts);
  add_named_evidence (report, parts);
  bl_assess_write_plan (report, parts);
  bl_report_add_heading (report, _ ("Looking back"));
  bl_report_add_paragraph (report, look_back);
  if (note != NULL)
    bl_report_add_note (report, note);
}
