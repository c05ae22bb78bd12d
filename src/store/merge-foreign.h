/* merge-foreign.h: what newer versions of the program wrote, put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Gives @merged, which has none yet, the foreign content of the two sides.
 * @base, and one of @ours and @theirs, may be %NULL. What only one side changed
 * is taken; where both did, attributes are merged by name, and of the elements,
 * which we cannot look into, ours stay and theirs that are new stand behind
 * them. %FALSE for a clash. */
gboolean bl_merge_foreign (BlRecord *merged, BlRecord *base, BlRecord *ours, BlRecord *theirs);

G_END_DECLS
