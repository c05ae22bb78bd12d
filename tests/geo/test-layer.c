/* test-layer.c: areas from GIS files, good and bad
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "layer.h"

#include "geometry.h"
#include "projection.h"
#include "shared-data.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* --- Files to read ------------------------------------------------------- */

static char *folder;

static char *
write_bytes (const char *name, const char *content, gssize length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return path;
}

/* Feature of a square of @side metres (or degrees) with its corner at x, y. */
static char *
square (const char *properties, double x, double y, double side)
{
  char a[G_ASCII_DTOSTR_BUF_SIZE], b[G_ASCII_DTOSTR_BUF_SIZE], c[G_ASCII_DTOSTR_BUF_SIZE],
      d[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (a, sizeof a, x);
  g_ascii_dtostr (b, sizeof b, y);
  g_ascii_dtostr (c, sizeof c, x + side);
  g_ascii_dtostr (d, sizeof d, y + side);
  return g_strdup_printf (
      "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
      "[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}",
      properties, a, b, c, b, c, d, a, d, a, b);
}

/* Takes the features, up to NULL. */
static char *
write_geojson (const char *name, const char *extra, ...)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",");
  va_list features;
  char *feature;
  gboolean first = TRUE;

  g_string_append_printf (text, "%s\"features\":[", extra);
  va_start (features, extra);
  while ((feature = va_arg (features, char *)) != NULL)
    {
      g_string_append_printf (text, "%s%s", first ? "" : ",", feature);
      first = FALSE;
      g_free (feature);
    }
  va_end (features);
  g_string_append (text, "]}");
  return write_bytes (name, text->str, -1);
}

#define CODE(code) "\"LSOA11CD\":\"" code "\""
#define NAMED(code, name) CODE (code) ",\"LSOA11NM\":\"" name "\""

/* --- Published files ----------------------------------------------------- */

static BlLayer *
read_shared (const char *name)
{
  g_autofree char *path = bl_test_shared_data (name);
  g_autoptr (GError) error = NULL;
  BlLayer *layer;

  if (path == NULL)
    return NULL;
  layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return layer;
}

static double
total_area (const BlLayer *layer)
{
  double area = 0;

  for (guint i = 0; i < layer->n_rows; i++)
    area += bl_outlines_get_area (bl_table_get_outlines (layer->outlines), i);
  return area;
}

static void
test_newcastle (void)
{
  g_autoptr (BlLayer) layer = read_shared ("newcastle/lsoa/E08000021.json");
  const BlOutlines *outlines;

  if (layer == NULL)
    return;
  outlines = bl_table_get_outlines (layer->outlines);
  g_assert_cmpuint (layer->n_rows, ==, 175);
  g_assert_cmpuint (outlines->n_rows, ==, 175);
  g_assert_cmpstr (layer->crs, ==, "EPSG:4326");
  g_assert_cmpuint (layer->warnings->len, ==, 0);
  for (guint i = 0; i < layer->n_rows; i++)
    {
      BlPoint rounded = bl_outlines_get_centroid (outlines, i);

      g_assert_true (g_str_has_prefix (layer->codes[i], "E010"));
      g_assert_true (g_str_has_prefix (layer->names[i], "Newcastle upon Tyne"));
      g_assert_cmpfloat (hypot (rounded.x - layer->centroids[i].x, rounded.y - layer->centroids[i].y), <, 1);
    }
  g_assert_cmpfloat_with_epsilon (total_area (layer) / 1e6, 113.4, 0.05);
}

static void
test_somerset (void)
{
  static const char *const files[] = { "E07000187", "E07000188", "E07000189", "E07000190", "E07000191" };
  guint n_rows = 0;
  double area = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("somerset/lsoa/%s.json", files[i]);
      g_autoptr (BlLayer) layer = read_shared (name);

      if (layer == NULL)
        return;
      n_rows += layer->n_rows;
      area += total_area (layer);
    }
  g_assert_cmpuint (n_rows, ==, 327);
  g_assert_cmpfloat_with_epsilon (area / 1e6, 3452.1, 0.1);
}

