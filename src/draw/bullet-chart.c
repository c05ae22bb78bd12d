/* bullet-chart.c: figures against their targets and the range of others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bullet-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-words.h"

#define GAP 0.12       /* of a band, above and below a range */
#define BAR_WIDTH 10.0 /* px: the range shows above and below it */

static gboolean
has_range (const BlBulletItem *item)
{
  return isfinite (item->range_low) && isfinite (item->range_high) && item->range_low < item->range_high;
}

static const char *
get_range_name (const BlBulletChart *asked)
{
  return asked->range_name != NULL ? asked->range_name : _ ("range of others");
}

/* "Gosforth: 46,000 visits, target 50,000: not met; similar authorities 30,000 to 60,000". */
static char *
say_item (const BlBulletChart *asked, const BlBulletItem *item)
{
  const BlChartMeasure *measure = &asked->measure;
  g_autofree char *figure = bl_chart_item_say (&item->item, measure);
  g_autoptr (GString) text = g_string_new (figure);

  if (isfinite (item->target))
    {
      g_autofree char *target = bl_words_value (item->target, measure->number, measure->unit);

      g_string_append_printf (text, _ ("; target %s"), target);
      if (item->verdict != NULL)
        g_string_append_printf (text, ", %s", item->verdict);
    }
  if (has_range (item))
    {
      g_autofree char *low = bl_words_value (item->range_low, measure->number, measure->unit);
      g_autofree char *high = bl_words_value (item->range_high, measure->number, measure->unit);

      /* TRANSLATORS: whose range, its ends */
      g_string_append_printf (text, _ ("; %1$s %2$s to %3$s"), get_range_name (asked), low, high);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_ranges (BlChartPanel *panel, const BlBulletChart *asked)
{
  BlChartMark *ranges = NULL;

  for (guint i = 0; i < asked->n_items; i++)
    {
      BlDatum datum;

      if (!has_range (&asked->items[i]))
        continue;
      if (ranges == NULL)
        ranges = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_OTHERS, get_range_name (asked));
      bl_datum_init (&datum);
      datum.x = asked->items[i].range_low;
      datum.x2 = asked->items[i].range_high;
      /* Whole bands but for a gap between one and the next. */
      datum.low = i + GAP;
      datum.high = i - GAP;
      bl_chart_mark_take (ranges, &datum);
    }
}

static void
add_bars (BlChartPanel *panel, const BlBulletChart *asked)
{
  BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL), *reasons = NULL;

  bars->across = TRUE;
  bars->width = BAR_WIDTH;
  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlBulletItem *item = &asked->items[i];
      gboolean known = bl_chart_item_is_known (&item->item);
      BlDatum datum;

      if (!known && reasons == NULL)
        reasons = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_LIMIT, NULL);
      bl_datum_init (&datum);
      bl_chart_item_fill (&item->item, &asked->measure, (int) i, &datum);
      g_free (datum.words);
      datum.words = say_item (asked, item);
      datum.low = datum.high = NAN;
      datum.x = known ? item->item.value : 0;
      datum.y = i;
      datum.label = known ? bl_chart_item_say_value (&item->item, &asked->measure)
                          : bl_chart_item_say_doubt (&item->item);
      bl_chart_mark_take (known ? bars : reasons, &datum);
    }
}

static void
add_targets (BlChartPanel *panel, const BlBulletChart *asked)
{
  BlChartMark *targets = NULL;

  for (guint i = 0; i < asked->n_items; i++)
    {
      BlDatum datum;

      if (!isfinite (asked->items[i].target))
        continue;
      if (targets == NULL)
        targets = bl_chart_panel_add_mark (panel, BL_MARK_TICK, BL_TONE_TARGET, _ ("target"));
      targets->across = TRUE;
      bl_datum_init (&datum);
      datum.x = asked->items[i].target;
      datum.y = i;
      bl_chart_mark_take (targets, &datum);
    }
}

