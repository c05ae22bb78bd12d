/* test-roads-read.c: road networks from OpenStreetMap and OS Open Roads
 *
 * Figures of Newport: data/expected.md, "Road network", and the coordinates of
 * the nodes it names, which are those of the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdal.h>
#include <glib/gstdio.h>
#include <math.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "osm-way.h"
#include "projection.h"
#include "reach.h"
#include "roads-read.h"
#include "shared-data.h"

static const char newport[] = "road/newport-2023-06-13.osm.pbf";

static char *
make_folder (void)
{
  return g_dir_make_tmp ("branchline-roads-XXXXXX", NULL);
}

static char *
write_file (const char *folder, const char *name, const char *content, gssize length)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return path;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static BlRoadsFile *
read_all (const char *path)
{
  g_autoptr (GError) error = NULL;
  BlRoadsFile *file = bl_roads_read (path, NULL, NULL, 0, 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static double
total_length (const BlRoads *roads)
{
  double metres = 0;

  for (guint e = 0; e < roads->n_edges; e++)
    metres += roads->lengths[e] / 10.0;
  return metres;
}

/* --- Newport ----------------------------------------------------------------- */

static double
metres_between (const BlRouter *router, BlReach *reach, BlPoint from, BlPoint to)
{
  BlSnap place = bl_router_snap (router, from, 10), library = bl_router_snap (router, to, 10);
  BlArrival arrival;

  bl_reach_run (reach, &library, 1, BL_REACH_FAR);
  arrival = bl_reach_at (reach, &place);
  g_assert_true (arrival.reached);
  return arrival.metres;
}

static void
test_newport (void)
{
  const BlPoint centre = bl_projection_from_lonlat (-2.9946622, 51.5862742);
  const BlPoint a = bl_projection_from_lonlat (-3.0511668, 51.5903749), b = bl_projection_from_lonlat (-2.944903, 51.5899424);
  g_autofree char *path = bl_test_shared_data (newport);
  g_autoptr (BlRoadsFile) file = NULL, again = NULL;
  g_autoptr (BlGraph) graph = NULL;
  g_autoptr (BlRouter) router = NULL;
  g_autoptr (BlReach) reach = NULL;
  BlSpeeds speeds;
  guint n_parts;

  if (path == NULL)
    return;
  g_assert_cmpint (bl_roads_recognise (path), ==, BL_ROADS_OSM);
  file = read_all (path);
  g_assert_cmpfloat_with_epsilon (file->walk_metres, 924501.1, 0.1);
  g_assert_cmpfloat_with_epsilon (total_length (bl_table_get_roads (file->roads)), file->metres, 20);
  g_assert_cmpstr (file->newest, <=, "2023-06-13");
  bl_speeds_init (&speeds);
  graph = bl_graph_new (file->roads);
  router = bl_router_new (graph, BL_MODE_WALK, &speeds);
  bl_router_get_parts (router, NULL, &n_parts, NULL);
  g_assert_cmpuint (n_parts, ==, 74);
  reach = bl_reach_new (router);
  g_assert_cmpfloat_with_epsilon (metres_between (router, reach, centre, a), 4670.02, 1);
  g_assert_cmpfloat_with_epsilon (metres_between (router, reach, centre, b), 4363.59, 1);
  again = read_all (path);
  g_assert_cmpstr (bl_table_get_id (file->roads), ==, bl_table_get_id (again->roads));
}

