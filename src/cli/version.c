/* version.c: branchline-cli version: marking, listing and opening marked versions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "version.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "differences.h"
#include "text.h"
#include "version-changes.h"
#include "written.h"

typedef struct
{
  char *note, *author, *out;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->note, g_free);
  g_clear_pointer (&options->author, g_free);
  g_clear_pointer (&options->out, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
build_version (BlVersion *version, JsonBuilder *builder)
{
  BlRecord *record = BL_RECORD (version);

  json_builder_begin_object (builder);
  bl_json_text (builder, "id", bl_record_get_id (record));
  bl_json_text (builder, "name", bl_record_get_text (record, "name"));
  bl_json_text (builder, "time", bl_record_get_text (record, "time"));
  bl_json_text (builder, "by", bl_record_get_text (record, "by"));
  bl_json_text (builder, "note", bl_record_get_text (record, "note"));
  bl_json_text (builder, "checksum", bl_record_get_text (record, "checksum"));
  json_builder_set_member_name (builder, "whole");
  json_builder_add_boolean_value (builder, bl_version_check (version, NULL));
  json_builder_end_object (builder);
}

/* A marked version by its id or name; what is not there or fits several is wrong use and sets @exit. */
static BlVersion *
find_version (BlProject *project, const char *text, BlExit *exit)
{
  GListModel *versions = bl_project_get_versions (project);
  g_autofree char *folded = bl_text_fold (text);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  BlVersion *found = NULL;
  guint matches = 0;

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (BlVersion) version = g_list_model_get_item (versions, i);
      g_autofree char *name = bl_record_describe (BL_RECORD (version));
      g_autofree char *own = bl_text_fold (name);
      const char *id = bl_record_get_id (BL_RECORD (version));

      if (g_str_equal (id, text))
        return version; /* the list holds it */
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", name);
      if (!g_str_equal (own, folded))
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", id);
      matches++;
      found = version;
    }
  if (matches == 1)
    return found;
  if (matches > 1)
    *exit = bl_command_fail (BL_EXIT_USAGE, _("“%s” fits several marked versions. Say which by its id: %s."), text,
                             ids->str);
  else if (names->len == 0)
    *exit = bl_command_fail (BL_EXIT_FAULTY, _("The project has no marked versions yet."));
  else
    *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has no marked version “%s”. It has: %s."), text, names->str);
  return NULL;
}

static BlExit
mark (BlDocument *document, const char *path, const char *name, const Options *options)
{
  BlProject *project = bl_document_get_project (document);
  g_autoptr (GError) error = NULL;
  BlVersion *version;
  BlExit exit;

  if (!bl_command_sign (project, options->author))
    return BL_EXIT_USAGE;
  version = bl_version_mark (project, name, options->note, &error);
  if (version == NULL)
    return bl_command_fail_error (error, path);
  exit = bl_command_save (document, NULL);
  if (exit != BL_EXIT_DONE)
    return exit;
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "version");
      build_version (version, builder);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text (_("Marked “%s” in %s.\n"), bl_record_get_text (BL_RECORD (version), "name"), path);
  return BL_EXIT_DONE;
}

