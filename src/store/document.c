/* document.c: a project and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document-private.h"

#include <glib/gi18n-lib.h>

#include "disk.h"
#include "migration.h"
#include "record-version.h"

#define USUAL_BACKUPS 20

static GParamSpec *properties[BL_DOCUMENT_N_PROPS];

G_DEFINE_QUARK (bl-store-error-quark, bl_store_error)
G_DEFINE_FINAL_TYPE (BlDocument, bl_document, G_TYPE_OBJECT)

void
bl_file_state_clear (BlFileState *state)
{
  g_clear_pointer (&state->bytes, g_bytes_unref);
  g_clear_pointer (&state->etag, g_free);
  g_clear_pointer (&state->checksum, g_free);
}

void
bl_document_notify (BlDocument *self, BlDocumentProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

/* --- GObject -------------------------------------------------------------- */

static void
bl_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlDocument *self = BL_DOCUMENT (object);

  switch ((BlDocumentProp) id)
    {
    case BL_DOCUMENT_PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case BL_DOCUMENT_PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case BL_DOCUMENT_PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case BL_DOCUMENT_PROP_SAVED_TIME:
      g_value_set_boxed (value, self->saved_time);
      break;
    case BL_DOCUMENT_PROP_KEPT:
      g_value_set_boolean (value, bl_document_get_kept (self));
      break;
    case BL_DOCUMENT_PROP_JOURNAL_PROBLEM:
      g_value_set_string (value, bl_document_get_journal_problem (self));
      break;
    case BL_DOCUMENT_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_document_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlDocument *self = BL_DOCUMENT (object);

  if (id == BL_DOCUMENT_PROP_PROJECT)
    self->project = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_document_dispose (GObject *object)
{
  BlDocument *self = BL_DOCUMENT (object);

  /* What was changed stays kept: only bl_document_close() says that it may go. */
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (bl_document_parent_class)->dispose (object);
}

static void
bl_document_finalize (GObject *object)
{
  BlDocument *self = BL_DOCUMENT (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->checksum, g_free);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->upgraded_from, g_free);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->saved_time, g_date_time_unref);
  g_clear_pointer (&self->seen_etag, g_free);
  bl_file_state_clear (&self->theirs);
  G_OBJECT_CLASS (bl_document_parent_class)->finalize (object);
}

static void
bl_document_class_init (BlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_document_get_property;
  object_class->set_property = bl_document_set_property;
  object_class->dispose = bl_document_dispose;
  object_class->finalize = bl_document_finalize;
  properties[BL_DOCUMENT_PROP_PROJECT]
      = g_param_spec_object ("project", NULL, NULL, BL_TYPE_PROJECT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[BL_DOCUMENT_PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, readable);
  properties[BL_DOCUMENT_PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[BL_DOCUMENT_PROP_SAVED_TIME]
      = g_param_spec_boxed ("saved-time", NULL, NULL, G_TYPE_DATE_TIME, readable);
  properties[BL_DOCUMENT_PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, FALSE, readable);
  properties[BL_DOCUMENT_PROP_JOURNAL_PROBLEM] = g_param_spec_string ("journal-problem", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, BL_DOCUMENT_N_PROPS, properties);
}

static void
bl_document_init (BlDocument *self)
{
  self->faults = bl_faults_new ();
  self->backups = USUAL_BACKUPS;
  self->version = g_strdup (BL_PROJECT_VERSION);
}

/* --- Opening -------------------------------------------------------------- */

BlDocument *
bl_document_new (BlProject *project)
{
  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  return g_object_new (BL_TYPE_DOCUMENT, "project", project, NULL);
}

static guint
count_errors (GPtrArray *faults, const BlFault **first)
{
  guint n = 0;

  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);

      if (fault->severity == BL_SEVERITY_ERROR && n++ == 0)
        *first = fault;
    }
  return n;
}

void
bl_document_take_reading (BlDocument *self, BlRecordReading *reading)
{
  int order = bl_record_version_compare (reading->version, BL_PROJECT_VERSION);
  const BlFault *first = NULL;

  g_ptr_array_unref (self->faults);
  self->faults = g_ptr_array_ref (reading->faults);
  self->is_faulty = count_errors (reading->faults, &first) > 0;
  if (order < 0)
    self->upgraded_from = g_strdup (reading->version);
  if (order > 0)
    {
      g_free (self->version);
      self->version = g_strdup (reading->version);
    }
  self->newer
      = bl_record_version_get_major (reading->version) > bl_record_version_get_major (BL_PROJECT_VERSION);
}

