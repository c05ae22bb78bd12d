/* framework-check.h: what is wrong with a framework beyond what its reader sees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dictionary.h"
#include "framework-items.h"

G_BEGIN_DECLS

/**
 * bl_framework_check:
 * @others: of BlFramework: what @self may point to as well, as the nine themes point to criteria of the starter
 *   set; may be %NULL
 * @dictionary: that the indicators named have to be in; %NULL looks at none
 *
 * Errors: two items of one name, an item without one; no scale to rate criteria on, a scale without levels; a
 * criterion, characteristic or results area without title, a criterion without statement; see-also, look-next,
 * concerns, scale, indicators that point to nothing; minutes of a script that do not follow on one another or do
 * not add up; an official text without source; words and numbers that stand for something and are none of those
 * known (route "short" or "full", Outcomes 1 to 7, themes 1 to 9). Warnings: no criteria, no source, no notice.
 *
 * Returns: array of BlFault, in the framework's order, without lines; free with g_ptr_array_unref()
 */
GPtrArray *bl_framework_check (BlFramework *self, GPtrArray *others, BlDictionary *dictionary);

G_END_DECLS
