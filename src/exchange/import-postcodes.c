/* import-postcodes.c: where the postcodes round the service are, into the project
 *
 * Only what lies near the areas is kept, so that the project stays small; what
 * other files brought before stays. Libraries that have a postcode but no place
 * are offered theirs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan-private.h"
#include "postcode-file.h"
#include "postcodes.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Round the areas, in metres: as far as roads and neighbouring libraries are kept. */
#define AROUND 10000.0

/* A library that is put where its postcode is. */
typedef struct
{
  const BlKnownLibrary *library;
  BlPoint point;
} Placing;

struct _BlImportWork
{
  GArray *places; /* BlPostcodePlace: old and new, sorted, each once */
  GArray *placings;
  gboolean changed;
};

static void
work_free (BlImportWork *work)
{
  g_array_unref (work->places);
  g_array_unref (work->placings);
  g_free (work);
}

/* --- Reading -------------------------------------------------------------- */

static void
add_points (BlBounds *bounds, BlTable *table)
{
  for (guint i = 0; table != NULL && i < bl_table_get_n_rows (table); i++)
    if (!isnan (bl_table_get_points (table)[i].x))
      bl_bounds_add (bounds, bl_table_get_points (table)[i]);
}

static BlPoint
library_point (const BlKnownLibrary *library)
{
  const char *x = library->fields[BL_LIBRARY_EASTING], *y = library->fields[BL_LIBRARY_NORTHING];

  return x != NULL && y != NULL ? (BlPoint) { g_ascii_strtod (x, NULL), g_ascii_strtod (y, NULL) } : (BlPoint) { NAN, NAN };
}

/* Of the areas, else of the libraries, and some way round. */
static BlBounds
find_bounds (const BlImportSnapshot *snapshot)
{
  BlBounds bounds = bl_bounds_empty ();

  if (snapshot->outlines != NULL && bl_table_get_outlines (snapshot->outlines)->n_points > 0)
    bounds = bl_outlines_get_bounds (bl_table_get_outlines (snapshot->outlines));
  add_points (&bounds, snapshot->points);
  add_points (&bounds, snapshot->centroids);
  for (guint i = 0; bl_bounds_is_empty (&bounds) && i < snapshot->libraries->len; i++)
    {
      BlPoint point = library_point (g_ptr_array_index (snapshot->libraries, i));
      if (!isnan (point.x))
        bl_bounds_add (&bounds, point);
    }
  if (!bl_bounds_is_empty (&bounds))
    bounds = (BlBounds) { bounds.x1 - AROUND, bounds.y1 - AROUND, bounds.x2 + AROUND, bounds.y2 + AROUND };
  return bounds;
}

gboolean
bl_import_plan_read_postcodes_again (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  const BlPostcodeColumns columns = { bl_import_plan_find_target (self, "code"), bl_import_plan_find_target (self, "x"),
                                      bl_import_plan_find_target (self, "y"),
                                      bl_import_plan_find_target (self, "end-date") };
  BlBounds bounds = find_bounds (self->snapshot);
  g_autofree char *rows = NULL;

  g_clear_pointer (&self->postcodes, bl_postcode_file_free);
  if (columns.code < 0 || columns.x < 0 || columns.y < 0)
    {
      g_autofree char *list = bl_import_plan_list_columns (self);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("Say which columns of “%s” hold the postcodes and their places: its columns are %s"), self->file, list);
      return FALSE;
    }
  if (bl_bounds_is_empty (&bounds))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("Nothing tells which of the postcodes of “%s” are near: add areas or libraries first"), self->file);
      return FALSE;
    }
  self->postcodes = bl_postcode_file_read (self->path, &columns, self->has_header, &bounds, cancellable, error);
  if (self->postcodes == NULL)
    return FALSE;
  rows = bl_text_number (self->postcodes->n_read, 0);
  g_free (self->summary);
  self->summary = g_strdup_printf (ngettext ("%s: %s postcode", "%s: %s postcodes", self->postcodes->n_read), self->file, rows);
  return TRUE;
}

