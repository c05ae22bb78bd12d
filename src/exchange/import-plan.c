/* import-plan.c: what a file is, and what bringing it in would do
 *
 * Reading and recognising happen once. Working the rows through happens again
 * whenever a column's target or a mend's tick changed, and never looks at the
 * project: only at the snapshot taken of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan.h"

#include "import-mend-private.h"
#include "import-plan-private.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Rows of the file shown as they stand. */
#define SAMPLE_ROWS 50
/* More refusals than this in one file mean that a column is wrongly chosen: they are not offered one by one. */
#define MAX_REFUSALS 200

G_DEFINE_FINAL_TYPE (BlImportPlan, bl_import_plan, G_TYPE_OBJECT)

static void
options_clear (BlImportOptions *options)
{
  g_free ((char *) options->encoding);
  g_free ((char *) options->service);
  g_free ((char *) options->code_field);
  g_free ((char *) options->name_field);
  g_free ((char *) options->x_field);
  g_free ((char *) options->y_field);
  g_free ((char *) options->crs);
  g_strfreev ((char **) options->values);
  g_free ((char *) options->source);
  g_free ((char *) options->date);
  g_free ((char *) options->geography);
  g_free ((char *) options->licence);
}

static void
options_copy (BlImportOptions *to, const BlImportOptions *from)
{
  if (from == NULL)
    return;
  *to = *from;
  to->encoding = g_strdup (from->encoding);
  to->service = bl_text_clean (from->service);
  to->code_field = g_strdup (from->code_field);
  to->name_field = g_strdup (from->name_field);
  to->x_field = g_strdup (from->x_field);
  to->y_field = g_strdup (from->y_field);
  to->crs = g_strdup (from->crs);
  to->values = g_strdupv ((char **) from->values);
  to->source = bl_text_clean (from->source);
  to->date = bl_text_clean (from->date);
  to->geography = bl_text_clean (from->geography);
  to->licence = bl_text_clean (from->licence);
}

static void
bl_import_plan_finalize (GObject *object)
{
  BlImportPlan *self = BL_IMPORT_PLAN (object);

  if (self->work != NULL)
    self->verbs->free (self->work);
  options_clear (&self->options);
  g_free (self->path);
  g_free (self->file);
  bl_recognition_clear (&self->seen);
  bl_sheet_free (self->sheet);
  bl_layer_info_free (self->info);
  bl_layer_free (self->layer);
  g_free (self->summary);
  bl_import_snapshot_free (self->snapshot);
  for (guint i = 0; self->mends != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->mends)); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      g_signal_handlers_disconnect_by_data (mend, self);
    }
  g_clear_object (&self->columns);
  g_clear_object (&self->mends);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  bl_import_report_free (self->report);
  g_clear_error (&self->refusal);
  g_free (self->first_refusal);
  G_OBJECT_CLASS (bl_import_plan_parent_class)->finalize (object);
}

static void
bl_import_plan_class_init (BlImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_import_plan_finalize;
}

static void
bl_import_plan_init (BlImportPlan *self)
{
  self->columns = g_list_store_new (BL_TYPE_IMPORT_COLUMN);
  self->mends = g_list_store_new (BL_TYPE_IMPORT_MEND);
  self->targets = g_ptr_array_new ();
  self->stale = TRUE;
}

/* --- Columns -------------------------------------------------------------- */

BlImportColumn *
bl_import_plan_get_column (BlImportPlan *self, guint column)
{
  /* The list keeps it alive. */
  g_autoptr (BlImportColumn) item = g_list_model_get_item (G_LIST_MODEL (self->columns), column);

  return item;
}

const char *
bl_import_plan_column_target (BlImportPlan *self, guint column)
{
  return bl_import_column_get_target (bl_import_plan_get_column (self, column));
}

