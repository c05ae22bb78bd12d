/* chart.c: the grammar of charts: panels of marks over scales, with their words and their table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *nick, *title;
} kinds[BL_N_CHARTS] = {
  [BL_CHART_LINE] = { "line", N_ ("Line") },
  [BL_CHART_RUN] = { "run", N_ ("Run chart") },
  [BL_CHART_CONTROL] = { "control", N_ ("Control chart") },
  [BL_CHART_SEASON] = { "season", N_ ("Months of each year") },
  [BL_CHART_BAR] = { "bar", N_ ("Bars") },
  [BL_CHART_GROUPED] = { "grouped", N_ ("Bars side by side") },
  [BL_CHART_RANKED] = { "ranked", N_ ("Bars in order of size") },
  [BL_CHART_DOTS] = { "dots", N_ ("Dot strip") },
  [BL_CHART_SLOPE] = { "slope", N_ ("Then and now") },
  [BL_CHART_BULLET] = { "bullet", N_ ("Against the target") },
  [BL_CHART_PYRAMID] = { "pyramid", N_ ("Ages, two sides") },
  [BL_CHART_STACKED] = { "stacked", N_ ("Shares of the whole") },
  [BL_CHART_CURVE] = { "curve", N_ ("Cumulative curve") },
  [BL_CHART_HEAT] = { "heat", N_ ("Day by hour") },
  [BL_CHART_FUNNEL] = { "funnel", N_ ("Funnel") },
  [BL_CHART_GANTT] = { "gantt", N_ ("Bars over dates") },
  [BL_CHART_RADAR] = { "radar", N_ ("Radar") },
  [BL_CHART_SPREAD] = { "spread", N_ ("Spread of ratings") },
  [BL_CHART_MULTIPLES] = { "multiples", N_ ("Small charts side by side") },
};

const char *
bl_chart_kind_get_nick (BlChartKind kind)
{
  g_return_val_if_fail ((guint) kind < BL_N_CHARTS, NULL);

  return kinds[kind].nick;
}

int
bl_chart_kind_find (const char *nick)
{
  for (int i = 0; i < BL_N_CHARTS; i++)
    if (g_strcmp0 (kinds[i].nick, nick) == 0)
      return i;
  return -1;
}

const char *
bl_chart_kind_get_title (BlChartKind kind)
{
  g_return_val_if_fail ((guint) kind < BL_N_CHARTS, NULL);

  return kinds[kind].title;
}

static void
clear_datum (gpointer data)
{
  BlDatum *datum = data;

  g_free (datum->label);
  g_free (datum->words);
}

static void
clear_note (gpointer note)
{
  g_free (((BlChartNote *) note)->text);
}

static void
mark_free (BlChartMark *mark)
{
  g_free (mark->name);
  g_array_unref (mark->data);
  g_free (mark);
}

static void
panel_free (BlChartPanel *panel)
{
  g_free (panel->title);
  bl_scale_clear (&panel->x);
  bl_scale_clear (&panel->y);
  g_ptr_array_unref (panel->marks);
  g_array_unref (panel->notes);
  g_free (panel);
}

BlChart *
bl_chart_new (BlChartKind kind)
{
  BlChart *self = g_new0 (BlChart, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) panel_free);
  self->table = bl_chart_table_new ();
  return self;
}

BlChart *
bl_chart_ref (BlChart *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
bl_chart_unref (BlChart *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->sentence);
  g_free (self->doubt);
  g_free (self->source);
  g_ptr_array_unref (self->panels);
  bl_chart_table_free (self->table);
  g_free (self);
}

BlChartPanel *
bl_chart_add_panel (BlChart *self)
{
  BlChartPanel *panel = g_new0 (BlChartPanel, 1);

  bl_scale_init (&panel->x, BL_SCALE_NUMBER);
  bl_scale_init (&panel->y, BL_SCALE_NUMBER);
  panel->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
  panel->notes = g_array_new (FALSE, FALSE, sizeof (BlChartNote));
  g_array_set_clear_func (panel->notes, clear_note);
  g_ptr_array_add (self->panels, panel);
  return panel;
}

BlChartMark *
bl_chart_panel_add_mark (BlChartPanel *self, BlChartMarkKind kind, BlTone tone, const char *name)
{
  BlChartMark *mark = g_new0 (BlChartMark, 1);

  mark->kind = kind;
  mark->tone = tone;
  mark->name = g_strdup (name);
  mark->data = g_array_new (FALSE, FALSE, sizeof (BlDatum));
  g_array_set_clear_func (mark->data, clear_datum);
  g_ptr_array_add (self->marks, mark);
  return mark;
}

void
bl_chart_panel_add_note (BlChartPanel *self, double x, gboolean upright, const char *text)
{
  BlChartNote note = { x, upright, g_strdup (text) };

  g_array_append_val (self->notes, note);
}

void
bl_datum_init (BlDatum *datum)
{
  *datum = (BlDatum){
    .x = NAN,
    .y = NAN,
    .x2 = NAN,
    .y0 = NAN,
    .low = NAN,
    .high = NAN,
    .part = NAN,
    .state = BL_STATE_MEASURED,
    .tone = -1,
    .row = -1,
  };
}

void
bl_chart_mark_take (BlChartMark *self, BlDatum *datum)
{
  g_array_append_vals (self->data, datum, 1);
  bl_datum_init (datum);
}
