/* access-json.c: an answer about access as members of a JSON object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "access-json.h"

#include "output.h"

void
bl_access_json_build_within (JsonBuilder *builder, const BlAccess *access)
{
  json_builder_set_member_name (builder, "within");
  json_builder_begin_array (builder);
  for (guint i = 0; i < access->n_limits; i++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "measure",
                    access->within[i].measure == BL_MEASURE_MINUTES ? "minutes" : "distance");
      bl_json_number (builder, "limit", access->within[i].limit);
      bl_json_number (builder, "population", access->within[i].people);
      bl_json_number (builder, "percent", access->within[i].percent);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_names (JsonBuilder *builder, const char *key, GPtrArray *names)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (names, i));
  json_builder_end_array (builder);
}

void
bl_access_json_build_doubts (JsonBuilder *builder, const BlAccess *access)
{
  bl_json_count (builder, "unknown", access->unknown);
  bl_json_number (builder, "cut_off", access->cut_off);
  json_builder_set_member_name (builder, "unreached");
  json_builder_begin_array (builder);
  for (guint i = 0; i < access->unreached->len; i++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "area", g_ptr_array_index (access->unreached, i));
      bl_json_text (builder, "reason", g_ptr_array_index (access->unreached_reasons, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  build_names (builder, "left_out", access->left_out);
  build_names (builder, "not_joined", access->not_joined);
  build_names (builder, "no_hours", access->no_hours);
}

void
bl_access_json_build (JsonBuilder *builder, const BlAccess *access)
{
  bl_json_number (builder, "population", access->population);
  bl_json_count (builder, "areas", access->n_areas);
  bl_json_count (builder, "libraries", access->n_counted);
  bl_json_number (builder, "mean_distance", access->mean_distance);
  bl_json_number (builder, "median_distance", access->median_distance);
  bl_json_number (builder, "max_distance", access->max_distance);
  bl_json_number (builder, "mean_minutes", access->mean_minutes);
  bl_json_number (builder, "median_minutes", access->median_minutes);
  bl_json_number (builder, "max_minutes", access->max_minutes);
  bl_access_json_build_within (builder, access);
  bl_access_json_build_doubts (builder, access);
}
