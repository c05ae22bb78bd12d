/* test-framework-compare.c: what differs between two versions of a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-compare.h"

#include "project.h"

static BlFramework *
load (void)
{
  g_autoptr (GError) error = NULL;
  BlFramework *framework = bl_framework_load ("self-assessment-starter", &error);

  g_assert_no_error (error);
  return framework;
}

static void
test_same (void)
{
  g_autoptr (BlFramework) starter = load ();
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("compare");
  g_autoptr (BlFramework) copy = bl_framework_copy (starter, ids);
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *words = NULL;

  bl_record_set_text (BL_RECORD (copy), "revision", "2");
  bl_record_set_text (BL_RECORD (copy), "based-on", "self-assessment-starter 1");
  none = bl_framework_compare (starter, copy);
  words = bl_framework_compare_say (none);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (words, ==, "Both say the same.");
}

static const BlFrameworkDifference *
find (GPtrArray *differences, const char *words)
{
  for (guint i = 0; i < differences->len; i++)
    if (g_str_equal (((BlFrameworkDifference *) differences->pdata[i])->words, words))
      return differences->pdata[i];
  g_error ("No difference reads “%s”", words);
}

/* Five things are done to it, and five are told. */
static void
test_differences (void)
{
  g_autoptr (BlFramework) before = load (), after = load ();
  g_autoptr (BlCriterion) added = bl_criterion_new (NULL);
  g_autoptr (BlRecord) moved = g_object_ref (BL_RECORD (bl_framework_find_criterion (after, "people-skills")));
  BlRecord *choices = BL_RECORD (bl_framework_find_criterion (after, "purpose-choices"));
  BlRecord *purpose = BL_RECORD (bl_framework_find_characteristic (after, "purpose"));
  g_autoptr (BlRecord) first = NULL;
  g_autoptr (GPtrArray) differences = NULL, back = NULL;
  g_autofree char *words = NULL, *words_back = NULL;
  const BlFrameworkDifference *statement;

  bl_record_set_text (choices, "statement", "In other words.");
  bl_record_clear (choices, "data");
  bl_record_set_text (BL_RECORD (added), "item", "purpose-new");
  bl_record_set_text (BL_RECORD (added), "title", "Something new");
  bl_record_append (purpose, "criteria", BL_RECORD (added));
  bl_record_remove (moved);
  bl_record_append (purpose, "criteria", moved);
  bl_record_remove (BL_RECORD (bl_framework_find_criterion (after, "learning-follow")));
  first = g_list_model_get_item (bl_record_get_list (purpose, "criteria"), 0);
  bl_record_remove (first);
  bl_record_append (purpose, "criteria", first);

  differences = bl_framework_compare (before, after);
  g_assert_cmpuint (differences->len, ==, 6);
  statement = find (differences, "Criterion “Choices that show”: statement reads otherwise.");
  g_assert_cmpstr (statement->after, ==, "In other words.");
  g_assert_cmpstr (statement->field, ==, "statement");
  g_assert_cmpint (find (differences, "Criterion “Choices that show”: data to look at has gone.")->change, ==, BL_FRAMEWORK_CHANGE_WORDS);
  g_assert_cmpint (find (differences, "Criterion “Something new” is new.")->change, ==, BL_FRAMEWORK_CHANGE_ADDED);
  g_assert_cmpint (find (differences, "Criterion “Finishing what we start” has gone.")->change, ==, BL_FRAMEWORK_CHANGE_REMOVED);
  g_assert_cmpint (find (differences, "Criterion “The right skills, now and next” now stands under “Clear purpose and direction”.")->change,
                   ==, BL_FRAMEWORK_CHANGE_MOVED);
  find (differences, "Characteristic “Clear purpose and direction”: criteria stand in another order.");
  words = bl_framework_compare_say (differences);
  g_assert_cmpstr (words, ==, "1 item is new; 1 item has gone; 1 item reads otherwise; 2 items stand elsewhere.");

  back = bl_framework_compare (after, before);
  words_back = bl_framework_compare_say (back);
  g_assert_cmpstr (words_back, ==, words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/framework-compare/same", test_same);
  g_test_add_func ("/framework-compare/differences", test_differences);
  return g_test_run ();
}
