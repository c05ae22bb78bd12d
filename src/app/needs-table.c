/* needs-table.c: areas or libraries in order of need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "needs-bars.h"
#include "text.h"
#include "tip.h"

struct _BlNeedsTable
{
  GtkWidget parent_instance;
  GtkColumnView *view;
  GtkColumnViewColumn *rank_column, *name_column, *nearest_column, *made_of_column, *need_column;

  BlNeedsModel *model;
  gboolean of_libraries;
  int picked;
  gboolean stale;
  char *search;
  GListStore *rows;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (BlNeedsTable, bl_needs_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OF_LIBRARIES,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkColumnViewColumn *
get_column (BlNeedsTable *self, BlNeedsColumn column)
{
  GtkColumnViewColumn *const columns[BL_N_NEEDS_COLUMNS]
      = { self->rank_column, self->name_column, self->nearest_column, self->made_of_column, self->need_column };

  return columns[column];
}

/* --- Cells -------------------------------------------------------------------- */

static BlNeedsColumn
column_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static void
show_cell (GtkListItem *item, BlNeedsRow *row, BlNeedsColumn column)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (column == BL_NEEDS_COLUMN_MADE_OF)
    {
      guint n;
      const double *parts = bl_needs_row_get_parts (row, &n);

      bl_needs_bars_set_parts (BL_NEEDS_BARS (child), parts, n, bl_needs_row_get_spoken (row));
      return;
    }
  gtk_label_set_text (GTK_LABEL (child), bl_needs_row_get_text (row, column));
  if (column == BL_NEEDS_COLUMN_NAME)
    {
      GtkWidget *cell = gtk_widget_get_parent (child);
      GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
      g_autofree char *spoken
          = g_strdup_printf (_ ("%s, need %s"), bl_needs_row_get_name (row),
                             bl_needs_row_get_text (row, BL_NEEDS_COLUMN_NEED));

      bl_tip_set (child, bl_needs_row_get_name (row));
      /* The row takes the keyboard and is called after what it is about. */
      if (line != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, bl_needs_row_get_spoken (row), -1);
    }
}

static void
on_row_changed (BlNeedsRow *row, GtkListItem *item)
{
  show_cell (item, row, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column")));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  BlNeedsColumn column = column_of (factory);
  GtkWidget *child;

  g_object_set_data (G_OBJECT (item), "column", GUINT_TO_POINTER (column));
  if (column == BL_NEEDS_COLUMN_MADE_OF)
    {
      gtk_list_item_set_child (item, bl_needs_bars_new ());
      return;
    }
  child = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (child), column == BL_NEEDS_COLUMN_RANK || column == BL_NEEDS_COLUMN_NEED ? 1 : 0);
  if (column == BL_NEEDS_COLUMN_NAME || column == BL_NEEDS_COLUMN_NEAREST)
    {
      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (child), 5);
    }
  if (column == BL_NEEDS_COLUMN_RANK)
    gtk_widget_add_css_class (child, "dim-label");
  if (column == BL_NEEDS_COLUMN_NEED)
    gtk_widget_add_css_class (child, "heading");
  gtk_widget_add_css_class (child, "numeric");
  gtk_list_item_set_child (item, child);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  BlNeedsRow *row = gtk_list_item_get_item (item);

  show_cell (item, row, column_of (factory));
  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

/* --- Order, filter, selection --------------------------------------------------- */

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  int order = bl_needs_row_compare ((BlNeedsRow *) a, (BlNeedsRow *) b, GPOINTER_TO_UINT (column));

  return order < 0 ? GTK_ORDERING_SMALLER : order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  return bl_needs_row_matches (item, BL_NEEDS_TABLE (data)->search);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

static void
on_selected (BlNeedsTable *self)
{
  BlNeedsRow *row = gtk_single_selection_get_selected_item (self->selection);
  int index = row != NULL ? (int) bl_needs_row_get_index (row) : -1;

  if (index == self->picked)
    return;
  self->picked = index;
  g_signal_emit (self, signals[PICKED], 0, index);
}

