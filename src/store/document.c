/* document.c: a project and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "checksum.h"
#include "disk.h"
#include "record-xml.h"

/* A project larger than this is not read: nothing a service plans with comes near. */
#define MAX_FILE ((goffset) 1024 * 1024 * 1024)
#define MAX_BACKUPS 20

struct _BlDocument
{
  GObject parent;
  BlProject *project;
  char *path;
  char *etag, *checksum; /* of the file as last read or written by us */
  GPtrArray *faults;
  GDateTime *saved_time;
  gboolean read_only;
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
}

BlDocument *
bl_document_new (BlProject *project)
{
  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  return g_object_new (BL_TYPE_DOCUMENT, "project", project, NULL);
}

static char *
checksum_of (GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return bl_checksum_bytes (data, length);
}

BlDocument *
bl_document_open (const char *path, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = bl_disk_read (path, MAX_FILE, &etag, error);
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
  self->checksum = checksum_of (bytes);
  g_ptr_array_unref (self->faults);
  self->faults = g_ptr_array_ref (reading->faults);
  return self;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The newest backups stay, the oldest go. */
static void
prune_backups (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".branchline"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + MAX_BACKUPS < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (g_unlink (path) != 0)
        g_debug ("an old backup stays: %s", path);
    }
}

/* Keeps what is about to be replaced, dated, in the user's data folder. */
static gboolean
back_up (BlDocument *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (self->project));
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "branchline", "backups",
                                              bl_record_get_id (BL_RECORD (self->project)), NULL);
  g_autofree char *target = NULL;
  g_autofree char *sum = NULL;

  bytes = bl_disk_read (path, MAX_FILE, NULL, error);
  if (bytes == NULL)
    return FALSE;
  sum = checksum_of (bytes);
  name = g_strdup_printf ("%s-%.8s.branchline", stamp, sum);
  target = g_build_filename (folder, name, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE,
                   _("No backup could be made in %s, so the file was not replaced; save elsewhere"), folder);
      return FALSE;
    }
  if (!bl_disk_replace (target, bytes, error))
    return FALSE;
  prune_backups (folder);
  return TRUE;
}

/* Whether the file at @path is still the one that was read or written last. */
static gboolean
is_unchanged (BlDocument *self, const char *path, GError **error)
{
  g_autofree char *etag = bl_disk_get_etag (path);
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (etag == NULL || g_strcmp0 (etag, self->etag) == 0)
    return TRUE;
  bytes = bl_disk_read (path, MAX_FILE, NULL, error);
  if (bytes == NULL)
    return FALSE;
  checksum = checksum_of (bytes);
  if (g_strcmp0 (checksum, self->checksum) == 0)
    return TRUE;
  g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_CHANGED,
               _("%s was changed by somebody else since it was opened, and was left as it is. "
                 "Save under another name, so that nothing is lost"),
               path);
  return FALSE;
}

/* Remembers which state of the file is ours. */
static void
note_written (BlDocument *self, const char *path, GBytes *bytes)
{
  g_free (self->etag);
  self->etag = bl_disk_get_etag (path);
  g_free (self->checksum);
  self->checksum = checksum_of (bytes);
}

gboolean
bl_document_save (BlDocument *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *target = path != NULL ? path : self->path;
  gboolean same_file;

  g_return_val_if_fail (BL_IS_DOCUMENT (self) && target != NULL, FALSE);

  same_file = self->path != NULL && g_str_equal (target, self->path);
  if (self->read_only && same_file)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                   _("%s was opened for reading only; save under another name"), target);
      return FALSE;
    }
  if (same_file && !is_unchanged (self, target, error))
    return FALSE;
  if (g_file_test (target, G_FILE_TEST_IS_REGULAR) && !back_up (self, target, error))
    return FALSE;
  bytes = bl_record_write (BL_RECORD (self->project), BL_PROJECT_VERSION);
  if (!bl_disk_replace (target, bytes, error))
    {
      /* The very last step may fail (syncing the folder): then what stands there is ours. */
      g_autoptr (GBytes) there = same_file ? bl_disk_read (target, MAX_FILE, NULL, NULL) : NULL;

      if (there != NULL && g_bytes_equal (there, bytes))
        note_written (self, target, bytes);
      return FALSE;
    }
  note_written (self, target, bytes);
  g_clear_pointer (&self->saved_time, g_date_time_unref);
  self->saved_time = bl_clock_now (bl_project_get_clock (self->project));
  self->read_only = FALSE;
  if (!same_file)
    {
      g_autofree char *copy = g_strdup (target);

      g_free (self->path);
      self->path = g_steal_pointer (&copy);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
    }
  bl_project_mark_saved (self->project);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_TIME]);
  return TRUE;
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
