/* layer.c: areas from GIS files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "layer.h"

#include "geometry.h"
#include "layer-builder.h"
#include "layer-fields.h"
#include "layer-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CANCEL_EVERY 64 /* features */
#define WARNINGS_MOST 20

/**
 * Reading: what one file being read needs.
 */
typedef struct
{
  BlLayerSource *source;
  BlLayerTransform *transform;
  BlLayerFields fields;
  BlLayerBuilder *builder;
  GPtrArray *warnings;
  guint n_parts;    /* features that were further parts of an area */
  guint feature;    /* number of the one being read, from 1 */
  const char *code; /* its code */
  double *x, *y;    /* points of one ring */
  guint n_allocated;
} Reading;

/* --- Geometry ------------------------------------------------------------ */

/* The points of a ring on the National Grid, without its first again at the end. */
static guint
take_points (Reading *reading, OGRGeometryH ring)
{
  guint n_points = (guint) MAX (OGR_G_GetPointCount (ring), 0);

  if (n_points > reading->n_allocated)
    {
      reading->n_allocated = MAX (n_points, 2 * reading->n_allocated);
      reading->x = g_renew (double, reading->x, reading->n_allocated);
      reading->y = g_renew (double, reading->y, reading->n_allocated);
    }
  if (n_points > 0)
    OGR_G_GetPoints (ring, reading->x, sizeof (double), reading->y, sizeof (double), NULL, 0);
  if (n_points > 1 && reading->x[0] == reading->x[n_points - 1] && reading->y[0] == reading->y[n_points - 1])
    n_points--;
  bl_layer_transform_points (reading->transform, reading->x, reading->y, n_points);
  return n_points;
}

static gboolean
check_points (Reading *reading, guint n_points, GError **error)
{
  for (guint i = 0; i < n_points; i++)
    if (!bl_point_in_britain ((BlPoint){ reading->x[i], reading->y[i] }))
      {
        g_set_error (
            error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
            _ ("“%s”, feature %u (%s): the outline lies outside Great Britain. Its coordinate system may not "
               "be %s."),
            reading->source->shown, reading->feature, reading->code, reading->transform->crs);
        return FALSE;
      }
  return TRUE;
}

static gboolean
add_polygon (Reading *reading, OGRGeometryH polygon, GError **error)
{
  bl_layer_builder_begin_polygon (reading->builder);
  for (int r = 0; r < OGR_G_GetGeometryCount (polygon); r++)
    {
      guint n_points = take_points (reading, OGR_G_GetGeometryRef (polygon, r));

      if (!check_points (reading, n_points, error))
        return FALSE;
      bl_layer_builder_add_ring (reading->builder, reading->x, reading->y, n_points);
    }
  return TRUE;
}

