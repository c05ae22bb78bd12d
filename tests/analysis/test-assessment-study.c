/* test-assessment-study.c: spread, order, agreement and completeness of a self-assessment, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-study.h"

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
  BlAssessment *assessment;
  BlRecord *members[4];
} Team;

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

/* Four members; "S" is not sure, "-" has not rated. */
static void
rate (Team *team, const char *item, const char *levels)
{
  bl_project_begin (team->project, "Rate");
  for (guint i = 0; i < 4; i++)
    if (levels[i] != '-')
      {
        BlRecord *rating = append (team->assessment, "ratings", bl_rating_new (NULL));
        g_autofree char *level
            = levels[i] == 'S' ? g_strdup ("four-notsure") : g_strdup_printf ("four-%c", levels[i]);

        bl_record_set_text (rating, "member", bl_record_get_id (team->members[i]));
        bl_record_set_text (rating, "item", item);
        bl_record_set_text (rating, "level", level);
      }
  bl_project_commit (team->project);
}

static Team *
team_new (const char *route)
{
  Team *team = g_new0 (Team, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = bl_framework_load ("self-assessment-starter", &error);
  BlFramework *framework;

  g_assert_no_error (error);
  team->ids = bl_ids_new_seeded ("test");
  team->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  team->project = bl_project_new (team->ids, team->clock);
  bl_project_begin (team->project, "Begin");
  framework = bl_framework_copy (shipped, team->ids);
  append (team->project, "frameworks", framework);
  team->assessment = BL_ASSESSMENT (append (team->project, "assessments", bl_assessment_new (NULL)));
  bl_record_set_text (BL_RECORD (team->assessment), "framework", bl_record_get_id (BL_RECORD (framework)));
  bl_record_set_text (BL_RECORD (team->assessment), "route", route);
  for (guint i = 0; i < 4; i++)
    team->members[i] = append (team->assessment, "team", bl_assessment_member_new (NULL));
  bl_project_commit (team->project);
  return team;
}

static void
team_free (Team *team)
{
  g_object_unref (team->project);
  g_object_unref (team->ids);
  g_object_unref (team->clock);
  g_free (team);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Team, team_free)

static void
test_spread (void)
{
  static const struct
  {
    const char *levels;
    BlAssessSpread spread;
    guint gap, not_sure;
    int suggested;
    const char *says;
  } cases[] = {
    { "----", BL_ASSESS_SPREAD_NONE, 0, 0, 0, "Nobody has rated this yet." },
    { "SS--", BL_ASSESS_SPREAD_NONE, 0, 2, 0, "Nobody was sure." },
    { "S3--", BL_ASSESS_SPREAD_ONE, 0, 1, 3, "One person alone gave a level: Working well." },
    { "222S", BL_ASSESS_SPREAD_AGREED, 0, 1, 2, "All say Taking shape." },
    { "2332", BL_ASSESS_SPREAD_NEAR, 1, 0, 2,
      "People are within one level: Taking shape and Working well." }, /* a tie: the lower */
    { "2333", BL_ASSESS_SPREAD_NEAR, 1, 0, 3, "People are within one level: Taking shape and Working well." },
    { "13--", BL_ASSESS_SPREAD_WIDE, 2, 0, 0, "People differ by 2 levels." },
    { "1S44", BL_ASSESS_SPREAD_WIDE, 3, 1, 0, "People differ by 3 levels." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Team) team = team_new ("route-half");
      g_autoptr (BlAssessStudy) study = NULL;
      g_autofree char *says = NULL;
      const BlAssessItem *item;

      rate (team, "purpose-choices", cases[i].levels);
      study = bl_assess_study_new (team->project, team->assessment);
      item = bl_assess_study_find (study, "purpose-choices");
      g_assert_cmpint (item->spread, ==, cases[i].spread);
      g_assert_cmpuint (item->gap, ==, cases[i].gap);
      g_assert_cmpuint (item->n_not_sure, ==, cases[i].not_sure);
      g_assert_cmpint (item->suggested, ==, cases[i].suggested);
      says = bl_assess_item_say (study, item);
      g_assert_cmpstr (says, ==, cases[i].says);
    }
}

/* Widest first, then the most not sure, then the lowest, then as the framework has them. */
static void
test_order (void)
{
  static const char *const expected[] = { "purpose-standard", "purpose-wider",    "purpose-everyday",
                                          "purpose-choices",  "purpose-strategy", "purpose-difference" };
  g_autoptr (Team) team = team_new ("route-half");
  g_autoptr (BlAssessStudy) study = NULL;
  g_autoptr (GArray) order = NULL;

  rate (team, "purpose-difference", "3333");
  rate (team, "purpose-strategy", "2222");
  rate (team, "purpose-choices", "22S2");
  rate (team, "purpose-wider", "13SS");
  rate (team, "purpose-everyday", "24S3");
  rate (team, "purpose-standard", "1444");
  study = bl_assess_study_new (team->project, team->assessment);
  order = bl_assess_study_order (study, 0);
  g_assert_cmpuint (order->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < order->len; i++)
    g_assert_cmpstr (study->items[g_array_index (order, guint, i)].item, ==, expected[i]);
}

/* A changed mind counts, and the first one is kept. */
static void
test_changed (void)
{
  g_autoptr (Team) team = team_new ("route-two");
  g_autoptr (BlAssessStudy) study = NULL;
  g_autoptr (GPtrArray) ratings = NULL;

  rate (team, "access-hours", "1---");
  rate (team, "access-hours", "3---");
  study = bl_assess_study_new (team->project, team->assessment);
  g_assert_cmpint (bl_assess_study_find (study, "access-hours")->low, ==, 3);
  g_assert_cmpuint (bl_assess_study_find (study, "access-hours")->n_rated, ==, 1);
  g_assert_cmpuint (study->members[0].done, ==, 1);
  g_assert_cmpuint (study->members[0].of, ==, 57);
  ratings
      = bl_assessment_list_ratings (team->assessment, bl_record_get_id (team->members[0]), "access-hours");
  g_assert_cmpuint (ratings->len, ==, 2);
  g_assert_cmpstr (bl_record_get_text (ratings->pdata[0], "level"), ==, "four-3");
}

static void
agree (Team *team, const char *item, const char *level)
{
  BlRecord *agreement = append (team->assessment, "agreements", bl_agreement_new (NULL));

  bl_record_set_text (agreement, "item", item);
  bl_record_set_text (agreement, "level", level);
}

static void
find (Team *team, const char *item, BlFindingSide side)
{
  BlRecord *finding = append (team->assessment, "findings", bl_finding_new (NULL));

  bl_record_set_text (finding, "item", item);
  bl_record_set_enum (finding, "side", side);
  bl_record_set_boolean (finding, "agreed", TRUE);
}

/* The plan opens only when everything is agreed, or early with a reason that is kept. */
static void
test_complete (void)
{
  g_autoptr (Team) team = team_new ("route-90");
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (team->project, team->assessment), early = NULL,
                            done = NULL;
  BlRecord *aside;

  g_assert_true (study->short_route);
  g_assert_cmpuint (study->n_items, ==, 15);
  g_assert_cmpuint (study->n_areas, ==, 3);
  g_assert_false (study->complete);
  g_assert_false (study->plan_open);
  g_assert_cmpstr (study->missing->pdata[0], ==,
                   "15 criteria have no agreed rating and are not set aside with a reason.");

  bl_project_begin (team->project, "Early");
  bl_record_set_text (BL_RECORD (team->assessment), "exception", "The budget is set next week.");
  bl_project_commit (team->project);
  early = bl_assess_study_new (team->project, team->assessment);
  g_assert_false (early->complete);
  g_assert_true (early->plan_open);

  bl_project_begin (team->project, "Agree");
  for (guint i = 1; i < study->n_items; i++)
    agree (team, study->items[i].item, "four-2");
  aside = append (team->assessment, "agreements", bl_agreement_new (NULL));
  bl_record_set_text (aside, "item", study->items[0].item);
  bl_record_set_boolean (aside, "set-aside", TRUE);
  for (guint i = 0; i < study->n_areas; i++)
    agree (team, study->areas[i].item, "result-mixed");
  for (guint i = 0; i < 2; i++)
    {
      find (team, "purpose", BL_FINDING_STRENGTH);
      find (team, "access", BL_FINDING_AREA);
    }
  bl_project_commit (team->project);
  bl_assess_study_free (early);
  early = bl_assess_study_new (team->project, team->assessment);
  g_assert_false (early->complete); /* set aside without a reason is not set aside */
  g_assert_cmpstr (early->missing->pdata[0], ==,
                   "1 criterion has no agreed rating and is not set aside with a reason.");
  bl_project_begin (team->project, "Say why");
  bl_record_set_text (aside, "reason", "We have no such service.");
  bl_project_commit (team->project);
  done = bl_assess_study_new (team->project, team->assessment);
  g_assert_cmpuint (done->missing->len, ==, 0);
  g_assert_true (done->complete);
}

/* Two to four: the fifth is refused kindly. */
static void
test_fifth (void)
{
  g_autoptr (Team) team = team_new ("route-half");
  g_autofree char *why = NULL;

  bl_project_begin (team->project, "Find");
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (bl_assessment_may_add_finding (team->assessment, "access", BL_FINDING_AREA, NULL));
      find (team, "access", BL_FINDING_AREA);
    }
  bl_project_commit (team->project);
  g_assert_false (bl_assessment_may_add_finding (team->assessment, "access", BL_FINDING_AREA, &why));
  g_assert_nonnull (strstr (why, "help the others"));
  g_assert_true (bl_assessment_may_add_finding (team->assessment, "access", BL_FINDING_STRENGTH, NULL));
  g_assert_true (bl_assessment_may_add_finding (team->assessment, "offer", BL_FINDING_AREA, NULL));
}

