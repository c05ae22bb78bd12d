/* import-travel.c: ready-made travel times from areas to libraries, into the project
 *
 * Long (a row for each area and library) or wide (a column for each library).
 * What is blank or too large to be a time is not reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-columns.h"
#include "cells.h"
#include "import-plan-private.h"
#include "library-match.h"
#include "recognise.h"
#include "text.h"
#include "travel-times.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No journey to a library takes longer: routing programs write such numbers for "never". */
#define LONGEST_MINUTES (24 * 60.0)

typedef struct
{
  guint row, column; /* of the columns */
  int area;
} Part;

struct _BlImportWork
{
  BlAreaColumns *columns;
  BlTravelBy by;
  char *name;
};

typedef struct
{
  int code, library, mode, time; /* columns, or -1 */
  double unit;                   /* minutes in one of the file's units */
  GArray *wide;                  /* of guint: columns, each a library */
  GArray *parts;                 /* Part */
  BlLibraryMatch *match;
  guint n_unreached, first_unreached;
} Reading;

static void
work_free (BlImportWork *work)
{
  bl_area_columns_free (work->columns);
  g_free (work->name);
  g_free (work);
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->wide, g_array_unref);
  g_clear_pointer (&reading->parts, g_array_unref);
  bl_library_match_free (reading->match);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* --- Setting out ---------------------------------------------------------- */

/* "foot-walking", "bus and rail", "CAR". */
static BlTravelBy
read_by (const char *text)
{
  static const struct
  {
    const char *word;
    BlTravelBy by;
  } words[] = {
    { "walk", BL_TRAVEL_BY_WALK },   { "foot", BL_TRAVEL_BY_WALK },     { "cycl", BL_TRAVEL_BY_CYCLE },
    { "bike", BL_TRAVEL_BY_CYCLE },  { "bicycle", BL_TRAVEL_BY_CYCLE }, { "driv", BL_TRAVEL_BY_DRIVE },
    { "car", BL_TRAVEL_BY_DRIVE },   { "public", BL_TRAVEL_BY_PUBLIC }, { "transit", BL_TRAVEL_BY_PUBLIC },
    { "bus", BL_TRAVEL_BY_PUBLIC },  { "rail", BL_TRAVEL_BY_PUBLIC },   { "train", BL_TRAVEL_BY_PUBLIC },
  };
  g_autofree char *folded = bl_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (folded, words[i].word);
      /* "oscar" is no car. */
      if (at != NULL && (at == folded || !g_ascii_isalpha (at[-1])))
        return words[i].by;
    }
  return BL_TRAVEL_BY_UNKNOWN;
}

BlTravelBy
bl_import_travel_read_by (const char *text)
{
  return read_by (text);
}

/* A file of several ways of travel is brought in one way at a time. */
static gboolean
find_by (BlImportPlan *plan, BlImportWork *work, Reading *reading, GError **error)
{
  BlTravelBy only = BL_TRAVEL_BY_UNKNOWN;

  work->by = plan->options.by;
  for (guint r = 0; reading->mode >= 0 && work->by == BL_TRAVEL_BY_UNKNOWN && r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      BlTravelBy by = read_by (bl_sheet_get_cell (plan->sheet, r, reading->mode));

      if (by != BL_TRAVEL_BY_UNKNOWN && only != BL_TRAVEL_BY_UNKNOWN && by != only)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” holds times of several means of travel: say which, or leave “%s” out and the others out of the file"),
                       plan->file, bl_sheet_get_column (plan->sheet, reading->mode));
          return FALSE;
        }
      if (by != BL_TRAVEL_BY_UNKNOWN)
        only = by;
    }
  if (work->by == BL_TRAVEL_BY_UNKNOWN)
    work->by = only != BL_TRAVEL_BY_UNKNOWN ? only : read_by (plan->file);
  return TRUE;
}

/* "public", or with the time of day "public_tuesday_8_00". */
static char *
make_name (BlTravelBy by, const char *when)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_TRAVEL_BY);
  const char *nick = by != BL_TRAVEL_BY_UNKNOWN ? g_enum_get_value (klass, by)->value_nick : "travel";
  g_autofree char *both = when != NULL ? g_strdup_printf ("%s %s", nick, when) : g_strdup (nick);

  return bl_recognise_value_name (both);
}

static void
find_wide (BlImportPlan *plan, Reading *reading)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c);

      if (g_strcmp0 (target, "library-minutes") != 0 && g_strcmp0 (target, "library-seconds") != 0)
        continue;
      reading->unit = g_str_equal (target, "library-seconds") ? 1 / 60.0 : 1;
      g_array_append_val (reading->wide, c);
    }
}

