/* test-equality.c: shares of groups that Gosforth's closing affects; what there is no data of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "equality.h"

#include "scenario-fixture.h"

#include <math.h>

static const double mile = BL_MILE;
static const BlAccessQuestion within_a_mile = { .limits = &mile, .n_limits = 1 };

static const BlEqualityRow *
find_row (const BlEquality *equality, const char *key)
{
  for (guint i = 0; i < equality->n_rows; i++)
    if (g_str_equal (equality->rows[i].key, key))
      return &equality->rows[i];
  g_error ("no row %s", key);
}

/* expected.md: 6,103 of 55,053 aged 60 and over, 4,307 of 50,575 children, nobody of
 * 113,969 in deciles 1 and 2, 23,502 of 302,820 people. */
static void
test_gosforth (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  g_autoptr (BlConsequences) it = NULL;
  g_autoptr (BlEquality) equality = NULL, lost = NULL;
  g_autoptr (BlScenarioEffect) effect = bl_scenario_effect_new ("effect-1"),
                               race = bl_scenario_effect_new ("effect-2");
  g_autofree char *finding = NULL, *sentence = NULL, *none = NULL, *missing = NULL;
  BlGroupCounts *groups[3];
  const BlEqualityRow *row;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  scenario = closing (facts, "Gosforth Library");
  bl_record_set_text (BL_RECORD (effect), "group", "aged_60_plus");
  bl_record_set_text (BL_RECORD (effect), "judgement", "Two day centres stand beside it.");
  bl_record_append (BL_RECORD (scenario), "effects", BL_RECORD (effect));
  bl_record_set_text (BL_RECORD (race), "group", "race");
  bl_record_set_text (BL_RECORD (race), "mitigation", "Ask the faith forum.");
  bl_record_append (BL_RECORD (scenario), "effects", BL_RECORD (race));
  changed = bl_scenario_apply (facts, scenario, NULL);
  it = bl_consequences_compute (facts, changed, &within_a_mile, NULL, NULL, groups, 3, NULL);
  equality = bl_equality_compute (it, groups, 3, BL_AFFECTED_MOVED, scenario);

  g_assert_cmpfloat_with_epsilon (equality->everyone_share, 100 * 23502.0 / 302820, 1e-9);
  row = find_row (equality, "aged_60_plus");
  g_assert_cmpint (row->characteristic, ==, BL_CHARACTERISTIC_AGE);
  g_assert_cmpfloat_with_epsilon (row->share, 100 * 6103.0 / 55053, 1e-9);
  g_assert_cmpfloat_with_epsilon (row->ratio, 6103.0 / 55053 / (23502.0 / 302820), 1e-9);
  g_assert_cmpint (row->direction, ==, BL_DIRECTION_OF_EFFECT_MORE);
  g_assert_cmpstr (row->judgement, ==, "Two day centres stand beside it.");
  g_assert_null (row->mitigation);
  g_assert_cmpfloat (row->extra_distance, >, 0);
  g_assert_cmpint (find_row (equality, "aged_0_15")->direction, ==, BL_DIRECTION_OF_EFFECT_ALIKE); /* 1.097 */
  row = find_row (equality, "imd_decile<=2");
  g_assert_cmpint (row->characteristic, ==, BL_CHARACTERISTIC_LOCAL);
  g_assert_cmpint (row->direction, ==, BL_DIRECTION_OF_EFFECT_NOBODY);
  g_assert_true (row->known);

  /* Two of age, eight characteristics without data, one local. */
  g_assert_cmpuint (equality->n_rows, ==, 11);
  row = find_row (equality, "race");
  g_assert_false (row->known);
  g_assert_true (isnan (row->share));
  g_assert_cmpint (row->direction, ==, BL_DIRECTION_OF_EFFECT_UNKNOWN);
  g_assert_cmpstr (row->mitigation, ==, "Ask the faith forum.");

  finding = bl_equality_finding (equality);
  sentence = bl_equality_row_sentence (equality, 0);
  missing = bl_equality_row_sentence (equality, 2);
  none = bl_equality_row_sentence (equality, 10);
  g_assert_cmpstr (finding, ==, "aged_60_plus: more affected than everyone");
  g_assert_cmpstr (sentence, ==, "11.1% of them, 7.8% of everyone: 1.4 times the share.");
  g_assert_cmpstr (missing, ==, "No data held.");
  g_assert_cmpstr (none, ==, "Nobody of them; 7.8% of everyone.");

  lost = bl_equality_compute (it, groups, 3, BL_AFFECTED_LOST, NULL);
  g_assert_cmpfloat (lost->everyone_affected, ==, 9146);
  g_assert_cmpfloat (find_row (lost, "aged_60_plus")->affected, ==, 2328);
  g_assert_null (find_row (lost, "aged_60_plus")->judgement);
  clear_groups (groups);
}

