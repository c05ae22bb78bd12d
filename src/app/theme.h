/* theme.h: the palette and text size that a widget is to draw with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "palette.h"

G_BEGIN_DECLS

/* The colours of now: light or dark, high contrast or not. */
const BlPalette *bl_theme_get_palette (GtkWidget *widget);
/* What sizes in pixels are multiplied by: how much larger text is than 11 points
 * at 96 dots an inch, by the resolution or by the font; never smaller for a small font. */
double bl_theme_get_text_scale (GtkWidget *widget);
/* Redraws @widget whenever one of the two above changes, as long as it lives. */
void bl_theme_redraw_on_change (GtkWidget *widget);
/* The same with a call instead: @callback (@widget). */
void bl_theme_connect (GtkWidget *widget, void (*callback) (GtkWidget *widget));

G_END_DECLS
