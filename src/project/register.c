/* register.c: entries of the light registers, and progress reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "register.h"

#include <glib/gi18n-lib.h>

struct _BlRegisterEntry
{
  BlRecord parent;
};

struct _BlReported
{
  BlRecord parent;
};

struct _BlProgressReport
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlRegisterEntry, bl_register_entry, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlReported, bl_reported, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlProgressReport, bl_progress_report, BL_TYPE_RECORD)

static char *
bl_register_entry_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("entry of a register"));
}

static void
bl_register_entry_class_init (BlRegisterEntryClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_register_entry_describe;
  bl_record_class_set_kind (record_class, "register-entry", N_ ("entry of a register"));
  bl_record_class_add_text (record_class, "register", N_ ("register"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "state", N_ ("state"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_date (record_class, "until", N_ ("until"));
  bl_record_class_add_reference (record_class, "need", N_ ("need"));
  bl_record_class_add_reference (record_class, "action", N_ ("action"));
  bl_record_class_add_text (record_class, "outcomes", N_ ("Outcomes"));
  bl_record_class_add_text (record_class, "owner", N_ ("owner"));
  bl_record_class_add_money (record_class, "asked", N_ ("asked for"));
  bl_record_class_add_money (record_class, "won", N_ ("won"));
  bl_record_class_add_money (record_class, "spent", N_ ("spent"));
  bl_record_class_add_real (record_class, "number", N_ ("number"));
  bl_record_class_add_text (record_class, "counted", N_ ("what the number counts"));
  bl_record_class_add_list (record_class, "fields", N_ ("fields"), BL_TYPE_ENTRY_FIELD, FALSE);
}

static void
bl_register_entry_init (BlRegisterEntry *self)
{
}

BlRegisterEntry *
bl_register_entry_new (const char *id)
{
  BlRegisterEntry *self = g_object_new (BL_TYPE_REGISTER_ENTRY, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_reported_class_init (BlReportedClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "reported", N_ ("action as reported"));
  bl_record_class_add_reference (record_class, "action", N_ ("action"));
  bl_record_class_add_text (record_class, "ref", N_ ("reference"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "owner", N_ ("owner"));
  bl_record_class_add_text (record_class, "state", N_ ("state"));
  bl_record_class_add_integer (record_class, "percent", N_ ("percent"));
  bl_record_class_add_date (record_class, "end", N_ ("finish"));
  bl_record_class_add_long_text (record_class, "commentary", N_ ("commentary"));
}

static void
bl_reported_init (BlReported *self)
{
}

BlReported *
bl_reported_new (const char *id)
{
  BlReported *self = g_object_new (BL_TYPE_REPORTED, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_progress_report_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("progress report"));
}

static void
bl_progress_report_class_init (BlProgressReportClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_progress_report_describe;
  bl_record_class_set_kind (record_class, "progress-report", N_ ("progress report"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_date (record_class, "from", N_ ("from"));
  bl_record_class_add_date (record_class, "to", N_ ("to"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "audience", N_ ("for whom"));
  bl_record_class_add_text (record_class, "kind", N_ ("kind"));
  bl_record_class_add_long_text (record_class, "sentences", N_ ("in five sentences"));
  bl_record_class_add_list (record_class, "parts", N_ ("parts"), BL_TYPE_ENTRY_FIELD, TRUE);
  bl_record_class_add_list (record_class, "actions", N_ ("actions as reported"), BL_TYPE_REPORTED, TRUE);
}

static void
bl_progress_report_init (BlProgressReport *self)
{
}

BlProgressReport *
bl_progress_report_new (const char *id)
{
  BlProgressReport *self = g_object_new (BL_TYPE_PROGRESS_REPORT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
