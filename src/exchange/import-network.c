/* import-network.c: a road network into the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-network.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "import-plan-private.h"
#include "reach.h"
#include "text.h"

/* Metres round the areas, where the user says nothing. */
#define MARGIN 10000

struct _BlImportWork
{
  gboolean changed;
};

static void
work_free (BlImportWork *work)
{
  g_free (work);
}

static double
get_margin (BlImportPlan *plan)
{
  return plan->options.margin > 0 ? plan->options.margin : MARGIN;
}

/* --- Reading ---------------------------------------------------------------- */

static void
add_place (GArray *places, const char *easting, const char *northing)
{
  BlPoint place;

  if (easting != NULL && northing != NULL && bl_text_to_double (easting, &place.x) && bl_text_to_double (northing, &place.y))
    g_array_append_val (places, place);
}

/* Where people start from and where they go: what the roads are taken round. */
static GArray *
find_places (const BlImportSnapshot *snapshot)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  BlTable *points = snapshot->points != NULL ? snapshot->points : snapshot->centroids;

  if (points != NULL)
    g_array_append_vals (places, bl_table_get_points (points), bl_table_get_n_rows (points));
  for (guint i = 0; i < snapshot->libraries->len; i++)
    {
      const BlKnownLibrary *library = g_ptr_array_index (snapshot->libraries, i);

      add_place (places, library->fields[BL_LIBRARY_EASTING], library->fields[BL_LIBRARY_NORTHING]);
    }
  return places;
}

static void
add_finding (BlImportPlan *plan, char *finding)
{
  g_ptr_array_add (plan->findings, finding);
}

static char *
describe_ways (const BlRoadsFile *roads)
{
  g_autofree char *ways = bl_text_number (roads->n_ways, 0), *length = bl_text_number (roads->metres / 1000, 0);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s road or path of %s km", "%s roads and paths of %s km", roads->n_ways), ways, length);
}

static const char *
words_for (BlTravelMode mode)
{
  switch (mode)
    {
    case BL_MODE_CYCLE:
      return _ ("By cycle");
    case BL_MODE_DRIVE:
      return _ ("Driving");
    case BL_MODE_WALK:
    case BL_N_MODES:
    default:
      return _ ("On foot");
    }
}

/* How much of the network people can get to, by each means. */
static void
find_parts (BlImportPlan *plan)
{
  const double metres[BL_N_MODES] = { plan->roads->walk_metres, plan->roads->cycle_metres, plan->roads->drive_metres };
  g_autoptr (BlGraph) graph = bl_graph_new (plan->roads->roads);
  BlSpeeds speeds;

  bl_speeds_init (&speeds);
  for (BlTravelMode mode = BL_MODE_WALK; mode < BL_N_MODES; mode++)
    {
      g_autoptr (BlRouter) router = bl_router_new (graph, mode, &speeds);
      g_autofree char *length = bl_text_number (metres[mode] / 1000, 0), *all = NULL, *joined = NULL;
      guint n_nodes, n_largest;

      bl_router_get_parts (router, &n_nodes, NULL, &n_largest);
      all = bl_text_number (n_nodes, 0);
      joined = bl_text_number (n_largest, 0);
      /* TRANSLATORS: "On foot: 925 km; 12,441 of 12,711 junctions can be reached from each other" */
      add_finding (plan, g_strdup_printf (_ ("%s: %s km; %s of %s junctions can be reached from each other"), words_for (mode),
                                          length, joined, all));
    }
}

static void
add_count (BlImportPlan *plan, guint n, const char *one, const char *many)
{
  g_autofree char *number = bl_text_number (n, 0);

  if (n > 0)
    add_finding (plan, g_strdup_printf ("%s: %s", g_dngettext (GETTEXT_PACKAGE, one, many, n), number));
}

/* What people are told before they keep it. */
static void
make_findings (BlImportPlan *plan, gboolean clipped)
{
  const BlRoads *network = bl_table_get_roads (plan->roads->roads);
  g_autofree char *ways = describe_ways (plan->roads), *junctions = bl_text_number (network->n_nodes, 0);
  g_autofree char *text = bl_table_to_text (plan->roads->roads), *size = bl_text_number (strlen (text) / 1e6, 1);
  g_autofree char *margin = bl_text_number (get_margin (plan) / 1000, 0);

  g_free (plan->summary);
  plan->summary = g_strdup_printf (_ ("%s: %s"), plan->file, ways);
  g_ptr_array_set_size (plan->findings, 0);
  add_finding (plan, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, kept as %s junction and what lies between: %s MB in the project",
                                                   "%s, kept as %s junctions and what lies between: %s MB in the project", network->n_nodes),
                                      ways, junctions, size));
  find_parts (plan);
  add_finding (plan, clipped ? g_strdup_printf (_ ("Taken: what lies within %s km of the areas and libraries"), margin)
                             : g_strdup (_ ("Taken: all of the file, since the project has no areas and no libraries yet")));
  add_count (plan, plan->roads->n_outside, N_ ("Left out, farther away"), N_ ("Left out, farther away"));
  add_count (plan, plan->roads->n_closed, N_ ("Left out, closed to everybody (private, or not a way but a place)"),
             N_ ("Left out, closed to everybody (private, or not ways but places)"));
  add_count (plan, plan->roads->n_other, N_ ("Left out, not for travelling on (planned, given up, for buses only)"),
             N_ ("Left out, not for travelling on (planned, given up, for buses only)"));
  for (guint i = 0; i < plan->roads->warnings->len; i++)
    add_finding (plan, g_strdup (g_ptr_array_index (plan->roads->warnings, i)));
}

