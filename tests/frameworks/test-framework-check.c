/* test-framework-check.c: faults of frameworks, versions, and what is added, moved and taken out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-change.h"
#include "framework-check.h"
#include "framework-frame.h"
#include "framework-versions.h"

static BlFramework *
load (const char *item)
{
  g_autoptr (GError) error = NULL;
  BlFramework *framework = bl_framework_load (item, &error);

  g_assert_no_error (error);
  return framework;
}

/* How many faults of @framework have @words in them; all for NULL. */
static guint
count_faults (BlFramework *framework, const char *words)
{
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (NULL);
  g_autoptr (GPtrArray) faults = bl_framework_check (framework, NULL, dictionary);
  guint n = 0;

  for (guint i = 0; i < faults->len; i++)
    n += words == NULL || strstr (((BlFault *) faults->pdata[i])->message, words) != NULL;
  return n;
}

/* What is shipped is without fault; the nine themes point to the starter set. */
static void
test_shipped (void)
{
  g_autoptr (BlFramework) starter = load ("self-assessment-starter"), peer = load ("self-assessment-peer");
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new (), faults = NULL;

  g_assert_cmpuint (count_faults (starter, NULL), ==, 0);
  g_assert_cmpuint (count_faults (peer, "which is not there"), >, 0);
  g_ptr_array_add (others, starter);
  faults = bl_framework_check (peer, others, dictionary);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* One thing is made wrong after the other, and each is the only one that is told. */
static void
test_faults (void)
{
  static const struct
  {
    const char *find, *item, *field, *text, *words;
  } wrong[] = {
    { "criterion", "purpose-choices", "item", "purpose-difference", "two items are called “purpose-difference”" },
    { "criterion", "purpose-choices", "item", "two words", "has a blank in it" },
    { "criterion", "purpose-choices", "statement", NULL, "purpose-choices has no statement" },
    { "criterion", "purpose-choices", "title", NULL, "purpose-choices has no title" },
    { "criterion", "purpose-choices", "see-also", "purpose-wider purpose-gone", "“purpose-gone”, which is not there" },
    { "criterion", "purpose-choices", "indicators", "visits-made-up", "“visits-made-up”, which is not there" },
    { "criterion", "purpose-choices", "outcomes", "1 8", "can have numbers from 1 to 7" },
    { "criterion", "purpose-choices", "themes", "0", "can have numbers from 1 to 9" },
    { "criterion", "purpose-choices", "route", "quick", "can be: short, full" },
    { "area", "results-use", "look-next", "nowhere", "“nowhere”, which is not there" },
    { "script", "route-90", "minutes", "95", "says 95 minutes, and its steps add up to 90" },
    { "scale", "scale-four", "use", "marks", "can be: criteria, results" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (BlFramework) framework = load ("self-assessment-starter");
      BlRecord *record = g_str_equal (wrong[i].find, "criterion") ? (BlRecord *) bl_framework_find_criterion (framework, wrong[i].item)
                         : g_str_equal (wrong[i].find, "area")    ? (BlRecord *) bl_framework_find_area (framework, wrong[i].item)
                         : g_str_equal (wrong[i].find, "scale")   ? (BlRecord *) bl_framework_find_scale (framework, wrong[i].item)
                                                                  : (BlRecord *) bl_framework_find_script (framework, wrong[i].item);

      g_assert_true (bl_record_set_from_text (record, wrong[i].field, wrong[i].text, NULL));
      g_assert_cmpuint (count_faults (framework, wrong[i].words), ==, 1);
    }
}

static void
test_whole (void)
{
  g_autoptr (BlFramework) framework = load ("self-assessment-starter");
  BlRecord *record = BL_RECORD (framework), *step = BL_RECORD (bl_framework_find_entry (framework, "cycle-12", "cycle-3"));

  bl_record_set_boolean (record, "official", TRUE);
  g_assert_cmpuint (count_faults (framework, NULL), ==, 0);
  bl_record_clear (record, "source");
  g_assert_cmpuint (count_faults (framework, "does not say where the text is from"), ==, 1);
  /* A step of 6 minutes in place of 5: what follows begins too early, and all is a minute more. */
  bl_record_set_integer (step, "minutes", 6);
  g_assert_cmpuint (count_faults (framework, "begins at minute 7, and what comes before it ends at minute 8"), ==, 1);
  g_assert_cmpuint (count_faults (framework, "says 12 minutes, and its steps add up to 13"), ==, 1);
  bl_record_remove_all (BL_RECORD (bl_framework_find_scale (framework, "scale-six")), "levels");
  g_assert_cmpuint (count_faults (framework, "the scale scale-six has no levels"), ==, 1);
  bl_record_remove_all (record, "scales");
  g_assert_cmpuint (count_faults (framework, "there is no scale to rate criteria on"), ==, 1);
  g_assert_cmpuint (count_faults (framework, "there is no scale to judge results areas on"), ==, 1);
  bl_record_remove_all (record, "sections");
  g_assert_cmpuint (count_faults (framework, "there is no criterion in it to rate"), ==, 1);
}

/* The links from criteria and results areas to indicators follow one rule: the hint names the same thing the indicator
 * counts (the same visits, loans, people, hours, pounds), with whatever denominator. That cannot be computed; what can
 * is that each is an item of the dictionary, stands once, and that an area names no more than its measures do. */
static void
test_indicators (void)
{
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (NULL);
  g_autoptr (BlFramework) starter = load ("self-assessment-starter");
  g_autoptr (GPtrArray) areas = bl_framework_list_areas (starter, FALSE);
  g_auto (GStrv) visits = bl_framework_list_indicators (bl_framework_find_criterion (starter, "people-capacity"));
  g_auto (GStrv) none = bl_framework_list_indicators (bl_framework_find_criterion (starter, "leadership-direction"));

  g_assert_cmpstr (visits[0], ==, "staff-per-10000"); /* "staff per 1,000 residents" */
  g_assert_null (visits[1]);
  g_assert_null (none[0]); /* a staff survey on trust: the dictionary counts nothing of the kind */
  for (guint i = 0; i < areas->len; i++)
    {
      g_auto (GStrv) items = bl_framework_list_indicators (areas->pdata[i]);
      GListModel *measures = bl_record_get_list (areas->pdata[i], "measures");
      g_autoptr (GHashTable) of_measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_nonnull (items[0]); /* each area has something to begin with */
      for (guint j = 0; j < g_list_model_get_n_items (measures); j++)
        {
          g_autoptr (BlRecord) measure = g_list_model_get_item (measures, j);
          g_auto (GStrv) own = bl_framework_list_indicators (measure);

          for (guint k = 0; own[k] != NULL; k++)
            g_hash_table_add (of_measures, g_strdup (own[k]));
        }
      g_assert_cmpuint (g_hash_table_size (of_measures), ==, g_strv_length (items));
      for (guint k = 0; items[k] != NULL; k++)
        {
          g_assert_nonnull (bl_dictionary_find_indicator (dictionary, items[k]));
          g_assert_true (g_hash_table_contains (of_measures, items[k]));
        }
    }
}

/* --- In a project ------------------------------------------------------------------------- */

typedef struct
{
  BlProject *project;
  BlFramework *framework;
  BlRecord *assessment;
} Fixture;

static void
set_up (Fixture *fixture)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("check");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T12:00:00Z");
  g_autoptr (BlFramework) starter = load ("self-assessment-starter");
  g_autoptr (BlAssessment) assessment = bl_assessment_new (NULL);

  fixture->project = bl_project_new (ids, clock);
  bl_project_begin (fixture->project, "Begin");
  fixture->framework = bl_framework_copy (starter, ids);
  bl_record_append (BL_RECORD (fixture->project), "frameworks", BL_RECORD (fixture->framework));
  bl_record_append (BL_RECORD (fixture->project), "assessments", BL_RECORD (assessment));
  fixture->assessment = BL_RECORD (assessment);
  bl_record_set_text (fixture->assessment, "framework", bl_record_get_id (BL_RECORD (fixture->framework)));
  bl_project_commit (fixture->project);
}

static void
tear_down (Fixture *fixture)
{
  g_object_unref (fixture->framework);
  g_object_unref (fixture->project);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, tear_down)

static void
test_versions (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) kept = NULL, kept_then = NULL;
  g_autoptr (BlRating) rating = bl_rating_new (NULL);
  g_autoptr (BlFramework) newer = NULL, shipped = load ("self-assessment-starter");
  BlFramework *second, *third;

  set_up (&fixture);
  kept = bl_framework_list_kept_by (fixture.project, fixture.framework);
  g_assert_cmpuint (kept->len, ==, 0);
  bl_project_begin (fixture.project, "Rate");
  bl_record_append (fixture.assessment, "ratings", BL_RECORD (rating));
  bl_project_commit (fixture.project);
  kept_then = bl_framework_list_kept_by (fixture.project, fixture.framework);
  g_assert_cmpuint (kept_then->len, ==, 1);
  g_assert_false (bl_framework_may_choose (BL_ASSESSMENT (fixture.assessment)));

  bl_project_begin (fixture.project, "Two versions");
  second = bl_framework_add_version (fixture.project, fixture.framework);
  third = bl_framework_add_version (fixture.project, fixture.framework);
  bl_project_commit (fixture.project);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (second), "revision"), ==, "2");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (third), "revision"), ==, "3");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (third), "based-on"), ==, "self-assessment-starter 1");
  g_assert_cmpstr (bl_record_get_text (fixture.assessment, "framework"), ==, bl_record_get_id (BL_RECORD (fixture.framework)));
  g_assert_true (bl_framework_find_same (BL_RECORD (bl_framework_find_criterion (third, "purpose-choices")), second)
                 == BL_RECORD (bl_framework_find_criterion (second, "purpose-choices")));
  /* The third goes back to the first of ours, which is not older than what is shipped. */
  newer = bl_framework_find_newer (fixture.project, third);
  g_assert_null (newer);
  bl_project_begin (fixture.project, "As if it were older");
  bl_record_set_text (BL_RECORD (fixture.framework), "revision", "0");
  bl_record_set_text (BL_RECORD (third), "based-on", "self-assessment-starter 0");
  bl_project_commit (fixture.project);
  newer = bl_framework_find_newer (fixture.project, third);
  g_assert_nonnull (newer);
  while (bl_project_get_undo_name (fixture.project) != NULL)
    bl_project_undo (fixture.project);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (fixture.project), "frameworks")), ==, 0);
}

