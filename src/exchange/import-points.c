/* import-points.c: a place for each area into the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-tables.h"
#include "geometry.h"
#include "import-plan-private.h"
#include "point-columns.h"
#include "service-areas.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A file of fewer points than this is taken whole when nothing tells whose they are. */
#define FEW_POINTS 5000

struct _BlImportWork
{
  BlAreaTables *tables;
  gboolean changed;
};

typedef struct
{
  int code, name, x, y, district_code, district_name; /* columns, or -1 */
  BlServiceAreas *service;
  BlPointReader *reader;
  GHashTable *seen; /* code → row of the sheet + 1 */
  guint unknown;    /* rows of which nothing tells whose they are */
} Reading;

static void
work_free (BlImportWork *work)
{
  bl_area_tables_free (work->tables);
  g_free (work);
}

static const char *
get_cell (BlImportPlan *plan, guint row, int column)
{
  return column >= 0 ? bl_sheet_get_cell (plan->sheet, row, column) : NULL;
}

static char *
get_code (BlImportPlan *plan, const Reading *reading, guint row)
{
  return bl_text_clean (bl_sheet_get_cell (plan->sheet, row, reading->code));
}

/* Letters of a GSS code that say what kind of area it is: "E00", an output area in England. */
#define KIND_LENGTH 3

/* Small areas that came as points, without outlines, may come in several files, a district each. Areas of another
 * kind are another geography and never come beside them. */
static gboolean
may_be_more (const BlImportSnapshot *snapshot, const char *code)
{
  const char *first = snapshot->n_areas > 0 ? bl_table_get_texts (snapshot->codes)[0] : NULL;

  return snapshot->outlines == NULL && first != NULL && strlen (code) > KIND_LENGTH
         && g_ascii_strncasecmp (first, code, KIND_LENGTH) == 0;
}

/* Whether the area is ours, by the best that is known: the project's own
 * areas, the published facts, the district in the row. */
static BlMembership
membership (BlImportPlan *plan, const Reading *reading, guint row, const char *code)
{
  BlMembership known;

  if (plan->snapshot->n_areas > 0)
    {
      if (bl_import_snapshot_find_area (plan->snapshot, code) >= 0)
        return BL_MEMBERSHIP_OURS;
      if (!may_be_more (plan->snapshot, code)
          || bl_service_areas_has (reading->service, code) != BL_MEMBERSHIP_UNKNOWN
          || bl_service_areas_has_district (reading->service, get_cell (plan, row, reading->district_code),
                                            get_cell (plan, row, reading->district_name))
                 != BL_MEMBERSHIP_OURS)
        return BL_MEMBERSHIP_ELSEWHERE;
      return BL_MEMBERSHIP_OURS;
    }
  known = bl_service_areas_has (reading->service, code);
  if (known == BL_MEMBERSHIP_UNKNOWN)
    known = bl_service_areas_has_district (reading->service, get_cell (plan, row, reading->district_code),
                                           get_cell (plan, row, reading->district_name));
  return known;
}

static gboolean
find_columns (BlImportPlan *plan, Reading *reading, GError **error)
{
  static const char *const needed[] = { "code", "x", "y" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (bl_import_plan_find_target (plan, needed[i]) < 0)
      {
        g_autofree char *list = bl_import_plan_list_columns (plan);
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                     i == 0 ? _ ("Say which column of “%s” holds the codes of the areas: its columns are %s")
                            : _ ("Say which columns of “%s” hold the places of the areas: its columns are %s"),
                     plan->file, list);
        return FALSE;
      }
  reading->code = bl_import_plan_find_target (plan, "code");
  reading->x = bl_import_plan_find_target (plan, "x");
  reading->y = bl_import_plan_find_target (plan, "y");
  reading->name = bl_import_plan_find_target (plan, "name");
  reading->district_code = bl_import_plan_find_target (plan, "district-code");
  reading->district_name = bl_import_plan_find_target (plan, "district-name");
  return TRUE;
}

