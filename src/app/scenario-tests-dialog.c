/* scenario-tests-dialog.c: in which ways of counting an answer is the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-tests-dialog.h"

#include <glib/gi18n-lib.h>

#include "text.h"

struct _BlScenarioTestsDialog
{
  AdwWindow parent;
  GtkLabel *finding, *sentence;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BlScenarioTestsDialog, bl_scenario_tests_dialog, ADW_TYPE_WINDOW)

static void
bl_scenario_tests_dialog_class_init (BlScenarioTestsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/scenario-tests-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTestsDialog, finding);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTestsDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTestsDialog, list);
}

static void
bl_scenario_tests_dialog_init (BlScenarioTestsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_test (BlScenarioTestsDialog *self, const BlSurvive *tests, guint test)
{
  gboolean same = tests->tests[test].same;
  g_autofree char *sentence = bl_survive_test_sentence (tests, test);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (same ? "object-select-symbolic" : "list-remove-symbolic");
  GtkWidget *word = gtk_label_new (test == tests->asked ? _ ("asked") : same ? _ ("same answer") : _ ("differs"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (word, same ? "pill-grey" : "pill-warn");
  gtk_widget_set_valign (word, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  gtk_list_box_append (self->list, row);
}

GtkWindow *
bl_scenario_tests_dialog_new (GtkWindow *parent, const BlSurvive *tests)
{
  BlScenarioTestsDialog *self = g_object_new (BL_TYPE_SCENARIO_TESTS_DIALOG, "transient-for", parent, NULL);
  g_autofree char *finding = bl_survive_finding (tests);
  g_autofree char *sentence = bl_survive_sentence (tests);

  gtk_label_set_text (self->finding, finding);
  gtk_label_set_text (self->sentence, sentence);
  for (guint i = 0; i < tests->n_tests; i++)
    add_test (self, tests, i);
  return GTK_WINDOW (self);
}