static void
say (const BlBulletChart *asked, char **title, char **sentence)
{
  g_autofree char *noun = bl_text_sentence (asked->measure.noun != NULL ? asked->measure.noun : _ ("Figures"));
  g_autoptr (GString) text = g_string_new (NULL);
  guint known = 0, reached = 0, aimed = 0;

  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlBulletItem *item = &asked->items[i];
      g_autofree char *one = say_item (asked, item);

      known += bl_chart_item_is_known (&item->item);
      if (bl_chart_item_is_known (&item->item) && isfinite (item->target))
        {
          aimed++;
          reached += item->item.value >= item->target;
        }
      g_string_append_printf (text, "%s%s.", text->len > 0 ? " " : "", one);
    }
  if (known == 0)
    *title = g_strdup_printf (_ ("%s: no data"), noun);
  else if (aimed == 0)
    /* TRANSLATORS: what is measured */
    *title = g_strdup_printf (_ ("%s: no target is set"), noun);
  else if (asked->n_items == 1 && asked->items[0].verdict != NULL)
    /* TRANSLATORS: what is measured; "met", "close" or "not met" */
    *title = g_strdup_printf (_ ("%1$s: target %2$s"), noun, asked->items[0].verdict);
  else
    /* TRANSLATORS: what is measured, so many, of so many: said of figures, whether or not more is wanted */
    *title = g_strdup_printf (ngettext ("%1$s: %2$u of %3$u at or over the target",
                                        "%1$s: %2$u of %3$u at or over the target", aimed),
                              noun, reached, aimed);
  if (text->len == 0)
    g_string_append (text, _ ("There is no figure."));
  *sentence = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_figure (BlChartTable *table, guint row, guint column, double value, const BlChartMeasure *measure)
{
  g_autofree char *text = NULL;

  if (!isfinite (value))
    return;
  text = bl_words_value (value, measure->number, measure->unit);
  bl_chart_table_set_number (table, row, column, value, text);
}

static void
tabulate (BlChart *chart, const BlBulletChart *asked)
{
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, asked->items_title != NULL ? asked->items_title : _ ("Name"), FALSE);
  bl_chart_table_add_column (table, asked->measure.unit != NULL ? asked->measure.unit : _ ("Value"), TRUE);
  bl_chart_table_add_column (table, _ ("Target"), TRUE);
  bl_chart_table_add_column (table, _ ("Verdict"), FALSE);
  bl_chart_table_add_column (table, _ ("Low"), TRUE);
  bl_chart_table_add_column (table, _ ("High"), TRUE);
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlBulletItem *item = &asked->items[i];
      guint row = bl_chart_table_add_row (table);
      g_autofree char *value = bl_chart_item_say_value (&item->item, &asked->measure);
      g_autofree char *doubt = bl_chart_item_say_doubt (&item->item);

      bl_chart_table_set_text (table, row, 0, item->item.name);
      bl_chart_table_set_number (table, row, 1, bl_chart_item_is_known (&item->item) ? item->item.value : NAN, value);
      set_figure (table, row, 2, item->target, &asked->measure);
      bl_chart_table_set_text (table, row, 3, item->verdict != NULL ? item->verdict : "");
      if (has_range (item))
        {
          set_figure (table, row, 4, item->range_low, &asked->measure);
          set_figure (table, row, 5, item->range_high, &asked->measure);
        }
      bl_chart_table_set_text (table, row, 6, doubt != NULL ? doubt : "");
    }
}

BlChart *
bl_bullet_chart_new (const BlBulletChart *asked)
{
  BlChart *chart = bl_chart_new (BL_CHART_BULLET);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  char *title = NULL, *sentence = NULL;

  panel->x.from_zero = TRUE;
  bl_chart_measure_axis (&asked->measure, &panel->x);
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->y.no_grid = TRUE;
  for (guint i = 0; i < asked->n_items; i++)
    bl_scale_add_name (&panel->y, asked->items[i].item.name);
  add_ranges (panel, asked);
  add_bars (panel, asked);
  add_targets (panel, asked);
  say (asked, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  tabulate (chart, asked);
  return chart;
}