/* The coordinate system, by what the user said or by the first row that has numbers. */
static gboolean
make_reader (BlImportPlan *plan, Reading *reading, GError **error)
{
  double x = 0, y = 0;

  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    if (bl_text_parse_number (bl_sheet_get_cell (plan->sheet, r, reading->x), &x)
        && bl_text_parse_number (bl_sheet_get_cell (plan->sheet, r, reading->y), &y))
      break;
  reading->reader = bl_point_reader_new (plan->options.crs, x, y, error);
  return reading->reader != NULL;
}

/* The place in @row; FALSE when the row is to be left out, with its reason in the report. */
static gboolean
read_place (BlImportPlan *plan, const Reading *reading, guint row, const char *code, BlPoint *point)
{
  const char *x_cell = bl_sheet_get_cell (plan->sheet, row, reading->x);
  const char *y_cell = bl_sheet_get_cell (plan->sheet, row, reading->y);
  const char *const cells[] = { x_cell, y_cell };
  const int columns[] = { reading->x, reading->y };
  double numbers[2];

  for (guint i = 0; i < 2; i++)
    if (!bl_text_parse_number (cells[i], &numbers[i]))
      {
        const char *field = bl_sheet_get_column (plan->sheet, columns[i]);
        g_autofree char *clean = bl_text_clean (cells[i]);

        if (clean == NULL)
          {
            bl_import_report_reason (plan->report, _ ("no place"), bl_sheet_get_row_number (plan->sheet, row));
            return FALSE;
          }
        g_autofree char *reason = g_strdup_printf (_ ("“%s” in “%s” is not a number"), clean, field);
        g_autofree char *refusal
            = g_strdup_printf (_ ("“%s” in “%s” is not a number: mend it, or leave the row out"), clean, field);
        (void) bl_import_plan_refuse (plan, row, code, field, reason, _ ("Leave the row out"), refusal);
        bl_import_report_reason (plan->report, _ ("its place is not a number"), bl_sheet_get_row_number (plan->sheet, row));
        return FALSE;
      }
  if (!bl_point_reader_read (reading->reader, numbers[0], numbers[1], point) || !bl_point_in_britain (*point))
    {
      g_autofree char *reason
          = g_strdup_printf (_ ("Its place, %s, %s, lies outside Great Britain"), x_cell, y_cell);
      g_autofree char *refusal = g_strdup_printf (
          _ ("the place of %s, %s, %s, lies outside Great Britain: mend it, leave the row out, or say which "
             "coordinate system the file is in"),
          code, x_cell, y_cell);
      (void) bl_import_plan_refuse (plan, row, code, bl_sheet_get_column (plan->sheet, reading->x), reason,
                                    _ ("Leave the row out"), refusal);
      bl_import_report_reason (plan->report, _ ("its place lies outside Great Britain"),
                               bl_sheet_get_row_number (plan->sheet, row));
      return FALSE;
    }
  return TRUE;
}

