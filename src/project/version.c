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

/* What was there at one moment, on its way to becoming a version. */
typedef struct
{
  BlRecordSnapshot *snapshot;
  BlVersion *version; /* nobody else's yet */
} Marking;

static void
marking_free (Marking *marking)
{
  g_clear_pointer (&marking->snapshot, bl_record_snapshot_free);
  g_clear_object (&marking->version);
  g_free (marking);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Marking, marking_free)

/* What the snapshot says, line by line, as a document without tables. In any thread. */
static void
freeze (Marking *marking)
{
  static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  BlRecord *record = BL_RECORD (marking->version);
  GPtrArray *tables = bl_record_snapshot_get_tables (marking->snapshot);
  const char *document = bl_record_snapshot_get_text (marking->snapshot);
  g_autoptr (GString) content = g_string_sized_new (strlen (document));
  g_autoptr (BlTable) table = NULL;
  g_autofree char *text = NULL, *checksum = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (g_str_has_prefix (document, declaration));
  append_with_apostrophes (content, document + strlen (declaration));
  if (content->str[content->len - 1] != '\n')
    g_string_append_c (content, '\n');
  table = bl_table_from_text (BL_TABLE_TEXTS, content->str, &error);
  g_assert_no_error (error);
  bl_record_set_table (record, "content", table);
  text = bl_table_to_text (table);
  checksum = bl_checksum_bytes (text, strlen (text));
  bl_record_set_text (record, "checksum", checksum);
  for (guint i = 0; i < tables->len; i++)
    {
      g_autoptr (BlKeptTable) kept = bl_kept_table_new (tables->pdata[i]);

      bl_record_append (record, "kept", BL_RECORD (kept));
    }
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

/* The project as it is now; its tables are shared, its records stand as text. */
static Marking *
begin_marking (BlProject *project, const char *name, const char *note, GError **error)
{
  g_autofree char *clean = bl_text_clean (name), *clean_note = bl_text_clean (note), *time = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) utc = NULL;
  Marking *marking;
  BlRecord *record;

  if (clean == NULL)
    {
      g_set_error (error, BL_VERSION_ERROR, BL_VERSION_ERROR_NAME, _("A marked version needs a name"));
      return NULL;
    }
  if (!is_name_free (project, clean, error))
    return NULL;
  marking = g_new0 (Marking, 1);
  marking->snapshot = bl_record_take_bare_snapshot (BL_RECORD (project), BL_PROJECT_VERSION, "versions");
  marking->version = g_object_new (BL_TYPE_VERSION, NULL);
  record = BL_RECORD (marking->version);
  now = bl_clock_now (bl_project_get_clock (project));
  utc = g_date_time_to_utc (now);
  time = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  bl_record_set_text (record, "name", clean);
  bl_record_set_text (record, "time", time);
  bl_record_set_text (record, "by", bl_project_get_author (project));
  bl_record_set_text (record, "note", clean_note);
  return marking;
}

static BlVersion *
take_marking (BlProject *project, Marking *marking)
{
  BlRecord *record = BL_RECORD (marking->version);
  /* Translators: a step that can be undone; the name of a marked version. */
  g_autofree char *title = g_strdup_printf (_("Mark version “%s”"), bl_record_get_text (record, "name"));

  bl_project_begin (project, title);
  bl_record_append (BL_RECORD (project), "versions", record);
  bl_project_commit (project);
  return marking->version; /* the project holds it */
}

BlVersion *
bl_version_mark (BlProject *project, const char *name, const char *note, GError **error)
{
  g_autoptr (Marking) marking = NULL;

  g_return_val_if_fail (BL_IS_PROJECT (project) && !bl_project_in_transaction (project), NULL);

  marking = begin_marking (project, name, note, error);
  if (marking == NULL)
    return NULL;
  freeze (marking);
  return take_marking (project, marking);
}

static void
freeze_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  freeze (data);
  g_task_return_boolean (task, TRUE);
}

void
bl_version_mark_async (BlProject *project, const char *name, const char *note, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Marking *marking;

  g_return_if_fail (BL_IS_PROJECT (project) && !bl_project_in_transaction (project));

  task = g_task_new (project, NULL, callback, data);
  g_task_set_source_tag (task, bl_version_mark_async);
  marking = begin_marking (project, name, note, &error);
  if (marking == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, marking, (GDestroyNotify) marking_free);
  g_task_run_in_thread (task, freeze_in_thread);
}

BlVersion *
bl_version_mark_finish (BlProject *project, GAsyncResult *result, GError **error)
{
  Marking *marking;

  g_return_val_if_fail (g_task_is_valid (result, project), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  marking = g_task_get_task_data (G_TASK (result));
  /* Another may have got the name meanwhile. */
  if (!is_name_free (project, bl_record_get_text (BL_RECORD (marking->version), "name"), error))
    return NULL;
  return take_marking (project, marking);
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
