/* point-columns.c: two columns of numbers to places on the National Grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "point-columns.h"

#include "projection.h"

#include <cpl_error.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <ogr_srs_api.h>

struct _BlPointReader
{
  gboolean grid;                        /* is the National Grid already */
  OGRCoordinateTransformationH to_wgs84; /* NULL: the numbers are longitude and latitude */
};

static gboolean
is_code (const char *crs, int code)
{
  g_autofree char *long_form = g_strdup_printf ("EPSG:%d", code), *short_form = g_strdup_printf ("%d", code);

  return g_ascii_strcasecmp (crs, long_form) == 0 || g_str_equal (crs, short_form);
}

static OGRCoordinateTransformationH
make_transformation (const char *crs)
{
  OGRSpatialReferenceH from = OSRNewSpatialReference (NULL), to = OSRNewSpatialReference (NULL);
  OGRCoordinateTransformationH made = NULL;

  CPLPushErrorHandler (CPLQuietErrorHandler);
  if (OSRSetFromUserInput (from, crs) == OGRERR_NONE && OSRImportFromEPSG (to, 4326) == OGRERR_NONE)
    {
      OSRSetAxisMappingStrategy (from, OAMS_TRADITIONAL_GIS_ORDER);
      OSRSetAxisMappingStrategy (to, OAMS_TRADITIONAL_GIS_ORDER);
      made = OCTNewCoordinateTransformation (from, to);
    }
  CPLPopErrorHandler ();
  OSRDestroySpatialReference (from);
  OSRDestroySpatialReference (to);
  return made;
}

BlPointReader *
bl_point_reader_new (const char *crs, double x, double y, GError **error)
{
  g_autoptr (BlPointReader) reader = g_new0 (BlPointReader, 1);

  if (crs == NULL)
    reader->grid = fabs (x) > 180 || fabs (y) > 90;
  else if (is_code (crs, 27700))
    reader->grid = TRUE;
  else if (!is_code (crs, 4326) && !is_code (crs, 4258) && g_ascii_strcasecmp (crs, "WGS84") != 0)
    {
      reader->to_wgs84 = make_transformation (crs);
      if (reader->to_wgs84 == NULL)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” is not a coordinate system that is known: write EPSG:27700 or EPSG:4326"), crs);
          return NULL;
        }
    }
  return g_steal_pointer (&reader);
}

void
bl_point_reader_free (BlPointReader *reader)
{
  if (reader == NULL)
    return;
  g_clear_pointer (&reader->to_wgs84, OCTDestroyCoordinateTransformation);
  g_free (reader);
}

gboolean
bl_point_reader_read (BlPointReader *reader, double x, double y, BlPoint *point)
{
  if (reader->to_wgs84 != NULL)
    {
      gboolean done;
      CPLPushErrorHandler (CPLQuietErrorHandler);
      done = OCTTransform (reader->to_wgs84, 1, &x, &y, NULL);
      CPLPopErrorHandler ();
      if (!done)
        return FALSE;
    }
  if (!reader->grid)
    {
      if (fabs (x) > 180 || fabs (y) > 90)
        return FALSE;
      *point = bl_projection_from_lonlat (x, y);
    }
  else
    *point = (BlPoint) { x, y };
  point->x = round (point->x * 10) / 10;
  point->y = round (point->y * 10) / 10;
  return isfinite (point->x) && isfinite (point->y);
}
