/* import-stops.c: where a mobile library stops, and when, into the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "geometry.h"
#include "import-plan-private.h"
#include "named-period.h"
#include "point-columns.h"
#include "postcodes.h"
#include "service-rows.h"
#include "stop-cells.h"
#include "stop-fields.h"
#include "stop.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *texts[BL_STOP_N_TEXTS]; /* NULL: not known */
  guint32 start, end;   /* day numbers; 0 not known */
  BlPoint point;        /* NaN: not known */
  char *id;             /* of the stop that it is already; NULL: a new one */
} Stop;

struct _BlImportWork
{
  GPtrArray *stops; /* Stop */
};

typedef struct
{
  int texts[BL_STOP_N_TEXTS], x, y, start, end; /* columns, or -1 */
  BlServiceRows *service;
  BlPointReader *reader;
  GHashTable *known; /* key → GQueue of BlKnownStop */
  guint n_placeless, first_placeless, n_untimed, first_untimed, n_often, first_often;
} Reading;

static void
stop_free (Stop *stop)
{
  for (guint i = 0; i < BL_STOP_N_TEXTS; i++)
    g_free (stop->texts[i]);
  g_free (stop->id);
  g_free (stop);
}

static void
work_free (BlImportWork *work)
{
  g_ptr_array_unref (work->stops);
  g_free (work);
}

static void
reading_clear (Reading *reading)
{
  bl_service_rows_free (reading->service);
  bl_point_reader_free (reading->reader);
  g_clear_pointer (&reading->known, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* --- Setting out ---------------------------------------------------------- */

/* A stop is the same by its vehicle, route, day and names; the second of the same is the second. */
static char *
stop_key (char *const *texts)
{
  static const guint parts[] = { BL_STOP_VEHICLE, BL_STOP_ROUTE, BL_STOP_DAY, BL_STOP_COMMUNITY, BL_STOP_NAME };
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *folded = bl_text_fold (texts[parts[i]]);
      g_string_append_printf (key, "%s\n", folded);
    }
  return g_string_free (key, FALSE);
}

static void
index_known (BlImportPlan *plan, Reading *reading)
{
  reading->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
  for (guint i = 0; i < plan->snapshot->stops->len; i++)
    {
      const BlKnownStop *stop = g_ptr_array_index (plan->snapshot->stops, i);
      g_autofree char *key = NULL;
      GQueue *queue;

      key = stop_key (stop->texts);
      queue = g_hash_table_lookup (reading->known, key);
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (reading->known, g_steal_pointer (&key), queue);
        }
      g_queue_push_tail (queue, (gpointer) stop);
    }
}

static gboolean
set_out (BlImportPlan *plan, Reading *reading, GError **error)
{
  double x = 0, y = 0;

  for (guint i = 0; i < BL_STOP_N_TEXTS; i++)
    reading->texts[i] = bl_import_plan_find_target (plan, bl_stop_text_names[i]);
  reading->x = bl_import_plan_find_target (plan, "x");
  reading->y = bl_import_plan_find_target (plan, "y");
  reading->start = bl_import_plan_find_target (plan, "start");
  reading->end = bl_import_plan_find_target (plan, "end");
  if (reading->texts[BL_STOP_NAME] < 0 && reading->texts[BL_STOP_COMMUNITY] < 0)
    {
      g_autofree char *list = bl_import_plan_list_columns (plan);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("Say which column of “%s” holds the names of the stops: its columns are %s"), plan->file, list);
      return FALSE;
    }
  for (guint r = 0; reading->x >= 0 && reading->y >= 0 && r < bl_sheet_get_n_rows (plan->sheet); r++)
    if (bl_text_parse_number (bl_sheet_get_cell (plan->sheet, r, reading->x), &x)
        && bl_text_parse_number (bl_sheet_get_cell (plan->sheet, r, reading->y), &y))
      break;
  reading->reader = bl_point_reader_new (plan->options.crs, x, y, error);
  if (reading->reader == NULL)
    return FALSE;
  reading->service = bl_service_rows_find (plan, bl_import_plan_find_target (plan, "service"),
                                           bl_import_plan_find_target (plan, "service-code"), -1, error);
  index_known (plan, reading);
  return reading->service != NULL;
}

/* --- Cells ---------------------------------------------------------------- */

static const char *
get_cell (BlImportPlan *plan, guint row, int column)
{
  return column >= 0 ? bl_sheet_get_cell (plan->sheet, row, column) : "";
}

