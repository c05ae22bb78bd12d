/* check-schema.h: a document against the RELAX NG schema
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "errors.h"

G_BEGIN_DECLS

/* Adds a fault to @faults for each place where @text breaks the schema of a
 * project document. Streams: no tree of the document is built. */
void bl_check_against_schema (const char *text, gsize length, const char *path, GPtrArray *faults);
/* The sentence of a message of the reader, "PATH:12: sentence", and its line; 0 when there is none. */
const char *bl_check_split_message (const char *message, const char *path, guint *line);

G_END_DECLS
