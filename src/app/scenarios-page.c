/* scenarios-page.c: the page Scenarios
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenarios-page-private.h"

#include <glib/gi18n-lib.h>

#include "map-page-private.h"
#include "page.h"
#include "theme.h"

static void bl_scenarios_page_page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlScenariosPage,
                               bl_scenarios_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, bl_scenarios_page_page_init))

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PANE_SHOWN,
  PROP_TABLE_SHOWN,
  PROP_COMPARED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* --- What the person does ---------------------------------------------------------- */

static void
on_yardstick_chosen (BlScenariosPage *self)
{
  bl_scenarios_page_choose_yardstick (self);
}

static void
on_counted_chosen (BlScenariosPage *self)
{
  bl_scenarios_page_choose_counted (self);
}

static void
on_cost_wanted (BlScenariosPage *self)
{
  bl_scenarios_page_want_cost (self);
}

static void
on_place_typed (BlScenariosPage *self)
{
  bl_scenarios_page_place_typed (self);
}

static void
on_place_wanted (BlScenariosPage *self, int kind, const char *library)
{
  bl_scenarios_page_begin_placing (self, (BlChangeKind) kind, library);
}

static void
on_library_picked (BlScenariosPage *self, int library)
{
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);

  if (facts == NULL || (guint) library >= facts->n_libraries)
    return;
  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, facts->libraries[library].id);
}

static void
on_area_picked (BlScenariosPage *self, int area)
{
  const BlFacts *facts = bl_scenarios_page_get_map_facts (self);

  if (facts == NULL || area >= (int) facts->n_areas)
    return;
  if (area >= 0)
    bl_session_set_area (self->session, facts->codes[area]);
  else if (bl_session_get_area (self->session) != NULL)
    bl_session_set_area (self->session, NULL);
  else
    bl_session_set_library (self->session, NULL);
}

static void
on_row_picked (BlScenariosPage *self, int area)
{
  BlPoint place;

  on_area_picked (self, area);
  if (self->geometry != NULL && bl_map_geometry_get_area_place (self->geometry, area, &place))
    bl_map_canvas_reveal (self->canvas, place);
}

static void
on_finder_shown (BlScenariosPage *self)
{
  bl_map_finder_start (self->finder);
}

static void
on_library_found (BlScenariosPage *self, int library)
{
  BlFacts *facts = bl_session_get_facts (self->session);

  gtk_menu_button_popdown (self->finder_button);
  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, facts->libraries[library].id);
  if (facts->libraries[library].located)
    bl_map_canvas_reveal (self->canvas, bl_map_project (BL_MAP_MERCATOR, facts->libraries[library].point));
}

static void
on_area_found (BlScenariosPage *self, int area)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  BlPoint place;

  gtk_menu_button_popdown (self->finder_button);
  bl_session_set_area (self->session, facts->codes[area]);
  if (self->geometry != NULL && bl_map_geometry_get_area_place (self->geometry, area, &place))
    bl_map_canvas_reveal (self->canvas, place);
}

static gboolean
on_get_child_position (GtkOverlay *overlay, GtkWidget *widget, GdkRectangle *place, gpointer data)
{
  /* The overlay gives out sizes: what floats may have moved. */
  bl_scenarios_page_queue_layout (data);
  return FALSE;
}

/* What happens to the area below the pointer. */
static gboolean
on_query_tooltip (GtkWidget *canvas, int x, int y, gboolean keyboard, GtkTooltip *tooltip, BlScenariosPage *self)
{
  int library, area;
  g_autofree char *tip = NULL;

  if (keyboard || self->study == NULL || self->geometry == NULL)
    return FALSE;
  bl_map_canvas_find (self->canvas, x, y, &library, &area);
  tip = bl_scenarios_page_get_tip (self, library, area);
  if (tip == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, tip);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });
  return TRUE;
}

static void
on_study_changed (BlScenariosPage *self)
{
  bl_scenarios_page_update (self);
}

