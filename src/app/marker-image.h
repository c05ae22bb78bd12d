/* marker-image.h: a library's marker beside its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "marker.h"

G_BEGIN_DECLS

/* A picture only: the words beside it say the same. */
#define BL_TYPE_MARKER_IMAGE (bl_marker_image_get_type ())
G_DECLARE_FINAL_TYPE (BlMarkerImage, bl_marker_image, BL, MARKER_IMAGE, GtkWidget)

GtkWidget *bl_marker_image_new (void);
void bl_marker_image_set_look (BlMarkerImage *self, const BlMarkerLook *look);
/* The look of @library in @year. */
void bl_marker_image_set_library (BlMarkerImage *self, BlLibrary *library, int year);

G_END_DECLS
