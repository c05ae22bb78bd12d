/* needs-classes.h: an order of need as groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "classes.h"
#include "needs.h"

G_BEGIN_DECLS

/* Areas in @n groups of equal size by rank, 0 the least need; the labels are the
 * lowest and highest index of each ("34–45"). Free with bl_classes_free(). */
BlClasses *bl_needs_to_classes (const BlFacts *facts, const BlNeeds *areas, guint n);
/* Need in thirds against another figure of the areas (NaN not known) in thirds: need + 3 × other,
 * each 0 (least) … 2; BL_CLASS_NONE where either is not known. Free with g_free(). */
gint8 *bl_needs_two_way (const BlNeeds *areas, const double *other);

G_END_DECLS
