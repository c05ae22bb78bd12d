/* assess-words.h: the organisational model and the vision: headings, what to ask, what was written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/* Fills @box with the script "model" of the framework: each heading with its prompts, what to record, and a place to
 * write. What is typed is kept as it is typed; the box then follows the project by itself. Where the framework has no
 * such script it says so. */
void bl_assess_words_fill_model (GtkBox *box, BlSession *session, BlAssessment *assessment, BlFramework *framework);
/* The same for the vision: its text, the steps to it, the tests of it and the prompts to get unstuck. */
void bl_assess_words_fill_vision (GtkBox *box, BlSession *session, BlAssessment *assessment, BlFramework *framework);
/* Keeps at once what was typed below @widget. */
void bl_assess_words_flush (GtkWidget *widget);

G_END_DECLS
