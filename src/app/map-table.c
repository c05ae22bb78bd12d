/* map-table.c: the areas of the map as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-figures.h"
#include "map-mark.h"
#include "text.h"

struct _BlMapTable
{
  GtkWidget parent_instance;

  GtkLabel *count, *whose;
  GtkWidget *all_button;
  GtkColumnView *view;
  GtkColumnViewColumn *area_column, *people_column, *value_column, *group_column, *second_column,
      *distance_column, *minutes_column, *nearest_column, *young_column, *old_column, *within_column;

  BlFacts *facts;
  char *value;                /* name of what the map shows */
  char *value_title, *second_title;
  gboolean minutes;
  int library, area;
  gboolean show_all;

  GListStore *rows;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (BlMapTable, bl_map_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHOW_ALL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  AREA_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkColumnViewColumn *
get_column (BlMapTable *self, BlMapColumn column)
{
  GtkColumnViewColumn *const columns[BL_MAP_N_COLUMNS] = {
    self->area_column,     self->people_column,  self->value_column,   self->group_column,
    self->second_column,   self->distance_column, self->minutes_column, self->nearest_column,
    self->young_column,    self->old_column,     self->within_column,
  };

  return columns[column];
}

/* --- What the heading says ----------------------------------------------------- */

static void
update_heading (BlMapTable *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean some = self->library >= 0 && !self->show_all;
  g_autofree char *count = NULL;
  g_autofree char *whose = NULL;

  if (some)
    {
      count = g_strdup_printf (ngettext ("%u of %u area", "%u of %u areas", all), shown, all);
      whose = g_strdup_printf (_ ("nearest to %s"), self->facts->libraries[self->library].name);
    }
  else
    {
      count = g_strdup_printf (ngettext ("%u area", "%u areas", all), all);
      whose = g_strdup (self->facts != NULL && self->facts->service != NULL ? self->facts->service : "");
    }
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->whose, whose);
  gtk_widget_set_visible (self->all_button, self->library >= 0);
}

static void
update_columns (BlMapTable *self)
{
  gboolean people = g_strcmp0 (self->value, "population") == 0;
  gboolean way = g_strcmp0 (self->value, "distance") == 0;
  gboolean minutes = g_strcmp0 (self->value, "minutes") == 0;

  gtk_column_view_column_set_title (self->value_column,
                                    self->value_title != NULL ? self->value_title : _ ("Decile"));
  gtk_column_view_column_set_title (self->second_column, self->second_title != NULL ? self->second_title : "");
  gtk_column_view_column_set_visible (self->value_column, self->value_title != NULL);
  gtk_column_view_column_set_visible (self->second_column, self->second_title != NULL);
  gtk_column_view_column_set_visible (self->group_column, FALSE); /* until there are groups */
  gtk_column_view_column_set_visible (self->distance_column, !way);
  gtk_column_view_column_set_visible (self->minutes_column, self->minutes && !minutes);
  gtk_column_view_column_set_visible (self->people_column,
                                      !people && self->facts != NULL && self->facts->population != NULL);
  gtk_column_view_column_set_visible (self->nearest_column, self->library < 0 || self->show_all);
  gtk_column_view_column_set_visible (
      self->young_column, self->facts != NULL && bl_facts_find_value (self->facts, "aged_0_15") >= 0);
  gtk_column_view_column_set_visible (
      self->old_column, self->facts != NULL && bl_facts_find_value (self->facts, "aged_60_plus") >= 0);
}

/* --- Cells ---------------------------------------------------------------------- */

static void
on_area_setup (GtkSignalListItemFactory *factory, GtkListItem *item, BlMapTable *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* "Newcastle upon Tyne 002A": what tells one area from the next stands at its end. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_START);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_list_item_set_child (item, label);
}

