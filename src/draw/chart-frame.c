/* chart-frame.c: a chart laid out in a size: painting it, and finding what is where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>
#include <stddef.h>
#include <string.h>

#include "chart-private.h"
#include "paint.h"

/* px, before the scale. */
#define EDGE 18.0         /* about the whole of a picture */
#define PANEL_WIDTH 190.0 /* of small multiples, at least */
#define BETWEEN 14.0
#define PLOT_LEAST_WIDTH 44.0
#define PLOT_LEAST_HEIGHT 26.0
#define LEVELS 5
/* Sizes depend on words and words on sizes: until nothing moves, or this often. */
#define ROUNDS 6
#define TALL 4000.0

/* What stands above and below the panels. */
typedef struct
{
  BlChartBox inside; /* of the edge */
  BlChartBox panels;
  double legend; /* its height */
} Sheet;

static BlChartFont
sheet_font (double width, double size, gboolean bold)
{
  return (BlChartFont){ .size = size, .bold = bold, .width = floor (fmax (width, 1)) };
}

static double
add_line (BlChartFrame *frame,
          const char *text,
          const BlChartFont *font,
          double x,
          double width,
          double y,
          BlColour colour,
          gboolean add)
{
  const BlChartText *words;

  if (text == NULL || *text == '\0')
    return 0;
  words = bl_chart_text_get (frame, text, font);
  if (add)
    bl_chart_word_add (frame, words, frame->look.right_to_left ? x + width - words->width : x, y, colour,
                       FALSE);
  return words->height;
}

/* A sentence that is the title with a full stop is not said twice. */
static gboolean
says_no_more (const BlChart *chart)
{
  return chart->title != NULL && chart->sentence != NULL && g_str_has_prefix (chart->sentence, chart->title)
         && strlen (chart->sentence) <= strlen (chart->title) + 1;
}

/* Title and subtitle from the top, doubt and source at the foot; the room left between. */
static void
lay_out_sheet (BlChartFrame *frame, Sheet *sheet, gboolean add)
{
  const BlChart *chart = frame->chart;
  gboolean bare = frame->n_plots > 0 && frame->plots[0].panel->bare;
  double edge = frame->look.whole ? fmin (EDGE, fmin (frame->width, frame->height) / 12) : 0;
  BlChartBox box = { edge, edge, fmax (frame->width - 2 * edge, 1), fmax (frame->height - 2 * edge, 1) };
  double height;

  sheet->inside = box;
  if (frame->look.whole && frame->level < 4)
    {
      BlChartFont title = sheet_font (box.width, BL_CHART_TITLE_SIZE, TRUE);
      BlChartFont label = sheet_font (box.width, BL_TEXT_SIZE_LABEL, FALSE);
      BlChartFont small = sheet_font (box.width, BL_TEXT_SIZE_SMALL, FALSE);
      double foot = 0;

      height = add_line (frame, chart->title, &title, box.x, box.width, box.y, frame->palette->ink, add);
      if (height > 0)
        height += 3;
      /* The sentence says what to doubt, too: it goes where the picture goes. */
      if (frame->level < 2 && !says_no_more (chart))
        height += add_line (frame, chart->sentence, &label, box.x, box.width, box.y + height, frame->palette->ink, add);
      if (height > 0)
        height += 3;
      height += add_line (frame, chart->subtitle, &label, box.x, box.width, box.y + height,
                          frame->palette->dim_ink, add);
      if (height > 0)
        height += 12;
      box.y += height;
      box.height -= height;
      foot += add_line (frame, chart->source, &small, 0, 0, 0, frame->palette->dim_ink, FALSE);
      foot += add_line (frame, chart->doubt, &small, 0, 0, 0, frame->palette->ink, FALSE);
      if (foot > 0)
        {
          double y = box.y + box.height - foot;

          y += add_line (frame, chart->doubt, &small, box.x, box.width, y, frame->palette->ink, add);
          add_line (frame, chart->source, &small, box.x, box.width, y, frame->palette->dim_ink, add);
          box.height -= foot + 8;
        }
    }
  sheet->legend = 0;
  if (!bare)
    {
      sheet->legend = bl_chart_legend_lay_out (frame, &box, FALSE);
      if (sheet->legend > 0)
        {
          BlChartBox at = { box.x, box.y + box.height - sheet->legend, box.width, sheet->legend };

          if (add)
            bl_chart_legend_lay_out (frame, &at, TRUE);
          box.height -= sheet->legend + 8;
        }
    }
  sheet->panels = box;
}

static guint
columns_in (const BlChartFrame *frame, double width)
{
  guint n = frame->n_plots;

  if (frame->chart->columns > 0)
    return MIN (frame->chart->columns, n);
  if (frame->chart->kind == BL_CHART_PYRAMID)
    return n;
  if (n < 2)
    return 1;
  return (guint) CLAMP (floor (width / (PANEL_WIDTH * fmin (frame->scale, 1.5))), 1, n);
}