/* Says that @cell cannot be read and is left out; the user has to agree. */
static void
refuse_cell (BlImportPlan *plan, guint row, const char *record, int column, const char *what)
{
  const char *field = bl_sheet_get_column (plan->sheet, column);
  g_autofree char *clean = bl_text_clean (bl_sheet_get_cell (plan->sheet, row, column));
  /* TRANSLATORS: “soon” in “arrival” is not a time of day. */
  g_autofree char *reason = g_strdup_printf (_ ("“%s” in “%s” is not %s"), clean != NULL ? clean : "", field, what);
  g_autofree char *refusal = g_strdup_printf (_ ("%s: mend it, or leave it blank"), reason);

  (void) bl_import_plan_refuse (plan, row, record, field, reason, _ ("Leave it out: not known"), refusal);
}

static void
read_times (BlImportPlan *plan, Reading *reading, guint row, const char *record, Stop *stop)
{
  static const guint times[] = { BL_STOP_ARRIVAL, BL_STOP_DEPARTURE };
  guint number = bl_sheet_get_row_number (plan->sheet, row);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_free (stop->texts[times[i]]);
      if (bl_cell_read_time (get_cell (plan, row, reading->texts[times[i]]), &stop->texts[times[i]]) == BL_CELL_UNREAD)
        refuse_cell (plan, row, record, reading->texts[times[i]], _ ("a time of day"));
    }
  if (stop->texts[BL_STOP_ARRIVAL] == NULL || stop->texts[BL_STOP_DEPARTURE] == NULL)
    {
      if (reading->n_untimed++ == 0)
        reading->first_untimed = number;
    }
  else if (strcmp (stop->texts[BL_STOP_DEPARTURE], stop->texts[BL_STOP_ARRIVAL]) <= 0)
    bl_import_report_warn (plan->report, number, bl_sheet_get_column (plan->sheet, reading->texts[BL_STOP_DEPARTURE]),
                           _ ("%s: it leaves at %s and arrives at %s; its time there is not counted"), record,
                           stop->texts[BL_STOP_DEPARTURE], stop->texts[BL_STOP_ARRIVAL]);
}

static guint32
read_date (BlImportPlan *plan, guint row, const char *record, int column)
{
  const char *cell = get_cell (plan, row, column);
  guint32 day = 0;

  if (!bl_cell_is_blank (cell) && !bl_named_period_read_day (cell, &day))
    refuse_cell (plan, row, record, column, _ ("a date"));
  return day;
}

static void
read_days (BlImportPlan *plan, Reading *reading, guint row, const char *record, Stop *stop)
{
  guint number = bl_sheet_get_row_number (plan->sheet, row);
  const char *often = get_cell (plan, row, reading->texts[BL_STOP_FREQUENCY]);
  g_autofree char *rule = NULL;

  g_clear_pointer (&stop->texts[BL_STOP_DAY], g_free);
  if (bl_cell_read_weekday (get_cell (plan, row, reading->texts[BL_STOP_DAY]), &stop->texts[BL_STOP_DAY]) == BL_CELL_UNREAD)
    refuse_cell (plan, row, record, reading->texts[BL_STOP_DAY], _ ("a day of the week"));
  stop->start = read_date (plan, row, record, reading->start);
  stop->end = read_date (plan, row, record, reading->end);
  if (stop->start != 0 && stop->end != 0 && stop->end < stop->start)
    bl_import_report_warn (plan->report, number, bl_sheet_get_column (plan->sheet, reading->end),
                           _ ("%s: its last day comes before its first"), record);
  if (stop->start != 0 && stop->texts[BL_STOP_DAY] != NULL)
    {
      GDate date;

      g_date_set_julian (&date, stop->start);
      if ((int) g_date_get_weekday (&date) != bl_weekday_number (stop->texts[BL_STOP_DAY]))
        {
          g_autofree char *people = bl_text_date_for_people (stop->start);
          bl_import_report_warn (plan->report, number, bl_sheet_get_column (plan->sheet, reading->start),
                                 _ ("%s: its first day, %s, is no %s: look which is right"), record, people,
                                 stop->texts[BL_STOP_DAY]);
        }
    }
  switch (bl_cell_read_frequency (often, &rule))
    {
    case BL_CELL_BLANK:
      if (reading->n_often++ == 0)
        reading->first_often = number;
      break;
    case BL_CELL_MENDED:
      {
        const char *field = bl_sheet_get_column (plan->sheet, reading->texts[BL_STOP_FREQUENCY]);
        g_autofree char *reason = g_strdup_printf (_ ("“%s” says how often in words"), often);
        g_autofree char *remedy = g_strdup_printf (_ ("Write it as %s"), rule);

        if (!bl_import_plan_mend (plan, row, record, field, reason, remedy))
          g_clear_pointer (&rule, g_free);
        break;
      }
    case BL_CELL_UNREAD:
      bl_import_report_warn (plan->report, number, bl_sheet_get_column (plan->sheet, reading->texts[BL_STOP_FREQUENCY]),
                             _ ("%s: “%s” is no rule of repetition such as FREQ=WEEKLY;INTERVAL=4; its visits cannot be counted"),
                             record, often);
      break;
    case BL_CELL_READ:
    default:
      break;
    }
  if (rule != NULL)
    {
      g_free (stop->texts[BL_STOP_FREQUENCY]);
      stop->texts[BL_STOP_FREQUENCY] = g_steal_pointer (&rule);
    }
}

