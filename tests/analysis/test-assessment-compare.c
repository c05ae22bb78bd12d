/* test-assessment-compare.c: what moved between two self-assessments, worked by hand; the way through one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-compare.h"

#include "assessment-steps.h"

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
  BlFramework *framework;
} Place;

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static BlFramework *
add_framework (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = bl_framework_load ("self-assessment-starter", &error);

  g_assert_no_error (error);
  return BL_FRAMEWORK (append (place->project, "frameworks", bl_framework_copy (shipped, place->ids)));
}

static Place *
place_new (void)
{
  Place *place = g_new0 (Place, 1);

  place->ids = bl_ids_new_seeded ("test");
  place->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  place->project = bl_project_new (place->ids, place->clock);
  bl_project_begin (place->project, "Begin");
  place->framework = add_framework (place);
  bl_project_commit (place->project);
  return place;
}

static void
place_free (Place *place)
{
  g_object_unref (place->project);
  g_object_unref (place->ids);
  g_object_unref (place->clock);
  g_free (place);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

/* With @n members; the last is a critical friend where @friendly. */
static BlAssessment *
add_assessment (Place *place, BlFramework *framework, const char *scale, guint n, gboolean friendly)
{
  BlRecord *assessment;

  bl_project_begin (place->project, "Add");
  assessment = append (place->project, "assessments", bl_assessment_new (NULL));
  bl_record_set_text (assessment, "framework", bl_record_get_id (BL_RECORD (framework)));
  bl_record_set_text (assessment, "route", "route-half");
  bl_record_set_text (assessment, "scale", scale);
  for (guint i = 0; i < n; i++)
    {
      BlRecord *member = append (assessment, "team", bl_assessment_member_new (NULL));

      bl_record_set_text (member, "role", friendly && i + 1 == n ? "role-friend" : "role-staff");
    }
  bl_project_commit (place->project);
  return BL_ASSESSMENT (assessment);
}

/* One letter a member: a level, "S" not sure, "-" not rated; then what was agreed, "-" nothing. */
static void
rate (Place *place, BlAssessment *assessment, const char *item, const char *scale, const char *levels, char agreed, const char *why)
{
  GListModel *team = bl_record_get_list (BL_RECORD (assessment), "team");

  bl_project_begin (place->project, "Rate");
  for (guint i = 0; i < g_list_model_get_n_items (team); i++)
    if (levels[i] != '-')
      {
        g_autoptr (BlRecord) member = g_list_model_get_item (team, i);
        BlRecord *rating = append (assessment, "ratings", bl_rating_new (NULL));
        g_autofree char *level
            = levels[i] == 'S' ? g_strdup_printf ("%s-notsure", scale) : g_strdup_printf ("%s-%c", scale, levels[i]);

        bl_record_set_text (rating, "member", bl_record_get_id (member));
        bl_record_set_text (rating, "item", item);
        bl_record_set_text (rating, "level", level);
      }
  if (agreed != '-')
    {
      BlRecord *agreement = append (assessment, "agreements", bl_agreement_new (NULL));
      g_autofree char *level = g_strdup_printf ("%s-%c", scale, agreed);

      bl_record_set_text (agreement, "item", item);
      bl_record_set_text (agreement, "level", level);
      bl_record_set_text (agreement, "reason", why);
    }
  bl_project_commit (place->project);
}

static const BlAssessPair *
find (const BlAssessBack *back, const char *item)
{
  for (guint i = 0; i < back->n_pairs; i++)
    if (g_strcmp0 (back->pairs[i].item, item) == 0)
      return &back->pairs[i];
  g_assert_not_reached ();
}

static void
assert_says (const BlAssessBack *back, const char *item, const char *expected)
{
  g_autofree char *says = bl_assess_pair_say (back, find (back, item));

  g_assert_cmpstr (says, ==, expected);
}

