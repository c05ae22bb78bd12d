/* slope-chart.c: two moments, and what became of each figure between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "slope-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-words.h"

/* With more lines than this each beside the ones spoken of is grey and only those are named. */
#define NAMED_MAX 4

static gboolean
is_spoken_of (const BlSlopeItem *item)
{
  return (item->now.flags & (BL_DATUM_RINGED | BL_DATUM_FOCUS)) != 0;
}

static gboolean
any_spoken_of (const BlSlopeChart *asked)
{
  for (guint i = 0; i < asked->n_items; i++)
    if (is_spoken_of (&asked->items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (const BlSlopeChart *asked, const BlSlopeItem *item)
{
  return is_spoken_of (item) || (!any_spoken_of (asked) && asked->n_items <= NAMED_MAX);
}

static gboolean
all_named (const BlSlopeChart *asked)
{
  for (guint i = 0; i < asked->n_items; i++)
    if (!is_named (asked, &asked->items[i]))
      return FALSE;
  return asked->n_items > 0;
}

/* The line carries the figures at its ends; the dot is what is read off. */
static void
take_end (BlChartMark *line, BlChartMark *dots, const BlSlopeChart *asked, guint i, gboolean now)
{
  const BlSlopeItem *slope = &asked->items[i];
  BlChartItem item = now ? slope->now : slope->then;
  g_autofree char *name = g_strdup_printf ("%s, %s", slope->name, now ? asked->now : asked->then);
  BlDatum datum, dot;

  item.name = name;
  bl_datum_init (&datum);
  bl_datum_init (&dot);
  bl_chart_item_fill (&item, &asked->measure, (int) i, &dot);
  dot.low = dot.high = NAN;
  dot.flags &= ~(guint) BL_DATUM_RINGED;
  datum.x = dot.x = now ? 1 : 0;
  datum.y = dot.y = bl_chart_item_is_known (&item) ? item.value : NAN;
  datum.state = dot.state;
  if (now && slope->broken)
    datum.flags |= BL_DATUM_BREAK;
  /* The figures of the axis stand where the first ones would. */
  if (bl_chart_item_is_known (&item) && line->direct && (now || all_named (asked)))
    datum.label = bl_words_value_short (item.value, asked->measure.number, asked->measure.unit);
  bl_chart_mark_take (line, &datum);
  bl_chart_mark_take (dots, &dot);
}

static void
add_line (BlChartPanel *panel, const BlSlopeChart *asked, guint i, guint *series)
{
  const BlSlopeItem *item = &asked->items[i];
  gboolean named = is_named (asked, item);
  BlTone tone = item->now.flags & BL_DATUM_FOCUS ? BL_TONE_FOCUS : named ? BL_TONE_SERIES : BL_TONE_OTHERS;
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, tone, named ? item->name : NULL);

  BlChartMark *dots = bl_chart_panel_add_mark (panel, BL_MARK_POINT, tone, NULL);

  line->direct = named;
  if (tone == BL_TONE_SERIES)
    line->series = dots->series = (*series)++ % NAMED_MAX;
  take_end (line, dots, asked, i, FALSE);
  take_end (line, dots, asked, i, TRUE);
}

/* --- Words ---------------------------------------------------------------------- */

static gboolean
can_compare (const BlSlopeItem *item)
{
  return bl_chart_item_is_known (&item->then) && bl_chart_item_is_known (&item->now) && !item->broken;
}

/* "Gosforth rose from 40,000 to 46,000". */
static char *
say_change (const BlSlopeChart *asked, const BlSlopeItem *item)
{
  g_autofree char *then = bl_words_value (item->then.value, asked->measure.number, asked->measure.unit);
  g_autofree char *now = bl_words_value_unit (item->now.value, asked->measure.number, asked->measure.unit);

  if (item->now.value == item->then.value)
    /* TRANSLATORS: a place, a figure, two moments */
    return g_strdup_printf (_ ("%1$s: %2$s both in %3$s and in %4$s."), item->name, now, asked->then, asked->now);
  /* TRANSLATORS: a place, figures and moments */
  return g_strdup_printf (item->now.value > item->then.value ? _ ("%1$s rose from %2$s in %4$s to %3$s in %5$s.")
                                                             : _ ("%1$s fell from %2$s in %4$s to %3$s in %5$s."),
                          item->name, then, now, asked->then, asked->now);
}

static void
say (const BlSlopeChart *asked, char **title, char **sentence)
{
  g_autofree char *noun = bl_text_sentence (asked->measure.noun != NULL ? asked->measure.noun : _ ("Figures"));
  g_autoptr (GString) text = g_string_new (NULL);
  guint up = 0, down = 0, same = 0, apart = 0;

  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlSlopeItem *item = &asked->items[i];

      if (!can_compare (item))
        apart++;
      else if (item->now.value == item->then.value)
        same++;
      else
        *(item->now.value > item->then.value ? &up : &down) += 1;
    }
  if (up + down + same == 0)
    {
      /* TRANSLATORS: what is measured */
      *title = g_strdup_printf (_ ("%s: nothing to compare"), noun);
      g_string_append (text, _ ("There are no two figures to compare."));
    }
  else
    {
      /* TRANSLATORS: what is measured, how many went up, how many down */
      *title = g_strdup_printf (_ ("%1$s: %2$u up, %3$u down"), noun, up, down);
      for (guint i = 0; i < asked->n_items; i++)
        if (can_compare (&asked->items[i]) && (is_spoken_of (&asked->items[i]) || asked->n_items == 1))
          {
            g_autofree char *change = say_change (asked, &asked->items[i]);

            g_string_append_printf (text, "%s ", change);
          }
      /* TRANSLATORS: how many went up, down and stayed, between two moments */
      g_string_append_printf (text, _ ("Between %4$s and %5$s %1$u rose, %2$u fell and %3$u stayed the same."), up, down,
                              same, asked->then, asked->now);
    }
  if (apart > 0)
    g_string_append_printf (text, ngettext (" %u cannot be compared.", " %u cannot be compared.", apart), apart);
  *sentence = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tabulate (BlChart *chart, const BlSlopeChart *asked)
{
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, asked->items_title != NULL ? asked->items_title : _ ("Name"), FALSE);
  bl_chart_table_add_column (table, asked->then, TRUE);
  bl_chart_table_add_column (table, asked->now, TRUE);
  bl_chart_table_add_column (table, _ ("Change"), TRUE);
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlSlopeItem *item = &asked->items[i];
      guint row = bl_chart_table_add_row (table);
      g_autofree char *then = bl_chart_item_say_value (&item->then, &asked->measure);
      g_autofree char *now = bl_chart_item_say_value (&item->now, &asked->measure);
      g_autofree char *then_doubt = bl_chart_item_say_doubt (&item->then), *now_doubt = bl_chart_item_say_doubt (&item->now);
      g_autoptr (GString) note = g_string_new (NULL);

      bl_chart_table_set_text (table, row, 0, item->name);
      bl_chart_table_set_number (table, row, 1, bl_chart_item_is_known (&item->then) ? item->then.value : NAN, then);
      bl_chart_table_set_number (table, row, 2, bl_chart_item_is_known (&item->now) ? item->now.value : NAN, now);
      if (can_compare (item))
        {
          double change = item->now.value - item->then.value;
          g_autofree char *text = bl_words_change (change, asked->measure.number, asked->measure.unit);

          bl_chart_table_set_number (table, row, 3, change, text);
        }
      if (item->broken)
        g_string_append (note, _ ("not comparable"));
      if (then_doubt != NULL)
        g_string_append_printf (note, "%s%s: %s", note->len > 0 ? "; " : "", asked->then, then_doubt);
      if (now_doubt != NULL)
        g_string_append_printf (note, "%s%s: %s", note->len > 0 ? "; " : "", asked->now, now_doubt);
      bl_chart_table_set_text (table, row, 4, note->str);
    }
}

BlChart *
bl_slope_chart_new (const BlSlopeChart *asked)
{
  BlChart *chart = bl_chart_new (BL_CHART_SLOPE);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  char *title = NULL, *sentence = NULL;
  guint series = 0;

  panel->x.low = 0;
  panel->x.high = 1;
  panel->x.exact = TRUE;
  bl_scale_add_name (&panel->x, asked->then);
  bl_scale_add_name (&panel->x, asked->now);
  bl_chart_measure_axis (&asked->measure, &panel->y);
  /* Where every line has its figures at its ends an axis says nothing more. */
  panel->y.hidden = all_named (asked);
  /* Those spoken of over the others. */
  for (guint i = 0; i < asked->n_items; i++)
    if (!is_spoken_of (&asked->items[i]))
      add_line (panel, asked, i, &series);
  for (guint i = 0; i < asked->n_items; i++)
    if (is_spoken_of (&asked->items[i]))
      add_line (panel, asked, i, &series);
  say (asked, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  tabulate (chart, asked);
  return chart;
}
