/* application.c: the program: its windows, its files from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "about.h"
#include "branchline-config.h"
#include "file-filters.h"
#include "preferences.h"
#include "response-window.h"
#include "window.h"

struct _BlApplication
{
  AdwApplication parent;
  BlContext *context;
  GtkFileChooserNative *chooser;
  gboolean sample, make; /* asked for on the command line */
};

G_DEFINE_FINAL_TYPE (BlApplication, bl_application, ADW_TYPE_APPLICATION)

/* The window in front when it has room for a project, else a new one. */
static BlWindow *
get_free_window (BlApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active != NULL && gtk_window_get_transient_for (active) != NULL)
    active = gtk_window_get_transient_for (active);
  if (BL_IS_WINDOW (active) && bl_window_is_free (BL_WINDOW (active)))
    return BL_WINDOW (active);
  return BL_WINDOW (bl_window_new (GTK_APPLICATION (self), self->context));
}

/* Another name for the same file, a link among them, is the same file. */
static gboolean
is_same_file (const char *path, GFile *file)
{
  g_autoptr (GFile) open = g_file_new_for_path (path);
  g_autofree char *other = g_file_get_path (file);
  GStatBuf a, b;

  if (g_file_equal (open, file))
    return TRUE;
  return other != NULL && g_stat (path, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev
         && a.st_ino == b.st_ino;
}

/* The window that has @file open already. */
static GtkWindow *
find_window (BlApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      BlSession *session = BL_IS_WINDOW (l->data) ? bl_window_get_session (l->data) : NULL;
      const char *path = session != NULL ? bl_document_get_path (bl_session_get_document (session)) : NULL;

      if (path != NULL && is_same_file (path, file))
        return l->data;
    }
  return NULL;
}

/* A window of its own, which is not among the projects opened last. */
static void
open_response (BlApplication *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  GtkWindow *window = NULL;

  if (path == NULL)
    return;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL && window == NULL; l = l->next)
    if (BL_IS_RESPONSE_WINDOW (l->data) && is_same_file (bl_response_window_get_path (l->data), file))
      window = l->data;
  if (window == NULL)
    window = GTK_WINDOW (bl_response_window_new (GTK_APPLICATION (self), self->context, path));
  gtk_window_present (window);
}

static void
open_file (BlApplication *self, GFile *file)
{
  GtkWindow *window;

  if (bl_file_filters_is_response (file))
    {
      open_response (self, file);
      return;
    }
  window = find_window (self, file);
  if (window == NULL)
    {
      window = GTK_WINDOW (get_free_window (self));
      bl_window_open (BL_WINDOW (window), file);
    }
  gtk_window_present (window);
}