/* Middling counts as large for effect and as small for effort. */
static void
test_grid (void)
{
  static const char *const places[3][3] = { { "grid-fit", "grid-fit", "grid-leave" },
                                            { "grid-first", "grid-first", "grid-plan" },
                                            { "grid-first", "grid-first", "grid-plan" } };

  for (int effect = 1; effect <= 3; effect++)
    for (int effort = 1; effort <= 3; effort++)
      g_assert_cmpstr (bl_assess_grid_place (effect, effort), ==, places[effect - 1][effort - 1]);
  g_assert_null (bl_assess_grid_place (0, 2));
  g_assert_null (bl_assess_grid_place (2, 4));
}

static void
test_lost (void)
{
  g_autoptr (Team) team = team_new ("route-half");
  g_autoptr (BlAssessStudy) study = NULL;

  bl_project_begin (team->project, "Lose");
  bl_record_clear (BL_RECORD (team->assessment), "framework");
  bl_project_commit (team->project);
  study = bl_assess_study_new (team->project, team->assessment);
  g_assert_null (study->framework);
  g_assert_false (study->complete);
  g_assert_cmpuint (study->n_items, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/assessment-study/spread", test_spread);
  g_test_add_func ("/assessment-study/order", test_order);
  g_test_add_func ("/assessment-study/changed", test_changed);
  g_test_add_func ("/assessment-study/complete", test_complete);
  g_test_add_func ("/assessment-study/fifth", test_fifth);
  g_test_add_func ("/assessment-study/grid", test_grid);
  g_test_add_func ("/assessment-study/lost", test_lost);
  return g_test_run ();
}
