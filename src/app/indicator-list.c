/* indicator-list.c: the indicators of a project, by Outcome and area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-list.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "indicator-groups.h"
#include "indicator-row.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define CONTENT_WIDTH 980
#define N_OUTCOMES BL_N_OUTCOMES
#define N_GROUPS BL_N_INDICATOR_GROUPS

struct _BlIndicatorList
{
  AdwBin parent;
  BlSession *session;
  BlIndicatorModel *model;
  BlAdaptiveBin *bin;
  AdwClamp *clamp;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkBox *head, *groups;
  GtkWidget *filters, *no_series, *nothing;
  GtkLabel *finding, *nothing_label;
  GtkToggleButton *all, *with_figures, *attention, *no_data;
  AdwStatusPage *broken;
  GtkWidget *parts[N_GROUPS];   /* a heading and a list; NULL: there is none */
  GtkListBox *lists[N_GROUPS];
  GPtrArray *rows;              /* of BlIndicatorRow, not owned: the lists do */
  char *made_of;                /* which indicators stand where */
  BlIndicatorFilter filter;
  char *sought;                 /* folded; NULL: nothing */
};

enum
{
  CHOSEN,
  OUTCOME_CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlIndicatorList, bl_indicator_list, ADW_TYPE_BIN)

/* --- Groups ---------------------------------------------------------------------- */

static const char *
group_title (BlIndicatorList *self, guint group)
{
  return bl_indicator_group_get_title (bl_context_get_dictionary (bl_session_get_context (self->session), NULL), group);
}

static void
on_row_activated (BlIndicatorList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, bl_indicator_row_get_indicator (BL_INDICATOR_ROW (row)));
}

static void
on_outcome_clicked (BlIndicatorList *self, GtkWidget *button)
{
  g_signal_emit (self, signals[OUTCOME_CHOSEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "outcome")));
}

