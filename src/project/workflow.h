/* workflow.h: stages and tasks of a planning exercise, laid down and as they go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* BlTaskState: how far a task is. */
typedef enum
{
  BL_TASK_UNKNOWN,
  BL_TASK_UNDER_WAY,
  BL_TASK_DONE,
  BL_TASK_NOT_NEEDED, /* with a reason */
} BlTaskState;
#define BL_TYPE_TASK_STATE (bl_task_state_get_type ())
GType bl_task_state_get_type (void);
const char *bl_task_state_get_title (BlTaskState self); /* untranslated (N_()) */

/* BlGateAnswer: what was answered at the gate of a stage. */
typedef enum
{
  BL_GATE_UNKNOWN,
  BL_GATE_GO_ON,
  BL_GATE_STOP,
  BL_GATE_GO_BACK,
} BlGateAnswer;
#define BL_TYPE_GATE_ANSWER (bl_gate_answer_get_type ())
GType bl_gate_answer_get_type (void);
const char *bl_gate_answer_get_title (BlGateAnswer self); /* untranslated (N_()) */

/* Kind "attachment": something kept elsewhere. Fields: title, address (text: a path or a link), date (date),
 * evidence (reference: an entry of the evidence register). */
#define BL_TYPE_ATTACHMENT (bl_attachment_get_type ())
G_DECLARE_FINAL_TYPE (BlAttachment, bl_attachment, BL, ATTACHMENT, BlRecord)
BlAttachment *bl_attachment_new (const char *id);

/* Kind "task": something to do in a stage. Laid down: item ("needs.statement"), title, leads (text: roles),
 * days-low, days-high (real: working days), after (text: tasks or stages that should be finished first, by
 * blanks), produces, page (text: the page it is done on), source, confidence; long text do. Said of it: state
 * (BlTaskState), owner, start, due, done (dates), note, reason (long texts: why it is not needed); list
 * attachments (BlAttachment). */
#define BL_TYPE_TASK (bl_task_get_type ())
G_DECLARE_FINAL_TYPE (BlTask, bl_task, BL, TASK, BlRecord)
BlTask *bl_task_new (const char *id);

/* Kind "stage": a stage. Laid down: item ("needs"), number (integer), title, weeks-low, weeks-high (real),
 * beside (text: stages it may run beside, by blanks), signs (text: who signs it off), official (boolean: its
 * name is official), source, confidence; long texts: purpose, guidance, questions (to answer, one a line),
 * gate, expected (evidence, one a line), scrutiny (questions, one a line), failures (one a line), freezes,
 * sources. Said of it: start, due (dates), signed (date), signed-by (text), version (reference: the marked
 * version that was frozen), answer (BlGateAnswer), answer-reason, note (long texts); list tasks (BlTask). */
#define BL_TYPE_STAGE (bl_stage_get_type ())
G_DECLARE_FINAL_TYPE (BlStage, bl_stage, BL, STAGE, BlRecord)
BlStage *bl_stage_new (const char *id);

/* Kind "dated": a date that order rules look at, entered by hand. Fields: item ("dcms.told"), date, until
 * (date: of a stretch), note (text), evidence (reference). */
#define BL_TYPE_NAMED_DATE (bl_named_date_get_type ())
G_DECLARE_FINAL_TYPE (BlNamedDate, bl_named_date, BL, NAMED_DATE, BlRecord)
BlNamedDate *bl_named_date_new (const char *id);

/* Kind "readiness": what is said of an item of the readiness list. Fields: item ("ready.duty"), date (date:
 * of the paper), rests-on (date: of what it rests on), not-applicable (boolean, with a reason), count, missing
 * (integers: for its message), list (text: what is missing, by name), address (text), evidence (reference);
 * long texts: reason, note. */
#define BL_TYPE_READINESS_NOTE (bl_readiness_note_get_type ())
G_DECLARE_FINAL_TYPE (BlReadinessNote, bl_readiness_note, BL, READINESS_NOTE, BlRecord)
BlReadinessNote *bl_readiness_note_new (const char *id);

/* Kind "answer": what was answered to a question of a framework (self-test, challenge, prompt of a review).
 * Fields: item, answer (text: "yes", "partly", "not yet", "not for us"), date (date), proof (text), evidence
 * (reference); long text text. */
#define BL_TYPE_SELF_ANSWER (bl_self_answer_get_type ())
G_DECLARE_FINAL_TYPE (BlSelfAnswer, bl_self_answer, BL, SELF_ANSWER, BlRecord)
BlSelfAnswer *bl_self_answer_new (const char *id);

/* Kind "workflow": a workflow, both in data/frameworks/planning.xml and, copied, in a project. Fields: item
 * ("main", "small"), title, revision, opened-from (text: tasks of other workflows it serves, by blanks),
 * source, confidence, verified (date); said of it: started, meeting (dates: of the decision), subject (text:
 * what it is about), from-task (reference: the task it was opened from), note (long text); long texts: fits
 * (when it fits), statement; lists stages (BlStage), dates (BlNamedDate), readiness (BlReadinessNote),
 * answers (BlSelfAnswer). */
#define BL_TYPE_WORKFLOW (bl_workflow_get_type ())
G_DECLARE_FINAL_TYPE (BlWorkflow, bl_workflow, BL, WORKFLOW, BlRecord)
BlWorkflow *bl_workflow_new (const char *id);

G_END_DECLS
