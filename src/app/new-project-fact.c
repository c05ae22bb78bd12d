/* new-project-fact.c: one thing that comes with a new project, with its source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-fact.h"

#include "marker-image.h"

struct _BlNewProjectFact
{
  GtkBox parent_instance;

  AdwBin *mark;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
};

G_DEFINE_FINAL_TYPE (BlNewProjectFact, bl_new_project_fact, GTK_TYPE_BOX)

static void
bl_new_project_fact_class_init (BlNewProjectFactClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-fact.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFact, mark);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFact, title_label);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFact, subtitle_label);
}

static void
bl_new_project_fact_init (BlNewProjectFact *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append (GtkFlowBox *box, GtkWidget *mark, const char *title, const char *subtitle)
{
  BlNewProjectFact *self = g_object_new (BL_TYPE_NEW_PROJECT_FACT, NULL);
  GtkWidget *child = gtk_flow_box_child_new ();

  adw_bin_set_child (self->mark, mark);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), subtitle != NULL);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (self));
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
  gtk_flow_box_append (box, child);
}

void
bl_new_project_fact_append (GtkFlowBox *box, gboolean comes, const char *title, const char *subtitle)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  comes ? "object-select-symbolic" : "list-add-symbolic", NULL);

  if (comes)
    gtk_widget_add_css_class (icon, "good-text");
  append (box, icon, title, subtitle);
}

void
bl_new_project_fact_append_library (GtkFlowBox *box, const BlMarkerLook *look, const char *title,
                                    const char *subtitle)
{
  GtkWidget *marker = bl_marker_image_new ();

  bl_marker_image_set_look (BL_MARKER_IMAGE (marker), look);
  append (box, marker, title, subtitle);
}

void
bl_new_project_fact_clear (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
}
