/* chart-label-place.c: the place of a label that is free and hides least
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"

static gboolean
is_free (BlChartFrame *frame, const BlChartPlot *plot, const BlChartBox *box)
{
  if (box->x < plot->cell.x || box->x + box->width > plot->cell.x + plot->cell.width + 0.01
      || box->y < plot->cell.y || box->y + box->height > plot->plot.y + plot->plot.height + 0.01)
    return FALSE;
  for (guint w = plot->first_word; w < frame->words->len; w++)
    if (bl_chart_box_meets (box, &g_array_index (frame->words, BlChartWord, w).box, 1))
      return FALSE;
  return TRUE;
}

static gboolean
crosses (const BlChartBox *box, double x1, double y1, double x2, double y2)
{
  double from = 0, to = 1;
  double steps[4] = { x1 - x2, x2 - x1, y1 - y2, y2 - y1 };
  double rooms[4] = { x1 - box->x, box->x + box->width - x1, y1 - box->y, box->y + box->height - y1 };

  /* Liang and Barsky. */
  for (guint i = 0; i < 4; i++)
    {
      if (steps[i] == 0)
        {
          if (rooms[i] < 0)
            return FALSE;
        }
      else if (steps[i] < 0)
        from = fmax (from, rooms[i] / steps[i]);
      else
        to = fmin (to, rooms[i] / steps[i]);
    }
  return from <= to;
}

static guint
count_whiskers (const BlChartPlot *plot, const BlChartMark *mark, const BlChartBox *box)
{
  guint n = 0;

  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      double x1 = bl_chart_plot_x (plot, mark->across ? datum->low : datum->x);
      double x2 = bl_chart_plot_x (plot, mark->across ? datum->high : datum->x);
      double y1 = bl_chart_plot_y (plot, mark->across ? datum->y : datum->low);
      double y2 = bl_chart_plot_y (plot, mark->across ? datum->y : datum->high);
      /* Its ends have a little breadth. */
      BlChartBox about = { box->x - 5, box->y - 5, box->width + 10, box->height + 10 };

      n += isfinite (x1) && isfinite (x2) && isfinite (y1) && isfinite (y2)
           && crosses (&about, x1, y1, x2, y2);
    }
  return n;
}

/* How many points and lines of the panel lie under @box. */
static guint
count_under (const BlChartPlot *plot, const BlChartBox *box)
{
  guint n = 0;

  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);
      double x, y, last_x = NAN, last_y = NAN;

      if (mark->kind == BL_MARK_WHISKER && !plot->panel->polar)
        n += count_whiskers (plot, mark, box);
      if (!bl_chart_mark_is_line (mark) && mark->kind != BL_MARK_POINT)
        continue;
      for (guint i = 0; i < mark->data->len; i++)
        {
          const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);

          if (!bl_chart_plot_datum (plot, mark, datum, &x, &y))
            x = y = NAN;
          else if (x >= box->x - 3 && x <= box->x + box->width + 3 && y >= box->y - 3
                   && y <= box->y + box->height + 3)
            n += mark->kind == BL_MARK_POINT ? 2 : 1;
          else if (bl_chart_mark_is_line (mark) && isfinite (last_x) && !(datum->flags & BL_DATUM_BREAK)
                   && crosses (box, last_x, last_y, x, y))
            n++;
          last_x = x;
          last_y = y;
        }
    }
  return n;
}

gboolean
bl_chart_label_place (BlChartFrame *frame,
                      const BlChartPlot *plot,
                      const BlChartText *text,
                      const BlChartHang *spots,
                      guint n,
                      BlColour colour,
                      gboolean halo)
{
  int best = -1;
  guint least = G_MAXUINT;
  BlChartBox boxes[24];

  g_assert (n <= G_N_ELEMENTS (boxes));
  for (guint i = 0; i < n && least > 0; i++)
    {
      guint under;

      boxes[i] = (BlChartBox){ spots[i].x - spots[i].across * text->width,
                               spots[i].y - spots[i].down * text->height, text->width, text->height };
      if (!is_free (frame, plot, &boxes[i]))
        continue;
      under = halo ? count_under (plot, &boxes[i]) : 0;
      if (under < least)
        {
          least = under;
          best = (int) i;
        }
    }
  if (best < 0)
    return FALSE;
  bl_chart_word_add (frame, text, boxes[best].x, boxes[best].y, colour, halo);
  return TRUE;
}
