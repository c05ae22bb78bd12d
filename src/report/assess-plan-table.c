/* assess-plan-table.c: the write-up of a self-assessment: what is to be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "assess-report-private.h"
#include "improvement-plan.h"
#include "text.h"

static const char *
entry_title (const BlAssessParts *parts, const char *script, const char *item)
{
  BlScriptEntry *entry = bl_framework_find_entry (parts->framework, script, item);

  return entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL;
}

const char *
bl_assess_place_title (const BlAssessParts *parts, BlRecord *record)
{
  const char *place = bl_record_get_text (record, "place"), *title;
  gint64 effect = 0, effort = 0;

  if (place == NULL && bl_record_get_integer (record, "effect", &effect) && bl_record_get_integer (record, "effort", &effort))
    place = bl_assess_grid_place ((int) effect, (int) effort);
  if (place == NULL)
    return NULL;
  title = entry_title (parts, "grid", place);
  return title != NULL ? title : place;
}

/* "3, large". */
char *
bl_assess_say_size (const BlAssessParts *parts, BlRecord *record, const char *field)
{
  g_autofree char *item = NULL;
  const char *title;
  gint64 size;

  if (!bl_record_get_integer (record, field, &size))
    return NULL;
  item = g_strdup_printf ("%s-%" G_GINT64_FORMAT, field, size);
  title = entry_title (parts, field, item);
  return title != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", size, title) : g_strdup_printf ("%" G_GINT64_FORMAT, size);
}

static char *
join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf ("%s; %s", first, second);
}

static const char *
title_of (const BlAssessParts *parts, BlRecord *action, const char *field, const char *text)
{
  const char *id = bl_record_get_text (action, field);
  BlRecord *record = id != NULL ? bl_project_find (parts->asked->project, id) : NULL;

  return record != NULL ? bl_record_get_text (record, text) : NULL;
}

static char *
say_money (BlRecord *action)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 pence;

  if (bl_record_get_money (action, "budget", &pence))
    {
      g_autofree char *pounds = bl_text_number ((double) pence / 100, pence % 100 != 0 ? 2 : 0);

      g_string_append_printf (words, _ ("£%s once"), pounds);
    }
  if (bl_record_get_money (action, "budget-yearly", &pence))
    {
      g_autofree char *pounds = bl_text_number ((double) pence / 100, pence % 100 != 0 ? 2 : 0);

      g_string_append_printf (words, _ ("%s£%s a year"), words->len > 0 ? "; " : "", pounds);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* The latest of what was said, and of older ones none: the register has them. */
static char *
say_progress (BlRecord *action)
{
  GListModel *history = bl_record_get_list (action, "history");
  const char *commentary = bl_record_get_text (action, "commentary");
  guint n = g_list_model_get_n_items (history);

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (BlRecord) said = g_list_model_get_item (history, i - 1);
      const char *text = bl_record_get_text (said, "text");
      g_autofree char *date = bl_assess_say_date (said, "date");

      if (text != NULL)
        return date != NULL ? g_strdup_printf ("%s: %s", date, text) : g_strdup (text);
    }
  return g_strdup (commentary);
}

char *
bl_assess_plan_cell (const BlAssessParts *parts, BlRecord *action, const char *column)
{
  const char *field = bl_plan_column_get_field (column);

  if (g_str_equal (column, "plan-area"))
    {
      const char *area = title_of (parts, action, "finding", "text");

      return g_strdup (area != NULL ? area : bl_record_get_text (action, "why"));
    }
  if (g_str_equal (column, "plan-links"))
    return bl_assess_say_titles (parts, bl_record_get_text (action, "criteria"));
  if (g_str_equal (column, "plan-outcomes"))
    return bl_assess_say_outcomes (parts, bl_record_get_text (action, "outcomes"));
  if (g_str_equal (column, "plan-resources"))
    {
      g_autofree char *money = say_money (action);

      return join (bl_record_get_text (action, "resources"), money);
    }
  if (g_str_equal (column, "plan-start"))
    return bl_assess_say_date (action, "start");
  if (g_str_equal (column, "plan-due"))
    return bl_assess_say_date (action, "end");
  if (g_str_equal (column, "plan-review"))
    return bl_assess_say_date (action, "review");
  if (g_str_equal (column, "plan-effect"))
    return bl_assess_say_size (parts, action, "effect");
  if (g_str_equal (column, "plan-effort"))
    return bl_assess_say_size (parts, action, "effort");
  if (g_str_equal (column, "plan-priority"))
    {
      const char *place = bl_assess_place_title (parts, action), *why = bl_record_get_text (action, "place-why");

      return place != NULL && why != NULL ? g_strdup_printf ("%s (%s)", place, why) : g_strdup (place);
    }
  if (g_str_equal (column, "plan-measure"))
    return join (bl_record_get_text (action, "measure"), title_of (parts, action, "indicator", "name"));
  if (g_str_equal (column, "plan-progress"))
    return say_progress (action);
  if (g_str_equal (column, "plan-status"))
    {
      int state = bl_record_get_enum (action, "state");
      const char *dropped = bl_record_get_text (action, "dropped-why");
      const char *title = state != BL_ACTION_UNKNOWN ? _ (bl_action_state_get_title (state)) : NULL;

      return dropped != NULL ? g_strdup_printf ("%s: %s", title != NULL ? title : _ ("Dropped"), dropped) : g_strdup (title);
    }
  /* All others are the words of one field. */
  return field != NULL ? g_strdup (bl_record_get_text (action, field)) : NULL;
}

