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

/* 1.8: part of a year stands beside the latest whole one, whose change is told. */
static void
test_part (void)
{
  static const double years[] = { 900, 1000, 1100, 400 };
  g_autoptr (BlIndicator) indicator = bl_indicator_new (NULL);
  g_autoptr (BlIndicatorValues) values = NULL;
  g_autoptr (BlJudgement) judgement = NULL;
  g_autoptr (BlIndicatorSummary) summary = NULL;
  BlPeriod first;

  bl_record_set_enum (BL_RECORD (indicator), "kind", BL_INDICATOR_KIND_COUNT);
  values = make (indicator, NULL, 0);
  bl_observations_free (values->values);
  g_assert_true (bl_period_parse ("2021-22", BL_PERIOD_KIND_FY, &first, NULL));
  values->kind = values->target_kind = BL_PERIOD_KIND_FY;
  values->values = bl_observations_new_empty (BL_PERIOD_KIND_FY, first.start, G_N_ELEMENTS (years));
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      values->values->items[i].value = years[i];
      values->values->items[i].state = BL_STATE_MEASURED;
    }
  values->values->items[3].flags = BL_OBSERVATION_PARTIAL;
  values->values->items[3].parts = 5;
  values->values->items[3].parts_expected = 12;
  judgement = bl_indicator_values_judge (values);
  summary = bl_indicator_summary_new (values, judgement);
  g_assert_cmpstr (summary->value, ==, "1,100");
  g_assert_cmpstr (summary->period, ==, "2023-24");
  g_assert_cmpstr (summary->change, ==, "+10% on 2022-23");
  g_assert_cmpstr (summary->tag, ==, "Measured");
  g_assert_cmpstr (summary->part, ==, "2024-25 so far: 400 in 5 of 12 months");
  g_assert_cmpstr (summary->verdict, ==, "Part of a year");
}

/* A target is of periods of one length: of others it is said, and judges nothing. */
static void
test_target_period (void)
{
  static const double few[] = { 10, 12, 11 };
  g_autoptr (BlIndicator) indicator = bl_indicator_new (NULL);
  g_autoptr (BlIndicatorValues) values = NULL;
  g_autofree char *words = NULL;
  BlRecord *record = BL_RECORD (indicator);
  BlJudgeQuestion question;

  bl_record_set_enum (record, "kind", BL_INDICATOR_KIND_COUNT);
  bl_record_set_enum (record, "direction", BL_WANTED_UP);
  bl_record_set_text (record, "unit", "visits");
  bl_record_set_text (record, "period", "month fy");
  bl_record_set_real (record, "target", 60000);
  g_assert_cmpint (bl_indicator_get_target_period (indicator), ==, BL_PERIOD_KIND_UNKNOWN);
  bl_record_set_text (record, "baseline-period", "2018-19");
  g_assert_cmpint (bl_indicator_get_target_period (indicator), ==, BL_PERIOD_KIND_FY);
  bl_record_set_enum (record, "target-period", BL_PERIOD_KIND_MONTH);
  g_assert_cmpint (bl_indicator_get_target_period (indicator), ==, BL_PERIOD_KIND_MONTH);
  values = make (indicator, few, G_N_ELEMENTS (few));
  values->target_kind = BL_PERIOD_KIND_MONTH;
  bl_indicator_values_ask (values, &question);
  g_assert_cmpfloat (question.target, ==, 60000);
  values->kind = BL_PERIOD_KIND_FY;
  bl_indicator_values_ask (values, &question);
  g_assert_true (isnan (question.target));
  words = bl_indicator_values_say_target (values);
  g_assert_cmpstr (words, ==, "60,000\302\240visits a month");
  /* The last twelve months are a year. */
  values->target_kind = BL_PERIOD_KIND_FY;
  values->kind = BL_PERIOD_KIND_ROLLING;
  g_assert_true (bl_indicator_values_has_target_here (values));
  /* A baseline of 2018-19 is no length where only dates are known. */
  bl_record_set_enum (record, "target-period", BL_PERIOD_KIND_UNKNOWN);
  bl_record_set_text (record, "period", "snapshot");
  g_assert_cmpint (bl_indicator_get_target_period (indicator), ==, BL_PERIOD_KIND_UNKNOWN);
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
  g_test_add_func ("/analysis/indicator-summary/part", test_part);
  g_test_add_func ("/analysis/indicator-summary/target-period", test_target_period);
  g_test_add_func ("/analysis/indicator-summary/finding", test_finding);
  g_test_add_func ("/analysis/indicator-summary/formula", test_formula);
  return g_test_run ();
}
