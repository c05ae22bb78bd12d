/* natural-breaks.h: groups whose members are most alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cuts @n numbers, sorted and finite, into at most @n_groups groups so that the
 * sum of squared distances from the mean of their group is the least there is
 * (Fisher 1958, “On grouping for maximum homogeneity”; known to map makers as
 * Jenks). Equal numbers stay together. @starts takes the first number of each
 * group, at most @n_groups; answers how many groups there are: fewer where
 * there are fewer different numbers. Of several equally good ways the one with
 * the lowest starts is taken. */
guint bl_natural_breaks (const double *sorted, guint n, guint n_groups, double *starts);
/* How well groups that begin at @starts fit @sorted: the share of the squared
 * distances from the mean that lies between groups, 0 … 1 (goodness of variance
 * fit); 1 where all numbers are equal, NaN where there are none. */
double bl_natural_breaks_fit (const double *sorted, guint n, const double *starts, guint n_groups);

G_END_DECLS
