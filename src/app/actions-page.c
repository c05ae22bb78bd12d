/* actions-page.c: the action plan: who does what by when, and what wants an eye
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "actions-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "action-edit.h"
#include "action-editor.h"
#include "actions-study.h"
#include "adaptive-bin.h"
#include "assessment-study.h"
#include "chart-view.h"
#include "gantt-chart.h"
#include "text.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define PANE_WIDTH 360

struct _BlActionsPage
{
  AdwBin parent;
  BlSession *session;
  BlActionsStudy *study;
  GListStore *shown; /* of BlAction: as the study orders them, as far as the filters let through */
  GtkSingleSelection *selection;
  char *subtitle;
  gboolean syncing;
  BlAdaptiveBin *bin;
  AdwFlap *flap;
  AdwToastOverlay *toasts;
  BlActionEditor *editor;
  GtkWidget *start, *end, *toolbar;
  AdwButtonContent *add_content;
  GtkStack *stack, *views;
  GtkColumnView *table;
  GtkBox *board;
  BlChartView *chart;
  GtkLabel *finding, *no_dates;
  GtkDropDown *owner, *state, *outcome;
};

enum
{
  PROP_SESSION = 1,
  PROP_VIEW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlActionsPage, bl_actions_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, page_init))

/* --- The page ------------------------------------------------------------------------- */

static const char *
get_title (BlPage *page)
{
  return _ ("Actions");
}

static const char *
get_subtitle (BlPage *page)
{
  return BL_ACTIONS_PAGE (page)->subtitle;
}

static GtkWidget *
get_start (BlPage *page)
{
  return BL_ACTIONS_PAGE (page)->start;
}

static GtkWidget *
get_end (BlPage *page)
{
  return BL_ACTIONS_PAGE (page)->end;
}

static AdwToastOverlay *
get_toast_overlay (BlPage *page)
{
  return BL_ACTIONS_PAGE (page)->toasts;
}

static void
page_init (BlPageInterface *iface)
{
  iface->get_title = get_title;
  iface->get_subtitle = get_subtitle;
  iface->get_start = get_start;
  iface->get_end = get_end;
  iface->get_toast_overlay = get_toast_overlay;
}

/* --- Words of an action ------------------------------------------------------------------ */

typedef enum
{
  COLUMN_TITLE,
  COLUMN_OWNER,
  COLUMN_END,
  COLUMN_STATE,
  COLUMN_PERCENT,
  COLUMN_OUTCOMES,
  COLUMN_FROM,
  N_COLUMNS
} Column;

static const char *
say_title (BlRecord *action)
{
  const char *title = bl_record_get_text (action, "title");

  return title != NULL ? title : _ ("Not named yet");
}

/* What an action comes from: the self-assessment, or an earlier plan; a dash: nothing else. */
static char *
say_from (BlActionsPage *self, BlRecord *action)
{
  const char *assessment = bl_record_get_text (action, "assessment"), *carried = bl_record_get_text (action, "carried-ref");
  BlRecord *found = assessment != NULL ? bl_project_find (bl_session_get_project (self->session), assessment) : NULL;

  if (found != NULL)
    return g_strdup_printf (_ ("Self-assessment %s"), bl_record_get_text (found, "title") != NULL ? bl_record_get_text (found, "title") : "");
  if (carried != NULL)
    return g_strdup_printf (_ ("Carried over from %s"), carried);
  return g_strdup (_ ("Made here"));
}

