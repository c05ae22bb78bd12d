/* stacked-chart.c: shares of 100, one bar a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stacked-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

/* NaN: a part is not known, or there is nothing to share. */
static double
sum_of (const BlStackedChart *asked, guint row)
{
  double sum = 0;

  for (guint p = 0; p < asked->n_parts; p++)
    sum += asked->rows[row].parts[p] >= 0 ? asked->rows[row].parts[p] : NAN;
  return sum > 0 ? sum : NAN;
}

static const char *
say_reason (const BlStackedChart *asked, guint row)
{
  if (asked->rows[row].note != NULL)
    return asked->rows[row].note;
  for (guint p = 0; p < asked->n_parts; p++)
    if (!isfinite (asked->rows[row].parts[p]))
      return _ ("no data");
  return _ ("nobody");
}

static void
add_part (BlChartPanel *panel, const BlStackedChart *asked, guint part)
{
  BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, asked->parts[part]);

  bars->series = part;
  bars->across = bars->stacked = TRUE;
  for (guint r = 0; r < asked->n_rows; r++)
    {
      double sum = sum_of (asked, r), below = 0;
      g_autofree char *share = NULL, *number = NULL;
      BlDatum datum;

      if (isnan (sum))
        continue;
      for (guint p = 0; p < part; p++)
        below += asked->rows[r].parts[p] / sum * 100;
      share = bl_text_percent (asked->rows[r].parts[part] / sum * 100);
      number = bl_text_number (asked->rows[r].parts[part], 0);
      bl_datum_init (&datum);
      datum.y0 = below;
      datum.x = below + asked->rows[r].parts[part] / sum * 100;
      datum.y = r;
      datum.row = (int) r;
      datum.label = g_strdup (share);
      /* TRANSLATORS: a group, a part of it, a share in percent, a number, of what ("people") */
      datum.words = g_strdup_printf (_ ("%1$s, %2$s: %3$s, %4$s %5$s"), asked->rows[r].name, asked->parts[part], share,
                                     number, asked->noun);
      bl_chart_mark_take (bars, &datum);
    }
}

static void
add_reasons (BlChartPanel *panel, const BlStackedChart *asked)
{
  BlChartMark *reasons = NULL;

  for (guint r = 0; r < asked->n_rows; r++)
    {
      BlDatum datum;

      if (isfinite (sum_of (asked, r)))
        continue;
      if (reasons == NULL)
        reasons = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_LIMIT, NULL);
      bl_datum_init (&datum);
      datum.x = 0;
      datum.y = r;
      datum.row = (int) r;
      datum.state = BL_STATE_NO_DATA;
      datum.label = g_strdup (say_reason (asked, r));
      datum.words = g_strdup_printf ("%s: %s", asked->rows[r].name, datum.label);
      bl_chart_mark_take (reasons, &datum);
    }
}

