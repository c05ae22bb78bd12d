/* assess-meet-view-private.h: what the files of the meeting share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "adaptive-bin.h"
#include "assess-meet-view.h"
#include "assessment-timetable.h"
#include "chart-canvas.h"
#include "meet-findings.h"
#include "meet-text.h"

G_BEGIN_DECLS

struct _BlAssessMeetView
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlAssessStudy *study; /* NULL without an assessment or its framework */
  BlTimetable *timetable;
  BlScript *cycle; /* steps of one characteristic; NULL */
  int part;        /* -1: the opening; n_parts: the end */
  char *criterion; /* in front; NULL */
  guint prompt, step, step_began; /* step_began: seconds of the timer */
  guint kept;      /* seconds of the part that the document has */
  gboolean begun;  /* where to begin was found */
  char *evidence_of; /* the criterion the sentences are of, and the state of the project */
  guint64 evidence_at;

  BlAdaptiveBin *bin;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkBox *columns, *findings, *flipchart, *agree_box, *ask_box, *top_row, *script_row, *levels, *strip;
  GtkLabel *step_label, *do_label, *say_label, *statement, *question, *sentence, *prompt_pill, *prompt_label;
  GtkLabel *not_sure, *agree_words, *suggestion, *evidence, *written, *names_note, *results_line, *restart_words;
  GtkToggleButton *say_button, *none_button;
  GtkRevealer *say_revealer;
  GtkExpander *reasons;
  GtkListBox *reason_rows, *dissents, *criteria, *opening_rows, *closing_rows, *closing_missing;
  GtkButton *confirm_button, *next_button, *show_button, *fullscreen_button;
  AdwClamp *side;
  GtkWidget *kept_label, *parking_button;
  GtkWidget *evidence_box, *prompt_box, *dissents_box;
  BlMeetTimer *timer;
  BlChartCanvas *canvas;
  BlMeetFindings *strengths, *areas;
  BlMeetText *now, *planned, *notes;
  gboolean showing; /* widgets are being set by us */
};

/* The criterion in front; NULL. */
const BlAssessItem *bl_assess_meet_view_get_item (BlAssessMeetView *self);
/* The prompts of a criterion, its own questions first: of char *. */
GPtrArray *bl_assess_meet_view_list_prompts (BlAssessMeetView *self, const BlAssessItem *item);
/* The minutes the route gives a characteristic. */
guint bl_assess_meet_view_get_minutes (BlAssessMeetView *self, int part);
/* All that is shown, worked out anew. */
void bl_assess_meet_view_refresh (BlAssessMeetView *self);
void bl_assess_meet_view_show_step (BlAssessMeetView *self);
void bl_assess_meet_view_show_prompt (BlAssessMeetView *self);
/* To a part, and its first criterion to be talked about; the time spent on the one before is kept. */
void bl_assess_meet_view_go (BlAssessMeetView *self, int part, const char *criterion);
void bl_assess_meet_view_keep_time (BlAssessMeetView *self);

/* What is asked over the meeting. */
void bl_assess_meet_view_ask_set_aside (BlAssessMeetView *self);
void bl_assess_meet_view_ask_park (BlAssessMeetView *self);
void bl_assess_meet_view_ask_dissent (BlAssessMeetView *self);
void bl_assess_meet_view_ask_again (BlAssessMeetView *self);
void bl_assess_meet_view_help (BlAssessMeetView *self, const char *first);

G_END_DECLS
