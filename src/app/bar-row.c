/* bar-row.c: a name, a bar and a number in a list of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bar-row.h"

#include <glib/gi18n-lib.h>

#include "marker-image.h"
#include "theme.h"

/* Pixels before the text scale. */
#define HEIGHT 24.0
#define NARROWEST 90

struct _BlBarRow
{
  GtkWidget parent_instance;
  GtkWidget *label;
  GtkDrawingArea *drawing;
  BlRowBar bar;
  char *text;
};

G_DEFINE_FINAL_TYPE (BlBarRow, bl_bar_row, GTK_TYPE_WIDGET)

static void
on_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlBarRow *self = data;

  bl_row_bar_paint (cr, 0, 0, width, height, &self->bar, bl_theme_get_text_scale (GTK_WIDGET (self)),
                    bl_theme_get_palette (GTK_WIDGET (self)));
}

static void
on_theme_changed (GtkWidget *widget)
{
  BlBarRow *self = BL_BAR_ROW (widget);

  if (self->drawing != NULL)
    gtk_drawing_area_set_content_height (self->drawing, (int) (HEIGHT * bl_theme_get_text_scale (widget)));
  gtk_widget_queue_draw (widget);
}

static void
bl_bar_row_dispose (GObject *object)
{
  BlBarRow *self = BL_BAR_ROW (object);
  GtkWidget *child;

  self->drawing = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (bl_bar_row_parent_class)->dispose (object);
}

static void
bl_bar_row_class_init (BlBarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bl_bar_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "bar-row");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_bar_row_init (BlBarRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
}

GtkWidget *
bl_bar_row_new (const char *name, const BlMarkerLook *look, const BlRowBar *bar, GtkSizeGroup *names)
{
  BlBarRow *self = g_object_new (BL_TYPE_BAR_ROW, NULL);
  GtkWidget *start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), name, bar->text);

  self->text = g_strdup (bar->text);
  self->bar = *bar;
  self->bar.text = self->text;
  if (look != NULL)
    {
      GtkWidget *image = bl_marker_image_new ();

      bl_marker_image_set_look (BL_MARKER_IMAGE (image), look);
      gtk_box_append (GTK_BOX (start), image);
    }
  self->label = gtk_label_new (name);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 18);
  gtk_label_set_xalign (GTK_LABEL (self->label), look != NULL ? 0 : 1);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_tooltip_text (self->label, name);
  gtk_widget_add_css_class (self->label, "sentence");
  gtk_box_append (GTK_BOX (start), self->label);
  gtk_widget_set_hexpand (start, FALSE);
  gtk_size_group_add_widget (names, start);
  gtk_widget_set_parent (start, GTK_WIDGET (self));

  self->drawing = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->drawing), TRUE);
  gtk_drawing_area_set_content_width (self->drawing, NARROWEST);
  gtk_drawing_area_set_draw_func (self->drawing, on_draw, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->drawing), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  on_theme_changed (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

const char *
bl_bar_row_get_text (BlBarRow *self)
{
  g_return_val_if_fail (BL_IS_BAR_ROW (self), NULL);
  return self->text;
}

const char *
bl_bar_row_get_name (BlBarRow *self)
{
  g_return_val_if_fail (BL_IS_BAR_ROW (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->label));
}
