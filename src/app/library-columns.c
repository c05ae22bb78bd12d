/* library-columns.c: the columns of the table of libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bar-cell.h"
#include "library-facts.h"
#include "marker-image.h"
#include "text.h"
#include "week-cell.h"

/* Set on a column whose numbers stand at the end. */
#define NUMBER_KEY "bl-number"
/* Set on a column that can go. */
#define SPARE_KEY "bl-spare"
/* Set on the column of visits. */
#define VISITS_KEY "bl-visits"

typedef struct
{
  const char *title;
  gboolean number, expand;
  gboolean spare; /* goes where the pane is open and says the same */
  void (*make) (GtkListItem *item);
  void (*fill) (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session);
  int (*compare) (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb);
} Kind;

/**
 * Column: what its factory and sorter share. The cells that are on the screen
 * are kept, to be filled again when the facts change.
 */
typedef struct
{
  const Kind *kind;
  BlSession *session;
  GHashTable *bound; /* of GtkListItem */
  GtkSorter *sorter; /* not owned: owns us by its column */
  gulong handler;
} Column;

/* --- Making and filling --------------------------------------------------- */

static GtkWidget *
make_label (gboolean number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  /* A number cut short is another number: rather the table scrolls. */
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
set_dim (GtkWidget *widget, gboolean dim)
{
  if (dim)
    gtk_widget_add_css_class (widget, "dim-label");
  else
    gtk_widget_remove_css_class (widget, "dim-label");
}

static void
make_text (GtkListItem *item)
{
  gtk_list_item_set_child (item, make_label (FALSE));
}

static void
make_run_by (GtkListItem *item)
{
  GtkWidget *label = make_label (FALSE);

  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (item, label);
}

static void
make_number (GtkListItem *item)
{
  gtk_list_item_set_child (item, make_label (TRUE));
}

static void
make_name (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  GtkWidget *label = make_label (FALSE);

  /* A name is not to be squeezed to a letter: rather the table scrolls. */
  gtk_label_set_width_chars (GTK_LABEL (label), 17);
  gtk_box_append (GTK_BOX (box), bl_marker_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
fill_name (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  GtkWidget *marker = gtk_widget_get_first_child (child), *label = gtk_widget_get_next_sibling (marker);
  g_autofree char *full = bl_record_describe (BL_RECORD (library));
  g_autofree char *name = bl_text_short_library_name (full);
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  /* The row takes the keyboard and is called after its library; cells are not reached. */
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  bl_marker_image_set_library (BL_MARKER_IMAGE (marker), library, facts->year);
  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, full);
  set_dim (label, !facts->open);
}

static void
fill_run_by (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  gtk_label_set_label (GTK_LABEL (child), bl_library_facts_run_by (facts, library));
  set_dim (child, !facts->open);
}

static void
fill_statutory (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  gtk_label_set_label (GTK_LABEL (child), !facts->open ? "–" : facts->statutory ? _ ("Yes") : _ ("No"));
  set_dim (child, !facts->statutory);
}

static void
make_week (GtkListItem *item)
{
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), bl_week_cell_new (), "week");
  gtk_stack_add_named (GTK_STACK (stack), make_label (FALSE), "text");
  gtk_list_item_set_child (item, stack);
}

static gboolean
week_is_known (BlLibrary *library)
{
  BlWeek week;

  bl_week_from_library (&week, library);
  for (guint i = 0; i < 7; i++)
    if (week.morning[i] != BL_HALF_DAY_UNKNOWN)
      return TRUE;
  return FALSE;
}

static void
fill_week (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  GtkStack *stack = GTK_STACK (child);
  GtkWidget *label = gtk_stack_get_child_by_name (stack, "text");
  g_autofree char *closed = NULL;

  if (facts->open && week_is_known (library))
    {
      bl_week_cell_set_library (BL_WEEK_CELL (gtk_stack_get_child_by_name (stack, "week")), library);
      gtk_stack_set_visible_child_name (stack, "week");
      return;
    }
  if (!facts->open)
    closed = bl_library_facts_closed_text (facts, library);
  gtk_label_set_label (GTK_LABEL (label), closed != NULL ? closed : _ ("not known"));
  set_dim (label, TRUE);
  gtk_stack_set_visible_child_name (stack, "text");
}

static void
fill_hours (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  g_autofree char *hours = NULL;

  if (facts->open && facts->hours_known)
    hours = bl_text_from_double (round (facts->hours * 100) / 100);
  gtk_label_set_label (GTK_LABEL (child), hours != NULL ? hours : facts->open ? _ ("not known") : "–");
  set_dim (child, hours == NULL);
}

