/* statement-text.c: a paragraph of a self-assessment, kept as it is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "statement-text.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "edit.h"

/* Typing has paused, milliseconds. */
#define PAUSE 500

struct _BlStatementText
{
  GtkWidget parent;
  BlSession *session;
  BlAssessment *assessment;
  char *item, *field, *heading;
  GtkWidget *frame;
  GtkTextView *view;
  guint source;
  gboolean showing; /* the text is being set by us, or was just kept */
};

G_DEFINE_FINAL_TYPE (BlStatementText, bl_statement_text, GTK_TYPE_WIDGET)

static const char *
get_kept (BlStatementText *self)
{
  BlStatement *statement;
  const char *text;

  if (self->item == NULL)
    text = bl_record_get_text (BL_RECORD (self->assessment), self->field);
  else
    {
      statement = bl_assess_find_statement (self->assessment, self->item);
      text = statement != NULL ? bl_record_get_text (BL_RECORD (statement), "text") : NULL;
    }
  return text != NULL ? text : "";
}

static char *
get_typed (BlStatementText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_kept (BlStatementText *self)
{
  g_autofree char *typed = get_typed (self);

  if (g_str_equal (typed, get_kept (self)))
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), get_kept (self), -1);
  self->showing = FALSE;
}

/* It may have been undone, or the whole assessment taken away. What is being typed is left alone. */
static void
on_project_changed (BlStatementText *self)
{
  gboolean there = bl_record_get_parent (BL_RECORD (self->assessment)) != NULL;

  if (!there)
    g_clear_handle_id (&self->source, g_source_remove);
  if (!self->showing && self->source == 0 && there)
    show_kept (self);
}

void
bl_statement_text_flush (BlStatementText *self)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (BL_IS_STATEMENT_TEXT (self));
  if (self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  typed = get_typed (self);
  self->showing = TRUE;
  if (self->item != NULL)
    bl_assess_change_state (self->session, self->assessment, self->item, self->heading, typed);
  else
    bl_edit_set (self->session, BL_RECORD (self->assessment), self->field, typed, NULL);
  self->showing = FALSE;
}

static gboolean
on_pause (gpointer data)
{
  bl_statement_text_flush (data);
  return G_SOURCE_REMOVE;
}

static void
on_changed (BlStatementText *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_focus_left (BlStatementText *self)
{
  bl_statement_text_flush (self);
  bl_edit_end (self->session);
}

static void
bl_statement_text_dispose (GObject *object)
{
  BlStatementText *self = BL_STATEMENT_TEXT (object);

  /* What was typed last is kept too. */
  if (self->source != 0 && bl_record_get_parent (BL_RECORD (self->assessment)) != NULL)
    bl_statement_text_flush (self);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->heading, g_free);
  G_OBJECT_CLASS (bl_statement_text_parent_class)->dispose (object);
}

static void
bl_statement_text_class_init (BlStatementTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bl_statement_text_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statement-text");
}

static void
bl_statement_text_init (BlStatementText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field, as in any form. */
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 9);
  gtk_text_view_set_right_margin (self->view, 9);
  gtk_text_view_set_top_margin (self->view, 9);
  gtk_text_view_set_bottom_margin (self->view, 9);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_changed), self);
  self->frame = gtk_frame_new (NULL);
  gtk_widget_add_css_class (self->frame, "statement-frame");
  gtk_widget_set_overflow (self->frame, GTK_OVERFLOW_HIDDEN);
  gtk_frame_set_child (GTK_FRAME (self->frame), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

GtkWidget *
bl_statement_text_new (BlSession *session, BlAssessment *assessment, const char *item, const char *field, const char *heading)
{
  BlStatementText *self = g_object_new (BL_TYPE_STATEMENT_TEXT, NULL);

  self->session = g_object_ref (session);
  self->assessment = g_object_ref (assessment);
  self->item = g_strdup (item);
  self->field = g_strdup (field);
  self->heading = g_strdup (heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_text_view_set_editable (self->view, bl_session_get_editable (session));
  show_kept (self);
  g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
bl_statement_text_focus (BlStatementText *self)
{
  g_return_if_fail (BL_IS_STATEMENT_TEXT (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
