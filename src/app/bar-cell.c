/* bar-cell.c: a number in a table with a bar before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bar-cell.h"

#include "paint.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define WIDTH 56.0
#define HEIGHT 9.0

struct _BlBarCell
{
  GtkWidget parent;
  double share;
};

G_DEFINE_FINAL_TYPE (BlBarCell, bl_bar_cell, GTK_TYPE_WIDGET)

static void
bl_bar_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = size * bl_theme_get_text_scale (widget);
}

static void
bl_bar_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlBarCell *self = BL_BAR_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double length = MAX (2, width * self->share);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cr;

  if (self->share <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  bl_paint_rounded (cr, rtl ? width - length : 0, 0, length, height, 2.5);
  bl_paint_set_colour (cr, bl_theme_get_palette (widget)->series[0]);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
bl_bar_cell_class_init (BlBarCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bl_bar_cell_measure;
  widget_class->snapshot = bl_bar_cell_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_bar_cell_init (BlBarCell *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_bar_cell_new (void)
{
  return g_object_new (BL_TYPE_BAR_CELL, NULL);
}

void
bl_bar_cell_set_share (BlBarCell *self, double share)
{
  g_return_if_fail (BL_IS_BAR_CELL (self));
  if (self->share == share)
    return;
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
