/* test-own-indicator.c: formulas of one's own, and the set to begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "own-indicator.h"

#include <string.h>

#include "formula.h"
#include "starters.h"

static void
assert_wrong (BlDictionary *dictionary, const char *formula, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bl_own_indicator_check_formula (dictionary, formula, &error));
  g_assert_error (error, BL_FORMULA_ERROR, BL_FORMULA_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_formula (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (&error);

  g_assert_no_error (error);
  g_assert_true (bl_own_indicator_check_formula (dictionary, "1000 × visits_all ÷ pop_all", &error));
  g_assert_no_error (error);
  g_assert_true (bl_own_indicator_check_formula (dictionary, "(loans_book_all + loans_audio_all) / visits_all", &error));
  g_assert_no_error (error);
  assert_wrong (dictionary, "visit_all", "visit_all");
  assert_wrong (dictionary, "visits_all ÷", "");
  assert_wrong (dictionary, "", "");
}

static void
test_own (void)
{
  g_autoptr (BlIndicator) own = bl_own_indicator_new ();
  BlRecord *record = BL_RECORD (own);

  g_assert_null (bl_record_get_text (record, "item"));
  g_assert_null (bl_record_get_text (record, "name"));
  g_assert_cmpint (bl_record_get_enum (record, "direction"), ==, BL_WANTED_NEUTRAL);
  g_assert_cmpint (bl_record_get_enum (record, "kind"), ==, BL_INDICATOR_KIND_COUNT);
  g_assert_cmpstr (bl_record_get_text (record, "origin"), ==, "own");
}

/* Indicator-content 1.2, rule 6: fourteen, each once, and none that is there in another form. */
static void
test_starters (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (&error);
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("starters");
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlIndicator) mine = NULL;
  GListModel *indicators = bl_record_get_list (BL_RECORD (project), "indicators");

  g_assert_no_error (error);
  mine = bl_dictionary_copy_indicator (dictionary, "access-1-mile");
  bl_record_set_text (BL_RECORD (mine), "parameters", "distance=3218.688");
  bl_project_begin (project, "starters");
  bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (mine));
  g_assert_null (bl_starters_find (project, "access-1-mile"));
  g_assert_cmpuint (bl_starters_add (project, dictionary), ==, 13);
  g_assert_cmpuint (bl_starters_add (project, dictionary), ==, 0);
  bl_project_commit (project);
  g_assert_cmpuint (g_list_model_get_n_items (indicators), ==, 14);
  g_assert_nonnull (bl_starters_find (project, "visits-per-1000"));
  g_assert_null (bl_starters_find (project, "visits-total"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frameworks/own-indicator/formula", test_formula);
  g_test_add_func ("/frameworks/own-indicator/own", test_own);
  g_test_add_func ("/frameworks/starters", test_starters);
  return g_test_run ();
}