static void
fill_visits (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  g_autofree char *visits = facts->visits_known ? bl_text_number (facts->visits, 0) : NULL;

  gtk_label_set_label (GTK_LABEL (child), visits != NULL ? visits : facts->open ? _ ("not known") : "–");
  gtk_widget_set_tooltip_text (child, facts->visits_period);
  set_dim (child, visits == NULL);
}

static void
make_people (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (TRUE);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), bl_bar_cell_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
fill_people (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  GtkWidget *bar = gtk_widget_get_first_child (child), *label = gtk_widget_get_next_sibling (bar);
  double most = facts->people_known ? bl_library_facts_most_people (session) : 0;
  g_autofree char *text = NULL;

  if (facts->people_known)
    text = bl_text_number (facts->people, 0);
  else if (!facts->open || !facts->service_point)
    text = g_strdup ("–");
  else if (!facts->located)
    text = g_strdup (_ ("not on the map"));
  else
    text = g_strdup (bl_session_get_catchments (session, NULL) != NULL ? _ ("not counted") : _ ("not known"));
  gtk_label_set_label (GTK_LABEL (label), text);
  set_dim (label, !facts->people_known);
  bl_bar_cell_set_share (BL_BAR_CELL (bar), most > 0 ? facts->people / most : -1);
}

static void
fill_mile (GtkWidget *child, BlLibrary *library, const BlLibraryFacts *facts, BlSession *session)
{
  gboolean known = facts->people_known && facts->people > 0;
  g_autofree char *text = known ? bl_text_percent (100 * facts->within_mile / facts->people) : NULL;

  gtk_label_set_label (GTK_LABEL (child), known                                              ? text
                                          : facts->open && facts->located && !facts->people_known ? _ ("not known")
                                                                                             : "–");
  set_dim (child, !known);
}

/* --- Sorting -------------------------------------------------------------- */

static int
by_name (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb)
{
  return strcmp (fa->sort_key, fb->sort_key);
}

static int
by_run_by (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb)
{
  int order = g_utf8_collate (bl_library_facts_run_by (fa, a), bl_library_facts_run_by (fb, b));

  return order != 0 ? order : strcmp (fa->sort_key, fb->sort_key);
}

static int
by_statutory (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb)
{
  return fa->statutory != fb->statutory ? fb->statutory - fa->statutory : strcmp (fa->sort_key, fb->sort_key);
}

/* What is not known is less than anything. */
static int
compare_numbers (gboolean a_known, double a, gboolean b_known, double b)
{
  if (a_known != b_known)
    return a_known - b_known;
  return a_known ? (a > b) - (a < b) : 0;
}

static int
by_hours (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb)
{
  return compare_numbers (fa->hours_known, fa->hours, fb->hours_known, fb->hours);
}

static int
by_visits (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb)
{
  return compare_numbers (fa->visits_known, fa->visits, fb->visits_known, fb->visits);
}

static int
by_people (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb)
{
  return compare_numbers (fa->people_known, fa->people, fb->people_known, fb->people);
}

static int
by_mile (BlLibrary *a, const BlLibraryFacts *fa, BlLibrary *b, const BlLibraryFacts *fb)
{
  return compare_numbers (fa->people > 0, fa->people > 0 ? fa->within_mile / fa->people : 0, fb->people > 0,
                          fb->people > 0 ? fb->within_mile / fb->people : 0);
}

static const Kind kinds[] = {
  { N_ ("Library"), FALSE, TRUE, FALSE, make_name, fill_name, by_name },
  { N_ ("Run by"), FALSE, FALSE, FALSE, make_run_by, fill_run_by, by_run_by },
  { N_ ("Statutory"), FALSE, FALSE, TRUE, make_text, fill_statutory, by_statutory },
  { N_ ("Open"), FALSE, FALSE, FALSE, make_week, fill_week, NULL },
  { N_ ("Hours"), TRUE, FALSE, FALSE, make_number, fill_hours, by_hours },
  { N_ ("Visits"), TRUE, FALSE, FALSE, make_number, fill_visits, by_visits },
  { N_ ("People nearest"), TRUE, FALSE, FALSE, make_people, fill_people, by_people },
  { N_ ("Within a mile"), TRUE, FALSE, TRUE, make_number, fill_mile, by_mile },
};

/* --- Columns -------------------------------------------------------------- */

static void
fill_item (Column *column, GtkListItem *item)
{
  BlLibrary *library = gtk_list_item_get_item (item);
  BlLibraryFacts facts;

  bl_library_facts_read (&facts, column->session, library);
  column->kind->fill (gtk_list_item_get_child (item), library, &facts, column->session);
}

