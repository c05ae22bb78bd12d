/* action.h: an action: what somebody does by when, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "thread.h"

G_BEGIN_DECLS

/* BlActionState: how far an action is, in the words of the closure report (planning-content 7.2). */
typedef enum
{
  BL_ACTION_UNKNOWN,
  BL_ACTION_NOT_STARTED,
  BL_ACTION_YES,               /* done as described */
  BL_ACTION_YES_ONGOING,       /* done, and goes on as normal work */
  BL_ACTION_YES_PHASE,         /* a named phase is done */
  BL_ACTION_PARTIALLY,         /* some done, no more planned */
  BL_ACTION_PARTIALLY_ONGOING, /* some done, work goes on */
  BL_ACTION_ONGOING,           /* under way, nothing finished yet */
  BL_ACTION_NO_ONGOING,        /* main thing not done; something related goes on */
  BL_ACTION_NO,                /* not done and stopped */
} BlActionState;
#define BL_TYPE_ACTION_STATE (bl_action_state_get_type ())
GType bl_action_state_get_type (void);
const char *bl_action_state_get_title (BlActionState self); /* untranslated (N_()) */

/* Kind "milestone": a dated step of an action. Fields: title, due (date), done (date: when it was done), note
 * (text). */
#define BL_TYPE_MILESTONE (bl_milestone_get_type ())
G_DECLARE_FINAL_TYPE (BlMilestone, bl_milestone, BL, MILESTONE, BlRecord)
BlMilestone *bl_milestone_new (const char *id);

/* Kind "progress": what was said of an action at a date. Fields: date, state (BlActionState), percent
 * (integer), by (text); long text text. */
#define BL_TYPE_PROGRESS (bl_progress_get_type ())
G_DECLARE_FINAL_TYPE (BlProgress, bl_progress, BL, PROGRESS, BlRecord)
BlProgress *bl_progress_new (const char *id);

/* Kind "action": an action (planning-content 7.3, self-assessment-content 6.3). Fields: ref (text: short,
 * never reused), title, priority (boolean), owner, support (texts), outcomes (text: numbers by blanks),
 * lenses (text: items by blanks), start, end (dates planned), started, ended (dates it did), state
 * (BlActionState), percent (integer), budget, budget-yearly, spent (money), budget-source (text), indicator
 * (reference), review (date), looked-at (date: last looked at), effect, effort (integers 1 to 3), place
 * (text: place on the grid, "grid-first"), assessment, finding (references: what it came from), criteria
 * (text: items by blanks), carried-from (reference), carried-ref (text: of an action that is not in the
 * project), printed-state (text: as a source prints it); long texts: why (need served), difference (for
 * people), first-step, measure, expect (what should move), resources (to continue), makes-room (what stops),
 * equality (who might lose), risk, products, commentary, place-why, dropped-why; lists: milestones
 * (BlMilestone), history (BlProgress), marks (BlLensMarking). */
#define BL_TYPE_ACTION (bl_action_get_type ())
G_DECLARE_FINAL_TYPE (BlAction, bl_action, BL, ACTION, BlRecord)
BlAction *bl_action_new (const char *id);

G_END_DECLS
