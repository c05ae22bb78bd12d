/* test-peers.c: an indicator beside the same of authorities like it, by hand; distances as worked in the reference
 *
 * Truth: indicator-content 6.2 for distances; the rest worked on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "made.h"
#include "peer-choice.h"
#include "peer-distance.h"
#include "peers.h"

#define OWN "E08000021"
#define YEAR "2023-04-01/P1Y"

static BlDictionary *dictionary;

/* --- Distances ----------------------------------------------------------------- */

/* The table's figures are rounded to 0.0005, which is up to 0.0006 of the least deviation, 0.7789. */
#define ROUNDED 0.0007

static const double worked[] = {
  17.031, 14.786, 39.429, /* Newcastle upon Tyne */
  18.589, 15.599, 33.610, /* Leeds */
  17.362, 21.171, 20.611, /* North Tyneside */
  16.654, 12.598, 30.038, /* Bristol */
  16.778, 25.425, 8.869,  /* Somerset */
};

static void
test_distances (void)
{
  static const double expected[] = { 2.0640, 2.0290, 1.0105, 3.2702, 2.1868, 2.5672, 3.6271, 2.0264, 1.4747, 3.0164 };
  static const double relative[] = { 0.5691, 0.5594, 0.2786, 0.9016, 0.6029, 0.7078, 1.0000, 0.5587, 0.4066, 0.8316 };
  double distances[25];
  gboolean estimated[25];
  guint at = 0;

  bl_peer_distances (worked, 5, 3, distances, estimated);
  for (guint i = 0; i < 5; i++)
    for (guint k = i + 1; k < 5; k++, at++)
      {
        g_assert_cmpfloat_with_epsilon (distances[i * 5 + k], expected[at], ROUNDED);
        g_assert_cmpfloat (distances[i * 5 + k], ==, distances[k * 5 + i]);
        g_assert_false (estimated[i * 5 + k]);
      }
  bl_peer_distances_relate (distances, 5);
  at = 0;
  for (guint i = 0; i < 5; i++)
    for (guint k = i + 1; k < 5; k++, at++)
      g_assert_cmpfloat_with_epsilon (distances[i * 5 + k], relative[at], ROUNDED);
}

/* 0, 2, 4: deviation 2. The second variable is the same everywhere; the third is not known of the last, whose
 * distances are the first's times the root of two. */
static void
test_distances_lacking (void)
{
  const double figures[] = { 0, 7, 1, 2, 7, 1 + G_SQRT2, 4, 7, NAN };
  const double nothing[] = { NAN, 1, 2, NAN };
  double distances[9];
  gboolean estimated[9];

  bl_peer_distances (figures, 3, 3, distances, estimated);
  g_assert_cmpfloat_with_epsilon (distances[1], sqrt (1 + 2), 1e-12); /* deviation of two that are √2 apart: 1 */
  g_assert_false (estimated[1]);
  g_assert_cmpfloat_with_epsilon (distances[2], 2 * G_SQRT2, 1e-12);
  g_assert_true (estimated[2]);
  bl_peer_distances (nothing, 2, 2, distances, NULL);
  g_assert_true (isnan (distances[1]));
  g_assert_cmpfloat (distances[0], ==, 0);
  bl_peer_distances_relate (distances, 2);
  g_assert_true (isnan (distances[1]));
  bl_peer_distances (NULL, 0, 3, distances, NULL);
}

/* --- A place among figures ------------------------------------------------------- */

