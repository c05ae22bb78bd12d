/* map-page.c: the page Map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-page-private.h"

#include <glib/gi18n-lib.h>

#include "page.h"
#include "theme.h"

static void bl_map_page_page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlMapPage,
                               bl_map_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, bl_map_page_page_init))

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_VALUE,
  PROP_SECOND,
  PROP_BY,
  PROP_NAMES,
  PROP_ONE_MILE,
  PROP_TWO_MILES,
  PROP_STREETS,
  PROP_RINGS,
  PROP_STOPS,
  PROP_STATUTORY_ONLY,
  PROP_CROSS_BOUNDARY,
  PROP_TABLE_SHOWN,
  PROP_PANE_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
on_value_changed (BlMapPage *self)
{
  bl_map_page_take_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
on_second_changed (BlMapPage *self)
{
  bl_map_page_take_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECOND]);
}

static void
on_by_changed (BlMapPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BY]);
}

static void
on_asked_changed (BlMapPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUTORY_ONLY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CROSS_BOUNDARY]);
}

/* --- What the person does ---------------------------------------------------------- */

static void
on_library_picked (BlMapPage *self, int library)
{
  if (!bl_map_page_is_current (self))
    return;
  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, self->geometry->facts->libraries[library].id);
}

static void
on_area_picked (BlMapPage *self, int area)
{
  if (!bl_map_page_is_current (self))
    return;
  if (area >= 0)
    bl_session_set_area (self->session, self->geometry->facts->codes[area]);
  else if (bl_session_get_area (self->session) != NULL)
    bl_session_set_area (self->session, NULL);
  else
    bl_session_set_library (self->session, NULL);
}

static void
on_row_picked (BlMapPage *self, int area)
{
  BlPoint place;

  bl_session_set_area (self->session, area >= 0 ? bl_session_get_facts (self->session)->codes[area] : NULL);
  if (bl_map_page_is_current (self) && bl_map_geometry_get_area_place (self->geometry, area, &place))
    bl_map_canvas_reveal (self->canvas, place);
}

static void
on_drawer_changed (BlMapPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned));

  if (self->study == NULL)
    return;
  /* Charts want more room than five rows of a table. */
  if (gtk_stack_get_visible_child (self->drawer) == GTK_WIDGET (self->access) && height > 0)
    gtk_paned_set_position (self->paned, MIN (gtk_paned_get_position (self->paned), height / 2));
  bl_map_access_show (self->access, self->study);
}

static void
on_finder_shown (BlMapPage *self)
{
  bl_map_finder_start (self->finder);
}

static void
on_library_found (BlMapPage *self, int library)
{
  BlFacts *facts = bl_session_get_facts (self->session);

  gtk_menu_button_popdown (self->finder_button);
  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, facts->libraries[library].id);
  if (bl_map_page_is_current (self) && facts->libraries[library].located)
    bl_map_canvas_reveal (self->canvas, self->geometry->libraries[library]);
}

static void
on_area_found (BlMapPage *self, int area)
{
  gtk_menu_button_popdown (self->finder_button);
  on_row_picked (self, area);
}

/* The area it lies in is picked: whose people those are, and how far they have it. */
static void
on_place_found (BlMapPage *self, double easting, double northing, const char *name)
{
  BlPoint drawing = bl_map_project (BL_MAP_MERCATOR, (BlPoint){ easting, northing });

  gtk_menu_button_popdown (self->finder_button);
  self->has_place = TRUE;
  self->place = (BlPoint){ easting, northing };
  g_free (self->place_name);
  self->place_name = g_strdup (name);
  if (bl_map_page_is_current (self))
    {
      int area = bl_map_geometry_find_area (self->geometry, drawing, 0);

      bl_session_set_library (self->session, NULL);
      bl_session_set_area (self->session, area >= 0 ? self->geometry->facts->codes[area] : NULL);
      bl_map_canvas_reveal (self->canvas, drawing);
    }
  bl_map_page_update_overlay (self);
}

static void
on_moved (BlMapPage *self)
{
  if (self->card != NULL && gtk_widget_get_visible (self->card))
    gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

static gboolean
on_get_child_position (GtkOverlay *overlay, GtkWidget *widget, GdkRectangle *place, gpointer data)
{
  /* The overlay gives out sizes: what floats may have moved. */
  bl_map_page_queue_layout (data);
  return bl_map_page_place_card (data, widget, place);
}

static gboolean
on_query_tooltip (GtkWidget *canvas, int x, int y, gboolean keyboard, GtkTooltip *tooltip, BlMapPage *self)
{
  /* On the keyboard the description says it. */
  return !keyboard && self->session != NULL && bl_map_page_show_tip (self, x, y, tooltip);
}

static void
on_theme_changed (GtkWidget *widget)
{
  BlMapPage *self = BL_MAP_PAGE (widget);

  if (self->session == NULL)
    return;
  bl_map_page_update_shading (self);
  bl_map_page_queue_layout (self);
}

/* Where room is short the sheet has the main figures, and the map the rest. */
static void
on_narrow_changed (BlMapPage *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  if (narrow)
    {
      self->table_wanted = self->table_shown;
      self->pane_wanted = self->pane_shown;
    }
  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  g_object_set (self, "table-shown", !narrow && self->table_wanted, "pane-shown",
                !narrow && self->pane_wanted, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), narrow);
  bl_map_page_queue_layout (self);
}

