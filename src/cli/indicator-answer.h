/* indicator-answer.h: indicators and their values, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "command.h"
#include "indicator-values.h"

G_BEGIN_DECLS

/**
 * BlIndicatorAsk: what is asked of values.
 */
typedef struct
{
  char *library, *period;   /* as typed; NULL */
  char *code;               /* of an authority, in place of a library; NULL */
  char *from, *until;       /* first and last period looked at; NULL */
  gboolean raw;             /* leave the season in */
} BlIndicatorAsk;

/* What is asked, and what is said of it; FALSE: something asked for is wrong, said, and @exit set. */
gboolean bl_indicator_ask (BlBaseFigures *figures, BlIndicator *indicator, const BlIndicatorAsk *ask, BlIndicatorValues **values,
                           BlJudgement **judgement, BlExit *exit);
/* The kind of period called "month", "fy", …; UNKNOWN for none said. FALSE as above. */
gboolean bl_indicator_ask_kind (const char *text, BlPeriodKind *kind, BlExit *exit);
/* @indicators: of BlIndicator; those of the project and, with @all, those of the dictionary too. */
void bl_indicator_answer_list (BlBaseFigures *figures, GPtrArray *indicators);
/* Says what is wrong where the question is. */
BlExit bl_indicator_answer_show (BlBaseFigures *figures, BlIndicator *indicator, const BlIndicatorAsk *ask, const char *path);

G_END_DECLS
