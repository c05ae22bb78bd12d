/* small-project.h: a made-up service with three areas, two libraries and one figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fuzz.h"

static const char small_project[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" id=\"project-aaaaaaaaaa\" title=\"Midshire\">\n"
      " <service id=\"service-aaaaaaaaaa\" name=\"Midshire Council\" code=\"E10000001\"/>\n"
      " <libraries>\n"
      "  <library id=\"library-aaaaaaaaaa\" name=\"Central Library\" postcode=\"AB1 2CD\" uprn=\"4510072366\""
      " easting=\"427000\" northing=\"346000\">\n"
      "   <status id=\"status-aaaaaaaaaa\" year=\"2023\"/>\n"
      "  </library>\n"
      "  <library id=\"library-bbbbbbbbbb\" name=\"North Library\" easting=\"427500\" northing=\"346500\"/>\n"
      " </libraries>\n"
      " <areas id=\"areas-aaaaaaaaaa\"/>\n"
      "</project>\n";

/* The project of the tests; the caller's. */
static inline BlProject *
small_project_new (void)
{
  static const char *const codes[] = { "E01000001", "E01000002", "E01000003" };
  static const BlPoint places[] = { { 426900, 345900 }, { 427600, 346600 }, { 428300, 345900 } };
  static const double people[] = { 1000, 2000, 3000 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (small_project, strlen (small_project));
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = fuzz_read (bytes, &error);
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, G_N_ELEMENTS (codes));
  g_autoptr (BlTable) place_table = bl_table_new_points (places, G_N_ELEMENTS (places));
  g_autoptr (BlTable) people_table = bl_table_new_numbers (people, G_N_ELEMENTS (people));
  g_autoptr (BlValueSet) value = bl_value_set_new (NULL);
  BlProject *project;

  g_assert_no_error (error);
  project = g_object_ref (BL_PROJECT (reading->root));
  bl_project_begin (project, "Areas");
  bl_record_set_table (BL_RECORD (bl_project_get_areas (project)), "codes", code_table);
  bl_record_set_table (BL_RECORD (bl_project_get_areas (project)), "centroids", place_table);
  bl_record_set_text (BL_RECORD (value), "name", "population");
  bl_record_set_enum (BL_RECORD (value), "kind", BL_VALUE_KIND_COUNT);
  bl_record_set_table (BL_RECORD (value), "numbers", people_table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  bl_project_commit (project);
  return project;
}
