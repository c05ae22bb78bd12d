/* framework-load.c: branchline-cli framework load: a framework into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "framework-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "framework-table.h"
#include "framework-versions.h"
#include "output.h"

void
bl_framework_load_clear (BlFrameworkLoad *about)
{
  g_free (about->title);
  g_free (about->source);
  g_free (about->licence);
  g_free (about->scale);
  g_free (about->encoding);
  g_free (about->item);
  g_free (about->author);
}

/* By its ending: a page of the web would pass for a table of text as well. */
static BlFrameworkTable *
open_table (const char *path, const char *encoding, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1), *text = NULL;
  gsize length;

  if (!g_str_has_suffix (lower, ".html") && !g_str_has_suffix (lower, ".htm"))
    return bl_framework_table_read (path, encoding, NULL, error);
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  return bl_framework_table_read_pasted (bytes, error);
}

static BlFramework *
build (BlProject *project, const char *path, const BlFrameworkLoad *about, GPtrArray *notes, BlExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) starter = NULL;
  BlFramework *framework;
  g_autoptr (BlFrameworkTable) table = NULL;
  g_autofree char *item = about->item != NULL ? g_strdup (about->item) : bl_framework_make_name (project);
  BlFrameworkTableAbout words = { .item = item,
                                  .title = about->title,
                                  .source = about->source,
                                  .licence = about->licence,
                                  .official = about->official,
                                  .scale = about->scale,
                                  .made = bl_clock_today (bl_project_get_clock (project)) };

  starter = bl_framework_load ("self-assessment-starter", &error);
  if (starter == NULL)
    {
      *exit = bl_command_fail_error (error, NULL);
      return NULL;
    }
  table = open_table (path, about->encoding, &error);
  framework = table != NULL
                  ? bl_framework_table_build (table, &words, starter, bl_project_get_ids (project), notes, &error)
                  : NULL;
  if (framework == NULL)
    *exit = bl_command_fail_error (error, path);
  return framework;
}

/* Ours, as it stands, with what is said beside it put over it. */
static BlFramework *
read_ours (BlProject *project, const char *path, const BlFrameworkLoad *about, BlExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  gsize length;
  g_autoptr (BlFramework) read = NULL;
  BlFramework *copy;

  if (g_file_get_contents (path, &xml, &length, &error))
    read = bl_framework_read (xml, length, path, &error);
  if (read == NULL)
    {
      *exit = bl_command_fail_error (error, path);
      return NULL;
    }
  copy = bl_framework_copy (read, bl_project_get_ids (project));
  if (about->title != NULL)
    bl_record_set_text (BL_RECORD (copy), "title", about->title);
  if (about->source != NULL)
    bl_record_set_text (BL_RECORD (copy), "source", about->source);
  if (about->licence != NULL)
    bl_record_set_text (BL_RECORD (copy), "licence", about->licence);
  if (about->item != NULL)
    bl_record_set_text (BL_RECORD (copy), "item", about->item);
  if (about->official)
    bl_record_set_boolean (BL_RECORD (copy), "official", TRUE);
  if (about->official && !bl_record_is_known (BL_RECORD (copy), "source"))
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _ ("Say with --source where the official text is from."));
      g_clear_object (&copy);
    }
  return copy;
}

static void
answer (BlFramework *framework, GPtrArray *notes)
{
  BlRecord *record = BL_RECORD (framework);
  g_autoptr (GPtrArray) criteria = bl_framework_list_criteria (framework, FALSE);
  g_autoptr (GPtrArray) characteristics = bl_framework_list_characteristics (framework);

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      gboolean official = FALSE;

      json_builder_begin_object (builder);
      bl_json_text (builder, "framework", bl_record_get_id (record));
      bl_json_text (builder, "item", bl_record_get_text (record, "item"));
      bl_json_text (builder, "title", bl_record_get_text (record, "title"));
      json_builder_set_member_name (builder, "official");
      json_builder_add_boolean_value (builder, bl_record_get_boolean (record, "official", &official) && official);
      bl_json_text (builder, "source", bl_record_get_text (record, "source"));
      bl_json_count (builder, "characteristics", characteristics->len);
      bl_json_count (builder, "criteria", criteria->len);
      json_builder_set_member_name (builder, "notes");
      json_builder_begin_array (builder);
      for (guint i = 0; i < notes->len; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (notes, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bl_json_finish (builder);
      return;
    }
  bl_output_text (ngettext ("%s (%s): %u criterion taken in\n", "%s (%s): %u criteria taken in\n", criteria->len),
                  bl_record_get_text (record, "title"), bl_record_get_text (record, "item"), criteria->len);
  for (guint i = 0; i < notes->len; i++)
    bl_output_text ("  %s\n", (const char *) g_ptr_array_index (notes, i));
}

BlExit
bl_framework_load_file (const char *path, const char *file, const BlFrameworkLoad *about)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = bl_command_open_whole (path, &exit);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lower = g_ascii_strdown (file, -1);
  g_autoptr (BlFramework) framework = NULL;
  BlProject *project;

  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  if (!bl_command_sign (project, about->author))
    return BL_EXIT_USAGE;
  if (about->item != NULL)
    {
      g_autoptr (GPtrArray) taken = bl_framework_list_versions (project, about->item);

      if (taken->len > 0)
        return bl_command_fail (BL_EXIT_USAGE, _ ("The project has a framework called “%s” already."), about->item);
    }
  framework = g_str_has_suffix (lower, ".xml") ? read_ours (project, file, about, &exit)
                                               : build (project, file, about, notes, &exit);
  if (framework == NULL)
    return exit;
  bl_project_begin (project, _ ("Load a framework"));
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (framework));
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    answer (framework, notes);
  return exit;
}