/* Past the last row of a list comes the first of the next. */
static gboolean
on_keynav_failed (BlIndicatorList *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (root),
                                 direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_heading (BlIndicatorList *self, guint group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *title;
  const char *words = group_title (self, group);

  if (group < N_OUTCOMES)
    {
      g_autofree char *number = g_strdup_printf ("%u", group + 1);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  title = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  if (group < N_OUTCOMES)
    {
      /* Translators: %s is an Outcome: "Increased reading and literacy". */
      g_autofree char *name = g_strdup_printf (_ ("One-page picture of “%s”"), words);
      GtkWidget *button = gtk_button_new_with_label (_ ("Picture"));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "small");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (button), "outcome", GUINT_TO_POINTER (group + 1));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_outcome_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* --- Which are shown -------------------------------------------------------------- */

static gboolean
passes (const BlIndicatorSummary *summary, BlIndicatorFilter filter)
{
  switch (filter)
    {
    case BL_INDICATORS_WITH_FIGURES:
      return summary != NULL && summary->figure != BL_SUMMARY_NO_DATA;
    case BL_INDICATORS_ATTENTION:
      return summary != NULL && summary->attention != NULL;
    case BL_INDICATORS_NO_DATA:
      return summary != NULL && summary->figure == BL_SUMMARY_NO_DATA;
    case BL_INDICATORS_ALL:
    default:
      return TRUE;
    }
}

static gboolean
is_sought (BlIndicatorList *self, BlIndicator *indicator)
{
  static const char *const fields[] = { "name", "noun", "means", "item", "owner" };

  if (self->sought == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = bl_record_get_text (BL_RECORD (indicator), fields[i]);
      g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

      if (folded != NULL && strstr (folded, self->sought) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
apply_filter (BlIndicatorList *self)
{
  gboolean any[N_GROUPS] = { FALSE }, some = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      BlIndicatorRow *row = g_ptr_array_index (self->rows, i);
      gboolean shown = passes (bl_indicator_row_get_summary (row), self->filter)
                       && is_sought (self, bl_indicator_row_get_indicator (row));

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      any[bl_indicator_group_of (bl_indicator_row_get_indicator (row))] |= shown;
      some |= shown;
    }
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->parts[i] != NULL)
      gtk_widget_set_visible (self->parts[i], any[i]);
  gtk_widget_set_visible (self->nothing, !some && self->rows->len > 0);
  gtk_label_set_label (self->nothing_label, self->sought != NULL ? _ ("No indicator is called so.")
                                            : self->filter == BL_INDICATORS_ATTENTION
                                                ? _ ("None needs attention.")
                                                : _ ("None of the indicators is so."));
}

/* --- Counts and finding ------------------------------------------------------------ */

static void
show_finding (BlIndicatorList *self)
{
  g_autofree const BlIndicatorSummary **summaries = g_new0 (const BlIndicatorSummary *, self->rows->len + 1);
  g_autofree char *finding = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      summaries[i] = bl_indicator_row_get_summary (g_ptr_array_index (self->rows, i));
      if (summaries[i] == NULL)
        {
          gtk_label_set_label (self->finding, _ ("Looking up the figures…"));
          return;
        }
    }
  finding = bl_indicator_summaries_finding (summaries, self->rows->len);
  gtk_label_set_label (self->finding, finding);
}

static void
show_counts (BlIndicatorList *self)
{
  GtkToggleButton *buttons[] = { self->all, self->with_figures, self->attention, self->no_data };
  g_autofree char *all = g_strdup_printf (_ ("All %u"), bl_indicator_list_count (self, BL_INDICATORS_ALL));
  g_autofree char *with = g_strdup_printf (_ ("With figures %u"), bl_indicator_list_count (self, BL_INDICATORS_WITH_FIGURES));
  g_autofree char *look = g_strdup_printf (_ ("Need attention %u"), bl_indicator_list_count (self, BL_INDICATORS_ATTENTION));
  g_autofree char *lack = g_strdup_printf (_ ("No data %u"), bl_indicator_list_count (self, BL_INDICATORS_NO_DATA));
  const char *labels[] = { all, with, look, lack };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_button_set_label (GTK_BUTTON (buttons[i]), labels[i]);
  show_finding (self);
}

/* --- Rows ---------------------------------------------------------------------------- */

static BlIndicatorRow *
find_row (BlIndicatorList *self, BlIndicator *indicator)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (bl_indicator_row_get_indicator (g_ptr_array_index (self->rows, i)) == indicator)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/* The ids of all, each with its group: while that is the same, the rows stay. */
static char *
describe_order (BlIndicatorList *self)
{
  GListModel *indicators = bl_indicator_model_get_indicators (self->model);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);

      g_string_append_printf (words, "%s %u\n", bl_record_get_id (BL_RECORD (indicator)), bl_indicator_group_of (indicator));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
make_part (BlIndicatorList *self, guint group)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, group_title (self, group), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (on_keynav_failed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (part), make_heading (self, group));
  gtk_box_append (GTK_BOX (part), list);
  gtk_box_append (self->groups, part);
  self->parts[group] = part;
  self->lists[group] = GTK_LIST_BOX (list);
}

static void
make_rows (BlIndicatorList *self)
{
  GListModel *indicators = bl_indicator_model_get_indicators (self->model);
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  memset (self->parts, 0, sizeof self->parts);
  memset (self->lists, 0, sizeof self->lists);
  for (guint group = 0; group < N_GROUPS; group++)
    for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
      {
        g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
        GtkWidget *row;

        if (bl_indicator_group_of (indicator) != group)
          continue;
        if (self->parts[group] == NULL)
          make_part (self, group);
        row = bl_indicator_row_new (indicator);
        bl_indicator_row_set_narrow (BL_INDICATOR_ROW (row), narrow);
        bl_indicator_row_set_answer (BL_INDICATOR_ROW (row), bl_indicator_model_peek (self->model, indicator));
        gtk_list_box_append (self->lists[group], row);
        g_ptr_array_add (self->rows, row);
      }
}

static void
refresh (BlIndicatorList *self)
{
  GListModel *indicators = bl_indicator_model_get_indicators (self->model);
  BlRecord *project = BL_RECORD (bl_session_get_project (self->session));
  const char *reason = NULL;
  g_autofree char *order = describe_order (self);

  if (bl_session_get_figures (self->session, &reason) == NULL)
    {
      adw_status_page_set_description (self->broken, reason);
      gtk_stack_set_visible_child_name (self->stack, "broken");
      return;
    }
  if (g_strcmp0 (order, self->made_of) != 0)
    {
      make_rows (self);
      g_free (self->made_of);
      self->made_of = g_steal_pointer (&order);
    }
  gtk_widget_set_visible (self->no_series, g_list_model_get_n_items (bl_record_get_list (project, "series")) == 0
                                               && g_list_model_get_n_items (bl_record_get_list (project, "comparisons")) == 0);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (indicators) > 0 ? "list" : "empty");
  show_counts (self);
  apply_filter (self);
}

