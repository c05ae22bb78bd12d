/* schema.h: the RELAX NG schema, made from the declarations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The schema of a project document, generated from the declared kinds. */
char *bl_schema_generate (void);

G_END_DECLS
