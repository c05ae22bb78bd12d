/* library-facts.c: what a table or pane says of one library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

/**
 * Table: the facts of every library of a session, of one generation.
 */
typedef struct
{
  guint64 generation;
  GHashTable *by_library; /* of Row by BlLibrary */
  double most_people;
} Table;

typedef struct
{
  BlLibraryFacts facts;
  char *key;
} Row;

static void
row_free (Row *row)
{
  g_free (row->key);
  g_free (row);
}

static void
table_free (Table *table)
{
  g_hash_table_unref (table->by_library);
  g_free (table);
}

static Row *
make_row (BlSession *session, BlLibrary *library)
{
  const BlFacts *all = bl_session_get_facts (session);
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);
  int type = bl_record_get_enum (BL_RECORD (library), "type");
  int index = bl_facts_find_library (all, bl_record_get_id (BL_RECORD (library)));
  const BlCatchment *catchment = catchments != NULL && index >= 0 ? bl_catchments_find (catchments, index) : NULL;
  g_autofree char *name = bl_record_describe (BL_RECORD (library));
  Row *row = g_new0 (Row, 1);
  BlLibraryFacts *facts = &row->facts;
  BlPoint point;

  row->key = g_utf8_collate_key (name, -1);
  facts->sort_key = row->key;
  facts->year = all->year;
  facts->service_point = type == BL_LIBRARY_TYPE_STATIC || type == BL_LIBRARY_TYPE_UNKNOWN;
  facts->located = bl_library_get_point (library, &point);
  facts->operation = bl_library_get_operation (library, facts->year);
  facts->open = bl_library_is_open (library, facts->year);
  facts->statutory = bl_library_is_statutory (library, facts->year);
  facts->hours_known = bl_library_get_week_hours (library, &facts->hours);
  if (catchment != NULL)
    {
      facts->people_known = TRUE;
      facts->people = catchment->population;
      facts->within_mile = catchment->within_mile;
    }
  if (index >= 0 && !isnan (all->libraries[index].visits))
    {
      facts->visits_known = TRUE;
      facts->visits = all->libraries[index].visits;
      facts->visits_period = all->libraries[index].visits_period;
    }
  return row;
}

static Table *
get_table (BlSession *session)
{
  static const char key[] = "bl-library-facts";
  Table *table = g_object_get_data (G_OBJECT (session), key);

  if (table != NULL && table->generation == bl_session_get_generation (session))
    return table;
  table = g_new0 (Table, 1);
  table->generation = bl_session_get_generation (session);
  table->by_library = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) row_free);
  g_object_set_data_full (G_OBJECT (session), key, table, (GDestroyNotify) table_free);
  return table;
}

void
bl_library_facts_read (BlLibraryFacts *facts, BlSession *session, BlLibrary *library)
{
  Table *table = get_table (session);
  Row *row = g_hash_table_lookup (table->by_library, library);

  if (row == NULL)
    {
      row = make_row (session, library);
      g_hash_table_insert (table->by_library, g_object_ref (library), row);
    }
  *facts = row->facts;
}

double
bl_library_facts_most_people (BlSession *session)
{
  Table *table = get_table (session);
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);

  if (table->most_people > 0)
    return table->most_people;
  for (guint i = 0; catchments != NULL && i < catchments->n; i++)
    table->most_people = MAX (table->most_people, catchments->items[i].population);
  return table->most_people;
}

gboolean
bl_library_facts_find_visits (BlSession *session, const char **period)
{
  const BlFacts *all = bl_session_get_facts (session);
  gboolean any = FALSE;

  *period = NULL;
  for (guint i = 0; i < all->n_libraries; i++)
    {
      const BlFactsLibrary *library = &all->libraries[i];

      if (library->nearby || isnan (library->visits))
        continue;
      *period = !any || g_strcmp0 (*period, library->visits_period) == 0 ? library->visits_period : NULL;
      if (*period == NULL)
        return TRUE;
      any = TRUE;
    }
  return any;
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
