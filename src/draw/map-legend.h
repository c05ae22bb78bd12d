/* map-legend.h: what the colours and shapes of a map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "classes.h"
#include "map-symbols.h"
#include "two-way.h"

G_BEGIN_DECLS

/**
 * BlMapLegendRow: one row of a legend that no classes make.
 */
typedef struct
{
  BlColour ground;
  gboolean hatched;    /* lines of @hatch on the ground */
  BlColour hatch;
  const char *label;   /* "Lose a library within a mile" */
  double people;       /* NaN: not said */
} BlMapLegendRow;

/**
 * BlMapLegend: the groups of a value with people in each, and the marker key.
 */
typedef struct
{
  const char *title;         /* "Deprivation (IMD 2019)"; NULL for none */
  const char *date;          /* "2019"; NULL where not known or in the title */
  const BlClasses *classes;  /* NULL for a map without a value */
  const BlTwoWay *two_way;   /* instead of @classes: two values, named: */
  const char *first, *second;
  const BlMapLegendRow *rows; /* instead of both */
  guint n_rows;
  const char *note;          /* a sentence below: what lines mean; NULL for none */
  const BlMapSymbol *symbols; /* the key holds only what is among these; NULL: the usual four */
  guint n_symbols;
} BlMapLegend;

/* With @cr a card is drawn at @x, @y, as wide as @width; the height is
 * returned. With @palette NULL it is only measured. */
double bl_map_legend_paint (cairo_t *cr, double x, double y, double width, const BlMapLegend *legend,
                            double text_scale, const BlPalette *palette);
/* The same with the usual four shapes. */
void bl_map_paint_legend (cairo_t *cr, double x, double y, double width, const char *title, const char *date,
                          const BlClasses *classes, double text_scale, const BlPalette *palette, double *height);
/* Colour of a group of @classes: about a middle where they have one. */
BlColour bl_map_classes_colour (const BlPalette *palette, const BlClasses *classes, guint group);

G_END_DECLS
