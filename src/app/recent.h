/* recent.h: the projects opened last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "context.h"

G_BEGIN_DECLS

/**
 * BlRecent: one of them.
 */
typedef struct
{
  GFile *file;
  gint64 time; /* when it was opened or saved, seconds since 1970 */
} BlRecent;

/* Newest first, those that are still there; array of BlRecent that frees them. */
GPtrArray *bl_recent_list (BlContext *context);
/* Puts @file on top. */
void bl_recent_add (BlContext *context, GFile *file);
void bl_recent_remove (BlContext *context, GFile *file);
/* "today, 14:32", "yesterday", "3 April", "3 April 2025". */
char *bl_recent_time_to_text (gint64 time, GDateTime *now);
/* The same with the time of day: "16 April, 17:22". */
char *bl_recent_moment_to_text (gint64 time, GDateTime *now);

G_END_DECLS
