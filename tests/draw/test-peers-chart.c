/* test-peers-chart.c: charts of an authority among similar ones hold the figures, the doubt and who is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-frame.h"
#include "chart-read.h"
#include "peers-chart.h"

static BlIndicator *
made_indicator (BlIndicatorKind kind, const char *unit, const char *formula)
{
  BlIndicator *indicator = bl_indicator_new (NULL);
  BlRecord *record = BL_RECORD (indicator);

  bl_record_set_text (record, "name", "Visits for every 1,000 people");
  bl_record_set_text (record, "noun", "library visits per 1,000 people");
  bl_record_set_text (record, "unit", unit);
  bl_record_set_text (record, "formula", formula);
  bl_record_set_enum (record, "kind", kind);
  return indicator;
}

static void
set_peer (BlPeer *peer, const char *name, double value, double count, BlPeerReason reason)
{
  peer->code = g_strdup (name);
  peer->name = g_strdup (name);
  peer->value = value;
  peer->count = count;
  peer->size = 100000;
  peer->low = peer->high = NAN;
  peer->reason = reason;
  peer->state = isfinite (value) ? BL_STATE_MEASURED : BL_STATE_NO_DATA;
}

/* @n others with 1,000, 1,100 … for every 1,000 people; the last is a part of a year, and one more made no return. */
static BlPeers *
made_peers (BlIndicatorKind kind, guint n)
{
  BlPeers *peers = g_new0 (BlPeers, 1);
  g_autofree double *values = g_new (double, n);

  peers->kind = kind;
  peers->lines = bl_judge_lines;
  peers->periods = g_array_new (FALSE, FALSE, sizeof (BlPeriod));
  g_assert_true (bl_period_parse ("2023-04-01/P1Y", BL_PERIOD_KIND_FY, &peers->period, NULL));
  set_peer (&peers->own, "Newcastle", 1250, 125000, BL_PEER_REASON_NONE);
  set_peer (&peers->england, "England", NAN, NAN, BL_PEER_REASON_NONE);
  peers->n = n + 1;
  peers->items = g_new0 (BlPeer, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Place %c", 'A' + (int) i);

      values[i] = 1000 + 100 * i;
      set_peer (&peers->items[i], name, values[i], values[i] * 100, BL_PEER_REASON_NONE);
    }
  peers->items[n - 1].reason = BL_PEER_REASON_PART;
  peers->items[n - 1].parts = 8;
  peers->items[n - 1].parts_expected = 12;
  set_peer (&peers->items[n], "Luton", NAN, NAN, BL_PEER_REASON_NO_RETURN);
  peers->spread = bl_peers_spread (values, n - 1, 2, 1250);
  peers->title = g_strdup ("In line");
  peers->sentence = g_strdup ("Newcastle had 1,250.");
  peers->source = g_strdup ("Arts Council England, 2023-24");
  return peers;
}

static void
test_kinds (void)
{
  g_autoptr (BlIndicator) rate = made_indicator (BL_INDICATOR_KIND_RATE, "visits per 1,000 people", "1000 × visits_all ÷ pop_all");
  g_autoptr (BlIndicator) hours = made_indicator (BL_INDICATOR_KIND_RATE, "hours", "1000 × pc_hours_used ÷ pop_all");
  g_autoptr (BlIndicator) survey = made_indicator (BL_INDICATOR_KIND_SURVEY, "%", "survey_used_pct");
  g_autoptr (BlPeers) twelve = made_peers (BL_INDICATOR_KIND_RATE, 12), nine = made_peers (BL_INDICATOR_KIND_RATE, 9);
  g_autoptr (BlPeers) shares = made_peers (BL_INDICATOR_KIND_SURVEY, 12);
  g_autofree char *lacks = NULL;
  BlChartKind kinds[8];

  g_assert_cmpuint (bl_peers_chart_get_kinds (twelve, rate, kinds, NULL), ==, 3);
  g_assert_cmpint (kinds[0], ==, BL_CHART_DOTS);
  g_assert_cmpint (kinds[1], ==, BL_CHART_RANKED);
  g_assert_cmpint (kinds[2], ==, BL_CHART_FUNNEL);
  /* Eight others and ours are nine places: a dot strip, and it says why. */
  g_assert_cmpuint (bl_peers_chart_get_kinds (nine, rate, kinds, &lacks), ==, 2);
  g_assert_cmpstr (lacks, ==, "There is no funnel: 9 places have a usable figure, and under 10 it would mislead.");
  g_assert_cmpuint (bl_peers_chart_get_kinds (twelve, hours, kinds, NULL), ==, 2);
  g_assert_cmpuint (bl_peers_chart_get_kinds (shares, survey, kinds, NULL), ==, 1);
  for (guint i = 0; i < nine->n; i++)
    nine->items[i].value = NAN;
  nine->own.value = NAN;
  g_assert_cmpuint (bl_peers_chart_get_kinds (nine, rate, kinds, NULL), ==, 0);
}

