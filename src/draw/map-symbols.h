/* map-symbols.h: libraries on a map, with their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "map-shape.h"
#include "marker.h"

G_BEGIN_DECLS

#define BL_MAP_MARKER_RADIUS 6.0
#define BL_MAP_MARKER_RADIUS_PICKED 7.5

/**
 * BlMapSymbol: a library on the map. Labels are placed greedily (right, left,
 * above, below, corners), never over markers, other labels or @avoid.
 */
typedef struct
{
  BlPoint drawing;
  BlMarkerLook look;
  const char *label;     /* NULL for none */
  gboolean faint;        /* not counted: drawn lighter */
} BlMapSymbol;
typedef struct
{
  double x, y, width, height;
} BlMapBox;

/**
 * BlMapLabel: where the name of a symbol stands. Long names take two lines.
 */
typedef struct
{
  gboolean shown;  /* FALSE where it has no label, no room or is out of sight */
  BlMapBox box;    /* pixels */
  PangoLayout *layout; /* NULL unless shown; owned */
} BlMapLabel;

/* The same symbols and view give the same places. The picked symbol comes
 * first, then those that count, then the faint ones; among those, the ones with
 * the fewest places that other markers leave free, then in their order. Free
 * with bl_map_labels_free(). */
BlMapLabel *bl_map_place_labels (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbols, guint n_symbols,
                                 const BlMapBox *avoid, guint n_avoid, double text_scale);
void bl_map_labels_free (BlMapLabel *labels, guint n_symbols);
/* What a marker covers, its halo and ring too. */
BlMapBox bl_map_symbol_box (const BlMapView *view, const BlMapSymbol *symbol);
gboolean bl_map_box_overlaps (const BlMapBox *a, const BlMapBox *b);

void bl_map_paint_symbols (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbols, guint n_symbols,
                           const BlMapBox *avoid, guint n_avoid, double text_scale, const BlPalette *palette);
/* Index of the symbol whose marker is nearest to a pixel and no further than @reach, or -1. */
int bl_map_find_symbol (const BlMapView *view, const BlMapSymbol *symbols, guint n_symbols, double x, double y,
                        double reach);

G_END_DECLS
