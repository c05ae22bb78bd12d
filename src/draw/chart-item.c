/* chart-item.c: what the builders of charts are given: words, what is measured, and named figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-item.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-words.h"

void
bl_chart_measure_axis (const BlChartMeasure *measure, BlScale *scale)
{
  scale->number = measure->number;
  scale->unit = g_strdup (measure->unit);
  /* Figures that carry their sign themselves need no word beside the axis. */
  if (measure->number != BL_INDICATOR_KIND_SHARE && measure->number != BL_INDICATOR_KIND_SURVEY)
    scale->title = g_strdup (measure->unit);
}

gboolean
bl_chart_item_is_known (const BlChartItem *item)
{
  return isfinite (item->value) && item->state != BL_STATE_NO_DATA && item->state != BL_STATE_SUPPRESSED;
}

gboolean
bl_chart_item_has_interval (const BlChartItem *item)
{
  return isfinite (item->low) && isfinite (item->high) && item->low < item->high;
}

BlState
bl_chart_item_get_state (const BlChartItem *item)
{
  if (bl_chart_item_is_known (item))
    return item->state == BL_STATE_UNKNOWN ? BL_STATE_MEASURED : item->state;
  return item->state == BL_STATE_SUPPRESSED ? BL_STATE_SUPPRESSED : BL_STATE_NO_DATA;
}

char *
bl_chart_item_say_value (const BlChartItem *item, const BlChartMeasure *measure)
{
  if (bl_chart_item_is_known (item))
    return bl_words_value (item->value, measure->number, measure->unit);
  return g_strdup (bl_chart_item_get_state (item) == BL_STATE_SUPPRESSED ? _ ("fewer than 5") : _ ("no data"));
}

char *
bl_chart_item_say_doubt (const BlChartItem *item)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  BlState state = bl_chart_item_get_state (item);

  if (state == BL_STATE_ESTIMATE)
    g_ptr_array_add (parts, _ ("estimate"));
  else if (state == BL_STATE_PROXY)
    g_ptr_array_add (parts, _ ("stands for something near it"));
  else if (state == BL_STATE_SUPPRESSED)
    g_ptr_array_add (parts, _ ("fewer than 5"));
  if (item->flags & BL_DATUM_PROVISIONAL)
    g_ptr_array_add (parts, _ ("may still change"));
  if (item->note != NULL)
    g_ptr_array_add (parts, (char *) item->note);
  else if (state == BL_STATE_NO_DATA)
    g_ptr_array_add (parts, _ ("no data"));
  else if (item->flags & BL_DATUM_PARTIAL)
    g_ptr_array_add (parts, _ ("not whole"));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

char *
bl_chart_item_say (const BlChartItem *item, const BlChartMeasure *measure)
{
  g_autofree char *doubt = bl_chart_item_say_doubt (item), *value = NULL;
  g_autoptr (GString) text = g_string_new (item->name);

  if (!bl_chart_item_is_known (item))
    return g_strdup_printf ("%s: %s", item->name, doubt);
  value = bl_words_value_unit (item->value, measure->number, measure->unit);
  g_string_append_printf (text, ": %s", value);
  if (bl_chart_item_has_interval (item))
    {
      g_autofree char *low = bl_words_value (item->low, measure->number, measure->unit);
      g_autofree char *high = bl_words_value (item->high, measure->number, measure->unit);

      /* TRANSLATORS: the ends of the interval of a survey or an estimate */
      g_string_append_printf (text, _ (", likely between %1$s and %2$s"), low, high);
    }
  if (doubt != NULL)
    g_string_append_printf (text, ", %s", doubt);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
bl_chart_items_say_missing (const BlChartItem *items, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (!bl_chart_item_is_known (&items[i]))
      {
        g_autofree char *doubt = bl_chart_item_say_doubt (&items[i]);

        g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", items[i].name, doubt);
      }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

int
bl_chart_items_find_ringed (const BlChartItem *items, guint n)
{
  for (guint i = 0; i < n; i++)
    if (items[i].flags & BL_DATUM_RINGED)
      return (int) i;
  return -1;
}

/* The known ones of @items, least and most of them; how many. */
static guint
find_ends (const BlChartItem *items, guint n, guint *least, guint *most)
{
  guint known = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!bl_chart_item_is_known (&items[i]))
        continue;
      if (known == 0 || items[i].value < items[*least].value)
        *least = i;
      if (known == 0 || items[i].value > items[*most].value)
        *most = i;
      known++;
    }
  return known;
}

static char *
say_own (const BlChartItem *items, guint n, guint own, const BlChartMeasure *measure)
{
  g_autofree char *value = bl_words_value_unit (items[own].value, measure->number, measure->unit);
  guint others = 0, higher = 0;

  for (guint i = 0; i < n; i++)
    if (i != own && bl_chart_item_is_known (&items[i]))
      {
        others++;
        higher += items[i].value > items[own].value;
      }
  if (others == 0)
    /* TRANSLATORS: a place, a figure with its unit */
    return g_strdup_printf (_ ("%1$s had %2$s; there is no other figure to compare it with."), items[own].name, value);
  /* TRANSLATORS: a place, a figure with its unit, how many are higher, of how many */
  return g_strdup_printf (ngettext ("%1$s had %2$s; %3$u of the %4$u other with a figure was higher.",
                                    "%1$s had %2$s; %3$u of the %4$u others with a figure were higher.", others),
                          items[own].name, value, higher, others);
}

