/* library-filter.h: which libraries the table shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

typedef enum
{
  BL_LIBRARY_STATE_ALL,        /* service points, open and closed */
  BL_LIBRARY_STATE_OPEN,
  BL_LIBRARY_STATE_STATUTORY,
  BL_LIBRARY_STATE_CLOSED,
  BL_LIBRARY_STATE_NO_PLACE,   /* open, not on the map */
  BL_LIBRARY_STATE_NO_HOURS,   /* open, hours not known */
  BL_LIBRARY_STATE_NO_COST,    /* open, running cost not known */
  BL_LIBRARY_STATE_DOUBTFUL,   /* times and return disagree */
  BL_LIBRARY_STATE_OTHER,      /* mobile libraries, archives … */
} BlLibraryState;

/* Titles of the states in order, for a drop-down; NULL-terminated, untranslated. */
extern const char *const bl_library_state_titles[];

/**
 * BlLibraryFilter: a GtkFilter over libraries; follows its session.
 */
#define BL_TYPE_LIBRARY_FILTER (bl_library_filter_get_type ())
G_DECLARE_FINAL_TYPE (BlLibraryFilter, bl_library_filter, BL, LIBRARY_FILTER, GtkFilter)

BlLibraryFilter *bl_library_filter_new (BlSession *session);
/* Words in the name, the address or the postcode; case does not matter. */
void bl_library_filter_set_search (BlLibraryFilter *self, const char *text);
void bl_library_filter_set_state (BlLibraryFilter *self, BlLibraryState state);
/* UNKNOWN: anyone. */
void bl_library_filter_set_operation (BlLibraryFilter *self, BlOperation operation);
/* How many libraries of the session are in @state. */
guint bl_library_filter_count (BlSession *session, BlLibraryState state);

G_END_DECLS
