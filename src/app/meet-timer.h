/* meet-timer.h: how long a characteristic may take, as a ring, a figure and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clock.h"

G_BEGIN_DECLS

/**
 * BlMeetTimer: counts what is left of the time there is; nothing stops when it is out. Runs by the clock given, and only
 * while it is on the screen.
 *
 * Properties: "elapsed" (uint: seconds, notifies), "running" (boolean, notifies), "whole" (uint: seconds there are).
 */
#define BL_TYPE_MEET_TIMER (bl_meet_timer_get_type ())
G_DECLARE_FINAL_TYPE (BlMeetTimer, bl_meet_timer, BL, MEET_TIMER, AdwBin)

GtkWidget *bl_meet_timer_new (void);
void bl_meet_timer_set_clock (BlMeetTimer *self, BlClock *clock);
/* Begins anew; whether it runs stays. */
void bl_meet_timer_set_whole (BlMeetTimer *self, guint seconds, guint elapsed);
void bl_meet_timer_set_running (BlMeetTimer *self, gboolean running);
gboolean bl_meet_timer_get_running (BlMeetTimer *self);
void bl_meet_timer_add_minute (BlMeetTimer *self);
guint bl_meet_timer_get_whole (BlMeetTimer *self);
guint bl_meet_timer_get_elapsed (BlMeetTimer *self);
/* So many seconds went by. */
void bl_meet_timer_pass (BlMeetTimer *self, guint seconds);
/* "6:40 left of 12 minutes"; "The time is out. …" */
const char *bl_meet_timer_get_words (BlMeetTimer *self);

G_END_DECLS
