/* long-text-row.c: a paragraph that is written in a boxed list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "long-text-row.h"

#include <glib/gi18n-lib.h>

#include "edit.h"

/* Typing has paused, milliseconds. */
#define PAUSE 500

struct _BlLongTextRow
{
  AdwPreferencesRow parent;
  GtkLabel *title_label, *help, *placeholder;
  GtkTextView *view;
  GtkWidget *remove_button;
  guint source;
  gboolean showing; /* the text is being set by us */
  char *field;
  BlSession *session;
  BlRecord *record;
  gulong handler;
};

enum
{
  PROP_HELP = 1,
  PROP_PLACEHOLDER,
  PROP_FIELD,
  PROP_TEXT,
  PROP_EDITABLE,
  PROP_REMOVABLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  WRITTEN,
  LEFT,
  REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlLongTextRow, bl_long_text_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update_placeholder (BlLongTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (buffer) == 0);
}

static void
write_text (BlLongTextRow *self)
{
  g_autofree char *text = bl_long_text_row_get_text (self);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  self->showing = TRUE;
  if (self->record != NULL && !bl_edit_set (self->session, self->record, self->field, text, &error))
    g_warning ("A text was not taken: %s", error->message);
  g_signal_emit (self, signals[WRITTEN], 0, text);
  self->showing = FALSE;
}

static gboolean
on_pause (gpointer data)
{
  BlLongTextRow *self = data;

  self->source = 0;
  write_text (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (BlLongTextRow *self)
{
  update_placeholder (self);
  if (self->showing)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_focus_left (BlLongTextRow *self)
{
  bl_long_text_row_flush (self);
  if (self->record != NULL)
    bl_edit_end (self->session);
  g_signal_emit (self, signals[LEFT], 0);
}

/* A text view does not know its height before it is laid out, and does not say when it does. */
static gboolean
on_mapped_idle (gpointer data)
{
  gtk_widget_queue_resize (data);
  return G_SOURCE_REMOVE;
}

static void
on_mapped (BlLongTextRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_mapped_idle, g_object_ref (self->view), g_object_unref);
}

static void
on_remove (BlLongTextRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_title (BlLongTextRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  show_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
on_notify (BlLongTextRow *self)
{
  if (!self->showing)
    bl_long_text_row_set_text (self, bl_record_get_text (self->record, self->field));
}

static void
bl_long_text_row_dispose (GObject *object)
{
  BlLongTextRow *self = BL_LONG_TEXT_ROW (object);

  bl_long_text_row_set_record (self, NULL, NULL);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (bl_long_text_row_parent_class)->dispose (object);
}

static void
bl_long_text_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlLongTextRow *self = BL_LONG_TEXT_ROW (object);

  switch (id)
    {
    case PROP_HELP:
      g_value_set_string (value, gtk_label_get_label (self->help));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_label (self->placeholder));
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_TEXT:
      g_value_take_string (value, bl_long_text_row_get_text (self));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, gtk_text_view_get_editable (self->view));
      break;
    case PROP_REMOVABLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->remove_button));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_long_text_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlLongTextRow *self = BL_LONG_TEXT_ROW (object);

  switch (id)
    {
    case PROP_HELP:
      show_label (self->help, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      gtk_label_get_label (self->help), -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_label_set_label (self->placeholder, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      break;
    case PROP_TEXT:
      bl_long_text_row_set_text (self, g_value_get_string (value));
      break;
    case PROP_EDITABLE:
      gtk_text_view_set_editable (self->view, g_value_get_boolean (value));
      break;
    case PROP_REMOVABLE:
      gtk_widget_set_visible (self->remove_button, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_long_text_row_class_init (BlLongTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bl_long_text_row_dispose;
  object_class->get_property = bl_long_text_row_get_property;
  object_class->set_property = bl_long_text_row_set_property;
  properties[PROP_HELP] = g_param_spec_string ("help", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROP_REMOVABLE] = g_param_spec_boolean ("removable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/long-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlLongTextRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BlLongTextRow, help);
  gtk_widget_class_bind_template_child (widget_class, BlLongTextRow, placeholder);
  gtk_widget_class_bind_template_child (widget_class, BlLongTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, BlLongTextRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
bl_long_text_row_init (BlLongTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (on_mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title), NULL);
  update_placeholder (self);
}

GtkWidget *
bl_long_text_row_new (void)
{
  return g_object_new (BL_TYPE_LONG_TEXT_ROW, NULL);
}

void
bl_long_text_row_set_text (BlLongTextRow *self, const char *text)
{
  GtkTextBuffer *buffer;
  g_autofree char *shown = NULL;

  g_return_if_fail (BL_IS_LONG_TEXT_ROW (self));
  if (self->source != 0 || self->showing)
    return;
  buffer = gtk_text_view_get_buffer (self->view);
  g_object_get (buffer, "text", &shown, NULL);
  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  self->showing = FALSE;
}

char *
bl_long_text_row_get_text (BlLongTextRow *self)
{
  char *text = NULL;

  g_return_val_if_fail (BL_IS_LONG_TEXT_ROW (self), NULL);
  g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);
  return text;
}

void
bl_long_text_row_set_record (BlLongTextRow *self, BlSession *session, BlRecord *record)
{
  g_return_if_fail (BL_IS_LONG_TEXT_ROW (self));

  if (self->source != 0 && self->record != NULL && bl_record_get_parent (self->record) != NULL)
    write_text (self);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->record != NULL)
    g_clear_signal_handler (&self->handler, self->record);
  g_set_object (&self->session, session);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *detail = g_strconcat ("notify::", self->field, NULL);

      self->handler = g_signal_connect_swapped (record, detail, G_CALLBACK (on_notify), self);
      on_notify (self);
    }
}

void
bl_long_text_row_flush (BlLongTextRow *self)
{
  g_return_if_fail (BL_IS_LONG_TEXT_ROW (self));
  if (self->source != 0)
    write_text (self);
}
