/* same-library.h: which library of the project a row is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-snapshot.h"
#include "library-rows.h"

G_BEGIN_DECLS

/* What bl_same_library_match() answers besides an index. */
#define BL_SAME_LIBRARY_NEW -1   /* none: a new one */
#define BL_SAME_LIBRARY_TWO -2   /* fits two */
#define BL_SAME_LIBRARY_TAKEN -3 /* another row of the file is that library already */

/* For each row (BlLibraryRow) the index of the same library among @known
 * (BlKnownLibrary) or one of the above: UPRNs equal and unique on both sides,
 * else names equal with case, blanks and a final "Library" folded. Free with g_free(). */
int *bl_same_library_match (GPtrArray *rows, GPtrArray *known);

/* Whether a library of another service is one of ours under an older
 * service: at the same grid reference, with the same UPRN, or of the same name and postcode. */
typedef struct _BlSamePlaces BlSamePlaces;
BlSamePlaces *bl_same_places_new (void);
void bl_same_places_add (BlSamePlaces *places, const char *name, const char *postcode, const char *uprn,
                         const BlPoint *point);
gboolean bl_same_places_has (const BlSamePlaces *places, const char *name, const char *postcode, const char *uprn,
                             const BlPoint *point);
void bl_same_places_free (BlSamePlaces *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSamePlaces, bl_same_places_free)

G_END_DECLS
