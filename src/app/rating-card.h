/* rating-card.h: one criterion to be rated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rating-sheet.h"

G_BEGIN_DECLS

/**
 * BlRatingCard: a criterion: what it says, the levels of the scale as buttons (keys 1 to 6, 0 for not sure, Backspace takes
 * it back; left and right walk them), the reason, what to look at, and what was said before the meeting.
 *
 * Signals "next", "previous": down or up from the levels, Ctrl+Enter from the reason.
 */
#define BL_TYPE_RATING_CARD (bl_rating_card_get_type ())
G_DECLARE_FINAL_TYPE (BlRatingCard, bl_rating_card, BL, RATING_CARD, GtkBox)

/* @number: "3.1". */
GtkWidget *bl_rating_card_new (BlRatingSheet *sheet, BlCriterion *criterion, const char *number);
BlCriterion *bl_rating_card_get_criterion (BlRatingCard *self);
/* Shows what the sheet says now. */
void bl_rating_card_update (BlRatingCard *self);
void bl_rating_card_flush (BlRatingCard *self);

G_END_DECLS
