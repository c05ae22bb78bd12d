/* indicator-outcome.h: what the indicators of one Outcome say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-figures.h"
#include "command.h"

G_BEGIN_DECLS

/* The number of an Outcome, "2", "O2" or its title; 0 for none, and @exit is set. */
guint bl_indicator_outcome_parse (BlDictionary *dictionary, const char *text, BlExit *exit);
/* With @out the one-page picture is written there, PDF or HTML by its ending. */
BlExit bl_indicator_outcome_answer (BlBaseFigures *figures, guint outcome, const char *out);

G_END_DECLS
