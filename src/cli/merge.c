/* merge.c: branchline-cli merge: two people's changes of one project put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge.h"

#include <glib/gi18n-lib.h>

#include "output.h"

enum
{
  BASE,
  OURS,
  THEIRS,
  N_SIDES,
};

static void
answer_json (const BlMerge *merge, const char *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_json_text (builder, "out", out);
  bl_json_count (builder, "taken", merge->n_theirs);
  json_builder_set_member_name (builder, "clashes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < merge->clashes->len; i++)
    {
      const BlClash *clash = g_ptr_array_index (merge->clashes, i);

      json_builder_begin_object (builder);
      bl_json_text (builder, "record", clash->record);
      bl_json_text (builder, "name", clash->name);
      bl_json_text (builder, "field", clash->field);
      bl_json_text (builder, "base", clash->base);
      bl_json_text (builder, "ours", clash->ours);
      bl_json_text (builder, "theirs", clash->theirs);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
answer_text (const BlMerge *merge, const char *out)
{
  for (guint i = 0; i < merge->clashes->len; i++)
    {
      g_autofree char *sentence = bl_clash_to_text (g_ptr_array_index (merge->clashes, i));

      g_strdelimit (sentence, "\r\n", ' ');
      bl_output_text ("%s\n", sentence);
    }
  bl_output_text (ngettext ("%u change taken over from the other side.\n",
                            "%u changes taken over from the other side.\n", merge->n_theirs),
                  merge->n_theirs);
  if (merge->clashes->len > 0)
    bl_output_text (ngettext ("%u clash is left: %s holds ours there.\n", "%u clashes are left: %s holds ours there.\n",
                              merge->clashes->len),
                    merge->clashes->len, out);
  else
    bl_output_text (_("Nothing clashes. Written to %s.\n"), out);
}

static BlExit
put_together (char **paths, const char *out)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  BlProject *projects[N_SIDES];
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlMerge) merge = NULL;
  g_autoptr (BlDocument) merged = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_SIDES; i++)
    {
      BlDocument *document = bl_command_open_whole (paths[i], &exit);

      if (document == NULL)
        return exit;
      g_ptr_array_add (documents, document);
      projects[i] = bl_document_get_project (document);
    }
  merge = bl_merge (projects[BASE], projects[OURS], projects[THEIRS], &error);
  if (merge == NULL)
    return bl_command_fail (BL_EXIT_USAGE, "%s: %s", paths[THEIRS], error->message);
  merged = bl_document_new (merge->project);
  exit = bl_command_save (merged, out);
  if (exit != BL_EXIT_DONE)
    return exit;
  if (bl_command_wants_json ())
    answer_json (merge, out);
  else
    answer_text (merge, out);
  return merge->clashes->len == 0 ? BL_EXIT_DONE : BL_EXIT_FAULTY;
}

static BlExit
run (char **arguments)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("Where to write what comes of it; may be one of the three"),
      N_("FILE") },
    { NULL },
  };

  if (!bl_command_parse (&bl_command_merge, entries, &arguments, N_SIDES))
    return BL_EXIT_USAGE;
  if (out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say where to write with --out."));
  return put_together (arguments + 1, out);
}

const BlCommand bl_command_merge = {
  .name = "merge",
  .arguments = "BASE OURS THEIRS",
  .summary = N_("Put two people’s changes of a project together"),
  .details = N_("BASE is the state both started from. What only one side changed is taken. Where both changed the same "
                "thing in different ways, ours is kept and the clash listed; it then ends with 1. What --out replaces "
                "is kept among the backups"),
  .run = run,
  .answers_faulty = TRUE,
};
