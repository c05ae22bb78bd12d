/* record-reading.h: where the reader of a document stands, for the files that make it up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record-xml.h"
#include "table-worker.h"
#include "xml-reader.h"

G_BEGIN_DECLS

/**
 * BlReading: a document being read.
 */
typedef struct
{
  BlXmlReader *xml;
  const BlXmlEvent *at; /* what is looked at; NULL at the end */
  const char *name;
  BlRecordReading *result;
  GCancellable *cancellable;
  GHashTable *ids;      /* id -> record, of all so far; the records hold the ids */
  GPtrArray *left_out;  /* records whose ids are among those, but that do not come into the document */
  GPtrArray *wanted;    /* table fields to be resolved */
  BlTableWorker *worker;
  GPtrArray *coming;    /* tables the worker has, in order */
  GError *error;        /* stops everything */
  guint error_line;
  BlRecordReadFlags flags;
  char *namespace;      /* of the document */
  guint n_unlisted;     /* faults beyond BL_RECORD_MAX_FAULTS */
} BlReading;

/* Moves to the next event; %FALSE at the end and where anything is wrong. */
gboolean bl_reading_next (BlReading *reading);
/* Whether what is looked at is the end of the element whose start had @depth. */
gboolean bl_reading_at_end (BlReading *reading, guint depth);
guint bl_reading_get_line (BlReading *reading);
gboolean bl_reading_is_ours (BlReading *reading);
/* The attribute @name of the element whose start is looked at, or %NULL. */
const char *bl_reading_get_attribute (BlReading *reading, const char *name);
/* Steps over that element. */
void bl_reading_skip (BlReading *reading);
/* The same, with its text as it can be written back; %NULL after an error. */
char *bl_reading_take_foreign (BlReading *reading);

typedef void (*BlReadingTakeText) (const char *text, gsize length, gpointer data);
/* Its text up to its end, as it comes; elements inside are a fault. %FALSE after an error. */
gboolean bl_reading_take_text (BlReading *reading, BlRecord *record, BlReadingTakeText take, gpointer data);

/* Whether no more faults are listed: a file may have one for every few bytes. Counts the one that is not. */
gboolean bl_reading_is_full (BlReading *reading);
/* Notes what was left out. @record may be %NULL, and @field. */
void bl_reading_add_fault (BlReading *reading, BlRecord *record, const char *field, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* Ends the reading; the first error stays. @line may be 0: not known. */
void bl_reading_fail (BlReading *reading, BlBaseError code, guint line, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* --- Tables (record-reading-tables.c) -------------------------------------- */

/* @length of the document in bytes. */
void bl_reading_start_tables (BlReading *reading, gsize length);
void bl_reading_end_tables (BlReading *reading);
/* The field gets its table when all tables are read. */
void bl_reading_want_table (BlReading *reading, BlRecord *record, const BlField *field, const char *id);
/* The element "tables". */
void bl_reading_take_tables (BlReading *reading);
void bl_reading_resolve_tables (BlReading *reading);

G_END_DECLS
