/* chart-labels.c: names and figures in the plot, none on another and none beyond the edge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"

#define GAP 5.0
/* Steps up and down in which words of the builder may move out of the way. */
#define MOVES 4

/* A label in the plot. */
typedef struct
{
  const BlChartMark *mark;
  const BlDatum *datum;
  const char *text;
  char *owned;
  guint order; /* low ones first */
} Label;

static void
clear_label (gpointer label)
{
  g_free (((Label *) label)->owned);
}

static gboolean
is_end (const GArray *ends, const BlDatum *datum)
{
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, BlChartEnd, i).datum == datum)
      return TRUE;
  return FALSE;
}

static void
place_within (BlChartFrame *frame, const BlChartPlot *plot, const Label *label, const BlChartText *text)
{
  BlChartBox box;
  BlColour colour;
  BlChartHang spot;

  if (!bl_chart_plot_box (plot, label->mark, label->datum, &box) || text->width > box.width - 2
      || text->height > box.height + 2)
    return;
  spot = (BlChartHang){ box.x + box.width / 2, box.y + box.height / 2, 0.5, 0.5 };
  if (label->mark->kind == BL_MARK_CELL)
    colour = label->datum->part > 0
                 ? bl_palette_text_on (frame->palette, bl_chart_cell_colour (frame, label->datum->part))
                 : frame->palette->ink;
  else if (bl_datum_is_hollow (label->datum))
    colour = frame->palette->ink;
  else
    colour = bl_palette_text_on (frame->palette, bl_chart_colour (frame, label->mark, label->datum));
  bl_chart_label_place (frame, plot, text, &spot, 1, colour, bl_datum_is_hollow (label->datum));
}

static void
place_at_bar (BlChartFrame *frame,
              const BlChartPlot *plot,
              const Label *label,
              const BlChartText *text,
              BlColour colour)
{
  BlChartBox box;
  BlChartHang spots[3];
  double x, y;

  if (!bl_chart_plot_box (plot, label->mark, label->datum, &box)
      || !bl_chart_plot_datum (plot, label->mark, label->datum, &x, &y))
    return;
  if (label->mark->across)
    {
      gboolean left = x < box.x + box.width / 2;
      gboolean crossed = bl_chart_panel_has (plot->panel, BL_MARK_RULE);

      spots[0] = (BlChartHang){ bl_chart_plot_clear (plot, left ? x - GAP : x + GAP, y, text->width, left), y,
                                left ? 1 : 0, 0.5 };
      spots[1] = (BlChartHang){ left ? box.x + box.width + GAP : box.x - GAP, y, left ? 0 : 1, 0.5 };
      bl_chart_label_place (frame, plot, text, spots, 2, colour, crossed);
      return;
    }
  spots[0] = (BlChartHang){ x, y < box.y + box.height / 2 + 0.01 ? y - 2 : y + 2, 0.5,
                            y < box.y + box.height / 2 + 0.01 ? 1 : 0 };
  bl_chart_label_place (frame, plot, text, spots, 1, colour, FALSE);
}

/* Words may stand over the grid, not over another bar of the same row. */
static gboolean
is_on_span (const BlChartPlot *plot, const BlChartBox *box)
{
  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);
      BlChartBox other;

      for (guint i = 0; mark->kind == BL_MARK_SPAN && i < mark->data->len; i++)
        if (bl_chart_plot_box (plot, mark, &g_array_index (mark->data, BlDatum, i), &other)
            && bl_chart_box_meets (box, &other, 0))
          return TRUE;
    }
  return FALSE;
}

static void
place_at_span (BlChartFrame *frame, const BlChartPlot *plot, const Label *label, const BlChartText *text)
{
  gboolean crossed = bl_chart_panel_has (plot->panel, BL_MARK_RULE);
  double middle, right, left;
  BlChartBox box;
  BlChartHang spots[3];
  guint n = 0;

  if (!bl_chart_plot_box (plot, label->mark, label->datum, &box))
    return;
  middle = box.y + box.height / 2;
  right = box.x + box.width + GAP;
  left = box.x - GAP;
  spots[n++] = (BlChartHang){ bl_chart_plot_clear (plot, right, middle, text->width, FALSE), middle, 0, 0.5 };
  spots[n++] = (BlChartHang){ bl_chart_plot_clear (plot, left, middle, text->width, TRUE), middle, 1, 0.5 };
  spots[n++] = (BlChartHang){ right, middle, 0, 0.5 };
  for (guint i = 0; i < n;)
    {
      BlChartBox at = { spots[i].x - spots[i].across * text->width, middle - text->height / 2, text->width,
                        text->height };

      if (is_on_span (plot, &at))
        spots[i] = spots[--n];
      else
        i++;
    }
  if (!bl_chart_label_place (frame, plot, text, spots, n, frame->palette->ink, crossed))
    place_within (frame, plot, label, text);
}

