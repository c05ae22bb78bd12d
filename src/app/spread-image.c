/* spread-image.c: how ratings lie, small, beside a criterion in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "spread-image.h"

#include "theme.h"

/* At the usual size of text, in pixels. */
#define WIDTH 124.0
#define HEIGHT 34.0
#define MARK 4.0 /* of a mark, where there is room */
#define ROOM 1.4 /* from one mark to the next */

struct _BlSpreadImage
{
  GtkWidget parent_instance;
  guint n_levels, most, counts[BL_ASSESS_LEVELS];
};

G_DEFINE_FINAL_TYPE (BlSpreadImage, bl_spread_image, GTK_TYPE_WIDGET)

static void
bl_spread_image_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT) * bl_theme_get_text_scale (widget));
}

static void
append (GtkSnapshot *snapshot, const BlColour *colour, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA){ (float) colour->r, (float) colour->g, (float) colour->b, (float) colour->a },
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
bl_spread_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlSpreadImage *self = BL_SPREAD_IMAGE (widget);
  const BlPalette *palette = bl_theme_get_palette (widget);
  double scale = bl_theme_get_text_scale (widget), width = gtk_widget_get_width (widget),
         height = gtk_widget_get_height (widget);
  double band = self->n_levels > 0 ? width / self->n_levels : 0;
  double step = MIN (MARK * ROOM * scale, (height - 3 * scale) / MAX (self->most, 1));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  append (snapshot, &palette->axis, 0, height - scale, width, scale);
  for (guint level = 0; level < self->n_levels; level++)
    {
      guint place = rtl ? self->n_levels - 1 - level : level;

      for (guint i = 0; i < self->counts[level]; i++)
        append (snapshot, &palette->series[0], place * band + band * 0.13, height - 2 * scale - (i + 1) * step, band * 0.74,
                step / ROOM);
    }
}

static void
bl_spread_image_class_init (BlSpreadImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bl_spread_image_measure;
  widget_class->snapshot = bl_spread_image_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_spread_image_init (BlSpreadImage *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_spread_image_new (void)
{
  return g_object_new (BL_TYPE_SPREAD_IMAGE, NULL);
}

void
bl_spread_image_set (BlSpreadImage *self, const BlAssessItem *item, guint n_levels)
{
  g_return_if_fail (BL_IS_SPREAD_IMAGE (self));

  self->n_levels = MIN (n_levels, BL_ASSESS_LEVELS);
  self->most = 0;
  for (guint level = 0; level < self->n_levels; level++)
    {
      self->counts[level] = item->counts[level + 1];
      self->most = MAX (self->most, self->counts[level]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
