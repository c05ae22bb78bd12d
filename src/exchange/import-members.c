/* import-members.c: members, borrowers or loans by the area they live in, into the project
 *
 * Nothing is dropped for want of a place: people who live outside the areas,
 * and people of whom no area is known, are counted beside them, and so is every
 * count too small to be given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-columns.h"
#include "cells.h"
#include "import-plan-private.h"
#include "library-match.h"
#include "named-period.h"
#include "service-rows.h"
#include "text.h"
#include "use.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Published tables leave out counts under this. */
#define SMALLEST_GIVEN 5
#define ABSURD 1e8

/* What one row adds. */
typedef struct
{
  guint row;
  guint column; /* of the columns */
  int area;     /* -1: elsewhere or nowhere */
} Part;

struct _BlImportWork
{
  BlAreaColumns *columns;
  char *name, *what; /* of the record */
  char *date;        /* the file's own; NULL for none */
  guint n_suppressed;
};

typedef struct
{
  int code, library, count, date;
  BlServiceRows *service;
  BlLibraryMatch *match;
  GArray *parts;      /* Part */
  GHashTable *seen;   /* of library and area: stands in several rows */
  guint n_repeated, first_repeated;
  guint32 newest;     /* of the dates of the rows; 0 for none */
  guint n_away, n_nowhere;
} Reading;

static void
work_free (BlImportWork *work)
{
  bl_area_columns_free (work->columns);
  g_free (work->name);
  g_free (work->what);
  g_free (work->date);
  g_free (work);
}

static void
reading_clear (Reading *reading)
{
  bl_service_rows_free (reading->service);
  bl_library_match_free (reading->match);
  g_clear_pointer (&reading->parts, g_array_unref);
  g_clear_pointer (&reading->seen, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* --- Setting out ---------------------------------------------------------- */

/* What is counted, by the heading: "members" of "users". */
static void
name_what (BlImportPlan *plan, BlImportWork *work, int count)
{
  g_autofree char *heading = bl_text_fold (bl_sheet_get_column (plan->sheet, count));

  if (strstr (heading, "borrower") != NULL)
    work->name = g_strdup ("borrowers"), work->what = g_strdup (_ ("active borrowers"));
  else if (strstr (heading, "loan") != NULL || strstr (heading, "issue") != NULL)
    work->name = g_strdup ("loans"), work->what = g_strdup (_ ("loans"));
  else
    work->name = g_strdup ("members"), work->what = g_strdup (_ ("members"));
}

static gboolean
set_out (BlImportPlan *plan, BlImportWork *work, Reading *reading, GError **error)
{
  g_autofree char *list = bl_import_plan_list_columns (plan);

  reading->code = bl_import_plan_find_target (plan, "code");
  reading->library = bl_import_plan_find_target (plan, "library");
  reading->count = bl_import_plan_find_target (plan, "count");
  reading->date = bl_import_plan_find_target (plan, "count-date");
  if (reading->code < 0 || reading->count < 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   reading->code < 0 ? _ ("Say which column of “%s” holds the codes of the areas: its columns are %s")
                                     : _ ("Say which column of “%s” holds the number of people: its columns are %s"),
                   plan->file, list);
      return FALSE;
    }
  if (plan->snapshot->n_areas == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("The project has no areas yet that the people of “%s” could live in: add areas first"), plan->file);
      return FALSE;
    }
  name_what (plan, work, reading->count);
  reading->service = bl_service_rows_find (plan, bl_import_plan_find_target (plan, "service"),
                                           bl_import_plan_find_target (plan, "service-code"), -1, error);
  reading->match = reading->service != NULL ? bl_library_match_new (plan, error) : NULL;
  return reading->match != NULL;
}

/* A table of several counts is read for the newest of them. */
static void
find_newest (BlImportPlan *plan, BlImportWork *work, Reading *reading)
{
  guint32 day;

  for (guint r = 0; reading->date >= 0 && r < bl_sheet_get_n_rows (plan->sheet); r++)
    if (reading->service->ours[r] && bl_named_period_read_day (bl_sheet_get_cell (plan->sheet, r, reading->date), &day))
      reading->newest = MAX (reading->newest, day);
  if (reading->newest > 0)
    work->date = bl_text_date_for_people (reading->newest);
}

/* --- Rows ----------------------------------------------------------------- */

typedef enum
{
  CELL_BLANK,
  CELL_NUMBER,
  CELL_SUPPRESSED,
  CELL_WRONG,
} Cell;