static void
place_at_rule (BlChartFrame *frame,
               const BlChartPlot *plot,
               const Label *label,
               const BlChartText *text,
               BlColour colour)
{
  const BlDatum *datum = label->datum;
  double left = plot->plot.x, right = left + plot->plot.width, top = plot->plot.y,
         bottom = top + plot->plot.height;
  BlChartHang spots[7];
  guint n = 0;

  if (label->mark->across)
    {
      double x = bl_chart_plot_x (plot, datum->x);
      double half = text->width / 2, most = plot->cell.x + plot->cell.width - half;

      spots[n++] = (BlChartHang){ CLAMP (x, plot->cell.x + half, fmax (plot->cell.x + half, most)), top - 1,
                                  0.5, 1 };
      spots[n++] = (BlChartHang){ x + GAP, top, 0, 0 };
      spots[n++] = (BlChartHang){ x - GAP, top, 1, 0 };
      spots[n++] = (BlChartHang){ x + GAP, bottom - 2, 0, 1 };
      spots[n++] = (BlChartHang){ x - GAP, bottom - 2, 1, 1 };
      spots[n++] = (BlChartHang){ x + GAP, (top + bottom) / 2, 0, 0.5 };
      spots[n++] = (BlChartHang){ x - GAP, (top + bottom) / 2, 1, 0.5 };
    }
  else
    {
      double y = bl_chart_plot_y (plot, datum->y);
      double from = isfinite (datum->x) ? bl_chart_plot_x (plot, datum->x) : left;
      double to = isfinite (datum->x2) ? bl_chart_plot_x (plot, datum->x2) : right;

      from = CLAMP (from, left, right);
      to = CLAMP (to, left, right);
      spots[n++] = (BlChartHang){ from + 3, y - 2, 0, 1 };
      spots[n++] = (BlChartHang){ to - 3, y - 2, 1, 1 };
      spots[n++] = (BlChartHang){ from + 3, y + 2, 0, 0 };
      spots[n++] = (BlChartHang){ to - 3, y + 2, 1, 0 };
      spots[n++] = (BlChartHang){ to + GAP, y, 0, 0.5 };
      spots[n++] = (BlChartHang){ from - GAP, y, 1, 0.5 };
    }
  bl_chart_label_place (frame, plot, text, spots, n, colour, TRUE);
}

static void
place_at_tint (BlChartFrame *frame, const BlChartPlot *plot, const Label *label, BlColour colour)
{
  BlChartBox box;
  BlChartFont font = { .size = BL_TEXT_SIZE_LABEL, .centred = TRUE };
  const BlChartText *text;
  BlChartHang spots[3];

  if (!bl_chart_plot_box (plot, label->mark, label->datum, &box))
    return;
  font.width = floor (fmax (box.width - 6, 0));
  if (font.width < BL_TEXT_SIZE_LABEL * frame->scale * 3)
    return;
  text = bl_chart_text_get (frame, label->text, &font);
  if (text->height > box.height)
    return;
  spots[0] = (BlChartHang){ box.x + box.width / 2, box.y + 3, 0.5, 0 };
  spots[1] = (BlChartHang){ box.x + box.width / 2, box.y + box.height - 3, 0.5, 1 };
  spots[2] = (BlChartHang){ box.x + box.width / 2, box.y + box.height / 2, 0.5, 0.5 };
  bl_chart_label_place (frame, plot, text, spots, 3, colour, TRUE);
}

