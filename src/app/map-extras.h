/* map-extras.h: what can be laid over the map besides the libraries: rings and stops
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "map-rings.h"
#include "map-symbols.h"

G_BEGIN_DECLS

/**
 * BlMapExtras: places and lines in drawing coordinates, made ready once and
 * painted every frame. Main thread.
 */
typedef struct _BlMapExtras BlMapExtras;

BlMapExtras *bl_map_extras_new (void);
void bl_map_extras_free (BlMapExtras *self);

/* Rings round @library, or, where that is -1, round all that count; @minutes in rising
 * order, n_minutes 0 for none. @outlines: what is reached by road, a row for each; NULL: circles of
 * walking in a straight line. */
void bl_map_extras_set_rings (BlMapExtras *self, const BlFacts *facts, const BlAccessQuestion *question, int library,
                              const double *minutes, guint n_minutes, const BlOutlines *outlines);
/* The stops of mobile libraries that are open to all; @facts NULL for none. */
void bl_map_extras_set_stops (BlMapExtras *self, const BlFacts *facts);
/* A place somebody looked for, of the British National Grid, with its name. */
void bl_map_extras_set_place (BlMapExtras *self, BlPoint grid, const char *name);
/* Outlines that came with a value, such as published isochrones; @label, what they are. NULL for none. */
void bl_map_extras_set_isochrones (BlMapExtras *self, const BlOutlines *outlines, const char *label);
/* The rings as the map has them, for a picture; n is 0 where there are none. */
const double *bl_map_extras_get_minutes (const BlMapExtras *self, guint *n);

void bl_map_extras_paint (const BlMapExtras *self, cairo_t *cr, const BlMapView *view, double text_scale,
                          const BlPalette *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapExtras, bl_map_extras_free)

G_END_DECLS
