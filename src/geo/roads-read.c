/* roads-read.c: road networks from files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-read.h"

#include <glib/gi18n-lib.h>

#include "geometry.h"
#include "roads-reading.h"

void
bl_roads_reading_reserve (BlRoadsReading *reading, guint n_points)
{
  if (n_points <= reading->n_allocated)
    return;
  reading->n_allocated = MAX (n_points, 2 * reading->n_allocated);
  reading->x = g_renew (double, reading->x, reading->n_allocated);
  reading->y = g_renew (double, reading->y, reading->n_allocated);
  reading->metres = g_renew (double, reading->metres, reading->n_allocated);
  reading->points = g_renew (BlPoint, reading->points, reading->n_allocated);
  reading->keys = g_renew (guint64, reading->keys, reading->n_allocated);
}

static void
take_run (BlRoadsReading *reading, guint first, guint n_points, BlRoadClass road_class, guint access, guint limit)
{
  double metres = 0;

  for (guint i = first; i + 1 < first + n_points; i++)
    metres += reading->metres[i];
  reading->file->metres += metres;
  if ((access & (BL_ACCESS_FOOT | BL_ACCESS_FOOT_BACK)) != 0)
    reading->file->walk_metres += metres;
  if ((access & (BL_ACCESS_CYCLE | BL_ACCESS_CYCLE_BACK)) != 0)
    reading->file->cycle_metres += metres;
  if ((access & (BL_ACCESS_DRIVE | BL_ACCESS_DRIVE_BACK)) != 0)
    reading->file->drive_metres += metres;
  bl_roads_joiner_add (reading->joiner, reading->keys + first, reading->points + first, reading->metres + first, n_points,
                       road_class, access, limit);
}

/* Whether the stretch from point @i to the next is taken: an end inside is enough, so that a road goes on over the
 * border to its next point; what cannot be in Great Britain is not. */
static gboolean
is_wanted (const BlRoadsReading *reading, guint i)
{
  const BlPoint *points = reading->points + i;

  return bl_point_in_britain (points[0]) && bl_point_in_britain (points[1])
         && (reading->clip == NULL || bl_roads_clip_has (reading->clip, points[0]) || bl_roads_clip_has (reading->clip, points[1]));
}

void
bl_roads_reading_take (BlRoadsReading *reading, guint n_points, BlRoadClass road_class, guint access, guint limit)
{
  gboolean taken = FALSE;
  guint first = 0;

  while (first + 1 < n_points)
    {
      guint last = first;

      while (last + 1 < n_points && is_wanted (reading, last))
        last++;
      if (last > first)
        {
          take_run (reading, first, last - first + 1, road_class, access, limit);
          taken = TRUE;
        }
      first = last + 1;
    }
  if (taken)
    reading->file->n_ways++;
  else
    reading->file->n_outside++;
}

gboolean
bl_roads_reading_go_on (BlRoadsReading *reading, double share, GError **error)
{
  if (g_cancellable_is_cancelled (reading->cancellable))
    {
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CANCELLED, _ ("Reading “%s” was stopped."), reading->source->shown);
      return FALSE;
    }
  if (reading->progress != NULL)
    reading->progress (CLAMP (share, 0, 1), reading->data);
  return TRUE;
}

static gboolean
check_taken (const BlRoadsReading *reading, double margin, GError **error)
{
  if (reading->file->n_ways > 0)
    return TRUE;
  if (reading->file->n_outside > 0 && reading->clip == NULL)
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT, _ ("“%s” has no road in Great Britain."), reading->source->shown);
  else if (reading->file->n_outside > 0)
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
                 _ ("“%s” has no road within %.0f km of the areas of the project: it covers another part of the country."),
                 reading->source->shown, margin / 1000);
  else
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT, _ ("“%s” has no roads or paths in it."), reading->source->shown);
  return FALSE;
}

BlRoadsFormat
bl_roads_recognise (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (BlLayerSource) source = NULL;

  if (g_str_has_suffix (lower, ".pbf") || g_str_has_suffix (lower, ".osm"))
    return BL_ROADS_OSM;
  if (!g_str_has_suffix (lower, ".gpkg") && !g_str_has_suffix (lower, "roadlink.shp"))
    return BL_ROADS_NONE;
  source = bl_roads_open_open_roads (path, NULL);
  return source != NULL ? BL_ROADS_OPEN_ROADS : BL_ROADS_NONE;
}

BlRoadsFile *
bl_roads_read (const char *path,
               const BlOutlines *outlines,
               const BlPoint *places,
               guint n_places,
               double margin,
               BlRoadsProgress progress,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean is_osm = g_str_has_suffix (lower, ".pbf") || g_str_has_suffix (lower, ".osm");
  g_autoptr (BlLayerSource) source = is_osm ? bl_roads_open_osm (path, error) : bl_roads_open_open_roads (path, error);
  g_autoptr (BlRoadsClip) clip = NULL;
  g_autoptr (BlRoadsJoiner) joiner = NULL;
  g_autoptr (BlRoadsFile) file = NULL;
  BlRoadsReading reading = { 0 };
  gboolean done;

  if (source == NULL)
    return NULL;
  clip = bl_roads_clip_new (outlines, places, n_places, margin);
  joiner = bl_roads_joiner_new ();
  file = g_new0 (BlRoadsFile, 1);
  file->format = is_osm ? BL_ROADS_OSM : BL_ROADS_OPEN_ROADS;
  file->warnings = g_ptr_array_new_with_free_func (g_free);
  reading = (BlRoadsReading){ source, clip, joiner, file, progress, data, cancellable };
  done = bl_roads_reading_go_on (&reading, 0, error)
         && (is_osm ? bl_roads_read_osm (&reading, error) : bl_roads_read_open_roads (&reading, error))
         && check_taken (&reading, margin, error);
  g_free (reading.x);
  g_free (reading.y);
  g_free (reading.metres);
  g_free (reading.points);
  g_free (reading.keys);
  if (!done)
    return NULL;
  file->roads = bl_roads_joiner_to_table (joiner);
  file->n_joins = bl_table_get_roads (file->roads)->n_edges;
  return g_steal_pointer (&file);
}

void
bl_roads_file_free (BlRoadsFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->roads, bl_table_unref);
  g_ptr_array_unref (file->warnings);
  g_free (file->newest);
  g_free (file);
}
