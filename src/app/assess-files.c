/* assess-files.c: sending members what they are asked, and taking in what comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-files.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "assess-take-in-dialog.h"
#include "response-file.h"
#include "response-plan.h"
#include "text.h"

struct _BlAssessFiles
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlFramework *framework;
  GtkListBox *members;
  GtkLabel *nobody, *problem;
  GtkWidget *send;
  GtkFileChooserNative *chooser;
  char *saving; /* id of the member whose file is being placed */
};

G_DEFINE_FINAL_TYPE (BlAssessFiles, bl_assess_files, ADW_TYPE_BIN)

static gboolean
can_change (BlAssessFiles *self)
{
  return self->assessment != NULL && bl_session_get_editable (self->session);
}

static void
show_problem (BlAssessFiles *self, const char *words)
{
  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

/* --- Writing ------------------------------------------------------------------------------- */

static gboolean
write_one (BlAssessFiles *self, BlAssessmentMember *member, const char *path, GError **error)
{
  g_autoptr (BlResponse) response
      = bl_response_new_for (bl_session_get_project (self->session), self->assessment, member);

  return bl_response_file_write (response, path, error);
}

static void
note_sent (BlAssessFiles *self, GPtrArray *members, const char *step, const char *done)
{
  BlProject *project = bl_session_get_project (self->session);
  guint32 today = bl_clock_today (bl_project_get_clock (project));

  if (!can_change (self) || members->len == 0)
    return;
  bl_project_begin (project, step);
  for (guint i = 0; i < members->len; i++)
    bl_record_set_date (members->pdata[i], "sent", today);
  bl_project_commit (project);
  bl_session_announce (self->session, done);
}

gboolean
bl_assess_files_write (BlAssessFiles *self, BlAssessmentMember *member, const char *path, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autofree char *name = NULL, *done = NULL;

  g_return_val_if_fail (BL_IS_ASSESS_FILES (self) && self->assessment != NULL, FALSE);
  if (!write_one (self, member, path, error))
    return FALSE;
  name = bl_assess_name_member (self->framework, member);
  done = g_strdup_printf (_ ("Response file for %s saved"), name);
  g_ptr_array_add (members, member);
  note_sent (self, members, _ ("Note that a response file was made"), done);
  return TRUE;
}

guint
bl_assess_files_write_all (BlAssessFiles *self, const char *folder, GError **error)
{
  g_autoptr (BlAssessStudy) study = NULL;
  g_autoptr (GPtrArray) written = g_ptr_array_new ();
  g_autofree char *done = NULL;

  g_return_val_if_fail (BL_IS_ASSESS_FILES (self) && self->assessment != NULL, 0);
  study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
  for (guint i = 0; i < study->n_members; i++)
    {
      BlAssessmentMember *member = study->members[i].member;
      g_autoptr (BlResponse) response
          = bl_response_new_for (bl_session_get_project (self->session), self->assessment, member);
      g_autofree char *name = bl_response_file_make_name (response), *path = g_build_filename (folder, name, NULL);

      /* Two of one name each get a file. */
      for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS) && n < 100; n++)
        {
          g_autofree char *stem = g_strndup (name, strlen (name) - strlen (BL_RESPONSE_ENDING));
          g_autofree char *other = g_strdup_printf ("%s (%u)%s", stem, n, BL_RESPONSE_ENDING);

          g_free (path);
          path = g_build_filename (folder, other, NULL);
        }
      if (!bl_response_file_write (response, path, error))
        break;
      g_ptr_array_add (written, member);
    }
  done = g_strdup_printf (ngettext ("%u response file saved", "%u response files saved", written->len), written->len);
  note_sent (self, written, _ ("Note that response files were made"), done);
  return written->len;
}

/* --- Asking where ---------------------------------------------------------------------------- */

static void
add_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) responses = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (responses, _ ("Response files"));
  gtk_file_filter_add_pattern (responses, "*" BL_RESPONSE_ENDING);
  gtk_file_chooser_add_filter (chooser, responses);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
ask (BlAssessFiles *self, const char *title, GtkFileChooserAction action, const char *accept, GCallback answered)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  show_problem (self, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", answered, self, G_CONNECT_SWAPPED);
}

static void
on_place (BlAssessFiles *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  BlRecord *member = self->saving != NULL ? bl_project_find (bl_session_get_project (self->session), self->saving) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || !BL_IS_ASSESSMENT_MEMBER (member) || self->assessment == NULL)
    return;
  if (!bl_assess_files_write (self, BL_ASSESSMENT_MEMBER (member), path, &error))
    show_problem (self, error->message);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessFiles *self = BL_ASSESS_FILES (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  BlRecord *member = bl_project_find (bl_session_get_project (self->session), id);
  g_autoptr (BlResponse) response = NULL;
  g_autofree char *file = NULL;

  if (!BL_IS_ASSESSMENT_MEMBER (member) || self->assessment == NULL)
    return;
  response = bl_response_new_for (bl_session_get_project (self->session), self->assessment, BL_ASSESSMENT_MEMBER (member));
  file = bl_response_file_make_name (response);
  g_free (self->saving);
  self->saving = g_strdup (id);
  ask (self, _ ("Save Response File"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), G_CALLBACK (on_place));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file);
  add_filter (GTK_FILE_CHOOSER (self->chooser));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_folder (BlAssessFiles *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->assessment == NULL)
    return;
  bl_assess_files_write_all (self, path, &error);
  if (error != NULL)
    show_problem (self, error->message);
}

