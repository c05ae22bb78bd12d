/* test-network.c: a road network in a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "project.h"
#include "record-xml.h"
#include "version.h"

/* A street of 224.1 m and two footpaths: the example of docs/format.md. */
static const char roads[] = "420000 560000;1 2241 7 63 32 100 20;2 600 12 3 0\n200 0;1 583 =\n-150 50\n";

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-05-03T10:00:00Z");

  return bl_project_new (ids, clock);
}

static void
add_network (BlProject *project)
{
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "network");
  g_autoptr (BlNetwork) network = bl_network_new (id);
  g_autoptr (BlTable) table = bl_table_from_text (BL_TABLE_NETWORK, roads, NULL);

  bl_project_begin (project, "Import road network");
  bl_record_set_text (BL_RECORD (network), "source", "OpenStreetMap contributors");
  bl_record_set_text (BL_RECORD (network), "date", "2023-06-13");
  bl_record_set_text (BL_RECORD (network), "licence", "ODbL");
  bl_record_set_table (BL_RECORD (network), "roads", table);
  bl_record_set_child (BL_RECORD (project), "network", BL_RECORD (network));
  bl_project_commit (project);
}

static char *
text_of (BlProject *project)
{
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static BlRecordReading *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  BlRecordReading *reading = bl_record_read (BL_TYPE_PROJECT, text, strlen (text), "test.branchline", NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static guint
count_faults (BlProject *project, BlSeverity severity)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_fault_free);
  guint n = 0;

  bl_record_validate (BL_RECORD (bl_project_get_network (project)), faults);

  for (guint i = 0; i < faults->len; i++)
    n += ((const BlFault *) g_ptr_array_index (faults, i))->severity == severity;
  return n;
}

static void
test_round_trip (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autofree char *text = NULL, *again = NULL;
  g_autoptr (BlRecordReading) reading = NULL;
  const BlRoads *read;

  add_network (project);
  bl_project_begin (project, "Walk slower");
  bl_record_set_real (BL_RECORD (bl_project_get_network (project)), "walk-speed", 4);
  bl_project_commit (project);
  text = text_of (project);
  reading = read_text (text);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  again = text_of (BL_PROJECT (reading->root));
  g_assert_cmpstr (again, ==, text);
  read = bl_table_get_roads (bl_network_get_roads (bl_project_get_network (BL_PROJECT (reading->root))));
  g_assert_cmpuint (read->n_edges, ==, 3);
  g_assert_cmpuint (read->lengths[0], ==, 2241);
}

static void
test_undo (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autofree char *before = text_of (project), *with = NULL, *without = NULL, *back = NULL;

  add_network (project);
  with = text_of (project);
  bl_project_undo (project);
  without = text_of (project);
  g_assert_cmpstr (without, ==, before);
  bl_project_redo (project);
  back = text_of (project);
  g_assert_cmpstr (back, ==, with);
}

/* A file that lost its roads, or says a speed nobody has. */
static void
test_faults (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlRecord *network;
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *damaged = NULL;
  g_autoptr (BlRecordReading) reading = NULL;

  add_network (project);
  g_assert_cmpuint (count_faults (project, BL_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (count_faults (project, BL_SEVERITY_WARNING), ==, 0);
  network = BL_RECORD (bl_project_get_network (project));
  text = text_of (project);
  bl_project_begin (project, "Spoil");
  bl_record_set_real (network, "walk-speed", 0);
  bl_record_set_real (network, "drive-trunk", -5);
  bl_record_set_real (network, "parking-seconds", 0);
  bl_record_set_real (network, "junction-allowance", -1);
  bl_record_clear (network, "licence");
  bl_project_commit (project);
  g_assert_cmpuint (count_faults (project, BL_SEVERITY_ERROR), ==, 3);
  g_assert_cmpuint (count_faults (project, BL_SEVERITY_WARNING), ==, 1);

  pieces = g_strsplit (text, "2 600 12", 2);
  damaged = g_strjoinv ("9 600 12", pieces);
  reading = read_text (damaged);
  g_assert_cmpuint (reading->faults->len, ==, 2); /* the table, and what wants it */
  g_assert_null (bl_network_get_roads (bl_project_get_network (BL_PROJECT (reading->root))));
}

/* A marked version keeps the roads of then. */
static void
test_version (void)
{
  g_autoptr (BlProject) project = make_project (), then = NULL;
  g_autoptr (BlRecord) version = NULL;
  g_autoptr (BlRecordReading) reading = NULL;
  g_autofree char *text = NULL;

  add_network (project);
  g_assert_nonnull (bl_version_mark (project, "First", NULL, NULL));
  bl_project_begin (project, "Drop roads");
  bl_record_set_child (BL_RECORD (project), "network", NULL);
  bl_project_commit (project);
  text = text_of (project);
  reading = read_text (text);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  version = g_list_model_get_item (bl_project_get_versions (BL_PROJECT (reading->root)), 0);
  then = bl_version_open (BL_VERSION (version), NULL);
  g_assert_cmpuint (bl_table_get_n_rows (bl_network_get_roads (bl_project_get_network (then))), ==, 3);
}

static void
test_drive_fields (void)
{
  g_autoptr (BlNetwork) network = bl_network_new (NULL);

  for (BlRoadClass c = 0; c < BL_N_ROAD_CLASSES; c++)
    {
      const char *field = bl_network_get_drive_field (c);

      g_assert_true ((field != NULL) == (c >= BL_ROAD_MOTORWAY && c <= BL_ROAD_TRACK));
      if (field != NULL)
        g_assert_nonnull (bl_record_find_field (BL_RECORD (network), field));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/network/round-trip", test_round_trip);
  g_test_add_func ("/network/undo", test_undo);
  g_test_add_func ("/network/faults", test_faults);
  g_test_add_func ("/network/version", test_version);
  g_test_add_func ("/network/drive-fields", test_drive_fields);
  return g_test_run ();
}
