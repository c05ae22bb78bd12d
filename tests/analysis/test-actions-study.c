/* test-actions-study.c: which actions are neglected, late, closed: rules of planning-content 7.2 and 7.3, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "actions-study.h"

#include "text.h"

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
} Fixture;

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->ids = bl_ids_new_seeded ("test");
  self->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  self->project = bl_project_new (self->ids, self->clock);
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
set (BlRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  bl_record_set_from_text (record, field, text, &error);
  g_assert_no_error (error);
}

/* With an owner and a need, looked at yesterday, so that nothing is amiss. */
static BlAction *
add (Fixture *fixture, const char *title, const char *state, const char *end)
{
  g_autoptr (BlAction) action = bl_action_new (NULL);
  BlRecord *record = BL_RECORD (action);

  set (record, "title", title);
  set (record, "state", state);
  set (record, "end", end);
  set (record, "owner", "Priya Shah");
  set (record, "why", "People cannot come on Sundays");
  set (record, "looked-at", "2026-04-16");
  bl_project_begin (fixture->project, "Add");
  bl_record_append (BL_RECORD (fixture->project), "actions", record);
  bl_project_commit (fixture->project);
  return action; /* the project holds it */
}

static void
change (Fixture *fixture, BlAction *action, const char *field, const char *text)
{
  bl_project_begin (fixture->project, "Change");
  set (BL_RECORD (action), field, text);
  bl_project_commit (fixture->project);
}

static void
report (Fixture *fixture, BlAction *action, const char *date, const char *text)
{
  g_autoptr (BlProgress) progress = bl_progress_new (NULL);

  set (BL_RECORD (progress), "date", date);
  set (BL_RECORD (progress), "text", text);
  bl_project_begin (fixture->project, "Report");
  bl_record_append (BL_RECORD (action), "history", BL_RECORD (progress));
  bl_project_commit (fixture->project);
}

static BlActionsStudy *
study (Fixture *fixture)
{
  return bl_actions_study_new (fixture->project, bl_clock_today (fixture->clock));
}

static guint
neglect_of (Fixture *fixture, BlAction *action)
{
  g_autoptr (BlActionsStudy) actions = study (fixture);

  return bl_actions_study_find (actions, action)->neglect;
}

static void
test_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (BlActionsStudy) none = study (fixture);
  g_autofree char *says = bl_actions_study_say (none);

  g_assert_cmpuint (none->n, ==, 0);
  g_assert_cmpstr (says, ==, "0 actions");
}

static void
test_owner (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlAction *action = add (fixture, "Open on Sundays", "ongoing", "2026-09-30");

  g_assert_cmpuint (neglect_of (fixture, action), ==, 0);
  change (fixture, action, "owner", "");
  g_assert_cmpuint (neglect_of (fixture, action), ==, BL_NEGLECT_NO_OWNER);
  /* What is closed wants nobody any more. */
  change (fixture, action, "state", "yes");
  g_assert_cmpuint (neglect_of (fixture, action), ==, 0);
}

/* 16 February to 17 April 2026 are 60 days: 12 of February, 31, 17. */
static void
test_unseen (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlAction *action = add (fixture, "Open on Sundays", "ongoing", "2026-09-30");

  change (fixture, action, "looked-at", "2026-02-17");
  g_assert_cmpuint (neglect_of (fixture, action), ==, 0);
  change (fixture, action, "looked-at", "2026-02-16");
  g_assert_cmpuint (neglect_of (fixture, action), ==, BL_NEGLECT_UNSEEN);
  {
    g_autoptr (BlActionsStudy) actions = study (fixture);
    g_autofree char *says = bl_action_item_say_neglect (bl_actions_study_find (actions, action));

    g_assert_cmpint (bl_actions_study_find (actions, action)->days_unseen, ==, 60);
    g_assert_cmpstr (says, ==, "Nobody has looked at it for 60 days.");
  }
  /* A note on it is a look at it. */
  report (fixture, action, "2026-03-01", "Rota drafted");
  g_assert_cmpuint (neglect_of (fixture, action), ==, 0);
  {
    BlAction *never = add (fixture, "Ask the Friends", "ongoing", "2026-09-30");

    change (fixture, never, "looked-at", "");
    g_assert_cmpuint (neglect_of (fixture, never), ==, BL_NEGLECT_UNSEEN);
  }
}