static void
recognise (BlImportPlan *plan)
{
  BlRecognition *seen = &plan->seen;
  gboolean is_osm = plan->roads->format == BL_ROADS_OSM;

  bl_recognition_clear (seen);
  seen->kind = BL_IMPORT_NETWORK;
  seen->title = g_strdup (is_osm ? _ ("roads and paths of OpenStreetMap") : _ ("roads of OS Open Roads"));
  seen->source = is_osm ? "OpenStreetMap contributors" : "Ordnance Survey, OS Open Roads";
  seen->date = plan->roads->newest != NULL ? g_intern_string (plan->roads->newest) : NULL;
  seen->licence = is_osm ? "Open Data Commons Open Database Licence 1.0 (ODbL), © OpenStreetMap contributors"
                         : "Open Government Licence v3.0, contains OS data © Crown copyright and database right";
}

gboolean
bl_import_plan_read_network (BlImportPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) places = find_places (plan->snapshot);
  const BlOutlines *outlines = plan->snapshot->outlines != NULL ? bl_table_get_outlines (plan->snapshot->outlines) : NULL;
  GError *wrong = NULL;

  plan->kind = BL_IMPORT_NETWORK;
  plan->verbs = &bl_import_network_verbs;
  g_ptr_array_add (plan->targets, NULL);
  plan->roads = bl_roads_read (plan->path, outlines, (const BlPoint *) (gpointer) places->data, places->len,
                               get_margin (plan), NULL, NULL, cancellable, &wrong);
  if (plan->roads == NULL)
    {
      bl_import_plan_take_geo_error (error, wrong);
      return FALSE;
    }
  plan->clipped = places->len > 0 || (outlines != NULL && outlines->n_points > 0);
  recognise (plan);
  make_findings (plan, plan->clipped);
  return TRUE;
}

/* --- Bringing in ------------------------------------------------------------ */

static BlImportWork *
work_network (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  const BlRoadsFile *roads = plan->roads;
  BlTable *old = plan->snapshot->roads;

  work->changed = old == NULL || !g_str_equal (bl_table_get_id (old), bl_table_get_id (roads->roads));
  plan->report->read = roads->n_ways + roads->n_outside + roads->n_closed + roads->n_other;
  plan->report->elsewhere = roads->n_outside;
  plan->report->skipped = roads->n_closed + roads->n_other;
  if (!work->changed)
    plan->report->unchanged = roads->n_ways;
  else if (old == NULL)
    plan->report->added = roads->n_ways;
  else
    plan->report->updated = roads->n_ways;
  for (guint i = 0; i < plan->findings->len; i++)
    bl_import_report_warn (plan->report, 0, NULL, "%s", (const char *) g_ptr_array_index (plan->findings, i));
  if (old != NULL && work->changed)
    bl_import_report_warn (plan->report, 0, NULL, "%s",
                           _ ("It takes the place of the road network that was there; the speeds stay as they were."));
  return work;
}

/* Other roads have another origin; of the same ones, what is not said now stays as it was said. */
static void
set_origin (BlRecord *network, const char *field, const char *text, gboolean changed)
{
  if (text != NULL || changed)
    bl_record_set_text (network, field, text);
}

static gboolean
apply_network (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  BlRecord *network = BL_RECORD (bl_project_get_network (project));
  g_autofree char *margin = bl_text_number (get_margin (plan) / 1000, 0);
  g_autofree char *extent = plan->clipped ? g_strdup_printf (_ ("within %s km of the areas and libraries"), margin)
                                          : g_strdup (_ ("all of the file"));

  if (network == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "network");
      g_autoptr (BlNetwork) made = bl_network_new (id);

      bl_record_set_child (BL_RECORD (project), "network", BL_RECORD (made));
      network = BL_RECORD (made); /* the project holds it */
    }
  bl_record_set_text (network, "name", plan->file);
  set_origin (network, "source", bl_import_plan_source (plan), work->changed);
  set_origin (network, "date", bl_import_plan_date (plan), work->changed);
  set_origin (network, "licence", bl_import_plan_licence (plan), work->changed);
  bl_record_set_text (network, "extent", extent);
  if (plan->clipped)
    bl_record_set_real (network, "clipped-by", get_margin (plan));
  else
    bl_record_clear (network, "clipped-by");
  bl_record_set_table (network, "roads", plan->roads->roads);
  return TRUE;
}

const BlImportVerbs bl_import_network_verbs = { work_network, work_free, apply_network };