static gboolean
set_out (BlImportPlan *plan, BlImportWork *work, Reading *reading, GError **error)
{
  g_autofree char *list = bl_import_plan_list_columns (plan);
  int minutes = bl_import_plan_find_target (plan, "minutes"), seconds = bl_import_plan_find_target (plan, "seconds");

  reading->code = bl_import_plan_find_target (plan, "code");
  reading->library = bl_import_plan_find_target (plan, "library");
  reading->mode = bl_import_plan_find_target (plan, "mode");
  reading->time = minutes >= 0 ? minutes : seconds;
  reading->unit = minutes >= 0 ? 1 : 1 / 60.0;
  find_wide (plan, reading);
  if (reading->code < 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("Say which column of “%s” holds the codes of the areas: its columns are %s"), plan->file, list);
  else if (reading->wide->len == 0 && reading->library < 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("Say which column of “%s” holds the libraries, or which columns are one each: its columns are %s"),
                 plan->file, list);
  else if (reading->wide->len == 0 && reading->time < 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                 _ ("Say which column of “%s” holds the times, and whether in minutes or seconds: its columns are %s"),
                 plan->file, list);
  else if (plan->snapshot->n_areas == 0 || plan->snapshot->libraries->len == 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("The project has no areas or no libraries yet that the times of “%s” could be between: add them first"),
                 plan->file);
  else if (find_by (plan, work, reading, error))
    {
      work->name = make_name (work->by, plan->options.when);
      reading->match = bl_library_match_new (plan, error);
    }
  return reading->match != NULL;
}

/* --- Rows ----------------------------------------------------------------- */

typedef enum
{
  CELL_NUMBER,
  CELL_UNREACHED,
  CELL_WRONG,
} Cell;

static Cell
read_time (BlImportPlan *plan, Reading *reading, guint row, const char *record, int column, double *minutes)
{
  const char *field = bl_sheet_get_column (plan->sheet, column);
  g_autofree char *clean = bl_text_clean (bl_sheet_get_cell (plan->sheet, row, column));
  double number;

  if (clean == NULL || bl_cell_is_blank (clean) || bl_cell_is_withheld (clean) || g_ascii_strcasecmp (clean, "inf") == 0
      || g_ascii_strcasecmp (clean, "nan") == 0 || g_ascii_strcasecmp (clean, "na") == 0)
    number = -1;
  else if (!bl_text_parse_number (clean, &number))
    {
      g_autofree char *reason = g_strdup_printf (_ ("“%s” in “%s” is not a time"), clean, field);
      g_autofree char *refusal = g_strdup_printf (_ ("%s: mend it, or leave it out"), reason);
      (void) bl_import_plan_refuse (plan, row, record, field, reason, _ ("Leave it out: not reached"), refusal);
      return CELL_WRONG;
    }
  if (number < 0 || number * reading->unit > LONGEST_MINUTES)
    {
      if (reading->n_unreached++ == 0)
        reading->first_unreached = bl_sheet_get_row_number (plan->sheet, row);
      return CELL_UNREACHED;
    }
  /* To a hundredth of a minute: more is noise that only makes the file longer. */
  *minutes = round (number * reading->unit * 100) / 100;
  return CELL_NUMBER;
}

/* TRUE when the time came in. */
static gboolean
add_time (BlImportPlan *plan, BlImportWork *work, Reading *reading, guint row, int area, int library, const char *name, int time)
{
  BlAreaColumn *column = bl_area_columns_get (work->columns, library, name);
  const char *code = bl_sheet_get_cell (plan->sheet, row, reading->code);
  Part part = { .row = row, .area = area };
  double minutes = 0;

  if (read_time (plan, reading, row, code, time, &minutes) != CELL_NUMBER)
    return FALSE;
  if (!isnan (column->numbers[area]) && column->numbers[area] != minutes)
    {
      g_autofree char *reason = g_strdup_printf (_ ("%s has another time to “%s” in a row before"), code, name);
      g_autofree char *refusal = g_strdup_printf (_ ("%s: mend one, or leave this one out"), reason);
      (void) bl_import_plan_refuse (plan, row, code, bl_sheet_get_column (plan->sheet, time), reason,
                                    _ ("Leave this one out"), refusal);
      return FALSE;
    }
  column->numbers[area] = minutes;
  if (!g_ptr_array_find (work->columns->columns, column, &part.column))
    g_assert_not_reached ();
  g_array_append_val (reading->parts, part);
  return TRUE;
}