static Cell
read_count (BlImportPlan *plan, const Reading *reading, guint row, double *count)
{
  const char *cell = bl_sheet_get_cell (plan->sheet, row, reading->count);
  const char *field = bl_sheet_get_column (plan->sheet, reading->count);
  g_autofree char *clean = bl_text_clean (cell);

  if (clean == NULL)
    return CELL_BLANK;
  if (bl_text_parse_number (clean, count) && *count >= 0 && *count <= ABSURD && *count == floor (*count))
    return CELL_NUMBER;
  /* The schema's "x", LibrariesWest's "*", others' "<5". */
  if (g_ascii_strcasecmp (clean, "x") == 0 || *clean == '<' || bl_cell_is_withheld (clean))
    return CELL_SUPPRESSED;
  g_autofree char *reason = g_strdup_printf (_ ("“%s” in “%s” is no number of people"), clean, field);
  g_autofree char *refusal = g_strdup_printf (_ ("%s: mend it, or leave the row out"), reason);
  (void) bl_import_plan_refuse (plan, row, bl_sheet_get_cell (plan->sheet, row, reading->code), field, reason,
                                _ ("Leave the row out"), refusal);
  return CELL_WRONG;
}

static void
add_to_area (BlImportWork *work, BlAreaColumn *column, int area, Cell cell, double count)
{
  double *numbers = cell == CELL_NUMBER ? column->numbers : column->suppressed;

  if (isnan (numbers[area]))
    numbers[area] = 0;
  numbers[area] += cell == CELL_NUMBER ? count : 1;
}

static void
note_repeat (BlImportPlan *plan, Reading *reading, const Part *part, const char *code)
{
  g_autofree char *key = g_strdup_printf ("%u %s", part->column, code);

  if (*code == '\0' || g_hash_table_add (reading->seen, g_steal_pointer (&key)))
    return;
  if (reading->n_repeated++ == 0)
    reading->first_repeated = bl_sheet_get_row_number (plan->sheet, part->row);
}

/* NULL: the row is brought in; else why not. */
static const char *
read_row (BlImportPlan *plan, BlImportWork *work, Reading *reading, guint row)
{
  const char *library = reading->library >= 0 ? bl_sheet_get_cell (plan->sheet, row, reading->library) : NULL;
  g_autofree char *code = bl_text_clean (bl_sheet_get_cell (plan->sheet, row, reading->code));
  Part part = { .row = row, .area = -1 };
  BlAreaColumn *column;
  double count = 0;
  int found = -1;
  guint32 day;
  Cell cell;

  if (reading->newest > 0
      && (!bl_named_period_read_day (bl_sheet_get_cell (plan->sheet, row, reading->date), &day) || day != reading->newest))
    return _ ("of an earlier count");
  cell = read_count (plan, reading, row, &count);
  if (cell == CELL_BLANK)
    return _ ("no number");
  if (cell == CELL_WRONG)
    return _ ("no number of people");
  if (library != NULL)
    {
      /* A store, or a library of others, keeps its name. */
      found = MAX (bl_library_match_find (reading->match, row, bl_sheet_get_column (plan->sheet, reading->library), library), -1);
    }
  column = bl_area_columns_get (work->columns, found, found >= 0 ? NULL : library);
  if (!g_ptr_array_find (work->columns->columns, column, &part.column))
    g_assert_not_reached ();
  if (code != NULL && !bl_cell_is_blank (code) && g_ascii_strcasecmp (code, "unknown") != 0)
    {
      part.area = bl_import_snapshot_find_area (plan->snapshot, code);
      if (part.area >= 0)
        add_to_area (work, column, part.area, cell, count);
      else if (cell == CELL_NUMBER)
        column->elsewhere += (gint64) count;
      else
        column->elsewhere_suppressed++;
      reading->n_away += part.area < 0;
      note_repeat (plan, reading, &part, code);
    }
  else
    {
      if (cell == CELL_NUMBER)
        column->nowhere += (gint64) count;
      else
        column->nowhere_suppressed++;
      reading->n_nowhere++;
    }
  work->n_suppressed += cell == CELL_SUPPRESSED;
  g_array_append_val (reading->parts, part);
  return NULL;
}

/* --- What is new ---------------------------------------------------------- */

static double
value_at (BlTable *table, guint row)
{
  return table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_numbers (table)[row] : NAN;
}

static gboolean
same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* Rows of people outside the areas are as new as their library is. */
static void
count_part (BlImportPlan *plan, BlImportWork *work, const BlKnownColumns *known, const Part *part)
{
  const BlAreaColumn *column = g_ptr_array_index (work->columns->columns, part->column);
  const BlKnownColumn *had = bl_area_columns_find_known (plan, known, column);
  BlImportReport *report = plan->report;
  double was, was_suppressed;

  if (had == NULL)
    {
      report->added++;
      return;
    }
  if (part->area < 0)
    {
      report->unchanged++;
      return;
    }
  was = value_at (had->numbers, part->area);
  was_suppressed = value_at (had->suppressed, part->area);
  if (same (was, column->numbers[part->area]) && same (was_suppressed, column->suppressed[part->area]))
    report->unchanged++;
  else if (isnan (was) && isnan (was_suppressed))
    report->added++;
  else
    report->updated++;
}

