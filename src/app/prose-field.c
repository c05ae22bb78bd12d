/* prose-field.c: room for a sentence or two on a card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "prose-field.h"

#define BL_PROSE_PAUSE_MS 500 /* after so long without a key what was typed is said */

struct _BlProseField
{
  GtkBox parent;
  GtkLabel *title, *placeholder;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  char *label;
  gboolean heading, setting, unsaid;
  guint pause;
};

enum
{
  PROP_LABEL = 1,
  PROP_PLACEHOLDER,
  PROP_HEADING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];
enum
{
  WRITTEN,
  LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlProseField, bl_prose_field, GTK_TYPE_BOX)

static char *
get_text (BlProseField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
update_title (BlProseField *self)
{
  gtk_label_set_label (self->title, self->label != NULL ? self->label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), self->heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label != NULL ? self->label : "", -1);
}

/* --- Callbacks ------------------------------------------------------------------------ */

static gboolean
on_paused (gpointer data)
{
  BlProseField *self = data;

  self->pause = 0;
  bl_prose_field_flush (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (BlProseField *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (self->buffer) == 0);
  if (self->setting)
    return;
  self->unsaid = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (BL_PROSE_PAUSE_MS, on_paused, self);
}

static void
on_left (BlProseField *self)
{
  bl_prose_field_flush (self);
  g_signal_emit (self, signals[LEFT], 0);
}

/* --- Overrides ------------------------------------------------------------------------ */

static gboolean
bl_prose_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BL_PROSE_FIELD (widget)->view));
}

static void
bl_prose_field_dispose (GObject *object)
{
  BlProseField *self = BL_PROSE_FIELD (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_PROSE_FIELD);
  G_OBJECT_CLASS (bl_prose_field_parent_class)->dispose (object);
}

static void
bl_prose_field_finalize (GObject *object)
{
  g_free (BL_PROSE_FIELD (object)->label);
  G_OBJECT_CLASS (bl_prose_field_parent_class)->finalize (object);
}

static void
bl_prose_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlProseField *self = BL_PROSE_FIELD (object);

  switch (id)
    {
    case PROP_LABEL:
      bl_prose_field_set_label (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      bl_prose_field_set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_HEADING:
      self->heading = g_value_get_boolean (value);
      update_title (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_prose_field_class_init (BlProseFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bl_prose_field_dispose;
  object_class->finalize = bl_prose_field_finalize;
  object_class->set_property = bl_prose_field_set_property;
  widget_class->grab_focus = bl_prose_field_grab_focus;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_HEADING] = g_param_spec_boolean ("heading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/prose-field.ui");
  gtk_widget_class_bind_template_child (widget_class, BlProseField, title);
  gtk_widget_class_bind_template_child (widget_class, BlProseField, placeholder);
  gtk_widget_class_bind_template_child (widget_class, BlProseField, view);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
bl_prose_field_init (BlProseField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/* --- Public ------------------------------------------------------------------------ */

void
bl_prose_field_set_text (BlProseField *self, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (BL_IS_PROSE_FIELD (self));
  now = get_text (self);
  /* A blank at the end of a sentence that goes on is not the file's, and not to be taken away. */
  if (self->unsaid || g_strcmp0 (now, text != NULL ? text : "") == 0
      || (gtk_widget_has_focus (GTK_WIDGET (self->view)) && g_strcmp0 (g_strstrip (now), text != NULL ? text : "") == 0))
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->setting = FALSE;
}

void
bl_prose_field_set_label (BlProseField *self, const char *label)
{
  g_return_if_fail (BL_IS_PROSE_FIELD (self));
  g_free (self->label);
  self->label = g_strdup (label);
  update_title (self);
}

void
bl_prose_field_set_placeholder (BlProseField *self, const char *placeholder)
{
  g_return_if_fail (BL_IS_PROSE_FIELD (self));
  gtk_label_set_label (self->placeholder, placeholder != NULL ? placeholder : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
}

void
bl_prose_field_set_editable (BlProseField *self, gboolean editable)
{
  g_return_if_fail (BL_IS_PROSE_FIELD (self));
  gtk_text_view_set_editable (self->view, editable);
}

void
bl_prose_field_flush (BlProseField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BL_IS_PROSE_FIELD (self));
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->unsaid)
    return;
  text = get_text (self);
  self->unsaid = FALSE;
  g_signal_emit (self, signals[WRITTEN], 0, text);
}
