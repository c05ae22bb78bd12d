/* copy.c: branchline-cli copy: a project once more, for somebody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "command.h"
#include "written.h"

static BlExit
run (char **arguments)
{
  g_autofree char *out = NULL;
  gboolean without_signatures = FALSE;
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("Where to write"), N_("FILE") },
    { "without-signatures", 0, 0, G_OPTION_ARG_NONE, &without_signatures,
      N_("Leave out who changed what and when, and who marked the versions"), NULL },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = NULL;

  if (!bl_command_parse (&bl_command_copy, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  if (out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say where to write with --out."));
  document = bl_command_open_whole (arguments[1], &exit);
  if (document == NULL)
    return exit;
  if (without_signatures)
    {
      BlProject *project = bl_document_get_project (document);

      bl_project_begin (project, _("Leave out who changed what"));
      bl_project_clear_signatures (project);
      bl_project_commit (project);
    }
  exit = bl_command_save (document, out);
  return exit != BL_EXIT_DONE ? exit : bl_written_answer (out);
}

const BlCommand bl_command_copy = {
  .name = "copy",
  .arguments = "PROJECT",
  .summary = N_("Write a project once more, with or without who changed what"),
  .run = run,
};