int
bl_import_plan_find_target (BlImportPlan *self, const char *target)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  for (guint c = 0; c < n; c++)
    if (g_strcmp0 (bl_import_plan_column_target (self, c), target) == 0)
      return c;
  return -1;
}

char *
bl_import_plan_list_columns (BlImportPlan *self)
{
  GString *list = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  for (guint c = 0; c < MIN (n, 12); c++)
    g_string_append_printf (list, "%s“%s”", c > 0 ? ", " : "",
                            bl_import_column_get_name (bl_import_plan_get_column (self, c)));
  if (n > 12)
    g_string_append (list, " …");
  return g_string_free (list, FALSE);
}

static void
add_target (BlImportPlan *self, const char *target)
{
  target = g_intern_string (target);
  if (!g_ptr_array_find (self->targets, target, NULL))
    g_ptr_array_add (self->targets, (gpointer) target);
}

/* Gives @column's place to @target, taking it from the column that had it. */
static void
place_target (BlImportPlan *self, guint column, const char *target)
{
  if (target != NULL && !bl_target_takes_many (target))
    {
      int had = bl_import_plan_find_target (self, target);
      if (had >= 0 && (guint) had != column)
        bl_import_column_set_target (bl_import_plan_get_column (self, had), NULL);
    }
  bl_import_column_set_target (bl_import_plan_get_column (self, column), target);
}

/* The column the user named; an error that lists what there is. */
static int
find_named_column (BlImportPlan *self, const char *name, GError **error)
{
  int column = -1;

  if (self->sheet != NULL)
    column = bl_sheet_find_column (self->sheet, name);
  else
    for (guint i = 0; self->info->fields[i] != NULL && column < 0; i++)
      if (g_ascii_strcasecmp (self->info->fields[i], name) == 0)
        column = i;
  if (column < 0)
    {
      g_autofree char *list = bl_import_plan_list_columns (self);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("“%s” has no column “%s”: its columns are %s"), self->file, name, list);
    }
  return column;
}

static gboolean
place_named (BlImportPlan *self, const char *name, const char *target, GError **error)
{
  int column;

  if (name == NULL)
    return TRUE;
  column = find_named_column (self, name, error);
  if (column < 0)
    return FALSE;
  place_target (self, column, target);
  return TRUE;
}

/* "NAME=FIELD" of the command line. When any is given, only those are brought in. */
static gboolean
place_values (BlImportPlan *self, GError **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  if (self->options.values == NULL || self->options.values[0] == NULL)
    return TRUE;
  for (guint c = 0; c < n; c++)
    {
      const char *target = bl_import_plan_column_target (self, c);
      if (target != NULL && g_str_has_prefix (target, "value:"))
        place_target (self, c, NULL);
    }
  for (guint i = 0; self->options.values[i] != NULL; i++)
    {
      const char *said = self->options.values[i], *equals = strchr (said, '=');
      g_autofree char *name = equals != NULL ? g_strndup (said, equals - said) : NULL;
      g_autofree char *clean = bl_text_clean (name), *target = NULL;
      int column;

      if (equals == NULL || equals[1] == '\0')
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” does not say a name and a column: write it as NAME=COLUMN"), said);
          return FALSE;
        }
      if (!bl_recognise_value_name_is_valid (clean))
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” cannot be the name of a value: use letters, digits and “_”, a letter first"), name);
          return FALSE;
        }
      column = find_named_column (self, equals + 1, error);
      if (column < 0)
        return FALSE;
      if (bl_import_plan_column_target (self, column) != NULL
          && g_str_has_prefix (bl_import_plan_column_target (self, column), "value:"))
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("The column “%s” is asked for twice"), equals + 1);
          return FALSE;
        }
      target = g_strconcat ("value:", clean, NULL);
      if (bl_import_plan_find_target (self, target) >= 0)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("The value “%s” is asked for twice"), clean);
          return FALSE;
        }
      add_target (self, target);
      place_target (self, column, target);
    }
  return TRUE;
}

