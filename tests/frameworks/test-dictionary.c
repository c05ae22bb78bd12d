/* test-dictionary.c: the dictionary that is shipped is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dictionary.h"
#include "formula.h"

static BlDictionary *
load (void)
{
  g_autoptr (GError) error = NULL;
  BlDictionary *dictionary = bl_dictionary_load (&error);

  g_assert_no_error (error);
  g_assert_nonnull (dictionary);
  return dictionary;
}

typedef void (*Look) (BlDictionary *dictionary, BlRecord *record);

static guint
each (BlDictionary *dictionary, const char *list, Look look)
{
  GListModel *items = bl_record_get_list (BL_RECORD (dictionary), list);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (items, i);

      look (dictionary, record);
    }
  return g_list_model_get_n_items (items);
}

static void
look_at_formula (BlDictionary *dictionary, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFormula) formula = bl_formula_parse (text, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < bl_formula_get_n_names (formula); i++)
    if (bl_dictionary_find_measure (dictionary, bl_formula_get_names (formula)[i]) == NULL)
      g_error ("%s: no measure %s", text, bl_formula_get_names (formula)[i]);
}

static void
look_at_indicator (BlDictionary *dictionary, BlRecord *record)
{
  const char *const texts[] = { "item", "name", "noun", "means", "serves", "unit", "formula", "source", "geography",
                                "period", "pitfalls", "origin", "confidence", "rules" };
  const char *const enums[] = { "direction", "kind", "state" };
  g_auto (GStrv) serves = g_strsplit (bl_record_get_text (record, "serves"), " ", -1);
  gboolean plural;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (bl_record_get_text (record, texts[i]) == NULL)
      g_error ("%s: no %s", bl_record_get_text (record, "item"), texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (enums); i++)
    g_assert_cmpint (bl_record_get_enum (record, enums[i]), !=, 0);
  g_assert_true (bl_record_get_boolean (record, "plural", &plural));
  g_assert_true (bl_record_is_known (record, "verified"));
  for (guint i = 0; serves[i] != NULL; i++)
    g_assert_true ((serves[i][0] == 'O' && serves[i][1] >= '1' && serves[i][1] <= '7' && serves[i][2] == '\0')
                   || bl_dictionary_get_area_title (serves[i]) != NULL);
  g_assert_true (g_strv_contains (bl_dictionary_get_rule_sets (dictionary), bl_record_get_text (record, "rules")));
  look_at_formula (dictionary, bl_record_get_text (record, "formula"));
}

static void
look_at_measure (BlDictionary *dictionary, BlRecord *record)
{
  const char *made_of = bl_record_get_text (record, "made-of"), *weights = bl_record_get_text (record, "weights");

  g_assert_nonnull (bl_record_get_text (record, "name"));
  g_assert_nonnull (bl_record_get_text (record, "unit"));
  g_assert_nonnull (bl_record_get_text (record, "source"));
  g_assert_nonnull (bl_record_get_text (record, "confidence"));
  g_assert_true (bl_record_is_known (record, "verified"));
  g_assert_cmpint (bl_record_get_enum (record, "over-time"), !=, BL_ADD_UNKNOWN);
  g_assert_cmpint (bl_record_get_enum (record, "over-places"), !=, BL_ADD_UNKNOWN);
  if (made_of != NULL)
    look_at_formula (dictionary, made_of);
  if (weights != NULL)
    g_assert_nonnull (bl_dictionary_find_measure (dictionary, weights));
}

static void
test_whole (void)
{
  g_autoptr (BlDictionary) dictionary = load ();

  g_assert_cmpuint (each (dictionary, "indicators", look_at_indicator), ==, 90);
  g_assert_cmpuint (each (dictionary, "measures", look_at_measure), >, 150);
}

/* Every Outcome has a handful and more; official rows are those of Outcome 1, as published. */
static void
test_outcomes (void)
{
  static const char *const titles[] = {
    "Cultural and creative enrichment",
    "Increased reading and literacy",
    "Improved digital access and literacy",
    "Helping everyone achieve their full potential",
    "Healthier and happier lives",
    "Greater prosperity",
    "Stronger, more resilient communities",
  };
  g_autoptr (BlDictionary) dictionary = load ();
  GListModel *indicators = bl_record_get_list (BL_RECORD (dictionary), "indicators");
  guint counts[8] = { 0 }, official = 0;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (bl_dictionary_get_outcome_title (dictionary, i + 1), ==, titles[i]);
  g_assert_cmpstr (bl_dictionary_get_outcome_title (dictionary, 8), ==, "");
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
      guint outcomes[7], n = bl_indicator_get_outcomes (indicator, outcomes);

      for (guint k = 0; k < n; k++)
        counts[outcomes[k]]++;
      official += g_str_has_prefix (bl_record_get_text (BL_RECORD (indicator), "origin"), "official");
    }
  for (guint i = 1; i <= 7; i++)
    g_assert_cmpuint (counts[i], >=, 5);
  /* 1.1 to 1.5; 1.2 and 1.5 are two rows each. */
  g_assert_cmpuint (official, ==, 7);
}

