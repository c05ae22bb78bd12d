/* indicators-page.c: what is measured for the seven Outcomes, and what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicators-page.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "indicator-dialog.h"
#include "indicator-edit.h"
#include "indicator-list.h"
#include "indicator-view.h"
#include "outcome-view.h"
#include "peers-view.h"

struct _BlIndicatorsPage
{
  AdwBin parent;
  BlSession *session;
  BlIndicatorModel *model;
  BlAdaptiveBin *bin;
  GtkStack *stack;
  BlIndicatorList *list;
  /* Made when first wanted; children of the stack. */
  GtkWidget *detail, *outcome, *peers;
  gboolean from_outcome; /* the detail was chosen in the picture of an Outcome, and leads back to it */
  gboolean from_detail; /* the comparison was asked for there, and leads back to it */
  GtkWidget *start, *end; /* in the window's header bar */
  GtkWidget *back_button, *add_button, *find_button, *table_button, *pane_button, *edit_button, *remove_button, *compare_button;
  AdwButtonContent *add_content;
  char *subtitle;
  gboolean table_shown, pane_shown;
};

enum
{
  PROP_SESSION = 1,
  PROP_VIEW,
  PROP_TABLE_SHOWN,
  PROP_PANE_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlIndicatorsPage, bl_indicators_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, page_init))

static gboolean
is_view (BlIndicatorsPage *self, const char *name)
{
  return g_strcmp0 (bl_indicators_page_get_view (self), name) == 0;
}

/* --- The page ------------------------------------------------------------------- */

static const char *
get_title (BlPage *page)
{
  return _ ("Indicators");
}

static const char *
get_subtitle (BlPage *page)
{
  return BL_INDICATORS_PAGE (page)->subtitle;
}

static GtkWidget *
get_start (BlPage *page)
{
  return BL_INDICATORS_PAGE (page)->start;
}

static GtkWidget *
get_end (BlPage *page)
{
  return BL_INDICATORS_PAGE (page)->end;
}

static char *
get_briefing (BlPage *page)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (page);
  BlIndicator *indicator = NULL;

  if (is_view (self, "detail"))
    indicator = bl_indicator_view_get_indicator (BL_INDICATOR_VIEW (self->detail));
  return indicator != NULL ? g_strdup_printf ("indicator:%s", bl_record_get_id (BL_RECORD (indicator))) : NULL;
}

static void
page_init (BlPageInterface *iface)
{
  iface->get_briefing = get_briefing;
  iface->get_title = get_title;
  iface->get_subtitle = get_subtitle;
  iface->get_start = get_start;
  iface->get_end = get_end;
}

/* --- What is in front -------------------------------------------------------------- */

static void
update_header (BlIndicatorsPage *self)
{
  guint n = g_list_model_get_n_items (bl_indicator_model_get_indicators (self->model));
  gboolean list = is_view (self, "list"), detail = is_view (self, "detail"), peers = is_view (self, "peers");

  g_free (self->subtitle);
  if (is_view (self, "outcome"))
    self->subtitle = g_strdup_printf (_ ("Outcome %u: %s"), bl_outcome_view_get_outcome (BL_OUTCOME_VIEW (self->outcome)),
                                      bl_outcome_view_get_title (BL_OUTCOME_VIEW (self->outcome)));
  else
    self->subtitle
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Seven Outcomes, %u indicator", "Seven Outcomes, %u indicators", n), n);
  /* The detail has a way back of its own. */
  gtk_widget_set_visible (self->back_button, !list && !detail);
  gtk_widget_set_visible (self->add_button, list);
  gtk_widget_set_visible (self->find_button, list);
  gtk_widget_set_visible (self->compare_button, list || detail);
  gtk_widget_set_visible (self->table_button, detail || peers);
  gtk_widget_set_visible (self->pane_button, detail || peers);
  gtk_widget_set_tooltip_text (self->pane_button, peers ? _ ("Whom to compare with (F7)") : _ ("About the indicator (F7)"));
  gtk_widget_set_visible (self->edit_button, detail && bl_session_get_editable (self->session));
  gtk_widget_set_visible (self->remove_button, detail && bl_session_get_editable (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.find", list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.toggle-table", detail || peers);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.toggle-pane", detail || peers);
  bl_page_header_changed (BL_PAGE (self));
}

static void
on_view_changed (BlIndicatorsPage *self)
{
  if (self->session == NULL)
    return;
  update_header (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
on_changed (BlIndicatorsPage *self)
{
  const char *const changing[] = { "page.add", "indicators.add-starters", "indicators.edit", "indicators.remove",
                                   "indicators.edit-shown", "indicators.remove-shown" };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], bl_session_get_editable (self->session));
  update_header (self);
}

static void
on_chosen (BlIndicatorsPage *self, BlIndicator *indicator)
{
  bl_indicators_page_show_indicator (self, indicator);
}

static void
on_chosen_in_picture (BlIndicatorsPage *self, BlIndicator *indicator)
{
  bl_indicators_page_show_indicator (self, indicator);
  self->from_outcome = TRUE;
}

static void
on_detail_closed (BlIndicatorsPage *self)
{
  if (self->from_outcome)
    gtk_stack_set_visible_child_name (self->stack, "outcome");
  else
    bl_indicators_page_show_list (self);
}

static void
on_outcome_chosen (BlIndicatorsPage *self, guint outcome)
{
  bl_indicators_page_show_outcome (self, outcome);
}

static void
on_back (BlIndicatorsPage *self)
{
  if (is_view (self, "peers") && self->from_detail && bl_indicator_view_get_indicator (BL_INDICATOR_VIEW (self->detail)) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "detail");
  else
    bl_indicators_page_show_list (self);
}

static void
on_compare (BlIndicatorsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "indicators.compare", NULL);
}

