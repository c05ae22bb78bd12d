/* dot-strip-image.h: one figure among the others, beside its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "profile.h"

G_BEGIN_DECLS

/* A picture only: the words beside it say the same. */
#define BL_TYPE_DOT_STRIP_IMAGE (bl_dot_strip_image_get_type ())
G_DECLARE_FINAL_TYPE (BlDotStripImage, bl_dot_strip_image, BL, DOT_STRIP_IMAGE, GtkWidget)

GtkWidget *bl_dot_strip_image_new (void);
/* @row of @profiles beside the others, by @measure. */
void bl_dot_strip_image_set (BlDotStripImage *self, const BlProfiles *profiles, guint row, guint measure);

G_END_DECLS