gboolean
bl_import_plan_read_postcodes (BlImportPlan *self, char **headings, gboolean header, GCancellable *cancellable, GError **error)
{
  const char *const *targets = bl_target_list (BL_IMPORT_POSTCODES);

  self->kind = self->seen.kind = BL_IMPORT_POSTCODES;
  self->verbs = &bl_import_postcodes_verbs;
  self->has_header = header;
  for (guint i = 0; targets[i] != NULL; i++)
    bl_import_plan_add_target (self, targets[i]);
  g_ptr_array_add (self->targets, NULL);
  for (guint i = 0; headings != NULL && headings[i] != NULL; i++)
    {
      g_autoptr (BlImportColumn) column = bl_import_column_new (headings[i]);
      const char *target = bl_target_find (BL_IMPORT_POSTCODES, headings[i]);

      bl_import_column_set_example (column, "");
      g_list_store_append (self->columns, column);
      if (target != NULL && bl_import_plan_find_target (self, target) < 0)
        bl_import_column_set_target (column, target);
    }
  if (!header)
    {
      self->seen.title = g_strdup (_ ("Code-Point Open: postcodes and where they are"));
      self->seen.source = "Ordnance Survey, Code-Point Open";
      self->seen.licence = "Open Government Licence v3.0";
    }
  else if (bl_import_plan_find_target (self, "end-date") >= 0)
    {
      self->seen.title = g_strdup (_ ("ONS Postcode Directory"));
      self->seen.source = "Office for National Statistics, ONS Postcode Directory";
      self->seen.licence = "Open Government Licence v3.0";
    }
  else
    self->seen.title = g_strdup (_ ("Postcodes and where they are"));
  if (!bl_import_plan_place_named (self, self->options.code_field, "code", error)
      || !bl_import_plan_place_named (self, self->options.x_field, "x", error)
      || !bl_import_plan_place_named (self, self->options.y_field, "y", error))
    return FALSE;
  return bl_import_plan_read_postcodes_again (self, cancellable, error);
}

/* --- Working through ------------------------------------------------------ */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return bl_postcodes_compare (((const BlPostcodePlace *) a)->code, ((const BlPostcodePlace *) b)->code);
}

static void
add_known (const BlImportSnapshot *snapshot, GArray *places)
{
  guint n = snapshot->postcodes != NULL && snapshot->postcode_points != NULL ? bl_table_get_n_rows (snapshot->postcodes) : 0;

  for (guint i = 0; i < n && i < bl_table_get_n_rows (snapshot->postcode_points); i++)
    {
      BlPostcodePlace place = { .point = bl_table_get_points (snapshot->postcode_points)[i] };
      const char *code = bl_table_get_texts (snapshot->postcodes)[i];

      if (code != NULL && strlen (code) < sizeof place.code)
        {
          g_strlcpy (place.code, code, sizeof place.code);
          g_array_append_val (places, place);
        }
    }
}

/* Two sorted lists into one; of a code in both the file's place counts. */
static void
merge (BlImportPlan *plan, BlImportWork *work, GArray *old, GArray *new)
{
  BlImportReport *report = plan->report;
  guint i = 0, j = 0;

  while (i < old->len || j < new->len)
    {
      const BlPostcodePlace *had = i < old->len ? &g_array_index (old, BlPostcodePlace, i) : NULL;
      const BlPostcodePlace *has = j < new->len ? &g_array_index (new, BlPostcodePlace, j) : NULL;
      int order = had == NULL ? 1 : has == NULL ? -1 : compare_places (had, has);

      if (order < 0)
        {
          g_array_append_val (work->places, *had);
          i++;
          continue;
        }
      if (work->places->len > 0 && j > 0 && compare_places (&new->data[(j - 1) * sizeof *has], has) == 0)
        {
          report->skipped++;
          bl_import_report_reason (report, _ ("a postcode that stands twice"), 0);
          j++;
          continue;
        }
      if (order > 0)
        report->added++;
      else if (had->point.x == has->point.x && had->point.y == has->point.y)
        report->unchanged++;
      else
        report->updated++;
      g_array_append_val (work->places, *has);
      j++;
      i += order == 0;
    }
  work->changed = report->added + report->updated > 0;
}

static const BlPostcodePlace *
find_place (const BlImportWork *work, const char *postcode)
{
  BlPostcodePlace wanted;

  if (!bl_postcode_write (postcode, strlen (postcode), wanted.code) || work->places->len == 0)
    return NULL;
  return bsearch (&wanted, work->places->data, work->places->len, sizeof wanted, compare_places);
}

/* Libraries that are not on the map, and could be. */
static void
offer_places (BlImportPlan *plan, BlImportWork *work)
{
  for (guint i = 0; i < plan->snapshot->libraries->len; i++)
    {
      const BlKnownLibrary *library = g_ptr_array_index (plan->snapshot->libraries, i);
      const char *name = library->fields[BL_LIBRARY_NAME], *postcode = library->fields[BL_LIBRARY_POSTCODE];
      const BlPostcodePlace *place
          = postcode != NULL && isnan (library_point (library).x) ? find_place (work, postcode) : NULL;
      Placing placing = { library, place != NULL ? place->point : (BlPoint) { NAN, NAN } };
      g_autofree char *reason = NULL;

      if (place == NULL)
        continue;
      reason = g_strdup_printf (_ ("“%s” has no grid reference, but a postcode, %s"), name, place->code);
      if (bl_import_plan_mend (plan, 0, name, "easting", reason, _ ("Put it where its postcode is")))
        g_array_append_val (work->placings, placing);
    }
}

