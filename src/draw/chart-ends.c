/* chart-ends.c: names and figures at the ends of lines and bars, beyond the edge of the plot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"

#define GAP 5.0
/* Small charts side by side say only what is named directly. */
#define NARROW 300.0
/* What names at the ends of lines may take of a panel. */
#define ENDS_SHARE 0.34
/* A line that ends this near to the edge is named beyond it. */
#define NEAR_EDGE 0.03

gboolean
bl_chart_mark_is_direct (const BlChartFrame *frame, const BlChartMark *mark)
{
  if (!mark->direct || frame->level >= 3 || mark->data->len == 0)
    return FALSE;
  for (guint p = 0; p < frame->n_plots; p++)
    if (frame->plots[p].panel->polar)
      return FALSE;
  /* Where a cumulative curve begins all its lines are one. */
  if (mark->kind == BL_MARK_STEP && frame->chart->kind == BL_CHART_CURVE && frame->look.right_to_left)
    return FALSE;
  switch (mark->kind)
    {
    case BL_MARK_LINE:
    case BL_MARK_STEP:
    case BL_MARK_RULE:
    case BL_MARK_TINT:
    case BL_MARK_TICK:
    case BL_MARK_POINT:
    case BL_MARK_TEXT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The last datum of a line that has a place, or the first. */
const BlDatum *
bl_chart_end_of_line (const BlChartMark *mark, gboolean first)
{
  const BlDatum *found = NULL;

  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);

      if (!isfinite (datum->x) || !isfinite (datum->y))
        continue;
      found = datum;
      if (first)
        break;
    }
  return found;
}

gboolean
bl_chart_mark_is_line (const BlChartMark *mark)
{
  return mark->kind == BL_MARK_LINE || mark->kind == BL_MARK_STEP;
}

/* Of a panel read from left to right, whose right edge is the end. */
static gboolean
has_ends (const BlChartPlot *plot)
{
  return !plot->panel->polar && !plot->panel->bare && !bl_chart_panel_lies (plot->panel)
         && !bl_chart_panel_has (plot->panel, BL_MARK_CELL);
}

gboolean
bl_chart_ends_start (const BlChartFrame *frame)
{
  return frame->look.right_to_left && frame->chart->kind != BL_CHART_SLOPE;
}

static gboolean
at_edge (const BlChartFrame *frame, const BlChartPlot *plot, double x)
{
  double place;

  if (!isfinite (x))
    return TRUE;
  place = bl_scale_place (&plot->x, x);
  if (plot->x.kind == BL_SCALE_BAND)
    return bl_chart_ends_start (frame) ? place <= bl_scale_get_band (&plot->x)
                                       : place >= 1 - bl_scale_get_band (&plot->x);
  return bl_chart_ends_start (frame) ? place <= NEAR_EDGE : place >= 1 - NEAR_EDGE;
}

gboolean
bl_chart_plot_is_small (const BlChartFrame *frame, const BlChartPlot *plot)
{
  return frame->n_plots > 2 && plot->cell.width < NARROW * frame->scale;
}

char *
bl_chart_name_and_label (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum)
{
  gboolean named = bl_chart_mark_is_direct (frame, mark) && mark->name != NULL;

  if (named && datum->label != NULL)
    return g_strdup_printf ("%s %s", mark->name, datum->label);
  return g_strdup (named ? mark->name : datum->label);
}

static void
add_end (BlChartFrame *frame,
         const BlChartPlot *plot,
         GArray *ends,
         const BlChartMark *mark,
         const BlDatum *datum,
         const char *words,
         gboolean start)
{
  gboolean strong = mark->tone == BL_TONE_SERIES || mark->tone == BL_TONE_FOCUS
                    || mark->tone == BL_TONE_TARGET || datum->flags & BL_DATUM_FOCUS;
  BlChartFont font = {
    .size = BL_TEXT_SIZE_LABEL, .bold = strong, .width = floor (plot->cell.width * ENDS_SHARE), .lines = 2
  };
  BlChartEnd end = { mark, datum, NULL, NAN, NAN, start };

  if (words == NULL || *words == '\0'
      || (bl_chart_plot_is_small (frame, plot) && !bl_chart_mark_is_direct (frame, mark)))
    return;
  end.text = bl_chart_text_get (frame, words, &font);
  g_array_append_val (ends, end);
}

