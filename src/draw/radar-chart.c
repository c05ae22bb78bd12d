/* radar-chart.c: spokes, only where a framework's readers expect them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "radar-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

/* "2.5, between In part and Mostly"; "3, Mostly". */
static char *
say_level (const BlRadarChart *asked, double value)
{
  g_autofree char *number = NULL;
  guint below;

  if (!isfinite (value))
    return g_strdup (_ ("no rating"));
  number = bl_text_number (value, value == round (value) ? 0 : 1);
  below = (guint) CLAMP (floor (value), 1, MAX (asked->n_levels, 1));
  if (asked->n_levels == 0 || value < 1 || value > asked->n_levels)
    return g_steal_pointer (&number);
  if (value == below)
    return g_strdup_printf ("%s, %s", number, asked->levels[below - 1]);
  /* TRANSLATORS: a rating as a number, the levels under and over it */
  return g_strdup_printf (_ ("%1$s, between %2$s and %3$s"), number, asked->levels[below - 1], asked->levels[below]);
}

static void
add_series (BlChartPanel *panel, const BlRadarChart *asked, guint s)
{
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, asked->series[s].name);

  line->series = s;
  for (guint i = 0; i < asked->n_spokes; i++)
    {
      g_autofree char *level = say_level (asked, asked->series[s].values[i]);
      BlDatum datum;

      bl_datum_init (&datum);
      datum.x = i;
      datum.y = asked->series[s].values[i];
      datum.state = isfinite (datum.y) ? BL_STATE_MEASURED : BL_STATE_NO_DATA;
      datum.row = (int) i;
      datum.words = asked->n_series > 1
                        ? g_strdup_printf ("%s, %s: %s", asked->spokes[i], asked->series[s].name, level)
                        : g_strdup_printf ("%s: %s", asked->spokes[i], level);
      bl_chart_mark_take (line, &datum);
    }
}

/* By the first series. */
static void
say (const BlRadarChart *asked, char **title, char **sentence)
{
  guint least = 0, most = 0, known = 0;
  const double *values = asked->n_series > 0 ? asked->series[0].values : NULL;
  g_autofree char *low = NULL, *high = NULL;

  for (guint i = 0; values != NULL && i < asked->n_spokes; i++)
    {
      if (!isfinite (values[i]))
        continue;
      if (known == 0 || values[i] < values[least])
        least = i;
      if (known == 0 || values[i] > values[most])
        most = i;
      known++;
    }
  if (known == 0)
    {
      *title = g_strdup (_ ("No ratings yet"));
      *sentence = g_strdup (_ ("Nothing has been rated."));
      return;
    }
  low = say_level (asked, values[least]);
  high = say_level (asked, values[most]);
  if (values[least] == values[most])
    *title = g_strdup (_ ("All rated the same"));
  else
    /* TRANSLATORS: themes */
    *title = g_strdup_printf (_ ("Strongest: %1$s; weakest: %2$s"), asked->spokes[most], asked->spokes[least]);
  /* TRANSLATORS: so many of so many have a rating; a theme and its rating, another and its rating */
  *sentence = g_strdup_printf (ngettext ("%1$u of %2$u is rated, from %3$s (%4$s) to %5$s (%6$s).",
                                         "%1$u of %2$u are rated, from %3$s (%4$s) to %5$s (%6$s).", known),
                               known, asked->n_spokes, asked->spokes[least], low, asked->spokes[most], high);
}

static void
tabulate (BlChart *chart, const BlRadarChart *asked)
{
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, asked->spokes_title != NULL ? asked->spokes_title : _ ("Name"), FALSE);
  for (guint s = 0; s < asked->n_series; s++)
    bl_chart_table_add_column (table, asked->series[s].name, TRUE);
  for (guint i = 0; i < asked->n_spokes; i++)
    {
      guint row = bl_chart_table_add_row (table);

      bl_chart_table_set_text (table, row, 0, asked->spokes[i]);
      for (guint s = 0; s < asked->n_series; s++)
        {
          g_autofree char *level = say_level (asked, asked->series[s].values[i]);

          bl_chart_table_set_number (table, row, s + 1, asked->series[s].values[i], level);
        }
    }
}

BlChart *
bl_radar_chart_new (const BlRadarChart *asked)
{
  BlChart *chart;
  BlChartPanel *panel;
  char *title = NULL, *sentence = NULL;

  g_return_val_if_fail (asked->n_series <= BL_RADAR_SERIES_MAX, NULL);
  if (asked->n_spokes < BL_RADAR_FEWEST)
    return NULL;
  chart = bl_chart_new (BL_CHART_RADAR);
  panel = bl_chart_add_panel (chart);
  panel->polar = TRUE;
  bl_scale_init (&panel->x, BL_SCALE_BAND);
  for (guint i = 0; i < asked->n_spokes; i++)
    bl_scale_add_name (&panel->x, asked->spokes[i]);
  /* The middle is under the lowest level, so that this is a shape too. */
  panel->y.low = 0;
  panel->y.high = MAX (asked->n_levels, 1);
  panel->y.exact = TRUE;
  bl_scale_add_name (&panel->y, "");
  for (guint i = 0; i < asked->n_levels; i++)
    bl_scale_add_name (&panel->y, asked->levels[i]);
  for (guint s = asked->n_series; s-- > 0;)
    add_series (panel, asked, s);
  say (asked, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  tabulate (chart, asked);
  return chart;
}