/* Roads within 2 km of one place, and of the outline of a square. */
static void
test_clip (void)
{
  const BlPoint centre = bl_projection_from_lonlat (-2.9946622, 51.5862742);
  g_autofree char *path = bl_test_shared_data (newport);
  g_autoptr (BlRoadsFile) whole = NULL, near = NULL, square = NULL, nothing = NULL;
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) outlines = NULL;
  g_autoptr (GError) error = NULL;
  const BlPoint far = { 420000, 560000 }; /* Newcastle */
  const BlRoads *roads;
  double farthest = 0;

  if (path == NULL)
    return;
  whole = read_all (path);
  near = bl_roads_read (path, NULL, &centre, 1, 2000, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (near->n_ways + near->n_outside, ==, whole->n_ways);
  g_assert_cmpuint (near->n_outside, >, near->n_ways);
  roads = bl_table_get_roads (near->roads);
  for (guint n = 0; n < roads->n_nodes; n++)
    farthest = fmax (farthest, hypot (roads->nodes[2 * n] - centre.x, roads->nodes[2 * n + 1] - centre.y));
  g_assert_cmpfloat (farthest, >, 2000);
  /* A square of 500 m more, and one stretch of a road over the border. */
  g_assert_cmpfloat (farthest, <, 2000 + 1.5 * 710 + 600);

  bl_outlines_builder_add_row (builder);
  bl_outlines_builder_add_polygon (builder);
  bl_outlines_builder_add_ring (builder);
  for (guint corner = 0; corner < 4; corner++)
    bl_outlines_builder_add_point (builder, (gint32) centre.x + (corner == 1 || corner == 2 ? 3000 : -3000),
                                   (gint32) centre.y + (corner >= 2 ? 3000 : -3000));
  outlines = bl_outlines_builder_to_table (builder);
  square = bl_roads_read (path, bl_table_get_outlines (outlines), NULL, 0, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (square->n_ways, >, near->n_ways);
  g_assert_cmpuint (square->n_ways, <, whole->n_ways);
  roads = bl_table_get_roads (square->roads);
  for (guint n = 0; n < roads->n_nodes; n++)
    g_assert_cmpfloat (fmax (fabs (roads->nodes[2 * n] - centre.x), fabs (roads->nodes[2 * n + 1] - centre.y)), <, 5000);

  nothing = bl_roads_read (path, NULL, &far, 1, 10000, NULL, NULL, NULL, &error);
  g_assert_null (nothing);
  g_assert_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, "another part of the country"));
}

/* --- OpenStreetMap's tags ------------------------------------------------------ */

