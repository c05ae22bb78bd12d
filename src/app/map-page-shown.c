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

static const char *
get_value_title (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const char *name = bl_session_get_value (self->session);
  int value = name != NULL ? bl_facts_find_value (facts, name) : -1;

  if (value >= 0)
    return facts->values[value].title;
  return g_strcmp0 (name, NEAREST) == 0 ? _ ("Nearest library") : _ ("Plain");
}

void
bl_map_page_update_subtitle (BlMapPage *self)
{
  gboolean statutory, cross;
  GString *text = g_string_new (get_value_title (self));

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
update_menu (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) values = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < facts->n_values; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (facts->values[i].title, NULL);

      g_menu_item_set_action_and_target (item, "map.value", "s", facts->values[i].name);
      g_menu_append_item (values, item);
    }
  {
    g_autoptr (GMenuItem) nearest = g_menu_item_new (_ ("Nearest library"), NULL);
    g_autoptr (GMenuItem) plain = g_menu_item_new (_ ("Plain"), NULL);

    g_menu_item_set_action_and_target (nearest, "map.value", "s", NEAREST);
    g_menu_item_set_action_and_target (plain, "map.value", "s", PLAIN);
    g_menu_append_item (others, nearest);
    g_menu_append_item (others, plain);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (self->value_button, G_MENU_MODEL (menu));
}

/* A name on an icon-only menu button stands on the button inside it. */
void
bl_map_page_name_menu_button (GtkMenuButton *button, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (inner != NULL ? inner : GTK_WIDGET (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
bl_map_page_update_shading (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (self));
  const char *name = bl_session_get_value (self->session);
  int value = name != NULL ? bl_facts_find_value (facts, name) : -1;
  const char *title = get_value_title (self);
  g_autofree char *spoken = g_strdup_printf (_ ("Colours: %s"), title);
  const char *dots = NULL;

  gtk_label_set_text (self->value_label, title);
  bl_map_page_name_menu_button (self->value_button, spoken);
  if (!bl_map_page_is_current (self))
    return;

  if (self->geometry->areas == NULL && facts->n_areas > 0)
    dots = _ ("A dot is an area, larger the more people live there.");
  g_clear_pointer (&self->shading, bl_map_shading_unref);
  if (value >= 0)
    {
      g_autoptr (BlClasses) classes = bl_classes_new (facts, (guint) value);

      self->shading = bl_map_shading_new_classes (classes, facts->n_areas, palette, self->streets);
      bl_map_key_set_value (self->key, title, facts->values[value].date, dots, classes, self->shading);
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

      bl_session_get_catchments (self->session, &reason);
      self->shading = bl_map_shading_new_plain (palette, self->streets);
      if (g_strcmp0 (name, NEAREST) == 0)
        bl_map_key_set_value (self->key, title, NULL, reason, NULL, self->shading);
      else
        bl_map_key_set_value (self->key, _ ("Libraries"), NULL, dots, NULL, self->shading);
    }
  bl_map_canvas_set_shading (self->canvas, self->shading);
  bl_map_table_set_shading (self->table, self->shading);
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
}

static void
describe (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_session_get_catchments (self->session, NULL);
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
    bl_map_overlay_set_picked (bl_map_canvas_get_overlay (self->canvas), library, area);
  bl_map_table_set_picked (self->table, library, area);
  bl_map_pane_show (self->pane, self->session);
  bl_map_sheet_show (self->sheet, self->session);
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

void
bl_map_page_take_facts (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_session_get_catchments (self->session, NULL);
  const int *nearest = catchments != NULL ? catchments->access->nearest : NULL;

  gtk_stack_set_visible_child_name (self->stack, has_places (facts) ? "map" : "empty");
  bl_map_table_set_facts (self->table, facts, catchments != NULL ? catchments->access : NULL,
                          bl_session_get_value (self->session));
  bl_map_finder_set_facts (self->finder, facts);
  update_menu (self);
  bl_map_page_update_subtitle (self);
  bl_map_page_update_pick (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bl_map_geometry_new_async (facts, nearest, self->geometry, self->cancellable, on_geometry,
                             g_object_ref (self));
}
