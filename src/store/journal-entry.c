/* journal-entry.c: one change of a project as the journal keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document.h"

struct _BlJournalReplay
{
  BlProject *project;
  GHashTable *kinds;  /* kind -> GType */
  GHashTable *all;    /* id -> every record that is or was in the project */
  GHashTable *tables; /* id -> BlTable */
};

/* --- Writing -------------------------------------------------------------- */

typedef struct
{
  GVariantBuilder records, tables;
  GHashTable *known;
  GPtrArray *waiting; /* records listed that are not known yet */
} Writing;

static void
append_id (Writing *writing, GVariantBuilder *ids, BlRecord *record)
{
  g_variant_builder_add (ids, "s", bl_record_get_id (record));
  if (!g_hash_table_contains (writing->known, bl_record_get_id (record)))
    g_ptr_array_add (writing->waiting, record);
}

static void
append_ids (Writing *writing, GVariantBuilder *lists, BlRecord *record, const BlField *field)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("as"));
  if (field->type == BL_FIELD_CHILD)
    {
      BlRecord *child = bl_record_get_child (record, field->name);

      if (child != NULL)
        append_id (writing, &ids, child);
    }
  else
    {
      GListModel *list = bl_record_get_list (record, field->name);
      guint n = g_list_model_get_n_items (list);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (BlRecord) item = g_list_model_get_item (list, i);

          append_id (writing, &ids, item); /* the list holds it */
        }
    }
  g_variant_builder_add (lists, "{sas}", field->name, &ids);
}

static void
append_table (Writing *writing, BlTable *table)
{
  g_autofree char *text = NULL;

  if (!g_hash_table_add (writing->known, g_strdup (bl_table_get_id (table))))
    return;
  text = bl_table_to_text (table);
  g_variant_builder_add (&writing->tables, "(sss)", bl_table_get_id (table),
                         bl_table_type_to_text (bl_table_get_table_type (table)), text);
}

/* What this version does not know stands among the fields under names that no field has. */
#define FOREIGN_ATTRIBUTE "+attribute "
#define FOREIGN_ELEMENT "+element "

static void
append_foreign (GVariantBuilder *fields, BlRecord *record)
{
  GPtrArray *attributes = bl_record_get_foreign_attributes (record);
  GPtrArray *elements = bl_record_get_foreign_elements (record);

  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    {
      BlForeignAttribute *attribute = g_ptr_array_index (attributes, i);
      g_autofree char *name = g_strconcat (FOREIGN_ATTRIBUTE, attribute->name, NULL);

      g_variant_builder_add (fields, "{ss}", name, attribute->value);
    }
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      BlForeignElement *element = g_ptr_array_index (elements, i);
      g_autofree char *name = g_strdup_printf (FOREIGN_ELEMENT "%u %u %s", i, element->position,
                                               element->wrapper != NULL ? element->wrapper : "");

      g_variant_builder_add (fields, "{ss}", name, element->xml);
    }
}

static void
append_record (Writing *writing, BlRecord *record)
{
  GPtrArray *declared = bl_record_get_fields (record);
  GVariantBuilder fields, lists;

  g_hash_table_add (writing->known, g_strdup (bl_record_get_id (record)));
  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_init (&lists, G_VARIANT_TYPE ("a{sas}"));
  for (guint i = 0; i < declared->len; i++)
    {
      const BlField *field = g_ptr_array_index (declared, i);
      g_autofree char *text = NULL;

      if (field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST)
        {
          append_ids (writing, &lists, record, field);
          continue;
        }
      text = bl_record_get_as_text (record, field->name);
      if (text == NULL)
        continue;
      g_variant_builder_add (&fields, "{ss}", field->name, text);
      if (field->type == BL_FIELD_TABLE)
        append_table (writing, bl_record_get_table (record, field->name));
    }
  append_foreign (&fields, record);
  g_variant_builder_add (&writing->records, "(ssa{ss}a{sas})", bl_record_get_id (record),
                         bl_record_get_kind (record), &fields, &lists);
}

