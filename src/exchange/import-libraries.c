/* import-libraries.c: a list of libraries into the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan-private.h"
#include "library-checks.h"
#include "library-rows.h"
#include "neighbours.h"
#include "same-library.h"
#include "service-rows.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _BlImportWork
{
  BlServiceRows *service;
  GPtrArray *rows;   /* BlLibraryRow: ours */
  int *known;        /* by row: index among the project's, or BL_SAME_LIBRARY_… */
  gboolean fill_only; /* an older edition: only what is not known */
  int status_year;   /* of columns that name no year; 0 when there are none */
  int file_year;     /* newest that a column names; 0 when none does */
  GPtrArray *nearby; /* BlLibraryRow; NULL: the file knows of no neighbours */
  gboolean nearby_changed;
};

static void
work_free (BlImportWork *work)
{
  bl_service_rows_free (work->service);
  g_clear_pointer (&work->rows, g_ptr_array_unref);
  g_free (work->known);
  g_clear_pointer (&work->nearby, g_ptr_array_unref);
  g_free (work);
}

/* --- What a row would change ---------------------------------------------- */

/* Whether @field of @row would replace what is known. */
static gboolean
changes_field (const BlImportWork *work, const BlLibraryRow *row, const BlKnownLibrary *known, guint field)
{
  if (row->fields[field] == NULL || field == BL_LIBRARY_SOURCE || field == BL_LIBRARY_SOURCE_DATE
      || field == BL_LIBRARY_ROW)
    return FALSE;
  if (known->fields[field] == NULL)
    return TRUE;
  return !work->fill_only && !g_str_equal (known->fields[field], row->fields[field]);
}

/* A blank day beside days with times is a day when it is shut, where nobody has said otherwise. */
static gboolean
closes_day (const BlLibraryRow *row, const BlKnownLibrary *known, guint day)
{
  return (row->blank_days & 1u << day) != 0 && (known == NULL || known->fields[BL_LIBRARY_MONDAY + day] == NULL);
}

static gboolean
changes_status (const BlImportWork *work, const BlRowStatus *status, const BlKnownLibrary *known)
{
  const BlRowStatus *had = bl_row_statuses_find (known->statuses, status->year);

  if (had == NULL)
    return TRUE;
  if (status->operation != BL_OPERATION_UNKNOWN && status->operation != had->operation
      && (had->operation == BL_OPERATION_UNKNOWN || !work->fill_only))
    return TRUE;
  return status->statutory >= 0 && status->statutory != had->statutory && (had->statutory < 0 || !work->fill_only);
}

static gboolean
changes_anything (const BlImportWork *work, const BlLibraryRow *row, const BlKnownLibrary *known)
{
  if (row->type != BL_LIBRARY_TYPE_UNKNOWN && row->type != known->type
      && (known->type == BL_LIBRARY_TYPE_UNKNOWN || !work->fill_only))
    return TRUE;
  for (guint f = 0; f < BL_LIBRARY_N_FIELDS; f++)
    if (changes_field (work, row, known, f))
      return TRUE;
  for (guint d = 0; d < 7; d++)
    if (closes_day (row, known, d))
      return TRUE;
  for (guint i = 0; i < row->statuses->len; i++)
    if (changes_status (work, &g_array_index (row->statuses, BlRowStatus, i), known))
      return TRUE;
  return FALSE;
}

/* --- Working through ------------------------------------------------------ */

static int
newest_year (BlImportPlan *plan)
{
  int newest = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c), *stem;
      int year = target != NULL ? bl_target_get_year (target, &stem) : 0;
      if (year > newest && g_str_equal (stem, "operation"))
        newest = year;
    }
  return newest;
}

/* The year whose operation will count once this is in. */
static int
effective_year (BlImportPlan *plan, const BlImportWork *work)
{
  if (plan->options.year != 0)
    return plan->options.year;
  if (plan->snapshot->year_said || work->file_year == 0)
    return plan->snapshot->year;
  return work->file_year;
}

