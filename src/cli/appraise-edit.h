/* appraise-edit.h: branchline-cli appraise: options, criteria, scores and costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "appraisal.h"
#include "command.h"

G_BEGIN_DECLS

/**
 * BlAppraiseEdit: what the options say; NULL where not given.
 */
typedef struct
{
  char *appraisal, *title, *option, *criterion, *scorer, *type, *baseline, *letter, *scenario, *reason,
      *swing, *function, *measure, *worst, *best, *theme, *value, *category, *from, *to, *amount, *optimism,
      *years, *rate, *agreed, *dropped, *weights, *note;
} BlAppraiseEdit;

void bl_appraise_edit_clear (BlAppraiseEdit *edit);
gboolean bl_appraise_edit_is_verb (const char *verb);
/* The one named by its title or id, or the only one. NULL: says what is wrong and sets @exit. */
BlAppraisal *bl_appraise_edit_find (BlProject *project, const char *name, BlExit *exit);
/* new, option, criterion, scorer, score, cost; in the open transaction. */
BlExit bl_appraise_edit_say (BlProject *project, const char *verb, const BlAppraiseEdit *edit);

G_END_DECLS