static void
test_dots (void)
{
  g_autoptr (BlIndicator) rate = made_indicator (BL_INDICATOR_KIND_RATE, "visits per 1,000 people", "1000 × visits_all ÷ pop_all");
  g_autoptr (BlPeers) peers = made_peers (BL_INDICATOR_KIND_RATE, 12);
  g_autoptr (BlChart) plain = bl_peers_chart_new (peers, rate, BL_CHART_DOTS, NULL);
  g_autoptr (BlChart) middle = NULL;

  chart_assert_whole (plain, 14);
  g_assert_cmpstr (plain->title, ==, "In line");
  g_assert_cmpstr (plain->subtitle, ==, "Visits per 1,000 people, 2023-24");
  chart_assert_says (plain->doubt, "11 of 13 have a usable figure.");
  chart_assert_says (plain->doubt, "Part of the year only, shown hollow, not counted: Place L (8 of 12 months).");
  chart_assert_says (plain->doubt, "Luton (no return)");
  /* Readers judge for themselves: the middle is a switch away. */
  g_assert_null (chart_mark (plain, 0, BL_MARK_TINT, 0));
  g_assert_null (chart_mark (plain, 0, BL_MARK_TICK, 0));
  g_assert_cmpuint (chart_mark (plain, 0, BL_MARK_POINT, 0)->data->len, ==, 12);
  g_assert_true (chart_datum (chart_mark (plain, 0, BL_MARK_POINT, 0), 11)->flags & BL_DATUM_PARTIAL);
  g_assert_true (chart_datum (chart_mark (plain, 0, BL_MARK_POINT, 1), 0)->flags & BL_DATUM_RINGED);
  chart_assert_cell (plain, 0, 0, "Newcastle");
  chart_assert_cell (plain, 13, 0, "Luton");
  chart_assert_cell (plain, 13, 3, "no return");
  chart_assert_cell (plain, 12, 3, "part of a year, 8 of 12 months");
  peers->england.value = 1300;
  middle = bl_peers_chart_new (peers, rate, BL_CHART_DOTS, &(BlPeersLook){ .middle = TRUE });
  /* 1,000 to 2,000: the middle is 1,500, the half about it 1,250 to 1,750. */
  g_assert_cmpfloat (chart_datum (chart_mark (middle, 0, BL_MARK_TICK, 0), 0)->x, ==, 1500);
  g_assert_cmpfloat (chart_datum (chart_mark (middle, 0, BL_MARK_TINT, 0), 0)->x, ==, 1250);
  g_assert_cmpfloat (chart_datum (chart_mark (middle, 0, BL_MARK_TINT, 0), 0)->x2, ==, 1750);
  g_assert_cmpfloat (chart_datum (chart_mark (middle, 0, BL_MARK_RULE, 0), 0)->x, ==, 1300);
}

static void
test_ranked (void)
{
  g_autoptr (BlIndicator) rate = made_indicator (BL_INDICATOR_KIND_RATE, "visits per 1,000 people", "1000 × visits_all ÷ pop_all");
  g_autoptr (BlPeers) peers = made_peers (BL_INDICATOR_KIND_RATE, 12);
  g_autoptr (BlChart) nearest = bl_peers_chart_new (peers, rate, BL_CHART_RANKED, NULL);
  g_autoptr (BlChart) named = bl_peers_chart_new (peers, rate, BL_CHART_RANKED, &(BlPeersLook){ .order = BL_PEERS_BY_NAME });
  g_autoptr (BlChart) sorted = bl_peers_chart_new (peers, rate, BL_CHART_RANKED, &(BlPeersLook){ .order = BL_PEERS_BY_VALUE });

  chart_assert_cell (nearest, 0, 0, "Newcastle");
  chart_assert_cell (nearest, 1, 0, "Place A");
  chart_assert_cell (nearest, 13, 0, "Luton");
  chart_assert_cell (named, 1, 0, "Place A");
  chart_assert_cell (sorted, 0, 0, "Place L");
  chart_assert_cell (sorted, 9, 0, "Newcastle");
  /* No ranks are counted anywhere. */
  g_assert_cmpuint (sorted->table->columns->len, ==, 4);
}

