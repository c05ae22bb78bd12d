/* projection.c: longitude and latitude to the British National Grid and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "projection.h"

#include <math.h>
#include <proj.h>

/* WGS 84 to OSGB36 by the seven parameters of EPSG:1314 (Position Vector,
 * given from OSGB36 to WGS 84, hence +inv), then the National Grid
 * (EPSG:27700). Every step stands here, so nothing is looked up in a database
 * that may differ from machine to machine. */
static const char pipeline[]
    = "+proj=pipeline "
      "+step +proj=unitconvert +xy_in=deg +xy_out=rad "
      "+step +proj=cart +ellps=WGS84 "
      "+step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489 "
      "+convention=position_vector "
      "+step +inv +proj=cart +ellps=airy "
      "+step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy";

/**
 * Transformer: what one thread needs; PROJ objects may not be shared.
 */
typedef struct
{
  PJ_CONTEXT *context;
  PJ *pipeline;
} Transformer;

static void
transformer_free (gpointer data)
{
  Transformer *transformer = data;

  proj_destroy (transformer->pipeline);
  proj_context_destroy (transformer->context);
  g_free (transformer);
}

static GPrivate thread_transformer = G_PRIVATE_INIT (transformer_free);

static PJ *
get_pipeline (void)
{
  Transformer *transformer = g_private_get (&thread_transformer);

  if (transformer == NULL)
    {
      transformer = g_new0 (Transformer, 1);
      transformer->context = proj_context_create ();
      proj_context_set_enable_network (transformer->context, FALSE);
      proj_log_level (transformer->context, PJ_LOG_NONE);
      transformer->pipeline = proj_create (transformer->context, pipeline);
      /* All of it is built into PROJ: it can only fail for want of memory. */
      if (transformer->pipeline == NULL)
        g_error ("PROJ cannot make the transformation to the British National Grid");
      g_private_set (&thread_transformer, transformer);
    }
  return transformer->pipeline;
}

static void
forget_failures (double *x, double *y, gsize n_points)
{
  for (gsize i = 0; i < n_points; i++)
    if (!isfinite (x[i]) || !isfinite (y[i]))
      x[i] = y[i] = NAN;
}

void
bl_projection_from_lonlat_many (double *x, double *y, gsize n_points)
{
  g_return_if_fail (n_points == 0 || (x != NULL && y != NULL));

  if (n_points == 0)
    return;
  for (gsize i = 0; i < n_points; i++)
    if (!(x[i] >= -180 && x[i] <= 180 && y[i] >= -90 && y[i] <= 90))
      x[i] = y[i] = HUGE_VAL; /* PROJ's own sign for "no such place" */
  proj_trans_generic (get_pipeline (), PJ_FWD, x, sizeof (double), n_points, y, sizeof (double), n_points,
                      NULL, 0, 0, NULL, 0, 0);
  forget_failures (x, y, n_points);
}

BlPoint
bl_projection_from_lonlat (double longitude, double latitude)
{
  bl_projection_from_lonlat_many (&longitude, &latitude, 1);
  return (BlPoint){ longitude, latitude };
}

void
bl_projection_to_lonlat (BlPoint point, double *longitude, double *latitude)
{
  double x = point.x, y = point.y;

  if (isfinite (x) && isfinite (y))
    proj_trans_generic (get_pipeline (), PJ_INV, &x, sizeof (double), 1, &y, sizeof (double), 1, NULL, 0, 0,
                        NULL, 0, 0);
  forget_failures (&x, &y, 1);
  if (longitude != NULL)
    *longitude = x;
  if (latitude != NULL)
    *latitude = y;
}