static void
place_text (BlChartFrame *frame,
            const BlChartPlot *plot,
            const Label *label,
            const BlChartText *text,
            BlColour colour)
{
  const BlDatum *datum = label->datum;
  BlChartHang spots[2 * MOVES + 1];
  double x = bl_chart_plot_x (plot, datum->x), y, across = frame->look.right_to_left ? 1 : 0;
  double right = plot->plot.x + plot->plot.width;

  if (!isfinite (datum->x))
    return;
  if (isfinite (datum->x2))
    {
      double other = bl_chart_plot_x (plot, datum->x2);
      double from = CLAMP (fmin (x, other), plot->plot.x, right),
             to = CLAMP (fmax (x, other), plot->plot.x, right);
      BlChartFont font = { .size = BL_TEXT_SIZE_LABEL, .width = floor (to - from - 4), .centred = TRUE };

      if (font.width < BL_TEXT_SIZE_LABEL * frame->scale * 3)
        return;
      text = bl_chart_text_get (frame, label->text, &font);
      x = (from + to) / 2;
      across = 0.5;
    }
  else
    {
      /* Where a bar would begin, not on the axis. */
      if (bl_chart_panel_lies (plot->panel))
        {
          across = plot->flipped ? 1 : 0;
          x += plot->flipped ? -GAP : GAP;
          if (isfinite (datum->y))
            x = bl_chart_plot_clear (plot, x, bl_chart_plot_y (plot, datum->y), text->width, plot->flipped);
        }
      /* As near as it may be inside the panel. */
      double most = plot->cell.x + plot->cell.width - text->width * (1 - across);

      x = CLAMP (x, plot->cell.x + text->width * across, fmax (plot->cell.x + text->width * across, most));
    }
  y = isfinite (datum->y) ? bl_chart_plot_y (plot, datum->y) : plot->plot.y + 4 + text->height / 2;
  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      double move = (i + 1) / 2 * (text->height / 2 + 1) * (i % 2 == 1 ? -1 : 1);

      spots[i] = (BlChartHang){ x, y + move, across, 0.5 };
    }
  bl_chart_label_place (frame, plot, text, spots, G_N_ELEMENTS (spots), colour, TRUE);
}

static void
place_at_point (BlChartFrame *frame,
                const BlChartPlot *plot,
                const Label *label,
                const BlChartText *text,
                BlColour colour)
{
  double x, y, away;
  double right = frame->look.right_to_left ? -1 : 1;
  BlChartHang spots[8];

  if (!bl_chart_plot_datum (plot, label->mark, label->datum, &x, &y) || !bl_chart_plot_holds (plot, x, y))
    return;
  away = GAP
         + (label->mark->kind == BL_MARK_POINT ? bl_chart_point_radius (plot, label->mark, label->datum) : 2);
  if (label->mark->kind == BL_MARK_TICK)
    away = fmax (away, 10);
  spots[0] = (BlChartHang){ x, y - away + 1, 0.5, 1 };
  spots[1] = (BlChartHang){ x + away * right, y, right > 0 ? 0 : 1, 0.5 };
  spots[2] = (BlChartHang){ x - away * right, y, right > 0 ? 1 : 0, 0.5 };
  spots[3] = (BlChartHang){ x, y + away - 1, 0.5, 0 };
  spots[4] = (BlChartHang){ x + away * 0.7, y - away * 0.7, 0, 1 };
  spots[5] = (BlChartHang){ x - away * 0.7, y - away * 0.7, 1, 1 };
  spots[6] = (BlChartHang){ x + away * 0.7, y + away * 0.7, 0, 0 };
  spots[7] = (BlChartHang){ x - away * 0.7, y + away * 0.7, 1, 0 };
  if (label->mark->kind == BL_MARK_TICK && label->mark->across && bl_chart_panel_lies (plot->panel)
      && bl_scale_get_n_bands (&plot->y) < 2)
    {
      /* Over its stroke, or over the strip where that is low. */
      double half = text->width / 2, most = plot->cell.x + plot->cell.width - half;
      double over = y - plot->plot.y > away + text->height + 2 ? y - away + 1 : plot->plot.y - 1;

      spots[0]
          = (BlChartHang){ CLAMP (x, plot->cell.x + half, fmax (plot->cell.x + half, most)), over, 0.5, 1 };
    }
  else if (bl_chart_mark_is_line (label->mark) || plot->x.kind == BL_SCALE_NUMBER)
    {
      BlChartHang swap = spots[0];

      spots[0] = spots[1];
      spots[1] = swap;
    }
  bl_chart_label_place (frame, plot, text, spots, 8, colour, TRUE);
}

