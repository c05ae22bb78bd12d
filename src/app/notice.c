/* notice.c: a card in the page that says what happened and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "notice.h"

#include "adaptive-bin.h"

struct _BlNotice
{
  AdwBin parent;
  BlAdaptiveBin *bin;
  GtkBox *box, *buttons;
  GtkImage *icon;
  GtkLabel *title, *body;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (BlNotice, bl_notice, ADW_TYPE_BIN)

static void
on_narrow_changed (BlNotice *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
}

static void
bl_notice_class_init (BlNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/notice.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BlNotice, bin);
  gtk_widget_class_bind_template_child (widget_class, BlNotice, box);
  gtk_widget_class_bind_template_child (widget_class, BlNotice, buttons);
  gtk_widget_class_bind_template_child (widget_class, BlNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, BlNotice, title);
  gtk_widget_class_bind_template_child (widget_class, BlNotice, body);
  gtk_widget_class_bind_template_child (widget_class, BlNotice, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
bl_notice_init (BlNotice *self)
{
  GtkWidget *inner;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* In GTK 4.8 the name of a menu button does not reach the button inside. */
  inner = gtk_widget_get_first_child (GTK_WIDGET (self->menu_button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_widget_get_tooltip_text (GTK_WIDGET (self->menu_button)), -1);
}

GtkWidget *
bl_notice_new (const char *icon_name, const char *title, const char *body)
{
  BlNotice *self = g_object_new (BL_TYPE_NOTICE, NULL);

  gtk_image_set_from_icon_name (self->icon, icon_name);
  bl_notice_set_words (self, title, body);
  return GTK_WIDGET (self);
}

void
bl_notice_set_words (BlNotice *self, const char *title, const char *body)
{
  g_return_if_fail (BL_IS_NOTICE (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->body, body != NULL ? body : "");
  gtk_widget_set_visible (GTK_WIDGET (self->body), body != NULL && *body != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

const char *
bl_notice_get_title (BlNotice *self)
{
  g_return_val_if_fail (BL_IS_NOTICE (self), NULL);
  return gtk_label_get_label (self->title);
}

const char *
bl_notice_get_body (BlNotice *self)
{
  g_return_val_if_fail (BL_IS_NOTICE (self), NULL);
  return gtk_label_get_label (self->body);
}

void
bl_notice_set_warning (BlNotice *self, gboolean warning)
{
  g_return_if_fail (BL_IS_NOTICE (self));

  if (warning)
    gtk_widget_add_css_class (GTK_WIDGET (self), "warning-notice");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "warning-notice");
}

GtkWidget *
bl_notice_add_button (BlNotice *self, const char *label, gboolean main)
{
  GtkWidget *button;

  g_return_val_if_fail (BL_IS_NOTICE (self), NULL);

  button = gtk_button_new_with_mnemonic (label);
  if (main)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (self->buttons, button);
  gtk_box_reorder_child_after (self->buttons, GTK_WIDGET (self->menu_button), button);
  return button;
}

void
bl_notice_set_menu (BlNotice *self, GMenuModel *menu)
{
  g_return_if_fail (BL_IS_NOTICE (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), menu != NULL);
}
