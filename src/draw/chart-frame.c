/* chart-frame.c: a chart laid out in a size: painting it, and finding what is where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"
#include "paint.h"

/* px, before the scale. */
#define EDGE 18.0         /* about the whole of a picture */
#define PANEL_WIDTH 190.0 /* of small multiples, at least */
#define BETWEEN 14.0
#define PLOT_LEAST_WIDTH 44.0
#define PLOT_LEAST_HEIGHT 26.0
#define LEVELS 5
/* Sizes depend on words and words on sizes; this often is enough. */
#define ROUNDS 3
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

static void
place_plots (BlChartFrame *frame,
             const BlChartBox *panels,
             const BlChartMargins *most,
             const BlChartMargins *inner)
{
  guint columns = frame->columns, rows = rows_of (frame);
  double gap
      = frame->n_plots > 1 && frame->chart->kind != BL_CHART_PYRAMID ? BETWEEN * fmin (frame->scale, 1.5) : 0;
  /* Only outer panels pay for axes that all share; the plots are of one size. */
  double outer_left = most->left - inner->left, outer_right = most->right - inner->right;
  double outer_bottom = most->bottom - inner->bottom;
  double across = (panels->width - gap * (columns - 1) - outer_left - outer_right) / columns;
  double down = (panels->height - gap * (rows - 1) - outer_bottom) / rows;

  for (guint i = 0; i < frame->n_plots; i++)
    {
      BlChartPlot *plot = &frame->plots[i];
      guint column = i % columns, row = i / columns;
      double x;

      if (frame->look.right_to_left && frame->chart->kind != BL_CHART_PYRAMID)
        column = columns - 1 - column;
      x = panels->x + outer_left + column * (across + gap);
      plot->cell = (BlChartBox){ x, panels->y + row * (down + gap), across, down };
      plot->plot = (BlChartBox){ x + inner->left, plot->cell.y + inner->top,
                                 across - inner->left - inner->right, down - inner->top - inner->bottom };
      /* The cell takes in what is outside. */
      if (column == 0)
        {
          plot->cell.x -= outer_left;
          plot->cell.width += outer_left;
        }
      if (column == columns - 1)
        plot->cell.width += outer_right;
      if (row == rows - 1)
        plot->cell.height += outer_bottom;
    }
}

static void
widen (BlChartMargins *most, const BlChartMargins *one)
{
  most->left = fmax (most->left, one->left);
  most->top = fmax (most->top, one->top);
  most->right = fmax (most->right, one->right);
  most->bottom = fmax (most->bottom, one->bottom);
}

static void
lay_out_panels (BlChartFrame *frame, const BlChartBox *panels)
{
  BlChartMargins most = { 40, 10, 10, 20 }, inner = most;
  gboolean pyramid = frame->chart->kind == BL_CHART_PYRAMID;

  frame->columns = MAX (columns_in (frame, panels->width), 1);
  for (guint i = 0; i < frame->n_plots; i++)
    {
      frame->plots[i].x = frame->plots[i].panel->x;
      frame->plots[i].y = frame->plots[i].panel->y;
    }
  choose_axes (frame);
  place_plots (frame, panels, &most, &inner);
  for (guint round = 0; round < ROUNDS; round++)
    {
      const BlChartBox *plot = &frame->plots[0].plot;
      gboolean all_show_y = TRUE, all_show_x = TRUE;

      bl_chart_scales_fit (frame, fmax (plot->width, 1), fmax (plot->height, 1));
      most = inner = (BlChartMargins){ 0, 0, 0, 0 };
      for (guint i = 0; i < frame->n_plots; i++)
        {
          BlChartPlot *one = &frame->plots[i];
          BlChartMargins margins;
          double start, end, top;

          g_clear_pointer (&one->y_ticks, g_array_unref);
          bl_chart_axes_measure (frame, one, &margins);
          bl_chart_labels_measure (frame, one, &start, &end, &top);
          margins.left = one->axis_right ? fmax (margins.left, start) : margins.left + start;
          margins.right = one->axis_right ? margins.right + end : fmax (margins.right, end);
          margins.top += top;
          widen (&most, &margins);
          all_show_y = all_show_y && one->shows_y;
          all_show_x = all_show_x && one->shows_x;
          /* What a panel in the middle needs. */
          if (!one->shows_y)
            {
              inner.left = fmax (inner.left, margins.left);
              inner.right = fmax (inner.right, margins.right);
            }
          if (!one->shows_x)
            inner.bottom = fmax (inner.bottom, margins.bottom);
        }
      inner.top = most.top;
      if (all_show_y || pyramid)
        {
          inner.left = most.left;
          inner.right = most.right;
        }
      else if (frame->look.right_to_left)
        inner.left = most.left;
      else
        inner.right = most.right;
      /* A panel with none below it has names: where the last row is not full, others have them too. */
      if (all_show_x || frame->n_plots % frame->columns != 0)
        inner.bottom = most.bottom;
      place_plots (frame, panels, &most, &inner);
    }
}