/* @below: the second line, dim; NULL: none. */
static char *
say_cell (BlActionsPage *self, BlAction *action, Column column, char **below)
{
  BlRecord *record = BL_RECORD (action);
  const BlActionItem *item = bl_actions_study_find (self->study, action);
  const char *ref, *text;
  guint32 day = 0;

  *below = NULL;
  if (item == NULL)
    return g_strdup ("");
  switch (column)
    {
    case COLUMN_TITLE:
      ref = bl_record_get_text (record, "ref");
      *below = bl_action_item_say_neglect (item);
      return g_strdup_printf ("%s %s", ref != NULL ? ref : "", say_title (record));
    case COLUMN_OWNER:
      text = bl_record_get_text (record, "owner");
      return g_strdup (text != NULL ? text : _ ("No owner"));
    case COLUMN_END:
      *below = bl_action_item_say_time (item);
      return bl_record_get_date (record, "end", &day) ? bl_text_date_for_people (day) : g_strdup (_ ("not known"));
    case COLUMN_STATE:
      return g_strdup (_ (bl_action_state_get_title (item->state)));
    case COLUMN_PERCENT:
      return item->percent >= 0 ? g_strdup_printf ("%d%%", item->percent) : g_strdup (_ ("not known"));
    case COLUMN_OUTCOMES:
      text = bl_record_get_text (record, "outcomes");
      return g_strdup (text != NULL ? text : _ ("not known"));
    case COLUMN_FROM:
    default:
      return say_from (self, record);
    }
}

/* --- The table ------------------------------------------------------------------------------ */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, BlActionsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *label = gtk_label_new (NULL), *below = gtk_label_new (NULL);
  GtkWidget *labels[] = { label, below };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (below, "small");
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, BlActionsPage *self)
{
  Column column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item)), *below = gtk_widget_get_next_sibling (label);
  BlAction *action = gtk_list_item_get_item (item);
  g_autofree char *second = NULL, *words = say_cell (self, action, column, &second);
  const BlActionItem *found = bl_actions_study_find (self->study, action);

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_label_set_label (GTK_LABEL (below), second != NULL ? second : "");
  gtk_widget_set_visible (below, second != NULL);
  gtk_widget_remove_css_class (below, "warn-text");
  gtk_widget_remove_css_class (below, "dim-label");
  gtk_widget_add_css_class (below, column == COLUMN_TITLE || (found != NULL && found->late) ? "warn-text" : "dim-label");
}

static void
make_columns (BlActionsPage *self)
{
  static const struct
  {
    const char *title;
    gboolean expand;
  } columns[N_COLUMNS] = {
    { N_ ("Action"), TRUE },  { N_ ("Owner"), FALSE },    { N_ ("Finish"), FALSE },    { N_ ("Achieved"), FALSE },
    { N_ ("How far"), FALSE }, { N_ ("Outcomes"), FALSE }, { N_ ("Comes from"), FALSE },
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->table, column);
    }
}

/* --- By state -------------------------------------------------------------------------------- */

static void
on_card_clicked (BlActionsPage *self, GtkWidget *card)
{
  bl_actions_page_pick (self, g_object_get_data (G_OBJECT (card), "action"));
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static GtkWidget *
make_card (BlActionsPage *self, BlAction *action)
{
  GtkWidget *card = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  static const Column parts[] = { COLUMN_TITLE, COLUMN_OWNER, COLUMN_END };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *below = NULL, *words = say_cell (self, action, parts[i], &below), *line = NULL;
      GtkWidget *label;

      line = parts[i] == COLUMN_END && below != NULL ? g_strdup_printf ("%s · %s", words, below) : g_strdup (words);
      label = gtk_label_new (line);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "small");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
      if (parts[i] == COLUMN_TITLE && below != NULL)
        {
          label = gtk_label_new (below);
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
          gtk_widget_add_css_class (label, "small");
          gtk_widget_add_css_class (label, "warn-text");
          gtk_box_append (GTK_BOX (box), label);
        }
    }
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "tile");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, say_title (BL_RECORD (action)), -1);
  g_object_set_data_full (G_OBJECT (card), "action", g_object_ref (action), g_object_unref);
  g_signal_connect_object (card, "clicked", G_CALLBACK (on_card_clicked), self, G_CONNECT_SWAPPED);
  return card;
}

