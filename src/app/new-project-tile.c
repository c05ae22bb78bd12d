/* new-project-tile.c: a key figure of a project that is about to be made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-tile.h"

struct _BlNewProjectTile
{
  GtkBox parent_instance;

  GtkLabel *label;
  GtkLabel *figure;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (BlNewProjectTile, bl_new_project_tile, GTK_TYPE_BOX)

static void
bl_new_project_tile_class_init (BlNewProjectTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectTile, label);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectTile, figure);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectTile, note);
}

static void
bl_new_project_tile_init (BlNewProjectTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_new_project_tile_append (GtkFlowBox *box, const char *label, const char *figure, const char *note)
{
  BlNewProjectTile *self = g_object_new (BL_TYPE_NEW_PROJECT_TILE, NULL);
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", label, figure);

  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->figure, figure);
  gtk_label_set_label (self->note, note);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (self));
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  gtk_flow_box_append (box, child);
}
