/* scenarios-page-shown.c: what the page Scenarios shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenarios-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-difference.h"
#include "map-figures.h"
#include "map-words.h"
#include "page.h"
#include "places.h"
#include "text.h"
#include "theme.h"

const BlFacts *
bl_scenarios_page_get_map_facts (BlScenariosPage *self)
{
  if (self->shown != NULL)
    return self->shown->facts;
  return self->geometry != NULL ? self->geometry->facts : NULL;
}

int
bl_scenarios_page_get_library (BlScenariosPage *self)
{
  const char *id = bl_session_get_library (self->session);
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);

  return id != NULL && facts != NULL ? bl_facts_find_library (facts, id) : -1;
}

int
bl_scenarios_page_get_area (BlScenariosPage *self)
{
  const char *code = bl_session_get_area (self->session);
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);

  return code != NULL && facts != NULL ? bl_facts_find_area (facts, code) : -1;
}

/* --- Map ---------------------------------------------------------------------- */

void
bl_scenarios_page_update_shading (BlScenariosPage *self)
{
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (self));
  g_autoptr (BlMapShading) shading = NULL;

  if (self->geometry == NULL)
    return;
  shading = bl_map_shading_new_colour (bl_effect_look (BL_EFFECT_NONE, palette).ground, palette, FALSE);
  bl_map_canvas_set_shading (self->canvas, shading);
}

/* "23,502 people would change library, 611 m further on average …": what a person who sees no map is told. */
static void
describe (BlScenariosPage *self)
{
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  const BlConsequences *it = bl_scenario_study_get (self->study, NULL);
  BlFacts *facts = bl_scenario_study_get_facts (self->study);
  g_autofree char *name
      = g_strdup_printf (_ ("Map of %s"), facts->service != NULL ? facts->service : facts->title);
  g_autofree char *description = NULL;

  if (scenario == NULL || it == NULL)
    description = g_strdup (_ ("Libraries as they are today."));
  else
    {
      g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
      g_autofree char *moved = bl_text_number (it->moved, 0);
      g_autofree char *lost = bl_text_number (it->people[BL_EFFECT_LOST], 0);
      g_autofree char *gained = bl_text_number (it->people[BL_EFFECT_GAINED], 0);

      description = g_strdup_printf (_ ("%s: %s people change library, %s lose one %s, %s gain one."), title, moved, lost,
                                     bl_scenario_study_get_yardstick (self->study)->within, gained);
    }
  bl_map_canvas_describe (self->canvas, name, description);
}

/* The areas that change, and where people go. */
static void
reveal_changes (BlScenariosPage *self)
{
  BlBounds bounds = bl_bounds_empty ();
  const BlMapScenario *shown = self->shown;

  if (shown == NULL || self->geometry == NULL || self->geometry->facts->n_areas != shown->n_areas)
    return;
  /* Where nothing changes for anybody yet the picture stays as it is, and waits for what will. */
  for (guint i = 0; i < shown->n_areas; i++)
    if (shown->effects[i] != BL_EFFECT_NONE)
      {
        BlBounds area = bl_bounds_empty ();

        if (self->geometry->areas != NULL)
          area = bl_map_shape_get_row_bounds (self->geometry->areas, i);
        if (!bl_bounds_is_empty (&area))
          bl_bounds_add_bounds (&bounds, &area);
        else if (!isnan (self->geometry->points[i].x))
          bl_bounds_add (&bounds, self->geometry->points[i]);
      }
  for (guint i = 0; !bl_bounds_is_empty (&bounds) && i < shown->facts->n_libraries; i++)
    if (shown->told[i] && !isnan (shown->libraries[i].x))
      bl_bounds_add (&bounds, shown->libraries[i]);
  if (bl_bounds_is_empty (&bounds))
    return;
  self->reveal = FALSE;
  bl_map_canvas_show (self->canvas, bounds);
}

