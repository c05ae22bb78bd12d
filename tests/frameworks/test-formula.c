/* test-formula.c: formulas over base measures, by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "formula.h"

static BlFormulaPart
part (double value, BlState state)
{
  return (BlFormulaPart){ value, NAN, NAN, state, state == BL_STATE_ESTIMATE };
}

static BlFormulaResult
work_out (const char *text, const BlFormulaPart *parts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFormula) formula = bl_formula_parse (text, &error);

  g_assert_no_error (error);
  return bl_formula_evaluate (formula, parts);
}

/* Indicator-content 6.3: Newcastle 551,234 ÷ 320,605 = 1,719.36 per 1,000; 5.9 and 4.4, example 20. */
static void
test_published (void)
{
  const BlFormulaPart visits[] = { part (551234, BL_STATE_MEASURED), part (320605, BL_STATE_MEASURED) };
  const BlFormulaPart loans[] = { part (285690, BL_STATE_MEASURED), part (551116, BL_STATE_MEASURED) };
  const BlFormulaPart stops[] = { part (77938, BL_STATE_MEASURED), part (140601, BL_STATE_MEASURED) };
  BlFormulaResult result = work_out ("1000 × visits_all ÷ pop_all", visits);

  g_assert_cmpfloat_with_epsilon (result.value, 1719.36, 0.005);
  g_assert_cmpfloat (result.numerator, ==, 551234);
  g_assert_cmpfloat (result.denominator, ==, 320605);
  g_assert_cmpint (result.state, ==, BL_STATE_MEASURED);
  g_assert_cmpfloat_with_epsilon (work_out ("loans_physical_all ÷ visits_all", loans).value, 0.5184, 0.00005);
  g_assert_cmpfloat_with_epsilon (work_out ("100 × pop_remote_near_stop ÷ pop_remote", stops).value, 55.4, 0.05);
}

static void
test_order (void)
{
  const BlFormulaPart parts[] = { part (6, BL_STATE_MEASURED), part (3, BL_STATE_MEASURED), part (2, BL_STATE_MEASURED) };
  const struct
  {
    const char *text;
    double value, numerator, denominator;
  } cases[] = {
    { "a + b × c", 12, NAN, NAN },
    { "(a + b) × c", 18, NAN, NAN },
    { "a - b - c", 1, NAN, NAN },
    { "a − b + c", 5, NAN, NAN },
    { "a ÷ b ÷ c", 1, 6, 6 },
    { "a/b*c", 4, 12, 3 },
    { "a ÷ (b × c)", 1, 6, 6 },
    { "(a ÷ b) ÷ (c ÷ a)", 6, 6, 1 },
    { "100 × (a - b) ÷ b", 100, 3, 3 },
    { "a × 2 ÷ 4", 3, NAN, NAN },
    { "1000×52×a÷b", 104000, 6, 3 },
    { " a ", 6, NAN, NAN },
    { "2.5 × a", 15, NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlFormula) formula = bl_formula_parse (cases[i].text, NULL);
      BlFormulaPart own[3];
      BlFormulaResult result;

      g_assert_nonnull (formula);
      for (guint k = 0; k < bl_formula_get_n_names (formula); k++)
        own[k] = parts[bl_formula_get_names (formula)[k][0] - 'a'];
      result = bl_formula_evaluate (formula, own);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpfloat_with_epsilon (result.value, cases[i].value, 1e-9);
      if (isnan (cases[i].denominator))
        g_assert_true (isnan (result.denominator));
      else
        {
          g_assert_cmpfloat_with_epsilon (result.numerator, cases[i].numerator, 1e-9);
          g_assert_cmpfloat_with_epsilon (result.denominator, cases[i].denominator, 1e-9);
        }
    }
}

