/* meet-form.h: a few short questions, asked over the meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BlMeetForm: a small window with entries and choices. Enter in an entry and the button answer, Escape leaves.
 *
 * Signal "answered": the button; the listener reads the answers and closes the window, or says what is wrong.
 */
#define BL_TYPE_MEET_FORM (bl_meet_form_get_type ())
G_DECLARE_FINAL_TYPE (BlMeetForm, bl_meet_form, BL, MEET_FORM, AdwWindow)

/* @about: what it is for, in a sentence; @say: what the facilitator may say, NULL; @button: with a mnemonic. */
GtkWidget *bl_meet_form_new (GtkWindow *parent, const char *title, const char *about, const char *say, const char *button);
/* @key, kept: a static string. */
void bl_meet_form_add_text (BlMeetForm *self, const char *key, const char *title, const char *text);
/* @names: one a choice, NULL at the end. */
void bl_meet_form_add_choice (BlMeetForm *self, const char *key, const char *title, const char *const *names);
/* Of a text; NULL where there is no such question. */
const char *bl_meet_form_get_text (BlMeetForm *self, const char *key);
void bl_meet_form_set_text (BlMeetForm *self, const char *key, const char *text);
guint bl_meet_form_get_choice (BlMeetForm *self, const char *key);
/* What is wrong; NULL: nothing. */
void bl_meet_form_say (BlMeetForm *self, const char *words);

G_END_DECLS