static void
add_action (BlReport *report, const BlAssessParts *parts, BlRecord *action)
{
  g_autoptr (GPtrArray) columns = bl_assess_list_entries (parts, "plan");
  const char *ref = bl_record_get_text (action, "ref"), *title = bl_record_get_text (action, "title");
  g_autofree char *heading = g_strdup_printf ("%s%s%s", ref != NULL ? ref : "", ref != NULL ? " · " : "",
                                              title != NULL ? title : _ ("Action without a title"));
  BlReportTable *table;

  /* Rows of an action are best seen together. */
  bl_report_add_page_break (report, 0.42);
  bl_report_add_subheading (report, heading);
  table = bl_report_add_table (report, NULL);
  bl_report_table_add_wide_column (table, _ ("Column of the plan"), 1);
  bl_report_table_add_wide_column (table, _ ("Entry"), 3);
  for (guint i = 0; i < columns->len; i++)
    {
      BlRecord *column = g_ptr_array_index (columns, i);
      g_autofree char *cell = bl_assess_plan_cell (parts, action, bl_record_get_text (column, "item"));

      bl_report_table_add_row (table, NULL, (const char *const[]){ bl_record_get_text (column, "title"), cell });
    }
}

/* Areas as they lie on the grid, with those that were chosen. */
static void
add_areas (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (BlPlanStudy) plan = bl_plan_study_new (parts->asked->project, BL_ASSESSMENT (parts->assessment));
  BlReportTable *table;

  if (plan->n_areas == 0)
    return;
  table = bl_report_add_table (report, _ ("Areas for improvement by effect on local people and effort for us"));
  bl_report_table_set_compact (table);
  bl_report_table_add_wide_column (table, _ ("Area"), 4);
  bl_report_table_add_wide_column (table, _ ("Comes from"), 3);
  bl_report_table_add_wide_column (table, _ ("Effect"), 1);
  bl_report_table_add_wide_column (table, _ ("Effort"), 1);
  bl_report_table_add_wide_column (table, _ ("Place"), 1.2);
  bl_report_table_add_wide_column (table, _ ("Chosen"), 0.8);
  for (guint i = 0; i < plan->n_areas; i++)
    {
      const BlPlanArea *area = &plan->areas[i];
      BlRecord *finding = BL_RECORD (area->finding);
      const char *item = bl_record_get_text (finding, "item");
      g_autofree char *criteria = g_strjoinv (" ", area->criteria), *links = bl_assess_say_titles (parts, criteria);
      g_autofree char *effect = bl_assess_say_size (parts, finding, "effect"), *effort = bl_assess_say_size (parts, finding, "effort");
      const char *place = area->place != NULL ? entry_title (parts, "grid", area->place) : NULL;

      bl_report_table_add_row (
          table, NULL,
          (const char *const[]){ bl_record_get_text (finding, "text"),
                                 links != NULL  ? links
                                 : item != NULL ? bl_framework_get_title (parts->framework, item)
                                                : "–",
                                 effect != NULL ? effect : _ ("not placed"), effort != NULL ? effort : _ ("not placed"),
                                 area->required  ? _ ("Required by law or safety")
                                 : place != NULL ? place
                                                 : _ ("not placed"),
                                 area->chosen ? _ ("yes") : _ ("no") });
    }
}

void
bl_assess_write_plan (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) actions = bl_assess_list_actions (parts);
  g_autofree char *exception = bl_assess_say_exception (parts);

  bl_report_add_heading (report, _ ("Improvement plan"));
  if (exception != NULL)
    bl_report_add_paragraph (report, exception);
  if (!parts->study->plan_open)
    bl_report_add_paragraph (report, _ ("The plan waits until the assessment is complete."));
  else
    add_areas (report, parts);
  if (parts->study->plan_open && actions->len == 0)
    bl_report_add_paragraph (report, _ ("No action has been written yet."));
  for (guint i = 0; i < actions->len; i++)
    add_action (report, parts, g_ptr_array_index (actions, i));
}
