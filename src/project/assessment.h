/* assessment.h: a self-assessment: the team, what each thinks, what was agreed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework.h"

G_BEGIN_DECLS

/* BlFindingSide: what a finding is. */
typedef enum
{
  BL_FINDING_UNKNOWN,
  BL_FINDING_STRENGTH,
  BL_FINDING_AREA,
} BlFindingSide;
#define BL_TYPE_FINDING_SIDE (bl_finding_side_get_type ())
GType bl_finding_side_get_type (void);
const char *bl_finding_side_get_title (BlFindingSide self); /* untranslated (N_()) */

/* Kind "member": somebody who rates. Fields: name, role (text: item of the roles of the framework, "role-
 * leader"), organisation, knows (text: what of the service they see), facilitates (boolean: leads the
 * meeting), rates (boolean: unset and TRUE rate), sent (date: a response file was made for them), came (date:
 * it came back), finished (date: said that all is done). */
#define BL_TYPE_ASSESSMENT_MEMBER (bl_assessment_member_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessmentMember, bl_assessment_member, BL, ASSESSMENT_MEMBER, BlRecord)
BlAssessmentMember *bl_assessment_member_new (const char *id);

/* Kind "rating": what a member thinks of a criterion. Fields: member (reference), item (text: the criterion
 * or results area), level (text: item of the scale, "four-2", "four-notsure"), given (text: ISO date and
 * time), means (text: "alone", "response", "meeting"), replaces (reference: their earlier rating, which is
 * kept), response (text: the response file it came in); long texts: reason, example, evidence, why (why it
 * was changed). Of several by one member of one item the latest in the list counts. */
#define BL_TYPE_RATING (bl_rating_get_type ())
G_DECLARE_FINAL_TYPE (BlRating, bl_rating, BL, RATING, BlRecord)
BlRating *bl_rating_new (const char *id);

/* Kind "finding": a strength or an area for improvement: put forward by a member, or agreed. Fields: side
 * (BlFindingSide), item (text: the characteristic or results area), criteria (text: criteria that led to it,
 * by blanks), member (reference: who put it forward; unset: the team), agreed (boolean), named (boolean: the
 * member lets the name be shown), merged (reference: the one it went into), required (boolean: the law or
 * safety asks for it), effect, effort (integers 1 to 3), place (text: place on the grid that was chosen over
 * the one it has, "grid-first"), chosen (boolean: one of the few priorities); long texts: text, place-why,
 * evidence. */
#define BL_TYPE_FINDING (bl_finding_get_type ())
G_DECLARE_FINAL_TYPE (BlFinding, bl_finding, BL, FINDING, BlRecord)
BlFinding *bl_finding_new (const char *id);

/* Kind "discussion": what the meeting said of a characteristic or results area. Fields: item (text), done
 * (boolean), seconds (integer: time spent); long texts: now (approaches in use), planned (approaches
 * planned), notes (as on a flipchart). */
#define BL_TYPE_DISCUSSION (bl_discussion_get_type ())
G_DECLARE_FINAL_TYPE (BlDiscussion, bl_discussion, BL, DISCUSSION, BlRecord)
BlDiscussion *bl_discussion_new (const char *id);

/* Kind "agreement": what the team agreed on a criterion or results area. Fields: item (text), level (text:
 * item of the scale; unset: none yet), set-aside (boolean: it does not apply here), agreed (date), discussed
 * (boolean), parked-with (text: who looks it up); long texts: reason, parked (the question). */
#define BL_TYPE_AGREEMENT (bl_agreement_get_type ())
G_DECLARE_FINAL_TYPE (BlAgreement, bl_agreement, BL, AGREEMENT, BlRecord)
BlAgreement *bl_agreement_new (const char *id);

/* Kind "dissent": a view that differs from what was agreed. Fields: item (text: the criterion), level (text:
 * the level they would give), member (reference), name (text; unset: a member of the team), review (date:
 * look again on); long texts: reason, change (what would change their mind). */
#define BL_TYPE_DISSENT (bl_dissent_get_type ())
G_DECLARE_FINAL_TYPE (BlDissent, bl_dissent, BL, DISSENT, BlRecord)
BlDissent *bl_dissent_new (const char *id);

/* Kind "result": what the team says of a results area. Fields: item (text), no-data (boolean: no data held, a
 * finding), indicators (text: ids of indicators of the project that were looked at, by blanks); long texts:
 * trend, comparison, target, coverage, cause. */
#define BL_TYPE_RESULT (bl_result_get_type ())
G_DECLARE_FINAL_TYPE (BlResult, bl_result, BL, RESULT, BlRecord)
BlResult *bl_result_new (const char *id);

/* Kind "statement": what was written under a heading of the organisational model or a step of the vision.
 * Fields: item (text: "model-purpose", "vision-1"); long text text. */
#define BL_TYPE_STATEMENT (bl_statement_get_type ())
G_DECLARE_FINAL_TYPE (BlStatement, bl_statement, BL, STATEMENT, BlRecord)
BlStatement *bl_statement_new (const char *id);

/* Kind "parked": a thought that belongs elsewhere. Fields: by (text), home (text: where it goes), done
 * (boolean); long text text. */
#define BL_TYPE_PARKED_NOTE (bl_parked_note_get_type ())
G_DECLARE_FINAL_TYPE (BlParkedNote, bl_parked_note, BL, PARKED_NOTE, BlRecord)
BlParkedNote *bl_parked_note_new (const char *id);

/* Kind "exhibit": something the assessment rests on. Fields: title, where (text: where it is kept), date
 * (date), criteria (text: by blanks), indicator (reference), by (text); long text says (what it shows). */
#define BL_TYPE_EXHIBIT (bl_exhibit_get_type ())
G_DECLARE_FINAL_TYPE (BlExhibit, bl_exhibit, BL, EXHIBIT, BlRecord)
BlExhibit *bl_exhibit_new (const char *id);

/* Kind "assessment": a self-assessment. Fields: title, framework (reference: a framework of the project, with
 * its version), scale (text: for criteria, "scale-four"), route (text: "route-half"), library (reference:
 * where it is about one library; unset: the service), names-shown (boolean: reasons with names; the usual is
 * without), rate-by, meeting, second-meeting (dates), starts (text: "09:15"), place (text), completed (date),
 * earlier (reference: an assessment to look back on), exception-by (text), exception-date (date: the plan was
 * opened before the assessment was complete); long texts: vision, exception (why), summary, note; lists,
 * wrapped: model (BlStatement), team (BlAssessmentMember), ratings (BlRating), results (BlResult),
 * discussions (BlDiscussion), agreements (BlAgreement), findings (BlFinding), dissents (BlDissent), parking
 * (BlParkedNote), exhibits (BlExhibit). */
#define BL_TYPE_ASSESSMENT (bl_assessment_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessment, bl_assessment, BL, ASSESSMENT, BlRecord)
BlAssessment *bl_assessment_new (const char *id);

/* Kind "response": the root of a response file: what one member sends in. Fields: project, assessment (texts:
 * ids), service, title, framework, framework-version, framework-checksum (texts: what it was made with),
 * scale (text), route (text), member (text: id), name, role, made, rate-by, meeting (dates), names-shown
 * (boolean), finished (date); child list: frameworks (one BlFramework, whole, so that the file stands alone), ratings (BlRating), findings
 * (BlFinding). */
#define BL_TYPE_RESPONSE (bl_response_get_type ())
G_DECLARE_FINAL_TYPE (BlResponse, bl_response, BL, RESPONSE, BlRecord)
BlResponse *bl_response_new (const char *id);

G_END_DECLS
