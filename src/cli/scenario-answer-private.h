/* scenario-answer-private.h: between the files that answer for scenarios
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scenario-answer.h"
#include "scenario-compare.h"
#include "survive.h"

G_BEGIN_DECLS

/**
 * BlScenarioAnswer: what is asked, worked out.
 */
typedef struct
{
  BlProject *project;
  const BlFacts *facts;
  GPtrArray *scenarios;  /* of BlScenario */
  GPtrArray *changed;    /* of BlFacts, by scenario */
  GPtrArray *groups;     /* of BlGroupCounts */
  GArray *limits, *minutes;
  BlAccessQuestion question;
  BlTravelMatrix *matrix;
  GPtrArray *matrices;   /* of BlTravelMatrix, by scenario; empty in a straight line */
  GArray *means;         /* of BlSurviveMeans */
  BlScenariosCompared *comparison;
} BlScenarioAnswer;

/* Whether the answer for that scenario survives; where @scenario is their number, whether
 * their order does, with each group weighed too. */
BlSurvive *bl_scenario_answer_survive (const BlScenarioAnswer *answer, guint scenario, GError **error);
/* The answer as one JSON object. */
BlExit bl_scenario_answer_json (const BlScenarioAnswer *answer, const char *path);

G_END_DECLS
