/* response-window.c: a response file, and nothing else: one member rates alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "response-window.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "disk.h"
#include "file-filters.h"
#include "rating-view.h"
#include "response-file.h"
#include "response-plan.h"

#define BL_RESPONSE_PAUSE_MS 400 /* after the last change, before it is saved */

/* Why the file is not written to for now. */
typedef enum
{
  HELD_NOT,
  HELD_READ_ONLY, /* or the disk is full */
  HELD_ELSEWHERE, /* somebody else changed it */
  HELD_FAULTS,    /* some of it could not be read, and would be lost */
} Held;

struct _BlResponseWindow
{
  AdwApplicationWindow parent;
  BlContext *context;
  char *path, *etag;
  BlResponse *response; /* NULL: it could not be read */
  BlRatingSheet *sheet;
  Held held;
  gboolean unsaved;
  guint pause;
  GtkFileChooserNative *chooser;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *notice, *load_again, *keep, *save_as;
  GtkLabel *notice_label, *finish_sentence, *file_label;
  AdwStatusPage *broken;
  BlRatingView *view;
};

G_DEFINE_FINAL_TYPE (BlResponseWindow, bl_response_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- What stands above -------------------------------------------------------------------- */

static void
update_state (BlResponseWindow *self)
{
  if (self->held != HELD_NOT)
    bl_rating_view_set_state (self->view, _ ("Not saved in this file"), FALSE);
  else
    bl_rating_view_set_state (self->view, self->unsaved ? _ ("Saving…") : _ ("Saved as you type"), !self->unsaved);
}

static void
say (BlResponseWindow *self, Held held, const char *words)
{
  self->held = held;
  gtk_label_set_label (self->notice_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->notice, words != NULL);
  gtk_widget_set_visible (self->load_again, held == HELD_ELSEWHERE);
  gtk_widget_set_visible (self->keep, held == HELD_ELSEWHERE || held == HELD_FAULTS);
  gtk_widget_set_visible (self->save_as, held != HELD_NOT);
  update_state (self);
}

static void
update_title (BlResponseWindow *self)
{
  g_autofree char *title = self->sheet != NULL ? bl_rating_sheet_describe (self->sheet) : g_path_get_basename (self->path);
  const char *service = NULL, *name = NULL;
  g_autofree char *subtitle = NULL;

  if (self->response != NULL)
    {
      service = bl_record_get_text (BL_RECORD (self->response), "service");
      name = bl_record_get_text (BL_RECORD (self->response), "title");
    }
  if (service != NULL && name != NULL)
    /* Translators: a self-assessment and its service: "Spring 2026 · Newcastle". */
    subtitle = g_strdup_printf (_ ("%1$s · %2$s"), name, service);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : name != NULL ? name : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* --- The file ---------------------------------------------------------------------------- */

static gboolean
was_changed_elsewhere (BlResponseWindow *self)
{
  g_autofree char *now = bl_disk_get_etag (self->path);

  return g_strcmp0 (now, self->etag) != 0;
}

static void
say_elsewhere (BlResponseWindow *self)
{
  say (self, HELD_ELSEWHERE,
       _ ("The file was changed elsewhere since it was opened here. Load it again to go on from there; what you said here since "
          "then is given up. Or keep yours, which replaces it. Or save yours as another file."));
}

gboolean
bl_response_window_save (BlResponseWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BL_IS_RESPONSE_WINDOW (self), FALSE);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->unsaved || self->response == NULL)
    return TRUE;
  if (self->held != HELD_NOT)
    return FALSE;
  if (was_changed_elsewhere (self))
    {
      say_elsewhere (self);
      return FALSE;
    }
  if (!bl_response_file_write (self->response, self->path, &error))
    {
      g_autofree char *words
          = g_strdup_printf (_ ("It could not be saved: %s. Save it as another file, and mail that one back."), error->message);

      say (self, HELD_READ_ONLY, words);
      return FALSE;
    }
  g_free (self->etag);
  self->etag = bl_disk_get_etag (self->path);
  self->unsaved = FALSE;
  update_state (self);
  return TRUE;
}

