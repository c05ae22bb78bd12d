/* import-column-row.c: a column of a file, and where it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-column-row.h"

#include <glib/gi18n-lib.h>

struct _BlImportColumnRow
{
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkLabel *name;
  GtkLabel *example;
  GtkDropDown *target;
  GtkImage *icon;
  GtkLabel *note;

  BlImportColumn *column;
  guint index;
  BlImportPlan *plan;
  gboolean showing;
};

enum
{
  TARGET_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlImportColumnRow, bl_import_column_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_target (BlImportColumnRow *self)
{
  const char *target = bl_import_column_get_target (self->column);
  const char *const *targets = bl_import_plan_get_targets (self->plan);
  guint selected = 0;

  for (guint i = 0; target != NULL && targets[i] != NULL; i++)
    if (g_str_equal (targets[i], target))
      selected = i + 1;
  /* A name that was typed just now: the drop-down is filled anew soon. */
  if (selected >= g_list_model_get_n_items (gtk_drop_down_get_model (self->target)))
    return;
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->target, selected);
  self->showing = FALSE;
}

static void
show_note (BlImportColumnRow *self)
{
  const char *note = bl_import_column_get_note (self->column);
  const char *icon = "object-select-symbolic";

  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "good-text");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warn-text");
  if (bl_import_column_get_attention (self->column))
    {
      icon = "dialog-information-symbolic";
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warn-text");
    }
  else if (bl_import_column_get_target (self->column) == NULL)
    {
      icon = "list-remove-symbolic";
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), "good-text");
    }
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note), note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->target), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  note != NULL ? note : "", -1);
}

static void
on_target_changed (BlImportColumnRow *self)
{
  show_target (self);
  show_note (self);
}

static void
on_selected (BlImportColumnRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->target);

  if (!self->showing && self->column != NULL && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[TARGET_WANTED], 0, selected);
}

static void
bl_import_column_row_dispose (GObject *object)
{
  BlImportColumnRow *self = BL_IMPORT_COLUMN_ROW (object);

  g_clear_object (&self->column);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (bl_import_column_row_parent_class)->dispose (object);
}

static void
bl_import_column_row_class_init (BlImportColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_import_column_row_dispose;
  signals[TARGET_WANTED] = g_signal_new ("target-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/import-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportColumnRow, box);
  gtk_widget_class_bind_template_child (widget_class, BlImportColumnRow, name);
  gtk_widget_class_bind_template_child (widget_class, BlImportColumnRow, example);
  gtk_widget_class_bind_template_child (widget_class, BlImportColumnRow, target);
  gtk_widget_class_bind_template_child (widget_class, BlImportColumnRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BlImportColumnRow, note);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
bl_import_column_row_init (BlImportColumnRow *self)
{
  g_autoptr (GtkExpression) expression = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* What is typed in the drop-down is looked for in the titles. */
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (self->target, expression);
}

GtkWidget *
bl_import_column_row_new (BlImportPlan *plan, guint index, GListModel *titles)
{
  BlImportColumnRow *self = g_object_new (BL_TYPE_IMPORT_COLUMN_ROW, NULL);
  g_autoptr (BlImportColumn) column = g_list_model_get_item (bl_import_plan_get_columns (plan), index);
  const char *name = bl_import_column_get_name (column);
  const char *example = bl_import_column_get_example (column);
  g_autofree char *label = NULL;
  GtkWidget *button;

  self->index = index;
  self->plan = g_object_ref (plan);
  self->showing = TRUE;
  gtk_drop_down_set_model (self->target, titles);
  self->showing = FALSE;
  self->column = g_object_ref (column);

  if (name == NULL || *name == '\0')
    name = _("(no heading)");
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->example, example != NULL ? example : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->example), example);

  /* TRANSLATORS: the name of a drop-down; %s is the heading of a column. */
  label = g_strdup_printf (_("“%s” goes to"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->target), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* What takes the keyboard is the button inside. */
  button = gtk_widget_get_first_child (GTK_WIDGET (self->target));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_signal_connect_object (column, "notify::target", G_CALLBACK (on_target_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::note", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::attention", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  on_target_changed (self);
  return GTK_WIDGET (self);
}

guint
bl_import_column_row_get_index (BlImportColumnRow *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_COLUMN_ROW (self), 0);
  return self->index;
}

void
bl_import_column_row_set_narrow (BlImportColumnRow *self, gboolean narrow)
{
  g_return_if_fail (BL_IS_IMPORT_COLUMN_ROW (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
bl_import_column_row_join (BlImportColumnRow *self, GtkSizeGroup *names, GtkSizeGroup *examples)
{
  g_return_if_fail (BL_IS_IMPORT_COLUMN_ROW (self));
  gtk_size_group_add_widget (names, GTK_WIDGET (self->name));
  gtk_size_group_add_widget (examples, GTK_WIDGET (self->example));
}
