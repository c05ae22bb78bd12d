/* layer-source.c: opening GIS files, with the allowed drivers and no others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "layer-private.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bl - geo - error - quark, bl_geo_error)

#define REMARKS_MOST 5

/* The only drivers that are ever tried. No VRT and no network driver: a file
 * may not make the program open others. LIBKML reads the extended data in
 * which most KML files keep their codes; where it is not built in, KML. */
static const struct
{
  const char *driver, *format;
} allowed[] = {
  { "GeoJSON", "GeoJSON" }, { "TopoJSON", "TopoJSON" }, { "ESRI Shapefile", "Shapefile" },
  { "GPKG", "GeoPackage" }, { "LIBKML", "KML" },        { "KML", "KML" },
};

static void CPL_STDCALL
on_stray_message (CPLErr severity, CPLErrorNum number, const char *message)
{
  g_debug ("GDAL %d: %s", number, message);
}

static void CPL_STDCALL
on_message (CPLErr severity, CPLErrorNum number, const char *message)
{
  BlLayerSource *source = CPLGetErrorHandlerUserData ();
  g_autofree char *said = g_utf8_make_valid (message, -1); /* it may quote the file */

  if (severity >= CE_Failure && source->failure == NULL)
    source->failure = g_steal_pointer (&said);
  else if (severity == CE_Warning && source->remarks->len < REMARKS_MOST
           && !g_ptr_array_find_with_equal_func (source->remarks, said, g_str_equal, NULL))
    g_ptr_array_add (source->remarks, g_steal_pointer (&said));
}

void
bl_geo_init (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      CPLSetConfigOption ("GDAL_DRIVER_PATH", "disable"); /* no plug-ins */
      CPLSetConfigOption ("GDAL_PAM_ENABLED", "NO");      /* writes nothing beside a file */
      CPLSetConfigOption ("SHAPE_RESTORE_SHX", "NO");
      CPLSetConfigOption ("CPL_TMPDIR", g_get_tmp_dir ()); /* for the nodes of large OpenStreetMap files */
      CPLSetErrorHandler (on_stray_message);
      GDALAllRegister ();
      OSRSetPROJEnableNetwork (FALSE);
      g_once_init_leave (&once, 1);
    }
}

/* A Shapefile is several files; people pick any of them. */
static char *
resolve_companion (const char *path)
{
  static const char *const companions[] = { ".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix" };
  static const char *const endings[] = { ".shp", ".SHP" };
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (companions); i++)
    if (g_ascii_strcasecmp (dot, companions[i]) == 0)
      for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
        {
          g_autofree char *stem = g_strndup (path, dot - path);
          g_autofree char *shape = g_strconcat (stem, endings[e], NULL);

          if (g_file_test (shape, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer (&shape);
        }
  return g_strdup (path);
}

static gboolean
has_companion (const char *shape, const char *lower, const char *upper)
{
  g_autofree char *stem = g_strndup (shape, strlen (shape) - 4);
  g_autofree char *first = g_strconcat (stem, lower, NULL), *second = g_strconcat (stem, upper, NULL);

  return g_file_test (first, G_FILE_TEST_EXISTS) || g_file_test (second, G_FILE_TEST_EXISTS);
}

static gboolean
check_companions (const char *path, const char *shown, GError **error)
{
  gsize length = strlen (path);
  const char *missing = NULL;

  if (length < 4 || g_ascii_strcasecmp (path + length - 4, ".shp") != 0)
    return TRUE;
  if (!has_companion (path, ".shx", ".SHX"))
    missing = ".shx";
  else if (!has_companion (path, ".dbf", ".DBF"))
    missing = ".dbf";
  if (missing == NULL)
    return TRUE;
  g_set_error (
      error, BL_GEO_ERROR, BL_GEO_ERROR_READ,
      _ ("“%s” is one part of a Shapefile; the part ending in %s is missing beside it. Copy all parts to one "
         "folder."),
      shown, missing);
  return FALSE;
}

static gboolean
check_file (const char *path, const char *shown, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (
      file,
      G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ACCESS_CAN_READ,
      G_FILE_QUERY_INFO_NONE, NULL, &why);

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, _ ("There is no file “%s”."), shown);
  else if (info == NULL)
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, _ ("“%s” cannot be read: %s"), shown, why->message);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, _ ("“%s” is a folder. Choose a file in it."), shown);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, _ ("“%s” is not an ordinary file."), shown);
  else if (!g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_READ))
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, _ ("You are not allowed to read “%s”."), shown);
  else if (g_file_info_get_size (info) == 0)
    g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, _ ("“%s” is empty."), shown);
  else
    return TRUE;
  return FALSE;
}