/* The first cells that say something, to know a column by. */
static char *
find_example (const BlSheet *sheet, guint column)
{
  g_autoptr (GPtrArray) distinct = g_ptr_array_new ();
  guint filled = 0, n = MIN (bl_sheet_get_n_rows (sheet), 2000);
  gboolean few = TRUE;

  for (guint r = 0; r < n; r++)
    {
      const char *cell = bl_sheet_get_cell (sheet, r, column);
      if (*cell == '\0')
        continue;
      filled++;
      if (few && !g_ptr_array_find_with_equal_func (distinct, cell, g_str_equal, NULL))
        {
          g_ptr_array_add (distinct, (gpointer) cell);
          few = distinct->len <= 5 && strlen (cell) <= 16;
        }
      if (!few)
        break;
    }
  if (filled == 0)
    return g_strdup (_ ("empty in every row"));
  if (few && distinct->len > 1 && filled > distinct->len * 2)
    {
      GString *list = g_string_new (NULL);
      for (guint i = 0; i < distinct->len; i++)
        g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (distinct, i));
      return g_string_free (list, FALSE);
    }
  g_autofree char *first = bl_text_clean (g_ptr_array_index (distinct, 0));
  return g_strdelimit (first != NULL ? g_steal_pointer (&first) : g_strdup (" "), "\n", ' ');
}

/* "Monday opening times" holds times in some files and the Arts Council's phrases in others. */
static gboolean
holds_times (const BlSheet *sheet, guint column)
{
  guint times = 0, phrases = 0;

  for (guint r = 0; r < MIN (bl_sheet_get_n_rows (sheet), 500); r++)
    {
      const char *cell = bl_sheet_get_cell (sheet, r, column);
      times += strpbrk (cell, "0123456789") != NULL;
      phrases += strstr (cell, "AM ") != NULL || strstr (cell, "PM ") != NULL || strstr (cell, "All Day") != NULL;
    }
  return times > phrases;
}

static void
match_columns (BlImportPlan *self)
{
  const char *const *list = bl_target_list (self->kind);
  guint n = bl_sheet_get_n_columns (self->sheet);

  for (guint i = 0; list[i] != NULL; i++)
    add_target (self, list[i]);
  if (self->kind == BL_IMPORT_LIBRARIES)
    {
      static const int years[] = { 2010, 2016, 2019, 2021, 2022, 2023 };
      for (guint i = 0; i < G_N_ELEMENTS (years); i++)
        {
          add_target (self, bl_target_with_year ("operation", years[i]));
          add_target (self, bl_target_with_year ("statutory", years[i]));
        }
    }
  for (guint c = 0; c < n; c++)
    {
      const char *name = bl_sheet_get_column (self->sheet, c);
      g_autoptr (BlImportColumn) column = bl_import_column_new (name);
      g_autofree char *example = find_example (self->sheet, c);
      const char *target = bl_target_find (self->kind, name);

      bl_import_column_set_example (column, example);
      g_list_store_append (self->columns, column);
      if (target != NULL && g_str_has_suffix (target, "-class") && holds_times (self->sheet, c))
        {
          g_autofree char *day = g_strndup (target, strlen (target) - strlen ("-class"));
          target = g_intern_string (day);
        }
      /* The first of two columns of one meaning is the better known. */
      if (target != NULL && !bl_target_takes_many (target) && bl_import_plan_find_target (self, target) >= 0)
        target = NULL;
      if (target != NULL)
        add_target (self, target);
      bl_import_column_set_target (column, target);
      if (self->kind == BL_IMPORT_VALUES)
        {
          g_autofree char *own = bl_recognise_value_name (name);
          g_autofree char *id = g_strconcat ("value:", own, NULL);
          add_target (self, id);
        }
    }
}

