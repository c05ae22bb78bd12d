/* differences.c: what differs, as lines and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "differences.h"

void
bl_differences_say (GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *sentence = bl_difference_to_text (g_ptr_array_index (differences, i));

      g_strdelimit (sentence, "\r\n", ' '); /* a note of several lines is one line here */
      bl_output_text ("%s\n", sentence);
    }
}

void
bl_differences_build (GPtrArray *differences, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      const BlDifference *difference = g_ptr_array_index (differences, i);

      json_builder_begin_object (builder);
      bl_json_text (builder, "kind", bl_difference_kind_to_text (difference->kind));
      bl_json_text (builder, "record", difference->record);
      bl_json_text (builder, "record_kind", difference->record_kind);
      bl_json_text (builder, "name", difference->name);
      bl_json_text (builder, "field", difference->field);
      bl_json_text (builder, "before", difference->before);
      bl_json_text (builder, "after", difference->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
