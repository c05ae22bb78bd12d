/* newcastle.c: the monthly series of Newcastle's libraries as published, a row a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "newcastle.h"

#include <stdio.h>

#include "../geo/raw-csv.h"
#include "shared-data.h"

static guint
month_number (const char *header)
{
  int year, month;

  g_assert_cmpint (sscanf (header, "%4d-%2d", &year, &month), ==, 2);
  return (guint) (year * 12 + month - 1);
}

NewcastleFile *
newcastle_read (const char *name)
{
  g_autofree char *path = bl_test_shared_data (name);
  g_autoptr (RawCsv) csv = path != NULL ? raw_csv_read (path) : NULL;
  NewcastleFile *file;
  GPtrArray *header;
  guint first = G_MAXUINT, last = 0;

  if (csv == NULL)
    return NULL;
  header = g_ptr_array_index (csv->rows, 0);
  for (guint c = 1; c < header->len; c++)
    {
      first = MIN (first, month_number (g_ptr_array_index (header, c)));
      last = MAX (last, month_number (g_ptr_array_index (header, c)));
    }
  file = g_new0 (NewcastleFile, 1);
  file->names = g_new0 (char *, raw_csv_n (csv) + 1);
  file->rows = g_new0 (BlObservations *, raw_csv_n (csv));
  for (guint r = 0; r < raw_csv_n (csv); r++)
    {
      g_autoptr (GDate) day = g_date_new_dmy (1, first % 12 + 1, (GDateYear) (first / 12));
      BlObservations *row;

      if (*raw_csv_text (csv, r, 0) == '\0')
        continue;
      row = bl_observations_new_empty (BL_PERIOD_KIND_MONTH, g_date_get_julian (day), last - first + 1);
      for (guint c = 1; c < header->len; c++)
        {
          BlObservation *item = &row->items[month_number (g_ptr_array_index (header, c)) - first];

          item->value = raw_csv_number (csv, r, c);
          if (bl_observation_is_known (item))
            item->state = BL_STATE_MEASURED;
        }
      bl_observations_recognise (row, g_strcmp0 (name, NEWCASTLE_COMPUTERS) != 0);
      file->names[file->n] = g_strdup (raw_csv_text (csv, r, 0));
      file->rows[file->n++] = row;
    }
  return file;
}

void
newcastle_free (NewcastleFile *file)
{
  for (guint i = 0; i < file->n; i++)
    bl_observations_free (file->rows[i]);
  g_strfreev (file->names);
  g_free (file->rows);
  g_free (file);
}

const BlObservations *
newcastle_row (const NewcastleFile *file, const char *library)
{
  for (guint i = 0; i < file->n; i++)
    if (g_strcmp0 (file->names[i], library) == 0)
      return file->rows[i];
  g_error ("no library %s", library);
}

BlObservations *
newcastle_total (const NewcastleFile *file, const char *but)
{
  g_autofree const BlObservations **rows = g_new0 (const BlObservations *, file->n);
  guint n = 0;

  for (guint i = 0; i < file->n; i++)
    if (g_strcmp0 (file->names[i], but) != 0)
      rows[n++] = file->rows[i];
  return bl_observations_over_places (rows, n, BL_ADD_SUM, NULL);
}

BlPeriod
newcastle_period (const char *text, BlPeriodKind kind)
{
  g_autoptr (GError) error = NULL;
  BlPeriod period;

  bl_period_parse (text, kind, &period, &error);
  g_assert_no_error (error);
  return period;
}

double
newcastle_value (const BlObservations *self, const char *text)
{
  BlPeriod period = newcastle_period (text, self->kind);
  int at = bl_observations_find (self, &period);

  return at >= 0 ? self->items[at].value : NAN;
}
