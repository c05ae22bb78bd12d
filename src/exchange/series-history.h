/* series-history.h: what a figure was before its publisher corrected it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text kept beside a value: "2026-04-17 4870; 2026-10-02 4864 measured provisional", the day each earlier figure was
 * replaced, the figure ("-" for none) and its state where it was not measured; the newest last. @history: as it was, or
 * NULL; @replaced: Julian day; @value: NaN for none; @state: NULL for measured. Free with g_free(). */
char *bl_series_history_add (const char *history, guint32 replaced, double value, const char *state);
/* A figure as people write it, with no more decimals than it has. */
char *bl_series_history_number (double value);

G_END_DECLS
