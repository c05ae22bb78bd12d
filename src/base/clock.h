/* clock.h: the one place that knows the time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BL_TYPE_CLOCK (bl_clock_get_type ())
G_DECLARE_FINAL_TYPE (BlClock, bl_clock, BL, CLOCK, GObject)

/* The machine's time, or the fixed time of the environment variable
 * BRANCHLINE_NOW (ISO 8601, "2026-04-17T14:32:00Z") where it is set. */
BlClock *bl_clock_new (void);
BlClock *bl_clock_new_fixed (const char *iso8601);

GDateTime *bl_clock_now (BlClock *clock);
/* Day number as GDate counts, in local time. */
guint32 bl_clock_today (BlClock *clock);

G_END_DECLS