static BlRecordReading *
read_file (const char *path, GBytes *bytes, BlOpenFlags flags, GCancellable *cancellable, GPtrArray **faults,
           GError **error)
{
  BlRecordReadFlags read_flags = ((flags & BL_OPEN_COPY) != 0 ? BL_RECORD_READ_DAMAGED : 0)
                                 | ((flags & BL_OPEN_NEWER) != 0 ? BL_RECORD_READ_NEWER : 0);
  g_autoptr (BlRecordReading) reading = bl_migration_read (bytes, path, read_flags, cancellable, error);
  const BlFault *first = NULL;
  guint errors;

  if (reading == NULL)
    return NULL;
  if (faults != NULL)
    *faults = g_ptr_array_ref (reading->faults);
  errors = count_errors (reading->faults, &first);
  if (errors == 0 || (flags & (BL_OPEN_COPY | BL_OPEN_FAULTY)) != 0)
    return g_steal_pointer (&reading);
  if (first->line == 0)
    g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_FAULTY, "%s: %s", path, first->message);
  else if (errors == 1)
    g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_FAULTY, "%s:%u: %s", path, first->line, first->message);
  else
    /* Translators: file, line, what is wrong there, how many other things are wrong. */
    g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_FAULTY,
                 ngettext ("%s:%u: %s; and %u other thing is not valid", "%s:%u: %s; and %u other things are not valid",
                           errors - 1),
                 path, first->line, first->message, errors - 1);
  return NULL;
}

static gpointer
take_checksum (gpointer bytes)
{
  return bl_saving_checksum (bytes);
}

BlDocument *
bl_document_open_with (const char *path, BlOpenFlags flags, BlIds *ids, BlClock *clock, GCancellable *cancellable,
                       GPtrArray **faults, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = bl_disk_read (path, BL_SAVING_MAX_FILE, &etag, error);
  g_autofree char *checksum = NULL;
  g_autoptr (BlRecordReading) reading = NULL;
  GThread *thread;
  BlDocument *self;

  if (faults != NULL)
    *faults = NULL;
  if (bytes == NULL)
    return NULL;
  thread = g_thread_new ("checksum", take_checksum, bytes);
  reading = read_file (path, bytes, flags, cancellable, faults, error);
  checksum = g_thread_join (thread);
  if (reading == NULL)
    return NULL;
  bl_project_set_context (BL_PROJECT (reading->root), ids, clock);
  self = bl_document_new (BL_PROJECT (reading->root));
  bl_document_take_reading (self, reading);
  if ((flags & BL_OPEN_COPY) != 0)
    {
      g_clear_pointer (&self->upgraded_from, g_free); /* there is no file yet */
      return self;
    }
  self->path = g_strdup (path);
  self->etag = g_steal_pointer (&etag);
  self->checksum = g_steal_pointer (&checksum);
  self->base = g_steal_pointer (&bytes);
  self->read_only = self->newer || self->is_faulty || (flags & BL_OPEN_READ_ONLY) != 0;
  return self;
}

BlDocument *
bl_document_open (const char *path, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error)
{
  return bl_document_open_with (path, BL_OPEN_NEWER, ids, clock, cancellable, NULL, error);
}

BlDocument *
bl_document_open_as_copy (const char *path, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error)
{
  return bl_document_open_with (path, BL_OPEN_COPY, ids, clock, cancellable, NULL, error);
}

/* --- What it is ----------------------------------------------------------- */

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

gboolean
bl_document_get_newer (BlDocument *self)
{
  return self->newer;
}

const char *
bl_document_get_upgraded_from (BlDocument *self)
{
  return self->upgraded_from;
}

void
bl_document_detach (BlDocument *self)
{
  g_return_if_fail (BL_IS_DOCUMENT (self));

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->checksum, g_free);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->upgraded_from, g_free);
  bl_file_state_clear (&self->theirs);
  self->read_only = self->newer || self->look_only;
  if (self->journal != NULL)
    {
      g_autoptr (GBytes) bytes = bl_document_write (self);

      bl_journal_restart_later (self->journal, NULL, bytes);
    }
  bl_document_notify (self, BL_DOCUMENT_PROP_PATH);
}

void
bl_document_set_look_only (BlDocument *self)
{
  g_return_if_fail (BL_IS_DOCUMENT (self));

  self->look_only = TRUE;
  bl_document_detach (self);
  bl_document_notify (self, BL_DOCUMENT_PROP_READ_ONLY);
}

gboolean
bl_document_get_look_only (BlDocument *self)
{
  return self->look_only;
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