static gboolean
choose_columns (BlImportPlan *self, GError **error)
{
  match_columns (self);
  if (!place_named (self, self->options.code_field, "code", error)
      || !place_named (self, self->options.name_field, "name", error))
    return FALSE;
  if (self->kind == BL_IMPORT_POINTS
      && (!place_named (self, self->options.x_field, "x", error)
          || !place_named (self, self->options.y_field, "y", error)))
    return FALSE;
  if (self->kind == BL_IMPORT_VALUES && !place_values (self, error))
    return FALSE;
  g_ptr_array_add (self->targets, NULL);
  return TRUE;
}

/* --- Reading -------------------------------------------------------------- */

/* Files of areas are known by their first bytes or, for what has none, by their ending. */
static gboolean
is_map_file (const char *path)
{
  static const char *const endings[]
      = { ".shp", ".shx", ".dbf", ".gpkg", ".geojson", ".json", ".topojson", ".kml", ".shz", ".zip", NULL };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  char start[16] = { 0 };
  const char *p = start;
  FILE *file = fopen (path, "rb");

  if (file != NULL)
    {
      size_t n = fread (start, 1, sizeof start - 1, file);
      fclose (file);
      (void) n;
    }
  if (g_str_has_prefix (start, "\xEF\xBB\xBF"))
    p += 3;
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '{' || g_str_has_prefix (start, "SQLite format 3"))
    return TRUE;
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static const char *
kind_words (BlImportKind kind)
{
  switch (kind)
    {
    case BL_IMPORT_LIBRARIES:
      return _ ("a list of libraries");
    case BL_IMPORT_POINTS:
      return _ ("a table of points");
    case BL_IMPORT_VALUES:
      return _ ("a table of figures");
    case BL_IMPORT_AREAS:
    case BL_IMPORT_UNKNOWN:
    default:
      return _ ("outlines of areas");
    }
}

/* An error of the reader of maps, in our words. */
static void
take_layer_error (GError **error, GError *wrong)
{
  int code = g_error_matches (wrong, BL_GEO_ERROR, BL_GEO_ERROR_CANCELLED) ? BL_EXCHANGE_ERROR_CANCELLED
             : g_error_matches (wrong, BL_GEO_ERROR, BL_GEO_ERROR_READ)    ? BL_EXCHANGE_ERROR_READ
             : g_error_matches (wrong, BL_GEO_ERROR, BL_GEO_ERROR_CRS)     ? BL_EXCHANGE_ERROR_OPTION
                                                                           : BL_EXCHANGE_ERROR_CONTENT;
  g_set_error_literal (error, BL_EXCHANGE_ERROR, code, wrong->message);
  g_error_free (wrong);
}

/* The field that @column is in a layer, by its target. */
static const char *
layer_field (BlImportPlan *self, const char *target)
{
  int column = bl_import_plan_find_target (self, target);

  return column >= 0 ? self->info->fields[column] : NULL;
}

static gboolean
read_layer (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  GError *wrong = NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&self->layer, bl_layer_free);
  self->layer = bl_layer_read (self->path, layer_field (self, "code"), layer_field (self, "name"), self->options.crs,
                               cancellable, &wrong);
  if (self->layer == NULL)
    {
      take_layer_error (error, wrong);
      return FALSE;
    }
  bl_recognition_clear (&self->seen);
  bl_recognise_areas (layer_field (self, "code"), self->layer->n_rows > 0 ? self->layer->codes[0] : NULL, &self->seen);
  words = g_strdup_printf (ngettext ("%u area", "%u areas", self->layer->n_rows), self->layer->n_rows);
  g_free (self->summary);
  self->summary = g_strdup_printf ("%s: %s, %s%s%s", self->file, words, self->info->format,
                                   self->layer->crs != NULL ? ", " : "",
                                   self->layer->crs != NULL ? self->layer->crs : "");
  return TRUE;
}

