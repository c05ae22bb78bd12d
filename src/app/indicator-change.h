/* indicator-change.h: how an indicator is changed: its breaks, comments, figures, target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator.h"
#include "session.h"
#include "typed-value.h"

G_BEGIN_DECLS

/* Each is one step that can be undone, named for the person who may, and tells itself by a toast. */

/* @until 0: the day before @from. @agreed NULL where nobody is named. The break is the indicator's own. */
void bl_indicator_change_add_break (BlSession *session, BlIndicator *indicator, BlBreakCause cause, guint32 from,
                                  guint32 until, const char *reason, const char *agreed);
void bl_indicator_change_mend_break (BlSession *session, BlIndicator *indicator, BlBreak *broken, BlBreakCause cause,
                                     guint32 from, guint32 until, const char *reason, const char *agreed);
/* Replaces what was said of @period; NULL or "": takes it away. */
void bl_indicator_change_set_comment (BlSession *session, BlIndicator *indicator, const BlPeriod *period, const char *text);
/* The comment of @period, or NULL; the indicator's. */
BlComment *bl_indicator_change_find_comment (BlIndicator *indicator, const BlPeriod *period);
/* Which direction is wanted; another one than the dictionary's is said to be the service's own. */
void bl_indicator_change_set_direction (BlSession *session, BlIndicator *indicator, BlWanted wanted);
/* Takes out a break or a comment. */
void bl_indicator_change_remove (BlSession *session, BlIndicator *indicator, BlRecord *record);
/* An error in plain words for the foot of the form, and then nothing was changed. */
gboolean bl_indicator_change_put_value (BlSession *session, BlIndicator *indicator, const BlTypedValue *typed,
                                      GError **error);
/* "A change in how it is counted": a cause for people; untranslated (N_()). */
const char *bl_break_cause_get_title (BlBreakCause cause);

G_END_DECLS
