/* kept-card.h: work that was not saved and was kept, to take back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "journal.h"

G_BEGIN_DECLS

/**
 * BlKeptCard: one piece of kept work with Compare, Take back and, behind three
 * dots, Discard. Signals: "compare", "take-back", "discard"; whoever made the
 * card does them.
 */
#define BL_TYPE_KEPT_CARD (bl_kept_card_get_type ())
G_DECLARE_FINAL_TYPE (BlKeptCard, bl_kept_card, BL, KEPT_CARD, AdwBin)

/* Takes @work over. */
GtkWidget *bl_kept_card_new (BlKeptWork *work, GDateTime *now);
BlKeptWork *bl_kept_card_get_work (BlKeptCard *self);
BlKeptWork *bl_kept_work_copy (const BlKeptWork *work);
/* "14 changes from 16 April, 17:22, are newer than the file"; free it. */
char *bl_kept_work_to_text (const BlKeptWork *work, GDateTime *now);

G_END_DECLS
