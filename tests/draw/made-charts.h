/* made-charts.h: small charts of every kind, of made-up figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include "chart-frame.h"

/* Julian days of the first of a month, and of the middle of that month. */
static inline double
made_day (int year, int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static inline double
made_month (int year, int months)
{
  int at = year * 12 + months;

  return (made_day (at / 12, at % 12 + 1) + made_day ((at + 1) / 12, (at + 1) % 12 + 1)) / 2;
}

static inline BlDatum *
made_add (BlChartMark *mark, double x, double y)
{
  BlDatum datum;

  bl_datum_init (&datum);
  datum.x = x;
  datum.y = y;
  bl_chart_mark_take (mark, &datum);
  return &g_array_index (mark->data, BlDatum, mark->data->len - 1);
}

static inline void
made_say (BlDatum *datum, const char *label, int row)
{
  g_free (datum->label);
  datum->label = g_strdup (label);
  g_free (datum->words);
  datum->words = g_strdup_printf ("at %.1f: %.1f", datum->x, datum->y);
  datum->row = row;
}

static inline BlChart *
made_new (BlChartKind kind, const char *title)
{
  BlChart *chart = bl_chart_new (kind);

  chart->title = g_strdup (title);
  chart->subtitle = g_strdup ("Made-up figures, April 2012 to March 2024");
  chart->sentence = g_strdup ("A sentence that says what the chart shows.");
  chart->source = g_strdup ("Made up for the test");
  return chart;
}

/* Figures that look like a library's, the same each time. */
static inline double
made_figure (GRand *random, guint i, double about)
{
  return floor (about * (1 + 0.12 * sin (i * G_PI / 6) + g_rand_double_range (random, -0.09, 0.09)));
}

/* A control chart's panel: @n months in two segments with limits between which nothing was counted for ten.
 */
static inline void
made_control_panel (BlChart *chart, guint n, guint32 seed, const char *title)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *tint = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_LIMIT, NULL);
  BlChartMark *limits = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_LIMIT, NULL);
  BlChartMark *centre = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_SERIES, NULL);
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_OTHERS, NULL);
  BlChartMark *points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  guint gap = n * 2 / 3, segments[3] = { 0, gap, n };

  panel->title = g_strdup (title);
  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->x.period = BL_PERIOD_KIND_MONTH;
  panel->y.title = g_strdup ("visits a month");
  panel->y.number = BL_INDICATOR_KIND_COUNT;
  panel->y.from_zero = TRUE;
  for (guint s = 0; s < 2; s++)
    {
      double about = s == 0 ? 75881 : 48500;
      double from = made_month (2012, 3 + (int) segments[s]),
             to = made_month (2012, 2 + (int) segments[s + 1]);
      BlDatum *datum = made_add (tint, from, NAN);
      double sides[2] = { about * 1.2, about * 0.8 };

      datum->x2 = to;
      datum->low = sides[1];
      datum->high = sides[0];
      for (guint k = 0; k < 2; k++)
        {
          datum = made_add (limits, from, sides[k]);
          datum->x2 = to;
          if (s == 1)
            datum->label = g_strdup_printf ("%.0f", sides[k]);
        }
      datum = made_add (centre, from, about);
      datum->x2 = to;
      datum->label = g_strdup_printf ("average %.0f", about);
    }
  for (guint i = 0; i < n; i++)
    {
      gboolean missing = i >= gap && i < gap + 10;
      double value = missing ? NAN : made_figure (random, i, i < gap ? 75881 : 48500);
      double x = made_month (2012, 3 + (int) i);
      BlDatum *datum;

      if (i == 20)
        value *= 0.7;
      datum = made_add (line, x, value);
      datum->state = missing ? BL_STATE_NO_DATA : BL_STATE_MEASURED;
      datum = made_add (points, x, value);
      datum->state = missing ? BL_STATE_NO_DATA : BL_STATE_MEASURED;
      datum->flags = i == 20 ? BL_DATUM_SIGNAL : i > n - 3 ? BL_DATUM_PROVISIONAL : 0;
      made_say (datum, NULL, (int) i);
    }
  bl_chart_panel_add_note (panel, made_month (2012, 3 + (int) gap), TRUE,
                           "All libraries closed from 19 March 2020; ten months have no figures.");
  bl_chart_panel_add_note (panel, made_month (2012, 3 + (int) n - 6), FALSE,
                           "Outer West closed May to August 2023.");
}

