/* needs-areas-view.c: need by area: weights, map, table, use against need, one profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-areas-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "needs-findings.h"
#include "needs-map.h"
#include "needs-measure.h"
#include "needs-table.h"
#include "needs-weights.h"
#include "profile-view.h"
#include "use-chart.h"

#define TOP 10

struct _BlNeedsAreasView
{
  GtkWidget parent_instance;
  BlAdaptiveBin *bin;
  AdwFlap *flap;
  BlNeedsWeights *weights;
  GtkStack *stack;
  GtkBox *columns;
  GtkWidget *side, *table_part, *search_bar;
  BlNeedsMap *map;
  BlUseChart *chart;
  BlNeedsTable *table;
  BlProfileView *profile;
  GtkSearchEntry *search;
  GtkMenuButton *chart_button;
  GtkLabel *finding, *bars, *missing, *reason, *chart_finding, *chart_unit, *chart_note;

  BlNeedsModel *model;
  BlSession *session;
  gboolean table_shown, pane_shown, two_way;
  gboolean pane_wanted; /* where there is room */
};

G_DEFINE_FINAL_TYPE (BlNeedsAreasView, bl_needs_areas_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TABLE_SHOWN,
  PROP_PANE_SHOWN,
  PROP_TWO_WAY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* --- What is shown -------------------------------------------------------------- */

static int
get_library (BlNeedsAreasView *self)
{
  const char *id = bl_session_get_library (self->session);

  return id != NULL ? bl_facts_find_library (bl_needs_model_get_facts (self->model), id) : -1;
}

static int
get_area (BlNeedsAreasView *self)
{
  const char *code = bl_session_get_area (self->session);

  return code != NULL ? bl_facts_find_area (bl_needs_model_get_facts (self->model), code) : -1;
}

/* The library of the profile: the one picked, else that of the area picked, else the first of the order. */
static int
get_profiled (BlNeedsAreasView *self)
{
  const BlAccess *access = bl_needs_model_get_access (self->model);
  const BlNeeds *libraries = bl_needs_model_get_libraries (self->model);
  int library = get_library (self), area = get_area (self);

  if (library < 0 && area >= 0 && access != NULL)
    library = access->nearest[area];
  if (library < 0 && libraries != NULL && libraries->n_known > 0)
    library = (int) libraries->rows[libraries->order[0]];
  return library;
}

static void
update_pick (BlNeedsAreasView *self)
{
  int library = get_library (self), area = get_area (self);

  bl_needs_map_set_picked (self->map, library, area);
  bl_needs_table_set_picked (self->table, area);
  bl_profile_view_set_library (self->profile, get_profiled (self));
}

static void
update_chart (BlNeedsAreasView *self)
{
  const BlUseAgainstNeed *use = bl_needs_model_get_use (self->model);
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  g_autofree char *finding = bl_use_against_need_finding (use), *unit = bl_use_against_need_unit (use);
  g_autofree char *left_out = bl_use_against_need_left_out (use, facts);

  gtk_label_set_text (self->chart_finding, finding);
  gtk_label_set_text (self->chart_unit, unit);
  gtk_label_set_text (self->chart_note, left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_note), *left_out != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->chart), use->n > 0);
  bl_use_chart_set (self->chart, facts, use, get_library (self));
}

static char *
say_bars (BlNeedsAreasView *self)
{
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint m = 0; m < question->n_measures; m++)
    {
      g_autoptr (BlNeedsMeasureAbout) about = bl_needs_measure_about (
          bl_needs_model_get_facts (self->model), question->measures[m].value, question->of_libraries);
      const char *title = question->measures[m].title != NULL ? question->measures[m].title : about->title;
      g_autofree char *lower = g_utf8_strdown (title, -1);

      g_string_append_printf (names, "%s%s", m > 0 ? ", " : "", lower);
    }
  return g_strdup_printf (_ ("Bars: %s"), names->str);
}

static char *
say_missing (BlNeedsAreasView *self, const BlNeeds *areas)
{
  guint some = 0, none = areas->n_rows - areas->n_known;

  for (guint i = 0; i < areas->n_rows; i++)
    some += areas->missing[i] > 0 && areas->rank[i] > 0;
  if (none > 0)
    return g_strdup_printf (ngettext ("%u area is not ranked: too little is known.",
                                      "%u areas are not ranked: too little is known.", none),
                            none);
  if (some > 0)
    return g_strdup_printf (ngettext ("Of %u area a measure is not known; it is left out.",
                                      "Of %u areas a measure is not known; it is left out.", some),
                            some);
  return NULL;
}

