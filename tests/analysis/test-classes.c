/* test-classes.c: values into groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "classes.h"

#include "published.h"

static BlClasses *
classes_of (BlValueKind kind, const double *numbers, guint n, const char *name, const double *population)
{
  BlFacts facts = { .n_areas = n, .population = population, .n_values = 1 };
  BlClasses *classes;

  facts.values = g_malloc0 (sizeof *facts.values);
  facts.values[0].name = (char *) name;
  facts.values[0].kind = kind;
  facts.values[0].numbers = numbers;
  classes = bl_classes_new (&facts, 0);
  g_free (facts.values);
  return classes;
}

static void
assert_labels (const BlClasses *classes, const char *const *labels)
{
  for (guint g = 0; g < classes->n; g++)
    {
      g_assert_nonnull (labels[g]);
      g_assert_cmpstr (classes->labels[g], ==, labels[g]);
    }
  g_assert_null (labels[classes->n]);
}

/* People by pairs of deciles: the legend of the mock-up. */
static void
test_newcastle_deciles (void)
{
  static const char *const labels[] = { "9–10", "7–8", "5–6", "3–4", "1–2", NULL };
  static const double people[] = { 47834, 35195, 54121, 51701, 113969 };
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlClasses) deciles = NULL, ranks = NULL, counts = NULL;
  double sum = 0;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  deciles = bl_classes_new (facts, (guint) bl_facts_find_value (facts, "imd_decile"));
  g_assert_cmpuint (deciles->n, ==, 5);
  assert_labels (deciles, labels);
  for (guint g = 0; g < 5; g++)
    g_assert_cmpfloat (deciles->people[g], ==, people[g]);
  g_assert_true (deciles->low_is_most);
  g_assert_cmpstr (deciles->low_words, ==, "most deprived");
  g_assert_cmpstr (deciles->high_words, ==, "least");
  g_assert_cmpuint (deciles->unknown, ==, 0);

  /* Fifths of the national ranks are pairs of deciles. */
  ranks = bl_classes_new (facts, (guint) bl_facts_find_value (facts, "imd_rank"));
  g_assert_cmpstr (ranks->labels[4], ==, "1–6,568");
  g_assert_cmpstr (ranks->labels[0], ==, "26,276–32,844");
  for (guint i = 0; i < facts->n_areas; i++)
    g_assert_cmpint (ranks->by_area[i], ==, deciles->by_area[i]);

  counts = bl_classes_new (facts, (guint) bl_facts_find_value (facts, "population"));
  g_assert_cmpuint (counts->n, ==, 5);
  g_assert_false (counts->low_is_most);
  for (guint g = 0; g < 5; g++)
    {
      g_assert_cmpuint (counts->areas[g], >=, 175 / 5 - 4);
      g_assert_cmpuint (counts->areas[g], <=, 175 / 5 + 4);
      sum += counts->people[g];
    }
  g_assert_cmpfloat (sum, ==, 302820);
}

static void
test_unknown (void)
{
  const double deciles[] = { 1, 10, NAN, 0, 11, 5 };
  static const int expected[] = { 4, 0, -1, -1, -1, 2 };
  g_autoptr (BlClasses) classes = classes_of (BL_VALUE_KIND_DECILE, deciles, 6, "health_decile", NULL);

  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (classes->by_area[i], ==, expected[i]);
  g_assert_cmpuint (classes->unknown, ==, 3);
  g_assert_true (isnan (classes->people[0]));
  g_assert_null (classes->low_words);
}