static void
list_json (GListModel *versions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "versions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (BlVersion) version = g_list_model_get_item (versions, i);

      build_version (version, builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static BlExit
list (BlProject *project, const char *path)
{
  GListModel *versions = bl_project_get_versions (project);
  BlOutputTable *table;

  if (bl_command_wants_json ())
    {
      list_json (versions);
      return BL_EXIT_DONE;
    }
  if (g_list_model_get_n_items (versions) == 0)
    {
      bl_output_text ("%s\n", _("The project has no marked versions yet."));
      return BL_EXIT_DONE;
    }
  table = bl_output_table_new ("llll");
  bl_output_table_add (table, _("Version"), _("Marked"), _("By"), _("Note"));
  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (BlVersion) version = g_list_model_get_item (versions, i);
      g_autofree char *name = bl_record_describe (BL_RECORD (version));
      g_autofree char *date = bl_version_get_date_for_people (version);
      g_autofree char *note = g_strdup (bl_record_get_text (BL_RECORD (version), "note"));
      g_autoptr (GError) error = NULL;

      if (note != NULL)
        g_strdelimit (note, "\n", ' ');
      if (!bl_version_check (version, &error))
        bl_command_warn (path, error->message);
      bl_output_table_add (table, name, date, bl_record_get_text (BL_RECORD (version), "by"), note);
    }
  bl_output_table_finish (table, TRUE);
  return BL_EXIT_DONE;
}

static BlExit
changes (BlProject *project, const char *path, const char *name)
{
  BlExit exit = BL_EXIT_DONE;
  BlVersion *version = find_version (project, name, &exit);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  if (version == NULL)
    return exit;
  differences = bl_version_what_changed (version, project, &error);
  if (differences == NULL)
    return bl_command_fail_error (error, path);
  line = bl_version_changes_to_line (version, project, differences);
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "version");
      build_version (version, builder);
      bl_json_text (builder, "summary", line);
      bl_differences_build (differences, builder);
      json_builder_end_object (builder);
      bl_json_finish (builder);
      return BL_EXIT_DONE;
    }
  bl_output_text ("%s\n", line);
  if (differences->len > 0)
    bl_output_text ("\n");
  bl_differences_say (differences);
  return BL_EXIT_DONE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf x, y;

  return g_stat (a, &x) == 0 && g_stat (b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static BlExit
open_version (BlProject *project, const char *path, const char *name, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  BlVersion *version;
  g_autoptr (BlProject) then = NULL;
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (options->out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say where to write with --out."));
  if (is_same_file (path, options->out))
    return bl_command_fail (BL_EXIT_USAGE, _("%s: This is the project itself; write the version somewhere else."),
                            options->out);
  version = find_version (project, name, &exit);
  if (version == NULL)
    return exit;
  then = bl_version_open (version, &error);
  if (then == NULL)
    return bl_command_fail_error (error, path);
  document = bl_document_new (then);
  exit = bl_command_save (document, options->out);
  return exit != BL_EXIT_DONE ? exit : bl_written_answer (options->out);
}

static BlExit
run_verb (char **arguments, const Options *options)
{
  const char *path = arguments[1], *verb = arguments[2], *name = arguments[3];
  gboolean marks = g_str_equal (verb, "mark"), lists = g_str_equal (verb, "list");
  gboolean changed = g_str_equal (verb, "changes"), opens = g_str_equal (verb, "open");
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = NULL;
  BlProject *project;

  if (!marks && !lists && !changed && !opens)
    return bl_command_fail (BL_EXIT_USAGE, _("Nothing called “%s” can be done with versions: say mark, list, changes "
                                             "or open."),
                            verb);
  if (lists && name != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("“version PROJECT list” wants nothing more."));
  if (!lists && name == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say the name of the version after “%s”."), verb);
  if (!marks && (options->note != NULL || options->author != NULL))
    return bl_command_fail (BL_EXIT_USAGE, _("--note and --author are for marking a version."));
  if (!opens && options->out != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("--out is for opening a version."));
  document = marks ? bl_command_open_whole (path, &exit) : bl_command_open (path, &exit);
  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  if (marks)
    return mark (document, path, name, options);
  if (lists)
    return list (project, path);
  return changed ? changes (project, path, name) : open_version (project, path, name, options);
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_("mark: what to remember about it"), N_("TEXT") },
    BL_COMMAND_AUTHOR (options.author),
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_("open: where to write the project as it was"),
      N_("FILE") },
    { NULL },
  };

  if (!bl_command_parse_between (&bl_command_version, entries, &arguments, 2, 3))
    return BL_EXIT_USAGE;
  return run_verb (arguments, &options);
}

const BlCommand bl_command_version = {
  .name = "version",
  .arguments = "PROJECT mark|list|changes|open [NAME]",
  .summary = N_("Mark versions inside a project, list them, say what changed since, open one"),
  .details = N_("A marked version is the whole project as it was at that moment, under a checksum. Where a version is "
                "wanted, its name or its id"),
  .run = run,
};
