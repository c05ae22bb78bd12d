/* chart-axes.c: the names of the axes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "chart-private.h"

/* Names of bands take at most this part of a panel. */
#define NAMES_SHARE 0.4
/* Of a plan, whose bars have notes on their other side. */
#define PLAN_NAMES_SHARE 0.34
#define NAME_LINES 3

/* A name of the x axis, laid out. */
typedef struct
{
  const BlChartText *text;
  double at;    /* its middle, px */
  double start; /* where it begins */
  gboolean minor;
} Name;

static BlChartFont
axis_font (double width, int lines)
{
  return (BlChartFont){ .size = BL_TEXT_SIZE_LABEL, .width = width, .lines = lines, .centred = width > 0 };
}

static gboolean
is_middle (const BlChartFrame *frame)
{
  return frame->chart->kind == BL_CHART_PYRAMID;
}

static gboolean
has_title (const BlScale *scale, gboolean shown)
{
  return shown && scale->title != NULL && *scale->title != '\0' && !scale->hidden;
}

/* Those who share an axis are told its unit once. */
static gboolean
has_unit (const BlChartFrame *frame, const BlChartPlot *plot)
{
  return has_title (&plot->y, plot->shows_y) && frame->level < 4
         && (!frame->chart->shared || plot->index == 0);
}

/* Every name, at the middle of what it names; none that reaches beyond the panel. */
static void
collect_names (BlChartFrame *frame, BlChartPlot *plot, guint wanted, gboolean wrap, GArray *names)
{
  double room = plot->plot.width * bl_scale_get_band (&plot->x) - BL_CHART_GAP;
  double right = plot->cell.x + plot->cell.width;

  g_clear_pointer (&plot->x_ticks, g_array_unref);
  plot->x_ticks = bl_scale_get_ticks (&plot->x, wanted);
  g_array_set_size (names, 0);
  for (guint i = 0; i < plot->x_ticks->len; i++)
    {
      const BlScaleTick *tick = &g_array_index (plot->x_ticks, BlScaleTick, i);
      BlChartFont font = axis_font (0, 0);
      Name name = { NULL, bl_chart_plot_x (plot, tick->at), 0, tick->minor };

      if (tick->text == NULL || *tick->text == '\0')
        continue;
      name.text = bl_chart_text_get (frame, tick->text, &font);
      if (wrap && name.text->width > room && room > 3 * BL_TEXT_SIZE_LABEL * frame->scale)
        {
          font = axis_font (floor (room), NAME_LINES);
          name.text = bl_chart_text_get (frame, tick->text, &font);
        }
      if (name.text->width > plot->cell.width)
        {
          /* One name of many that is longer than all of the panel. */
          font = axis_font (floor (plot->cell.width), NAME_LINES);
          name.text = bl_chart_text_get (frame, tick->text, &font);
        }
      name.start = CLAMP (name.at - name.text->width / 2, plot->cell.x,
                          fmax (plot->cell.x, right - name.text->width));
      g_array_append_val (names, name);
    }
}

static gboolean
names_fit (const GArray *names, double gap)
{
  for (guint i = 1; i < names->len; i++)
    {
      const Name *a = &g_array_index (names, Name, i - 1), *b = &g_array_index (names, Name, i);
      const Name *left = a->start <= b->start ? a : b, *right = left == a ? b : a;

      if (left->start + left->text->width + gap > right->start)
        return FALSE;
    }
  return TRUE;
}

/* No word of a name is broken where names wrap within their bands. */
static gboolean
words_fit (BlChartFrame *frame, const BlChartPlot *plot)
{
  double room = plot->plot.width * bl_scale_get_band (&plot->x) - BL_CHART_GAP;
  BlChartFont font = axis_font (0, 0);

  for (guint i = 0; i < plot->x_ticks->len; i++)
    {
      const BlScaleTick *tick = &g_array_index (plot->x_ticks, BlScaleTick, i);
      g_auto (GStrv) words = NULL;

      if (tick->text == NULL || bl_chart_text_get (frame, tick->text, &font)->width <= room)
        continue;
      words = g_strsplit (tick->text, " ", -1);
      for (guint k = 0; words[k] != NULL; k++)
        if (bl_chart_text_get (frame, words[k], &font)->width > room)
          return FALSE;
    }
  return TRUE;
}