static void
show_picked (BlNeedsTable *self, gboolean scroll)
{
  GListModel *model = G_LIST_MODEL (self->sorted);
  GtkWidget *list = find_list (GTK_WIDGET (self->view));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->picked >= 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BlNeedsRow) row = g_list_model_get_item (model, i);

      if (bl_needs_row_get_index (row) == (guint) self->picked)
        {
          position = i;
          break;
        }
    }
  g_signal_handlers_block_by_func (self->selection, on_selected, self);
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_handlers_unblock_by_func (self->selection, on_selected, self);
  if (scroll && position != GTK_INVALID_LIST_POSITION && list != NULL && gtk_widget_get_mapped (list))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static const BlNeeds *
get_needs (BlNeedsTable *self)
{
  return self->of_libraries ? bl_needs_model_get_libraries (self->model) : bl_needs_model_get_areas (self->model);
}

static void
reorder (BlNeedsTable *self)
{
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

/* Nobody sees it: it is brought up to date when it is shown. */
static gboolean
is_out_of_sight (BlNeedsTable *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* Other weights: the rows are the same, in another order. */
static void
on_weighed (BlNeedsTable *self)
{
  const BlNeeds *needs = get_needs (self);

  self->stale = is_out_of_sight (self);
  if (self->stale || needs == NULL)
    return;
  g_signal_handlers_block_by_func (self->selection, on_selected, self);
  for (guint i = 0; i < MIN (needs->n_rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows))); i++)
    {
      g_autoptr (BlNeedsRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      bl_needs_row_weigh (row, self->model, self->of_libraries, i);
    }
  reorder (self);
  g_signal_handlers_unblock_by_func (self->selection, on_selected, self);
  show_picked (self, FALSE);
}

/* The same rows say something else: neither the place in the table nor the keyboard is lost. */
static void
update (BlNeedsTable *self)
{
  const BlNeeds *needs = get_needs (self);
  guint n = needs != NULL ? needs->n_rows : 0, old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_handlers_block_by_func (self->selection, on_selected, self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlNeedsRow) row = i < old ? g_list_model_get_item (G_LIST_MODEL (self->rows), i) : bl_needs_row_new ();

      bl_needs_row_take (row, self->model, self->of_libraries, i);
      if (i >= old)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  if (n < old)
    g_list_store_splice (self->rows, n, old - n, NULL, 0);
  else if (rows->len > 0)
    g_list_store_splice (self->rows, old, 0, rows->pdata, rows->len);
  reorder (self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_handlers_unblock_by_func (self->selection, on_selected, self);
  show_picked (self, FALSE);
}

static void
update_titles (BlNeedsTable *self)
{
  const BlNeedPreset *preset = bl_needs_model_get_preset (self->model);
  gboolean tiers = bl_needs_model_get_question (self->model)->of_libraries && preset != NULL && preset->n_tiers > 0;

  gtk_column_view_column_set_title (self->name_column, self->of_libraries ? _ ("Library") : _ ("Area"));
  gtk_column_view_column_set_title (self->nearest_column, !self->of_libraries ? _ ("Nearest")
                                                          : tiers             ? _ ("Tier")
                                                                              : _ ("Visits per 1,000"));
}

static void
on_changed (BlNeedsTable *self)
{
  update_titles (self);
  self->stale = is_out_of_sight (self);
  if (!self->stale)
    update (self);
}

/* There is no call for it: a title is a box of label and arrow in the header's row. */
static void
on_view_mapped (BlNeedsTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  guint position = 0;

  if (self->stale)
    on_changed (self);

  for (GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
       title != NULL && position < BL_N_NEEDS_COLUMNS; title = gtk_widget_get_next_sibling (title), position++)
    {
      GtkWidget *inner = gtk_widget_get_first_child (title);

      if (inner != NULL && (position == BL_NEEDS_COLUMN_RANK || position == BL_NEEDS_COLUMN_NEED))
        gtk_widget_set_halign (inner, GTK_ALIGN_END);
    }
  show_picked (self, TRUE);
}

/* --- Overrides -------------------------------------------------------------------- */

static void
bl_needs_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_OF_LIBRARIES:
      BL_NEEDS_TABLE (object)->of_libraries = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_needs_table_constructed (GObject *object)
{
  BlNeedsTable *self = BL_NEEDS_TABLE (object);
  const char *name = self->of_libraries ? _ ("Libraries by need") : _ ("Areas by need");

  G_OBJECT_CLASS (bl_needs_table_parent_class)->constructed (object);
  gtk_column_view_column_set_expand (self->nearest_column, !self->of_libraries);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The list inside takes the keyboard, and the name with it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_list (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bl_needs_table_dispose (GObject *object)
{
  BlNeedsTable *self = BL_NEEDS_TABLE (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_NEEDS_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (bl_needs_table_parent_class)->dispose (object);
}

static void
bl_needs_table_class_init (BlNeedsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bl_needs_table_set_property;
  object_class->constructed = bl_needs_table_constructed;
  object_class->dispose = bl_needs_table_dispose;
  properties[PROP_OF_LIBRARIES]
      = g_param_spec_boolean ("of-libraries", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-table.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsTable, view);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsTable, rank_column);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsTable, name_column);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsTable, nearest_column);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsTable, made_of_column);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsTable, need_column);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "needs-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_needs_table_init (BlNeedsTable *self)
{
  GtkFilterListModel *filtered;

  self->picked = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (BL_TYPE_NEEDS_ROW);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (GTK_FILTER (self->filter)));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  for (guint i = 0; i < BL_N_NEEDS_COLUMNS; i++)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
      gtk_column_view_column_set_factory (get_column (self, i), factory);
      if (i != BL_NEEDS_COLUMN_MADE_OF)
        gtk_column_view_column_set_sorter (get_column (self, i), sorter);
    }
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_sort_by_column (self->view, self->need_column, GTK_SORT_DESCENDING);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (on_view_mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* --- Public ------------------------------------------------------------------------- */

void
bl_needs_table_set_model (BlNeedsTable *self, BlNeedsModel *model)
{
  g_return_if_fail (BL_IS_NEEDS_TABLE (self) && self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "weighed", G_CALLBACK (on_weighed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

void
bl_needs_table_set_picked (BlNeedsTable *self, int index)
{
  g_return_if_fail (BL_IS_NEEDS_TABLE (self));

  if (self->picked == index)
    return;
  self->picked = index;
  show_picked (self, TRUE);
}

void
bl_needs_table_set_search (BlNeedsTable *self, const char *text)
{
  g_return_if_fail (BL_IS_NEEDS_TABLE (self));

  g_free (self->search);
  self->search = text != NULL ? bl_text_fold (text) : NULL;
  g_signal_handlers_block_by_func (self->selection, on_selected, self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_handlers_unblock_by_func (self->selection, on_selected, self);
  show_picked (self, FALSE);
}

GListModel *
bl_needs_table_get_rows (BlNeedsTable *self)
{
  return G_LIST_MODEL (self->sorted);
}

char *
bl_needs_table_to_text (BlNeedsTable *self)
{
  GListModel *rows = G_LIST_MODEL (self->sorted);
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < BL_N_NEEDS_COLUMNS; column++)
    if (column != BL_NEEDS_COLUMN_MADE_OF)
      g_string_append_printf (text, "%s\t", gtk_column_view_column_get_title (get_column (self, column)));
  for (guint m = 0; m < question->n_measures; m++)
    g_string_append_printf (text, "%s%s", question->measures[m].title != NULL ? question->measures[m].title
                                                                              : question->measures[m].value,
                            m + 1 < question->n_measures ? "\t" : "\n");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BlNeedsRow) row = g_list_model_get_item (rows, i);
      guint n;
      const double *parts = bl_needs_row_get_parts (row, &n);

      for (guint column = 0; column < BL_N_NEEDS_COLUMNS; column++)
        if (column == BL_NEEDS_COLUMN_NAME)
          g_string_append_printf (text, "%s\t", bl_needs_row_get_name (row));
        else if (column != BL_NEEDS_COLUMN_MADE_OF)
          g_string_append_printf (text, "%s\t", bl_needs_row_get_text (row, column));
      for (guint m = 0; m < n; m++)
        {
          g_autofree char *part = isnan (parts[m]) ? g_strdup (_ ("not known")) : bl_text_number (parts[m], 1);

          g_string_append_printf (text, "%s%s", part, m + 1 < n ? "\t" : "\n");
        }
    }
  return g_string_free (text, FALSE);
}