static void
test_tags (void)
{
  enum
  {
    FOOT = BL_ACCESS_FOOT | BL_ACCESS_FOOT_BACK,
    CYCLE = BL_ACCESS_CYCLE | BL_ACCESS_CYCLE_BACK,
    DRIVE = BL_ACCESS_DRIVE | BL_ACCESS_DRIVE_BACK,
    ON = BL_ACCESS_CYCLE | BL_ACCESS_DRIVE,
    BACK = BL_ACCESS_CYCLE_BACK | BL_ACCESS_DRIVE_BACK,
  };
  static const struct
  {
    BlOsmTags tags;
    BlOsmVerdict verdict;
    BlOsmWay way;
  } cases[] = {
    { { .highway = "residential" }, BL_OSM_WAY_TAKEN, { BL_ROAD_RESIDENTIAL, FOOT | CYCLE | DRIVE, 0 } },
    { { .highway = "primary_link", .oneway = "yes", .maxspeed = "30 mph" }, BL_OSM_WAY_TAKEN, { BL_ROAD_PRIMARY, FOOT | ON, 48 } },
    { { .highway = "tertiary", .oneway = "-1", .maxspeed = "50" }, BL_OSM_WAY_TAKEN, { BL_ROAD_TERTIARY, FOOT | BACK, 50 } },
    { { .highway = "residential", .oneway = "yes", .oneway_bicycle = "no" }, BL_OSM_WAY_TAKEN,
      { BL_ROAD_RESIDENTIAL, FOOT | CYCLE | BL_ACCESS_DRIVE, 0 } },
    { { .highway = "secondary", .junction = "roundabout" }, BL_OSM_WAY_TAKEN, { BL_ROAD_SECONDARY, FOOT | ON, 0 } },
    { { .highway = "secondary", .junction = "roundabout", .oneway = "no" }, BL_OSM_WAY_TAKEN,
      { BL_ROAD_SECONDARY, FOOT | CYCLE | DRIVE, 0 } },
    { { .highway = "motorway", .maxspeed = "70 mph" }, BL_OSM_WAY_TAKEN, { BL_ROAD_MOTORWAY, BL_ACCESS_DRIVE, 113 } },
    { { .highway = "motorway", .foot = "yes" }, BL_OSM_WAY_TAKEN, { BL_ROAD_MOTORWAY, BL_ACCESS_DRIVE, 0 } },
    { { .highway = "trunk", .motorroad = "yes", .foot = "no", .oneway = "yes" }, BL_OSM_WAY_TAKEN,
      { BL_ROAD_TRUNK, BL_ACCESS_DRIVE, 0 } },
    { { .highway = "footway" }, BL_OSM_WAY_TAKEN, { BL_ROAD_FOOTPATH, FOOT, 0 } },
    { { .highway = "path", .bicycle = "designated" }, BL_OSM_WAY_TAKEN, { BL_ROAD_FOOTPATH, FOOT | CYCLE, 0 } },
    { { .highway = "steps", .bicycle = "yes" }, BL_OSM_WAY_TAKEN, { BL_ROAD_STEPS, FOOT, 0 } },
    { { .highway = "cycleway", .foot = "no" }, BL_OSM_WAY_TAKEN, { BL_ROAD_CYCLEWAY, CYCLE, 0 } },
    { { .highway = "bridleway" }, BL_OSM_WAY_TAKEN, { BL_ROAD_BRIDLEWAY, FOOT | CYCLE, 0 } },
    { { .highway = "track" }, BL_OSM_WAY_TAKEN, { BL_ROAD_TRACK, FOOT | CYCLE, 0 } },
    { { .highway = "track", .motor_vehicle = "permissive" }, BL_OSM_WAY_TAKEN, { BL_ROAD_TRACK, FOOT | CYCLE | DRIVE, 0 } },
    { { .highway = "track", .motor_vehicle = "agricultural" }, BL_OSM_WAY_TAKEN, { BL_ROAD_TRACK, FOOT | CYCLE, 0 } },
    { { .highway = "service", .access = "private" }, BL_OSM_WAY_CLOSED, { 0 } },
    { { .highway = "service", .access = "customers" }, BL_OSM_WAY_TAKEN, { BL_ROAD_SERVICE, FOOT | CYCLE | DRIVE, 0 } },
    { { .highway = "service", .access = "private", .motor_vehicle = "yes" }, BL_OSM_WAY_TAKEN, { BL_ROAD_SERVICE, DRIVE, 0 } },
    { { .highway = "service", .service = "emergency_access" }, BL_OSM_WAY_TAKEN, { BL_ROAD_SERVICE, FOOT | CYCLE, 0 } },
    { { .highway = "residential", .motor_vehicle = "no" }, BL_OSM_WAY_TAKEN, { BL_ROAD_RESIDENTIAL, FOOT | CYCLE, 0 } },
    { { .highway = "residential", .motor_vehicle = "no", .motorcar = "destination" }, BL_OSM_WAY_TAKEN,
      { BL_ROAD_RESIDENTIAL, FOOT | CYCLE | DRIVE, 0 } },
    { { .highway = "residential", .vehicle = "no", .bicycle = "yes" }, BL_OSM_WAY_TAKEN, { BL_ROAD_RESIDENTIAL, FOOT | CYCLE, 0 } },
    { { .highway = "pedestrian", .area = "yes" }, BL_OSM_WAY_CLOSED, { 0 } },
    { { .highway = "pedestrian", .bicycle = "dismount" }, BL_OSM_WAY_TAKEN, { BL_ROAD_PEDESTRIAN, FOOT, 0 } },
    { { .highway = "road" }, BL_OSM_WAY_TAKEN, { BL_ROAD_UNCLASSIFIED, FOOT | CYCLE | DRIVE, 0 } },
    { { .highway = "construction" }, BL_OSM_WAY_OTHER, { 0 } },
    { { .highway = "" }, BL_OSM_WAY_OTHER, { 0 } },
    { { .route = "ferry" }, BL_OSM_WAY_TAKEN, { BL_ROAD_FERRY, FOOT | CYCLE, 0 } },
    { { .route = "ferry", .motor_vehicle = "yes", .foot = "no" }, BL_OSM_WAY_TAKEN, { BL_ROAD_FERRY, CYCLE | DRIVE, 0 } },
    { { .route = "bus" }, BL_OSM_WAY_NONE, { 0 } },
    { { NULL }, BL_OSM_WAY_NONE, { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlOsmWay way;

      g_test_message ("case %u", i);
      g_assert_cmpint (bl_osm_way_judge (&cases[i].tags, &way), ==, cases[i].verdict);
      if (cases[i].verdict != BL_OSM_WAY_TAKEN)
        continue;
      g_assert_cmpint (way.road_class, ==, cases[i].way.road_class);
      g_assert_cmphex (way.access, ==, cases[i].way.access);
      g_assert_cmpuint (way.limit, ==, cases[i].way.limit);
    }
  g_assert_cmpuint (bl_osm_read_limit ("GB:nsl_single", BL_ROAD_TERTIARY), ==, 97);
  g_assert_cmpuint (bl_osm_read_limit ("GB:nsl_dual", BL_ROAD_TRUNK), ==, 113);
  g_assert_cmpuint (bl_osm_read_limit ("GB:national", BL_ROAD_MOTORWAY), ==, 113);
  g_assert_cmpuint (bl_osm_read_limit ("20mph", BL_ROAD_RESIDENTIAL), ==, 32);
  g_assert_cmpuint (bl_osm_read_limit ("30 mph;40 mph", BL_ROAD_RESIDENTIAL), ==, 48);
  g_assert_cmpuint (bl_osm_read_limit ("5 knots", BL_ROAD_FERRY), ==, 0);
  g_assert_cmpuint (bl_osm_read_limit ("none", BL_ROAD_MOTORWAY), ==, 0);
  g_assert_cmpuint (bl_osm_read_limit ("1e9", BL_ROAD_MOTORWAY), ==, 0);
  g_assert_cmpuint (bl_osm_read_limit ("nan", BL_ROAD_MOTORWAY), ==, 0);
  g_assert_cmpuint (bl_osm_read_limit (NULL, BL_ROAD_MOTORWAY), ==, 0);
}

/* --- Ways that meet --------------------------------------------------------------- */

/* Nodes a hundred-thousandth of a degree or more apart, on one line or off it. */
static BlRoadsFile *
read_ways (const char *ways)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) xml = g_string_new ("<?xml version='1.0'?>\n<osm version='0.6' generator='test'>\n");
  g_autofree char *path = NULL;
  BlRoadsFile *file;

  for (guint i = 1; i < 10; i++)
    g_string_append_printf (xml, "<node id='%u' version='1' timestamp='2020-01-0%uT00:00:00Z' lat='51.%u' lon='-2.%u'/>\n", i, i,
                            500000 + i % 2 * 5000, 900000 + i * 10000);
  g_string_append (xml, ways);
  g_string_append (xml, "</osm>\n");
  path = write_file (folder, "made.osm", xml->str, -1);
  file = read_all (path);
  remove_folder (folder);
  return file;
}

