/* text-log.h: which words stand where on a drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * BlTextLogEntry: one line of words, in the units of the surface.
 */
typedef struct
{
  char *text;
  double x, baseline, width, size;
} BlTextLogEntry;

/* Cairo writes letters into SVG as shapes. With a log on the surface the painters
 * of words say what they wrote, so that it can be searched, read aloud and copied.
 * The log belongs to the surface; of BlTextLogEntry. */
GPtrArray *bl_text_log_attach (cairo_surface_t *surface);
/* Says that @layout is drawn with its top left at @x, @y of @cr; nothing where there is no log. */
void bl_text_log_add (cairo_t *cr, PangoLayout *layout, double x, double y);

G_END_DECLS
