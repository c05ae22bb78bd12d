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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/classes/newcastle", test_newcastle_deciles);
  g_test_add_func ("/analysis/classes/unknown", test_unknown);
  g_test_add_func ("/analysis/classes/quintiles", test_quintiles);
  g_test_add_func ("/analysis/classes/awkward", test_awkward);
  return g_test_run ();
}
