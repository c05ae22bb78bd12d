/* scenario-study.c: today against the scenario that is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-study.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Milliseconds without a change before the tests are run. */
#define TESTS_PAUSE 150

struct _BlScenarioStudy
{
  GObject parent;
  BlSession *session;
  GPtrArray *yardsticks;
  GPtrArray *own;         /* of double *: the user's, metres */
  guint yardstick;
  int week_minute;
  BlScenario *trial;
  /* Ways by road or table for the yardstick, and the facts they are of. */
  BlTravelMatrix *matrix;
  BlFacts *matrix_facts;
  GCancellable *matrix_cancellable;
  guint wanted;           /* yardstick to be taken when its ways are there */
  /* Made at first question after a change. */
  gboolean computed;
  BlFacts *facts, *changed;
  GPtrArray *faults;
  BlConsequences *consequences, *statutory;
  gboolean statutory_computed;
  char *reason;
  BlSurvive *tests;
  GCancellable *tests_cancellable;
  guint tests_source;
};

enum
{
  CHANGED,
  TESTS_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlScenarioStudy, bl_scenario_study, G_TYPE_OBJECT)

static void
forget (BlScenarioStudy *self)
{
  self->computed = self->statutory_computed = FALSE;
  g_clear_pointer (&self->facts, bl_facts_unref);
  g_clear_pointer (&self->changed, bl_facts_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->consequences, bl_consequences_free);
  g_clear_pointer (&self->statutory, bl_consequences_free);
  g_clear_pointer (&self->reason, g_free);
  g_cancellable_cancel (self->tests_cancellable);
  g_clear_object (&self->tests_cancellable);
  g_clear_handle_id (&self->tests_source, g_source_remove);
  g_clear_pointer (&self->tests, bl_survive_free);
}

/* --- Tests, in a thread ----------------------------------------------------------- */

typedef struct
{
  BlFacts *facts, *changed;
  BlYardstick *yardstick;
  BlAccessQuestion question;
  BlTravelMatrix *matrix; /* kept for the question */
} Testing;

static void
testing_free (Testing *testing)
{
  bl_facts_unref (testing->facts);
  bl_facts_unref (testing->changed);
  bl_yardstick_free (testing->yardstick);
  g_clear_pointer (&testing->matrix, bl_travel_matrix_unref);
  g_free (testing);
}

