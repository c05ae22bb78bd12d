/* reference-around.c: small areas of England by place, whoever's they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference-around.h"

#include "reference-private.h"

/* Service by code of district; one that has ended gives way to the one of today. */
static GHashTable *
index_districts (BlReference *reference)
{
  GPtrArray *services = bl_reference_get_services (reference);
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      char *const *districts = bl_reference_get_districts (reference, service);

      for (guint j = 0; !service->ended && districts[j] != NULL; j++)
        g_hash_table_insert (index, districts[j], (gpointer) service);
    }
  return index;
}

GArray *
bl_reference_get_places_within (BlReference *reference, BlBounds box, GError **error)
{
  const BlReferenceTable *table;
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GArray) places = NULL;
  guint district, x, y;

  g_return_val_if_fail (reference != NULL, NULL);

  table = bl_reference_areas_table (reference, error);
  if (table == NULL || !bl_reference_table_column (table, "district-2019", &district, error)
      || !bl_reference_table_column (table, "easting-dm", &x, error)
      || !bl_reference_table_column (table, "northing-dm", &y, error))
    return NULL;
  index = index_districts (reference);
  places = g_array_new (FALSE, TRUE, sizeof (BlReferencePlace));
  for (guint row = 0; row < table->n_rows; row++)
    {
      BlReferencePlace place = { 0 };
      gint64 east, north;

      if (!bl_reference_table_integer (table, row, x, &east, error)
          || !bl_reference_table_integer (table, row, y, &north, error))
        return NULL;
      /* Tenths of a metre in the table. */
      place.point = (BlPoint) { east / 10.0, north / 10.0 };
      if (place.point.x < box.x1 || place.point.x > box.x2 || place.point.y < box.y1 || place.point.y > box.y2)
        continue;
      place.service = g_hash_table_lookup (index, bl_reference_table_cell (table, row, district));
      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}