/* Keeps every @step-th. */
static void
thin (GArray *names, guint step)
{
  guint kept = 0;

  for (guint i = 0; i < names->len; i += step)
    g_array_index (names, Name, kept++) = g_array_index (names, Name, i);
  g_array_set_size (names, kept);
}

static void
drop_minor (GArray *names)
{
  guint kept = 0;

  for (guint i = 0; i < names->len; i++)
    if (!g_array_index (names, Name, i).minor)
      g_array_index (names, Name, kept++) = g_array_index (names, Name, i);
  g_array_set_size (names, kept);
}

/* The names of the x axis that have room side by side; the height they take. */
static double
find_names (BlChartFrame *frame, BlChartPlot *plot, GArray *names)
{
  double gap = BL_CHART_GAP * frame->scale, height = 0;
  guint wanted = plot->wanted_x;

  if (plot->x.kind == BL_SCALE_BAND)
    {
      collect_names (frame, plot, wanted, FALSE, names);
      if (!names_fit (names, gap) && words_fit (frame, plot))
        collect_names (frame, plot, wanted, TRUE, names);
      for (guint step = 2; !names_fit (names, gap * 0.5) && names->len > 1; step++)
        {
          collect_names (frame, plot, wanted, FALSE, names);
          thin (names, step);
        }
    }
  else
    {
      /* Time says more with more names; numbers are read as well with few. */
      if (plot->x.kind == BL_SCALE_TIME)
        wanted = (guint) CLAMP (plot->plot.width / (BL_TEXT_SIZE_LABEL * frame->scale * 2.6), 1, 14);
      for (;; wanted = wanted > 4 ? wanted - 2 : wanted - 1)
        {
          collect_names (frame, plot, wanted, FALSE, names);
          if (names_fit (names, gap * 1.5))
            break;
          if (plot->x.kind == BL_SCALE_TIME)
            {
              drop_minor (names);
              if (names->len > 1 && names_fit (names, gap * 1.5))
                break;
            }
          if (wanted <= 1)
            {
              collect_names (frame, plot, 1, FALSE, names);
              if (!names_fit (names, gap))
                thin (names, names->len);
              break;
            }
        }
    }
  for (guint i = 0; i < names->len; i++)
    height = fmax (height, g_array_index (names, Name, i).text->height);
  return height;
}

/* How far names below a heading stand in from it. */
static double
indent_of (const BlChartFrame *frame)
{
  return 12 * fmin (frame->scale, 1.5);
}

static const BlChartText *
y_name (BlChartFrame *frame, const BlChartPlot *plot, const char *text, gboolean heading)
{
  double line = bl_chart_text_line (frame, BL_TEXT_SIZE_LABEL);
  double band = plot->plot.height * bl_scale_get_band (&plot->y);
  BlChartFont font = axis_font (0, 0);
  const BlChartText *name = bl_chart_text_get (frame, text, &font);
  double most
      = floor (plot->cell.width * (frame->chart->kind == BL_CHART_GANTT ? PLAN_NAMES_SHARE : NAMES_SHARE));

  if (bl_scale_name_is_below (text))
    {
      text += strlen (BL_SCALE_BELOW);
      most -= indent_of (frame);
      name = bl_chart_text_get (frame, text, &font);
    }
  if (heading)
    {
      font.bold = TRUE;
      name = bl_chart_text_get (frame, text, &font);
    }
  if (plot->y.kind == BL_SCALE_BAND && name->width > most)
    {
      font = axis_font (most, (int) CLAMP (floor (band / line), 1, NAME_LINES));
      font.centred = FALSE;
      font.bold = heading;
      name = bl_chart_text_get (frame, text, &font);
    }
  return name;
}

static gboolean
is_heading (const BlChartPlot *plot, guint band)
{
  return plot->y.kind == BL_SCALE_BAND && bl_scale_is_heading (&plot->y, band);
}

