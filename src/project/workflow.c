/* workflow.c: stages and tasks of a planning exercise, laid down and as they go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "workflow.h"

#include <glib/gi18n-lib.h>

struct _BlAttachment
{
  BlRecord parent;
};

struct _BlTask
{
  BlRecord parent;
};

struct _BlStage
{
  BlRecord parent;
};

struct _BlNamedDate
{
  BlRecord parent;
};

struct _BlReadinessNote
{
  BlRecord parent;
};

struct _BlSelfAnswer
{
  BlRecord parent;
};

struct _BlWorkflow
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlAttachment, bl_attachment, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlTask, bl_task, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlStage, bl_stage, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlNamedDate, bl_named_date, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlReadinessNote, bl_readiness_note, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlSelfAnswer, bl_self_answer, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlWorkflow, bl_workflow, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlTaskState,
                    bl_task_state,
                    G_DEFINE_ENUM_VALUE (BL_TASK_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_TASK_UNDER_WAY, "under-way"),
                    G_DEFINE_ENUM_VALUE (BL_TASK_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (BL_TASK_NOT_NEEDED, "not-needed"))

const char *
bl_task_state_get_title (BlTaskState self)
{
  switch (self)
    {
    case BL_TASK_UNDER_WAY:
      return N_ ("Under way");
    case BL_TASK_DONE:
      return N_ ("Done");
    case BL_TASK_NOT_NEEDED:
      return N_ ("Not needed");
    case BL_TASK_UNKNOWN:
    default:
      return N_ ("Not begun");
    }
}

G_DEFINE_ENUM_TYPE (BlGateAnswer,
                    bl_gate_answer,
                    G_DEFINE_ENUM_VALUE (BL_GATE_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_GATE_GO_ON, "go-on"),
                    G_DEFINE_ENUM_VALUE (BL_GATE_STOP, "stop"),
                    G_DEFINE_ENUM_VALUE (BL_GATE_GO_BACK, "go-back"))

const char *
bl_gate_answer_get_title (BlGateAnswer self)
{
  switch (self)
    {
    case BL_GATE_GO_ON:
      return N_ ("Go on");
    case BL_GATE_STOP:
      return N_ ("Stop");
    case BL_GATE_GO_BACK:
      return N_ ("Go back");
    case BL_GATE_UNKNOWN:
    default:
      return N_ ("Not answered");
    }
}

static char *
bl_attachment_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("attachment"));
}

static void
bl_attachment_class_init (BlAttachmentClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_attachment_describe;
  bl_record_class_set_kind (record_class, "attachment", N_ ("attachment"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "address", N_ ("where it is"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_reference (record_class, "evidence", N_ ("evidence"));
}

static void
bl_attachment_init (BlAttachment *self)
{
}

BlAttachment *
bl_attachment_new (const char *id)
{
  BlAttachment *self = g_object_new (BL_TYPE_ATTACHMENT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_task_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("task"));
}

static void
bl_task_class_init (BlTaskClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_task_describe;
  bl_record_class_set_kind (record_class, "task", N_ ("task"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "leads", N_ ("who leads"));
  bl_record_class_add_real (record_class, "days-low", N_ ("least days"));
  bl_record_class_add_real (record_class, "days-high", N_ ("most days"));
  bl_record_class_add_text (record_class, "after", N_ ("after"));
  bl_record_class_add_text (record_class, "produces", N_ ("what it produces"));
  bl_record_class_add_text (record_class, "page", N_ ("page"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_enum (record_class, "state", N_ ("state"), BL_TYPE_TASK_STATE);
  bl_record_class_add_text (record_class, "owner", N_ ("owner"));
  bl_record_class_add_date (record_class, "start", N_ ("start"));
  bl_record_class_add_date (record_class, "due", N_ ("due"));
  bl_record_class_add_date (record_class, "done", N_ ("done"));
  bl_record_class_add_long_text (record_class, "do", N_ ("what to do"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("why it is not needed"));
  bl_record_class_add_list (record_class, "attachments", N_ ("attachments"), BL_TYPE_ATTACHMENT, FALSE);
}

static void
bl_task_init (BlTask *self)
{
}

BlTask *
bl_task_new (const char *id)
{
  BlTask *self = g_object_new (BL_TYPE_TASK, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_stage_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("stage"));
}

static void
bl_stage_class_init (BlStageClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_stage_describe;
  bl_record_class_set_kind (record_class, "stage", N_ ("stage"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_integer (record_class, "number", N_ ("number"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_real (record_class, "weeks-low", N_ ("least weeks"));
  bl_record_class_add_real (record_class, "weeks-high", N_ ("most weeks"));
  bl_record_class_add_text (record_class, "beside", N_ ("stages beside it"));
  bl_record_class_add_text (record_class, "signs", N_ ("who signs it off"));
  bl_record_class_add_boolean (record_class, "official", N_ ("official name"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "start", N_ ("start"));
  bl_record_class_add_date (record_class, "due", N_ ("due"));
  bl_record_class_add_date (record_class, "signed", N_ ("date signed off"));
  bl_record_class_add_text (record_class, "signed-by", N_ ("signed off by"));
  bl_record_class_add_reference (record_class, "version", N_ ("version frozen"));
  bl_record_class_add_enum (record_class, "answer", N_ ("answer at the gate"), BL_TYPE_GATE_ANSWER);
  bl_record_class_add_long_text (record_class, "purpose", N_ ("purpose"));
  bl_record_class_add_long_text (record_class, "guidance", N_ ("guidance"));
  bl_record_class_add_long_text (record_class, "questions", N_ ("questions to answer"));
  bl_record_class_add_long_text (record_class, "gate", N_ ("gate"));
  bl_record_class_add_long_text (record_class, "expected", N_ ("evidence expected"));
  bl_record_class_add_long_text (record_class, "scrutiny", N_ ("what scrutiny will ask"));
  bl_record_class_add_long_text (record_class, "failures", N_ ("common failures"));
  bl_record_class_add_long_text (record_class, "freezes", N_ ("what is frozen"));
  bl_record_class_add_long_text (record_class, "sources", N_ ("sources"));
  bl_record_class_add_long_text (record_class, "answer-reason", N_ ("reason of the answer"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "tasks", N_ ("tasks"), BL_TYPE_TASK, FALSE);
}

static void
bl_stage_init (BlStage *self)
{
}

BlStage *
bl_stage_new (const char *id)
{
  BlStage *self = g_object_new (BL_TYPE_STAGE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_named_date_class_init (BlNamedDateClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "dated", N_ ("date"));
  bl_record_class_add_text (record_class, "item", N_ ("which date"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_date (record_class, "until", N_ ("until"));
  bl_record_class_add_text (record_class, "note", N_ ("note"));
  bl_record_class_add_reference (record_class, "evidence", N_ ("evidence"));
}

static void
bl_named_date_init (BlNamedDate *self)
{
}

BlNamedDate *
bl_named_date_new (const char *id)
{
  BlNamedDate *self = g_object_new (BL_TYPE_NAMED_DATE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_readiness_note_class_init (BlReadinessNoteClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "readiness", N_ ("readiness item"));
  bl_record_class_add_text (record_class, "item", N_ ("item"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_date (record_class, "rests-on", N_ ("date of what it rests on"));
  bl_record_class_add_boolean (record_class, "not-applicable", N_ ("does not apply"));
  bl_record_class_add_integer (record_class, "count", N_ ("count"));
  bl_record_class_add_integer (record_class, "missing", N_ ("how many are missing"));
  bl_record_class_add_text (record_class, "list", N_ ("what is missing"));
  bl_record_class_add_text (record_class, "address", N_ ("where it is"));
  bl_record_class_add_reference (record_class, "evidence", N_ ("evidence"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_readiness_note_init (BlReadinessNote *self)
{
}

BlReadinessNote *
bl_readiness_note_new (const char *id)
{
  BlReadinessNote *self = g_object_new (BL_TYPE_READINESS_NOTE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_self_answer_class_init (BlSelfAnswerClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "answer", N_ ("answer"));
  bl_record_class_add_text (record_class, "item", N_ ("question"));
  bl_record_class_add_text (record_class, "answer", N_ ("answer"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "proof", N_ ("proof"));
  bl_record_class_add_reference (record_class, "evidence", N_ ("evidence"));
  bl_record_class_add_long_text (record_class, "text", N_ ("words"));
}

static void
bl_self_answer_init (BlSelfAnswer *self)
{
}

BlSelfAnswer *
bl_self_answer_new (const char *id)
{
  BlSelfAnswer *self = g_object_new (BL_TYPE_SELF_ANSWER, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_workflow_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("workflow"));
}

static void
bl_workflow_class_init (BlWorkflowClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_workflow_describe;
  bl_record_class_set_kind (record_class, "workflow", N_ ("workflow"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "revision", N_ ("version"));
  bl_record_class_add_text (record_class, "opened-from", N_ ("opened from"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_date (record_class, "started", N_ ("started"));
  bl_record_class_add_date (record_class, "meeting", N_ ("date of the decision"));
  bl_record_class_add_text (record_class, "subject", N_ ("what it is about"));
  bl_record_class_add_reference (record_class, "from-task", N_ ("task it was opened from"));
  bl_record_class_add_long_text (record_class, "fits", N_ ("when it fits"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "stages", N_ ("stages"), BL_TYPE_STAGE, FALSE);
  bl_record_class_add_list (record_class, "dates", N_ ("dates"), BL_TYPE_NAMED_DATE, FALSE);
  bl_record_class_add_list (record_class, "readiness", N_ ("readiness"), BL_TYPE_READINESS_NOTE, FALSE);
  bl_record_class_add_list (record_class, "answers", N_ ("answers"), BL_TYPE_SELF_ANSWER, FALSE);
}

static void
bl_workflow_init (BlWorkflow *self)
{
}

BlWorkflow *
bl_workflow_new (const char *id)
{
  BlWorkflow *self = g_object_new (BL_TYPE_WORKFLOW, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
