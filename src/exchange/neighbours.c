/* neighbours.c: libraries of other services close enough to matter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "neighbours.h"

#include "nearest.h"

#include <glib/gi18n-lib.h>

GPtrArray *
bl_neighbours_find (BlImportPlan *plan,
                    const BlLibraryColumns *columns,
                    const gboolean *is_ours,
                    int year,
                    const BlPoint *points,
                    guint n_points,
                    const BlSamePlaces *ours)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_library_row_free);
  g_autoptr (BlNearest) nearest = bl_nearest_new (points, n_points);

  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      BlPoint point;
      double distance = 0;
      const BlRowStatus *status;

      /* Most rows of a national list are far away: look at the place before reading the rest. */
      if (is_ours[r] || bl_library_row_peek_type (plan, columns, r) != BL_LIBRARY_TYPE_STATIC
          || !bl_library_row_peek_point (plan, columns, r, &point) || bl_nearest_find (nearest, point, &distance) < 0
          || distance > BL_NEIGHBOUR_METRES)
        continue;
      g_autoptr (BlLibraryRow) row = bl_library_row_read (plan, columns, r, FALSE);
      status = bl_row_statuses_find (row->statuses, year);
      if (status == NULL || status->operation == BL_OPERATION_UNKNOWN)
        continue;
      if (bl_same_places_has (ours, row->fields[BL_LIBRARY_NAME], row->fields[BL_LIBRARY_POSTCODE],
                              row->fields[BL_LIBRARY_UPRN], &point))
        {
          bl_import_report_reason (plan->report, _ ("the same library as one of ours, under another service"),
                                   bl_sheet_get_row_number (plan->sheet, r));
          continue;
        }
      g_ptr_array_add (found, g_steal_pointer (&row));
    }
  return found;
}