static inline BlChart *
made_control (guint n)
{
  BlChart *chart = made_new (BL_CHART_CONTROL, "Visits stepped up in August 2023, still a third down");

  made_control_panel (chart, n, 7, NULL);
  return chart;
}

static inline BlChart *
made_multiples (guint n_panels, guint n, gboolean shared)
{
  BlChart *chart = made_new (BL_CHART_MULTIPLES, "Most libraries are where they were");

  chart->shared = shared;
  for (guint i = 0; i < n_panels; i++)
    {
      g_autofree char *title = g_strdup_printf ("Library number %u", i + 1);

      made_control_panel (chart, n, 100 + i, title);
    }
  return chart;
}

/* A year each: measured, an estimate, a proxy, one held back, one without data, one provisional. */
static inline BlChart *
made_states (BlChartKind kind)
{
  static const BlState states[]
      = { BL_STATE_MEASURED, BL_STATE_MEASURED,   BL_STATE_ESTIMATE, BL_STATE_ESTIMATE, BL_STATE_PROXY,
          BL_STATE_PROXY,    BL_STATE_SUPPRESSED, BL_STATE_NO_DATA,  BL_STATE_MEASURED, BL_STATE_MEASURED };
  BlChart *chart = made_new (kind, "Every state of a figure");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *line = NULL, *points;

  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->x.period = BL_PERIOD_KIND_FY;
  panel->y.title = g_strdup ("visits");
  panel->y.from_zero = TRUE;
  if (kind == BL_CHART_BAR)
    points = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);
  else
    {
      line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, "Newcastle");
      line->direct = TRUE;
      points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gboolean missing = states[i] == BL_STATE_SUPPRESSED || states[i] == BL_STATE_NO_DATA;
      double x = (made_day (2012 + (int) i, 4) + made_day (2013 + (int) i, 4)) / 2;
      double value = missing ? NAN : 100 + 10 * (i % 4);
      g_autofree char *label = missing ? NULL : g_strdup_printf ("%.0f", value);
      BlDatum *datum;

      if (line != NULL)
        made_add (line, x, value)->state = states[i];
      datum = made_add (points, x, value);
      datum->state = states[i];
      if (i == 9)
        datum->flags = BL_DATUM_PROVISIONAL;
      made_say (datum, kind == BL_CHART_BAR || i == 9 ? label : NULL, (int) i);
    }
  return chart;
}

static inline BlChart *
made_lines (void)
{
  static const char *const names[]
      = { "Newcastle", "Gateshead", "similar places, the middle of fifteen", "England" };
  BlChart *chart = made_new (BL_CHART_LINE, "Visits fell everywhere");
  BlChartPanel *panel = bl_chart_add_panel (chart);

  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->x.period = BL_PERIOD_KIND_FY;
  panel->y.title = g_strdup ("visits per 1,000 people");
  for (guint s = 0; s < 4; s++)
    {
      BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE,
                                                   s == 3   ? BL_TONE_REFERENCE
                                                   : s == 2 ? BL_TONE_OTHERS
                                                            : BL_TONE_SERIES,
                                                   names[s]);

      line->series = s;
      line->direct = TRUE;
      for (guint i = 0; i < 12; i++)
        made_say (made_add (line, (made_day (2012 + (int) i, 4) + made_day (2013 + (int) i, 4)) / 2,
                            4200 - 200.0 * i + 60 * s + 40 * (i * (s + 1) % 5)),
                  i == 11 ? "2,050" : NULL, (int) (s * 12 + i));
    }
  return chart;
}

