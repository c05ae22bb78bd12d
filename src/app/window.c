/* window.c: the window: start, making a project, an open project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "faults-dialog.h"
#include "new-project-assistant.h"
#include "places.h"

enum
{
  PROP_CONTEXT = 1,
  PROP_SESSION,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlWindow, bl_window, ADW_TYPE_APPLICATION_WINDOW)

#define SAMPLE "sample/newcastle.branchline"
/* Work that takes longer than this shows that it is going on, milliseconds. */
#define PATIENCE 100

static void
show_view (BlWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  bl_window_update_actions (self);
}

static void
drop_assistant (BlWindow *self)
{
  adw_bin_set_child (self->assistant_bin, NULL);
}

static void
take_document (BlWindow *self, BlDocument *document, gboolean sample)
{
  /* Taking kept work back leads to the page one was on. */
  g_autofree char *page = g_strdup (self->workspace != NULL ? bl_workspace_get_page_name (self->workspace) : "overview");
  GtkWidget *workspace;

  drop_assistant (self);
  adw_bin_set_child (self->briefing_bin, NULL);
  bl_window_close_versions (self);
  bl_window_let_go (self, FALSE);
  bl_start_view_clear_kept (self->start);
  self->sample = sample;
  g_clear_object (&self->session);
  self->session = bl_session_new (self->context, document);
  if (g_settings_get_boolean (bl_context_get_settings (self->context), "statutory-only"))
    g_object_set (self->session, "statutory-only", TRUE, NULL);
  workspace = bl_workspace_new (self->session);
  self->workspace = BL_WORKSPACE (workspace);
  adw_bin_set_child (self->project_bin, workspace);
  bl_window_watch_session (self);
  bl_workspace_show_page (self->workspace, page);
  bl_window_keep_safe (self);
  bl_window_offer_kept (self);
  bl_window_tell_reading (self);
  show_view (self, "project");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* --- Opening -------------------------------------------------------------- */

typedef struct
{
  char *path;
  BlKeptWork *kept; /* to be taken back instead of reading the file */
  BlIds *ids;
  BlClock *clock;
  gboolean sample;
  gboolean faulty; /* answer: it is what could be read of a faulty file */
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  bl_kept_work_free (opening->kept);
  g_object_unref (opening->ids);
  g_object_unref (opening->clock);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  BlDocument *document
      = opening->kept != NULL
            ? bl_document_new_recovered (opening->kept, opening->ids, opening->clock, &error)
            : bl_document_open (opening->path, opening->ids, opening->clock, cancellable, &error);

  if (document == NULL && opening->kept == NULL && bl_faults_dialog_can_help (error))
    {
      document = bl_document_open_as_copy (opening->path, opening->ids, opening->clock, cancellable, NULL);
      if (document != NULL && !bl_faults_dialog_is_worth_it (document))
        g_clear_object (&document);
      opening->faulty = document != NULL;
      if (opening->faulty)
        g_clear_error (&error);
    }
  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What opening found and could mend by itself. */
static void
tell_faults (BlWindow *self, BlDocument *document)
{
  GPtrArray *faults = bl_document_get_faults (document);
  g_autofree char *text = NULL;
  guint doubtful = 0;

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    if (((BlFault *) g_ptr_array_index (faults, i))->severity != BL_SEVERITY_NOTE)
      doubtful++;
  if (doubtful == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing in this file was left out or is doubtful",
                                       "%u things in this file were left out or are doubtful", doubtful),
                          doubtful);
  bl_workspace_add_toast (self->workspace, adw_toast_new (text));
}

/* A small project is there before one could read that it is on its way. */
static gboolean
on_opening_takes_time (gpointer data)
{
  BlWindow *self = data;

  self->loading_source = 0;
  show_view (self, "loading");
  return G_SOURCE_REMOVE;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  BlWindow *self = BL_WINDOW (source);
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDocument) document = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->opening);
  g_clear_handle_id (&self->loading_source, g_source_remove);
  if (self->stack == NULL) /* closed meanwhile */
    return;
  if (document == NULL)
    {
      if (self->session != NULL) /* kept work was to be taken back over what is open */
        show_view (self, "project");
      else
        bl_window_show_start (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          && !g_error_matches (error, BL_BASE_ERROR, BL_BASE_ERROR_CANCELLED))
        bl_window_show_error (self, _ ("This project could not be opened"), error);
      return;
    }
  if (opening->faulty)
    {
      bl_window_show_start (self);
      bl_window_offer_copy (self, opening->path, document);
      return;
    }
  if (opening->sample)
    bl_document_detach (document);
  else if (opening->path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (opening->path);

      bl_recent_add (self->context, file);
    }
  take_document (self, document, opening->sample);
  tell_faults (self, document);
}