static void
run_tests (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static const BlBy by[] = { BL_BY_WALK, BL_BY_CYCLE, BL_BY_DRIVE };
  Testing *testing = data;
  BlSurviveMeans means[G_N_ELEMENTS (by)];
  g_autoptr (GError) error = NULL;
  BlSurvive *tests;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    if (bl_travel_is_possible (testing->facts, &(BlTravel){ .by = by[i] }, NULL))
      means[n++] = (BlSurviveMeans){ .travel = { .by = by[i] } };
  tests = bl_survive_compute (testing->facts, &testing->changed, 1, &testing->question, means, n, NULL, 0, cancellable,
                              &error);
  if (tests != NULL)
    g_task_return_pointer (task, tests, (GDestroyNotify) bl_survive_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_tests (GObject *source, GAsyncResult *result, gpointer data)
{
  BlScenarioStudy *self = BL_SCENARIO_STUDY (source);
  BlSurvive *tests = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Without them a newer question was asked, or it cannot be answered, which the page says already. */
  if (tests == NULL)
    return;
  g_clear_pointer (&self->tests, bl_survive_free);
  self->tests = tests;
  g_signal_emit (self, signals[TESTS_CHANGED], 0);
}

static gboolean
on_tests_pause (gpointer data)
{
  BlScenarioStudy *self = data;
  const BlYardstick *yardstick = bl_scenario_study_get_yardstick (self);
  g_autoptr (GTask) task = NULL;
  Testing *testing;

  self->tests_source = 0;
  if (bl_scenario_study_get (self, NULL) == NULL)
    return G_SOURCE_REMOVE;
  testing = g_new0 (Testing, 1);
  testing->facts = bl_facts_ref (self->facts);
  testing->changed = bl_facts_ref (self->changed);
  testing->yardstick = bl_yardstick_copy (yardstick);
  testing->question = bl_scenario_study_get_question (self);
  bl_yardstick_ask (testing->yardstick, &testing->question);
  if (testing->question.matrix != NULL)
    testing->matrix = bl_travel_matrix_ref (self->matrix);
  g_clear_object (&self->tests_cancellable);
  self->tests_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->tests_cancellable, on_tests, NULL);
  g_task_set_source_tag (task, on_tests_pause);
  g_task_set_task_data (task, testing, (GDestroyNotify) testing_free);
  g_task_run_in_thread (task, run_tests);
  return G_SOURCE_REMOVE;
}

/* --- Ways by road, in a thread ---------------------------------------------------------- */

static gboolean
needs_matrix (const BlYardstick *yardstick)
{
  return yardstick->travel.by != BL_BY_STRAIGHT;
}

/* Whether the rows of libraries that stand where they stood are good for @facts too. */
static gboolean
is_same_ground (const BlFacts *a, const BlFacts *b)
{
  return a->n_areas == b->n_areas && g_strcmp0 (a->network_name, b->network_name) == 0
         && (a->routes != NULL) == (b->routes != NULL)
         && memcmp (a->points, b->points, a->n_areas * sizeof *a->points) == 0 && a->n_travel == b->n_travel;
}

/* TRUE where the ways for @yardstick are there, brought up to the facts of now. */
static gboolean
have_matrix (BlScenarioStudy *self, const BlYardstick *yardstick)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  BlTravelMatrix *updated;

  if (!needs_matrix (yardstick))
    return TRUE;
  if (self->matrix == NULL || self->matrix->travel.by != yardstick->travel.by
      || g_strcmp0 (self->matrix->travel.table, yardstick->travel.table) != 0)
    return FALSE;
  if (self->matrix_facts == facts)
    return TRUE;
  /* Tables are read anew: minutes in them may have changed. */
  if (!is_same_ground (self->matrix_facts, facts) || yardstick->travel.by == BL_BY_TABLE
      || self->matrix->n_libraries != self->matrix_facts->n_libraries)
    return FALSE;
  updated = bl_travel_matrix_update (self->matrix, self->matrix_facts, facts, NULL, NULL);
  if (updated == NULL)
    return FALSE;
  bl_travel_matrix_unref (self->matrix);
  self->matrix = updated;
  bl_facts_unref (self->matrix_facts);
  self->matrix_facts = bl_facts_ref (facts);
  return TRUE;
}

typedef struct
{
  BlFacts *facts;
  BlYardstick *yardstick;
} Ways;

static void
ways_free (Ways *ways)
{
  bl_facts_unref (ways->facts);
  bl_yardstick_free (ways->yardstick);
  g_free (ways);
}

static void
run_ways (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ways *ways = data;
  g_autoptr (GError) error = NULL;
  BlTravelMatrix *matrix = bl_travel_matrix_new (ways->facts, &ways->yardstick->travel, cancellable, &error);

  if (matrix != NULL)
    g_task_return_pointer (task, matrix, (GDestroyNotify) bl_travel_matrix_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void on_changed (BlScenarioStudy *self);

static void
on_ways (GObject *source, GAsyncResult *result, gpointer data)
{
  BlScenarioStudy *self = BL_SCENARIO_STUDY (source);
  Ways *ways = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  BlTravelMatrix *matrix = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED) || self->session == NULL)
    {
      g_clear_pointer (&matrix, bl_travel_matrix_unref);
      return;
    }
  g_clear_object (&self->matrix_cancellable);
  g_clear_pointer (&self->matrix, bl_travel_matrix_unref);
  g_clear_pointer (&self->matrix_facts, bl_facts_unref);
  if (matrix == NULL)
    g_warning ("The ways were not worked out: %s", error->message);
  else
    {
      self->matrix = matrix;
      self->matrix_facts = bl_facts_ref (ways->facts);
      if (self->wanted < self->yardsticks->len)
        self->yardstick = self->wanted;
    }
  on_changed (self);
}

