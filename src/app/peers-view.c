/* peers-view.c: an indicator of the service beside the same of authorities like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "adaptive-bin.h"
#include "edit.h"
#include "peers-chart.h"

#define USUAL_INDICATOR "visits-per-1000"
#define N_KINDS 3
#define NOTE_DELAY 600 /* ms without typing */

static const BlChartKind kinds_of_buttons[N_KINDS] = { BL_CHART_DOTS, BL_CHART_RANKED, BL_CHART_FUNNEL };

struct _BlPeersView
{
  AdwBin parent_instance;
  AdwFlap *flap;
  AdwStatusPage *nobody;
  GtkStack *stack;
  GtkDropDown *indicators, *periods, *order;
  GtkToggleButton *dots, *bars, *funnel;
  GtkCheckButton *middle, *by_chance;
  BlChartView *chart;
  BlPeersWhom *whom;
  BlPeersFiles *files;
  GtkLabel *missing, *no_funnel, *compared, *notes, *note_hint;
  GtkTextView *note;
  GtkWidget *note_box, *tools, *top;
  BlAdaptiveBin *tools_bin;

  BlSession *session;
  GPtrArray *choices;      /* of BlIndicator, as the drop-down has them */
  GArray *shown_periods;   /* of BlPeriod, likewise */
  char *wanted;            /* what was asked for: an item or an id; NULL */
  BlPeriod period;         /* asked for; none: the newest */
  BlChartKind kind;
  BlPeers *peers;
  guint refresh_id, note_id;
  gboolean filling;
};

enum
{
  PROP_INDICATOR = 1,
  PROP_PANE_SHOWN,
  PROP_TABLE_SHOWN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (BlPeersView, bl_peers_view, ADW_TYPE_BIN)

static void queue_refresh (BlPeersView *self);

/* --- What can be compared ----------------------------------------------------------------- */

static const char *
key_of (BlIndicator *indicator)
{
  const char *item = bl_record_get_text (BL_RECORD (indicator), "item");

  return item != NULL ? item : bl_record_get_id (BL_RECORD (indicator));
}

static BlIndicator *
get_indicator (BlPeersView *self)
{
  guint selected = gtk_drop_down_get_selected (self->indicators);

  return selected < self->choices->len ? g_ptr_array_index (self->choices, selected) : NULL;
}

static gboolean
is_in_project (BlPeersView *self, BlIndicator *indicator)
{
  return indicator != NULL && bl_record_get_parent (BL_RECORD (indicator)) == BL_RECORD (bl_session_get_project (self->session));
}

static gboolean
is_wanted (BlPeersView *self, BlIndicator *indicator)
{
  return g_strcmp0 (self->wanted, bl_record_get_text (BL_RECORD (indicator), "item")) == 0
         || g_strcmp0 (self->wanted, bl_record_get_id (BL_RECORD (indicator))) == 0;
}

static void
add_choice (BlPeersView *self, BlDictionary *dictionary, BlIndicator *indicator)
{
  if (bl_peers_is_total (indicator)
      || (!is_wanted (self, indicator) && !bl_peers_has_figures (bl_session_get_project (self->session), dictionary, indicator)))
    return;
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (key_of (g_ptr_array_index (self->choices, i)), key_of (indicator)))
      return;
  g_ptr_array_add (self->choices, g_object_ref (indicator));
}

/* The project's own, then the rest of the dictionary; what was asked for even where nothing is known of it. */
static void
find_choices (BlPeersView *self)
{
  BlProject *project = bl_session_get_project (self->session);
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (self->session), NULL);
  GListModel *own = bl_record_get_list (BL_RECORD (project), "indicators");
  GListModel *all = dictionary != NULL ? bl_record_get_list (BL_RECORD (dictionary), "indicators") : NULL;

  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; dictionary != NULL && i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (own, i);

      add_choice (self, dictionary, indicator);
    }
  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (all, i);

      add_choice (self, dictionary, indicator);
    }
  /* With nothing at all to choose from, what the files would bring. */
  if (self->choices->len == 0 && dictionary != NULL && bl_dictionary_find_indicator (dictionary, USUAL_INDICATOR) != NULL)
    g_ptr_array_add (self->choices, g_object_ref (bl_dictionary_find_indicator (dictionary, USUAL_INDICATOR)));
}

