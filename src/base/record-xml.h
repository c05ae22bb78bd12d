/* record-xml.h: records to XML and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ids.h"
#include "record.h"

G_BEGIN_DECLS

#define BL_RECORD_NAMESPACE "urn:branchline:project:1"
/* Bounds of what is read: deeper, longer or larger is refused. */
#define BL_RECORD_MAX_DEPTH 64
/* Bytes of one text that somebody types or pastes: as a file writes it, six times as long at most. */
#define BL_RECORD_MAX_TYPED (1024 * 1024)
#define BL_RECORD_MAX_TEXT (8 * 1024 * 1024) /* bytes as they stand in the file; libxml2 is slow past 10 MB */
/* So many faults of a file are listed; the last one says how many more there are. */
#define BL_RECORD_MAX_FAULTS 10000

/**
 * BlRecordReading: what came of reading a document.
 * @root: the record, or %NULL.
 * @faults: of #BlFault: what was left out or is doubtful, with line and a sentence.
 * @tables: BlTable by id; kept alive until the reading is freed.
 * @version: of the format, as the document says.
 */
typedef struct
{
  BlRecord *root;
  GPtrArray *faults;
  GHashTable *tables;
  char *version;
} BlRecordReading;

/**
 * BlRecordReadFlags: what is read that is not usually.
 */
typedef enum
{
  BL_RECORD_READ_PLAIN = 0,
  BL_RECORD_READ_DAMAGED = 1 << 0, /* cut off or not well-formed: what stands before the damage, with a fault */
  BL_RECORD_READ_NEWER = 1 << 1,   /* of a newer major version: what is known of it */
} BlRecordReadFlags;

/* The document element becomes a record of @type; its "tables" element is read
 * first-class (see table.h) and table fields are resolved. What is not known
 * is kept as foreign content; what is wrong is left out with a fault. A
 * document that is not well-formed, not of this kind, of a newer major
 * version, has a DOCTYPE or passes a bound is an error (#BlBaseError) with the
 * line in the message. @name is used in messages. */
BlRecordReading *bl_record_read (GType type, const char *xml, gsize length, const char *name,
                                 GCancellable *cancellable, GError **error);
/* The same, with more that is read. A document may refer to tables that it does
 * not hold: those of @tables (id -> BlTable, may be %NULL) are taken. */
BlRecordReading *bl_record_read_with (GType type, const char *xml, gsize length, const char *name,
                                      BlRecordReadFlags flags, GHashTable *tables, GCancellable *cancellable,
                                      GError **error);
void bl_record_reading_free (BlRecordReading *reading);

/* The whole document: declaration, namespace, version, the record, the tables
 * it refers to (each once, in order of first use), foreign content. The same
 * record gives the same bytes. */
GBytes *bl_record_write (BlRecord *root, const char *version);

/**
 * BlRecordSnapshot: a document as it is now: its records as text, its tables
 * by reference. Taken where the records live, it can be written in any thread.
 */
typedef struct _BlRecordSnapshot BlRecordSnapshot;
BlRecordSnapshot *bl_record_take_snapshot (BlRecord *root, const char *version);
/* The bytes that bl_record_write() gave at that moment. */
GBytes *bl_record_snapshot_write (BlRecordSnapshot *snapshot);
/* The same without who changed what, and without the list @without of @root: what a marked version freezes. */
BlRecordSnapshot *bl_record_take_bare_snapshot (BlRecord *root, const char *version, const char *without);
/* All but the tables, as a document; and the tables, of BlTable, in order of first use. The snapshot's. */
const char *bl_record_snapshot_get_text (BlRecordSnapshot *snapshot);
GPtrArray *bl_record_snapshot_get_tables (BlRecordSnapshot *snapshot);
/* The records of that moment once more, of @type, in any thread; the tables are shared. @name is used in messages. */
BlRecordReading *bl_record_snapshot_read (BlRecordSnapshot *snapshot, GType type, const char *name, GError **error);
void bl_record_snapshot_free (BlRecordSnapshot *snapshot);

/* One record with all below it as XML, without namespace: clipboard, journal. */
char *bl_record_to_fragment (BlRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRecordSnapshot, bl_record_snapshot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRecordReading, bl_record_reading_free)

G_END_DECLS
