/* fuzz-table.c: any text, read as a table
 *
 * The first letter says of which type. What is read is written and read back
 * to a table of the same name, which is the sum of its content.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_init ();
  return 0;
}

static void
check_outlines (BlTable *table)
{
  const BlOutlines *outlines = bl_table_get_outlines (table);
  g_autoptr (BlTable) copy = bl_table_new_outlines (outlines);

  g_assert_cmpuint (outlines->row_polygons[outlines->n_rows], ==, outlines->n_polygons);
  g_assert_cmpuint (outlines->polygon_rings[outlines->n_polygons], ==, outlines->n_rings);
  g_assert_cmpuint (outlines->ring_points[outlines->n_rings], ==, outlines->n_points);
  g_assert_cmpstr (bl_table_get_id (copy), ==, bl_table_get_id (table));
}

static void
check_network (BlTable *table)
{
  g_autoptr (BlTable) copy = bl_table_new_network (bl_table_get_roads (table)); /* NULL if it were not whole */

  g_assert_cmpstr (bl_table_get_id (copy), ==, bl_table_get_id (table));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = NULL, *twice = NULL;
  g_autoptr (BlTable) table = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  BlTableType type;

  if (size < 1)
    return 0;
  type = BL_TABLE_TEXTS + data[0] % 5;
  text = g_strndup ((const char *) data + 1, size - 1);
  table = bl_table_from_text (type, text, &error);
  if (table == NULL)
    {
      fuzz_check_sentence (error);
      return 0;
    }
  g_assert_no_error (error);
  if (type == BL_TABLE_OUTLINES)
    check_outlines (table);
  if (type == BL_TABLE_NETWORK)
    check_network (table);
  twice = bl_table_to_text (table);
  again = bl_table_from_text (type, twice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bl_table_get_n_rows (again), ==, bl_table_get_n_rows (table));
  g_assert_cmpuint (bl_table_get_size (again), ==, bl_table_get_size (table));
  g_assert_cmpstr (bl_table_get_id (again), ==, bl_table_get_id (table));
  return 0;
}