static void
test_rules (void)
{
  static const struct
  {
    const char *item;
    BlAdd time, places;
  } rules[] = {
    { "visits_all", BL_ADD_SUM, BL_ADD_SUM },
    { "loans_ebook_all", BL_ADD_SUM, BL_ADD_NO },
    { "users_active_all", BL_ADD_DISTINCT, BL_ADD_DISTINCT },
    { "pc_use_pct", BL_ADD_WEIGHTED, BL_ADD_WEIGHTED },
    { "hours_open_week", BL_ADD_LAST, BL_ADD_SUM },
    { "device_loans", BL_ADD_GIVEN, BL_ADD_NO },
    { "devices_loanable", BL_ADD_LAST, BL_ADD_NO },
    { "births", BL_ADD_SUM, BL_ADD_NO },
    { "schools_linked", BL_ADD_DISTINCT, BL_ADD_DISTINCT },
    { "bipc_businesses", BL_ADD_SUM, BL_ADD_NO },
    { "attend_outcome_7", BL_ADD_SUM, BL_ADD_SUM },
    { "visits_sample", BL_ADD_NO, BL_ADD_SUM },
  };
  g_autoptr (BlDictionary) dictionary = load ();
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      BlRecord *measure = BL_RECORD (bl_dictionary_find_measure (dictionary, rules[i].item));

      g_assert_nonnull (measure);
      g_assert_cmpint (bl_record_get_enum (measure, "over-time"), ==, rules[i].time);
      g_assert_cmpint (bl_record_get_enum (measure, "over-places"), ==, rules[i].places);
    }
  g_assert_true (bl_dictionary_get_threshold (dictionary, "small-change", &value));
  g_assert_cmpfloat (value, ==, 2.5);
  g_assert_true (bl_dictionary_get_threshold (dictionary, "small-points", &value));
  g_assert_cmpfloat (value, ==, 1);
  g_assert_false (bl_dictionary_get_threshold (dictionary, "no such", &value));
  g_assert_cmpstr (bl_dictionary_get_rule_sets (dictionary)[0], ==, "nhs-mdc");
  g_assert_cmpuint (g_strv_length ((char **) bl_dictionary_get_rule_sets (dictionary)), ==, 5);
}

static void
test_starters (void)
{
  g_autoptr (BlDictionary) dictionary = load ();
  g_autoptr (GPtrArray) starters = bl_dictionary_get_starters (dictionary);
  g_autoptr (BlIndicator) copy = bl_dictionary_copy_indicator (dictionary, "visits-per-1000");
  gboolean starter;

  g_assert_cmpuint (starters->len, ==, 14);
  g_assert_cmpstr (bl_record_get_text (g_ptr_array_index (starters, 0), "item"), ==, "visits-per-1000");
  g_assert_cmpstr (bl_record_get_text (g_ptr_array_index (starters, 13), "item"), ==, "user-profile-gap");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (copy), "item"), ==, "visits-per-1000");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (copy), "formula"), ==, "1000 × visits_all ÷ pop_all");
  g_assert_null (bl_record_get_id (BL_RECORD (copy)));
  g_assert_false (bl_record_get_boolean (BL_RECORD (copy), "starter", &starter));
  g_assert_null (bl_dictionary_copy_indicator (dictionary, "no such"));
}

static void
test_suggest (void)
{
  g_autoptr (BlDictionary) dictionary = load ();
  g_autoptr (GPtrArray) near = bl_dictionary_suggest (dictionary, "visits-per-100");
  g_autoptr (GPtrArray) typo = bl_dictionary_suggest (dictionary, "lonas-total");
  g_autoptr (GPtrArray) none = bl_dictionary_suggest (dictionary, "qqqqqqqqqqqqqqqqqqqqqqqqq");

  g_assert_cmpstr (g_ptr_array_index (near, 0), ==, "visits-per-1000");
  g_assert_cmpstr (g_ptr_array_index (typo, 0), ==, "loans-total");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_bad (void)
{
  const char *const files[] = {
    "not xml at all",
    "<project xmlns='urn:branchline:project:1' version='1.0' id='project-aaaaaaaaaa'/>",
    /* a word that is no direction */
    "<dictionary xmlns='urn:branchline:project:1' version='1.0' id='dictionary-aaaaaaaaaa'><indicators>"
    "<indicator id='indicator-aaaaaaaaaa' item='a' direction='sideways'/></indicators></dictionary>",
    /* the same item twice */
    "<dictionary xmlns='urn:branchline:project:1' version='1.0' id='dictionary-aaaaaaaaaa'><indicators>"
    "<indicator id='indicator-aaaaaaaaaa' item='a'/><indicator id='indicator-bbbbbbbbbb' item='a'/></indicators></dictionary>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlDictionary) dictionary = bl_dictionary_read (files[i], strlen (files[i]), "a.xml", &error);

      g_assert_null (dictionary);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dictionary/whole", test_whole);
  g_test_add_func ("/dictionary/outcomes", test_outcomes);
  g_test_add_func ("/dictionary/rules", test_rules);
  g_test_add_func ("/dictionary/starters", test_starters);
  g_test_add_func ("/dictionary/suggest", test_suggest);
  g_test_add_func ("/dictionary/bad", test_bad);
  return g_test_run ();
}