static void
count_fates (BlImportPlan *plan)
{
  const BlPostcodeFile *file = plan->postcodes;
  BlImportReport *report = plan->report;
  const struct
  {
    BlPostcodeFate fate;
    const char *reason;
  } words[] = { { BL_POSTCODE_ENDED, _ ("no longer in use") },
                { BL_POSTCODE_PLACELESS, _ ("no place is known") },
                { BL_POSTCODE_UNREAD, _ ("no postcode and place that can be read") },
                { BL_POSTCODE_FAR, _ ("more than 10 km from the areas") } };

  report->read = file->n_read;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint n = file->fates[words[i].fate];

      if (n == 0)
        continue;
      bl_import_report_reasons (report, words[i].reason, file->first[words[i].fate], n);
      if (words[i].fate == BL_POSTCODE_FAR)
        report->elsewhere += n;
      else
        report->skipped += n;
    }
}

static BlImportWork *
work_postcodes (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (BlPostcodePlace));
  g_autofree char *kept = NULL;

  work->places = g_array_new (FALSE, FALSE, sizeof (BlPostcodePlace));
  work->placings = g_array_new (FALSE, FALSE, sizeof (Placing));
  count_fates (plan);
  if (plan->postcodes->places->len == 0)
    {
      if (plan->postcodes->n_read > 0 && plan->postcodes->fates[BL_POSTCODE_UNREAD] == plan->postcodes->n_read)
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                     _ ("No row of “%s” has a postcode and a place that can be read"), plan->file);
      else
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                     _ ("“%s” has no postcode within 10 km of the project’s areas"), plan->file);
      return work;
    }
  add_known (plan->snapshot, old);
  g_array_sort (old, compare_places);
  g_array_sort (plan->postcodes->places, compare_places);
  merge (plan, work, old, plan->postcodes->places);
  kept = bl_text_number (work->places->len, 0);
  bl_import_report_warn (plan->report, 0, NULL,
                         ngettext ("The project holds %s postcode now: what is more than 10 km from the areas is left out",
                                   "The project holds %s postcodes now: what is more than 10 km from the areas is left out",
                                   work->places->len),
                         kept);
  offer_places (plan, work);
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static void
put_tables (const BlImportWork *work, BlRecord *postcodes)
{
  guint n = work->places->len;
  g_autofree const char **codes = g_new0 (const char *, n + 1);
  g_autofree BlPoint *points = g_new0 (BlPoint, n + 1);
  g_autoptr (BlTable) code_table = NULL, point_table = NULL;

  for (guint i = 0; i < n; i++)
    {
      const BlPostcodePlace *place = &g_array_index (work->places, BlPostcodePlace, i);

      codes[i] = place->code;
      points[i] = place->point;
    }
  code_table = bl_table_new_texts (codes, n);
  point_table = bl_table_new_points (points, n);
  bl_record_set_table (postcodes, "codes", code_table);
  bl_record_set_table (postcodes, "points", point_table);
}

static gboolean
apply_postcodes (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  BlRecord *postcodes = bl_record_get_child (BL_RECORD (project), "postcodes");
  const struct
  {
    const char *field, *text;
  } origin[] = { { "source", bl_import_plan_source (plan) },
                 { "date", bl_import_plan_date (plan) },
                 { "licence", bl_import_plan_licence (plan) } };
  g_autoptr (BlRecord) made = NULL;

  if (postcodes == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "postcodes");
      postcodes = made = BL_RECORD (bl_postcodes_new (id));
    }
  for (guint i = 0; i < G_N_ELEMENTS (origin); i++)
    if (origin[i].text != NULL)
      bl_record_set_text (postcodes, origin[i].field, origin[i].text);
  if (work->changed)
    put_tables (work, postcodes);
  if (made != NULL)
    bl_record_set_child (BL_RECORD (project), "postcodes", made);
  for (guint i = 0; i < work->placings->len; i++)
    {
      const Placing *placing = &g_array_index (work->placings, Placing, i);
      BlRecord *library = bl_project_find (project, placing->library->id);

      if (library == NULL)
        continue;
      bl_record_set_real (library, "easting", placing->point.x);
      bl_record_set_real (library, "northing", placing->point.y);
    }
  return TRUE;
}

const BlImportVerbs bl_import_postcodes_verbs = { work_postcodes, work_free, apply_postcodes };