static void
stop_ways (BlScenarioStudy *self)
{
  g_cancellable_cancel (self->matrix_cancellable);
  g_clear_object (&self->matrix_cancellable);
}

static void
start_ways (BlScenarioStudy *self, guint index)
{
  g_autoptr (GTask) task = NULL;
  Ways *ways = g_new0 (Ways, 1);

  stop_ways (self);
  self->wanted = index;
  self->matrix_cancellable = g_cancellable_new ();
  ways->facts = bl_facts_ref (bl_session_get_facts (self->session));
  ways->yardstick = bl_yardstick_copy (g_ptr_array_index (self->yardsticks, index));
  task = g_task_new (self, self->matrix_cancellable, on_ways, NULL);
  g_task_set_source_tag (task, start_ways);
  g_task_set_task_data (task, ways, (GDestroyNotify) ways_free);
  g_task_run_in_thread (task, run_ways);
}

/* --- Answers -------------------------------------------------------------------------- */

static void
on_changed (BlScenarioStudy *self)
{
  forget (self);
  /* While a marker is under way nobody reads the tests. */
  if (self->trial == NULL && bl_scenario_study_get_scenario (self) != NULL)
    self->tests_source = g_timeout_add (TESTS_PAUSE, on_tests_pause, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What can be asked may be more or less now: the one in use stays where it can. */
static void
take_yardsticks (BlScenarioStudy *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->yardsticks);
  const BlYardstick *used = before != NULL ? g_ptr_array_index (before, self->yardstick) : NULL;

  self->yardsticks = bl_yardstick_list (facts);
  for (guint i = 0; i < self->own->len; i++)
    g_ptr_array_add (self->yardsticks, bl_yardstick_new (facts, *(double *) g_ptr_array_index (self->own, i)));
  self->yardstick = 0;
  for (guint i = 0; used != NULL && i < self->yardsticks->len; i++)
    if (bl_yardstick_equal (used, g_ptr_array_index (self->yardsticks, i)))
      self->yardstick = i;
  if (!have_matrix (self, g_ptr_array_index (self->yardsticks, self->yardstick)))
    {
      guint index = self->yardstick;

      self->yardstick = 0;
      start_ways (self, index);
    }
}

static void
on_facts_changed (BlScenarioStudy *self)
{
  /* A trial is of one scenario and of the project as it was. */
  g_clear_object (&self->trial);
  take_yardsticks (self);
  on_changed (self);
}

static void
on_scenario_changed (BlScenarioStudy *self)
{
  g_clear_object (&self->trial);
  on_changed (self);
}

static BlConsequences *
compute_for (BlScenarioStudy *self, gboolean statutory, GError **error)
{
  GPtrArray *groups = bl_session_get_groups (self->session);
  BlAccessQuestion question = bl_scenario_study_get_question (self);

  question.statutory = statutory;
  return bl_consequences_compute (self->facts, self->changed, &question, question.matrix, NULL,
                                  (BlGroupCounts *const *) groups->pdata, groups->len, error);
}

static void
compute (BlScenarioStudy *self)
{
  BlScenario *scenario = self->trial != NULL ? self->trial : bl_scenario_study_get_scenario (self);
  g_autoptr (GError) error = NULL;

  if (self->computed)
    return;
  self->computed = TRUE;
  self->facts = bl_facts_ref (bl_session_get_facts (self->session));
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->changed
      = scenario != NULL ? bl_scenario_apply (self->facts, scenario, self->faults) : bl_facts_ref (self->facts);
  self->consequences = compute_for (self, bl_scenario_study_get_question (self).statutory, &error);
  if (self->consequences == NULL)
    self->reason = g_strdup (error->message);
}

static void
bl_scenario_study_dispose (GObject *object)
{
  BlScenarioStudy *self = BL_SCENARIO_STUDY (object);

  forget (self);
  stop_ways (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->trial);
  g_clear_object (&self->session);
  g_clear_pointer (&self->yardsticks, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->matrix, bl_travel_matrix_unref);
  g_clear_pointer (&self->matrix_facts, bl_facts_unref);
  G_OBJECT_CLASS (bl_scenario_study_parent_class)->dispose (object);
}

static void
bl_scenario_study_class_init (BlScenarioStudyClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_study_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TESTS_CHANGED] = g_signal_new ("tests-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bl_scenario_study_init (BlScenarioStudy *self)
{
  self->own = g_ptr_array_new_with_free_func (g_free);
  self->week_minute = -1;
}

BlScenarioStudy *
bl_scenario_study_new (BlSession *session)
{
  BlScenarioStudy *self = g_object_new (BL_TYPE_SCENARIO_STUDY, NULL);

  self->session = g_object_ref (session);
  take_yardsticks (self);
  /* Which libraries count is told by "facts-changed" too. */
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scenario", G_CALLBACK (on_scenario_changed), self, G_CONNECT_SWAPPED);
  if (bl_scenario_study_get_scenario (self) != NULL)
    self->tests_source = g_timeout_add (TESTS_PAUSE, on_tests_pause, self);
  return self;
}

BlSession *
bl_scenario_study_get_session (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  return self->session;
}

BlScenario *
bl_scenario_study_get_scenario (BlScenarioStudy *self)
{
  const char *id;
  BlRecord *record;

  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);

  id = bl_session_get_scenario (self->session);
  record = id != NULL ? bl_project_find (bl_session_get_project (self->session), id) : NULL;
  return record != NULL && BL_IS_SCENARIO (record) ? BL_SCENARIO (record) : NULL;
}

void
bl_scenario_study_set_trial (BlScenarioStudy *self, BlScenario *trial)
{
  g_return_if_fail (BL_IS_SCENARIO_STUDY (self));

  if (trial == NULL && self->trial == NULL)
    return;
  g_set_object (&self->trial, trial);
  on_changed (self);
}

BlScenario *
bl_scenario_study_get_trial (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  return self->trial;
}

GPtrArray *
bl_scenario_study_get_yardsticks (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  return self->yardsticks;
}

guint
bl_scenario_study_get_yardstick_index (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), 0);
  return bl_scenario_study_is_busy (self) ? self->wanted : self->yardstick;
}