static gboolean
read_areas (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  GError *wrong = NULL;

  if (self->options.kind != BL_IMPORT_UNKNOWN && self->options.kind != BL_IMPORT_AREAS)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” is a map file, not %s"), self->file,
                   kind_words (self->options.kind));
      return FALSE;
    }
  self->kind = BL_IMPORT_AREAS;
  self->verbs = &bl_import_areas_verbs;
  self->info = bl_layer_inspect (self->path, &wrong);
  if (self->info == NULL)
    {
      take_layer_error (error, wrong);
      return FALSE;
    }
  add_target (self, "code");
  add_target (self, "name");
  g_ptr_array_add (self->targets, NULL);
  for (guint i = 0; self->info->fields[i] != NULL; i++)
    {
      g_autoptr (BlImportColumn) column = bl_import_column_new (self->info->fields[i]);
      const char *target = bl_target_find (BL_IMPORT_AREAS, self->info->fields[i]);

      g_list_store_append (self->columns, column);
      if (target != NULL && bl_import_plan_find_target (self, target) < 0)
        bl_import_column_set_target (column, target);
    }
  if (!place_named (self, self->options.code_field, "code", error)
      || !place_named (self, self->options.name_field, "name", error))
    return FALSE;
  return read_layer (self, cancellable, error);
}

static gboolean
read_table (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  if (self->options.kind == BL_IMPORT_AREAS)
    {
      /* A table that cannot even be read is told so first. */
      g_autoptr (BlSheet) sheet = bl_sheet_read (self->path, self->options.encoding, cancellable, error);
      if (sheet != NULL)
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                     _ ("“%s” is a table without outlines: outlines come from GeoJSON, TopoJSON, Shapefile or "
                        "GeoPackage files"),
                     self->file);
      return FALSE;
    }
  self->sheet = bl_sheet_read (self->path, self->options.encoding, cancellable, error);
  if (self->sheet == NULL)
    return FALSE;
  self->summary = bl_sheet_describe (self->sheet);
  bl_recognise_sheet (self->sheet, self->options.kind, &self->seen);
  self->kind = self->seen.kind;
  switch (self->kind)
    {
    case BL_IMPORT_LIBRARIES:
      self->verbs = &bl_import_libraries_verbs;
      break;
    case BL_IMPORT_POINTS:
      self->verbs = &bl_import_points_verbs;
      break;
    case BL_IMPORT_VALUES:
      self->verbs = &bl_import_values_verbs;
      break;
    case BL_IMPORT_AREAS:
    case BL_IMPORT_UNKNOWN:
    default:
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("“%s” is neither a list of libraries nor figures for areas that can be told by their columns"),
                   self->file);
      return FALSE;
    }
  if (bl_sheet_get_n_rows (self->sheet) == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has a header and no rows"), self->file);
      return FALSE;
    }
  return choose_columns (self, error);
}

/* --- Mends ---------------------------------------------------------------- */

static void
on_accepted (BlImportPlan *self)
{
  self->stale = TRUE;
}

static gboolean
note_mend (BlImportPlan *self,
           guint row,
           const char *record,
           const char *field,
           const char *reason,
           const char *remedy,
           gboolean accepted)
{
  guint number = bl_sheet_get_row_number (self->sheet, row);
  g_autofree char *key = bl_import_mend_key (number, field, reason, remedy);
  BlImportMend *mend = g_hash_table_lookup (self->old_mends, key);

  if (mend != NULL)
    g_object_ref (mend);
  else
    {
      mend = bl_import_mend_new (number, bl_sheet_get_line (self->sheet, row), record, field, reason, remedy, accepted);
      g_signal_connect_swapped (mend, "notify::accepted", G_CALLBACK (on_accepted), self);
    }
  g_ptr_array_add (self->new_mends, mend);
  return bl_import_mend_get_accepted (mend);
}

gboolean
bl_import_plan_mend (BlImportPlan *self,
                     guint row,
                     const char *record,
                     const char *field,
                     const char *reason,
                     const char *remedy)
{
  return note_mend (self, row, record, field, reason, remedy, TRUE);
}

