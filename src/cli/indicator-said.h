/* indicator-said.h: branchline-cli indicator add, set and remove
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/**
 * BlIndicatorEdit: what the options say. All NULL or FALSE where not given; "" clears.
 */
typedef struct
{
  gboolean own, starters;
  char *name, *noun, *means, *serves, *unit, *direction, *kind, *formula, *source, *geography, *period;
  char *baseline, *baseline_period, *target, *target_low, *target_high, *target_date, *target_period;
  char *owner, *review, *rules, *parameters, *note, *library;
  char **breaks, **comments;
  gboolean no_breaks;
} BlIndicatorEdit;

/* Whether anything is said at all; what is only for one of the user's own. */
gboolean bl_indicator_edit_is_empty (const BlIndicatorEdit *edit);
void bl_indicator_edit_clear (BlIndicatorEdit *edit);

/* Each in the open transaction. Says what is wrong and sets @exit; NULL and FALSE then. */
BlIndicator *bl_indicator_edit_add (BlProject *project, BlDictionary *dictionary, const char *item,
                                    const BlIndicatorEdit *edit, BlExit *exit);
gboolean bl_indicator_edit_set (BlProject *project, BlDictionary *dictionary, BlIndicator *indicator,
                                const BlIndicatorEdit *edit, BlExit *exit);

G_END_DECLS
