/* faults-output.c: what is wrong, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "faults-output.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "output.h"

static void
answer_json (GPtrArray *faults)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);

      json_builder_begin_object (builder);
      bl_json_text (builder, "severity", bl_severity_to_text (fault->severity));
      bl_json_text (builder, "record", fault->record);
      bl_json_text (builder, "field", fault->field);
      bl_json_number (builder, "line", fault->line > 0 ? fault->line : NAN);
      bl_json_text (builder, "message", fault->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
answer_text (const char *path, GPtrArray *faults)
{
  if (faults->len == 0)
    bl_output_text (_("%s: nothing wrong was found.\n"), path);
  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);

      if (fault->line > 0)
        bl_output_text ("%s:%u: %s: %s\n", path, fault->line, bl_severity_to_text (fault->severity), fault->message);
      else
        bl_output_text ("%s: %s: %s\n", path, bl_severity_to_text (fault->severity), fault->message);
    }
}

void
bl_faults_output (const char *path, GPtrArray *faults)
{
  if (bl_command_wants_json ())
    answer_json (faults);
  else
    answer_text (path, faults);
}
