/* window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "kept-card.h"
#include "others.h"
#include "recent.h"
#include "start-view.h"
#include "window.h"

G_BEGIN_DECLS

/* What can stand above the page; one of each at most. */
typedef enum
{
  BL_NOTICE_KEPT,    /* work kept earlier waits to be taken back */
  BL_NOTICE_OTHERS,  /* somebody else changed the file */
  BL_NOTICE_JOURNAL, /* changes cannot be kept safe */
  BL_NOTICE_SAVING,  /* a save did not work out */
  BL_NOTICE_READING, /* it cannot be changed, or not saved where it is */
  BL_N_NOTICES
} BlNoticeKind;

/* How well the work in a window is looked after. */
typedef enum
{
  BL_SAFETY_SAVED, /* nothing is unsaved */
  BL_SAFETY_KEPT,  /* all of it is in the journal, on the disk */
  BL_SAFETY_SOON,  /* on its way there */
  BL_SAFETY_NONE,  /* in memory only */
} BlSafety;

struct _BlWindow
{
  AdwApplicationWindow parent;
  BlContext *context;
  BlSession *session;
  BlWorkspace *workspace; /* in project_bin; NULL without a project */
  GtkStack *stack;
  BlStartView *start;
  AdwBin *project_bin, *assistant_bin, *briefing_bin;
  GtkWidget *focus_before;  /* weak: what had the keyboard before the briefing */
  gboolean was_fullscreen;
  GtkLabel *loading_label;
  GCancellable *opening; /* while a file is being read */
  gboolean sample;       /* the project is the sample that came with the program */
  gboolean saving, close_when_saved;
  gboolean looking_saved; /* what is being saved was only looked at */
  gboolean closing;      /* the user has answered: close without asking */
  /* The last change shown as a toast. */
  AdwToast *toast;
  guint64 announced;     /* revision that has been told */
  guint toast_source, loading_source;
  GtkFileChooserNative *chooser;
  GtkWidget *notices[BL_N_NOTICES]; /* weak */
  gboolean close_when_kept;
  gboolean unkept;     /* the document has no journal */
  guint reverted_from; /* steps done before going back to the saved file */
  GtkWidget *versions; /* weak: the window with the versions, while it is there */
  gboolean unwritable; /* the file could not be written where it is, when that was looked at last */
  char *looked_at;     /* what to call the earlier state that is looked at */
  /* window-others.c */
  BlOthers *others;    /* what somebody else did to the file; NULL: nothing */
  gboolean looking;    /* the file is being looked at in a thread */
  gboolean look_again; /* a save met a changed file meanwhile */
  gboolean asking;     /* a question about their changes is open */
  guint look_source;
  gboolean save_after_taking; /* a save waits until their changes are taken in */
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

/* Whether the file can be written where it is, as far as one can tell beforehand. */
gboolean bl_window_may_write (BlWindow *self);
/* A card where the project cannot be changed, or not saved where it is. */
void bl_window_tell_reading (BlWindow *self);
void bl_window_show_versions (BlWindow *self);
void bl_window_close_versions (BlWindow *self);
void bl_window_mark_version (BlWindow *self);

/* window-copy.c */
/* Asks where. */
void bl_window_save_copy (BlWindow *self);
/* Writes the project as it is now, without anybody's name, to @path in a thread. */
void bl_window_write_copy (BlWindow *self, const char *path);

/* window-kept.c */
/* Shows @notice (%NULL for none) in place of the one of its kind. */
void bl_window_set_notice (BlWindow *self, BlNoticeKind kind, GtkWidget *notice);
/* Starts the journal of the document that was just taken. */
void bl_window_keep_safe (BlWindow *self);
/* The document is about to go: nothing unsaved, or given up by the user, is not kept any longer. */
void bl_window_let_go (BlWindow *self, gboolean give_up);
BlSafety bl_window_get_safety (BlWindow *self);
void bl_window_offer_kept (BlWindow *self);
void bl_window_compare_kept (BlWindow *self, BlKeptCard *card);
void bl_window_take_back_kept (BlWindow *self, BlKeptCard *card);
void bl_window_discard_kept (BlWindow *self, BlKeptCard *card);
gboolean bl_window_can_revert (BlWindow *self);
void bl_window_revert (BlWindow *self);
void bl_window_undo_revert (BlWindow *self);

/* window-others.c */
/* Looks at the file now, on focus and every half minute while the window is in front. */
void bl_window_watch_file (BlWindow *self);
/* In a thread; @saving: a save found that the file changed, and waits for the answer. */
void bl_window_look_at_file (BlWindow *self, gboolean saving);
void bl_window_take_in (BlWindow *self);
void bl_window_show_others (BlWindow *self);
void bl_window_forget_others (BlWindow *self);

/* window.c */
void bl_window_open_kept (BlWindow *self, BlKeptWork *work);

/* window-briefing.c */
/* Shows the project to councillors, what is in front first. */
void bl_window_brief (BlWindow *self);

/* window-import.c */
void bl_window_import (BlWindow *self);
void bl_window_paste (BlWindow *self);
void bl_window_take_drops (BlWindow *self);

G_END_DECLS
