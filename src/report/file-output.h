/* file-output.h: a finished page or picture into a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes beside @path and renames: the file is the old one or the new one,
 * never half of each. */
gboolean bl_file_output_write (const char *path, GBytes *bytes, GError **error);
/* The ending of @path in lower case without its dot, "" for none. */
char *bl_file_output_ending (const char *path);

G_END_DECLS