gboolean
bl_import_plan_refuse (BlImportPlan *self,
                       guint row,
                       const char *record,
                       const char *field,
                       const char *reason,
                       const char *remedy,
                       const char *refusal)
{
  gboolean accepted = FALSE;

  if (self->n_refusals < MAX_REFUSALS)
    accepted = note_mend (self, row, record, field, reason, remedy, FALSE);
  if (!accepted)
    {
      if (self->first_refusal == NULL)
        {
          g_autofree char *where = bl_sheet_where (self->sheet, row);
          self->first_refusal = g_strdup_printf ("%s: %s", where, refusal);
        }
      self->n_refusals++;
    }
  return accepted;
}

/* The list is only touched where it differs: a tick that changes nothing else leaves the rows on the screen alone. */
static void
show_mends (BlImportPlan *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->mends));
  gboolean same = n == self->new_mends->len;

  for (guint i = 0; i < n && same; i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      same = mend == g_ptr_array_index (self->new_mends, i);
    }
  if (same)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      if (!g_ptr_array_find (self->new_mends, mend, NULL))
        g_signal_handlers_disconnect_by_data (mend, self);
    }
  g_list_store_splice (self->mends, 0, n, self->new_mends->pdata, self->new_mends->len);
}

/* --- Working through ------------------------------------------------------ */

static int
compare_mends (gconstpointer a, gconstpointer b)
{
  guint row_a = bl_import_mend_get_row (*(BlImportMend *const *) a);
  guint row_b = bl_import_mend_get_row (*(BlImportMend *const *) b);

  return row_a < row_b ? -1 : row_a > row_b;
}

static void
work_through (BlImportPlan *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->mends));

  if (self->work != NULL)
    self->verbs->free (g_steal_pointer (&self->work));
  g_clear_pointer (&self->report, bl_import_report_free);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->first_refusal, g_free);
  self->n_refusals = 0;
  self->new_mends = g_ptr_array_new_with_free_func (g_object_unref);
  self->old_mends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      BlImportMend *mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      g_autofree char *field = NULL;

      g_object_get (mend, "field", &field, NULL);
      g_hash_table_replace (self->old_mends,
                            bl_import_mend_key (bl_import_mend_get_row (mend), field, bl_import_mend_get_reason (mend),
                                                bl_import_mend_get_remedy (mend)),
                            mend);
    }
  self->report = bl_import_report_new ();
  self->work = self->verbs->work (self, &self->refusal);
  if (self->refusal == NULL && self->first_refusal != NULL)
    {
      guint more = self->n_refusals - 1;
      g_autofree char *rest = more > 0 ? g_strdup_printf (ngettext (" (and %u more like it)", " (and %u more like it)", more), more)
                                       : g_strdup ("");
      g_set_error (&self->refusal, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, "%s%s", self->first_refusal, rest);
    }
  g_ptr_array_sort (self->new_mends, compare_mends);
  show_mends (self);
  g_clear_pointer (&self->new_mends, g_ptr_array_unref);
  g_clear_pointer (&self->old_mends, g_hash_table_unref);
  self->stale = FALSE;
}

gboolean
bl_import_plan_row_is_empty (BlImportPlan *self, guint row)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (self->sheet); c++)
    for (const char *p = bl_sheet_get_cell (self->sheet, row, c); *p != '\0'; p++)
      if (!g_ascii_isspace (*p))
        return FALSE;
  return TRUE;
}