static void
test_spread (void)
{
  const double values[] = { 4, 1, 3, 2 };
  BlPeersSpread spread = bl_peers_spread (values, 4, 1, 2.5);

  g_assert_cmpfloat (spread.median, ==, 2.5);
  g_assert_cmpfloat (spread.lower_quartile, ==, 1.75);
  g_assert_cmpfloat (spread.upper_quartile, ==, 3.25);
  g_assert_cmpfloat (spread.lowest, ==, 1);
  g_assert_cmpfloat (spread.highest, ==, 4);
  /* 1 1 2 3 4 and 1 2 3 4 4 */
  g_assert_cmpfloat (spread.bound_low, ==, 2);
  g_assert_cmpfloat (spread.bound_high, ==, 3);
  g_assert_cmpuint (spread.n_higher, ==, 2);
  g_assert_true (spread.unplaceable);
  g_assert_false (bl_peers_spread (values, 4, 1, 2).unplaceable);
  g_assert_false (bl_peers_spread (values, 4, 1, 3).unplaceable);
  g_assert_false (bl_peers_spread (values, 4, 0, 2.5).unplaceable);
  spread = bl_peers_spread (values, 4, 1, NAN);
  g_assert_cmpuint (spread.n_higher, ==, 0);
  g_assert_false (spread.unplaceable);
  spread = bl_peers_spread (values, 1, 14, 5);
  g_assert_cmpfloat (spread.median, ==, 4);
  g_assert_cmpfloat (spread.bound_high, ==, 4);
  spread = bl_peers_spread (NULL, 0, 15, 5);
  g_assert_true (isnan (spread.median));
  g_assert_true (isnan (spread.bound_low));
  g_assert_false (spread.unplaceable);
}

/* --- In a project ---------------------------------------------------------------- */

static void
add_comparison (BlProject *project, const char *measure, const char *period, const char *const *codes, const double *values,
                const char *const *states, const double *parts, guint n)
{
  g_autoptr (BlComparison) comparison = bl_comparison_new (NULL);
  BlRecord *record = BL_RECORD (comparison);
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, n), value_table = bl_table_new_numbers (values, n);
  g_autoptr (BlTable) state_table = states != NULL ? bl_table_new_texts (states, n) : NULL;
  g_autoptr (BlTable) part_table = parts != NULL ? bl_table_new_numbers (parts, n) : NULL;

  bl_record_set_text (record, "measure", measure);
  bl_record_set_text (record, "period", period);
  bl_record_set_table (record, "codes", code_table);
  bl_record_set_table (record, "names", code_table);
  bl_record_set_table (record, "values", value_table);
  if (state_table != NULL)
    bl_record_set_table (record, "states", state_table);
  if (part_table != NULL)
    bl_record_set_table (record, "parts", part_table);
  bl_record_append (BL_RECORD (project), "comparisons", record);
}

/* Loans of seven others, of 1,000 people each: two as they should be, and each way of being missing. */
static BlProject *
made_project (double own_parts)
{
  static const BlPoint point = { 424000, 564000 };
  static const char *const codes[] = { OWN, "E1", "E2", "E3", "E4", "E5", "E6" };
  static const char *const states[] = { NULL, NULL, "estimate", NULL, "suppressed", "proxy", "no-data" };
  static const char *const people[] = { OWN, "E1", "E2", "E3", "E4", "E5", "E6", "E7" };
  const double loans[] = { 40, 10, 30, 999, NAN, 50, NAN }, adults[] = { NAN, NAN, NAN, NAN, NAN, NAN, 7 };
  const double parts[] = { own_parts, 12, 12, 5, 12, 12, NAN };
  const double thousand[] = { 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000 };
  BlProject *project = made_project_new (&point, NULL, 1);
  g_autoptr (BlService) service = bl_service_new (NULL);

  bl_record_set_text (BL_RECORD (service), "name", "Newcastle City Council");
  bl_record_set_text (BL_RECORD (service), "code", OWN);
  bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (service));
  add_comparison (project, "loans_book_all", YEAR, codes, loans, states, parts, G_N_ELEMENTS (codes));
  add_comparison (project, "loans_book_adult", YEAR, codes, adults, NULL, NULL, G_N_ELEMENTS (codes));
  add_comparison (project, "pop_all", "2024-06-30/P0D", people, thousand, NULL, NULL, G_N_ELEMENTS (people));
  return project;
}

static const char *const others[] = { "E2", "E1", "E3", "E4", "E5", "E6", "E7", "E9" };