static void
open_path (BlWindow *self, const char *path, BlKeptWork *kept, gboolean sample)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup (kept->title);
  g_autofree char *text = g_strdup_printf (_ ("Opening %s"), name);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->kept = kept;
  opening->ids = g_object_ref (bl_context_get_ids (self->context));
  opening->clock = g_object_ref (bl_context_get_clock (self->context));
  opening->sample = sample;
  self->opening = g_cancellable_new ();
  gtk_label_set_label (self->loading_label, text);
  self->loading_source = g_timeout_add (PATIENCE, on_opening_takes_time, self);
  task = g_task_new (self, self->opening, on_opened, NULL);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_in_thread);
}

static void
on_cancel_opening (BlWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

/* --- The assistant -------------------------------------------------------- */

static void
on_project_created (BlWindow *self, BlDocument *document)
{
  bl_window_take_document (self, document);
}

/* --- Overrides ------------------------------------------------------------ */

static void
close_now (BlWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
bl_window_close_request (GtkWindow *window)
{
  BlWindow *self = BL_WINDOW (window);
  GSettings *settings = bl_context_get_settings (self->context);

  if (self->saving)
    {
      self->close_when_saved = TRUE;
      return TRUE;
    }
  if (!self->closing && self->session != NULL)
    switch (bl_window_get_safety (self))
      {
      case BL_SAFETY_NONE:
        bl_window_ask_to_save (self, close_now);
        return TRUE;
      case BL_SAFETY_SOON:
        self->close_when_kept = TRUE;
        return TRUE;
      case BL_SAFETY_KEPT: /* it waits on the start page, and where the file is opened */
      case BL_SAFETY_SAVED:
      default:
        break;
      }
  bl_window_let_go (self, self->closing);
  on_cancel_opening (self);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window))
    {
      int width, height;

      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (settings, "window-width", CLAMP (width, 360, 32767));
      g_settings_set_int (settings, "window-height", CLAMP (height, 300, 32767));
    }
  return GTK_WINDOW_CLASS (bl_window_parent_class)->close_request (window);
}

static void
bl_window_constructed (GObject *object)
{
  BlWindow *self = BL_WINDOW (object);
  GSettings *settings = bl_context_get_settings (self->context);

  G_OBJECT_CLASS (bl_window_parent_class)->constructed (object);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  bl_start_view_set_context (self->start, self->context);
  bl_window_show_start (self);
}

static void
bl_window_dispose (GObject *object)
{
  BlWindow *self = BL_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  self->workspace = NULL;
  self->stack = NULL;
  for (guint i = 0; i < BL_N_NOTICES; i++)
    g_clear_weak_pointer (&self->notices[i]);
  g_clear_handle_id (&self->look_source, g_source_remove);
  bl_window_forget_others (self);
  bl_window_close_versions (self);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (bl_window_parent_class)->dispose (object);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_clear_pointer (&self->looked_at, g_free);
}

