/* scenario-study.c: today against the scenario that is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-study.h"

#include <math.h>

struct _BlScenarioStudy
{
  GObject parent;
  BlSession *session;
  GPtrArray *yardsticks;
  guint yardstick;
  BlScenario *trial;
  /* Made at first question after a change. */
  gboolean computed;
  BlFacts *facts, *changed;
  GPtrArray *faults;
  BlConsequences *consequences;
  char *reason;
  gboolean statutory_computed;
  double statutory_lost;
};

enum
{
  CHANGED,
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
  g_clear_pointer (&self->reason, g_free);
}

static void
on_changed (BlScenarioStudy *self)
{
  forget (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A trial is of one scenario and of the project as it was. */
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
  return bl_consequences_compute (self->facts, self->changed, &question, NULL, NULL,
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
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->trial);
  g_clear_object (&self->session);
  g_clear_pointer (&self->yardsticks, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_scenario_study_parent_class)->dispose (object);
}

static void
bl_scenario_study_class_init (BlScenarioStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bl_scenario_study_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bl_scenario_study_init (BlScenarioStudy *self)
{
  self->yardsticks = bl_yardstick_list ();
}

BlScenarioStudy *
bl_scenario_study_new (BlSession *session)
{
  BlScenarioStudy *self = g_object_new (BL_TYPE_SCENARIO_STUDY, NULL);

  self->session = g_object_ref (session);
  /* Which libraries count is told by "facts-changed" too. */
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_scenario_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scenario", G_CALLBACK (on_scenario_changed), self, G_CONNECT_SWAPPED);
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
  return self->yardstick;
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

  if (index >= self->yardsticks->len || index == self->yardstick)
    return;
  self->yardstick = index;
  on_changed (self);
}

void
bl_scenario_study_add_yardstick (BlScenarioStudy *self, double metres)
{
  guint index;

  g_return_if_fail (BL_IS_SCENARIO_STUDY (self));

  for (index = 0; index < self->yardsticks->len; index++)
    if (fabs (((BlYardstick *) g_ptr_array_index (self->yardsticks, index))->metres - metres) < 0.5)
      break;
  if (index == self->yardsticks->len)
    g_ptr_array_add (self->yardsticks, bl_yardstick_new (metres));
  bl_scenario_study_set_yardstick (self, index);
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

double
bl_scenario_study_get_statutory_lost (BlScenarioStudy *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STUDY (self), NAN);

  compute (self);
  if (!self->statutory_computed)
    {
      g_autoptr (BlConsequences) strict = NULL;

      self->statutory_computed = TRUE;
      if (!bl_scenario_study_get_question (self).statutory && self->consequences != NULL)
        strict = compute_for (self, TRUE, NULL);
      self->statutory_lost = strict != NULL ? strict->people[BL_EFFECT_LOST] : NAN;
    }
  return self->statutory_lost;
}

BlAccessQuestion
bl_scenario_study_get_question (BlScenarioStudy *self)
{
  gboolean statutory, cross;

  g_object_get (self->session, "statutory-only", &statutory, "cross-boundary", &cross, NULL);
  return (BlAccessQuestion){
    .statutory = statutory,
    .cross_boundary = cross,
    .limits = &bl_scenario_study_get_yardstick (self)->metres,
    .n_limits = 1,
  };
}
