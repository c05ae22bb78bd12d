/* scenarios-page-actions.c: what one can do on the page Scenarios
 *
 * All without parameters, so that each is seen by screen readers and tests as
 * an action of the page. The menus in the header bar, which are outside the
 * page, reach them through a group of the same names under "scenarios".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenarios-page-private.h"

#include <math.h>

#include "best-sites-dialog.h"
#include "map-share.h"
#include "scenario-edit.h"
#include "scenario-tests-dialog.h"

/* How far an arrow key moves a library, metres. */
#define NUDGE 50.0
/* Milliseconds in which a view that comes into sight is given its size. */
#define EQUALITY_PAUSE 60

BlScenario *
bl_scenarios_page_need_scenario (BlScenariosPage *self)
{
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);

  return scenario != NULL ? scenario : bl_scenario_edit_add (self->session);
}

static const char *
get_picked (BlScenariosPage *self)
{
  int library = bl_scenarios_page_get_library (self);
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);

  return library >= 0 && !facts->libraries[library].nearby ? facts->libraries[library].id : NULL;
}

/* --- Map ------------------------------------------------------------------------- */

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_map_canvas_zoom (BL_SCENARIOS_PAGE (widget)->canvas, g_str_has_suffix (name, "in") ? 1 : -1);
}

static void
show_whole_service (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_map_canvas_fit (BL_SCENARIOS_PAGE (widget)->canvas);
}

static void
pan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);
  int across = g_str_has_suffix (name, "right") - g_str_has_suffix (name, "left");
  int down = g_str_has_suffix (name, "down") - g_str_has_suffix (name, "up");

  if (!bl_scenarios_page_nudge (self, across * NUDGE, -down * NUDGE))
    bl_map_canvas_pan (self->canvas, across, down);
}

static void
step_library (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);
  int by = g_str_has_suffix (name, "next-library") ? 1 : -1;
  int n = facts != NULL ? (int) facts->n_libraries : 0;
  int from = bl_scenarios_page_get_library (self);

  if (from < 0)
    from = by > 0 ? -1 : n;
  for (int tried = 1; tried <= n; tried++)
    {
      int library = ((from + by * tried) % n + n) % n;
      const BlFactsLibrary *known = &facts->libraries[library];

      if (!known->located || known->nearby || known->type != BL_LIBRARY_TYPE_STATIC
          || (!known->open && !(self->shown != NULL && self->shown->closed[library])))
        continue;
      bl_session_set_library (self->session, known->id);
      bl_map_canvas_reveal (self->canvas, bl_map_project (BL_MAP_MERCATOR, known->point));
      return;
    }
}

static void
clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  if (bl_map_drag_is_dragging (self->drag))
    {
      bl_map_drag_cancel (self->drag);
      return;
    }
  if (bl_scenarios_page_is_placing (self))
    {
      bl_scenarios_page_end_placing (self, FALSE);
      return;
    }
  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, NULL);
}

static void
details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  if (bl_scenarios_page_is_placing (self))
    {
      bl_scenarios_page_end_placing (self, TRUE);
      return;
    }
  g_object_set (self, "pane-shown", TRUE, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* --- Placing ------------------------------------------------------------------------ */

static void
keep_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_scenarios_page_end_placing (BL_SCENARIOS_PAGE (widget), TRUE);
}

static void
cancel_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_scenarios_page_end_placing (BL_SCENARIOS_PAGE (widget), FALSE);
}

static void
open_library (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_scenarios_page_begin_placing (BL_SCENARIOS_PAGE (widget), BL_CHANGE_OPEN, NULL);
}

static void
add_stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_scenarios_page_begin_placing (BL_SCENARIOS_PAGE (widget), BL_CHANGE_STOP, NULL);
}

static void
move_picked (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);
  g_autofree char *library = g_strdup (get_picked (self));

  if (library == NULL)
    return;
  bl_scenarios_page_need_scenario (self);
  bl_scenarios_page_begin_placing (self, BL_CHANGE_MOVE, library);
}

/* --- Scenarios ------------------------------------------------------------------------ */

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  bl_scenarios_page_end_placing (self, FALSE);
  bl_scenario_edit_add (self->session);
  g_object_set (self, "pane-shown", TRUE, NULL);
  bl_scenario_pane_set_tab (self->pane, "changes");
  bl_scenario_changes_rename (bl_scenario_pane_get_changes (self->pane));
}

static void
what_if (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);
  g_autofree char *library = g_strdup (get_picked (self));

  if (library == NULL)
    return;
  bl_scenario_edit_what_if (self->session, library);
  bl_scenario_pane_set_tab (self->pane, "effects");
}

