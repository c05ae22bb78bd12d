/* disk.c: reading and replacing whole files safely
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "document.h"

/* A file is read in pieces of at most this many bytes. */
#define READ_SIZE (1024 * 1024)

static int
system_open (const char *path, int flags, mode_t mode)
{
  return open (path, flags, mode);
}

static const BlDiskCalls system_calls = { system_open, write, fsync, close, rename, unlink };
static const BlDiskCalls *calls = &system_calls;

void
bl_disk_set_calls (const BlDiskCalls *replacement)
{
  calls = replacement != NULL ? replacement : &system_calls;
}

const BlDiskCalls *
bl_disk_get_calls (void)
{
  return calls;
}

static char *
etag_of (const struct stat *info)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ".%09ld",
                          (guint64) info->st_ino, (gint64) info->st_size, (gint64) info->st_mtim.tv_sec,
                          info->st_mtim.tv_nsec);
}

char *
bl_disk_get_etag (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 ? etag_of (&info) : NULL;
}

/* Sets an error in plain words from errno. */
static gboolean
read_failed (GError **error, const char *path, int code)
{
  g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ, _("%s: the file cannot be read: %s"), path,
               g_strerror (code));
  return FALSE;
}

/* Tells the system that this much will be filled at once: large pages are quicker to get. It may not care. */
static void
hint_large (void *memory, goffset length)
{
#ifdef MADV_HUGEPAGE
  gsize page = 2 * 1024 * 1024;
  gsize start = ((gsize) memory + page - 1) / page * page, end = ((gsize) memory + length) / page * page;

  if (end > start)
    madvise ((void *) start, end - start, MADV_HUGEPAGE);
#endif
}

GBytes *
bl_disk_read (const char *path, goffset limit, char **etag, GError **error)
{
  /* A pipe without a writer is not waited for. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat info;
  g_autoptr (GByteArray) bytes = NULL;
  guint length = 0;
  ssize_t got;

  if (fd < 0)
    {
      read_failed (error, path, errno);
      return NULL;
    }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ, _("%s: this is not a file but a folder or device"),
                   path);
      close (fd);
      return NULL;
    }
  if (info.st_size > limit)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ, _("%s: the file is too large to be read"), path);
      close (fd);
      return NULL;
    }
  bytes = g_byte_array_sized_new (info.st_size + 1);
  hint_large (bytes->data, info.st_size);
  /* One byte more than there should be, to see that it is all; more where it has grown. */
  for (;;)
    {
      guint want = (goffset) length <= info.st_size ? MIN (info.st_size + 1 - length, READ_SIZE) : READ_SIZE;

      g_byte_array_set_size (bytes, length + want);
      got = read (fd, bytes->data + length, want);
      if (got == 0)
        break;
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0 || length + got > limit || length + got > G_MAXINT)
        {
          read_failed (error, path, got < 0 ? errno : EFBIG);
          close (fd);
          return NULL;
        }
      length += got;
    }
  g_byte_array_set_size (bytes, length);
  close (fd);
  if (etag != NULL)
    *etag = etag_of (&info);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
write_failed (GError **error, const char *path, int code)
{
  const char *why = code == ENOSPC || code == EDQUOT ? _("the disk is full")
                    : code == EROFS                  ? _("the disk can only be read")
                    : code == EACCES || code == EPERM ? _("you may not write there")
                    : code == ENOENT                 ? _("the folder is no longer there")
                                                     : g_strerror (code);

  g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE,
               _("%s could not be saved: %s. What was there before is unchanged; save elsewhere, or try again"), path,
               why);
  return FALSE;
}

gboolean
bl_disk_write_all (int fd, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      ssize_t put = calls->write (fd, bytes, length);

      if (put < 0 && errno == EINTR)
        continue;
      if (put <= 0)
        {
          if (put == 0)
            errno = EIO;
          return FALSE;
        }
      bytes += put;
      length -= put;
    }
  return TRUE;
}

gboolean
bl_disk_sync (int fd)
{
  return calls->fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
}

static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return errno == EACCES; /* a folder one may write but not read */
  done = bl_disk_sync (fd);
  close (fd);
  return done;
}

/* Where links lead; the path itself when there is nothing yet. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* A new file beside @target, its descriptor in @fd. */
static char *
open_beside (const char *target, int *fd)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  struct stat info;
  mode_t mode = stat (target, &info) == 0 ? info.st_mode & 0777 : 0666;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf (".%s.%d-%u.part", base, (int) getpid (), i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      *fd = calls->open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (*fd >= 0)
        {
          /* As far as we are let: the file keeps its mode and group. */
          if (stat (target, &info) == 0)
            {
              if (fchown (*fd, info.st_uid, info.st_gid) != 0)
                errno = 0;
              if (fchmod (*fd, mode) != 0)
                errno = 0;
            }
          return g_steal_pointer (&path);
        }
      if (errno != EEXIST)
        return NULL;
    }
  return NULL;
}

gboolean
bl_disk_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = resolve (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *beside = NULL;
  g_autoptr (GBytes) back = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  int fd, code;

  beside = open_beside (target, &fd);
  if (beside == NULL)
    return write_failed (error, path, errno);
  if (!bl_disk_write_all (fd, data, length) || !bl_disk_sync (fd))
    {
      code = errno;
      calls->close (fd);
      calls->unlink (beside);
      return write_failed (error, path, code);
    }
  if (calls->close (fd) != 0)
    {
      code = errno;
      calls->unlink (beside);
      return write_failed (error, path, code);
    }
  /* What was written is looked at before it takes the old file's place. */
  back = bl_disk_read (beside, G_MAXINT64, NULL, error);
  if (back == NULL || !g_bytes_equal (back, bytes))
    {
      calls->unlink (beside);
      g_clear_error (error);
      return write_failed (error, path, EIO);
    }
  if (calls->rename (beside, target) != 0)
    {
      code = errno;
      calls->unlink (beside);
      return write_failed (error, path, code);
    }
  if (!sync_folder (folder))
    return write_failed (error, path, errno);
  return TRUE;
}
