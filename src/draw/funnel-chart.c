/* funnel-chart.c: places of different size in the funnel that chance would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "funnel-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-words.h"

/* Points of a limit: it bends most where places are small. */
#define STEPS 80

typedef enum
{
  INSIDE,
  LOW95,
  HIGH95,
  LOW998,
  HIGH998,
} Position;

typedef struct
{
  const BlFunnelChart *asked;
  double times;
  double least, most; /* sizes of those that count */
  int own;            /* -1: none */
} Funnel;

static gboolean
counts (const Funnel *self, guint i)
{
  return isfinite (self->asked->funnel->points[i].value);
}

static BlFunnelLimits
limits_at (const Funnel *self, double size)
{
  BlFunnelLimits limits = bl_funnel_get_limits (self->asked->funnel, size, self->asked->adjust);

  limits.low998 *= self->times;
  limits.low95 *= self->times;
  limits.high95 *= self->times;
  limits.high998 *= self->times;
  return limits;
}

static double
value_of (const Funnel *self, guint i)
{
  return self->asked->funnel->points[i].value * self->times;
}

static Position
place (const Funnel *self, guint i)
{
  BlFunnelLimits limits = limits_at (self, self->asked->sizes[i]);
  double value = value_of (self, i);

  if (value > limits.high998)
    return HIGH998;
  if (value < limits.low998)
    return LOW998;
  if (value > limits.high95)
    return HIGH95;
  return value < limits.low95 ? LOW95 : INSIDE;
}

static const char *
say_position (Position position)
{
  switch (position)
    {
    case HIGH998:
      return _ ("above the 99.8% limit");
    case LOW998:
      return _ ("below the 99.8% limit");
    case HIGH95:
      return _ ("above the 95% limit");
    case LOW95:
      return _ ("below the 95% limit");
    case INSIDE:
    default:
      return _ ("within the limits");
    }
}

/* The item with the funnel's figure. */
static BlChartItem
item_of (const Funnel *self, guint i)
{
  BlChartItem item = self->asked->items[i];

  item.value = value_of (self, i);
  item.low = item.high = NAN;
  return item;
}

/* --- Marks ---------------------------------------------------------------------- */

static void
add_limit (const Funnel *self, BlChartPanel *panel, const char *name, gsize offset)
{
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_LIMIT, name);
  double from = self->least * 0.8, to = self->most;

  line->direct = name != NULL;
  for (guint i = 0; i <= STEPS; i++)
    {
      double share = (double) i / STEPS, size = from + (to - from) * share * share;
      BlFunnelLimits limits = limits_at (self, size);
      BlDatum datum;

      bl_datum_init (&datum);
      datum.x = size;
      datum.y = G_STRUCT_MEMBER (double, &limits, offset);
      bl_chart_mark_take (line, &datum);
    }
}

static void
add_centre (const Funnel *self, BlChartPanel *panel)
{
  const BlChartMeasure *measure = &self->asked->measure;
  g_autofree char *value = bl_words_value (self->asked->funnel->centre * self->times, measure->number, measure->unit);
  BlChartMark *rule = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, _ ("all together"));
  BlDatum datum;

  rule->direct = TRUE;
  bl_datum_init (&datum);
  datum.y = self->asked->funnel->centre * self->times;
  datum.label = g_steal_pointer (&value);
  bl_chart_mark_take (rule, &datum);
}

static void
take_point (const Funnel *self, BlChartMark *mark, guint i)
{
  BlChartItem item = item_of (self, i);
  Position position = place (self, i);
  g_autofree char *size = bl_text_number (self->asked->sizes[i], 0), *said = NULL;
  BlDatum datum;

  bl_datum_init (&datum);
  bl_chart_item_fill (&item, &self->asked->measure, (int) i, &datum);
  said = datum.words;
  /* TRANSLATORS: a place with its figure, how many people it is of, where it lies */
  datum.words = g_strdup_printf (_ ("%1$s, of %2$s, %3$s"), said, size, say_position (position));
  datum.x = self->asked->sizes[i];
  datum.y = item.value;
  if (position == HIGH998 || position == LOW998)
    datum.flags |= BL_DATUM_SIGNAL;
  if (position != INSIDE || (int) i == self->own)
    datum.label = g_strdup (item.name);
  bl_chart_mark_take (mark, &datum);
}

/* Ours lies over the others. */
static void
add_points (const Funnel *self, BlChartPanel *panel)
{
  BlChartMark *others = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_OTHERS, NULL);

  for (guint i = 0; i < self->asked->funnel->n; i++)
    if (counts (self, i) && (int) i != self->own)
      take_point (self, others, i);
  if (self->own >= 0 && counts (self, (guint) self->own))
    take_point (self, bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL), (guint) self->own);
}

