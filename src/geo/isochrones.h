/* isochrones.h: what lies within so many minutes, as outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "reach.h"

G_BEGIN_DECLS

/* Outlines of where people get to a source of @reach from, within each of
 * @minutes (rising): a row for each, from which the walk to the first road, at most
 * 100 m, is part of the time. The run must have gone as far as the last. Drawn on a grid of 50 m
 * cells, or larger where the network is: lines are true to about a cell. Every ring is
 * a polygon of its own, holes too: for drawing, by the even-odd rule, and not for
 * reckoning. NULL when cancelled. */
BlTable *bl_isochrones_new (const BlReach *reach, const double *minutes, guint n_minutes, GCancellable *cancellable);

G_END_DECLS
