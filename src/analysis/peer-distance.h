/* peer-distance.h: how unlike authorities are, by figures about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Standardised Euclidean distances (indicator-content 6.2), every variable of weight one. @figures: a row of @n_variables
 * for each of @n authorities; NaN is not known. A variable that is the same everywhere is left out; one that either of a pair
 * lacks is left out for the pair, whose sum of squares is then made up in proportion. Fills @distances (@n × @n; NaN where a pair
 * shares no variable) and, unless NULL, @estimated (@n × @n: made up so). */
void bl_peer_distances (const double *figures, guint n, guint n_variables, double *distances, gboolean *estimated);
/* The same over the greatest of them: 0 … 1. Changes nothing where all are nought. */
void bl_peer_distances_relate (double *distances, guint n);

G_END_DECLS