static BlLayerShape
shape_of_type (OGRwkbGeometryType type)
{
  type = OGR_GT_Flatten (type);
  if (OGR_GT_IsSubClassOf (type, wkbCurvePolygon) || OGR_GT_IsSubClassOf (type, wkbMultiSurface))
    return BL_LAYER_SHAPE_POLYGONS;
  return type == wkbUnknown || type == wkbGeometryCollection ? BL_LAYER_SHAPE_MIXED : BL_LAYER_SHAPE_OTHER;
}

/* The first layer of polygons, else the first that may hold some, else the first. */
static OGRLayerH
choose_layer (GDALDatasetH dataset)
{
  OGRLayerH best = NULL;
  BlLayerShape best_shape = BL_LAYER_SHAPE_OTHER;

  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    {
      OGRLayerH layer = GDALDatasetGetLayer (dataset, i);
      BlLayerShape shape = layer != NULL ? shape_of_type (OGR_L_GetGeomType (layer)) : BL_LAYER_SHAPE_OTHER;

      if (layer == NULL)
        continue;
      if (best == NULL || (shape == BL_LAYER_SHAPE_POLYGONS && best_shape != BL_LAYER_SHAPE_POLYGONS)
          || (shape == BL_LAYER_SHAPE_MIXED && best_shape == BL_LAYER_SHAPE_OTHER))
        {
          best = layer;
          best_shape = shape;
        }
    }
  return best;
}

static gboolean
open_dataset (BlLayerSource *source,
              const char *const *drivers,
              const char *const *options,
              const char *refusal,
              GError **error)
{
  const char *driver;

  source->dataset = GDALOpenEx (source->path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, NULL);

  if (source->dataset == NULL)
    {
      if (source->failure != NULL && strstr (source->failure, "not recognized") == NULL)
        return bl_layer_source_check (source, error);
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, "“%s” %s", source->shown, refusal);
      return FALSE;
    }
  if (!bl_layer_source_check (source, error))
    return FALSE;

  driver = GDALGetDriverShortName (GDALGetDatasetDriver (source->dataset));
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (strcmp (driver, allowed[i].driver) == 0)
      source->format = allowed[i].format;
  source->layer = choose_layer (source->dataset);
  if (source->layer == NULL)
    {
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT, _ ("“%s” has no map layer in it."),
                   source->shown);
      return FALSE;
    }
  return bl_layer_source_check (source, error);
}

BlLayerSource *
bl_layer_source_open (const char *path, GError **error)
{
  const char *drivers[G_N_ELEMENTS (allowed) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    drivers[i] = allowed[i].driver;
  return bl_layer_source_open_with (
      path, drivers, NULL, _ ("is not a GeoJSON, TopoJSON, Shapefile, GeoPackage or KML file, or is damaged."), error);
}

BlLayerSource *
bl_layer_source_open_with (const char *path,
                           const char *const *drivers,
                           const char *const *options,
                           const char *refusal,
                           GError **error)
{
  g_autoptr (BlLayerSource) source = g_new0 (BlLayerSource, 1);
  g_autofree char *resolved = resolve_companion (path);

  bl_geo_init ();
  source->remarks = g_ptr_array_new_with_free_func (g_free);
  /* Absolute, and so never one of GDAL's virtual names but for /vsi…. */
  source->path = g_canonicalize_filename (resolved, NULL);
  source->shown = g_path_get_basename (source->path);
  CPLPushErrorHandlerEx (on_message, source);

  if (!check_file (source->path, source->shown, error)
      || !check_companions (source->path, source->shown, error) || !open_dataset (source, drivers, options, refusal, error))
    return NULL;
  return g_steal_pointer (&source);
}

void
bl_layer_source_close (BlLayerSource *source)
{
  if (source == NULL)
    return;
  if (source->dataset != NULL)
    GDALClose (source->dataset);
  CPLPopErrorHandler ();
  g_free (source->path);
  g_free (source->shown);
  g_free (source->failure);
  g_ptr_array_unref (source->remarks);
  g_free (source);
}

gboolean
bl_layer_source_check (BlLayerSource *source, GError **error)
{
  if (source->failure == NULL)
    return TRUE;
  g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_READ, _ ("“%s” is damaged or cut short: %s"), source->shown,
               source->failure);
  return FALSE;
}

BlLayerShape
bl_layer_source_get_shape (BlLayerSource *source)
{
  return shape_of_type (OGR_L_GetGeomType (source->layer));
}
