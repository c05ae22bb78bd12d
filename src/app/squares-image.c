/* squares-image.c: in how many tests an answer is the same, beside the words that say so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "squares-image.h"

#include "survive-squares.h"
#include "theme.h"

/* At the usual size of text, in pixels: ten squares. */
#define WIDTH 150.0

struct _BlSquaresImage
{
  GtkWidget parent_instance;
  guint same, n;
};

G_DEFINE_FINAL_TYPE (BlSquaresImage, bl_squares_image, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
bl_squares_image_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bl_squares_image_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  BlSquaresImage *self = BL_SQUARES_IMAGE (widget);
  double scale = bl_theme_get_text_scale (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (WIDTH / 2 * scale);
      *natural = (int) (WIDTH * scale);
    }
  else
    *minimum = *natural
        = (int) (1 + bl_survive_squares_paint (NULL, 0, 0, for_size > 0 ? for_size : WIDTH * scale, self->same, self->n,
                                               scale, bl_theme_get_palette (widget)));
}

static void
bl_squares_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlSquaresImage *self = BL_SQUARES_IMAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->n == 0 || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  bl_survive_squares_paint (cr, 0, 0, width, self->same, self->n, bl_theme_get_text_scale (widget),
                            bl_theme_get_palette (widget));
  cairo_destroy (cr);
}

static void
bl_squares_image_class_init (BlSquaresImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = bl_squares_image_get_request_mode;
  widget_class->measure = bl_squares_image_measure;
  widget_class->snapshot = bl_squares_image_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_squares_image_init (BlSquaresImage *self)
{
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

void
bl_squares_image_set (BlSquaresImage *self, guint same, guint n)
{
  g_return_if_fail (BL_IS_SQUARES_IMAGE (self));

  self->same = same;
  self->n = n;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