static void
test_earlier (void)
{
  g_autoptr (Place) place = place_new ();
  BlAssessment *then = add_assessment (place, place->framework, "scale-four", 4, FALSE),
               *now = add_assessment (place, place->framework, "scale-four", 3, FALSE);
  g_autoptr (BlAssessBack) back = NULL;
  g_autoptr (GArray) order = NULL;
  g_autofree char *says = NULL, *side = NULL;

  /* From 2 to 3; the gap from 1 to 0 is nearer. */
  rate (place, then, "purpose-difference", "four", "2233", '2', NULL);
  rate (place, now, "purpose-difference", "four", "333", '3', "Everyone can name the vision now.");
  /* From 4 to 1: three levels. */
  rate (place, then, "purpose-strategy", "four", "4444", '4', NULL);
  rate (place, now, "purpose-strategy", "four", "11S", '1', NULL);
  /* The same level; further apart: from 0 to 2. */
  rate (place, then, "purpose-choices", "four", "22S-", '2', NULL);
  rate (place, now, "purpose-choices", "four", "132", '2', NULL);
  /* Agreed then alone. */
  rate (place, then, "purpose-wider", "four", "3333", '3', NULL);
  rate (place, now, "purpose-wider", "four", "332", '-', NULL);

  back = bl_assess_back_new (place->project, then, now);
  g_assert_cmpint (back->kind, ==, BL_ASSESS_BACK_EARLIER);
  g_assert_true (back->same_scale);
  g_assert_cmpuint (back->n_pairs, ==, 57);
  g_assert_cmpuint (back->n_same, ==, 57);
  g_assert_cmpuint (back->n_both, ==, 3);
  g_assert_cmpuint (back->n_moved, ==, 2);
  g_assert_cmpuint (back->n_nearer, ==, 1);
  g_assert_cmpuint (back->n_wider, ==, 2);
  g_assert_cmpint (find (back, "purpose-difference")->moved, ==, 1);
  g_assert_cmpstr (find (back, "purpose-difference")->now.why, ==, "Everyone can name the vision now.");
  g_assert_cmpint (find (back, "purpose-strategy")->moved, ==, -3);
  g_assert_cmpint (find (back, "purpose-choices")->widened, ==, 2);
  g_assert_false (find (back, "purpose-wider")->moves);
  assert_says (back, "purpose-difference", "From Taking shape to Working well.");
  assert_says (back, "purpose-choices", "Taking shape on both sides; people are further apart.");
  assert_says (back, "purpose-wider", "Not agreed on both sides.");
  says = bl_assess_back_say (back);
  g_assert_cmpstr (says, ==, "Of 3 criteria agreed both times, 2 moved.");
  side = bl_assess_side_say (back->now, &find (back, "purpose-strategy")->now);
  g_assert_cmpstr (side, ==, "2 Early days, 1 not sure");

  /* Most moved first: three levels, one level, then gap of two, then as the framework has them. */
  order = bl_assess_back_order (back);
  g_assert_cmpuint (order->len, ==, 57);
  g_assert_cmpstr (back->pairs[g_array_index (order, guint, 0)].item, ==, "purpose-strategy");
  g_assert_cmpstr (back->pairs[g_array_index (order, guint, 1)].item, ==, "purpose-difference");
  g_assert_cmpstr (back->pairs[g_array_index (order, guint, 2)].item, ==, "purpose-choices");
  g_assert_cmpstr (back->pairs[g_array_index (order, guint, 3)].item, ==, "purpose-wider");
}

