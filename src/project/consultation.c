/* consultation.c: a consultation: plan, questions, what people answered, themes and answers to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "consultation.h"

#include <glib/gi18n-lib.h>

struct _BlSurveyQuestion
{
  BlRecord parent;
};

struct _BlSurveyColumn
{
  BlRecord parent;
};

struct _BlSurvey
{
  BlRecord parent;
};

struct _BlCoding
{
  BlRecord parent;
};

struct _BlTheme
{
  BlRecord parent;
};

struct _BlGroupReach
{
  BlRecord parent;
};

struct _BlConsultationCheck
{
  BlRecord parent;
};

struct _BlConsultation
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlSurveyQuestion, bl_survey_question, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlSurveyColumn, bl_survey_column, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlSurvey, bl_survey, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlCoding, bl_coding, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlTheme, bl_theme, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlGroupReach, bl_group_reach, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlConsultationCheck, bl_consultation_check, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlConsultation, bl_consultation, BL_TYPE_RECORD)

static char *
bl_survey_question_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "text");

  return g_strdup (words != NULL ? words : _ ("question"));
}

static void
bl_survey_question_class_init (BlSurveyQuestionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_survey_question_describe;
  bl_record_class_set_kind (record_class, "question", N_ ("question"));
  bl_record_class_add_text (record_class, "item", N_ ("of the question bank"));
  bl_record_class_add_text (record_class, "theme", N_ ("theme"));
  bl_record_class_add_text (record_class, "type", N_ ("type"));
  bl_record_class_add_long_text (record_class, "text", N_ ("question"));
  bl_record_class_add_long_text (record_class, "answers", N_ ("answers"));
}

static void
bl_survey_question_init (BlSurveyQuestion *self)
{
}

BlSurveyQuestion *
bl_survey_question_new (const char *id)
{
  BlSurveyQuestion *self = g_object_new (BL_TYPE_SURVEY_QUESTION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_survey_column_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("answers to one question"));
}

static void
bl_survey_column_class_init (BlSurveyColumnClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_survey_column_describe;
  bl_record_class_set_kind (record_class, "answers", N_ ("answers to one question"));
  bl_record_class_add_text (record_class, "title", N_ ("heading"));
  bl_record_class_add_reference (record_class, "question", N_ ("question"));
  bl_record_class_add_text (record_class, "type", N_ ("type"));
  bl_record_class_add_table (record_class, "values", N_ ("answers"), BL_TABLE_TEXTS);
}

static void
bl_survey_column_init (BlSurveyColumn *self)
{
}

BlSurveyColumn *
bl_survey_column_new (const char *id)
{
  BlSurveyColumn *self = g_object_new (BL_TYPE_SURVEY_COLUMN, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_survey_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("survey"));
}

static void
bl_survey_class_init (BlSurveyClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_survey_describe;
  bl_record_class_set_kind (record_class, "survey", N_ ("survey"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "way", N_ ("way"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_date (record_class, "date", N_ ("date brought in"));
  bl_record_class_add_integer (record_class, "respondents", N_ ("respondents"));
  bl_record_class_add_list (record_class, "columns", N_ ("answers"), BL_TYPE_SURVEY_COLUMN, FALSE);
}

static void
bl_survey_init (BlSurvey *self)
{
}

BlSurvey *
bl_survey_new (const char *id)
{
  BlSurvey *self = g_object_new (BL_TYPE_SURVEY, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_coding_class_init (BlCodingClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "coding", N_ ("coding"));
  bl_record_class_add_reference (record_class, "column", N_ ("answers"));
  bl_record_class_add_integer (record_class, "row", N_ ("row"));
  bl_record_class_add_text (record_class, "main", N_ ("main theme"));
  bl_record_class_add_text (record_class, "themes", N_ ("other themes"));
  bl_record_class_add_text (record_class, "by", N_ ("coded by"));
}

static void
bl_coding_init (BlCoding *self)
{
}

BlCoding *
bl_coding_new (const char *id)
{
  BlCoding *self = g_object_new (BL_TYPE_CODING, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_theme_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("theme"));
}

static void
bl_theme_class_init (BlThemeClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_theme_describe;
  bl_record_class_set_kind (record_class, "theme", N_ ("theme"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "answer", N_ ("kind of answer"));
  bl_record_class_add_text (record_class, "strength", N_ ("strength of the evidence"));
  bl_record_class_add_reference (record_class, "action", N_ ("action"));
  bl_record_class_add_reference (record_class, "decision", N_ ("decision"));
  bl_record_class_add_reference (record_class, "option", N_ ("option"));
  bl_record_class_add_text (record_class, "by", N_ ("written by"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_long_text (record_class, "covers", N_ ("what it covers"));
  bl_record_class_add_long_text (record_class, "words", N_ ("typical words"));
  bl_record_class_add_long_text (record_class, "view", N_ ("our view"));
  bl_record_class_add_long_text (record_class, "changes", N_ ("what changes"));
}

static void
bl_theme_init (BlTheme *self)
{
}

BlTheme *
bl_theme_new (const char *id)
{
  BlTheme *self = g_object_new (BL_TYPE_THEME, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_group_reach_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("group to reach"));
}

static void
bl_group_reach_class_init (BlGroupReachClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_group_reach_describe;
  bl_record_class_set_kind (record_class, "reach", N_ ("group to reach"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_reference (record_class, "column", N_ ("answers that tell it"));
  bl_record_class_add_real (record_class, "population", N_ ("people in the area"));
  bl_record_class_add_real (record_class, "whole", N_ ("of how many"));
  bl_record_class_add_real (record_class, "wanted", N_ ("percent wanted"));
  bl_record_class_add_text (record_class, "methods", N_ ("methods"));
  bl_record_class_add_reference (record_class, "evidence", N_ ("evidence"));
  bl_record_class_add_long_text (record_class, "answers", N_ ("answers that count"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_group_reach_init (BlGroupReach *self)
{
}

BlGroupReach *
bl_group_reach_new (const char *id)
{
  BlGroupReach *self = g_object_new (BL_TYPE_GROUP_REACH, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_consultation_check_class_init (BlConsultationCheckClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "check", N_ ("check"));
  bl_record_class_add_text (record_class, "item", N_ ("check"));
  bl_record_class_add_boolean (record_class, "done", N_ ("done"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "address", N_ ("where it is"));
  bl_record_class_add_text (record_class, "note", N_ ("note"));
}

static void
bl_consultation_check_init (BlConsultationCheck *self)
{
}

BlConsultationCheck *
bl_consultation_check_new (const char *id)
{
  BlConsultationCheck *self = g_object_new (BL_TYPE_CONSULTATION_CHECK, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_consultation_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("consultation"));
}

static void
bl_consultation_class_init (BlConsultationClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_consultation_describe;
  bl_record_class_set_kind (record_class, "consultation", N_ ("consultation"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_date (record_class, "open", N_ ("first day"));
  bl_record_class_add_date (record_class, "close", N_ ("last day"));
  bl_record_class_add_date (record_class, "analysed", N_ ("report finished"));
  bl_record_class_add_date (record_class, "answered", N_ ("answers finished"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "plan", N_ ("plan"), BL_TYPE_ENTRY_FIELD, TRUE);
  bl_record_class_add_list (record_class, "questions", N_ ("questions"), BL_TYPE_SURVEY_QUESTION, TRUE);
  bl_record_class_add_list (record_class, "surveys", N_ ("surveys"), BL_TYPE_SURVEY, TRUE);
  bl_record_class_add_list (record_class, "codings", N_ ("codings"), BL_TYPE_CODING, TRUE);
  bl_record_class_add_list (record_class, "themes", N_ ("themes"), BL_TYPE_THEME, TRUE);
  bl_record_class_add_list (record_class, "groups", N_ ("groups to reach"), BL_TYPE_GROUP_REACH, TRUE);
  bl_record_class_add_list (record_class, "checks", N_ ("checks"), BL_TYPE_CONSULTATION_CHECK, TRUE);
}

static void
bl_consultation_init (BlConsultation *self)
{
}

BlConsultation *
bl_consultation_new (const char *id)
{
  BlConsultation *self = g_object_new (BL_TYPE_CONSULTATION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