const BlYardstick *
bl_scenario_study_get_yardstick (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  return g_ptr_array_index (self->yardsticks, self->yardstick);
}

void
bl_scenario_study_set_yardstick (BlScenarioStudy *self, guint index)
{
  g_return_if_fail (BL_IS_SCENARIO_STUDY (self));

  if (index >= self->yardsticks->len || index == bl_scenario_study_get_yardstick_index (self))
    return;
  stop_ways (self);
  if (!have_matrix (self, g_ptr_array_index (self->yardsticks, index)))
    start_ways (self, index);
  else
    self->yardstick = index;
  on_changed (self);
}

gboolean
bl_scenario_study_is_busy (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), FALSE);
  return self->matrix_cancellable != NULL;
}

void
bl_scenario_study_add_yardstick (BlScenarioStudy *self, double metres)
{
  g_autoptr (BlYardstick) own = NULL;
  guint index;

  g_return_if_fail (BL_IS_SCENARIO_STUDY (self));

  own = bl_yardstick_new (bl_session_get_facts (self->session), metres);
  for (index = 0; index < self->yardsticks->len; index++)
    if (bl_yardstick_equal (own, g_ptr_array_index (self->yardsticks, index)))
      break;
  if (index == self->yardsticks->len)
    {
      g_ptr_array_add (self->own, g_memdup2 (&metres, sizeof metres));
      g_ptr_array_add (self->yardsticks, g_steal_pointer (&own));
    }
  bl_scenario_study_set_yardstick (self, index);
}