static void
update_overlay (BlScenariosPage *self)
{
  BlMapOverlay *overlay = bl_map_canvas_get_overlay (self->canvas);
  const BlConsequences *consequences = bl_scenario_study_get (self->study, NULL);
  gboolean statutory, cross;

  g_clear_pointer (&self->shown, bl_map_scenario_unref);
  if (bl_scenario_study_get_scenario (self->study) != NULL && consequences != NULL)
    self->shown = bl_map_scenario_new (bl_scenario_study_get_facts (self->study),
                                       bl_scenario_study_get_changed (self->study), consequences);
  g_object_get (self->session, "statutory-only", &statutory, "cross-boundary", &cross, NULL);
  bl_map_overlay_set_asked (overlay, statutory, cross);
  bl_map_overlay_set_scenario (overlay, self->shown);
  /* Never away from under the pointer that drags. */
  if (self->reveal && bl_scenario_study_get_trial (self->study) == NULL)
    reveal_changes (self);
  describe (self);
}

static void
on_geometry (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlScenariosPage) self = data;
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new_finish (result, NULL);
  gboolean first, same_areas;

  /* Without one the page asked anew, or is closing. */
  if (geometry == NULL || self->session == NULL || geometry->facts != bl_session_get_facts (self->session))
    return;
  first = self->geometry == NULL || g_strcmp0 (self->geometry->facts->service_code, geometry->facts->service_code) != 0
          || (self->geometry->areas != NULL) != (geometry->areas != NULL);
  /* The tiles show areas only: they need not be painted again for another library. */
  same_areas = !first && self->geometry->areas == geometry->areas && geometry->areas != NULL;
  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  self->geometry = bl_map_geometry_ref (geometry);
  bl_map_canvas_set_geometry (self->canvas, geometry, first);
  if (!same_areas)
    bl_scenarios_page_update_shading (self);
  update_overlay (self);
  bl_scenarios_page_update_pick (self);
}

static void
update_geometry (BlScenariosPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);

  if (self->geometry != NULL && self->geometry->facts == facts)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Catchments are not drawn here, so nobody's nearest library is asked for. */
  bl_map_geometry_new_async (facts, NULL, self->geometry, self->cancellable, on_geometry, g_object_ref (self));
}

char *
bl_scenarios_page_get_tip (BlScenariosPage *self, int library, int area)
{
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);
  const BlConsequences *it = bl_scenario_study_get (self->study, NULL);
  gboolean by_road = bl_scenario_study_get_yardstick (self->study)->travel.by != BL_BY_STRAIGHT;
  g_autofree char *people = NULL;
  g_autofree char *word = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (library >= 0)
    return g_strdup (facts->libraries[library].name);
  if (area < 0 || it == NULL)
    return NULL;
  people = bl_map_words_area_people (facts, area);
  before = bl_map_words_area_distance (facts, it->before, by_road, area);
  after = bl_map_words_area_distance (facts, it->after, by_road, area);
  if (it->effects[area] == BL_EFFECT_NONE)
    return g_strdup_printf ("%s\n%s\n%s", bl_map_figures_area_name (facts, area), people, before);
  word = bl_scenario_key_word (it->effects[area], bl_scenario_study_get_yardstick (self->study));
  /* TRANSLATORS: an area, its people, what changes, "562 m to Gosforth", "1,800 m to Kenton" */
  return g_strdup_printf (_ ("%s\n%s\n%s\nToday %s\nThen %s"), bl_map_figures_area_name (facts, area), people, word,
                          before, after);
}

/* --- Parts ------------------------------------------------------------------------ */

static void
update_subtitle (BlScenariosPage *self)
{
  BlScenario *scenario = bl_scenario_study_get_scenario (self->study);
  g_autofree char *title = scenario != NULL ? bl_record_describe (BL_RECORD (scenario)) : NULL;

  g_free (self->subtitle);
  /* TRANSLATORS: %s is a scenario: "Gosforth closed" */
  self->subtitle = title != NULL ? g_strdup_printf (_ ("%s, compared with today"), title) : g_strdup (_ ("Today"));
  bl_page_header_changed (BL_PAGE (self));
}

