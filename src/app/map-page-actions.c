/* map-page-actions.c: what one can do on the page Map
 *
 * All without parameters but "map.value", "map.second" and "map.by", so that each is seen by screen
 * readers and tests as an action of the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-page-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#include "map-share.h"
#include "rings.h"

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_map_canvas_zoom (BL_MAP_PAGE (widget)->canvas, g_str_has_suffix (name, "in") ? 1 : -1);
}

static void
show_whole_service (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_map_canvas_fit (BL_MAP_PAGE (widget)->canvas);
}

static void
pan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int across = g_str_has_suffix (name, "right") - g_str_has_suffix (name, "left");
  int down = g_str_has_suffix (name, "down") - g_str_has_suffix (name, "up");

  bl_map_canvas_pan (BL_MAP_PAGE (widget)->canvas, across, down);
}

static gboolean
is_offered (const BlFacts *facts, const BlCatchments *catchments, guint library)
{
  const BlFactsLibrary *known = &facts->libraries[library];

  if (!known->located || !known->open || known->type != BL_LIBRARY_TYPE_STATIC)
    return FALSE;
  return catchments != NULL ? bl_catchments_find (catchments, library) != NULL : !known->nearby;
}

/* The libraries that count, in document order, round and round. */
static void
step (BlMapPage *self, int by)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  int n = (int) facts->n_libraries;
  int from = bl_map_page_get_library (self);

  if (from < 0)
    from = by > 0 ? -1 : n;
  for (int tried = 1; tried <= n; tried++)
    {
      int library = ((from + by * tried) % n + n) % n;

      if (!is_offered (facts, catchments, (guint) library))
        continue;
      bl_session_set_area (self->session, NULL);
      bl_session_set_library (self->session, facts->libraries[library].id);
      if (self->geometry != NULL && self->geometry->facts == facts)
        bl_map_canvas_reveal (self->canvas, self->geometry->libraries[library]);
      return;
    }
}

static void
show_next_library (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BL_MAP_PAGE (widget), g_str_has_suffix (name, "next-library") ? 1 : -1);
}

static void
show_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPage *self = BL_MAP_PAGE (widget);

  g_object_set (self, "pane-shown", TRUE, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
clear_pick (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPage *self = BL_MAP_PAGE (widget);

  self->has_place = FALSE;
  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, NULL);
  bl_map_page_update_overlay (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
pick_nearest (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPage *self = BL_MAP_PAGE (widget);
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  int area = bl_map_page_get_area (self);
  int nearest = catchments != NULL && area >= 0 ? catchments->access->nearest[area] : -1;

  if (nearest >= 0)
    bl_session_set_library (self->session, facts->libraries[nearest].id);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-libraries", NULL);
}

static void
copy_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPage *self = BL_MAP_PAGE (widget);
  g_autofree char *text = g_strcmp0 (gtk_stack_get_visible_child_name (self->drawer), "access") == 0
                              ? bl_map_access_to_text (self->access)
                              : bl_map_table_to_text (self->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* The map as it is on the screen, the whole of the service. */
static BlMapPrint *
make_print (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  const char *name = bl_session_get_value (self->session);
  BlClassRule rule = bl_map_study_get_rule (self->study, name);
  gboolean by_road = bl_map_study_get_travel (self->study).by != BL_BY_STRAIGHT;
  BlMapAsked asked = { .project = bl_session_get_project (self->session),
                       .value = self->value != NULL ? self->value->name : NULL,
                       .second = self->second != NULL ? self->second->name : NULL,
                       .rule = &rule,
                       .question = bl_map_study_get_question (self->study),
                       .library = catchments != NULL ? bl_session_get_library (self->session) : NULL };
  g_autoptr (GError) error = NULL;
  BlMapPrint *print;

  if (self->rings && (!by_road || self->ring_table != NULL))
    {
      asked.minutes = bl_rings_minutes;
      asked.n_minutes = BL_N_RINGS;
      asked.rings = self->ring_table != NULL && by_road ? bl_table_get_outlines (self->ring_table) : NULL;
    }
  print = bl_map_print_new (facts, &asked, &error);
  if (print == NULL)
    {
      g_warning ("The map could not be made ready: %s", error->message);
      return NULL;
    }
  if (g_strcmp0 (name, "nearest") == 0 && self->shading != NULL && self->shading->borders)
    {
      BlMapFill fill = bl_map_shading_get_fill (self->shading);

      /* Paper is light. */
      fill.fills = bl_map_shading_get_hues (bl_palette_get (BL_PALETTE_LIGHT));
      bl_map_print_set_fill (print, &fill, _ ("Nearest library"),
                             _ ("Areas of one colour that touch are nearest to the same library."));
    }
  return print;
}

static void
save_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPrint *print = make_print (BL_MAP_PAGE (widget));

  if (print != NULL)
    bl_map_share_save (widget, print);
}

static void
print_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPrint *print = make_print (BL_MAP_PAGE (widget));

  if (print != NULL)
    bl_map_share_print (widget, print);
}

static void
copy_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPrint *print = make_print (BL_MAP_PAGE (widget));

  if (print != NULL)
    bl_map_share_copy (widget, print);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (BL_MAP_PAGE (widget)->finder_button);
}

static void
show_access (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMapPage *self = BL_MAP_PAGE (widget);

  g_object_set (self, "table-shown", TRUE, NULL);
  gtk_stack_set_visible_child_name (self->drawer, g_str_has_suffix (name, "areas") ? "areas" : "access");
}

static void
toggle_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "table-shown", !BL_MAP_PAGE (widget)->table_shown, NULL);
}

static void
toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "pane-shown", !BL_MAP_PAGE (widget)->pane_shown, NULL);
}

void
bl_map_page_install_actions (GtkWidgetClass *widget_class)
{
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
    { "map.next-library", show_next_library },
    { "map.previous-library", show_next_library },
    { "map.details", show_details },
    { "map.clear", clear_pick },
    { "map.pick-nearest", pick_nearest },
    { "map.edit", edit },
    { "map.copy-table", copy_table },
    { "map.show-access", show_access },
    { "map.show-areas", show_access },
    { "map.save", save_map },
    { "map.print", print_map },
    { "map.copy", copy_map },
    { "page.find", find },
    { "page.toggle-table", toggle_table },
    { "page.toggle-pane", toggle_pane },
  };
  static const char *const switches[]
      = { "names", "one-mile", "two-miles", "streets", "rings", "stops", "statutory-only", "cross-boundary", "value", "second", "by" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autofree char *action = g_strconcat ("map.", switches[i], NULL);

      gtk_widget_class_install_property_action (widget_class, action, switches[i]);
    }
}

void
bl_map_page_update_actions (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  int library = bl_map_page_get_library (self);
  int area = bl_map_page_get_area (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.clear", library >= 0 || area >= 0 || self->has_place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.edit",
                                 library >= 0 && !facts->libraries[library].nearby);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.pick-nearest", area >= 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.copy-table", facts->n_areas > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.save", facts->n_areas > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.print", facts->n_areas > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.copy", facts->n_areas > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.stops", facts->n_stops > 0);
}
