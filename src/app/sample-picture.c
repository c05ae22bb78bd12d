/* sample-picture.c: the map of the sample on the start page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sample-picture.h"

#include "theme.h"

struct _BlSamplePicture
{
  GtkWidget parent;
};

G_DEFINE_FINAL_TYPE (BlSamplePicture, bl_sample_picture, GTK_TYPE_WIDGET)

static void
bl_sample_picture_class_init (BlSamplePictureClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_sample_picture_init (BlSamplePicture *self)
{
  bl_theme_redraw_on_change (GTK_WIDGET (self));
}