static void
read_row (BlImportPlan *plan, BlImportWork *work, Reading *reading, guint row)
{
  BlImportReport *report = plan->report;
  guint number = bl_sheet_get_row_number (plan->sheet, row), before;
  g_autofree char *code = get_code (plan, reading, row);
  BlMembership whose;
  BlPoint point = { NAN, NAN };
  gboolean is_new;
  int area;

  if (code == NULL)
    {
      report->skipped++;
      bl_import_report_reason (report, _ ("no code"), number);
      return;
    }
  whose = membership (plan, reading, row, code);
  if (whose == BL_MEMBERSHIP_ELSEWHERE)
    {
      report->elsewhere++;
      bl_import_report_reason (report, _ ("not an area of the service"), number);
      return;
    }
  reading->unknown += whose == BL_MEMBERSHIP_UNKNOWN;
  if (!read_place (plan, reading, row, code, &point))
    {
      report->skipped++;
      return;
    }
  before = GPOINTER_TO_UINT (g_hash_table_lookup (reading->seen, code));
  area = bl_area_tables_find (work->tables, code);
  is_new = area < 0;
  if (is_new)
    area = bl_area_tables_add (work->tables, code);
  bl_area_tables_name (work->tables, area, get_cell (plan, row, reading->name));
  if (!bl_area_tables_place (work->tables, area, point))
    {
      report->unchanged++;
      return;
    }
  work->changed = TRUE;
  if (before != 0)
    {
      guint first = bl_sheet_get_row_number (plan->sheet, before - 1);
      g_autofree char *reason = g_strdup_printf (_ ("%s has another place in row %u"), code, first);
      g_autofree char *refusal
          = g_strdup_printf (_ ("%s has another place than in row %u: mend one, or leave this row out"), code, first);
      (void) bl_import_plan_refuse (plan, row, code, NULL, reason, _ ("Leave this row out"), refusal);
      /* The first stays. */
      (void) read_place (plan, reading, before - 1, code, &point);
      (void) bl_area_tables_place (work->tables, area, point);
      report->skipped++;
      bl_import_report_reason (report, _ ("a code that stands twice with different places"), number);
      return;
    }
  g_hash_table_insert (reading->seen, g_strdup (code), GUINT_TO_POINTER (row + 1));
  if (is_new)
    report->added++;
  else
    report->updated++;
}

static BlImportWork *
work_points (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlImportReport *report = plan->report;
  Reading reading = { 0 };
  g_autoptr (BlServiceAreas) service = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *left_out = NULL;
  guint n = bl_sheet_get_n_rows (plan->sheet), unplaced;

  bl_import_plan_note_left_out (plan);
  if (!find_columns (plan, &reading, error) || !make_reader (plan, &reading, error))
    return work;
  if (plan->snapshot->n_areas == 0 || plan->snapshot->outlines == NULL)
    reading.service = service = bl_service_areas_new (plan);
  reading.seen = seen;
  left_out = bl_import_plan_check_rows (plan, report);
  work->tables = bl_area_tables_new (plan->snapshot);
  for (guint r = 0; r < n; r++)
    {
      report->read++;
      if (left_out[r] || bl_import_plan_row_is_empty (plan, r))
        {
          report->skipped++;
          bl_import_report_reason (report, left_out[r] ? _ ("another number of cells than the header") : _ ("empty"),
                                   bl_sheet_get_row_number (plan->sheet, r));
        }
      else
        read_row (plan, work, &reading, r);
    }
  bl_point_reader_free (reading.reader);
  unplaced = bl_area_tables_n_unplaced (work->tables);
  if (reading.unknown >= FEW_POINTS)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("Nothing tells which of the %u points of “%s” are the service’s: add the outlines of its areas "
                    "first, or give a file of its areas alone"),
                 reading.unknown, plan->file);
  else if (report->elsewhere > 0 && report->added + report->updated + report->unchanged + report->skipped == 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 plan->snapshot->n_areas > 0 ? _ ("No row of “%s” is an area of this project")
                                             : _ ("No row of “%s” is an area of the service"),
                 plan->file);
  else if (report->added + report->updated + report->unchanged == 0 && plan->first_refusal == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has no row with a code and a place"),
                 plan->file);
  else if (unplaced > 0)
    bl_import_report_warn (report, 0, NULL,
                           ngettext ("%u area of the project has no point", "%u areas of the project have no point", unplaced),
                           unplaced);
  return work;
}

static gboolean
apply_points (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  BlRecord *areas;

  if (!work->changed)
    return TRUE;
  areas = bl_area_tables_apply (work->tables, project);
  bl_record_set_text (areas, "point-source", bl_import_plan_source (plan));
  bl_record_set_text (areas, "point-date", bl_import_plan_date (plan));
  bl_record_set_text (areas, "point-licence", bl_import_plan_licence (plan));
  bl_import_plan_set_areas_source (plan, areas);
  return TRUE;
}

const BlImportVerbs bl_import_points_verbs = { work_points, work_free, apply_points };