static void
collect_y_ticks (BlChartPlot *plot)
{
  if (plot->y_ticks == NULL)
    plot->y_ticks = bl_scale_get_ticks (&plot->y, plot->wanted_y);
}

static double
widest_y_name (BlChartFrame *frame, BlChartPlot *plot)
{
  double widest = 0;

  collect_y_ticks (plot);
  for (guint i = 0; i < plot->y_ticks->len; i++)
    {
      const char *text = g_array_index (plot->y_ticks, BlScaleTick, i).text;

      if (text != NULL && *text != '\0')
        widest = fmax (widest, y_name (frame, plot, text, is_heading (plot, i))->width
                                   + (bl_scale_name_is_below (text) ? indent_of (frame) : 0));
    }
  return widest;
}

double
bl_chart_axes_tallest_name (BlChartFrame *frame, BlChartPlot *plot)
{
  double tallest = 0;

  if (!plot->shows_y || plot->y.hidden || plot->y.kind != BL_SCALE_BAND)
    return 0;
  collect_y_ticks (plot);
  for (guint i = 0; i < plot->y_ticks->len; i++)
    {
      const char *text = g_array_index (plot->y_ticks, BlScaleTick, i).text;

      if (text != NULL && *text != '\0')
        tallest = fmax (tallest, y_name (frame, plot, text, is_heading (plot, i))->height);
    }
  return tallest;
}

static const BlChartText *
title_text (BlChartFrame *frame, const char *text, gboolean bold, double width)
{
  BlChartFont font = { .size = bold ? BL_TEXT_SIZE_LABEL : BL_TEXT_SIZE_SMALL,
                       .bold = bold,
                       .width = floor (width),
                       .lines = bold ? 2 : 1 };

  return bl_chart_text_get (frame, text, &font);
}

static void
measure_polar (BlChartFrame *frame, BlChartPlot *plot, BlChartMargins *margins)
{
  double widest = 0, height = 0;
  BlChartFont font = axis_font (floor (plot->cell.width * 0.26), NAME_LINES);

  collect_y_ticks (plot);
  g_clear_pointer (&plot->x_ticks, g_array_unref);
  plot->x_ticks = bl_scale_get_ticks (&plot->x, 1);
  for (guint i = 0; i < plot->x_ticks->len && !plot->x.hidden; i++)
    {
      const BlChartText *text
          = bl_chart_text_get (frame, g_array_index (plot->x_ticks, BlScaleTick, i).text, &font);

      widest = fmax (widest, text->width);
      height = fmax (height, text->height);
    }
  margins->left = margins->right = widest + BL_CHART_GAP;
  margins->bottom = height + BL_CHART_GAP;
  margins->top += height + BL_CHART_GAP;
}

void
bl_chart_axes_measure (BlChartFrame *frame, BlChartPlot *plot, BlChartMargins *margins)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  double half = bl_chart_text_line (frame, BL_TEXT_SIZE_LABEL) / 2, gap = BL_CHART_GAP;
  double side = 0;

  *margins = (BlChartMargins){ 4, 4, 6, 4 };
  if (plot->panel->bare || frame->level >= 5)
    return;
  if (is_middle (frame) && plot->index == 0)
    margins->right = 0;
  if (plot->panel->title != NULL && frame->level < 4)
    margins->top = title_text (frame, plot->panel->title, TRUE, plot->cell.width)->height + gap;
  if (plot->panel->polar)
    {
      measure_polar (frame, plot, margins);
      return;
    }
  if (has_unit (frame, plot))
    margins->top += title_text (frame, plot->y.title, FALSE, plot->cell.width)->height + 2;
  if (plot->y.kind != BL_SCALE_BAND && plot->shows_y && !plot->y.hidden)
    margins->top += half;
  if (plot->shows_y && !plot->y.hidden)
    side = widest_y_name (frame, plot) + gap * (is_middle (frame) ? 2 : 1);
  else
    collect_y_ticks (plot);
  if (plot->axis_right)
    {
      margins->right = fmax (margins->right, side);
      margins->left = 6;
    }
  else
    margins->left = fmax (margins->left, side);
  if (plot->shows_x && !plot->x.hidden)
    {
      double height = find_names (frame, plot, names);

      margins->bottom = (plot->y.kind == BL_SCALE_BAND ? gap : half + 2) + height + 1;
      if (has_title (&plot->x, TRUE) && frame->level < 1)
        margins->bottom += title_text (frame, plot->x.title, FALSE, plot->cell.width)->height + 2;
    }
  margins->bottom += bl_chart_tabs_height (frame, plot);
}

