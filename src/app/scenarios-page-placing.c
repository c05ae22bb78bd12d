/* scenarios-page-placing.c: putting a library on the map, and dragging it about
 *
 * Everything that follows a marker under way is worked out from a copy of the
 * scenario; the document changes once, when it is let go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenarios-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-mercator.h"
#include "place.h"
#include "scenario-edit.h"
#include "text.h"

/* Pixels a press may wander and still is a click. */
#define SLACK 4.0

static const char *
get_id (BlScenariosPage *self, int library)
{
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);

  return facts != NULL && library >= 0 && (guint) library < facts->n_libraries ? facts->libraries[library].id : NULL;
}

gboolean
bl_scenarios_page_is_placing (BlScenariosPage *self)
{
  return self->placing.kind != BL_CHANGE_UNKNOWN;
}

/* --- A trial ------------------------------------------------------------------------ */

/* The scenario with @library at @place; all that is shown follows. */
static void
try_place (BlScenariosPage *self, const char *library, BlPoint place)
{
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  BlScenario *trial = bl_scenario_study_get_trial (self->study);
  g_autoptr (BlScenario) copy = NULL;

  if (scenario == NULL)
    return;
  copy = trial != NULL ? g_object_ref (trial) : BL_SCENARIO (bl_record_copy (BL_RECORD (scenario)));
  bl_scenario_edit_place_in_copy (copy, library, place);
  bl_scenario_study_set_trial (self->study, copy);
}

/* --- Dragging ------------------------------------------------------------------------ */

/* Those that the scenario opens or moves, and the one that is to be moved. */
static gboolean
may_drag (int library, gpointer data)
{
  BlScenariosPage *self = data;

  if (self->shown == NULL || (guint) library >= self->shown->facts->n_libraries)
    return FALSE;
  return (guint) library >= self->shown->n_today || !isnan (self->shown->before[library].x)
         || (self->placing.kind == BL_CHANGE_MOVE && g_strcmp0 (get_id (self, library), self->placing.library) == 0);
}

static void
on_drag_begun (BlScenariosPage *self, int library)
{
  g_free (self->dragged);
  self->dragged = g_strdup (get_id (self, library));
}

static void
on_drag_moved (BlScenariosPage *self, double easting, double northing)
{
  BlPoint place = { round (easting), round (northing) };

  if (self->dragged == NULL)
    return;
  self->placing.place = place;
  try_place (self, self->dragged, place);
}

static void
on_drag_ended (BlScenariosPage *self, gboolean kept)
{
  g_autofree char *library = g_steal_pointer (&self->dragged);
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  BlPoint place = self->placing.place;

  bl_scenario_study_set_trial (self->study, NULL);
  if (bl_scenarios_page_is_placing (self))
    bl_scenarios_page_end_placing (self, FALSE);
  if (kept && library != NULL && scenario != NULL)
    bl_scenario_edit_place (self->session, scenario, library, place, NULL);
}

static void
on_drag_clicked (BlScenariosPage *self, int library)
{
  g_signal_emit_by_name (self->canvas, "library-picked", library);
}

/* --- Placing ---------------------------------------------------------------------------- */

static void
show_error (BlScenariosPage *self, const char *message)
{
  gtk_label_set_text (self->placing_error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->placing_error), message != NULL);
}

/* Puts what is being placed there: one step. */
static void
put (BlScenariosPage *self, BlPoint place, const char *words)
{
  BlChangeKind kind = self->placing.kind;
  g_autofree char *library = g_strdup (self->placing.library);
  BlScenario *scenario;

  bl_scenarios_page_end_placing (self, FALSE);
  scenario = bl_scenarios_page_need_scenario (self);
  if (kind == BL_CHANGE_MOVE)
    bl_scenario_edit_place (self->session, scenario, library, place, words);
  else
    {
      BlScenarioChange *change = kind == BL_CHANGE_OPEN
                                     ? bl_scenario_edit_open (self->session, scenario, place, words)
                                     : bl_scenario_edit_stop (self->session, scenario, place, words);

      bl_scenario_pane_set_tab (self->pane, "changes");
      bl_scenario_changes_open (bl_scenario_pane_get_changes (self->pane), change, "name");
    }
}

void
bl_scenarios_page_place_typed (BlScenariosPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  BlPoint place;

  if (!bl_place_find (bl_session_get_project (self->session), gtk_editable_get_text (GTK_EDITABLE (self->placing_entry)),
                      &place, &words, &error))
    {
      show_error (self, error->message);
      return;
    }
  put (self, place, words);
  bl_map_canvas_reveal (self->canvas, bl_map_project (BL_MAP_MERCATOR, place));
}

static void
on_click_pressed (BlScenariosPage *self, int n_press, double x, double y)
{
  self->press_x = x;
  self->press_y = y;
}

