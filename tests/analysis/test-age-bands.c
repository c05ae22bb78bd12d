/* test-age-bands.c: ages are known by the names of their counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "age-bands.h"

#include "made.h"

static void
test_names (void)
{
  const struct
  {
    const char *name;
    gboolean is;
    guint first, last;
  } names[] = {
    { "aged_0_15", TRUE, 0, 15 },    { "aged_60_plus", TRUE, 60, G_MAXUINT }, { "aged_7_7", TRUE, 7, 7 },
    { "aged_", FALSE, 0, 0 },        { "aged_0", FALSE, 0, 0 },               { "aged_0_", FALSE, 0, 0 },
    { "aged_15_0", FALSE, 0, 0 },    { "aged_0_15x", FALSE, 0, 0 },           { "aged_-1_5", FALSE, 0, 0 },
    { "aged_0_999", FALSE, 0, 0 },   { "managed_0_15", FALSE, 0, 0 },         { "aged_plus", FALSE, 0, 0 },
    { "aged_99999999999999999999_plus", FALSE, 0, 0 },                        { NULL, FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint first = 0, last = 0;

      g_assert_cmpint (bl_age_bands_parse (names[i].name, &first, &last), ==, names[i].is);
      if (names[i].is)
        {
          g_assert_cmpuint (first, ==, names[i].first);
          g_assert_cmpuint (last, ==, names[i].last);
        }
    }
}

/* In any order, without those that hold others, without shares and without people of no age. */
static void
test_find (void)
{
  const BlPoint point = { 0, 0 };
  const double one = 1;
  g_autoptr (BlProject) project = made_project_new (&point, &one, 1);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GPtrArray) bands = NULL;
  const char *const titles[] = { "0 to 4", "5 to 15", "16 to 64", "65 and over" };

  made_value_add (project, "aged_65_plus", BL_VALUE_KIND_COUNT, &one, 1);
  made_value_add (project, "aged_0_15", BL_VALUE_KIND_COUNT, &one, 1);
  made_value_add (project, "aged_5_15", BL_VALUE_KIND_COUNT, &one, 1);
  made_value_add (project, "aged_0_4", BL_VALUE_KIND_COUNT, &one, 1);
  made_value_add (project, "aged_16_64", BL_VALUE_KIND_COUNT, &one, 1);
  made_value_add (project, "aged_16_24", BL_VALUE_KIND_RATE, &one, 1);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  bands = bl_age_bands_find (facts);
  g_assert_cmpuint (bands->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < bands->len; i++)
    g_assert_cmpstr (((const BlAgeBand *) g_ptr_array_index (bands, i))->title, ==, titles[i]);
  g_assert_cmpstr (facts->values[((const BlAgeBand *) g_ptr_array_index (bands, 0))->value].name, ==, "aged_0_4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/age-bands/names", test_names);
  g_test_add_func ("/age-bands/find", test_find);
  return g_test_run ();
}
