/* disk.h: reading and replacing whole files safely
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * BlDiskCalls: the calls that can fail; fault tests replace them.
 */
typedef struct
{
  int (*open) (const char *path, int flags, mode_t mode);
  ssize_t (*write) (int fd, const void *bytes, size_t length);
  int (*fsync) (int fd);
  int (*close) (int fd);
  int (*rename) (const char *from, const char *to);
  int (*unlink) (const char *path);
} BlDiskCalls;

/* %NULL gives the system's own back. */
void bl_disk_set_calls (const BlDiskCalls *calls);
const BlDiskCalls *bl_disk_get_calls (void);
/* Writes all of @bytes; errno says why not. */
gboolean bl_disk_write_all (int fd, const guint8 *bytes, gsize length);
/* Syncs; file systems that cannot (EINVAL, ENOTSUP) count as synced. */
gboolean bl_disk_sync (int fd);

/* The whole of a file, at most @limit bytes. @etag (free it) says which state of it was read. */
GBytes *bl_disk_read (const char *path, goffset limit, char **etag, GError **error);
/* Which state the file is in now: inode, size, time of change; %NULL when it is not there. */
char *bl_disk_get_etag (const char *path);
/* Replaces (or makes) the file @path names, through links: written beside,
 * synced, renamed over, folder synced, read back and compared. On error what
 * was there is whole and nothing is left beside it. */
gboolean bl_disk_replace (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
