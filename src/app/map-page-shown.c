/* map-page-shown.c: what the page Map shows of its session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-page-private.h"

#include <glib/gi18n-lib.h>

#include "map-figures.h"
#include "map-words.h"
#include "page.h"
#include "places.h"
#include "rings.h"
#include "theme.h"

/* Names of what can be shown besides the values of the project. */
#define NEAREST "nearest"
#define PLAIN "plain"
/* Below this size of the map, times the text scale, the legend is one strip. */
#define ROOMY_WIDTH 520.0
#define ROOMY_HEIGHT 400.0

int
bl_map_page_get_library (BlMapPage *self)
{
  const char *id = bl_session_get_library (self->session);

  return id != NULL ? bl_facts_find_library (bl_session_get_facts (self->session), id) : -1;
}

int
bl_map_page_get_area (BlMapPage *self)
{
  const char *code = bl_session_get_area (self->session);

  return code != NULL ? bl_facts_find_area (bl_session_get_facts (self->session), code) : -1;
}

/* Whether what lies on the map has the indices of the facts of now. */
gboolean
bl_map_page_is_current (BlMapPage *self)
{
  return self->geometry != NULL && self->geometry->facts == bl_session_get_facts (self->session);
}

/* --- What is shown ----------------------------------------------------------- */

static char *
get_value_title (BlMapPage *self)
{
  if (self->value != NULL && self->second != NULL)
    /* TRANSLATORS: the two values of one map */
    return g_strdup_printf (_ ("%s and %s"), self->value->title, self->second->title);
  if (self->value != NULL)
    return g_strdup (self->value->title);
  return g_strdup (g_strcmp0 (bl_session_get_value (self->session), NEAREST) == 0 ? _ ("Nearest library")
                                                                                 : _ ("Plain"));
}

void
bl_map_page_update_subtitle (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  BlTravel travel = bl_map_study_get_travel (self->study);
  gboolean statutory, cross;
  g_autofree char *title = get_value_title (self);
  GString *text = g_string_new (title);

  if (travel.by != BL_BY_STRAIGHT)
    {
      g_autofree char *by = bl_travel_to_text (facts, &travel);

      g_string_append_printf (text, ", %s", by);
    }
  g_object_get (self->session, "statutory-only", &statutory, "cross-boundary", &cross, NULL);
  if (statutory)
    g_string_append (text, _ (", statutory libraries only"));
  if (cross)
    g_string_append (text, _ (", with other services"));
  g_free (self->subtitle);
  self->subtitle = g_string_free (text, FALSE);
  bl_page_header_changed (BL_PAGE (self));
}

