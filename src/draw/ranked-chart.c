/* ranked-chart.c: lying bars in order of size, or in the order given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ranked-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Largest first, those without a figure behind, in the order given. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const BlChartItem *first = a, *second = b;
  gboolean known = bl_chart_item_is_known (first);

  if (known != bl_chart_item_is_known (second))
    return known ? -1 : 1;
  return !known || first->value == second->value ? 0 : first->value > second->value ? -1 : 1;
}

static int
compare_known (gconstpointer a, gconstpointer b)
{
  return bl_chart_item_is_known (b) - bl_chart_item_is_known (a);
}

static GArray *
put_in_order (const BlRankedChart *asked)
{
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (BlChartItem), MAX (asked->n_items, 1));

  if (asked->n_items > 0)
    g_array_append_vals (items, asked->items, asked->n_items);
  g_array_sort (items, asked->in_order ? compare_known : compare_items);
  return items;
}

static void
add_bars (BlChartPanel *panel, const BlChartItem *items, guint n, const BlChartMeasure *measure)
{
  gboolean ringed = bl_chart_items_find_ringed (items, n) >= 0;
  BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, ringed ? BL_TONE_OTHERS : BL_TONE_SERIES, NULL);

  bars->across = TRUE;
  for (guint i = 0; i < n; i++)
    {
      BlDatum datum;

      if (!bl_chart_item_is_known (&items[i]))
        continue;
      bl_datum_init (&datum);
      bl_chart_item_fill (&items[i], measure, (int) i, &datum);
      datum.x = items[i].value;
      datum.y = i;
      datum.low = datum.high = NAN;
      datum.label = bl_chart_item_say_value (&items[i], measure);
      if (items[i].flags & BL_DATUM_RINGED)
        datum.tone = BL_TONE_SERIES;
      bl_chart_mark_take (bars, &datum);
    }
}

static void
add_whiskers (BlChartPanel *panel, const BlChartItem *items, guint n)
{
  BlChartMark *whiskers = NULL;

  for (guint i = 0; i < n; i++)
    {
      BlDatum datum;

      if (!bl_chart_item_is_known (&items[i]) || !bl_chart_item_has_interval (&items[i]))
        continue;
      if (whiskers == NULL)
        whiskers = bl_chart_panel_add_mark (panel, BL_MARK_WHISKER, BL_TONE_INK, NULL);
      whiskers->across = TRUE;
      bl_datum_init (&datum);
      datum.x = items[i].value;
      datum.y = i;
      datum.low = items[i].low;
      datum.high = items[i].high;
      bl_chart_mark_take (whiskers, &datum);
    }
}

/* The reason stands where the bar would begin. */
static void
add_reasons (BlChartPanel *panel, const BlChartItem *items, guint n, const BlChartMeasure *measure)
{
  BlChartMark *reasons = NULL;

  for (guint i = 0; i < n; i++)
    {
      BlDatum datum;

      if (bl_chart_item_is_known (&items[i]))
        continue;
      if (reasons == NULL)
        reasons = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_LIMIT, NULL);
      bl_datum_init (&datum);
      bl_chart_item_fill (&items[i], measure, (int) i, &datum);
      datum.x = 0;
      datum.y = i;
      datum.label = bl_chart_item_say_doubt (&items[i]);
      bl_chart_mark_take (reasons, &datum);
    }
}

BlChart *
bl_ranked_chart_new (const BlRankedChart *asked)
{
  BlChart *chart = bl_chart_new (BL_CHART_RANKED);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  g_autoptr (GArray) sorted = put_in_order (asked);
  const BlChartItem *items = (const BlChartItem *) (gpointer) sorted->data;
  char *title = NULL, *sentence = NULL;

  bl_scale_init (&panel->x, BL_SCALE_NUMBER);
  panel->x.from_zero = TRUE;
  bl_chart_measure_axis (&asked->measure, &panel->x);
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->y.no_grid = TRUE;
  for (guint i = 0; i < asked->n_items; i++)
    bl_scale_add_name (&panel->y, items[i].name);
  add_bars (panel, items, asked->n_items, &asked->measure);
  add_whiskers (panel, items, asked->n_items);
  if (isfinite (asked->median))
    {
      const char *name = asked->median_name != NULL ? asked->median_name : _ ("middle");
      BlChartMark *rule = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, name);
      BlDatum datum;

      rule->across = rule->direct = TRUE;
      bl_datum_init (&datum);
      datum.x = asked->median;
      bl_chart_mark_take (rule, &datum);
    }
  add_reasons (panel, items, asked->n_items, &asked->measure);
  bl_chart_items_say_places (items, asked->n_items, &asked->measure, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  bl_chart_items_tabulate (chart, asked->items_title, items, asked->n_items, &asked->measure);
  return chart;
}
