/* test-catalogue-items.c: what is shipped for planning holds what planning-content lays down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "catalogue-items.h"

static BlFramework *
load (const char *item)
{
  g_autoptr (GError) error = NULL;
  BlFramework *framework = bl_framework_load (item, &error);

  g_assert_no_error (error);
  return framework;
}

static void
collect (BlRecord *parent, const char *list, GHashTable *items)
{
  GListModel *records = bl_record_get_list (parent, list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      /* No two of a name in one place. */
      g_assert_true (g_hash_table_add (items, g_strdup (bl_record_get_text (record, "item"))));
    }
}

/* Eleven stages, 107 tasks of 306 to 518 days, as the page says of itself; whatever comes "after" something
 * is there. */
static void
test_workflows (void)
{
  static const struct
  {
    const char *item;
    guint stages, tasks;
    double low, high; /* NaN: not said */
  } expected[] = { { "main", 11, 107, 306, 518 }, { "small", 6, 13, NAN, NAN },  { "adm", 9, 20, NAN, NAN },
                   { "cml", 3, 19, NAN, NAN },    { "mobile", 6, 13, NAN, NAN }, { "coloc", 7, 12, NAN, NAN },
                   { "bid", 6, 14, NAN, NAN } };
  g_autoptr (BlFramework) planning = load ("planning");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      BlWorkflow *workflow = bl_framework_find_workflow (planning, expected[i].item);
      GListModel *stages = bl_record_get_list (BL_RECORD (workflow), "stages");
      g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      double low = 0, high = 0, days;
      guint n = 0;

      g_assert_cmpuint (g_list_model_get_n_items (stages), ==, expected[i].stages);
      collect (BL_RECORD (workflow), "stages", items);
      for (guint j = 0; j < g_list_model_get_n_items (stages); j++)
        {
          g_autoptr (BlRecord) stage = g_list_model_get_item (stages, j);

          collect (stage, "tasks", items);
        }
      for (guint j = 0; j < g_list_model_get_n_items (stages); j++)
        {
          g_autoptr (BlRecord) stage = g_list_model_get_item (stages, j);
          GListModel *tasks = bl_record_get_list (stage, "tasks");

          g_assert_cmpuint (g_list_model_get_n_items (tasks), >, 0);
          for (guint k = 0; k < g_list_model_get_n_items (tasks); k++, n++)
            {
              g_autoptr (BlRecord) task = g_list_model_get_item (tasks, k);
              const char *after = bl_record_get_text (task, "after");
              g_auto (GStrv) before = g_strsplit (after != NULL ? after : "", " ", -1);

              g_assert_nonnull (bl_record_get_text (task, "do"));
              g_assert_nonnull (bl_record_get_text (task, "leads"));
              g_assert_nonnull (bl_record_get_text (task, "page"));
              g_assert_true (bl_record_get_real (task, "days-low", &days));
              low += days;
              g_assert_true (bl_record_get_real (task, "days-high", &days));
              high += days;
              for (guint l = 0; before[l] != NULL; l++)
                if (!g_hash_table_contains (items, before[l]))
                  g_error ("%s comes after %s, which is not there", bl_record_get_text (task, "item"),
                           before[l]);
            }
        }
      g_assert_cmpuint (n, ==, expected[i].tasks);
      if (!isnan (expected[i].low))
        {
          g_assert_cmpfloat (low, ==, expected[i].low);
          g_assert_cmpfloat (high, ==, expected[i].high);
        }
    }
}

static void
test_catalogues (void)
{
  static const struct
  {
    const char *framework, *catalogue;
    guint n;
  } expected[] = { { "planning", "roles", 23 },         { "readiness", "readiness-items", 45 },
                   { "readiness", "order-rules", 29 },  { "readiness", "limits", 14 },
                   { "readiness", "self-test", 10 },    { "lenses", "outcomes", 7 },
                   { "lenses", "principles", 7 },       { "lenses", "offers", 6 },
                   { "lenses", "challenges", 12 },      { "lenses", "equality", 20 },
                   { "appraisal", "factors", 8 },       { "appraisal", "criteria", 18 },
                   { "appraisal", "option-types", 30 }, { "consultation", "checks", 20 },
                   { "consultation", "answers", 10 },   { "actions", "states", 10 },
                   { "actions", "report-parts", 15 },   { "registers", "reg.funding", 14 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (BlFramework) framework = load (expected[i].framework);
      BlCatalogue *catalogue = bl_framework_find_catalogue (framework, expected[i].catalogue);
      g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_nonnull (catalogue);
      g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (catalogue), "items")), ==,
                        expected[i].n);
      collect (BL_RECORD (catalogue), "items", items);
    }
}