static gboolean
on_layout (gpointer data)
{
  BlScenariosPage *self = data;
  GtkWidget *const floating[] = { self->picked, self->placing_box, self->zooms, GTK_WIDGET (self->key),
                                  GTK_WIDGET (self->ruler), GTK_WIDGET (self->attribution) };
  BlMapBox boxes[G_N_ELEMENTS (floating)];
  guint n = 0, fixed = 0;

  self->layout_source = 0;
  if (gtk_widget_get_width (GTK_WIDGET (self->canvas)) == 0)
    return G_SOURCE_REMOVE;
  /* Those that come and go come first and do not move the whole service about. */
  for (guint i = 0; i < G_N_ELEMENTS (floating); i++)
    {
      graphene_rect_t bounds;

      if (i == 2)
        fixed = n;
      if (gtk_widget_get_mapped (floating[i])
          && gtk_widget_compute_bounds (floating[i], GTK_WIDGET (self->canvas), &bounds))
        boxes[n++] = (BlMapBox){ bounds.origin.x - 2, bounds.origin.y - 2, bounds.size.width + 4,
                                 bounds.size.height + 4 };
    }
  bl_map_overlay_set_avoid (bl_map_canvas_get_overlay (self->canvas), boxes, n);
  bl_map_canvas_set_floating (self->canvas, boxes + fixed, n - fixed);
  return G_SOURCE_REMOVE;
}

void
bl_scenarios_page_queue_layout (BlScenariosPage *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (on_layout, self);
}

void
bl_scenarios_page_update_pick (BlScenariosPage *self)
{
  int library = bl_scenarios_page_get_library (self);
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);

  if (self->geometry != NULL)
    bl_map_overlay_set_picked (bl_map_canvas_get_overlay (self->canvas), library, bl_scenarios_page_get_area (self));
  bl_scenario_table_set_picked (self->table, bl_scenarios_page_get_area (self));
  gtk_widget_set_visible (self->picked, library >= 0 && !facts->libraries[library].nearby
                                            && !bl_scenarios_page_is_placing (self));
  if (library >= 0)
    {
      gtk_label_set_text (self->picked_name, facts->libraries[library].name);
      gtk_button_set_label (GTK_BUTTON (self->close_button),
                            self->shown == NULL            ? _ ("What if it closed?")
                            : self->shown->closed[library] ? _ ("Keep it open")
                                                           : _ ("Close it"));
    }
  bl_scenarios_page_update_actions (self);
  bl_scenarios_page_queue_layout (self);
}

static gboolean
has_places (const BlFacts *facts)
{
  if (facts->n_areas > 0)
    return TRUE;
  for (guint i = 0; i < facts->n_libraries; i++)
    if (facts->libraries[i].located && !facts->libraries[i].nearby)
      return TRUE;
  return FALSE;
}

void
bl_scenarios_page_update (BlScenariosPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const char *reason = NULL;

  bl_scenario_study_get (self->study, &reason);
  gtk_stack_set_visible_child_name (self->stack, has_places (facts) ? "work" : "empty");
  adw_status_page_set_description (self->empty, reason);
  bl_scenarios_page_update_choices (self);
  bl_scenario_strip_show (self->strip, self->study);
  bl_scenario_key_show (self->key, self->study);
  bl_scenario_pane_show (self->pane, self->study);
  if (self->table_shown)
    bl_scenario_table_show (self->table, self->study);
  if (self->compared)
    bl_scenario_compare_view_show (self->compare, self->study);
  gtk_label_set_text (self->attribution, bl_places_attribution ());
  bl_map_finder_set_facts (self->finder, facts);
  update_geometry (self);
  update_overlay (self);
  update_subtitle (self);
  bl_scenarios_page_update_pick (self);
}