static inline BlChart *
made_grouped (void)
{
  static const char *const ages[] = { "Children", "Young people", "Adults of working age", "Older people" };
  static const char *const years[] = { "2018-19", "2023-24" };
  BlChart *chart = made_new (BL_CHART_GROUPED, "Fewer people of every age");
  BlChartPanel *panel = bl_chart_add_panel (chart);

  bl_scale_init (&panel->x, BL_SCALE_BAND);
  panel->y.title = g_strdup ("active users");
  for (guint i = 0; i < 4; i++)
    bl_scale_add_name (&panel->x, ages[i]);
  for (guint s = 0; s < 2; s++)
    {
      BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, years[s]);

      bars->series = s;
      bars->side = s;
      bars->n_sides = 2;
      for (guint i = 0; i < 4; i++)
        {
          g_autofree char *label = g_strdup_printf ("%u", 8200 - 900 * i - 700 * s);

          made_say (made_add (bars, i, 8200 - 900.0 * i - 700 * s), label, (int) (s * 4 + i));
        }
    }
  return chart;
}

static inline BlChart *
made_ranked (void)
{
  static const char *const names[] = { "Bristol",
                                       "Brighton and Hove",
                                       "Bath and North East Somerset",
                                       "Leeds",
                                       "Newcastle upon Tyne",
                                       "Sheffield",
                                       "Plymouth",
                                       "Luton",
                                       "Salford" };
  BlChart *chart = made_new (BL_CHART_RANKED, "Newcastle is near the middle");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_OTHERS, NULL);
  BlChartMark *middle = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, "middle 1,983");

  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->x.title = g_strdup ("visits per 1,000 people");
  bars->across = TRUE;
  middle->across = TRUE;
  middle->direct = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      double value = 3100 - 260.0 * i;
      g_autofree char *label = g_strdup_printf ("%.0f", value);
      BlDatum *datum;

      bl_scale_add_name (&panel->y, names[i]);
      datum = made_add (bars, i >= 7 ? NAN : value, i);
      if (i == 4)
        datum->flags = BL_DATUM_FOCUS;
      if (i == 3)
        datum->state = BL_STATE_ESTIMATE;
      if (i == 7)
        datum->state = BL_STATE_NO_DATA;
      if (i == 8)
        datum->state = BL_STATE_SUPPRESSED;
      made_say (datum, i >= 7 ? NULL : label, (int) i);
    }
  made_add (middle, 1983, NAN);
  return chart;
}

static inline BlChart *
made_dots (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  BlChart *chart = made_new (BL_CHART_DOTS, "Newcastle is in the lower half");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *tint = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_OTHERS, "middle half");
  BlChartMark *dots = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_OTHERS, NULL);
  BlChartMark *middle = bl_chart_panel_add_mark (panel, BL_MARK_TICK, BL_TONE_REFERENCE, "middle");
  BlDatum *datum = made_add (tint, 1600, NAN);

  datum->x2 = 2300;
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->x.title = g_strdup ("visits per 1,000 people");
  bl_scale_add_name (&panel->y, "");
  middle->across = TRUE;
  middle->direct = TRUE;
  for (guint i = 0; i < 15; i++)
    made_say (made_add (dots, g_rand_double_range (random, 1200, 3100), 0), NULL, (int) i);
  datum = made_add (dots, 1719, 0);
  datum->flags = BL_DATUM_RINGED;
  made_say (datum, "Newcastle 1,719", 15);
  made_add (middle, 1983, 0);
  return chart;
}

