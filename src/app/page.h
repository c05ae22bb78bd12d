/* page.h: what the window asks of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlPage: a GtkWidget with the construct-only property "session" (BlSession).
 *
 * The window draws the header bar; the page says what stands in it. Undo and
 * redo come before the start widget, the window's own buttons after the end
 * widget. The widgets belong to the page (bind them with
 * gtk_widget_class_bind_template_child()) and are parented by the window, so
 * they reach the page's own actions by signals or through the window's
 * forwarding actions:
 *
 * "win.find" (Ctrl+F), "win.toggle-pane" (F7), "win.toggle-table" (F8) and
 * "win.add" activate "page.find", "page.toggle-pane", "page.toggle-table" and
 * "page.add", which a page installs with gtk_widget_class_install_action()
 * where it has them.
 *
 * Signal "header-changed": one of the answers below is another one now.
 */
#define BL_TYPE_PAGE (bl_page_get_type ())
G_DECLARE_INTERFACE (BlPage, bl_page, BL, PAGE, GtkWidget)

struct _BlPageInterface
{
  GTypeInterface parent;
  /*< each but title may be NULL >*/
  const char *(*get_title) (BlPage *self);    /* as the sidebar has it: "Libraries" */
  const char *(*get_subtitle) (BlPage *self); /* what is in force: "20 open, 14 statutory" */
  GtkWidget *(*get_start) (BlPage *self);     /* the page's one adding action */
  GtkWidget *(*get_end) (BlPage *self);       /* search, table, pane, menu */
  GtkWidget *(*get_title_widget) (BlPage *self); /* in place of title and subtitle: a view switcher */
  /* Where a toast is put so that it does not cover a form; else the window's. */
  AdwToastOverlay *(*get_toast_overlay) (BlPage *self);
  void (*shown) (BlPage *self);               /* the page came to the front */
  /* Whether it wants the whole window for now, without sidebar and header bar: it then has a header bar of its own. */
  gboolean (*get_whole) (BlPage *self);
  char *(*get_briefing) (BlPage *self);       /* key of the slide that shows what is in front, as of bl_briefing_view_new() */
};

const char *bl_page_get_title (BlPage *self);
const char *bl_page_get_subtitle (BlPage *self);
GtkWidget *bl_page_get_start (BlPage *self);
GtkWidget *bl_page_get_end (BlPage *self);
GtkWidget *bl_page_get_title_widget (BlPage *self); /* NULL: title and subtitle stand there */
AdwToastOverlay *bl_page_get_toast_overlay (BlPage *self);
void bl_page_shown (BlPage *self);
gboolean bl_page_get_whole (BlPage *self);
char *bl_page_get_briefing (BlPage *self); /* NULL: none of its own */
/* For the page: the header bar is to be asked again. */
void bl_page_header_changed (BlPage *self);

G_END_DECLS