/* The same areas in other clothes: centroids within @tolerance metres. */
static void
check_same (const char *name, const char *crs, guint n_rows, double tolerance)
{
  g_autoptr (BlLayer) truth = read_shared ("newcastle/lsoa/E08000021.json");
  g_autoptr (BlLayer) layer = truth != NULL ? read_shared (name) : NULL;
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  double worst = 0;

  if (layer == NULL)
    return;
  g_assert_cmpuint (layer->n_rows, ==, n_rows);
  g_assert_cmpstr (layer->crs, ==, crs);
  for (guint i = 0; i < layer->n_rows; i++)
    g_hash_table_insert (rows, layer->codes[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < truth->n_rows; i++)
    {
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, truth->codes[i]));

      g_assert_cmpuint (row, >, 0);
      worst = fmax (worst, hypot (truth->centroids[i].x - layer->centroids[row - 1].x,
                                  truth->centroids[i].y - layer->centroids[row - 1].y));
      g_assert_cmpstr (layer->names[row - 1], ==, truth->names[i]);
    }
  g_test_message ("%s: centroids within %.3f m", name, worst);
  g_assert_cmpfloat (worst, <=, tolerance);
}

static void
test_shapefile (void)
{
  check_same ("newcastle/lsoa_bng_shapefile/newcastle_lsoa11.shp", "EPSG:27700", 175, 0.01);
}

/* Any part of a Shapefile will do. */
static void
test_shapefile_part (void)
{
  check_same ("newcastle/lsoa_bng_shapefile/newcastle_lsoa11.dbf", "EPSG:27700", 175, 0.01);
}

/* Its corners stand on a grid of about 2 m. */
static void
test_topojson (void)
{
  check_same ("newcastle/lsoa/topo_E08000021.json", "EPSG:4326", 175, 1);
}

static void
test_geopackage (void)
{
  check_same ("national/lsoa11_england.gpkg", "EPSG:27700", 32844, 0.01);
}

