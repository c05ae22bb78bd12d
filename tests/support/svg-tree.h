/* svg-tree.h: what is drawn in an SVG, as shapes that can be compared with what was worked out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SvgTree: the shapes and words of a picture that cairo wrote, in the order they are painted. Letters (symbols),
 * definitions and the way in which cairo says all this are left out.
 */
typedef struct
{
  char *title, *description;  /* NULL: none */
  double width, height;
  GPtrArray *shapes;          /* of SvgShape */
  GPtrArray *words;           /* of char *: what is written in text elements */
} SvgTree;

typedef struct
{
  char *fill, *stroke;        /* "#12436d"; NULL: neither filled nor stroked */
  double fill_alpha, stroke_alpha, width;
  char *dashes;               /* "5,3.5"; NULL: solid */
  gboolean round;             /* ends of strokes */
  gboolean clipped;           /* inside another shape: hatching, dots */
  GArray *points;             /* of double: x, y; NaN, NaN between parts */
} SvgShape;

/* Fails the test where it is no SVG. */
SvgTree *svg_tree_new (GBytes *svg);
void svg_tree_free (SvgTree *self);
/* "line", "dots" (strokes of no length with round ends), "area", "hatch" (strokes in a clip), "stipple" (areas in a clip). */
const char *svg_shape_get_kind (const SvgShape *self);
/* One shape a line, of those filled or stroked with @colour (NULL: all):
 *   line #12436d 2 solid: 10,20 30,40 / 50,60 70,80
 *   line #12436d 2 dashes 5,3.5: …
 *   dots #12436d 6.8: 10,20 / 30,40
 *   area #ffffff edge #12436d 1.4: … */
char *svg_tree_describe (const SvgTree *self, const char *colour);
/* The same shapes in the same order as in @reference, written in that form; numbers within @tolerance. Fails the
 * test with both of them. */
void svg_tree_assert (const SvgTree *self, const char *colour, const char *reference, double tolerance);
/* The same of as many shapes as @reference has lines: the legend's signs and other things may follow. */
void svg_tree_assert_start (const SvgTree *self, const char *colour, const char *reference, double tolerance);
guint svg_tree_count (const SvgTree *self, const char *kind, const char *colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SvgTree, svg_tree_free)

G_END_DECLS
