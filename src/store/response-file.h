/* response-file.h: ratings of one member as a file that can be mailed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "assessment.h"

G_BEGIN_DECLS

#define BL_RESPONSE_ENDING ".branchline-response"
/* More is no response. */
#define BL_RESPONSE_MAX_BYTES (16 * 1024 * 1024)

/* The whole of a response file. What could not be read is a sentence each in @faults (of char *, may be NULL): what
 * was altered by hand is left out and named. A file that is no response, or of a newer version, is an error. */
BlResponse *bl_response_file_read (const char *path, GPtrArray *faults, GError **error);
/* Safely, in place of what was there. Records without ids are given some. */
gboolean bl_response_file_write (BlResponse *response, const char *path, GError **error);
/* "Ann Example, library self-assessment.branchline-response": a name for a file; g_free(). */
char *bl_response_file_make_name (BlResponse *response);

G_END_DECLS