gboolean *
bl_import_plan_check_rows (BlImportPlan *self, BlImportReport *report)
{
  guint n = bl_sheet_get_n_rows (self->sheet), width = bl_sheet_get_n_columns (self->sheet), line = 0;
  gboolean *left_out = g_new0 (gboolean, n + 1);
  const char *const *others = bl_sheet_get_other_sheets (self->sheet);

  if (bl_sheet_get_n_stray_quotes (self->sheet, &line) > 0)
    bl_import_report_warn (report, line, NULL,
                           _ ("Line %u has text after a closing quotation mark: look whether a mark is missing"), line);
  if (others != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) others);
      bl_import_report_warn (report, 0, NULL, _ ("Other sheets of the workbook were not read: %s"), list);
    }
  for (guint r = 0; r < n && bl_sheet_get_n_ragged (self->sheet, NULL) > 0; r++)
    {
      guint cells = bl_sheet_get_width (self->sheet, r), extra = 0;

      if (cells == width)
        continue;
      for (guint c = width; c < cells; c++)
        extra += bl_sheet_get_cell (self->sheet, r, c)[0] != '\0';
      /* Blank cells past the header are a spreadsheet's habit and hide nothing. */
      if (cells > width && extra == 0)
        continue;
      g_autofree char *reason = g_strdup_printf (
          ngettext ("The row has %u cell where the header has %u", "The row has %u cells where the header has %u", cells),
          cells, width);
      g_autofree char *refusal = g_strdup_printf (
          ngettext ("this row has %u cell where the header has %u: mend the row, or leave it out",
                    "this row has %u cells where the header has %u: mend the row, or leave it out", cells),
          cells, width);
      if (bl_import_plan_refuse (self, r, bl_sheet_get_cell (self->sheet, r, 0), NULL, reason, _ ("Leave the row out"),
                                 refusal))
        left_out[r] = TRUE;
    }
  return left_out;
}

const char *
bl_import_plan_source (BlImportPlan *self)
{
  return self->options.source != NULL ? self->options.source : self->seen.source;
}

const char *
bl_import_plan_date (BlImportPlan *self)
{
  return self->options.date != NULL ? self->options.date : self->seen.date;
}

const char *
bl_import_plan_geography (BlImportPlan *self)
{
  return self->options.geography != NULL ? self->options.geography : self->seen.geography;
}

const char *
bl_import_plan_licence (BlImportPlan *self)
{
  return self->options.licence != NULL ? self->options.licence : self->seen.licence;
}

/* --- Making --------------------------------------------------------------- */

static BlImportPlan *
plan_start (BlProject *project, const char *path, const BlImportOptions *options)
{
  BlImportPlan *self = g_object_new (BL_TYPE_IMPORT_PLAN, NULL);

  options_copy (&self->options, options);
  self->path = g_strdup (path);
  self->file = g_filename_display_basename (path);
  self->snapshot = bl_import_snapshot_new (project);
  return self;
}

static gboolean
plan_read (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  if (!bl_exchange_check_file (self->path, NULL, error))
    return FALSE;
  if (is_map_file (self->path) ? !read_areas (self, cancellable, error) : !read_table (self, cancellable, error))
    return FALSE;
  work_through (self);
  return TRUE;
}

