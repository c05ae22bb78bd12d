/* map-names.h: the names of libraries on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-painter.h"

G_BEGIN_DECLS

/**
 * BlMapNames: keeps the picture of each name, so that a frame of panning or
 * zooming only places and copies them: no text is laid out or measured again.
 */
typedef struct _BlMapNames BlMapNames;

/**
 * BlMapName: a marker on the screen and its name. @slot is kept by the caller
 * between frames: a name stays on its side of the marker while it fits there.
 */
typedef struct
{
  const char *text;  /* NULL: a marker without a name, in the way of the others */
  double x, y;       /* of the marker, pixels */
  double radius;
  gboolean picked;   /* bold, and placed first */
  gboolean faint;
  int slot;          /* in: side of the last frame, or -1; out: -1 when there is no room */
} BlMapName;

BlMapNames *bl_map_names_new (void);
void bl_map_names_free (BlMapNames *self);
/* Forgets the pictures when one of these is another than before. */
void bl_map_names_set_look (BlMapNames *self, const BlPalette *palette, double text_scale, int scale_factor);

/* Right, left, above, below, corners; never over markers, other names, @avoid,
 * or the edge of the view. */
void bl_map_names_place (BlMapNames *self, BlMapName *names, guint n_names, const BlMapBox *avoid,
                          guint n_avoid, double width, double height);
void bl_map_names_paint (BlMapNames *self, cairo_t *cr, const BlMapName *names, guint n_names);
/* Any words, centred at a place: of a circle of reach. */
void bl_map_names_stamp (BlMapNames *self, cairo_t *cr, const char *text, double x, double y);
/* The name of other land, spaced and dim, centred at a place if that is free of all that
 * bl_map_names_place() placed; answers whether. @may (@box, @data) has the last word. */
gboolean bl_map_names_stamp_land (BlMapNames *self, cairo_t *cr, const char *text, double x, double y, double width,
                                  double height, gboolean (*may) (const BlMapBox *box, gpointer data), gpointer data);
/* Where a placed name stands; FALSE when it is not shown. */
gboolean bl_map_names_get_box (BlMapNames *self, const BlMapName *name, BlMapBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapNames, bl_map_names_free)

G_END_DECLS
