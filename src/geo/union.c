/* union.c: areas put together by GEOS, where their corners do not agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ring-set.h"

#include <cpl_error.h>
#include <math.h>
#include <ogr_api.h>

/* A hole that is on average narrower is a gap between neighbours: metres. */
#define GAP_WIDTH 3.0

static OGRGeometryH
polygon_to_geometry (const BlOutlines *outlines, guint polygon)
{
  OGRGeometryH geometry = OGR_G_CreateGeometry (wkbPolygon);

  for (guint k = outlines->polygon_rings[polygon]; k < outlines->polygon_rings[polygon + 1]; k++)
    {
      guint first = outlines->ring_points[k], n = outlines->ring_points[k + 1] - first;
      OGRGeometryH ring = OGR_G_CreateGeometry (wkbLinearRing);

      for (guint i = 0; i <= n && n > 0; i++)
        {
          const gint32 *point = &outlines->coordinates[2 * (gsize) (first + i % n)];

          OGR_G_AddPoint_2D (ring, point[0], point[1]);
        }
      OGR_G_AddGeometryDirectly (geometry, ring);
    }
  return geometry;
}

/* Mending a polygon may give several, and lines: only areas are taken. */
static void
add_areas (OGRGeometryH collection, OGRGeometryH geometry)
{
  if (OGR_GT_Flatten (OGR_G_GetGeometryType (geometry)) == wkbPolygon)
    OGR_G_AddGeometry (collection, geometry);
  else
    for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
      add_areas (collection, OGR_G_GetGeometryRef (geometry, i));
}

static void
add_polygon (OGRGeometryH collection, const BlOutlines *outlines, guint polygon)
{
  OGRGeometryH geometry = polygon_to_geometry (outlines, polygon);

  if (!OGR_G_IsValid (geometry))
    {
      OGRGeometryH mended = OGR_G_MakeValid (geometry);

      if (mended != NULL)
        {
          OGR_G_DestroyGeometry (geometry);
          geometry = mended;
        }
    }
  add_areas (collection, geometry);
  OGR_G_DestroyGeometry (geometry);
}

static OGRGeometryH
unite (const BlOutlines *outlines, const gboolean *member)
{
  OGRGeometryH all = OGR_G_CreateGeometry (wkbMultiPolygon), united;

  for (guint row = 0; row < outlines->n_rows; row++)
    if (member == NULL || member[row])
      for (guint p = outlines->row_polygons[row]; p < outlines->row_polygons[row + 1]; p++)
        add_polygon (all, outlines, p);
  united = OGR_G_UnionCascaded (all);
  OGR_G_DestroyGeometry (all);
  return united;
}

static gboolean
is_gap (OGRGeometryH ring)
{
  return 2 * OGR_G_Area (ring) < GAP_WIDTH * OGR_G_Length (ring);
}

/* GEOS runs its rings whichever way it likes; ours tell outsides from holes. */
static void
take_ring (OGRGeometryH ring, gboolean hole, BlRingSet *set)
{
  int n = OGR_G_GetPointCount (ring);
  double twice = 0;

  for (int i = 0; i + 1 < n; i++)
    twice += (OGR_G_GetX (ring, i) - OGR_G_GetX (ring, 0)) * (OGR_G_GetY (ring, i + 1) - OGR_G_GetY (ring, 0))
             - (OGR_G_GetX (ring, i + 1) - OGR_G_GetX (ring, 0))
                   * (OGR_G_GetY (ring, i) - OGR_G_GetY (ring, 0));

  bl_ring_set_begin (set);
  for (int i = 0; i < n; i++)
    {
      int at = (twice > 0) != hole ? i : n - 1 - i;

      bl_ring_set_add (set, (BlCorner){ (gint32) lround (OGR_G_GetX (ring, at)),
                                        (gint32) lround (OGR_G_GetY (ring, at)) });
    }
  bl_ring_set_end (set);
}

static void
take_geometry (OGRGeometryH geometry, BlRingSet *set)
{
  gboolean polygon = OGR_GT_Flatten (OGR_G_GetGeometryType (geometry)) == wkbPolygon;

  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    {
      OGRGeometryH part = OGR_G_GetGeometryRef (geometry, i);

      if (!polygon)
        take_geometry (part, set);
      else if (i == 0 || !is_gap (part))
        take_ring (part, i > 0, set);
    }
}

BlTable *
bl_outlines_unite (const BlOutlines *outlines, const gboolean *member)
{
  g_autoptr (BlRingSet) set = bl_ring_set_new ();
  OGRGeometryH united;

  CPLPushErrorHandler (CPLQuietErrorHandler);
  united = unite (outlines, member);
  CPLPopErrorHandler ();
  if (united == NULL)
    return NULL;

  take_geometry (united, set);
  OGR_G_DestroyGeometry (united);
  bl_ring_set_nest (set);
  return bl_ring_set_to_table (set);
}
