/* summary.c: branchline-cli summary: two pages about a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "summary.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "written.h"

static BlExit
run (char **arguments)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("Where to write: a name ending in .pdf or .html"), N_("FILE") },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (!bl_command_parse (&bl_command_summary, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  if (out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say where to write with --out."));
  facts = bl_command_open_facts (arguments[1], &exit);
  if (facts == NULL)
    return exit;
  if (!bl_summary_write (facts, out, &error))
    return bl_command_fail_error (error, g_error_matches (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS) ? arguments[1] : out);
  return bl_written_answer (out);
}

const BlCommand bl_command_summary = {
  .name = "summary",
  .arguments = "PROJECT",
  .summary = N_("Write two pages: what it is, key figures, map, catchments, sources"),
  .run = run,
};