static gboolean
check_year (BlImportPlan *plan, const BlImportWork *work, GError **error)
{
  int year = plan->options.year;

  if (year == 0 || work->file_year == 0)
    return TRUE;
  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c), *stem;
      if (target != NULL && bl_target_get_year (target, &stem) == year && g_str_equal (stem, "operation"))
        return TRUE;
    }
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
               _ ("“%s” does not say who ran the libraries in %d: its newest year is %d"), plan->file, year,
               work->file_year);
  return FALSE;
}

static void
read_rows (BlImportPlan *plan, BlImportWork *work, const BlLibraryColumns *columns)
{
  BlImportReport *report = plan->report;
  g_autofree gboolean *left_out = bl_import_plan_check_rows (plan, report);

  work->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_library_row_free);
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      guint number = bl_sheet_get_row_number (plan->sheet, r);

      report->read++;
      if (left_out[r] || bl_import_plan_row_is_empty (plan, r))
        {
          report->skipped++;
          bl_import_report_reason (report, left_out[r] ? _ ("another number of cells than the header") : _ ("empty"), number);
          work->service->ours[r] = FALSE;
        }
      else if (!work->service->ours[r])
        {
          report->elsewhere++;
          bl_import_report_reason (report, _ ("of another service"), number);
        }
      else
        {
          g_autoptr (BlLibraryRow) row = bl_library_row_read (plan, columns, r, TRUE);
          if (row->fields[BL_LIBRARY_NAME] == NULL)
            {
              report->skipped++;
              bl_import_report_reason (report, _ ("no name"), number);
            }
          else
            g_ptr_array_add (work->rows, g_steal_pointer (&row));
        }
    }
}

static void
count_rows (BlImportPlan *plan, BlImportWork *work)
{
  BlImportReport *report = plan->report;
  g_autoptr (GString) placeless = g_string_new (NULL);
  guint n_placeless = 0, first_placeless = 0;

  for (guint i = 0; i < work->rows->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (work->rows, i);
      guint number = bl_sheet_get_row_number (plan->sheet, row->row);

      if (work->known[i] == BL_SAME_LIBRARY_TWO)
        {
          report->skipped++;
          bl_import_report_reason (report, _ ("fits two libraries of the project"), number);
          continue;
        }
      if (work->known[i] == BL_SAME_LIBRARY_TAKEN)
        {
          report->skipped++;
          bl_import_report_reason (report, _ ("the same library as another row"), number);
          continue;
        }
      if (work->known[i] == BL_SAME_LIBRARY_NEW)
        {
          report->added++;
          if (!row->located)
            {
              if (n_placeless++ == 0)
                first_placeless = number;
              if (n_placeless <= 5)
                g_string_append_printf (placeless, "%s%s", n_placeless > 1 ? ", " : "", bl_library_row_name (row));
            }
        }
      else if (changes_anything (work, row, g_ptr_array_index (plan->snapshot->libraries, work->known[i])))
        report->updated++;
      else
        report->unchanged++;
    }
  if (n_placeless > 5)
    g_string_append (placeless, " …");
  if (n_placeless > 0)
    bl_import_report_warn (report, first_placeless, "easting",
                           ngettext ("%u library is not on the map: no grid reference (%s)",
                                     "%u libraries are not on the map: no grid reference (%s)", n_placeless),
                           n_placeless, placeless->str);
}