/* The change of the scenario that closes a library; NULL for none. */
static BlScenarioChange *
find_closing (BlScenario *scenario, const char *library)
{
  GListModel *changes = bl_record_get_list (BL_RECORD (scenario), "changes");

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);

      if (bl_record_get_enum (change, "kind") == BL_CHANGE_CLOSE
          && g_strcmp0 (bl_record_get_text (change, "library"), library) == 0)
        return BL_SCENARIO_CHANGE (change);
    }
  return NULL;
}

/* Of today: the question; of a scenario: one more change, or one fewer. */
static void
close_picked (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  g_autofree char *library = g_strdup (get_picked (self));

  if (library == NULL)
    return;
  if (scenario == NULL)
    what_if (widget, name, parameter);
  else if (find_closing (scenario, library) != NULL)
    bl_scenario_edit_remove_change (self->session, find_closing (scenario, library));
  else
    bl_scenario_edit_change (self->session, scenario, BL_CHANGE_CLOSE, library);
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  bl_scenario_edit_duplicate (self->session, bl_scenario_study_get_scenario (self->study));
}

static void
delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  bl_scenarios_page_end_placing (self, FALSE);
  bl_scenario_edit_delete (self->session, bl_scenario_study_get_scenario (self->study));
}

static void
show_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  g_object_set (self, "pane-shown", TRUE, NULL);
  bl_scenario_pane_set_tab (self->pane, name + strlen ("scenario.show-"));
}

static void
rename_scenario (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  g_object_set (self, "pane-shown", TRUE, NULL);
  bl_scenario_pane_set_tab (self->pane, "changes");
  bl_scenario_changes_rename (bl_scenario_pane_get_changes (self->pane));
}

static void
step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_scenarios_page_step (BL_SCENARIOS_PAGE (widget), g_str_has_suffix (name, "next") ? 1 : -1);
}

static void
show_today (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_session_set_scenario (BL_SCENARIOS_PAGE (widget)->session, NULL);
}

/* The library the saving waits for, or the change that does not say what it costs. */
void
bl_scenarios_page_want_cost (BlScenariosPage *self)
{
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  BlFacts *facts = bl_scenario_study_get_facts (self->study);
  GListModel *changes;

  if (scenario == NULL)
    return;
  changes = bl_record_get_list (BL_RECORD (scenario), "changes");
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);
      const char *id = bl_record_get_text (change, "library");
      int library = id != NULL ? bl_facts_find_library (facts, id) : -1;

      if (library >= 0 && isnan (facts->libraries[library].running_cost))
        {
          bl_session_set_library (self->session, id);
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-running-cost", NULL);
          return;
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);

      if (bl_record_get_enum (change, "kind") != BL_CHANGE_CLOSE && !bl_record_is_known (change, "running-cost"))
        {
          g_object_set (self, "pane-shown", TRUE, NULL);
          bl_scenario_pane_set_tab (self->pane, "changes");
          bl_scenario_changes_open (bl_scenario_pane_get_changes (self->pane), BL_SCENARIO_CHANGE (change),
                                    "running-cost");
          return;
        }
    }
}

static void
want_cost (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_scenarios_page_want_cost (BL_SCENARIOS_PAGE (widget));
}

static void
see_tests (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const BlSurvive *tests = bl_scenario_study_get_tests (BL_SCENARIOS_PAGE (widget)->study);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (tests != NULL)
    gtk_window_present (bl_scenario_tests_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, tests));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (BL_SCENARIOS_PAGE (widget)->finder_button);
}

static void
best_sites (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (bl_best_sites_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                BL_SCENARIOS_PAGE (widget)->study));
}

static void
report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_scenarios_page_save_report (BL_SCENARIOS_PAGE (widget));
}

/* The view scrolls to what has the keyboard once it knows where that is. */
static gboolean
on_equality_shown (gpointer data)
{
  BlScenariosPage *self = data;

  bl_scenario_compare_view_go_to_equality (self->compare);
  return G_SOURCE_REMOVE;
}

static void
show_equality (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  g_object_set (self, "compared", TRUE, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, EQUALITY_PAUSE, on_equality_shown, g_object_ref (self), g_object_unref);
}

static void
compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "compared", !BL_SCENARIOS_PAGE (widget)->compared, NULL);
}

static void
copy_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);
  g_autofree char *text = NULL;

  if (!self->table_shown)
    bl_scenario_table_show (self->table, self->study);
  text = bl_scenario_table_to_text (self->table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
toggle_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "table-shown", !BL_SCENARIOS_PAGE (widget)->table_shown, NULL);
}

static void
toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "pane-shown", !BL_SCENARIOS_PAGE (widget)->pane_shown, NULL);
}

