/* meet-text.c: a part of the flipchart: what is done now, what is planned, notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-text.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "meet-edit.h"

/* Typing has paused, milliseconds. */
#define PAUSE 500

struct _BlMeetText
{
  AdwBin parent;
  char *field, *item;
  BlSession *session;
  BlAssessment *assessment;
  GtkLabel *label;
  GtkTextView *view;
  guint source;
  gboolean showing;
};

enum
{
  PROP_FIELD = 1,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlMeetText, bl_meet_text, ADW_TYPE_BIN)

static char *
get_typed (BlMeetText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_kept (BlMeetText *self)
{
  BlDiscussion *discussion = bl_meet_find_discussion (self->assessment, self->item);
  const char *kept = discussion != NULL ? bl_record_get_text (BL_RECORD (discussion), self->field) : NULL;
  g_autofree char *typed = get_typed (self);

  if (kept == NULL)
    kept = "";
  if (g_str_equal (typed, kept))
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), kept, -1);
  self->showing = FALSE;
}

static gboolean
on_pause (gpointer data)
{
  bl_meet_text_flush (data);
  return G_SOURCE_REMOVE;
}

static void
on_changed (BlMeetText *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_focus_left (BlMeetText *self)
{
  bl_meet_text_flush (self);
  if (self->session != NULL)
    bl_edit_end (self->session);
}

static void
bl_meet_text_dispose (GObject *object)
{
  BlMeetText *self = BL_MEET_TEXT (object);

  /* What was typed last is kept too. */
  if (self->source != 0 && self->session != NULL)
    bl_meet_text_flush (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->item, g_free);
  G_OBJECT_CLASS (bl_meet_text_parent_class)->dispose (object);
}

static void
bl_meet_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlMeetText *self = BL_MEET_TEXT (object);

  switch (id)
    {
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      gtk_label_set_label (self->label, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_meet_text_class_init (BlMeetTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bl_meet_text_dispose;
  object_class->set_property = bl_meet_text_set_property;
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/meet-text.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMeetText, label);
  gtk_widget_class_bind_template_child (widget_class, BlMeetText, view);
}

static void
bl_meet_text_init (BlMeetText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

void
bl_meet_text_set_part (BlMeetText *self, BlSession *session, BlAssessment *assessment, const char *item)
{
  g_return_if_fail (BL_IS_MEET_TEXT (self) && item != NULL);

  if (g_strcmp0 (self->item, item) != 0 || self->assessment != assessment)
    bl_meet_text_flush (self);
  g_set_object (&self->session, session);
  g_set_object (&self->assessment, assessment);
  if (g_strcmp0 (self->item, item) != 0)
    {
      g_free (self->item);
      self->item = g_strdup (item);
    }
  gtk_text_view_set_editable (self->view, bl_session_get_editable (session));
  if (self->source == 0)
    show_kept (self);
}

void
bl_meet_text_flush (BlMeetText *self)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (BL_IS_MEET_TEXT (self));
  if (self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  /* The whole assessment may have been taken away. */
  if (bl_record_get_parent (BL_RECORD (self->assessment)) == NULL)
    return;
  typed = get_typed (self);
  bl_meet_edit_write (self->session, self->assessment, self->item, self->field, typed);
}

void
bl_meet_text_focus (BlMeetText *self)
{
  g_return_if_fail (BL_IS_MEET_TEXT (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