static void
test_past_end (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlAction *action = add (fixture, "Open on Sundays", "not-started", "2026-04-17");

  g_assert_cmpuint (neglect_of (fixture, action), ==, 0); /* its last day */
  change (fixture, action, "end", "2026-04-16");
  g_assert_cmpuint (neglect_of (fixture, action), ==, BL_NEGLECT_PAST_END);
  change (fixture, action, "state", "");
  g_assert_cmpuint (neglect_of (fixture, action), ==, BL_NEGLECT_PAST_END);
  /* Said to be under way: late, and that is known. */
  change (fixture, action, "state", "ongoing");
  g_assert_cmpuint (neglect_of (fixture, action), ==, 0);
  {
    g_autoptr (BlActionsStudy) actions = study (fixture);
    g_autofree char *time = bl_action_item_say_time (&actions->items[0]);
    g_autofree char *says = bl_actions_study_say (actions);

    g_assert_true (actions->items[0].late);
    g_assert_cmpstr (time, ==, "1 day late");
    g_assert_cmpstr (says, ==, "1 action, 1 late");
  }
  change (fixture, action, "state", "yes-ongoing");
  {
    g_autoptr (BlActionsStudy) actions = study (fixture);

    g_assert_false (actions->items[0].late);
    g_assert_cmpint (actions->items[0].percent, ==, 100);
  }
}

static void
test_same_words (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlAction *action = add (fixture, "Open on Sundays", "ongoing", "2026-09-30");

  report (fixture, action, "2025-04-01", "Work goes on");
  report (fixture, action, "2025-10-01", "Work goes  on");
  g_assert_cmpuint (neglect_of (fixture, action), ==, 0);
  report (fixture, action, "2026-04-01", "work goes on");
  g_assert_cmpuint (neglect_of (fixture, action), ==, BL_NEGLECT_SAME_WORDS);
  report (fixture, action, "2026-04-10", "Two libraries open");
  g_assert_cmpuint (neglect_of (fixture, action), ==, 0);
}

static void
test_need (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  BlAction *action = add (fixture, "Open on Sundays", "ongoing", "2026-09-30");

  change (fixture, action, "why", "");
  g_assert_cmpuint (neglect_of (fixture, action), ==, BL_NEGLECT_NO_NEED);
}

/* What the table of 7.2 says of each state. */
static void
test_states (void)
{
  static const struct
  {
    const char *state;
    BlActionStanding standing;
    int percent; /* of an action that says 40 */
  } cases[] = {
    { "", BL_ACTION_IS_OPEN, 40 },                  { "not-started", BL_ACTION_IS_OPEN, 0 },
    { "yes", BL_ACTION_IS_CLOSED, 100 },            { "yes-ongoing", BL_ACTION_IS_OPEN, 100 },
    { "yes-phase", BL_ACTION_IS_OPEN, 40 },         { "partially", BL_ACTION_IS_CLOSED_SHORT, 40 },
    { "partially-ongoing", BL_ACTION_IS_OPEN, 40 }, { "ongoing", BL_ACTION_IS_OPEN, 40 },
    { "no-ongoing", BL_ACTION_IS_OPEN_SHORT, 40 },  { "no", BL_ACTION_IS_CLOSED_SHORT, 0 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  BlAction *action = add (fixture, "Open on Sundays", "ongoing", "2026-09-30");

  change (fixture, action, "percent", "40");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlActionsStudy) actions = NULL;

      change (fixture, action, "state", cases[i].state);
      actions = study (fixture);
      g_assert_cmpint (actions->items[0].standing, ==, cases[i].standing);
      g_assert_cmpint (actions->items[0].percent, ==, cases[i].percent);
    }
  change (fixture, action, "state", "ongoing");
  change (fixture, action, "percent", "");
  {
    g_autoptr (BlActionsStudy) actions = study (fixture);

    g_assert_cmpint (actions->items[0].percent, ==, -1); /* not known is not nought */
  }
}

/* Nobody's first, then past its end, then unseen; then by the end; what is closed last. */
static void
test_order (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  const char *const wanted[] = { "nobody’s", "past", "unseen", "soon", "later", "someday", "closed" };
  g_autoptr (BlActionsStudy) actions = NULL;
  g_autofree char *says = NULL;

  add (fixture, "closed", "yes", "2026-01-01");
  add (fixture, "later", "ongoing", "2026-12-01");
  add (fixture, "someday", "ongoing", "");
  change (fixture, add (fixture, "unseen", "ongoing", "2026-06-01"), "looked-at", "2026-01-01");
  add (fixture, "past", "not-started", "2026-04-01");
  add (fixture, "soon", "ongoing", "2026-05-01");
  change (fixture, add (fixture, "nobody’s", "ongoing", "2026-11-01"), "owner", "");
  actions = study (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (bl_record_get_text (BL_RECORD (actions->items[i].action), "title"), ==, wanted[i]);
  says = bl_actions_study_say (actions);
  g_assert_cmpstr (says, ==, "7 actions, 1 without an owner, 3 neglected, 1 late");
  g_assert_cmpuint (actions->n_open, ==, 6);
  g_assert_cmpuint (actions->n_closed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/actions-study/nothing", test_nothing);
  g_test_add_func ("/actions-study/owner", test_owner);
  g_test_add_func ("/actions-study/unseen", test_unseen);
  g_test_add_func ("/actions-study/past-end", test_past_end);
  g_test_add_func ("/actions-study/same-words", test_same_words);
  g_test_add_func ("/actions-study/need", test_need);
  g_test_add_func ("/actions-study/states", test_states);
  g_test_add_func ("/actions-study/order", test_order);
  return g_test_run ();
}
