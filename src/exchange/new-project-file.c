/* new-project-file.c: a file that is to go into a new project, and what was said about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-file.h"

#include <glib/gi18n-lib.h>

#include "import-figures.h"

struct _BlNewProjectChoice
{
  BlRecord parent_instance;
};

struct _BlNewProjectFigure
{
  BlRecord parent_instance;
};

struct _BlNewProjectFile
{
  BlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (BlNewProjectChoice, bl_new_project_choice, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlNewProjectFigure, bl_new_project_figure, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlNewProjectFile, bl_new_project_file, BL_TYPE_RECORD)

/* The options that are plain texts, by field. */
static const struct
{
  const char *field;
  gsize offset;
} text_options[] = {
  { "encoding", G_STRUCT_OFFSET (BlImportOptions, encoding) },
  { "service", G_STRUCT_OFFSET (BlImportOptions, service) },
  { "code-field", G_STRUCT_OFFSET (BlImportOptions, code_field) },
  { "name-field", G_STRUCT_OFFSET (BlImportOptions, name_field) },
  { "x-field", G_STRUCT_OFFSET (BlImportOptions, x_field) },
  { "y-field", G_STRUCT_OFFSET (BlImportOptions, y_field) },
  { "crs", G_STRUCT_OFFSET (BlImportOptions, crs) },
  { "source", G_STRUCT_OFFSET (BlImportOptions, source) },
  { "date", G_STRUCT_OFFSET (BlImportOptions, date) },
  { "geography", G_STRUCT_OFFSET (BlImportOptions, geography) },
  { "licence", G_STRUCT_OFFSET (BlImportOptions, licence) },
};

GType
bl_import_kind_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { BL_IMPORT_UNKNOWN, "BL_IMPORT_UNKNOWN", "unknown" },
    { BL_IMPORT_LIBRARIES, "BL_IMPORT_LIBRARIES", "libraries" },
    { BL_IMPORT_AREAS, "BL_IMPORT_AREAS", "areas" },
    { BL_IMPORT_POINTS, "BL_IMPORT_POINTS", "points" },
    { BL_IMPORT_VALUES, "BL_IMPORT_VALUES", "values" },
    { BL_IMPORT_FIGURES, "BL_IMPORT_FIGURES", "figures" },
    { BL_IMPORT_MEMBERS, "BL_IMPORT_MEMBERS", "members" },
    { BL_IMPORT_NETWORK, "BL_IMPORT_NETWORK", "network" },
    { BL_IMPORT_STOPS, "BL_IMPORT_STOPS", "stops" },
    { BL_IMPORT_TRAVEL, "BL_IMPORT_TRAVEL", "travel" },
    { BL_IMPORT_POSTCODES, "BL_IMPORT_POSTCODES", "postcodes" },
    { BL_IMPORT_ISOCHRONES, "BL_IMPORT_ISOCHRONES", "isochrones" },
    { BL_IMPORT_SERIES, "BL_IMPORT_SERIES", "series" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("BlImportKind", values));
  return type;
}

/* --- Helpers ---------------------------------------------------------------- */

static void
append_choice (BlNewProjectFile *self, BlIds *ids, const char *list, const char *key, const char *value)
{
  g_autofree char *id = bl_ids_make (ids, "choice");
  g_autoptr (BlRecord) choice = g_object_new (BL_TYPE_NEW_PROJECT_CHOICE, NULL);

  bl_record_set_id (choice, id);
  bl_record_set_text (choice, "key", key);
  bl_record_set_text (choice, "value", value);
  bl_record_append (BL_RECORD (self), list, choice);
}

/* A mend has no id of its own: the row, the field and the reason say which it is. */
static char *
mend_key (BlImportMend *mend)
{
  g_autofree char *field = NULL;

  g_object_get (mend, "field", &field, NULL);
  return g_strdup_printf ("%u %s: %s", bl_import_mend_get_row (mend), field != NULL ? field : "",
                          bl_import_mend_get_reason (mend));
}

static int
find_column (BlImportPlan *plan, const char *name)
{
  GListModel *columns = bl_import_plan_get_columns (plan);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (bl_import_column_get_name (column), name) == 0)
        return (int) i;
    }
  return -1;
}

static void
keep_figure (BlNewProjectFile *self, BlImportPlan *plan, guint index, BlIds *ids)
{
  g_autoptr (BlImportColumn) column = g_list_model_get_item (bl_import_plan_get_columns (plan), index);
  g_autofree char *id = bl_ids_make (ids, "figure");
  g_autoptr (BlRecord) record = NULL;
  BlImportFigure figure;

  if (!bl_import_plan_get_figure (plan, index, &figure))
    return;
  record = g_object_new (BL_TYPE_NEW_PROJECT_FIGURE, NULL);
  bl_record_set_id (record, id);
  bl_record_set_text (record, "column", bl_import_column_get_name (column));
  bl_record_set_text (record, "name", figure.name);
  bl_record_set_text (record, "title", figure.title);
  bl_record_set_enum (record, "measure", (int) figure.kind);
  bl_record_append (BL_RECORD (self), "figures", record);
}

