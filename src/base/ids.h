/* ids.h: random identifiers of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BL_TYPE_IDS (bl_ids_get_type ())
G_DECLARE_FINAL_TYPE (BlIds, bl_ids, BL, IDS, GObject)

/* Random, or from the seed in the environment variable BRANCHLINE_SEED. */
BlIds *bl_ids_new (void);
/* The same seed gives the same ids in the same order: for tests and the sample. */
BlIds *bl_ids_new_seeded (const char *seed);

/* @kind, a hyphen, ten characters of a–z and 2–9 ("library-k7m3x2p9qa"). */
char *bl_ids_make (BlIds *ids, const char *kind);
/* Whether @id has the form of an id of @kind (any kind for %NULL). */
gboolean bl_ids_is_valid (const char *id, const char *kind);

G_END_DECLS