static guint
rows_of (const BlChartFrame *frame)
{
  return (frame->n_plots + frame->columns - 1) / frame->columns;
}

/* Names only along the outer edges of panels that share a scale. */
static void
choose_axes (BlChartFrame *frame)
{
  gboolean pyramid = frame->chart->kind == BL_CHART_PYRAMID, shared = frame->chart->shared;
  gboolean rtl = frame->look.right_to_left;

  for (guint i = 0; i < frame->n_plots; i++)
    {
      BlChartPlot *plot = &frame->plots[i];
      guint column = i % frame->columns;
      gboolean below = i + frame->columns < frame->n_plots;

      plot->flipped
          = plot->panel->mirrored
            != (rtl && !pyramid && bl_chart_panel_lies (plot->panel) && plot->x.kind != BL_SCALE_TIME);
      plot->axis_right = rtl && !pyramid;
      plot->shows_y = pyramid ? column > 0 || frame->n_plots == 1 : !shared || column == 0;
      plot->shows_x
          = pyramid || !below || !(shared || plot->panel->x.kind == BL_SCALE_TIME) || frame->columns == 0;
    }
}

/* The greatest margin of those in a column or a row. */
static double
widest (const BlChartFrame *frame, const BlChartMargins *margins, gboolean column, guint which, gsize side)
{
  double most = 0;

  for (guint i = 0; i < frame->n_plots; i++)
    if ((column ? i % frame->columns : i / frame->columns) == which)
      most = fmax (most, G_STRUCT_MEMBER (double, &margins[i], side));
  return most;
}

#define LEFT offsetof (BlChartMargins, left)
#define RIGHT offsetof (BlChartMargins, right)
#define TOP offsetof (BlChartMargins, top)
#define BOTTOM offsetof (BlChartMargins, bottom)

/* All plots are of one size and in line; each column and row has the margins that its panels need. */
static void
place_plots (BlChartFrame *frame, const BlChartBox *panels, const BlChartMargins *margins)
{
  guint columns = frame->columns, rows = rows_of (frame);
  gboolean pyramid = frame->chart->kind == BL_CHART_PYRAMID;
  double gap = frame->n_plots > 1 && !pyramid ? BETWEEN * fmin (frame->scale, 1.5) : 0;
  double width = panels->width - gap * (columns - 1), height = panels->height - gap * (rows - 1);
  double x = panels->x, y;

  for (guint c = 0; c < columns; c++)
    width -= widest (frame, margins, TRUE, c, LEFT) + widest (frame, margins, TRUE, c, RIGHT);
  for (guint r = 0; r < rows; r++)
    height -= widest (frame, margins, FALSE, r, TOP) + widest (frame, margins, FALSE, r, BOTTOM);
  width /= columns;
  height /= rows;
  for (guint n = 0; n < columns; n++)
    {
      guint c = frame->look.right_to_left && !pyramid ? columns - 1 - n : n;
      double left = widest (frame, margins, TRUE, c, LEFT), right = widest (frame, margins, TRUE, c, RIGHT);

      y = panels->y;
      for (guint r = 0; r < rows; r++)
        {
          double top = widest (frame, margins, FALSE, r, TOP),
                 bottom = widest (frame, margins, FALSE, r, BOTTOM);
          BlChartPlot *plot = &frame->plots[r * columns + c];

          if (r * columns + c < frame->n_plots)
            {
              plot->cell = (BlChartBox){ x, y, left + width + right, top + height + bottom };
              plot->plot = (BlChartBox){ x + left, y + top, width, height };
            }
          y += top + height + bottom + gap;
        }
      x += left + width + right + gap;
    }
}

static void
lay_out_panels (BlChartFrame *frame, const BlChartBox *panels)
{
  g_autofree BlChartMargins *margins = g_new (BlChartMargins, frame->n_plots);
  g_autofree BlChartMargins *before = g_new (BlChartMargins, frame->n_plots);

  frame->columns = MAX (columns_in (frame, panels->width), 1);
  for (guint i = 0; i < frame->n_plots; i++)
    {
      frame->plots[i].x = frame->plots[i].panel->x;
      frame->plots[i].y = frame->plots[i].panel->y;
      margins[i] = (BlChartMargins){ 40, 10, 10, 20 };
    }
  choose_axes (frame);
  place_plots (frame, panels, margins);
  for (guint round = 0; round < ROUNDS; round++)
    {
      const BlChartBox *plot = &frame->plots[0].plot;

      bl_chart_scales_fit (frame, fmax (plot->width, 1), fmax (plot->height, 1));
      for (guint i = 0; i < frame->n_plots; i++)
        {
          BlChartPlot *one = &frame->plots[i];
          double start, end, top;

          g_clear_pointer (&one->y_ticks, g_array_unref);
          bl_chart_axes_measure (frame, one, &margins[i]);
          bl_chart_labels_measure (frame, one, &start, &end, &top);
          /* Names of an axis stand between the plot and nothing else. */
          margins[i].left
              = one->axis_right || !one->shows_y ? fmax (margins[i].left, start) : margins[i].left + start;
          margins[i].right
              = one->axis_right && one->shows_y ? margins[i].right + end : fmax (margins[i].right, end);
          margins[i].top += top;
        }
      if (round > 0 && memcmp (margins, before, frame->n_plots * sizeof *margins) == 0)
        break;
      memcpy (before, margins, frame->n_plots * sizeof *margins);
      place_plots (frame, panels, margins);
    }
}

