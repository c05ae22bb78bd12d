/* test-response-plan.c: ratings sent out and taken in again, and what may be wrong with a file that comes
 * back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-study.h"
#include "response-plan.h"

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
  BlAssessment *assessment;
  BlFramework *framework;
  BlRecord *ann, *bob;
} Team;

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static Team *
team_new (const char *seed)
{
  Team *team = g_new0 (Team, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = bl_framework_load ("self-assessment-starter", &error);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  team->ids = bl_ids_new_seeded (seed);
  team->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  team->project = bl_project_new (team->ids, team->clock);
  bl_project_begin (team->project, "Begin");
  team->framework = bl_framework_copy (shipped, team->ids);
  append (team->project, "frameworks", team->framework);
  team->assessment = BL_ASSESSMENT (append (team->project, "assessments", bl_assessment_new (NULL)));
  bl_record_set_text (BL_RECORD (team->assessment), "framework",
                      bl_record_get_id (BL_RECORD (team->framework)));
  bl_record_set_text (BL_RECORD (team->assessment), "title", "Spring");
  bl_record_set_text (BL_RECORD (team->assessment), "route", "route-90");
  team->ann = append (team->assessment, "team", bl_assessment_member_new (NULL));
  bl_record_set_text (team->ann, "name", "Ann");
  team->bob = append (team->assessment, "team", bl_assessment_member_new (NULL));
  bl_record_set_text (team->bob, "name", "Bob");
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

static BlRecord *
answer (gpointer holder, const char *member, const char *item, const char *level, const char *given)
{
  BlRecord *rating = append (holder, "ratings", bl_rating_new (NULL));

  bl_record_set_text (rating, "member", member);
  bl_record_set_text (rating, "item", item);
  bl_record_set_text (rating, "level", level);
  bl_record_set_text (rating, "given", given);
  return rating;
}

static BlResponse *
send (Team *team, BlRecord *member)
{
  return bl_response_new_for (team->project, team->assessment, BL_ASSESSMENT_MEMBER (member));
}

static const char *
get_level (Team *team, BlRecord *member, const char *item)
{
  g_autoptr (GPtrArray) ratings
      = bl_assessment_list_ratings (team->assessment, bl_record_get_id (member), item);

  return ratings->len > 0 ? bl_record_get_text (ratings->pdata[0], "level") : NULL;
}

static void
test_there_and_back (void)
{
  g_autoptr (Team) team = team_new ("test");
  g_autoptr (BlResponse) ann = send (team, team->ann), bob = send (team, team->bob);
  g_autoptr (BlResponsePlan) first = NULL, second = NULL, again = NULL;
  g_autofree char *says = NULL, *nothing = NULL;
  BlRecord *finding;
  guint done, of;

  answer (ann, NULL, "purpose-choices", "four-2", "2026-04-10T09:00:00Z");
  answer (ann, NULL, "access-reach", "four-notsure", "2026-04-10T09:01:00Z");
  finding = append (ann, "findings", bl_finding_new (NULL));
  bl_record_set_enum (finding, "side", BL_FINDING_STRENGTH);
  bl_record_set_text (finding, "item", "purpose");
  bl_record_set_text (finding, "text", "We say no to things.");
  bl_record_set_boolean (finding, "agreed", TRUE); /* not theirs to say */
  answer (bob, NULL, "purpose-choices", "four-4", "2026-04-11T09:00:00Z");
  bl_response_count (ann, &done, &of);
  g_assert_cmpuint (done, ==, 2);
  g_assert_cmpuint (of, ==, 15);

  first = bl_response_plan_new (team->project, ann);
  g_assert_null (first->refusal);
  g_assert_cmpuint (first->notes->len, ==, 0);
  says = bl_response_plan_say (first);
  g_assert_cmpstr (says, ==, "2 new ratings, 1 strength or area put forward.");
  g_assert_true (bl_response_plan_apply (first));
  second = bl_response_plan_new (team->project, bob);
  g_assert_true (bl_response_plan_apply (second));
  g_assert_cmpstr (get_level (team, team->ann, "purpose-choices"), ==, "four-2");
  g_assert_cmpstr (get_level (team, team->bob, "purpose-choices"), ==, "four-4");
  {
    g_autoptr (BlAssessStudy) study = bl_assess_study_new (team->project, team->assessment);

    g_assert_cmpuint (bl_assess_study_find (study, "purpose-choices")->gap, ==, 2);
    g_assert_cmpuint (study->parts[0].n_strengths, ==, 0); /* put forward is not agreed */
  }
  /* The same file once more brings nothing. */
  again = bl_response_plan_new (team->project, ann);
  g_assert_cmpuint (again->n_same, ==, 2);
  nothing = bl_response_plan_say (again);
  g_assert_cmpstr (nothing, ==, "Nothing new: all of it is in the project already.");
  g_assert_false (bl_response_plan_apply (again));
  /* One step each to undo. */
  g_assert_cmpstr (bl_project_get_undo_name (team->project), ==, "Take in the ratings of Bob");
  bl_project_undo (team->project);
  g_assert_null (get_level (team, team->bob, "purpose-choices"));
  g_assert_cmpstr (get_level (team, team->ann, "purpose-choices"), ==, "four-2");
}

