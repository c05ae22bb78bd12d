/* import-mend-row.c: a row of a file that needs a look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-mend-row.h"

#include <glib/gi18n-lib.h>

struct _BlImportMendRow
{
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkLabel *number;
  GtkLabel *record;
  GtkLabel *reason;
  GtkCheckButton *check;
  GtkLabel *remedy;

  BlImportMend *mend;
};

G_DEFINE_FINAL_TYPE (BlImportMendRow, bl_import_mend_row, GTK_TYPE_LIST_BOX_ROW)

static void
bl_import_mend_row_dispose (GObject *object)
{
  BlImportMendRow *self = BL_IMPORT_MEND_ROW (object);

  g_clear_object (&self->mend);
  G_OBJECT_CLASS (bl_import_mend_row_parent_class)->dispose (object);
}

static void
bl_import_mend_row_class_init (BlImportMendRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_import_mend_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/import-mend-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportMendRow, box);
  gtk_widget_class_bind_template_child (widget_class, BlImportMendRow, number);
  gtk_widget_class_bind_template_child (widget_class, BlImportMendRow, record);
  gtk_widget_class_bind_template_child (widget_class, BlImportMendRow, reason);
  gtk_widget_class_bind_template_child (widget_class, BlImportMendRow, check);
  gtk_widget_class_bind_template_child (widget_class, BlImportMendRow, remedy);
}

static void
bl_import_mend_row_init (BlImportMendRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_import_mend_row_new (BlImportMend *mend)
{
  BlImportMendRow *self = g_object_new (BL_TYPE_IMPORT_MEND_ROW, NULL);
  /* What is mended in the project itself stands in no row of the file. */
  g_autofree char *number
      = bl_import_mend_get_row (mend) > 0 ? g_strdup_printf ("%u", bl_import_mend_get_row (mend)) : g_strdup ("");
  const char *record = bl_import_mend_get_record (mend);
  g_autofree char *name = NULL;

  self->mend = g_object_ref (mend);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->record, record != NULL ? record : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->record), record);
  gtk_label_set_label (self->reason, bl_import_mend_get_reason (mend));
  gtk_label_set_label (self->remedy, bl_import_mend_get_remedy (mend));
  /* TRANSLATORS: read out for a row of a file: number, name, what is wrong with it. */
  name = g_strdup_printf (_("Row %s, %s: %s"), number, record != NULL ? record : "",
                          bl_import_mend_get_reason (mend));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bl_import_mend_get_remedy (mend), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  g_object_bind_property (mend, "accepted", self->check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return GTK_WIDGET (self);
}

void
bl_import_mend_row_toggle (BlImportMendRow *self)
{
  g_return_if_fail (BL_IS_IMPORT_MEND_ROW (self));
  bl_import_mend_set_accepted (self->mend, !bl_import_mend_get_accepted (self->mend));
}

void
bl_import_mend_row_set_narrow (BlImportMendRow *self, gboolean narrow)
{
  g_return_if_fail (BL_IS_IMPORT_MEND_ROW (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