static void
test_quintiles (void)
{
  static const char *const labels[] = { "under 30", "30–49", "50–69", "70–89", "90 and over", NULL };
  static const char *const tenths[] = { "under 3.0", "3.0–4.9", "5.0–6.9", "7.0–8.9", "9.0 and over", NULL };
  const double counts[] = { 10, 20, 30, 40, 50, 60, 70, 80, 90, 100 };
  const double rates[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.05 };
  const double people[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
  g_autoptr (BlClasses) first = classes_of (BL_VALUE_KIND_COUNT, counts, 10, "loans", people);
  g_autoptr (BlClasses) second = classes_of (BL_VALUE_KIND_RATE, rates, 10, "share", people);

  assert_labels (first, labels);
  assert_labels (second, tenths);
  for (guint g = 0; g < 5; g++)
    {
      g_assert_cmpuint (first->areas[g], ==, 2);
      g_assert_cmpfloat (first->people[g], ==, 2);
      g_assert_cmpuint (second->areas[g], ==, 2);
    }
}

/* Every number is in one group, equal numbers in the same, labels tell them apart. */
static void
test_awkward (void)
{
  const double same[] = { 7, 7, 7 }, two[] = { 1, 1, 2 }, zeros[] = { 0, 0, 0, 0, 0, 0, 0, 3, 9 },
               none[] = { NAN, NAN };
  const double small[] = { 0.001, 0.002, 0.003, 0.004, 0.005, 0.006 }, minus[] = { -30, -20, -10, 0, 10 };
  const double rank[] = { 1, 2, 3 };
  const struct
  {
    const double *numbers;
    guint n, groups;
    BlValueKind kind;
  } cases[] = {
    { same, 3, 1, BL_VALUE_KIND_COUNT },  { two, 3, 2, BL_VALUE_KIND_COUNT },
    { zeros, 9, 3, BL_VALUE_KIND_COUNT }, { none, 2, 0, BL_VALUE_KIND_RATE },
    { small, 6, 5, BL_VALUE_KIND_RATE },  { minus, 5, 5, BL_VALUE_KIND_UNKNOWN },
    { rank, 3, 5, BL_VALUE_KIND_RANK },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (BlClasses) classes = classes_of (cases[c].kind, cases[c].numbers, cases[c].n, "value", NULL);
      guint areas = 0;

      if (cases[c].groups > 0 && cases[c].kind != BL_VALUE_KIND_COUNT)
        g_assert_cmpuint (classes->n, ==, cases[c].groups);
      g_assert_cmpuint (classes->n, <=, BL_CLASSES_MAX);
      for (guint g = 0; g < classes->n; g++)
        {
          g_assert_nonnull (classes->labels[g]);
          areas += classes->areas[g];
          for (guint h = 0; h < g; h++)
            g_assert_cmpstr (classes->labels[g], !=, classes->labels[h]);
        }
      g_assert_cmpuint (areas + classes->unknown, ==, cases[c].n);
      for (guint i = 0; i < cases[c].n; i++)
        for (guint j = 0; j < cases[c].n; j++)
          {
            if (isnan (cases[c].numbers[i]) || isnan (cases[c].numbers[j]))
              continue;
            if (cases[c].numbers[i] == cases[c].numbers[j])
              g_assert_cmpint (classes->by_area[i], ==, classes->by_area[j]);
            if (cases[c].numbers[i] < cases[c].numbers[j] && !classes->low_is_most)
              g_assert_cmpint (classes->by_area[i], <=, classes->by_area[j]);
          }
    }
}

static BlClasses *
classes_by (const double *numbers, guint n, BlValueKind kind, const char *rule_text, double middle, const guint8 *few)
{
  BlFacts facts = { .n_areas = n };
  BlClassRule rule;
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_class_rule_parse (rule_text, &rule, &error));
  g_assert_no_error (error);
  rule.about = !isnan (middle);
  rule.middle = middle;
  return bl_classes_new_by (&facts, &(BlClassFigures){ .kind = kind, .numbers = numbers, .few = few }, &rule);
}

/* Twelve figures by each rule, worked by hand. */
static void
test_rules (void)
{
  const double numbers[] = { 1, 2, 2, 3, 4, 8, 9, 10, 20, 21, 39, 41 };
  const struct
  {
    const char *rule;
    const char *labels[BL_CLASSES_MAX + 1];
    guint areas[BL_CLASSES_MAX];
  } cases[] = {
    /* Starts at the figures 0, 3, 6 and 9 from the lowest. */
    { "quantile:4", { "1–2", "3–8", "9–20", "21–41" }, { 3, 3, 3, 3 } },
    /* 1 … 41 in four of 10: from 1, 11, 21, 31. */
    { "equal:4", { "under 11", "11–20", "21–30", "31 and over" }, { 8, 1, 1, 2 } },
    { "natural:3", { "1–10", "20–21", "39–41" }, { 8, 2, 2 } },
    { "3,10,50", { "under 3", "3–9", "10–49", "50 and over" }, { 3, 4, 5, 0 } },
    { "2.5; 20", { "under 3", "3–19", "20 and over" }, { 3, 5, 4 } },
    { "natural:2", { "1–10", "20–41" }, { 8, 4 } },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (BlClasses) classes
          = classes_by (numbers, G_N_ELEMENTS (numbers), BL_VALUE_KIND_COUNT, cases[c].rule, NAN, NULL);

      assert_labels (classes, cases[c].labels);
      for (guint g = 0; g < classes->n; g++)
        g_assert_cmpuint (classes->areas[g], ==, cases[c].areas[g]);
      g_assert_cmpuint (classes->n_steps, ==, 0);
      g_assert_cmpfloat (classes->fit, >, 0.3);
      g_assert_cmpfloat (classes->fit, <=, 1);
    }
}

/* Deciles by own limits: the low ones stay the most need. */
static void
test_rules_low_is_most (void)
{
  static const char *const labels[] = { "9 and over", "4–8", "under 4", NULL };
  const double deciles[] = { 1, 3, 4, 8, 9, 10 };
  static const int expected[] = { 2, 2, 1, 1, 0, 0 };
  g_autoptr (BlClasses) classes = classes_by (deciles, 6, BL_VALUE_KIND_DECILE, "4,9", NAN, NULL);

  assert_labels (classes, labels);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (classes->by_area[i], ==, expected[i]);
}

static void
assert_steps (const BlClasses *classes, guint n, const int *steps)
{
  g_assert_cmpuint (classes->n, ==, n);
  for (guint g = 0; g < n; g++)
    g_assert_cmpint (classes->steps[g], ==, steps[g]);
}

