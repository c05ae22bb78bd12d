/* test-map-colouring.c: which catchments get which colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-colouring.h"

#include "map-fixture.h"
#include "map-shading.h"

static void
assert_apart (const gboolean *neighbours, const gint8 *colours, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (neighbours[i * n + j])
        g_assert_cmpint (colours[i], !=, colours[j]);
}

/* A wheel of five round a hub needs four colours, and gets them. */
static void
test_wheel (void)
{
  gboolean neighbours[36] = { FALSE };
  gboolean present[6] = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE };
  g_autofree gint8 *colours = NULL;
  int most = 0;

  for (guint i = 1; i < 6; i++)
    {
      guint next = i % 5 + 1;

      neighbours[i] = neighbours[6 * i] = TRUE;
      neighbours[6 * i + next] = neighbours[6 * next + i] = TRUE;
    }
  colours = bl_map_colouring_from_neighbours (neighbours, present, 6);
  assert_apart (neighbours, colours, 6);
  for (guint i = 0; i < 6; i++)
    most = MAX (most, colours[i]);
  g_assert_cmpint (most, ==, 3);
}

static void
test_absent (void)
{
  gboolean neighbours[4] = { FALSE, TRUE, TRUE, FALSE };
  gboolean present[2] = { TRUE, FALSE };
  g_autofree gint8 *colours = bl_map_colouring_from_neighbours (neighbours, present, 2);

  g_assert_cmpint (colours[0], ==, 0);
  g_assert_cmpint (colours[1], ==, -1);
}

static void
test_squares (gconstpointer outlines)
{
  g_autoptr (BlSession) session = map_fixture_squares (GPOINTER_TO_INT (outlines));
  BlFacts *facts = bl_session_get_facts (session);
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);
  g_autofree gint8 *colours = bl_map_colouring_new (facts, catchments->access->nearest);

  g_assert_cmpint (colours[map_fixture_library (session, "West Library")], !=,
                   colours[map_fixture_library (session, "East Library")]);
  g_assert_cmpint (colours[map_fixture_library (session, "Gone Library")], ==, -1);
}

/* Areas that share a corner and have different nearest libraries never look the same. */
static void
test_newcastle (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle_outlines ();
  g_autofree gint8 *colours = NULL;
  const BlOutlines *outlines;
  const int *nearest;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint meetings = 0;

  if (session == NULL)
    return;
  outlines = bl_session_get_facts (session)->outlines;
  nearest = bl_session_get_catchments (session, NULL)->access->nearest;
  colours = bl_map_colouring_new (bl_session_get_facts (session), nearest);
  for (guint row = 0; row < outlines->n_rows; row++)
    for (guint ring = outlines->polygon_rings[outlines->row_polygons[row]];
         ring < outlines->polygon_rings[outlines->row_polygons[row + 1]]; ring++)
      for (guint i = outlines->ring_points[ring]; i < outlines->ring_points[ring + 1]; i++)
        {
          gint64 key = outlines->coordinates[2 * i] * G_GINT64_CONSTANT (10000000)
                       + outlines->coordinates[2 * i + 1];
          gpointer other;

          if (g_hash_table_lookup_extended (seen, &key, NULL, &other)
              && nearest[GPOINTER_TO_INT (other)] != nearest[row])
            {
              meetings++;
              g_assert_cmpint (colours[nearest[GPOINTER_TO_INT (other)]], !=, colours[nearest[row]]);
            }
          g_hash_table_insert (seen, g_memdup2 (&key, sizeof key), GINT_TO_POINTER ((int) row));
        }
  g_assert_cmpuint (meetings, >, 100);
}

/* Names in ink can be read on every colour (4.5:1, WCAG), markers stand out. */
static void
test_hues (void)
{
  for (BlPaletteKind kind = BL_PALETTE_LIGHT; kind <= BL_PALETTE_DARK_HIGH_CONTRAST; kind++)
    {
      const BlPalette *palette = bl_palette_get (kind);
      const BlColour *hues = bl_map_shading_get_hues (palette);

      for (guint i = 0; i < BL_MAP_COLOURS; i++)
        {
          g_assert_cmpfloat (bl_colour_contrast (palette->ink, hues[i]), >=, 4.5);
          for (guint j = 0; j < i; j++)
            g_assert_cmpfloat (ABS (hues[i].r - hues[j].r) + ABS (hues[i].g - hues[j].g)
                                   + ABS (hues[i].b - hues[j].b),
                               >=, 0.15);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-colouring/wheel", test_wheel);
  g_test_add_func ("/map-colouring/absent", test_absent);
  g_test_add_data_func ("/map-colouring/squares", GINT_TO_POINTER (TRUE), test_squares);
  g_test_add_data_func ("/map-colouring/squares-points", GINT_TO_POINTER (FALSE), test_squares);
  g_test_add_func ("/map-colouring/newcastle", test_newcastle);
  g_test_add_func ("/map-colouring/hues", test_hues);
  return g_test_run ();
}
