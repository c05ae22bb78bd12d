/* chart-table-view.c: the figures of a chart as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-table-view.h"

#include <glib/gi18n-lib.h>

#include "chart-row.h"
#include "tip.h"

struct _BlChartTableView
{
  GtkWidget parent_instance;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;

  BlChart *chart;
  GListStore *rows;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  gboolean newest_first;
  int picked;
  gboolean showing; /* widgets are being set by us */
};

G_DEFINE_FINAL_TYPE (BlChartTableView, bl_chart_table_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PICKED,
  PROP_NEWEST_FIRST,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  ROW_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Letters of a cell that is always shown whole, and of the least that is seen of a longer one. */
#define WHOLE 20
#define LEAST 10

static gboolean
is_number (BlChartTableView *self, guint column)
{
  return g_array_index (self->chart->table->numeric, gboolean, column);
}

/* --- Cells ----------------------------------------------------------------------------- */

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  int answer = bl_chart_row_compare ((BlChartRow *) a, (BlChartRow *) b, GPOINTER_TO_UINT (column));

  return answer < 0 ? GTK_ORDERING_SMALLER : answer > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

/* Letters of the longest cell; 0: all are empty. */
static guint
get_longest (const BlChartTable *table, guint column)
{
  guint longest = 0;

  for (guint row = 0; row < table->rows->len; row++)
    longest = MAX (longest, (guint) g_utf8_strlen (bl_chart_table_get (table, row, column)->text, -1));
  return longest;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer numeric)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), numeric != NULL ? 1 : 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* All of a row in words: it takes the keyboard, its cells are not reached. */
static char *
say_row (BlChartRow *row, const BlChartTable *table)
{
  GString *text = g_string_new (bl_chart_row_get_text (row, 0));

  for (guint i = 1; i < table->columns->len; i++)
    if (*bl_chart_row_get_text (row, i) != '\0')
      /* TRANSLATORS: a column and what stands in it, read out after the row's name: ", Visits: 46,812" */
      g_string_append_printf (text, _ (", %1$s: %2$s"), (const char *) table->columns->pdata[i],
                              bl_chart_row_get_text (row, i));
  return g_string_free (text, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer numeric)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  BlChartTableView *self = g_object_get_data (G_OBJECT (factory), "table");
  GtkWidget *label = gtk_list_item_get_child (item);
  BlChartRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  gtk_label_set_text (GTK_LABEL (label), bl_chart_row_get_text (row, column));
  /* Figures and names stay whole; of sentences the beginning is seen and the rest is told. */
  if (get_longest (self->chart->table, column) > WHOLE)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), LEAST);
      bl_tip_set (label, bl_chart_row_get_text (row, column));
    }
  if (column == 0 && line != NULL)
    {
      g_autofree char *words = say_row (row, self->chart->table);

      gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

/* There is no call for it: a title is a box of label and arrow in the header's row. */
static void
align_titles (BlChartTableView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  guint column = 0;

  for (GtkWidget *title = header != NULL && self->chart != NULL ? gtk_widget_get_first_child (header) : NULL;
       title != NULL && column < self->chart->table->columns->len; title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *inner = gtk_widget_get_first_child (title);

      if (inner != NULL && is_number (self, column))
        gtk_widget_set_halign (inner, GTK_ALIGN_END);
      column++;
    }
}

static void
clear_columns (BlChartTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
make_columns (BlChartTableView *self)
{
  const BlChartTable *table = self->chart->table;

  for (guint i = 0; i < table->columns->len; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      gpointer numeric = GINT_TO_POINTER (is_number (self, i));
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_object_set_data (G_OBJECT (factory), "table", self);
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), numeric);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), numeric);
      column = gtk_column_view_column_new (table->columns->pdata[i], factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (self->view, column);
    }
  align_titles (self);
}

static gboolean
has_columns_of (BlChartTableView *self, const BlChart *chart)
{
  const BlChartTable *old = self->chart != NULL ? self->chart->table : NULL;

  if (old == NULL || old->columns->len != chart->table->columns->len)
    return FALSE;
  for (guint i = 0; i < old->columns->len; i++)
    if (g_strcmp0 (old->columns->pdata[i], chart->table->columns->pdata[i]) != 0
        || g_array_index (old->numeric, gboolean, i) != g_array_index (chart->table->numeric, gboolean, i))
      return FALSE;
  return TRUE;
}

/* --- Selection ---------------------------------------------------------------------------- */

static void
show_picked (BlChartTableView *self)
{
  guint position = GTK_INVALID_LIST_POSITION;
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; self->picked >= 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BlChartRow) row = g_list_model_get_item (model, i);

      if (bl_chart_row_get_row (row) == (guint) self->picked)
        {
          position = i;
          break;
        }
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
on_selected (BlChartTableView *self)
{
  BlChartRow *row = gtk_single_selection_get_selected_item (self->selection);
  int picked = row != NULL ? (int) bl_chart_row_get_row (row) : -1;

  if (self->showing || picked == self->picked)
    return;
  self->picked = picked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKED]);
  g_signal_emit (self, signals[ROW_PICKED], 0, picked);
}

