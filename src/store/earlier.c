/* earlier.c: an earlier state of a project: a marked version or a dated backup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "earlier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backups.h"
#include "version.h"

struct _BlEarlier
{
  GObject parent;
  BlVersion *version; /* a copy outside the project, or */
  BlBackup *backup;
  GDateTime *time;
  goffset size;
};

G_DEFINE_FINAL_TYPE (BlEarlier, bl_earlier, G_TYPE_OBJECT)

static void
bl_earlier_finalize (GObject *object)
{
  BlEarlier *self = BL_EARLIER (object);

  g_clear_object (&self->version);
  g_clear_pointer (&self->backup, bl_backup_free);
  g_clear_pointer (&self->time, g_date_time_unref);
  G_OBJECT_CLASS (bl_earlier_parent_class)->finalize (object);
}

static void
bl_earlier_class_init (BlEarlierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_earlier_finalize;
}

static void
bl_earlier_init (BlEarlier *self)
{
}

/* --- Listing -------------------------------------------------------------- */

static goffset
measure (BlTable *content)
{
  guint n = content == NULL ? 0 : bl_table_get_n_rows (content);
  goffset size = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *line = bl_table_get_texts (content)[i];

      size += (line == NULL ? 0 : strlen (line)) + 1;
    }
  return size;
}

static BlEarlier *
new_of_version (BlRecord *version)
{
  BlEarlier *self = g_object_new (BL_TYPE_EARLIER, NULL);
  const char *text = bl_record_get_text (version, "time");
  BlTable *content = bl_record_get_table (version, "content");
  g_autoptr (GDateTime) utc = text == NULL ? NULL : g_date_time_new_from_iso8601 (text, NULL);

  self->version = BL_VERSION (bl_record_copy (version));
  self->time = utc == NULL ? NULL : g_date_time_to_local (utc);
  self->size = content != NULL && bl_table_get_table_type (content) == BL_TABLE_TEXTS ? measure (content) : 0;
  return self;
}

/* Takes @backup. */
static BlEarlier *
new_of_backup (BlBackup *backup)
{
  BlEarlier *self = g_object_new (BL_TYPE_EARLIER, NULL);

  self->backup = backup;
  self->time = g_date_time_ref (backup->time);
  self->size = backup->size;
  return self;
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  BlEarlier *x = *(BlEarlier *const *) a, *y = *(BlEarlier *const *) b;

  if (x->time == NULL || y->time == NULL)
    return (x->time == NULL) - (y->time == NULL);
  return g_date_time_compare (y->time, x->time);
}

GPtrArray *
bl_earlier_list (BlProject *project)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) backups = NULL;
  GListModel *versions;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  versions = bl_project_get_versions (project);
  for (guint i = g_list_model_get_n_items (versions); i > 0; i--)
    {
      g_autoptr (BlRecord) version = g_list_model_get_item (versions, i - 1);

      g_ptr_array_add (all, new_of_version (version));
    }
  backups = bl_backups_list (bl_record_get_id (BL_RECORD (project)));
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (all, new_of_backup (g_steal_pointer (&backups->pdata[i])));
  g_ptr_array_sort (all, compare_time);
  return all;
}

/* --- What it is ----------------------------------------------------------- */

gboolean
bl_earlier_is_version (BlEarlier *self)
{
  g_return_val_if_fail (BL_IS_EARLIER (self), FALSE);
  return self->version != NULL;
}

static const char *
get_text (BlEarlier *self, const char *field)
{
  g_return_val_if_fail (BL_IS_EARLIER (self), NULL);
  return self->version == NULL ? NULL : bl_record_get_text (BL_RECORD (self->version), field);
}

const char *
bl_earlier_get_name (BlEarlier *self)
{
  const char *name = get_text (self, "name");

  return name == NULL && self->version != NULL ? _("Version without a name") : name;
}

const char *
bl_earlier_get_by (BlEarlier *self)
{
  return get_text (self, "by");
}

const char *
bl_earlier_get_note (BlEarlier *self)
{
  return get_text (self, "note");
}

const char *
bl_earlier_get_reason (BlEarlier *self)
{
  const char *label;

  g_return_val_if_fail (BL_IS_EARLIER (self), NULL);

  if (self->backup == NULL)
    return NULL;
  label = self->backup->label;
  if (label == NULL)
    return _("Kept before a save");
  if (g_str_equal (label, "ours"))
    return _("Yours, before others’ changes were taken in");
  if (g_str_equal (label, "theirs"))
    return _("Theirs, before they were taken in");
  if (g_str_has_prefix (label, "format-"))
    return _("Kept before the format was brought up to date");
  return _("Kept in an earlier state");
}

GDateTime *
bl_earlier_get_time (BlEarlier *self)
{
  g_return_val_if_fail (BL_IS_EARLIER (self), NULL);
  return self->time;
}

goffset
bl_earlier_get_size (BlEarlier *self)
{
  g_return_val_if_fail (BL_IS_EARLIER (self), 0);
  return self->size;
}

const char *
bl_earlier_get_key (BlEarlier *self)
{
  g_return_val_if_fail (BL_IS_EARLIER (self), NULL);
  return self->version != NULL ? bl_record_get_id (BL_RECORD (self->version)) : self->backup->path;
}

/* --- Opening -------------------------------------------------------------- */

BlDocument *
bl_earlier_open (BlEarlier *self, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlProject) project = NULL;
  BlDocument *document;

  g_return_val_if_fail (BL_IS_EARLIER (self), NULL);

  if (self->backup != NULL)
    document = bl_backup_open (self->backup, ids, clock, cancellable, error);
  else
    {
      project = bl_version_open (self->version, error);
      if (project == NULL)
        return NULL;
      bl_project_set_context (project, ids, clock);
      document = bl_document_new (project);
    }
  if (document != NULL)
    bl_document_set_look_only (document);
  return document;
}

/* --- Comparing ------------------------------------------------------------ */

void
bl_earlier_changes_free (BlEarlierChanges *changes)
{
  if (changes == NULL)
    return;
  g_ptr_array_unref (changes->things);
  g_free (changes->line);
  g_free (changes->by);
  g_free (changes);
}

BlEarlierChanges *
bl_earlier_compare (BlEarlier *self, BlProject *now, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlDocument) document = NULL;
  BlProject *then;
  BlRecord *signed_last;
  BlEarlierChanges *changes;

  g_return_val_if_fail (BL_IS_EARLIER (self) && BL_IS_PROJECT (now), NULL);

  document = bl_earlier_open (self, bl_project_get_ids (now), bl_project_get_clock (now), cancellable, error);
  if (document == NULL)
    return NULL;
  then = bl_document_get_project (document);
  signed_last = bl_record_find_signed_last (BL_RECORD (then));
  changes = g_new0 (BlEarlierChanges, 1);
  changes->things = bl_differing_things (then, now, self->version != NULL);
  changes->line = bl_differing_things_to_line (changes->things);
  changes->by = signed_last == NULL ? NULL : g_strdup (bl_record_get_text (signed_last, "changed-by"));
  return changes;
}
