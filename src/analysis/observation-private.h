/* observation-private.h: what reading and adding up observations share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "observation.h"

G_BEGIN_DECLS

/* No figure, of no period. */
extern const BlObservation bl_observation_nothing;

int bl_observation_compare (gconstpointer a, gconstpointer b); /* BlObservations by period */
int bl_mark_compare (gconstpointer a, gconstpointer b);        /* BlMarks by the day they hold from */
/* Sorts an array of BlObservation; of each period the last one stays. */
void bl_observations_keep_one_each (GArray *items);
/* Takes copies. */
void bl_observations_set_marks (BlObservations *self, const BlMark *marks, guint n);
void bl_observations_recognise_covid (BlObservations *self);
/* Whether such periods follow one another; snapshots and spans only stand where they are given. */
gboolean bl_period_kind_follows (BlPeriodKind kind);

G_END_DECLS