static void
test_reasons (void)
{
  static const BlPeerReason reasons[] = { BL_PEER_REASON_NONE,     BL_PEER_REASON_NONE, BL_PEER_REASON_PART,      BL_PEER_REASON_HIDDEN,
                                          BL_PEER_REASON_STAND_IN, BL_PEER_REASON_AGES, BL_PEER_REASON_NO_RETURN, BL_PEER_REASON_NO_RETURN };
  g_autoptr (BlProject) project = made_project (12);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "loans-per-1000");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeers) peers = NULL;
  g_autofree char *part = NULL;

  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  peers = bl_peers_new (figures, indicator, others, NULL, G_N_ELEMENTS (others));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_cmpstr (peers->items[i].code, ==, others[i]);
      g_assert_cmpint (peers->items[i].reason, ==, reasons[i]);
    }
  g_assert_cmpfloat (peers->own.value, ==, 40);
  g_assert_cmpfloat (peers->items[0].value, ==, 30);
  g_assert_cmpfloat (peers->items[2].value, ==, 999);
  g_assert_true (isnan (peers->items[6].value));
  part = bl_peer_say_reason (&peers->items[2]);
  g_assert_cmpstr (part, ==, "part of a year, 5 of 12 months");
  g_assert_cmpuint (peers->spread.n, ==, 2);
  g_assert_cmpuint (peers->spread.n_missing, ==, 6);
  g_assert_cmpfloat (peers->spread.median, ==, 20);
  g_assert_cmpfloat (peers->spread.bound_low, ==, 10);
  g_assert_cmpfloat (peers->spread.bound_high, ==, 30);
  g_assert_cmpuint (peers->spread.n_higher, ==, 0);
  g_assert_null (peers->lacks);
  g_assert_cmpstr (peers->title, ==, "Book loans per 1,000 people above most similar authorities");
  g_assert_cmpstr (peers->sentence, ==,
                   "Newcastle had 40.0; the middle of the 2 similar authorities with figures was 20.0, 0 of 2 were higher, and 6 of 8 "
                   "have no usable figure.");
}

/* Part of a year is not compared, and the service's own published figure goes before what its series add up to. */
static void
test_own (void)
{
  static const char *const months[] = { YEAR };
  const double more[] = { 77 };
  g_autoptr (BlProject) project = made_project (11);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "loans-per-1000");
  g_autoptr (BlSeries) series = bl_series_new (NULL);
  g_autoptr (BlTable) periods = bl_table_new_texts (months, 1), values = bl_table_new_numbers (more, 1);
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeers) peers = NULL, alone = NULL;

  bl_record_set_text (BL_RECORD (series), "measure", "loans_book_all");
  bl_record_set_enum (BL_RECORD (series), "period-kind", BL_PERIOD_KIND_FY);
  bl_record_set_enum (BL_RECORD (series), "geography", BL_GEOGRAPHY_SERVICE);
  bl_record_set_table (BL_RECORD (series), "periods", periods);
  bl_record_set_table (BL_RECORD (series), "values", values);
  bl_record_append (BL_RECORD (project), "series", BL_RECORD (series));
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  peers = bl_peers_new (figures, indicator, others, NULL, G_N_ELEMENTS (others));
  g_assert_cmpfloat (peers->own.value, ==, 40);
  g_assert_cmpint (peers->own.reason, ==, BL_PEER_REASON_PART);
  g_assert_cmpstr (peers->sentence, ==,
                   "Newcastle has no figure for book loans per 1,000 people that can be compared: part of a year, 11 of 12 months. "
                   "The middle of the 2 similar authorities with figures was 20.0.");
  g_assert_false (peers->spread.unplaceable);
  alone = bl_peers_new (figures, indicator, NULL, NULL, 0);
  g_assert_cmpuint (alone->spread.n, ==, 0);
  g_assert_true (isnan (alone->spread.median));
}

/* Surveys by the difference of their intervals (indicator-content 5.8: 23 (19 to 27) against 25 (25 to 25) is no clear
 * difference), never by a place; another year when it is asked for. */
