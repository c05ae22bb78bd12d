/* test-outlines.c: putting areas together, and thinning their borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "geometry.h"
#include "layer.h"
#include "ring-set.h"
#include "shared-data.h"

#include <math.h>
#include <string.h>

/* Rows of rings, "0,0 10,0 10,10 0,10": ";" begins a hole, "|" a polygon. */
static BlTable *
outlines_from (const char *const *rows)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();

  for (guint r = 0; rows[r] != NULL; r++)
    {
      g_auto (GStrv) polygons = g_strsplit (rows[r], "|", -1);

      bl_outlines_builder_add_row (builder);
      for (guint p = 0; polygons[p] != NULL; p++)
        {
          g_auto (GStrv) rings = g_strsplit (polygons[p], ";", -1);

          bl_outlines_builder_add_polygon (builder);
          for (guint k = 0; rings[k] != NULL; k++)
            {
              g_auto (GStrv) points = g_strsplit (g_strstrip (rings[k]), " ", -1);

              bl_outlines_builder_add_ring (builder);
              for (guint i = 0; points[i] != NULL; i++)
                {
                  char *comma = strchr (points[i], ',');

                  bl_outlines_builder_add_point (builder, (gint32) g_ascii_strtoll (points[i], NULL, 10),
                                                 (gint32) g_ascii_strtoll (comma + 1, NULL, 10));
                }
            }
        }
    }
  return bl_outlines_builder_to_table (builder);
}

#define ROWS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
check_dissolve (
    const char *const *rows, const gboolean *member, double area, guint polygons, guint rings, guint points)
{
  g_autoptr (BlTable) table = outlines_from (rows);
  g_autoptr (BlTable) dissolved = bl_outlines_dissolve (bl_table_get_outlines (table), member);
  const BlOutlines *outlines = bl_table_get_outlines (dissolved);

  g_assert_cmpuint (outlines->n_rows, ==, 1);
  g_assert_cmpfloat (bl_outlines_get_area (outlines, 0), ==, area);
  g_assert_cmpuint (outlines->n_polygons, ==, polygons);
  g_assert_cmpuint (outlines->n_rings, ==, rings);
  if (points > 0)
    g_assert_cmpuint (outlines->n_points, ==, points);
}

#define SQUARE_1 "0,0 10,0 10,10 0,10"
#define SQUARE_2 "10,0 20,0 20,10 10,10"
#define SQUARE_2_BACKWARDS "10,10 20,10 20,0 10,0"

static void
test_two_squares (void)
{
  const gboolean first[] = { TRUE, FALSE }, none[] = { FALSE, FALSE };

  check_dissolve (ROWS (SQUARE_1, SQUARE_2), NULL, 200, 1, 1, 6);
  check_dissolve (ROWS (SQUARE_1, SQUARE_2_BACKWARDS), NULL, 200, 1, 1, 6);
  check_dissolve (ROWS (SQUARE_1 "|" SQUARE_2), NULL, 200, 1, 1, 6);
  check_dissolve (ROWS (SQUARE_1, SQUARE_2), first, 100, 1, 1, 4);
  check_dissolve (ROWS (SQUARE_1, SQUARE_2), none, 0, 0, 0, 0);
}

/* Squares that touch at a corner stay two polygons. */
static void
test_corner (void)
{
  check_dissolve (ROWS (SQUARE_1, "10,10 20,10 20,20 10,20"), NULL, 200, 2, 2, 8);
}

/* Eight squares round a ninth that is left out: a hole; with it: none. */
static void
test_hole (void)
{
  const char *const rows[]
      = { "0,0 1,0 1,1 0,1", "1,0 2,0 2,1 1,1", "2,0 3,0 3,1 2,1", "0,1 1,1 1,2 0,2", "2,1 3,1 3,2 2,2",
          "0,2 1,2 1,3 0,3", "1,2 2,2 2,3 1,3", "2,2 3,2 3,3 2,3", "1,1 2,1 2,2 1,2", NULL };
  const gboolean ring[] = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, FALSE };

  check_dissolve (rows, ring, 8, 1, 2, 16);
  check_dissolve (rows, NULL, 9, 1, 1, 12);
  /* A hole that is another area. */
  check_dissolve (ROWS ("0,0 30,0 30,30 0,30;10,10 10,20 20,20 20,10", "10,10 20,10 20,20 10,20"), NULL, 900,
                  1, 1, 4);
}