static guint
find_position (BlPeersView *self)
{
  guint usual = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      BlIndicator *indicator = g_ptr_array_index (self->choices, i);

      if (self->wanted != NULL && is_wanted (self, indicator))
        return i;
      if (g_strcmp0 (bl_record_get_text (BL_RECORD (indicator), "item"), USUAL_INDICATOR) == 0)
        usual = i;
    }
  return usual;
}

static void
fill_indicators (BlPeersView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkStringList *had = GTK_STRING_LIST (gtk_drop_down_get_model (self->indicators));
  gboolean same;

  find_choices (self);
  same = had != NULL && g_list_model_get_n_items (G_LIST_MODEL (had)) == self->choices->len;
  for (guint i = 0; i < self->choices->len; i++)
    {
      g_autofree char *name = bl_record_describe (g_ptr_array_index (self->choices, i));

      same = same && g_str_equal (gtk_string_list_get_string (had, i), name);
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  if (!same)
    gtk_drop_down_set_model (self->indicators, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->indicators, find_position (self));
  self->filling = FALSE;
}

/* --- When ------------------------------------------------------------------------------------ */

static void
fill_periods (BlPeersView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkStringList *had = GTK_STRING_LIST (gtk_drop_down_get_model (self->periods));
  guint n = self->peers != NULL ? self->peers->periods->len : 0, selected = 0;
  gboolean same = had != NULL && g_list_model_get_n_items (G_LIST_MODEL (had)) == n;

  g_array_set_size (self->shown_periods, 0);
  for (guint i = 0; i < n; i++)
    {
      const BlPeriod *period = &g_array_index (self->peers->periods, BlPeriod, i);
      g_autofree char *text = bl_period_to_text (period);

      g_array_append_val (self->shown_periods, *period);
      if (bl_period_equal (period, &self->peers->period))
        selected = i;
      same = same && g_str_equal (gtk_string_list_get_string (had, i), text);
      gtk_string_list_append (names, text);
    }
  self->filling = TRUE;
  if (!same)
    gtk_drop_down_set_model (self->periods, G_LIST_MODEL (names));
  if (n > 0)
    gtk_drop_down_set_selected (self->periods, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->periods), n > 1);
}

/* --- Shown ------------------------------------------------------------------------------------- */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static GtkToggleButton *
button_of (BlPeersView *self, guint i)
{
  GtkToggleButton *buttons[N_KINDS] = { self->dots, self->bars, self->funnel };

  return buttons[i];
}

/* Which kinds suit; where the one shown does not, the usual one. */
static void
show_kinds (BlPeersView *self, BlIndicator *indicator)
{
  BlChartKind kinds[8];
  g_autofree char *lacks = NULL;
  guint n = bl_peers_chart_get_kinds (self->peers, indicator, kinds, &lacks);
  BlChartKind shown = n > 0 ? kinds[0] : BL_CHART_DOTS;

  for (guint b = 0; b < N_KINDS; b++)
    {
      gboolean suits = FALSE;

      for (guint i = 0; i < n; i++)
        suits |= kinds[i] == kinds_of_buttons[b];
      gtk_widget_set_sensitive (GTK_WIDGET (button_of (self, b)), suits);
      if (suits && kinds_of_buttons[b] == self->kind)
        shown = self->kind;
    }
  self->filling = TRUE;
  for (guint b = 0; b < N_KINDS; b++)
    gtk_toggle_button_set_active (button_of (self, b), kinds_of_buttons[b] == shown);
  self->filling = FALSE;
  set_text (self->no_funnel, lacks);
  gtk_widget_set_visible (GTK_WIDGET (self->order), shown == BL_CHART_RANKED);
  gtk_widget_set_visible (GTK_WIDGET (self->middle), shown != BL_CHART_FUNNEL && self->peers->kind != BL_INDICATOR_KIND_SURVEY);
  gtk_widget_set_visible (GTK_WIDGET (self->by_chance), shown == BL_CHART_FUNNEL);
}