/* What the label of one standing bar may take. */
static double
bar_room (const BlChartPlot *plot, const BlChartMark *mark)
{
  return mark->n_sides > 1 ? plot->bar / mark->n_sides - 2 : plot->step - 4;
}

/* Figures over standing bars and in cells are there for all or, where one has no room, for none but those in
 * focus. */
static gboolean
has_room (BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark)
{
  BlChartFont font = { .size = BL_TEXT_SIZE_LABEL };
  double room;

  if (mark->kind == BL_MARK_CELL)
    room = plot->plot.width * bl_scale_get_band (&plot->x) - 3;
  else if (mark->kind == BL_MARK_BAR && !mark->across && !mark->stacked)
    room = bar_room (plot, mark);
  else
    return TRUE;
  for (guint i = 0; i < mark->data->len; i++)
    {
      const char *label = g_array_index (mark->data, BlDatum, i).label;

      if (label != NULL && bl_chart_text_get (frame, label, &font)->width > room)
        return FALSE;
    }
  return TRUE;
}

/* Words in the place of a figure that is not there. */
static void
place_missing (BlChartFrame *frame, const BlChartPlot *plot, const Label *label, const BlChartText *text)
{
  const BlDatum *datum = label->datum;
  double bottom = plot->plot.y + plot->plot.height;
  BlChartHang spot;

  if (label->mark->kind == BL_MARK_BAR)
    {
      double room = bar_room (plot, label->mark);

      if (!label->mark->across && text->width > room && room >= BL_TEXT_SIZE_LABEL * frame->scale * 2.5)
        text = bl_chart_text_get (
            frame, label->text,
            &(BlChartFont){ .size = BL_TEXT_SIZE_LABEL, .width = floor (room), .lines = 3, .centred = TRUE });
      if (label->mark->across || text->width <= room)
        place_at_bar (frame, plot, label, text, frame->palette->dim_ink);
      return;
    }
  if (bl_chart_panel_lies (plot->panel))
    {
      if (!isfinite (datum->y))
        return;
      spot = (BlChartHang){ plot->flipped ? plot->plot.x + plot->plot.width - GAP : plot->plot.x + GAP,
                            bl_chart_plot_y (plot, datum->y), plot->flipped ? 1 : 0, 0.5 };
    }
  else
    {
      if (!isfinite (datum->x))
        return;
      spot = (BlChartHang){ bl_chart_plot_x (plot, datum->x), bottom - 3, 0.5, 1 };
    }
  bl_chart_label_place (frame, plot, text, &spot, 1, frame->palette->dim_ink, TRUE);
}

static void
place (BlChartFrame *frame, BlChartPlot *plot, const Label *label)
{
  const BlChartMark *mark = label->mark;
  BlChartFont font = { .size = BL_TEXT_SIZE_LABEL,
                       .centred = mark->kind == BL_MARK_BAR && !mark->across,
                       .bold = mark->kind != BL_MARK_CELL && bl_datum_is_strong (label->datum) };
  const BlChartText *text = bl_chart_text_get (frame, label->text, &font);
  BlColour colour = bl_chart_text_colour (frame, mark, label->datum);

  if (mark->kind != BL_MARK_TEXT && mark->kind != BL_MARK_TINT && mark->kind != BL_MARK_RULE
      && label->datum->label == NULL && label->text != mark->name && label->owned == NULL)
    {
      place_missing (frame, plot, label, text);
      return;
    }
  switch (mark->kind)
    {
    case BL_MARK_BAR:
      if (mark->stacked)
        place_within (frame, plot, label, text);
      else if (bl_datum_say_missing (label->datum) != NULL)
        place_missing (frame, plot, label, text);
      else
        place_at_bar (frame, plot, label, text, frame->palette->ink);
      break;
    case BL_MARK_CELL:
      place_within (frame, plot, label, text);
      break;
    case BL_MARK_SPAN:
      place_at_span (frame, plot, label, text);
      break;
    case BL_MARK_TICK:
      if (frame->chart->kind == BL_CHART_DOTS && mark->across)
        place_at_rule (frame, plot, label, text, colour);
      else
        place_at_point (frame, plot, label, text, colour);
      break;
    case BL_MARK_RULE:
      place_at_rule (frame, plot, label, text, colour);
      break;
    case BL_MARK_TINT:
      place_at_tint (frame, plot, label, colour);
      break;
    case BL_MARK_TEXT:
      place_text (frame, plot, label, text, colour);
      break;
    default:
      place_at_point (frame, plot, label, text, colour);
      break;
    }
}

