/* scenario-build.c: putting changes into a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-build.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The change of that kind that @library has already, else a new one at the end; @library NULL: always new. */
static BlRecord *
get_change (BlScenario *self, BlChangeKind kind, const char *library)
{
  GListModel *changes = bl_record_get_list (BL_RECORD (self), "changes");
  g_autoptr (BlScenarioChange) change = NULL;

  for (guint i = 0; library != NULL && i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) there = g_list_model_get_item (changes, i);

      if ((BlChangeKind) bl_record_get_enum (there, "kind") == kind
          && g_strcmp0 (bl_record_get_text (there, "library"), library) == 0)
        return there; /* the list holds it */
    }
  change = bl_scenario_change_new (NULL);
  bl_record_set_enum (BL_RECORD (change), "kind", kind);
  bl_record_set_text (BL_RECORD (change), "library", library);
  bl_record_append (BL_RECORD (self), "changes", BL_RECORD (change));
  return BL_RECORD (change);
}

static void
set_place (BlRecord *record, BlPoint point)
{
  bl_record_set_real (record, "easting", point.x);
  bl_record_set_real (record, "northing", point.y);
}

BlScenarioChange *
bl_scenario_add_close (BlScenario *self, const char *library)
{
  return BL_SCENARIO_CHANGE (get_change (self, BL_CHANGE_CLOSE, library));
}

BlScenarioChange *
bl_scenario_add_open (BlScenario *self,
                      BlProject *project,
                      const char *name,
                      BlPoint point,
                      const char *place,
                      BlOperation operation,
                      gboolean statutory)
{
  BlRecord *change = get_change (self, BL_CHANGE_OPEN, NULL);
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  g_autoptr (BlStatus) status = bl_status_new (NULL);

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  set_place (BL_RECORD (library), point);
  bl_record_set_integer (BL_RECORD (status), "year", bl_project_get_effective_year (project));
  bl_record_set_enum (BL_RECORD (status), "operation", operation);
  bl_record_set_boolean (BL_RECORD (status), "statutory", statutory);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  bl_record_set_child (change, "new-library", BL_RECORD (library));
  bl_record_set_text (change, "place", place);
  return BL_SCENARIO_CHANGE (change);
}

/* The change by which the scenario opens that library, or NULL. */
static BlRecord *
find_opening (BlScenario *self, const char *library)
{
  GListModel *changes = bl_record_get_list (BL_RECORD (self), "changes");

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);
      BlRecord *opened = bl_record_get_child (change, "new-library");

      if (opened != NULL && g_strcmp0 (bl_record_get_id (opened), library) == 0)
        return change; /* the list holds it */
    }
  return NULL;
}

BlScenarioChange *
bl_scenario_add_move (BlScenario *self, const char *library, BlPoint point, const char *place)
{
  BlRecord *change = find_opening (self, library);

  if (change != NULL)
    set_place (bl_record_get_child (change, "new-library"), point);
  else
    {
      change = get_change (self, BL_CHANGE_MOVE, library);
      set_place (change, point);
    }
  bl_record_set_text (change, "place", place);
  return BL_SCENARIO_CHANGE (change);
}

/* --- Hours as people type them ----------------------------------------------- */

/* Monday is 0; -1 for what is no day. At least its first three letters, no others. */
static int
read_day (const char *word, gsize length)
{
  for (int i = 0; i < 7; i++)
    if (length >= 3 && length <= strlen (bl_library_days[i]) && g_ascii_strncasecmp (word, bl_library_days[i], length) == 0)
      return i;
  return -1;
}

/* "Mon 10:00-13:00", "tue-fri closed", into the texts of those days. */
static gboolean
read_days (const char *part, char *days[7], GError **error)
{
  g_autofree char *clean = bl_text_clean (part);
  gsize first = strspn (clean, G_CSET_A_2_Z G_CSET_a_2_z), second = 0;
  const char *rest = clean + first;
  int from = read_day (clean, first), to = from;
  BlOpeningDay day;

  if (*rest == '-')
    {
      second = strspn (rest + 1, G_CSET_A_2_Z G_CSET_a_2_z);
      to = read_day (rest + 1, second);
      rest += 1 + second;
    }
  if (from < 0 || to < from)
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER,
                   _("“%s” does not begin with a day of the week; write Mon 10:00-13:00; Tue-Fri 9:30-17:00, or hours "
                     "a week"),
                   clean);
      return FALSE;
    }
  rest += strspn (rest, " :");
  if (!bl_opening_day_from_text (rest, &day, error))
    return FALSE;
  for (int i = from; i <= to; i++)
    {
      if (days[i] != NULL)
        {
          g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” names a day for the second time"), clean);
          return FALSE;
        }
      days[i] = bl_opening_day_to_text (&day);
    }
  return TRUE;
}

/* Seven texts; where only a week's hours are given @week, and no texts. */
static gboolean
read_hours (const char *text, char *days[7], double *week, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  gboolean any = FALSE;

  if (bl_text_to_double (text, week))
    {
      if (*week >= 0 && *week <= 7 * 24)
        return TRUE;
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("A week has no %s hours"), text);
      return FALSE;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *clean = bl_text_clean (parts[i]);

      if (clean == NULL)
        continue;
      if (!read_days (clean, days, error))
        return FALSE;
      any = TRUE;
    }
  if (!any)
    {
      g_set_error_literal (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("No hours are given"));
      return FALSE;
    }
  for (guint i = 0; i < 7; i++)
    if (days[i] == NULL)
      days[i] = g_strdup ("closed");
  return TRUE;
}

BlScenarioChange *
bl_scenario_add_hours (BlScenario *self, const char *library, const char *hours, GError **error)
{
  /* An en dash between days is a hyphen; between times the reader of a day knows it. */
  g_auto (GStrv) parts = g_strsplit (hours != NULL ? hours : "", "\342\200\223", -1);
  g_autofree char *plain = g_strjoinv ("-", parts), *clean = bl_text_clean (plain);
  char *days[7] = { NULL };
  double week = 0;
  BlRecord *change = NULL;

  if (read_hours (clean != NULL ? clean : "", days, &week, error))
    {
      change = get_change (self, BL_CHANGE_HOURS, library);
      for (guint i = 0; i < 7; i++)
        bl_record_set_text (change, bl_library_days[i], days[i]);
      if (days[0] == NULL)
        bl_record_set_real (change, "hours", week);
      else
        bl_record_clear (change, "hours");
    }
  for (guint i = 0; i < 7; i++)
    g_free (days[i]);
  return change != NULL ? BL_SCENARIO_CHANGE (change) : NULL;
}

BlScenarioChange *
bl_scenario_add_operation (BlScenario *self,
                           const char *library,
                           BlOperation operation,
                           const gboolean *statutory)
{
  BlRecord *change = get_change (self, BL_CHANGE_OPERATION, library);

  bl_record_set_enum (change, "operation", operation);
  if (statutory != NULL)
    bl_record_set_boolean (change, "statutory", *statutory);
  else
    bl_record_clear (change, "statutory");
  return BL_SCENARIO_CHANGE (change);
}

BlScenarioChange *
bl_scenario_add_stop (BlScenario *self, const char *name, BlPoint point, const char *place)
{
  BlRecord *change = get_change (self, BL_CHANGE_STOP, NULL);
  g_autoptr (BlStop) stop = bl_stop_new (NULL);

  bl_record_set_text (BL_RECORD (stop), "name", name);
  set_place (BL_RECORD (stop), point);
  bl_record_set_child (change, "stop", BL_RECORD (stop));
  bl_record_set_text (change, "place", place);
  return BL_SCENARIO_CHANGE (change);
}