static void
test_survey (void)
{
  static const char *const codes[] = { OWN, "E92000001", "E1", "E2" };
  static const double values[] = { 23, 25, 31, 16 }, lows[] = { 19, 25, 28, 11 }, highs[] = { 27, 25, 34, 21 }, before[] = { 20, 22, 24, 26 };
  g_autoptr (BlProject) project = made_project (12);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "adult-visitors-share");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeers) peers = NULL, earlier = NULL;
  g_autoptr (BlTable) low = bl_table_new_numbers (lows, 4), high = bl_table_new_numbers (highs, 4);
  GListModel *comparisons = bl_record_get_list (BL_RECORD (project), "comparisons");
  g_autoptr (BlRecord) survey = NULL;
  g_autofree char *reason = NULL;
  BlPeriod year;

  add_comparison (project, "survey_used_pct", "2022-04-01/P1Y", codes, before, NULL, NULL, 4);
  add_comparison (project, "survey_used_pct", YEAR, codes, values, NULL, NULL, 4);
  survey = g_list_model_get_item (comparisons, g_list_model_get_n_items (comparisons) - 1);
  bl_record_set_table (survey, "lows", low);
  bl_record_set_table (survey, "highs", high);
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  peers = bl_peers_new (figures, indicator, others, NULL, 3);
  g_assert_cmpfloat (peers->own.low, ==, 19);
  g_assert_cmpfloat (peers->england.value, ==, 25);
  /* E2: 16 − 23 = −7, half of it 1.96 × √(2.041² + 2.551²) = 6.40; E1: 8, half 5.00. */
  g_assert_cmpint (peers->items[0].differs, ==, -1);
  g_assert_cmpint (peers->items[1].differs, ==, 1);
  g_assert_cmpint (peers->items[2].reason, ==, BL_PEER_REASON_NOT_PUBLISHED);
  reason = bl_peer_say_reason (&peers->items[2]);
  g_assert_cmpstr (reason, ==, "none published");
  g_assert_cmpuint (peers->n_differ, ==, 2);
  g_assert_cmpstr (peers->title, ==, "The share of adults who visited a library: no clear difference from England");
  g_assert_true (g_str_has_suffix (peers->sentence, "2 of 2 similar authorities with figures differ by more than chance explains."));
  g_assert_cmpuint (peers->periods->len, ==, 2);
  g_assert_cmpint (bl_period_compare (&g_array_index (peers->periods, BlPeriod, 0), &g_array_index (peers->periods, BlPeriod, 1)), >, 0);
  year = g_array_index (peers->periods, BlPeriod, 1);
  earlier = bl_peers_new_of (figures, indicator, others, NULL, 3, &year);
  g_assert_cmpfloat (earlier->own.value, ==, 20);
  g_assert_cmpfloat (earlier->items[0].value, ==, 26);
  g_assert_cmpint (earlier->items[0].differs, ==, 0); /* no interval, no test */
}

static void
test_difference (void)
{
  double low, high;

  g_assert_true (bl_judge_survey_difference (23, 19, 27, 25, 25, 25, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, -2 - 1.96 * sqrt (2.0408163 * 2.0408163 + 0.09), 1e-6);
  g_assert_cmpfloat_with_epsilon (low, -6.0, 0.05);
  g_assert_cmpfloat_with_epsilon (high, 2.0, 0.05);
  g_assert_false (bl_judge_survey_difference (23, NAN, 27, 25, 25, 25, &low, &high));
  g_assert_false (bl_judge_survey_difference (23, 19, 27, 25, 25, NAN, &low, &high));
}

/* A stand-in everywhere is compared as the measure that it is, and says what it is. */
static void
test_stand_in (void)
{
  static const char *const codes[] = { OWN, "E1", "E2" };
  static const double values[] = { 68.2, 66, 70 };
  g_autoptr (BlProject) project = made_project (12);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "early-literacy");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeers) peers = NULL;
  g_autofree char *doubt = NULL;

  add_comparison (project, "literacy_eyfs_pct", "2024-09-01/P1Y", codes, values, NULL, NULL, 3);
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  peers = bl_peers_new (figures, indicator, others, NULL, 2);
  g_assert_cmpint (peers->period.kind, ==, BL_PERIOD_KIND_AY);
  g_assert_cmpint (peers->own.state, ==, BL_STATE_PROXY);
  g_assert_cmpint (peers->own.reason, ==, BL_PEER_REASON_NONE);
  g_assert_cmpuint (peers->spread.n, ==, 2);
  g_assert_cmpfloat (peers->spread.median, ==, 68);
  doubt = bl_peers_say_doubt (peers, TRUE);
  g_assert_cmpstr (doubt, ==, "These figures stand for what is meant, they do not measure it.");
}