static void
save_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessFiles *self = BL_ASSESS_FILES (widget);

  ask (self, _ ("Folder for the Response Files"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Save"), G_CALLBACK (on_folder));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
present_take_in (BlAssessFiles *self, GPtrArray *paths)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (paths->len > 0)
    gtk_window_present (GTK_WINDOW (bl_assess_take_in_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session, paths)));
}

static void
on_files (BlAssessFiles *self, int response)
{
  g_autoptr (GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_ptr_array_add (paths, g_file_get_path (file));
    }
  present_take_in (self, paths);
}

static void
take_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessFiles *self = BL_ASSESS_FILES (widget);

  ask (self, _ ("Take In Responses"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), G_CALLBACK (on_files));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (self->chooser));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
on_drop (BlAssessFiles *self, const GValue *value)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (!can_change (self))
    return FALSE;
  for (GSList *at = g_value_get_boxed (value); at != NULL; at = at->next)
    if (g_file_peek_path (at->data) != NULL)
      g_ptr_array_add (paths, g_file_get_path (at->data));
  present_take_in (self, paths);
  return paths->len > 0;
}

/* --- Who has what ------------------------------------------------------------------------------ */

/* "Sent on 2 April 2026 · back on 9 April 2026 · 57 of 57 rated" */
static char *
describe (const BlAssessMember *member)
{
  BlRecord *record = BL_RECORD (member->member);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint32 date;

  if (bl_record_get_date (record, "sent", &date))
    {
      g_autofree char *words = bl_text_date_for_people (date);

      /* Translators: %s is a date. */
      g_ptr_array_add (parts, g_strdup_printf (_ ("file made on %s"), words));
    }
  if (bl_record_get_date (record, "came", &date))
    {
      g_autofree char *words = bl_text_date_for_people (date);

      /* Translators: %s is a date. */
      g_ptr_array_add (parts, g_strdup_printf (_ ("back on %s"), words));
    }
  /* Translators: criteria rated of all. */
  g_ptr_array_add (parts, g_strdup_printf (_ ("%u of %u rated"), member->done, member->of));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_ ("Save Response File…"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* Its name says whose it is already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_object_set_data (G_OBJECT (row), "button", button);
  return row;
}

static void
show_members (BlAssessFiles *self, const BlAssessStudy *study)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < study->n_members; i++)
    {
      const BlAssessMember *member = &study->members[i];
      g_autofree char *name = bl_assess_name_member (study->framework, member->member), *says = describe (member);
      /* Translators: %s is a person. */
      g_autofree char *label = g_strdup_printf (_ ("Save the response file of %s"), name);
      GtkWidget *button;

      row = gtk_list_box_get_row_at_index (self->members, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (make_row ());
          gtk_list_box_append (self->members, GTK_WIDGET (row));
        }
      button = g_object_get_data (G_OBJECT (row), "button");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), says);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bl_record_get_id (BL_RECORD (member->member)));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "files.save");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  while ((row = gtk_list_box_get_row_at_index (self->members, (int) study->n_members)) != NULL)
    gtk_list_box_remove (self->members, GTK_WIDGET (row));
}

/* --- Overrides ------------------------------------------------------------------------------------ */

static void
bl_assess_files_dispose (GObject *object)
{
  BlAssessFiles *self = BL_ASSESS_FILES (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->saving, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (bl_assess_files_parent_class)->dispose (object);
}

static void
bl_assess_files_class_init (BlAssessFilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_assess_files_dispose;
  gtk_widget_class_install_action (widget_class, "files.save", "s", save);
  gtk_widget_class_install_action (widget_class, "files.save-all", NULL, save_all);
  gtk_widget_class_install_action (widget_class, "files.take-in", NULL, take_in);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-files.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessFiles, members);
  gtk_widget_class_bind_template_child (widget_class, BlAssessFiles, nobody);
  gtk_widget_class_bind_template_child (widget_class, BlAssessFiles, problem);
  gtk_widget_class_bind_template_child (widget_class, BlAssessFiles, send);
}

static void
bl_assess_files_init (BlAssessFiles *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
bl_assess_files_show (BlAssessFiles *self, BlSession *session, const BlAssessStudy *study)
{
  g_return_if_fail (BL_IS_ASSESS_FILES (self));
  g_set_object (&self->session, session);
  if (g_set_object (&self->assessment, (study != NULL ? study->assessment : NULL)))
    show_problem (self, NULL);
  g_set_object (&self->framework, (study != NULL ? study->framework : NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.save-all", study != NULL && study->n_members > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.take-in", can_change (self));
  gtk_widget_set_visible (self->send, study != NULL && study->n_members > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), study == NULL || study->n_members == 0);
  if (study != NULL)
    show_members (self, study);
}