static void
on_answered (BlIndicatorList *self, BlIndicator *indicator)
{
  BlIndicatorRow *row = find_row (self, indicator);

  if (row != NULL)
    bl_indicator_row_set_answer (row, bl_indicator_model_peek (self->model, indicator));
}

static void
on_finished (BlIndicatorList *self)
{
  show_counts (self);
  apply_filter (self);
}

/* --- Callbacks -------------------------------------------------------------------------- */

static void
on_narrow_changed (BlIndicatorList *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < self->rows->len; i++)
    bl_indicator_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
}

/* As wide as its words are large. */
static void
update_clamp (GtkWidget *widget)
{
  BlIndicatorList *self = BL_INDICATOR_LIST (widget);
  int width = CONTENT_WIDTH * bl_theme_get_text_scale (widget);

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

static void
on_search_changed (BlIndicatorList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->sought);
  self->sought = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  apply_filter (self);
}

static void
on_filter_toggled (BlIndicatorList *self)
{
  self->filter = gtk_toggle_button_get_active (self->with_figures) ? BL_INDICATORS_WITH_FIGURES
                 : gtk_toggle_button_get_active (self->attention) ? BL_INDICATORS_ATTENTION
                 : gtk_toggle_button_get_active (self->no_data)   ? BL_INDICATORS_NO_DATA
                                                                  : BL_INDICATORS_ALL;
  apply_filter (self);
}

static void
on_show_all (BlIndicatorList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_clear_pointer (&self->sought, g_free);
  gtk_toggle_button_set_active (self->all, TRUE);
  apply_filter (self);
}

/* --- Overrides ----------------------------------------------------------------------------- */

static void
bl_indicator_list_dispose (GObject *object)
{
  BlIndicatorList *self = BL_INDICATOR_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  self->model = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_indicator_list_parent_class)->dispose (object);
}

static void
bl_indicator_list_finalize (GObject *object)
{
  BlIndicatorList *self = BL_INDICATOR_LIST (object);

  g_ptr_array_unref (self->rows);
  g_free (self->made_of);
  g_free (self->sought);
  G_OBJECT_CLASS (bl_indicator_list_parent_class)->finalize (object);
}

static void
bl_indicator_list_class_init (BlIndicatorListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_indicator_list_dispose;
  object_class->finalize = bl_indicator_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  BL_TYPE_INDICATOR);
  signals[OUTCOME_CHOSEN] = g_signal_new ("outcome-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, bin);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, clamp);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, search);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, stack);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, head);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, groups);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, filters);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, no_series);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, nothing);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, finding);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, all);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, with_figures);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, attention);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, no_data);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorList, broken);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
}

static void
bl_indicator_list_init (BlIndicatorList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bl_theme_connect (GTK_WIDGET (self), update_clamp);
  update_clamp (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
}

void
bl_indicator_list_set_session (BlIndicatorList *self, BlSession *session)
{
  g_return_if_fail (BL_IS_INDICATOR_LIST (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->model = bl_indicator_model_of (session);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
bl_indicator_list_find (BlIndicatorList *self)
{
  g_return_if_fail (BL_IS_INDICATOR_LIST (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
bl_indicator_list_set_filter (BlIndicatorList *self, BlIndicatorFilter filter)
{
  GtkToggleButton *toggles[] = { self->all, self->with_figures, self->attention, self->no_data };

  g_return_if_fail (BL_IS_INDICATOR_LIST (self) && filter < BL_N_INDICATOR_FILTERS);
  gtk_toggle_button_set_active (toggles[filter], TRUE);
}

guint
bl_indicator_list_count (BlIndicatorList *self, BlIndicatorFilter filter)
{
  guint n = 0;

  g_return_val_if_fail (BL_IS_INDICATOR_LIST (self), 0);
  for (guint i = 0; i < self->rows->len; i++)
    n += passes (bl_indicator_row_get_summary (g_ptr_array_index (self->rows, i)), filter);
  return n;
}

void
bl_indicator_list_reveal (BlIndicatorList *self, BlIndicator *indicator)
{
  BlIndicatorRow *row;

  g_return_if_fail (BL_IS_INDICATOR_LIST (self));
  row = find_row (self, indicator);
  if (row == NULL)
    return;
  if (!gtk_widget_get_visible (GTK_WIDGET (row)))
    on_show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

const char *
bl_indicator_list_get_finding (BlIndicatorList *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_LIST (self), NULL);
  return gtk_label_get_label (self->finding);
}
