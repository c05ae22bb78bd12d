/* test-map-figures.c: the figures and sentences of the map page
 *
 * Newcastle's are those of data/expected.md, method A, computed apart from
 * this program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-figures.h"

#include <math.h>
#include <string.h>

#include "map-fixture.h"
#include "map-words.h"

static void
test_gosforth (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  BlFacts *facts = bl_session_get_facts (session);
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);
  int gosforth = map_fixture_library (session, "Gosforth Library");
  BlMapFigures figures;
  gboolean focus[BL_MAP_DECILES];
  g_autofree char *finding = NULL;
  g_autofree char *pick = NULL;

  g_assert_true (
      bl_map_figures_of_library (&figures, facts, catchments, bl_session_get_groups (session), gosforth));
  g_assert_cmpuint (figures.areas, ==, 15);
  g_assert_cmpfloat (figures.people, ==, 23502);
  g_assert_cmpfloat (figures.aged_0_15, ==, 4307);
  g_assert_cmpfloat (figures.aged_60_plus, ==, 6103);
  g_assert_cmpfloat_with_epsilon (figures.mean_distance, 974.19, 0.1);
  g_assert_cmpfloat_with_epsilon (figures.percent_of_service, 23502 * 100.0 / 302820, 1e-6);
  g_assert_cmpfloat_with_epsilon (figures.within_mile_percent, 85.2, 0.05);
  g_assert_true (figures.has_deciles);
  g_assert_cmpfloat (figures.by_decile[0] + figures.by_decile[1], ==, 0);
  g_assert_cmpfloat (figures.decile_unknown, ==, 0);

  finding = bl_map_words_deciles (&figures, focus);
  g_assert_cmpstr (finding, ==, "Over half live in the least deprived tenth");
  g_assert_true (focus[9]);
  g_assert_false (focus[0]);

  pick = bl_map_words_pick (facts, catchments->access, FALSE, &figures, gosforth, -1);
  g_assert_cmpstr (
      pick, ==,
      "Gosforth Library is picked. 23,502 people in 15 areas live nearest to it, 974 m away on average; "
      "85.2% of them within a mile.");
}

static void
test_service (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  BlMapFigures figures;

  bl_map_figures_of_service (&figures, bl_session_get_facts (session),
                             bl_session_get_catchments (session, NULL), bl_session_get_groups (session));
  g_assert_cmpuint (figures.areas, ==, 175);
  g_assert_cmpfloat (figures.people, ==, 302820);
  g_assert_cmpfloat (figures.aged_0_15, ==, 50575);
  g_assert_cmpfloat (figures.aged_60_plus, ==, 55053);
  g_assert_cmpfloat_with_epsilon (figures.mean_distance, 816.099, 0.1);
  g_assert_cmpfloat_with_epsilon (figures.within_mile_percent, 93.648, 0.001);
  g_assert_cmpfloat (figures.by_decile[0] + figures.by_decile[1], ==, 113969);
}

static void
test_closure (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  BlFacts *facts = bl_session_get_facts (session);
  const BlAccess *access = bl_session_get_catchments (session, NULL)->access;
  BlMapClosure closure;
  g_autofree char *words = NULL;

  g_assert_true (bl_map_figures_of_closure (&closure, facts, access, &(BlAccessQuestion){ 0 },
                                            map_fixture_library (session, "Gosforth Library")));
  g_assert_cmpfloat (closure.people, ==, 23502);
  g_assert_cmpfloat_with_epsilon (closure.extra_distance, 611.413, 0.1);
  g_assert_cmpfloat (closure.lose_mile, ==, 9146);
  words = bl_map_words_closure (&closure);
  g_assert_nonnull (strstr (words, "23,502 people"));
  g_assert_nonnull (strstr (words, "611 m"));
  g_assert_nonnull (strstr (words, "9,146"));

  /* Nobody is nearest to it: there is nothing to say. */
  g_assert_false (bl_map_figures_of_closure (&closure, facts, access, &(BlAccessQuestion){ 0 },
                                             map_fixture_library (session, "The Multilingual Library")));
}

