/* schema.c: branchline-cli schema: the RELAX NG schema of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "command.h"
#include "output.h"
#include "schema.h"

static BlExit
run (char **arguments)
{
  gboolean tables = FALSE;
  const GOptionEntry entries[] = {
    { "doc", 'd', 0, G_OPTION_ARG_NONE, &tables, N_("Print the kinds of record and their fields as tables"), NULL },
    { NULL },
  };
  g_autofree char *schema = NULL;

  if (!bl_command_parse (&bl_command_schema, entries, &arguments, 0))
    return BL_EXIT_USAGE;
  schema = tables ? bl_schema_make_tables () : bl_schema_generate ();
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, "version", BL_PROJECT_VERSION);
      bl_json_text (builder, tables ? "tables" : "schema", schema);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text ("%s", schema);
  return BL_EXIT_DONE;
}

const BlCommand bl_command_schema = {
  .name = "schema",
  .summary = N_("Print the RELAX NG schema of a project document (no project)"),
  .run = run,
};
