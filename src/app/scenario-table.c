/* scenario-table.c: what changes, area by area: the map as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scenario-key.h"
#include "text.h"

struct _BlScenarioTable
{
  GtkWidget parent_instance;

  GtkLabel *count;
  GtkStack *stack;
  GtkLabel *hint;
  GtkDropDown *filter_choice;
  GtkColumnView *view;
  GtkColumnViewColumn *columns[BL_SCENARIO_N_COLUMNS];

  GListStore *rows;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  guint shown;           /* which filter */
  int area;              /* picked */
  gboolean today;        /* no scenario is looked at: nothing changes */
  gboolean showing;      /* widgets are being set by us */
};

G_DEFINE_FINAL_TYPE (BlScenarioTable, bl_scenario_table, GTK_TYPE_WIDGET)

enum
{
  AREA_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* As in the legend; after them all areas. */
static const BlEffect order[]
    = { BL_EFFECT_LOST, BL_EFFECT_FURTHER, BL_EFFECT_BEYOND, BL_EFFECT_NEARER, BL_EFFECT_GAINED };

static gboolean
is_shown (gpointer item, gpointer data)
{
  BlScenarioTable *self = data;
  BlEffect effect = bl_scenario_row_get_effect (item);

  if (self->shown == 0)
    return effect != BL_EFFECT_NONE;
  return self->shown > G_N_ELEMENTS (order) || effect == order[self->shown - 1];
}

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  int answer = bl_scenario_row_compare ((BlScenarioRow *) a, (BlScenarioRow *) b, GPOINTER_TO_INT (column));

  return answer < 0 ? GTK_ORDERING_SMALLER : answer > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

/* Under today every list of what changes is empty; only all areas are something to look at. */
static gboolean
has_nothing_to_show (BlScenarioTable *self)
{
  return self->today && self->shown <= G_N_ELEMENTS (order);
}

static void
update_count (BlScenarioTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  double people = 0;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  gtk_stack_set_visible_child_name (self->stack, has_nothing_to_show (self) ? "today" : "table");
  if (has_nothing_to_show (self))
    {
      gtk_label_set_text (self->count, _ ("Today: nothing changes"));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlScenarioRow) row = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);
      double here = bl_scenario_row_get_number (row, BL_SCENARIO_COLUMN_PEOPLE);

      people += isnan (here) ? 0 : here;
    }
  number = bl_text_number (people, 0);
  text = g_strdup_printf (ngettext ("%u area, %s people", "%u areas, %s people", n), n, number);
  gtk_label_set_text (self->count, text);
}

/* --- Selection ------------------------------------------------------------------ */

static void
show_picked (BlScenarioTable *self)
{
  guint position = GTK_INVALID_LIST_POSITION;
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; self->area >= 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BlScenarioRow) row = g_list_model_get_item (model, i);

      if (bl_scenario_row_get_area (row) == (guint) self->area)
        position = i;
    }
  self->showing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->showing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (GTK_IS_LIST_VIEW (child))
        gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

static void
on_selected (BlScenarioTable *self)
{
  BlScenarioRow *row = gtk_single_selection_get_selected_item (self->selection);
  int area = row != NULL ? (int) bl_scenario_row_get_area (row) : -1;

  if (self->showing || area == self->area)
    return;
  self->area = area;
  g_signal_emit (self, signals[AREA_PICKED], 0, area);
}

static void
refilter (BlScenarioTable *self)
{
  self->showing = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->showing = FALSE;
  update_count (self);
  show_picked (self);
}

static void
on_filter_chosen (BlScenarioTable *self)
{
  guint chosen = gtk_drop_down_get_selected (self->filter_choice);

  if (self->showing || self->filter == NULL || chosen == GTK_INVALID_LIST_POSITION || chosen == self->shown)
    return;
  self->shown = chosen;
  refilter (self);
}

