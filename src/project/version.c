/* version.c: a marked version: the project as it was at one moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "checksum.h"
#include "kept-table.h"
#include "record-xml.h"
#include "text.h"

struct _BlVersion
{
  BlRecord parent;
};

G_DEFINE_QUARK (bl-version-error-quark, bl_version_error)
G_DEFINE_FINAL_TYPE (BlVersion, bl_version, BL_TYPE_RECORD)

static void
bl_version_validate (BlRecord *record, GPtrArray *faults)
{
  const char *id = bl_record_get_id (record);
  g_autoptr (GError) error = NULL;

  if (bl_record_get_text (record, "name") == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, id, "name", 0, _("a marked version has no name")));
  if (!bl_version_check (BL_VERSION (record), &error))
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, id, "content", 0, "%s", error->message));
}

static void
bl_version_class_init (BlVersionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->validate = bl_version_validate;
  bl_record_class_set_kind (record_class, "version", N_ ("marked version"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "time", N_ ("time"));
  bl_record_class_add_text (record_class, "by", N_ ("who marked it"));
  bl_record_class_add_text (record_class, "checksum", N_ ("checksum"));
  bl_record_class_add_table (record_class, "content", N_ ("content"), BL_TABLE_TEXTS);
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "kept", N_ ("tables"), BL_TYPE_KEPT_TABLE, FALSE);
}

static void
bl_version_init (BlVersion *self)
{
}

/* --- Marking -------------------------------------------------------------- */

typedef struct
{
  BlVersion *version;
  GHashTable *seen; /* ids of tables */
} Keeping;

static gboolean
keep_tables (BlRecord *record, gpointer data)
{
  Keeping *keeping = data;
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlTable *table = field->type != BL_FIELD_TABLE ? NULL : bl_record_get_table (record, field->name);
      g_autoptr (BlKeptTable) kept = NULL;

      if (table == NULL || !g_hash_table_add (keeping->seen, (gpointer) bl_table_get_id (table)))
        continue;
      kept = bl_kept_table_new (table);
      bl_record_append (BL_RECORD (keeping->version), "kept", BL_RECORD (kept));
    }
  return TRUE;
}

/* The end of what starts at @at with one of the marks in which quotation marks
 * mean nothing; %NULL where none does. */
static const char *
end_of_opaque (const char *at)
{
  static const char *const marks[][2] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i][0]))
      {
        const char *end = strstr (at + strlen (marks[i][0]), marks[i][1]);

        return end == NULL ? at + strlen (at) : end + strlen (marks[i][1]);
      }
  return NULL;
}

/* The same document with 'attributes' in apostrophes where they hold none:
 * inside another document each " would take six letters. */
static void
append_with_apostrophes (GString *out, const char *xml)
{
  gboolean in_tag = FALSE;

  for (const char *p = xml; *p != '\0';)
    {
      const char *end = *p == '<' ? end_of_opaque (p) : in_tag && (*p == '"' || *p == '\'') ? strchr (p + 1, *p) : NULL;

      if (end == NULL)
        {
          in_tag = *p == '<' || (in_tag && *p != '>');
          g_string_append_c (out, *p++);
        }
      else if (*p == '"' && memchr (p, '\'', end - p) == NULL)
        {
          g_string_append_printf (out, "'%.*s'", (int) (end - p - 1), p + 1);
          p = end + 1;
        }
      else
        {
          end += *p != '<'; /* the closing mark */
          g_string_append_len (out, p, end - p);
          p = end;
        }
    }
}

/* What @bare says, line by line, as a document without tables. */
static BlTable *
freeze (BlRecord *bare)
{
  g_autofree char *fragment = bl_record_to_fragment (bare);
  g_autoptr (GString) content = g_string_new (NULL);
  static const char start[] = "<project";
  g_autoptr (GError) error = NULL;
  BlTable *table;

  g_assert (g_str_has_prefix (fragment, start));
  g_string_append (content, "<project xmlns='" BL_RECORD_NAMESPACE "' version='" BL_PROJECT_VERSION "'");
  append_with_apostrophes (content, fragment + strlen (start));
  if (content->str[content->len - 1] != '\n')
    g_string_append_c (content, '\n');
  table = bl_table_from_text (BL_TABLE_TEXTS, content->str, &error);
  g_assert_no_error (error);
  return table;
}

static gboolean
is_name_free (BlProject *project, const char *name, GError **error)
{
  GListModel *versions = bl_project_get_versions (project);
  g_autofree char *folded = bl_text_fold (name);
  guint n = g_list_model_get_n_items (versions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) version = g_list_model_get_item (versions, i);
      g_autofree char *other = bl_text_fold (bl_record_get_text (version, "name"));

      if (g_str_equal (folded, other))
        {
          g_set_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_NAME,
                       _("There is a marked version “%s” already; give this one another name"),
                       bl_record_get_text (version, "name"));
          return FALSE;
        }
    }
  return TRUE;
}

