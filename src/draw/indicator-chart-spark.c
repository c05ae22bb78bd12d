/* indicator-chart-spark.c: a bare line of an indicator, for a row of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "indicator-chart-private.h"

/* Five years of months: more is no longer a line in so little room. */
#define MOST_POINTS 60

BlChart *
bl_indicator_chart_new_spark (const BlIndicatorValues *values, const BlJudgement *judgement)
{
  g_auto (BlIndicatorDraw) draw = { 0 };
  BlChartPanel *panel;
  BlChartMark *line, *last;
  BlDatum datum;
  int newest = -1;

  g_return_val_if_fail (values != NULL && judgement != NULL && values->values->n == judgement->n, NULL);

  bl_indicator_draw_init (&draw, values, judgement);
  /* It ends with the figure beside it. */
  while (draw.n > 0 && !bl_observation_is_known (&draw.obs->items[draw.first + draw.n - 1]))
    draw.n--;
  if (draw.n > MOST_POINTS)
    {
      draw.first += draw.n - MOST_POINTS;
      draw.n = MOST_POINTS;
    }
  if (bl_indicator_draw_known (&draw) < 2)
    return NULL;
  draw.chart = bl_chart_new (BL_CHART_LINE);
  bl_indicator_draw_titles (&draw, BL_CHART_LINE);
  bl_indicator_draw_tabulate (&draw);
  panel = bl_chart_add_panel (draw.chart);
  panel->bare = TRUE;
  panel->x.kind = BL_SCALE_TIME;
  panel->x.hidden = panel->y.hidden = TRUE;
  line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, NULL);
  line->width = 1.7;
  for (guint i = draw.first; i < draw.first + draw.n; i++)
    {
      const BlObservation *item = &draw.obs->items[i];

      bl_datum_init (&datum);
      datum.x = bl_indicator_draw_middle (&item->period);
      datum.y = bl_observation_is_known (item) ? item->value : NAN;
      datum.state = item->state;
      datum.flags = draw.flags[i] & (BL_DATUM_BREAK | BL_DATUM_MUTED);
      if (isfinite (datum.y))
        newest = (int) i;
      bl_chart_mark_take (line, &datum);
    }
  last = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  bl_indicator_draw_datum (&draw, (guint) newest, &datum);
  datum.x = bl_indicator_draw_middle (&draw.obs->items[newest].period);
  datum.flags &= ~(BlDatumFlags) BL_DATUM_RUN;
  bl_chart_mark_take (last, &datum);
  return g_steal_pointer (&draw.chart);
}
