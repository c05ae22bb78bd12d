/* indicator-chart-private.h: the parts of charts of an indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator-chart.h"

G_BEGIN_DECLS

/* From so many points on there is a median (indicator-content 5.3). */
#define BL_INDICATOR_MEDIAN_POINTS 5

/**
 * BlIndicatorDraw: what is drawn, while a chart is made of it.
 */
typedef struct
{
  const BlIndicatorValues *values;
  const BlObservations *obs;
  const BlJudgement *judgement;
  BlJudgeQuestion question;  /* target, baseline */
  BlIndicatorKind number;
  const char *unit;          /* NULL */
  const char *place;         /* said before each period, of many charts; NULL */
  gboolean tested;           /* months and the like, judged by rules, not in pairs */
  guint first, n;            /* of the observations, those shown */
  guint row;                 /* of the table: that of the first one shown */
  BlDatumFlags *flags;       /* of every observation */
  BlChart *chart;
} BlIndicatorDraw;

/* indicator-chart.c */
void bl_indicator_draw_init (BlIndicatorDraw *draw, const BlIndicatorValues *values, const BlJudgement *judgement);
void bl_indicator_draw_clear (BlIndicatorDraw *draw);
/* State, flags, interval, words, row and y; x is the caller's, who frees or gives away what is in it. */
void bl_indicator_draw_datum (const BlIndicatorDraw *draw, guint index, BlDatum *datum);
/* In Julian days: the middle of a period, the day itself of a snapshot. */
double bl_indicator_draw_middle (const BlPeriod *period);
/* A scale of lines of figures from @low to @high: from nought where that leaves their ups and downs readable, else so much
 * of it that a small change looks small. Shares end at 100. */
void bl_indicator_draw_span (const BlIndicatorDraw *draw, BlScale *scale, double low, double high);
/* How many of those shown are known. */
guint bl_indicator_draw_known (const BlIndicatorDraw *draw);
/* Whether there is a target, or a range. */
gboolean bl_indicator_draw_has_target (const BlIndicatorDraw *draw);
/* Lines where the target is; @across: standing, of lying bars. */
void bl_indicator_draw_target (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean across);
/* Named figures of one axis, or of both sides of it. */
void bl_indicator_draw_set_number (const BlIndicatorDraw *draw, BlScale *scale, gboolean titled);

/* indicator-chart-words.c */
void bl_indicator_draw_titles (const BlIndicatorDraw *draw, BlChartKind kind);
/* "46,812 visits, an estimate", "no data". */
char *bl_indicator_draw_say_value (const BlIndicatorDraw *draw, guint index);
/* "Measured, provisional, 5 of 12 months". */
char *bl_indicator_draw_say_state (const BlIndicatorDraw *draw, guint index);
/* "above its upper limit; seven in a row above the average"; "" where no rule holds. */
char *bl_indicator_draw_say_signals (const BlIndicatorDraw *draw, guint index);
/* The whole datum. */
char *bl_indicator_draw_say (const BlIndicatorDraw *draw, guint index);
/* What a mark begins: "September 2018: the definition was narrowed". */
char *bl_indicator_draw_say_mark (const BlMark *mark);
/* What is noted of a period, and what began in it; NULL: nothing. */
char *bl_indicator_draw_say_note (const BlIndicatorDraw *draw, guint index);
/* The user's words about periods shown, as notes of @panel among those there are, in order of time; @shown: of bands, the index of those shown, else of time. */
void bl_indicator_draw_comments (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean bands);
/* "visits a month", "£ per visit"; NULL. */
char *bl_indicator_draw_say_unit (const BlIndicatorDraw *draw);

/* indicator-chart-table.c: a row a period; of many charts (@first: what they are) rows one chart after the other. */
void bl_indicator_draw_tabulate (const BlIndicatorDraw *draw);
void bl_indicator_draw_begin_table (BlChart *chart, const char *first);
void bl_indicator_draw_add_rows (BlIndicatorDraw *draw, const char *title);

/* indicator-chart-time.c: along time. @small: one of many. */
void bl_indicator_draw_time (const BlIndicatorDraw *draw, BlChartPanel *panel, BlChartKind kind, gboolean small);
/* indicator-chart-limits.c. A limit as it is drawn: not below nought, shares not above 100 (5.1). */
double bl_indicator_draw_cut (const BlIndicatorDraw *draw, double value);
/* Grounds and lines behind the values; what they cover goes into @low and @high. */
void bl_indicator_draw_limits (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean small, double *low, double *high);
/* Whether a segment has its limits drawn. */
gboolean bl_indicator_draw_has_lines (const BlIndicatorDraw *draw, guint segment, gboolean small);
void bl_indicator_draw_medians (const BlIndicatorDraw *draw, BlChartPanel *panel, gboolean small);
/* indicator-chart-season.c */
void bl_indicator_draw_season (const BlIndicatorDraw *draw, BlChartPanel *panel);
/* indicator-chart-years.c */
void bl_indicator_draw_bars (const BlIndicatorDraw *draw, BlChartPanel *panel);
void bl_indicator_draw_bullet (const BlIndicatorDraw *draw, BlChartPanel *panel);
void bl_indicator_draw_slope (const BlIndicatorDraw *draw, BlChartPanel *panel);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlIndicatorDraw, bl_indicator_draw_clear)

G_END_DECLS
