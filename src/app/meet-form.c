/* meet-form.c: a few short questions, asked over the meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-form.h"

#include <glib/gi18n-lib.h>

struct _BlMeetForm
{
  AdwWindow parent;
  GtkLabel *about, *say, *wrong;
  GtkListBox *rows;
  GtkButton *button;
  GHashTable *by_key; /* of GtkWidget */
};

enum
{
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlMeetForm, bl_meet_form, ADW_TYPE_WINDOW)

static void
on_answer (BlMeetForm *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
bl_meet_form_dispose (GObject *object)
{
  g_clear_pointer (&BL_MEET_FORM (object)->by_key, g_hash_table_unref);
  G_OBJECT_CLASS (bl_meet_form_parent_class)->dispose (object);
}

static void
bl_meet_form_class_init (BlMeetFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_meet_form_dispose;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/meet-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMeetForm, about);
  gtk_widget_class_bind_template_child (widget_class, BlMeetForm, say);
  gtk_widget_class_bind_template_child (widget_class, BlMeetForm, wrong);
  gtk_widget_class_bind_template_child (widget_class, BlMeetForm, rows);
  gtk_widget_class_bind_template_child (widget_class, BlMeetForm, button);
  gtk_widget_class_bind_template_callback (widget_class, on_answer);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_meet_form_init (BlMeetForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

GtkWidget *
bl_meet_form_new (GtkWindow *parent, const char *title, const char *about, const char *say, const char *button)
{
  BlMeetForm *self = g_object_new (BL_TYPE_MEET_FORM, "transient-for", parent, "title", title, NULL);

  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->say, say != NULL ? say : "");
  gtk_widget_set_visible (GTK_WIDGET (self->say), say != NULL);
  gtk_button_set_label (self->button, button);
  return GTK_WIDGET (self);
}

void
bl_meet_form_add_text (BlMeetForm *self, const char *key, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->by_key, (gpointer) key, row);
  gtk_list_box_append (self->rows, row);
}

void
bl_meet_form_add_choice (BlMeetForm *self, const char *key, const char *title, const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_hash_table_insert (self->by_key, (gpointer) key, row);
  gtk_list_box_append (self->rows, row);
}

const char *
bl_meet_form_get_text (BlMeetForm *self, const char *key)
{
  GtkWidget *row = g_hash_table_lookup (self->by_key, key);

  return row != NULL ? gtk_editable_get_text (GTK_EDITABLE (row)) : NULL;
}

void
bl_meet_form_set_text (BlMeetForm *self, const char *key, const char *text)
{
  GtkWidget *row = g_hash_table_lookup (self->by_key, key);

  if (row != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

guint
bl_meet_form_get_choice (BlMeetForm *self, const char *key)
{
  GtkWidget *row = g_hash_table_lookup (self->by_key, key);

  return row != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (row)) : 0;
}

void
bl_meet_form_say (BlMeetForm *self, const char *words)
{
  gtk_label_set_label (self->wrong, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), words != NULL);
}
