/* signal-rules.c: named sets of rules that tell a signal from chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sets of indicator-content 5.2, as data.
 */
#include "signal-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LIMIT BL_LIMIT_FACTOR
#define OUTER_THIRD (2 * BL_LIMIT_FACTOR / 3)
#define SIGMA(n) ((n) / BL_SIGMA_DIVISOR)

static const BlSignalRule nhs_mdc[] = {
  { 1, BL_RULE_POINT, 1, 0, LIMIT, FALSE, FALSE, N_ ("one point outside the limits") },
  { 2, BL_RULE_RUN, 7, 0, 0, FALSE, FALSE, N_ ("seven or more in a row on one side of the centre line") },
  { 3, BL_RULE_TREND, 7, 0, 0, FALSE, FALSE,
    N_ ("seven or more in a row, each higher than the last or each lower") },
  { 4, BL_RULE_NEAR, 2, 3, OUTER_THIRD, TRUE, FALSE,
    N_ ("two of three in a row in the outer third, all three on one side") },
};
static const BlSignalRule western_electric[] = {
  { 1, BL_RULE_POINT, 1, 0, SIGMA (3), FALSE, FALSE, N_ ("one point beyond three sigma") },
  { 2, BL_RULE_NEAR, 2, 3, SIGMA (2), FALSE, FALSE,
    N_ ("two of three in a row beyond two sigma on one side") },
  { 3, BL_RULE_NEAR, 4, 5, SIGMA (1), FALSE, FALSE,
    N_ ("four of five in a row beyond one sigma on one side") },
  { 4, BL_RULE_RUN, 8, 0, 0, FALSE, FALSE, N_ ("eight or more in a row on one side of the centre line") },
};
static const BlSignalRule nelson[] = {
  { 1, BL_RULE_POINT, 1, 0, SIGMA (3), FALSE, FALSE, N_ ("one point beyond three sigma") },
  { 2, BL_RULE_RUN, 9, 0, 0, FALSE, FALSE, N_ ("nine or more in a row on one side of the centre line") },
  { 3, BL_RULE_TREND, 6, 0, 0, FALSE, FALSE, N_ ("six or more in a row rising or falling") },
  { 4, BL_RULE_ALTERNATING, 14, 0, 0, FALSE, FALSE, N_ ("fourteen or more in a row up and down in turn") },
  { 5, BL_RULE_NEAR, 2, 3, SIGMA (2), FALSE, FALSE,
    N_ ("two of three in a row beyond two sigma on one side") },
  { 6, BL_RULE_NEAR, 4, 5, SIGMA (1), FALSE, FALSE,
    N_ ("four of five in a row beyond one sigma on one side") },
  { 7, BL_RULE_HUGGING, 15, 0, SIGMA (1), FALSE, FALSE, N_ ("fifteen or more in a row within one sigma") },
  { 8, BL_RULE_AVOIDING, 8, 0, SIGMA (1), FALSE, FALSE,
    N_ ("eight or more in a row beyond one sigma, on both sides") },
};
static const BlSignalRule run_ihi[] = {
  { 1, BL_RULE_RUN, 6, 0, 0, FALSE, TRUE, N_ ("six or more in a row on one side of the median") },
  { 2, BL_RULE_TREND, 5, 0, 0, FALSE, TRUE, N_ ("five or more in a row rising or falling") },
  { 3, BL_RULE_RUNS, 0, 0, 0, FALSE, TRUE, N_ ("fewer or more runs than chance gives") },
};
static const BlSignalRule run_anhoej[] = {
  { 1, BL_RULE_LONGEST_RUN, 0, 0, 0, FALSE, TRUE,
    N_ ("a run on one side of the median that is longer than chance gives") },
  { 2, BL_RULE_CROSSINGS, 0, 0, 0, FALSE, TRUE, N_ ("the median crossed less often than chance gives") },
};

static const BlRuleSet sets[] = {
  { "nhs-mdc", N_ ("NHS Making Data Count"), FALSE, G_N_ELEMENTS (nhs_mdc), nhs_mdc },
  { "western-electric", N_ ("Western Electric"), FALSE, G_N_ELEMENTS (western_electric), western_electric },
  { "nelson", N_ ("Nelson’s eight rules"), FALSE, G_N_ELEMENTS (nelson), nelson },
  { "run-ihi", N_ ("Run chart, Institute for Healthcare Improvement"), TRUE, G_N_ELEMENTS (run_ihi),
    run_ihi },
  { "run-anhoej", N_ ("Run chart, Anhøj"), TRUE, G_N_ELEMENTS (run_anhoej), run_anhoej },
};

const BlRuleSet *const *
bl_rule_set_list (void)
{
  static const BlRuleSet *const list[] = { &sets[0], &sets[1], &sets[2], &sets[3], &sets[4], NULL };

  return list;
}

const BlRuleSet *
bl_rule_set_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (name == NULL || strcmp (sets[i].name, name) == 0)
      return &sets[i];
  return NULL;
}