static BlChartKind
get_kind (BlPeersView *self)
{
  for (guint b = 0; b < N_KINDS; b++)
    if (gtk_toggle_button_get_active (button_of (self, b)))
      return kinds_of_buttons[b];
  return BL_CHART_DOTS;
}

static void
show_chart (BlPeersView *self, BlIndicator *indicator)
{
  BlPeersLook look = { (BlPeersOrder) MIN (gtk_drop_down_get_selected (self->order), BL_PEERS_BY_VALUE),
                       gtk_check_button_get_active (self->middle), gtk_check_button_get_active (self->by_chance) };
  g_autoptr (BlChart) chart = bl_peers_chart_new (self->peers, indicator, get_kind (self), &look);

  bl_chart_view_set_chart (self->chart, chart);
}

/* The other kinds say it themselves, in the doubt or beside the names. */
static void
show_missing (BlPeersView *self)
{
  g_autofree char *missing = get_kind (self) == BL_CHART_FUNNEL ? bl_peers_say_missing (self->peers) : NULL;
  g_autofree char *words = missing != NULL ? g_strdup_printf (_ ("Missing: %s."), missing) : NULL;

  set_text (self->missing, words);
}

static void
show_note (BlPeersView *self, BlIndicator *indicator)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  gboolean own = is_in_project (self, indicator);
  const char *note = own ? bl_record_get_text (BL_RECORD (indicator), "differently") : NULL;
  g_autofree char *shown = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->note), own);
  set_text (self->note_hint, own ? NULL : _ ("Add this indicator to the project’s list to keep an answer here."));
  gtk_text_view_set_editable (self->note, bl_session_get_editable (self->session));
  if (self->note_id != 0)
    return;
  g_object_get (buffer, "text", &shown, NULL);
  self->filling = TRUE;
  if (g_strcmp0 (shown, note != NULL ? note : "") != 0)
    gtk_text_buffer_set_text (buffer, note != NULL ? note : "", -1);
  self->filling = FALSE;
}

static gboolean
has_any (const BlPeers *peers)
{
  for (guint i = 0; i < peers->n; i++)
    if (isfinite (peers->items[i].value))
      return TRUE;
  return FALSE;
}

static const char *
own_code (BlPeersView *self)
{
  BlService *service = bl_project_get_service (bl_session_get_project (self->session));

  return service != NULL ? bl_record_get_text (BL_RECORD (service), "code") : NULL;
}

/* What the files page says where there is nothing of this indicator, though there is of others. */
static char *
say_lacks (BlPeersView *self, BlIndicator *indicator)
{
  BlProject *project = bl_session_get_project (self->session);
  g_autofree char *name = NULL;

  if (own_code (self) == NULL)
    return g_strdup (_ ("The project does not say which authority its service is of, so nothing can be compared."));
  if (indicator == NULL || g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "comparisons")) == 0)
    return NULL;
  name = bl_record_describe (BL_RECORD (indicator));
  return g_strdup_printf (_ ("The project has no figures of “%s” of these authorities. Published files bring them."), name);
}

static void
show_files (BlPeersView *self, BlIndicator *indicator)
{
  g_autofree char *lacks = say_lacks (self, indicator);

  bl_peers_files_set_lacks (self->files, lacks);
  bl_chart_view_set_chart (self->chart, NULL);
  gtk_stack_set_visible_child_name (self->stack, "files");
}

