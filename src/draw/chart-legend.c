/* chart-legend.c: what signs mean: names that do not stand at their marks, states of figures, and the notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart-private.h"
#include "paint.h"

/* px, before the scale. */
#define SIGN_WIDTH 22.0
#define SIGN_HEIGHT 12.0
#define BETWEEN 14.0
#define TAB 16.0

static const struct
{
  BlDatumFlags flag;
  const char *name;
} flags[] = {
  { BL_DATUM_SIGNAL, N_ ("Outside the limits") },     { BL_DATUM_RUN, N_ ("Part of a run") },
  { BL_DATUM_PROVISIONAL, N_ ("Provisional") },       { BL_DATUM_PARTIAL, N_ ("Part of the period only") },
  { BL_DATUM_MUTED, N_ ("Not judged") },
};

static BlChartFont
key_font (double width)
{
  return (BlChartFont){ .size = BL_TEXT_SIZE_SMALL, .width = floor (width) };
}

static void
add_key (BlChartFrame *frame, BlChartKey key)
{
  for (guint i = 0; i < frame->keys->len; i++)
    if (g_strcmp0 (g_array_index (frame->keys, BlChartKey, i).name, key.name) == 0)
      return;
  g_array_append_val (frame->keys, key);
}

guint
bl_chart_note_number (const BlChartFrame *frame, const BlChartNote *note)
{
  for (guint i = 0; i < frame->notes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (frame->notes, i), note->text) == 0)
      return i + 1;
  return 0;
}

static void
collect_notes (BlChartFrame *frame)
{
  for (guint p = 0; p < frame->n_plots; p++)
    for (guint i = 0; i < frame->plots[p].panel->notes->len; i++)
      {
        const BlChartNote *note = &g_array_index (frame->plots[p].panel->notes, BlChartNote, i);

        if (note->text != NULL && bl_chart_note_number (frame, note) == 0)
          g_ptr_array_add (frame->notes, note->text);
      }
}

static gboolean
tells_states (const BlChartMark *mark)
{
  return mark->kind == BL_MARK_LINE || mark->kind == BL_MARK_STEP || mark->kind == BL_MARK_POINT
         || mark->kind == BL_MARK_BAR;
}

/* The first mark that has a datum of @state or with @flag, so that its sign looks alike. */
static const BlChartMark *
find_mark (const BlChartFrame *frame, BlState state, BlDatumFlags flag)
{
  for (guint p = 0; p < frame->n_plots; p++)
    for (guint m = 0; m < frame->plots[p].panel->marks->len; m++)
      {
        const BlChartMark *mark = g_ptr_array_index (frame->plots[p].panel->marks, m);

        for (guint i = 0; tells_states (mark) && i < mark->data->len; i++)
          {
            const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);

            if (flag != 0 ? (datum->flags & flag) != 0 : datum->state == state)
              {
                /* A line says nothing of a run or a signal: points do. */
                if (flag == 0 || mark->kind == BL_MARK_POINT || mark->kind == BL_MARK_BAR)
                  return mark;
              }
          }
      }
  return NULL;
}

void
bl_chart_legend_collect (BlChartFrame *frame)
{
  static const BlState states[] = { BL_STATE_ESTIMATE, BL_STATE_PROXY, BL_STATE_SUPPRESSED, BL_STATE_NO_DATA };
  const BlChartMark *mark;

  g_array_set_size (frame->keys, 0);
  g_ptr_array_set_size (frame->notes, 0);
  collect_notes (frame);
  if (frame->n_plots == 0 || frame->plots[0].panel->bare)
    return;
  for (guint p = 0; p < frame->n_plots; p++)
    for (guint m = 0; m < frame->plots[p].panel->marks->len; m++)
      {
        mark = g_ptr_array_index (frame->plots[p].panel->marks, m);
        if (mark->name != NULL && *mark->name != '\0' && mark->data->len > 0
            && !bl_chart_mark_is_direct (frame, mark))
          add_key (frame, (BlChartKey){ .mark = mark, .name = mark->name });
      }
  if (frame->chart->kind == BL_CHART_GANTT)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if ((mark = find_mark (frame, states[i], 0)) != NULL
        /* What is missing has its words in its place, but between bars there is no room for them. */
        && (i < 2 || (mark->kind == BL_MARK_BAR && mark->n_sides > 1)))
      add_key (frame,
               (BlChartKey){ .mark = mark, .state = states[i], .name = states[i] == BL_STATE_SUPPRESSED ? _ ("fewer than 5") : _ (bl_state_get_title (states[i])) });
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((mark = find_mark (frame, BL_STATE_UNKNOWN, flags[i].flag)) != NULL)
      add_key (frame, (BlChartKey){ .mark = mark, .flag = flags[i].flag, .name = _ (flags[i].name) });
}