/* --- Actions -------------------------------------------------------------- */

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BlWindow *window = get_free_window (data);

  bl_window_start_project (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_chosen (BlApplication *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    open_file (self, file);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BlApplication *self = data;

  g_clear_object (&self->chooser);
  self->chooser
      = gtk_file_chooser_native_new (_ ("Open a project"), gtk_application_get_active_window (GTK_APPLICATION (self)),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  bl_file_filters_add_project (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BlWindow *window = get_free_window (data);

  bl_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BlApplication *self = data;
  GtkWidget *preferences = bl_preferences_new (self->context);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BlApplication *self = data;

  bl_about_present (gtk_application_get_active_window (GTK_APPLICATION (self)), self->context);
}

/* Each window asks for itself; the program ends with the last of them. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* Every key of the program; help-overlay.ui lists the same. */
static const struct
{
  const char *action;
  const char *keys[3];
} keys[] = {
  { "app.new", { "<Ctrl>n" } },
  { "app.open", { "<Ctrl>o" } },
  { "app.preferences", { "<Ctrl>comma" } },
  { "app.quit", { "<Ctrl>q" } },
  { "win.save", { "<Ctrl>s" } },
  { "win.save-as", { "<Ctrl><Shift>s" } },
  { "win.import", { "<Ctrl>i" } },
  { "win.undo", { "<Ctrl>z" } },
  { "win.redo", { "<Ctrl><Shift>z", "<Ctrl>y" } },
  { "win.show-history", { "<Ctrl>h" } },
  { "win.show-versions", { "<Ctrl><Shift>h" } },
  { "win.mark-version", { "<Ctrl><Shift>m" } },
  { "win.briefing", { "F5" } },
  { "win.find", { "<Ctrl>f" } },
  { "win.add", { "<Ctrl>plus" } },
  { "win.toggle-pane", { "F7" } },
  { "win.toggle-table", { "F8" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.page-1", { "<Alt>1" } },
  { "win.page-2", { "<Alt>2" } },
  { "win.page-3", { "<Alt>3" } },
  { "win.page-4", { "<Alt>4" } },
  { "win.page-5", { "<Alt>5" } },
  { "win.page-6", { "<Alt>6" } },
  { "win.page-7", { "<Alt>7" } },
  { "win.page-8", { "<Alt>8" } },
  { "win.close", { "<Ctrl>w" } },
};

/* --- Overrides ------------------------------------------------------------ */

static void
update_colour_scheme (BlApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (bl_context_get_settings (self->context), "color-scheme");
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  if (g_strcmp0 (scheme, "light") == 0)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_strcmp0 (scheme, "dark") == 0)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  else
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
bl_application_startup (GApplication *application)
{
  BlApplication *self = BL_APPLICATION (application);
  const GActionEntry entries[] = {
    { "new", on_new },
    { "open", on_open },
    { "open-sample", on_open_sample },
    { "preferences", on_preferences },
    { "about", on_about },
    { "quit", on_quit },
  };

  G_APPLICATION_CLASS (bl_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
  g_signal_connect_object (bl_context_get_settings (self->context), "changed::color-scheme",
                           G_CALLBACK (update_colour_scheme), self, G_CONNECT_SWAPPED);
  if (g_getenv ("ADW_DEBUG_COLOR_SCHEME") == NULL)
    update_colour_scheme (self);
}

static void
bl_application_activate (GApplication *application)
{
  BlApplication *self = BL_APPLICATION (application);
  BlWindow *window = get_free_window (self);

  if (self->sample)
    bl_window_open_sample (window);
  else if (self->make)
    bl_window_start_project (window);
  self->sample = self->make = FALSE;
  gtk_window_present (GTK_WINDOW (window));
}

static void
bl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (BL_APPLICATION (application), files[i]);
}

static int
bl_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  BlApplication *self = BL_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("branchline %s\n", BL_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "sample", "b", &self->sample);
  g_variant_dict_lookup (options, "new", "b", &self->make);
  if ((self->sample || self->make) && g_application_register (application, NULL, NULL)
      && g_application_get_is_remote (application))
    {
      /* Options do not reach the program that runs already; its actions do. */
      g_action_group_activate_action (G_ACTION_GROUP (self), self->sample ? "open-sample" : "new", NULL);
      g_dbus_connection_flush_sync (g_application_get_dbus_connection (application), NULL, NULL);
      return 0;
    }
  return -1;
}

static void
bl_application_finalize (GObject *object)
{
  BlApplication *self = BL_APPLICATION (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (bl_application_parent_class)->finalize (object);
}

static void
bl_application_class_init (BlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_application_finalize;
  application_class->startup = bl_application_startup;
  application_class->activate = bl_application_activate;
  application_class->open = bl_application_open;
  application_class->handle_local_options = bl_application_handle_local_options;
}

static void
bl_application_init (BlApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Say which version this is"), NULL },
    { "new", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Make a new project"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample project"), NULL },
    { NULL },
  };

  self->context = bl_context_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

BlApplication *
bl_application_new (void)
{
  return g_object_new (BL_TYPE_APPLICATION, "application-id", BL_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/branchline/Branchline", NULL);
}

BlContext *
bl_application_get_context (BlApplication *self)
{
  g_return_val_if_fail (BL_IS_APPLICATION (self), NULL);
  return self->context;
}
