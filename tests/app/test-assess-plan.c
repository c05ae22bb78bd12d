/* test-assess-plan.c: the improvement plan: closed, opened early, merged, weighed, chosen, turned into actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-plan.h"

#include "action-form.h"
#include "app-fixture.h"
#include "plan-area-row.h"
#include "plan-edit.h"
#include "plan-grid.h"

/* A self-assessment by the starter set, with three agreed areas for improvement and nothing else. */
static BlAssessPlan *
make (BlSession *session, BlFinding *findings[3])
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = bl_framework_load ("self-assessment-starter", &error);
  g_autoptr (BlFramework) framework = NULL;
  g_autoptr (BlAssessment) assessment = bl_assessment_new (NULL);
  BlAssessPlan *view;

  g_assert_no_error (error);
  framework = bl_framework_copy (shipped, bl_project_get_ids (project));
  bl_project_begin (project, "Begin");
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (framework));
  bl_record_set_text (BL_RECORD (assessment), "framework", bl_record_get_id (BL_RECORD (framework)));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const texts[] = { "We do not yet open on Sundays", "We do not yet open late", "We do not yet ask" };
      static const char *const criteria[] = { "access-hours", "access-hours access-promise", "communities-missing" };
      g_autoptr (BlFinding) finding = bl_finding_new (NULL);

      bl_record_set_enum (BL_RECORD (finding), "side", BL_FINDING_AREA);
      bl_record_set_boolean (BL_RECORD (finding), "agreed", TRUE);
      bl_record_set_text (BL_RECORD (finding), "item", "access");
      bl_record_set_text (BL_RECORD (finding), "criteria", criteria[i]);
      bl_record_set_text (BL_RECORD (finding), "text", texts[i]);
      bl_record_append (BL_RECORD (assessment), "findings", BL_RECORD (finding));
      findings[i] = finding; /* the assessment holds it */
    }
  bl_record_append (BL_RECORD (project), "assessments", BL_RECORD (assessment));
  bl_project_commit (project);
  view = g_object_ref_sink (g_object_new (BL_TYPE_ASSESS_PLAN, "session", session, NULL));
  g_object_set (view, "assessment", assessment, NULL);
  return view;
}

static BlAssessment *
get_assessment (BlAssessPlan *view)
{
  BlAssessment *assessment = NULL;

  g_object_get (view, "assessment", &assessment, NULL);
  g_object_unref (assessment); /* the project holds it */
  return assessment;
}

static const char *
label_of (gpointer view, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (view, GTK_TYPE_LABEL, name)));
}

static BlPlanAreaRow *
row_of (BlAssessPlan *view, const char *list, int at)
{
  return BL_PLAN_AREA_ROW (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX, list)), at));
}

static void
test_closed (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlFinding *findings[3];
  BlAssessPlan *view = make (session, findings);

  g_assert_cmpstr (bl_assess_plan_get_step (view), ==, "closed");
  g_assert_false (bl_assess_plan_show (view, "act"));
  g_assert_true (g_str_has_prefix (label_of (view, "missing"), "• Nobody is in the team yet.\n• 57 criteria have no agreed rating"));
  /* Who and why are wanted. */
  g_assert_false (bl_plan_edit_open_early (session, get_assessment (view), "A. Shah", "  "));
  g_assert_cmpstr (bl_assess_plan_get_step (view), ==, "closed");
  g_assert_true (bl_plan_edit_open_early (session, get_assessment (view), "A. Shah", "The budget closes in May"));
  g_assert_cmpstr (bl_assess_plan_get_step (view), ==, "merge");
  g_assert_cmpstr (label_of (view, "exception"), ==,
                   "Opened before the assessment was complete, by A. Shah on 17 April 2026: The budget closes in May");
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpstr (bl_assess_plan_get_step (view), ==, "closed");
  g_assert_finalize_object (view);
}

static void
test_merge (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlFinding *findings[3];
  BlAssessPlan *view = make (session, findings);

  bl_plan_edit_open_early (session, get_assessment (view), "A. Shah", "The budget closes in May");
  g_assert_cmpstr (label_of (view, "areas_say"), ==, "3 areas compete: few enough to weigh against each other.");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row_of (view, "merge_list", 0)), "plan-area.merge", "s",
                                             bl_record_get_id (BL_RECORD (findings[1]))));
  g_assert_cmpstr (label_of (view, "areas_say"), ==, "2 areas compete: few enough to weigh against each other.");
  g_assert_cmpstr (label_of (row_of (view, "merge_list", 0), "from"), ==,
                   "Comes from: Open when people can come; One service, wherever you are");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (bl_app_fixture_find (GTK_WIDGET (row_of (view, "merge_list", 1)), GTK_TYPE_CHECK_BUTTON, "check")), TRUE);
  g_assert_cmpstr (label_of (view, "areas_say"), ==, "1 area competes: few enough to weigh against each other.");
  /* What is required comes first. */
  g_assert_true (bl_plan_area_row_get_finding (row_of (view, "merge_list", 0)) == findings[2]);
  g_assert_finalize_object (view);
}

