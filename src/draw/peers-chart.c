/* peers-chart.c: charts of an authority among similar ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dots-chart.h"
#include "formula.h"
#include "funnel-chart.h"
#include "peers-funnel.h"
#include "ranked-chart.h"
#include "text.h"
#include "verdict-words.h"

/* --- Which -------------------------------------------------------------------------- */

static gboolean
has_any (const BlPeers *peers)
{
  for (guint i = 0; i < peers->n; i++)
    if (isfinite (peers->items[i].value))
      return TRUE;
  return isfinite (peers->own.value);
}

guint
bl_peers_chart_get_kinds (const BlPeers *peers, BlIndicator *indicator, BlChartKind kinds[8], char **lacks)
{
  g_autoptr (BlPeersFunnel) funnel = NULL;
  guint n = 0;

  if (lacks != NULL)
    *lacks = NULL;
  if (!has_any (peers))
    return 0;
  kinds[n++] = BL_CHART_DOTS;
  if (peers->kind == BL_INDICATOR_KIND_SURVEY)
    return n;
  kinds[n++] = BL_CHART_RANKED;
  funnel = bl_peers_funnel_new (peers, indicator, lacks);
  if (funnel != NULL)
    kinds[n++] = BL_CHART_FUNNEL;
  return n;
}

/* --- Items --------------------------------------------------------------------------- */

/* What is drawn of one: its words are kept in @texts. */
static BlChartItem
make_item (const BlPeers *peers, const BlPeer *peer, GPtrArray *texts)
{
  BlChartItem item = { .name = peer->name, .value = peer->value, .low = peer->low, .high = peer->high, .state = peer->state };
  char *reason = bl_peer_say_reason (peer);

  if (peer == &peers->own)
    item.flags |= BL_DATUM_RINGED;
  if (peer->flags & BL_OBSERVATION_PROVISIONAL)
    item.flags |= BL_DATUM_PROVISIONAL;
  if (peer->reason == BL_PEER_REASON_PART)
    item.flags |= BL_DATUM_PARTIAL;
  if (peer->differs != 0)
    {
      item.flags |= BL_DATUM_FOCUS;
      g_free (reason);
      reason = g_strdup_printf (peer->differs > 0 ? _ ("higher than %s by more than chance explains")
                                                  : _ ("lower than %s by more than chance explains"),
                                peers->own.name);
    }
  if (*reason != '\0')
    item.note = reason;
  g_ptr_array_add (texts, reason);
  return item;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const BlChartItem *first = a, *second = b;

  return g_utf8_collate (first->name, second->name);
}

/* Ours and the others, and England where a survey has it. */
static GArray *
make_items (const BlPeers *peers, const BlPeersLook *look, GPtrArray *texts)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (BlChartItem));
  BlChartItem item = make_item (peers, &peers->own, texts);

  g_array_append_val (items, item);
  for (guint i = 0; i < peers->n; i++)
    {
      item = make_item (peers, &peers->items[i], texts);
      g_array_append_val (items, item);
    }
  if (look->order == BL_PEERS_BY_NAME)
    g_array_sort (items, compare_names);
  if (peers->kind == BL_INDICATOR_KIND_SURVEY && isfinite (peers->england.value))
    {
      item = make_item (peers, &peers->england, texts);
      g_array_append_val (items, item);
    }
  return items;
}

/* --- Charts --------------------------------------------------------------------------- */

/* The nation as a thin line below everything. */
static void
add_england (BlChart *chart, const BlPeers *peers)
{
  BlChartPanel *panel = g_ptr_array_index (chart->panels, 0);
  BlChartMark *mark;
  BlDatum datum;

  if (peers->kind == BL_INDICATOR_KIND_SURVEY || !isfinite (peers->england.value))
    return;
  mark = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_REFERENCE, peers->england.name);
  mark->across = mark->direct = TRUE;
  mark->width = 1;
  bl_datum_init (&datum);
  datum.x = peers->england.value;
  bl_chart_mark_take (mark, &datum);
  g_ptr_array_insert (panel->marks, 0, g_ptr_array_steal_index (panel->marks, panel->marks->len - 1));
}

static BlChart *
make_dots (const BlPeers *peers, const BlChartWords *words, const BlChartMeasure *measure, const BlPeersLook *look)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = make_items (peers, look, texts);
  BlDotsChart asked = { .words = *words, .measure = *measure, .items_title = _ ("Authority"),
                        .items = (const BlChartItem *) (gpointer) items->data, .n_items = items->len, .median = NAN,
                        .lower_quartile = NAN, .upper_quartile = NAN };
  BlChart *chart;

  if (look->middle && peers->spread.n > 1)
    {
      asked.median = peers->spread.median;
      asked.lower_quartile = peers->spread.lower_quartile;
      asked.upper_quartile = peers->spread.upper_quartile;
    }
  chart = bl_dots_chart_new (&asked);
  add_england (chart, peers);
  return chart;
}

static BlChart *
make_ranked (const BlPeers *peers, const BlChartWords *words, const BlChartMeasure *measure, const BlPeersLook *look)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = make_items (peers, look, texts);
  BlRankedChart asked = { .words = *words, .measure = *measure, .items_title = _ ("Authority"),
                          .items = (const BlChartItem *) (gpointer) items->data, .n_items = items->len,
                          .in_order = look->order != BL_PEERS_BY_VALUE,
                          .median = look->middle && peers->spread.n > 1 ? peers->spread.median : NAN,
                          .median_name = _ ("middle of the others") };
  BlChart *chart = bl_ranked_chart_new (&asked);

  add_england (chart, peers);
  return chart;
}