GVariant *
bl_journal_entry_new (const char *name, GPtrArray *changed, GHashTable *known)
{
  Writing writing = { .known = known };
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  writing.waiting = waiting;
  g_variant_builder_init (&writing.records, G_VARIANT_TYPE ("a(ssa{ss}a{sas})"));
  g_variant_builder_init (&writing.tables, G_VARIANT_TYPE ("a(sss)"));
  for (guint i = 0; i < changed->len; i++)
    g_ptr_array_add (waiting, changed->pdata[i]);
  for (guint i = 0; i < waiting->len; i++)
    if (g_hash_table_add (written, waiting->pdata[i]))
      append_record (&writing, waiting->pdata[i]);
  return g_variant_ref_sink (g_variant_new (BL_JOURNAL_ENTRY_TYPE, name, &writing.records, &writing.tables));
}

static gboolean
note_known (BlRecord *record, gpointer known)
{
  GPtrArray *fields = bl_record_get_fields (record);

  g_hash_table_add (known, g_strdup (bl_record_get_id (record)));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlTable *table = field->type != BL_FIELD_TABLE ? NULL : bl_record_get_table (record, field->name);

      if (table != NULL)
        g_hash_table_add (known, g_strdup (bl_table_get_id (table)));
    }
  return TRUE;
}

void
bl_journal_entry_note_known (BlRecord *record, GHashTable *known)
{
  bl_record_walk (record, note_known, known);
}

/* --- Reading -------------------------------------------------------------- */

static void
gather_kinds (GType type, GHashTable *kinds)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  BlRecordClass *klass = BL_RECORD_CLASS (type_class);

  if (!g_hash_table_insert (kinds, (gpointer) klass->kind, GSIZE_TO_POINTER (type)))
    return;
  for (guint i = 0; i < klass->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (klass->fields, i);

      if (field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST)
        gather_kinds (field->item_type, kinds);
    }
}

static gboolean
gather_record (BlRecord *record, gpointer data)
{
  g_hash_table_insert (data, g_strdup (bl_record_get_id (record)), g_object_ref (record));
  return TRUE;
}

static gboolean
gather_tables (BlRecord *record, gpointer data)
{
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlTable *table = field->type != BL_FIELD_TABLE ? NULL : bl_record_get_table (record, field->name);

      if (table != NULL)
        g_hash_table_insert (data, g_strdup (bl_table_get_id (table)), bl_table_ref (table));
    }
  return TRUE;
}

BlJournalReplay *
bl_journal_replay_new (BlProject *project)
{
  BlJournalReplay *self = g_new0 (BlJournalReplay, 1);

  self->project = g_object_ref (project);
  self->kinds = g_hash_table_new (g_str_hash, g_str_equal);
  self->all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bl_table_unref);
  gather_kinds (BL_TYPE_PROJECT, self->kinds);
  bl_record_walk (BL_RECORD (project), gather_record, self->all);
  bl_record_walk (BL_RECORD (project), gather_tables, self->tables);
  return self;
}

void
bl_journal_replay_free (BlJournalReplay *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->project);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->all);
  g_hash_table_unref (self->tables);
  g_free (self);
}

static gboolean
misfit (GError **error, const char *what)
{
  g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_INVALID,
               _("a change that was kept does not fit the project: %s"), what);
  return FALSE;
}

/* The record @id of @kind, made if it is new. */
static BlRecord *
ensure_record (BlJournalReplay *self, const char *id, const char *kind, GError **error)
{
  BlRecord *record = g_hash_table_lookup (self->all, id);
  GType type = GPOINTER_TO_SIZE (g_hash_table_lookup (self->kinds, kind));

  if (type == 0 || !bl_ids_is_valid (id, kind) || (record != NULL && G_OBJECT_TYPE (record) != type)
      || (record == NULL && type == BL_TYPE_PROJECT))
    {
      misfit (error, id);
      return NULL;
    }
  if (record == NULL)
    {
      record = g_object_new (type, NULL);
      bl_record_set_id (record, id);
      g_hash_table_insert (self->all, g_strdup (id), record);
    }
  return record;
}

