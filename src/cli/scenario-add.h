/* scenario-add.h: branchline-cli scenario add: changes put together from options
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/**
 * BlScenarioAdd: the options as given; NULL where not.
 */
typedef struct
{
  char *title, *note;
  char **close, **open, **move, **hours, **operation, **stop;
  char **running_cost, **once_cost;
} BlScenarioAdd;

gboolean bl_scenario_add_is_empty (const BlScenarioAdd *add);
/* A new scenario at the end of @project's, in an open transaction. NULL with @exit set, and
 * what was wrong said, when an option means nothing; then roll back. */
BlScenario *bl_scenario_add_to (BlProject *project, const BlFacts *facts, const BlScenarioAdd *add, BlExit *exit);

G_END_DECLS
