/* test-framework-items.c: the frameworks shipped hold what self-assessment-content lays down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-items.h"
#include "errors.h"
#include "project.h"

/* Counts of the page that lays them down. */
static void
test_starter (void)
{
  static const struct
  {
    const char *route;
    guint minutes, first, second; /* entries end after so many minutes of each meeting */
    gboolean shorter;
  } routes[] = { { "route-90", 90, 90, 0, TRUE },
                 { "route-half", 225, 225, 0, FALSE },
                 { "route-two", 300, 150, 150, FALSE } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) starter = bl_framework_load ("self-assessment-starter", &error);
  g_autoptr (GPtrArray) all = NULL, shorter = NULL, characteristics = NULL, areas = NULL, found = NULL,
                        levels = NULL;

  g_assert_no_error (error);
  all = bl_framework_list_criteria (starter, FALSE);
  shorter = bl_framework_list_criteria (starter, TRUE);
  characteristics = bl_framework_list_characteristics (starter);
  areas = bl_framework_list_areas (starter, FALSE);
  found = bl_framework_list_routes (starter);
  g_assert_cmpuint (all->len, ==, 57);
  g_assert_cmpuint (shorter->len, ==, 15);
  g_assert_cmpuint (characteristics->len, ==, 10);
  g_assert_cmpuint (areas->len, ==, 11);
  g_assert_cmpuint (found->len, ==, 3);
  levels = bl_framework_list_levels (bl_framework_find_usual_scale (starter, "criteria"));
  g_assert_cmpuint (levels->len, ==, 5);
  g_assert_cmpstr (bl_record_get_text (levels->pdata[0], "label"), ==, "Early days");
  g_assert_cmpstr (bl_record_get_text (levels->pdata[4], "label"), ==, "Not sure");

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      BlRecord *route = BL_RECORD (bl_framework_find_script (starter, routes[i].route));
      GListModel *entries = bl_record_get_list (route, "entries");
      gint64 minutes = 0, ends[3] = { 0 };

      g_assert_true (bl_record_get_integer (route, "minutes", &minutes));
      g_assert_cmpint (minutes, ==, routes[i].minutes);
      g_assert_cmpint (bl_framework_is_short_route (starter, routes[i].route), ==, routes[i].shorter);
      for (guint j = 0; j < g_list_model_get_n_items (entries); j++)
        {
          g_autoptr (BlRecord) entry = g_list_model_get_item (entries, j);
          gint64 session = 1, at = -1, length = -1;

          bl_record_get_integer (entry, "session", &session);
          g_assert_true (bl_record_get_integer (entry, "at", &at));
          g_assert_true (bl_record_get_integer (entry, "minutes", &length));
          g_assert_cmpint (at, ==, ends[session]); /* one after the other, without a gap */
          ends[session] = at + length;
        }
      g_assert_cmpint (ends[1], ==, routes[i].first);
      g_assert_cmpint (ends[2], ==, routes[i].second);
    }
}

/* Every criterion has what a team needs of it, and points only to what there is. */
static void
check_criteria (BlFramework *framework, BlFramework *targets)
{
  g_autoptr (GPtrArray) all = bl_framework_list_criteria (framework, FALSE);

  for (guint i = 0; i < all->len; i++)
    {
      BlRecord *criterion = g_ptr_array_index (all, i);
      const char *also = bl_record_get_text (criterion, "see-also");
      g_auto (GStrv) others = g_strsplit (also != NULL ? also : "", " ", -1);

      g_assert_nonnull (bl_record_get_text (criterion, "title"));
      g_assert_nonnull (bl_record_get_text (criterion, "statement"));
      g_assert_nonnull (strstr (bl_record_get_text (criterion, "statement"), "so that"));
      g_assert_nonnull (bl_record_get_text (criterion, "ask"));
      g_assert_nonnull (bl_record_get_text (criterion, "documents"));
      g_assert_nonnull (bl_record_get_text (criterion, "source"));
      g_assert_nonnull (bl_record_get_text (criterion, "confidence"));
      for (guint j = 0; others[j] != NULL; j++)
        g_assert_nonnull (bl_framework_find_criterion (targets, others[j]));
    }
}

static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) starter = bl_framework_load ("self-assessment-starter", &error);
  g_autoptr (BlFramework) peer = bl_framework_load ("self-assessment-peer", &error);
  g_autoptr (GPtrArray) themes = NULL, areas = NULL;

  g_assert_no_error (error);
  check_criteria (starter, starter);
  check_criteria (peer, starter);
  themes = bl_framework_list_criteria (peer, FALSE);
  g_assert_cmpuint (themes->len, ==, 9);
  areas = bl_framework_list_areas (starter, FALSE);
  for (guint i = 0; i < areas->len; i++)
    {
      g_auto (GStrv) next = g_strsplit (bl_record_get_text (areas->pdata[i], "look-next"), " ", -1);

      for (guint j = 0; next[j] != NULL; j++)
        g_assert_nonnull (bl_framework_find_criterion (starter, next[j]));
      g_assert_nonnull (bl_record_get_text (areas->pdata[i], "no-data-means"));
    }
  /* Neither is ever shown as the official text. */
  g_assert_nonnull (
      strstr (bl_record_get_text (BL_RECORD (starter), "notice-short"), "not the official 2017 text"));
  g_assert_nonnull (strstr (bl_record_get_text (BL_RECORD (peer), "notice-short"), "Branchline"));
}

static void
test_finding (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) starter = bl_framework_load ("self-assessment-starter", &error), none = NULL;

  g_assert_no_error (error);
  g_assert_true (bl_framework_find_characteristic_of (starter, "purpose-choices")
                 == bl_framework_find_characteristic (starter, "purpose"));
  g_assert_cmpstr (bl_framework_get_title (starter, "four-2"), ==, "Taking shape");
  g_assert_cmpstr (bl_framework_get_title (starter, "of-another"), ==, "of-another");
  g_assert_null (bl_framework_find_criterion (starter, NULL));
  g_assert_nonnull (bl_framework_find_entry (starter, "cycle-12", "cycle-4"));
  none = bl_framework_load ("official", &error);
  g_assert_null (none);
  g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT);
}

static void
test_checksum (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlFramework) starter = bl_framework_load ("self-assessment-starter", &error),
                          copy = bl_framework_copy (starter, ids);
  g_autofree char *first = bl_framework_make_checksum (starter), *second = bl_framework_make_checksum (copy),
                  *third = NULL;

  g_assert_cmpstr (bl_record_get_id (BL_RECORD (starter)), !=, bl_record_get_id (BL_RECORD (copy)));
  g_assert_cmpstr (first, ==, second);
  bl_record_set_text (BL_RECORD (bl_framework_find_criterion (copy, "purpose-choices")), "statement",
                      "In other words.");
  third = bl_framework_make_checksum (copy);
  g_assert_cmpstr (first, !=, third);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/framework-items/starter", test_starter);
  g_test_add_func ("/framework-items/words", test_words);
  g_test_add_func ("/framework-items/finding", test_finding);
  g_test_add_func ("/framework-items/checksum", test_checksum);
  return g_test_run ();
}