/* --- Cells ----------------------------------------------------------------------- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), bl_scenario_row_is_number (GPOINTER_TO_INT (column)) ? 1 : 0);
  /* Areas of one district differ at the end of their names. */
  gtk_label_set_ellipsize (GTK_LABEL (label), GPOINTER_TO_INT (column) == BL_SCENARIO_COLUMN_AREA
                                                  ? PANGO_ELLIPSIZE_START
                                                  : PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* The row takes the keyboard and is called after its area and what changes; cells are not reached. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  BlScenarioRow *row = gtk_list_item_get_item (item);
  const char *text = bl_scenario_row_get_text (row, GPOINTER_TO_INT (column));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (GPOINTER_TO_INT (column) == BL_SCENARIO_COLUMN_AREA)
    {
      GtkWidget *cell = gtk_widget_get_parent (label);
      GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

      if (line != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}

/* There is no call for it: a title is a box of label and arrow in the header's row. */
static void
on_mapped (BlScenarioTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  int column = 0;

  for (GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL; title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *inner = gtk_widget_get_first_child (title);

      if (inner != NULL && bl_scenario_row_is_number (column))
        gtk_widget_set_halign (inner, GTK_ALIGN_END);
      column++;
    }
  show_picked (self);
}

static void
make_columns (BlScenarioTable *self)
{
  for (guint i = 0; i < BL_SCENARIO_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      self->columns[i] = gtk_column_view_column_new (NULL, factory);
      gtk_column_view_column_set_resizable (self->columns[i], TRUE);
      gtk_column_view_column_set_expand (self->columns[i], !bl_scenario_row_is_number ((BlScenarioColumn) i));
      gtk_column_view_column_set_sorter (self->columns[i], sorter);
      gtk_column_view_append_column (self->view, self->columns[i]);
      g_object_unref (self->columns[i]);
    }
}

/* --- Overrides --------------------------------------------------------------------- */

static void
bl_scenario_table_dispose (GObject *object)
{
  BlScenarioTable *self = BL_SCENARIO_TABLE (object);
  GtkWidget *child;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_SCENARIO_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (bl_scenario_table_parent_class)->dispose (object);
}

static void
bl_scenario_table_class_init (BlScenarioTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_table_dispose;
  signals[AREA_PICKED] = g_signal_new ("area-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/scenario-table.ui");
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTable, count);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTable, stack);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTable, hint);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTable, filter_choice);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioTable, view);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_chosen);
  gtk_widget_class_set_css_name (widget_class, "scenario-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_scenario_table_init (BlScenarioTable *self)
{
  self->area = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What changes, by area"), -1);
  self->rows = g_list_store_new (BL_TYPE_SCENARIO_ROW);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  make_columns (self);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  /* Farthest from today first: who is worst off. */
  gtk_column_view_sort_by_column (self->view, self->columns[BL_SCENARIO_COLUMN_CHANGE], GTK_SORT_DESCENDING);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (on_mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("What changes, by area"), -1);
}

/* --- Public -------------------------------------------------------------------------- */

static void
update_words (BlScenarioTable *self, const BlYardstick *yardstick)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < BL_SCENARIO_N_COLUMNS; i++)
    {
      g_autofree char *title = bl_scenario_row_get_title (i, yardstick);

      gtk_column_view_column_set_title (self->columns[i], title);
    }
  gtk_string_list_append (titles, _ ("All that change"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *word = bl_scenario_key_word (order[i], yardstick);

      gtk_string_list_append (titles, word);
    }
  gtk_string_list_append (titles, _ ("All areas"));
  gtk_drop_down_set_model (self->filter_choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->filter_choice, self->shown);
}

static void
show_hint (BlScenarioTable *self, BlProject *project)
{
  gboolean any = g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "scenarios")) > 0;

  gtk_label_set_text (self->hint,
                      any ? _ ("Choose a scenario above, and this table lists what it changes, area by area. “All areas” "
                               "shows today’s distances.")
                          : _ ("Make a scenario above, and this table lists what it changes, area by area. “All areas” "
                               "shows today’s distances."));
}

void
bl_scenario_table_show (BlScenarioTable *self, BlScenarioStudy *study)
{
  const BlConsequences *it;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (BL_IS_SCENARIO_TABLE (self));

  it = bl_scenario_study_get (study, NULL);
  for (guint i = 0; it != NULL && i < it->before->n_areas; i++)
    g_ptr_array_add (rows, bl_scenario_row_new (study, i));
  self->today = bl_scenario_study_get_scenario (study) == NULL && bl_scenario_study_get_trial (study) == NULL;
  show_hint (self, bl_session_get_project (bl_scenario_study_get_session (study)));
  self->showing = TRUE;
  update_words (self, bl_scenario_study_get_yardstick (study));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->showing = FALSE;
  update_count (self);
  show_picked (self);
}

void
bl_scenario_table_set_picked (BlScenarioTable *self, int area)
{
  g_return_if_fail (BL_IS_SCENARIO_TABLE (self));

  self->area = area;
  show_picked (self);
}

GListModel *
bl_scenario_table_get_rows (BlScenarioTable *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_TABLE (self), NULL);
  return G_LIST_MODEL (self->sorted);
}

void
bl_scenario_table_set_filter (BlScenarioTable *self, guint filter)
{
  g_return_if_fail (BL_IS_SCENARIO_TABLE (self));
  gtk_drop_down_set_selected (self->filter_choice, filter);
}

const char *
bl_scenario_table_get_hint (BlScenarioTable *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_TABLE (self), NULL);
  return has_nothing_to_show (self) ? gtk_label_get_text (self->hint) : NULL;
}

char *
bl_scenario_table_to_text (BlScenarioTable *self)
{
  GListModel *model;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (BL_IS_SCENARIO_TABLE (self), NULL);

  model = G_LIST_MODEL (self->sorted);
  for (guint i = 0; i <= g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BlScenarioRow) row = i > 0 ? g_list_model_get_item (model, i - 1) : NULL;

      for (guint column = 0; column < BL_SCENARIO_N_COLUMNS; column++)
        {
          double number = row != NULL ? bl_scenario_row_get_number (row, column) : NAN;
          /* Numbers as a spreadsheet reads them: no commas, one decimal. */
          g_autofree char *plain = isnan (number) ? NULL : bl_text_from_double (round (number * 10) / 10);

          g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "",
                                  plain != NULL ? plain
                                  : row != NULL ? bl_scenario_row_get_text (row, column)
                                                : gtk_column_view_column_get_title (self->columns[column]));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