#define WAY(number, nodes, tags) "<way id='" number "' version='1' timestamp='2021-02-03T00:00:00Z'>" nodes tags "</way>\n"
#define NODE(number) "<nd ref='" number "'/>"
#define TAG(key, value) "<tag k='" key "' v='" value "'/>"

static void
test_joining (void)
{
  g_autoptr (BlRoadsFile) chain = NULL, cross = NULL, ring = NULL, changes = NULL, abroad = NULL;
  const BlRoads *roads;

  /* Two one-way streets that go the same way, drawn in opposite directions: one road. */
  chain = read_ways (WAY ("1", NODE ("1") NODE ("2") NODE ("3"), TAG ("highway", "residential") TAG ("oneway", "yes"))
                         WAY ("2", NODE ("5") NODE ("4") NODE ("3"), TAG ("highway", "residential") TAG ("oneway", "-1")));
  roads = bl_table_get_roads (chain->roads);
  g_assert_cmpuint (chain->n_ways, ==, 2);
  g_assert_cmpstr (chain->newest, ==, "2021-02-03");
  g_assert_cmpuint (roads->n_nodes, ==, 2);
  g_assert_cmpuint (roads->n_edges, ==, 1);
  g_assert_cmpuint (roads->n_points, ==, 3);
  g_assert_true (roads->access[0] == (3 | 4 | 16) || roads->access[0] == (3 | 8 | 32));
  /* From west to east or from east to west, but one may go from node 1 to node 5, eastings falling. */
  g_assert_true ((roads->nodes[0] > roads->nodes[2]) == (roads->access[0] == (3 | 4 | 16)));

  /* A cross; a way that touches twice; a repeated node; a way of one node; a closed way that is a building too. */
  cross = read_ways (WAY ("1", NODE ("1") NODE ("2") NODE ("2") NODE ("3"), TAG ("highway", "residential"))
                         WAY ("2", NODE ("4") NODE ("2") NODE ("5"), TAG ("highway", "residential"))
                             WAY ("3", NODE ("6"), TAG ("highway", "residential"))
                                 WAY ("4", NODE ("7") NODE ("8"), TAG ("highway", "proposed"))
                                     WAY ("5", NODE ("7") NODE ("8"), TAG ("highway", "service") TAG ("access", "no"))
                                         WAY ("6", NODE ("1") NODE ("2"), TAG ("building", "yes")));
  roads = bl_table_get_roads (cross->roads);
  g_assert_cmpuint (roads->n_nodes, ==, 5);
  g_assert_cmpuint (roads->n_edges, ==, 4);
  g_assert_cmpuint (cross->n_closed, ==, 1);
  g_assert_cmpuint (cross->n_other, >=, 1);

  /* A ring with no junction is kept as one road that leads back to itself. */
  ring = read_ways (WAY ("1", NODE ("1") NODE ("2") NODE ("3") NODE ("4") NODE ("1"),
                         TAG ("highway", "footway") TAG ("amenity", "school")));
  roads = bl_table_get_roads (ring->roads);
  g_assert_cmpuint (roads->n_nodes, ==, 1);
  g_assert_cmpuint (roads->n_edges, ==, 1);
  g_assert_cmpuint (roads->n_points, ==, 3);
  g_assert_cmpfloat_with_epsilon (total_length (roads), ring->metres, 0.06);

  /* What is not in Great Britain is not taken; the rest of the way is. */
  abroad = read_ways ("<node id='20' version='1' lat='90' lon='180'/><node id='21' version='1' lat='48.85' lon='2.35'/>"
                      WAY ("1", NODE ("1") NODE ("2") NODE ("20") NODE ("3") NODE ("4"), TAG ("highway", "residential"))
                          WAY ("2", NODE ("20") NODE ("21"), TAG ("highway", "residential")));
  roads = bl_table_get_roads (abroad->roads);
  g_assert_cmpuint (abroad->n_ways, ==, 1);
  g_assert_cmpuint (abroad->n_outside, ==, 1);
  g_assert_cmpuint (roads->n_edges, ==, 2);
  for (guint n = 0; n < roads->n_nodes; n++)
    g_assert_true (bl_point_in_britain ((BlPoint){ roads->nodes[2 * n], roads->nodes[2 * n + 1] }));

  /* A junction stays where the road changes what it is. */
  changes = read_ways (WAY ("1", NODE ("1") NODE ("2"), TAG ("highway", "residential"))
                           WAY ("2", NODE ("2") NODE ("3"), TAG ("highway", "residential") TAG ("maxspeed", "20 mph"))
                               WAY ("3", NODE ("3") NODE ("4"), TAG ("highway", "service") TAG ("maxspeed", "20 mph"))
                                   WAY ("4", NODE ("4") NODE ("5"), TAG ("highway", "service") TAG ("maxspeed", "20 mph")));
  roads = bl_table_get_roads (changes->roads);
  g_assert_cmpuint (roads->n_nodes, ==, 4);
  g_assert_cmpuint (roads->n_edges, ==, 3);
}