static void
on_edit (BlIndicatorsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "indicators.edit-shown", NULL);
}

static void
on_remove (BlIndicatorsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "indicators.remove-shown", NULL);
}

static void
on_narrow_changed (BlIndicatorsPage *self)
{
  adw_button_content_set_label (self->add_content, bl_adaptive_bin_get_narrow (self->bin) ? "" : _ ("Add indicator"));
}

/* --- Actions ----------------------------------------------------------------------- */

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_indicator_list_find (BL_INDICATORS_PAGE (widget)->list);
}

static void
toggle_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "table-shown", !BL_INDICATORS_PAGE (widget)->table_shown, NULL);
}

static void
toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "pane-shown", !BL_INDICATORS_PAGE (widget)->pane_shown, NULL);
}

static void
show_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_indicators_page_show_list (BL_INDICATORS_PAGE (widget));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (widget);

  bl_indicators_page_show_list (self);
  gtk_window_present (GTK_WINDOW (bl_indicator_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, NULL)));
}

/* With the indicator whose detail is in front. */
static void
compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (widget);
  BlIndicator *shown = is_view (self, "detail") ? bl_indicator_view_get_indicator (BL_INDICATOR_VIEW (self->detail)) : NULL;

  bl_indicators_page_show_peers (self, shown != NULL ? bl_record_get_id (BL_RECORD (shown)) : NULL);
}

/* The one named by its id, else the one whose detail is in front. */
static BlIndicator *
find_meant (BlIndicatorsPage *self, GVariant *parameter)
{
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL) : "";
  BlRecord *record = *id != '\0' ? bl_project_find (bl_session_get_project (self->session), id) : NULL;

  if (*id == '\0' && is_view (self, "detail"))
    return bl_indicator_view_get_indicator (BL_INDICATOR_VIEW (self->detail));
  return BL_IS_INDICATOR (record) ? BL_INDICATOR (record) : NULL;
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (widget);
  BlIndicator *indicator = find_meant (self, parameter);

  if (indicator != NULL)
    gtk_window_present (GTK_WINDOW (bl_indicator_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, indicator)));
}

static void
remove_indicator (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (widget);
  BlIndicator *indicator = find_meant (self, parameter);

  if (indicator == NULL)
    return;
  if (is_view (self, "detail"))
    bl_indicators_page_show_list (self);
  bl_indicator_edit_remove (self->session, indicator);
}

static void
edit_shown (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit (widget, name, NULL);
}

static void
remove_shown (GtkWidget *widget, const char *name, GVariant *parameter)
{
  remove_indicator (widget, name, NULL);
}

static void
add_starters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_indicator_edit_add_starters (BL_INDICATORS_PAGE (widget)->session);
}

/* --- Overrides ---------------------------------------------------------------------- */

static void
bl_indicators_page_constructed (GObject *object)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (object);

  G_OBJECT_CLASS (bl_indicators_page_parent_class)->constructed (object);
  self->model = bl_indicator_model_of (self->session);
  bl_indicator_list_set_session (self->list, self->session);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

static void
bl_indicators_page_dispose (GObject *object)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  self->model = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_indicators_page_parent_class)->dispose (object);
}

static void
bl_indicators_page_finalize (GObject *object)
{
  g_free (BL_INDICATORS_PAGE (object)->subtitle);
  G_OBJECT_CLASS (bl_indicators_page_parent_class)->finalize (object);
}

