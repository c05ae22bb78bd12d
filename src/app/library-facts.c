/* library-facts.c: what a table or pane says of one library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

void
bl_library_facts_read (BlLibraryFacts *facts, BlSession *session, BlLibrary *library)
{
  BlFacts *all = bl_session_get_facts (session);
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);
  int type = bl_record_get_enum (BL_RECORD (library), "type");
  int index = bl_facts_find_library (all, bl_record_get_id (BL_RECORD (library)));
  const BlCatchment *catchment = catchments != NULL && index >= 0 ? bl_catchments_find (catchments, index) : NULL;
  BlPoint point;

  *facts = (BlLibraryFacts) {
    .year = bl_project_get_effective_year (bl_session_get_project (session)),
    .service_point = type == BL_LIBRARY_TYPE_STATIC || type == BL_LIBRARY_TYPE_UNKNOWN,
    .located = bl_library_get_point (library, &point),
  };
  facts->operation = bl_library_get_operation (library, facts->year);
  facts->open = bl_library_is_open (library, facts->year);
  facts->statutory = bl_library_is_statutory (library, facts->year);
  facts->hours_known = bl_library_get_week_hours (library, &facts->hours);
  if (catchment == NULL)
    return;
  facts->people_known = TRUE;
  facts->people = catchment->population;
  facts->within_mile = catchment->within_mile;
}

double
bl_library_facts_most_people (BlSession *session)
{
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);
  double most = 0;

  for (guint i = 0; catchments != NULL && i < catchments->n; i++)
    most = MAX (most, catchments->items[i].population);
  return most;
}

const char *
bl_library_facts_run_by (const BlLibraryFacts *facts, BlLibrary *library)
{
  if (!facts->service_point)
    return _ (bl_library_type_get_title (bl_record_get_enum (BL_RECORD (library), "type")));
  if (!facts->open)
    return _ ("Closed");
  return _ (bl_operation_get_title (facts->operation));
}

char *
bl_library_facts_closed_text (const BlLibraryFacts *facts, BlLibrary *library)
{
  gint64 closed;

  if (bl_record_get_integer (BL_RECORD (library), "closed", &closed))
    return g_strdup_printf (_ ("Closed in %d"), (int) closed);
  if (facts->year > 0)
    return g_strdup_printf (_ ("Not open in %d"), facts->year);
  return g_strdup (_ ("Closed"));
}

static const char *
describe_parts (gboolean morning, gboolean afternoon)
{
  if (morning && afternoon)
    return _ ("morning and afternoon");
  if (morning)
    return _ ("morning only");
  if (afternoon)
    return _ ("afternoon only");
  return _ ("closed");
}

/* The day as typed against the Arts Council's phrase for it. */
static void
compare_day (GPtrArray *doubts, BlLibrary *library, guint day)
{
  static const char *const names[7]
      = { N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
  const char *text = bl_library_get_day (library, day), *phrase = bl_library_get_day_class (library, day);
  gboolean morning, afternoon;
  BlOpeningDay times;

  if (text == NULL || phrase == NULL || !bl_opening_day_from_text (text, &times, NULL)
      || !bl_opening_class_parts (phrase, &morning, &afternoon))
    return;
  if (morning == bl_opening_day_morning (&times) && afternoon == bl_opening_day_afternoon (&times))
    return;
  g_ptr_array_add (doubts, g_strdup_printf (_ ("%s: the times say %s, the national return says “%s”."), _ (names[day]),
                                            describe_parts (bl_opening_day_morning (&times),
                                                            bl_opening_day_afternoon (&times)),
                                            phrase));
}

/* Sum of the times of all seven days, FALSE unless all are known. */
static gboolean
sum_times (BlLibrary *library, double *hours)
{
  guint minutes = 0;

  for (guint i = 0; i < 7; i++)
    {
      const char *text = bl_library_get_day (library, i);
      BlOpeningDay day;

      if (text == NULL || !bl_opening_day_from_text (text, &day, NULL))
        return FALSE;
      minutes += bl_opening_day_minutes (&day);
    }
  *hours = minutes / 60.0;
  return TRUE;
}

GPtrArray *
bl_library_facts_doubts (BlLibrary *library)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (g_free);
  double typed, returned;

  if (sum_times (library, &typed) && bl_record_get_real (BL_RECORD (library), "hours", &returned)
      && fabs (typed - returned) >= 0.05)
    {
      g_autofree char *a = bl_text_from_double (round (typed * 100) / 100), *b = bl_text_from_double (returned);

      g_ptr_array_add (doubts, g_strdup_printf (_ ("The times give %s hours a week, the return says %s."), a, b));
    }
  for (guint i = 0; i < 7; i++)
    compare_day (doubts, library, i);
  return doubts;
}
