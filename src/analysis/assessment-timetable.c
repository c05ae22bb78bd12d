/* assessment-timetable.c: the hours of a meeting, and the days before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-timetable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
bl_timetable_read_time (const char *text, int *minutes)
{
  guint64 hour, minute = 0;
  char *end;

  if (text == NULL)
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  hour = g_ascii_strtoull (text, &end, 10);
  if (*end == ':' || *end == '.')
    {
      const char *start = end + 1;

      minute = g_ascii_isdigit (*start) ? g_ascii_strtoull (start, &end, 10) : 60;
      if (end - start != 2)
        return FALSE;
    }
  while (g_ascii_isspace (*end))
    end++;
  if (*end != '\0' || hour > 23 || minute > 59)
    return FALSE;
  *minutes = (int) (hour * 60 + minute);
  return TRUE;
}

char *
bl_timetable_say_time (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

char *
bl_timetable_say_length (int minutes)
{
  int hours = minutes / 60, rest = minutes % 60;
  g_autofree char *long_part = NULL, *short_part = NULL;

  if (minutes < 120)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  long_part = g_strdup_printf (ngettext ("%d hour", "%d hours", hours), hours);
  if (rest == 0)
    return g_steal_pointer (&long_part);
  short_part = g_strdup_printf (ngettext ("%d minute", "%d minutes", rest), rest);
  /* Translators: "3 hours" "45 minutes" */
  return g_strdup_printf (_ ("%s %s"), long_part, short_part);
}

/* The words of the scripts, which are in English whatever the program speaks (self-assessment-content 5.2). */
gboolean
bl_timetable_read_days_before (const char *when, guint *days)
{
  static const char *const numbers[] = { "one", "two", "three", "four", "five", "six", "seven", "eight" };
  g_auto (GStrv) words = NULL;
  guint n = 0, unit;

  if (when == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (when, "on the day") == 0)
    {
      *days = 0;
      return TRUE;
    }
  words = g_strsplit (when, " ", -1);
  if (g_strv_length (words) != 3 || g_ascii_strcasecmp (words[2], "before") != 0)
    return FALSE;
  unit = g_str_has_prefix (words[1], "week") ? 7 : g_str_has_prefix (words[1], "day") ? 1 : 0;
  if (g_ascii_strcasecmp (words[0], "the") == 0 || g_ascii_strcasecmp (words[0], "a") == 0)
    n = 1;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strcasecmp (words[0], numbers[i]) == 0)
      n = i + 1;
  if (n == 0)
    n = (guint) CLAMP (g_ascii_strtoll (words[0], NULL, 10), 0, 366);
  if (n == 0 || unit == 0)
    return FALSE;
  *days = n * unit;
  return TRUE;
}

static const char *
find_how (BlFramework *framework, const char *does)
{
  static const char *const cycles[] = { "cycle-12", "cycle-8" };

  for (guint i = 0; does != NULL && i < G_N_ELEMENTS (cycles); i++)
    if (strstr (does, cycles[i]) != NULL)
      {
        BlScript *cycle = bl_framework_find_script (framework, cycles[i]);

        return cycle != NULL ? bl_record_get_text (BL_RECORD (cycle), "title") : NULL;
      }
  return NULL;
}

static void
fill_entry (BlTimetable *self, BlTimetableEntry *row, BlRecord *entry, int starts)
{
  const char *concerns = bl_record_get_text (entry, "concerns");
  BlCharacteristic *characteristic
      = concerns != NULL ? bl_framework_find_characteristic (self->framework, concerns) : NULL;
  gint64 number;

  row->entry = BL_SCRIPT_ENTRY (entry);
  row->session = bl_record_get_integer (entry, "session", &number)
                     ? (guint) CLAMP (number, 1, BL_TIMETABLE_SESSIONS)
                     : 1;
  row->at = bl_record_get_integer (entry, "at", &number) ? (int) CLAMP (number, 0, 24 * 60) : 0;
  row->minutes = bl_record_get_integer (entry, "minutes", &number) ? (int) CLAMP (number, 0, 24 * 60) : 0;
  row->clock = starts >= 0 ? starts + row->at : -1;
  row->title = bl_record_get_text (entry, "do");
  row->say = bl_record_get_text (entry, "say");
  if (characteristic != NULL)
    {
      row->how = find_how (self->framework, row->title);
      row->title = bl_record_get_text (BL_RECORD (characteristic), "title");
      if (row->say == NULL)
        row->say = bl_record_get_text (BL_RECORD (characteristic), "opening");
    }
}

BlTimetable *
bl_timetable_new (BlFramework *framework, BlAssessment *assessment)
{
  static const char *const fields[] = { "meeting", "second-meeting" };
  BlTimetable *self = g_new0 (BlTimetable, 1);
  BlRecord *record = BL_RECORD (assessment);
  const char *route = bl_record_get_text (record, "route");
  BlScript *before = bl_framework_find_script (framework, "before");
  GListModel *list;
  int starts;

  self->framework = g_object_ref (framework);
  self->n_sessions = 1;
  for (guint i = 0; i < BL_TIMETABLE_SESSIONS; i++)
    if (!bl_record_get_date (record, fields[i], &self->dates[i]))
      self->dates[i] = 0;
  if (!bl_timetable_read_time (bl_record_get_text (record, "starts"), &starts))
    starts = -1;
  self->route = route != NULL ? bl_framework_find_script (framework, route) : NULL;
  if (self->route != NULL)
    {
      list = bl_record_get_list (BL_RECORD (self->route), "entries");
      self->entries = g_new0 (BlTimetableEntry, MAX (g_list_model_get_n_items (list), 1));
      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (BlRecord) entry = g_list_model_get_item (list, i); /* the list holds it */
          BlTimetableEntry *row = &self->entries[self->n_entries++];

          fill_entry (self, row, entry, starts);
          self->n_sessions = MAX (self->n_sessions, row->session);
        }
    }
  if (before != NULL)
    {
      list = bl_record_get_list (BL_RECORD (before), "entries");
      self->before = g_new0 (BlTimetableTask, MAX (g_list_model_get_n_items (list), 1));
      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (BlRecord) entry = g_list_model_get_item (list, i); /* the list holds it */
          BlTimetableTask *task = &self->before[self->n_before++];
          guint days;

          task->entry = BL_SCRIPT_ENTRY (entry);
          if (self->dates[0] > 0 && bl_timetable_read_days_before (bl_record_get_text (entry, "when"), &days)
              && self->dates[0] > days)
            task->date = self->dates[0] - days;
        }
    }
  return self;
}

void
bl_timetable_free (BlTimetable *self)
{
  g_free (self->entries);
  g_free (self->before);
  g_object_unref (self->framework);
  g_free (self);
}