/* Where all our libraries are and what they are called: those of the project and those of the file. */
static void
find_neighbours (BlImportPlan *plan, BlImportWork *work, const BlLibraryColumns *columns)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  g_autoptr (BlSamePlaces) ours = bl_same_places_new ();

  /* Only a list of several services that places them and says who is open can tell neighbours. */
  if (plan->report->elsewhere == 0 || work->file_year == 0
      || (bl_import_plan_find_target (plan, "easting") < 0 && bl_import_plan_find_target (plan, "longitude") < 0))
    return;
  for (guint i = 0; i < work->rows->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (work->rows, i);
      if (row->located)
        g_array_append_val (points, row->point);
      bl_same_places_add (ours, row->fields[BL_LIBRARY_NAME], row->fields[BL_LIBRARY_POSTCODE],
                          row->fields[BL_LIBRARY_UPRN], row->located ? &row->point : NULL);
    }
  for (guint i = 0; i < plan->snapshot->libraries->len; i++)
    {
      const BlKnownLibrary *library = g_ptr_array_index (plan->snapshot->libraries, i);
      BlPoint point;
      gboolean located = bl_known_library_point (library, &point);
      if (located)
        g_array_append_val (points, point);
      bl_same_places_add (ours, library->fields[BL_LIBRARY_NAME], library->fields[BL_LIBRARY_POSTCODE],
                          library->fields[BL_LIBRARY_UPRN], located ? &point : NULL);
    }
  work->nearby = bl_neighbours_find (plan, columns, work->service->ours, effective_year (plan, work),
                                     (const BlPoint *) points->data, points->len, ours);
  plan->report->nearby = work->nearby->len;
}

