/* window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "recent.h"
#include "start-view.h"
#include "window.h"

G_BEGIN_DECLS

struct _BlWindow
{
  AdwApplicationWindow parent;
  BlContext *context;
  BlSession *session;
  BlWorkspace *workspace; /* in project_bin; NULL without a project */
  GtkStack *stack;
  BlStartView *start;
  AdwBin *project_bin, *assistant_bin;
  GtkLabel *loading_label;
  GCancellable *opening; /* while a file is being read */
  gboolean sample;       /* the project is the sample that came with the program */
  gboolean saving, close_when_saved;
  gboolean closing;      /* the user has answered: close without asking */
  /* The last change shown as a toast. */
  AdwToast *toast;
  guint64 announced;     /* revision that has been told */
  guint toast_source, loading_source;
  GtkFileChooserNative *chooser;
};

/* window-actions.c */
void bl_window_install_actions (GtkWidgetClass *widget_class);
void bl_window_update_actions (BlWindow *self);
void bl_window_watch_session (BlWindow *self);

/* window-file.c */
void bl_window_update_state (BlWindow *self);
/* Saves where the project lives, or asks; @then is called when it is saved. */
void bl_window_save (BlWindow *self, void (*then) (BlWindow *self));
void bl_window_save_as (BlWindow *self, void (*then) (BlWindow *self));
void bl_window_ask_to_save (BlWindow *self, void (*then) (BlWindow *self));
/* A plain sentence in a dialog. */
void bl_window_show_error (BlWindow *self, const char *heading, const GError *error);

/* window-versions.c */
/* Shows what is wrong with @document, read from @path, and takes it as a copy when that is wanted. */
void bl_window_offer_copy (BlWindow *self, const char *path, BlDocument *document);

/* window-import.c */
void bl_window_import (BlWindow *self);
void bl_window_take_drops (BlWindow *self);

G_END_DECLS