/* NULL: the row came in; else why not. */
static const char *
read_row (BlImportPlan *plan, BlImportWork *work, Reading *reading, guint row, gboolean *elsewhere)
{
  g_autofree char *code = bl_text_clean (bl_sheet_get_cell (plan->sheet, row, reading->code));
  int area = code != NULL ? bl_import_snapshot_find_area (plan->snapshot, code) : -1;
  gboolean held = FALSE;

  if (code == NULL)
    return _ ("no code");
  if (area < 0)
    {
      *elsewhere = TRUE;
      return _ ("not an area of this project");
    }
  if (reading->mode >= 0 && work->by != BL_TRAVEL_BY_UNKNOWN
      && read_by (bl_sheet_get_cell (plan->sheet, row, reading->mode)) != work->by)
    return _ ("by another means of travel");
  for (guint i = 0; i < reading->wide->len; i++)
    {
      guint c = g_array_index (reading->wide, guint, i);
      const char *name = bl_sheet_get_column (plan->sheet, c);
      int library = bl_library_match_look (reading->match, name);

      if (library >= 0)
        held = add_time (plan, work, reading, row, area, library, name, (int) c) || held;
    }
  if (reading->wide->len == 0)
    {
      const char *name = bl_sheet_get_cell (plan->sheet, row, reading->library);
      int library = bl_cell_is_blank (name)
                        ? BL_LIBRARY_MATCH_NONE
                        : bl_library_match_find (reading->match, row, bl_sheet_get_column (plan->sheet, reading->library), name);

      if (library < 0)
        return library == BL_LIBRARY_MATCH_TWO ? _ ("fits two libraries") : _ ("not a library of this project");
      held = add_time (plan, work, reading, row, area, library, name, reading->time);
    }
  return held ? NULL : _ ("not reached");
}

/* --- What is new ---------------------------------------------------------- */

static void
count_rows (BlImportPlan *plan, BlImportWork *work, Reading *reading)
{
  const BlKnownColumns *known = bl_import_snapshot_find_columns (plan->snapshot->travel, work->name);
  BlImportReport *report = plan->report;

  for (guint i = 0; i < reading->parts->len;)
    {
      guint row = g_array_index (reading->parts, Part, i).row;
      gboolean added = FALSE, updated = FALSE;

      for (; i < reading->parts->len && g_array_index (reading->parts, Part, i).row == row; i++)
        {
          const Part *part = &g_array_index (reading->parts, Part, i);
          const BlAreaColumn *column = g_ptr_array_index (work->columns->columns, part->column);
          const BlKnownColumn *had = bl_area_columns_find_known (plan, known, column);
          double was = had != NULL && had->numbers != NULL && (guint) part->area < bl_table_get_n_rows (had->numbers)
                           ? bl_table_get_numbers (had->numbers)[part->area]
                           : NAN;

          added = added || isnan (was);
          updated = updated || (!isnan (was) && was != column->numbers[part->area]);
        }
      report->added += added;
      report->updated += updated && !added;
      report->unchanged += !added && !updated;
    }
}

/* Libraries of a wide table are in its header, which has no row to tick. */
static void
warn_of_headings (BlImportPlan *plan, Reading *reading)
{
  for (guint i = 0; i < reading->wide->len; i++)
    {
      const char *name = bl_sheet_get_column (plan->sheet, g_array_index (reading->wide, guint, i));
      int library = bl_library_match_look (reading->match, name);

      if (library < 0)
        bl_import_report_warn (plan->report, 1, name,
                               library == BL_LIBRARY_MATCH_TWO
                                   ? _ ("“%s” is the name of two libraries of the project, left out: give the id of one")
                                   : _ ("“%s” is no library of the project, left out"),
                               name);
    }
}

static BlImportWork *
work_travel (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlImportReport *report = plan->report;
  g_auto (Reading) reading = { 0 };
  g_autofree gboolean *left_out = NULL;

  work->columns = bl_area_columns_new (plan->snapshot->n_areas);
  reading.wide = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.parts = g_array_new (FALSE, FALSE, sizeof (Part));
  bl_import_plan_note_left_out (plan);
  if (!set_out (plan, work, &reading, error))
    return work;
  left_out = bl_import_plan_check_rows (plan, report);
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      gboolean elsewhere = FALSE;
      const char *reason = left_out[r]                               ? _ ("another number of cells than the header")
                           : bl_import_plan_row_is_empty (plan, r) ? _ ("empty")
                                                                     : read_row (plan, work, &reading, r, &elsewhere);

      report->read++;
      if (reason == NULL)
        continue;
      report->elsewhere += elsewhere;
      report->skipped += !elsewhere;
      bl_import_report_reason (report, reason, bl_sheet_get_row_number (plan->sheet, r));
    }
  count_rows (plan, work, &reading);
  if (reading.parts->len == 0 && plan->first_refusal == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("“%s” has no time from an area of this project to a library of it"), plan->file);
  if (reading.n_unreached > 0)
    bl_import_report_warn (report, reading.first_unreached, NULL,
                           ngettext ("%u time is blank, or longer than a day: not reached",
                                     "%u times are blank, or longer than a day: not reached", reading.n_unreached),
                           reading.n_unreached);
  if (work->by == BL_TRAVEL_BY_UNKNOWN)
    bl_import_report_warn (report, 0, NULL, _ ("Nothing says by which means of travel the times are"));
  warn_of_headings (plan, &reading);
  if (reading.wide->len == 0)
    bl_library_match_warn (reading.match, _ ("left out"));
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static BlRecord *
find_travel (BlProject *project, const char *name)
{
  GListModel *list = bl_record_get_list (BL_RECORD (project), "travel");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) travel = g_list_model_get_item (list, i);
      if (g_strcmp0 (bl_record_get_text (travel, "name"), name) == 0)
        return travel; /* the list keeps it */
    }
  return NULL;
}

