/* statement-text.h: a paragraph of a self-assessment, kept as it is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "assessment.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlStatementText: what is written under one heading of the organisational model or one step of the vision, or a long
 * text of the assessment itself. Kept when typing pauses and when the focus leaves; follows undo.
 */
#define BL_TYPE_STATEMENT_TEXT (bl_statement_text_get_type ())
G_DECLARE_FINAL_TYPE (BlStatementText, bl_statement_text, BL, STATEMENT_TEXT, GtkWidget)

/* @item: of a statement of the model; NULL: the assessment's own @field. @heading names it to people. */
GtkWidget *bl_statement_text_new (BlSession *session, BlAssessment *assessment, const char *item, const char *field, const char *heading);
/* Keeps what was typed at once. */
void bl_statement_text_flush (BlStatementText *self);
void bl_statement_text_focus (BlStatementText *self);

G_END_DECLS