/* What it is among, in a word or two; NULL: it cannot be said. */
static const char *
name_sizes (BlIndicator *indicator)
{
  static const struct
  {
    const char *measure, *words;
  } known[] = { { "pop_all", N_ ("Residents") }, { "pop_u12", N_ ("Residents under 12") }, { "pop_", N_ ("Residents of the group") },
                { "users_active_all", N_ ("Active users") }, { "loans_", N_ ("Loans") }, { "visits_", N_ ("Visits") } };
  const char *text = bl_record_get_text (BL_RECORD (indicator), "formula");
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;

  for (guint i = 0; formula != NULL && i < bl_formula_get_n_names (formula); i++)
    for (guint k = 0; bl_formula_is_denominator (formula, i) && k < G_N_ELEMENTS (known); k++)
      if (g_str_has_prefix (bl_formula_get_names (formula)[i], known[k].measure))
        return _ (known[k].words);
  return _ ("Number it is among");
}

/* φ is said by the chart itself; here how the limits allow for it. */
static char *
say_limits (const BlPeersFunnel *funnel, const BlPeersLook *look, const BlChartMeasure *measure, const char *doubt)
{
  g_autofree char *between = bl_words_value (sqrt (funnel->funnel->between) * funnel->factor, measure->number, measure->unit);
  g_autofree char *words = NULL;

  if (!look->by_chance && funnel->funnel->between > 0)
    words = g_strdup_printf (_ ("The limits allow for over-dispersion: a spread between services of τ = %s."), between);
  else if (funnel->funnel->between > 0)
    words = g_strdup (_ ("These limits do not allow for over-dispersion."));
  return words == NULL ? g_strdup (doubt) : doubt == NULL ? g_steal_pointer (&words) : g_strdup_printf ("%s %s", words, doubt);
}

static BlChart *
make_funnel (const BlPeers *peers, BlIndicator *indicator, const BlChartWords *words, const BlChartMeasure *measure,
             const BlPeersLook *look)
{
  static const BlPeersLook in_order = { BL_PEERS_BY_NEARNESS, FALSE, FALSE };
  g_autoptr (BlPeersFunnel) funnel = bl_peers_funnel_new (peers, indicator, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = make_items (peers, &in_order, texts);
  g_autofree char *doubt = NULL;
  BlFunnelChart asked = { .words = *words, .measure = *measure, .items_title = _ ("Authority"),
                          .items = (const BlChartItem *) (gpointer) items->data, .size_title = name_sizes (indicator) };

  g_return_val_if_fail (funnel != NULL, NULL);
  doubt = say_limits (funnel, look, measure, words->doubt);
  /* The funnel tells its own finding: who lies outside. */
  asked.words.title = asked.words.sentence = NULL;
  asked.words.doubt = doubt;
  asked.funnel = funnel->funnel;
  asked.adjust = look->by_chance ? BL_FUNNEL_PLAIN : BL_FUNNEL_ADDITIVE;
  asked.times = funnel->factor;
  asked.counts = funnel->counts;
  asked.sizes = funnel->sizes;
  return bl_funnel_chart_new (&asked);
}

/* "Visits per 1,000 people"; "Adults who visited a library, %", for "%" alone says nothing. */
static char *
say_measured (const char *name, const char *unit)
{
  if (unit == NULL)
    return g_strdup (name);
  return g_utf8_strlen (unit, -1) > 2 ? bl_text_sentence (unit) : g_strdup_printf ("%s, %s", name, unit);
}

BlChart *
bl_peers_chart_new (const BlPeers *peers, BlIndicator *indicator, BlChartKind kind, const BlPeersLook *look)
{
  static const BlPeersLook usual = { BL_PEERS_BY_NEARNESS, FALSE, FALSE };
  BlRecord *record = BL_RECORD (indicator);
  const char *unit = bl_record_get_text (record, "unit"), *noun = bl_record_get_text (record, "noun");
  g_autofree char *described = bl_record_describe (record), *measured = say_measured (described, unit);
  g_autofree char *period = peers->period.kind != BL_PERIOD_KIND_UNKNOWN ? bl_period_to_text (&peers->period) : NULL;
  g_autofree char *subtitle = period != NULL ? g_strdup_printf ("%s, %s", measured, period) : g_strdup (measured);
  g_autofree char *doubt = bl_peers_say_doubt (peers, kind != BL_CHART_FUNNEL);
  BlChartWords words = { peers->title, subtitle, peers->sentence, doubt, peers->source };
  BlChartMeasure measure = { noun != NULL ? noun : described, peers->kind, unit };

  if (look == NULL)
    look = &usual;
  switch (kind)
    {
    case BL_CHART_RANKED:
      return make_ranked (peers, &words, &measure, look);
    case BL_CHART_FUNNEL:
      return make_funnel (peers, indicator, &words, &measure, look);
    case BL_CHART_DOTS:
      return make_dots (peers, &words, &measure, look);
    default:
      g_return_val_if_reached (NULL);
    }
}
