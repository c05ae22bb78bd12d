/* map-finder.h: finds a library, an area or a place by what people call it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "facts.h"

G_BEGIN_DECLS

/**
 * BlMapFinder: a search entry and the first few things whose name or code
 * holds what was typed. Enter takes the first.
 *
 * Signals: "library-found" (int), "area-found" (int): indices into the facts;
 * "place-found" (double, double, string): easting, northing and what it was
 * found by: a postcode the project holds, a grid reference, coordinates.
 */
#define BL_TYPE_MAP_FINDER (bl_map_finder_get_type ())
G_DECLARE_FINAL_TYPE (BlMapFinder, bl_map_finder, BL, MAP_FINDER, GtkWidget)

/* Whose postcodes; without one no places are found. */
void bl_map_finder_set_project (BlMapFinder *self, BlProject *project);
void bl_map_finder_set_facts (BlMapFinder *self, BlFacts *facts);
/* Empties the entry and gives it the keyboard. */
void bl_map_finder_start (BlMapFinder *self);
void bl_map_finder_set_text (BlMapFinder *self, const char *text);
guint bl_map_finder_get_n_found (BlMapFinder *self);

G_END_DECLS