static void
put_figure (BlRecord *record, BlImportPlan *plan)
{
  int column = find_column (plan, bl_record_get_text (record, "column"));
  BlImportFigure figure = { bl_record_get_text (record, "name"), bl_record_get_text (record, "title"), NULL,
                            bl_record_get_enum (record, "measure") };

  /* A name that no longer can be had leaves the proposed one. */
  if (column >= 0 && figure.name != NULL)
    bl_import_plan_set_figure (plan, (guint) column, &figure, NULL);
}

/* --- Class ------------------------------------------------------------------ */

static char *
bl_new_project_file_describe (BlRecord *record)
{
  return bl_new_project_file_get_name (BL_NEW_PROJECT_FILE (record));
}

static void
bl_new_project_choice_class_init (BlNewProjectChoiceClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "choice", N_("choice"));
  bl_record_class_add_text (record_class, "key", N_("what was decided"));
  bl_record_class_add_text (record_class, "value", N_("how"));
}

static void
bl_new_project_choice_init (BlNewProjectChoice *self)
{
}

static void
bl_new_project_figure_class_init (BlNewProjectFigureClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "figure", N_("figure"));
  bl_record_class_add_text (record_class, "column", N_("column"));
  bl_record_class_add_text (record_class, "name", N_("name"));
  bl_record_class_add_text (record_class, "title", N_("title"));
  bl_record_class_add_enum (record_class, "measure", N_("kind of figure"), BL_TYPE_VALUE_KIND);
}

static void
bl_new_project_figure_init (BlNewProjectFigure *self)
{
}

static void
bl_new_project_file_class_init (BlNewProjectFileClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_new_project_file_describe;

  bl_record_class_set_kind (record_class, "file", N_("file"));
  bl_record_class_add_text (record_class, "uri", N_("place of the file"));
  bl_record_class_add_enum (record_class, "kind", N_("what it holds"), BL_TYPE_IMPORT_KIND);
  bl_record_class_add_text (record_class, "encoding", N_("encoding"));
  bl_record_class_add_text (record_class, "service", N_("service in the file"));
  bl_record_class_add_integer (record_class, "year", N_("year"));
  bl_record_class_add_text (record_class, "code-field", N_("column of area codes"));
  bl_record_class_add_text (record_class, "name-field", N_("column of area names"));
  bl_record_class_add_text (record_class, "x-field", N_("column of eastings"));
  bl_record_class_add_text (record_class, "y-field", N_("column of northings"));
  bl_record_class_add_text (record_class, "crs", N_("coordinate system"));
  bl_record_class_add_enum (record_class, "value-kind", N_("kind of figure"), BL_TYPE_VALUE_KIND);
  bl_record_class_add_text (record_class, "source", N_("source"));
  bl_record_class_add_text (record_class, "date", N_("date"));
  bl_record_class_add_text (record_class, "geography", N_("geography"));
  bl_record_class_add_text (record_class, "licence", N_("licence"));
  bl_record_class_add_text (record_class, "result", N_("result"));
  bl_record_class_add_list (record_class, "figures", N_("figures"), BL_TYPE_NEW_PROJECT_FIGURE, TRUE);
  bl_record_class_add_list (record_class, "columns", N_("columns"), BL_TYPE_NEW_PROJECT_CHOICE, TRUE);
  bl_record_class_add_list (record_class, "mends", N_("rows that needed a look"), BL_TYPE_NEW_PROJECT_CHOICE, TRUE);
}

static void
bl_new_project_file_init (BlNewProjectFile *self)
{
}

/* --- Public ----------------------------------------------------------------- */

