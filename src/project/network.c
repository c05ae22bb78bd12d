/* network.c: the roads and paths people travel on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "network.h"

#include <glib/gi18n-lib.h>

struct _BlNetwork
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlNetwork, bl_network, BL_TYPE_RECORD)

static const struct
{
  BlRoadClass road_class;
  const char *field, *title;
} drives[] = {
  { BL_ROAD_MOTORWAY, "drive-motorway", N_ ("driving on motorways, km/h") },
  { BL_ROAD_TRUNK, "drive-trunk", N_ ("driving on trunk roads, km/h") },
  { BL_ROAD_PRIMARY, "drive-primary", N_ ("driving on main (A) roads, km/h") },
  { BL_ROAD_SECONDARY, "drive-secondary", N_ ("driving on B roads, km/h") },
  { BL_ROAD_TERTIARY, "drive-tertiary", N_ ("driving on minor through roads, km/h") },
  { BL_ROAD_UNCLASSIFIED, "drive-unclassified", N_ ("driving on country lanes, km/h") },
  { BL_ROAD_RESIDENTIAL, "drive-residential", N_ ("driving on residential streets, km/h") },
  { BL_ROAD_LIVING_STREET, "drive-living-street", N_ ("driving on home zones, km/h") },
  { BL_ROAD_SERVICE, "drive-service", N_ ("driving on service roads, km/h") },
  { BL_ROAD_TRACK, "drive-track", N_ ("driving on tracks, km/h") },
};

static char *
bl_network_describe (BlRecord *record)
{
  const char *name = bl_record_get_text (record, "name");

  return g_strdup (name != NULL ? name : _ ("road network"));
}

/* No speed of 0 or less: nobody would ever arrive. */
static void
validate_speed (BlRecord *record, const char *field, GPtrArray *faults)
{
  double speed;

  if (bl_record_get_real (record, field, &speed) && !(speed > 0 && speed <= 200))
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (record), field, 0,
                                           _ ("%s: a speed is more than 0 and at most 200 km/h"),
                                           _ (bl_record_find_field (record, field)->title)));
}

static void
bl_network_validate (BlRecord *record, GPtrArray *faults)
{
  static const char *const origin[] = { "source", "date", "licence" };
  static const char *const shares[] = { "limit-share", "junction-allowance", "parking-seconds" };
  const char *id = bl_record_get_id (record);

  if (bl_record_get_table (record, "roads") == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, id, "roads", 0, _ ("the road network has no roads")));
  for (guint i = 0; i < G_N_ELEMENTS (origin); i++)
    if (bl_record_get_text (record, origin[i]) == NULL)
      g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, id, origin[i], 0, _ ("road network: %s is not known"),
                                             _ (bl_record_find_field (record, origin[i])->title)));
  validate_speed (record, "walk-speed", faults);
  validate_speed (record, "cycle-speed", faults);
  for (guint i = 0; i < G_N_ELEMENTS (drives); i++)
    validate_speed (record, drives[i].field, faults);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double share;
      gboolean may_be_nought = i > 0;

      if (bl_record_get_real (record, shares[i], &share) && !(share > 0 || (may_be_nought && share == 0)))
        g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, id, shares[i], 0,
                                               may_be_nought ? _ ("%s: not less than 0") : _ ("%s: more than 0"),
                                               _ (bl_record_find_field (record, shares[i])->title)));
    }
}

static void
bl_network_class_init (BlNetworkClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_network_describe;
  record_class->validate = bl_network_validate;
  bl_record_class_set_kind (record_class, "network", N_ ("road network"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_text (record_class, "extent", N_ ("what it covers"));
  bl_record_class_add_real (record_class, "clipped-by", N_ ("metres round the areas"));
  bl_record_class_add_real (record_class, "walk-speed", N_ ("walking, km/h"));
  bl_record_class_add_real (record_class, "cycle-speed", N_ ("cycling, km/h"));
  for (guint i = 0; i < G_N_ELEMENTS (drives); i++)
    bl_record_class_add_real (record_class, drives[i].field, drives[i].title);
  bl_record_class_add_real (record_class, "limit-share", N_ ("percent of a speed limit that is driven"));
  bl_record_class_add_real (record_class, "junction-allowance", N_ ("percent added to a drive for junctions"));
  bl_record_class_add_real (record_class, "parking-seconds", N_ ("seconds added to a drive for parking"));
  bl_record_class_add_table (record_class, "roads", N_ ("roads"), BL_TABLE_NETWORK);
}

static void
bl_network_init (BlNetwork *self)
{
}

BlNetwork *
bl_network_new (const char *id)
{
  BlNetwork *self = g_object_new (BL_TYPE_NETWORK, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

BlTable *
bl_network_get_roads (BlNetwork *self)
{
  return bl_record_get_table (BL_RECORD (self), "roads");
}

const char *
bl_network_get_drive_field (BlRoadClass road_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (drives); i++)
    if (drives[i].road_class == road_class)
      return drives[i].field;
  return NULL;
}