/* Its own place, else that of its postcode, which the user can refuse. */
static void
read_place (BlImportPlan *plan, Reading *reading, guint row, const char *record, Stop *stop)
{
  const char *x_cell = get_cell (plan, row, reading->x), *y_cell = get_cell (plan, row, reading->y);
  double x, y;

  stop->point = (BlPoint) { NAN, NAN };
  if (bl_text_parse_number (x_cell, &x) && bl_text_parse_number (y_cell, &y))
    {
      if (bl_point_reader_read (reading->reader, x, y, &stop->point) && bl_point_in_britain (stop->point))
        return;
      stop->point = (BlPoint) { NAN, NAN };
      g_autofree char *reason = g_strdup_printf (_ ("Its place, %s, %s, lies outside Great Britain"), x_cell, y_cell);
      g_autofree char *refusal = g_strdup_printf (
          _ ("the place of %s, %s, %s, lies outside Great Britain: mend it, or say which coordinate system the file is in"),
          record, x_cell, y_cell);
      (void) bl_import_plan_refuse (plan, row, record, bl_sheet_get_column (plan->sheet, reading->x), reason,
                                    _ ("Leave its place out: not known"), refusal);
      return;
    }
  if (!bl_cell_is_blank (x_cell) || !bl_cell_is_blank (y_cell))
    refuse_cell (plan, row, record, bl_text_parse_number (x_cell, &x) ? reading->y : reading->x, _ ("a number"));
  if (stop->texts[BL_STOP_POSTCODE] != NULL
      && bl_postcodes_find_in (plan->snapshot->postcodes, plan->snapshot->postcode_points, stop->texts[BL_STOP_POSTCODE],
                                  &stop->point))
    {
      g_autofree char *reason = g_strdup_printf (_ ("It has no place, but a postcode, %s"), stop->texts[BL_STOP_POSTCODE]);

      if (bl_import_plan_mend (plan, row, record, "easting", reason, _ ("Put it where its postcode is")))
        return;
      stop->point = (BlPoint) { NAN, NAN };
    }
  if (reading->n_placeless++ == 0)
    reading->first_placeless = bl_sheet_get_row_number (plan->sheet, row);
}

/* --- Rows ----------------------------------------------------------------- */

static gboolean
same_stop (const Stop *stop, const BlKnownStop *known)
{
  for (guint i = 0; i < BL_STOP_N_TEXTS; i++)
    if (stop->texts[i] != NULL && g_strcmp0 (stop->texts[i], known->texts[i]) != 0)
      return FALSE;
  return (stop->start == 0 || stop->start == known->start) && (stop->end == 0 || stop->end == known->end)
         && (isnan (stop->point.x) || (stop->point.x == known->point.x && stop->point.y == known->point.y));
}

static void
count_stop (BlImportPlan *plan, Reading *reading, Stop *stop)
{
  g_autofree char *key = stop_key (stop->texts);
  GQueue *queue = g_hash_table_lookup (reading->known, key);
  const BlKnownStop *known = queue != NULL ? g_queue_pop_head (queue) : NULL;

  if (known == NULL)
    {
      plan->report->added++;
      return;
    }
  stop->id = g_strdup (known->id);
  if (same_stop (stop, known))
    plan->report->unchanged++;
  else
    plan->report->updated++;
}