/* Whether the neighbours are those the project has already. */
static gboolean
nearby_differ (BlImportPlan *plan, const BlImportWork *work)
{
  static const guint kept[] = { BL_LIBRARY_NAME, BL_LIBRARY_POSTCODE, BL_LIBRARY_UPRN, BL_LIBRARY_EASTING, BL_LIBRARY_NORTHING };
  GPtrArray *had = plan->snapshot->nearby;

  if (had->len != work->nearby->len)
    return TRUE;
  for (guint i = 0; i < had->len; i++)
    {
      const BlKnownLibrary *library = g_ptr_array_index (had, i);
      const BlLibraryRow *row = g_ptr_array_index (work->nearby, i);

      if (g_strcmp0 (library->service, row->service) != 0 || row->statuses->len != library->statuses->len)
        return TRUE;
      for (guint f = 0; f < G_N_ELEMENTS (kept); f++)
        if (g_strcmp0 (library->fields[kept[f]], row->fields[kept[f]]) != 0)
          return TRUE;
      for (guint s = 0; s < row->statuses->len; s++)
        if (memcmp (&g_array_index (row->statuses, BlRowStatus, s), &g_array_index (library->statuses, BlRowStatus, s),
                    sizeof (BlRowStatus))
            != 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
has_yearless_standing (BlImportPlan *plan)
{
  return bl_import_plan_find_target (plan, "operation") >= 0 || bl_import_plan_find_target (plan, "statutory") >= 0;
}

static BlImportWork *
work_libraries (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  g_autoptr (BlLibraryColumns) columns = bl_library_columns_new (plan);

  if (bl_import_plan_find_target (plan, "name") < 0)
    {
      g_autofree char *list = bl_import_plan_list_columns (plan);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("“%s” has no column with the names of libraries: its columns are %s"), plan->file, list);
      return work;
    }
  work->file_year = newest_year (plan);
  if (has_yearless_standing (plan))
    work->status_year = plan->options.year != 0     ? plan->options.year
                        : plan->snapshot->year != 0 ? plan->snapshot->year
                                                    : plan->snapshot->this_year;
  work->fill_only = plan->seen.plain_list && plan->seen.year < plan->snapshot->year;
  if (!check_year (plan, work, error))
    return work;
  work->service = bl_service_rows_find (plan, bl_library_columns_find (columns, "service"),
                                        bl_library_columns_find (columns, "service-code"),
                                        bl_library_columns_find (columns, "service-other"), error);
  if (work->service == NULL)
    return work;
  read_rows (plan, work, columns);
  bl_library_rows_note_columns (plan, work->rows);
  if (work->rows->len == 0)
    {
      if (plan->first_refusal == NULL)
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                     _ ("No row of “%s” is a library of the service"), plan->file);
      return work;
    }
  work->known = bl_same_library_match (work->rows, plan->snapshot->libraries);
  for (guint i = 0; i < work->rows->len; i++)
    bl_library_check_row (plan, g_ptr_array_index (work->rows, i),
                          work->known[i] >= 0 ? g_ptr_array_index (plan->snapshot->libraries, work->known[i]) : NULL,
                          work->status_year);
  count_rows (plan, work);
  if (work->fill_only)
    bl_import_report_warn (plan->report, 0, NULL,
                           _ ("This list is of %d, older than what the project knows of %d: it only fills what is not known"),
                           plan->seen.year, plan->snapshot->year);
  find_neighbours (plan, work, columns);
  work->nearby_changed = work->nearby != NULL && nearby_differ (plan, work);
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static void
put_status (BlRecord *library, const BlRowStatus *row, gboolean fill_only, BlIds *ids)
{
  BlRecord *status = BL_RECORD (bl_library_get_status (BL_LIBRARY (library), row->year));
  g_autoptr (BlRecord) made = NULL;
  gboolean statutory;

  if (status == NULL)
    {
      g_autofree char *id = bl_ids_make (ids, "status");
      status = made = BL_RECORD (bl_status_new (id));
      bl_record_set_integer (status, "year", row->year);
    }
  if (row->operation != BL_OPERATION_UNKNOWN
      && (!fill_only || bl_record_get_enum (status, "operation") == BL_OPERATION_UNKNOWN))
    bl_record_set_enum (status, "operation", row->operation);
  if (row->statutory >= 0 && (!fill_only || !bl_record_get_boolean (status, "statutory", &statutory)))
    bl_record_set_boolean (status, "statutory", row->statutory == 1);
  if (made != NULL)
    bl_record_append (library, "statuses", made);
}

/* "A; B": where a record comes from, each source once. */
static void
add_source (BlRecord *library, const char *source)
{
  const char *had = bl_record_get_text (library, "source");
  g_autofree char *both = NULL;

  if (source == NULL || (had != NULL && strstr (had, source) != NULL))
    return;
  both = had != NULL ? g_strconcat (had, "; ", source, NULL) : g_strdup (source);
  bl_record_set_text (library, "source", both);
}

static gboolean
fill_library (BlImportPlan *plan,
              const BlImportWork *work,
              const BlLibraryRow *row,
              const BlKnownLibrary *known,
              BlRecord *library,
              BlIds *ids,
              GError **error)
{
  if (row->type != BL_LIBRARY_TYPE_UNKNOWN && (known == NULL || known->type == BL_LIBRARY_TYPE_UNKNOWN || !work->fill_only))
    bl_record_set_enum (library, "type", row->type);
  for (guint f = 0; f < BL_LIBRARY_N_FIELDS; f++)
    if (known == NULL ? row->fields[f] != NULL : changes_field (work, row, known, f))
      if (!bl_record_set_from_text (library, bl_library_field_names[f], row->fields[f], error))
        return FALSE;
  for (guint d = 0; d < 7; d++)
    if (closes_day (row, known, d))
      bl_record_set_text (library, bl_library_field_names[BL_LIBRARY_MONDAY + d], "closed");
  for (guint i = 0; i < row->statuses->len; i++)
    put_status (library, &g_array_index (row->statuses, BlRowStatus, i), work->fill_only, ids);
  return TRUE;
}

static BlRecord *
make_library (BlImportPlan *plan, const BlImportWork *work, const BlLibraryRow *row, BlIds *ids, GError **error)
{
  g_autofree char *id = bl_ids_make (ids, "library");
  g_autoptr (BlRecord) library = BL_RECORD (bl_library_new (id));

  if (!fill_library (plan, work, row, NULL, library, ids, error))
    return NULL;
  bl_record_set_text (library, "source", bl_import_plan_source (plan));
  bl_record_set_text (library, "source-date", bl_import_plan_date (plan));
  bl_record_set_integer (library, "row", bl_sheet_get_row_number (plan->sheet, row->row));
  return g_steal_pointer (&library);
}

/* What the file knows of the service beyond what the project does. */
static void
put_service (const BlServiceRows *rows, const char *said, BlProject *project)
{
  BlRecord *service = BL_RECORD (bl_project_get_service (project));
  const char *name, *others;

  if (service == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "service");
      g_autoptr (BlRecord) made = NULL;

      if (rows->name == NULL && said == NULL)
        return;
      made = BL_RECORD (bl_service_new (id));
      bl_record_set_text (made, "name", rows->name != NULL ? rows->name : said);
      bl_record_set_child (BL_RECORD (project), "service", made);
      service = made;
    }
  name = bl_record_get_text (service, "name");
  /* A service known by its code only gets the name that people use. */
  if (rows->name != NULL && (name == NULL || g_strcmp0 (name, rows->code) == 0))
    bl_record_set_text (service, "name", rows->name);
  if (rows->code != NULL && bl_record_get_text (service, "code") == NULL)
    bl_record_set_text (service, "code", rows->code);
  others = bl_record_get_text (service, "other-names");
  if (rows->other_names != NULL && others == NULL)
    bl_record_set_text (service, "other-names", rows->other_names);
}

static gboolean
put_neighbours (BlImportPlan *plan, const BlImportWork *work, BlProject *project, GError **error)
{
  /* Enough to place, name and compare them; the rest is their own service's. */
  static const guint kept[] = { BL_LIBRARY_NAME, BL_LIBRARY_POSTCODE, BL_LIBRARY_UPRN, BL_LIBRARY_EASTING, BL_LIBRARY_NORTHING };
  BlIds *ids = bl_project_get_ids (project);

  bl_record_remove_all (BL_RECORD (project), "libraries-nearby");
  for (guint i = 0; i < work->nearby->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (work->nearby, i);
      g_autofree char *id = bl_ids_make (ids, "library");
      g_autoptr (BlRecord) library = BL_RECORD (bl_library_new (id));

      bl_record_set_text (library, "service", row->service);
      bl_record_set_enum (library, "type", row->type);
      for (guint f = 0; f < G_N_ELEMENTS (kept); f++)
        if (row->fields[kept[f]] != NULL
            && !bl_record_set_from_text (library, bl_library_field_names[kept[f]], row->fields[kept[f]], error))
          return FALSE;
      for (guint s = 0; s < row->statuses->len; s++)
        put_status (library, &g_array_index (row->statuses, BlRowStatus, s), FALSE, ids);
      bl_record_set_text (library, "source", bl_import_plan_source (plan));
      bl_record_set_text (library, "source-date", bl_import_plan_date (plan));
      bl_record_set_integer (library, "row", bl_sheet_get_row_number (plan->sheet, row->row));
      bl_record_append (BL_RECORD (project), "libraries-nearby", library);
    }
  return TRUE;
}

static void
put_year (BlImportPlan *plan, const BlImportWork *work, BlProject *project)
{
  if (plan->options.year != 0)
    bl_record_set_integer (BL_RECORD (project), "year", plan->options.year);
  else if (work->file_year != 0 && !plan->snapshot->year_said
           && bl_project_get_effective_year (project) != work->file_year)
    bl_record_set_integer (BL_RECORD (project), "year", work->file_year);
}

static gboolean
apply_libraries (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  BlIds *ids = bl_project_get_ids (project);

  put_service (work->service, plan->options.service, project);
  for (guint i = 0; i < work->rows->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (work->rows, i);

      if (work->known[i] == BL_SAME_LIBRARY_NEW)
        {
          g_autoptr (BlRecord) library = make_library (plan, work, row, ids, error);
          if (library == NULL)
            return FALSE;
          bl_record_append (BL_RECORD (project), "libraries", library);
        }
      else if (work->known[i] >= 0)
        {
          const BlKnownLibrary *known = g_ptr_array_index (plan->snapshot->libraries, work->known[i]);
          BlRecord *library = bl_project_find (project, known->id);

          if (library == NULL || !changes_anything (work, row, known))
            continue;
          if (!fill_library (plan, work, row, known, library, ids, error))
            return FALSE;
          add_source (library, bl_import_plan_source (plan));
        }
    }
  if (work->nearby_changed && !put_neighbours (plan, work, project, error))
    return FALSE;
  put_year (plan, work, project);
  return TRUE;
}

const BlImportVerbs bl_import_libraries_verbs = { work_libraries, work_free, apply_libraries };