/* Given, and cannot be: said with its reason, and never counted. */
static void
test_implausible (void)
{
  static const char *const codes[] = { OWN, "E1", "E2" }, *const states[] = { NULL, "no-data implausible", NULL };
  static const char *const notes[] = { NULL, "9 hours on 0 computers cannot be", NULL };
  static const double hours[] = { 10, NAN, 20 };
  g_autoptr (BlProject) project = made_project (12);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "pc-hours-per-1000");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeers) peers = NULL;
  g_autoptr (BlTable) table = bl_table_new_texts (notes, 3);
  GListModel *comparisons = bl_record_get_list (BL_RECORD (project), "comparisons");
  g_autoptr (BlRecord) record = NULL;
  g_autofree char *reason = NULL, *missing = NULL;

  add_comparison (project, "pc_hours_used", YEAR, codes, hours, states, NULL, 3);
  record = g_list_model_get_item (comparisons, g_list_model_get_n_items (comparisons) - 1);
  bl_record_set_table (record, "notes", table);
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  peers = bl_peers_new (figures, indicator, others, NULL, 2);
  g_assert_cmpint (peers->items[1].reason, ==, BL_PEER_REASON_IMPLAUSIBLE);
  g_assert_true (isnan (peers->items[1].value));
  reason = bl_peer_say_reason (&peers->items[1]);
  g_assert_cmpstr (reason, ==, "implausible: 9 hours on 0 computers cannot be");
  g_assert_cmpuint (peers->spread.n, ==, 1);
  missing = bl_peers_say_missing (peers);
  g_assert_cmpstr (missing, ==, "E1 (implausible: 9 hours on 0 computers cannot be)");
}

/* Published and own lists stand side by side, and what is compared says which. */
static void
test_lists (void)
{
  static const char *const published[] = { "E1", "E2", "E3" }, *const chosen[] = { "E9", "E1" };
  g_autoptr (BlProject) project = made_project (12);
  g_autoptr (BlNeighbours) list = bl_neighbours_new (NULL), own = bl_neighbours_new (NULL);
  g_autoptr (BlTable) first = bl_table_new_texts (published, 3), second = bl_table_new_texts (chosen, 2);
  g_autoptr (BlPeerChoice) neighbours = NULL, mine = NULL;
  g_autofree char *words = NULL, *own_words = NULL;

  g_assert_null (bl_peer_choice_new_neighbours (project, 3));
  g_assert_null (bl_peer_choice_new_own (project));
  bl_record_set_text (BL_RECORD (own), "code", OWN);
  bl_record_set_boolean (BL_RECORD (own), "own", TRUE);
  bl_record_set_table (BL_RECORD (own), "codes", second);
  bl_record_append (BL_RECORD (project), "similar", BL_RECORD (own));
  bl_record_set_text (BL_RECORD (list), "name", "ONS nearest neighbours");
  bl_record_set_text (BL_RECORD (list), "code", OWN);
  bl_record_set_table (BL_RECORD (list), "codes", first);
  bl_record_append (BL_RECORD (project), "similar", BL_RECORD (list));
  bl_project_commit (project);
  neighbours = bl_peer_choice_new_neighbours (project, 2);
  g_assert_cmpuint (neighbours->codes->len, ==, 2);
  g_assert_cmpuint (neighbours->n_all, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (neighbours->codes, 0), ==, "E1");
  words = bl_peer_choice_say (neighbours);
  g_assert_nonnull (strstr (words, "ONS nearest neighbours, the first 2"));
  mine = bl_peer_choice_new_own (project);
  g_assert_cmpuint (mine->codes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (mine->codes, 0), ==, "E9");
  own_words = bl_peer_choice_say (mine);
  g_assert_cmpstr (own_words, ==, "Compared with the 2 authorities of the project’s own list.");
}

