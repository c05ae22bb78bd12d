/* start-view.h: what one sees before a project is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"
#include "kept-card.h"

G_BEGIN_DECLS

/**
 * BlStartView: signals "compare-kept", "take-back-kept" and "discard-kept", each
 * with the BlKeptCard they are about.
 */
#define BL_TYPE_START_VIEW (bl_start_view_get_type ())
G_DECLARE_FINAL_TYPE (BlStartView, bl_start_view, BL, START_VIEW, AdwBin)

void bl_start_view_set_context (BlStartView *self, BlContext *context);
/* Reads the list of recent projects and the work that was kept anew. */
void bl_start_view_refresh (BlStartView *self);
/* A project is open now: the offers are its window's affair. */
void bl_start_view_clear_kept (BlStartView *self);
void bl_start_view_add_toast (BlStartView *self, AdwToast *toast);

G_END_DECLS