/* About a middle: the same number of steps is as far out on either side. */
static void
test_middle (void)
{
  const double numbers[] = { -4, -3, -1, 0, 1, 2, 6, 8 };
  static const int two_and_two[] = { -2, -1, 1, 2 }, own[] = { -1, 0, 1 }, above[] = { 1, 2 }, below[] = { -2, -1 };
  static const int own_limit[] = { -2, -1, 1 }, three[] = { -1, 1, 2 };
  static const char *const labels[] = { "under 0", "0–3", "4 and over", NULL };
  g_autoptr (BlClasses) equal = classes_by (numbers, 8, BL_VALUE_KIND_COUNT, "equal:4", 0, NULL);
  g_autoptr (BlClasses) quantile = classes_by (numbers, 8, BL_VALUE_KIND_COUNT, "quantile:5", 0, NULL);
  g_autoptr (BlClasses) usual = classes_by (numbers, 8, BL_VALUE_KIND_COUNT, "usual", 0, NULL);
  g_autoptr (BlClasses) limits = classes_by (numbers, 8, BL_VALUE_KIND_COUNT, "-2,2", 0, NULL);
  g_autoptr (BlClasses) at_limit = classes_by (numbers, 8, BL_VALUE_KIND_COUNT, "-2,0", 0, NULL);
  g_autoptr (BlClasses) all_above = classes_by (numbers, 8, BL_VALUE_KIND_COUNT, "natural:4", -10, NULL);
  g_autoptr (BlClasses) all_below = classes_by (numbers, 8, BL_VALUE_KIND_COUNT, "natural:4", 10, NULL);

  /* 8 is farthest from 0: steps of 4 on both sides, and none below −4, where nothing is. */
  assert_steps (equal, 3, three);
  g_assert_cmpuint (equal->n_steps, ==, 2);
  assert_labels (equal, labels);
  g_assert_cmpuint (equal->areas[0], ==, 3);
  g_assert_cmpuint (equal->areas[1], ==, 3);
  g_assert_cmpuint (equal->areas[2], ==, 2);
  assert_steps (quantile, 4, two_and_two);
  assert_steps (usual, 4, two_and_two);
  assert_steps (limits, 3, own);
  assert_steps (at_limit, 3, own_limit);
  assert_steps (all_above, 2, above);
  assert_steps (all_below, 2, below);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpint (quantile->steps[quantile->by_area[i]] < 0, ==, numbers[i] < 0);
}

static void
test_few (void)
{
  const double members[] = { NAN, 0, 5, 12, NAN };
  const guint8 few[] = { 1, 0, 0, 0, 0 };
  g_autoptr (BlClasses) classes = classes_by (members, 5, BL_VALUE_KIND_COUNT, "natural:2", NAN, few);

  g_assert_cmpint (classes->by_area[0], ==, BL_CLASS_FEW);
  g_assert_cmpint (classes->by_area[4], ==, BL_CLASS_NONE);
  g_assert_cmpuint (classes->few, ==, 1);
  g_assert_cmpuint (classes->unknown, ==, 1);
  g_assert_cmpuint (classes->areas[0] + classes->areas[1], ==, 3);
}

static void
test_rule_text (void)
{
  static const char *const good[] = { "usual", "quantile", "equal:4", "natural:7", "10,20.5,50", "-3,0,3" };
  static const char *const bad[] = { "",       "jenks",    "natural:1", "equal:8", "natural:x",
                                     "10,5",   "10,10",    "1,2,3,4,5,6,7", "usual:4", "1,,2" };
  BlClassRule rule, spaced;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (bl_class_rule_parse (good[i], &rule, NULL));
      text = bl_class_rule_to_text (&rule);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bl_class_rule_parse (bad[i], &rule, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
    }
  g_assert_true (bl_class_rule_parse ("1000,2000", &rule, NULL));
  g_assert_true (bl_class_rule_parse ("1,000; 2,000", &spaced, NULL));
  g_assert_true (bl_class_rule_equal (&rule, &spaced));
  g_assert_true (bl_class_rule_parse ("1,000, 2,000", &spaced, NULL));
  g_assert_true (bl_class_rule_equal (&rule, &spaced));
  spaced.about = TRUE;
  g_assert_false (bl_class_rule_equal (&rule, &spaced));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/classes/newcastle", test_newcastle_deciles);
  g_test_add_func ("/analysis/classes/unknown", test_unknown);
  g_test_add_func ("/analysis/classes/quintiles", test_quintiles);
  g_test_add_func ("/analysis/classes/awkward", test_awkward);
  g_test_add_func ("/analysis/classes/rules", test_rules);
  g_test_add_func ("/analysis/classes/rules-low-is-most", test_rules_low_is_most);
  g_test_add_func ("/analysis/classes/middle", test_middle);
  g_test_add_func ("/analysis/classes/few", test_few);
  g_test_add_func ("/analysis/classes/rule-text", test_rule_text);
  return g_test_run ();
}