static void
test_states (void)
{
  const BlState order[] = { BL_STATE_MEASURED, BL_STATE_ESTIMATE, BL_STATE_PROXY, BL_STATE_SUPPRESSED, BL_STATE_NO_DATA };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < G_N_ELEMENTS (order); k++)
      {
        BlFormulaPart parts[] = { part (i < 3 ? 10 : NAN, order[i]), part (k < 3 ? 5 : NAN, order[k]) };
        BlFormulaResult result = work_out ("a ÷ b", parts);

        g_assert_cmpint (result.state, ==, order[MAX (i, k)]);
        g_assert_true (isnan (result.value) == (MAX (i, k) >= 3));
        g_assert_cmpint (bl_state_weaker (order[i], order[k]), ==, order[MAX (i, k)]);
        if (i < 3 && k >= 3)
          g_assert_cmpint (result.missing, ==, 1);
      }
  g_assert_cmpint (bl_state_weaker (BL_STATE_UNKNOWN, BL_STATE_PROXY), ==, BL_STATE_PROXY);
}

static void
test_nothing (void)
{
  const BlFormulaPart zero[] = { part (10, BL_STATE_MEASURED), part (0, BL_STATE_MEASURED) };
  const BlFormulaPart lost[] = { part (NAN, BL_STATE_MEASURED), part (4, BL_STATE_MEASURED) };
  BlFormulaResult result = work_out ("a ÷ b", zero);

  g_assert_true (isnan (result.value));
  g_assert_true (result.divided_by_zero);
  g_assert_cmpint (result.state, ==, BL_STATE_NO_DATA);
  g_assert_cmpint (result.missing, ==, -1);
  result = work_out ("a + b", lost); /* never 4 */
  g_assert_true (isnan (result.value));
  g_assert_cmpint (result.missing, ==, 0);
  /* 0 is a figure. */
  g_assert_cmpfloat (work_out ("b + a", zero).value, ==, 10);
}

static void
test_interval (void)
{
  const BlFormulaPart survey[] = { { 0.23, 0.19, 0.27, BL_STATE_ESTIMATE, 1 } };
  BlFormulaResult result = work_out ("100 × survey_used_pct", survey);

  g_assert_cmpfloat_with_epsilon (result.low, 19, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.high, 27, 1e-9);
  g_assert_cmpfloat (result.estimated, ==, 1);
}

static void
test_lines (void)
{
  g_autoptr (BlFormula) formula = bl_formula_parse ("(a ÷ b) ÷ (c ÷ d) × a", NULL);

  g_assert_cmpuint (bl_formula_get_n_names (formula), ==, 4);
  g_assert_false (bl_formula_is_denominator (formula, 0));
  g_assert_true (bl_formula_is_denominator (formula, 1));
  g_assert_true (bl_formula_is_denominator (formula, 2));
  g_assert_false (bl_formula_is_denominator (formula, 3));
}

static void
test_bad (void)
{
  const struct
  {
    const char *text, *words;
  } cases[] = {
    { "", "ends where" },         { "a +", "ends where" },        { "a b", "a sign between" },
    { "(a", "parenthesis" },      { "a)", "a sign between" },     { "÷ a", "“÷”" },
    { "a × × b", "character 5" }, { "1.2.3 × a", "a number" },    { "a % b", "“%”" },
    { "-a", "“-”" },              { "a ÷ ()", "“)”" },            { "é", "“é”" },
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *nested = g_strnfill (200, '(');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlFormula) formula = bl_formula_parse (cases[i].text, &error);

      g_assert_null (formula);
      g_assert_error (error, BL_FORMULA_ERROR, BL_FORMULA_ERROR_SYNTAX);
      g_test_message ("%s: %s", cases[i].text, error->message);
      g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].words));
    }
  g_assert_null (bl_formula_parse (deep, NULL));
  g_assert_null (bl_formula_parse (nested, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/published", test_published);
  g_test_add_func ("/formula/order", test_order);
  g_test_add_func ("/formula/states", test_states);
  g_test_add_func ("/formula/nothing", test_nothing);
  g_test_add_func ("/formula/interval", test_interval);
  g_test_add_func ("/formula/lines", test_lines);
  g_test_add_func ("/formula/bad", test_bad);
  return g_test_run ();
}
