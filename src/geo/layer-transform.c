/* layer-transform.c: from a layer's coordinate system to the National Grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "layer-private.h"

#include "projection.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Extents that could be metres on the National Grid. */
#define GRID_EAST 700000
#define GRID_NORTH 1300000

static double
parameter (OGRSpatialReferenceH srs, const char *name)
{
  OGRErr failed = OGRERR_NONE;
  double value = OSRGetNormProjParm (srs, name, NAN, &failed);

  return failed == OGRERR_NONE ? value : NAN;
}

/* By what defines it and not by its name or code, which files leave out or
 * write in many ways. */
static gboolean
is_national_grid (OGRSpatialReferenceH srs)
{
  const char *projection = OSRGetAttrValue (srs, "PROJECTION", 0);
  OGRErr failed = OGRERR_NONE;

  return OSRIsProjected (srs) && projection != NULL
         && g_ascii_strcasecmp (projection, SRS_PT_TRANSVERSE_MERCATOR) == 0
         && fabs (OSRGetSemiMajor (srs, &failed) - 6377563.396) < 0.01
         && fabs (OSRGetLinearUnits (srs, NULL) - 1) < 1e-9
         && fabs (parameter (srs, SRS_PP_LATITUDE_OF_ORIGIN) - 49) < 1e-9
         && fabs (parameter (srs, SRS_PP_CENTRAL_MERIDIAN) + 2) < 1e-9
         && fabs (parameter (srs, SRS_PP_SCALE_FACTOR) - 0.9996012717) < 1e-9
         && fabs (parameter (srs, SRS_PP_FALSE_EASTING) - 400000) < 1e-3
         && fabs (parameter (srs, SRS_PP_FALSE_NORTHING) + 100000) < 1e-3;
}

/* WGS 84 and what is the same to within a metre here (ETRS89): GRS 80's and
 * WGS 84's ellipsoids, in degrees from Greenwich. */
static gboolean
is_wgs84 (OGRSpatialReferenceH srs)
{
  OGRErr failed = OGRERR_NONE;

  return OSRIsGeographic (srs) && fabs (OSRGetSemiMajor (srs, &failed) - 6378137) < 0.01
         && fabs (OSRGetInvFlattening (srs, &failed) - 298.2572) < 0.001
         && fabs (OSRGetAngularUnits (srs, NULL) - G_PI / 180) < 1e-12
         && fabs (OSRGetPrimeMeridian (srs, NULL)) < 1e-12;
}

static char *
describe (OGRSpatialReferenceH srs)
{
  const char *authority = OSRGetAuthorityName (srs, NULL), *code = OSRGetAuthorityCode (srs, NULL);
  const char *name = OSRGetName (srs);

  if (authority != NULL && code != NULL)
    return g_strdup_printf ("%s:%s", authority, code);
  if (is_national_grid (srs))
    return g_strdup ("EPSG:27700");
  return g_strdup (name != NULL ? name : "");
}

char *
bl_layer_source_get_crs (BlLayerSource *source)
{
  OGRSpatialReferenceH srs = OGR_L_GetSpatialRef (source->layer);

  return srs != NULL && !OSRIsLocal (srs) ? describe (srs) : NULL;
}

typedef enum
{
  FITS_NOTHING,
  FITS_DEGREES,
  FITS_GRID,
} Fit;

static Fit
fit_of_extent (BlLayerSource *source)
{
  OGREnvelope extent;

  if (OGR_L_GetExtent (source->layer, &extent, TRUE) != OGRERR_NONE)
    return FITS_NOTHING;
  if (extent.MinX >= -180 && extent.MaxX <= 180 && extent.MinY >= -90 && extent.MaxY <= 90)
    return FITS_DEGREES;
  if (extent.MinX >= 0 && extent.MaxX <= GRID_EAST && extent.MinY >= 0 && extent.MaxY <= GRID_NORTH)
    return FITS_GRID;
  return FITS_NOTHING;
}

static void
take_fit (BlLayerTransform *transform, Fit fit)
{
  transform->assumed = TRUE;
  transform->grid = fit == FITS_GRID;
  g_free (transform->crs);
  transform->crs = g_strdup (transform->grid ? "EPSG:27700" : "EPSG:4326");
}

