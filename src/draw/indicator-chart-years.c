/* indicator-chart-years.c: bars of years, a figure against its target, and then and now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-chart-private.h"
#include "verdict-words.h"

#define BAR_WIDTH 14.0 /* px: the bands show above and below a bar */

static const BlObservation *
item_at (const BlIndicatorDraw *draw, int index)
{
  return index >= 0 ? &draw->obs->items[index] : NULL;
}

/* --- Bars ---------------------------------------------------------------------------- */

/* "551,000", "238,000" over "5 of 12", "no data". */
static char *
label_bar (const BlIndicatorDraw *draw, guint index)
{
  const BlObservation *item = &draw->obs->items[index];
  g_autofree char *value = NULL;

  if (!bl_observation_is_known (item))
    return bl_indicator_draw_say_value (draw, index);
  value = bl_words_value_short (item->value, draw->number, draw->unit);
  if ((draw->flags[index] & BL_DATUM_PARTIAL) && item->parts_expected > 0)
    return g_strdup_printf (_ ("%1$s\n%2$u of %3$u"), value, item->parts, item->parts_expected);
  return g_steal_pointer (&value);
}

static void
add_breaks (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  for (guint m = 0; m < draw->obs->n_marks; m++)
    {
      const BlMark *mark = &draw->obs->marks[m];

      for (guint i = draw->first; i < draw->first + draw->n; i++)
        if (mark->from >= draw->obs->items[i].period.start && mark->from < draw->obs->items[i].period.end)
          {
            g_autofree char *text = bl_indicator_draw_say_mark (mark);
            gboolean upright = mark->cause != BL_BREAK_COVERAGE && mark->cause != BL_BREAK_UNKNOWN;

            /* Between two bars where it came with the turn of the year, else within the one it fell in. */
            bl_chart_panel_add_note (panel,
                                     i - draw->first - (upright && mark->from == draw->obs->items[i].period.start ? 0.5 : 0.0),
                                     upright, text);
          }
    }
}

void
bl_indicator_draw_bars (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  BlChartMark *mark, *whiskers = NULL;

  bl_indicator_draw_set_number (draw, &panel->y, TRUE);
  panel->x.kind = BL_SCALE_BAND;
  panel->y.from_zero = TRUE;
  mark = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);
  for (guint i = draw->first; i < draw->first + draw->n; i++)
    {
      const BlObservation *item = &draw->obs->items[i];
      g_autofree char *name = bl_period_to_text (&item->period);
      BlDatum datum, whisker;

      bl_scale_add_name (&panel->x, name);
      bl_indicator_draw_datum (draw, i, &datum);
      datum.flags &= ~(BlDatumFlags) BL_DATUM_FOCUS;
      datum.x = i - draw->first;
      datum.label = label_bar (draw, i);
      if (isfinite (item->low) && isfinite (item->high) && item->low < item->high
          && !(item->flags & BL_OBSERVATION_RANGE))
        {
          if (whiskers == NULL)
            whiskers = bl_chart_panel_add_mark (panel, BL_MARK_WHISKER, BL_TONE_INK, NULL);
          bl_datum_init (&whisker);
          whisker.x = datum.x;
          whisker.low = item->low;
          whisker.high = item->high;
          bl_chart_mark_take (whiskers, &whisker);
        }
      bl_chart_mark_take (mark, &datum);
    }
  bl_indicator_draw_target (draw, panel, FALSE);
  add_breaks (draw, panel);
  bl_indicator_draw_comments (draw, panel, TRUE);
}

/* --- Against the target ---------------------------------------------------------------- */

typedef struct
{
  double low, high; /* NaN: to the edge */
  BlRag rag;
} Band;

