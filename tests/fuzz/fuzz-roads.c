/* fuzz-roads.c: any bytes, read as OpenStreetMap roads and travelled
 *
 * GDAL reads them; what is held here is what we make of what it says: a whole
 * network that reads back as itself, ways on it, sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "reach.h"
#include "roads-read.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *path;

static void
tidy (void)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_clear_pointer (&path, g_free);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);

  fuzz_init ();
  path = g_build_filename (folder, "fuzz.osm", NULL);
  bl_geo_init ();
  atexit (tidy);
  return 0;
}

static void
travel (BlTable *roads)
{
  g_autoptr (BlGraph) graph = bl_graph_new (roads);
  BlSpeeds speeds;

  bl_speeds_init (&speeds);
  for (BlTravelMode mode = BL_MODE_WALK; mode < BL_N_MODES; mode++)
    {
      g_autoptr (BlRouter) router = bl_router_new (graph, mode, &speeds);
      g_autoptr (BlReach) reach = bl_reach_new (router);
      BlSnap snap = bl_router_snap (router, (BlPoint){ 330000, 187000 }, G_MAXDOUBLE);

      bl_reach_run (reach, &snap, 1, BL_REACH_FAR);
      g_assert_true (bl_reach_at (reach, &snap).reached == bl_snap_is_known (&snap));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const BlPoint place = { 330000, 187000 };
  g_autoptr (BlRoadsFile) file = NULL, near = NULL;
  g_autoptr (GError) error = NULL, other = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BlTable) again = NULL;

  g_assert_true (g_file_set_contents_full (path, (const char *) data, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  file = bl_roads_read (path, NULL, NULL, 0, 0, NULL, NULL, NULL, &error);
  near = bl_roads_read (path, NULL, &place, 1, 10000, NULL, NULL, NULL, &other);
  if (near == NULL)
    fuzz_check_sentence (other);
  if (file == NULL)
    {
      fuzz_check_sentence (error);
      return 0;
    }
  text = bl_table_to_text (file->roads);
  again = bl_table_from_text (BL_TABLE_NETWORK, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_table_get_id (again), ==, bl_table_get_id (file->roads));
  travel (file->roads);
  return 0;
}
