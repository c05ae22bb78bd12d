/* scenario-answer.h: branchline-cli scenario compare and show: what scenarios come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "command.h"

G_BEGIN_DECLS

/**
 * BlScenarioAsk: the options as given; NULL where not.
 */
typedef struct
{
  char **within, **groups;
  char *by;
  gboolean statutory, cross_boundary;
} BlScenarioAsk;

/* Answers for @scenarios (of BlScenario) of @project, side by side with today. */
BlExit bl_scenario_answer (BlProject *project, const BlFacts *facts, GPtrArray *scenarios, const BlScenarioAsk *ask,
                           const char *path);
/* "id", "letter", "title", "note", "changes" of one, into the object that is open. */
void bl_scenario_answer_build (JsonBuilder *builder, BlProject *project, BlScenario *scenario);

G_END_DECLS
