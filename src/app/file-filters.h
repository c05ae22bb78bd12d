/* file-filters.h: what a file chooser shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Projects of ours, and every file. */
void bl_file_filters_add_project (GtkFileChooser *chooser);
/* Response files, and every file. */
void bl_file_filters_add_response (GtkFileChooser *chooser);
/* Data that can be imported, and every file. */
void bl_file_filters_add_data (GtkFileChooser *chooser);
/* Whether @file is a project by its ending. */
gboolean bl_file_filters_is_project (GFile *file);
/* Whether it is what a member of a self-assessment sends in, by its ending. */
gboolean bl_file_filters_is_response (GFile *file);

G_END_DECLS
