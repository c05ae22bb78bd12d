/* marker-image.c: a library's marker beside its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "marker-image.h"

#include "theme.h"

/* At the usual size of text, in pixels. */
#define SIZE 14.0
#define RADIUS 5.0

struct _BlMarkerImage
{
  GtkWidget parent;
  BlMarkerLook look;
  gboolean set;
};

G_DEFINE_FINAL_TYPE (BlMarkerImage, bl_marker_image, GTK_TYPE_WIDGET)

static void
bl_marker_image_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE * bl_theme_get_text_scale (widget);
}

static void
bl_marker_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlMarkerImage *self = BL_MARKER_IMAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!self->set)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  bl_marker_paint (cr, width / 2.0, height / 2.0, RADIUS * bl_theme_get_text_scale (widget), &self->look,
                   bl_theme_get_palette (widget));
  cairo_destroy (cr);
}

static void
bl_marker_image_class_init (BlMarkerImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bl_marker_image_measure;
  widget_class->snapshot = bl_marker_image_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_marker_image_init (BlMarkerImage *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_marker_image_new (void)
{
  return g_object_new (BL_TYPE_MARKER_IMAGE, NULL);
}

void
bl_marker_image_set_look (BlMarkerImage *self, const BlMarkerLook *look)
{
  g_return_if_fail (BL_IS_MARKER_IMAGE (self));
  self->set = look != NULL;
  if (look != NULL)
    self->look = *look;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_marker_image_set_library (BlMarkerImage *self, BlLibrary *library, int year)
{
  BlMarkerLook look = {
    .operation = bl_library_get_operation (library, year),
    .statutory = bl_library_is_statutory (library, year),
  };

  bl_marker_image_set_look (self, &look);
}