/* One after the other, in lines; the height so far. */
typedef struct
{
  BlChartBox within;
  double x, y, line;
} Flow;

static void
flow_add (BlChartFrame *frame, Flow *flow, BlChartKey *key, gboolean add)
{
  double sign = (key->number > 0 ? TAB : SIGN_WIDTH) * frame->scale, gap = BL_CHART_GAP;
  BlChartFont font = key_font (fmax (flow->within.width - sign - gap, 20));
  g_autofree char *number = key->number > 0 ? g_strdup_printf ("%u", key->number) : NULL;
  const BlChartText *text = bl_chart_text_get (frame, key->name, &font);
  double width = sign + gap + text->width, height, x;
  double first = bl_chart_text_line (frame, BL_TEXT_SIZE_SMALL);
  double size = (key->number > 0 ? TAB : SIGN_HEIGHT) * frame->scale;

  if (flow->x > 0 && flow->x + width > flow->within.width)
    {
      flow->y += flow->line + 3;
      flow->x = flow->line = 0;
    }
  /* The sign stands by the middle of the first line. */
  height = fmax (text->height + fmax (0, (size - first) / 2), size + fmax (0, (first - size) / 2));
  if (add)
    {
      double top = flow->within.y + flow->y;

      x = flow->within.x + flow->x;
      if (frame->look.right_to_left)
        x = flow->within.x + flow->within.width - flow->x - sign;
      key->box = (BlChartBox){ x, top + fmax (0, (first - size) / 2), sign, size };
      bl_chart_word_add (frame, text, frame->look.right_to_left ? x - gap - text->width : x + sign + gap,
                         top + fmax (0, (size - first) / 2), frame->palette->ink, FALSE);
      if (number != NULL)
        {
          BlChartTab tab = { key->box, NAN, key->number };
          BlChartFont bold = { .size = BL_TEXT_SIZE_SMALL, .bold = TRUE };
          const BlChartText *digits = bl_chart_text_get (frame, number, &bold);

          g_array_append_val (frame->tabs, tab);
          bl_chart_word_add (frame, digits, key->box.x + (key->box.width - digits->width) / 2,
                             key->box.y + (key->box.height - digits->height) / 2, frame->palette->ink, FALSE);
        }
    }
  flow->x += width + BETWEEN;
  flow->line = fmax (flow->line, height);
}

double
bl_chart_legend_lay_out (BlChartFrame *frame, const BlChartBox *within, gboolean add)
{
  Flow flow = { *within, 0, 0, 0 };

  if (frame->level < 3)
    for (guint i = 0; i < frame->keys->len; i++)
      flow_add (frame, &flow, &g_array_index (frame->keys, BlChartKey, i), add);
  if (frame->level < 2 && frame->notes->len > 0)
    {
      if (flow.line > 0)
        {
          flow.y += flow.line + 4;
          flow.x = flow.line = 0;
        }
      for (guint i = 0; i < frame->notes->len; i++)
        {
          BlChartKey key = { .number = i + 1, .name = g_ptr_array_index (frame->notes, i) };

          flow_add (frame, &flow, &key, add);
        }
    }
  return flow.line > 0 ? flow.y + flow.line : 0;
}

