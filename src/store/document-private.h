/* document-private.h: the inside of a document, for the files that make it up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "document.h"
#include "record-xml.h"
#include "saving.h"

G_BEGIN_DECLS

/* A state of the file. */
typedef struct
{
  GBytes *bytes;
  char *etag, *checksum;
} BlFileState;

struct _BlDocument
{
  GObject parent;
  BlProject *project;
  char *path;
  char *etag, *checksum; /* of the file as last read or written by us */
  GBytes *base;          /* that file: what both sides of a merge start from; NULL when never saved */
  char *version;         /* of the format it is saved in: today's, or a newer minor one it came in */
  char *upgraded_from;   /* the older version the file has; NULL when it has ours */
  GPtrArray *faults;
  GDateTime *saved_time;
  gboolean read_only;
  gboolean look_only;    /* an earlier state: not to be changed */
  gboolean newer;        /* of a newer major version: saved nowhere */
  gboolean is_faulty;    /* something was left out at opening */
  guint backups, backup_days;
  BlJournal *journal;    /* NULL: changes are not kept */
  BlFileState theirs;    /* what was read last as the others' state */
  char *seen_etag;       /* the file was found changed in this state */
};

typedef enum
{
  BL_DOCUMENT_PROP_PROJECT = 1,
  BL_DOCUMENT_PROP_PATH,
  BL_DOCUMENT_PROP_READ_ONLY,
  BL_DOCUMENT_PROP_SAVED_TIME,
  BL_DOCUMENT_PROP_KEPT,
  BL_DOCUMENT_PROP_JOURNAL_PROBLEM,
  BL_DOCUMENT_N_PROPS,
} BlDocumentProp;

void bl_document_notify (BlDocument *self, BlDocumentProp prop);
void bl_file_state_clear (BlFileState *state);
/* The project's document as it would be saved now. */
GBytes *bl_document_write (BlDocument *self);
/* Takes over what was found when its file was read. */
void bl_document_take_reading (BlDocument *self, BlRecordReading *reading);
/* "2026-05-03-100000", @days before now. */
char *bl_document_make_stamp (BlDocument *self, guint days);
/* Starts to use @journal (takes it). */
void bl_document_take_journal (BlDocument *self, BlJournal *journal);

G_END_DECLS
