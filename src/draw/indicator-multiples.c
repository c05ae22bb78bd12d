/* indicator-multiples.c: small charts of many libraries, or of the indicators of an Outcome, on one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "indicator-chart-private.h"
#include "text.h"
#include "verdict-words.h"

/* More years than these are a tangle in a small chart: the newest are shown. */
#define MOST_YEARS 8

static void
panel_free (gpointer data)
{
  BlIndicatorPanel *panel = data;

  g_free (panel->title);
  bl_indicator_values_free (panel->values);
  bl_judgement_free (panel->judgement);
  g_free (panel);
}

static void
add_panel (GPtrArray *panels, char *title, BlIndicatorValues *values)
{
  BlIndicatorPanel *panel = g_new (BlIndicatorPanel, 1);

  panel->title = title;
  panel->values = values;
  panel->judgement = bl_indicator_values_judge (values);
  g_ptr_array_add (panels, panel);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(BlIndicatorPanel *const *) a)->title, (*(BlIndicatorPanel *const *) b)->title);
}

static gboolean
knows_any (const BlIndicatorValues *values)
{
  for (guint i = 0; i < values->values->n; i++)
    if (bl_observation_is_known (&values->values->items[i]))
      return TRUE;
  return FALSE;
}

GPtrArray *
bl_indicator_panels_of_libraries (BlBaseFigures *figures, BlIndicator *indicator, BlPeriodKind kind)
{
  g_autoptr (GPtrArray) panels = g_ptr_array_new_with_free_func (panel_free);
  GListModel *libraries = bl_project_get_libraries (bl_base_figures_get_project (figures));

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      const BlPlaceAsked place = { .library = bl_record_get_id (library) };
      g_autoptr (BlIndicatorValues) values = bl_indicator_values_new (figures, indicator, &place, kind);

      if (knows_any (values))
        {
          char *title = bl_text_short_library_name (bl_record_get_text (library, "name"));

          add_panel (panels, title, g_steal_pointer (&values));
        }
    }
  g_ptr_array_sort (panels, compare_titles);
  return g_steal_pointer (&panels);
}

GPtrArray *
bl_indicator_panels_of_outcome (BlBaseFigures *figures, guint outcome)
{
  g_autoptr (GPtrArray) panels = g_ptr_array_new_with_free_func (panel_free);
  GListModel *indicators = bl_record_get_list (BL_RECORD (bl_base_figures_get_project (figures)), "indicators");

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
      guint serves[7], n = bl_indicator_get_outcomes (indicator, serves);

      for (guint k = 0; k < n; k++)
        if (serves[k] == outcome)
          add_panel (panels, bl_record_describe (BL_RECORD (indicator)),
                     bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN));
    }
  return g_steal_pointer (&panels);
}

/* --- Words -------------------------------------------------------------------------------- */

/* The first day shown: some whole financial years before the newest figure of all. */
static guint32
find_beginning (GPtrArray *panels)
{
  guint32 newest = 0;
  BlPeriod year;

  for (guint i = 0; i < panels->len; i++)
    {
      const BlObservations *obs = ((BlIndicatorPanel *) g_ptr_array_index (panels, i))->values->values;

      for (guint k = 0; k < obs->n; k++)
        if (bl_observation_is_known (&obs->items[k]))
          newest = MAX (newest, obs->items[k].period.start);
    }
  if (newest == 0)
    return 0;
  year = bl_period_of (newest, BL_PERIOD_KIND_FY);
  return bl_period_step (&year, -MOST_YEARS).start;
}

/* What is told of a panel: nothing of what was long ago. */
static BlVerdict
verdict_of (const BlIndicatorPanel *panel, guint32 from)
{
  const BlObservations *obs = panel->values->values;

  for (guint i = obs->n; i-- > 0 && obs->items[i].period.end > from;)
    if (bl_observation_is_known (&obs->items[i]) || obs->items[i].state == BL_STATE_SUPPRESSED)
      return panel->judgement->verdict;
  return BL_VERDICT_NO_DATA;
}

static gboolean
is_signal (BlVerdict verdict)
{
  return verdict >= BL_VERDICT_POINT_HIGH && verdict <= BL_VERDICT_PATTERN && verdict != BL_VERDICT_SHIFT_PAST
         && verdict != BL_VERDICT_NEAR_LIMIT;
}

static gboolean
are_libraries (GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++)
    if (((BlIndicatorPanel *) g_ptr_array_index (panels, i))->values->library == NULL)
      return FALSE;
  return TRUE;
}

/* "9 of 20 libraries show a change beyond chance", by the verdicts. */
static char *
say_title (GPtrArray *panels, guint32 from)
{
  guint changed = 0, known = 0;

  for (guint i = 0; i < panels->len; i++)
    {
      BlVerdict verdict = verdict_of (g_ptr_array_index (panels, i), from);

      changed += is_signal (verdict);
      known += verdict != BL_VERDICT_NO_DATA;
    }
  if (known == 0)
    return g_strdup (_ ("There are no data yet"));
  if (are_libraries (panels) && changed == 0)
    return g_strdup_printf (ngettext ("The one library with figures shows no change beyond chance",
                                      "None of %u libraries with figures shows a change beyond chance", known),
                            known);
  if (changed == 0)
    return g_strdup_printf (ngettext ("The one indicator with figures shows no change beyond chance",
                                      "None of %u indicators with figures shows a change beyond chance", known),
                            known);
  if (are_libraries (panels))
    return g_strdup_printf (ngettext ("%1$u of %2$u libraries with figures shows a change beyond chance",
                                      "%1$u of %2$u libraries with figures show a change beyond chance", changed),
                            changed, known);
  return g_strdup_printf (ngettext ("%1$u of %2$u indicators with figures shows a change beyond chance",
                                    "%1$u of %2$u indicators with figures show a change beyond chance", changed),
                          changed, known);
}