/* The bands of the rule of 5.11. */
static guint
find_bands (const BlIndicatorDraw *draw, Band bands[5])
{
  const BlJudgeQuestion *question = &draw->question;
  gboolean points = draw->number == BL_INDICATOR_KIND_SHARE || draw->number == BL_INDICATOR_KIND_SURVEY;
  double share = draw->values->lines.close / 100, fixed = draw->values->lines.close_points;
  guint n = 0;

  if (question->wanted == BL_WANTED_RANGE)
    {
      double low = question->target_low, high = question->target_high;

      if (isfinite (low))
        {
          double close = points ? fixed : fabs (low) * share;

          bands[n++] = (Band){ NAN, low - close, BL_RAG_NOT_MET };
          bands[n++] = (Band){ low - close, low, BL_RAG_CLOSE };
        }
      bands[n++] = (Band){ low, high, BL_RAG_MET };
      if (isfinite (high))
        {
          double close = points ? fixed : fabs (high) * share;

          bands[n++] = (Band){ high, high + close, BL_RAG_CLOSE };
          bands[n++] = (Band){ high + close, NAN, BL_RAG_NOT_MET };
        }
      return n;
    }
  if (question->wanted == BL_WANTED_UP || question->wanted == BL_WANTED_DOWN)
    {
      double at = isfinite (draw->judgement->planned) ? draw->judgement->planned : question->target;
      double close = points ? fixed : fabs (question->target) * share;
      gboolean up = question->wanted == BL_WANTED_UP;

      bands[n++] = up ? (Band){ NAN, at - close, BL_RAG_NOT_MET } : (Band){ NAN, at, BL_RAG_MET };
      bands[n++] = up ? (Band){ at - close, at, BL_RAG_CLOSE } : (Band){ at, at + close, BL_RAG_CLOSE };
      bands[n++] = up ? (Band){ at, NAN, BL_RAG_MET } : (Band){ at + close, NAN, BL_RAG_NOT_MET };
    }
  return n;
}

static void
add_bands (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  static const BlTone tones[] = { [BL_RAG_MET] = BL_TONE_BETTER, [BL_RAG_CLOSE] = BL_TONE_OTHERS, [BL_RAG_NOT_MET] = BL_TONE_WORSE };
  Band bands[5];
  guint n = find_bands (draw, bands);

  for (guint i = 0; i < n; i++)
    {
      const char *name = _ (bl_rag_get_title (bands[i].rag));
      BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_TINT, tones[bands[i].rag], name);
      BlDatum datum;

      bl_datum_init (&datum);
      datum.x = bands[i].low;
      datum.x2 = bands[i].high;
      bl_chart_mark_take (mark, &datum);
    }
}

/* The year before that one; -1: not known. */
static int
find_before (const BlIndicatorDraw *draw, int index)
{
  BlPeriod before = bl_period_step (&draw->obs->items[index].period, -1);

  return bl_observations_find (draw->obs, &before);
}

/* A lying bar of one period. */
static void
add_lying (const BlIndicatorDraw *draw, BlChartPanel *panel, BlChartMark *mark, int index, gboolean latest)
{
  const BlObservation *item = item_at (draw, index);
  g_autofree char *name = bl_period_to_text (&item->period);
  guint band = panel->y.names != NULL ? panel->y.names->len : 0;
  BlDatum datum;

  bl_scale_add_name (&panel->y, name);
  bl_indicator_draw_datum (draw, (guint) index, &datum);
  datum.flags &= ~(BlDatumFlags) (BL_DATUM_SIGNAL | BL_DATUM_RUN | BL_DATUM_FOCUS);
  datum.x = datum.y;
  datum.y = band;
  datum.label = label_bar (draw, (guint) index);
  if (latest)
    datum.tone = BL_TONE_SERIES;
  bl_chart_mark_take (mark, &datum);
}

