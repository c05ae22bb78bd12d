/* history.h: what was done, for undo and redo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BlStep: one committed transaction as a list shows it (a GObject with the
 * properties "name", "time" (GDateTime) and "undone").
 */
#define BL_TYPE_STEP (bl_step_get_type ())
G_DECLARE_FINAL_TYPE (BlStep, bl_step, BL, STEP, GObject)

const char *bl_step_get_name (BlStep *self);
GDateTime *bl_step_get_time (BlStep *self);
gboolean bl_step_get_undone (BlStep *self);

G_END_DECLS
