/* grouped-chart.c: two to four bars side by side, group by group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "grouped-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-words.h"

/* The item with a name of its group and series. */
static BlChartItem
item_of (const BlGroupedChart *asked, guint series, guint group, char **name)
{
  BlChartItem item = asked->series[series].items[group];

  g_free (*name);
  *name = asked->n_series > 1 ? g_strdup_printf ("%s, %s", asked->groups[group], asked->series[series].name)
                              : g_strdup (asked->groups[group]);
  item.name = *name;
  return item;
}

static void
place (const BlGroupedChart *asked, guint group, double value, BlDatum *datum)
{
  datum->x = asked->lying ? value : group;
  datum->y = asked->lying ? group : value;
}

static BlChartMark *
add_mark (BlChartPanel *panel, const BlGroupedChart *asked, BlChartMarkKind kind, guint series)
{
  gboolean bars = kind == BL_MARK_BAR;
  BlChartMark *mark = bl_chart_panel_add_mark (panel, kind, bars ? BL_TONE_SERIES : BL_TONE_INK,
                                               bars && asked->n_series > 1 ? asked->series[series].name : NULL);

  mark->series = series;
  mark->side = series;
  mark->n_sides = asked->n_series;
  mark->across = asked->lying;
  return mark;
}

static void
add_series (BlChartPanel *panel, const BlGroupedChart *asked, guint series)
{
  BlChartMark *bars = add_mark (panel, asked, BL_MARK_BAR, series), *whiskers = NULL;
  g_autofree char *name = NULL;

  for (guint group = 0; group < asked->n_groups; group++)
    {
      BlChartItem item = item_of (asked, series, group, &name);
      BlDatum datum;

      bl_datum_init (&datum);
      bl_chart_item_fill (&item, &asked->measure, (int) group, &datum);
      datum.low = datum.high = NAN;
      place (asked, group, bl_chart_item_is_known (&item) ? item.value : NAN, &datum);
      /* What a missing bar has in its place the painter says by its state. */
      if (bl_chart_item_is_known (&item))
        datum.label = bl_words_value_short (item.value, asked->measure.number, asked->measure.unit);
      bl_chart_mark_take (bars, &datum);
    }
  for (guint group = 0; group < asked->n_groups; group++)
    {
      const BlChartItem *item = &asked->series[series].items[group];
      BlDatum datum;

      if (!bl_chart_item_is_known (item) || !bl_chart_item_has_interval (item))
        continue;
      if (whiskers == NULL)
        whiskers = add_mark (panel, asked, BL_MARK_WHISKER, series);
      bl_datum_init (&datum);
      place (asked, group, item->value, &datum);
      datum.low = item->low;
      datum.high = item->high;
      bl_chart_mark_take (whiskers, &datum);
    }
}

/* The series with the largest figure, and where. */
static void
say (const BlGroupedChart *asked, char **title, char **sentence)
{
  g_autofree char *noun = bl_text_sentence (asked->measure.noun != NULL ? asked->measure.noun : _ ("Figures"));
  g_autoptr (GString) text = g_string_new (NULL);
  guint most_series = 0, most_group = 0, known = 0, missing = 0;

  for (guint s = 0; s < asked->n_series; s++)
    for (guint g = 0; g < asked->n_groups; g++)
      {
        const BlChartItem *item = &asked->series[s].items[g];

        if (!bl_chart_item_is_known (item))
          {
            missing++;
            continue;
          }
        if (known++ == 0 || item->value > asked->series[most_series].items[most_group].value)
          {
            most_series = s;
            most_group = g;
          }
      }
  if (known == 0)
    {
      *title = g_strdup_printf (_ ("%s: no data"), noun);
      *sentence = g_strdup (_ ("There is no figure."));
      return;
    }
  {
    g_autofree char *name = NULL;
    BlChartItem most = item_of (asked, most_series, most_group, &name);
    g_autofree char *value = bl_words_value_unit (most.value, asked->measure.number, asked->measure.unit);

    /* TRANSLATORS: what is measured, a place */
    *title = g_strdup_printf (_ ("%1$s: most in %2$s"), noun, asked->groups[most_group]);
    /* TRANSLATORS: what is measured, a place and perhaps a year, a figure with its unit */
    g_string_append_printf (text, _ ("%1$s: the largest figure is that of %2$s, %3$s."), noun, name, value);
  }
  if (missing > 0)
    g_string_append_printf (text, ngettext (" %u figure is missing.", " %u figures are missing.", missing), missing);
  *sentence = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tabulate (BlChart *chart, const BlGroupedChart *asked)
{
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, asked->groups_title != NULL ? asked->groups_title : _ ("Name"), FALSE);
  for (guint s = 0; s < asked->n_series; s++)
    bl_chart_table_add_column (table, asked->series[s].name, TRUE);
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint g = 0; g < asked->n_groups; g++)
    {
      guint row = bl_chart_table_add_row (table);
      g_autoptr (GString) notes = g_string_new (NULL);

      bl_chart_table_set_text (table, row, 0, asked->groups[g]);
      for (guint s = 0; s < asked->n_series; s++)
        {
          const BlChartItem *item = &asked->series[s].items[g];
          g_autofree char *value = bl_chart_item_say_value (item, &asked->measure);
          g_autofree char *doubt = bl_chart_item_say_doubt (item);

          bl_chart_table_set_number (table, row, s + 1, bl_chart_item_is_known (item) ? item->value : NAN, value);
          if (doubt != NULL)
            g_string_append_printf (notes, "%s%s: %s", notes->len > 0 ? "; " : "", asked->series[s].name, doubt);
        }
      bl_chart_table_set_text (table, row, asked->n_series + 1, notes->str);
    }
}

BlChart *
bl_grouped_chart_new (const BlGroupedChart *asked)
{
  BlChart *chart;
  BlChartPanel *panel;
  BlScale *bands, *numbers;
  char *title = NULL, *sentence = NULL;

  g_return_val_if_fail (asked->n_series <= BL_GROUPED_SERIES_MAX, NULL);

  chart = bl_chart_new (asked->n_series > 1 ? BL_CHART_GROUPED : BL_CHART_BAR);
  panel = bl_chart_add_panel (chart);
  bands = asked->lying ? &panel->y : &panel->x;
  numbers = asked->lying ? &panel->x : &panel->y;
  bl_scale_init (bands, BL_SCALE_BAND);
  bands->no_grid = TRUE;
  for (guint group = 0; group < asked->n_groups; group++)
    bl_scale_add_name (bands, asked->groups[group]);
  numbers->from_zero = TRUE;
  bl_chart_measure_axis (&asked->measure, numbers);
  for (guint series = 0; series < asked->n_series; series++)
    add_series (panel, asked, series);
  say (asked, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  tabulate (chart, asked);
  return chart;
}
