/* backups.c: dated copies of earlier states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "backups.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <string.h>

#include "disk.h"
#include "saving.h"

#define ENDING ".branchline"
#define STAMP_LENGTH (sizeof "2026-05-03-100000" - 1)
#define SUM_LENGTH 8
/* The root's start tag stands within this many bytes. */
#define HEAD_LENGTH (64 * 1024)

void
bl_backup_free (BlBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup->title);
  g_clear_pointer (&backup->time, g_date_time_unref);
  g_free (backup->label);
  g_free (backup);
}

char *
bl_backups_get_folder (const char *project_id)
{
  return g_build_filename (g_get_user_data_dir (), "branchline", "backups", project_id, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

/* Names of the backups in @folder, newest first: the time stands first in each. */
static GPtrArray *
list_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING) && *name != '.' && strlen (name) >= STAMP_LENGTH + 1 + SUM_LENGTH)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* "2026-05-03-100000-0123abcd-format-0.9.branchline" → "format-0.9" */
static char *
label_of (const char *name)
{
  const char *start = name + STAMP_LENGTH + 1 + SUM_LENGTH;
  gsize length = strlen (start) - strlen (ENDING);

  return *start == '-' && length > 1 ? g_strndup (start + 1, length - 1) : NULL;
}

static GDateTime *
time_of (const char *name)
{
  int year, month, day, hour, minute, second;

  if (sscanf (name, "%4d-%2d-%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return NULL;
  return g_date_time_new_local (year, month, day, hour, minute, second);
}

/* From the root's start tag alone: a national project is not read to be listed. */
static char *
title_of (const char *path)
{
  g_autofree char *head = g_malloc (HEAD_LENGTH);
  FILE *file = fopen (path, "rb");
  gsize length = file == NULL ? 0 : fread (head, 1, HEAD_LENGTH, file);
  xmlTextReaderPtr reader;
  char *title = NULL;

  if (file != NULL)
    fclose (file);
  if (length == 0)
    return NULL;
  reader = xmlReaderForMemory (head, (int) length, NULL, "UTF-8",
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      {
        xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) "title");

        title = g_strdup ((const char *) value);
        xmlFree (value);
        break;
      }
  xmlFreeTextReader (reader);
  return title;
}

GPtrArray *
bl_backups_list (const char *project_id)
{
  g_autofree char *folder = bl_backups_get_folder (project_id);
  g_autoptr (GPtrArray) names = list_names (folder);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_backup_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      GDateTime *time = time_of (names->pdata[i]);
      GStatBuf info;
      BlBackup *backup;

      if (time == NULL || g_stat (path, &info) != 0)
        {
          g_clear_pointer (&time, g_date_time_unref);
          continue;
        }
      backup = g_new0 (BlBackup, 1);
      backup->time = time;
      backup->size = info.st_size;
      backup->label = label_of (names->pdata[i]);
      backup->title = title_of (path);
      backup->path = g_steal_pointer (&path);
      g_ptr_array_add (backups, backup);
    }
  return backups;
}

BlDocument *
bl_backup_open (BlBackup *backup, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error)
{
  return bl_document_open_with (backup->path, BL_OPEN_READ_ONLY | BL_OPEN_FAULTY, ids, clock, cancellable, NULL, error);
}

gboolean
bl_backups_keep (const char *folder, const char *stamp, const char *label, GBytes *bytes, GError **error)
{
  g_autofree char *sum = bl_saving_checksum (bytes);
  g_autofree char *name = g_strdup_printf ("%s-%.8s%s%s" ENDING, stamp, sum, label != NULL ? "-" : "",
                                           label != NULL ? label : "");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE,
                   _("No backup could be made in %s, so the file was not replaced; save elsewhere"), folder);
      return FALSE;
    }
  return bl_disk_replace (path, bytes, error);
}

void
bl_backups_prune (const char *folder, guint n, const char *oldest_stamp)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  for (guint i = 1; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *label = label_of (names->pdata[i]);
      gboolean too_many = n > 0 && i >= n;
      gboolean too_old = oldest_stamp != NULL && strncmp (names->pdata[i], oldest_stamp, STAMP_LENGTH) < 0;

      if ((!too_many && !too_old) || (label != NULL && g_str_has_prefix (label, "format-")))
        continue;
      if (g_unlink (path) != 0)
        g_debug ("an old backup stays: %s", path);
    }
}