static void
bl_indicators_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VIEW:
      g_value_set_string (value, bl_indicators_page_get_view (self));
      break;
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    case PROP_PANE_SHOWN:
      g_value_set_boolean (value, self->pane_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_indicators_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlIndicatorsPage *self = BL_INDICATORS_PAGE (object);
  gboolean *place = id == PROP_TABLE_SHOWN ? &self->table_shown : &self->pane_shown;

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_TABLE_SHOWN:
    case PROP_PANE_SHOWN:
      if (*place == g_value_get_boolean (value))
        break;
      *place = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_indicators_page_class_init (BlIndicatorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bl_indicators_page_constructed;
  object_class->dispose = bl_indicators_page_dispose;
  object_class->finalize = bl_indicators_page_finalize;
  object_class->get_property = bl_indicators_page_get_property;
  object_class->set_property = bl_indicators_page_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, flags);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-figures", NULL);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "page.toggle-table", NULL, toggle_table);
  gtk_widget_class_install_action (widget_class, "page.toggle-pane", NULL, toggle_pane);
  gtk_widget_class_install_action (widget_class, "indicators.show-list", NULL, show_list);
  gtk_widget_class_install_action (widget_class, "indicators.compare", NULL, compare);
  gtk_widget_class_install_action (widget_class, "indicators.add-starters", NULL, add_starters);
  gtk_widget_class_install_action (widget_class, "indicators.edit-shown", NULL, edit_shown);
  gtk_widget_class_install_action (widget_class, "indicators.remove-shown", NULL, remove_shown);
  gtk_widget_class_install_action (widget_class, "indicators.edit", "s", edit);
  gtk_widget_class_install_action (widget_class, "indicators.remove", "s", remove_indicator);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_INDICATOR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, list);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, start);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, end);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, add_content);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, find_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, pane_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, remove_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorsPage, compare_button);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_compare);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
bl_indicators_page_init (BlIndicatorsPage *self)
{
  self->pane_shown = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --------------------------------------------------------------------------- */

BlIndicatorsPage *
bl_indicators_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_INDICATORS_PAGE, "session", session, NULL);
}

const char *
bl_indicators_page_get_view (BlIndicatorsPage *self)
{
  const char *name;

  g_return_val_if_fail (BL_IS_INDICATORS_PAGE (self), NULL);
  name = gtk_stack_get_visible_child_name (self->stack);
  return name != NULL ? name : "list";
}

/* The keyboard goes back to the row that led away. */
void
bl_indicators_page_show_list (BlIndicatorsPage *self)
{
  BlIndicator *indicator = NULL;

  g_return_if_fail (BL_IS_INDICATORS_PAGE (self));
  if (is_view (self, "detail"))
    indicator = bl_indicator_view_get_indicator (BL_INDICATOR_VIEW (self->detail));
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (indicator != NULL)
    bl_indicator_list_reveal (self->list, indicator);
}

void
bl_indicators_page_show_indicator (BlIndicatorsPage *self, BlIndicator *indicator)
{
  g_return_if_fail (BL_IS_INDICATORS_PAGE (self) && BL_IS_INDICATOR (indicator));

  if (self->detail == NULL)
    {
      self->detail = bl_indicator_view_new (self->session);
      g_object_bind_property (self, "table-shown", self->detail, "table-shown", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "pane-shown", self->detail, "pane-shown", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      g_signal_connect_object (self->detail, "closed", G_CALLBACK (on_detail_closed), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, self->detail, "detail");
    }
  self->from_outcome = FALSE;
  bl_indicator_view_set_indicator (BL_INDICATOR_VIEW (self->detail), indicator);
  gtk_stack_set_visible_child_name (self->stack, "detail");
}

void
bl_indicators_page_show_peers (BlIndicatorsPage *self, const char *indicator)
{
  g_return_if_fail (BL_IS_INDICATORS_PAGE (self));

  self->from_detail = is_view (self, "detail");
  if (self->peers == NULL)
    {
      self->peers = bl_peers_view_new (self->session);
      g_object_bind_property (self, "table-shown", self->peers, "table-shown", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "pane-shown", self->peers, "pane-shown", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      gtk_stack_add_named (self->stack, self->peers, "peers");
    }
  if (indicator != NULL)
    bl_peers_view_set_indicator (BL_PEERS_VIEW (self->peers), indicator);
  gtk_stack_set_visible_child_name (self->stack, "peers");
}

void
bl_indicators_page_show_outcome (BlIndicatorsPage *self, guint outcome)
{
  g_return_if_fail (BL_IS_INDICATORS_PAGE (self));

  if (self->outcome == NULL)
    {
      self->outcome = bl_outcome_view_new (self->session);
      g_signal_connect_object (self->outcome, "chosen", G_CALLBACK (on_chosen_in_picture), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->outcome, "turned", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, self->outcome, "outcome");
    }
  bl_outcome_view_set_outcome (BL_OUTCOME_VIEW (self->outcome), outcome);
  gtk_stack_set_visible_child_name (self->stack, "outcome");
}
