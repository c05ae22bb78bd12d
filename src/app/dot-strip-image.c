/* dot-strip-image.c: one figure among the others, beside its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dot-strip-image.h"

#include <math.h>

#include "dot-strip.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define LEAST_WIDTH 96.0
#define HEIGHT 16.0

struct _BlDotStripImage
{
  GtkWidget parent_instance;
  double *others;
  guint n_others;
  BlProfileComparison comparison;
};

G_DEFINE_FINAL_TYPE (BlDotStripImage, bl_dot_strip_image, GTK_TYPE_WIDGET)

static void
bl_dot_strip_image_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT)
                               * bl_theme_get_text_scale (widget));
}

static void
bl_dot_strip_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlDotStripImage *self = BL_DOT_STRIP_IMAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  BlDotStrip strip = { self->others,
                       self->n_others,
                       self->comparison.number,
                       self->comparison.middle,
                       self->comparison.class_middle,
                       self->comparison.story };
  cairo_t *cr;

  if (self->n_others == 0 || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  bl_dot_strip_paint (cr, 0, 0, width, height, &strip, bl_theme_get_text_scale (widget),
                      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, bl_theme_get_palette (widget));
  cairo_destroy (cr);
}

static void
bl_dot_strip_image_finalize (GObject *object)
{
  g_free (BL_DOT_STRIP_IMAGE (object)->others);
  G_OBJECT_CLASS (bl_dot_strip_image_parent_class)->finalize (object);
}

static void
bl_dot_strip_image_class_init (BlDotStripImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_dot_strip_image_finalize;
  widget_class->measure = bl_dot_strip_image_measure;
  widget_class->snapshot = bl_dot_strip_image_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_dot_strip_image_init (BlDotStripImage *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_dot_strip_image_new (void)
{
  return g_object_new (BL_TYPE_DOT_STRIP_IMAGE, NULL);
}

void
bl_dot_strip_image_set (BlDotStripImage *self, const BlProfiles *profiles, guint row, guint measure)
{
  g_return_if_fail (BL_IS_DOT_STRIP_IMAGE (self));

  bl_profiles_compare (profiles, row, measure, &self->comparison);
  g_free (self->others);
  self->others = g_new (double, MAX (profiles->n_rows, 1));
  self->n_others = 0;
  for (guint i = 0; i < profiles->n_rows; i++)
    {
      double number = profiles->numbers[i * profiles->n_measures + measure];

      if (i != row && !isnan (number))
        self->others[self->n_others++] = number;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