/* The rule's stretch reaches the edge where ends are named. */
static gboolean
rule_at_edge (const BlChartFrame *frame, const BlChartPlot *plot, const BlDatum *datum)
{
  return at_edge (frame, plot, bl_chart_ends_start (frame) ? datum->x : datum->x2);
}

/* What stands beyond the edge of the plot and not in it. */
void
bl_chart_ends_collect (BlChartFrame *frame, const BlChartPlot *plot, GArray *ends)
{
  gboolean start = bl_chart_ends_start (frame);

  if (!has_ends (plot) || frame->level >= 3)
    return;
  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);

      if (bl_chart_mark_is_line (mark) || (mark->kind == BL_MARK_POINT && plot->x.kind != BL_SCALE_NUMBER))
        {
          const BlDatum *last = bl_chart_end_of_line (mark, start);
          const BlDatum *first = bl_chart_end_of_line (mark, TRUE);
          g_autofree char *words = last != NULL ? bl_chart_name_and_label (frame, mark, last) : NULL;

          if (last != NULL && at_edge (frame, plot, last->x))
            add_end (frame, plot, ends, mark, last, words, start);
          if (frame->chart->kind == BL_CHART_SLOPE && first != NULL && first != last)
            add_end (frame, plot, ends, mark, first, first->label, TRUE);
        }
      else if (mark->kind == BL_MARK_RULE && !mark->across)
        for (guint i = 0; i < mark->data->len; i++)
          {
            const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
            g_autofree char *words = bl_chart_name_and_label (frame, mark, datum);

            if (isfinite (datum->y) && rule_at_edge (frame, plot, datum))
              add_end (frame, plot, ends, mark, datum, words, start);
          }
    }
}

/* The figures at the ends of lying bars that reach far: room beyond the plot. */
static void
measure_lying (BlChartFrame *frame, BlChartPlot *plot, const BlChartMark *mark, double *beyond)
{
  double right = plot->plot.x + plot->plot.width;

  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      BlChartFont font = { .size = BL_TEXT_SIZE_LABEL, .bold = bl_datum_is_strong (datum) };
      double end = mark->kind == BL_MARK_SPAN && isfinite (datum->x2) ? datum->x2 : datum->x;
      double width, x;

      if (datum->label == NULL || mark->stacked || !isfinite (end) || bl_scale_place (&plot->x, end) < 0)
        continue;
      width = bl_chart_text_get (frame, datum->label, &font)->width;
      x = bl_chart_plot_x (plot, end) + (plot->flipped ? -GAP : GAP);
      x = bl_chart_plot_clear (plot, x, bl_chart_plot_y (plot, datum->y), width, plot->flipped);
      *beyond = fmax (*beyond, (plot->flipped ? plot->plot.x - x + width : x + width - right) + 2);
    }
}

/* Rules and ticks that stand in a lying panel, or in a strip, have their names above it. */
static gboolean
names_above (const BlChartFrame *frame, const BlChartMark *mark)
{
  if ((mark->kind != BL_MARK_RULE && mark->kind != BL_MARK_TICK) || !mark->across)
    return FALSE;
  if (mark->name != NULL && bl_chart_mark_is_direct (frame, mark))
    return TRUE;
  for (guint i = 0; i < mark->data->len; i++)
    if (g_array_index (mark->data, BlDatum, i).label != NULL)
      return TRUE;
  return FALSE;
}