/* Nothing can be scrolled to before the rows have their places. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  show_picked (BL_CHART_TABLE_VIEW (widget));
  return G_SOURCE_REMOVE;
}

static void
on_mapped (BlChartTableView *self)
{
  align_titles (self);
  if (self->picked >= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* A column without a word takes no room; what is longest takes what there is. */
static void
update_columns (BlChartTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  gboolean long_ones = FALSE;

  for (guint i = 0; self->chart != NULL && i < g_list_model_get_n_items (columns); i++)
    long_ones = long_ones || get_longest (self->chart->table, i) > WHOLE;
  for (guint i = 0; self->chart != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      guint longest = get_longest (self->chart->table, i);

      gtk_column_view_column_set_visible (column, i == 0 || longest > 0);
      gtk_column_view_column_set_expand (column, !long_ones || longest > WHOLE);
    }
}

static void
fill (BlChartTableView *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->chart != NULL ? self->chart->table->rows->len : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, bl_chart_row_new (self->chart, self->newest_first ? n - 1 - i : i));
  self->showing = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->showing = FALSE;
  update_columns (self);
  show_picked (self);
}

/* --- Overrides ------------------------------------------------------------------------------- */

static void
bl_chart_table_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlChartTableView *self = BL_CHART_TABLE_VIEW (object);

  switch (id)
    {
    case PROP_PICKED:
      g_value_set_int (value, self->picked);
      break;
    case PROP_NEWEST_FIRST:
      g_value_set_boolean (value, self->newest_first);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_chart_table_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlChartTableView *self = BL_CHART_TABLE_VIEW (object);

  switch (id)
    {
    case PROP_PICKED:
      bl_chart_table_view_pick (self, g_value_get_int (value));
      break;
    case PROP_NEWEST_FIRST:
      if (self->newest_first == g_value_get_boolean (value))
        return;
      self->newest_first = g_value_get_boolean (value);
      fill (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_chart_table_view_dispose (GObject *object)
{
  BlChartTableView *self = BL_CHART_TABLE_VIEW (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view != NULL)
    {
      gtk_column_view_set_model (self->view, NULL);
      clear_columns (self);
      self->view = NULL;
    }
  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->chart, bl_chart_unref);
  G_OBJECT_CLASS (bl_chart_table_view_parent_class)->dispose (object);
}

static void
bl_chart_table_view_class_init (BlChartTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_chart_table_view_get_property;
  object_class->set_property = bl_chart_table_view_set_property;
  object_class->dispose = bl_chart_table_view_dispose;
  properties[PROP_PICKED] = g_param_spec_int ("picked", NULL, NULL, -1, G_MAXINT, -1,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NEWEST_FIRST]
      = g_param_spec_boolean ("newest-first", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ROW_PICKED] = g_signal_new ("row-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chart-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The finding names the table and its list. */
static void
name_table (BlChartTableView *self)
{
  const char *name = self->chart != NULL && self->chart->title != NULL ? self->chart->title : _ ("Figures of the chart");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bl_chart_table_view_init (BlChartTableView *self)
{
  self->picked = -1;
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "dense");
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));

  self->rows = g_list_store_new (BL_TYPE_CHART_ROW);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (on_mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  name_table (self);
}

/* --- Public ------------------------------------------------------------------------------------ */

GtkWidget *
bl_chart_table_view_new (void)
{
  return g_object_new (BL_TYPE_CHART_TABLE_VIEW, NULL);
}

void
bl_chart_table_view_set_chart (BlChartTableView *self, BlChart *chart)
{
  gboolean same;

  g_return_if_fail (BL_IS_CHART_TABLE_VIEW (self));

  if (chart == self->chart)
    return;
  same = chart != NULL && has_columns_of (self, chart);
  self->showing = TRUE;
  if (!same)
    clear_columns (self);
  /* Before the chart they are of goes. */
  g_list_store_remove_all (self->rows);
  self->showing = FALSE;
  g_clear_pointer (&self->chart, bl_chart_unref);
  self->chart = chart != NULL ? bl_chart_ref (chart) : NULL;
  if (chart != NULL && !same)
    make_columns (self);
  if (self->picked >= 0 && (chart == NULL || self->picked >= (int) chart->table->rows->len))
    self->picked = -1;
  fill (self);
  name_table (self);
}

void
bl_chart_table_view_pick (BlChartTableView *self, int row)
{
  g_return_if_fail (BL_IS_CHART_TABLE_VIEW (self));

  if (row == self->picked)
    return;
  self->picked = row;
  show_picked (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKED]);
}

int
bl_chart_table_view_get_picked (BlChartTableView *self)
{
  g_return_val_if_fail (BL_IS_CHART_TABLE_VIEW (self), -1);
  return self->picked;
}

GListModel *
bl_chart_table_view_get_rows (BlChartTableView *self)
{
  g_return_val_if_fail (BL_IS_CHART_TABLE_VIEW (self), NULL);
  return G_LIST_MODEL (self->sorted);
}
