/* schema.h: the RELAX NG schema, made from the declarations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The schema of a project document, generated from the declared kinds. */
char *bl_schema_generate (void);
/* The kinds and their fields, in Markdown, as docs/format.md holds them. */
char *bl_schema_make_tables (void);

G_END_DECLS