/* When the only library that counts closes there is no distance afterwards. */
static void
test_last_library (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  BlMapClosure closure;
  const BlCatchments *catchments;

  g_object_set (session, "statutory-only", TRUE, NULL);
  catchments = bl_session_get_catchments (session, NULL);
  g_assert_nonnull (catchments);
  g_assert_false (bl_map_figures_of_closure (&closure, bl_session_get_facts (session), catchments->access,
                                             &(BlAccessQuestion){ .statutory = TRUE }, map_fixture_library (session, "West Library")));
}

/* By hand: West is nearest to the first two columns: 1 2 5 6 9 10, 100 people a
 * number, 3,300 in all. Area 12 has no figures and is never counted as 0. */
static void
test_squares (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  BlFacts *facts = bl_session_get_facts (session);
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);
  BlMapFigures figures;
  g_autofree char *known = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *distance = NULL;

  g_assert_true (bl_map_figures_of_library (&figures, facts, catchments, bl_session_get_groups (session),
                                            map_fixture_library (session, "West Library")));
  g_assert_cmpuint (figures.areas, ==, 6);
  g_assert_cmpfloat (figures.people, ==, 3300);
  g_assert_true (isnan (figures.aged_0_15));
  g_assert_cmpfloat (figures.by_decile[0], ==, 100);
  g_assert_cmpfloat (figures.by_decile[9], ==, 1000);
  g_assert_false (bl_map_figures_of_library (&figures, facts, catchments, bl_session_get_groups (session),
                                             map_fixture_library (session, "Gone Library")));

  known = bl_map_words_area_people (facts, 0);
  unknown = bl_map_words_area_people (facts, 11);
  distance = bl_map_words_area_distance (facts, catchments->access, FALSE, 0);
  g_assert_cmpstr (known, ==, "100 people, decile 1");
  g_assert_cmpstr (unknown, ==, "people not known, decile not known");
  g_assert_cmpstr (distance, ==, "1,000 m to West");
}

static void
test_findings (void)
{
  static const struct
  {
    double people[BL_MAP_DECILES];
    const char *finding;
  } cases[] = {
    { { 60, 10, 10, 20 }, "Over half live in the most deprived tenth" },
    { { 30, 30, 20, 20 }, "Over half live in the two most deprived tenths" },
    { { [8] = 30, [9] = 40, [4] = 30 }, "Over half live in the two least deprived tenths" },
    { { [2] = 100 }, "Everyone lives in deprivation decile 3" },
    { { [2] = 80, [5] = 20 }, "Over half live in deprivation decile 3" },
    { { 10, 20, 30, 30, 10 }, "Over a quarter live in the two most deprived tenths" },
    { { [3] = 40, [4] = 30, [6] = 30 }, "Nobody lives in the two most deprived tenths" },
    { { 5, 5, 20, 30, 20, 20 }, "More live in deprivation decile 4 than any other" },
    { { 0 }, "Deciles are not known here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlMapFigures figures = { .has_deciles = TRUE, .deprivation = TRUE };
      gboolean focus[BL_MAP_DECILES];
      g_autofree char *finding = NULL;
      g_auto (GStrv) words = NULL;

      memcpy (figures.by_decile, cases[i].people, sizeof figures.by_decile);
      finding = bl_map_words_deciles (&figures, focus);
      words = g_strsplit (finding, " ", -1);
      g_assert_cmpstr (finding, ==, cases[i].finding);
      g_assert_cmpuint (g_strv_length (words), <=, 10);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-figures/gosforth", test_gosforth);
  g_test_add_func ("/map-figures/service", test_service);
  g_test_add_func ("/map-figures/closure", test_closure);
  g_test_add_func ("/map-figures/last-library", test_last_library);
  g_test_add_func ("/map-figures/squares", test_squares);
  g_test_add_func ("/map-figures/findings", test_findings);
  return g_test_run ();
}