/* --- BlPage ------------------------------------------------------------------------- */

static const char *
bl_map_page_get_title (BlPage *page)
{
  return _ ("Map");
}

static const char *
bl_map_page_get_subtitle (BlPage *page)
{
  return BL_MAP_PAGE (page)->subtitle;
}

static GtkWidget *
bl_map_page_get_end (BlPage *page)
{
  return BL_MAP_PAGE (page)->end_widget;
}

static void
bl_map_page_shown (BlPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (BL_MAP_PAGE (page)->canvas));
}

static void
bl_map_page_page_init (BlPageInterface *iface)
{
  iface->get_title = bl_map_page_get_title;
  iface->get_subtitle = bl_map_page_get_subtitle;
  iface->get_end = bl_map_page_get_end;
  iface->shown = bl_map_page_shown;
}

/* --- Overrides ------------------------------------------------------------------------ */

static gboolean *
get_switch (BlMapPage *self, guint id)
{
  switch (id)
    {
    case PROP_NAMES:
      return &self->names;
    case PROP_ONE_MILE:
      return &self->one_mile;
    case PROP_TWO_MILES:
      return &self->two_miles;
    case PROP_STREETS:
      return &self->streets;
    case PROP_RINGS:
      return &self->rings;
    case PROP_STOPS:
      return &self->stops;
    case PROP_TABLE_SHOWN:
      return &self->table_shown;
    case PROP_PANE_SHOWN:
      return &self->pane_shown;
    default:
      return NULL;
    }
}

static void
on_switched (BlMapPage *self, guint id)
{
  switch (id)
    {
    case PROP_NAMES:
    case PROP_ONE_MILE:
    case PROP_TWO_MILES:
    case PROP_RINGS:
    case PROP_STOPS:
      bl_map_page_update_overlay (self);
      break;
    case PROP_STREETS:
      bl_map_page_update_attribution (self);
      bl_map_page_update_shading (self);
      bl_map_page_queue_layout (self);
      break;
    default:
      bl_map_page_queue_layout (self);
    }
}