BlVersion *
bl_version_mark (BlProject *project, const char *name, const char *note, GError **error)
{
  g_autofree char *clean = bl_text_clean (name), *clean_note = bl_text_clean (note);
  g_autofree char *text = NULL, *checksum = NULL, *time = NULL, *title = NULL;
  g_autoptr (BlTable) content = NULL;
  g_autoptr (BlRecord) bare = NULL;
  g_autoptr (BlVersion) self = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) utc = NULL;
  BlRecord *record;
  Keeping keeping;

  g_return_val_if_fail (BL_IS_PROJECT (project) && !bl_project_in_transaction (project), NULL);

  if (clean == NULL)
    {
      g_set_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_NAME, _("A marked version needs a name"));
      return NULL;
    }
  if (!is_name_free (project, clean, error))
    return NULL;
  bare = bl_record_copy (BL_RECORD (project));
  bl_record_remove_all (bare, "versions");
  bl_record_clear_signatures (bare);
  content = freeze (bare);
  self = g_object_new (BL_TYPE_VERSION, NULL);
  record = BL_RECORD (self);
  now = bl_clock_now (bl_project_get_clock (project));
  utc = g_date_time_to_utc (now);
  time = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  bl_record_set_text (record, "name", clean);
  bl_record_set_text (record, "time", time);
  bl_record_set_text (record, "by", bl_project_get_author (project));
  bl_record_set_text (record, "note", clean_note);
  bl_record_set_table (record, "content", content);
  text = bl_table_to_text (content);
  checksum = bl_checksum_bytes (text, strlen (text));
  bl_record_set_text (record, "checksum", checksum);
  keeping = (Keeping) { self, seen };
  bl_record_walk (bare, keep_tables, &keeping);

  /* Translators: a step that can be undone; the name of a marked version. */
  title = g_strdup_printf (_("Mark version “%s”"), clean);
  bl_project_begin (project, title);
  bl_record_append (BL_RECORD (project), "versions", record);
  bl_project_commit (project);
  return self; /* the project holds it too */
}

/* --- Opening -------------------------------------------------------------- */

/* The tables it keeps, by their ids; not referenced. */
static GHashTable *
get_tables (BlVersion *self)
{
  GHashTable *tables = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *kept = bl_record_get_list (BL_RECORD (self), "kept");
  guint n = g_list_model_get_n_items (kept);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlKeptTable) item = g_list_model_get_item (kept, i);
      BlTable *table = bl_kept_table_get_table (item);

      if (table != NULL) /* the record holds it */
        g_hash_table_insert (tables, (gpointer) bl_table_get_id (table), table);
    }
  return tables;
}

static void
refuse (BlVersion *self, GError **error)
{
  g_autofree char *name = bl_record_describe (BL_RECORD (self));

  g_set_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_CHANGED,
               _("“%s” is no longer what was marked: its content was changed outside Branchline"), name);
}

/* The document that was frozen, or %NULL and an error where it is not what it was. */
static char *
get_content (BlVersion *self, GError **error)
{
  BlTable *content = bl_record_get_table (BL_RECORD (self), "content");
  g_autofree char *text = content == NULL ? NULL : bl_table_to_text (content);
  g_autofree char *sum = text == NULL ? NULL : bl_checksum_bytes (text, strlen (text));
  GListModel *kept = bl_record_get_list (BL_RECORD (self), "kept");
  guint n = g_list_model_get_n_items (kept);

  if (sum == NULL || g_strcmp0 (sum, bl_record_get_text (BL_RECORD (self), "checksum")) != 0)
    {
      refuse (self, error);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlKeptTable) item = g_list_model_get_item (kept, i);

      if (bl_kept_table_get_table (item) == NULL)
        {
          refuse (self, error);
          return NULL;
        }
    }
  return g_steal_pointer (&text);
}

gboolean
bl_version_check (BlVersion *self, GError **error)
{
  g_autofree char *content = NULL;

  g_return_val_if_fail (BL_IS_VERSION (self), FALSE);

  content = get_content (self, error);
  return content != NULL;
}

BlProject *
bl_version_open (BlVersion *self, GError **error)
{
  g_autoptr (GHashTable) tables = NULL;
  g_autoptr (BlRecordReading) reading = NULL;
  g_autofree char *name = NULL, *content = NULL;
  BlRecord *root;
  BlProject *project;

  g_return_val_if_fail (BL_IS_VERSION (self), NULL);

  content = get_content (self, error);
  if (content == NULL)
    return NULL;
  tables = get_tables (self);
  name = bl_record_describe (BL_RECORD (self));
  reading = bl_record_read_with (BL_TYPE_PROJECT, content, strlen (content), name, BL_RECORD_READ_PLAIN, tables, NULL,
                                 error);
  if (reading == NULL)
    return NULL;
  for (guint i = 0; i < reading->faults->len; i++)
    if (((BlFault *) reading->faults->pdata[i])->severity == BL_SEVERITY_ERROR)
      {
        /* The content is ours: only a table changed by hand, hence of another id, brings this about. */
        refuse (self, error);
        return NULL;
      }
  project = g_object_ref (BL_PROJECT (reading->root));
  root = bl_record_get_root (BL_RECORD (self));
  if (BL_IS_PROJECT (root) && bl_project_get_ids (BL_PROJECT (root)) != NULL)
    bl_project_set_context (project, bl_project_get_ids (BL_PROJECT (root)), bl_project_get_clock (BL_PROJECT (root)));
  else
    {
      g_autoptr (BlIds) ids = bl_ids_new ();
      g_autoptr (BlClock) clock = bl_clock_new ();

      bl_project_set_context (project, ids, clock);
    }
  return project;
}

char *
bl_version_get_date_for_people (BlVersion *self)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *date = NULL;
  guint32 julian;

  g_return_val_if_fail (BL_IS_VERSION (self), NULL);

  if (bl_record_get_text (BL_RECORD (self), "time") == NULL)
    return NULL;
  utc = g_date_time_new_from_iso8601 (bl_record_get_text (BL_RECORD (self), "time"), NULL);
  local = utc == NULL ? NULL : g_date_time_to_local (utc);
  date = local == NULL ? NULL : g_date_time_format (local, "%Y-%m-%d");
  return date != NULL && bl_text_to_date (date, &julian) ? bl_text_date_for_people (julian) : NULL;
}