/* The two sides of a pyramid meet at the names of the ages. */
static void
lay_out_pyramid (BlChartFrame *frame)
{
  BlChartPlot *left = &frame->plots[0], *right = &frame->plots[1];
  BlChartMargins one, other;
  double start[2], end[2], top[2], width, middle, x;

  if (frame->chart->kind != BL_CHART_PYRAMID || frame->n_plots != 2)
    return;
  bl_chart_axes_measure (frame, left, &one);
  bl_chart_axes_measure (frame, right, &other);
  bl_chart_labels_measure (frame, left, &start[0], &end[0], &top[0]);
  bl_chart_labels_measure (frame, right, &start[1], &end[1], &top[1]);
  middle = other.left;
  x = left->cell.x + fmax (6, start[0]);
  width = (right->cell.x + right->cell.width - fmax (6, end[1]) - x - middle) / 2;
  left->plot.x = x;
  left->plot.width = right->plot.width = width;
  right->plot.x = x + width + middle;
  left->cell.width = x + width - left->cell.x;
  right->cell.width = right->cell.x + right->cell.width - (x + width);
  right->cell.x = x + width;
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
      lay_out_pyramid (frame);
      if (frame->level >= LEVELS || is_roomy (frame))
        break;
    }
  for (guint i = 0; i < frame->n_plots; i++)
    {
      BlChartPlot *plot = &frame->plots[i];

      plot->plot.width = fmax (plot->plot.width, 1);
      plot->plot.height = fmax (plot->plot.height, 1);
      bl_chart_points_measure (frame, plot);
      bl_chart_axes_lay_out (frame, plot);
      bl_chart_labels_lay_out (frame, plot);
      plot->n_words = frame->words->len - plot->first_word;
    }
  lay_out_sheet (frame, &sheet, TRUE);
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
  for (guint i = 0; i < self->n_plots; i++)
    bl_chart_marks_paint (self, &self->plots[i], cr);
  paint_leaders (self, cr);
  bl_chart_tabs_paint (self, cr);
  bl_chart_legend_paint (self, cr);
  bl_chart_text_paint (self, cr);
  cairo_restore (cr);
  cairo_new_path (cr);
}

/* The height in which the plot of each panel is well read. */
static double
plot_height (const BlChartFrame *frame)
{
  const BlChartPlot *plot = &frame->plots[0];
  double scale = frame->scale, width = plot->plot.width;
  guint bands = MAX (bl_scale_get_n_bands (&plot->y), 1);

  if (plot->panel->bare)
    return 28 * scale;
  if (plot->panel->polar)
    return CLAMP (width, 120 * scale, 300 * scale);
  switch (frame->chart->kind)
    {
    case BL_CHART_PYRAMID:
      return bands * 17 * scale;
    case BL_CHART_MULTIPLES:
      return CLAMP (width * 0.5, 64 * scale, 150 * scale);
    case BL_CHART_BULLET:
      return bands * 38 * scale;
    case BL_CHART_GANTT:
      return bands * 26 * scale;
    case BL_CHART_DOTS:
      return bands == 1 ? 84 * scale : bands * 26 * scale;
    default:
      if (plot->y.kind == BL_SCALE_BAND)
        return bands * 24 * scale;
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
