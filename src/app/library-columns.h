/* library-columns.h: the columns of the table of libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* Adds the columns, whose cells follow the session, and sorts by the first. */
void bl_library_columns_add (GtkColumnView *view, BlSession *session);
/* Puts closed libraries and those that are no service points last, whichever
 * way the table is sorted. */
GtkSorter *bl_library_columns_make_sorter (GtkColumnView *view, BlSession *session);
/* The columns that the pane repeats go while it takes their room. */
void bl_library_columns_show_spare (GtkColumnView *view, gboolean show);
/* Visits, headed by their year, where there are any. */
void bl_library_columns_show_visits (GtkColumnView *view, BlSession *session);
/* GTK 4.8 has no call for it: titles over numbers stand at the end, as the numbers do. */
void bl_library_columns_align_titles (GtkColumnView *view);

G_END_DECLS
