/* marker-row.c: the libraries of a service as a row of their shapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "marker-row.h"

#include <math.h>

#define RADIUS 4.5
#define SMALLEST 2.1
#define PITCH 2.55 /* of the radius, from one marker to the next */

void
bl_marker_row_paint (cairo_t *cr, double x, double y, double width, double height, const BlMarkerLook *looks,
                     guint n_looks, const BlPalette *palette)
{
  double radius = MIN (RADIUS, height / PITCH);
  guint n_rows = 1;
  guint a_row;
  double pitch;

  if (n_looks == 0 || width <= 0 || height <= 0)
    return;

  /* The fewest rows in which markers of a size that can be told apart fit. */
  while (n_looks * MIN (radius, height / n_rows / PITCH) * PITCH > width * n_rows
         && width * n_rows / (n_looks * PITCH) < SMALLEST && height / (n_rows + 1) / PITCH >= SMALLEST)
    n_rows++;
  a_row = (n_looks + n_rows - 1) / n_rows;
  radius = MIN (radius, height / n_rows / PITCH);
  pitch = MIN (radius * PITCH, width / a_row);
  radius = MIN (radius, pitch / PITCH);

  for (guint i = 0; i < n_looks; i++)
    {
      double row_height = height / n_rows;

      bl_marker_paint (cr, x + pitch * (i % a_row + 0.5), y + row_height * (i / a_row + 0.5), radius, &looks[i],
                       palette);
    }
}