static void
paint_line_sign (const BlChartFrame *frame, cairo_t *cr, const BlChartKey *key)
{
  double y = key->box.y + key->box.height / 2;

  bl_paint_set_colour (cr, bl_chart_colour (frame, key->mark, NULL));
  cairo_set_line_width (cr, bl_chart_line_width (frame, key->mark));
  bl_chart_set_dash (frame, cr, key->mark->tone,
                     key->state != BL_STATE_UNKNOWN ? key->state : BL_STATE_MEASURED);
  cairo_move_to (cr, key->box.x, y);
  cairo_line_to (cr, key->box.x + key->box.width, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static gboolean
has_points (const BlChartFrame *frame)
{
  for (guint p = 0; p < frame->n_plots; p++)
    if (bl_chart_panel_has (frame->plots[p].panel, BL_MARK_POINT))
      return TRUE;
  return FALSE;
}

static void
paint_sign (const BlChartFrame *frame, cairo_t *cr, const BlChartKey *key)
{
  BlDatum datum;
  BlColour colour;
  double x = key->box.x + key->box.width / 2, y = key->box.y + key->box.height / 2;
  double radius = key->box.height * 0.34;

  bl_datum_init (&datum);
  datum.state = key->state != BL_STATE_UNKNOWN ? key->state : BL_STATE_MEASURED;
  datum.flags = key->flag;
  colour = bl_chart_colour (frame, key->mark, &datum);
  switch (key->mark->kind)
    {
    case BL_MARK_LINE:
    case BL_MARK_STEP:
    case BL_MARK_RULE:
      paint_line_sign (frame, cr, key);
      if (key->state != BL_STATE_UNKNOWN && has_points (frame))
        bl_chart_point_paint (frame, cr, x, y, radius, colour, datum.state, datum.flags);
      break;
    case BL_MARK_TICK:
    case BL_MARK_WHISKER:
      bl_paint_set_colour (cr, colour);
      cairo_set_line_width (cr, 2);
      cairo_move_to (cr, x, key->box.y);
      cairo_line_to (cr, x, key->box.y + key->box.height);
      cairo_stroke (cr);
      break;
    case BL_MARK_TINT:
      bl_paint_set_colour (cr, bl_chart_tint_colour (frame, key->mark, &datum));
      cairo_rectangle (cr, key->box.x, key->box.y, key->box.width, key->box.height);
      cairo_fill_preserve (cr);
      /* So pale that it wants an edge to be seen by itself. */
      bl_paint_set_colour (cr, frame->palette->axis);
      cairo_set_line_width (cr, 0.6);
      cairo_stroke (cr);
      break;
    case BL_MARK_BAR:
    case BL_MARK_SPAN:
    case BL_MARK_CELL:
      bl_chart_bar_fill (frame, cr, &key->box, colour, datum.state, datum.flags);
      break;
    case BL_MARK_POINT:
    case BL_MARK_TEXT:
    default:
      bl_chart_point_paint (frame, cr, x, y, radius, colour, datum.state, datum.flags);
      break;
    }
}

void
bl_chart_legend_paint (const BlChartFrame *frame, cairo_t *cr)
{
  for (guint i = 0; i < frame->keys->len && frame->level < 3; i++)
    {
      const BlChartKey *key = &g_array_index (frame->keys, BlChartKey, i);

      if (key->box.width > 0)
        paint_sign (frame, cr, key);
    }
}

double
bl_chart_tabs_height (const BlChartFrame *frame, const BlChartPlot *plot)
{
  for (guint i = 0; i < plot->panel->notes->len && frame->level < 4; i++)
    if (bl_chart_note_number (frame, &g_array_index (plot->panel->notes, BlChartNote, i)) > 0)
      return TAB * frame->scale + 5;
  return 0;
}

static int
compare_tabs (gconstpointer a, gconstpointer b)
{
  const BlChartTab *one = a, *other = b;

  return one->x < other->x ? -1 : one->x > other->x;
}

void
bl_chart_tabs_lay_out (BlChartFrame *frame, BlChartPlot *plot, double top)
{
  g_autoptr (GArray) tabs = g_array_new (FALSE, FALSE, sizeof (BlChartTab));
  g_autofree double *places = NULL, *sizes = NULL;
  BlChartFont bold = { .size = BL_TEXT_SIZE_SMALL, .bold = TRUE };
  double size = TAB * frame->scale;

  if (bl_chart_tabs_height (frame, plot) == 0)
    return;
  for (guint i = 0; i < plot->panel->notes->len; i++)
    {
      const BlChartNote *note = &g_array_index (plot->panel->notes, BlChartNote, i);
      BlChartTab tab = { { 0, top + 3, size, size },
                         bl_chart_plot_x (plot, note->x),
                         bl_chart_note_number (frame, note) };

      if (tab.number > 0 && isfinite (tab.x))
        g_array_append_val (tabs, tab);
    }
  g_array_sort (tabs, compare_tabs);
  places = g_new (double, tabs->len + 1);
  sizes = g_new (double, tabs->len + 1);
  for (guint i = 0; i < tabs->len; i++)
    {
      places[i] = g_array_index (tabs, BlChartTab, i).x - size / 2;
      sizes[i] = size;
    }
  if (!bl_chart_spread (places, sizes, tabs->len, plot->cell.x, plot->cell.x + plot->cell.width, 2))
    return;
  for (guint i = 0; i < tabs->len; i++)
    {
      BlChartTab *tab = &g_array_index (tabs, BlChartTab, i);
      g_autofree char *number = g_strdup_printf ("%u", tab->number);
      const BlChartText *digits = bl_chart_text_get (frame, number, &bold);

      tab->box.x = places[i];
      g_array_append_val (frame->tabs, *tab);
      bl_chart_word_add (frame, digits, tab->box.x + (size - digits->width) / 2,
                         tab->box.y + (size - digits->height) / 2, frame->palette->ink, FALSE);
    }
}

void
bl_chart_tabs_paint (const BlChartFrame *frame, cairo_t *cr)
{
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < frame->tabs->len; i++)
    {
      const BlChartTab *tab = &g_array_index (frame->tabs, BlChartTab, i);

      bl_paint_rounded (cr, floor (tab->box.x) + 0.5, floor (tab->box.y) + 0.5, tab->box.width - 1,
                        tab->box.height - 1, 4);
      bl_paint_set_colour (cr, frame->palette->axis);
      cairo_stroke (cr);
    }
}
