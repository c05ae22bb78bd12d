/* spread-image.h: how ratings lie, small, beside a criterion in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "assessment-study.h"

G_BEGIN_DECLS

/**
 * BlSpreadImage: a stack of marks for each level, one a person; a picture only: the words beside it say the same.
 */
#define BL_TYPE_SPREAD_IMAGE (bl_spread_image_get_type ())
G_DECLARE_FINAL_TYPE (BlSpreadImage, bl_spread_image, BL, SPREAD_IMAGE, GtkWidget)

GtkWidget *bl_spread_image_new (void);
/* @n_levels: of the scale. */
void bl_spread_image_set (BlSpreadImage *self, const BlAssessItem *item, guint n_levels);

G_END_DECLS
