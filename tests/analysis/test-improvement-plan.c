/* test-improvement-plan.c: from areas to priorities and actions, worked by hand from self-assessment-content 5.11, 5.12, 6.3
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "improvement-plan.h"

#include "results-figures.h"
#include "indicator.h"

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
  BlAssessment *assessment;
} Fixture;

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (BlAssessment) assessment = bl_assessment_new (NULL);

  self->ids = bl_ids_new_seeded ("test");
  self->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  self->project = bl_project_new (self->ids, self->clock);
  bl_project_begin (self->project, "Begin");
  bl_record_append (BL_RECORD (self->project), "assessments", BL_RECORD (assessment));
  bl_project_commit (self->project);
  self->assessment = assessment; /* the project holds it */
  return self;
}

static void
fixture_free (Fixture *self)
{
  g_object_unref (self->project);
  g_object_unref (self->ids);
  g_object_unref (self->clock);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
change (Fixture *fixture, gpointer record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  bl_project_begin (fixture->project, "Change");
  bl_record_set_from_text (record, field, text, &error);
  bl_project_commit (fixture->project);
  g_assert_no_error (error);
}

static BlFinding *
add (Fixture *fixture, const char *side, const char *criteria, const char *text)
{
  g_autoptr (BlFinding) finding = bl_finding_new (NULL);

  bl_project_begin (fixture->project, "Add");
  bl_record_append (BL_RECORD (fixture->assessment), "findings", BL_RECORD (finding));
  bl_project_commit (fixture->project);
  change (fixture, finding, "side", side);
  change (fixture, finding, "agreed", "yes");
  change (fixture, finding, "item", "access");
  change (fixture, finding, "criteria", criteria);
  change (fixture, finding, "text", text);
  return finding; /* the project holds it */
}

static gboolean
merge (Fixture *fixture, BlFinding *finding, BlFinding *into)
{
  gboolean done;

  bl_project_begin (fixture->project, "Merge");
  done = bl_plan_merge (finding, into);
  bl_project_commit (fixture->project);
  return done;
}

static char *
say_areas (Fixture *fixture)
{
  g_autoptr (BlPlanStudy) plan = bl_plan_study_new (fixture->project, fixture->assessment);

  return bl_plan_study_say_areas (plan);
}

static void
test_merging (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlFinding *sunday = add (fixture, "area", "access-hours", "We do not open on Sundays"),
            *evening = add (fixture, "area", "access-hours access-promise", "We close at five"),
            *whole = add (fixture, "area", "", "We are far away");

  add (fixture, "strength", "access-welcome", "A warm welcome");
  g_assert_true (merge (fixture, sunday, evening));
  g_assert_true (merge (fixture, evening, whole));
  g_assert_false (merge (fixture, whole, sunday)); /* round in a ring */
  g_assert_false (merge (fixture, whole, whole));
  {
    g_autoptr (BlPlanStudy) plan = bl_plan_study_new (fixture->project, fixture->assessment);
    g_autofree char *links = g_strjoinv (" ", plan->areas[0].criteria);

    g_assert_cmpuint (plan->n_areas, ==, 1);
    g_assert_true (plan->areas[0].finding == whole);
    g_assert_cmpuint (plan->areas[0].merged->len, ==, 2);
    /* Its own characteristic where it names no criteria, then those of the merged, each once. */
    g_assert_cmpstr (links, ==, "access access-hours access-promise");
  }
  bl_project_undo (fixture->project);
  {
    g_autoptr (BlPlanStudy) plan = bl_plan_study_new (fixture->project, fixture->assessment);

    g_assert_cmpuint (plan->n_areas, ==, 2);
  }
}

/* A file made by hand may go round in a ring; nothing hangs, and something is shown. */
static void
test_ring (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlFinding *one = add (fixture, "area", "", "One"), *two = add (fixture, "area", "", "Two");
  g_autoptr (BlPlanStudy) plan = NULL;

  change (fixture, one, "merged", bl_record_get_id (BL_RECORD (two)));
  change (fixture, two, "merged", bl_record_get_id (BL_RECORD (one)));
  plan = bl_plan_study_new (fixture->project, fixture->assessment);
  g_assert_cmpuint (plan->n_areas, ==, 2);
}

static void
test_twelve (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *none = say_areas (fixture), *twelve = NULL, *fourteen = NULL;

  g_assert_true (g_str_has_prefix (none, "No area for improvement has been agreed yet."));
  for (guint i = 0; i < 12; i++)
    add (fixture, "area", "", "An area");
  twelve = say_areas (fixture);
  g_assert_cmpstr (twelve, ==, "12 areas compete: few enough to weigh against each other.");
  /* What the law asks for does not compete. */
  change (fixture, add (fixture, "area", "", "Fire doors"), "required", "yes");
  add (fixture, "area", "", "An area");
  add (fixture, "area", "", "An area");
  fourteen = say_areas (fixture);
  g_assert_cmpstr (fourteen, ==, "14 areas compete, 2 more than the twelve a team can weigh. Put like with like.");
  {
    g_autoptr (BlPlanStudy) plan = bl_plan_study_new (fixture->project, fixture->assessment);

    g_assert_cmpuint (plan->n_required, ==, 1);
    g_assert_true (plan->areas[0].required);
  }
}

/* 5.11: middling counts as large for effect and as small for effort. */
static void
test_grid (void)
{
  static const struct
  {
    const char *effect, *effort, *place;
  } cases[] = {
    { "1", "1", "grid-fit" },   { "1", "2", "grid-fit" },   { "1", "3", "grid-leave" },
    { "2", "1", "grid-first" }, { "2", "2", "grid-first" }, { "2", "3", "grid-plan" },
    { "3", "1", "grid-first" }, { "3", "2", "grid-first" }, { "3", "3", "grid-plan" },
    { "", "3", NULL },          { "3", "", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  BlFinding *finding = add (fixture, "area", "access-hours", "We do not open on Sundays");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlPlanStudy) plan = NULL;

      change (fixture, finding, "effect", cases[i].effect);
      change (fixture, finding, "effort", cases[i].effort);
      plan = bl_plan_study_new (fixture->project, fixture->assessment);
      g_assert_cmpstr (plan->areas[0].place, ==, cases[i].place);
      g_assert_false (plan->areas[0].overruled);
    }
  change (fixture, finding, "effort", "3");
  change (fixture, finding, "place", "grid-first");
  {
    g_autoptr (BlPlanStudy) plan = bl_plan_study_new (fixture->project, fixture->assessment);

    g_assert_cmpstr (plan->areas[0].place, ==, "grid-first");
    g_assert_cmpstr (plan->areas[0].usual, ==, "grid-plan");
    g_assert_true (plan->areas[0].overruled);
  }
}

static void
test_priorities (void)
{
  static const char *const says[] = {
    "Choose three to five. One of them should build on a strength.",
    "1 is chosen. Three to five make a plan that people will follow.",
    "2 are chosen. Three to five make a plan that people will follow.",
    "3 priorities, which is enough. Does one of them build on a strength?",
    "4 priorities, which is enough. Does one of them build on a strength?",
    "5 priorities, which is enough. Does one of them build on a strength?",
    "6 are chosen, which is more than a team can follow well. Which could wait a year?",
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      g_autoptr (BlPlanStudy) plan = bl_plan_study_new (fixture->project, fixture->assessment);
      g_autofree char *words = bl_plan_study_say_priorities (plan);

      g_assert_cmpstr (words, ==, says[i]);
      change (fixture, add (fixture, "area", "", "An area"), "chosen", "yes");
    }
}

static void
test_actions (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlFinding *finding = add (fixture, "area", "access-hours", "We do not open on Sundays, and as a result families stay away");
  g_autoptr (BlPlanStudy) before = NULL, after = NULL;
  g_autoptr (BlAction) action = NULL;
  g_autoptr (GPtrArray) lacking = NULL;
  g_autofree char *lacks = NULL, *says = NULL, *next = NULL;
  guint32 review = 0;

  change (fixture, finding, "effect", "3");
  change (fixture, finding, "effort", "2");
  before = bl_plan_study_new (fixture->project, fixture->assessment);
  action = bl_plan_make_action (fixture->project, before, &before->areas[0], bl_clock_today (fixture->clock));
  bl_project_begin (fixture->project, "Add");
  bl_record_append (BL_RECORD (fixture->project), "actions", BL_RECORD (action));
  bl_project_commit (fixture->project);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (action), "ref"), ==, "A1");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (action), "criteria"), ==, "access-hours");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (action), "why"), ==, bl_record_get_text (BL_RECORD (finding), "text"));
  /* Within six months. */
  g_assert_true (bl_record_get_date (BL_RECORD (action), "review", &review));
  g_assert_cmpuint (review, <=, bl_clock_today (fixture->clock) + 184);
  lacking = bl_plan_list_lacking (action);
  lacks = g_strjoinv (" ", (char **) lacking->pdata);
  g_assert_cmpstr (lacks, ==,
                   "plan-difference plan-outcomes plan-action plan-first plan-owner plan-resources plan-start plan-due "
                   "plan-measure plan-equality");
  after = bl_plan_study_new (fixture->project, fixture->assessment);
  g_assert_cmpuint (after->areas[0].n_actions, ==, 1);
  g_assert_cmpuint (after->areas[0].n_unowned, ==, 1);
  says = bl_plan_study_say_actions (after);
  g_assert_cmpstr (says, ==, "1 action in the plan. 1 has no owner: an action without an owner is not an action.");
  next = bl_plan_next_ref (fixture->project);
  g_assert_cmpstr (next, ==, "A2");
}

