/* test-marker.c: shapes are told apart without colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "marker-row.h"
#include "marker.h"
#include "picture.h"

#define SIZE 24
/* Dots that clearly differ, of the some 110 a marker of 6 px covers. */
#define DIFFERENT 10
#define CLEARLY 90

static const BlMarkerLook looks[] = {
  { BL_OPERATION_COUNCIL, TRUE },           { BL_OPERATION_COUNCIL, FALSE },
  { BL_OPERATION_COUNCIL_UNSTAFFED, TRUE }, { BL_OPERATION_COUNCIL_UNSTAFFED, FALSE },
  { BL_OPERATION_COMMISSIONED, TRUE },      { BL_OPERATION_COMMISSIONED, FALSE },
  { BL_OPERATION_COMMUNITY, TRUE },         { BL_OPERATION_COMMUNITY, FALSE },
  { BL_OPERATION_INDEPENDENT, TRUE },       { BL_OPERATION_INDEPENDENT, FALSE },
  { BL_OPERATION_UNKNOWN, FALSE },          { BL_OPERATION_COUNCIL, FALSE, FALSE, TRUE },
};

static Picture
paint (const BlMarkerLook *look, double radius, const BlPalette *palette)
{
  Picture picture = picture_new (SIZE, SIZE);

  bl_marker_paint (picture.cr, SIZE / 2.0, SIZE / 2.0, radius, look, palette);
  return picture;
}

static guint
count_different (const Picture *a, const Picture *b)
{
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      n += ABS (picture_grey (a, x, y) - picture_grey (b, x, y)) >= CLEARLY;
  return n;
}

static void
test_distinct_in_grey (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (looks); j++)
      {
        Picture a = paint (&looks[i], 6, palette);
        Picture b = paint (&looks[j], 6, palette);

        if (count_different (&a, &b) < DIFFERENT)
          g_error ("looks %u and %u differ in %u dots only", i, j, count_different (&a, &b));
        picture_clear (&a);
        picture_clear (&b);
      }
}

static void
test_picked_has_ring (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  BlMarkerLook look = { BL_OPERATION_COUNCIL, TRUE };
  Picture plain = paint (&look, 6, palette);
  Picture picked;

  g_assert_cmpuint (picture_count (&plain, palette->picked), ==, 0);
  look.picked = TRUE;
  picked = paint (&look, 6, palette);
  g_assert_cmpuint (picture_count (&picked, palette->picked), >, 20);
  picture_clear (&plain);
  picture_clear (&picked);
}

/* On its own dark ground a marker is light, and its halo parts it from light areas. */
static void
test_dark (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_DARK);
  BlMarkerLook look = { BL_OPERATION_COUNCIL, TRUE };
  Picture picture = paint (&look, 6, palette);

  g_assert_cmphex (picture_get (&picture, SIZE / 2, SIZE / 2), ==, picture_colour (palette->ink));
  g_assert_cmpuint (picture_count (&picture, palette->halo), >, 4);
  picture_clear (&picture);
}

static guint
count_dark (const Picture *picture, int left, int right)
{
  guint dark = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = left; x < right; x++)
      dark += picture_grey (picture, x, y) < 128;
  return dark;
}

/* However many libraries, all stays inside its box, and twenty, thirty or eighty
 * are as many separate marks. */
static void
test_row_fits (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  const guint counts[] = { 1, 20, 32, 60, 150, 3000 };

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autofree BlMarkerLook *row = g_new0 (BlMarkerLook, counts[c]);
      Picture picture = picture_new (220, 40);

      for (guint i = 0; i < counts[c]; i++)
        row[i] = (BlMarkerLook){ i % 3 ? BL_OPERATION_COUNCIL : BL_OPERATION_COMMUNITY, TRUE };
      bl_marker_row_paint (picture.cr, 10, 10, 200, 20, row, counts[c], palette);
      g_assert_cmpuint (count_dark (&picture, 0, 9), ==, 0);
      g_assert_cmpuint (count_dark (&picture, 211, 220), ==, 0);
      g_assert_cmpuint (count_dark (&picture, 9, 211), >, 20);
      for (int x = 0; x < picture.width; x++)
        {
          g_assert_cmpint (picture_grey (&picture, x, 8), ==, 255);
          g_assert_cmpint (picture_grey (&picture, x, 32), ==, 255);
        }
      picture_clear (&picture);
    }
}

/* Twenty are twenty: a line through their middles meets each, with a gap between. */
static void
test_row_counts (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  BlMarkerLook row[20];
  Picture picture = picture_new (220, 40);
  guint marks = 0;
  gboolean inside = FALSE;

  for (guint i = 0; i < 20; i++)
    row[i] = (BlMarkerLook){ BL_OPERATION_COUNCIL, TRUE };
  bl_marker_row_paint (picture.cr, 10, 10, 200, 20, row, 20, palette);
  for (int x = 0; x < picture.width; x++)
    {
      gboolean dark = picture_grey (&picture, x, 20) < 128;

      marks += dark && !inside;
      inside = dark;
    }
  g_assert_cmpuint (marks, ==, 20);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marker/distinct-in-grey", test_distinct_in_grey);
  g_test_add_func ("/marker/picked-has-ring", test_picked_has_ring);
  g_test_add_func ("/marker/dark", test_dark);
  g_test_add_func ("/marker/row-fits", test_row_fits);
  g_test_add_func ("/marker/row-counts", test_row_counts);
  return g_test_run ();
}
