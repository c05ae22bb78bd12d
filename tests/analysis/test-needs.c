/* test-needs.c: indices of need worked by hand, and the published order of Newcastle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "need-presets.h"
#include "needs-findings.h"
#include "needs-measure.h"

#include "published.h"

#define NEAR 1e-9

/* --- Scaling, by hand ------------------------------------------------------ */

static void
assert_scaled (const double *raw, guint n, BlDirection direction, BlNormalise normalise, const double *expected)
{
  g_autofree double *scaled = g_new (double, n);

  bl_needs_scale (raw, n, direction, normalise, scaled);
  for (guint i = 0; i < n; i++)
    if (isnan (expected[i]))
      g_assert_true (isnan (scaled[i]));
    else
      g_assert_cmpfloat_with_epsilon (scaled[i], expected[i], NEAR);
}

/* 10, 20, 20, 40, not known: places 1, 2.5, 2.5, 4 of 4. */
static void
test_scale (void)
{
  const double raw[] = { 10, 20, 20, 40, NAN };

  assert_scaled (raw, 5, BL_DIRECTION_MORE, BL_NORMALISE_RANK, (double[]){ 0, 50, 50, 100, NAN });
  assert_scaled (raw, 5, BL_DIRECTION_LESS, BL_NORMALISE_RANK, (double[]){ 100, 50, 50, 0, NAN });
  assert_scaled (raw, 5, BL_DIRECTION_MORE, BL_NORMALISE_MIN_MAX,
                 (double[]){ 0, 100.0 / 3, 100.0 / 3, 100, NAN });
  /* (place - ½) × 10 / 4: 1.25, 5, 5, 8.75: tenths 1, 5, 5, 8 above the lowest. */
  assert_scaled (raw, 5, BL_DIRECTION_MORE, BL_NORMALISE_DECILE,
                 (double[]){ 100.0 / 9, 500.0 / 9, 500.0 / 9, 800.0 / 9, NAN });
  /* Mean 3, deviation 2 of 1, 1, 5, 5: z -1 and 1; Φ(1) = 0.8413447461 in any table. */
  {
    const double even[] = { 1, 1, 5, 5 };
    double scaled[4];

    bl_needs_scale (even, 4, BL_DIRECTION_MORE, BL_NORMALISE_Z, scaled);
    g_assert_cmpfloat_with_epsilon (scaled[0], 15.86552539, 1e-7);
    g_assert_cmpfloat_with_epsilon (scaled[3], 84.13447461, 1e-7);
  }
}

/* Nothing to tell apart says nothing: the middle; and nothing known stays not known. */
static void
test_scale_edges (void)
{
  const double same[] = { 7, NAN, 7 }, one[] = { 3 }, none[] = { NAN, NAN }, endless[] = { INFINITY, 1, 2 };

  for (BlNormalise how = BL_NORMALISE_RANK; how <= BL_NORMALISE_MIN_MAX; how++)
    {
      assert_scaled (same, 3, BL_DIRECTION_MORE, how, (double[]){ 50, NAN, 50 });
      assert_scaled (one, 1, BL_DIRECTION_LESS, how, (double[]){ 50 });
      assert_scaled (none, 2, BL_DIRECTION_MORE, how, (double[]){ NAN, NAN });
    }
  assert_scaled (endless, 3, BL_DIRECTION_MORE, BL_NORMALISE_RANK, (double[]){ NAN, 0, 100 });
}

/* --- An index, by hand ------------------------------------------------------ */