static char *
say_ends (const BlChartItem *least, const BlChartItem *most, guint known, const BlChartMeasure *measure)
{
  g_autofree char *low = bl_words_value_unit (least->value, measure->number, measure->unit);
  g_autofree char *high = bl_words_value_unit (most->value, measure->number, measure->unit);

  if (known == 1)
    return g_strdup_printf (_ ("%1$s had %2$s; there is no other figure to compare it with."), most->name, high);
  if (least->value == most->value)
    /* TRANSLATORS: a number, a figure with its unit */
    return g_strdup_printf (ngettext ("%1$u has a figure: %2$s.", "All %1$u with a figure have the same: %2$s.", known),
                            known, high);
  /* TRANSLATORS: a place and its figure, another and its figure */
  return g_strdup_printf (_ ("%1$s has most, %2$s; %3$s has least, %4$s."), most->name, high, least->name, low);
}

void
bl_chart_items_say_places (const BlChartItem *items, guint n, const BlChartMeasure *measure, char **title,
                           char **sentence)
{
  guint least = 0, most = 0, known = find_ends (items, n, &least, &most);
  int own = bl_chart_items_find_ringed (items, n);
  g_autofree char *missing = bl_chart_items_say_missing (items, n), *said = NULL, *value = NULL;
  g_autofree char *noun = bl_text_sentence (measure->noun != NULL ? measure->noun : _ ("Figures"));

  if (known == 0)
    {
      *title = g_strdup_printf (_ ("%s: no data"), noun);
      said = g_strdup (_ ("There is no figure."));
    }
  else if (own >= 0 && bl_chart_item_is_known (&items[own]))
    {
      value = bl_words_value (items[own].value, measure->number, measure->unit);
      /* TRANSLATORS: what is measured, a place, its figure */
      *title = g_strdup_printf (_ ("%1$s: %2$s %3$s"), noun, items[own].name, value);
      said = say_own (items, n, (guint) own, measure);
    }
  else
    {
      *title = g_strdup_printf (_ ("%1$s: most in %2$s"), noun, items[most].name);
      said = say_ends (&items[least], &items[most], known, measure);
    }
  if (missing != NULL)
    /* TRANSLATORS: a sentence; a list of places with reasons */
    *sentence = g_strdup_printf (_ ("%1$s Without a figure: %2$s."), said, missing);
  else
    *sentence = g_steal_pointer (&said);
}

void
bl_chart_take_words (BlChart *chart, const BlChartWords *words, char *title, char *sentence)
{
  chart->title = words->title != NULL ? g_strdup (words->title) : g_steal_pointer (&title);
  chart->sentence = words->sentence != NULL ? g_strdup (words->sentence) : g_steal_pointer (&sentence);
  chart->subtitle = g_strdup (words->subtitle);
  chart->doubt = g_strdup (words->doubt);
  chart->source = g_strdup (words->source);
  g_free (title);
  g_free (sentence);
}

void
bl_chart_item_fill (const BlChartItem *item, const BlChartMeasure *measure, int row, BlDatum *datum)
{
  datum->state = bl_chart_item_get_state (item);
  datum->flags = item->flags;
  datum->row = row;
  datum->words = bl_chart_item_say (item, measure);
  if (bl_chart_item_is_known (item) && bl_chart_item_has_interval (item))
    {
      datum->low = item->low;
      datum->high = item->high;
    }
}

static gboolean
any_interval (const BlChartItem *items, guint n)
{
  for (guint i = 0; i < n; i++)
    if (bl_chart_item_is_known (&items[i]) && bl_chart_item_has_interval (&items[i]))
      return TRUE;
  return FALSE;
}

static void
set_value (BlChartTable *table, guint row, guint column, double value, const BlChartMeasure *measure)
{
  g_autofree char *text = bl_words_value (value, measure->number, measure->unit);

  bl_chart_table_set_number (table, row, column, value, text);
}

void
bl_chart_items_tabulate (BlChart *chart, const char *first, const BlChartItem *items, guint n,
                         const BlChartMeasure *measure)
{
  BlChartTable *table = chart->table;
  gboolean interval = any_interval (items, n);
  guint column = 2;

  bl_chart_table_add_column (table, first != NULL ? first : _ ("Name"), FALSE);
  bl_chart_table_add_column (table, measure->unit != NULL ? measure->unit : _ ("Value"), TRUE);
  if (interval)
    {
      bl_chart_table_add_column (table, _ ("Low"), TRUE);
      bl_chart_table_add_column (table, _ ("High"), TRUE);
      column += 2;
    }
  bl_chart_table_add_column (table, _ ("State"), FALSE);
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint i = 0; i < n; i++)
    {
      const BlChartItem *item = &items[i];
      guint row = bl_chart_table_add_row (table);
      g_autofree char *value = bl_chart_item_say_value (item, measure);

      bl_chart_table_set_text (table, row, 0, item->name);
      bl_chart_table_set_number (table, row, 1, bl_chart_item_is_known (item) ? item->value : NAN, value);
      if (bl_chart_item_is_known (item) && bl_chart_item_has_interval (item))
        {
          set_value (table, row, 2, item->low, measure);
          set_value (table, row, 3, item->high, measure);
        }
      bl_chart_table_set_text (table, row, column, _ (bl_state_get_title (bl_chart_item_get_state (item))));
      if (item->note != NULL)
        bl_chart_table_set_text (table, row, column + 1, item->note);
    }
}
