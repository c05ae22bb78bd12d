/* places.h: where the program's own data lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a data file of ours, "reference/services.tsv" say: under
 * BRANCHLINE_DATADIR where set, else the installed folder, else the build
 * tree's, else the source tree's. %NULL when it is nowhere. */
char *bl_places_find_data (const char *name);
/* Attribution that every screen or export made from the boundaries carries. */
const char *bl_places_attribution (void);

G_END_DECLS
