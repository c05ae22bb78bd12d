/* meet-edit.h: what a meeting agrees and writes down, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/* In their own words, up to so many (self-assessment-content 5.10). */
#define BL_DISSENT_MOST_WORDS 50

/* NULL: nothing has been said of @item. The assessment holds them. */
BlAgreement *bl_meet_find_agreement (BlAssessment *assessment, const char *item);
BlDiscussion *bl_meet_find_discussion (BlAssessment *assessment, const char *item);
/* Of BlFinding, in their order: those agreed for @item; those put forward by members and not taken yet. */
GPtrArray *bl_meet_list_findings (BlAssessment *assessment, const char *item, BlFindingSide side);
GPtrArray *bl_meet_list_put_forward (BlAssessment *assessment, const char *item, BlFindingSide side);
/* Of BlDissent. */
GPtrArray *bl_meet_list_dissents (BlAssessment *assessment, const char *item);

/* @level: of the scale; NULL: no agreement yet. */
void bl_meet_edit_agree (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, BlScaleLevel *level);
void bl_meet_edit_set_aside (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, const char *reason);
void bl_meet_edit_park (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, const char *question,
                        const char *with);
/* Those of @part on which people are within one level and nothing is agreed, each on the level to offer; how many. */
guint bl_meet_edit_confirm (BlSession *session, const BlAssessStudy *study, guint part);
guint bl_meet_count_near (const BlAssessStudy *study, guint part);

/* @field: "now", "planned" or "notes"; blank: nothing. */
void bl_meet_edit_write (BlSession *session, BlAssessment *assessment, const char *item, const char *field,
                         const char *text);
/* Adds to the time spent on a characteristic. */
void bl_meet_edit_keep_time (BlSession *session, BlAssessment *assessment, const char *item, guint seconds);

/* FALSE where there are four already, and then @why_not says so kindly; FALSE and NULL: blank. */
gboolean bl_meet_edit_add_finding (BlSession *session, BlAssessment *assessment, const char *item, BlFindingSide side,
                                   const char *text, char **why_not);
/* Agrees what a member put forward, in their words; theirs is kept, as gone into it. */
gboolean bl_meet_edit_take_finding (BlSession *session, BlAssessment *assessment, BlFinding *finding, char **why_not);
/* Among those agreed of its side; @by: -1 or 1. */
void bl_meet_edit_move_finding (BlSession *session, BlAssessment *assessment, BlFinding *finding, int by);
void bl_meet_edit_remove_finding (BlSession *session, BlFinding *finding);

/* FALSE where @reason is blank or of more than BL_DISSENT_MOST_WORDS words, or @review no date; @why_not says so. @level:
 * item, NULL: not said; @name: NULL for a member of the team. */
gboolean bl_meet_edit_add_dissent (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, const char *level,
                                   const char *reason, const char *change, const char *name, const char *review,
                                   char **why_not);
void bl_meet_edit_remove_dissent (BlSession *session, BlDissent *dissent);

/* Ratings given again in the meeting, one step: @levels by member, NULL where a member did not rate again. How many. */
guint bl_meet_edit_rate_again (BlSession *session, const BlAssessStudy *study, const BlAssessItem *item,
                               const char *const *levels);
void bl_meet_edit_add_parked (BlSession *session, BlAssessment *assessment, const char *text, const char *by,
                              const char *home);
void bl_meet_edit_remove_parked (BlSession *session, BlParkedNote *note);

G_END_DECLS
