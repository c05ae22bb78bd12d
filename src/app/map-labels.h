/* map-labels.h: the names of libraries on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-painter.h"

G_BEGIN_DECLS

/**
 * BlMapLabels: keeps the picture of each name, so that a frame of panning or
 * zooming only places and copies them: no text is laid out or measured again.
 */
typedef struct _BlMapLabels BlMapLabels;

/**
 * BlMapLabel: a marker on the screen and its name. @slot is kept by the caller
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
} BlMapLabel;

BlMapLabels *bl_map_labels_new (void);
void bl_map_labels_free (BlMapLabels *self);
/* Forgets the pictures when one of these is another than before. */
void bl_map_labels_set_look (BlMapLabels *self, const BlPalette *palette, double text_scale, int scale_factor);

/* Right, left, above, below, corners; never over markers, other names, @avoid,
 * or the edge of the view. */
void bl_map_labels_place (BlMapLabels *self, BlMapLabel *labels, guint n_labels, const BlMapBox *avoid,
                          guint n_avoid, double width, double height);
void bl_map_labels_paint (BlMapLabels *self, cairo_t *cr, const BlMapLabel *labels, guint n_labels);
/* Where a placed name stands; FALSE when it is not shown. */
gboolean bl_map_labels_get_box (BlMapLabels *self, const BlMapLabel *label, BlMapBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapLabels, bl_map_labels_free)

G_END_DECLS