static gboolean
on_paused (gpointer data)
{
  BlResponseWindow *self = data;

  self->pause = 0;
  bl_response_window_save (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (BlResponseWindow *self)
{
  self->unsaved = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->held == HELD_NOT)
    self->pause = g_timeout_add (BL_RESPONSE_PAUSE_MS, on_paused, self);
  update_state (self);
}

static void
show_broken (BlResponseWindow *self, const char *words)
{
  adw_status_page_set_description (self->broken, words);
  gtk_stack_set_visible_child_name (self->stack, "broken");
}

/* The first few of the faults, and how many more. */
static char *
describe_faults (GPtrArray *faults)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < faults->len && i < 3; i++)
    g_string_append_printf (words, "\n%s", (const char *) faults->pdata[i]);
  if (faults->len > 3)
    g_string_append_printf (words, ngettext ("\nand %u more", "\nand %u more", faults->len - 3), faults->len - 3);
  return g_strdup_printf (_ ("The file was altered by hand, and some of it could not be read. Go on without that, or save what "
                             "could be read as another file.%s"),
                          words->str);
}

static gboolean
words_were_changed (BlResponse *response)
{
  BlFramework *framework = bl_response_get_framework (response);
  const char *sent = bl_record_get_text (BL_RECORD (response), "framework-checksum");
  g_autofree char *now = framework != NULL ? bl_framework_make_checksum (framework) : NULL;

  return sent != NULL && g_strcmp0 (sent, now) != 0;
}

static void
load (BlResponseWindow *self)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = bl_disk_get_etag (self->path);
  BlResponse *response = bl_response_file_read (self->path, faults, &error);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->sheet != NULL)
    g_signal_handlers_disconnect_by_data (self->sheet, self);
  bl_rating_view_set_sheet (self->view, NULL);
  g_clear_object (&self->sheet);
  g_clear_object (&self->response);
  g_free (self->etag);
  self->etag = g_steal_pointer (&etag);
  self->unsaved = FALSE;
  say (self, HELD_NOT, NULL);
  if (response == NULL)
    {
      show_broken (self, error->message);
      update_title (self);
      return;
    }
  self->response = response;
  if (bl_response_get_framework (response) == NULL)
    {
      show_broken (self, _ ("The file does not hold the criteria that are to be rated. Ask whoever sent it for a new one."));
      update_title (self);
      return;
    }
  self->sheet = bl_rating_sheet_new_for_response (self->context, response, TRUE);
  g_signal_connect_object (self->sheet, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  bl_rating_view_set_sheet (self->view, self->sheet);
  gtk_stack_set_visible_child_name (self->stack, "rate");
  update_title (self);
  if (faults->len > 0)
    {
      g_autofree char *words = describe_faults (faults);

      say (self, HELD_FAULTS, words);
    }
  else if (access (self->path, W_OK) != 0)
    say (self, HELD_READ_ONLY,
         _ ("This file cannot be written to, as it may be where it was opened straight from a message. Save it in a folder of "
            "yours first; your ratings are then saved there as you type."));
  else if (words_were_changed (response))
    say (self, HELD_NOT,
         _ ("The criteria in this file were changed after it was sent out. Ratings of criteria with other words than the team’s "
            "will be left out when it is taken in."));
}

gboolean
bl_response_window_save_as (BlResponseWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BL_IS_RESPONSE_WINDOW (self), FALSE);
  g_return_val_if_fail (self->response != NULL, FALSE);
  bl_rating_view_flush (self->view);
  if (!bl_response_file_write (self->response, path, &error))
    {
      g_autofree char *words = g_strdup_printf (_ ("It could not be saved: %s. Choose another folder."), error->message);

      say (self, HELD_READ_ONLY, words);
      return FALSE;
    }
  g_clear_handle_id (&self->pause, g_source_remove);
  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  g_free (self->etag);
  self->etag = bl_disk_get_etag (self->path);
  self->unsaved = FALSE;
  gtk_label_set_label (self->file_label, self->path);
  say (self, HELD_NOT, NULL);
  return TRUE;
}

/* --- Callbacks ------------------------------------------------------------------------ */

static void
on_chosen (BlResponseWindow *self, int answer, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (answer == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    bl_response_window_save_as (self, path);
}

/* What others did to the file while one was elsewhere. */
static void
on_active (BlResponseWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)) || self->response == NULL || self->held != HELD_NOT || self->path == NULL
      || !was_changed_elsewhere (self))
    return;
  bl_rating_view_flush (self->view);
  say_elsewhere (self);
}

