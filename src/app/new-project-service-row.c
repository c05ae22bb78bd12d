/* new-project-service-row.c: a library service that can be chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-service-row.h"

#include <glib/gi18n-lib.h>

#include "text.h"

struct _BlNewProjectServiceRow
{
  AdwActionRow parent_instance;

  GtkImage *check;

  BlNewProjectServiceItem *item;
};

G_DEFINE_FINAL_TYPE (BlNewProjectServiceRow, bl_new_project_service_row, ADW_TYPE_ACTION_ROW)

static void
bl_new_project_service_row_dispose (GObject *object)
{
  g_clear_object (&BL_NEW_PROJECT_SERVICE_ROW (object)->item);
  G_OBJECT_CLASS (bl_new_project_service_row_parent_class)->dispose (object);
}

static void
bl_new_project_service_row_class_init (BlNewProjectServiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_new_project_service_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-service-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServiceRow, check);
}

static void
bl_new_project_service_row_init (BlNewProjectServiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_new_project_service_row_new (BlNewProjectServiceItem *item)
{
  BlNewProjectServiceRow *self = g_object_new (BL_TYPE_NEW_PROJECT_SERVICE_ROW, "use-markup", FALSE, NULL);
  const BlReferenceService *service = bl_new_project_service_item_get_service (item);
  g_autofree char *subtitle = NULL;

  self->item = g_object_ref (item);
  subtitle = g_strdup_printf (ngettext ("%u open library", "%u open libraries", service->open), service->open);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), service->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  bl_new_project_service_row_set_chosen (self, FALSE);
  return GTK_WIDGET (self);
}

const BlReferenceService *
bl_new_project_service_row_get_service (BlNewProjectServiceRow *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_SERVICE_ROW (self), NULL);
  return bl_new_project_service_item_get_service (self->item);
}

void
bl_new_project_service_row_set_chosen (BlNewProjectServiceRow *self, gboolean chosen)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_SERVICE_ROW (self));

  /* Kept in the layout, so that rows do not jump. */
  gtk_widget_set_opacity (GTK_WIDGET (self->check), chosen ? 1.0 : 0.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen ? _("Chosen") : adw_action_row_get_subtitle (ADW_ACTION_ROW (self)), -1);
}