static inline BlChart *
made_slope (void)
{
  static const char *const names[] = { "Gosforth", "Walker", "Kenton", "Fenham" };
  BlChart *chart = made_new (BL_CHART_SLOPE, "Walker rose, the others fell");
  BlChartPanel *panel = bl_chart_add_panel (chart);

  bl_scale_init (&panel->x, BL_SCALE_BAND);
  bl_scale_add_name (&panel->x, "2018-19");
  bl_scale_add_name (&panel->x, "2023-24");
  panel->y.hidden = TRUE;
  for (guint s = 0; s < 4; s++)
    {
      BlChartMark *line
          = bl_chart_panel_add_mark (panel, BL_MARK_LINE, s == 1 ? BL_TONE_SERIES : BL_TONE_OTHERS, names[s]);
      double then = 52000 - 6000.0 * s, now = s == 1 ? 51000 : then * 0.8;
      g_autofree char *first = g_strdup_printf ("%.0f", then), *last = g_strdup_printf ("%.0f", now);

      line->direct = TRUE;
      made_say (made_add (line, 0, then), first, (int) (s * 2));
      made_say (made_add (line, 1, now), last, (int) (s * 2 + 1));
    }
  return chart;
}

static inline BlChart *
made_pyramid (void)
{
  static const char *const ages[]
      = { "75 and over", "60 to 74", "45 to 59", "30 to 44", "16 to 29", "0 to 15" };
  BlChart *chart = made_new (BL_CHART_PYRAMID, "Users are younger than the city");

  for (guint p = 0; p < 2; p++)
    {
      BlChartPanel *panel = bl_chart_add_panel (chart);
      BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);

      panel->title = g_strdup (p == 0 ? "Users" : "Everyone");
      panel->mirrored = p == 0;
      bars->series = p == 0 ? 0 : 4;
      bars->across = TRUE;
      panel->x.unit = g_strdup ("%");
      panel->x.number = BL_INDICATOR_KIND_SHARE;
      bl_scale_init (&panel->y, BL_SCALE_BAND);
      for (guint i = 0; i < 6; i++)
        {
          double value = 8 + 4.0 * ((i + p) % 5);
          g_autofree char *label = g_strdup_printf ("%.0f%%", value);

          bl_scale_add_name (&panel->y, ages[i]);
          made_say (made_add (bars, value, i), label, (int) (p * 6 + i));
        }
    }
  return chart;
}

static inline BlChart *
made_stacked (void)
{
  static const char *const names[] = { "Walk", "Bus", "Car", "Other" };
  static const char *const places[] = { "Gosforth", "Walker", "Kenton" };
  BlChart *chart = made_new (BL_CHART_STACKED, "Most people walk");
  BlChartPanel *panel = bl_chart_add_panel (chart);

  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->x.number = BL_INDICATOR_KIND_SHARE;
  for (guint i = 0; i < 3; i++)
    bl_scale_add_name (&panel->y, places[i]);
  for (guint s = 0; s < 4; s++)
    {
      BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, names[s]);

      bars->series = s;
      bars->stacked = bars->across = TRUE;
      for (guint i = 0; i < 3; i++)
        {
          static const double shares[4] = { 46, 24, 21, 9 };
          double below = 0;
          g_autofree char *label = g_strdup_printf ("%.0f%%", shares[s]);
          BlDatum *datum;

          for (guint k = 0; k < s; k++)
            below += shares[k];
          datum = made_add (bars, below + shares[s], i);
          datum->y0 = below;
          made_say (datum, label, (int) (s * 3 + i));
        }
    }
  return chart;
}