static void
tell (BlImportPlan *plan, const BlImportWork *work, const Reading *reading)
{
  BlImportReport *report = plan->report;

  if (work->n_suppressed > 0)
    bl_import_report_warn (report, 0, bl_sheet_get_column (plan->sheet, reading->count),
                           ngettext ("%u count is too small to be given: kept as such, not as 0",
                                     "%u counts are too small to be given: kept as such, not as 0", work->n_suppressed),
                           work->n_suppressed);
  if (reading->n_away > 0)
    bl_import_report_warn (report, 0, bl_sheet_get_column (plan->sheet, reading->code),
                           ngettext ("%u row is of people who live outside the areas of the project: kept beside them",
                                     "%u rows are of people who live outside the areas of the project: kept beside them",
                                     reading->n_away),
                           reading->n_away);
  if (reading->n_nowhere > 0)
    bl_import_report_warn (report, 0, bl_sheet_get_column (plan->sheet, reading->code),
                           ngettext ("%u row is of people without an area: kept beside them",
                                     "%u rows are of people without an area: kept beside them", reading->n_nowhere),
                           reading->n_nowhere);
  if (reading->n_repeated > 0)
    bl_import_report_warn (report, reading->first_repeated, NULL,
                           ngettext ("%u row is of the same library and area as another: added up",
                                     "%u rows are of the same library and area as another: added up", reading->n_repeated),
                           reading->n_repeated);
  if (reading->library >= 0)
    bl_library_match_warn (reading->match, _ ("kept under that name"));
}

static gboolean
any_in_areas (const Reading *reading)
{
  for (guint i = 0; i < reading->parts->len; i++)
    if (g_array_index (reading->parts, Part, i).area >= 0)
      return TRUE;
  return FALSE;
}

static BlImportWork *
work_members (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlImportReport *report = plan->report;
  g_auto (Reading) reading = { 0 };
  g_autofree gboolean *left_out = NULL;
  const BlKnownColumns *known;

  work->columns = bl_area_columns_new (plan->snapshot->n_areas);
  reading.parts = g_array_new (FALSE, FALSE, sizeof (Part));
  reading.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bl_import_plan_note_left_out (plan);
  if (!set_out (plan, work, &reading, error))
    return work;
  find_newest (plan, work, &reading);
  left_out = bl_import_plan_check_rows (plan, report);
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      const char *reason;

      report->read++;
      if (left_out[r])
        reason = _ ("another number of cells than the header");
      else if (bl_import_plan_row_is_empty (plan, r))
        reason = _ ("empty");
      else if (!reading.service->ours[r])
        {
          report->elsewhere++;
          bl_import_report_reason (report, _ ("of another service"), bl_sheet_get_row_number (plan->sheet, r));
          continue;
        }
      else
        reason = read_row (plan, work, &reading, r);
      if (reason != NULL)
        {
          report->skipped++;
          bl_import_report_reason (report, reason, bl_sheet_get_row_number (plan->sheet, r));
        }
    }
  known = bl_import_snapshot_find_columns (plan->snapshot->uses, work->name);
  for (guint i = 0; i < reading.parts->len; i++)
    count_part (plan, work, known, &g_array_index (reading.parts, Part, i));
  if (!any_in_areas (&reading) && plan->first_refusal == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("No row of “%s” has the code of an area of this project: “%s” holds codes such as “%s”, the "
                    "project’s are such as “%s”"),
                 plan->file, bl_sheet_get_column (plan->sheet, reading.code), bl_sheet_get_cell (plan->sheet, 0, reading.code),
                 bl_table_get_texts (plan->snapshot->codes)[0]);
  tell (plan, work, &reading);
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static BlRecord *
find_use (BlProject *project, const char *name)
{
  GListModel *list = bl_record_get_list (BL_RECORD (project), "members");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) use = g_list_model_get_item (list, i);
      if (g_strcmp0 (bl_record_get_text (use, "name"), name) == 0)
        return use; /* the list keeps it */
    }
  return NULL;
}

static gboolean
apply_members (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  BlRecord *use = find_use (project, work->name);
  const char *date = bl_import_plan_date (plan) != NULL ? bl_import_plan_date (plan) : work->date;
  g_autoptr (BlRecord) made = NULL;

  if (use == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "use");

      use = made = BL_RECORD (bl_use_new (id));
      bl_record_set_text (use, "name", work->name);
      bl_record_set_text (use, "what", work->what);
    }
  if (bl_import_plan_source (plan) != NULL)
    bl_record_set_text (use, "source", bl_import_plan_source (plan));
  if (date != NULL)
    bl_record_set_text (use, "date", date);
  if (bl_import_plan_licence (plan) != NULL)
    bl_record_set_text (use, "licence", bl_import_plan_licence (plan));
  if (work->n_suppressed > 0)
    bl_record_set_integer (use, "suppressed-below", SMALLEST_GIVEN);
  else
    bl_record_set_value (use, "suppressed-below", NULL);
  bl_area_columns_put (work->columns, plan, project, use, "counts");
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "members", made);
  return TRUE;
}

const BlImportVerbs bl_import_members_verbs = { work_members, work_free, apply_members };