static void
append_choice (GMenu *menu, const char *title, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* Every figure that can be shown, each choice doing @action. */
static void
append_values (BlMapPage *self, GMenu *menu, const char *action)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  const BlAccess *access = catchments != NULL ? catchments->access : NULL;
  g_autoptr (GPtrArray) offers = bl_area_value_offers (facts, access);
  GListModel *needs = bl_project_get_needs (bl_session_get_project (self->session));
  g_autoptr (GMenu) values = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) indices = g_menu_new ();

  for (guint i = 0; i < facts->n_values; i++)
    append_choice (values, facts->values[i].title, action, facts->values[i].name);
  for (guint i = 0; i < offers->len; i++)
    {
      const char *name = g_ptr_array_index (offers, i);
      g_autoptr (BlAreaValue) value = bl_area_value_new (facts, name, access, NULL);

      if (value != NULL)
        append_choice (others, value->title, action, name);
    }
  for (guint i = 0; i < g_list_model_get_n_items (needs); i++)
    {
      g_autoptr (BlRecord) index = g_list_model_get_item (needs, i);
      const char *title = bl_record_get_text (index, "title");
      g_autofree char *name = g_strconcat ("needs:", bl_record_get_id (index), NULL);

      if (g_strcmp0 (bl_record_get_text (index, "subject"), "libraries") != 0)
        append_choice (indices, title != NULL ? title : _ ("Index of need"), action, name);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  if (g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  if (g_menu_model_get_n_items (G_MENU_MODEL (indices)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (indices));
}

static void
update_value_menu (BlMapPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) seconds = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  append_values (self, menu, "map.value");
  append_choice (others, _ ("Nearest library"), "map.value", NEAREST);
  append_choice (others, _ ("Plain"), "map.value", PLAIN);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  append_choice (none, _ ("None"), "map.second", "");
  g_menu_append_section (seconds, NULL, G_MENU_MODEL (none));
  append_values (self, seconds, "map.second");
  g_menu_append_submenu (more, _ ("And a second one"), G_MENU_MODEL (seconds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->value_button, G_MENU_MODEL (menu));
}

/* How people get there: what the project has for it. */
static void
update_by_menu (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  static const struct
  {
    const char *name, *title;
  } usual[] = { { "straight", N_ ("In a straight line") },
                { "walk", N_ ("On foot by road") },
                { "cycle", N_ ("By cycle") },
                { "drive", N_ ("By car") } };

  g_menu_remove_all (self->by_menu);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      BlTravel travel;

      if (bl_travel_parse (facts, usual[i].name, &travel, NULL) && bl_travel_is_possible (facts, &travel, NULL))
        append_choice (self->by_menu, _ (usual[i].title), "map.by", usual[i].name);
    }
  for (guint i = 0; i < facts->n_travel; i++)
    append_choice (self->by_menu, facts->travel[i].title != NULL ? facts->travel[i].title : facts->travel[i].name,
                   "map.by", facts->travel[i].name);
  /* One way of measuring is no choice. */
  if (g_menu_model_get_n_items (G_MENU_MODEL (self->by_menu)) == 1)
    g_menu_remove_all (self->by_menu);
}

/* A name on an icon-only menu button stands on the button inside it. */
void
bl_map_page_name_menu_button (GtkMenuButton *button, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (inner != NULL ? inner : GTK_WIDGET (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is shown as figures: a value that cannot be is said why in the legend. */
static void
find_values (BlMapPage *self, GError **error)
{
  BlProject *project = bl_session_get_project (self->session);
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  const BlAccess *access = catchments != NULL ? catchments->access : NULL;
  const char *name = bl_session_get_value (self->session);
  const char *second = bl_map_study_get_second (self->study);

  g_clear_pointer (&self->value, bl_area_value_free);
  g_clear_pointer (&self->second, bl_area_value_free);
  g_clear_pointer (&self->classes, bl_classes_free);
  g_clear_pointer (&self->two_way, bl_two_way_free);
  if (name == NULL || g_str_equal (name, NEAREST) || g_str_equal (name, PLAIN))
    return;
  self->value = bl_area_value_find (project, facts, name, access, error);
  if (self->value != NULL && second != NULL)
    self->second = bl_area_value_find (project, facts, second, access, NULL);
}

static void
group_values (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  BlClassFigures figures, second;

  if (self->value == NULL)
    return;
  figures = bl_area_value_get_figures (self->value);
  if (self->second != NULL)
    {
      second = bl_area_value_get_figures (self->second);
      self->two_way = bl_two_way_new (facts, &figures, &second);
    }
  else
    {
      BlClassRule rule = bl_map_study_get_rule (self->study, self->value->name);

      self->classes = bl_classes_new_by (facts, &figures, &rule);
    }
}

void
bl_map_page_fill_table (BlMapPage *self)
{
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  BlMapTableShown shown = { .name = bl_session_get_value (self->session),
                            .value = self->value,
                            .second = self->second,
                            .minutes = bl_map_study_get_travel (self->study).by != BL_BY_STRAIGHT };

  bl_map_table_set_facts (self->table, bl_session_get_facts (self->session),
                          catchments != NULL ? catchments->access : NULL, &shown);
  bl_map_table_set_picked (self->table, bl_map_page_get_library (self), bl_map_page_get_area (self));
}

void
bl_map_page_take_value (BlMapPage *self)
{
  g_autoptr (GError) error = NULL;

  find_values (self, &error);
  group_values (self);
  g_free (self->lacks);
  self->lacks = error != NULL ? g_strdup (error->message) : NULL;
  bl_map_page_fill_table (self);
  bl_map_page_update_shading (self);
  bl_map_page_update_subtitle (self);
  bl_map_page_queue_layout (self);
}

void
bl_map_page_update_shading (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (self));
  const char *name = bl_session_get_value (self->session);
  g_autofree char *title = get_value_title (self);
  g_autofree char *spoken = g_strdup_printf (_ ("Colours: %s"), title);
  const char *dots = NULL;

  gtk_label_set_text (self->value_label, title);
  bl_map_page_name_menu_button (self->value_button, spoken);
  bl_map_classing_show (self->classing, self->study, self->second == NULL ? self->value : NULL, self->classes);
  gtk_widget_set_visible (GTK_WIDGET (self->classing_button), self->classes != NULL);
  if (!bl_map_page_is_current (self))
    return;

  if (self->geometry->areas == NULL && facts->n_areas > 0)
    dots = _ ("A dot is an area, larger the more people live there.");
  g_clear_pointer (&self->shading, bl_map_shading_unref);
  if (self->two_way != NULL)
    {
      g_autofree char *finding = bl_two_way_finding (self->two_way, self->value->title, self->second->title);

      self->shading = bl_map_shading_new_two_way (self->two_way, facts->n_areas, palette, self->streets);
      bl_map_key_set_two_way (self->key, self->value->title, self->second->title, finding, self->two_way);
    }
  else if (self->classes != NULL)
    {
      self->shading = bl_map_shading_new_classes (self->classes, facts->n_areas, palette, self->streets);
      bl_map_key_set_value (self->key, title, self->value->date, dots, self->classes, self->shading);
    }
  else if (g_strcmp0 (name, NEAREST) == 0 && self->geometry->nearest != NULL)
    {
      self->shading = bl_map_shading_new_nearest (self->geometry, palette, self->streets);
      bl_map_key_set_value (self->key, title, NULL,
                            _ ("Areas of one colour that touch are nearest to the same library. The colours "
                               "themselves mean nothing."),
                            NULL, self->shading);
    }
  else
    {
      const char *reason = NULL;

      bl_map_study_get_catchments (self->study, &reason);
      self->shading = bl_map_shading_new_plain (palette, self->streets);
      if (g_strcmp0 (name, NEAREST) == 0)
        bl_map_key_set_value (self->key, title, NULL, reason, NULL, self->shading);
      else if (self->lacks != NULL)
        bl_map_key_set_value (self->key, _ ("Libraries"), NULL, reason != NULL ? reason : self->lacks, NULL,
                              self->shading);
      else
        bl_map_key_set_value (self->key, _ ("Libraries"), NULL, dots, NULL, self->shading);
    }
  bl_map_canvas_set_shading (self->canvas, self->shading);
  bl_map_table_set_shading (self->table, self->shading);
  if (bl_map_page_is_current (self))
    bl_map_page_update_overlay (self);
}

void
bl_map_page_update_attribution (BlMapPage *self)
{
  GSettings *settings = bl_context_get_settings (bl_session_get_context (self->session));
  g_autofree char *streets = g_settings_get_string (settings, "tile-attribution");
  g_autofree char *url = g_settings_get_string (settings, "tile-url");
  g_autofree char *text = self->streets ? g_strconcat (bl_places_attribution (), " ", streets, NULL)
                                        : g_strdup (bl_places_attribution ());

  gtk_label_set_text (self->attribution, text);
  bl_map_canvas_set_streets (self->canvas, self->streets ? url : NULL);
}

/* What is shown may have come with outlines of its own: published walking times, beside our rings. */
static void
lay_isochrones (BlMapPage *self, BlMapExtras *extras)
{
  const char *name = bl_session_get_value (self->session);
  BlValueSet *value = name != NULL ? bl_project_find_value (bl_session_get_project (self->session), name) : NULL;
  BlTable *table = value != NULL ? bl_record_get_table (BL_RECORD (value), "outlines") : NULL;

  if (table != NULL)
    bl_map_extras_set_isochrones (extras, bl_table_get_outlines (table), bl_value_set_get_title (value));
}

static void
update_extras (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  BlAccessQuestion question = bl_map_study_get_question (self->study);
  g_autoptr (BlMapExtras) extras = bl_map_extras_new ();

  if (self->rings && question.travel.by == BL_BY_STRAIGHT)
    bl_map_extras_set_rings (extras, facts, &question, bl_map_page_get_library (self), bl_rings_minutes, BL_N_RINGS,
                             NULL);
  else if (self->rings && bl_rings_are_by_road (&question.travel))
    {
      BlTable *table = bl_map_page_ask_rings (self);

      if (table != NULL)
        bl_map_extras_set_rings (extras, facts, &question, -1, bl_rings_minutes, BL_N_RINGS,
                                 bl_table_get_outlines (table));
    }
  lay_isochrones (self, extras);
  if (self->stops)
    bl_map_extras_set_stops (extras, facts);
  if (self->has_place)
    bl_map_extras_set_place (extras, self->place, self->place_name);
  bl_map_overlay_take_extras (bl_map_canvas_get_overlay (self->canvas), g_steal_pointer (&extras));
}

void
bl_map_page_update_overlay (BlMapPage *self)
{
  BlMapOverlay *overlay = bl_map_canvas_get_overlay (self->canvas);
  gboolean statutory, cross;

  g_object_get (self->session, "statutory-only", &statutory, "cross-boundary", &cross, NULL);
  bl_map_overlay_set_asked (overlay, statutory, cross);
  bl_map_overlay_set_names (overlay, self->names);
  bl_map_overlay_set_reach (overlay, (self->one_mile ? BL_MAP_REACH_ONE_MILE : 0)
                                         | (self->two_miles ? BL_MAP_REACH_TWO_MILES : 0));
  update_extras (self);
}

static void
describe (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  int library = bl_map_page_get_library (self);
  BlMapFigures figures;
  gboolean known = FALSE;
  g_autofree char *name
      = g_strdup_printf (_ ("Map of %s"), facts->service != NULL ? facts->service : facts->title);
  g_autofree char *description = NULL;

  if (catchments != NULL && library >= 0)
    known = bl_map_figures_of_library (&figures, facts, catchments, bl_session_get_groups (self->session),
                                       library);
  else if (catchments != NULL)
    {
      bl_map_figures_of_service (&figures, facts, catchments, bl_session_get_groups (self->session));
      known = TRUE;
    }
  description = bl_map_words_pick (facts, catchments != NULL ? catchments->access : NULL,
                                   bl_map_study_get_travel (self->study).by != BL_BY_STRAIGHT,
                                   known ? &figures : NULL, library, bl_map_page_get_area (self));
  bl_map_canvas_describe (self->canvas, name, description);
}

/* Floating parts, where no name goes; the legend shrinks where room is short. */
static gboolean
on_layout (gpointer data)
{
  BlMapPage *self = data;
  GtkWidget *const floating[] = { self->choosers,
                                  self->zooms,
                                  GTK_WIDGET (self->key),
                                  GTK_WIDGET (self->ruler),
                                  GTK_WIDGET (self->attribution),
                                  self->card };
  BlMapBox boxes[G_N_ELEMENTS (floating)];
  double scale = bl_theme_get_text_scale (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  guint n = 0;

  self->layout_source = 0;
  if (width == 0)
    return G_SOURCE_REMOVE;
  g_object_set (self->key, "compact",
                bl_adaptive_bin_get_narrow (self->bin) || width < ROOMY_WIDTH * scale
                    || height < ROOMY_HEIGHT * scale,
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (floating); i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (floating[i])
          && gtk_widget_compute_bounds (floating[i], GTK_WIDGET (self->canvas), &bounds))
        boxes[n++] = (BlMapBox){ bounds.origin.x - 2, bounds.origin.y - 2, bounds.size.width + 4,
                                 bounds.size.height + 4 };
    }
  bl_map_overlay_set_avoid (bl_map_canvas_get_overlay (self->canvas), boxes, n);
  /* All but the card, which comes and goes. */
  bl_map_canvas_set_floating (self->canvas, boxes, n - gtk_widget_get_mapped (self->card));
  return G_SOURCE_REMOVE;
}

void
bl_map_page_queue_layout (BlMapPage *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (on_layout, self);
}

void
bl_map_page_update_pick (BlMapPage *self)
{
  int library = bl_map_page_get_library (self);
  int area = bl_map_page_get_area (self);

  if (bl_map_page_is_current (self))
    {
      bl_map_overlay_set_picked (bl_map_canvas_get_overlay (self->canvas), library, area);
      update_extras (self);
    }
  bl_map_table_set_picked (self->table, library, area);
  bl_map_pane_show (self->pane, self->study);
  bl_map_sheet_show (self->sheet, self->study);
  bl_map_page_update_card (self);
  bl_map_page_update_actions (self);
  describe (self);
  bl_map_page_queue_layout (self);
}

/* --- What the project knows ----------------------------------------------------- */

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

static gboolean
same_service (const BlMapGeometry *geometry, const BlFacts *facts)
{
  /* Another service, outlines come or gone: the map is to show the whole of it. */
  return geometry != NULL && g_strcmp0 (geometry->facts->service_code, facts->service_code) == 0
         && (geometry->facts->outlines != NULL) == (facts->outlines != NULL)
         && (geometry->facts->n_areas > 0) == (facts->n_areas > 0);
}

static void
on_geometry (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlMapPage) self = data;
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new_finish (result, NULL);
  gboolean fit;

  /* Without one the page asked anew, or is closing. */
  if (geometry == NULL || self->session == NULL || geometry->facts != bl_session_get_facts (self->session))
    return;

  fit = !same_service (self->geometry, geometry->facts);
  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  self->geometry = bl_map_geometry_ref (geometry);
  bl_map_canvas_set_geometry (self->canvas, geometry, fit);
  bl_map_key_set_libraries (self->key, geometry->facts);
  bl_map_page_update_overlay (self);
  bl_map_page_update_shading (self);
  bl_map_page_update_pick (self);
}

static void
ask_geometry (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bl_map_geometry_new_async (facts, catchments != NULL ? catchments->access->nearest : NULL, self->geometry,
                             self->cancellable, on_geometry, g_object_ref (self));
}

void
bl_map_page_take_answers (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);

  gtk_stack_set_visible_child_name (self->stack, has_places (facts) ? "map" : "empty");
  bl_map_finder_set_project (self->finder, bl_session_get_project (self->session));
  bl_map_finder_set_facts (self->finder, facts);
  update_value_menu (self);
  update_by_menu (self);
  bl_map_page_take_value (self);
  bl_map_page_update_pick (self);
  bl_map_access_show (self->access, self->study);
  ask_geometry (self);
}