/* Rated on the machine as well: the later counts, both are kept. */
static void
test_twice (void)
{
  g_autoptr (Team) team = team_new ("test");
  g_autoptr (BlResponse) response = send (team, team->ann);
  g_autoptr (BlResponsePlan) plan = NULL;
  g_autoptr (GPtrArray) older = NULL;

  answer (response, NULL, "purpose-choices", "four-1", "2026-04-10T09:00:00Z");
  answer (response, NULL, "access-reach", "four-3", "2026-04-14T09:00:00Z");
  answer (response, NULL, "offer-reading", "four-1", "2026-04-14T09:00:00Z");
  answer (response, NULL, "offer-reading", "four-2",
          "2026-04-14T09:05:00Z"); /* put in by hand: the last counts */
  bl_project_begin (team->project, "Rate here");
  answer (team->assessment, bl_record_get_id (team->ann), "purpose-choices", "four-2",
          "2026-04-12T09:00:00Z");
  answer (team->assessment, bl_record_get_id (team->ann), "access-reach", "four-2", "2026-04-12T09:00:00Z");
  bl_project_commit (team->project);
  plan = bl_response_plan_new (team->project, response);
  g_assert_cmpuint (plan->n_earlier, ==, 1);
  g_assert_cmpuint (plan->n_changed, ==, 1);
  g_assert_cmpuint (plan->n_new, ==, 1);
  g_assert_cmpuint (plan->notes->len, ==, 2);
  g_assert_nonnull (strstr (plan->notes->pdata[0], "The last one counts."));
  g_assert_nonnull (strstr (plan->notes->pdata[1], "both are kept"));
  g_assert_true (bl_response_plan_apply (plan));
  g_assert_cmpstr (get_level (team, team->ann, "purpose-choices"), ==, "four-2");
  g_assert_cmpstr (get_level (team, team->ann, "access-reach"), ==, "four-3");
  g_assert_cmpstr (get_level (team, team->ann, "offer-reading"), ==, "four-2");
  older = bl_assessment_list_ratings (team->assessment, bl_record_get_id (team->ann), "purpose-choices");
  g_assert_cmpuint (older->len, ==, 2);
  g_assert_cmpstr (bl_record_get_text (older->pdata[1], "level"), ==, "four-1");
}