static void
test_change (void)
{
  g_auto (Fixture) fixture = { 0 };
  BlFramework *own;
  BlRecord *characteristic, *first, *second, *other, *route;
  g_autoptr (BlFramework) shipped = load ("self-assessment-starter");
  gint64 minutes = 0;
  g_autofree char *before = NULL, *after = NULL;

  set_up (&fixture);
  bl_project_begin (fixture.project, "Own");
  own = bl_framework_add_own (fixture.project, shipped, "Our own");
  g_assert_false (bl_framework_may_add (own, NULL, "criterion"));
  characteristic = bl_framework_add_item (fixture.project, own, NULL, "characteristic");
  other = bl_framework_add_item (fixture.project, own, characteristic, "characteristic");
  first = bl_framework_add_item (fixture.project, own, characteristic, "criterion");
  second = bl_framework_add_item (fixture.project, own, first, "criterion");
  bl_record_set_text (first, "statement", "We do this so that it helps.");
  bl_record_set_text (second, "statement", "We do that so that it helps.");
  bl_record_set_text (second, "see-also", bl_record_get_text (first, "item"));
  bl_project_commit (fixture.project);
  g_assert_cmpuint (count_faults (own, NULL), ==, 2); /* no source, no notice: warnings */
  /* Ten minutes and twelve for each of two. */
  route = BL_RECORD (bl_framework_find_script (own, BL_FRAMEWORK_ROUTE));
  g_assert_true (bl_record_get_integer (route, "minutes", &minutes));
  g_assert_cmpint (minutes, ==, 34);

  before = bl_framework_make_checksum (own);
  bl_project_begin (fixture.project, "Move and remove");
  g_assert_false (bl_framework_may_move (first, FALSE));
  g_assert_true (bl_framework_move_item (fixture.project, second, FALSE));
  g_assert_true (bl_framework_move_item (fixture.project, first, TRUE)); /* out of its characteristic into the next */
  g_assert_true (bl_record_get_parent (first) == other);
  bl_framework_remove_item (fixture.project, first);
  g_assert_null (bl_record_get_text (second, "see-also"));
  bl_framework_remove_item (fixture.project, other);
  bl_project_commit (fixture.project);
  g_assert_true (bl_record_get_integer (route, "minutes", &minutes));
  g_assert_cmpint (minutes, ==, 22);
  g_assert_cmpuint (count_faults (own, NULL), ==, 2);
  bl_project_undo (fixture.project);
  after = bl_framework_make_checksum (own);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/framework-check/shipped", test_shipped);
  g_test_add_func ("/framework-check/faults", test_faults);
  g_test_add_func ("/framework-check/whole", test_whole);
  g_test_add_func ("/framework-check/indicators", test_indicators);
  g_test_add_func ("/framework-check/versions", test_versions);
  g_test_add_func ("/framework-check/change", test_change);
  return g_test_run ();
}