/* Other words are not compared, nor is what one of the two does not have. */
static void
test_words (void)
{
  g_autoptr (Place) place = place_new ();
  BlFramework *newer;
  BlAssessment *then, *now;
  g_autoptr (BlAssessBack) back = NULL;
  g_autoptr (GPtrArray) doubts = NULL;

  bl_project_begin (place->project, "Newer");
  newer = add_framework (place);
  bl_record_set_text (BL_RECORD (bl_framework_find_criterion (newer, "purpose-difference")), "statement", "Other words.");
  /* Runs of blanks and hints where to look are no other words. */
  bl_record_set_text (BL_RECORD (bl_framework_find_criterion (newer, "purpose-strategy")), "documents", "Another hint");
  bl_record_remove (BL_RECORD (bl_framework_find_criterion (newer, "purpose-choices")));
  bl_project_commit (place->project);
  then = add_assessment (place, place->framework, "scale-four", 2, FALSE);
  now = add_assessment (place, newer, "scale-four", 2, FALSE);
  rate (place, then, "purpose-difference", "four", "11", '1', NULL);
  rate (place, now, "purpose-difference", "four", "44", '4', NULL);
  back = bl_assess_back_new (place->project, then, now);
  g_assert_cmpuint (back->n_pairs, ==, 57);
  g_assert_cmpuint (back->n_same, ==, 55);
  g_assert_cmpuint (back->n_reworded, ==, 1);
  g_assert_cmpuint (back->n_only_then, ==, 1);
  g_assert_cmpuint (back->n_only_now, ==, 0);
  g_assert_cmpuint (back->n_moved, ==, 0);
  g_assert_cmpint (find (back, "purpose-difference")->fit, ==, BL_ASSESS_BACK_REWORDED);
  g_assert_cmpint (find (back, "purpose-difference")->moved, ==, 0);
  g_assert_cmpint (find (back, "purpose-strategy")->fit, ==, BL_ASSESS_BACK_SAME);
  g_assert_cmpint (find (back, "purpose-choices")->fit, ==, BL_ASSESS_BACK_ONLY_THEN);
  doubts = bl_assess_back_list_doubts (back);
  g_assert_true (g_ptr_array_find_with_equal_func (doubts, "1 criterion has other words now and is not compared.", g_str_equal, NULL));
}

/* Scales that differ are not turned into each other, and that is said. */
static void
test_scales (void)
{
  g_autoptr (Place) place = place_new ();
  BlAssessment *then = add_assessment (place, place->framework, "scale-six", 2, FALSE),
               *now = add_assessment (place, place->framework, "scale-four", 2, FALSE);
  g_autoptr (BlAssessBack) back = NULL;
  g_autoptr (GPtrArray) doubts = NULL;
  g_autofree char *says = NULL;

  rate (place, then, "purpose-difference", "six", "66", '6', NULL);
  rate (place, now, "purpose-difference", "four", "33", '3', NULL);
  back = bl_assess_back_new (place->project, then, now);
  g_assert_false (back->same_scale);
  g_assert_cmpuint (back->n_both, ==, 0);
  g_assert_false (find (back, "purpose-difference")->moves);
  g_assert_cmpint (find (back, "purpose-difference")->moved, ==, 0);
  g_assert_cmpint (find (back, "purpose-difference")->then.agreed_number, ==, 6);
  assert_says (back, "purpose-difference", "Agreed on both sides, on different scales.");
  says = bl_assess_back_say (back);
  g_assert_cmpstr (says, ==, "The two were rated on different scales, so that levels are shown as they are and not compared.");
  doubts = bl_assess_back_list_doubts (back);
  g_assert_cmpstr (doubts->pdata[0], ==,
                   "One used “Six levels, in the Scottish manner”, the other “Four levels”. Levels of the one cannot be turned into "
                   "levels of the other.");
}

static void
test_friend (void)
{
  g_autoptr (Place) place = place_new ();
  BlAssessment *alone = add_assessment (place, place->framework, "scale-four", 3, FALSE),
               *assessment = add_assessment (place, place->framework, "scale-four", 4, TRUE);
  g_autoptr (BlAssessBack) back = NULL;
  g_autofree char *says = NULL;

  g_assert_null (bl_assess_back_new_friend (place->project, alone));
  rate (place, assessment, "purpose-difference", "four", "3331", '3', NULL);
  rate (place, assessment, "purpose-strategy", "four", "2232", '2', NULL);
  rate (place, assessment, "purpose-choices", "four", "222S", '2', NULL);
  back = bl_assess_back_new_friend (place->project, assessment);
  g_assert_cmpint (back->kind, ==, BL_ASSESS_BACK_FRIEND);
  g_assert_cmpuint (find (back, "purpose-difference")->then.counts[3], ==, 3);
  g_assert_cmpuint (find (back, "purpose-difference")->then.counts[1], ==, 0);
  g_assert_cmpuint (find (back, "purpose-difference")->now.counts[1], ==, 1);
  g_assert_cmpint (find (back, "purpose-difference")->moved, ==, -2);
  g_assert_false (find (back, "purpose-choices")->moves);
  g_assert_cmpuint (back->n_both, ==, 2);
  g_assert_cmpuint (back->n_moved, ==, 1);
  assert_says (back, "purpose-difference", "Team: Working well. Critical friend: Early days.");
  says = bl_assess_back_say (back);
  g_assert_cmpstr (says, ==, "The critical friend sees 1 of 2 criteria differently from what was agreed.");
}