/* --- OS Open Roads ----------------------------------------------------------------- */

typedef struct
{
  const char *classification, *function, *form;
  gboolean trunk;
  double x[3], y[3];
  guint n_points;
} Link;

static char *
make_geopackage (const char *folder, const char *layer_name, gboolean new_names, const Link *links, guint n_links)
{
  char *path = g_build_filename (folder, "roads.gpkg", NULL);
  OGRSpatialReferenceH grid = OSRNewSpatialReference (NULL);
  GDALDatasetH dataset;
  OGRLayerH layer;
  static const char *const names[][2] = {
    { "class", "road_classification" }, { "function", "road_function" }, { "formOfWay", "form_of_way" }, { "trunkRoad", "trunk_road" },
  };

  bl_geo_init ();
  g_unlink (path);
  OSRImportFromEPSG (grid, 27700);
  dataset = GDALCreate (GDALGetDriverByName ("GPKG"), path, 0, 0, 0, GDT_Unknown, NULL);
  layer = GDALDatasetCreateLayer (dataset, layer_name, grid, wkbLineString, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OGRFieldDefnH field = OGR_Fld_Create (names[i][new_names], i == 3 ? OFTInteger : OFTString);

      if (i == 3)
        OGR_Fld_SetSubType (field, OFSTBoolean);
      OGR_L_CreateField (layer, field, TRUE);
      OGR_Fld_Destroy (field);
    }
  for (guint i = 0; i < n_links; i++)
    {
      OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
      OGRGeometryH line = OGR_G_CreateGeometry (wkbLineString);

      OGR_F_SetFieldString (feature, 0, links[i].classification);
      OGR_F_SetFieldString (feature, 1, links[i].function);
      OGR_F_SetFieldString (feature, 2, links[i].form);
      OGR_F_SetFieldInteger (feature, 3, links[i].trunk);
      for (guint p = 0; p < links[i].n_points; p++)
        OGR_G_AddPoint_2D (line, links[i].x[p], links[i].y[p]);
      OGR_F_SetGeometryDirectly (feature, line);
      g_assert_cmpint (OGR_L_CreateFeature (layer, feature), ==, OGRERR_NONE);
      OGR_F_Destroy (feature);
    }
  GDALClose (dataset);
  OSRDestroySpatialReference (grid);
  return path;
}