static gboolean
is_roomy (const BlChartFrame *frame)
{
  for (guint i = 0; i < frame->n_plots; i++)
    {
      const BlChartPlot *plot = &frame->plots[i];

      if (plot->plot.width < PLOT_LEAST_WIDTH * frame->scale
          || plot->plot.height
                 < (bl_chart_panel_lies (plot->panel) ? PLOT_LEAST_HEIGHT / 2 : PLOT_LEAST_HEIGHT)
                       * frame->scale)
        return FALSE;
    }
  return TRUE;
}

/* The last net, for frames too small for any order: a word that does not fit or stands on one before it goes.
 */
static void
drop_untidy (BlChartFrame *frame)
{
  guint kept = 0;

  for (guint i = 0; i < frame->words->len; i++)
    {
      BlChartWord word = g_array_index (frame->words, BlChartWord, i);
      gboolean fits = word.box.x >= -0.5 && word.box.y >= -0.5
                      && word.box.x + word.box.width <= frame->width + 0.5
                      && word.box.y + word.box.height <= frame->height + 0.5;

      for (guint k = 0; fits && k < kept; k++)
        fits = !bl_chart_box_meets (&word.box, &g_array_index (frame->words, BlChartWord, k).box, -0.5);
      if (fits)
        g_array_index (frame->words, BlChartWord, kept++) = word;
    }
  frame->n_dropped = frame->words->len - kept;
  g_array_set_size (frame->words, kept);
}

static void
lay_out (BlChartFrame *frame)
{
  Sheet sheet;

  for (frame->level = 0;; frame->level++)
    {
      bl_chart_legend_collect (frame);
      lay_out_sheet (frame, &sheet, FALSE);
      if (frame->n_plots == 0)
        break;
      lay_out_panels (frame, &sheet.panels);
      if (frame->level >= LEVELS || is_roomy (frame))
        break;
    }
  lay_out_sheet (frame, &sheet, TRUE);
  for (guint i = 0; i < frame->n_plots; i++)
    {
      BlChartPlot *plot = &frame->plots[i];

      plot->plot.width = fmax (plot->plot.width, 1);
      plot->plot.height = fmax (plot->plot.height, 1);
      bl_chart_points_measure (frame, plot);
      bl_chart_axes_lay_out (frame, plot);
      bl_chart_labels_lay_out (frame, plot);
    }
  drop_untidy (frame);
}

static void
clear_plot (BlChartPlot *plot)
{
  g_clear_pointer (&plot->x_ticks, g_array_unref);
  g_clear_pointer (&plot->y_ticks, g_array_unref);
}

BlChartFrame *
bl_chart_frame_new (BlChart *chart, double width, double height, const BlChartLook *look)
{
  BlChartFrame *self;

  g_return_val_if_fail (chart != NULL && look != NULL && look->palette != NULL, NULL);

  self = g_new0 (BlChartFrame, 1);
  self->chart = bl_chart_ref (chart);
  self->look = *look;
  self->palette = look->palette;
  self->width = fmax (width, 1);
  self->height = fmax (height, 1);
  self->scale = look->text_scale > 0 ? look->text_scale : 1;
  self->words = g_array_new (FALSE, FALSE, sizeof (BlChartWord));
  self->leaders = g_array_new (FALSE, FALSE, sizeof (BlChartLeader));
  self->tabs = g_array_new (FALSE, FALSE, sizeof (BlChartTab));
  self->keys = g_array_new (FALSE, FALSE, sizeof (BlChartKey));
  self->spots = g_array_new (FALSE, FALSE, sizeof (BlChartSpot));
  self->notes = g_ptr_array_new ();
  self->n_plots = chart->panels->len;
  self->plots = g_new0 (BlChartPlot, self->n_plots + 1);
  for (guint i = 0; i < self->n_plots; i++)
    {
      self->plots[i].panel = g_ptr_array_index (chart->panels, i);
      self->plots[i].index = i;
    }
  bl_chart_text_init (self);
  lay_out (self);
  bl_chart_spots_find (self);
  return self;
}