static void
on_click_released (BlScenariosPage *self, int n_press, double x, double y)
{
  BlMapView view;
  BlPoint grid;

  if (!bl_scenarios_page_is_placing (self) || hypot (x - self->press_x, y - self->press_y) > SLACK)
    return;
  view = bl_map_mercator_view (bl_map_canvas_get_viewport (self->canvas),
                               gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                               gtk_widget_get_height (GTK_WIDGET (self->canvas)));
  grid = bl_map_unproject (BL_MAP_MERCATOR, bl_map_view_from_pixels (&view, x, y));
  /* Or the area below would be picked too. */
  gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
  put (self, (BlPoint){ round (grid.x), round (grid.y) }, NULL);
}

void
bl_scenarios_page_update_placing (BlScenariosPage *self)
{
  gboolean placing = bl_scenarios_page_is_placing (self);
  gboolean move = self->placing.kind == BL_CHANGE_MOVE;
  int library = move ? bl_facts_find_library (bl_scenario_study_get_changed (self->study), self->placing.library) : -1;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->placing_box, placing);
  gtk_widget_set_visible (self->placing_keep, move);
  gtk_widget_set_sensitive (self->placing_keep, self->placing.placed);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click),
                                              placing ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
  if (!placing)
    return;
  if (move && library >= 0)
    {
      g_autofree char *name
          = bl_text_short_library_name (bl_scenario_study_get_changed (self->study)->libraries[library].name);

      words = g_strdup_printf (_ ("Move %s: drag its marker, click where it would stand, type a place, or use the arrow "
                                  "keys (50 m each)."),
                               name);
    }
  else if (self->placing.kind == BL_CHANGE_STOP)
    words = g_strdup (_ ("Click where the mobile library would stop, or type a place."));
  else
    words = g_strdup (_ ("Click where the new library would stand, or type a place."));
  gtk_label_set_text (self->placing_words, words);
  bl_scenarios_page_queue_layout (self);
}

void
bl_scenarios_page_begin_placing (BlScenariosPage *self, BlChangeKind kind, const char *library)
{
  const BlFacts *facts = bl_scenario_study_get_changed (self->study);
  int index = library != NULL ? bl_facts_find_library (facts, library) : -1;

  bl_scenarios_page_end_placing (self, FALSE);
  if (kind == BL_CHANGE_MOVE && (index < 0 || bl_scenarios_page_need_scenario (self) == NULL))
    return;
  facts = bl_scenario_study_get_changed (self->study);
  self->placing.kind = kind;
  self->placing.library = g_strdup (library);
  if (index >= 0)
    self->placing.place = facts->libraries[index].point;
  gtk_editable_set_text (GTK_EDITABLE (self->placing_entry), "");
  show_error (self, NULL);
  if (index >= 0)
    bl_session_set_library (self->session, library);
  bl_scenarios_page_update_placing (self);
  bl_scenarios_page_update_pick (self);
  if (kind == BL_CHANGE_MOVE)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->placing_entry));
}

void
bl_scenarios_page_end_placing (BlScenariosPage *self, gboolean kept)
{
  g_autofree char *library = g_steal_pointer (&self->placing.library);
  gboolean placed = self->placing.placed && kept;
  BlPoint place = self->placing.place;
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);

  if (!bl_scenarios_page_is_placing (self))
    return;
  self->placing = (BlPlacing){ 0 };
  bl_scenario_study_set_trial (self->study, NULL);
  bl_scenarios_page_update_placing (self);
  bl_scenarios_page_update_pick (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (placed && library != NULL && scenario != NULL)
    bl_scenario_edit_place (self->session, scenario, library, place, NULL);
}

gboolean
bl_scenarios_page_nudge (BlScenariosPage *self, double east, double north)
{
  if (self->placing.kind != BL_CHANGE_MOVE)
    return FALSE;
  self->placing.place.x += east;
  self->placing.place.y += north;
  self->placing.placed = TRUE;
  try_place (self, self->placing.library, self->placing.place);
  bl_map_canvas_reveal (self->canvas, bl_map_project (BL_MAP_MERCATOR, self->placing.place));
  bl_scenarios_page_update_placing (self);
  return TRUE;
}

void
bl_scenarios_page_init_placing (BlScenariosPage *self)
{
  self->click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click), GTK_PHASE_NONE);
  g_signal_connect_object (self->click, "pressed", G_CALLBACK (on_click_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->click, "released", G_CALLBACK (on_click_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (self->click));
  self->drag = bl_map_drag_new (self->canvas, may_drag, self);
  g_signal_connect_object (self->drag, "begun", G_CALLBACK (on_drag_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "moved", G_CALLBACK (on_drag_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "ended", G_CALLBACK (on_drag_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "clicked", G_CALLBACK (on_drag_clicked), self, G_CONNECT_SWAPPED);
}