/* The row takes the keyboard and is called after its area; cells are not reached. */
static void
on_area_bind (GtkSignalListItemFactory *factory, GtkListItem *item, BlMapTable *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = bl_map_row_get_text (gtk_list_item_get_item (item), BL_MAP_COLUMN_AREA);
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* --- Filter, order, selection --------------------------------------------------- */

static gboolean
is_shown (gpointer item, gpointer data)
{
  BlMapTable *self = data;

  return self->library < 0 || self->show_all || bl_map_row_get_nearest (item) == self->library;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  int order = bl_map_row_compare ((BlMapRow *) a, (BlMapRow *) b, GPOINTER_TO_INT (column));

  return order < 0 ? GTK_ORDERING_SMALLER : order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
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

static void on_selected_changed (BlMapTable *self);

static guint
find_row (BlMapTable *self, int area)
{
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; area >= 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BlMapRow) row = g_list_model_get_item (model, i);

      if (bl_map_row_get_area (row) == (guint) area)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_picked (BlMapTable *self)
{
  guint position = find_row (self, self->area);
  GtkWidget *list = find_list (GTK_WIDGET (self->view));

  g_signal_handlers_block_by_func (self->selection, on_selected_changed, self);
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_handlers_unblock_by_func (self->selection, on_selected_changed, self);
  if (position != GTK_INVALID_LIST_POSITION && list != NULL && gtk_widget_get_mapped (list))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static void
on_selected_changed (BlMapTable *self)
{
  BlMapRow *row = gtk_single_selection_get_selected_item (self->selection);
  int area = row != NULL ? (int) bl_map_row_get_area (row) : -1;

  if (area == self->area)
    return;
  self->area = area;
  g_signal_emit (self, signals[AREA_PICKED], 0, area);
}

static void
refilter (BlMapTable *self)
{
  /* The selection model would pick another row when its own goes. */
  g_signal_handlers_block_by_func (self->selection, on_selected_changed, self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_handlers_unblock_by_func (self->selection, on_selected_changed, self);
  /* The same in every row. */
  gtk_column_view_column_set_visible (self->nearest_column, self->library < 0 || self->show_all);
  update_heading (self);
  show_picked (self);
}

/* --- Titles above numbers -------------------------------------------------------- */

static gboolean
is_number (BlMapColumn column)
{
  return column != BL_MAP_COLUMN_AREA && column != BL_MAP_COLUMN_GROUP && column != BL_MAP_COLUMN_NEAREST
         && column != BL_MAP_COLUMN_WITHIN;
}

/* There is no call for it: a title is a box of label and arrow in the header's row. */
static void
align_titles (BlMapTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint position = 0;

  for (GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
       title != NULL && position < g_list_model_get_n_items (columns);
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *inner = gtk_widget_get_first_child (title);

      if (inner != NULL && is_number (position))
        gtk_widget_set_halign (inner, GTK_ALIGN_END);
      position++;
    }
}

static void
on_view_mapped (BlMapTable *self)
{
  align_titles (self);
  show_picked (self);
}

/* --- Overrides --------------------------------------------------------------------- */

static void
bl_map_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlMapTable *self = BL_MAP_TABLE (object);

  switch (id)
    {
    case PROP_SHOW_ALL:
      g_value_set_boolean (value, self->show_all);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlMapTable *self = BL_MAP_TABLE (object);

  switch (id)
    {
    case PROP_SHOW_ALL:
      if (self->show_all == g_value_get_boolean (value))
        return;
      self->show_all = g_value_get_boolean (value);
      if (self->filter != NULL)
        refilter (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_table_dispose (GObject *object)
{
  BlMapTable *self = BL_MAP_TABLE (object);
  GtkWidget *child;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_MAP_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->facts, bl_facts_unref);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->value_title, g_free);
  g_clear_pointer (&self->second_title, g_free);
  G_OBJECT_CLASS (bl_map_table_parent_class)->dispose (object);
}

static void
bl_map_table_class_init (BlMapTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_map_table_get_property;
  object_class->set_property = bl_map_table_set_property;
  object_class->dispose = bl_map_table_dispose;

  properties[PROP_SHOW_ALL] = g_param_spec_boolean (
      "show-all", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[AREA_PICKED] = g_signal_new ("area-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (BL_TYPE_MAP_MARK);
  g_type_ensure (BL_TYPE_MAP_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/map-table.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, count);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, whose);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, all_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, view);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, area_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, people_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, value_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, group_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, second_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, minutes_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, distance_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, nearest_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, young_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, old_column);
  gtk_widget_class_bind_template_child (widget_class, BlMapTable, within_column);
  gtk_widget_class_bind_template_callback (widget_class, on_area_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_area_bind);
  gtk_widget_class_set_css_name (widget_class, "map-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_map_table_init (BlMapTable *self)
{
  self->library = self->area = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Areas"), -1);

  /* The list inside takes the keyboard, and the name with it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_list (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Areas"), -1);

  for (guint i = 0; i < BL_MAP_N_COLUMNS; i++)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));

      gtk_column_view_column_set_sorter (get_column (self, i), sorter);
    }
  self->rows = g_list_store_new (BL_TYPE_MAP_ROW);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  /* Farthest first: who is worst off. */
  gtk_column_view_sort_by_column (self->view, self->distance_column, GTK_SORT_DESCENDING);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (on_view_mapped), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_heading (self);
}

/* --- Public ---------------------------------------------------------------------- */

/* What a column of a value is called: short where everybody knows it. */
static char *
title_of (const BlAreaValue *value)
{
  if (value == NULL)
    return NULL;
  if (g_strcmp0 (value->name, "population") == 0)
    return g_strdup (_ ("People"));
  if (value->kind == BL_VALUE_KIND_DECILE)
    return g_strdup (_ ("Decile"));
  return g_strdup (value->title);
}

void
bl_map_table_set_facts (BlMapTable *self, BlFacts *facts, const BlAccess *access, const BlMapTableShown *shown)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BlAreaValue) decile = NULL;
  const BlAreaValue *value;
  int index;

  g_return_if_fail (BL_IS_MAP_TABLE (self));
  g_return_if_fail (shown != NULL);

  bl_facts_ref (facts);
  g_clear_pointer (&self->facts, bl_facts_unref);
  self->facts = facts;
  self->library = self->area = -1;
  self->minutes = shown->minutes;

  /* Where the map shows no figures the table has the decile. */
  value = shown->value;
  index = value == NULL ? bl_map_figures_find_decile (facts) : -1;
  if (index >= 0)
    value = decile = bl_area_value_new (facts, facts->values[index].name, NULL, NULL);
  g_free (self->value);
  self->value = g_strdup (shown->name);
  g_free (self->value_title);
  self->value_title = title_of (value);
  g_free (self->second_title);
  self->second_title = title_of (shown->second);
  for (guint i = 0; i < facts->n_areas; i++)
    g_ptr_array_add (rows, bl_map_row_new (facts, access, value, shown->second, i));

  g_signal_handlers_block_by_func (self->selection, on_selected_changed, self);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata,
                       rows->len);
  g_signal_handlers_unblock_by_func (self->selection, on_selected_changed, self);
  update_columns (self);
  refilter (self);
}

void
bl_map_table_set_shading (BlMapTable *self, const BlMapShading *shading)
{
  gboolean nearest = g_strcmp0 (self->value, "nearest") == 0;
  gboolean grouped = shading != NULL && shading->labels != NULL;
  BlMapColumn column = nearest ? BL_MAP_COLUMN_NEAREST : grouped ? BL_MAP_COLUMN_VALUE : BL_MAP_N_COLUMNS;

  g_return_if_fail (BL_IS_MAP_TABLE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (BlMapRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      int area = (int) bl_map_row_get_area (row);

      bl_map_row_set_colour (row, shading != NULL ? bl_map_shading_get_colour (shading, area) : NULL,
                             shading != NULL ? column : BL_MAP_N_COLUMNS);
      bl_map_row_set_group (row, grouped ? bl_map_shading_get_label (shading, area) : NULL,
                            grouped ? bl_map_shading_get_order (shading, area) : 0);
    }
  /* A decile is its own group, and everybody sees it. */
  gtk_column_view_column_set_visible (self->group_column, grouped && !shading->plain_groups);
}

void
bl_map_table_set_picked (BlMapTable *self, int library, int area)
{
  gboolean filter = library != self->library;

  g_return_if_fail (BL_IS_MAP_TABLE (self));

  self->library = library;
  self->area = area;
  if (filter && self->show_all)
    g_object_set (self, "show-all", FALSE, NULL);
  else if (filter)
    refilter (self);
  else
    show_picked (self);
  /* An area of another library: the table would not show what the map shows. */
  if (area >= 0 && find_row (self, area) == GTK_INVALID_LIST_POSITION && !self->show_all)
    g_object_set (self, "show-all", TRUE, NULL);
}

GListModel *
bl_map_table_get_rows (BlMapTable *self)
{
  g_return_val_if_fail (BL_IS_MAP_TABLE (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/* Numbers as a spreadsheet reads them: no commas, one decimal. */
static void
append_cell (GString *text, BlMapRow *row, BlMapColumn column)
{
  double number = bl_map_row_get_number (row, column);
  g_autofree char *plain = NULL;

  if (isnan (number) || column == BL_MAP_COLUMN_WITHIN || column == BL_MAP_COLUMN_GROUP)
    {
      g_string_append (text, bl_map_row_get_text (row, column));
      return;
    }
  plain = bl_text_from_double (round (number * 10) / 10);
  g_string_append (text, plain);
}

char *
bl_map_table_to_text (BlMapTable *self)
{
  GListModel *model;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (BL_IS_MAP_TABLE (self), NULL);

  model = G_LIST_MODEL (self->sorted);
  for (guint i = 0; i <= g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BlMapRow) row = i > 0 ? g_list_model_get_item (model, i - 1) : NULL;
      gboolean first = TRUE;

      for (guint column = 0; column < BL_MAP_N_COLUMNS; column++)
        {
          GtkColumnViewColumn *shown = get_column (self, column);

          if (!gtk_column_view_column_get_visible (shown))
            continue;
          if (!first)
            g_string_append_c (text, '\t');
          first = FALSE;
          if (row != NULL)
            append_cell (text, row, column);
          else
            g_string_append (text, gtk_column_view_column_get_title (shown));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
