/* window-briefing.c: showing the project to councillors, full screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include "briefing-view.h"

/* The slide of what is in front, which is shown first; NULL: the page has none. */
static char *
find_first (BlWindow *self)
{
  const char *name = bl_workspace_get_page_name (self->workspace);
  const char *scenario = bl_session_get_scenario (self->session);
  BlPage *page = bl_workspace_get_page (self->workspace);

  if (g_strcmp0 (name, "map") == 0)
    return g_strdup (scenario == NULL && g_strcmp0 (bl_session_get_value (self->session), "nearest") != 0 ? "map" : "access");
  if (g_strcmp0 (name, "needs") == 0)
    return g_strdup ("needs");
  if (g_strcmp0 (name, "scenarios") == 0)
    return scenario != NULL ? g_strdup_printf ("scenario:%s", scenario) : NULL;
  return page != NULL ? bl_page_get_briefing (page) : NULL;
}

static void
end (BlWindow *self)
{
  if (!self->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_stack_set_visible_child_name (self->stack, "project");
  adw_bin_set_child (self->briefing_bin, NULL);
  bl_window_update_actions (self);
  /* Back to where one was. */
  if (self->focus_before != NULL)
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

void
bl_window_brief (BlWindow *self)
{
  g_autofree char *first = find_first (self);
  GtkWidget *view = bl_briefing_view_new (self->session, first);

  g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  g_signal_connect_object (view, "closed", G_CALLBACK (end), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->briefing_bin, view);
  gtk_stack_set_visible_child_name (self->stack, "briefing");
  bl_window_update_actions (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  if (bl_briefing_view_get_n_slides (BL_BRIEFING_VIEW (view)) > 0)
    bl_briefing_view_show_slide (BL_BRIEFING_VIEW (view), 0);
  else
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}