/* Where neighbours' corners do not agree. */
static void
test_disagreement (void)
{
  /* One has a corner on the other's edge; one is half a metre off. */
  check_dissolve (ROWS ("0,0 10,0 10,5 10,10 0,10", SQUARE_2), NULL, 200, 1, 1, 0);
  check_dissolve (ROWS ("0,0 1000,0 999,500 1000,1000 0,1000", "1000,0 2000,0 2000,1000 1000,1000"), NULL,
                  2000000, 1, 1, 0);
  /* The same twice, and one across another. */
  check_dissolve (ROWS (SQUARE_1, SQUARE_1), NULL, 100, 1, 1, 4);
  check_dissolve (ROWS (SQUARE_1, "5,5 15,5 15,15 5,15"), NULL, 175, 1, 1, 8);
  check_dissolve (ROWS (SQUARE_1, "2,2 8,2 8,8 2,8"), NULL, 100, 1, 1, 4);
}

/* GEOS answers the same where corners agree, and fills gaps but no true hole. */
static void
check_union (const char *const *rows, double area, guint rings)
{
  g_autoptr (BlTable) table = outlines_from (rows);
  g_autoptr (BlTable) united = bl_outlines_unite (bl_table_get_outlines (table), NULL);

  g_assert_cmpfloat (bl_outlines_get_area (bl_table_get_outlines (united), 0), ==, area);
  g_assert_cmpuint (bl_table_get_outlines (united)->n_rings, ==, rings);
}

static void
test_union (void)
{
  check_union (ROWS (SQUARE_1, SQUARE_2_BACKWARDS), 200, 1);
  check_union (ROWS ("0,0 30,0 30,30 0,30;10,10 10,20 20,20 20,10"), 800, 2);
  /* A gap of one metre by 80 between four. */
  check_union (ROWS ("0,0 100,0 100,50 90,50 90,49 10,49 10,50 0,50", "0,50 100,50 100,100 0,100"), 10000, 1);
  /* A ring that crosses itself: both its loops count. */
  check_union (ROWS ("0,0 10,10 10,0 0,10"), 50, 2);
  check_union (ROWS (NULL), 0, 0);
}

/* --- Thinning ------------------------------------------------------------ */

static gboolean
has_point (const BlOutlines *outlines, gint32 x, gint32 y)
{
  for (guint i = 0; i < outlines->n_points; i++)
    if (outlines->coordinates[2 * i] == x && outlines->coordinates[2 * i + 1] == y)
      return TRUE;
  return FALSE;
}

/* Two areas share a border with a small kink (1 m deep: 30 m²) and a large one
 * (20 m: 600 m² or more); a tolerance of 10 m is 50 m². */
static void
test_kinks (void)
{
  g_autoptr (BlTable) table = outlines_from (ROWS ("0,0 100,0 101,30 100,60 120,80 100,160 0,160",
                                                   "200,0 200,160 100,160 120,80 100,60 101,30 100,0"));
  g_autoptr (BlTable) thinned = bl_outlines_simplify (bl_table_get_outlines (table), 10);
  g_autoptr (BlTable) same = bl_outlines_simplify (bl_table_get_outlines (table), 0);
  const BlOutlines *outlines = bl_table_get_outlines (thinned);

  g_assert_cmpstr (bl_table_get_id (same), ==, bl_table_get_id (table));
  g_assert_false (has_point (outlines, 101, 30));
  g_assert_true (has_point (outlines, 120, 80));
  g_assert_true (has_point (outlines, 100, 0));
  g_assert_true (has_point (outlines, 100, 160));
  g_assert_cmpfloat (bl_outlines_get_area (outlines, 0) + bl_outlines_get_area (outlines, 1), ==, 200 * 160);
}

static double
total_area (const BlOutlines *outlines)
{
  double area = 0;

  for (guint i = 0; i < outlines->n_rows; i++)
    area += bl_outlines_get_area (outlines, i);
  return area;
}

static gint64
turn (const gint32 *a, const gint32 *b, const gint32 *c)
{
  return (gint64) (b[0] - a[0]) * (c[1] - a[1]) - (gint64) (c[0] - a[0]) * (b[1] - a[1]);
}