static void
add_value (BlProject *project, const char *name, BlValueKind kind, const double *numbers, guint n)
{
  g_autoptr (BlValueSet) value = bl_value_set_new (NULL);
  g_autoptr (BlTable) table = bl_table_new_numbers (numbers, n);

  bl_record_set_text (BL_RECORD (value), "name", name);
  bl_record_set_enum (BL_RECORD (value), "kind", kind);
  bl_record_set_table (BL_RECORD (value), "numbers", table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
}

static void
add_library (BlProject *project, const char *name, double easting, double northing)
{
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  g_autoptr (BlStatus) status = bl_status_new (NULL);

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  bl_record_set_real (BL_RECORD (library), "easting", easting);
  bl_record_set_real (BL_RECORD (library), "northing", northing);
  bl_record_set_integer (BL_RECORD (status), "year", 2023);
  bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
}

/* Five areas on a line, a library at each end. Of the fourth the rank is not known, of the fifth neither is. */
static BlFacts *
line_of_five (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("needs");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlAreas) areas = bl_areas_new (NULL);
  const char *const codes[] = { "A", "B", "C", "D", "E" };
  const BlPoint points[] = { { 400000, 500000 }, { 401000, 500000 }, { 402000, 500000 }, { 408000, 500000 },
                             { 409000, 500000 } };
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, 5), point_table = bl_table_new_points (points, 5);

  bl_project_begin (project, "Make it");
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "points", point_table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  add_value (project, "population", BL_VALUE_KIND_COUNT, (double[]){ 1000, 2000, 500, 1500, 100 }, 5);
  add_value (project, "imd_rank", BL_VALUE_KIND_RANK, (double[]){ 10, 300, 200, NAN, NAN }, 5);
  add_value (project, "no_car", BL_VALUE_KIND_COUNT, (double[]){ 200, 100, 200, 300, NAN }, 5);
  add_library (project, "West Library", 400000, 500000);
  add_library (project, "East Library", 409000, 500000);
  bl_project_commit (project);
  return bl_facts_new (project);
}

/* Deprivation 10, 300, 200: the lowest rank is the most need: 100, 0, 50. No car per person 20, 5, 40, 20 %:
 * places 2.5, 1, 4, 2.5: 50, 0, 100, 50. Weights 60 and 40. */
static void
test_index (void)
{
  g_autoptr (BlFacts) facts = line_of_five ();
  g_autoptr (BlAccess) access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new_empty (FALSE);
  g_autoptr (BlNeeds) needs = NULL, libraries = NULL;
  g_autofree gint8 *fifths = NULL;
  const double expected[] = { 0.6 * 100 + 0.4 * 50, 0, 0.6 * 50 + 0.4 * 100 };

  bl_needs_question_add (question, "imd_rank", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 60);
  bl_needs_question_add (question, "share:no_car", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_RANK, 40);
  needs = bl_needs_compute (facts, question, access, NULL);
  g_assert_nonnull (needs);
  g_assert_cmpuint (needs->n_rows, ==, 5);
  g_assert_cmpfloat (needs->raw[1], ==, 20);
  g_assert_cmpfloat (needs->raw[2 * 2 + 1], ==, 40);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (needs->index[i], expected[i], NEAR);
  /* Of D only 40 of 100 of the weight is known, of E nothing: neither is ranked, neither is 0. */
  g_assert_true (isnan (needs->index[3]) && isnan (needs->index[4]));
  g_assert_cmpuint (needs->missing[3], ==, 1);
  g_assert_cmpuint (needs->missing[4], ==, 2);
  g_assert_cmpuint (needs->rank[0], ==, 1);
  g_assert_cmpuint (needs->rank[2], ==, 2);
  g_assert_cmpuint (needs->rank[1], ==, 3);
  g_assert_cmpuint (needs->rank[3], ==, 0);
  g_assert_cmpuint (needs->n_known, ==, 3);
  g_assert_cmpuint (needs->unknown[0], ==, 2);
  g_assert_cmpuint (needs->unknown[1], ==, 1);
  g_assert_cmpuint (needs->order[0], ==, 0);
  g_assert_cmpuint (needs->order[4], ==, 4);
  fifths = bl_needs_classes (needs, 3);
  g_assert_cmpint (fifths[0], ==, 2);
  g_assert_cmpint (fifths[2], ==, 1);
  g_assert_cmpint (fifths[1], ==, 0);
  g_assert_cmpint (fifths[3], ==, -1);

  /* West: A, B and C: (1000 × 80 + 2000 × 0 + 500 × 70) / 3500. East: nobody is known. */
  libraries = bl_needs_by_library (facts, question, access, needs);
  g_assert_cmpuint (libraries->n_rows, ==, 2);
  g_assert_cmpfloat_with_epsilon (libraries->index[0], 115000.0 / 3500, NEAR);
  g_assert_true (isnan (libraries->index[1]));
  g_assert_cmpuint (libraries->rank[0], ==, 1);
  g_assert_cmpuint (libraries->missing[1], ==, 1);

  /* With the weights the other way D is ranked on what is known, its weight as if it were all. */
  question->measures[0].weight = 40;
  question->measures[1].weight = 60;
  bl_needs_weigh (needs, question);
  g_assert_cmpfloat_with_epsilon (needs->index[3], 50, NEAR);
  g_assert_cmpfloat_with_epsilon (needs->index[2], 0.4 * 50 + 0.6 * 100, NEAR);
  g_assert_cmpuint (needs->rank[2], ==, 1);
}

