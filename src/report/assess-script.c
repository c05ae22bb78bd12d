/* assess-script.c: the facilitator's script of a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "assess-report-private.h"
#include "assessment-timetable.h"
#include "text.h"

static void
add_text (BlReport *report, const BlAssessParts *parts, BlRecord *record, const char *field)
{
  const char *text = bl_record_get_text (record, field);
  g_autofree char *words = text != NULL ? bl_assess_say_items (parts, text) : NULL;

  if (words != NULL)
    bl_report_add_paragraph (report, words);
}

/* Criteria as the meeting takes them, with where people differ; those within one level in one go. */
static void
add_criteria (BlReport *report, const BlAssessParts *parts, guint part)
{
  g_autoptr (GArray) order = bl_assess_study_order (parts->study, (int) part);
  g_autoptr (GString) near = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    {
      const BlAssessItem *item = &parts->study->items[g_array_index (order, guint, i)];
      const char *title = bl_framework_get_title (parts->framework, item->item);
      g_autofree char *spread = bl_assess_say_spread (parts, item);
      g_autofree char *point = g_strdup_printf ("%s. %s", title, spread);

      if (item->spread == BL_ASSESS_SPREAD_AGREED || item->spread == BL_ASSESS_SPREAD_NEAR)
        g_string_append_printf (near, "%s%s", near->len > 0 ? "; " : "", title);
      else
        bl_report_add_point (report, point);
    }
  if (near->len > 0)
    {
      g_autofree char *words = g_strdup_printf (_ ("Confirm in one go unless somebody asks: %s."), near->str);

      bl_report_add_point (report, words);
    }
}

static int
find_part (const BlAssessParts *parts, const char *item)
{
  for (guint i = 0; item != NULL && i < parts->study->n_parts; i++)
    if (g_str_equal (parts->study->parts[i].item, item))
      return (int) i;
  return -1;
}

static void
add_step (BlReport *report, const BlAssessParts *parts, const BlTimetableEntry *step)
{
  g_autofree char *time = bl_timetable_say_time (step->clock >= 0 ? step->clock : step->at);
  g_autofree char *what = bl_assess_say_items (parts, step->title != NULL ? step->title : "");
  g_autofree char *title = g_strdup_printf (ngettext ("%1$s · %2$d minute · %3$s", "%1$s · %2$d minutes · %3$s", step->minutes),
                                            time, step->minutes, what);
  int part = find_part (parts, bl_record_get_text (BL_RECORD (step->entry), "concerns"));

  bl_report_add_subheading (report, title);
  if (step->say != NULL)
    bl_report_add_paragraph (report, step->say);
  if (step->how != NULL)
    {
      g_autofree char *how = g_strdup_printf (_ ("Step by step: %s, at the end."), step->how);

      bl_report_add_note (report, how);
    }
  if (part >= 0)
    add_criteria (report, parts, (guint) part);
}

/* A list of the framework: two columns, what and what to say. */
static void
add_list (BlReport *report, const BlAssessParts *parts, const char *item, const char *heading)
{
  g_autoptr (GPtrArray) entries = bl_assess_list_entries (parts, item);
  BlScript *script = bl_framework_find_script (parts->framework, item);
  const char *title = script != NULL ? bl_record_get_text (BL_RECORD (script), "title") : NULL;

  if (entries->len == 0)
    return;
  bl_report_add_heading (report, title != NULL ? title : heading);
  add_text (report, parts, BL_RECORD (script), "statement");
  for (guint i = 0; i < entries->len; i++)
    {
      BlRecord *entry = g_ptr_array_index (entries, i);
      const char *name = bl_record_get_text (entry, "title"), *when = bl_record_get_text (entry, "when"),
                 *does = bl_record_get_text (entry, "do"), *say = bl_record_get_text (entry, "say");
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *said = NULL;
      gint64 at, minutes;

      if (bl_record_get_integer (entry, "at", &at) && bl_record_get_integer (entry, "minutes", &minutes))
        g_string_append_printf (words, _ ("Minutes %d–%d: "), (int) at, (int) (at + minutes));
      if (name != NULL)
        g_string_append_printf (words, "%s. ", name);
      if (when != NULL)
        g_string_append_printf (words, "%s: ", when);
      if (does != NULL)
        g_string_append (words, does);
      if (say != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", say);
      said = bl_assess_say_items (parts, words->str);
      bl_report_add_point (report, said);
    }
  if (script != NULL)
    add_text (report, parts, BL_RECORD (script), "note");
}

/* The cycles that steps of the route are taken by. */
static void
add_cycles (BlReport *report, const BlAssessParts *parts, const BlTimetable *table)
{
  GListModel *scripts = bl_record_get_list (BL_RECORD (parts->framework), "scripts");

  for (guint i = 0; i < g_list_model_get_n_items (scripts); i++)
    {
      g_autoptr (BlRecord) script = g_list_model_get_item (scripts, i);
      const char *title = bl_record_get_text (script, "title");
      gboolean used = FALSE;

      if (g_strcmp0 (bl_record_get_text (script, "use"), "cycle") != 0)
        continue;
      for (guint e = 0; e < table->n_entries; e++)
        used |= g_strcmp0 (table->entries[e].how, title) == 0
                || g_strcmp0 (bl_record_get_text (BL_RECORD (table->entries[e].entry), "concerns"),
                              bl_record_get_text (script, "item")) == 0;
      if (used)
        add_list (report, parts, bl_record_get_text (script, "item"), title);
    }
}

void
bl_assess_write_script (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (BlTimetable) table = bl_timetable_new (parts->framework, BL_ASSESSMENT (parts->assessment));

  bl_assess_write_head (report, parts, FALSE);
  bl_report_add_note (report, _ ("What to say is in quotation marks: say it in your own way."));
  add_text (report, parts, BL_RECORD (parts->route), "statement");
  for (guint session = 1; session <= table->n_sessions; session++)
    {
      g_autofree char *date = table->dates[session - 1] > 0 ? bl_text_date_for_people (table->dates[session - 1]) : NULL;
      g_autofree char *heading
          = g_strdup_printf ("%s%s%s",
                             table->n_sessions == 1 ? _ ("The meeting")
                             : session == 1         ? _ ("First meeting")
                                                    : _ ("Second meeting"),
                             date != NULL ? ": " : "", date != NULL ? date : "");

      bl_report_add_heading (report, heading);
      for (guint i = 0; i < table->n_entries; i++)
        if (table->entries[i].session == session)
          add_step (report, parts, &table->entries[i]);
    }
  add_text (report, parts, BL_RECORD (parts->route), "note");
  add_cycles (report, parts, table);
  add_list (report, parts, "rules", _ ("Ground rules"));
  add_list (report, parts, "neutral", _ ("Neutral questions"));
  add_list (report, parts, "cases", _ ("When things get difficult"));
  add_list (report, parts, "pick", _ ("Two to four strengths and areas"));
  add_list (report, parts, "dissent", _ ("Recording dissent"));
  add_list (report, parts, "vision", _ ("Vision"));
  add_list (report, parts, "priorities", _ ("From areas to priorities"));
  add_list (report, parts, "acting", _ ("From priorities to actions"));
  add_list (report, parts, "before", _ ("Before the day"));
  add_list (report, parts, "after", _ ("Closing, and afterwards"));
}
