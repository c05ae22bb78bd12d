/* decision.h: what was decided, by whom, on what, and what has changed since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "frozen": what was known at a decision or a sign-off. Fields: about (reference), title, checksum
 * (SHA-256 of its content then, or of a file), says (long text: the figure or sentence then). */
#define BL_TYPE_FROZEN (bl_frozen_get_type ())
G_DECLARE_FINAL_TYPE (BlFrozen, bl_frozen, BL, FROZEN, BlRecord)
BlFrozen *bl_frozen_new (const char *id);

/* Kind "decision": a decision record. Fields: title, date, body (text: who decided), place (text: meeting),
 * workflow (reference), option (reference: the one chosen), power (text: vote, delegated), votes-for, votes-
 * against, votes-abstained (integers), by (text: who decided under which power), published, notice, agenda
 * (dates), callin-end (date), callin (text: outcome), version (reference: the marked version), baseline
 * (date); long texts: considered (options considered, one a line), reasons, conditions, interests, note; list
 * frozen (BlFrozen), wrapped. */
#define BL_TYPE_DECISION (bl_decision_get_type ())
G_DECLARE_FINAL_TYPE (BlDecision, bl_decision, BL, DECISION, BlRecord)
BlDecision *bl_decision_new (const char *id);

G_END_DECLS
