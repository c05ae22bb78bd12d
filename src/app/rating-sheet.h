/* rating-sheet.h: what one member says of each criterion, in a project or in a response file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlRatingSheet: the ratings of one member, and what they would put forward, to be read and written alike whether they
 * stand in a project (each change a transaction, typing coalesced) or in a response file (changed at once; whoever
 * keeps the file saves it). Nobody else's ratings can be had from it.
 *
 * Signal "changed": something of it is another one now.
 */
#define BL_TYPE_RATING_SHEET (bl_rating_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BlRatingSheet, bl_rating_sheet, BL, RATING_SHEET, GObject)

BlRatingSheet *bl_rating_sheet_new (BlSession *session, BlAssessment *assessment, BlAssessmentMember *member);
BlRatingSheet *bl_rating_sheet_new_for_response (BlContext *context, BlResponse *response, gboolean editable);

/* NULL where there is none any more. */
BlFramework *bl_rating_sheet_get_framework (BlRatingSheet *self);
BlSession *bl_rating_sheet_get_session (BlRatingSheet *self); /* NULL: of a response */
gboolean bl_rating_sheet_get_editable (BlRatingSheet *self);
BlScaleOfLevels *bl_rating_sheet_get_scale (BlRatingSheet *self);
/* Of BlScaleLevel, as bl_framework_list_levels(). */
GPtrArray *bl_rating_sheet_list_levels (BlRatingSheet *self);
/* Characteristics with a criterion of the route; borrowed records. */
GPtrArray *bl_rating_sheet_list_characteristics (BlRatingSheet *self);
/* Criteria of @characteristic that the route has; borrowed records. */
GPtrArray *bl_rating_sheet_list_criteria (BlRatingSheet *self, BlCharacteristic *characteristic);
/* Of @characteristic, or of all where NULL: how many have a level, not sure among them. */
void bl_rating_sheet_count (BlRatingSheet *self, BlCharacteristic *characteristic, guint *done, guint *of);
/* Who is told what, and when: "Only you see these …". g_free(). */
char *bl_rating_sheet_say_private (BlRatingSheet *self);
/* What is worth knowing of the dates: when to be done by, or that it is after the meeting; NULL: nothing. g_free(). */
char *bl_rating_sheet_say_when (BlRatingSheet *self);
/* "Rated by A. Shah"; g_free(). */
char *bl_rating_sheet_describe (BlRatingSheet *self);

/* The present answer; NULL: none. */
BlRating *bl_rating_sheet_find (BlRatingSheet *self, const char *criterion);
/* The one before it, which is kept; NULL. */
BlRating *bl_rating_sheet_find_earlier (BlRatingSheet *self, const char *criterion);
/* @level: item of the scale; NULL takes it back. After the meeting what was said before it is kept beside. */
void bl_rating_sheet_set_level (BlRatingSheet *self, const char *criterion, const char *level);
/* @field: "reason", "example", "evidence" or "why". */
void bl_rating_sheet_set_words (BlRatingSheet *self, const char *criterion, const char *field, const char *text);
/* The one strength or area they would put forward; NULL: none. */
const char *bl_rating_sheet_get_finding (BlRatingSheet *self, const char *characteristic, BlFindingSide side);
void bl_rating_sheet_set_finding (BlRatingSheet *self, const char *characteristic, BlFindingSide side, const char *text);
/* The focus left what was typed in. */
void bl_rating_sheet_end (BlRatingSheet *self);

gboolean bl_rating_sheet_get_finished (BlRatingSheet *self);
/* They say that this is all they have to say, or that it is not. */
void bl_rating_sheet_set_finished (BlRatingSheet *self, gboolean finished);

G_END_DECLS
