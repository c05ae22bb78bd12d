/* needs-picker.c: which index of need is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-picker.h"

#include <glib/gi18n-lib.h>

struct _BlNeedsPicker
{
  GtkWidget parent_instance;
  GtkDropDown *drop;
  BlNeedsModel *model;
  GPtrArray *choices;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (BlNeedsPicker, bl_needs_picker, GTK_TYPE_WIDGET)

static void
fill (BlNeedsPicker *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = bl_needs_model_list_choices (self->model);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *choice = g_ptr_array_index (self->choices, i);

      gtk_string_list_take (titles, bl_needs_model_describe_choice (self->model, choice));
      if (g_strcmp0 (choice, bl_needs_model_get_choice (self->model)) == 0)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->drop, selected);
  self->filling = FALSE;
}

static void
on_selected (BlNeedsPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop);
  g_autofree char *choice = NULL;

  if (self->filling || self->choices == NULL || selected >= self->choices->len)
    return;
  /* The list is made anew while it is chosen. */
  choice = g_strdup (g_ptr_array_index (self->choices, selected));
  bl_needs_model_choose (self->model, choice);
}

static void
bl_needs_picker_dispose (GObject *object)
{
  BlNeedsPicker *self = BL_NEEDS_PICKER (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer ((GtkWidget **) &self->drop, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_needs_picker_parent_class)->dispose (object);
}

static void
bl_needs_picker_class_init (BlNeedsPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_needs_picker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_needs_picker_init (BlNeedsPicker *self)
{
  self->drop = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->drop), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop), "needs-picker");
  gtk_widget_set_parent (GTK_WIDGET (self->drop), GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop), _ ("Which index of need"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Which index of need"),
                                  -1);
  g_signal_connect_object (self->drop, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

void
bl_needs_picker_set_model (BlNeedsPicker *self, BlNeedsModel *model)
{
  g_return_if_fail (BL_IS_NEEDS_PICKER (self) && self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "choices-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