BlImportPlan *
bl_import_plan_new (BlProject *project,
                    const char *path,
                    const BlImportOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (BlImportPlan) self = NULL;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = plan_start (project, path, options);
  return plan_read (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BlImportPlan *self = data;
  GError *error = NULL;

  if (plan_read (self, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bl_import_plan_new_async (BlProject *project,
                          const char *path,
                          const BlImportOptions *options,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (BL_IS_PROJECT (project));
  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, bl_import_plan_new_async);
  g_task_set_task_data (task, plan_start (project, path, options), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

BlImportPlan *
bl_import_plan_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Looking -------------------------------------------------------------- */

BlImportKind
bl_import_plan_get_kind (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), BL_IMPORT_UNKNOWN);
  return self->kind;
}

const char *
bl_import_plan_get_title (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return self->seen.title;
}

const char *
bl_import_plan_get_summary (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return self->summary;
}

GListModel *
bl_import_plan_get_columns (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return G_LIST_MODEL (self->columns);
}

const char *const *
bl_import_plan_get_targets (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return (const char *const *) self->targets->pdata;
}

const char *
bl_import_plan_get_target_title (BlImportPlan *self, const char *target)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);

  if (target == NULL)
    return _ ("Leave out");
  title = bl_target_title (target);
  return g_intern_string (title);
}

void
bl_import_plan_set_target (BlImportPlan *self, guint column, const char *target)
{
  g_return_if_fail (BL_IS_IMPORT_PLAN (self));
  g_return_if_fail (column < g_list_model_get_n_items (G_LIST_MODEL (self->columns)));
  g_return_if_fail (target == NULL || g_strv_contains (bl_import_plan_get_targets (self), target));

  if (g_strcmp0 (bl_import_plan_column_target (self, column), target) == 0)
    return;
  place_target (self, column, target);
  if (self->info != NULL)
    {
      g_autoptr (GError) error = NULL;
      if (!read_layer (self, NULL, &error))
        {
          g_clear_error (&self->refusal);
          self->refusal = g_steal_pointer (&error);
          self->stale = FALSE;
          return;
        }
    }
  work_through (self);
}

const char *const *
bl_import_plan_get_sample_row (BlImportPlan *self, guint row)
{
  const char **cells;
  guint n;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);

  if (self->sheet == NULL || row >= MIN (bl_sheet_get_n_rows (self->sheet), SAMPLE_ROWS))
    return NULL;
  if (self->samples == NULL)
    self->samples = g_ptr_array_new_with_free_func (g_free);
  n = bl_sheet_get_n_columns (self->sheet);
  while (self->samples->len <= row)
    {
      cells = g_new0 (const char *, n + 1);
      for (guint c = 0; c < n; c++)
        cells[c] = bl_sheet_get_cell (self->sheet, self->samples->len, c);
      g_ptr_array_add (self->samples, cells);
    }
  return g_ptr_array_index (self->samples, row);
}

GListModel *
bl_import_plan_get_mends (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return G_LIST_MODEL (self->mends);
}

const BlImportReport *
bl_import_plan_preview (BlImportPlan *self, GError **error)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);

  if (self->stale)
    work_through (self);
  if (self->refusal != NULL)
    {
      g_propagate_error (error, g_error_copy (self->refusal));
      return NULL;
    }
  return self->report;
}

/* --- Bringing in ---------------------------------------------------------- */

static char *
step_name (BlImportPlan *self)
{
  switch (self->kind)
    {
    case BL_IMPORT_LIBRARIES:
      return g_strdup_printf (_ ("Import libraries from %s"), self->file);
    case BL_IMPORT_AREAS:
      return g_strdup_printf (_ ("Import areas from %s"), self->file);
    case BL_IMPORT_POINTS:
      return g_strdup_printf (_ ("Import points from %s"), self->file);
    case BL_IMPORT_VALUES:
    case BL_IMPORT_UNKNOWN:
    default:
      return g_strdup_printf (_ ("Import figures from %s"), self->file);
    }
}

BlImportReport *
bl_import_plan_apply (BlImportPlan *self, BlProject *project, GError **error)
{
  g_autofree char *name = NULL;
  gboolean own;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  /* The project may have changed since it was looked at. */
  if (bl_project_get_revision (project) != self->snapshot->revision || bl_project_in_transaction (project))
    {
      bl_import_snapshot_free (self->snapshot);
      self->snapshot = bl_import_snapshot_new (project);
      self->stale = TRUE;
    }
  if (bl_import_plan_preview (self, error) == NULL)
    return NULL;
  own = !bl_project_in_transaction (project);
  name = step_name (self);
  if (own)
    bl_project_begin (project, name);
  if (!self->verbs->apply (self, self->work, project, error))
    {
      if (own)
        bl_project_rollback (project);
      return NULL;
    }
  if (own)
    bl_project_commit (project);
  self->stale = TRUE;
  return bl_import_report_copy (self->report);
}
