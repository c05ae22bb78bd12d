/* library-place.c: where a row says a library is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cells.h"
#include "geometry.h"
#include "library-rows-private.h"
#include "projection.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
cell_number (const BlSheet *sheet, guint row, int column, double *value)
{
  return column >= 0 && bl_text_parse_number (bl_sheet_get_cell (sheet, row, column), value);
}

static gboolean
point_from_degrees (const BlSheet *sheet, const BlLibraryColumns *columns, guint row, BlPoint *point)
{
  double longitude, latitude;

  if (!cell_number (sheet, row, columns->longitude, &longitude) || !cell_number (sheet, row, columns->latitude, &latitude)
      || fabs (longitude) > 180 || fabs (latitude) > 90)
    return FALSE;
  *point = bl_projection_from_lonlat (longitude, latitude);
  point->x = round (point->x * 10) / 10;
  point->y = round (point->y * 10) / 10;
  return isfinite (point->x) && isfinite (point->y);
}

/* Longitude and latitude under each other's heading. */
static gboolean
point_from_exchanged_degrees (const BlSheet *sheet, const BlLibraryColumns *columns, guint row, BlPoint *point)
{
  BlLibraryColumns exchanged = *columns;

  exchanged.longitude = columns->latitude;
  exchanged.latitude = columns->longitude;
  return point_from_degrees (sheet, &exchanged, row, point) && bl_point_in_britain (*point);
}

gboolean
bl_library_row_peek_point (BlImportPlan *plan, const BlLibraryColumns *columns, guint row, BlPoint *point)
{
  if (cell_number (plan->sheet, row, columns->easting, &point->x)
      && cell_number (plan->sheet, row, columns->northing, &point->y))
    return bl_point_in_britain (*point);
  return point_from_degrees (plan->sheet, columns, row, point) && bl_point_in_britain (*point);
}

/* Easting and northing win over longitude and latitude. A place outside Great
 * Britain cannot come in: the row waits for what the user says. */
void
bl_library_reading_place (BlLibraryReading *reading, const BlLibraryColumns *columns)
{
  const BlSheet *sheet = reading->plan->sheet;
  BlLibraryRow *row = reading->row;
  BlPoint point, other;
  g_autofree char *reason = NULL, *refusal = NULL, *where = NULL;
  gboolean grid = cell_number (sheet, row->row, columns->easting, &point.x)
                  && cell_number (sheet, row->row, columns->northing, &point.y);
  const char *remedy = NULL;

  if (!grid && !point_from_degrees (sheet, columns, row->row, &point))
    {
      const int cells[] = { columns->easting, columns->northing, columns->longitude, columns->latitude };
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        {
          const char *cell = cells[i] >= 0 ? bl_sheet_get_cell (sheet, row->row, cells[i]) : "";
          double number;
          if (!bl_cell_is_blank (cell) && !bl_text_parse_number (cell, &number))
            bl_library_reading_warn (reading, cells[i], cell, _ ("a number"));
        }
      return;
    }
  if (bl_point_in_britain (point))
    {
      row->located = TRUE;
      row->point = point;
      return;
    }
  if (!reading->ours)
    return;
  where = grid ? g_strdup_printf ("%s, %s", bl_sheet_get_cell (sheet, row->row, columns->easting),
                                  bl_sheet_get_cell (sheet, row->row, columns->northing))
               : g_strdup_printf ("%s, %s", bl_sheet_get_cell (sheet, row->row, columns->longitude),
                                  bl_sheet_get_cell (sheet, row->row, columns->latitude));
  reason = g_strdup_printf (_ ("Its place, %s, lies outside Great Britain"), where);
  if (grid && point_from_degrees (sheet, columns, row->row, &other) && bl_point_in_britain (other))
    {
      /* Nothing is lost by this one. */
      if (bl_library_reading_offer (reading, "easting", reason, _ ("Use its longitude and latitude")))
        {
          row->located = TRUE;
          row->point = other;
        }
      return;
    }
  /* Nor by putting right what stands under each other's heading. */
  if (grid && bl_point_in_britain ((BlPoint) { point.y, point.x }))
    {
      other = (BlPoint) { point.y, point.x };
      remedy = _ ("Exchange easting and northing");
    }
  else if (!grid && point_from_exchanged_degrees (sheet, columns, row->row, &other))
    remedy = _ ("Exchange longitude and latitude");
  if (remedy != NULL)
    {
      row->located = bl_library_reading_offer (reading, "easting", reason, remedy);
      row->point = other;
      return;
    }
  refusal = g_strdup_printf (_ ("the place of “%s”, %s, lies outside Great Britain: mend it, or leave it blank"),
                             bl_library_row_name (row), where);
  (void) bl_import_plan_refuse (reading->plan, row->row, bl_library_row_name (row), "easting", reason,
                                _ ("Leave its place out"), refusal);
}
