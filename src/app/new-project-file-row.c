/* new-project-file-row.c: a file of the user's that goes into the new project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-file-row.h"

#include <glib/gi18n-lib.h>

struct _BlNewProjectFileRow
{
  AdwActionRow parent_instance;

  GtkButton *remove_button;

  BlNewProjectFile *file;
};

enum
{
  REMOVE_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlNewProjectFileRow, bl_new_project_file_row, ADW_TYPE_ACTION_ROW)

static void
on_remove_clicked (BlNewProjectFileRow *self)
{
  g_signal_emit (self, signals[REMOVE_WANTED], 0);
}

static void
bl_new_project_file_row_dispose (GObject *object)
{
  g_clear_object (&BL_NEW_PROJECT_FILE_ROW (object)->file);
  G_OBJECT_CLASS (bl_new_project_file_row_parent_class)->dispose (object);
}

static void
bl_new_project_file_row_class_init (BlNewProjectFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_new_project_file_row_dispose;
  signals[REMOVE_WANTED] = g_signal_new ("remove-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFileRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
bl_new_project_file_row_init (BlNewProjectFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_new_project_file_row_new (BlNewProjectFile *file)
{
  BlNewProjectFileRow *self = g_object_new (BL_TYPE_NEW_PROJECT_FILE_ROW, "use-markup", FALSE, NULL);
  g_autofree char *name = bl_new_project_file_get_name (file);
  g_autofree char *remove = g_strdup_printf (_("Leave “%s” out"), name);
  const char *result = bl_record_get_text (BL_RECORD (file), "result");

  self->file = g_object_ref (file);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), result != NULL ? result : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  return GTK_WIDGET (self);
}

BlNewProjectFile *
bl_new_project_file_row_get_file (BlNewProjectFileRow *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_FILE_ROW (self), NULL);
  return self->file;
}