static const Link links[] = {
  { "A Road", "A Road", "Single Carriageway", TRUE, { 420000, 420300, 421000 }, { 560000, 560400, 560400 }, 3 },
  { "A Road", "A Road", "Roundabout", FALSE, { 421000, 421050 }, { 560400, 560450 }, 2 },
  { "Unclassified", "Local Road", "Single Carriageway", FALSE, { 421000, 421000.004 }, { 560400, 559400 }, 2 },
  { "Unclassified", "Restricted Local Access Road", "Single Carriageway", FALSE, { 421000, 421100 }, { 559400, 559400 }, 2 },
  { "Motorway", "Motorway", "Dual Carriageway", FALSE, { 421050, 425000 }, { 560450, 560450 }, 2 },
  { "Unclassified", "Local Road", "Guided Busway", FALSE, { 420000, 420000 }, { 560000, 561000 }, 2 },
  { "B Road", "B Road", "Single Carriageway", FALSE, { 480000, 481000 }, { 560000, 560000 }, 2 },
};

static void
test_open_roads (void)
{
  static const BlRoadClass classes[] = { BL_ROAD_MOTORWAY, BL_ROAD_TRUNK, BL_ROAD_PRIMARY, BL_ROAD_RESIDENTIAL, BL_ROAD_SERVICE };
  const BlPoint place = { 421000, 560000 };

  for (guint new_names = 0; new_names < 2; new_names++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *path = make_geopackage (folder, new_names ? "road_link" : "NZ_RoadLink", new_names, links, G_N_ELEMENTS (links));
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRoadsFile) file = NULL;
      const BlRoads *roads;

      g_assert_cmpint (bl_roads_recognise (path), ==, BL_ROADS_OPEN_ROADS);
      file = bl_roads_read (path, NULL, &place, 1, 10000, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (file->n_ways, ==, 5);
      g_assert_cmpuint (file->n_closed, ==, 1);
      g_assert_cmpuint (file->warnings->len, ==, 1);
      roads = bl_table_get_roads (file->roads);
      g_assert_cmpuint (roads->n_nodes, ==, 6);
      g_assert_cmpuint (roads->n_edges, ==, 5);
      for (guint c = 0; c < G_N_ELEMENTS (classes); c++)
        g_assert_nonnull (memchr (roads->classes, classes[c], roads->n_edges));
      for (guint e = 0; e < roads->n_edges; e++)
        if (roads->classes[e] == BL_ROAD_TRUNK)
          { /* 500 m and 700 m of the grid; its scale at 420 km east is 0.999606 */
            g_assert_cmpuint (roads->lengths[e], ==, 12005);
            g_assert_cmpuint (roads->shape_points[e + 1] - roads->shape_points[e], ==, 1);
          }
        else if (roads->classes[e] == BL_ROAD_MOTORWAY)
          g_assert_cmphex (roads->access[e], ==, BL_ACCESS_DRIVE | BL_ACCESS_DRIVE_BACK);
        else if (roads->classes[e] == BL_ROAD_SERVICE)
          g_assert_cmphex (roads->access[e], ==, 15);
      remove_folder (folder);
    }
}