/* The ids a list or child field of @record holds now. */
static gboolean
holds (BlRecord *record, const BlField *field, const char *const *ids, gsize n)
{
  GListModel *list;

  if (field->type == BL_FIELD_CHILD)
    {
      BlRecord *child = bl_record_get_child (record, field->name);

      return child == NULL ? n == 0 : n == 1 && g_str_equal (bl_record_get_id (child), ids[0]);
    }
  list = bl_record_get_list (record, field->name);
  if (g_list_model_get_n_items (list) != n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) item = g_list_model_get_item (list, i);

      if (!g_str_equal (bl_record_get_id (item), ids[i]))
        return FALSE;
    }
  return TRUE;
}

static void
empty_field (BlRecord *record, const BlField *field)
{
  if (field->type == BL_FIELD_CHILD)
    bl_record_set_child (record, field->name, NULL);
  else
    bl_record_remove_all (record, field->name);
}

static gboolean
fill_field (BlJournalReplay *self, BlRecord *record, const BlField *field, const char *const *ids, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      BlRecord *item = g_hash_table_lookup (self->all, ids[i]);

      if (item == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (item, field->item_type)
          || bl_record_get_parent (item) != NULL || bl_record_get_root (record) == item
          || (field->type == BL_FIELD_CHILD && i > 0))
        return misfit (error, ids[i]);
      if (field->type == BL_FIELD_CHILD)
        bl_record_set_child (record, field->name, item);
      else
        bl_record_append (record, field->name, item);
    }
  return TRUE;
}

/* @filling: puts records where the entry has them; else takes out those that are elsewhere. */
static gboolean
apply_lists (BlJournalReplay *self, BlRecord *record, GVariant *lists, gboolean filling, GError **error)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;
  gboolean fits = TRUE;

  g_variant_iter_init (&iter, lists);
  while (fits && g_variant_iter_next (&iter, "{&s@as}", &name, &value))
    {
      g_autofree const char **ids = NULL;
      gsize n;
      const BlField *field = bl_record_find_field (record, name);

      ids = g_variant_get_strv (value, &n);
      if (field == NULL || (field->type != BL_FIELD_CHILD && field->type != BL_FIELD_LIST))
        fits = misfit (error, name);
      else if (!holds (record, field, ids, n))
        {
          if (filling)
            fits = fill_field (self, record, field, ids, error);
          else
            empty_field (record, field);
        }
      g_variant_unref (value);
    }
  return fits;
}

static gboolean
apply_field (BlJournalReplay *self, BlRecord *record, const BlField *field, const char *text, GError **error)
{
  if (field->type == BL_FIELD_TABLE)
    {
      BlTable *table = text == NULL ? NULL : g_hash_table_lookup (self->tables, text);

      if (text != NULL && (table == NULL || bl_table_get_table_type (table) != field->table_type))
        return misfit (error, text);
      bl_record_set_table (record, field->name, table);
      return TRUE;
    }
  if (field->type == BL_FIELD_TEXT || field->type == BL_FIELD_LONG_TEXT || field->type == BL_FIELD_REFERENCE)
    {
      bl_record_set_text (record, field->name, text);
      return TRUE;
    }
  return bl_record_set_from_text (record, field->name, text, error);
}

/* What a newer version wrote: looked at on a record of its own before it comes into the project. */
static gboolean
apply_foreign (BlRecord *record, GVariant *fields, GError **error)
{
  g_autoptr (BlRecord) from = g_object_new (G_OBJECT_TYPE (record), NULL);
  GVariantIter iter;
  const char *name, *text;

  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    if (g_str_has_prefix (name, FOREIGN_ATTRIBUTE))
      bl_record_keep_foreign_attribute (from, name + strlen (FOREIGN_ATTRIBUTE), text);
    else if (g_str_has_prefix (name, FOREIGN_ELEMENT))
      {
        g_auto (GStrv) parts = g_strsplit (name + strlen (FOREIGN_ELEMENT), " ", 3);
        const BlField *wrapper
            = g_strv_length (parts) < 3 || *parts[2] == '\0' ? NULL : bl_record_find_field (record, parts[2]);

        if (g_strv_length (parts) < 3 || (wrapper == NULL && *parts[2] != '\0')
            || (wrapper != NULL && wrapper->wrapper == NULL))
          return misfit (error, bl_record_get_id (record));
        bl_record_keep_foreign_element (from, wrapper, (guint) g_ascii_strtoull (parts[1], NULL, 10), text);
      }
  if (!bl_record_foreign_is_sound (from))
    return misfit (error, bl_record_get_id (record));
  bl_record_set_foreign (record, from);
  return TRUE;
}

