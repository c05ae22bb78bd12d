/* assess-export.c: the papers of a self-assessment out of the window: saved, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report-share.h"
#include "workspace.h"

/* Work that takes longer says so. */
#define PATIENCE 100 /* ms */
#define FOR_OTHERS "for-others"
#define USUAL "pdf" /* ending of the name that is put forward */

static const struct
{
  BlAssessPaper paper;
  const char *save, *print; /* actions */
} papers[] = {
  { BL_ASSESS_WRITE_UP, "assess.write-up", "assess.print-write-up" },
  { BL_ASSESS_SUMMARY, "assess.summary", "assess.print-summary" },
  { BL_ASSESS_AGENDA, "assess.agenda", "assess.print-agenda" },
  { BL_ASSESS_SCRIPT, "assess.script", "assess.print-script" },
  { BL_ASSESS_FORMS, "assess.forms", "assess.print-forms" },
};

static const struct
{
  const char *title, *pattern, *ending;
} kinds[] = {
  { N_ ("PDF"), "*.pdf", "pdf" },
  { N_ ("Web page"), "*.html", "html" },
  { N_ ("Text"), "*.txt", "txt" },
  { N_ ("Spreadsheet"), "*.ods", "ods" },
};

/* --- Saying ------------------------------------------------------------------------------ */

static AdwToast *
say (GtkWidget *parent, AdwToast *toast)
{
  GtkWidget *workspace = gtk_widget_get_ancestor (parent, BL_TYPE_WORKSPACE);

  if (workspace == NULL) /* closed meanwhile */
    {
      g_object_unref (g_object_ref_sink (toast));
      return NULL;
    }
  bl_workspace_add_toast (BL_WORKSPACE (workspace), toast);
  return toast;
}

static void
say_error (GtkWidget *parent, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog;

  if (root == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("The page was not written"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_open (AdwToast *toast, const char *uri)
{
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
say_saved (GtkWidget *parent, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *done = g_strdup_printf (_ ("Saved as “%s”"), name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwToast *toast = adw_toast_new (done);

  adw_toast_set_button_label (toast, _ ("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_open), g_file_get_uri (file), (GClosureNotify) g_free, 0);
  say (parent, toast);
}

/* --- Writing ------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *parent;
  BlAssessFile *file;
  char *path;
  AdwToast *toast; /* that it takes a while; NULL */
  guint patience;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_handle_id (&writing->patience, g_source_remove);
  if (writing->toast != NULL)
    adw_toast_dismiss (writing->toast);
  g_clear_object (&writing->toast);
  g_object_unref (writing->parent);
  bl_assess_file_free (writing->file);
  g_free (writing->path);
  g_free (writing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static gboolean
on_patience (gpointer data)
{
  Writing *writing = data;
  AdwToast *toast = adw_toast_new (_ ("Writing the pages…"));

  adw_toast_set_timeout (toast, 0);
  writing->patience = 0;
  writing->toast = say (writing->parent, toast);
  if (writing->toast != NULL)
    g_object_ref (writing->toast);
  return G_SOURCE_REMOVE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;

  if (bl_assess_file_write (writing->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say_saved (writing->parent, writing->path);
  else
    say_error (writing->parent, error);
}

static void
asked_init (BlAssessAsked *asked, BlSession *session, BlAssessment *assessment)
{
  *asked = (BlAssessAsked){ .project = bl_session_get_project (session),
                            .assessment = assessment,
                            .facts = bl_session_get_facts (session),
                            .figures = bl_session_get_figures (session, NULL),
                            .today = bl_clock_today (bl_context_get_clock (bl_session_get_context (session))) };
}

void
bl_assess_export_write (GtkWidget *parent, BlSession *session, BlAssessment *assessment, BlAssessPaper paper, const char *path,
                        gboolean for_others)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  BlAssessAsked asked;
  BlAssessFile *file;
  Writing *writing;

  asked_init (&asked, session, assessment);
  asked.for_others = for_others;
  file = bl_assess_file_new (&asked, paper, path, &error);
  if (file == NULL)
    {
      say_error (parent, error);
      return;
    }
  writing = g_new0 (Writing, 1);
  writing->parent = g_object_ref (parent);
  writing->file = file;
  writing->path = g_strdup (path);
  writing->patience = g_timeout_add (PATIENCE, on_patience, writing);
  task = g_task_new (NULL, NULL, on_written, writing);
  g_task_set_task_data (task, writing, NULL);
  g_task_run_in_thread (task, write_in_thread);
}

/* --- Asking where ------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *parent;
  BlSession *session;
  BlAssessment *assessment;
  BlAssessPaper paper;
  GtkFileChooserNative *chooser;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_object (&asking->chooser);
  g_object_unref (asking->parent);
  g_object_unref (asking->session);
  g_object_unref (asking->assessment);
  g_free (asking);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* The kind that is chosen below the list of files; NULL: none. */
static const char *
get_ending (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *title = filter != NULL ? gtk_file_filter_get_name (filter) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (title, _ (kinds[i].title)) == 0)
      return kinds[i].ending;
  return NULL;
}

/* @name with @ending in place of one that is known, or behind one that is not. */
static char *
with_ending (const char *name, const char *ending)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i].pattern + 1))
      return g_strdup_printf ("%.*s.%s", (int) (strlen (name) - strlen (kinds[i].pattern + 1)), name, ending);
  return g_strdup_printf ("%s.%s", name, ending);
}

/* A name without an ending gets that of the chosen kind, and so does one that still has the usual ending. Whether that
 * file may be replaced was not asked, so it is not. */
static char *
complete_path (GtkFileChooser *chooser, const char *path)
{
  const char *ending = get_ending (chooser);
  g_autofree char *whole = NULL, *stem = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (path, kinds[i].pattern + 1)
        && (ending == NULL || g_str_equal (kinds[i].ending, ending) || !g_str_equal (kinds[i].ending, USUAL)))
      return g_strdup (path);
  whole = with_ending (path, ending != NULL ? ending : USUAL);
  stem = g_strndup (whole, strlen (whole) - strlen (ending != NULL ? ending : USUAL) - 1);
  for (guint n = 2; g_file_test (whole, G_FILE_TEST_EXISTS); n++)
    {
      g_free (whole);
      whole = g_strdup_printf ("%s (%u).%s", stem, n, ending != NULL ? ending : USUAL);
    }
  return g_steal_pointer (&whole);
}

static void
on_chosen (GtkFileChooserNative *native, int response, Asking *data)
{
  g_autoptr (Asking) asking = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *whole = NULL;
  gboolean others;

  if (path == NULL)
    return;
  whole = complete_path (chooser, path);
  others = asking->paper == BL_ASSESS_WRITE_UP && g_strcmp0 (gtk_file_chooser_get_choice (chooser, FOR_OTHERS), "true") == 0;
  bl_assess_export_write (asking->parent, asking->session, asking->assessment, asking->paper, whole, others);
}

void
bl_assess_export_run (GtkWidget *parent, BlSession *session, BlAssessment *assessment, BlAssessPaper paper)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autofree char *name = bl_assess_file_make_name (assessment, paper, USUAL);
  Asking *asking = g_new0 (Asking, 1);
  GtkFileChooser *chooser;

  asking->parent = g_object_ref (parent);
  asking->session = g_object_ref (session);
  asking->assessment = g_object_ref (assessment);
  asking->paper = paper;
  asking->chooser = gtk_file_chooser_native_new (_ (bl_assess_paper_get_title (paper)), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  chooser = GTK_FILE_CHOOSER (asking->chooser);
  gtk_file_chooser_set_current_name (chooser, name);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = NULL;

      if (g_str_equal (kinds[i].ending, "ods") && !bl_assess_paper_has_sheets (paper))
        continue;
      filter = gtk_file_filter_new ();
      gtk_file_filter_set_name (filter, _ (kinds[i].title));
      gtk_file_filter_add_pattern (filter, kinds[i].pattern);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  if (paper == BL_ASSESS_WRITE_UP)
    gtk_file_chooser_add_choice (chooser, FOR_OTHERS, _ ("For others than the team: no names, reasons or small counts"), NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->chooser), TRUE);
  g_signal_connect (asking->chooser, "response", G_CALLBACK (on_chosen), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}

void
bl_assess_export_print (GtkWidget *parent, BlSession *session, BlAssessment *assessment, BlAssessPaper paper)
{
  g_autoptr (GError) error = NULL;
  BlAssessAsked asked;
  BlReport *report;

  asked_init (&asked, session, assessment);
  report = bl_assess_report_new (&asked, paper, &error);
  if (report == NULL)
    say_error (parent, error);
  else
    bl_report_share_print (parent, report);
}

/* --- Actions --------------------------------------------------------------------------------------- */

void
bl_assess_export_install_actions (GtkWidgetClass *klass, GtkWidgetActionActivateFunc run)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      gtk_widget_class_install_action (klass, papers[i].save, NULL, run);
      gtk_widget_class_install_action (klass, papers[i].print, NULL, run);
    }
}

void
bl_assess_export_set_enabled (GtkWidget *widget, gboolean enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      gtk_widget_action_set_enabled (widget, papers[i].save, enabled);
      gtk_widget_action_set_enabled (widget, papers[i].print, enabled);
    }
}

