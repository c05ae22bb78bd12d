/* notice.h: a card in the page that says what happened and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BlNotice: never in the way, stays until it is answered. The buttons stand
 * below the words where room is short.
 */
#define BL_TYPE_NOTICE (bl_notice_get_type ())
G_DECLARE_FINAL_TYPE (BlNotice, bl_notice, BL, NOTICE, AdwBin)

GtkWidget *bl_notice_new (const char *icon_name, const char *title, const char *body);
void bl_notice_set_words (BlNotice *self, const char *title, const char *body);
const char *bl_notice_get_title (BlNotice *self);
const char *bl_notice_get_body (BlNotice *self);
/* In the colours of a warning. */
void bl_notice_set_warning (BlNotice *self, gboolean warning);
/* A button at the end, with a mnemonic; the main one stands out. Connect to "clicked". */
GtkWidget *bl_notice_add_button (BlNotice *self, const char *label, gboolean main);
/* What is done less often, behind three dots. */
void bl_notice_set_menu (BlNotice *self, GMenuModel *menu);

G_END_DECLS
