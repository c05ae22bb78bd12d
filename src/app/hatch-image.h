/* hatch-image.h: the sign of no data, where a small chart would stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture only, as large as a sparkline: the words beside it say the same. */
#define BL_TYPE_HATCH_IMAGE (bl_hatch_image_get_type ())
G_DECLARE_FINAL_TYPE (BlHatchImage, bl_hatch_image, BL, HATCH_IMAGE, GtkWidget)

GtkWidget *bl_hatch_image_new (void);

G_END_DECLS