static void
on_setup (Column *column, GtkListItem *item)
{
  column->kind->make (item);
}

static void
on_bind (Column *column, GtkListItem *item)
{
  g_hash_table_add (column->bound, item);
  fill_item (column, item);
}

static void
on_unbind (Column *column, GtkListItem *item)
{
  g_hash_table_remove (column->bound, item);
}

static void
on_facts_changed (Column *column)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, column->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_item (column, item);
  if (column->sorter != NULL)
    gtk_sorter_changed (column->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  Column *column = data;
  BlLibraryFacts fa, fb;

  bl_library_facts_read (&fa, column->session, (BlLibrary *) a);
  bl_library_facts_read (&fb, column->session, (BlLibrary *) b);
  return gtk_ordering_from_cmpfunc (column->kind->compare ((BlLibrary *) a, &fa, (BlLibrary *) b, &fb));
}

static void
column_free (Column *column)
{
  g_clear_signal_handler (&column->handler, column->session);
  g_object_unref (column->session);
  g_hash_table_unref (column->bound);
  g_free (column);
}

static GtkColumnViewColumn *
make_column (const Kind *kind, BlSession *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (_ (kind->title), factory);
  Column *column = g_new0 (Column, 1);

  column->kind = kind;
  column->session = g_object_ref (session);
  column->bound = g_hash_table_new (NULL, NULL);
  column->handler = g_signal_connect_swapped (session, "facts-changed", G_CALLBACK (on_facts_changed), column);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (on_unbind), column);
  g_object_set_data_full (G_OBJECT (factory), "column", column, (GDestroyNotify) column_free);
  if (kind->number)
    g_object_set_data (G_OBJECT (made), NUMBER_KEY, GINT_TO_POINTER (TRUE));
  if (kind->spare)
    g_object_set_data (G_OBJECT (made), SPARE_KEY, GINT_TO_POINTER (TRUE));
  if (kind->fill == fill_visits)
    g_object_set_data (G_OBJECT (made), VISITS_KEY, GINT_TO_POINTER (TRUE));
  gtk_column_view_column_set_expand (made, kind->expand);
  gtk_column_view_column_set_resizable (made, TRUE);
  if (kind->compare != NULL)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, column, NULL));

      column->sorter = sorter;
      gtk_column_view_column_set_sorter (made, sorter);
    }
  return made;
}

void
bl_library_columns_add (GtkColumnView *view, BlSession *session)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (&kinds[i], session);

      gtk_column_view_append_column (view, column);
      if (i == 0)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
}

/* Open service points, then closed ones, then mobiles, archives and the rest. */
static int
get_rank (BlSession *session, BlLibrary *library)
{
  BlLibraryFacts facts;

  bl_library_facts_read (&facts, session, library);
  return !facts.service_point ? 2 : !facts.open ? 1 : 0;
}

static int
compare_rank (gconstpointer a, gconstpointer b, gpointer session)
{
  return get_rank (session, (BlLibrary *) a) - get_rank (session, (BlLibrary *) b);
}

GtkSorter *
bl_library_columns_make_sorter (GtkColumnView *view, BlSession *session)
{
  GtkMultiSorter *all = gtk_multi_sorter_new ();

  gtk_multi_sorter_append (all, GTK_SORTER (gtk_custom_sorter_new (compare_rank, g_object_ref (session), g_object_unref)));
  gtk_multi_sorter_append (all, g_object_ref (gtk_column_view_get_sorter (view)));
  return GTK_SORTER (all);
}

void
bl_library_columns_align_titles (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *inner = gtk_widget_get_first_child (title);

      if (inner != NULL && g_object_get_data (G_OBJECT (column), NUMBER_KEY) != NULL)
        gtk_widget_set_halign (inner, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

void
bl_library_columns_show_spare (GtkColumnView *view, gboolean show)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_object_get_data (G_OBJECT (column), SPARE_KEY) != NULL)
        gtk_column_view_column_set_visible (column, show);
    }
}

void
bl_library_columns_show_visits (GtkColumnView *view, BlSession *session)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  const char *period;
  gboolean known = bl_library_facts_find_visits (session, &period);
  /* Translators: the head of a column; %s is a financial year: "Visits 2023-24". */
  g_autofree char *title = period != NULL ? g_strdup_printf (_ ("Visits %s"), period) : g_strdup (_ ("Visits"));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_object_get_data (G_OBJECT (column), VISITS_KEY) == NULL)
        continue;
      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) != 0)
        gtk_column_view_column_set_title (column, title);
      gtk_column_view_column_set_visible (column, known);
    }
}