/* --- Words ---------------------------------------------------------------------- */

static char *
say_dispersion (const BlFunnel *funnel, BlFunnelAdjust adjust)
{
  g_autofree char *phi = bl_text_number (funnel->dispersion, 2);

  if (funnel->dispersion <= 1)
    /* TRANSLATORS: φ, a number */
    return g_strdup_printf (_ ("Places differ no more than chance explains (φ = %s)."), phi);
  if (funnel->dispersion <= funnel->wild)
    return g_strdup_printf (adjust == BL_FUNNEL_PLAIN
                                ? _ ("Places differ more than chance explains (φ = %s); the limits are those of chance alone.")
                                : _ ("Places differ more than chance explains (φ = %s); the limits are widened for it."),
                            phi);
  return g_strdup_printf (adjust == BL_FUNNEL_PLAIN
                              ? _ ("Services differ far more than chance explains (φ = %s), so this shows spread, not performance; "
                                   "the limits are those of chance alone.")
                              : _ ("Services differ far more than chance explains (φ = %s), so this shows spread, not performance; "
                                   "the limits are widened for it."),
                          phi);
}

/* Those outside the limits at 95 %, and how many. */
static char *
say_outside (const Funnel *self, guint *n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < self->asked->funnel->n; i++)
    {
      Position position = counts (self, i) ? place (self, i) : INSIDE;

      if (position == INSIDE)
        continue;
      (*n)++;
      g_string_append_printf (names, "%s%s (%s)", names->len > 0 ? ", " : "", self->asked->items[i].name,
                              position == HIGH95 || position == HIGH998 ? _ ("high") : _ ("low"));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
say_own (const Funnel *self)
{
  const BlChartMeasure *measure = &self->asked->measure;
  guint own = (guint) self->own;
  BlFunnelLimits limits = limits_at (self, self->asked->sizes[own]);
  Position position = place (self, own);
  g_autofree char *value = bl_words_value_unit (value_of (self, own), measure->number, measure->unit);
  g_autofree char *low = bl_words_value (limits.low95, measure->number, measure->unit);
  g_autofree char *high = bl_words_value (limits.high95, measure->number, measure->unit);

  /* TRANSLATORS: a place, its figure with the unit, the ends of a range */
  return g_strdup_printf (position == INSIDE
                              ? _ ("%1$s had %2$s, within the range of %3$s to %4$s in which 95 of 100 places of its size would lie.")
                          : position == HIGH95 || position == HIGH998
                              ? _ ("%1$s had %2$s, above the range of %3$s to %4$s in which 95 of 100 places of its size would lie.")
                              : _ ("%1$s had %2$s, below the range of %3$s to %4$s in which 95 of 100 places of its size would lie."),
                          self->asked->items[own].name, value, low, high);
}

static void
take_words (const Funnel *self, BlChart *chart)
{
  const BlFunnel *funnel = self->asked->funnel;
  gboolean own = self->own >= 0 && counts (self, (guint) self->own);
  guint n;
  g_autofree char *outside = say_outside (self, &n), *dispersion = say_dispersion (funnel, self->asked->adjust);
  g_autofree char *ours = own ? say_own (self) : NULL, *doubt = NULL;
  g_autofree char *how_many
      /* TRANSLATORS: so many, of so many */
      = n > 0 ? g_strdup_printf (ngettext ("%1$u of %2$u lies outside the 95%% limits: %3$s.",
                                           "%1$u of %2$u lie outside the 95%% limits: %3$s.", n),
                                 n, funnel->used, outside)
              : g_strdup_printf (ngettext ("The %u place lies within the 95%% limits.",
                                           "All %u places lie within the 95%% limits.", funnel->used),
                                 funnel->used);
  char *title;

  if (own)
    {
      Position position = place (self, (guint) self->own);

      /* TRANSLATORS: a place */
      title = g_strdup_printf (position == INSIDE                             ? _ ("%s within the range to be expected")
                               : position == HIGH95 || position == HIGH998 ? _ ("%s above the range to be expected")
                                                                           : _ ("%s below the range to be expected"),
                               self->asked->items[self->own].name);
    }
  else
    title = n > 0 ? g_strdup_printf (ngettext ("%1$u of %2$u outside the range to be expected",
                                               "%1$u of %2$u outside the range to be expected", n),
                                     n, funnel->used)
                  : g_strdup_printf (_ ("All %u within the range to be expected"), funnel->used);
  bl_chart_take_words (chart, &self->asked->words, title,
                       g_strdup_printf ("%s%s%s %s", own ? ours : "", own ? " " : "", how_many, dispersion));
  /* φ belongs on the chart itself (indicator-content 5.6): where the sentence is another's, in the doubt. */
  if (self->asked->words.sentence == NULL)
    return;
  doubt = chart->doubt;
  chart->doubt = doubt != NULL ? g_strdup_printf ("%s %s", dispersion, doubt) : g_strdup (dispersion);
}

/* --- Table ---------------------------------------------------------------------- */

static void
set_figure (BlChartTable *table, guint row, guint column, double value, const BlChartMeasure *measure)
{
  g_autofree char *text = bl_words_value (value, measure->number, measure->unit);

  bl_chart_table_set_number (table, row, column, value, text);
}

static void
tabulate (const Funnel *self, BlChart *chart)
{
  BlChartTable *table = chart->table;
  const BlFunnelChart *asked = self->asked;
  const BlChartMeasure *measure = &asked->measure;

  bl_chart_table_add_column (table, asked->items_title != NULL ? asked->items_title : _ ("Name"), FALSE);
  bl_chart_table_add_column (table, measure->unit != NULL ? measure->unit : _ ("Value"), TRUE);
  bl_chart_table_add_column (table, _ ("Count"), TRUE);
  bl_chart_table_add_column (table, asked->size_title != NULL ? asked->size_title : _ ("Size"), TRUE);
  bl_chart_table_add_column (table, "z", TRUE);
  bl_chart_table_add_column (table, _ ("Low 95%"), TRUE);
  bl_chart_table_add_column (table, _ ("High 95%"), TRUE);
  bl_chart_table_add_column (table, _ ("Place"), FALSE);
  bl_chart_table_add_column (table, _ ("State"), FALSE);
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint i = 0; i < asked->funnel->n; i++)
    {
      guint row = bl_chart_table_add_row (table);
      BlChartItem item = item_of (self, i);
      g_autofree char *value = bl_chart_item_say_value (&item, measure);

      bl_chart_table_set_text (table, row, 0, item.name);
      bl_chart_table_set_number (table, row, 1, item.value, value);
      bl_chart_table_set_text (table, row, 8, _ (bl_state_get_title (bl_chart_item_get_state (&item))));
      if (item.note != NULL)
        bl_chart_table_set_text (table, row, 9, item.note);
      if (counts (self, i))
        {
          BlFunnelLimits limits = limits_at (self, asked->sizes[i]);
          g_autofree char *count = bl_text_number (asked->counts[i], 0), *size = bl_text_number (asked->sizes[i], 0);

          bl_chart_table_set_number (table, row, 2, asked->counts[i], count);
          bl_chart_table_set_number (table, row, 3, asked->sizes[i], size);
          if (isfinite (asked->funnel->points[i].z))
            {
              g_autofree char *z = bl_text_number (asked->funnel->points[i].z, 2);

              bl_chart_table_set_number (table, row, 4, asked->funnel->points[i].z, z);
            }
          set_figure (table, row, 5, limits.low95, measure);
          set_figure (table, row, 6, limits.high95, measure);
          bl_chart_table_set_text (table, row, 7, say_position (place (self, i)));
        }
    }
}