static void
set_known_text (BlRecord *record, const char *field, const char *text)
{
  if (text != NULL)
    bl_record_set_text (record, field, text);
}

static gboolean
apply_travel (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  BlRecord *travel = find_travel (project, work->name);
  g_autoptr (BlRecord) made = NULL;

  if (travel == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "travel-times");

      travel = made = BL_RECORD (bl_travel_times_new (id));
      bl_record_set_text (travel, "name", work->name);
    }
  bl_record_set_enum (travel, "by", work->by);
  set_known_text (travel, "when", plan->options.when);
  set_known_text (travel, "source", bl_import_plan_source (plan));
  set_known_text (travel, "date", bl_import_plan_date (plan));
  set_known_text (travel, "licence", bl_import_plan_licence (plan));
  bl_area_columns_put (work->columns, plan, project, travel, "minutes");
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "travel", made);
  return TRUE;
}

const BlImportVerbs bl_import_travel_verbs = { work_travel, work_free, apply_travel };

/* --- Columns -------------------------------------------------------------- */

/* How many cells of @column are codes of the project's areas. */
static guint
count_codes (BlImportPlan *plan, guint column)
{
  guint codes = 0;

  for (guint r = 0; r < MIN (bl_sheet_get_n_rows (plan->sheet), 2000); r++)
    {
      g_autofree char *code = bl_text_clean (bl_sheet_get_cell (plan->sheet, r, column));
      codes += code != NULL && bl_import_snapshot_find_area (plan->snapshot, code) >= 0;
    }
  return codes;
}

static gboolean
is_end (const char *target)
{
  return g_strcmp0 (target, "code") == 0 || g_strcmp0 (target, "library") == 0;
}

void
bl_import_travel_choose (BlImportPlan *plan)
{
  guint n = bl_sheet_get_n_columns (plan->sheet), best = 0, most = 0;
  g_autoptr (BlLibraryMatch) match = NULL;
  const char *wide = plan->options.seconds ? "library-seconds" : "library-minutes";

  /* Of "from_id" and "to_id" the one with codes is the area, whichever way the journey goes. */
  for (guint c = 0; c < n; c++)
    if (is_end (bl_import_plan_column_target (plan, c)) && count_codes (plan, c) > most)
      best = c, most = count_codes (plan, c);
  for (guint c = 0; c < n && most > 0; c++)
    if (c != best && g_strcmp0 (bl_import_plan_column_target (plan, c), "code") == 0)
      bl_import_plan_place_target (plan, c, "library");
  if (most > 0)
    bl_import_plan_place_target (plan, best, "code");
  if (plan->options.seconds || plan->options.minutes)
    {
      int time = MAX (bl_import_plan_find_target (plan, "minutes"), bl_import_plan_find_target (plan, "seconds"));
      for (guint c = 0; c < n && time < 0; c++)
        {
          g_autofree char *heading = bl_text_fold (bl_sheet_get_column (plan->sheet, c));
          if (strstr (heading, "time") != NULL || strstr (heading, "duration") != NULL)
            time = (int) c;
        }
      if (time >= 0)
        bl_import_plan_place_target (plan, (guint) time, plan->options.seconds ? "seconds" : "minutes");
    }
  if (bl_import_plan_find_target (plan, "library") >= 0)
    return;
  match = bl_library_match_new (plan, NULL);
  for (guint c = 0; match != NULL && c < n; c++)
    if (bl_import_plan_column_target (plan, c) == NULL
        && bl_library_match_look (match, bl_sheet_get_column (plan->sheet, c)) != BL_LIBRARY_MATCH_NONE)
      bl_import_plan_place_target (plan, c, wide);
}

gboolean
bl_import_travel_is_wide (BlImportPlan *plan)
{
  g_autoptr (BlLibraryMatch) match = bl_library_match_new (plan, NULL);
  guint n = bl_sheet_get_n_columns (plan->sheet), libraries = 0;

  for (guint c = 0; match != NULL && c < n; c++)
    libraries += bl_library_match_look (match, bl_sheet_get_column (plan->sheet, c)) >= 0;
  return libraries >= 2 && libraries * 2 >= n - 1;
}