static void
test_nobody (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlConsequences) it = NULL;
  g_autoptr (BlEquality) equality = NULL, bare = NULL;
  g_autofree char *finding = NULL, *nothing = NULL;
  BlGroupCounts *groups[3];

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  take_groups (facts, groups);
  it = bl_consequences_compute (facts, facts, &within_a_mile, NULL, NULL, groups, 3, NULL);
  equality = bl_equality_compute (it, groups, 3, BL_AFFECTED_MOVED, NULL);
  finding = bl_equality_finding (equality);
  g_assert_cmpstr (finding, ==, "Nobody is affected");
  g_assert_cmpint (equality->rows[0].direction, ==, BL_DIRECTION_OF_EFFECT_NOBODY);
  bare = bl_equality_compute (it, NULL, 0, BL_AFFECTED_MOVED, NULL);
  g_assert_cmpuint (bare->n_rows, ==, 9);
  nothing = bl_equality_finding (bare);
  g_assert_cmpstr (nothing, ==, "No data held on any group");
  clear_groups (groups);
}

static void
test_characteristics (void)
{
  static const struct
  {
    const char *group;
    BlCharacteristic of;
  } groups[] = {
    { "aged_60_plus", BL_CHARACTERISTIC_AGE },
    { "children", BL_CHARACTERISTIC_AGE },
    { "over_75_alone", BL_CHARACTERISTIC_AGE },
    { "disabled", BL_CHARACTERISTIC_DISABILITY },
    { "long_term_illness", BL_CHARACTERISTIC_DISABILITY },
    { "ethnic_minority", BL_CHARACTERISTIC_RACE },
    { "asian", BL_CHARACTERISTIC_RACE },
    { "muslim", BL_CHARACTERISTIC_RELIGION },
    { "women", BL_CHARACTERISTIC_SEX },
    { "female_65", BL_CHARACTERISTIC_SEX },
    { "sexual_orientation_gay", BL_CHARACTERISTIC_ORIENTATION },
    { "trans", BL_CHARACTERISTIC_GENDER_REASSIGNMENT },
    { "pregnant", BL_CHARACTERISTIC_PREGNANCY },
    { "civil_partnership", BL_CHARACTERISTIC_MARRIAGE },
    { "no_car", BL_CHARACTERISTIC_LOCAL },
    { "imd_decile<=2", BL_CHARACTERISTIC_LOCAL },
    { "public_transport_poor", BL_CHARACTERISTIC_LOCAL },
    { "village", BL_CHARACTERISTIC_LOCAL },
    { "mental_skill", BL_CHARACTERISTIC_LOCAL },
    { NULL, BL_CHARACTERISTIC_LOCAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_cmpint (bl_characteristic_of (groups[i].group), ==, groups[i].of);
  for (guint c = 0; c < BL_N_CHARACTERISTICS; c++)
    {
      g_assert_nonnull (bl_characteristic_get_key (c));
      g_assert_nonnull (bl_characteristic_get_title (c));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/equality/gosforth", test_gosforth);
  g_test_add_func ("/equality/nobody", test_nobody);
  g_test_add_func ("/equality/characteristics", test_characteristics);
  return g_test_run ();
}
