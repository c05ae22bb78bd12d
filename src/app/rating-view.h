/* rating-view.h: rating alone: the characteristics at the side, the criteria of one as cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rating-sheet.h"

G_BEGIN_DECLS

/**
 * BlRatingView: all criteria of a sheet, one characteristic at a time; cards are made when it is looked at. Property
 * "sheet" (BlRatingSheet; NULL: none). Signals "later" (enough for now), "finish" (that is all).
 *
 * Actions: "rating.next", "rating.previous" (Ctrl+Page Down, Ctrl+Page Up), "rating.later", "rating.help".
 */
#define BL_TYPE_RATING_VIEW (bl_rating_view_get_type ())
G_DECLARE_FINAL_TYPE (BlRatingView, bl_rating_view, BL, RATING_VIEW, GtkBox)

GtkWidget *bl_rating_view_new (void);
void bl_rating_view_set_sheet (BlRatingView *self, BlRatingSheet *sheet);
/* The @place-th characteristic to the front. */
void bl_rating_view_show_part (BlRatingView *self, guint place);
guint bl_rating_view_get_part (BlRatingView *self);
/* "Saved as you type", or what is wrong with that. */
void bl_rating_view_set_state (BlRatingView *self, const char *state, gboolean good);
/* Hands what is being typed to the sheet. */
void bl_rating_view_flush (BlRatingView *self);

G_END_DECLS
