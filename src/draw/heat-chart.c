/* heat-chart.c: day by hour, in the grammar of charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "heat-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access.h"
#include "text.h"
#include "verdict-words.h"

static const char *const days[7]
    = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };

static double
get (const BlHeatChart *asked, guint day, guint hour)
{
  return asked->values[day * 24 + hour];
}

static gboolean
is_share (const BlHeatChart *asked)
{
  return asked->measure.number == BL_INDICATOR_KIND_SHARE || asked->measure.number == BL_INDICATOR_KIND_SURVEY;
}

/* The largest of those shown, and where; FALSE: none is known. */
static gboolean
find_largest (const BlHeatChart *asked, double *value, guint *day, guint *hour)
{
  *value = NAN;
  for (guint d = 0; d < 7; d++)
    for (guint h = asked->first_hour; h < asked->end_hour; h++)
      if (isfinite (get (asked, d, h)) && !(*value >= get (asked, d, h)))
        {
          *value = get (asked, d, h);
          *day = d;
          *hour = h;
        }
  return isfinite (*value);
}

/* Within a cell there is room for a short number. Never 100 nor 0 for what is not exactly that. */
static char *
say_cell (const BlHeatChart *asked, double value)
{
  if (!isfinite (value) || value == 0)
    return NULL;
  if (is_share (asked))
    return bl_text_number (value >= 100 ? 100 : CLAMP (round (value), 1, 99), 0);
  return bl_words_value_short (value, asked->measure.number, asked->measure.unit);
}

static char *
say_hour (guint day, guint hour)
{
  g_autofree char *from = bl_access_time_to_text (day * 24 * 60 + hour * 60);

  /* TRANSLATORS: a day and time, the hour at which it ends: "Monday 9:00 to 10:00" */
  return g_strdup_printf (_ ("%1$s to %2$u:00"), from, hour + 1);
}

static char *
say_value (const BlHeatChart *asked, double value)
{
  if (!isfinite (value))
    return g_strdup (_ ("not known"));
  return is_share (asked) ? bl_text_percent (value)
                          : bl_words_value_unit (value, asked->measure.number, asked->measure.unit);
}

static void
add_cells (BlChart *chart, BlChartPanel *panel, const BlHeatChart *asked, double most)
{
  BlChartMark *cells = bl_chart_panel_add_mark (panel, BL_MARK_CELL, BL_TONE_SERIES, NULL);
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, _ ("Day"), FALSE);
  bl_chart_table_add_column (table, _ ("Time"), FALSE);
  bl_chart_table_add_column (table, asked->measure.unit != NULL ? asked->measure.unit : _ ("Value"), TRUE);
  for (guint d = 0; d < 7; d++)
    for (guint h = asked->first_hour; h < asked->end_hour; h++)
      {
        double value = get (asked, d, h);
        g_autofree char *when = say_hour (d, h), *said = say_value (asked, value);
        g_autofree char *time = g_strdup_printf ("%02u:00", h);
        guint row = bl_chart_table_add_row (table);
        BlDatum datum;

        bl_datum_init (&datum);
        datum.x = h - asked->first_hour;
        datum.y = d;
        datum.part = most > 0 ? value / most : value;
        datum.state = isfinite (value) ? BL_STATE_MEASURED : BL_STATE_NO_DATA;
        datum.label = say_cell (asked, value);
        datum.words = g_strdup_printf ("%s: %s", when, said);
        datum.row = (int) row;
        bl_chart_mark_take (cells, &datum);
        bl_chart_table_set_text (table, row, 0, _ (days[d]));
        bl_chart_table_set_text (table, row, 1, time);
        bl_chart_table_set_number (table, row, 2, value, said);
      }
}

static void
say (const BlHeatChart *asked, char **title, char **sentence)
{
  g_autofree char *noun = bl_text_sentence (asked->measure.noun != NULL ? asked->measure.noun : _ ("Figures"));
  g_autofree char *when = NULL, *said = NULL;
  guint day = 0, hour = 0, unknown = 0;
  double most;

  if (!find_largest (asked, &most, &day, &hour))
    {
      *title = g_strdup_printf (_ ("%s: no data"), noun);
      *sentence = g_strdup (_ ("There is no figure."));
      return;
    }
  for (guint d = 0; d < 7; d++)
    for (guint h = asked->first_hour; h < asked->end_hour; h++)
      unknown += !isfinite (get (asked, d, h));
  when = say_hour (day, hour);
  said = say_value (asked, most);
  /* TRANSLATORS: what is measured, a day and hours */
  *title = g_strdup_printf (_ ("%1$s: most on %2$s"), noun, when);
  if (unknown > 0)
    /* TRANSLATORS: what is measured, a day and hours, a figure, a number of hours */
    *sentence = g_strdup_printf (ngettext ("%1$s: most on %2$s, %3$s. Of %4$u hour of the week it is not known.",
                                           "%1$s: most on %2$s, %3$s. Of %4$u hours of the week it is not known.", unknown),
                                 noun, when, said, unknown);
  else
    /* TRANSLATORS: what is measured, a day and hours, a figure */
    *sentence = g_strdup_printf (_ ("%1$s: most on %2$s, %3$s."), noun, when, said);
}

BlChart *
bl_heat_chart_new (const BlHeatChart *asked)
{
  BlChart *chart;
  BlChartPanel *panel;
  double most = asked->most;
  guint day, hour;
  char *title = NULL, *sentence = NULL;

  g_return_val_if_fail (asked->end_hour <= 24, NULL);

  chart = bl_chart_new (BL_CHART_HEAT);
  panel = bl_chart_add_panel (chart);
  bl_scale_init (&panel->x, BL_SCALE_BAND);
  panel->x.no_grid = TRUE;
  for (guint h = asked->first_hour; h < asked->end_hour; h++)
    {
      g_autofree char *name = g_strdup_printf ("%u", h);

      bl_scale_add_name (&panel->x, name);
    }
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->y.no_grid = TRUE;
  for (guint d = 0; d < 7; d++)
    bl_scale_add_name (&panel->y, _ (days[d]));
  if (!isfinite (most))
    find_largest (asked, &most, &day, &hour);
  add_cells (chart, panel, asked, most);
  say (asked, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  return chart;
}