void
bl_chart_frame_free (BlChartFrame *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_plots; i++)
    clear_plot (&self->plots[i]);
  g_free (self->plots);
  g_array_unref (self->words);
  g_array_unref (self->leaders);
  g_array_unref (self->tabs);
  g_array_unref (self->keys);
  g_array_unref (self->spots);
  g_ptr_array_unref (self->notes);
  bl_chart_text_clear (self);
  bl_chart_unref (self->chart);
  g_free (self);
}

static void
paint_leaders (const BlChartFrame *frame, cairo_t *cr)
{
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < frame->leaders->len; i++)
    {
      const BlChartLeader *leader = &g_array_index (frame->leaders, BlChartLeader, i);

      bl_paint_set_colour (cr, leader->colour);
      cairo_move_to (cr, leader->x1, leader->y1);
      cairo_line_to (cr, leader->x2, leader->y2);
      cairo_stroke (cr);
    }
}

void
bl_chart_frame_paint (BlChartFrame *self, cairo_t *cr, double x, double y)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  /* A third of the time, and no eye tells it from the best; letters have their own. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < self->n_plots; i++)
    bl_chart_marks_paint (self, &self->plots[i], cr);
  paint_leaders (self, cr);
  bl_chart_tabs_paint (self, cr);
  bl_chart_legend_paint (self, cr);
  bl_chart_text_paint (self, cr);
  cairo_restore (cr);
  cairo_new_path (cr);
}

/* Bars side by side need a band so much higher. */
static guint
most_sides (const BlChartPanel *panel)
{
  guint most = 1;

  for (guint m = 0; m < panel->marks->len; m++)
    most = MAX (most, ((const BlChartMark *) g_ptr_array_index (panel->marks, m))->n_sides);
  return most;
}

/* Of a band of lying bars, spans, cells or lines; a name of several lines is not cut. */
static double
band_height (const BlChartFrame *frame, const BlChartPanel *panel)
{
  switch (frame->chart->kind)
    {
    case BL_CHART_PYRAMID:
      return 17;
    case BL_CHART_BULLET:
      return 38;
    case BL_CHART_GANTT:
    case BL_CHART_DOTS:
      return 26;
    default:
      return most_sides (panel) > 1 ? 8 + 20 * most_sides (panel) : 24;
    }
}

/* The height in which the plot of each panel is well read. */
static double
plot_height (BlChartFrame *frame)
{
  BlChartPlot *plot = &frame->plots[0];
  double scale = frame->scale, width = plot->plot.width, name = 0;
  guint bands = MAX (bl_scale_get_n_bands (&plot->y), 1);

  if (plot->panel->bare)
    return 28 * scale;
  if (plot->panel->polar)
    return CLAMP (width, 120 * scale, 300 * scale);
  if (plot->y.kind == BL_SCALE_BAND)
    {
      /* In a frame as tall as this names wrap as often as they need. */
      for (guint i = 0; i < frame->n_plots; i++)
        name = fmax (name, bl_chart_axes_tallest_name (frame, &frame->plots[i]));
      return bands * fmax (band_height (frame, plot->panel) * scale, name + 4);
    }
  switch (frame->chart->kind)
    {
    case BL_CHART_MULTIPLES:
      return CLAMP (width * 0.5, 64 * scale, 150 * scale);
    case BL_CHART_SPREAD:
      return 172 * scale;
    case BL_CHART_DOTS:
      return 84 * scale;
    default:
      return CLAMP (width * 0.42, 150 * fmin (scale, 1.5), 290 * fmin (scale, 1.5));
    }
}

double
bl_chart_get_height (BlChart *chart, double width, const BlChartLook *look)
{
  g_autoptr (BlChartFrame) frame = NULL;
  double plots = 0;
  guint rows;

  g_return_val_if_fail (chart != NULL && look != NULL, 0);

  frame = bl_chart_frame_new (chart, width, TALL, look);
  if (frame->n_plots == 0)
    return 0;
  rows = rows_of (frame);
  for (guint row = 0; row < rows; row++)
    plots += frame->plots[row * frame->columns].plot.height;
  return ceil (TALL - plots + rows * plot_height (frame));
}

void
bl_chart_frame_get_plot (
    BlChartFrame *self, guint panel, double *left, double *top, double *width, double *height)
{
  g_return_if_fail (self != NULL && panel < self->n_plots);

  *left = self->plots[panel].plot.x;
  *top = self->plots[panel].plot.y;
  *width = self->plots[panel].plot.width;
  *height = self->plots[panel].plot.height;
}

void
bl_chart_paint (
    BlChart *chart, cairo_t *cr, double x, double y, double width, double height, const BlChartLook *look)
{
  g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, width, height, look);

  bl_chart_frame_paint (frame, cr, x, y);
}