static void
lay_out_titles (BlChartFrame *frame, BlChartPlot *plot)
{
  double top = plot->cell.y, right = plot->cell.x + plot->cell.width, x;
  const BlChartText *text;

  if (plot->panel->title != NULL && frame->level < 4)
    {
      text = title_text (frame, plot->panel->title, TRUE, plot->cell.width);
      /* Over its plot, so that it is seen whose it is. */
      x = frame->look.right_to_left || plot->panel->mirrored ? plot->plot.x + plot->plot.width - text->width
                                                             : plot->plot.x;
      x = CLAMP (x, plot->cell.x, fmax (plot->cell.x, right - text->width));
      bl_chart_word_add (frame, text, x, top, frame->palette->ink, FALSE);
      top += text->height + BL_CHART_GAP;
    }
  if (!plot->panel->polar && has_unit (frame, plot))
    {
      text = title_text (frame, plot->y.title, FALSE, plot->cell.width);
      bl_chart_word_add (frame, text, plot->axis_right ? right - text->width : plot->cell.x, top,
                         frame->palette->dim_ink, FALSE);
    }
}

static void
lay_out_y_names (BlChartFrame *frame, BlChartPlot *plot)
{
  double gap = BL_CHART_GAP, last = -INFINITY, least = plot->cell.y;
  double left = plot->plot.x, right = plot->plot.x + plot->plot.width;
  gboolean bands = plot->y.kind == BL_SCALE_BAND;
  guint step = 1;

  if (bands)
    while (step < plot->y_ticks->len
           && plot->plot.height * bl_scale_get_band (&plot->y) * step
                  < bl_chart_text_line (frame, BL_TEXT_SIZE_LABEL))
      step++;
  for (guint n = 0; n < plot->y_ticks->len; n++)
    {
      /* From the top down. */
      guint i = bands ? n : plot->y_ticks->len - 1 - n;
      const BlScaleTick *tick = &g_array_index (plot->y_ticks, BlScaleTick, i);
      const BlChartText *text;
      double y, x;

      if (tick->text == NULL || *tick->text == '\0' || (bands && n % step != 0))
        continue;
      text = y_name (frame, plot, tick->text, is_heading (plot, i));
      y = bl_chart_plot_y (plot, tick->at) - text->height / 2;
      if (y < fmax (least, last) || y + text->height > plot->cell.y + plot->cell.height)
        continue;
      last = y + text->height;
      if (is_middle (frame))
        x = (plot->cell.x + left) / 2 - text->width / 2;
      else if (plot->y.headings != NULL || frame->chart->kind == BL_CHART_GANTT)
        {
          /* A list of names begins at one line. */
          double in = bl_scale_name_is_below (tick->text) ? indent_of (frame) : 0;

          x = plot->axis_right ? plot->cell.x + plot->cell.width - text->width - in : plot->cell.x + in;
        }
      else
        x = plot->axis_right ? right + gap : left - gap - text->width;
      bl_chart_word_add (frame, text, x, y, bands ? frame->palette->ink : frame->palette->dim_ink, FALSE);
    }
}