static inline BlChart *
made_heat (void)
{
  static const char *const days[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  BlChart *chart = made_new (BL_CHART_HEAT, "Tuesday evenings are full");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *cells = bl_chart_panel_add_mark (panel, BL_MARK_CELL, BL_TONE_SERIES, NULL);

  bl_scale_init (&panel->x, BL_SCALE_BAND);
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  for (guint h = 0; h < 12; h++)
    {
      g_autofree char *name = g_strdup_printf ("%u:00", 8 + h);

      bl_scale_add_name (&panel->x, name);
    }
  for (guint d = 0; d < 7; d++)
    {
      bl_scale_add_name (&panel->y, days[d]);
      for (guint h = 0; h < 12; h++)
        {
          BlDatum *datum = made_add (cells, h, d);
          g_autofree char *label = g_strdup_printf ("%u", (d * 7 + h * 5) % 90);

          datum->part = d == 6 && h < 2 ? NAN : d == 6 ? 0 : (d * 7 + h * 5) % 90 / 90.0;
          made_say (datum, d == 6 ? NULL : label, (int) (d * 12 + h));
        }
    }
  return chart;
}

static inline BlChart *
made_funnel (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  BlChart *chart = made_new (BL_CHART_FUNNEL, "Two places are outside the funnel");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *average = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, "average");
  BlChartMark *points;

  panel->x.title = g_strdup ("people");
  panel->y.title = g_strdup ("loans per 1,000 people");
  average->direct = TRUE;
  made_add (average, NAN, 2000);
  for (guint k = 0; k < 2; k++)
    {
      BlChartMark *limit = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_LIMIT,
                                                    k == 0 ? "upper limit" : "lower limit");

      limit->direct = TRUE;
      for (guint i = 1; i <= 40; i++)
        made_add (limit, i * 15000.0, 2000 + (k == 0 ? 1 : -1) * 200000 / sqrt (i * 15000.0));
    }
  points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_OTHERS, NULL);
  for (guint i = 0; i < 30; i++)
    {
      BlDatum *datum = made_add (points, g_rand_double_range (random, 100000, 580000),
                                 i == 3 ? 2900 : g_rand_double_range (random, 1750, 2250));

      if (i == 3)
        datum->flags = BL_DATUM_SIGNAL;
      if (i == 7)
        datum->flags = BL_DATUM_RINGED;
      made_say (datum, i == 3 ? "Bath and North East Somerset" : i == 7 ? "Newcastle" : NULL, (int) i);
    }
  return chart;
}

static inline BlChart *
made_bullet (void)
{
  BlChart *chart = made_new (BL_CHART_BULLET, "A third short of the target");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *ground
      = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_OTHERS, "middle half of similar places");
  BlChartMark *bar = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);
  BlChartMark *target = bl_chart_panel_add_mark (panel, BL_MARK_TICK, BL_TONE_TARGET, "target 60,000");
  BlDatum *datum = made_add (ground, 42000, NAN);

  datum->x2 = 57000;
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  bl_scale_add_name (&panel->y, "Visits a month");
  bar->across = target->across = target->direct = TRUE;
  bar->width = 14;
  made_say (made_add (bar, 48500, 0), "48,500", 0);
  made_add (target, 60000, 0);
  return chart;
}

static inline BlChart *
made_gantt (void)
{
  static const char *const stages[] = { "Evidence", "Needs", "Options", "Consultation", "Decision" };
  BlChart *chart = made_new (BL_CHART_GANTT, "Consultation starts in June");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *spans = bl_chart_panel_add_mark (panel, BL_MARK_SPAN, BL_TONE_SERIES, NULL);
  BlChartMark *today = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_FOCUS, "today");

  bl_scale_init (&panel->x, BL_SCALE_TIME);
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  today->across = today->direct = TRUE;
  for (guint i = 0; i < 5; i++)
    {
      BlDatum *datum = made_add (spans, made_day (2026, 1 + 2 * (int) i), i);

      bl_scale_add_name (&panel->y, stages[i]);
      datum->x2 = i == 4 ? NAN : made_day (2026, 3 + 2 * (int) i) + 15;
      datum->part = i < 1 ? 1 : i == 1 ? 0.5 : 0;
      datum->flags = i == 1 ? BL_DATUM_FOCUS : 0;
      if (i == 3)
        datum->state = BL_STATE_ESTIMATE;
      made_say (datum, i == 3 ? "may be late" : NULL, (int) i);
    }
  made_add (today, made_day (2026, 4) + 5, NAN);
  return chart;
}

