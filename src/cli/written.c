/* written.c: the answer of commands that write a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "written.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#include "output.h"

void
bl_written_add (JsonBuilder *builder, const char *path)
{
  GStatBuf status;

  bl_json_text (builder, "out", path);
  bl_json_number (builder, "bytes", g_stat (path, &status) == 0 ? (double) status.st_size : NAN);
}

BlExit
bl_written_answer (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return bl_command_fail (BL_EXIT_FILE, _("%s: The file was written and has gone."), path);
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_written_add (builder, path);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text (_("Written to %s.\n"), path);
  return BL_EXIT_DONE;
}