static void
lay_out_x_names (BlChartFrame *frame, BlChartPlot *plot)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  double height = find_names (frame, plot, names);
  double half = bl_chart_text_line (frame, BL_TEXT_SIZE_LABEL) / 2;
  double top = plot->plot.y + plot->plot.height + (plot->y.kind == BL_SCALE_BAND ? BL_CHART_GAP : half + 2);

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);

      bl_chart_word_add (frame, name->text, name->start, top, frame->palette->dim_ink, FALSE);
    }
  top += height;
  bl_chart_tabs_lay_out (frame, plot, top);
  if (has_title (&plot->x, TRUE) && frame->level < 1)
    {
      const BlChartText *text = title_text (frame, plot->x.title, FALSE, plot->cell.width);
      double right = fmin (plot->cell.x + plot->cell.width, plot->plot.x + plot->plot.width);
      double x = frame->look.right_to_left ? plot->plot.x : fmax (plot->cell.x, right - text->width);

      x = fmin (x, plot->cell.x + plot->cell.width - text->width);
      bl_chart_word_add (frame, text, x, top + bl_chart_tabs_height (frame, plot) + 1,
                         frame->palette->dim_ink, FALSE);
    }
}

static void
lay_out_polar (BlChartFrame *frame, BlChartPlot *plot)
{
  BlChartFont font = axis_font (floor (plot->cell.width * 0.26), NAME_LINES);
  BlChartFont small = { .size = BL_TEXT_SIZE_SMALL };
  guint n = plot->x_ticks->len;

  plot->centre_x = plot->plot.x + plot->plot.width / 2;
  plot->centre_y = plot->plot.y + plot->plot.height / 2;
  plot->spoke = fmin (plot->plot.width, plot->plot.height) / 2;
  for (guint i = 0; i < n && !plot->x.hidden; i++)
    {
      const BlChartText *text
          = bl_chart_text_get (frame, g_array_index (plot->x_ticks, BlScaleTick, i).text, &font);
      double angle = 2 * G_PI * i / n * (plot->flipped ? -1 : 1);
      double across = sin (angle), up = cos (angle);
      double x = plot->centre_x + across * (plot->spoke + BL_CHART_GAP);
      double y = plot->centre_y - up * (plot->spoke + BL_CHART_GAP);
      BlChartBox box;

      /* The nearest part of the words stands at the end of the spoke. */
      box = (BlChartBox){ x - text->width * (1 - across) / 2, y - text->height * (1 + up) / 2, text->width,
                          text->height };
      box.x = CLAMP (box.x, plot->cell.x, plot->cell.x + plot->cell.width - text->width);
      box.y = CLAMP (box.y, plot->cell.y, plot->cell.y + plot->cell.height - text->height);
      for (guint w = plot->first_word; w < frame->words->len; w++)
        if (bl_chart_box_meets (&g_array_index (frame->words, BlChartWord, w).box, &box, 3))
          goto next;
      bl_chart_word_add (frame, text, box.x, box.y, frame->palette->ink, FALSE);
    next:;
    }
  for (guint i = 1; i < plot->y_ticks->len && !plot->y.hidden && frame->level < 3; i++)
    {
      const BlScaleTick *tick = &g_array_index (plot->y_ticks, BlScaleTick, i);
      const BlChartText *text = bl_chart_text_get (frame, tick->text, &small);
      double y = plot->centre_y - plot->spoke * bl_scale_place (&plot->y, tick->at);
      double step = plot->spoke / MAX (plot->y_ticks->len - 1, 1);

      if (step > text->height)
        bl_chart_word_add (frame, text, plot->centre_x + 3, y + 1, frame->palette->dim_ink, TRUE);
    }
}

void
bl_chart_axes_lay_out (BlChartFrame *frame, BlChartPlot *plot)
{
  plot->first_word = frame->words->len;
  bl_chart_scales_measure_bars (plot);
  if (plot->panel->bare || frame->level >= 5)
    return;
  lay_out_titles (frame, plot);
  if (plot->panel->polar)
    {
      lay_out_polar (frame, plot);
      return;
    }
  if (plot->shows_y && !plot->y.hidden)
    lay_out_y_names (frame, plot);
  if (plot->shows_x && !plot->x.hidden)
    lay_out_x_names (frame, plot);
  else
    {
      if (plot->x_ticks == NULL)
        plot->x_ticks = bl_scale_get_ticks (&plot->x, plot->wanted_x);
      bl_chart_tabs_lay_out (frame, plot, plot->plot.y + plot->plot.height + 2);
    }
}
