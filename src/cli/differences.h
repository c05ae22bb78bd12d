/* differences.h: what differs, as lines and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "compare.h"
#include "output.h"

G_BEGIN_DECLS

/* A sentence a line. */
void bl_differences_say (GPtrArray *differences);
/* "differences": [{kind, record, record_kind, name, field, before, after}] */
void bl_differences_build (GPtrArray *differences, JsonBuilder *builder);

G_END_DECLS