/* The polygons anywhere below @geometry; @found counts them, @others the rest. */
static gboolean
add_polygons (Reading *reading, OGRGeometryH geometry, guint *found, guint *others, GError **error)
{
  OGRwkbGeometryType type = OGR_GT_Flatten (OGR_G_GetGeometryType (geometry));

  if (type == wkbPolygon && !OGR_G_IsEmpty (geometry))
    {
      (*found)++;
      return add_polygon (reading, geometry, error);
    }
  if (!OGR_GT_IsSubClassOf (type, wkbGeometryCollection))
    {
      (*others)++;
      return TRUE;
    }
  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    if (!add_polygons (reading, OGR_G_GetGeometryRef (geometry, i), found, others, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_shape (Reading *reading, OGRFeatureH feature, GError **error)
{
  OGRGeometryH held = OGR_F_GetGeometryRef (feature), straight = NULL;
  guint found = 0, others = 0;
  gboolean added;

  if (held != NULL && OGR_G_HasCurveGeometry (held, FALSE))
    held = straight = OGR_G_GetLinearGeometry (held, 0, NULL);
  added = held == NULL || add_polygons (reading, held, &found, &others, error);
  if (added && found == 0)
    {
      added = FALSE;
      if (held == NULL || OGR_G_IsEmpty (held))
        g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT, _ ("“%s”, feature %u (%s) has no outline."),
                     reading->source->shown, reading->feature, reading->code);
      else
        g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
                     _ ("“%s”, feature %u (%s) is not an area but points or lines."), reading->source->shown,
                     reading->feature, reading->code);
    }
  OGR_G_DestroyGeometry (straight);
  return added;
}

/* --- Features ------------------------------------------------------------ */

static char *
get_text (OGRFeatureH feature, int field)
{
  g_autofree char *text = NULL;

  if (field < 0 || !OGR_F_IsFieldSetAndNotNull (feature, field))
    return NULL;
  text = g_utf8_make_valid (OGR_F_GetFieldAsString (feature, field), -1);
  g_strdelimit (text, "\r\n\t", ' ');
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void G_GNUC_PRINTF (2, 3) warn (Reading *reading, const char *format, ...)
{
  va_list arguments;

  if (reading->warnings->len >= WARNINGS_MOST)
    return;
  va_start (arguments, format);
  g_ptr_array_add (reading->warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
end_feature (Reading *reading, const char *name, GError **error)
{
  guint first;

  switch (bl_layer_builder_end (reading->builder, &first))
    {
    case BL_LAYER_FURTHER_PART:
      reading->n_parts++;
      warn (reading,
            _ ("“%s”, feature %u: a further part of %s, which stands on feature %u too; the parts were put "
               "together."),
            reading->source->shown, reading->feature, reading->code, first);
      return TRUE;
    case BL_LAYER_OTHER_NAME:
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
                   _ ("“%s”, feature %u (%s): the code %s stands on feature %u already, under another name."),
                   reading->source->shown, reading->feature, name, reading->code, first);
      return FALSE;
    case BL_LAYER_OVERLAP:
      g_set_error (
          error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
          _ ("“%s”, feature %u: the code %s stands on feature %u already, and the two outlines overlap."),
          reading->source->shown, reading->feature, reading->code, first);
      return FALSE;
    case BL_LAYER_NEW:
    default:
      return TRUE;
    }
}

static gboolean
read_feature (Reading *reading, OGRFeatureH feature, GError **error)
{
  g_autofree char *code = get_text (feature, reading->fields.code);
  g_autofree char *name = get_text (feature, reading->fields.name);

  if (code == NULL)
    {
      OGRFieldDefnH field = OGR_F_GetFieldDefnRef (feature, reading->fields.code);
      g_autofree char *field_name = g_utf8_make_valid (OGR_Fld_GetNameRef (field), -1);

      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
                   _ ("“%s”, feature %u has no code: its %s is blank."), reading->source->shown,
                   reading->feature, field_name);
      return FALSE;
    }
  reading->code = code;
  bl_layer_builder_begin (reading->builder, code, name, reading->feature);
  return add_shape (reading, feature, error) && end_feature (reading, name, error);
}

static gboolean
read_features (Reading *reading, GCancellable *cancellable, GError **error)
{
  OGRFeatureH feature;

  OGR_L_ResetReading (reading->source->layer);
  while ((feature = OGR_L_GetNextFeature (reading->source->layer)) != NULL)
    {
      gboolean done;

      if (reading->feature++ % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        {
          OGR_F_Destroy (feature);
          g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CANCELLED, _ ("Reading “%s” was stopped."),
                       reading->source->shown);
          return FALSE;
        }
      /* A fault of the file comes before what it did to the feature. */
      done = bl_layer_source_check (reading->source, error) && read_feature (reading, feature, error);
      OGR_F_Destroy (feature);
      if (!done)
        return FALSE;
    }
  return bl_layer_source_check (reading->source, error);
}

static void
add_summary_warnings (Reading *reading)
{
  guint vanished = bl_layer_builder_get_n_vanished (reading->builder);

  if (reading->n_parts > WARNINGS_MOST)
    g_ptr_array_add (
        reading->warnings,
        g_strdup_printf (_ ("In all %u features were further parts of an area."), reading->n_parts));
  if (reading->transform->assumed)
    g_ptr_array_add (
        reading->warnings,
        g_strdup_printf (
            reading->transform->grid
                ? _ ("“%s” does not say so, but its numbers are metres on the British National Grid "
                     "(EPSG:27700).")
                : _ ("“%s” does not say so, but its numbers are longitude and latitude (WGS 84)."),
            reading->source->shown));
  if (vanished > 0)
    g_ptr_array_add (
        reading->warnings,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece smaller than a metre was left out.",
                                      "%u pieces smaller than a metre were left out.", vanished),
                         vanished));
}