/* The largest part of the first row, and in which row it is largest and least. */
static void
say (const BlStackedChart *asked, char **title, char **sentence)
{
  guint part = 0, least = 0, most = 0, known = 0;
  double low = NAN, high = NAN;
  g_autofree char *low_text = NULL, *high_text = NULL, *name = NULL;

  for (guint r = 0; r < asked->n_rows; r++)
    {
      double sum = sum_of (asked, r), share;

      if (isnan (sum))
        continue;
      if (known++ == 0)
        for (guint p = 1; p < asked->n_parts; p++)
          if (asked->rows[r].parts[p] > asked->rows[r].parts[part])
            part = p;
      share = asked->rows[r].parts[part] / sum * 100;
      if (isnan (low) || share < low)
        {
          low = share;
          least = r;
        }
      if (isnan (high) || share > high)
        {
          high = share;
          most = r;
        }
    }
  if (known == 0)
    {
      *title = g_strdup (_ ("Shares: no data"));
      *sentence = g_strdup (_ ("There is no figure."));
      return;
    }
  low_text = bl_text_percent (low);
  high_text = bl_text_percent (high);
  name = bl_text_sentence (asked->parts[part]);
  if (known == 1 || least == most)
    {
      /* TRANSLATORS: a group, a part of it, a share */
      *title = g_strdup_printf (_ ("%1$s: %2$s %3$s"), asked->rows[most].name, asked->parts[part], high_text);
      /* TRANSLATORS: a group, the largest part of it, its share */
      *sentence = g_strdup_printf (_ ("%1$s: the largest part is “%2$s”, %3$s."), asked->rows[most].name, asked->parts[part],
                                   high_text);
      return;
    }
  /* TRANSLATORS: a part, as "Within 1 mile"; the least and the largest share */
  *title = g_strdup_printf (_ ("%1$s: from %2$s to %3$s"), name, low_text, high_text);
  /* TRANSLATORS: a part, as "Within 1 mile"; shares and groups */
  *sentence = g_strdup_printf (_ ("%1$s: the largest share is that of %5$s, %4$s; the least that of %3$s, %2$s."), name,
                               low_text, asked->rows[least].name, high_text, asked->rows[most].name);
}

/* A share and a number a part. */
static void
tabulate (BlChart *chart, const BlStackedChart *asked)
{
  BlChartTable *table = chart->table;
  guint last = asked->n_parts * 2 + 1;

  bl_chart_table_add_column (table, asked->rows_title != NULL ? asked->rows_title : _ ("Name"), FALSE);
  for (guint p = 0; p < asked->n_parts; p++)
    {
      /* TRANSLATORS: a part, of what ("people") */
      g_autofree char *number = g_strdup_printf (_ ("%1$s, %2$s"), asked->parts[p], asked->noun);
      g_autofree char *share = g_strdup_printf (_ ("%s, %%"), asked->parts[p]);

      bl_chart_table_add_column (table, number, TRUE);
      bl_chart_table_add_column (table, share, TRUE);
    }
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint r = 0; r < asked->n_rows; r++)
    {
      double sum = sum_of (asked, r);
      guint row = bl_chart_table_add_row (table);

      bl_chart_table_set_text (table, row, 0, asked->rows[r].name);
      for (guint p = 0; p < asked->n_parts; p++)
        {
          double part = asked->rows[r].parts[p];
          g_autofree char *number = isfinite (part) ? bl_text_number (part, 0) : g_strdup (_ ("no data"));
          g_autofree char *share = isfinite (sum) ? bl_text_percent (part / sum * 100) : g_strdup (_ ("no data"));

          bl_chart_table_set_number (table, row, p * 2 + 1, isfinite (part) ? part : NAN, number);
          bl_chart_table_set_number (table, row, p * 2 + 2, isfinite (sum) ? part / sum * 100 : NAN, share);
        }
      bl_chart_table_set_text (table, row, last, asked->rows[r].note != NULL ? asked->rows[r].note : "");
    }
}

BlChart *
bl_stacked_chart_new (const BlStackedChart *asked)
{
  BlChart *chart;
  BlChartPanel *panel;
  char *title = NULL, *sentence = NULL;

  g_return_val_if_fail (asked->n_parts <= BL_STACKED_PARTS_MAX, NULL);

  chart = bl_chart_new (BL_CHART_STACKED);
  panel = bl_chart_add_panel (chart);
  panel->x.low = 0;
  panel->x.high = 100;
  panel->x.exact = TRUE;
  panel->x.number = BL_INDICATOR_KIND_SHARE;
  panel->x.unit = g_strdup ("%");
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->y.no_grid = TRUE;
  for (guint r = 0; r < asked->n_rows; r++)
    bl_scale_add_name (&panel->y, asked->rows[r].name);
  for (guint p = 0; p < asked->n_parts; p++)
    add_part (panel, asked, p);
  add_reasons (panel, asked);
  say (asked, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  tabulate (chart, asked);
  return chart;
}