/* What an item of the readiness list points at is there, and so is what an order rule compares. */
static void
test_readiness (void)
{
  g_autoptr (BlFramework) readiness = load ("readiness");
  BlCatalogue *items = bl_framework_find_catalogue (readiness, "readiness-items"),
              *dates = bl_framework_find_catalogue (readiness, "dates");
  BlCatalogue *rules = bl_framework_find_catalogue (readiness, "order-rules"),
              *limits = bl_framework_find_catalogue (readiness, "limits");
  GListModel *list = bl_record_get_list (BL_RECORD (items), "items");
  static const char *const plain[]
      = { "pre-election period", "consultation period", "start of the change it answers", NULL };

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlCatalogueItem) item = g_list_model_get_item (list, i);
      const char *order = bl_catalogue_item_get (item, "order"),
                 *limit = bl_catalogue_item_get (item, "limits");
      g_auto (GStrv) orders = g_strsplit (order != NULL ? order : "", " ", -1),
                     fresh = g_strsplit (limit != NULL ? limit : "", " ", -1);
      const char *kind = bl_catalogue_item_get (item, "kind");

      g_assert_true (g_str_equal (kind, "law") || g_str_equal (kind, "guidance")
                     || g_str_equal (kind, "practice"));
      g_assert_nonnull (bl_catalogue_item_get (item, "says"));
      g_assert_nonnull (bl_catalogue_item_get (item, "message present"));
      g_assert_nonnull (bl_catalogue_item_get (item, "message missing"));
      for (guint j = 0; orders[j] != NULL; j++)
        g_assert_nonnull (bl_catalogue_find (rules, orders[j]));
      for (guint j = 0; fresh[j] != NULL; j++)
        g_assert_nonnull (bl_catalogue_find (limits, fresh[j]));
    }
  list = bl_record_get_list (BL_RECORD (rules), "items");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlCatalogueItem) rule = g_list_model_get_item (list, i);
      const char *ends[] = { bl_catalogue_item_get (rule, "earlier"), bl_catalogue_item_get (rule, "later") };

      for (guint j = 0; j < 2; j++)
        g_assert_true (bl_catalogue_find (dates, ends[j]) != NULL || g_strv_contains (plain, ends[j]));
    }
}

/* A framework is copied whole into a project when first used, and once. */
static void
test_use (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlFramework) shipped = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  BlFramework *found = bl_framework_look_up (project, "lenses", &shipped, &error), *used;

  g_assert_no_error (error);
  g_assert_true (found == shipped);
  bl_project_begin (project, "Use");
  used = bl_framework_use (project, "lenses", &error);
  g_assert_no_error (error);
  g_assert_true (bl_framework_use (project, "lenses", &error) == used);
  bl_entry_fields_set (
      BL_RECORD (bl_catalogue_find (bl_framework_find_catalogue (used, "offers"), "offer.reading")), "fields",
      "prompt", "Ours?");
  bl_project_commit (project);
  g_assert_true (bl_framework_look_up (project, "lenses", &none, &error) == used);
  g_assert_null (none);
  g_assert_cmpstr (
      bl_catalogue_item_get (
          bl_catalogue_find (bl_framework_find_catalogue (used, "offers"), "offer.reading"), "prompt"),
      ==, "Ours?");
  g_assert_null (bl_framework_look_up (project, "made-up", &none, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/catalogue-items/workflows", test_workflows);
  g_test_add_func ("/catalogue-items/catalogues", test_catalogues);
  g_test_add_func ("/catalogue-items/readiness", test_readiness);
  g_test_add_func ("/catalogue-items/use", test_use);
  return g_test_run ();
}
