/* result-figure.h: an indicator of the project as evidence of a results area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "indicator-model.h"

G_BEGIN_DECLS

/**
 * BlResultFigure: its name, latest value with its period and state, small line, verdict in a word and in a sentence, and
 * how the service stands among those like it. Where nothing is known it says what is lacking.
 */
#define BL_TYPE_RESULT_FIGURE (bl_result_figure_get_type ())
G_DECLARE_FINAL_TYPE (BlResultFigure, bl_result_figure, BL, RESULT_FIGURE, GtkWidget)

/* @with_chart: with a small line. */
GtkWidget *bl_result_figure_new (BlIndicator *indicator, gboolean with_chart);
BlIndicator *bl_result_figure_get_indicator (BlResultFigure *self);
/* @comparison: a sentence; NULL: there is none. */
void bl_result_figure_set_answer (BlResultFigure *self, BlIndicatorAnswer *answer, const char *comparison);
/* All it says, for a test and for those who do not see it. */
const char *bl_result_figure_get_words (BlResultFigure *self);

G_END_DECLS
