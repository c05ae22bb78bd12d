/* deciles.h: people by decile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/**
 * BlDeciles: people in each tenth of a value of kind decile; people[0] is
 * decile 1.
 */
typedef struct
{
  double people[10];
  double total;   /* of the ten */
  double unknown; /* people in areas without a decile */
} BlDeciles;

/* People nearest to @library (index into facts; -1: everyone) by the decile
 * value at index @value. FALSE when that is not a decile or people are not known. */
gboolean bl_deciles_compute (const BlFacts *facts, const BlAccess *access, int library, guint value, BlDeciles *deciles);

G_END_DECLS
