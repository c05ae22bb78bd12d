/* assess-agenda.c: the agenda of a self-assessment, by the clock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "assess-report-private.h"
#include "assessment-timetable.h"
#include "text.h"

static char *
say_time (const BlTimetableEntry *entry)
{
  /* Without a time to start at, hours from the beginning. */
  return bl_timetable_say_time (entry->clock >= 0 ? entry->clock : entry->at);
}

static void
add_session (BlReport *report, const BlAssessParts *parts, const BlTimetable *table, guint session)
{
  g_autofree char *date = table->dates[session - 1] > 0 ? bl_text_date_for_people (table->dates[session - 1]) : NULL;
  const char *place = bl_record_get_text (parts->assessment, "place");
  g_autoptr (GString) heading = g_string_new (NULL);
  BlReportTable *rows;
  gboolean clock = FALSE;

  if (table->n_sessions > 1)
    g_string_append (heading, session == 1 ? _ ("First meeting") : _ ("Second meeting"));
  else
    g_string_append (heading, _ ("The meeting"));
  g_string_append_printf (heading, ": %s", date != NULL ? date : _ ("date to be agreed"));
  if (place != NULL)
    g_string_append_printf (heading, ", %s", place);
  bl_report_add_heading (report, heading->str);
  rows = bl_report_add_table (report, NULL);
  bl_report_table_add_wide_column (rows, _ ("Time"), 0.6);
  bl_report_table_add_wide_column (rows, _ ("What"), 5);
  bl_report_table_add_wide_column (rows, _ ("Minutes"), 0.8);
  for (guint i = 0; i < table->n_entries; i++)
    {
      const BlTimetableEntry *entry = &table->entries[i];
      g_autofree char *time = say_time (entry), *minutes = g_strdup_printf ("%d", entry->minutes);
      g_autofree char *title = entry->title != NULL ? bl_assess_say_items (parts, entry->title) : NULL;

      if (entry->session != session)
        continue;
      clock |= entry->clock >= 0;
      bl_report_table_add_row (rows, NULL, (const char *const[]){ time, title, minutes });
    }
  if (!clock)
    bl_report_add_note (report, _ ("Nobody has said yet when the meeting starts: the times count from its beginning."));
}

/* Who is asked, in what part, and what each brings. Names belong here: people must know who comes. Nothing of what
 * anybody thinks does. */
static void
add_people (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) team = bl_assess_list_about (parts, "team", NULL);
  BlReportTable *table;

  bl_report_add_heading (report, _ ("Who comes, and what each brings"));
  if (team->len == 0)
    bl_report_add_paragraph (report, _ ("The team has not been put together yet."));
  else
    {
      table = bl_report_add_table (report, NULL);
      bl_report_table_add_wide_column (table, _ ("Who"), 2);
      bl_report_table_add_wide_column (table, _ ("As"), 2);
      bl_report_table_add_wide_column (table, _ ("What they bring"), 4);
      for (guint i = 0; i < team->len; i++)
        {
          BlRecord *member = g_ptr_array_index (team, i);
          const char *role = bl_record_get_text (member, "role"), *knows = bl_record_get_text (member, "knows"),
                     *organisation = bl_record_get_text (member, "organisation"), *name = bl_record_get_text (member, "name");
          BlScriptEntry *entry = role != NULL ? bl_framework_find_entry (parts->framework, "roles", role) : NULL;
          const char *brings = knows != NULL ? knows : entry != NULL ? bl_record_get_text (BL_RECORD (entry), "do") : "–";
          g_autofree char *who = g_strdup_printf ("%s%s%s", name != NULL ? name : _ ("not known"),
                                                  organisation != NULL ? ", " : "", organisation != NULL ? organisation : "");
          g_autofree char *as = g_strdup_printf ("%s%s", bl_assess_role_title (parts, member),
                                                 bl_assess_is_true (member, "facilitates") ? _ (", leads the meeting") : "");

          bl_report_table_add_row (table, NULL, (const char *const[]){ who, as, brings });
        }
    }
  {
    BlScript *before = bl_framework_find_script (parts->framework, "before");
    const char *note = before != NULL ? bl_record_get_text (BL_RECORD (before), "note") : NULL;

    if (note != NULL)
      bl_report_add_paragraph (report, note);
  }
}

static void
add_before (BlReport *report, const BlTimetable *table)
{
  BlReportTable *rows;

  if (table->n_before == 0)
    return;
  bl_report_add_heading (report, _ ("Before the day"));
  rows = bl_report_add_table (report, NULL);
  bl_report_table_add_wide_column (rows, _ ("When"), 1.3);
  bl_report_table_add_wide_column (rows, _ ("What to do"), 5);
  for (guint i = 0; i < table->n_before; i++)
    {
      BlRecord *entry = BL_RECORD (table->before[i].entry);
      g_autofree char *date = table->before[i].date > 0 ? bl_text_date_for_people (table->before[i].date) : NULL;
      const char *when = bl_record_get_text (entry, "when");
      g_autofree char *both = date != NULL ? g_strdup_printf ("%s, %s", date, when) : g_strdup (when);

      bl_report_table_add_row (rows, NULL, (const char *const[]){ both, bl_record_get_text (entry, "do") });
    }
}

static void
add_rules (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) rules = bl_assess_list_entries (parts, "rules");
  BlScript *script = bl_framework_find_script (parts->framework, "rules");
  const char *note = script != NULL ? bl_record_get_text (BL_RECORD (script), "note") : NULL;

  if (rules->len == 0)
    return;
  bl_report_add_heading (report, _ ("Ground rules"));
  for (guint i = 0; i < rules->len; i++)
    bl_report_add_point (report, bl_record_get_text (g_ptr_array_index (rules, i), "do"));
  if (note != NULL)
    bl_report_add_note (report, note);
}

void
bl_assess_write_agenda (BlReport *report, const BlAssessParts *parts)
{
  g_autoptr (BlTimetable) table = bl_timetable_new (parts->framework, BL_ASSESSMENT (parts->assessment));
  g_autofree char *rate_by = bl_assess_say_date (parts->assessment, "rate-by");
  gint64 minutes;

  bl_assess_write_head (report, parts, FALSE);
  if (bl_record_get_integer (BL_RECORD (parts->route), "minutes", &minutes))
    {
      g_autofree char *length = bl_timetable_say_length ((int) minutes);

      bl_report_add_finding (report, length);
    }
  if (rate_by != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Please rate alone by %s."), rate_by);

      bl_report_add_paragraph (report, words);
    }
  for (guint session = 1; session <= table->n_sessions; session++)
    add_session (report, parts, table, session);
  add_people (report, parts);
  add_rules (report, parts);
  add_before (report, table);
}