static void
show_board (BlActionsPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->board))) != NULL)
    gtk_box_remove (self->board, child);
  for (int state = BL_ACTION_UNKNOWN; state <= BL_ACTION_NO; state++)
    {
      GtkWidget *lane = NULL;
      guint n = 0;

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
        {
          g_autoptr (BlAction) action = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

          if (bl_record_get_enum (BL_RECORD (action), "state") != state)
            continue;
          if (lane == NULL)
            lane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
          gtk_box_append (GTK_BOX (lane), make_card (self, action));
          n++;
        }
      if (lane != NULL)
        {
          g_autofree char *words = g_strdup_printf ("%s (%u)", _ (bl_action_state_get_title (state)), n);
          GtkWidget *heading = gtk_label_new (words);

          gtk_label_set_xalign (GTK_LABEL (heading), 0);
          gtk_widget_add_css_class (heading, "heading");
          gtk_box_prepend (GTK_BOX (lane), heading);
          gtk_box_append (self->board, lane);
        }
    }
}

/* --- Over time ---------------------------------------------------------------------------------- */

static void
show_time (BlActionsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown)), dated = 0;
  g_autofree BlGanttItem *items = g_new0 (BlGanttItem, MAX (n, 1));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  BlGanttChart asked = { .items_title = _ ("Action"), .items = items, .today = self->study->today };
  g_autoptr (BlChart) chart = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlAction) action = g_list_model_get_item (G_LIST_MODEL (self->shown), i); /* the store holds it */
      const BlActionItem *item = bl_actions_study_find (self->study, action);
      GListModel *milestones = bl_record_get_list (BL_RECORD (action), "milestones");
      BlGanttItem *bar = &items[dated];

      *bar = (BlGanttItem){ .name = say_title (BL_RECORD (action)), .done = NAN };
      bl_record_get_date (BL_RECORD (action), "start", &bar->start);
      bl_record_get_date (BL_RECORD (action), "end", &bar->end);
      if (item != NULL && item->percent >= 0)
        bar->done = item->percent / 100.0;
      /* The next that is not done yet. */
      for (guint j = 0; j < g_list_model_get_n_items (milestones) && bar->milestone == 0; j++)
        {
          g_autoptr (BlRecord) milestone = g_list_model_get_item (milestones, j);

          if (!bl_record_is_known (milestone, "done") && bl_record_get_date (milestone, "due", &bar->milestone))
            bar->milestone_name = bl_record_get_text (milestone, "title");
        }
      dated += bar->start != 0 || bar->end != 0;
    }
  asked.n_items = dated;
  if (dated > 0)
    chart = bl_gantt_chart_new (&asked);
  bl_chart_view_set_chart (self->chart, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->no_dates), dated < n);
  if (dated < n)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u action has no dates yet and is not drawn.",
                                                          "%u actions have no dates yet and are not drawn.", n - dated),
                                                n - dated);
      gtk_label_set_label (self->no_dates, words);
    }
}

/* --- What is shown --------------------------------------------------------------------------------- */

static gboolean
is_wanted (BlActionsPage *self, BlAction *action)
{
  GtkStringObject *owner = gtk_drop_down_get_selected_item (self->owner);
  guint at = gtk_drop_down_get_selected (self->owner), state = gtk_drop_down_get_selected (self->state),
        outcome = gtk_drop_down_get_selected (self->outcome);
  const char *own = bl_record_get_text (BL_RECORD (action), "owner"), *outcomes = bl_record_get_text (BL_RECORD (action), "outcomes");

  if (at == 1 && own != NULL)
    return FALSE;
  if (at > 1 && owner != NULL && at != GTK_INVALID_LIST_POSITION && g_strcmp0 (own, gtk_string_object_get_string (owner)) != 0)
    return FALSE;
  if (state > 0 && state != GTK_INVALID_LIST_POSITION && bl_record_get_enum (BL_RECORD (action), "state") != (int) state - 1)
    return FALSE;
  if (outcome > 0 && outcome != GTK_INVALID_LIST_POSITION)
    {
      g_auto (GStrv) words = outcomes != NULL ? g_strsplit_set (outcomes, " ,", -1) : NULL;
      g_autofree char *number = g_strdup_printf ("%u", outcome);

      return words != NULL && g_strv_contains ((const char *const *) words, number);
    }
  return TRUE;
}

