/* merge-order.h: two orders of one list put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Arrays of ids. What all three have keeps the order of the side that moved
 * it; what a side added stands behind what it stood behind there, and where
 * both added, the run whose first id is lower comes first. Nothing is left out
 * and nothing stands twice. @clash: both moved, differently; ours counts. */
GPtrArray *bl_merge_order (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs, gboolean *clash);

G_END_DECLS
