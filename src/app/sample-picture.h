/* sample-picture.h: the map of the sample on the start page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BL_TYPE_SAMPLE_PICTURE (bl_sample_picture_get_type ())
G_DECLARE_FINAL_TYPE (BlSamplePicture, bl_sample_picture, BL, SAMPLE_PICTURE, GtkWidget)

G_END_DECLS