/* "Settled higher: Fenham, Gosforth; no clear change: City." */
static char *
say_verdicts (GPtrArray *panels, guint32 from)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint verdict = 0; verdict < BL_N_VERDICTS; verdict++)
    {
      const char *title = _ (bl_verdict_get_title ((BlVerdict) verdict));
      gboolean first = TRUE;

      for (guint i = 0; i < panels->len; i++)
        {
          const BlIndicatorPanel *panel = g_ptr_array_index (panels, i);

          if (verdict_of (panel, from) != (BlVerdict) verdict)
            continue;
          if (first)
            g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "; " : "", title, panel->title);
          else
            g_string_append_printf (words, ", %s", panel->title);
          first = FALSE;
        }
    }
  if (words->len > 0)
    g_string_append_c (words, '.');
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
gather_sources (GPtrArray *panels)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < panels->len; i++)
    {
      char *source = ((BlIndicatorPanel *) g_ptr_array_index (panels, i))->values->source;

      if (source != NULL && g_hash_table_add (seen, source))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", source);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* --- Panels ---------------------------------------------------------------------------------- */

/* "no data", "no data since June 2013", with @between before the second part. */
static char *
say_none (const BlIndicatorDraw *draw, char between)
{
  for (guint i = draw->obs->n; i-- > 0;)
    if (bl_observation_is_known (&draw->obs->items[i]))
      {
        g_autofree char *period = bl_words_period (&draw->obs->items[i].period);

        return g_strdup_printf (_ ("no data%1$csince %2$s"), between, period);
      }
  return g_strdup (_ ("no data"));
}

static void
say_nothing_known (BlChartPanel *panel, const BlIndicatorDraw *draw, const char *title)
{
  g_autofree char *none = say_none (draw, ' ');
  BlChartMark *mark = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_OTHERS, NULL);
  BlDatum datum;

  panel->x.hidden = panel->y.hidden = TRUE;
  panel->x.kind = panel->y.kind = BL_SCALE_NUMBER;
  panel->x.low = panel->y.low = 0;
  panel->x.high = panel->y.high = 1;
  panel->x.exact = panel->y.exact = TRUE;
  bl_datum_init (&datum);
  datum.x = 0;
  datum.y = 0.5;
  datum.state = BL_STATE_NO_DATA;
  datum.label = say_none (draw, '\n');
  datum.words = draw->values->lacks != NULL ? g_strdup_printf ("%s: %s. %s", title, none, draw->values->lacks)
                                            : g_strdup_printf ("%s: %s", title, none);
  datum.row = (int) draw->row;
  bl_chart_mark_take (mark, &datum);
}

/* Only what is shown; where somebody asked for a stretch, that is it. TRUE: something was left out. */
static gboolean
cut_beginning (BlIndicatorDraw *draw, guint32 from)
{
  gboolean cut = FALSE;

  if (draw->judgement->first != 0)
    return FALSE;
  while (draw->n > 0 && draw->obs->items[draw->first].period.start < from)
    {
      draw->first++;
      draw->n--;
      cut = TRUE;
    }
  return cut;
}

/* The usual kind of its values, where it goes along time. */
static BlChartKind
find_kind (const BlIndicatorPanel *panel)
{
  BlChartKind kinds[8];
  guint n = bl_indicator_chart_get_kinds (panel->values, panel->judgement, kinds);

  return n > 0 && kinds[0] == BL_CHART_CONTROL ? BL_CHART_CONTROL : n > 0 && kinds[0] == BL_CHART_RUN ? BL_CHART_RUN : BL_CHART_LINE;
}

BlChart *
bl_indicator_charts_new_multiples (GPtrArray *panels, const char *title, const char *subtitle, gboolean same_scale)
{
  BlChart *chart;
  guint32 from;
  gboolean cut = FALSE;

  g_return_val_if_fail (panels != NULL, NULL);

  if (panels->len == 0)
    return NULL;
  chart = bl_chart_new (BL_CHART_MULTIPLES);
  chart->shared = same_scale;
  from = find_beginning (panels);
  chart->title = title != NULL ? g_strdup (title) : say_title (panels, from);
  chart->sentence = say_verdicts (panels, from);
  chart->source = gather_sources (panels);
  if (!same_scale)
    chart->doubt = g_strdup (_ ("Each chart has a scale of its own."));
  bl_indicator_draw_begin_table (chart, _ ("Chart"));
  for (guint i = 0; i < panels->len; i++)
    {
      const BlIndicatorPanel *item = g_ptr_array_index (panels, i);
      g_auto (BlIndicatorDraw) draw = { 0 };
      BlChartPanel *panel = bl_chart_add_panel (chart);

      bl_indicator_draw_init (&draw, item->values, item->judgement);
      cut |= cut_beginning (&draw, from);
      draw.chart = chart;
      draw.place = item->title;
      bl_indicator_draw_add_rows (&draw, item->title);
      panel->title = g_strdup (item->title);
      if (bl_indicator_draw_known (&draw) == 0)
        say_nothing_known (panel, &draw, item->title);
      else
        bl_indicator_draw_time (&draw, panel, find_kind (item), TRUE);
    }
  if (cut)
    {
      BlPeriod year = bl_period_of (from, BL_PERIOD_KIND_FY);
      g_autofree char *since = bl_period_to_text (&year);

      chart->subtitle = g_strdup_printf (_ ("%1$s, since %2$s"), subtitle != NULL ? subtitle : _ ("Figures"), since);
    }
  else
    chart->subtitle = g_strdup (subtitle);
  return chart;
}
