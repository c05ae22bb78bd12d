/* week-cell.c: a library's week at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "week-cell.h"

#include "theme.h"

/* At the usual size of text, in pixels. */
#define WIDTH 88.0
#define HEIGHT 17.0

struct _BlWeekCell
{
  GtkWidget parent;
  BlWeek week;
};

G_DEFINE_FINAL_TYPE (BlWeekCell, bl_week_cell, GTK_TYPE_WIDGET)

static void
bl_week_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = size * bl_theme_get_text_scale (widget);
}

static void
bl_week_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlWeekCell *self = BL_WEEK_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale = bl_theme_get_text_scale (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  bl_week_strip_paint (cr, 0, 0, MIN (width, WIDTH * scale), height, &self->week, FALSE, scale,
                       bl_theme_get_palette (widget));
  cairo_destroy (cr);
}

static void
bl_week_cell_class_init (BlWeekCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bl_week_cell_measure;
  widget_class->snapshot = bl_week_cell_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bl_week_cell_init (BlWeekCell *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_week_cell_new (void)
{
  return g_object_new (BL_TYPE_WEEK_CELL, NULL);
}

void
bl_week_cell_set_library (BlWeekCell *self, BlLibrary *library)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BL_IS_WEEK_CELL (self));
  bl_week_from_library (&self->week, library);
  text = bl_week_to_text (&self->week);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
