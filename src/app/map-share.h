/* map-share.h: a map out of the window: saved, printed, copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map-print.h"

G_BEGIN_DECLS

/* Each takes @print. @widget is the page: what becomes of it is said there. */

/* Asks where, and how fine a PNG is to be; the kind follows from the name. */
void bl_map_share_save (GtkWidget *widget, BlMapPrint *print);
/* The desktop's print dialog; also to a PDF file where there is no printer. */
void bl_map_share_print (GtkWidget *widget, BlMapPrint *print);
/* As a picture for other programs. */
void bl_map_share_copy (GtkWidget *widget, BlMapPrint *print);

/* The same without a dialog; @dots as of bl_map_print_write(). For the dialog and for tests. */
void bl_map_share_write (GtkWidget *widget, BlMapPrint *print, const char *path, double dots);
/* @print as the printer gets it, on a page of that size in points. */
void bl_map_share_draw_page (const BlMapPrint *print, cairo_t *cr, double width, double height);

G_END_DECLS