/* Two areas alike share a rank and the next is left out. */
static void
test_ties (void)
{
  g_autoptr (BlFacts) facts = line_of_five ();
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new_empty (FALSE);
  g_autoptr (BlNeeds) needs = NULL;

  bl_needs_question_add (question, "share:no_car", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 1);
  needs = bl_needs_compute (facts, question, NULL, NULL);
  g_assert_cmpuint (needs->rank[2], ==, 1);
  g_assert_cmpuint (needs->rank[0], ==, 2);
  g_assert_cmpuint (needs->rank[3], ==, 2);
  g_assert_cmpuint (needs->rank[1], ==, 4);
}

static void
test_library_measures (void)
{
  g_autoptr (BlFacts) facts = line_of_five ();
  g_autoptr (BlAccess) access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  const BlNeedsQuestion question = { .of_libraries = TRUE };
  const struct
  {
    const char *value;
    double west, east;
  } cases[] = {
    { "catchment-population", 3500, 1600 },
    /* (1000 × 10 + 2000 × 300 + 500 × 200) / 3500; nothing known in the east. */
    { "catchment:imd_rank", 710000.0 / 3500, NAN },
    { "catchment:no_car", 100 * 500.0 / 3500, 100 * 300.0 / 1500 },
    { "catchment:share:no_car", 100 * 500.0 / 3500, 100 * 300.0 / 1500 },
    { "catchment:distance", (2000 * 1000 + 500 * 2000) / 3500.0, 1500 * 1000 / 1600.0 },
    { "isolation", 9000, 9000 },
    { "visits", NAN, NAN },
    { "exclusive", NAN, NAN },
    { "nonsense", NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double numbers[2];

      bl_needs_measure_of_libraries (facts, &question, access, cases[i].value, numbers);
      for (guint k = 0; k < 2; k++)
        if (isnan (k ? cases[i].east : cases[i].west))
          g_assert_true (isnan (numbers[k]));
        else
          g_assert_cmpfloat_with_epsilon (numbers[k], k ? cases[i].east : cases[i].west, NEAR);
    }
}

/* --- Firmness, by hand ------------------------------------------------------ */

/* Three areas by two measures: A 100 and 0, B 0 and 100, C 50 and 50. Weights 60 and 40: A 60, C 50, B 40. Ten
 * points more for the second: all are 50 and share the first place. Ten more for the first: A 70, C 50, B 30. */
static void
test_firmness (void)
{
  g_autoptr (BlFacts) facts = line_of_five ();
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new_empty (FALSE), alone = bl_needs_question_new_empty (FALSE);
  g_autoptr (BlNeeds) needs = NULL, only = NULL;
  g_autoptr (BlNeedsFirmness) points = NULL, quarter = NULL, more = NULL, none = NULL;
  g_autofree char *words = NULL, *no_words = NULL;
  const double scaled[] = { 100, 0, 0, 100, 50, 50, NAN, NAN, NAN, NAN };

  bl_needs_question_add (question, "imd_rank", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 60);
  bl_needs_question_add (question, "share:no_car", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 40);
  needs = bl_needs_compute (facts, question, NULL, NULL);
  memcpy (needs->scaled, scaled, sizeof scaled);
  bl_needs_weigh (needs, question);

  points = bl_needs_firmness_new (needs, question, 0, 10, 1, 3);
  g_assert_cmpuint (points->n_tests, ==, 4);
  g_assert_cmpuint (points->top, ==, 1);
  g_assert_cmpuint (points->stay, ==, 1);
  /* A quarter less of 60 is 45 and 55 for the other: B 55, C 50, A 45. A quarter more of 40 is 50: all alike. The
   * other two, 75 and 25 and 70 and 30, leave the order as it is. */
  quarter = bl_needs_firmness_new (needs, question, 0.25, 0, 2, 3);
  g_assert_cmpuint (quarter->stay, ==, 1);
  g_assert_cmpuint (quarter->n_changed, ==, 3);
  g_assert_cmpuint (quarter->changed_class[0], ==, 1);
  g_assert_cmpuint (quarter->changed_class[1], ==, 2);
  g_assert_cmpuint (quarter->changed_class[2], ==, 1);
  g_assert_cmpuint (quarter->changed_class[4], ==, 0);
  words = bl_needs_finding_firmness (quarter, FALSE, 10);
  g_assert_cmpstr (words, ==,
                   "One of the two areas of highest need stays in the two when any one weight moves 10 points either way.");
  /* More of a top than there are rows ranked. */
  more = bl_needs_firmness_new (needs, question, 0.25, 0, 10, 3);
  g_assert_cmpuint (more->top, ==, 3);
  g_assert_cmpuint (more->stay, ==, 3);

  bl_needs_question_add (alone, "share:no_car", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 100);
  only = bl_needs_compute (facts, alone, NULL, NULL);
  none = bl_needs_firmness_new (only, alone, 0, 10, 10, 5);
  g_assert_cmpuint (none->n_tests, ==, 0);
  no_words = bl_needs_finding_firmness (none, FALSE, 10);
  g_assert_cmpstr (no_words, ==, "Only one measure has a weight, so no weight can be moved.");
}

/* --- What is wrong, and what is lacking ------------------------------------- */

static void
test_wrong (void)
{
  g_autoptr (BlFacts) facts = line_of_five ();
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new_empty (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlNeeds) needs = NULL;
  g_autoptr (GPtrArray) lacks = NULL;

  g_assert_null (bl_needs_compute (facts, question, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_clear_error (&error);
  bl_needs_question_add (question, "imd_rank", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 0);
  bl_needs_question_add (question, "no_such", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, -5);
  g_assert_null (bl_needs_compute (facts, question, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_clear_error (&error);

  g_assert_false (bl_needs_measure_check (facts, "no_such", FALSE, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_assert_nonnull (strstr (error->message, "imd_rank, share:no_car, distance"));
  g_clear_error (&error);
  g_assert_true (bl_needs_measure_check (facts, "share:no_car", FALSE, NULL));
  g_assert_false (bl_needs_measure_check (facts, "imd_rank", TRUE, NULL));
  g_assert_true (bl_needs_measure_check (facts, "catchment:imd_rank", TRUE, NULL));
  g_assert_true (bl_needs_measure_check (facts, "isolation", TRUE, NULL));
  g_assert_false (bl_needs_measure_check (facts, "isolation", FALSE, NULL));

  /* What is not there is not known in any row, and says so. */
  question->measures[1].weight = 5;
  needs = bl_needs_compute (facts, question, NULL, NULL);
  g_assert_cmpuint (needs->n_known, ==, 0);
  g_assert_cmpuint (needs->unknown[1], ==, 5);
  lacks = bl_needs_question_lacks (facts, question);
  g_assert_cmpuint (lacks->len, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("empty");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlFacts) facts = bl_facts_new (project);

  for (const BlNeedPreset *preset = bl_need_presets; preset->name != NULL; preset++)
    {
      g_autoptr (BlNeedsQuestion) question = bl_need_preset_to_question (preset);
      g_autoptr (GPtrArray) lacks = bl_needs_question_lacks (facts, question);
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_needs_compute (facts, question, NULL, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
      g_assert_cmpuint (lacks->len, >, 0);
    }
}

/* --- Presets ---------------------------------------------------------------- */

static void
test_presets (void)
{
  for (const BlNeedPreset *preset = bl_need_presets; preset->name != NULL; preset++)
    {
      g_autoptr (BlNeedsQuestion) question = bl_need_preset_to_question (preset), back = NULL;
      g_autoptr (BlNeedsIndex) index = bl_need_preset_to_index (preset);

      g_assert_cmpfloat_with_epsilon (bl_needs_question_total (question), 100, NEAR);
      back = bl_needs_question_new (index);
      g_assert_cmpuint (back->n_measures, ==, question->n_measures);
      g_assert_cmpint (back->of_libraries, ==, preset->of_libraries);
      for (guint i = 0; i < back->n_measures; i++)
        {
          g_assert_cmpstr (back->measures[i].value, ==, question->measures[i].value);
          g_assert_cmpfloat (back->measures[i].weight, ==, question->measures[i].weight);
          g_assert_cmpint (back->measures[i].normalise, ==, BL_NORMALISE_RANK);
        }
      g_assert_true (preset == &bl_need_presets[0] || preset->unknown != NULL);
    }
  g_assert_null (bl_need_preset_find ("kent"));
}

/* Four libraries on a line 1, 2 and 4 km apart: the nearest other one is 1, 1, 2 and 4 km away, so their places are
 * 1.5, 1.5, 3 and 4; the sum of ranks orders them as the index does. */
static void
test_tiers (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("tiers");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new_empty (TRUE);
  g_autoptr (BlNeeds) needs = NULL;
  g_autofree guint *tiers = NULL;

  bl_project_begin (project, "Make it");
  add_library (project, "One", 400000, 500000);
  add_library (project, "Two", 401000, 500000);
  add_library (project, "Three", 403000, 500000);
  add_library (project, "Four", 407000, 500000);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  bl_needs_question_add (question, "isolation", NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, 1);
  needs = bl_needs_compute (facts, question, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (needs->index[3], 100, NEAR);
  g_assert_cmpfloat_with_epsilon (needs->index[2], 100 * 2.0 / 3, NEAR);
  g_assert_cmpfloat_with_epsilon (needs->index[0], 100 * 0.5 / 3, NEAR);
  tiers = bl_need_preset_tiers (bl_need_preset_find ("essex"), needs);
  g_assert_cmpuint (tiers[3], ==, 1);
  g_assert_cmpuint (tiers[2], ==, 2);
  g_assert_cmpuint (tiers[0], ==, 3);
  g_assert_cmpuint (tiers[1], ==, 3);
}

/* --- Published --------------------------------------------------------------- */

/* The areas and figures of the mock-up, worked out without this program: 40, 20, 15, 15, 10. */
static void
test_newcastle (void)
{
  static const struct
  {
    const char *name;
    double need;
  } expected[] = { { "025E", 84 }, { "030A", 79 }, { "008G", 78 }, { "021B", 76 }, { "029C", 76 }, { "024D", 75 },
                   { "026D", 75 }, { "027D", 74 }, { "014A", 72 }, { "022C", 72 }, { "027B", 72 }, { "015A", 72 },
                   { "030C", 72 }, { "028B", 71 } };
  static const struct
  {
    const char *name;
    double need;
  } libraries_expected[] = { { "Walker Library", 64 }, { "West End Library", 67 }, { "Blakelaw Library", 60 },
                             { "Gosforth Library", 41 }, { "High Heaton Library", 38 }, { "Fenham Library", 53 } };
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlNeedsQuestion) question = bl_need_preset_to_question (&bl_need_presets[0]);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (BlNeeds) needs = NULL, libraries = NULL;
  g_autoptr (BlNeedsFirmness) firmness = NULL;
  g_autofree char *words = NULL, *finding = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  needs = bl_needs_compute (facts, question, access, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (g_str_has_suffix (facts->names[needs->order[i]], expected[i].name));
      g_assert_cmpfloat (round (needs->index[needs->order[i]]), ==, expected[i].need);
    }
  libraries = bl_needs_by_library (facts, question, access, needs);
  for (guint i = 0; i < G_N_ELEMENTS (libraries_expected); i++)
    for (guint row = 0; row < libraries->n_rows; row++)
      if (g_str_equal (facts->libraries[libraries->rows[row]].name, libraries_expected[i].name))
        g_assert_cmpfloat (round (libraries->index[row]), ==, libraries_expected[i].need);
  firmness = bl_needs_firmness_new (needs, question, 0, 10, 10, 5);
  words = bl_needs_finding_firmness (firmness, FALSE, 10);
  g_assert_cmpstr (words, ==,
                   "Four of the ten areas of highest need stay in the ten when any one weight moves 10 points either way.");
  finding = bl_needs_finding_areas (facts, access, needs, 10);
  g_assert_cmpstr (finding, ==, "Highest need is spread over eight libraries");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/needs/scale", test_scale);
  g_test_add_func ("/analysis/needs/scale-edges", test_scale_edges);
  g_test_add_func ("/analysis/needs/index", test_index);
  g_test_add_func ("/analysis/needs/ties", test_ties);
  g_test_add_func ("/analysis/needs/library-measures", test_library_measures);
  g_test_add_func ("/analysis/needs/firmness", test_firmness);
  g_test_add_func ("/analysis/needs/wrong", test_wrong);
  g_test_add_func ("/analysis/needs/empty", test_empty);
  g_test_add_func ("/analysis/needs/presets", test_presets);
  g_test_add_func ("/analysis/needs/tiers", test_tiers);
  g_test_add_func ("/analysis/needs/newcastle", test_newcastle);
  return g_test_run ();
}
