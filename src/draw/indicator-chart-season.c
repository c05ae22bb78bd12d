/* indicator-chart-season.c: months of each year laid over each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-chart-private.h"
#include "verdict-words.h"

/* More years than these are a tangle: the newest are shown, the table has all. COVID years are no comparison. */
#define MOST_YEARS 6

static guint
place_in_year (const BlPeriod *period, guint32 year)
{
  BlPeriod step = bl_period_of (year, period->kind);
  guint n = 0;

  while (step.start < period->start && n < 12)
    {
      step = bl_period_step (&step, 1);
      n++;
    }
  return n;
}

/* "Apr", "Apr–Jun": what a period is called in any year. */
static char *
name_in_year (const BlPeriod *period)
{
  g_autofree char *text = bl_period_to_text (period);
  const char *year = g_utf8_strchr (text, -1, ' ');

  return year != NULL ? g_strndup (text, (gsize) (year - text)) : g_steal_pointer (&text);
}

static void
add_year (const BlIndicatorDraw *draw, BlChartPanel *panel, guint32 year, BlTone tone, double *low, double *high)
{
  BlPeriod named = bl_period_of (year, BL_PERIOD_KIND_FY);
  g_autofree char *name = bl_period_to_text (&named);
  BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_LINE, tone, name);
  BlChartMark *points
      = tone == BL_TONE_OTHERS ? NULL : bl_chart_panel_add_mark (panel, BL_MARK_POINT, tone, NULL);

  mark->direct = TRUE;
  if (points != NULL)
    points->width = 5;
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      const BlObservation *item = &draw->obs->items[i];
      BlDatum datum, point;

      if (item->period.start < named.start || item->period.end > named.end)
        continue;
      bl_indicator_draw_datum (draw, i, &datum);
      datum.flags &= ~(BlDatumFlags) (BL_DATUM_FOCUS | BL_DATUM_SIGNAL | BL_DATUM_RUN);
      datum.x = place_in_year (&item->period, year);
      if (isfinite (datum.y))
        {
          *low = fmin (*low, datum.y);
          *high = fmax (*high, datum.y);
        }
      if (points != NULL)
        {
          bl_datum_init (&point);
          point.x = datum.x;
          point.y = datum.y;
          point.state = datum.state;
          point.flags = datum.flags;
          point.row = datum.row;
          point.words = g_steal_pointer (&datum.words);
          bl_chart_mark_take (points, &point);
        }
      bl_chart_mark_take (mark, &datum);
    }
}

void
bl_indicator_draw_season (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (guint32));
  double low = INFINITY, high = -INFINITY;
  BlPeriod step;
  guint first;

  bl_indicator_draw_set_number (draw, &panel->y, TRUE);
  panel->x.kind = BL_SCALE_BAND;
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      BlPeriod year = bl_period_of (draw->obs->items[i].period.start, BL_PERIOD_KIND_FY);

      if (bl_observation_is_known (&draw->obs->items[i]) && !(draw->obs->items[i].flags & BL_OBSERVATION_EXCEPTIONAL)
          && (years->len == 0 || g_array_index (years, guint32, years->len - 1) != year.start))
        g_array_append_val (years, year.start);
    }
  if (years->len == 0)
    return;
  step = bl_period_of (g_array_index (years, guint32, 0), draw->obs->kind);
  for (guint i = 0; i < (draw->obs->kind == BL_PERIOD_KIND_QUARTER ? 4 : 12); i++)
    {
      g_autofree char *name = name_in_year (&step);

      bl_scale_add_name (&panel->x, name);
      step = bl_period_step (&step, 1);
    }
  first = years->len > MOST_YEARS ? years->len - MOST_YEARS : 0;
  for (guint y = first; y < years->len; y++)
    add_year (draw, panel, g_array_index (years, guint32, y),
              y + 1 == years->len   ? BL_TONE_FOCUS
              : y + 2 == years->len ? BL_TONE_SERIES
                                    : BL_TONE_OTHERS,
              &low, &high);
  bl_indicator_draw_span (draw, &panel->y, low, high);
}