static gboolean
check_layer (BlLayerSource *source, GError **error)
{
  GIntBig n_features = OGR_L_GetFeatureCount (source->layer, TRUE);

  if (!bl_layer_source_check (source, error))
    return FALSE;
  if (n_features == 0)
    {
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT, _ ("“%s” has no areas in it."), source->shown);
      return FALSE;
    }
  if (bl_layer_source_get_shape (source) == BL_LAYER_SHAPE_OTHER)
    {
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
                   _ ("“%s” holds points or lines, not areas. Choose a file of outlines."), source->shown);
      return FALSE;
    }
  return TRUE;
}

/* --- Public -------------------------------------------------------------- */

BlLayer *
bl_layer_read (const char *path,
               const char *code_field,
               const char *name_field,
               const char *crs,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (BlLayerSource) source = NULL;
  g_autoptr (BlLayerTransform) transform = NULL;
  g_autoptr (BlLayerBuilder) builder = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { 0 };
  BlLayer *layer = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, BL_GEO_ERROR, BL_GEO_ERROR_CANCELLED, _ ("Reading was stopped."));
      return NULL;
    }
  source = bl_layer_source_open (path, error);
  if (source == NULL || !check_layer (source, error)
      || !bl_layer_fields_find (source, code_field, name_field, &reading.fields, error))
    return NULL;
  transform = bl_layer_transform_new (source, crs, error);
  if (transform == NULL)
    return NULL;

  builder = bl_layer_builder_new ();
  reading.source = source;
  reading.transform = transform;
  reading.builder = builder;
  reading.warnings = warnings;
  done = read_features (&reading, cancellable, error);
  g_free (reading.x);
  g_free (reading.y);
  if (!done)
    return NULL;

  add_summary_warnings (&reading);
  layer = g_new0 (BlLayer, 1);
  bl_layer_builder_finish (builder, layer);
  layer->crs = g_strdup (transform->crs);
  layer->warnings = g_steal_pointer (&warnings);
  return layer;
}

void
bl_layer_free (BlLayer *layer)
{
  if (layer == NULL)
    return;
  g_strfreev (layer->codes);
  for (guint i = 0; i < layer->n_rows; i++)
    g_free (layer->names[i]);
  g_free (layer->names);
  bl_table_unref (layer->outlines);
  g_free (layer->centroids);
  g_free (layer->crs);
  g_ptr_array_unref (layer->warnings);
  g_free (layer);
}

/* A layer that does not say what it holds is judged by its first feature. */
static gboolean
holds_polygons (BlLayerSource *source)
{
  BlLayerShape shape = bl_layer_source_get_shape (source);
  OGRFeatureH feature;
  gboolean polygons;

  if (shape != BL_LAYER_SHAPE_MIXED)
    return shape == BL_LAYER_SHAPE_POLYGONS;
  OGR_L_ResetReading (source->layer);
  feature = OGR_L_GetNextFeature (source->layer);
  polygons = feature != NULL && OGR_F_GetGeometryRef (feature) != NULL
             && OGR_G_GetDimension (OGR_F_GetGeometryRef (feature)) == 2;
  OGR_F_Destroy (feature);
  return polygons;
}

BlLayerInfo *
bl_layer_inspect (const char *path, GError **error)
{
  g_autoptr (BlLayerSource) source = NULL;
  g_autoptr (BlLayerInfo) info = NULL;
  OGRFeatureDefnH definition;

  g_return_val_if_fail (path != NULL, NULL);

  source = bl_layer_source_open (path, error);
  if (source == NULL)
    return NULL;
  definition = OGR_L_GetLayerDefn (source->layer);
  info = g_new0 (BlLayerInfo, 1);
  info->path = g_strdup (source->path);
  info->format = g_strdup (source->format);
  info->layer = g_strdup (OGR_L_GetName (source->layer));
  info->n_features = (guint) MAX (OGR_L_GetFeatureCount (source->layer, TRUE), 0);
  info->fields = g_new0 (char *, OGR_FD_GetFieldCount (definition) + 1);
  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
    info->fields[i] = g_utf8_make_valid (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i)), -1);
  info->crs = bl_layer_source_get_crs (source);
  info->polygons = holds_polygons (source);
  return bl_layer_source_check (source, error) ? g_steal_pointer (&info) : NULL;
}

void
bl_layer_info_free (BlLayerInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->path);
  g_free (info->format);
  g_free (info->layer);
  g_strfreev (info->fields);
  g_free (info->crs);
  g_free (info);
}
