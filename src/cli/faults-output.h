/* faults-output.h: what is wrong, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @faults: of BlFault, of the file at @path: "PATH:12: error: sentence" a line, or
 * "faults: [{severity, record, field, line, message}]". */
void bl_faults_output (const char *path, GPtrArray *faults);

G_END_DECLS