int
bl_scenario_study_get_week_minute (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), -1);
  return self->week_minute;
}

void
bl_scenario_study_set_week_minute (BlScenarioStudy *self, int minute)
{
  g_return_if_fail (BL_IS_SCENARIO_STUDY (self));

  if (self->week_minute == minute)
    return;
  self->week_minute = minute;
  on_changed (self);
}

BlFacts *
bl_scenario_study_get_facts (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  compute (self);
  return self->facts;
}

BlFacts *
bl_scenario_study_get_changed (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  compute (self);
  return self->changed;
}

GPtrArray *
bl_scenario_study_get_faults (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  compute (self);
  return self->faults;
}

const BlConsequences *
bl_scenario_study_get (BlScenarioStudy *self, const char **reason)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  compute (self);
  if (reason != NULL)
    *reason = self->reason;
  return self->consequences;
}

const BlConsequences *
bl_scenario_study_get_statutory (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);

  compute (self);
  if (!self->statutory_computed)
    {
      self->statutory_computed = TRUE;
      if (!bl_scenario_study_get_question (self).statutory && self->consequences != NULL)
        self->statutory = compute_for (self, TRUE, NULL);
    }
  return self->statutory;
}

const BlSurvive *
bl_scenario_study_get_tests (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);
  return self->tests;
}

BlAccessQuestion
bl_scenario_study_get_question (BlScenarioStudy *self)
{
  const BlYardstick *yardstick = bl_scenario_study_get_yardstick (self);
  gboolean statutory, cross;
  BlAccessQuestion question;

  g_object_get (self->session, "statutory-only", &statutory, "cross-boundary", &cross, NULL);
  question = (BlAccessQuestion){
    .statutory = statutory,
    .cross_boundary = cross,
    .at_time = self->week_minute >= 0,
    .week_minute = (guint) MAX (self->week_minute, 0),
  };
  bl_yardstick_ask (yardstick, &question);
  if (needs_matrix (yardstick))
    question.matrix = self->matrix;
  return question;
}

BlScenariosCompared *
bl_scenario_study_compare (BlScenarioStudy *self, char **finding, GPtrArray *titles, GError **error)
{
  GListModel *scenarios = bl_project_get_scenarios (bl_session_get_project (self->session));
  guint n = g_list_model_get_n_items (scenarios);
  GPtrArray *groups = bl_session_get_groups (self->session);
  BlAccessQuestion question = bl_scenario_study_get_question (self);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_facts_unref);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func (g_free);
  const double limits[] = { question.n_limits > 0 ? question.limits[0] : 0, 2 * BL_MILE };
  BlScenariosCompared *comparison;

  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NULL);

  compute (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, i);
      g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
      char *letter = bl_scenario_get_letter (scenario);

      g_ptr_array_add (changed, bl_scenario_apply (self->facts, scenario, NULL));
      g_ptr_array_add (letters, letter);
      g_ptr_array_add (titles, g_strdup_printf (_ ("%s  %s"), letter, title));
    }
  if (question.n_limits > 0 && limits[0] != limits[1])
    {
      question.limits = limits;
      question.n_limits = G_N_ELEMENTS (limits);
    }
  comparison = bl_scenario_compare (self->facts, (BlFacts *const *) changed->pdata, n, &question, question.matrix, NULL,
                                    (BlGroupCounts *const *) groups->pdata, groups->len, error);
  if (comparison != NULL && n > 0)
    *finding = bl_scenarios_compared_finding (comparison, (const char *const *) letters->pdata);
  return comparison;
}
