/* new-project-store.c: where the draft of a new project waits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "disk.h"
#include "document.h"

/* A draft is a few kilobytes; more is not one of ours. */
#define LIMIT (1024 * 1024)

char *
bl_new_project_store_get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "branchline", "drafts", "new-project.xml", NULL);
}

static BlNewProjectDraft *
new_draft (BlIds *ids)
{
  g_autofree char *id = bl_ids_make (ids, "draft");

  return bl_new_project_draft_new (id);
}

BlNewProjectDraft *
bl_new_project_store_load (BlIds *ids, GError **error)
{
  g_autofree char *path = bl_new_project_store_get_path ();
  g_autofree char *aside = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) why = NULL;
  BlNewProjectDraft *draft = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return new_draft (ids);
  bytes = bl_disk_read (path, LIMIT, NULL, &why);
  if (bytes != NULL)
    draft = bl_new_project_draft_from_bytes (bytes, "new-project.xml", &why);
  if (draft != NULL)
    return draft;

  aside = g_strconcat (path, ".damaged", NULL);
  if (g_rename (path, aside) == 0)
    g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ,
                 _("What was entered last time could not be read and was kept as “%s”: %s"), aside, why->message);
  else
    g_propagate_error (error, g_steal_pointer (&why));
  return new_draft (ids);
}

gboolean
bl_new_project_store_save (BlNewProjectDraft *draft, GError **error)
{
  g_autofree char *path = bl_new_project_store_get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE, _("The folder “%s” cannot be made: %s"), folder,
                   g_strerror (code));
      return FALSE;
    }
  bytes = bl_new_project_draft_to_bytes (draft);
  return bl_disk_replace (path, bytes, error);
}

gboolean
bl_new_project_store_discard (GError **error)
{
  g_autofree char *path = bl_new_project_store_get_path ();

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      int code = errno;

      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE, _("“%s” cannot be removed: %s"), path,
                   g_strerror (code));
      return FALSE;
    }
  return TRUE;
}
