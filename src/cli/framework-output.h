/* framework-output.h: frameworks as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"

G_BEGIN_DECLS

/* Array of BlFramework. */
void bl_framework_output_list (GPtrArray *frameworks);
/* With its scales, sections, criteria and routes. */
void bl_framework_output_show (BlFramework *framework);
/* "says, differences: [{change: "added"|"removed"|"moved"|"words", item, field, words, before, after}]". */
void bl_framework_output_differences (BlFramework *before, BlFramework *after);

G_END_DECLS