void
bl_chart_labels_measure (BlChartFrame *frame, BlChartPlot *plot, double *start, double *end, double *top)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (BlChartEnd));
  double beyond = 0;

  *start = *end = *top = 0;
  if (plot->panel->bare || frame->level >= 3)
    return;
  bl_chart_ends_collect (frame, plot, ends);
  for (guint i = 0; i < ends->len; i++)
    {
      const BlChartEnd *one = &g_array_index (ends, BlChartEnd, i);
      double *side = one->start ? start : end, inside = 0;

      /* The two moments of a slope stand within the plot: there is room beyond them. */
      if (frame->chart->kind == BL_CHART_SLOPE && isfinite (one->datum->x))
        {
          double place = bl_scale_place (&plot->x, one->datum->x);

          inside = plot->plot.width * (one->start ? place : 1 - place);
        }
      *side = fmax (*side, one->text->width + GAP + 4 - inside);
    }
  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);

      if (bl_chart_panel_lies (plot->panel)
          && (mark->kind == BL_MARK_BAR || mark->kind == BL_MARK_SPAN))
        measure_lying (frame, plot, mark, &beyond);
      else if ((bl_chart_panel_lies (plot->panel) || frame->chart->kind == BL_CHART_DOTS) && names_above (frame, mark))
        *top = bl_chart_text_line (frame, BL_TEXT_SIZE_LABEL) + 1;
      else if (mark->kind == BL_MARK_BAR && !mark->across && !mark->stacked)
        for (guint i = 0; i < mark->data->len && *top == 0; i++)
          if (g_array_index (mark->data, BlDatum, i).label != NULL)
            *top = bl_chart_text_line (frame, BL_TEXT_SIZE_LABEL);
    }
  beyond = fmin (beyond, plot->cell.width * ENDS_SHARE);
  if (plot->flipped)
    *start = fmax (*start, beyond);
  else
    *end = fmax (*end, beyond);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const BlChartEnd *one = a, *other = b;

  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;
  return 0;
}

/* The least wanted first to go where there is no room for all. */
static guint
find_least (const GArray *ends)
{
  static const guint worth[] = {
    [BL_TONE_SERIES] = 5,    [BL_TONE_FOCUS] = 6,  [BL_TONE_OTHERS] = 1,
    [BL_TONE_REFERENCE] = 3, [BL_TONE_LIMIT] = 0,  [BL_TONE_TARGET] = 4,
    [BL_TONE_INK] = 4,       [BL_TONE_BETTER] = 5, [BL_TONE_WORSE] = 5,
  };
  guint least = 0;

  for (guint i = 1; i < ends->len; i++)
    if (worth[g_array_index (ends, BlChartEnd, i).mark->tone]
        < worth[g_array_index (ends, BlChartEnd, least).mark->tone])
      least = i;
  return least;
}

void
bl_chart_ends_lay_out (BlChartFrame *frame, BlChartPlot *plot, const GArray *all, gboolean start)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (BlChartEnd));
  g_autofree double *places = g_new (double, all->len + 1), *sizes = g_new (double, all->len + 1);
  double edge = start ? plot->plot.x : plot->plot.x + plot->plot.width;

  for (guint i = 0; i < all->len; i++)
    {
      BlChartEnd end = g_array_index (all, BlChartEnd, i);

      if (end.start != start || !bl_chart_plot_datum (plot, end.mark, end.datum, &end.x, &end.y)
          || end.y < plot->plot.y - 1 || end.y > plot->plot.y + plot->plot.height + 1)
        continue;
      if (end.mark->kind == BL_MARK_RULE)
        end.x = edge;
      g_array_append_val (ends, end);
    }
  g_array_sort (ends, compare_ends);
  for (;;)
    {
      for (guint i = 0; i < ends->len; i++)
        {
          const BlChartEnd *end = &g_array_index (ends, BlChartEnd, i);

          sizes[i] = end->text->height;
          places[i] = end->y - sizes[i] / 2;
        }
      if (ends->len == 0)
        return;
      if (bl_chart_spread (places, sizes, ends->len, plot->plot.y - 2, plot->plot.y + plot->plot.height, 0))
        break;
      g_array_remove_index (ends, find_least (ends));
    }
  for (guint i = 0; i < ends->len; i++)
    {
      const BlChartEnd *end = &g_array_index (ends, BlChartEnd, i);
      double from = frame->chart->kind == BL_CHART_SLOPE ? end->x : edge;
      double x = start ? from - GAP - 2 - end->text->width : from + GAP + 2;
      double middle = places[i] + sizes[i] / 2;

      x = CLAMP (x, plot->cell.x, plot->cell.x + plot->cell.width - end->text->width);
      bl_chart_word_add (frame, end->text, x, places[i], bl_chart_text_colour (frame, end->mark, end->datum),
                         FALSE);
      if (fabs (middle - end->y) > sizes[i] * 0.6)
        {
          BlChartLeader leader = { end->x + (start ? -3 : 3), end->y,
                                   start ? x + end->text->width + 2 : x - 2, middle, frame->palette->axis };

          g_array_append_val (frame->leaders, leader);
        }
    }
}