/* Places of the same size whose counts differ far more than chance: φ is said, and what that means. */
static void
test_funnel (void)
{
  g_autoptr (BlIndicator) rate = made_indicator (BL_INDICATOR_KIND_RATE, "visits per 1,000 people", "1000 × visits_all ÷ pop_all");
  g_autoptr (BlPeers) peers = made_peers (BL_INDICATOR_KIND_RATE, 12);
  g_autoptr (BlChart) wide = bl_peers_chart_new (peers, rate, BL_CHART_FUNNEL, NULL);
  g_autoptr (BlChart) chance = bl_peers_chart_new (peers, rate, BL_CHART_FUNNEL, &(BlPeersLook){ .by_chance = TRUE });

  chart_assert_whole (wide, 14);
  chart_assert_says (wide->sentence, "so this shows spread, not performance");
  chart_assert_says (wide->doubt, "The limits allow for over-dispersion: a spread between services of τ = ");
  chart_assert_says (chance->doubt, "These limits do not allow for over-dispersion.");
  chart_assert_says (wide->sentence, "Newcastle had 1,250");
  g_assert_cmpstr (chart_x (wide, 0)->title, ==, "Residents");
  chart_assert_cell (wide, 13, 9, "no return");
  chart_assert_cell (wide, 0, 7, "within the limits");
  chart_assert_cell (chance, 0, 7, "below the 99.8% limit");
}

static void
test_survey (void)
{
  g_autoptr (BlIndicator) survey = made_indicator (BL_INDICATOR_KIND_SURVEY, "%", "survey_used_pct");
  g_autoptr (BlPeers) peers = made_peers (BL_INDICATOR_KIND_SURVEY, 12);
  g_autoptr (BlChart) chart = NULL;

  for (guint i = 0; i < 12; i++)
    {
      peers->items[i].value = 20 + i;
      peers->items[i].low = 17 + i;
      peers->items[i].high = 23 + i;
      peers->items[i].reason = BL_PEER_REASON_NONE;
    }
  peers->items[11].differs = 1;
  peers->own.value = 20;
  peers->own.low = 16;
  peers->own.high = 24;
  peers->england.value = peers->england.low = peers->england.high = 25;
  chart = bl_peers_chart_new (peers, survey, BL_CHART_DOTS, NULL);
  g_assert_cmpstr (chart->subtitle, ==, "Visits for every 1,000 people, %, 2023-24");
  /* England has a line of its own, after those asked for. */
  chart_assert_whole (chart, 15);
  g_assert_cmpuint (chart_mark (chart, 0, BL_MARK_WHISKER, 0)->data->len, ==, 13);
  chart_assert_cell (chart, 14, 0, "England");
  chart_assert_cell (chart, 12, 5, "higher than Newcastle by more than chance explains");
  chart_assert_cell (chart, 13, 5, "no return");
  g_assert_null (chart_mark (chart, 0, BL_MARK_RULE, 0));
}

/* Every kind can be laid out narrow and in large text. */
static void
test_laid_out (void)
{
  static const BlChartKind kinds[] = { BL_CHART_DOTS, BL_CHART_RANKED, BL_CHART_FUNNEL };
  g_autoptr (BlIndicator) rate = made_indicator (BL_INDICATOR_KIND_RATE, "visits per 1,000 people", "1000 × visits_all ÷ pop_all");
  g_autoptr (BlPeers) peers = made_peers (BL_INDICATOR_KIND_RATE, 15);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (BlChart) chart = bl_peers_chart_new (peers, rate, kinds[i], &(BlPeersLook){ .middle = TRUE });
      const BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .text_scale = 2 };
      double height = bl_chart_get_height (chart, 480, &look);
      g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 480, height, &look);

      g_assert_cmpuint (bl_chart_frame_get_n_spots (frame), >=, 15);
      g_assert_cmpint (bl_chart_frame_find_row (frame, 0), >=, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/peers-chart/kinds", test_kinds);
  g_test_add_func ("/peers-chart/dots", test_dots);
  g_test_add_func ("/peers-chart/ranked", test_ranked);
  g_test_add_func ("/peers-chart/funnel", test_funnel);
  g_test_add_func ("/peers-chart/survey", test_survey);
  g_test_add_func ("/peers-chart/laid-out", test_laid_out);
  return g_test_run ();
}