typedef struct
{
  const double *values, *ranges;
  guint n;
  double centre;
  GArray *hits;
} Chart;

static void
add_hit (Chart *chart, const BlSignalRule *rule, guint first, guint last, int side)
{
  BlHit hit = { rule, first, last, side };

  g_array_append_val (chart->hits, hit);
}

/* 1 above the centre by more than @beyond mean ranges, -1 below it by more, 0 neither or no value. */
static int
side_of (const Chart *chart, guint i, double beyond)
{
  double away = chart->values[i] - chart->centre;
  double line = beyond > 0 ? beyond * chart->ranges[i] : 0;

  return away > line ? 1 : away < -line ? -1 : 0;
}

/* What a point is for a rule about stretches of the same: 0 ends a stretch. */
static int
stretch_sign (const Chart *chart, const BlSignalRule *rule, guint i)
{
  double value = chart->values[i];

  switch (rule->kind)
    {
    case BL_RULE_RUN:
      return side_of (chart, i, 0);
    case BL_RULE_HUGGING:
      return isfinite (value) && fabs (value - chart->centre) < rule->beyond * chart->ranges[i] ? 1 : 0;
    case BL_RULE_AVOIDING:
      return side_of (chart, i, rule->beyond) != 0 ? 1 : 0;
    default:
      return 0;
    }
}

static void
find_stretches (Chart *chart, const BlSignalRule *rule)
{
  guint first = 0;

  for (guint i = 0; i < chart->n; i = MAX (first, i + 1))
    {
      int sign = stretch_sign (chart, rule, i);
      gboolean above = FALSE, below = FALSE;

      first = i;
      while (sign != 0 && first < chart->n && stretch_sign (chart, rule, first) == sign)
        {
          above |= chart->values[first] > chart->centre;
          below |= chart->values[first] < chart->centre;
          first++;
        }
      if (sign == 0 || first - i < rule->points || (rule->kind == BL_RULE_AVOIDING && !(above && below)))
        continue;
      add_hit (chart, rule, i, first - 1, rule->kind == BL_RULE_RUN ? sign : 0);
    }
}

static int
step_of (const Chart *chart, guint i)
{
  double step = chart->values[i] - chart->values[i - 1];

  return step > 0 ? 1 : step < 0 ? -1 : 0;
}

/* Steps all one way, or (alternating) each the other way than the last. */
static void
find_steps (Chart *chart, const BlSignalRule *rule)
{
  int turn = rule->kind == BL_RULE_ALTERNATING ? -1 : 1;

  for (guint i = 1; i < chart->n;)
    {
      int step = step_of (chart, i), wanted = step;
      guint last = i;

      if (step == 0)
        {
          i++;
          continue;
        }
      while (last < chart->n && step_of (chart, last) == wanted)
        {
          wanted *= turn;
          last++;
        }
      /* From the point before the first step to the one after the last. */
      if (last - i + 1 >= rule->points)
        add_hit (chart, rule, i - 1, last - 1, turn > 0 ? step : 0);
      i = last;
    }
}

static void
find_near (Chart *chart, const BlSignalRule *rule)
{
  for (guint i = 0; i + rule->of <= chart->n; i++)
    for (int side = 1; side >= -1; side -= 2)
      {
        guint beyond = 0, there = 0, same = 0;

        for (guint k = i; k < i + rule->of; k++)
          {
            there += isfinite (chart->values[k]) != 0;
            same += side_of (chart, k, 0) == side;
            beyond += side_of (chart, k, rule->beyond) == side;
          }
        if (there == rule->of && beyond >= rule->points && (!rule->same_side || same == rule->of))
          add_hit (chart, rule, i, i + rule->of - 1, side);
      }
}

GArray *
bl_rule_set_apply (const BlRuleSet *set, const double *values, guint n, double centre, const double *ranges)
{
  Chart chart = { values, ranges, n, centre, g_array_new (FALSE, FALSE, sizeof (BlHit)) };

  for (guint r = 0; r < set->n; r++)
    {
      const BlSignalRule *rule = &set->rules[r];

      switch (rule->kind)
        {
        case BL_RULE_POINT:
          for (guint i = 0; i < n; i++)
            if (side_of (&chart, i, rule->beyond) != 0)
              add_hit (&chart, rule, i, i, side_of (&chart, i, rule->beyond));
          break;
        case BL_RULE_RUN:
        case BL_RULE_HUGGING:
        case BL_RULE_AVOIDING:
          find_stretches (&chart, rule);
          break;
        case BL_RULE_TREND:
        case BL_RULE_ALTERNATING:
          find_steps (&chart, rule);
          break;
        case BL_RULE_NEAR:
          find_near (&chart, rule);
          break;
        case BL_RULE_LONGEST_RUN:
        case BL_RULE_CROSSINGS:
        case BL_RULE_RUNS:
          break; /* of run charts: bl_run_chart_apply() */
        }
    }
  return chart.hits;
}
