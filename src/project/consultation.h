/* consultation.h: a consultation: plan, questions, what people answered, themes and answers to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/* Kind "question": a question asked. Fields: item (text: of the question bank), theme (text), type (text: S,
 * M, R, N, T, P); long texts: text, answers (one a line). */
#define BL_TYPE_SURVEY_QUESTION (bl_survey_question_get_type ())
G_DECLARE_FINAL_TYPE (BlSurveyQuestion, bl_survey_question, BL, SURVEY_QUESTION, BlRecord)
BlSurveyQuestion *bl_survey_question_new (const char *id);

/* Kind "answers": what each respondent answered to one question. Fields: title (text: heading of the file),
 * question (reference), type (text: as of a question; "drop": not kept), values (table of texts, a row a
 * respondent; not given where they did not answer). */
#define BL_TYPE_SURVEY_COLUMN (bl_survey_column_get_type ())
G_DECLARE_FINAL_TYPE (BlSurveyColumn, bl_survey_column, BL, SURVEY_COLUMN, BlRecord)
BlSurveyColumn *bl_survey_column_new (const char *id);

/* Kind "survey": answers brought in from a file. Fields: title, way (text: how people answered,
 * "met.online"), source, date (date brought in), respondents (integer); list columns (BlSurveyColumn). */
#define BL_TYPE_SURVEY (bl_survey_get_type ())
G_DECLARE_FINAL_TYPE (BlSurvey, bl_survey, BL, SURVEY, BlRecord)
BlSurvey *bl_survey_new (const char *id);

/* Kind "coding": what one free answer was found to speak of. Fields: column (reference: a BlSurveyColumn),
 * row (integer, from 0), main (text: theme), themes (text: others, by blanks), by (text: who coded). */
#define BL_TYPE_CODING (bl_coding_get_type ())
G_DECLARE_FINAL_TYPE (BlCoding, bl_coding, BL, CODING, BlRecord)
BlCoding *bl_coding_new (const char *id);

/* Kind "theme": something people spoke of, and what is answered. Fields: item ("th.distance"), title, answer
 * (text: kind of answer, "ans.changed"), strength (text), action, decision, option (references), by (text),
 * date (date: answered); long texts: covers, words (typical words, without names), view (ours), changes (what
 * changes). */
#define BL_TYPE_THEME (bl_theme_get_type ())
G_DECLARE_FINAL_TYPE (BlTheme, bl_theme, BL, THEME, BlRecord)
BlTheme *bl_theme_new (const char *id);

/* Kind "reach": a group of people the consultation is to reach. Fields: item ("grp.young"), title, column
 * (reference: the answers that tell it), answers (text: those that count, one a line as in the file),
 * population (real: people of the group in the area), whole (real: of how many), wanted (real: percent),
 * methods (text: by blanks), evidence (reference); long text note. */
#define BL_TYPE_GROUP_REACH (bl_group_reach_get_type ())
G_DECLARE_FINAL_TYPE (BlGroupReach, bl_group_reach, BL, GROUP_REACH, BlRecord)
BlGroupReach *bl_group_reach_new (const char *id);

/* Kind "check": a check on the four principles. Fields: item ("gun.1a"), done (boolean), date (date), address
 * (text), note (text). */
#define BL_TYPE_CONSULTATION_CHECK (bl_consultation_check_get_type ())
G_DECLARE_FINAL_TYPE (BlConsultationCheck, bl_consultation_check, BL, CONSULTATION_CHECK, BlRecord)
BlConsultationCheck *bl_consultation_check_new (const char *id);

/* Kind "consultation": a consultation. Fields: title, open, close (dates), analysed, answered (dates signed);
 * lists plan (BlEntryField: fields of the plan), questions (BlSurveyQuestion), surveys (BlSurvey), codings
 * (BlCoding), themes (BlTheme), groups (BlGroupReach), checks (BlConsultationCheck), wrapped; long text note.
 */
#define BL_TYPE_CONSULTATION (bl_consultation_get_type ())
G_DECLARE_FINAL_TYPE (BlConsultation, bl_consultation, BL, CONSULTATION, BlRecord)
BlConsultation *bl_consultation_new (const char *id);

G_END_DECLS