static void
bl_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlWindow *self = BL_WINDOW (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlWindow *self = BL_WINDOW (object);

  switch (id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_window_class_init (BlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_window_constructed;
  object_class->dispose = bl_window_dispose;
  object_class->get_property = bl_window_get_property;
  object_class->set_property = bl_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = bl_window_close_request;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, BL_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BL_TYPE_START_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/window.ui");
  gtk_widget_class_bind_template_child (widget_class, BlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BlWindow, start);
  gtk_widget_class_bind_template_child (widget_class, BlWindow, project_bin);
  gtk_widget_class_bind_template_child (widget_class, BlWindow, assistant_bin);
  gtk_widget_class_bind_template_child (widget_class, BlWindow, briefing_bin);
  gtk_widget_class_bind_template_child (widget_class, BlWindow, loading_label);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_opening);
  gtk_widget_class_bind_template_callback (widget_class, bl_window_compare_kept);
  gtk_widget_class_bind_template_callback (widget_class, bl_window_take_back_kept);
  gtk_widget_class_bind_template_callback (widget_class, bl_window_discard_kept);
  bl_window_install_actions (widget_class);
}

static void
bl_window_init (BlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bl_window_take_drops (self);
  bl_window_watch_file (self);
}

GtkWidget *
bl_window_new (GtkApplication *application, BlContext *context)
{
  return g_object_new (BL_TYPE_WINDOW, "application", application, "context", context, NULL);
}

BlContext *
bl_window_get_context (BlWindow *self)
{
  g_return_val_if_fail (BL_IS_WINDOW (self), NULL);
  return self->context;
}

BlSession *
bl_window_get_session (BlWindow *self)
{
  g_return_val_if_fail (BL_IS_WINDOW (self), NULL);
  return self->session;
}

BlWorkspace *
bl_window_get_workspace (BlWindow *self)
{
  g_return_val_if_fail (BL_IS_WINDOW (self), NULL);
  return self->workspace;
}

gboolean
bl_window_is_free (BlWindow *self)
{
  g_return_val_if_fail (BL_IS_WINDOW (self), FALSE);
  return self->session == NULL && self->opening == NULL && adw_bin_get_child (self->assistant_bin) == NULL;
}

void
bl_window_open (BlWindow *self, GFile *file)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path != NULL)
    {
      open_path (self, path, NULL, FALSE);
      return;
    }
  error = g_error_new (BL_STORE_ERROR, BL_STORE_ERROR_READ, _ ("It is not a file on this computer or a drive of it."));
  bl_window_show_error (self, _ ("This project could not be opened"), error);
}

void
bl_window_open_sample (BlWindow *self)
{
  g_autofree char *path = bl_places_find_data (SAMPLE);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BL_IS_WINDOW (self));

  if (path != NULL)
    {
      open_path (self, path, NULL, TRUE);
      return;
    }
  error = g_error_new (BL_STORE_ERROR, BL_STORE_ERROR_READ, _ ("The file %s is not installed."), SAMPLE);
  bl_window_show_error (self, _ ("There is no sample here"), error);
}

void
bl_window_take_document (BlWindow *self, BlDocument *document)
{
  g_return_if_fail (BL_IS_WINDOW (self));
  g_return_if_fail (BL_IS_DOCUMENT (document));

  take_document (self, document, FALSE);
}

void
bl_window_start_project (BlWindow *self)
{
  GtkWidget *assistant;

  g_return_if_fail (BL_IS_WINDOW (self));

  assistant = bl_new_project_assistant_new (self->context);
  g_signal_connect_object (assistant, "created", G_CALLBACK (on_project_created), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (assistant, "closed", G_CALLBACK (bl_window_show_start), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->assistant_bin, assistant);
  show_view (self, "assistant");
}

void
bl_window_show_start (BlWindow *self)
{
  g_return_if_fail (BL_IS_WINDOW (self));

  drop_assistant (self);
  bl_start_view_refresh (self->start);
  show_view (self, "start");
}

void
bl_window_open_kept (BlWindow *self, BlKeptWork *work)
{
  open_path (self, work->path, bl_kept_work_copy (work), FALSE);
}