static void
test_altered (void)
{
  g_autoptr (Team) team = team_new ("test");
  g_autoptr (BlResponse) response = send (team, team->ann);
  g_autoptr (BlResponsePlan) plan = NULL;

  bl_record_set_text (
      BL_RECORD (bl_framework_find_criterion (bl_response_get_framework (response), "access-reach")),
      "statement", "Everything is fine.");
  answer (response, NULL, "access-reach", "four-4", "2026-04-10T09:00:00Z");
  answer (response, NULL, "purpose-choices", "four-9", "2026-04-10T09:00:00Z");
  answer (response, NULL, "made-up", "four-1", "2026-04-10T09:00:00Z");
  answer (response, NULL, "offer-reading", "four-3", "2026-04-10T09:00:00Z");
  bl_record_set_text (BL_RECORD (response), "member", bl_record_get_id (team->ann));
  plan = bl_response_plan_new (team->project, response);
  g_assert_null (plan->refusal);
  g_assert_cmpuint (plan->n_left_out, ==, 3);
  g_assert_cmpuint (plan->ratings->len, ==, 1);
  g_assert_cmpuint (plan->notes->len, ==, 4);
  g_assert_cmpstr (plan->notes->pdata[0], ==, "The criteria in the file were changed after it was sent out.");
  g_assert_cmpstr (plan->notes->pdata[1], ==,
                   "1 rating is left out, since the criterion had other words when it was rated: “Within "
                   "reach”. Ask for it again.");
  g_assert_true (bl_response_plan_apply (plan));
  g_assert_null (get_level (team, team->ann, "access-reach"));
  g_assert_cmpstr (get_level (team, team->ann, "offer-reading"), ==, "four-3");
}

/* The team's words moved on while the file was out: only what still says the same is taken. */
static void
test_other_version (void)
{
  g_autoptr (Team) team = team_new ("test");
  g_autoptr (BlResponse) response = send (team, team->ann);
  g_autoptr (BlResponsePlan) plan = NULL;

  answer (response, NULL, "access-reach", "four-4", "2026-04-10T09:00:00Z");
  answer (response, NULL, "offer-reading", "four-3", "2026-04-10T09:00:00Z");
  bl_project_begin (team->project, "Reword");
  bl_record_set_text (BL_RECORD (bl_framework_find_criterion (team->framework, "access-reach")), "statement",
                      "Near enough, so that all can come.");
  bl_record_set_text (BL_RECORD (team->framework), "revision", "2");
  bl_project_commit (team->project);
  plan = bl_response_plan_new (team->project, response);
  g_assert_null (plan->refusal);
  g_assert_cmpuint (plan->n_left_out, ==, 1);
  g_assert_cmpuint (plan->n_new, ==, 1);
  g_assert_cmpuint (plan->notes->len, ==, 1); /* nobody altered the file */
  g_assert_nonnull (strstr (plan->notes->pdata[0], "had other words"));
}

static void
test_refused (void)
{
  g_autoptr (Team) team = team_new ("test"), others = team_new ("others");
  g_autoptr (BlResponse) strange = send (others, others->ann), response = send (team, team->ann),
                         late = send (team, team->bob);
  g_autoptr (BlResponsePlan) other = bl_response_plan_new (team->project, strange), gone = NULL, lost = NULL,
                             after = NULL;

  g_assert_nonnull (strstr (other->refusal, "another project"));
  g_assert_false (bl_response_plan_apply (other));

  bl_project_begin (team->project, "Meet");
  bl_record_set_date (BL_RECORD (team->assessment), "meeting", bl_clock_today (team->clock) - 1);
  bl_project_commit (team->project);
  answer (late, NULL, "offer-reading", "four-3", "2026-04-17T09:00:00Z");
  after = bl_response_plan_new (team->project, late);
  g_assert_null (after->refusal);
  g_assert_nonnull (strstr (after->notes->pdata[0], "after the meeting"));
  g_assert_true (bl_response_plan_apply (after));

  bl_project_begin (team->project, "Leave");
  bl_project_delete (team->project, team->ann);
  bl_project_commit (team->project);
  gone = bl_response_plan_new (team->project, response);
  g_assert_cmpstr (gone->refusal, ==,
                   "Ann is no longer in the team of this assessment. Bring them back with Undo, then take "
                   "the file in again.");
  bl_project_begin (team->project, "Remove");
  bl_project_delete (team->project, BL_RECORD (team->assessment));
  bl_project_commit (team->project);
  lost = bl_response_plan_new (team->project, response);
  g_assert_nonnull (strstr (lost->refusal, "“Spring”, is no longer in the project"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/response-plan/there-and-back", test_there_and_back);
  g_test_add_func ("/response-plan/twice", test_twice);
  g_test_add_func ("/response-plan/altered", test_altered);
  g_test_add_func ("/response-plan/other-version", test_other_version);
  g_test_add_func ("/response-plan/refused", test_refused);
  return g_test_run ();
}
