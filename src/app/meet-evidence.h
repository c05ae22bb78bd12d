/* meet-evidence.h: what the project's own figures say to a criterion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"
#include "indicator.h"
#include "session.h"

G_BEGIN_DECLS

/* So many sentences are read out. */
#define BL_MEET_SENTENCES 2

/* Indicators of the project that @criterion names, else those that serve an Outcome of it; of BlIndicator. Never NULL. */
GPtrArray *bl_meet_list_indicators (BlProject *project, BlCriterion *criterion);
/* What up to two of them say, a sentence a line; NULL: no figure bears on it. @first (may be NULL): the first that speaks,
 * of the project. Main thread. */
char *bl_meet_say_evidence (BlSession *session, BlCriterion *criterion, BlIndicator **first);

G_END_DECLS