/* The owners there are; the one chosen stays chosen. */
static void
fill_owners (BlActionsPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkStringObject *had = gtk_drop_down_get_selected_item (self->owner);
  g_autofree char *name = had != NULL ? g_strdup (gtk_string_object_get_string (had)) : NULL;
  guint chosen = 0;

  gtk_string_list_append (titles, _ ("Every owner"));
  gtk_string_list_append (titles, _ ("No owner"));
  for (guint i = 0; i < self->study->n; i++)
    {
      const char *owner = bl_record_get_text (BL_RECORD (self->study->items[i].action), "owner");

      if (owner != NULL && !g_ptr_array_find_with_equal_func (names, owner, g_str_equal, NULL))
        {
          g_ptr_array_add (names, (gpointer) owner);
          gtk_string_list_append (titles, owner);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (titles)); i++)
    if (g_strcmp0 (gtk_string_list_get_string (titles, i), name) == 0)
      chosen = i;
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->owner, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->owner, chosen);
  self->syncing = FALSE;
}

static void
update (BlActionsPage *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  BlAction *picked = bl_action_editor_get_action (self->editor);

  for (guint i = 0; i < self->study->n; i++)
    if (is_wanted (self, self->study->items[i].action))
      g_ptr_array_add (wanted, self->study->items[i].action);
  self->syncing = TRUE;
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), wanted->pdata, wanted->len);
  self->syncing = FALSE;
  show_board (self);
  show_time (self);
  gtk_stack_set_visible_child_name (self->stack, self->study->n == 0 ? "empty" : wanted->len == 0 ? "none" : "actions");
  bl_actions_page_pick (self, picked);
}