BlNewProjectFile *
bl_new_project_file_new (const char *id, const char *uri)
{
  BlNewProjectFile *self = g_object_new (BL_TYPE_NEW_PROJECT_FILE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  bl_record_set_text (BL_RECORD (self), "uri", uri);
  return self;
}

char *
bl_new_project_file_get_name (BlNewProjectFile *self)
{
  const char *uri;
  g_autoptr (GFile) file = NULL;
  g_autofree char *base = NULL;

  g_return_val_if_fail (BL_IS_NEW_PROJECT_FILE (self), NULL);

  uri = bl_record_get_text (BL_RECORD (self), "uri");
  if (uri == NULL)
    return g_strdup (_("file"));
  file = g_file_new_for_uri (uri);
  base = g_file_get_basename (file);
  return base != NULL ? g_filename_display_name (base) : g_strdup (uri);
}

char *
bl_new_project_file_get_path (BlNewProjectFile *self)
{
  const char *uri;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (BL_IS_NEW_PROJECT_FILE (self), NULL);

  uri = bl_record_get_text (BL_RECORD (self), "uri");
  if (uri == NULL)
    return NULL;
  file = g_file_new_for_uri (uri);
  return g_file_get_path (file);
}

BlImportKind
bl_new_project_file_get_import_kind (BlNewProjectFile *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_FILE (self), BL_IMPORT_UNKNOWN);
  return bl_record_get_enum (BL_RECORD (self), "kind");
}

void
bl_new_project_file_set_options (BlNewProjectFile *self, const BlImportOptions *options)
{
  BlRecord *record = BL_RECORD (self);

  g_return_if_fail (BL_IS_NEW_PROJECT_FILE (self));

  for (guint i = 0; i < G_N_ELEMENTS (text_options); i++)
    bl_record_set_text (record, text_options[i].field,
                        G_STRUCT_MEMBER (const char *, options, text_options[i].offset));
  bl_record_set_enum (record, "kind", (int) options->kind);
  bl_record_set_enum (record, "value-kind", (int) options->value_kind);
  if (options->year > 0)
    bl_record_set_integer (record, "year", options->year);
  else
    bl_record_clear (record, "year");
}

void
bl_new_project_file_to_options (BlNewProjectFile *self, BlImportOptions *options)
{
  BlRecord *record = BL_RECORD (self);
  gint64 year;

  g_return_if_fail (BL_IS_NEW_PROJECT_FILE (self));

  *options = (BlImportOptions) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (text_options); i++)
    G_STRUCT_MEMBER (const char *, options, text_options[i].offset)
      = bl_record_get_text (record, text_options[i].field);
  options->kind = bl_record_get_enum (record, "kind");
  options->value_kind = bl_record_get_enum (record, "value-kind");
  if (bl_record_get_integer (record, "year", &year))
    options->year = (int) year;
}

void
bl_new_project_file_keep_choices (BlNewProjectFile *self, BlImportPlan *plan, const char *const *proposed,
                                  BlIds *ids)
{
  GListModel *columns = bl_import_plan_get_columns (plan);
  GListModel *mends = bl_import_plan_get_mends (plan);

  g_return_if_fail (BL_IS_NEW_PROJECT_FILE (self));

  bl_record_remove_all (BL_RECORD (self), "columns");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);
      const char *target = bl_import_column_get_target (column);

      /* "" and NULL are both "leave out". */
      if (proposed == NULL || g_strcmp0 (target != NULL ? target : "", proposed[i]) != 0)
        append_choice (self, ids, "columns", bl_import_column_get_name (column), target);
    }
  bl_record_remove_all (BL_RECORD (self), "figures");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    keep_figure (self, plan, i, ids);

  bl_record_remove_all (BL_RECORD (self), "mends");
  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);
      g_autofree char *key = mend_key (mend);

      append_choice (self, ids, "mends", key, bl_import_mend_get_accepted (mend) ? "yes" : "no");
    }
}

void
bl_new_project_file_put_choices (BlNewProjectFile *self, BlImportPlan *plan)
{
  GListModel *list;
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_if_fail (BL_IS_NEW_PROJECT_FILE (self));

  /* Columns first: they make the mends anew. */
  list = bl_record_get_list (BL_RECORD (self), "columns");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) choice = g_list_model_get_item (list, i);
      const char *target = bl_record_get_text (choice, "value");
      int column = find_column (plan, bl_record_get_text (choice, "key"));

      /* The file may have changed since. */
      if (column >= 0 && (target == NULL || g_strv_contains (bl_import_plan_get_targets (plan), target)))
        bl_import_plan_set_target (plan, (guint) column, target);
    }
  list = bl_record_get_list (BL_RECORD (self), "figures");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) figure = g_list_model_get_item (list, i);

      put_figure (figure, plan);
    }

  list = bl_record_get_list (BL_RECORD (self), "mends");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) choice = g_list_model_get_item (list, i);
      const char *key = bl_record_get_text (choice, "key");

      if (key != NULL)
        g_hash_table_insert (kept, g_strdup (key), g_strdup (bl_record_get_text (choice, "value")));
    }
  list = bl_import_plan_get_mends (plan);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (list, i);
      g_autofree char *key = mend_key (mend);
      const char *value = g_hash_table_lookup (kept, key);

      if (value != NULL)
        bl_import_mend_set_accepted (mend, g_str_equal (value, "yes"));
    }
}