static void
test_place (void)
{
  g_autoptr (Place) place = place_new ();
  BlAssessment *service = add_assessment (place, place->framework, "scale-four", 2, FALSE),
               *library = add_assessment (place, place->framework, "scale-four", 2, FALSE);
  g_autoptr (BlAssessBack) back = NULL;
  BlRecord *gosforth;

  bl_project_begin (place->project, "A library");
  gosforth = append (place->project, "libraries", bl_library_new (NULL));
  bl_record_set_text (BL_RECORD (library), "library", bl_record_get_id (gosforth));
  bl_project_commit (place->project);
  rate (place, service, "access-hours", "four", "22", '2', NULL);
  rate (place, library, "access-hours", "four", "33", '3', NULL);
  back = bl_assess_back_new (place->project, service, library);
  g_assert_cmpint (back->kind, ==, BL_ASSESS_BACK_PLACE);
  assert_says (back, "access-hours", "Service: Taking shape. Library: Working well.");
}

/* The first that is not done is next, and only it says why. */
static void
test_steps (void)
{
  g_autoptr (Place) place = place_new ();
  BlAssessment *assessment = add_assessment (place, place->framework, "scale-four", 0, FALSE);
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (place->project, assessment);
  g_autoptr (BlAssessStudy) later = NULL;
  g_autoptr (GPtrArray) steps = bl_assess_steps_new (place->project, study), after = NULL;
  static const char *const keys[] = { "prepare", "rate", "results", "meet", "plan", "back", "report" };
  g_autofree char *few = bl_assess_team_advise (3), *right = bl_assess_team_advise (6), *many = bl_assess_team_advise (10);
  const BlAssessStep *step;

  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < steps->len; i++)
    {
      step = g_ptr_array_index (steps, i);
      g_assert_cmpstr (step->key, ==, keys[i]);
      g_assert_cmpint (step->state, ==, i == 0 ? BL_ASSESS_STEP_NEXT : BL_ASSESS_STEP_LATER);
      g_assert_true ((step->why != NULL) == (i == 0));
    }
  step = g_ptr_array_index (steps, 0);
  g_assert_cmpstr (step->says, ==, "0 people in the team. No day for the meeting yet. Organisational model: 0 of 12 headings.");

  bl_project_begin (place->project, "Prepare");
  append (assessment, "team", bl_assessment_member_new (NULL));
  bl_record_set_date (BL_RECORD (assessment), "meeting", bl_clock_today (place->clock) + 21);
  bl_project_commit (place->project);
  later = bl_assess_study_new (place->project, assessment);
  after = bl_assess_steps_new (place->project, later);
  g_assert_cmpint (((BlAssessStep *) after->pdata[0])->state, ==, BL_ASSESS_STEP_DONE);
  g_assert_cmpint (((BlAssessStep *) after->pdata[1])->state, ==, BL_ASSESS_STEP_NEXT);
  g_assert_cmpstr (((BlAssessStep *) after->pdata[1])->says, ==, "0 of 1 person has finished.");

  g_assert_true (g_str_has_prefix (few, "3 people rate. Fewer than four"));
  g_assert_cmpstr (right, ==, "6 people rate. That is a good number.");
  g_assert_true (g_str_has_prefix (many, "10 people rate. More than nine"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/assessment-compare/earlier", test_earlier);
  g_test_add_func ("/assessment-compare/words", test_words);
  g_test_add_func ("/assessment-compare/scales", test_scales);
  g_test_add_func ("/assessment-compare/friend", test_friend);
  g_test_add_func ("/assessment-compare/place", test_place);
  g_test_add_func ("/assessment-compare/steps", test_steps);
  return g_test_run ();
}