/* The map as it is shown: today, or what the scenario changes. */
static void
share_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);
  BlFacts *today = bl_scenario_study_get_facts (self->study);
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  const BlConsequences *consequences = scenario != NULL ? bl_scenario_study_get (self->study, NULL) : NULL;
  BlAccessQuestion question = bl_scenario_study_get_question (self->study);
  g_autoptr (GError) error = NULL;
  BlMapPrint *print;

  if (consequences != NULL)
    print = bl_map_print_new_difference (today, bl_scenario_study_get_changed (self->study), consequences, &question,
                                         bl_record_get_text (BL_RECORD (scenario), "title"), &error);
  else
    print = bl_map_print_new (today, &(BlMapAsked){ 0 }, &error);
  if (print == NULL)
    {
      g_info ("No map to share: %s", error->message);
      return;
    }
  if (g_str_has_suffix (name, "save-map"))
    bl_map_share_save (widget, print);
  else if (g_str_has_suffix (name, "print-map"))
    bl_map_share_print (widget, print);
  else
    bl_map_share_copy (widget, print);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "map.zoom-in", zoom },
  { "map.zoom-out", zoom },
  { "map.whole-service", show_whole_service },
  { "map.pan-left", pan },
  { "map.pan-right", pan },
  { "map.pan-up", pan },
  { "map.pan-down", pan },
  { "map.next-library", step_library },
  { "map.previous-library", step_library },
  { "map.clear", clear },
  { "map.details", details },
  { "scenario.keep-place", keep_place },
  { "scenario.cancel-place", cancel_place },
  { "scenario.open-library", open_library },
  { "scenario.add-stop", add_stop },
  { "scenario.move-picked", move_picked },
  { "scenario.close-picked", close_picked },
  { "scenario.what-if", what_if },
  { "scenario.save-map", share_map },
  { "scenario.print-map", share_map },
  { "scenario.copy-map", share_map },
  { "scenario.duplicate", duplicate },
  { "scenario.delete", delete },
  { "scenario.rename", rename_scenario },
  { "scenario.show-effects", show_tab },
  { "scenario.show-changes", show_tab },
  { "scenario.next", step },
  { "scenario.previous", step },
  { "scenario.today", show_today },
  { "scenario.add-cost", want_cost },
  { "scenario.see-tests", see_tests },
  { "scenario.copy-table", copy_table },
  { "scenario.compare", compare },
  { "scenario.show-equality", show_equality },
  { "scenario.report", report },
  { "scenario.best-sites", best_sites },
  { "page.add", add },
  { "page.find", find },
  { "page.toggle-pane", toggle_pane },
  { "page.toggle-table", toggle_table },
};

void
bl_scenarios_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "scenario.print-map", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "scenario.save-map", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "scenario.copy-map",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "scenario.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "scenario.previous", NULL);
}

/* --- For the header ------------------------------------------------------------------- */

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *name = g_strconcat ("scenario.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (data), name, NULL);
}

void
bl_scenarios_page_init_group (BlScenariosPage *self)
{
  GtkWidget *const widgets[] = { self->start_widget, self->end_widget };

  self->group = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_has_prefix (actions[i].name, "scenario."))
      {
        g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name + strlen ("scenario."), NULL);

        g_signal_connect_object (action, "activate", G_CALLBACK (on_activate), self, 0);
        g_action_map_add_action (G_ACTION_MAP (self->group), G_ACTION (action));
      }
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_widget_insert_action_group (widgets[i], "scenarios", G_ACTION_GROUP (self->group));
}

static void
set_enabled (BlScenariosPage *self, const char *name, gboolean enabled)
{
  g_autofree char *full = g_strconcat ("scenario.", name, NULL);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), full, enabled);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
bl_scenarios_page_update_actions (BlScenariosPage *self)
{
  gboolean scenario = bl_scenario_study_get_scenario (self->study) != NULL;
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);
  const char *picked = get_picked (self);
  int library = picked != NULL ? bl_facts_find_library (facts, picked) : -1;
  gboolean known = library >= 0 && bl_project_find (bl_session_get_project (self->session), picked) != NULL;
  gboolean of_today = known && !(self->shown != NULL && (guint) library >= self->shown->n_today);
  gboolean placing = bl_scenarios_page_is_placing (self);

  set_enabled (self, "what-if", of_today && facts->libraries[library].open);
  set_enabled (self, "close-picked", of_today
                                         && (facts->libraries[library].open
                                             || (self->shown != NULL && self->shown->closed[library])));
  set_enabled (self, "move-picked", known && facts->libraries[library].open);
  set_enabled (self, "duplicate", scenario);
  set_enabled (self, "delete", scenario);
  set_enabled (self, "rename", scenario);
  set_enabled (self, "show-effects", scenario);
  set_enabled (self, "show-changes", scenario);
  set_enabled (self, "show-equality", scenario);
  set_enabled (self, "report", scenario && bl_scenario_study_get (self->study, NULL) != NULL);
  set_enabled (self, "add-cost", scenario);
  set_enabled (self, "keep-place", placing && self->placing.placed);
  set_enabled (self, "cancel-place", placing);
}
