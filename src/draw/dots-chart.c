/* dots-chart.c: one among others, as dots on a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dots-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Dots nearer than this share of what all of them span would lie on each other: they are piled up. */
#define TOO_NEAR (1.0 / 60)
#define PILE 5.0 /* a strip of fewer dots one on the other is this high, so that a lone dot is not huge */

static gboolean
wants_lines (const BlDotsChart *asked)
{
  for (guint i = 0; i < asked->n_items; i++)
    if (bl_chart_item_is_known (&asked->items[i]) && bl_chart_item_has_interval (&asked->items[i]))
      return TRUE;
  return FALSE;
}

/* How far up each dot is piled: 0 on the line. The one ringed stays on it, so that the tick and its name are beside it. */
static guint *
pile_up (const BlDotsChart *asked, guint *most)
{
  guint *heights = g_new0 (guint, MAX (asked->n_items, 1));
  double low = INFINITY, high = -INFINITY;
  int own = bl_chart_items_find_ringed (asked->items, asked->n_items);

  *most = 0;
  for (guint i = 0; i < asked->n_items; i++)
    if (bl_chart_item_is_known (&asked->items[i]))
      {
        low = MIN (low, asked->items[i].value);
        high = MAX (high, asked->items[i].value);
      }
  for (guint i = 0; i < asked->n_items; i++)
    {
      gboolean clear = FALSE;

      if (!bl_chart_item_is_known (&asked->items[i]) || (int) i == own)
        continue;
      for (guint height = 0; !clear; height++)
        {
          clear = TRUE;
          heights[i] = height;
          for (guint j = 0; j < asked->n_items && clear; j++)
            if (((int) j == own || j < i) && bl_chart_item_is_known (&asked->items[j]) && heights[j] == height)
              clear = fabs (asked->items[j].value - asked->items[i].value) > (high - low) * TOO_NEAR;
        }
      *most = MAX (*most, heights[i]);
    }
  return heights;
}

static void
add_middle (BlChartPanel *panel, const BlDotsChart *asked, gboolean lines)
{
  const char *name = asked->median_name != NULL ? asked->median_name : _ ("middle");
  BlDatum datum;

  if (isfinite (asked->lower_quartile) && isfinite (asked->upper_quartile))
    {
      BlChartMark *tint = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_REFERENCE, _ ("middle half"));

      bl_datum_init (&datum);
      datum.x = asked->lower_quartile;
      datum.x2 = asked->upper_quartile;
      bl_chart_mark_take (tint, &datum);
    }
  if (isfinite (asked->median))
    {
      /* Through all lines; on a strip a tick on the line of the dots. */
      BlChartMark *middle
          = bl_chart_panel_add_mark (panel, lines ? BL_MARK_RULE : BL_MARK_TICK, BL_TONE_REFERENCE, name);

      middle->across = middle->direct = TRUE;
      bl_datum_init (&datum);
      datum.x = asked->median;
      datum.y = lines ? NAN : 0;
      bl_chart_mark_take (middle, &datum);
    }
}

static void
fill_dot (const BlDotsChart *asked, guint i, double y, BlDatum *datum)
{
  bl_datum_init (datum);
  bl_chart_item_fill (&asked->items[i], &asked->measure, (int) i, datum);
  datum->x = asked->items[i].value;
  datum->y = y;
  datum->low = datum->high = NAN;
}

/* Others first, so that ours lies over them. */
static void
add_dots (BlChartPanel *panel, const BlDotsChart *asked, const guint *heights)
{
  BlChartMark *others = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_OTHERS, NULL);
  int own = bl_chart_items_find_ringed (asked->items, asked->n_items);
  BlDatum datum;

  for (guint i = 0; i < asked->n_items; i++)
    {
      if (!bl_chart_item_is_known (&asked->items[i]) || (int) i == own)
        continue;
      fill_dot (asked, i, heights != NULL ? heights[i] : i, &datum);
      bl_chart_mark_take (others, &datum);
    }
  if (own >= 0 && bl_chart_item_is_known (&asked->items[own]))
    {
      BlChartMark *ours = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);

      fill_dot (asked, (guint) own, heights != NULL ? 0 : own, &datum);
      datum.label = heights != NULL ? g_strdup (asked->items[own].name)
                                    : bl_chart_item_say_value (&asked->items[own], &asked->measure);
      bl_chart_mark_take (ours, &datum);
    }
}

