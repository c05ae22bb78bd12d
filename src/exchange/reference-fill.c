/* reference-fill.c: a project from the published facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "import-plan.h"
#include "reference-sources.h"
#include "text.h"

/* Libraries of other services are kept to this distance of ours. */
#define NEARBY_METRES 40000.0

/* Years of the letters in "statutory" and of the words in "operation". */
static const int statutory_years[] = { 2010, 2016, 2019, 2021, 2022, 2023 };
static const int operation_years[] = { 2016, 2019, 2021, 2022, 2023 };
#define LIST_YEAR 2023

/* Columns whose cells a library's field of the same name reads as they stand. The first few
 * are enough to place, name and compare a neighbour; the rest is its own service's. */
#define N_NEIGHBOUR_COLUMNS 6
static const char *const plain_columns[] = {
  "row", "name", "postcode", "uprn", "easting", "northing", "address", "address-2", "address-3", "opened", "closed", "operating-organisation", "department", "new-build", "co-located", "co-located-with",
  "monday-class", "tuesday-class", "wednesday-class", "thursday-class", "friday-class", "saturday-class",
  "sunday-class", "hours", "staffed-hours", "automated", "rural-urban", "rural-urban-title",
};
/* Columns that want reading. */
enum
{
  COLUMN_SERVICE,
  COLUMN_TYPE,
  COLUMN_STATUTORY,
  COLUMN_OPERATION,
  COLUMN_CONTACT,
  COLUMN_UPRN,
  COLUMN_EASTING,
  COLUMN_NORTHING,
  COLUMN_NAME,
  COLUMN_POSTCODE,
  N_COLUMNS
};
static const char *const read_columns[N_COLUMNS] = { "service", "type",    "statutory", "operation", "contact",
                                                     "uprn",    "easting", "northing",  "name",      "postcode" };

/* The list of libraries and where its columns are. */
typedef struct
{
  const BlReferenceTable *table;
  guint plain[G_N_ELEMENTS (plain_columns)];
  guint read[N_COLUMNS];
} List;

static gboolean
open_list (BlReference *reference, List *list, GError **error)
{
  list->table = bl_reference_libraries_table (reference, error);
  if (list->table == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (plain_columns); i++)
    if (!bl_reference_table_column (list->table, plain_columns[i], &list->plain[i], error))
      return FALSE;
  for (guint i = 0; i < N_COLUMNS; i++)
    if (!bl_reference_table_column (list->table, read_columns[i], &list->read[i], error))
      return FALSE;
  return TRUE;
}

static const char *
cell (const List *list, guint row, guint column)
{
  return bl_reference_table_cell (list->table, row, list->read[column]);
}