/* Nobody to compare with: the pane says how to find some. */
static void
show_nobody (BlPeersView *self, const char *reason)
{
  bl_chart_view_set_chart (self->chart, NULL);
  adw_status_page_set_description (self->nobody, reason);
  gtk_stack_set_visible_child_name (self->stack, "nobody");
}

static void
show_peers (BlPeersView *self, BlIndicator *indicator, const BlPeerChoice *choice)
{
  g_autofree char *whom = bl_peer_choice_say (choice);

  show_kinds (self, indicator);
  show_chart (self, indicator);
  show_missing (self);
  set_text (self->compared, whom);
  set_text (self->notes, self->peers->notes);
  show_note (self, indicator);
  gtk_stack_set_visible_child_name (self->stack, "chart");
}

static void
refresh (BlPeersView *self)
{
  BlBaseFigures *figures = bl_session_get_figures (self->session, NULL);
  BlIndicator *indicator;
  g_autoptr (BlPeerChoice) choice = NULL;
  const char *reason = NULL;
  gboolean asked = self->period.kind != BL_PERIOD_KIND_UNKNOWN;

  fill_indicators (self);
  gtk_widget_set_visible (self->top, self->choices->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "peers.import", bl_session_get_editable (self->session));
  indicator = get_indicator (self);
  choice = bl_peers_whom_get_choice (self->whom, &reason);
  g_clear_pointer (&self->peers, bl_peers_free);
  if (figures == NULL || indicator == NULL || own_code (self) == NULL
      || (choice == NULL && bl_peers_whom_get_with (self->whom) == BL_PEERS_WITH_NEIGHBOURS))
    {
      fill_periods (self);
      show_files (self, indicator);
      return;
    }
  if (choice == NULL)
    {
      fill_periods (self);
      show_nobody (self, reason);
      return;
    }
  self->peers = bl_peers_new_of (figures, indicator, (const char *const *) choice->codes->pdata, (const char *const *) choice->names->pdata,
                                 choice->codes->len, asked ? &self->period : NULL);
  fill_periods (self);
  if (has_any (self->peers))
    show_peers (self, indicator, choice);
  else
    show_files (self, indicator);
}

static gboolean
on_refresh (gpointer data)
{
  BlPeersView *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Worked out when it can be seen. */
static void
queue_refresh (BlPeersView *self)
{
  if (self->session == NULL || self->refresh_id != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->refresh_id = g_idle_add (on_refresh, self);
}

/* --- Callbacks ------------------------------------------------------------------------------- */

static void
write_note (BlPeersView *self)
{
  BlIndicator *indicator = get_indicator (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->note_id == 0)
    return;
  g_clear_handle_id (&self->note_id, g_source_remove);
  g_object_get (gtk_text_view_get_buffer (self->note), "text", &text, NULL);
  if (is_in_project (self, indicator) && !bl_edit_set (self->session, BL_RECORD (indicator), "differently", text, &error))
    g_warning ("The answer was not taken: %s", error->message);
}

static gboolean
on_note_paused (gpointer data)
{
  write_note (data);
  return G_SOURCE_REMOVE;
}

static void
on_note_changed (BlPeersView *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->note_id, g_source_remove);
  self->note_id = g_timeout_add (NOTE_DELAY, on_note_paused, self);
}

static void
on_note_left (BlPeersView *self)
{
  write_note (self);
  if (self->session != NULL)
    bl_edit_end (self->session);
}

static void
on_indicator_changed (BlPeersView *self)
{
  BlIndicator *indicator = get_indicator (self);

  if (self->filling || self->session == NULL || indicator == NULL)
    return;
  g_clear_handle_id (&self->note_id, g_source_remove);
  g_free (self->wanted);
  self->wanted = g_strdup (key_of (indicator));
  self->period = (BlPeriod){ 0 };
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
  queue_refresh (self);
}

static void
on_period_changed (BlPeersView *self)
{
  guint selected = gtk_drop_down_get_selected (self->periods);

  if (self->filling || selected >= self->shown_periods->len)
    return;
  self->period = g_array_index (self->shown_periods, BlPeriod, selected);
  queue_refresh (self);
}

static void
on_kind_toggled (BlPeersView *self, GtkToggleButton *button)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  self->kind = get_kind (self);
  queue_refresh (self);
}