/* Edges of rings that properly cross; by looking at every pair. */
static guint
count_crossings (const BlOutlines *outlines)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  guint crossings = 0;

  for (guint k = 0; k < outlines->n_rings; k++)
    for (guint first = outlines->ring_points[k], last = outlines->ring_points[k + 1], i = first; i < last;
         i++)
      {
        g_ptr_array_add (ends, &outlines->coordinates[2 * i]);
        g_ptr_array_add (ends, &outlines->coordinates[2 * (i + 1 < last ? i + 1 : first)]);
      }
  for (guint i = 0; i < ends->len; i += 2)
    for (guint j = i + 2; j < ends->len; j += 2)
      {
        const gint32 *a = ends->pdata[i], *b = ends->pdata[i + 1], *c = ends->pdata[j],
                     *d = ends->pdata[j + 1];
        gint64 first, second, third, fourth;

        if (MAX (a[0], b[0]) < MIN (c[0], d[0]) || MAX (c[0], d[0]) < MIN (a[0], b[0])
            || MAX (a[1], b[1]) < MIN (c[1], d[1]) || MAX (c[1], d[1]) < MIN (a[1], b[1]))
          continue;
        first = turn (a, b, c);
        second = turn (a, b, d);
        third = turn (c, d, a);
        fourth = turn (c, d, b);
        crossings += ((first > 0 && second < 0) || (first < 0 && second > 0))
                     && ((third > 0 && fourth < 0) || (third < 0 && fourth > 0));
      }
  return crossings;
}

static void
check_thinned (const BlOutlines *whole, double tolerance)
{
  g_autoptr (BlTable) thinned = bl_outlines_simplify (whole, tolerance);
  const BlOutlines *outlines = bl_table_get_outlines (thinned);
  g_autoptr (BlTable) outside = bl_outlines_dissolve (outlines, NULL);
  g_autoptr (BlTable) again = bl_outlines_simplify (outlines, tolerance);

  g_assert_cmpuint (outlines->n_rows, ==, whole->n_rows);
  g_assert_cmpuint (outlines->n_rings, ==, whole->n_rings);
  for (guint k = 0; k < outlines->n_rings; k++)
    g_assert_cmpuint (outlines->ring_points[k + 1] - outlines->ring_points[k], >=,
                      MIN (4, whole->ring_points[k + 1] - whole->ring_points[k]));
  g_assert_cmpuint (count_crossings (outlines), <=, count_crossings (whole));
  /* No gap and no overlap: the areas add up to what their outline holds. */
  g_assert_cmpfloat_with_epsilon (total_area (outlines),
                                  bl_outlines_get_area (bl_table_get_outlines (outside), 0), 1e-6);
  g_assert_cmpstr (bl_table_get_id (again), ==, bl_table_get_id (thinned));
}

/* A board of areas with rough borders, by a random walk of every border. */
static void
test_rough_board (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  enum
  {
    SIDE = 4,
    STEP = 12,
    LENGTH = 400
  };
  gint32 walls[2][SIDE + 1][SIDE][STEP]; /* offset of border points from straight */
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL;

  for (guint d = 0; d < 2; d++)
    for (guint i = 0; i <= SIDE; i++)
      for (guint j = 0; j < SIDE; j++)
        for (guint s = 0; s < STEP; s++)
          walls[d][i][j][s] = s == 0 ? 0 : g_rand_int_range (rand, -60, 60);
  for (guint row = 0; row < SIDE; row++)
    for (guint column = 0; column < SIDE; column++)
      {
        gint32 x = column * LENGTH, y = row * LENGTH;

        bl_outlines_builder_add_row (builder);
        bl_outlines_builder_add_polygon (builder);
        bl_outlines_builder_add_ring (builder);
        for (guint s = 0; s < STEP; s++)
          bl_outlines_builder_add_point (builder, x + (gint32) s * LENGTH / STEP,
                                         y + walls[0][row][column][s]);
        for (guint s = 0; s < STEP; s++)
          bl_outlines_builder_add_point (builder, x + LENGTH + walls[1][column + 1][row][s],
                                         y + (gint32) s * LENGTH / STEP);
        for (guint s = STEP; s > 0; s--)
          bl_outlines_builder_add_point (builder, x + (gint32) s * LENGTH / STEP,
                                         y + LENGTH + (s == STEP ? 0 : walls[0][row + 1][column][s]));
        for (guint s = STEP; s > 0; s--)
          bl_outlines_builder_add_point (builder, x + (s == STEP ? 0 : walls[1][column][row][s]),
                                         y + (gint32) s * LENGTH / STEP);
      }
  table = bl_outlines_builder_to_table (builder);
  for (double tolerance = 5; tolerance < 2000; tolerance *= 2)
    check_thinned (bl_table_get_outlines (table), tolerance);
}