/* --- Bad files ----------------------------------------------------------------------- */

static void
assert_fails (const char *path, BlGeoError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRoadsFile) file = bl_roads_read (path, NULL, NULL, 0, 0, NULL, NULL, NULL, &error);

  g_assert_null (file);
  g_assert_error (error, BL_GEO_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_bad_files (void)
{
  g_autofree char *folder = make_folder (), *whole = bl_test_shared_data (newport);
  g_autofree char *empty = write_file (folder, "empty.osm.pbf", "", 0);
  g_autofree char *text = write_file (folder, "text.osm.pbf", "code,name\nE01,Here\n", -1);
  g_autofree char *nothing = write_file (folder, "nothing.osm", "<?xml version='1.0'?><osm version='0.6'></osm>", -1);
  g_autofree char *open = write_file (folder, "open.osm", "<?xml version='1.0'?><osm version='0.6'><way id='1'>", -1);
  g_autofree char *missing = g_build_filename (folder, "missing.osm.pbf", NULL);
  g_autofree char *geopackage = make_geopackage (folder, "rivers", TRUE, links, 1);
  g_autofree char *content = NULL, *cut = NULL;
  gsize length;

  assert_fails (empty, BL_GEO_ERROR_READ, "is empty");
  assert_fails (text, BL_GEO_ERROR_READ, "is not an OpenStreetMap file");
  assert_fails (nothing, BL_GEO_ERROR_CONTENT, "no roads or paths");
  assert_fails (open, BL_GEO_ERROR_READ, "damaged or cut short");
  assert_fails (missing, BL_GEO_ERROR_READ, "There is no file");
  assert_fails (folder, BL_GEO_ERROR_READ, "is a folder");
  g_assert_cmpint (bl_roads_recognise (geopackage), ==, BL_ROADS_NONE);
  assert_fails (geopackage, BL_GEO_ERROR_CONTENT, "road_link");
  if (whole != NULL && g_file_get_contents (whole, &content, &length, NULL))
    {
      cut = write_file (folder, "cut.osm.pbf", content, length / 2);
      assert_fails (cut, BL_GEO_ERROR_READ, "damaged or cut short");
    }
  remove_folder (folder);
}

static void
on_progress (double share, gpointer data)
{
  double *most = data;

  g_assert_cmpfloat (share, >=, 0);
  g_assert_cmpfloat (share, <=, 1);
  *most = fmax (*most, share);
}

static void
on_progress_cancelled (double share, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_stopping (void)
{
  g_autofree char *path = bl_test_shared_data (newport);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRoadsFile) file = NULL, stopped = NULL;
  double most = 0;

  if (path == NULL)
    return;
  file = bl_roads_read (path, NULL, NULL, 0, 0, on_progress, &most, NULL, NULL);
  g_assert_cmpfloat (most, >, 0.5);
  stopped = bl_roads_read (path, NULL, NULL, 0, 0, on_progress_cancelled, cancellable, cancellable, &error);
  g_assert_null (stopped);
  g_assert_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roads-read/newport", test_newport);
  g_test_add_func ("/roads-read/clip", test_clip);
  g_test_add_func ("/roads-read/tags", test_tags);
  g_test_add_func ("/roads-read/joining", test_joining);
  g_test_add_func ("/roads-read/open-roads", test_open_roads);
  g_test_add_func ("/roads-read/bad-files", test_bad_files);
  g_test_add_func ("/roads-read/stopping", test_stopping);
  return g_test_run ();
}
