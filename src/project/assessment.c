/* assessment.c: a self-assessment: the team, what each thinks, what was agreed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "assessment.h"

#include <glib/gi18n-lib.h>

struct _BlAssessmentMember
{
  BlRecord parent;
};

struct _BlRating
{
  BlRecord parent;
};

struct _BlFinding
{
  BlRecord parent;
};

struct _BlDiscussion
{
  BlRecord parent;
};

struct _BlAgreement
{
  BlRecord parent;
};

struct _BlDissent
{
  BlRecord parent;
};

struct _BlResult
{
  BlRecord parent;
};

struct _BlStatement
{
  BlRecord parent;
};

struct _BlParkedNote
{
  BlRecord parent;
};

struct _BlExhibit
{
  BlRecord parent;
};

struct _BlAssessment
{
  BlRecord parent;
};

struct _BlResponse
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlAssessmentMember, bl_assessment_member, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlRating, bl_rating, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlFinding, bl_finding, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlDiscussion, bl_discussion, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlAgreement, bl_agreement, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlDissent, bl_dissent, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlResult, bl_result, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlStatement, bl_statement, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlParkedNote, bl_parked_note, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlExhibit, bl_exhibit, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlAssessment, bl_assessment, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlResponse, bl_response, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlFindingSide,
                    bl_finding_side,
                    G_DEFINE_ENUM_VALUE (BL_FINDING_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_FINDING_STRENGTH, "strength"),
                    G_DEFINE_ENUM_VALUE (BL_FINDING_AREA, "area"))

const char *
bl_finding_side_get_title (BlFindingSide self)
{
  switch (self)
    {
    case BL_FINDING_STRENGTH:
      return N_ ("Strength");
    case BL_FINDING_AREA:
      return N_ ("Area for improvement");
    case BL_FINDING_UNKNOWN:
    default:
      return N_ ("Not known");
    }
}

static char *
bl_assessment_member_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "name");

  return g_strdup (words != NULL ? words : _ ("member of the team"));
}

static void
bl_assessment_member_class_init (BlAssessmentMemberClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_assessment_member_describe;
  bl_record_class_set_kind (record_class, "member", N_ ("member of the team"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "role", N_ ("role"));
  bl_record_class_add_text (record_class, "organisation", N_ ("organisation"));
  bl_record_class_add_text (record_class, "knows", N_ ("what they see of the service"));
  bl_record_class_add_boolean (record_class, "facilitates", N_ ("leads the meeting"));
  bl_record_class_add_boolean (record_class, "rates", N_ ("rates"));
  bl_record_class_add_date (record_class, "sent", N_ ("date sent out"));
  bl_record_class_add_date (record_class, "came", N_ ("date come back"));
  bl_record_class_add_date (record_class, "finished", N_ ("date finished"));
}

static void
bl_assessment_member_init (BlAssessmentMember *self)
{
}

BlAssessmentMember *
bl_assessment_member_new (const char *id)
{
  BlAssessmentMember *self = g_object_new (BL_TYPE_ASSESSMENT_MEMBER, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_rating_class_init (BlRatingClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "rating", N_ ("rating"));
  bl_record_class_add_reference (record_class, "member", N_ ("member"));
  bl_record_class_add_text (record_class, "item", N_ ("what is rated"));
  bl_record_class_add_text (record_class, "level", N_ ("level"));
  bl_record_class_add_text (record_class, "given", N_ ("when"));
  bl_record_class_add_text (record_class, "means", N_ ("how it was given"));
  bl_record_class_add_reference (record_class, "replaces", N_ ("earlier rating"));
  bl_record_class_add_text (record_class, "response", N_ ("response file"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
  bl_record_class_add_long_text (record_class, "example", N_ ("example"));
  bl_record_class_add_long_text (record_class, "evidence", N_ ("evidence"));
  bl_record_class_add_long_text (record_class, "why", N_ ("why it was changed"));
}

static void
bl_rating_init (BlRating *self)
{
}

BlRating *
bl_rating_new (const char *id)
{
  BlRating *self = g_object_new (BL_TYPE_RATING, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_finding_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "text");

  return g_strdup (words != NULL ? words : _ ("finding"));
}

static void
bl_finding_class_init (BlFindingClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_finding_describe;
  bl_record_class_set_kind (record_class, "finding", N_ ("finding"));
  bl_record_class_add_enum (record_class, "side", N_ ("side"), BL_TYPE_FINDING_SIDE);
  bl_record_class_add_text (record_class, "item", N_ ("what it is about"));
  bl_record_class_add_text (record_class, "criteria", N_ ("criteria"));
  bl_record_class_add_reference (record_class, "member", N_ ("who put it forward"));
  bl_record_class_add_boolean (record_class, "agreed", N_ ("agreed"));
  bl_record_class_add_boolean (record_class, "named", N_ ("name shown"));
  bl_record_class_add_reference (record_class, "merged", N_ ("merged into"));
  bl_record_class_add_boolean (record_class, "required", N_ ("required by law or safety"));
  bl_record_class_add_integer (record_class, "effect", N_ ("effect"));
  bl_record_class_add_integer (record_class, "effort", N_ ("effort"));
  bl_record_class_add_text (record_class, "place", N_ ("place on the grid"));
  bl_record_class_add_boolean (record_class, "chosen", N_ ("priority"));
  bl_record_class_add_long_text (record_class, "text", N_ ("words"));
  bl_record_class_add_long_text (record_class, "place-why", N_ ("why that place"));
  bl_record_class_add_long_text (record_class, "evidence", N_ ("evidence"));
}

static void
bl_finding_init (BlFinding *self)
{
}

BlFinding *
bl_finding_new (const char *id)
{
  BlFinding *self = g_object_new (BL_TYPE_FINDING, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_discussion_class_init (BlDiscussionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "discussion", N_ ("discussion"));
  bl_record_class_add_text (record_class, "item", N_ ("what it is about"));
  bl_record_class_add_boolean (record_class, "done", N_ ("done"));
  bl_record_class_add_integer (record_class, "seconds", N_ ("seconds spent"));
  bl_record_class_add_long_text (record_class, "now", N_ ("approaches in use"));
  bl_record_class_add_long_text (record_class, "planned", N_ ("approaches planned"));
  bl_record_class_add_long_text (record_class, "notes", N_ ("notes"));
}

static void
bl_discussion_init (BlDiscussion *self)
{
}

BlDiscussion *
bl_discussion_new (const char *id)
{
  BlDiscussion *self = g_object_new (BL_TYPE_DISCUSSION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_agreement_class_init (BlAgreementClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "agreement", N_ ("agreement"));
  bl_record_class_add_text (record_class, "item", N_ ("what it is about"));
  bl_record_class_add_text (record_class, "level", N_ ("level"));
  bl_record_class_add_boolean (record_class, "set-aside", N_ ("set aside"));
  bl_record_class_add_date (record_class, "agreed", N_ ("date agreed"));
  bl_record_class_add_boolean (record_class, "discussed", N_ ("discussed"));
  bl_record_class_add_text (record_class, "parked-with", N_ ("who looks it up"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
  bl_record_class_add_long_text (record_class, "parked", N_ ("question parked"));
}

static void
bl_agreement_init (BlAgreement *self)
{
}

BlAgreement *
bl_agreement_new (const char *id)
{
  BlAgreement *self = g_object_new (BL_TYPE_AGREEMENT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_dissent_class_init (BlDissentClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "dissent", N_ ("dissent"));
  bl_record_class_add_text (record_class, "item", N_ ("what it is about"));
  bl_record_class_add_text (record_class, "level", N_ ("level"));
  bl_record_class_add_reference (record_class, "member", N_ ("member"));
  bl_record_class_add_text (record_class, "name", N_ ("name shown"));
  bl_record_class_add_date (record_class, "review", N_ ("date to look again"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
  bl_record_class_add_long_text (record_class, "change", N_ ("what would change their mind"));
}

static void
bl_dissent_init (BlDissent *self)
{
}

BlDissent *
bl_dissent_new (const char *id)
{
  BlDissent *self = g_object_new (BL_TYPE_DISSENT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_result_class_init (BlResultClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "result", N_ ("result looked at"));
  bl_record_class_add_text (record_class, "item", N_ ("results area"));
  bl_record_class_add_boolean (record_class, "no-data", N_ ("no data held"));
  bl_record_class_add_text (record_class, "indicators", N_ ("indicators"));
  bl_record_class_add_long_text (record_class, "trend", N_ ("trend"));
  bl_record_class_add_long_text (record_class, "comparison", N_ ("comparison"));
  bl_record_class_add_long_text (record_class, "target", N_ ("target"));
  bl_record_class_add_long_text (record_class, "coverage", N_ ("coverage"));
  bl_record_class_add_long_text (record_class, "cause", N_ ("cause and effect"));
}

static void
bl_result_init (BlResult *self)
{
}

BlResult *
bl_result_new (const char *id)
{
  BlResult *self = g_object_new (BL_TYPE_RESULT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_statement_class_init (BlStatementClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "statement", N_ ("statement"));
  bl_record_class_add_text (record_class, "item", N_ ("heading"));
  bl_record_class_add_long_text (record_class, "text", N_ ("words"));
}

static void
bl_statement_init (BlStatement *self)
{
}

BlStatement *
bl_statement_new (const char *id)
{
  BlStatement *self = g_object_new (BL_TYPE_STATEMENT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_parked_note_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "text");

  return g_strdup (words != NULL ? words : _ ("note parked"));
}

static void
bl_parked_note_class_init (BlParkedNoteClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_parked_note_describe;
  bl_record_class_set_kind (record_class, "parked", N_ ("note parked"));
  bl_record_class_add_text (record_class, "by", N_ ("by"));
  bl_record_class_add_text (record_class, "home", N_ ("where it goes"));
  bl_record_class_add_boolean (record_class, "done", N_ ("done"));
  bl_record_class_add_long_text (record_class, "text", N_ ("words"));
}

static void
bl_parked_note_init (BlParkedNote *self)
{
}

BlParkedNote *
bl_parked_note_new (const char *id)
{
  BlParkedNote *self = g_object_new (BL_TYPE_PARKED_NOTE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_exhibit_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("piece of evidence"));
}

static void
bl_exhibit_class_init (BlExhibitClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_exhibit_describe;
  bl_record_class_set_kind (record_class, "exhibit", N_ ("piece of evidence"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "where", N_ ("where it is kept"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "criteria", N_ ("criteria"));
  bl_record_class_add_reference (record_class, "indicator", N_ ("indicator"));
  bl_record_class_add_text (record_class, "by", N_ ("by"));
  bl_record_class_add_long_text (record_class, "says", N_ ("what it shows"));
}

static void
bl_exhibit_init (BlExhibit *self)
{
}

BlExhibit *
bl_exhibit_new (const char *id)
{
  BlExhibit *self = g_object_new (BL_TYPE_EXHIBIT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_assessment_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("self-assessment"));
}

static void
bl_assessment_class_init (BlAssessmentClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_assessment_describe;
  bl_record_class_set_kind (record_class, "assessment", N_ ("self-assessment"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_reference (record_class, "framework", N_ ("framework"));
  bl_record_class_add_text (record_class, "scale", N_ ("scale"));
  bl_record_class_add_text (record_class, "route", N_ ("route"));
  bl_record_class_add_reference (record_class, "library", N_ ("library"));
  bl_record_class_add_boolean (record_class, "names-shown", N_ ("reasons with names"));
  bl_record_class_add_date (record_class, "rate-by", N_ ("rate by"));
  bl_record_class_add_date (record_class, "meeting", N_ ("date of the meeting"));
  bl_record_class_add_date (record_class, "second-meeting", N_ ("date of the second meeting"));
  bl_record_class_add_text (record_class, "starts", N_ ("time it starts"));
  bl_record_class_add_text (record_class, "place", N_ ("place"));
  bl_record_class_add_date (record_class, "completed", N_ ("date completed"));
  bl_record_class_add_reference (record_class, "earlier", N_ ("earlier assessment"));
  bl_record_class_add_text (record_class, "exception-by", N_ ("who opened the plan early"));
  bl_record_class_add_date (record_class, "exception-date", N_ ("date the plan was opened early"));
  bl_record_class_add_long_text (record_class, "vision", N_ ("vision"));
  bl_record_class_add_long_text (record_class, "exception", N_ ("why the plan was opened early"));
  bl_record_class_add_long_text (record_class, "summary", N_ ("summary"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "model", N_ ("organisational model"), BL_TYPE_STATEMENT, TRUE);
  bl_record_class_add_list (record_class, "team", N_ ("team"), BL_TYPE_ASSESSMENT_MEMBER, TRUE);
  bl_record_class_add_list (record_class, "ratings", N_ ("ratings"), BL_TYPE_RATING, TRUE);
  bl_record_class_add_list (record_class, "results", N_ ("results"), BL_TYPE_RESULT, TRUE);
  bl_record_class_add_list (record_class, "discussions", N_ ("discussions"), BL_TYPE_DISCUSSION, TRUE);
  bl_record_class_add_list (record_class, "agreements", N_ ("agreements"), BL_TYPE_AGREEMENT, TRUE);
  bl_record_class_add_list (record_class, "findings", N_ ("strengths and areas"), BL_TYPE_FINDING, TRUE);
  bl_record_class_add_list (record_class, "dissents", N_ ("dissents"), BL_TYPE_DISSENT, TRUE);
  bl_record_class_add_list (record_class, "parking", N_ ("parking place"), BL_TYPE_PARKED_NOTE, TRUE);
  bl_record_class_add_list (record_class, "exhibits", N_ ("evidence"), BL_TYPE_EXHIBIT, TRUE);
}

static void
bl_assessment_init (BlAssessment *self)
{
}

BlAssessment *
bl_assessment_new (const char *id)
{
  BlAssessment *self = g_object_new (BL_TYPE_ASSESSMENT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_response_class_init (BlResponseClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "response", N_ ("response"));
  bl_record_class_add_text (record_class, "project", N_ ("project"));
  bl_record_class_add_text (record_class, "assessment", N_ ("assessment"));
  bl_record_class_add_text (record_class, "service", N_ ("service"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "framework", N_ ("framework"));
  bl_record_class_add_text (record_class, "framework-version", N_ ("version of the framework"));
  bl_record_class_add_text (record_class, "framework-checksum", N_ ("checksum of the framework"));
  bl_record_class_add_text (record_class, "scale", N_ ("scale"));
  bl_record_class_add_text (record_class, "route", N_ ("route"));
  bl_record_class_add_text (record_class, "member", N_ ("member"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "role", N_ ("role"));
  bl_record_class_add_date (record_class, "made", N_ ("date made"));
  bl_record_class_add_date (record_class, "rate-by", N_ ("rate by"));
  bl_record_class_add_date (record_class, "meeting", N_ ("date of the meeting"));
  bl_record_class_add_boolean (record_class, "names-shown", N_ ("reasons with names"));
  bl_record_class_add_date (record_class, "finished", N_ ("date finished"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "frameworks", N_ ("framework"), BL_TYPE_FRAMEWORK, TRUE);
  bl_record_class_add_list (record_class, "ratings", N_ ("ratings"), BL_TYPE_RATING, TRUE);
  bl_record_class_add_list (record_class, "findings", N_ ("strengths and areas"), BL_TYPE_FINDING, TRUE);
}

static void
bl_response_init (BlResponse *self)
{
}

BlResponse *
bl_response_new (const char *id)
{
  BlResponse *self = g_object_new (BL_TYPE_RESPONSE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
