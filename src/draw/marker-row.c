/* marker-row.c: the libraries of a service as a row of their shapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "marker-row.h"

#include <math.h>

#include "text-painter.h"
#include "text.h"

#define RADIUS 4.5
#define SMALLEST 1.9
#define PITCH 2.9 /* of the radius, from one marker to the next: no shape touches another */

static gboolean
same_look (const BlMarkerLook *a, const BlMarkerLook *b)
{
  return a->operation == b->operation && a->statutory == b->statutory && a->proposed == b->proposed;
}

/* Each look once, with its count; the letters as large as lets all of them in. */
static void
paint_counts (cairo_t *cr, double x, double y, double width, double height, const BlMarkerLook *looks,
              guint n_looks, const BlPalette *palette)
{
  BlTextStyle style = { .size = MIN (BL_TEXT_SIZE_SMALL, height * 0.75) };
  double radius = MIN (RADIUS, height / PITCH);
  double needed = 0, scale;

  for (guint turn = 0; turn < 2; turn++)
    {
      double at = x;

      scale = turn == 0 ? 1 : MIN (1, width / MAX (needed, 1));
      style.text_scale = scale;
      for (guint i = 0; i < n_looks; i++)
        {
          g_autofree char *count = NULL;
          guint n = 0;
          gboolean met = FALSE;

          for (guint j = 0; j < i && !met; j++)
            met = same_look (&looks[j], &looks[i]);
          if (met)
            continue;
          for (guint j = i; j < n_looks; j++)
            n += same_look (&looks[j], &looks[i]);
          count = bl_text_number (n, 0);
          if (turn == 1)
            {
              bl_marker_paint (cr, at + radius * scale * 1.3, y + height / 2, radius * scale, &looks[i], palette);
              at += radius * scale * 2.6 + 3 * scale
                    + bl_text_painter_draw (cr, count, &style, at + radius * scale * 2.6 + 3 * scale, y + height / 2,
                                            0, 0.5, palette->ink)
                    + 8 * scale;
            }
          else
            {
              g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, count, &style);
              double wide;

              bl_text_painter_measure (layout, &wide, NULL);
              needed += radius * 2.6 + 3 + wide + 8;
            }
        }
    }
}

void
bl_marker_row_paint (cairo_t *cr, double x, double y, double width, double height, const BlMarkerLook *looks,
                     guint n_looks, const BlPalette *palette)
{
  double radius = MIN (RADIUS, height / PITCH);
  BlPalette bare = *palette;
  guint n_rows = 1;
  guint a_row;
  double pitch;

  if (n_looks == 0 || width <= 0 || height <= 0)
    return;
  /* On a card they need no halo of another colour. */
  bare.halo = palette->card;

  /* The fewest rows in which markers of a size that can be told apart fit. */
  while (n_looks * MIN (radius, height / n_rows / PITCH) * PITCH > width * n_rows
         && width * n_rows / (n_looks * PITCH) < SMALLEST && height / (n_rows + 1) / PITCH >= SMALLEST)
    n_rows++;
  a_row = (n_looks + n_rows - 1) / n_rows;
  if (width / a_row / PITCH < SMALLEST * 0.8)
    {
      paint_counts (cr, x, y, width, height, looks, n_looks, &bare);
      return;
    }
  radius = MIN (radius, height / n_rows / PITCH);
  pitch = MIN (radius * PITCH, width / a_row);
  radius = MIN (radius, pitch / PITCH);

  for (guint i = 0; i < n_looks; i++)
    {
      double row_height = height / n_rows;

      bl_marker_paint (cr, x + pitch * (i % a_row + 0.5), y + row_height * (i / a_row + 0.5), radius, &looks[i],
                       &bare);
    }
}