static void
on_finish (BlResponseWindow *self)
{
  guint done = 0, of = 0;
  g_autofree char *words = NULL;

  if (self->sheet == NULL)
    return;
  bl_rating_sheet_set_finished (self->sheet, TRUE);
  bl_response_window_save (self);
  bl_response_count (self->response, &done, &of);
  words = done == of ? g_strdup (_ ("All are answered. Thank you."))
                     : g_strdup_printf (_ ("%1$u of %2$u answered. That is fine; you can go on at any time before the meeting."), done, of);
  gtk_label_set_label (self->finish_sentence, words);
  gtk_label_set_label (self->file_label, self->path);
  gtk_stack_set_visible_child_name (self->stack, "finish");
}

static void
on_later (BlResponseWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_close_answered (BlResponseWindow *self, const char *answer)
{
  if (g_str_equal (answer, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
  else if (g_str_equal (answer, "close"))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* --- Actions ----------------------------------------------------------------------- */

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (widget);

  bl_rating_view_flush (self->view);
  bl_response_window_save (self);
}

static void
save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (widget);
  g_autofree char *base = NULL;

  if (self->response == NULL)
    return;
  base = bl_response_file_make_name (self->response);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save your ratings"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), base);
  bl_file_filters_add_response (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
finish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (widget);

  bl_rating_view_flush (self->view);
  on_finish (self);
}

static void
go_on (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (widget);

  if (self->sheet == NULL)
    return;
  bl_rating_sheet_set_finished (self->sheet, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "rate");
}

static void
load_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  load (BL_RESPONSE_WINDOW (widget));
}

static void
keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (widget);

  if (self->held == HELD_ELSEWHERE || self->held == HELD_FAULTS)
    bl_response_window_save_as (self, self->path);
}

static void
close_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* --- Overrides ------------------------------------------------------------------------ */

static gboolean
bl_response_window_close_request (GtkWindow *window)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (window);
  GtkWidget *dialog;

  bl_rating_view_flush (self->view);
  if (bl_response_window_save (self))
    return GTK_WINDOW_CLASS (bl_response_window_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _ ("Your ratings are not saved"), gtk_label_get_label (self->notice_label));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "close", _ ("Close _Without Saving"),
                                    "save", _ ("_Save As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
bl_response_window_dispose (GObject *object)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->sheet != NULL)
    g_signal_handlers_disconnect_by_data (self->sheet, self);
  g_clear_object (&self->sheet);
  g_clear_object (&self->response);
  g_clear_object (&self->chooser);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (bl_response_window_parent_class)->dispose (object);
}

static void
bl_response_window_finalize (GObject *object)
{
  BlResponseWindow *self = BL_RESPONSE_WINDOW (object);

  g_free (self->path);
  g_free (self->etag);
  G_OBJECT_CLASS (bl_response_window_parent_class)->finalize (object);
}

static void
bl_response_window_class_init (BlResponseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_response_window_dispose;
  object_class->finalize = bl_response_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bl_response_window_close_request;
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as);
  gtk_widget_class_install_action (widget_class, "win.finish", NULL, finish);
  gtk_widget_class_install_action (widget_class, "win.go-on", NULL, go_on);
  gtk_widget_class_install_action (widget_class, "win.load-again", NULL, load_again);
  gtk_widget_class_install_action (widget_class, "win.keep", NULL, keep);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_window);
  g_type_ensure (BL_TYPE_RATING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/response-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, load_again);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, keep);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, save_as);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, broken);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, view);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, finish_sentence);
  gtk_widget_class_bind_template_child (widget_class, BlResponseWindow, file_label);
  gtk_widget_class_bind_template_callback (widget_class, on_later);
  gtk_widget_class_bind_template_callback (widget_class, on_finish);
  gtk_widget_class_bind_template_callback (widget_class, on_active);
}

static void
bl_response_window_init (BlResponseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public ------------------------------------------------------------------------ */

GtkWidget *
bl_response_window_new (GtkApplication *application, BlContext *context, const char *path)
{
  BlResponseWindow *self = g_object_new (BL_TYPE_RESPONSE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  self->path = g_strdup (path);
  load (self);
  return GTK_WIDGET (self);
}

const char *
bl_response_window_get_path (BlResponseWindow *self)
{
  g_return_val_if_fail (BL_IS_RESPONSE_WINDOW (self), NULL);
  return self->path;
}
