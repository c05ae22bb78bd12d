/* sidebar-row.c: one page in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sidebar-row.h"

struct _BlSidebarRow
{
  GtkListBoxRow parent;
  char *page;
  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (BlSidebarRow, bl_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
bl_sidebar_row_dispose (GObject *object)
{
  BlSidebarRow *self = BL_SIDEBAR_ROW (object);

  g_clear_pointer (&self->page, g_free);
  G_OBJECT_CLASS (bl_sidebar_row_parent_class)->dispose (object);
}

static void
bl_sidebar_row_class_init (BlSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_sidebar_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BlSidebarRow, label);
}

static void
bl_sidebar_row_init (BlSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_sidebar_row_new (const char *page, const char *title, const char *icon_name)
{
  BlSidebarRow *self = g_object_new (BL_TYPE_SIDEBAR_ROW, NULL);

  self->page = g_strdup (page);
  gtk_label_set_label (self->label, title);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

const char *
bl_sidebar_row_get_page (BlSidebarRow *self)
{
  g_return_val_if_fail (BL_IS_SIDEBAR_ROW (self), NULL);
  return self->page;
}