static gboolean
read_row (BlImportPlan *plan, BlImportWork *work, Reading *reading, guint row)
{
  Stop *stop = g_new0 (Stop, 1);
  const char *record;

  for (guint i = 0; i < BL_STOP_N_TEXTS; i++)
    stop->texts[i] = bl_text_clean (get_cell (plan, row, reading->texts[i]));
  record = stop->texts[BL_STOP_NAME] != NULL ? stop->texts[BL_STOP_NAME] : stop->texts[BL_STOP_COMMUNITY];
  if (record == NULL)
    {
      stop_free (stop);
      return FALSE;
    }
  if (stop->texts[BL_STOP_POSTCODE] != NULL)
    {
      char *postcode = NULL;
      BlCellState state = bl_cell_read_postcode (stop->texts[BL_STOP_POSTCODE], &postcode);

      /* What is no postcode stays as it stands: it only helps to find the place. */
      if (state == BL_CELL_READ || state == BL_CELL_MENDED)
        {
          g_free (stop->texts[BL_STOP_POSTCODE]);
          stop->texts[BL_STOP_POSTCODE] = postcode;
        }
      else
        g_free (postcode);
    }
  read_days (plan, reading, row, record, stop);
  read_times (plan, reading, row, record, stop);
  read_place (plan, reading, row, record, stop);
  count_stop (plan, reading, stop);
  g_ptr_array_add (work->stops, stop);
  return TRUE;
}

static void
tell (BlImportPlan *plan, const Reading *reading)
{
  if (reading->n_placeless > 0)
    bl_import_report_warn (plan->report, reading->first_placeless, NULL,
                           ngettext ("%u stop is not on the map: it has no place", "%u stops are not on the map: they have no place",
                                     reading->n_placeless),
                           reading->n_placeless);
  if (reading->n_untimed > 0)
    bl_import_report_warn (plan->report, reading->first_untimed, NULL,
                           ngettext ("%u stop has no time of arrival or departure",
                                     "%u stops have no time of arrival or departure", reading->n_untimed),
                           reading->n_untimed);
  if (reading->n_often > 0)
    bl_import_report_warn (plan->report, reading->first_often, NULL,
                           ngettext ("%u stop does not say how often the mobile library comes",
                                     "%u stops do not say how often the mobile library comes", reading->n_often),
                           reading->n_often);
}

static BlImportWork *
work_stops (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlImportReport *report = plan->report;
  g_auto (Reading) reading = { 0 };
  g_autofree gboolean *left_out = NULL;

  work->stops = g_ptr_array_new_with_free_func ((GDestroyNotify) stop_free);
  bl_import_plan_note_left_out (plan);
  if (!set_out (plan, &reading, error))
    return work;
  left_out = bl_import_plan_check_rows (plan, report);
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      const char *reason = left_out[r]                               ? _ ("another number of cells than the header")
                           : bl_import_plan_row_is_empty (plan, r) ? _ ("empty")
                                                                     : NULL;

      report->read++;
      if (reason == NULL && !reading.service->ours[r])
        {
          report->elsewhere++;
          bl_import_report_reason (report, _ ("of another service"), bl_sheet_get_row_number (plan->sheet, r));
          continue;
        }
      if (reason == NULL && !read_row (plan, work, &reading, r))
        reason = _ ("no name of a stop");
      if (reason != NULL)
        {
          report->skipped++;
          bl_import_report_reason (report, reason, bl_sheet_get_row_number (plan->sheet, r));
        }
    }
  if (work->stops->len == 0 && plan->first_refusal == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has no row with a stop"), plan->file);
  tell (plan, &reading);
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static void
put_stop (BlImportPlan *plan, const Stop *stop, BlProject *project)
{
  BlRecord *record = stop->id != NULL ? bl_project_find (project, stop->id) : NULL;
  g_autoptr (BlRecord) made = NULL;
  const struct
  {
    const char *field, *text;
  } origin[] = { { "source", bl_import_plan_source (plan) },
                 { "source-date", bl_import_plan_date (plan) },
                 { "licence", bl_import_plan_licence (plan) } };

  if (record == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "stop");
      record = made = BL_RECORD (bl_stop_new (id));
    }
  /* A blank never overwrites what is known. */
  for (guint i = 0; i < BL_STOP_N_TEXTS; i++)
    if (stop->texts[i] != NULL)
      bl_record_set_text (record, bl_stop_text_names[i], stop->texts[i]);
  if (stop->start != 0)
    bl_record_set_date (record, "start", stop->start);
  if (stop->end != 0)
    bl_record_set_date (record, "end", stop->end);
  if (!isnan (stop->point.x))
    {
      bl_record_set_real (record, "easting", stop->point.x);
      bl_record_set_real (record, "northing", stop->point.y);
    }
  for (guint i = 0; i < G_N_ELEMENTS (origin); i++)
    if (origin[i].text != NULL)
      bl_record_set_text (record, origin[i].field, origin[i].text);
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "stops", made);
}

static gboolean
apply_stops (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  for (guint i = 0; i < work->stops->len; i++)
    put_stop (plan, g_ptr_array_index (work->stops, i), project);
  return TRUE;
}

const BlImportVerbs bl_import_stops_verbs = { work_stops, work_free, apply_stops };