static inline BlChart *
made_radar (void)
{
  static const char *const names[]
      = { "Reading", "Digital", "Health", "Learning", "Culture", "Communities", "Prosperity" };
  BlChart *chart = made_new (BL_CHART_RADAR, "Strong in reading, weak in digital");
  BlChartPanel *panel = bl_chart_add_panel (chart);

  panel->polar = TRUE;
  bl_scale_init (&panel->x, BL_SCALE_BAND);
  panel->y.low = 0;
  panel->y.high = 4;
  for (guint i = 0; i < 7; i++)
    bl_scale_add_name (&panel->x, names[i]);
  for (guint s = 0; s < 2; s++)
    {
      BlChartMark *line
          = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, s == 0 ? "Now" : "In three years");

      line->series = s;
      for (guint i = 0; i < 7; i++)
        made_say (made_add (line, i, 1 + (i * 2 + s) % 4 * 0.9), NULL, (int) (s * 7 + i));
    }
  return chart;
}

static inline BlChart *
made_spark (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  BlChart *chart = made_new (BL_CHART_LINE, "Visits");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, NULL);
  BlChartMark *last = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);

  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->bare = TRUE;
  for (guint i = 0; i < 60; i++)
    made_add (line, made_month (2019, (int) i), i > 13 && i < 24 ? NAN : made_figure (random, i, 40000));
  made_add (last, made_month (2019, 59), g_array_index (line->data, BlDatum, 59).y);
  return chart;
}

static inline BlChart *
made_curve (void)
{
  static const char *const names[] = { "Everyone", "Children", "Without a car" };
  BlChart *chart = made_new (BL_CHART_CURVE, "Nine in ten live within a mile");
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *mile = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, "1 mile");

  panel->x.title = g_strdup ("metres");
  panel->y.number = BL_INDICATOR_KIND_SHARE;
  panel->y.low = 0;
  panel->y.high = 100;
  mile->across = mile->direct = TRUE;
  made_add (mile, 1609.344, NAN);
  for (guint s = 0; s < 3; s++)
    {
      BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_STEP, BL_TONE_SERIES, names[s]);

      line->series = s;
      line->direct = TRUE;
      for (guint i = 0; i <= 40; i++)
        made_say (made_add (line, i * 75.0, 100 * (1 - exp (-(i * 75.0) / (600 + 80 * s)))), NULL,
                  (int) (s * 41 + i));
    }
  return chart;
}

static inline BlChart *
made_chart (BlChartKind kind)
{
  switch (kind)
    {
    case BL_CHART_LINE:
      return made_lines ();
    case BL_CHART_RUN:
      return made_states (BL_CHART_RUN);
    case BL_CHART_CONTROL:
      return made_control (144);
    case BL_CHART_BAR:
      return made_states (BL_CHART_BAR);
    case BL_CHART_GROUPED:
      return made_grouped ();
    case BL_CHART_RANKED:
      return made_ranked ();
    case BL_CHART_DOTS:
      return made_dots ();
    case BL_CHART_SLOPE:
      return made_slope ();
    case BL_CHART_BULLET:
      return made_bullet ();
    case BL_CHART_PYRAMID:
      return made_pyramid ();
    case BL_CHART_STACKED:
      return made_stacked ();
    case BL_CHART_CURVE:
      return made_curve ();
    case BL_CHART_HEAT:
      return made_heat ();
    case BL_CHART_FUNNEL:
      return made_funnel ();
    case BL_CHART_GANTT:
      return made_gantt ();
    case BL_CHART_RADAR:
      return made_radar ();
    case BL_CHART_MULTIPLES:
      return made_multiples (7, 60, TRUE);
    case BL_CHART_SEASON:
    default:
      return made_spark ();
    }
}