BlChart *
bl_funnel_chart_new (const BlFunnelChart *asked)
{
  Funnel self = { asked, asked->times > 0 ? asked->times : 1, INFINITY, 0, -1 };
  BlChart *chart;
  BlChartPanel *panel;

  if (asked->funnel->used < asked->funnel->fewest)
    return NULL;
  self.own = bl_chart_items_find_ringed (asked->items, asked->funnel->n);
  for (guint i = 0; i < asked->funnel->n; i++)
    if (counts (&self, i))
      {
        self.least = MIN (self.least, asked->sizes[i]);
        self.most = MAX (self.most, asked->sizes[i]);
      }
  chart = bl_chart_new (BL_CHART_FUNNEL);
  panel = bl_chart_add_panel (chart);
  bl_scale_init (&panel->x, BL_SCALE_NUMBER);
  panel->x.number = BL_INDICATOR_KIND_COUNT;
  panel->x.from_zero = panel->x.no_grid = TRUE;
  panel->x.title = g_strdup (asked->size_title);
  bl_scale_init (&panel->y, BL_SCALE_NUMBER);
  bl_chart_measure_axis (&asked->measure, &panel->y);
  add_limit (&self, panel, _ ("99.8% limits"), G_STRUCT_OFFSET (BlFunnelLimits, high998));
  add_limit (&self, panel, _ ("95% limits"), G_STRUCT_OFFSET (BlFunnelLimits, high95));
  add_limit (&self, panel, NULL, G_STRUCT_OFFSET (BlFunnelLimits, low95));
  add_limit (&self, panel, NULL, G_STRUCT_OFFSET (BlFunnelLimits, low998));
  add_centre (&self, panel);
  add_points (&self, panel);
  take_words (&self, chart);
  tabulate (&self, chart);
  return chart;
}
