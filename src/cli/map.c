/* map.c: branchline-cli map: the map of a value as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "command.h"
#include "output.h"
#include "summary.h"
#include "written.h"

static BlExit
draw (const char *path, const char *value, const char *out)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = bl_command_open (path, &exit);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  int index;

  if (document == NULL)
    return exit;
  facts = bl_facts_new (bl_document_get_project (document));
  index = bl_command_find_value (bl_document_get_project (document), facts, value, &exit);
  if (index < 0)
    return exit;
  if (!bl_map_write (facts, facts->values[index].name, out, &error))
    return bl_command_fail_error (error, g_error_matches (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS) ? path : out);
  return bl_written_answer (out);
}

static BlExit
run (char **arguments)
{
  g_autofree char *value = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "value", 'v', 0, G_OPTION_ARG_STRING, &value, N_("Which value to colour the areas by"), N_("NAME") },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("Where to write: a name ending in .png, .svg or .pdf"),
      N_("FILE") },
    { NULL },
  };

  if (!bl_command_parse (&bl_command_map, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  if (value == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say which value to show with --value."));
  if (out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say where to write with --out."));
  return draw (arguments[1], value, out);
}

const BlCommand bl_command_map = {
  .name = "map",
  .arguments = "PROJECT",
  .summary = N_("Draw the map of a value as PNG, SVG or PDF"),
  .run = run,
};