static void
on_tests_changed (BlScenariosPage *self)
{
  bl_scenario_pane_show_tests (self->pane, self->study);
}

static void
on_scenario_changed (BlScenariosPage *self)
{
  self->reveal = TRUE;
  /* What was being put somewhere belongs to the scenario before. */
  if (bl_scenarios_page_is_placing (self))
    bl_scenarios_page_end_placing (self, FALSE);
}

static void
on_theme_changed (GtkWidget *widget)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (widget);

  if (self->study == NULL)
    return;
  bl_scenarios_page_update_shading (self);
  bl_scenarios_page_update (self);
}

static void
update_columns (BlScenariosPage *self)
{
  bl_scenario_strip_set_columns (self->strip, bl_adaptive_bin_get_narrow (self->bin) ? 3 : BL_N_STRIP);
}

static void
on_narrow_changed (BlScenariosPage *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  if (narrow)
    self->pane_wanted = self->pane_shown;
  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  g_object_set (self, "pane-shown", !narrow && self->pane_wanted, NULL);
  adw_button_content_set_label (self->add_content, narrow ? "" : _ ("New scenario"));
  update_columns (self);
  bl_scenarios_page_queue_layout (self);
}

static void
on_tight_changed (BlScenariosPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar), bl_adaptive_bin_get_tight (self->bin)
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
}

/* --- BlPage ------------------------------------------------------------------------- */

static const char *
bl_scenarios_page_get_title (BlPage *page)
{
  return _ ("Scenarios");
}

static const char *
bl_scenarios_page_get_subtitle (BlPage *page)
{
  return BL_SCENARIOS_PAGE (page)->subtitle;
}

static GtkWidget *
bl_scenarios_page_get_start (BlPage *page)
{
  return BL_SCENARIOS_PAGE (page)->start_widget;
}

static GtkWidget *
bl_scenarios_page_get_end (BlPage *page)
{
  return BL_SCENARIOS_PAGE (page)->end_widget;
}

static void
bl_scenarios_page_shown (BlPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (BL_SCENARIOS_PAGE (page)->canvas));
}

static void
bl_scenarios_page_page_init (BlPageInterface *iface)
{
  iface->get_title = bl_scenarios_page_get_title;
  iface->get_subtitle = bl_scenarios_page_get_subtitle;
  iface->get_start = bl_scenarios_page_get_start;
  iface->get_end = bl_scenarios_page_get_end;
  iface->shown = bl_scenarios_page_shown;
}

/* --- Overrides ------------------------------------------------------------------------ */