static void
test_inspect (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/lsoa/E08000021.json");
  g_autofree char *shape = bl_test_shared_data ("newcastle/lsoa_bng_shapefile/newcastle_lsoa11.shp");
  g_autofree char *routes = bl_test_shared_data ("somerset/mobile/somerset_routes.geojson");
  g_autoptr (BlLayerInfo) info = NULL, shape_info = NULL, route_info = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || shape == NULL || routes == NULL)
    return;
  info = bl_layer_inspect (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (info->format, ==, "GeoJSON");
  g_assert_cmpuint (info->n_features, ==, 175);
  g_assert_true (g_strv_contains ((const char *const *) info->fields, "LSOA11CD"));
  g_assert_cmpstr (info->crs, ==, "EPSG:4326");
  g_assert_true (info->polygons);

  shape_info = bl_layer_inspect (shape, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (shape_info->format, ==, "Shapefile");
  g_assert_cmpstr (shape_info->crs, ==, "EPSG:27700");

  route_info = bl_layer_inspect (routes, &error);
  g_assert_no_error (error);
  g_assert_false (route_info->polygons);
}

/* --- Coordinate systems -------------------------------------------------- */

/* Reads one square and checks the centroid. */
static void
check_square (const char *path,
              const char *crs,
              const char *expected_crs,
              BlPoint expected,
              double tolerance,
              guint n_warnings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = bl_layer_read (path, NULL, NULL, crs, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (layer->n_rows, ==, 1);
  g_assert_cmpstr (layer->crs, ==, expected_crs);
  g_assert_cmpfloat (hypot (layer->centroids[0].x - expected.x, layer->centroids[0].y - expected.y), <=,
                     tolerance);
  g_assert_cmpuint (layer->warnings->len, ==, n_warnings);
}

#define CRS(urn) "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" urn "\"}},"

static void
test_reference_systems (void)
{
  BlPoint middle = { 425050, 564050 };
  BlPoint from_degrees = bl_projection_from_lonlat (-1.605, 54.985);
  g_autofree char *claimed = write_geojson ("claimed.geojson", CRS ("urn:ogc:def:crs:EPSG::27700"),
                                            square (CODE ("E01000001"), 425000, 564000, 100), NULL);
  g_autofree char *unclaimed
      = write_geojson ("unclaimed.geojson", "", square (CODE ("E01000001"), 425000, 564000, 100), NULL);
  g_autofree char *degrees
      = write_geojson ("degrees.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01), NULL);
  g_autofree char *crs84 = write_geojson ("crs84.geojson", CRS ("urn:ogc:def:crs:OGC:1.3:CRS84"),
                                          square (CODE ("E01000001"), -1.61, 54.98, 0.01), NULL);
  g_autofree char *etrs89 = write_geojson ("etrs89.geojson", CRS ("urn:ogc:def:crs:EPSG::4258"),
                                           square (CODE ("E01000001"), -1.61, 54.98, 0.01), NULL);
  /* UTM zone 30 north on WGS 84: round the middle of degrees.geojson, by the
   * series of Redfearn and so apart from how the reader gets there. */
  g_autofree char *utm = write_geojson ("utm.geojson", CRS ("urn:ogc:def:crs:EPSG::32630"),
                                        square (CODE ("E01000001"), 589216.38, 6093962.32, 100), NULL);

  check_square (claimed, NULL, "EPSG:27700", middle, 1e-6, 0);
  /* GeoJSON without a word means degrees, but these cannot be. */
  check_square (unclaimed, NULL, "EPSG:27700", middle, 1e-6, 1);
  check_square (unclaimed, "EPSG:27700", "EPSG:27700", middle, 1e-6, 0);
  check_square (degrees, NULL, "EPSG:4326", from_degrees, 5, 0);
  check_square (crs84, NULL, "EPSG:4326", from_degrees, 5, 0);
  check_square (etrs89, NULL, "EPSG:4258", from_degrees, 5, 0);
  check_square (utm, NULL, "EPSG:32630", from_degrees, 0.1, 0);
}

/* --- Several features of one code ---------------------------------------- */

static void
test_parts (void)
{
  g_autofree char *path = write_geojson ("parts.geojson", CRS ("EPSG:27700"),
                                         square (NAMED ("E01000001", "Main"), 425000, 564000, 100),
                                         square (NAMED ("E01000002", "Other"), 425100, 564000, 100),
                                         square (NAMED ("E01000001", "Main"), 425200, 564000, 100), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
  const BlOutlines *outlines;

  g_assert_no_error (error);
  g_assert_cmpuint (layer->n_rows, ==, 2);
  outlines = bl_table_get_outlines (layer->outlines);
  g_assert_cmpuint (outlines->row_polygons[1] - outlines->row_polygons[0], ==, 2);
  g_assert_cmpfloat (bl_outlines_get_area (outlines, 0), ==, 20000);
  g_assert_cmpfloat_with_epsilon (layer->centroids[0].x, 425150, 1e-6);
  g_assert_cmpuint (layer->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (layer->warnings, 0), "feature 3"));
}

static void
test_hole_and_collection (void)
{
  g_autofree char *path = write_geojson (
      "hole.geojson", CRS ("EPSG:27700"),
      g_strdup ("{\"type\":\"Feature\",\"properties\":{\"code\":\"E01000001\"},\"geometry\":{\"type\":"
                "\"GeometryCollection\","
                "\"geometries\":[{\"type\":\"Point\",\"coordinates\":[425000,564000]},{\"type\":"
                "\"MultiPolygon\",\"coordinates\":"
                "[[[[425000,564000],[425010,564000],[425010,564010],[425000,564010],[425000,564000]],"
                "[[425003,564003],[425003,564007],[425007,564007],[425007,564003],[425003,564003]]],"
                "[[[425020,564000],[425022,564000],[425022,564002],[425020,564002],[425020,564000]]],"
                "[[[425030.1,564000.1],[425030.2,564000.1],[425030.2,564000.2],[425030.1,564000.1]]]]}]}}"),
      NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
  const BlOutlines *outlines;

  g_assert_no_error (error);
  outlines = bl_table_get_outlines (layer->outlines);
  g_assert_cmpuint (outlines->n_polygons, ==, 2);
  g_assert_cmpuint (outlines->n_rings, ==, 3);
  g_assert_cmpfloat (bl_outlines_get_area (outlines, 0), ==, 100 - 16 + 4);
  g_assert_cmpfloat_with_epsilon (layer->centroids[0].x, 425000 + (84 * 5 + 4 * 21) / 88.0, 0.01);
  g_assert_null (layer->names[0]);
  g_assert_cmpuint (layer->warnings->len, ==, 1);
}

static void
test_kml (void)
{
  g_autofree char *path = write_bytes (
      "areas.kml",
      "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
      "<Schema name=\"areas\" id=\"areas\"><SimpleField name=\"LSOA11CD\" type=\"string\"/></Schema><Folder>"
      "<Placemark><name>North</name><ExtendedData><SchemaData schemaUrl=\"#areas\">"
      "<SimpleData "
      "name=\"LSOA11CD\">E01000001</SimpleData></SchemaData></"
      "ExtendedData><Polygon><outerBoundaryIs><LinearRing>"
      "<coordinates>-1.61,54.98,0 -1.60,54.98,0 -1.60,54.99,0 -1.61,54.99,0 -1.61,54.98,0</coordinates>"
      "</LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>",
      -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
  BlPoint expected = bl_projection_from_lonlat (-1.605, 54.985);

  g_assert_no_error (error);
  g_assert_cmpuint (layer->n_rows, ==, 1);
  g_assert_cmpstr (layer->codes[0], ==, "E01000001");
  g_assert_cmpstr (layer->names[0], ==, "North");
  g_assert_cmpfloat (hypot (layer->centroids[0].x - expected.x, layer->centroids[0].y - expected.y), <, 5);
}

/* --- Fields -------------------------------------------------------------- */

static void
check_fields (const char *properties,
              const char *code_field,
              const char *name_field,
              const char *code,
              const char *name)
{
  g_autofree char *path
      = write_geojson ("fields.geojson", CRS ("EPSG:27700"), square (properties, 425000, 564000, 100), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = bl_layer_read (path, code_field, name_field, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (layer->codes[0], ==, code);
  g_assert_cmpstr (layer->names[0], ==, name);
}

static void
test_fields (void)
{
  check_fields ("\"LAD21CD\":\"E08000021\",\"lsoa21cd\":\" E01000001 \",\"lsoa21nm\":\"One\"", NULL, NULL,
                "E01000001", "One");
  check_fields ("\"FID\":3,\"Code\":\"E01000001\",\"Label\":\"One\"", NULL, NULL, "E01000001", "One");
  check_fields ("\"FID\":3,\"zone\":\"E01000001\"", NULL, NULL, "E01000001", NULL);
  check_fields ("\"LSOA11CD\":\"E01000001\",\"own\":\"A7\",\"LSOA11NM\":\"One\"", "OWN", NULL, "A7", "One");
  check_fields ("\"LSOA11CD\":\"E01000001\",\"title\":\"One\",\"LSOA11NM\":\"\"", NULL, "title", "E01000001",
                "One");
  check_fields ("\"code\":7", NULL, NULL, "7", NULL);
}

/* --- Faults -------------------------------------------------------------- */

/* One sentence that names the file and says @words. */
static void
assert_fails (const char *path, const char *code_field, const char *crs, BlGeoError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = bl_layer_read (path, code_field, NULL, crs, NULL, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (layer);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  if (strstr (error->message, words) == NULL || strstr (error->message, name) == NULL)
    g_error ("“%s” does not name “%s” and say “%s”", error->message, name, words);
  g_assert_error (error, BL_GEO_ERROR, (int) code);
}

static void
test_no_such_file (void)
{
  g_autofree char *nothing = g_build_filename (folder, "nothing.geojson", NULL);
  g_autofree char *directory = g_build_filename (folder, "a.shp", NULL);
  g_autofree char *empty = write_bytes ("empty.geojson", "", 0);
  g_autofree char *text = write_bytes ("words.geojson", "Dear colleague, please find attached", -1);
  g_autofree char *binary = write_bytes ("binary.gpkg", "\0\1\2\3", 4);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  assert_fails (nothing, NULL, NULL, BL_GEO_ERROR_READ, "There is no file");
  assert_fails (directory, NULL, NULL, BL_GEO_ERROR_READ, "folder");
  assert_fails (empty, NULL, NULL, BL_GEO_ERROR_READ, "empty");
  assert_fails (text, NULL, NULL, BL_GEO_ERROR_READ, "GeoJSON");
  assert_fails (binary, NULL, NULL, BL_GEO_ERROR_READ, "GeoPackage");
  g_assert_cmpint (g_rmdir (directory), ==, 0);

  g_assert_null (bl_layer_inspect (empty, &error));
  g_assert_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ);
}

/* A file may not make the program open others, nor the network. */
static void
test_only_allowed_drivers (void)
{
  g_autofree char *inner
      = write_geojson ("inner.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01), NULL);
  g_autofree char *vrt_text
      = g_strdup_printf ("<OGRVRTDataSource><OGRVRTLayer name=\"inner\"><SrcDataSource>%s"
                         "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
                         inner);
  g_autofree char *vrt = write_bytes ("a-vrt.geojson", vrt_text, -1);
  g_autofree char *csv
      = write_bytes ("table.csv", "LSOA11CD,WKT\nE01000001,\"POLYGON((0 0,1 0,1 1,0 0))\"\n", -1);
  g_autofree char *gml
      = write_bytes ("a.gml", "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"/>", -1);

  assert_fails (vrt, NULL, NULL, BL_GEO_ERROR_READ, "is not a GeoJSON");
  assert_fails (csv, NULL, NULL, BL_GEO_ERROR_READ, "is not a GeoJSON");
  assert_fails (gml, NULL, NULL, BL_GEO_ERROR_READ, "is not a GeoJSON");
  assert_fails ("/vsicurl/http://localhost:9/a.geojson", NULL, NULL, BL_GEO_ERROR_READ, "There is no file");
  assert_fails ("http://localhost:9/a.geojson", NULL, NULL, BL_GEO_ERROR_READ, "There is no file");
}

static void
test_cut_short (void)
{
  g_autofree char *whole
      = write_geojson ("whole.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01),
                       square (CODE ("E01000002"), -1.60, 54.98, 0.01), NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &content, &length, NULL));
  for (gsize cut = 40; cut < length; cut += 23)
    {
      g_autofree char *path = write_bytes ("cut.geojson", content, (gssize) cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_layer_read (path, NULL, NULL, NULL, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "cut.geojson"));
    }
}

/* Each kind of published file, cut to nine tenths and to a half. */
static void
test_published_cut_short (void)
{
  static const char *const names[]
      = { "newcastle/lsoa/E08000021.json", "newcastle/lsoa/topo_E08000021.json" };
  g_autofree char *shape = bl_test_shared_data ("newcastle/lsoa_bng_shapefile/newcastle_lsoa11.shp");

  if (shape == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint tenths = 5; tenths < 10; tenths += 4)
      {
        g_autofree char *path = bl_test_shared_data (names[i]);
        g_autofree char *content = NULL, *cut = NULL;
        gsize length;

        g_assert_true (g_file_get_contents (path, &content, &length, NULL));
        cut = write_bytes ("cut.json", content, (gssize) (length / 10 * tenths));
        assert_fails (cut, NULL, NULL, BL_GEO_ERROR_READ, "cut.json");
      }

  for (guint part = 0; part < 3; part++)
    {
      static const char *const endings[] = { ".shp", ".shx", ".dbf" };
      g_autofree char *path = g_build_filename (folder, "cut.shp", NULL);

      for (guint e = 0; e < 3; e++)
        {
          g_autofree char *from = g_strndup (shape, strlen (shape) - 4);
          g_autofree char *name = g_strconcat (from, endings[e], NULL),
                          *to = g_strconcat ("cut", endings[e], NULL);
          g_autofree char *content = NULL, *written = NULL;
          gsize length;

          g_assert_true (g_file_get_contents (name, &content, &length, NULL));
          written = write_bytes (to, content, (gssize) (e == part ? length / 2 : length));
        }
      assert_fails (path, NULL, NULL, BL_GEO_ERROR_READ, "cut.shp");
    }
}

static void
test_shapefile_alone (void)
{
  g_autofree char *path = write_bytes ("alone.shp", "\0\0\x27\x0a", 4);

  assert_fails (path, NULL, NULL, BL_GEO_ERROR_READ, ".shx");
}

/* A header that promises two thousand million records. */
static void
test_promises (void)
{
  g_autofree char *shape = bl_test_shared_data ("newcastle/lsoa_bng_shapefile/newcastle_lsoa11.shp");
  g_autofree char *path = g_build_filename (folder, "vast.shp", NULL);
  static const char *const endings[] = { ".shp", ".shx", ".dbf" };

  if (shape == NULL)
    return;
  for (guint e = 0; e < 3; e++)
    {
      g_autofree char *from = g_strndup (shape, strlen (shape) - 4);
      g_autofree char *name = g_strconcat (from, endings[e], NULL),
                      *to = g_strconcat ("vast", endings[e], NULL);
      g_autofree char *content = NULL, *written = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (name, &content, &length, NULL));
      if (e == 2)
        memcpy (content + 4, "\xff\xff\xff\x7f", 4);
      else
        memcpy (content + 24, "\x7f\xff\xff\xff", 4);
      written = write_bytes (to, content, (gssize) length);
    }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (BlLayer) layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);

    /* Either read as far as the truth goes, or refused with the file's name: never what is not there. */
    if (layer != NULL)
      g_assert_cmpuint (layer->n_rows, ==, 175);
    else
      g_assert_nonnull (strstr (error->message, "vast.shp"));
  }
}

static void
test_codes (void)
{
  g_autofree char *missing
      = write_geojson ("missing.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01),
                       square ("\"LSOA11CD\":null", -1.60, 54.98, 0.01), NULL);
  g_autofree char *blank
      = write_geojson ("blank.geojson", "", square (CODE ("  "), -1.61, 54.98, 0.01), NULL);
  g_autofree char *none = write_geojson ("none.geojson", "",
                                         square ("\"height\":12,\"use\":\"park\"", -1.61, 54.98, 0.01), NULL);
  g_autofree char *nothing = write_geojson ("bare.geojson", "", square ("", -1.61, 54.98, 0.01), NULL);
  g_autofree char *twice
      = write_geojson ("twice.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01),
                       square (CODE ("E01000002"), -1.60, 54.98, 0.01),
                       square (CODE ("E01000001"), -1.605, 54.98, 0.01), NULL);
  g_autofree char *same = write_geojson ("same.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01),
                                         square (CODE ("E01000001"), -1.61, 54.98, 0.01), NULL);
  g_autofree char *renamed
      = write_geojson ("renamed.geojson", "", square (NAMED ("E01000001", "One"), -1.61, 54.98, 0.01),
                       square (NAMED ("E01000001", "Two"), -1.59, 54.98, 0.01), NULL);

  assert_fails (missing, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 2 has no code");
  assert_fails (blank, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 1 has no code");
  assert_fails (none, NULL, NULL, BL_GEO_ERROR_CONTENT, "height, use");
  assert_fails (nothing, NULL, NULL, BL_GEO_ERROR_CONTENT, "none");
  assert_fails (missing, "LSOA21CD", NULL, BL_GEO_ERROR_CONTENT, "no field “LSOA21CD”");
  assert_fails (twice, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 3: the code E01000001");
  assert_fails (same, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 2: the code E01000001");
  assert_fails (renamed, NULL, NULL, BL_GEO_ERROR_CONTENT, "another name");
}

static void
test_not_areas (void)
{
  const char *point = "{\"type\":\"Feature\",\"properties\":{" CODE (
      "E01000002") "},\"geometry\":"
                   "{\"type\":\"Point\",\"coordinates\":[-1.6,54.98]}}";
  const char *without = "{\"type\":\"Feature\",\"properties\":{" CODE ("E01000002") "},\"geometry\":null}";
  g_autofree char *points = write_geojson ("points.geojson", "", g_strdup (point), NULL);
  g_autofree char *mixed = write_geojson (
      "mixed.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01), g_strdup (point), NULL);
  g_autofree char *nowhere = write_geojson (
      "nowhere.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01), g_strdup (without), NULL);
  g_autofree char *none = write_geojson ("nobody.geojson", "", NULL);

  assert_fails (points, NULL, NULL, BL_GEO_ERROR_CONTENT, "not areas");
  assert_fails (mixed, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 2 (E01000002) is not an area");
  assert_fails (nowhere, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 2 (E01000002) has no outline");
  assert_fails (none, NULL, NULL, BL_GEO_ERROR_CONTENT, "no areas");
}

static void
test_places (void)
{
  g_autofree char *swapped
      = write_geojson ("swapped.geojson", "", square (CODE ("E01000001"), 54.98, -1.61, 0.01), NULL);
  g_autofree char *paris
      = write_geojson ("paris.geojson", "", square (CODE ("E01000001"), 425000, 564000, 100),
                       square (CODE ("E01000002"), 2, 2, 100), NULL);
  g_autofree char *neither
      = write_geojson ("neither.geojson", "", square (CODE ("E01000001"), -179000, 7360000, 1000), NULL);

  assert_fails (swapped, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 1 (E01000001): the outline lies outside");
  assert_fails (paris, NULL, NULL, BL_GEO_ERROR_CONTENT, "feature 2 (E01000002): the outline lies outside");
  assert_fails (neither, NULL, NULL, BL_GEO_ERROR_CRS, "coordinate system");
  assert_fails (neither, NULL, "EPSG:27700", BL_GEO_ERROR_CONTENT, "outside Great Britain");
  {
    /* The user says what it is: web mercator, about Newcastle. */
    g_autoptr (GError) error = NULL;
    g_autoptr (BlLayer) layer = bl_layer_read (neither, NULL, NULL, "EPSG:3857", NULL, &error);

    g_assert_no_error (error);
    g_assert_true (bl_point_in_britain (layer->centroids[0]));
  }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (bl_layer_read (neither, NULL, NULL, "/etc/passwd", NULL, &error));
    g_assert_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CRS);
    g_clear_error (&error);
    g_assert_null (bl_layer_read (neither, NULL, NULL, "EPSG:99999999", NULL, &error));
    g_assert_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CRS);
  }
}

static void
test_cancelled (void)
{
  g_autofree char *path
      = write_geojson ("stop.geojson", "", square (CODE ("E01000001"), -1.61, 54.98, 0.01), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bl_layer_read (path, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CANCELLED);
}

/* Bytes changed at random: read or refused by name, never more. */
static void
check_mutations (GRand *rand, const char *name, const char *content, gsize length, guint rounds)
{
  g_autofree char *bytes = g_malloc (length);

  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (BlLayer) layer = NULL;

      memcpy (bytes, content, length);
      for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
        bytes[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
      path = write_bytes (name, bytes, (gssize) length);
      layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
      g_assert_true ((layer == NULL) == (error != NULL));
      if (layer != NULL)
        g_assert_cmpuint (bl_table_get_n_rows (layer->outlines), ==, layer->n_rows);
      else
        g_assert_nonnull (strstr (error->message, "mutant"));
    }
}

static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);
  g_autofree char *whole = write_geojson ("mutant.geojson", CRS ("EPSG:27700"),
                                          square (NAMED ("E01000001", "One"), 425000, 564000, 100),
                                          square (NAMED ("E01000002", "Two"), 425100, 564000, 100), NULL);
  g_autofree char *shape = bl_test_shared_data ("newcastle/lsoa_bng_shapefile/newcastle_lsoa11.shp");
  static const char *const endings[] = { ".shp", ".shx", ".dbf" };
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &content, &length, NULL));
  check_mutations (rand, "mutant.geojson", content, length, 300);
  for (guint pass = 0; shape != NULL && pass < 2; pass++)
    for (guint e = 0; e < 3; e++)
      {
        g_autofree char *from = g_strndup (shape, strlen (shape) - 4);
        g_autofree char *name = g_strconcat (from, endings[e], NULL),
                        *to = g_strconcat ("mutant", endings[e], NULL);
        g_autofree char *part = NULL, *written = NULL;
        gsize part_length;

        g_assert_true (g_file_get_contents (name, &part, &part_length, NULL));
        /* First all parts whole, then each changed in turn. */
        if (pass == 1)
          check_mutations (rand, to, part, part_length, 15);
        written = write_bytes (to, part, (gssize) part_length);
      }
}

static void
remove_folder (void)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("branchline-layer-XXXXXX", NULL);
  g_test_add_func ("/geo/layer/newcastle", test_newcastle);
  g_test_add_func ("/geo/layer/somerset", test_somerset);
  g_test_add_func ("/geo/layer/shapefile", test_shapefile);
  g_test_add_func ("/geo/layer/shapefile-part", test_shapefile_part);
  g_test_add_func ("/geo/layer/topojson", test_topojson);
  g_test_add_func ("/geo/layer/geopackage", test_geopackage);
  g_test_add_func ("/geo/layer/inspect", test_inspect);
  g_test_add_func ("/geo/layer/reference-systems", test_reference_systems);
  g_test_add_func ("/geo/layer/parts", test_parts);
  g_test_add_func ("/geo/layer/hole-and-collection", test_hole_and_collection);
  g_test_add_func ("/geo/layer/kml", test_kml);
  g_test_add_func ("/geo/layer/fields", test_fields);
  g_test_add_func ("/geo/layer/no-such-file", test_no_such_file);
  g_test_add_func ("/geo/layer/only-allowed-drivers", test_only_allowed_drivers);
  g_test_add_func ("/geo/layer/cut-short", test_cut_short);
  g_test_add_func ("/geo/layer/published-cut-short", test_published_cut_short);
  g_test_add_func ("/geo/layer/shapefile-alone", test_shapefile_alone);
  g_test_add_func ("/geo/layer/promises", test_promises);
  g_test_add_func ("/geo/layer/codes", test_codes);
  g_test_add_func ("/geo/layer/not-areas", test_not_areas);
  g_test_add_func ("/geo/layer/places", test_places);
  g_test_add_func ("/geo/layer/cancelled", test_cancelled);
  g_test_add_func ("/geo/layer/mutations", test_mutations);
  result = g_test_run ();
  remove_folder ();
  return result;
}
