/* needs-picker.h: which index of need is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlNeedsPicker: a drop-down of the project's indices and the presets.
 */
#define BL_TYPE_NEEDS_PICKER (bl_needs_picker_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsPicker, bl_needs_picker, BL, NEEDS_PICKER, GtkWidget)

void bl_needs_picker_set_model (BlNeedsPicker *self, BlNeedsModel *model);

G_END_DECLS