void
bl_assess_export_act (GtkWidget *parent, BlSession *session, BlAssessment *assessment, const char *name)
{
  g_return_if_fail (BL_IS_ASSESSMENT (assessment));

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (name, papers[i].save))
      bl_assess_export_run (parent, session, assessment, papers[i].paper);
    else if (g_str_equal (name, papers[i].print))
      bl_assess_export_print (parent, session, assessment, papers[i].paper);
}

/* The header is not inside the page: its actions are passed on. */
static void
on_activated (GtkWidget *page, GVariant *parameter, GSimpleAction *action)
{
  g_autofree char *name = g_strconcat ("assess.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (page, name, NULL);
}

static void
add_action (GSimpleActionGroup *group, GMenu *menu, const char *label, const char *name, GtkWidget *page)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name + strlen ("assess."), NULL);
  g_autofree char *passed = g_strconcat ("papers.", name + strlen ("assess."), NULL);

  g_signal_connect_object (action, "activate", G_CALLBACK (on_activated), page, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_menu_append (menu, label, passed);
}

GtkWidget *
bl_assess_export_new_button (GtkWidget *page)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), save = g_menu_new (), print = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", _ (bl_assess_paper_get_title (papers[i].paper)));

      add_action (group, save, label, papers[i].save, page);
      add_action (group, print, label, papers[i].print, page);
    }
  g_menu_append_section (menu, _ ("Save"), G_MENU_MODEL (save));
  g_menu_append_submenu (menu, _ ("Print"), G_MENU_MODEL (print));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_widget_insert_action_group (button, "papers", G_ACTION_GROUP (group));
  gtk_widget_set_tooltip_text (button, _ ("Write-up, agenda and forms"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Write-up, agenda and forms"), -1);
  return button;
}