static void
update_words (BlNeedsAreasView *self)
{
  const BlNeeds *areas = bl_needs_model_get_areas (self->model);
  const char *reason = bl_needs_model_get_reason (self->model);
  g_autofree char *finding = NULL, *bars = say_bars (self), *missing = NULL;

  gtk_stack_set_visible_child_name (self->stack, areas != NULL ? "areas" : "reason");
  if (areas == NULL)
    {
      gtk_label_set_text (self->reason,
                          bl_needs_model_get_question (self->model)->of_libraries
                              ? _ ("This index ranks libraries, not areas. Look under Libraries.")
                          : reason != NULL ? reason
                                           : "");
      return;
    }
  finding = bl_needs_finding_areas (bl_needs_model_get_facts (self->model), bl_needs_model_get_access (self->model),
                                    areas, TOP);
  missing = say_missing (self, areas);
  gtk_label_set_text (self->finding, finding != NULL ? finding : _ ("Areas by need"));
  gtk_label_set_text (self->bars, bars);
  gtk_label_set_text (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
}

/* --- Callbacks -------------------------------------------------------------------- */

static void
on_changed (BlNeedsAreasView *self)
{
  update_words (self);
  update_chart (self);
  update_pick (self);
}

static void
on_weighed (BlNeedsAreasView *self)
{
  update_words (self);
  update_chart (self);
  bl_profile_view_set_library (self->profile, get_profiled (self));
}

static void
on_pick_changed (BlNeedsAreasView *self)
{
  update_pick (self);
  update_chart (self);
}

static void
on_library_picked (BlNeedsAreasView *self, int library)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);

  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, library >= 0 ? facts->libraries[library].id : NULL);
}

static void
on_area_picked (BlNeedsAreasView *self, int area)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);

  bl_session_set_library (self->session, NULL);
  bl_session_set_area (self->session, area >= 0 ? facts->codes[area] : NULL);
}

static void
on_search_changed (BlNeedsAreasView *self)
{
  bl_needs_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_search_stopped (BlNeedsAreasView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search_bar, FALSE);
}

/* Where room is short everything stands below each other, and the weights fold over it. */
static void
on_narrow_changed (BlNeedsAreasView *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  if (narrow)
    self->pane_wanted = self->pane_shown;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  gtk_widget_set_size_request (GTK_WIDGET (self->map), -1, narrow ? 340 : -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, narrow ? 300 : -1);
  gtk_widget_set_hexpand (self->side, narrow);
  g_object_set (self, "pane-shown", !narrow && self->pane_wanted, NULL);
}

/* --- Overrides ---------------------------------------------------------------------- */

static gboolean *
get_switch (BlNeedsAreasView *self, guint id)
{
  switch (id)
    {
    case PROP_TABLE_SHOWN:
      return &self->table_shown;
    case PROP_PANE_SHOWN:
      return &self->pane_shown;
    case PROP_TWO_WAY:
      return &self->two_way;
    default:
      return NULL;
    }
}

static void
bl_needs_areas_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  gboolean *place = get_switch (BL_NEEDS_AREAS_VIEW (object), id);

  if (place != NULL)
    g_value_set_boolean (value, *place);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_needs_areas_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gboolean *place = get_switch (BL_NEEDS_AREAS_VIEW (object), id);

  if (place == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (*place == g_value_get_boolean (value))
    return;
  *place = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
bl_needs_areas_view_dispose (GObject *object)
{
  BlNeedsAreasView *self = BL_NEEDS_AREAS_VIEW (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_NEEDS_AREAS_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_needs_areas_view_parent_class)->dispose (object);
}

static void
bl_needs_areas_view_class_init (BlNeedsAreasViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_needs_areas_view_get_property;
  object_class->set_property = bl_needs_areas_view_set_property;
  object_class->dispose = bl_needs_areas_view_dispose;
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, TRUE, flags);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, TRUE, flags);
  properties[PROP_TWO_WAY] = g_param_spec_boolean ("two-way", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_NEEDS_MAP);
  g_type_ensure (BL_TYPE_NEEDS_TABLE);
  g_type_ensure (BL_TYPE_NEEDS_WEIGHTS);
  g_type_ensure (BL_TYPE_PROFILE_VIEW);
  g_type_ensure (BL_TYPE_USE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-areas-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, bin);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, flap);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, weights);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, columns);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, side);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, table_part);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, map);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, chart);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, table);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, profile);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, search);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, bars);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, missing);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, reason);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, chart_finding);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, chart_unit);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, chart_note);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsAreasView, chart_button);
  gtk_widget_class_bind_template_callback (widget_class, on_library_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_area_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "needs-areas");
}

static void
bl_needs_areas_view_init (BlNeedsAreasView *self)
{
  self->table_shown = self->pane_shown = self->pane_wanted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A name on an icon-only menu button stands on the button inside it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->chart_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Use on the map, table, copy"), -1);
}

void
bl_needs_areas_view_set_model (BlNeedsAreasView *self, BlNeedsModel *model)
{
  g_return_if_fail (BL_IS_NEEDS_AREAS_VIEW (self) && self->model == NULL);

  self->model = g_object_ref (model);
  self->session = g_object_ref (bl_needs_model_get_session (model));
  bl_needs_weights_set_model (self->weights, model);
  bl_needs_map_set_model (self->map, model);
  bl_needs_table_set_model (self->table, model);
  bl_profile_view_set_model (self->profile, model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "weighed", G_CALLBACK (on_weighed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (on_pick_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::area", G_CALLBACK (on_pick_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

void
bl_needs_areas_view_find (BlNeedsAreasView *self)
{
  g_return_if_fail (BL_IS_NEEDS_AREAS_VIEW (self));

  g_object_set (self, "table-shown", TRUE, NULL);
  gtk_widget_set_visible (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

char *
bl_needs_areas_view_to_text (BlNeedsAreasView *self)
{
  return bl_needs_table_to_text (self->table);
}
