/* indicator-model.h: the indicators of a project with their values and verdicts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator-values.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlIndicatorAnswer: what is known of an indicator at one moment. Immutable.
 */
typedef struct
{
  grefcount refs;
  BlIndicatorValues *values;
  BlJudgement *judgement;
} BlIndicatorAnswer;

BlIndicatorAnswer *bl_indicator_answer_ref (BlIndicatorAnswer *self);
void bl_indicator_answer_unref (BlIndicatorAnswer *self);

/**
 * BlIndicatorModel: of each indicator of the project the values by its usual kind of period, and the verdict; worked
 * out one after the other while nothing else waits, so that the window answers meanwhile, and again after each
 * change of the project.
 *
 * Signals: "changed": the project is another one; what is known is being worked out again. "answered" (BlIndicator):
 * one is known now. "finished": all are.
 */
#define BL_TYPE_INDICATOR_MODEL (bl_indicator_model_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorModel, bl_indicator_model, BL, INDICATOR_MODEL, GObject)

/* The session's one, which lives as long as the session does; made at first call. */
BlIndicatorModel *bl_indicator_model_of (BlSession *session);
/* Of BlIndicator; the project's. */
GListModel *bl_indicator_model_get_indicators (BlIndicatorModel *self);
/* What is known of @indicator, of before the last change while it is being worked out; owned. NULL: nothing yet. */
BlIndicatorAnswer *bl_indicator_model_peek (BlIndicatorModel *self, BlIndicator *indicator);
/* The same of now, worked out at once where it must be; owned. NULL without the dictionary. */
BlIndicatorAnswer *bl_indicator_model_get (BlIndicatorModel *self, BlIndicator *indicator);
/* Whether all are of now. */
gboolean bl_indicator_model_is_finished (BlIndicatorModel *self);
/* Works out what is left, at once: for a report, a test. */
void bl_indicator_model_finish (BlIndicatorModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlIndicatorAnswer, bl_indicator_answer_unref)

G_END_DECLS