static gboolean
apply_fields (BlJournalReplay *self, BlRecord *record, GVariant *fields, GError **error)
{
  GPtrArray *declared = bl_record_get_fields (record);
  gboolean fits = TRUE;
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantIter iter;
  const char *name, *text;

  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    g_hash_table_insert (texts, (gpointer) name, (gpointer) text);
  for (guint i = 0; fits && i < declared->len; i++)
    {
      const BlField *field = g_ptr_array_index (declared, i);

      if (field->type != BL_FIELD_CHILD && field->type != BL_FIELD_LIST)
        fits = apply_field (self, record, field, g_hash_table_lookup (texts, field->name), error);
    }
  return fits && apply_foreign (record, fields, error);
}

static gboolean
read_tables (BlJournalReplay *self, GVariant *tables, GError **error)
{
  GVariantIter iter;
  const char *id, *type_name, *text;

  g_variant_iter_init (&iter, tables);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &id, &type_name, &text))
    {
      BlTableType type;
      g_autoptr (BlTable) table = NULL;

      if (!bl_table_type_from_text (type_name, &type))
        return misfit (error, type_name);
      table = bl_table_from_text (type, text, error);
      if (table == NULL)
        return FALSE;
      if (!g_str_equal (bl_table_get_id (table), id))
        return misfit (error, id);
      g_hash_table_insert (self->tables, g_strdup (id), g_steal_pointer (&table));
    }
  return TRUE;
}

typedef enum
{
  PASS_MAKE,
  PASS_EMPTY,
  PASS_FIELDS,
  PASS_FILL,
  N_PASSES,
} Pass;

static gboolean
apply_pass (BlJournalReplay *self, GVariant *records, Pass pass, GError **error)
{
  gsize n = g_variant_n_children (records);

  for (gsize i = 0; i < n; i++)
    {
      const char *id, *kind;
      g_autoptr (GVariant) fields = NULL, lists = NULL;
      BlRecord *record;
      gboolean fits = TRUE;

      g_variant_get_child (records, i, "(&s&s@a{ss}@a{sas})", &id, &kind, &fields, &lists);
      record = ensure_record (self, id, kind, error);
      if (record == NULL)
        return FALSE;
      if (pass == PASS_EMPTY || pass == PASS_FILL)
        fits = apply_lists (self, record, lists, pass == PASS_FILL, error);
      else if (pass == PASS_FIELDS)
        fits = apply_fields (self, record, fields, error);
      if (!fits)
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_journal_replay_apply (BlJournalReplay *self, GVariant *entry, GError **error)
{
  const char *name;
  g_autoptr (GVariant) records = NULL, tables = NULL;
  g_autofree char *author = NULL;
  gboolean fits = TRUE;

  g_return_val_if_fail (g_variant_is_of_type (entry, G_VARIANT_TYPE (BL_JOURNAL_ENTRY_TYPE)), FALSE);

  g_variant_get (entry, "(&s@a(ssa{ss}a{sas})@a(sss))", &name, &records, &tables);
  if (!read_tables (self, tables, error))
    return FALSE;
  /* The entry says who changed what; doing it again changes nothing about that. */
  author = g_strdup (bl_project_get_author (self->project));
  bl_project_set_author (self->project, NULL);
  bl_project_begin (self->project, name);
  for (Pass pass = PASS_MAKE; fits && pass < N_PASSES; pass++)
    fits = apply_pass (self, records, pass, error);
  if (fits)
    bl_project_commit (self->project);
  else
    bl_project_rollback (self->project);
  bl_project_set_author (self->project, author);
  return fits;
}