static void
add_whiskers (BlChartPanel *panel, const BlDotsChart *asked)
{
  BlChartMark *whiskers = bl_chart_panel_add_mark (panel, BL_MARK_WHISKER, BL_TONE_OTHERS, NULL);

  whiskers->across = TRUE;
  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlChartItem *item = &asked->items[i];
      BlDatum datum;

      if (!bl_chart_item_is_known (item) || !bl_chart_item_has_interval (item))
        continue;
      bl_datum_init (&datum);
      datum.x = item->value;
      datum.y = i;
      datum.low = item->low;
      datum.high = item->high;
      if (item->flags & BL_DATUM_RINGED)
        datum.tone = BL_TONE_SERIES;
      bl_chart_mark_take (whiskers, &datum);
    }
}

static void
add_reasons (BlChartPanel *panel, const BlDotsChart *asked)
{
  BlChartMark *reasons = NULL;
  double from = NAN;

  /* At the left end of what is drawn. */
  for (guint i = 0; i < asked->n_items; i++)
    if (bl_chart_item_is_known (&asked->items[i]))
      {
        double low = bl_chart_item_has_interval (&asked->items[i]) ? asked->items[i].low : asked->items[i].value;

        from = isnan (from) ? low : MIN (from, low);
      }
  for (guint i = 0; i < asked->n_items; i++)
    {
      BlDatum datum;

      if (bl_chart_item_is_known (&asked->items[i]))
        continue;
      if (reasons == NULL)
        reasons = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_LIMIT, NULL);
      bl_datum_init (&datum);
      bl_chart_item_fill (&asked->items[i], &asked->measure, (int) i, &datum);
      datum.x = isnan (from) ? 0 : from;
      datum.y = i;
      datum.label = bl_chart_item_say_doubt (&asked->items[i]);
      bl_chart_mark_take (reasons, &datum);
    }
}

/* The lowest dots stand on the line of 0. */
static void
prepare_strip (BlScale *y, guint most)
{
  bl_scale_init (y, BL_SCALE_NUMBER);
  y->low = -1;
  y->high = MAX (most + 1, PILE);
  y->exact = y->hidden = TRUE;
}

/* Those whom a strip cannot show are named under it, where the sentence does not. */
static void
name_missing (BlChart *chart, const BlDotsChart *asked)
{
  g_autofree char *missing = bl_chart_items_say_missing (asked->items, asked->n_items);
  g_autofree char *said = chart->doubt;

  if (missing == NULL)
    {
      g_steal_pointer (&said);
      return;
    }
  /* TRANSLATORS: a list of places with reasons */
  chart->doubt = g_strdup_printf (_ ("Without a figure: %s."), missing);
  if (said != NULL)
    {
      g_autofree char *without = chart->doubt;

      chart->doubt = g_strdup_printf ("%s %s", said, without);
    }
}

BlChart *
bl_dots_chart_new (const BlDotsChart *asked)
{
  BlChart *chart = bl_chart_new (BL_CHART_DOTS);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  gboolean lines = wants_lines (asked);
  guint most = 0;
  g_autofree guint *heights = lines ? NULL : pile_up (asked, &most);
  char *title = NULL, *sentence = NULL;

  bl_scale_init (&panel->x, BL_SCALE_NUMBER);
  bl_chart_measure_axis (&asked->measure, &panel->x);
  if (lines)
    {
      bl_scale_init (&panel->y, BL_SCALE_BAND);
      for (guint i = 0; i < asked->n_items; i++)
        bl_scale_add_name (&panel->y, asked->items[i].name);
    }
  else
    prepare_strip (&panel->y, most);
  add_middle (panel, asked, lines);
  if (lines)
    {
      add_whiskers (panel, asked);
      add_reasons (panel, asked);
    }
  add_dots (panel, asked, heights);
  bl_chart_items_say_places (asked->items, asked->n_items, &asked->measure, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  if (!lines && asked->words.sentence != NULL)
    name_missing (chart, asked);
  bl_chart_items_tabulate (chart, asked->items_title, asked->items, asked->n_items, &asked->measure);
  return chart;
}