static void
on_project_changed (BlActionsPage *self)
{
  BlProject *project = bl_session_get_project (self->session);

  g_clear_pointer (&self->study, bl_actions_study_free);
  self->study = bl_actions_study_new (project, bl_clock_today (bl_project_get_clock (project)));
  g_free (self->subtitle);
  self->subtitle = bl_actions_study_say (self->study);
  gtk_label_set_label (self->finding, self->subtitle);
  fill_owners (self);
  update (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add", bl_session_get_editable (self->session));
  bl_page_header_changed (BL_PAGE (self));
}

static void
on_filtered (BlActionsPage *self)
{
  if (!self->syncing && self->study != NULL)
    update (self);
}

static void
on_show_all (BlActionsPage *self)
{
  gtk_drop_down_set_selected (self->owner, 0);
  gtk_drop_down_set_selected (self->state, 0);
  gtk_drop_down_set_selected (self->outcome, 0);
}

static void
on_selected (BlActionsPage *self)
{
  BlAction *action = gtk_single_selection_get_selected_item (self->selection);

  if (self->syncing || action == NULL)
    return;
  bl_action_editor_set_action (self->editor, self->session, action);
  if (!bl_adaptive_bin_get_narrow (self->bin))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_activated (BlActionsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  bl_action_editor_focus (self->editor);
}

static void
on_hide_pane (BlActionsPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_narrow_changed (BlActionsPage *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  if (narrow)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_button_content_set_label (self->add_content, narrow ? "" : _ ("Add action"));
}

static void
on_view_changed (BlActionsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* As wide as its words are large, as far as the window can give. */
static void
update_pane_width (GtkWidget *widget)
{
  BlActionsPage *self = BL_ACTIONS_PAGE (widget);

  gtk_widget_set_size_request (GTK_WIDGET (self->editor), MIN (PANE_WIDTH * bl_theme_get_text_scale (widget), 600), -1);
}

/* --- Actions of the page ---------------------------------------------------------------------------- */

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlActionsPage *self = BL_ACTIONS_PAGE (widget);
  BlAction *action;

  on_show_all (self);
  action = bl_action_edit_add (self->session);
  if (action == NULL)
    return;
  bl_actions_page_pick (self, action);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  bl_action_editor_focus (self->editor);
}

static void
toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = BL_ACTIONS_PAGE (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* The table is the twin of the other two. */
static void
toggle_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkStack *views = BL_ACTIONS_PAGE (widget)->views;

  gtk_stack_set_visible_child_name (views, g_strcmp0 (gtk_stack_get_visible_child_name (views), "table") == 0 ? "time" : "table");
}

/* --- Overrides ----------------------------------------------------------------------------------------- */

static void
fill_filters (BlActionsPage *self)
{
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (self->session), NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL), outcomes = gtk_string_list_new (NULL);

  gtk_string_list_append (states, _ ("Every state"));
  for (int i = BL_ACTION_UNKNOWN; i <= BL_ACTION_NO; i++)
    gtk_string_list_append (states, _ (bl_action_state_get_title (i)));
  gtk_string_list_append (outcomes, _ ("Every Outcome"));
  for (guint i = 1; i <= 7; i++)
    {
      const char *title = dictionary != NULL ? bl_dictionary_get_outcome_title (dictionary, i) : NULL;
      g_autofree char *words = g_strdup_printf ("%u %s", i, title != NULL ? title : "");

      gtk_string_list_append (outcomes, words);
    }
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (outcomes));
}

static void
bl_actions_page_constructed (GObject *object)
{
  BlActionsPage *self = BL_ACTIONS_PAGE (object);

  G_OBJECT_CLASS (bl_actions_page_parent_class)->constructed (object);
  fill_filters (self);
  bl_action_editor_set_action (self->editor, self->session, NULL);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  on_project_changed (self);
}

static void
bl_actions_page_dispose (GObject *object)
{
  BlActionsPage *self = BL_ACTIONS_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_pointer (&self->study, bl_actions_study_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_actions_page_parent_class)->dispose (object);
}

static void
bl_actions_page_finalize (GObject *object)
{
  g_free (BL_ACTIONS_PAGE (object)->subtitle);
  G_OBJECT_CLASS (bl_actions_page_parent_class)->finalize (object);
}

static void
bl_actions_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlActionsPage *self = BL_ACTIONS_PAGE (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_VIEW)
    g_value_set_string (value, gtk_stack_get_visible_child_name (self->views));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_actions_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlActionsPage *self = BL_ACTIONS_PAGE (object);

  if (id == PROP_SESSION)
    self->session = g_value_dup_object (value);
  else if (id == PROP_VIEW)
    gtk_stack_set_visible_child_name (self->views, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_actions_page_class_init (BlActionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_actions_page_constructed;
  object_class->dispose = bl_actions_page_dispose;
  object_class->finalize = bl_actions_page_finalize;
  object_class->get_property = bl_actions_page_get_property;
  object_class->set_property = bl_actions_page_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "page.toggle-pane", NULL, toggle_pane);
  gtk_widget_class_install_action (widget_class, "page.toggle-table", NULL, toggle_table);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_ACTION_EDITOR);
  g_type_ensure (BL_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/actions-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlActionsPage, child)
  BIND (bin);
  BIND (flap);
  BIND (toasts);
  BIND (editor);
  BIND (start);
  BIND (end);
  BIND (toolbar);
  BIND (add_content);
  BIND (stack);
  BIND (views);
  BIND (table);
  BIND (board);
  BIND (chart);
  BIND (finding);
  BIND (no_dates);
  BIND (owner);
  BIND (state);
  BIND (outcome);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_filtered);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_hide_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
bl_actions_page_init (BlActionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_list_store_new (BL_TYPE_ACTION);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  make_columns (self);
  /* The rows are in a list below the titles, which takes the keyboard. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Actions"), -1);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  bl_theme_connect (GTK_WIDGET (self), update_pane_width);
  update_pane_width (GTK_WIDGET (self));
}

BlActionsPage *
bl_actions_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_ACTIONS_PAGE, "session", session, NULL);
}

void
bl_actions_page_pick (BlActionsPage *self, BlAction *action)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (BL_IS_ACTIONS_PAGE (self));
  if (action != NULL && bl_record_get_parent (BL_RECORD (action)) == NULL)
    action = NULL;
  if (action != NULL && !g_list_store_find (self->shown, action, &position))
    position = GTK_INVALID_LIST_POSITION;
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
  if (bl_action_editor_get_action (self->editor) != action)
    bl_action_editor_set_action (self->editor, self->session, action);
}

guint
bl_actions_page_count (BlActionsPage *self)
{
  g_return_val_if_fail (BL_IS_ACTIONS_PAGE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}
