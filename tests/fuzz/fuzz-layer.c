/* fuzz-layer.c: any bytes, read as a GeoJSON layer
 *
 * GDAL reads them; what is held here is what we make of what it says: rows with
 * codes, outlines in whole metres that lie where outlines may, sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "layer.h"

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
  path = g_build_filename (folder, "fuzz.geojson", NULL);
  bl_geo_init ();
  atexit (tidy);
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (BlLayerInfo) info = NULL;
  g_autoptr (BlLayer) layer = NULL;
  g_autoptr (GError) error = NULL, other = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BlTable) again = NULL;

  g_assert_true (g_file_set_contents_full (path, (const char *) data, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  info = bl_layer_inspect (path, &error);
  layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &other);
  if (info == NULL)
    fuzz_check_sentence (error);
  if (layer == NULL)
    {
      fuzz_check_sentence (other);
      return 0;
    }
  g_assert_cmpuint (bl_table_get_n_rows (layer->outlines), ==, layer->n_rows);
  for (guint i = 0; i < layer->n_rows; i++)
    {
      g_assert_true (layer->codes[i] != NULL && g_utf8_validate (layer->codes[i], -1, NULL));
      g_assert_true (layer->names[i] == NULL || g_utf8_validate (layer->names[i], -1, NULL));
    }
  text = bl_table_to_text (layer->outlines);
  again = bl_table_from_text (BL_TABLE_OUTLINES, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_table_get_id (again), ==, bl_table_get_id (layer->outlines));
  return 0;
}
