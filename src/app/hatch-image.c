/* hatch-image.c: the sign of no data, where a small chart would stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hatch-image.h"

#include "paint.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define WIDTH 150.0
#define HEIGHT 28.0
#define BAR 17.0

struct _BlHatchImage
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BlHatchImage, bl_hatch_image, GTK_TYPE_WIDGET)

static void
bl_hatch_image_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural
      = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT) * bl_theme_get_text_scale (widget));
}

static void
bl_hatch_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const BlPalette *palette = bl_theme_get_palette (widget);
  double scale = bl_theme_get_text_scale (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_rectangle (cr, 0, (height - BAR * scale) / 2, width, BAR * scale);
  cairo_set_line_width (cr, scale);
  bl_paint_hatch (cr, palette->unfocused, 6 * scale);
  cairo_destroy (cr);
}

static void
bl_hatch_image_class_init (BlHatchImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bl_hatch_image_measure;
  widget_class->snapshot = bl_hatch_image_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_hatch_image_init (BlHatchImage *self)
{
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_hatch_image_new (void)
{
  return g_object_new (BL_TYPE_HATCH_IMAGE, NULL);
}