static guint
order_of (const BlChartMark *mark, const BlDatum *datum, gboolean last)
{
  if (datum->flags & (BL_DATUM_FOCUS | BL_DATUM_RINGED))
    return 0;
  if (datum->flags & BL_DATUM_SIGNAL)
    return 1;
  switch (mark->kind)
    {
    case BL_MARK_TEXT:
      return 2;
    case BL_MARK_RULE:
    case BL_MARK_TINT:
    case BL_MARK_TICK:
      return 3;
    default:
      return last ? 4 : 5;
    }
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return (int) ((const Label *) a)->order - (int) ((const Label *) b)->order;
}

/* A run of missing figures of a line has its words once. */
static gboolean
says_missing (const BlChartPlot *plot, const BlChartMark *mark, guint i)
{
  gboolean lies = bl_chart_panel_lies (plot->panel);
  const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
  const BlDatum *before = i > 0 ? &g_array_index (mark->data, BlDatum, i - 1) : NULL;

  if (bl_datum_say_missing (datum) == NULL || mark->stacked)
    return FALSE;
  if (mark->kind == BL_MARK_BAR)
    return TRUE;
  if (mark->kind != BL_MARK_LINE && mark->kind != BL_MARK_STEP && mark->kind != BL_MARK_POINT)
    return FALSE;
  /* A gap says that there are no data; only what is held back has to be said. */
  if (datum->state != BL_STATE_SUPPRESSED && !lies)
    return FALSE;
  return lies || before == NULL || before->state != datum->state;
}

static void
collect_labels (BlChartFrame *frame, const BlChartPlot *plot, const GArray *ends, GArray *labels)
{
  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);
      gboolean named
          = mark->name != NULL && bl_chart_mark_is_direct (frame, mark) && !bl_chart_mark_is_line (mark);
      const BlDatum *last_of_line
          = bl_chart_mark_is_line (mark) && bl_chart_mark_is_direct (frame, mark) && mark->name != NULL
                ? bl_chart_end_of_line (mark, bl_chart_ends_start (frame))
                : NULL;
      gboolean roomy = has_room (frame, plot, mark);

      for (guint i = 0; i < mark->data->len; i++)
        {
          const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
          gboolean last = i + 1 == mark->data->len;
          Label label = { mark, datum, datum->label, NULL, order_of (mark, datum, last) };

          if (!roomy && !(datum->flags & (BL_DATUM_FOCUS | BL_DATUM_SIGNAL | BL_DATUM_RINGED)))
            label.text = NULL;
          if (is_end (ends, datum)
              || (bl_chart_plot_is_small (frame, plot) && mark->kind == BL_MARK_RULE
                  && !bl_chart_mark_is_direct (frame, mark)))
            continue;
          if ((named && last) || datum == last_of_line)
            label.text = label.owned = bl_chart_name_and_label (frame, mark, datum);
          else if (label.text == NULL && says_missing (plot, mark, i))
            label.text = bl_datum_say_missing (datum);
          if (label.text != NULL && *label.text != '\0')
            g_array_append_val (labels, label);
          else
            g_free (label.owned);
        }
    }
}

void
bl_chart_labels_lay_out (BlChartFrame *frame, BlChartPlot *plot)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (BlChartEnd));
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));

  g_array_set_clear_func (labels, clear_label);
  if (plot->panel->bare || frame->level >= 4)
    return;
  bl_chart_ends_collect (frame, plot, ends);
  bl_chart_ends_lay_out (frame, plot, ends, TRUE);
  bl_chart_ends_lay_out (frame, plot, ends, FALSE);
  collect_labels (frame, plot, ends, labels);
  /* Stable: equals stay in the order of their marks. */
  g_array_sort (labels, compare_labels);
  for (guint i = 0; i < labels->len; i++)
    place (frame, plot, &g_array_index (labels, Label, i));
}