static BlLibraryType
type_of (const char *word)
{
  static const struct
  {
    const char *word;
    BlLibraryType type;
  } words[] = {
    { "static", BL_LIBRARY_TYPE_STATIC },   { "mobile", BL_LIBRARY_TYPE_MOBILE },
    { "local-history", BL_LIBRARY_TYPE_LOCAL_HISTORY }, { "archive", BL_LIBRARY_TYPE_ARCHIVE },
    { "prison", BL_LIBRARY_TYPE_PRISON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return words[i].type;
  return BL_LIBRARY_TYPE_UNKNOWN;
}

/* --- Libraries ------------------------------------------------------------ */

static void
append_statuses (BlLibrary *library, BlIds *ids, const char *statutory, const char *operations)
{
  g_auto (GStrv) codes = g_strsplit (operations, " ", -1);
  guint n_codes = g_strv_length (codes);
  gsize n_flags = strlen (statutory);

  for (guint i = 0; i < G_N_ELEMENTS (statutory_years); i++)
    {
      int year = statutory_years[i];
      g_autofree char *id = bl_ids_make (ids, "status");
      g_autoptr (BlStatus) status = bl_status_new (id);
      BlOperation operation = BL_OPERATION_UNKNOWN;

      bl_record_set_integer (BL_RECORD (status), "year", year);
      for (guint o = 0; o < G_N_ELEMENTS (operation_years) && o < n_codes; o++)
        if (operation_years[o] == year && bl_operation_from_code (codes[o], &operation))
          bl_record_set_enum (BL_RECORD (status), "operation", operation);
      if (i < n_flags && statutory[i] != '-')
        bl_record_set_boolean (BL_RECORD (status), "statutory", statutory[i] == 'Y');
      bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
    }
}

/* @neighbour_of: the service of a library that is not ours; NULL for one that is. */
static BlLibrary *
make_library (const List *list, guint row, const char *neighbour_of, BlIds *ids, GError **error)
{
  g_autofree char *id = bl_ids_make (ids, "library");
  g_autoptr (BlLibrary) library = bl_library_new (id);
  const char *contact = cell (list, row, COLUMN_CONTACT);
  gboolean is_address = strchr (contact, '@') != NULL && strchr (contact, ' ') == NULL;

  guint n_plain = neighbour_of != NULL ? N_NEIGHBOUR_COLUMNS : G_N_ELEMENTS (plain_columns);

  for (guint i = 0; i < n_plain; i++)
    if (!bl_record_set_from_text (BL_RECORD (library), plain_columns[i],
                                  bl_reference_table_cell (list->table, row, list->plain[i]), error))
      return NULL;
  bl_record_set_enum (BL_RECORD (library), "type", type_of (cell (list, row, COLUMN_TYPE)));
  bl_record_set_text (BL_RECORD (library), "service", neighbour_of);
  if (*contact != '\0' && neighbour_of == NULL)
    bl_record_set_text (BL_RECORD (library), is_address ? "email" : "url", contact);
  append_statuses (library, ids, cell (list, row, COLUMN_STATUTORY), cell (list, row, COLUMN_OPERATION));
  bl_record_set_text (BL_RECORD (library), "source", bl_reference_source_libraries.source);
  bl_record_set_text (BL_RECORD (library), "source-date", bl_reference_source_libraries.date);
  return g_steal_pointer (&library);
}

static gboolean
row_point (const List *list, guint row, BlPoint *point)
{
  return bl_text_to_double (cell (list, row, COLUMN_EASTING), &point->x)
         && bl_text_to_double (cell (list, row, COLUMN_NORTHING), &point->y);
}

static gboolean
row_is_open_static (const List *list, guint row)
{
  return g_str_equal (cell (list, row, COLUMN_TYPE), "static")
         && !g_str_has_suffix (cell (list, row, COLUMN_OPERATION), "-");
}

/* What tells a library from another, read once. */
typedef struct
{
  gboolean located;
  BlPoint point;
  const char *uprn; /* "" where there is none */
  char *name, *postcode; /* folded */
} Mark;

static void
mark_clear (Mark *mark)
{
  g_clear_pointer (&mark->name, g_free);
  g_clear_pointer (&mark->postcode, g_free);
}

static Mark
mark_of (const List *list, guint row)
{
  Mark mark = { 0 };

  mark.located = row_point (list, row, &mark.point);
  mark.uprn = cell (list, row, COLUMN_UPRN);
  mark.name = bl_text_fold_library_name (cell (list, row, COLUMN_NAME));
  mark.postcode = bl_text_fold (cell (list, row, COLUMN_POSTCODE));
  return mark;
}

/* The same place, building, or name and postcode: one library under two services. */
static gboolean
same_library (const Mark *a, const Mark *b)
{
  if (a->located && b->located && a->point.x == b->point.x && a->point.y == b->point.y)
    return TRUE;
  if (*a->uprn != '\0' && g_str_equal (a->uprn, b->uprn))
    return TRUE;
  return *a->postcode != '\0' && g_str_equal (a->postcode, b->postcode) && g_str_equal (a->name, b->name);
}

/* Whether the library of another service in @row belongs among the neighbours of @own (of Mark). */
static gboolean
is_neighbour (const List *list, guint row, const GArray *own)
{
  gboolean near = FALSE, twice = FALSE;
  BlPoint point;
  Mark mark;

  if (!row_is_open_static (list, row) || !row_point (list, row, &point))
    return FALSE;
  for (guint i = 0; i < own->len && !near; i++)
    {
      const Mark *ours = &g_array_index (own, Mark, i);

      near = ours->located && hypot (ours->point.x - point.x, ours->point.y - point.y) <= NEARBY_METRES;
    }
  if (!near)
    return FALSE;
  mark = mark_of (list, row);
  for (guint i = 0; i < own->len && !twice; i++)
    twice = same_library (&mark, &g_array_index (own, Mark, i));
  mark_clear (&mark);
  return !twice;
}

/* A service without libraries of its own in the list has neighbours all the same: those of its areas. */
static gboolean
mark_areas (BlReference *reference, const BlReferenceService *service, GArray *own, GError **error)
{
  g_autoptr (GArray) areas = bl_reference_get_area_points (reference, service, error);

  if (areas == NULL)
    return FALSE;
  for (guint i = 0; i < areas->len; i++)
    {
      Mark mark = { .located = TRUE, .point = g_array_index (areas, BlReferenceArea, i).point, .uprn = "" };

      mark.name = g_strdup ("");
      mark.postcode = g_strdup ("");
      g_array_append_val (own, mark);
    }
  return TRUE;
}

static gboolean
fill_libraries (BlReference *reference, const BlReferenceService *service, BlProject *project, GError **error)
{
  List list;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *services = bl_reference_get_services (reference);
  BlIds *ids = bl_project_get_ids (project);

  g_array_set_clear_func (own, (GDestroyNotify) mark_clear);
  if (!open_list (reference, &list, error))
    return FALSE;
  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *each = g_ptr_array_index (services, i);

      g_hash_table_insert (names, each->code, each->name);
    }
  for (guint row = 0; row < list.table->n_rows; row++)
    {
      g_autoptr (BlLibrary) library = NULL;
      Mark mark;

      if (!g_str_equal (cell (&list, row, COLUMN_SERVICE), service->code))
        continue;
      library = make_library (&list, row, NULL, ids, error);
      if (library == NULL)
        return FALSE;
      bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
      mark = mark_of (&list, row);
      g_array_append_val (own, mark);
    }
  if (own->len == 0 && !mark_areas (reference, service, own, error))
    return FALSE;
  for (guint row = 0; row < list.table->n_rows; row++)
    {
      const char *code = cell (&list, row, COLUMN_SERVICE);
      g_autoptr (BlLibrary) library = NULL;

      if (g_str_equal (code, service->code) || !is_neighbour (&list, row, own))
        continue;
      library = make_library (&list, row, g_hash_table_lookup (names, code), ids, error);
      if (library == NULL)
        return FALSE;
      bl_record_append (BL_RECORD (project), "libraries-nearby", BL_RECORD (library));
    }
  return TRUE;
}

/* --- Areas and values ----------------------------------------------------- */

/* One number a row from @column. */
static double *
read_numbers (const BlReferenceTable *table, const GArray *rows, const char *column, GError **error)
{
  g_autofree double *numbers = g_new (double, rows->len);
  guint at;

  if (!bl_reference_table_column (table, column, &at, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 number;

      if (!bl_reference_table_integer (table, g_array_index (rows, guint, i), at, &number, error))
        return NULL;
      numbers[i] = number < 0 ? NAN : number;
    }
  return g_steal_pointer (&numbers);
}

static BlTable *
read_texts (const BlReferenceTable *table, const GArray *rows, const char *column, GError **error)
{
  g_autofree const char **texts = g_new (const char *, rows->len);
  guint at;

  if (!bl_reference_table_column (table, column, &at, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    texts[i] = bl_reference_table_cell (table, g_array_index (rows, guint, i), at);
  return bl_table_new_texts (texts, rows->len);
}

static BlTable *
read_points (const BlReferenceTable *table, const GArray *rows, GError **error)
{
  g_autofree double *eastings = read_numbers (table, rows, "easting-dm", error);
  g_autofree double *northings = eastings != NULL ? read_numbers (table, rows, "northing-dm", error) : NULL;
  g_autofree BlPoint *points = g_new (BlPoint, rows->len);

  if (northings == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    points[i] = (BlPoint) { eastings[i] / 10, northings[i] / 10 };
  return bl_table_new_points (points, rows->len);
}

static gboolean
fill_areas (const BlReferenceTable *table, const GArray *rows, BlProject *project, GError **error)
{
  const BlReferenceSource *source = &bl_reference_source_points;
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "areas");
  g_autoptr (BlAreas) areas = bl_areas_new (id);
  g_autoptr (BlTable) codes = read_texts (table, rows, "code", error);
  g_autoptr (BlTable) names = codes != NULL ? read_texts (table, rows, "name", error) : NULL;
  g_autoptr (BlTable) points = names != NULL ? read_points (table, rows, error) : NULL;

  if (points == NULL)
    return FALSE;
  bl_record_set_text (BL_RECORD (areas), "geography", source->geography);
  bl_record_set_text (BL_RECORD (areas), "point-source", source->source);
  bl_record_set_text (BL_RECORD (areas), "point-date", source->date);
  bl_record_set_text (BL_RECORD (areas), "point-licence", source->licence);
  bl_record_set_text (BL_RECORD (areas), "source", source->source);
  bl_record_set_text (BL_RECORD (areas), "date", source->date);
  bl_record_set_text (BL_RECORD (areas), "licence", source->licence);
  bl_record_set_table (BL_RECORD (areas), "codes", codes);
  bl_record_set_table (BL_RECORD (areas), "names", names);
  bl_record_set_table (BL_RECORD (areas), "points", points);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  return TRUE;
}

static gboolean
fill_values (const BlReferenceTable *table, const GArray *rows, BlProject *project, GError **error)
{
  bl_record_remove_all (BL_RECORD (project), "values");
  for (guint i = 0; i < bl_reference_n_values; i++)
    {
      const BlReferenceValue *value = &bl_reference_values[i];
      g_autofree double *numbers = read_numbers (table, rows, value->column, error);
      g_autofree char *id = NULL;
      g_autoptr (BlTable) held = NULL;
      g_autoptr (BlValueSet) set = NULL;

      if (numbers == NULL)
        return FALSE;
      held = bl_table_new_numbers (numbers, rows->len);
      id = bl_ids_make (bl_project_get_ids (project), "value");
      set = bl_value_set_new (id);
      bl_record_set_text (BL_RECORD (set), "name", value->name);
      bl_record_set_text (BL_RECORD (set), "title", _(value->title));
      bl_record_set_enum (BL_RECORD (set), "kind", value->kind);
      bl_record_set_text (BL_RECORD (set), "unit", value->unit != NULL ? _(value->unit) : NULL);
      bl_record_set_text (BL_RECORD (set), "source", value->source->source);
      bl_record_set_text (BL_RECORD (set), "date", value->source->date);
      bl_record_set_text (BL_RECORD (set), "geography", value->source->geography);
      bl_record_set_text (BL_RECORD (set), "licence", value->source->licence);
      bl_record_set_table (BL_RECORD (set), "numbers", held);
      bl_record_append (BL_RECORD (project), "values", BL_RECORD (set));
    }
  return TRUE;
}

/* --- The whole ------------------------------------------------------------ */

static void
put_service (const BlReferenceService *service, BlProject *project)
{
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "service");
  g_autoptr (BlService) record = bl_service_new (id);

  bl_record_set_text (BL_RECORD (record), "name", service->name);
  bl_record_set_text (BL_RECORD (record), "code", service->code);
  bl_record_set_text (BL_RECORD (record), "other-names", service->other_names);
  if (service->population >= 0)
    {
      bl_record_set_integer (BL_RECORD (record), "population", service->population);
      bl_record_set_text (BL_RECORD (record), "source", bl_reference_source_services.source);
    }
  bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (record));
}

void
bl_reference_fill_service (const BlReferenceService *service, BlProject *project)
{
  gboolean own;

  g_return_if_fail (service != NULL && BL_IS_PROJECT (project));

  own = !bl_project_in_transaction (project);
  if (own)
    bl_project_begin (project, _("Choose the library service"));
  put_service (service, project);
  if (own)
    bl_project_commit (project);
}

gboolean
bl_reference_fill (BlReference *reference, const BlReferenceService *service, BlProject *project, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  gboolean own, done;

  g_return_val_if_fail (reference != NULL && service != NULL && BL_IS_PROJECT (project), FALSE);

  rows = bl_reference_area_rows (reference, service, error);
  if (rows == NULL)
    return FALSE;
  own = !bl_project_in_transaction (project);
  if (own)
    bl_project_begin (project, _("Start from published facts"));
  put_service (service, project);
  bl_record_set_integer (BL_RECORD (project), "year", LIST_YEAR);
  bl_record_remove_all (BL_RECORD (project), "libraries");
  bl_record_remove_all (BL_RECORD (project), "libraries-nearby");
  done = fill_libraries (reference, service, project, error)
         && fill_areas (bl_reference_areas_table (reference, NULL), rows, project, error)
         && fill_values (bl_reference_areas_table (reference, NULL), rows, project, error);
  if (own && done)
    bl_project_commit (project);
  else if (own)
    bl_project_rollback (project);
  return done;
}