static void
bl_map_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlMapPage *self = BL_MAP_PAGE (object);
  gboolean *place = get_switch (self, id);

  if (place != NULL)
    {
      g_value_set_boolean (value, *place);
      return;
    }
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->session != NULL ? bl_session_get_value (self->session) : NULL);
      break;
    case PROP_SECOND:
      /* Nothing is said by an empty word, so that a menu can choose it. */
      g_value_set_string (value, self->study != NULL && bl_map_study_get_second (self->study) != NULL
                                     ? bl_map_study_get_second (self->study)
                                     : "");
      break;
    case PROP_BY:
      g_value_set_string (value, self->study != NULL ? bl_map_study_get_by (self->study) : "straight");
      break;
    case PROP_STATUTORY_ONLY:
    case PROP_CROSS_BOUNDARY:
      if (self->session != NULL)
        g_object_get_property (G_OBJECT (self->session), pspec->name, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlMapPage *self = BL_MAP_PAGE (object);
  gboolean *place = get_switch (self, id);

  if (place != NULL)
    {
      if (*place == g_value_get_boolean (value))
        return;
      *place = g_value_get_boolean (value);
      if (self->session != NULL)
        on_switched (self, id);
      g_object_notify_by_pspec (object, pspec);
      return;
    }
  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_VALUE:
      bl_session_set_value (self->session, g_value_get_string (value));
      break;
    case PROP_SECOND:
    case PROP_BY:
      g_object_set_property (G_OBJECT (self->study), pspec->name, value);
      break;
    case PROP_STATUTORY_ONLY:
    case PROP_CROSS_BOUNDARY:
      g_object_set_property (G_OBJECT (self->session), pspec->name, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_page_constructed (GObject *object)
{
  BlMapPage *self = BL_MAP_PAGE (object);
  GSettings *settings = bl_context_get_settings (bl_session_get_context (self->session));

  G_OBJECT_CLASS (bl_map_page_parent_class)->constructed (object);

  /* Before the page, so that the answers are new when the page hears of it. */
  self->study = bl_map_study_new (self->session);
  g_signal_connect_object (self->study, "changed", G_CALLBACK (bl_map_page_take_answers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "rules-changed", G_CALLBACK (bl_map_page_take_value), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::second", G_CALLBACK (on_second_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::by", G_CALLBACK (on_by_changed), self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "street-tiles", self, "streets", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::tile-url", G_CALLBACK (bl_map_page_update_attribution), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::tile-attribution", G_CALLBACK (bl_map_page_update_attribution),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (bl_map_page_update_pick), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::area", G_CALLBACK (bl_map_page_update_pick), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::value", G_CALLBACK (on_value_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::statutory-only", G_CALLBACK (on_asked_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::cross-boundary", G_CALLBACK (on_asked_changed), self,
                           G_CONNECT_SWAPPED);
  bl_map_page_update_attribution (self);
  bl_map_page_take_answers (self);
}

static void
bl_map_page_dispose (GObject *object)
{
  BlMapPage *self = BL_MAP_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  bl_map_page_forget_rings (self);
  g_clear_object (&self->study);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_map_page_parent_class)->dispose (object);
}

static void
bl_map_page_finalize (GObject *object)
{
  BlMapPage *self = BL_MAP_PAGE (object);

  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  g_clear_pointer (&self->shading, bl_map_shading_unref);
  g_clear_pointer (&self->value, bl_area_value_free);
  g_clear_pointer (&self->second, bl_area_value_free);
  g_clear_pointer (&self->classes, bl_classes_free);
  g_clear_pointer (&self->two_way, bl_two_way_free);
  g_free (self->subtitle);
  g_free (self->lacks);
  g_free (self->place_name);
  G_OBJECT_CLASS (bl_map_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const struct
  {
    guint id;
    const char *name;
  } switches[] = {
    { PROP_NAMES, "names" },
    { PROP_ONE_MILE, "one-mile" },
    { PROP_TWO_MILES, "two-miles" },
    { PROP_STREETS, "streets" },
    { PROP_RINGS, "rings" },
    { PROP_STOPS, "stops" },
    { PROP_STATUTORY_ONLY, "statutory-only" },
    { PROP_CROSS_BOUNDARY, "cross-boundary" },
    { PROP_TABLE_SHOWN, "table-shown" },
    { PROP_PANE_SHOWN, "pane-shown" },
  };
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_SECOND] = g_param_spec_string ("second", NULL, NULL, NULL, flags);
  properties[PROP_BY] = g_param_spec_string ("by", NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    properties[switches[i].id] = g_param_spec_boolean (switches[i].name, NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_map_page_class_init (BlMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_map_page_constructed;
  object_class->dispose = bl_map_page_dispose;
  object_class->finalize = bl_map_page_finalize;
  object_class->get_property = bl_map_page_get_property;
  object_class->set_property = bl_map_page_set_property;
  install_properties (object_class);
  bl_map_page_install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "map.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "map.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "map.copy", NULL);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_MAP_ACCESS);
  g_type_ensure (BL_TYPE_MAP_CANVAS);
  g_type_ensure (BL_TYPE_MAP_CLASSING);
  g_type_ensure (BL_TYPE_MAP_FINDER);
  g_type_ensure (BL_TYPE_MAP_KEY);
  g_type_ensure (BL_TYPE_MAP_PANE);
  g_type_ensure (BL_TYPE_MAP_RULER);
  g_type_ensure (BL_TYPE_MAP_SHEET);
  g_type_ensure (BL_TYPE_MAP_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, bin);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, flap);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, paned);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, pane);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, drawer);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, table);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, access);
  gtk_widget_class_bind_template_callback (widget_class, on_drawer_changed);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, key);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, ruler);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, value_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, options_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, value_label);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, attribution);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, choosers);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, zooms);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, foot);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, card);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, card_title);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, card_people);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, card_distance);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, end_widget);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, finder);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, finder_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, classing);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, classing_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapPage, by_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_library_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_area_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_finder_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_library_found);
  gtk_widget_class_bind_template_callback (widget_class, on_area_found);
  gtk_widget_class_bind_template_callback (widget_class, on_place_found);
}

static void
bl_map_page_init (BlMapPage *self)
{
  self->names = TRUE;
  self->table_shown = self->table_wanted = TRUE;
  self->pane_shown = self->pane_wanted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (on_get_child_position), self, 0);
  g_signal_connect_object (self->canvas, "query-tooltip", G_CALLBACK (on_query_tooltip), self, 0);
  bl_map_ruler_set_viewport (self->ruler, bl_map_canvas_get_viewport (self->canvas));
  bl_map_page_name_menu_button (self->options_button, _ ("What the map shows and counts"));
  bl_map_page_name_menu_button (self->finder_button, _ ("Find a library, an area or a place"));
  bl_map_page_name_menu_button (self->classing_button, _ ("How the figures are grouped"));
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
}

BlMapPage *
bl_map_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_MAP_PAGE, "session", session, NULL);
}
