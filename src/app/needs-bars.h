/* needs-bars.h: what an index is made of, in a cell of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One small bar for each measure. */
#define BL_TYPE_NEEDS_BARS (bl_needs_bars_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsBars, bl_needs_bars, BL, NEEDS_BARS, GtkWidget)

GtkWidget *bl_needs_bars_new (void);
/* 0 … 100, NaN not known; copied. @spoken: the same in words, for a screen reader and the tooltip. */
void bl_needs_bars_set_parts (BlNeedsBars *self, const double *parts, guint n, const char *spoken);

G_END_DECLS
