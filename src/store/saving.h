/* saving.h: one file on its way to the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record-xml.h"

G_BEGIN_DECLS

/* A project larger than this is not read: nothing a service plans with comes near. */
#define BL_SAVING_MAX_FILE ((goffset) 1024 * 1024 * 1024)

/**
 * BlSaving: all that is needed to replace a file, copied out of the document,
 * so that it can be done in any thread.
 */
typedef struct
{
  char *target;
  BlRecordSnapshot *snapshot; /* of what is to be written */
  GBytes *bytes;              /* it, once running */
  /* Which file is expected to be there; NULL: any may be replaced. */
  char *etag, *checksum;
  /* Where a copy of what is replaced goes, when it was made, and how many stay; 0: no copy. */
  char *backup_folder, *backup_stamp;
  guint backups;
  char *oldest_stamp;  /* backups made before go; NULL: none for their age */
  char *backup_label;  /* "format-0.9": the file is of an older format, a copy is made in any case; else NULL */
  guint64 revision; /* of the project that was written */
  /* Which state of the file is ours; may be there after an error too. */
  char *new_etag, *new_checksum;
} BlSaving;

char *bl_saving_checksum (GBytes *bytes);
/* Refuses where the file is another one than expected (BL_STORE_ERROR_CHANGED),
 * keeps a copy, replaces. On error the old file is whole. */
gboolean bl_saving_run (BlSaving *saving, GError **error);
void bl_saving_free (BlSaving *saving);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSaving, bl_saving_free)

G_END_DECLS
