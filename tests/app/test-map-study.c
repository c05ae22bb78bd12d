/* test-map-study.c: what the map asks, by the means chosen there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-study.h"

#include <adwaita.h>
#include <math.h>

#include "map-fixture.h"
#include "travel-times.h"

static void
count_up (gpointer object, guint *n)
{
  (*n)++;
}

/* A table of travel times: East is quicker from everywhere. */
static void
add_table (BlSession *session)
{
  BlProject *project = bl_session_get_project (session);
  BlFacts *facts = bl_session_get_facts (session);
  g_autoptr (BlTravelTimes) travel = bl_travel_times_new (NULL);

  bl_project_begin (project, "Add times");
  bl_record_set_text (BL_RECORD (travel), "name", "bus_am");
  bl_record_set_text (BL_RECORD (travel), "title", "Bus");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BlTravelColumn) column = bl_travel_column_new (NULL);
      double minutes[12];
      g_autoptr (BlTable) table = NULL;

      for (guint area = 0; area < 12; area++)
        minutes[area] = i == 0 ? 30 : 10 + area;
      table = bl_table_new_numbers (minutes, 12);
      bl_record_set_text (BL_RECORD (column), "library", facts->libraries[i].id);
      bl_record_set_table (BL_RECORD (column), "minutes", table);
      bl_record_append (BL_RECORD (travel), "columns", BL_RECORD (column));
    }
  bl_record_append (BL_RECORD (project), "travel", BL_RECORD (travel));
  bl_project_commit (project);
}

static gboolean
is_idle (gpointer study)
{
  return !bl_map_study_get_busy (study);
}

static void
test_by (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapStudy) study = NULL;
  const BlCatchments *catchments;
  const char *reason = NULL;
  guint n = 0;
  int east;

  add_table (session);
  study = bl_map_study_new (session);
  g_signal_connect (study, "changed", G_CALLBACK (count_up), &n);
  g_assert_true (bl_map_study_get_catchments (study, NULL) == bl_session_get_catchments (session, NULL));

  g_object_set (study, "by", "bus_am", NULL);
  g_assert_true (bl_map_study_get_busy (study));
  g_assert_null (bl_map_study_get_catchments (study, &reason));
  g_assert_nonnull (reason);
  map_fixture_wait (is_idle, study);
  catchments = bl_map_study_get_catchments (study, NULL);
  g_assert_nonnull (catchments);
  g_assert_cmpuint (n, ==, 2);
  east = map_fixture_library (session, "East Library");
  for (guint area = 0; area < 12; area++)
    {
      g_assert_cmpint (catchments->access->nearest[area], ==, east);
      g_assert_cmpfloat (catchments->access->minutes[area], ==, 10 + area);
      g_assert_true (isnan (catchments->access->distance[area]));
    }
  g_assert_cmpint (bl_map_study_get_question (study).travel.by, ==, BL_BY_TABLE);

  /* Other libraries count: the answers are others, the way is not worked out again. */
  g_object_set (session, "statutory-only", TRUE, NULL);
  g_assert_false (bl_map_study_get_busy (study));
  g_assert_cmpint (bl_map_study_get_catchments (study, NULL)->access->nearest[0], ==,
                   map_fixture_library (session, "West Library"));
  g_object_set (session, "statutory-only", FALSE, NULL);

  /* What it went by is gone. */
  g_assert_true (bl_project_undo (bl_session_get_project (session)));
  map_fixture_wait (is_idle, study);
  g_assert_cmpstr (bl_map_study_get_by (study), ==, "straight");
}

static void
test_rules (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapStudy) study = bl_map_study_new (session);
  BlClassRule rule = { .method = BL_CLASSIFY_NATURAL, .n_groups = 4 };
  guint n = 0;

  g_signal_connect (study, "rules-changed", G_CALLBACK (count_up), &n);
  bl_map_study_set_rule (study, "population", &rule);
  bl_map_study_set_rule (study, "population", &rule);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (bl_map_study_get_rule (study, "population").method, ==, BL_CLASSIFY_NATURAL);
  g_assert_cmpint (bl_map_study_get_rule (study, "imd_decile").method, ==, BL_CLASSIFY_USUAL);
  g_object_set (study, "second", "population", NULL);
  g_assert_cmpstr (bl_map_study_get_second (study), ==, "population");
  g_object_set (study, "second", "", NULL);
  g_assert_null (bl_map_study_get_second (study));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/map-study/by", test_by);
  g_test_add_func ("/map-study/rules", test_rules);
  return g_test_run ();
}