static void
bl_scenarios_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PANE_SHOWN:
      g_value_set_boolean (value, self->pane_shown);
      break;
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    case PROP_COMPARED:
      g_value_set_boolean (value, self->compared);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_scenarios_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_PANE_SHOWN:
      if (self->pane_shown == g_value_get_boolean (value))
        return;
      self->pane_shown = g_value_get_boolean (value);
      if (self->study != NULL)
        bl_scenarios_page_queue_layout (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TABLE_SHOWN:
      if (self->table_shown == g_value_get_boolean (value))
        return;
      self->table_shown = g_value_get_boolean (value);
      /* A table nobody sees is not filled. */
      if (self->study != NULL && self->table_shown)
        bl_scenario_table_show (self->table, self->study);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COMPARED:
      if (self->compared == g_value_get_boolean (value))
        return;
      self->compared = g_value_get_boolean (value);
      gtk_stack_set_visible_child_name (self->views, self->compared ? "compare" : "one");
      if (self->study != NULL && self->compared)
        bl_scenario_compare_view_show (self->compare, self->study);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_scenarios_page_constructed (GObject *object)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (object);

  G_OBJECT_CLASS (bl_scenarios_page_parent_class)->constructed (object);

  self->study = bl_scenario_study_new (self->session);
  g_signal_connect_object (self->session, "notify::scenario", G_CALLBACK (on_scenario_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "changed", G_CALLBACK (on_study_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "tests-changed", G_CALLBACK (on_tests_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (bl_scenarios_page_update_pick), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::area", G_CALLBACK (bl_scenarios_page_update_pick), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bl_scenario_pane_get_changes (self->pane), "place-wanted", G_CALLBACK (on_place_wanted),
                           self, G_CONNECT_SWAPPED);
  bl_scenarios_page_update (self);
}

static void
bl_scenarios_page_dispose (GObject *object)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_handle_id (&self->choice_source, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->drag);
  g_clear_object (&self->group);
  g_clear_object (&self->study);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_scenarios_page_parent_class)->dispose (object);
}

static void
bl_scenarios_page_finalize (GObject *object)
{
  BlScenariosPage *self = BL_SCENARIOS_PAGE (object);

  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  g_clear_pointer (&self->shown, bl_map_scenario_unref);
  g_free (self->placing.library);
  g_free (self->dragged);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bl_scenarios_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, bin);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, drop_downs);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, choice_scroller);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, choices);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, yardstick);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, counted);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, busy);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, strip);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, flap);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, pane);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, views);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, compare);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, paned);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, table);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, picked);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, picked_name);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, move_button);
  gtk_widget_class_bind_template_child_full (widget_class, "placing", FALSE,
                                             G_STRUCT_OFFSET (BlScenariosPage, placing_box));
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, placing_words);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, placing_entry);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, placing_error);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, placing_keep);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, zooms);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, key);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, foot);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, ruler);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, attribution);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, start_widget);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, add_content);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, end_widget);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, finder);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, finder_button);
  gtk_widget_class_bind_template_child (widget_class, BlScenariosPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_tight_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_yardstick_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_counted_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_cost_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_place_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_library_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_area_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_finder_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_library_found);
  gtk_widget_class_bind_template_callback (widget_class, on_area_found);
}

static void
bl_scenarios_page_class_init (BlScenariosPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_scenarios_page_constructed;
  object_class->dispose = bl_scenarios_page_dispose;
  object_class->finalize = bl_scenarios_page_finalize;
  object_class->get_property = bl_scenarios_page_get_property;
  object_class->set_property = bl_scenarios_page_set_property;
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean (
      "pane-shown", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean (
      "table-shown", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPARED] = g_param_spec_boolean (
      "compared", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bl_scenarios_page_install_actions (widget_class);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_MAP_CANVAS);
  g_type_ensure (BL_TYPE_MAP_FINDER);
  g_type_ensure (BL_TYPE_MAP_RULER);
  g_type_ensure (BL_TYPE_SCENARIO_COMPARE_VIEW);
  g_type_ensure (BL_TYPE_SCENARIO_KEY);
  g_type_ensure (BL_TYPE_SCENARIO_PANE);
  g_type_ensure (BL_TYPE_SCENARIO_STRIP);
  g_type_ensure (BL_TYPE_SCENARIO_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/scenarios-page.ui");
  bind_children (widget_class);
}

static void
bl_scenarios_page_init (BlScenariosPage *self)
{
  self->pane_shown = self->pane_wanted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bl_scenarios_page_init_group (self);
  bl_scenarios_page_init_placing (self);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (on_get_child_position), self, 0);
  g_signal_connect_object (self->canvas, "query-tooltip", G_CALLBACK (on_query_tooltip), self, 0);
  bl_map_ruler_set_viewport (self->ruler, bl_map_canvas_get_viewport (self->canvas));
  bl_map_page_name_menu_button (self->finder_button, _ ("Find a library or an area"));
  bl_map_page_name_menu_button (self->menu_button, _ ("This scenario"));
  for (GtkWidget *part = gtk_widget_get_first_child (self->start_widget); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    if (GTK_IS_MENU_BUTTON (part))
      bl_map_page_name_menu_button (GTK_MENU_BUTTON (part), _ ("More ways to begin"));
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
}

BlScenariosPage *
bl_scenarios_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_SCENARIOS_PAGE, "session", session, NULL);
}
