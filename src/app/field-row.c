/* field-row.c: one field of a record, typed in a boxed list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "field-row.h"

#include <glib/gi18n-lib.h>

#include "edit.h"

/* Typing has paused, milliseconds. */
#define PAUSE 500

struct _BlFieldRow
{
  AdwEntryRow parent;
  char *field;
  BlSession *session;
  BlRecord *record;
  gulong handler;
  guint source;
  gboolean showing;      /* the text is being set by us */
  GtkLabel *unknown;
  GtkWidget *error_row;  /* below, while something is wrong */
  char *error;
};

enum
{
  PROP_FIELD = 1,
  PROP_UNSET,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlFieldRow, bl_field_row, ADW_TYPE_ENTRY_ROW)

static void
update_unknown (BlFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->unknown), *text == '\0');
}

static void
clear_error (BlFieldRow *self)
{
  g_clear_pointer (&self->error, g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (self->error_row != NULL)
    {
      GtkWidget *list = gtk_widget_get_parent (self->error_row);

      if (GTK_IS_LIST_BOX (list))
        gtk_list_box_remove (GTK_LIST_BOX (list), self->error_row);
      g_clear_object (&self->error_row);
    }
}

static void
show_error (BlFieldRow *self, const char *message)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self)), *label;

  clear_error (self);
  self->error = g_strdup (message);
  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  if (!GTK_IS_LIST_BOX (list))
    return;
  label = gtk_label_new (message);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-error");
  self->error_row = g_object_ref_sink (gtk_list_box_row_new ());
  gtk_widget_add_css_class (self->error_row, "field-error-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->error_row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->error_row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->error_row), FALSE);
  gtk_widget_set_focusable (self->error_row, FALSE);
  gtk_list_box_insert (GTK_LIST_BOX (list), self->error_row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + 1);
}

static void
show_value (BlFieldRow *self)
{
  g_autofree char *text = self->record != NULL ? bl_record_get_as_text (self->record, self->field) : NULL;

  clear_error (self);
  self->showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  self->showing = FALSE;
  update_unknown (self);
}

/* From undo, or another page. What we wrote ourselves stands there already,
 * perhaps written otherwise ("1,000" for 1000): leave the typist alone. */
static void
on_notify (BlFieldRow *self)
{
  if (!self->showing)
    show_value (self);
}

static void
write_value (BlFieldRow *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->record == NULL)
    return;
  self->showing = TRUE;
  if (bl_edit_set (self->session, self->record, self->field, gtk_editable_get_text (GTK_EDITABLE (self)), &error))
    clear_error (self);
  else
    show_error (self, error->message);
  self->showing = FALSE;
}

static gboolean
on_pause (gpointer data)
{
  BlFieldRow *self = data;

  self->source = 0;
  write_value (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (BlFieldRow *self)
{
  update_unknown (self);
  if (self->showing || self->record == NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_focus_left (BlFieldRow *self)
{
  if (self->record == NULL)
    return;
  bl_field_row_flush (self);
  bl_edit_end (self->session);
  if (self->error == NULL)
    show_value (self);
}

static void
bl_field_row_dispose (GObject *object)
{
  BlFieldRow *self = BL_FIELD_ROW (object);

  bl_field_row_set_record (self, NULL, NULL);
  g_clear_object (&self->error_row);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->error, g_free);
  G_OBJECT_CLASS (bl_field_row_parent_class)->dispose (object);
}

static void
bl_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlFieldRow *self = BL_FIELD_ROW (object);

  switch (id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_UNSET:
      g_value_set_string (value, gtk_label_get_label (self->unknown));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlFieldRow *self = BL_FIELD_ROW (object);

  switch (id)
    {
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      break;
    case PROP_UNSET:
      gtk_label_set_label (self->unknown, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_field_row_class_init (BlFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bl_field_row_dispose;
  object_class->get_property = bl_field_row_get_property;
  object_class->set_property = bl_field_row_set_property;
  properties[PROP_FIELD]
      = g_param_spec_string ("field", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNSET]
      = g_param_spec_string ("unset", NULL, NULL, _ ("not known"), G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_field_row_init (BlFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->unknown = GTK_LABEL (gtk_label_new (_ ("not known")));
  gtk_widget_add_css_class (GTK_WIDGET (self->unknown), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->unknown), "sentence");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->unknown));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (bl_field_row_flush), NULL);
}

void
bl_field_row_set_record (BlFieldRow *self, BlSession *session, BlRecord *record)
{
  g_return_if_fail (BL_IS_FIELD_ROW (self));

  /* What was typed last belongs to the record before. */
  if (self->source != 0 && self->record != NULL && bl_record_get_parent (self->record) != NULL)
    write_value (self);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->record != NULL)
    g_clear_signal_handler (&self->handler, self->record);
  g_set_object (&self->session, session);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *detail = g_strconcat ("notify::", self->field, NULL);

      self->handler = g_signal_connect_swapped (record, detail, G_CALLBACK (on_notify), self);
      show_value (self);
    }
}

void
bl_field_row_flush (BlFieldRow *self)
{
  g_return_if_fail (BL_IS_FIELD_ROW (self));
  if (self->source != 0)
    write_value (self);
}

const char *
bl_field_row_get_error (BlFieldRow *self)
{
  g_return_val_if_fail (BL_IS_FIELD_ROW (self), NULL);
  return self->error;
}