static void
on_look_changed (BlPeersView *self)
{
  BlIndicator *indicator = get_indicator (self);

  if (!self->filling && self->peers != NULL && indicator != NULL && has_any (self->peers))
    show_chart (self, indicator);
}

static void
on_narrow_changed (BlPeersView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools), bl_adaptive_bin_get_narrow (self->tools_bin) ? GTK_ORIENTATION_VERTICAL
                                                                                                              : GTK_ORIENTATION_HORIZONTAL);
}

static void
on_mapped (BlPeersView *self)
{
  queue_refresh (self);
}

static void
on_table_shown (BlPeersView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE_SHOWN]);
}

static void
on_pane_revealed (BlPeersView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_SHOWN]);
}

/* --- Actions ------------------------------------------------------------------------------------- */

static void
show_kind (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_peers_view_set_kind (BL_PEERS_VIEW (widget), g_str_equal (name, "peers.show-dots")   ? BL_CHART_DOTS
                                                  : g_str_equal (name, "peers.show-bars") ? BL_CHART_RANKED
                                                                                          : BL_CHART_FUNNEL);
}

static void
toggle_look (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlPeersView *self = BL_PEERS_VIEW (widget);
  GtkCheckButton *button = g_str_equal (name, "peers.toggle-middle") ? self->middle : self->by_chance;

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (BL_PEERS_VIEW (widget)->files), "peers-files.choose", NULL);
}

static void
choose_with (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_peers_whom_set_with (BL_PEERS_VIEW (widget)->whom, g_str_equal (name, "peers.with-neighbours") ? BL_PEERS_WITH_NEIGHBOURS
                                                        : g_str_equal (name, "peers.with-own")      ? BL_PEERS_WITH_OWN
                                                                                                    : BL_PEERS_WITH_COMPUTED);
}

/* --- Overrides ---------------------------------------------------------------------------------- */

static void
bl_peers_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlPeersView *self = BL_PEERS_VIEW (object);

  if (id == PROP_INDICATOR)
    g_value_set_string (value, bl_peers_view_get_indicator (self));
  else if (id == PROP_PANE_SHOWN)
    g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
  else if (id == PROP_TABLE_SHOWN)
    g_value_set_boolean (value, bl_peers_view_get_table_shown (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_peers_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlPeersView *self = BL_PEERS_VIEW (object);

  if (id == PROP_INDICATOR)
    bl_peers_view_set_indicator (self, g_value_get_string (value));
  else if (id == PROP_PANE_SHOWN)
    adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
  else if (id == PROP_TABLE_SHOWN)
    bl_peers_view_set_table_shown (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_peers_view_dispose (GObject *object)
{
  BlPeersView *self = BL_PEERS_VIEW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_peers_view_parent_class)->dispose (object);
}

static void
bl_peers_view_finalize (GObject *object)
{
  BlPeersView *self = BL_PEERS_VIEW (object);

  g_clear_pointer (&self->peers, bl_peers_free);
  g_ptr_array_unref (self->choices);
  g_array_unref (self->shown_periods);
  g_free (self->wanted);
  G_OBJECT_CLASS (bl_peers_view_parent_class)->finalize (object);
}

static void
bl_peers_view_class_init (BlPeersViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_peers_view_get_property;
  object_class->set_property = bl_peers_view_set_property;
  object_class->dispose = bl_peers_view_dispose;
  object_class->finalize = bl_peers_view_finalize;
  properties[PROP_INDICATOR]
      = g_param_spec_string ("indicator", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANE_SHOWN]
      = g_param_spec_boolean ("pane-shown", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE_SHOWN]
      = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_CHART_VIEW);
  g_type_ensure (BL_TYPE_PEERS_FILES);
  g_type_ensure (BL_TYPE_PEERS_WHOM);
  gtk_widget_class_install_action (widget_class, "peers.show-dots", NULL, show_kind);
  gtk_widget_class_install_action (widget_class, "peers.show-bars", NULL, show_kind);
  gtk_widget_class_install_action (widget_class, "peers.show-funnel", NULL, show_kind);
  gtk_widget_class_install_action (widget_class, "peers.toggle-middle", NULL, toggle_look);
  gtk_widget_class_install_action (widget_class, "peers.toggle-chance", NULL, toggle_look);
  gtk_widget_class_install_action (widget_class, "peers.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "peers.with-neighbours", NULL, choose_with);
  gtk_widget_class_install_action (widget_class, "peers.with-own", NULL, choose_with);
  gtk_widget_class_install_action (widget_class, "peers.with-computed", NULL, choose_with);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/peers-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, flap);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, indicators);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, periods);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, order);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, dots);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, bars);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, funnel);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, middle);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, by_chance);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, chart);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, whom);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, files);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, nobody);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, missing);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, no_funnel);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, compared);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, notes);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, note);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, note_box);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, tools);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, top);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, tools_bin);
  gtk_widget_class_bind_template_child (widget_class, BlPeersView, note_hint);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_period_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_look_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_revealed);
  gtk_widget_class_bind_template_callback (widget_class, on_table_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_note_left);
  gtk_widget_class_bind_template_callback (widget_class, queue_refresh);
}

