/* test-verdict-near.c: stretches near a limit that overlap are told as one signal; part of a year is no year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "verdict.h"

#include <math.h>

static BlPeriod
period_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  BlPeriod period;

  bl_period_parse (text, BL_PERIOD_KIND_MONTH, &period, &error);
  g_assert_no_error (error);
  return period;
}

/* Worked by hand: twelve months of 110 and 90 in turn have a mean of 100 and a mean moving range of 20, so limits of 46.8 and
 * 153.2 and outer thirds from 135.47 and from 64.53. What comes after is judged by them. */
static BlJudgement *
judge_after (const double *after, guint n)
{
  BlPeriod first = period_of ("2022-04");
  g_autoptr (BlObservations) obs = bl_observations_new_empty (BL_PERIOD_KIND_MONTH, first.start, 12 + n);
  BlJudgeQuestion question;

  for (guint i = 0; i < obs->n; i++)
    {
      obs->items[i].value = i >= 12 ? after[i - 12] : i % 2 == 0 ? 110 : 90;
      obs->items[i].state = BL_STATE_MEASURED;
    }
  bl_judge_question_init (&question);
  question.noun = "Anytown loans";
  question.plural = TRUE;
  question.kind = BL_INDICATOR_KIND_COUNT;
  question.raw = TRUE;
  question.one_place = TRUE;
  question.base_from = first;
  question.base_until = period_of ("2023-03");
  return bl_judge (obs, &question);
}

static void
test_overlapping (void)
{
  /* April to July: 140 120 142, then 120 142 141: one signal of four months. September to November is another, and so is
   * December to February on the other side. */
  static const double three[] = { 140, 120, 142, 141, 90, 140, 141, 120, 60, 61, 80, 110 };
  static const double five[] = { 140, 142, 141, 144, 143, 90 };
  static const struct
  {
    guint first, last;
    int side;
  } expected[] = { { 12, 15, 1 }, { 17, 19, 1 }, { 20, 22, -1 } };
  BlJudgement *self = judge_after (three, G_N_ELEMENTS (three));

  g_assert_cmpfloat_with_epsilon (self->segments[0].process.lower, 46.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (self->segments[0].process.upper, 153.2, 1e-9);
  g_assert_cmpuint (self->n_signals, ==, G_N_ELEMENTS (expected));
  for (guint s = 0; s < self->n_signals; s++)
    {
      g_assert_cmpuint (self->signals[s].first, ==, expected[s].first);
      g_assert_cmpuint (self->signals[s].last, ==, expected[s].last);
      g_assert_cmpint (self->signals[s].side, ==, expected[s].side);
      g_assert_cmpint (self->signals[s].verdict, ==, BL_VERDICT_NEAR_LIMIT);
    }
  g_assert_cmpstr (self->signals[0].sentence, ==,
                   "Three of four months to July 2023 lay close to the upper limit (140, 142 and 141; usual range 47 to "
                   "153).");
  g_assert_cmpstr (self->signals[1].sentence, ==,
                   "Two of three months to November 2023 lay close to the upper limit (140 and 141; usual range 47 to 153).");
  g_assert_cmpstr (self->signals[2].sentence, ==,
                   "Two of three months to February 2024 lay close to the lower limit (60 and 61; usual range 47 to 153).");
  bl_judgement_free (self);

  self = judge_after (five, G_N_ELEMENTS (five));
  g_assert_cmpuint (self->n_signals, ==, 1);
  g_assert_cmpuint (self->signals[0].first, ==, 12);
  g_assert_cmpuint (self->signals[0].last, ==, 16);
  g_assert_cmpstr (self->signals[0].sentence, ==,
                   "All five months to August 2023 lay close to the upper limit (140 to 144; usual range 47 to 153).");
  bl_judgement_free (self);
}

/* 1.8, 5.11: five months are no year; what is held against a year's target is the last whole one. */
static void
test_part_of_year (void)
{
  static const double years[] = { 900, 950, 1000, 400 };
  BlPeriod first;
  g_autoptr (BlObservations) obs = NULL;
  BlJudgeQuestion question;
  g_autoptr (BlJudgement) self = NULL, alone = NULL;

  g_assert_true (bl_period_parse ("2022-23", BL_PERIOD_KIND_FY, &first, NULL));
  obs = bl_observations_new_empty (BL_PERIOD_KIND_FY, first.start, G_N_ELEMENTS (years));
  for (guint i = 0; i < obs->n; i++)
    {
      obs->items[i].value = years[i];
      obs->items[i].state = BL_STATE_MEASURED;
    }
  obs->items[3].flags = BL_OBSERVATION_PARTIAL;
  obs->items[3].parts = 5;
  obs->items[3].parts_expected = 12;
  bl_judge_question_init (&question);
  question.noun = "loans";
  question.plural = TRUE;
  question.kind = BL_INDICATOR_KIND_COUNT;
  question.wanted = BL_WANTED_UP;
  question.target = 1000;
  question.baseline = 900;
  question.baseline_period = first;
  self = bl_judge (obs, &question);
  g_assert_cmpint (self->verdict, ==, BL_VERDICT_PARTIAL_ALONE);
  g_assert_cmpint (self->latest, ==, 3);
  g_assert_cmpint (self->whole, ==, 2);
  g_assert_cmpint (self->rag, ==, BL_RAG_MET);
  g_assert_cmpfloat (self->since_baseline, ==, 100);
  g_assert_cmpstr (self->target_sentence, ==, "Loans were 1,000 in 2024-25 against a target of 1,000.");
  /* Where there is no whole year, nothing is rated. */
  for (guint i = 0; i < 3; i++)
    {
      obs->items[i].state = BL_STATE_NO_DATA;
      obs->items[i].value = NAN;
    }
  alone = bl_judge (obs, &question);
  g_assert_cmpint (alone->whole, ==, -1);
  g_assert_cmpint (alone->rag, ==, BL_RAG_NOT_RATED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/verdict-near/overlapping", test_overlapping);
  g_test_add_func ("/analysis/verdict-near/part-of-year", test_part_of_year);
  return g_test_run ();
}