void
bl_indicator_draw_bullet (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  const BlJudgement *judgement = draw->judgement;
  BlChartMark *mark;
  int latest = -1, before = -1;
  double most = fmax (fmax (draw->question.target, draw->question.target_high), fmax (judgement->planned, draw->question.target_low));

  bl_indicator_draw_set_number (draw, &panel->x, TRUE);
  panel->x.from_zero = TRUE;
  panel->y.kind = BL_SCALE_BAND;
  /* Room beyond the target for the band in which it is met. */
  bl_scale_cover (&panel->x, 0);
  bl_scale_cover (&panel->x, most * 1.15);
  if (draw->number == BL_INDICATOR_KIND_SHARE && most * 1.15 > 100)
    {
      panel->x.low = 0;
      panel->x.high = 100;
      panel->x.exact = TRUE;
    }
  add_bands (draw, panel);
  mark = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_OTHERS, NULL);
  mark->across = TRUE;
  mark->width = BAR_WIDTH;
  if (judgement->latest >= 0)
    {
      /* Part of a year is never held against a target of the whole (1.8). */
      latest = judgement->whole >= 0 ? judgement->whole : judgement->latest;
      before = latest == judgement->latest ? judgement->before : find_before (draw, latest);
      add_lying (draw, panel, mark, latest, TRUE);
      bl_scale_cover (&panel->x, draw->obs->items[latest].value);
    }
  if (before >= 0 && bl_observation_is_known (&draw->obs->items[before]))
    {
      add_lying (draw, panel, mark, before, FALSE);
      bl_scale_cover (&panel->x, draw->obs->items[before].value);
    }
  bl_indicator_draw_target (draw, panel, TRUE);
  if (isfinite (draw->question.baseline))
    {
      g_autofree char *value = bl_words_value_short (draw->question.baseline, draw->number, draw->unit);
      g_autofree char *name = g_strdup_printf (_ ("baseline %s"), value);
      BlDatum datum;

      mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, name);
      mark->across = TRUE;
      mark->direct = TRUE;
      bl_datum_init (&datum);
      datum.x = draw->question.baseline;
      bl_scale_cover (&panel->x, datum.x);
      bl_chart_mark_take (mark, &datum);
    }
}

/* --- Then and now ---------------------------------------------------------------------- */

void
bl_indicator_draw_slope (const BlIndicatorDraw *draw, BlChartPanel *panel)
{
  const BlJudgement *judgement = draw->judgement;
  const int at[] = { judgement->before, judgement->latest };
  const double values[] = { judgement->earlier, judgement->value };
  BlChartMark *line, *points;

  bl_indicator_draw_set_number (draw, &panel->y, FALSE);
  /* The figures stand at the two ends. */
  panel->y.hidden = TRUE;
  panel->x.kind = BL_SCALE_BAND;
  if (item_at (draw, at[0]) == NULL || item_at (draw, at[1]) == NULL)
    return;
  line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, NULL);
  points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  for (guint k = 0; k < 2; k++)
    {
      g_autofree char *name = bl_words_period (&item_at (draw, at[k])->period);
      BlDatum datum, end;

      bl_scale_add_name (&panel->x, name);
      bl_indicator_draw_datum (draw, (guint) at[k], &datum);
      datum.flags &= ~(BlDatumFlags) (BL_DATUM_SIGNAL | BL_DATUM_RUN | BL_DATUM_FOCUS | BL_DATUM_BREAK);
      datum.x = k;
      datum.low = datum.high = NAN;
      datum.label = bl_words_value_short (values[k], draw->number, draw->unit);
      if (judgement->like_for_like)
        {
          /* Of what is known in both, which the sentence speaks of too. */
          g_autofree char *value = bl_words_value_unit (values[k], draw->number, draw->unit);

          datum.flags &= ~(BlDatumFlags) BL_DATUM_PARTIAL;
          g_free (datum.words);
          datum.words = g_strdup_printf (_ ("%1$s: %2$s, like for like"), name, value);
        }
      datum.y = values[k];
      bl_datum_init (&end);
      end.x = k;
      end.y = values[k];
      end.state = datum.state;
      bl_chart_mark_take (line, &end);
      bl_chart_mark_take (points, &datum);
    }
  bl_indicator_draw_span (draw, &panel->y, fmin (values[0], values[1]), fmax (values[0], values[1]));
}
