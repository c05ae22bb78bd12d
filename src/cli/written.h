/* written.h: the answer of commands that write a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "command.h"

G_BEGIN_DECLS

/* Says what was written and how large it is. */
BlExit bl_written_answer (const char *path);
/* The same as the first keys of an object that says more: "out", "bytes". */
void bl_written_add (JsonBuilder *builder, const char *path);

G_END_DECLS