static GtkWidget *
find_chip (GtkWidget *widget, BlFinding *finding)
{
  if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "finding") == (gpointer) finding
      && gtk_widget_has_css_class (widget, "plan-chip"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chip (child, finding);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Presses a key of the area by its shortcut, as the keyboard would. */
static void
press (GtkWidget *chip, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chip);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (keys) && j < g_list_model_get_n_items (G_LIST_MODEL (keys)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            {
              g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, chip,
                                                           gtk_shortcut_get_arguments (shortcut)));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

static void
assert_place (BlFinding *finding, gint64 effect, gint64 effort)
{
  gint64 has_effect = 0, has_effort = 0;

  bl_record_get_integer (BL_RECORD (finding), "effect", &has_effect);
  bl_record_get_integer (BL_RECORD (finding), "effort", &has_effort);
  g_assert_cmpint (has_effect, ==, effect);
  g_assert_cmpint (has_effort, ==, effort);
}

static void
test_grid (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlFinding *findings[3];
  BlAssessPlan *view = make (session, findings);
  GtkWidget *grid, *chip;

  bl_plan_edit_open_early (session, get_assessment (view), "A. Shah", "The budget closes in May");
  g_assert_true (bl_assess_plan_show (view, "weigh"));
  g_assert_cmpstr (label_of (view, "grid_say"), ==, "3 areas are not on the grid yet.");
  grid = bl_app_fixture_find (GTK_WIDGET (view), BL_TYPE_PLAN_GRID, NULL);
  chip = find_chip (grid, findings[0]);
  g_assert_nonnull (chip);
  press (chip, GDK_KEY_3, 0);
  press (chip, GDK_KEY_1, GDK_CONTROL_MASK);
  assert_place (findings[0], 3, 1);
  g_assert_true (find_chip (grid, findings[0]) == chip); /* the keyboard stays with it */
  press (chip, GDK_KEY_Right, 0);
  press (chip, GDK_KEY_Right, 0);
  press (chip, GDK_KEY_Right, 0);
  assert_place (findings[0], 3, 3);
  press (chip, GDK_KEY_Down, 0);
  assert_place (findings[0], 2, 3);
  press (find_chip (grid, findings[1]), GDK_KEY_Up, 0);
  assert_place (findings[1], 2, 2); /* from beside the grid to its middle */
  g_assert_cmpstr (label_of (view, "grid_say"), ==, "1 area is not on the grid yet.");
  press (chip, GDK_KEY_Delete, 0);
  assert_place (findings[0], 0, 0);
  bl_project_undo (bl_session_get_project (session));
  assert_place (findings[0], 2, 3);
  /* Over the grid only with a reason. */
  g_assert_false (bl_plan_edit_overrule (session, findings[0], "grid-first", ""));
  g_assert_true (bl_plan_edit_overrule (session, findings[0], "grid-first", "The money is there now"));
  g_assert_cmpstr (label_of (row_of (view, "choose_list", 0), "place"), ==, "Do first, overruled");
  g_assert_finalize_object (view);
}

static void
test_actions (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlFinding *findings[3];
  BlAssessPlan *view = make (session, findings);
  BlActionForm *form = BL_ACTION_FORM (bl_app_fixture_find (GTK_WIDGET (view), BL_TYPE_ACTION_FORM, NULL));
  BlRecord *action;

  bl_plan_edit_open_early (session, get_assessment (view), "A. Shah", "The budget closes in May");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (bl_app_fixture_find (GTK_WIDGET (row_of (view, "choose_list", 1)), GTK_TYPE_CHECK_BUTTON, "check")), TRUE);
  g_assert_cmpstr (label_of (view, "choose_say"), ==, "1 is chosen. Three to five make a plan that people will follow.");
  g_signal_emit_by_name (row_of (view, "act_list", 0), "act");
  action = BL_RECORD (bl_action_form_get_action (form));
  g_assert_nonnull (action);
  g_assert_cmpstr (bl_record_get_text (action, "criteria"), ==, "access-hours access-promise");
  g_assert_cmpstr (bl_record_get_text (action, "why"), ==, "We do not yet open late");
  g_assert_cmpstr (label_of (view, "act_say"), ==,
                   "1 action in the plan. 1 has no owner: an action without an owner is not an action.");
  g_assert_true (g_str_has_prefix (label_of (form, "lacking"), "An action without an owner is not an action. Still to say: "));
  g_assert_cmpstr (label_of (form, "from"), ==, "Comes from: Open when people can come; One service, wherever you are");
  bl_project_undo (bl_session_get_project (session));
  g_assert_null (bl_action_form_get_action (form));
  g_assert_finalize_object (view);
}

static void
show_in_dress (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  static const char *const steps[] = { "merge", "weigh", "choose", "act" };
  BlFinding *findings[3];
  BlAssessPlan *view = make (session, findings);
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (view), 900, 700);

  bl_app_fixture_assert_named (GTK_WIDGET (view));
  bl_plan_edit_open_early (session, get_assessment (view), "A. Shah", "The budget closes in May");
  bl_plan_edit_set_chosen (session, findings[0], TRUE);
  g_signal_emit_by_name (row_of (view, "act_list", 0), "act");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (bl_assess_plan_show (view, steps[i]));
      bl_app_fixture_settle ();
      bl_app_fixture_assert_named (GTK_WIDGET (view));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (show_in_dress);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/assess-plan/closed", test_closed);
  g_test_add_func ("/assess-plan/merge", test_merge);
  g_test_add_func ("/assess-plan/grid", test_grid);
  g_test_add_func ("/assess-plan/actions", test_actions);
  g_test_add_func ("/assess-plan/dresses", test_dresses);
  return g_test_run ();
}
