/* scenarios-page-report.c: the report of a scenario, into a file one chooses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenarios-page-private.h"

#include <glib/gi18n-lib.h>

#include "scenario-report.h"

static GPtrArray *
describe_changes (BlScenariosPage *self, BlScenario *scenario)
{
  BlRecord *project = BL_RECORD (bl_session_get_project (self->session));
  GListModel *changes = bl_record_get_list (BL_RECORD (scenario), "changes");
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlScenarioChange) change = g_list_model_get_item (changes, i);

      g_ptr_array_add (words, bl_scenario_change_describe (change, project));
    }
  return words;
}

gboolean
bl_scenarios_page_write_report (BlScenariosPage *self, const char *path, GError **error)
{
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  const char *reason = NULL;
  const BlConsequences *consequences = bl_scenario_study_get (self->study, &reason);
  GPtrArray *groups = bl_session_get_groups (self->session);
  BlAccessQuestion question = bl_scenario_study_get_question (self->study);
  g_autoptr (BlEquality) equality = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *title = NULL;
  BlScenarioReport about;

  if (scenario == NULL || consequences == NULL)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           reason != NULL ? reason : _ ("Choose a scenario first."));
      return FALSE;
    }
  equality = bl_equality_compute (consequences, (BlGroupCounts *const *) groups->pdata, groups->len, BL_AFFECTED_MOVED,
                                  scenario);
  changes = describe_changes (self, scenario);
  letter = bl_scenario_get_letter (scenario);
  title = bl_record_describe (BL_RECORD (scenario));
  about = (BlScenarioReport){
    .facts = bl_scenario_study_get_facts (self->study),
    .changed = bl_scenario_study_get_changed (self->study),
    .letter = letter,
    .title = title,
    .note = bl_record_get_text (BL_RECORD (scenario), "note"),
    .changes = changes,
    .question = &question,
    .consequences = consequences,
    .statutory = bl_scenario_study_get_statutory (self->study),
    .groups = (BlGroupCounts *const *) groups->pdata,
    .n_groups = groups->len,
    .equality = equality,
    .tests = bl_scenario_study_get_tests (self->study),
    .today = bl_clock_today (bl_context_get_clock (bl_session_get_context (self->session))),
  };
  return bl_scenario_report_write (&about, path, error);
}

static void
show_error (BlScenariosPage *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("The report was not written"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_chosen (BlScenariosPage *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && !bl_scenarios_page_write_report (self, path, &error))
    show_error (self, error);
  g_clear_object (&self->chooser);
}

void
bl_scenarios_page_save_report (BlScenariosPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (scenario == NULL || self->chooser != NULL)
    return;
  title = bl_record_describe (BL_RECORD (scenario));
  name = g_strdup_printf ("%s.pdf", title);
  g_strdelimit (name, "/\\:", '-');
  self->chooser = gtk_file_chooser_native_new (_ ("Save the report"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
