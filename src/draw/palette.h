/* palette.h: the colours, by meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double r, g, b, a;
} BlColour;

typedef enum
{
  BL_PALETTE_LIGHT,
  BL_PALETTE_DARK,
  BL_PALETTE_LIGHT_HIGH_CONTRAST,
  BL_PALETTE_DARK_HIGH_CONTRAST,
} BlPaletteKind;

/**
 * BlPalette: the colour sets of the visual rules; "print" is the light one.
 */
typedef struct
{
  BlPaletteKind kind;
  BlColour accent, accent_text;
  BlColour series[6];
  BlColour unfocused, unfocused_fill;
  BlColour unfocused_line; /* dots, lines and edges not in focus: grey, but 3:1 of what they stand on */
  BlColour need[5];     /* least to most */
  BlColour worse[3], better[3];
  BlColour below[3], middle, above[3]; /* about a middle, nearest to it first; not a judgement */
  BlColour two_way[3][3];              /* [second value][first value], least to most */
  BlColour text_good, text_bad, text_warn;
  BlColour ink, dim_ink, grid, axis;
  BlColour card, view;  /* what charts stand on */
  BlColour land, water, area_line, service_line;
  BlColour picked, halo;
  double outline;       /* extra outline of floating parts, px; 0 outside high contrast */
} BlPalette;

const BlPalette *bl_palette_get (BlPaletteKind kind);
gboolean bl_palette_is_dark (const BlPalette *palette);
/* Colour of group @group of @n (2 … 7) from least to most: fewer than five are
 * spread over the need ramp, more lie between its colours. */
BlColour bl_palette_sequential (const BlPalette *palette, guint group, guint n);
/* Colour of a group about a middle: @step 0 is the middle itself, -1 the first
 * below it and 1 the first above, out to @n_steps (1 … 3) on either side; fewer
 * steps keep the strongest colours. */
BlColour bl_palette_diverging (const BlPalette *palette, int step, guint n_steps);
/* Colour of thirds of two values, each 0 (least) … 2 (most): blue grows with the
 * first, orange with the second, and both together go to ink (light in the dark). */
BlColour bl_palette_two_way (const BlPalette *palette, guint first, guint second);
/* Of words that stand on @ground: ink or the colour of the halo, black or white where neither is 4.5:1 of it. */
BlColour bl_palette_text_on (const BlPalette *palette, BlColour ground);
/* WCAG contrast ratio, 1–21. */
double bl_colour_contrast (BlColour a, BlColour b);
/* WCAG relative luminance, 0–1. */
double bl_colour_luminance (BlColour colour);
/* "#12436d", for CSS. */
char *bl_colour_to_hex (BlColour colour);

G_END_DECLS