/* An island of one area in another has no junction: both lose the same corners. */
static void
test_island (void)
{
  const char *const rows[]
      = { "0,0 300,0 300,300 0,300;100,100 100,150 101,160 100,170 100,200 150,201 200,200 200,100 180,101",
          "100,100 180,101 200,100 200,200 150,201 100,200 100,170 101,160 100,150", NULL };
  g_autoptr (BlTable) table = outlines_from (rows);
  g_autoptr (BlTable) thinned = bl_outlines_simplify (bl_table_get_outlines (table), 20);
  const BlOutlines *outlines = bl_table_get_outlines (thinned);

  g_assert_cmpuint (outlines->ring_points[3] - outlines->ring_points[2], ==, 4);
  g_assert_cmpfloat (total_area (outlines), ==, 90000);
}

static void
check_published (const char *name, guint polygons)
{
  g_autofree char *path = bl_test_shared_data (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = NULL;
  const BlOutlines *outlines;
  g_autoptr (BlTable) outside = NULL, thinned = NULL, united = NULL;

  if (path == NULL)
    return;
  layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  outlines = bl_table_get_outlines (layer->outlines);
  outside = bl_outlines_dissolve (outlines, NULL);
  g_test_message ("%s: %u points in %u rings; outline %u points in %u rings, %u polygons", name,
                  outlines->n_points, outlines->n_rings, bl_table_get_outlines (outside)->n_points,
                  bl_table_get_outlines (outside)->n_rings, bl_table_get_outlines (outside)->n_polygons);
  g_assert_cmpuint (bl_table_get_outlines (outside)->n_polygons, ==, polygons);
  g_assert_cmpfloat_with_epsilon (bl_outlines_get_area (bl_table_get_outlines (outside), 0),
                                  total_area (outlines), total_area (outlines) * 1e-4);
  united = bl_outlines_unite (outlines, NULL);
  g_assert_cmpfloat_with_epsilon (bl_outlines_get_area (bl_table_get_outlines (united), 0),
                                  bl_outlines_get_area (bl_table_get_outlines (outside), 0), 1);
  thinned = bl_outlines_simplify (outlines, 20);
  g_test_message ("thinned by 20 m: %u points", bl_table_get_outlines (thinned)->n_points);
  check_thinned (outlines, 20);
  check_thinned (outlines, 100);
}

static void
test_newcastle (void)
{
  check_published ("newcastle/lsoa/E08000021.json", 1);
}

static void
test_mendip (void)
{
  check_published ("somerset/lsoa/E07000187.json", 1);
}

/* Five files of districts, read apart, make one county: their edges meet. */
static void
test_somerset (void)
{
  static const char *const files[] = { "E07000187", "E07000188", "E07000189", "E07000190", "E07000191" };
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL, outside = NULL;

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autofree char *name = g_strdup_printf ("somerset/lsoa/%s.json", files[f]);
      g_autofree char *path = bl_test_shared_data (name);
      g_autoptr (BlLayer) layer = path != NULL ? bl_layer_read (path, NULL, NULL, NULL, NULL, NULL) : NULL;

      if (layer == NULL)
        return;
      for (guint i = 0; i < layer->n_rows; i++)
        bl_outlines_builder_add_copy (builder, bl_table_get_outlines (layer->outlines), i);
    }
  table = bl_outlines_builder_to_table (builder);
  outside = bl_outlines_dissolve (bl_table_get_outlines (table), NULL);
  g_test_message ("outline %u points in %u rings, %u polygons", bl_table_get_outlines (outside)->n_points,
                  bl_table_get_outlines (outside)->n_rings, bl_table_get_outlines (outside)->n_polygons);
  /* The mainland, and Stert Island in two pieces (14 and 9 corners in the file). */
  g_assert_cmpuint (bl_table_get_outlines (outside)->n_polygons, ==, 3);
  g_assert_cmpuint (bl_table_get_outlines (outside)->n_rings, ==, 3);
  check_thinned (bl_table_get_outlines (table), 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/outlines/two-squares", test_two_squares);
  g_test_add_func ("/geo/outlines/corner", test_corner);
  g_test_add_func ("/geo/outlines/hole", test_hole);
  g_test_add_func ("/geo/outlines/disagreement", test_disagreement);
  g_test_add_func ("/geo/outlines/union", test_union);
  g_test_add_func ("/geo/outlines/kinks", test_kinks);
  g_test_add_func ("/geo/outlines/rough-board", test_rough_board);
  g_test_add_func ("/geo/outlines/island", test_island);
  g_test_add_func ("/geo/outlines/newcastle", test_newcastle);
  g_test_add_func ("/geo/outlines/mendip", test_mendip);
  g_test_add_func ("/geo/outlines/somerset", test_somerset);
  return g_test_run ();
}