static gboolean
take_reference (BlLayerTransform *transform, BlLayerSource *source, OGRSpatialReferenceH srs, GError **error)
{
  OGRSpatialReferenceH wgs84, from;

  transform->crs = describe (srs);
  transform->grid = is_national_grid (srs);
  if (transform->grid || is_wgs84 (srs))
    return TRUE;

  from = OSRClone (srs);
  wgs84 = OSRNewSpatialReference (NULL);
  OSRSetAxisMappingStrategy (from, OAMS_TRADITIONAL_GIS_ORDER);
  if (OSRImportFromEPSG (wgs84, 4326) == OGRERR_NONE)
    {
      OSRSetAxisMappingStrategy (wgs84, OAMS_TRADITIONAL_GIS_ORDER);
      transform->to_wgs84 = OCTNewCoordinateTransformation (from, wgs84);
    }
  OSRDestroySpatialReference (from);
  OSRDestroySpatialReference (wgs84);
  if (transform->to_wgs84 != NULL)
    return TRUE;
  g_set_error (
      error, BL_GEO_ERROR, BL_GEO_ERROR_CRS,
      _ ("“%s” uses the coordinate system “%s”, which cannot be brought to the British National Grid."),
      source->shown, transform->crs);
  return FALSE;
}

static gboolean
take_named (BlLayerTransform *transform, BlLayerSource *source, const char *crs, GError **error)
{
  /* Only a code: a longer definition could name a file or an address. */
  g_autofree char *code
      = g_str_has_prefix (crs, "EPSG:") || g_str_has_prefix (crs, "epsg:") ? g_strdup (crs + 5) : NULL;
  OGRSpatialReferenceH srs = OSRNewSpatialReference (NULL);
  guint64 number = 0;
  gboolean taken = FALSE;

  if (code != NULL && g_ascii_string_to_unsigned (code, 10, 1, G_MAXINT, &number, NULL)
      && OSRImportFromEPSG (srs, (int) number) == OGRERR_NONE)
    taken = take_reference (transform, source, srs, error);
  else
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CRS,
                 _ ("“%s” is not a coordinate system that is known here. They are written like EPSG:27700."),
                 crs);
  OSRDestroySpatialReference (srs);
  return taken;
}

/* A layer that claims degrees but holds metres is one without a claim: GeoJSON
 * has no way to say otherwise, and many such files are about. */
BlLayerTransform *
bl_layer_transform_new (BlLayerSource *source, const char *crs, GError **error)
{
  g_autoptr (BlLayerTransform) transform = g_new0 (BlLayerTransform, 1);
  OGRSpatialReferenceH srs = OGR_L_GetSpatialRef (source->layer);
  gboolean claimed = srs != NULL && !OSRIsLocal (srs);
  Fit fit = fit_of_extent (source);

  if (claimed && !(OSRIsGeographic (srs) && fit != FITS_DEGREES))
    return take_reference (transform, source, srs, error) ? g_steal_pointer (&transform) : NULL;
  if (crs != NULL)
    return take_named (transform, source, crs, error) ? g_steal_pointer (&transform) : NULL;
  if (fit != FITS_NOTHING)
    {
      take_fit (transform, fit);
      return g_steal_pointer (&transform);
    }
  g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CRS,
               _ ("“%s” does not say which coordinate system it uses, and its numbers are neither degrees "
                  "nor metres on "
                  "the British National Grid. Say which it is, for example EPSG:27700."),
               source->shown);
  return NULL;
}

void
bl_layer_transform_free (BlLayerTransform *transform)
{
  if (transform == NULL)
    return;
  if (transform->to_wgs84 != NULL)
    OCTDestroyCoordinateTransformation (transform->to_wgs84);
  g_free (transform->crs);
  g_free (transform);
}

void
bl_layer_transform_points (BlLayerTransform *transform, double *x, double *y, guint n_points)
{
  if (transform->grid || n_points == 0)
    return;
  if (transform->to_wgs84 != NULL)
    {
      g_autofree int *done = g_new0 (int, n_points);

      OCTTransformEx (transform->to_wgs84, (int) n_points, x, y, NULL, done);
      for (guint i = 0; i < n_points; i++)
        if (!done[i])
          x[i] = y[i] = NAN;
    }
  bl_projection_from_lonlat_many (x, y, n_points);
}
