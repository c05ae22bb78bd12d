/* document.c: a project and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "disk.h"
#include "record-xml.h"
#include "saving.h"

#define USUAL_BACKUPS 20

struct _BlDocument
{
  GObject parent;
  BlProject *project;
  char *path;
  char *etag, *checksum; /* of the file as last read or written by us */
  GPtrArray *faults;
  GDateTime *saved_time;
  gboolean read_only;
  guint backups;
};

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_SAVED_TIME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_QUARK (bl-store-error-quark, bl_store_error)
G_DEFINE_FINAL_TYPE (BlDocument, bl_document, G_TYPE_OBJECT)

static void
bl_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlDocument *self = BL_DOCUMENT (object);

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_SAVED_TIME:
      g_value_set_boxed (value, self->saved_time);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_document_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlDocument *self = BL_DOCUMENT (object);

  if (id == PROP_PROJECT)
    self->project = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_document_finalize (GObject *object)
{
  BlDocument *self = BL_DOCUMENT (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->checksum, g_free);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->saved_time, g_date_time_unref);
  G_OBJECT_CLASS (bl_document_parent_class)->finalize (object);
}

static void
bl_document_class_init (BlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bl_document_get_property;
  object_class->set_property = bl_document_set_property;
  object_class->finalize = bl_document_finalize;
  properties[PROP_PROJECT]
      = g_param_spec_object ("project", NULL, NULL, BL_TYPE_PROJECT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PATH]
      = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY]
      = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVED_TIME]
      = g_param_spec_boxed ("saved-time", NULL, NULL, G_TYPE_DATE_TIME, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_document_init (BlDocument *self)
{
  self->faults = bl_faults_new ();
  self->backups = USUAL_BACKUPS;
}

BlDocument *
bl_document_new (BlProject *project)
{
  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  return g_object_new (BL_TYPE_DOCUMENT, "project", project, NULL);
}

BlDocument *
bl_document_open (const char *path, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = bl_disk_read (path, BL_SAVING_MAX_FILE, &etag, error);
  g_autoptr (BlRecordReading) reading = NULL;
  BlDocument *self;
  gsize length;
  gconstpointer data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  reading = bl_record_read (BL_TYPE_PROJECT, data, length, path, cancellable, error);
  if (reading == NULL)
    return NULL;
  bl_project_set_context (BL_PROJECT (reading->root), ids, clock);
  self = bl_document_new (BL_PROJECT (reading->root));
  self->path = g_strdup (path);
  self->etag = g_steal_pointer (&etag);
  self->checksum = bl_saving_checksum (bytes);
  g_ptr_array_unref (self->faults);
  self->faults = g_ptr_array_ref (reading->faults);
  return self;
}

/* What is to be written, as it is now. */
static BlSaving *
prepare_saving (BlDocument *self, const char *path, GError **error)
{
  const char *target = path != NULL ? path : self->path;
  gboolean same_file = self->path != NULL && g_str_equal (target, self->path);
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (self->project));
  BlSaving *saving;

  if (self->read_only && same_file)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                   _("%s was opened for reading only; save under another name"), target);
      return NULL;
    }
  saving = g_new0 (BlSaving, 1);
  saving->target = g_strdup (target);
  saving->etag = same_file ? g_strdup (self->etag) : NULL;
  saving->checksum = same_file ? g_strdup (self->checksum) : NULL;
  saving->backup_folder = g_build_filename (g_get_user_data_dir (), "branchline", "backups",
                                            bl_record_get_id (BL_RECORD (self->project)), NULL);
  saving->backup_stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  saving->backups = self->backups;
  saving->revision = bl_project_get_revision (self->project);
  saving->snapshot = bl_record_take_snapshot (BL_RECORD (self->project), BL_PROJECT_VERSION);
  return saving;
}

static void
take_state (BlDocument *self, BlSaving *saving)
{
  if (saving->new_checksum == NULL)
    return;
  g_free (self->etag);
  self->etag = g_steal_pointer (&saving->new_etag);
  g_free (self->checksum);
  self->checksum = g_steal_pointer (&saving->new_checksum);
}

/* It is on the disk. What was changed meanwhile is still to be saved. */
static void
take_saving (BlDocument *self, BlSaving *saving)
{
  gboolean same_file = g_strcmp0 (self->path, saving->target) == 0;

  take_state (self, saving);
  g_clear_pointer (&self->saved_time, g_date_time_unref);
  self->saved_time = bl_clock_now (bl_project_get_clock (self->project));
  self->read_only = FALSE;
  if (!same_file)
    {
      g_free (self->path);
      self->path = g_strdup (saving->target);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
    }
  if (bl_project_get_revision (self->project) == saving->revision)
    bl_project_mark_saved (self->project);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_TIME]);
}

gboolean
bl_document_save (BlDocument *self, const char *path, GError **error)
{
  g_autoptr (BlSaving) saving = NULL;

  g_return_val_if_fail (BL_IS_DOCUMENT (self) && (path != NULL || self->path != NULL), FALSE);

  saving = prepare_saving (self, path, error);
  if (saving == NULL)
    return FALSE;
  if (!bl_saving_run (saving, error))
    {
      take_state (self, saving);
      return FALSE;
    }
  take_saving (self, saving);
  return TRUE;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (bl_saving_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bl_document_save_async (BlDocument *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  BlSaving *saving;

  g_return_if_fail (BL_IS_DOCUMENT (self) && (path != NULL || self->path != NULL));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, bl_document_save_async);
  saving = prepare_saving (self, path, &error);
  if (saving == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, saving, (GDestroyNotify) bl_saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
bl_document_save_finish (BlDocument *self, GAsyncResult *result, GError **error)
{
  BlSaving *saving;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  saving = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    {
      if (saving != NULL)
        take_state (self, saving);
      return FALSE;
    }
  take_saving (self, saving);
  return TRUE;
}

void
bl_document_set_backups (BlDocument *self, guint backups)
{
  g_return_if_fail (BL_IS_DOCUMENT (self));

  self->backups = backups;
}

BlProject *
bl_document_get_project (BlDocument *self)
{
  return self->project;
}

const char *
bl_document_get_path (BlDocument *self)
{
  return self->path;
}

gboolean
bl_document_get_read_only (BlDocument *self)
{
  return self->read_only;
}

void
bl_document_detach (BlDocument *self)
{
  g_return_if_fail (BL_IS_DOCUMENT (self));

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->checksum, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}

GPtrArray *
bl_document_get_faults (BlDocument *self)
{
  return self->faults;
}

GDateTime *
bl_document_get_saved_time (BlDocument *self)
{
  return self->saved_time;
}
