/* context.h: what the whole program shares, passed down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "clock.h"
#include "dictionary.h"
#include "ids.h"
#include "reference.h"

G_BEGIN_DECLS

/**
 * BlContext: settings, clock, ids and the published facts; made in main() and
 * passed down. There are no singletons.
 */
#define BL_TYPE_CONTEXT (bl_context_get_type ())
G_DECLARE_FINAL_TYPE (BlContext, bl_context, BL, CONTEXT, GObject)

BlContext *bl_context_new (void);
GSettings *bl_context_get_settings (BlContext *self);
BlClock *bl_context_get_clock (BlContext *self);
BlIds *bl_context_get_ids (BlContext *self);
/* Loaded at first call; %NULL with an error where the data are not installed. */
BlReference *bl_context_get_reference (BlContext *self, GError **error);
/* The indicators we know; loaded at first call, %NULL with an error likewise. */
BlDictionary *bl_context_get_dictionary (BlContext *self, GError **error);

G_END_DECLS
