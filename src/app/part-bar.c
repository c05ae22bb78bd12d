/* part-bar.c: how far one part is filled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "part-bar.h"

#include "paint.h"
#include "theme.h"

struct _BlPartBar
{
  GtkWidget parent;
  GtkDrawingArea *drawing;
  GtkLabel *title, *note;
  double share;
};

G_DEFINE_FINAL_TYPE (BlPartBar, bl_part_bar, GTK_TYPE_WIDGET)

static void
on_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlPartBar *self = data;
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (area));
  double filled = self->share <= 0 ? 0 : MAX (width * self->share, height);

  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  bl_paint_rounded (cr, 0, 0, width, height, height / 2.0);
  bl_paint_set_colour (cr, palette->unfocused_fill);
  cairo_fill (cr);
  if (filled > 0)
    {
      bl_paint_rounded (cr, 0, 0, filled, height, height / 2.0);
      bl_paint_set_colour (cr, self->share >= 1 ? palette->series[0] : palette->picked);
      cairo_fill (cr);
    }
  if (palette->outline > 0)
    {
      bl_paint_rounded (cr, 0.5, 0.5, width - 1, height - 1, height / 2.0);
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

static void
bl_part_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bl_part_bar_parent_class)->dispose (object);
}

static void
bl_part_bar_class_init (BlPartBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_part_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/part-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BlPartBar, drawing);
  gtk_widget_class_bind_template_child (widget_class, BlPartBar, title);
  gtk_widget_class_bind_template_child (widget_class, BlPartBar, note);
}

static void
bl_part_bar_init (BlPartBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->drawing, on_draw, self, NULL);
  bl_theme_redraw_on_change (GTK_WIDGET (self->drawing));
}

GtkWidget *
bl_part_bar_new (void)
{
  return g_object_new (BL_TYPE_PART_BAR, NULL);
}

void
bl_part_bar_set (BlPartBar *self, const char *title, const char *note, double share)
{
  g_return_if_fail (BL_IS_PART_BAR (self));
  self->share = share;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->note, note);
  gtk_widget_queue_draw (GTK_WIDGET (self->drawing));
}
