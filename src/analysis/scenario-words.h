/* scenario-words.h: what a scenario does, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"

G_BEGIN_DECLS

/* The yardstick of @question after "within": "a mile", "1,200 m", "15 minutes on foot by road". */
char *bl_scenario_words_yardstick (const BlFacts *facts, const BlAccessQuestion *question);
/* The same with its "within", and which libraries count where not all: "within a mile,
 * counting statutory libraries only". */
char *bl_scenario_words_question (const BlFacts *facts, const BlAccessQuestion *question);

/* --- Findings: ten words or fewer, no full stop ------------------------------ */

/* "9,146 people lose a library within a mile", "Nobody changes library". */
char *bl_scenario_finding (const BlFacts *facts, const BlAccessQuestion *question, const BlConsequences *consequences);
/* "Older people would lose most" ("gain", "change library" where some come nearer and some go further): of the shares of each group that change library. @groups as the
 * consequences were computed with; NULL when there are none. */
char *bl_scenario_finding_groups (const BlConsequences *consequences, BlGroupCounts *const *groups, guint n_groups);
/* "Most would rely on independent libraries". */
char *bl_scenario_finding_flows (const BlFacts *changed, const BlConsequences *consequences);

/* --- Sentences --------------------------------------------------------------- */

/* "23,502 people would change library. 9,146 would lose one within a mile. …" */
char *bl_scenario_words_summary (const BlFacts *facts, const BlAccessQuestion *question,
                                 const BlConsequences *consequences);
/* "If only statutory libraries count, 16,811 people lose one within a mile." @statutory: the
 * same with only those counted. NULL where that says no more than @consequences do. */
char *bl_scenario_words_statutory (const BlFacts *facts, const BlAccessQuestion *question,
                                   const BlConsequences *consequences, const BlConsequences *statutory);
/* "23 fewer hours a week", "Same hours"; what is not known is said. */
char *bl_scenario_words_hours (const BlConsequences *consequences);
/* "Saves £92,000 a year", "Costs £30,000 a year more"; where it is not known, what is missing. */
char *bl_scenario_words_saving (const BlConsequences *consequences);
/* Whole pounds: "£92,000", "−£1,500", "not known". */
char *bl_scenario_words_pounds (double pounds);

G_END_DECLS
