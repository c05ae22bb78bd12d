/* import-view-files.c: several files at once, brought in as one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More at once are a folder, and nobody looks through them. */
#define MOST_FILES 200

static BlImportEntry *
entry_at (BlImportView *self, int index)
{
  return g_ptr_array_index (self->entries, index);
}

static void
read_entry (BlImportView *self, int index)
{
  const BlImportEntry *entry = entry_at (self, index);

  self->entry = index;
  g_set_object (&self->file, entry->file);
  g_free (self->encoding);
  self->encoding = g_strdup (entry->encoding);
  g_free (self->crs);
  self->crs = g_strdup (entry->crs);
  g_free (self->code_field);
  self->code_field = g_strdup (entry->code_field);
  self->kind = entry->kind;
  bl_import_view_read (self);
}

void
bl_import_view_forget_files (BlImportView *self)
{
  if (self->files_page != NULL)
    bl_import_files_page_set_entries (self->files_page, NULL);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entry = -1;
  self->looking = FALSE;
}

void
bl_import_view_take_files (BlImportView *self, GPtrArray *files)
{
  bl_import_view_forget_files (self);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_import_entry_free);
  for (guint i = 0; i < MIN (files->len, MOST_FILES); i++)
    g_ptr_array_add (self->entries, bl_import_entry_new (g_ptr_array_index (files, i)));
  read_entry (self, 0);
}

gboolean
bl_import_view_take_read (BlImportView *self, BlImportPlan *plan, const GError *error)
{
  BlImportEntry *entry;

  if (self->entries == NULL || self->entry < 0)
    return FALSE;
  entry = entry_at (self, self->entry);
  g_set_object (&entry->plan, plan);
  g_clear_error (&entry->error);
  entry->error = error != NULL ? g_error_copy (error) : NULL;
  entry->kind = self->kind;
  g_free (entry->encoding);
  entry->encoding = g_strdup (self->encoding);
  g_free (entry->crs);
  entry->crs = g_strdup (self->crs);
  g_free (entry->code_field);
  entry->code_field = g_strdup (self->code_field);
  if (self->looking)
    return FALSE;
  if ((guint) self->entry + 1 < self->entries->len)
    read_entry (self, self->entry + 1);
  else
    bl_import_view_show_files (self);
  return TRUE;
}

void
bl_import_view_show_files (BlImportView *self)
{
  self->looking = FALSE;
  self->entry = -1;
  bl_import_view_forget_plan (self);
  g_clear_object (&self->file);
  bl_import_files_page_set_entries (self->files_page, self->entries);
  bl_import_view_show_state (self, BL_IMPORT_VIEW_FILES);
}

void
bl_import_view_open_entry (BlImportView *self, guint index)
{
  const BlImportEntry *entry;

  g_return_if_fail (self->entries != NULL && index < self->entries->len);

  entry = entry_at (self, (int) index);
  self->looking = TRUE;
  self->entry = (int) index;
  g_set_object (&self->file, entry->file);
  g_free (self->encoding);
  self->encoding = g_strdup (entry->encoding);
  g_free (self->crs);
  self->crs = g_strdup (entry->crs);
  g_free (self->code_field);
  self->code_field = g_strdup (entry->code_field);
  self->kind = entry->kind;
  bl_import_view_show_read (self, entry->plan, entry->error);
}

guint
bl_import_view_count_files (BlImportView *self)
{
  guint n = 0;

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const BlImportEntry *entry = entry_at (self, (int) i);

      /* One that waits for what another brings is tried too. */
      n += !entry->left_out && entry->plan != NULL && (bl_import_entry_comes_in (entry, NULL) || self->entries->len > 1);
    }
  return n;
}

/* --- Bringing them in ----------------------------------------------------------- */

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const BlImportEntry *first = *(BlImportEntry *const *) a, *second = *(BlImportEntry *const *) b;

  return (int) bl_import_plan_get_kind (first->plan) - (int) bl_import_plan_get_kind (second->plan);
}

/* All that can come in, in the open transaction; FALSE where one failed half-way. */
static gboolean
apply_all (BlImportView *self, BlImportReport *sum, guint *n, GError **error)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      BlImportEntry *entry = entry_at (self, (int) i);
      g_autofree char *file = bl_import_entry_dup_name (entry);

      if (!entry->left_out && entry->plan != NULL)
        g_ptr_array_add (order, entry);
      else if (!entry->left_out)
        /* The message names the file. */
        bl_import_report_tell (sum, strstr (entry->error->message, file) != NULL ? NULL : file, entry->error->message);
    }
  g_ptr_array_sort (order, compare_kinds);
  for (guint i = 0; i < order->len; i++)
    {
      BlImportEntry *entry = g_ptr_array_index (order, i);
      g_autofree char *file = bl_import_entry_dup_name (entry), *words = NULL;
      g_autoptr (GError) wrong = NULL;
      g_autoptr (BlImportReport) one = bl_import_plan_apply (entry->plan, self->project, &wrong);

      if (one != NULL)
        {
          bl_import_report_add (sum, one, file);
          *n += one->added + one->updated > 0;
          continue;
        }
      /* What cannot come in at all has changed nothing; what failed while it was written takes the others with it. */
      if (bl_import_plan_preview (entry->plan, NULL) != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
      words = g_strdup_printf (_ ("left out: %s"), wrong->message);
      bl_import_report_tell (sum, file, words);
    }
  return TRUE;
}

static void
show_report (BlImportView *self, guint n)
{
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", n), n);

  bl_import_report_view_set_files (self->report_view, self->report, files);
  bl_import_view_forget_files (self);
  bl_import_view_show_state (self, BL_IMPORT_VIEW_REPORT);
}

void
bl_import_view_apply_files (BlImportView *self)
{
  g_autoptr (BlImportReport) sum = bl_import_report_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0, wanted = bl_import_view_count_files (self);
  g_autofree char *name = g_strdup_printf (ngettext ("Import %u file", "Import %u files", wanted), wanted);

  bl_project_begin (self->project, name);
  if (!apply_all (self, sum, &n, &error))
    {
      bl_project_rollback (self->project);
      bl_import_view_forget_files (self);
      bl_import_view_show_problem (self, error);
      return;
    }
  bl_project_commit (self->project);
  self->report = g_steal_pointer (&sum);
  show_report (self, n);
  if (n > 0)
    bl_import_view_emit_applied (self);
}