static BlIndicator *
indicator_new (const char *item, const char *serves)
{
  BlIndicator *indicator = bl_indicator_new (NULL);

  bl_record_set_text (BL_RECORD (indicator), "item", item);
  bl_record_set_text (BL_RECORD (indicator), "serves", serves);
  return indicator;
}

/* Outcome 2 is reading; use and reach are the dictionary's words for the area that all Outcomes belong to. */
static void
test_results (void)
{
  static const struct
  {
    const char *area, *item, *serves;
    gboolean served;
  } cases[] = {
    { "results-reading", "a", "use, O2", TRUE },     { "results-reading", "a", "use, O7", FALSE },
    { "results-use", "a", "use, O2", TRUE },         { "results-use", "a", "reach, O4", TRUE },
    { "results-use", "a", "quality, O2", FALSE },    { "results-value", "a", "use, cost", TRUE },
    { "results-equality", "a", "access", TRUE },     { "results-quality", "a", "use, quality", TRUE },
    { "results-culture", "a", NULL, FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = bl_framework_load ("self-assessment-starter", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlIndicator) indicator = indicator_new (cases[i].item, cases[i].serves);

      g_test_message ("%s %s", cases[i].area, cases[i].serves);
      g_assert_cmpint (bl_results_area_is_served (bl_framework_find_area (framework, cases[i].area), indicator), ==,
                       cases[i].served);
    }
  {
    g_autoptr (BlResultsArea) area = bl_results_area_new (NULL);
    g_autoptr (BlIndicator) named = indicator_new ("visits-total", "use, O7"), other = indicator_new ("loans", "use");

    bl_record_set_text (BL_RECORD (area), "item", "own-area");
    bl_record_set_text (BL_RECORD (area), "indicators", "visits-total staff-hours");
    g_assert_true (bl_results_area_is_served (area, named));
    g_assert_false (bl_results_area_is_served (area, other));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/improvement-plan/merging", test_merging);
  g_test_add_func ("/improvement-plan/ring", test_ring);
  g_test_add_func ("/improvement-plan/twelve", test_twelve);
  g_test_add_func ("/improvement-plan/grid", test_grid);
  g_test_add_func ("/improvement-plan/priorities", test_priorities);
  g_test_add_func ("/improvement-plan/actions", test_actions);
  g_test_add_func ("/results-figures/serves", test_results);
  return g_test_run ();
}
