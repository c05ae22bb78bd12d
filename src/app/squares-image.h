/* squares-image.h: in how many tests an answer is the same, beside the words that say so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture only: filled squares, then hollow ones. */
#define BL_TYPE_SQUARES_IMAGE (bl_squares_image_get_type ())
G_DECLARE_FINAL_TYPE (BlSquaresImage, bl_squares_image, BL, SQUARES_IMAGE, GtkWidget)

void bl_squares_image_set (BlSquaresImage *self, guint same, guint n);

G_END_DECLS
