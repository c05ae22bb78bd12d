/* test-indicator-summary.c: a verdict in a word, and never a better word than the figures allow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-summary.h"

#include <math.h>

/* Values of one indicator by month from April 2022, as the judge is given them. */
static BlIndicatorValues *
make (BlIndicator *indicator, const double *values, guint n)
{
  BlIndicatorValues *self = g_new0 (BlIndicatorValues, 1);
  BlPeriod first;

  g_assert_true (bl_period_parse ("2022-04", BL_PERIOD_KIND_MONTH, &first, NULL));
  self->indicator = g_object_ref (indicator);
  self->kind = BL_PERIOD_KIND_MONTH;
  self->place = g_strdup ("Newcastle");
  self->noun = g_strdup ("loans");
  self->values = bl_observations_new_empty (BL_PERIOD_KIND_MONTH, first.start, n);
  self->parts = g_ptr_array_new ();
  self->part_names = g_ptr_array_new ();
  self->missing = g_ptr_array_new ();
  self->source = g_strdup ("Newcastle Libraries");
  self->lines = bl_judge_lines;
  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        self->values->items[i].value = values[i];
        self->values->items[i].state = BL_STATE_MEASURED;
      }
  return self;
}

static BlIndicatorSummary *
summarise (BlWanted wanted, const double *values, guint n)
{
  g_autoptr (BlIndicator) indicator = bl_indicator_new (NULL);
  g_autoptr (BlIndicatorValues) made = NULL;
  g_autoptr (BlJudgement) judgement = NULL;

  bl_record_set_text (BL_RECORD (indicator), "name", "Loans");
  bl_record_set_text (BL_RECORD (indicator), "unit", "loans");
  bl_record_set_text (BL_RECORD (indicator), "source", "library system");
  bl_record_set_enum (BL_RECORD (indicator), "kind", BL_INDICATOR_KIND_COUNT);
  bl_record_set_enum (BL_RECORD (indicator), "direction", wanted);
  made = make (indicator, values, n);
  judgement = bl_indicator_values_judge (made);
  return bl_indicator_summary_new (made, judgement);
}

/* Twelve months about 100 and eight about 140: seven in a row above is a shift (5.2). */
static const double risen[] = { 98,  102, 99,  101, 97,  103, 100, 98,  102, 101, 99,  100, 98, 102,
                                139, 141, 140, 138, 142, 140, 139, 141 };

static void
test_direction (void)
{
  g_autoptr (BlIndicatorSummary) up = summarise (BL_WANTED_UP, risen, G_N_ELEMENTS (risen));
  g_autoptr (BlIndicatorSummary) down = summarise (BL_WANTED_DOWN, risen, G_N_ELEMENTS (risen));
  g_autoptr (BlIndicatorSummary) neither = summarise (BL_WANTED_NEUTRAL, risen, G_N_ELEMENTS (risen));

  g_assert_cmpstr (up->value, ==, "141");
  g_assert_cmpstr (up->period, ==, "Jan 2024");
  g_assert_cmpstr (up->tag, ==, "Measured");
  g_assert_cmpint (up->tone, ==, BL_SUMMARY_GOOD);
  g_assert_cmpint (down->tone, ==, BL_SUMMARY_BAD);
  g_assert_nonnull (down->attention);
  /* Better and worse only where a direction is wanted (1.3). */
  g_assert_cmpint (neither->tone, ==, BL_SUMMARY_NEWS);
  g_assert_cmpstr (neither->verdict, !=, "Improved");
}

static void
test_no_words (void)
{
  static const double few[] = { 10, 12, 11 }, none[] = { NAN, NAN };
  g_autoptr (BlIndicatorSummary) too_few = summarise (BL_WANTED_UP, few, 3), nothing = summarise (BL_WANTED_UP, none, 2);

  g_assert_cmpstr (too_few->verdict, ==, "Too few points");
  g_assert_cmpint (too_few->tone, ==, BL_SUMMARY_PLAIN);
  g_assert_cmpint (nothing->figure, ==, BL_SUMMARY_NO_DATA);
  g_assert_null (nothing->value);
  g_assert_cmpstr (nothing->verdict, ==, "No data");
  g_assert_cmpstr (nothing->source, ==, "To get it: library system");
  g_assert_null (nothing->attention);
}

static void
test_finding (void)
{
  BlIndicatorSummary good = { .tone = BL_SUMMARY_GOOD }, bad = { .tone = BL_SUMMARY_BAD };
  BlIndicatorSummary plain = { .tone = BL_SUMMARY_PLAIN }, lacking = { .figure = BL_SUMMARY_NO_DATA };
  const BlIndicatorSummary *all[] = { &good, &good, &bad, &lacking, &plain };
  const BlIndicatorSummary *calm[] = { &plain, &lacking }, *one[] = { &lacking };
  g_autofree char *first = bl_indicator_summaries_finding (all, 5), *second = bl_indicator_summaries_finding (calm, 2);
  g_autofree char *third = bl_indicator_summaries_finding (one, 1), *fourth = bl_indicator_summaries_finding (all, 2);

  g_assert_cmpstr (first, ==, "Of 5 indicators, two have improved, one is worse and one has no data");
  g_assert_cmpstr (second, ==, "Of 2 indicators, none has clearly improved or become worse and one has no data");
  g_assert_cmpstr (third, ==, "Of 1 indicator, one has no data");
  g_assert_cmpstr (fourth, ==, "Of 2 indicators, two have improved");
}

static void
test_formula (void)
{
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (NULL);
  g_autofree char *words = bl_indicator_formula_words (dictionary, "100 × visits_shared ÷ visits_all");
  g_autofree char *unknown = bl_indicator_formula_words (dictionary, "mine + 2");

  g_assert_cmpstr (words, ==, "100 × visits to sites shared with other services ÷ visits to library sites");
  g_assert_cmpstr (unknown, ==, "mine + 2");
  g_assert_null (bl_indicator_formula_words (dictionary, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/indicator-summary/direction", test_direction);
  g_test_add_func ("/analysis/indicator-summary/no-words", test_no_words);
  g_test_add_func ("/analysis/indicator-summary/finding", test_finding);
  g_test_add_func ("/analysis/indicator-summary/formula", test_formula);
  return g_test_run ();
}
