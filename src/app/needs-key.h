/* needs-key.h: what the nine colours of need and use mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BlNeedsKey: three by three colours, with words along both sides.
 */
#define BL_TYPE_NEEDS_KEY (bl_needs_key_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsKey, bl_needs_key, BL, NEEDS_KEY, GtkWidget)

/* @use: what use is measured by. */
void bl_needs_key_set (BlNeedsKey *self, const char *use);

G_END_DECLS