/* The worked table of indicator-content 6.2 through the facts; one without a figure is an estimate and says so. */
static void
test_computed (void)
{
  static const char *const codes[] = { OWN, "Leeds", "North Tyneside", "Bristol", "Somerset" }, *const nearest[] = { "Bristol", "North Tyneside", "Leeds", "Somerset" };
  static const double relative[] = { 0.2786, 0.5594, 0.5691, 0.9016 };
  static const guint all[] = { 0, 1, 2 };
  g_autoptr (BlProject) project = made_project (12);
  g_autoptr (BlPeerFacts) facts = bl_peer_facts_new ();
  g_autoptr (BlPeerChoice) choice = NULL, lacking = NULL;
  g_autofree char *words = NULL;

  bl_project_commit (project);
  for (guint i = 0; i < 5; i++)
    bl_peer_facts_add_authority (facts, codes[i], codes[i]);
  for (guint v = 0; v < 3; v++)
    {
      const char *const ids[] = { "A", "B", "C" };
      BlPeerVariable *variable = bl_peer_facts_add_variable (facts, ids[v], ids[v], v == 0 ? "P1" : NULL);

      for (guint i = 0; i < 5; i++)
        g_array_index (variable->figures, double, i) = worked[i * 3 + v];
    }
  choice = bl_peer_choice_new_computed (project, facts, all, 3, 15);
  g_assert_cmpuint (choice->codes->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpstr (g_ptr_array_index (choice->codes, i), ==, nearest[i]);
      g_assert_cmpfloat_with_epsilon (g_array_index (choice->distances, double, i), relative[i], ROUNDED);
      g_assert_false (g_array_index (choice->estimated, gboolean, i));
    }
  g_array_index (((BlPeerVariable *) g_ptr_array_index (facts->variables, 1))->figures, double, 1) = NAN;
  lacking = bl_peer_choice_new_computed (project, facts, all, 3, 15);
  words = bl_peer_choice_say (lacking);
  g_assert_nonnull (strstr (words, "A (P1); B; C"));
  g_assert_nonnull (strstr (words, "Distance estimated, since figures are missing: Leeds."));
  g_assert_null (bl_peer_choice_new_computed (project, facts, all, 0, 15));
  g_assert_cmpint (bl_peer_facts_find_variable (facts, "C"), ==, 2);
  g_assert_cmpint (bl_peer_facts_find_variable (facts, "D"), ==, -1);
  g_assert_cmpint (bl_peer_facts_find_authority (facts, NULL), ==, -1);
}

static void
test_nothing (void)
{
  static const BlPoint point = { 424000, 564000 };
  g_autoptr (BlProject) project = made_project_new (&point, NULL, 1);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "loans-per-1000");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeers) peers = NULL;

  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  peers = bl_peers_new (figures, indicator, others, NULL, 2);
  g_assert_cmpint (peers->period.kind, ==, BL_PERIOD_KIND_UNKNOWN);
  g_assert_true (isnan (peers->own.value));
  g_assert_nonnull (peers->lacks);
  g_assert_cmpstr (peers->sentence, ==, peers->lacks);
  g_assert_null (bl_peers_find_list (project));
  g_assert_null (bl_peers_find_name (project, "E1"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  dictionary = bl_dictionary_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/peers/distances", test_distances);
  g_test_add_func ("/peers/distances-lacking", test_distances_lacking);
  g_test_add_func ("/peers/spread", test_spread);
  g_test_add_func ("/peers/reasons", test_reasons);
  g_test_add_func ("/peers/own", test_own);
  g_test_add_func ("/peers/survey", test_survey);
  g_test_add_func ("/peers/difference", test_difference);
  g_test_add_func ("/peers/stand-in", test_stand_in);
  g_test_add_func ("/peers/implausible", test_implausible);
  g_test_add_func ("/peers/lists", test_lists);
  g_test_add_func ("/peers/computed", test_computed);
  g_test_add_func ("/peers/nothing", test_nothing);
  result = g_test_run ();
  g_object_unref (dictionary);
  return result;
}