static void
bl_peers_view_init (BlPeersView *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown_periods = g_array_new (FALSE, FALSE, sizeof (BlPeriod));
  self->kind = BL_CHART_DOTS;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed", G_CALLBACK (on_note_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bl_peers_view_new (BlSession *session)
{
  BlPeersView *self = g_object_new (BL_TYPE_PEERS_VIEW, NULL);

  g_return_val_if_fail (BL_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  bl_peers_whom_set_session (self->whom, session);
  bl_peers_files_set_session (self->files, session);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
bl_peers_view_set_indicator (BlPeersView *self, const char *indicator)
{
  g_return_if_fail (BL_IS_PEERS_VIEW (self));

  if (g_strcmp0 (self->wanted, indicator) == 0)
    return;
  write_note (self);
  g_free (self->wanted);
  self->wanted = g_strdup (indicator);
  self->period = (BlPeriod){ 0 };
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
  queue_refresh (self);
}

const char *
bl_peers_view_get_indicator (BlPeersView *self)
{
  BlIndicator *indicator;

  g_return_val_if_fail (BL_IS_PEERS_VIEW (self), NULL);

  indicator = get_indicator (self);
  return indicator != NULL ? key_of (indicator) : self->wanted;
}

void
bl_peers_view_set_table_shown (BlPeersView *self, gboolean shown)
{
  bl_chart_view_set_table_shown (self->chart, shown);
}

gboolean
bl_peers_view_get_table_shown (BlPeersView *self)
{
  return bl_chart_view_get_table_shown (self->chart);
}

BlPeersWhom *
bl_peers_view_get_whom (BlPeersView *self)
{
  return self->whom;
}

BlPeersFiles *
bl_peers_view_get_files (BlPeersView *self)
{
  return self->files;
}

BlChartView *
bl_peers_view_get_chart_view (BlPeersView *self)
{
  return self->chart;
}

void
bl_peers_view_set_kind (BlPeersView *self, BlChartKind kind)
{
  for (guint b = 0; b < N_KINDS; b++)
    if (kinds_of_buttons[b] == kind && gtk_widget_get_sensitive (GTK_WIDGET (button_of (self, b))))
      gtk_toggle_button_set_active (button_of (self, b), TRUE);
}
