/* journal-frame.h: the file a journal is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A journal's log begins with this, then come frames: four bytes of length
 * (little-endian), the first eight bytes of the SHA-256 of what follows, and
 * that: a GVariant in little-endian form. A frame that is cut off or whose sum
 * differs was never committed; nothing behind it is read. */
#define BL_JOURNAL_MAGIC "BRANCHLINE JOURNAL 1\n"
/* An empty file beside the log: who had it let go of it, and knew. */
#define BL_JOURNAL_CLOSED "closed"
/* What the name of a folder begins with while it is being made. */
#define BL_JOURNAL_UNFINISHED "."
/* No frame is longer. */
#define BL_JOURNAL_MAX_FRAME (256u * 1024 * 1024)

/* The first frame: path ("" for none), project id, title. */
#define BL_JOURNAL_HEADER_TYPE "(sss)"
/* The others: time in seconds since 1970, and the entry. */
#define BL_JOURNAL_FRAME_TYPE "(x(sa(ssa{ss}a{sas})a(sss)))"

/* @variant in a frame. */
GBytes *bl_journal_frame_new (GVariant *variant);

/**
 * BlJournalLog: what a log held: the header, or %NULL, and the changes that
 * are whole.
 */
typedef struct
{
  GVariant *header;
  GPtrArray *frames; /* of GVariant, BL_JOURNAL_FRAME_TYPE */
  gsize length;      /* bytes up to the end of the last whole frame */
} BlJournalLog;
BlJournalLog *bl_journal_log_read (GBytes *bytes);
void bl_journal_log_free (BlJournalLog *log);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlJournalLog, bl_journal_log_free)

G_END_DECLS
