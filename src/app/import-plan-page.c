/* import-plan-page.c: does this look right? columns, rows that need a look, where it is from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan-page.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "import-column-row.h"
#include "import-figure-row.h"
#include "import-mend-row.h"
#include "import-report-view.h"
#include "import-sample.h"
#include "text.h"

/* What is shown at first; the rest is one press away. */
#define FEW_COLUMNS 6
#define FEW_ATTENTION 3
#define FEW_MENDS 8
#define MANY_MENDS 500
#define MANY_FIGURES 30

struct _BlImportPlanPage
{
  AdwBin parent_instance;

  BlAdaptiveBin *bin;
  GtkScrolledWindow *scroller;
  GtkLabel *what;
  GtkLabel *summary;
  GtkWidget *kind_box;
  GtkDropDown *kind_choice;
  GtkWidget *refusal_box;
  GtkLabel *refusal;
  GtkWidget *columns_card;
  GtkLabel *columns_finding;
  GtkToggleButton *all_columns;
  GtkWidget *columns_header;
  GtkWidget *name_header;
  GtkWidget *example_header;
  GtkListBox *columns_list;
  GtkWidget *mends_card;
  GtkLabel *mends_finding;
  GtkListBox *mends_list;
  GtkWidget *mends_more;
  GtkToggleButton *all_mends;
  GtkWidget *figures_box;
  GtkListBox *figures;
  GtkWidget *findings_box;
  GtkListBox *findings;
  GtkWidget *sample_card;
  GtkGrid *sample;
  GtkEditable *source_entry;
  GtkEditable *date_entry;
  GtkEditable *geography_entry;
  GtkEditable *licence_entry;

  BlImportPlan *plan;
  char **proposed;
  GtkStringList *titles;
  GtkSizeGroup *names;
  GtkSizeGroup *examples;
  GtkSliceListModel *mends;
  guint refresh_source;
  gboolean loading;
  gboolean retargeted; /* other columns become figures now */
  gboolean renamed; /* a figure has another name since the drop-downs were filled */
};

enum
{
  CHANGED,
  KIND_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlImportPlanPage, bl_import_plan_page, ADW_TYPE_BIN)

static void show_titles (BlImportPlanPage *self);
static void show_columns (BlImportPlanPage *self);
static void show_figures (BlImportPlanPage *self);

/* --- What it would do ------------------------------------------------------------ */

static guint
count_rows_to_look_at (BlImportPlanPage *self)
{
  GListModel *mends = bl_import_plan_get_mends (self->plan);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);

      /* What is mended in the project stands in no row of the file. */
      if (bl_import_mend_get_row (mend) > 0)
        g_hash_table_add (rows, GUINT_TO_POINTER (bl_import_mend_get_row (mend)));
    }
  return g_hash_table_size (rows);
}

static void
show_mends_finding (BlImportPlanPage *self, const BlImportReport *report)
{
  guint rows = count_rows_to_look_at (self);
  guint n = g_list_model_get_n_items (bl_import_plan_get_mends (self->plan));
  g_autofree char *finding = NULL, *all = NULL;
  g_autofree char *some = bl_text_number (rows, 0);
  g_autofree char *read = report != NULL ? bl_text_number (report->read, 0) : NULL;

  if (rows == 0)
    finding = g_strdup_printf (ngettext ("%u thing in the project can be mended with it",
                                         "%u things in the project can be mended with it", n),
                               n);
  else if (report != NULL)
    finding = g_strdup_printf (ngettext ("%s of %s rows needs a look", "%s of %s rows need a look", rows), some,
                               read);
  else
    finding = g_strdup_printf (ngettext ("%u row needs a look", "%u rows need a look", rows), rows);
  gtk_label_set_label (self->mends_finding, finding);
  gtk_widget_set_visible (self->mends_card, n > 0);
  gtk_widget_set_visible (self->mends_more, n > FEW_MENDS);
  if (gtk_toggle_button_get_active (self->all_mends))
    all = g_strdup (_("Show fewer"));
  else if (n > MANY_MENDS)
    all = g_strdup_printf (_("Show the first %u of %u; the list you can save has all"), MANY_MENDS, n);
  else
    all = g_strdup_printf (_("Show all %u"), n);
  gtk_button_set_label (GTK_BUTTON (self->all_mends), all);
}

static void
show_columns_finding (BlImportPlanPage *self)
{
  GListModel *columns = bl_import_plan_get_columns (self->plan);
  guint n = g_list_model_get_n_items (columns);
  guint matched = 0;
  g_autofree char *finding = NULL, *all = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);

      matched += bl_import_column_get_target (column) != NULL ? 1 : 0;
    }
  finding = g_strdup_printf (ngettext ("%u of %u column matched", "%u of %u columns matched", n), matched, n);
  gtk_label_set_label (self->columns_finding, finding);
  all = gtk_toggle_button_get_active (self->all_columns) ? g_strdup (_("Show fewer"))
                                                          : g_strdup_printf (_("Show all %u"), n);
  gtk_button_set_label (GTK_BUTTON (self->all_columns), all);
  gtk_widget_set_visible (GTK_WIDGET (self->all_columns), n > FEW_COLUMNS);
}

/* What it holds, for what has no columns to look at and for series. */
static void
show_findings (BlImportPlanPage *self)
{
  const char *const *findings = bl_import_plan_get_findings (self->plan);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->findings, 0)) != NULL)
    gtk_list_box_remove (self->findings, GTK_WIDGET (old));
  for (guint i = 0; findings[i] != NULL; i++)
    gtk_list_box_append (self->findings,
                         g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", findings[i], "title-lines", 0,
                                       "activatable", FALSE, NULL));
  gtk_widget_set_visible (self->findings_box, findings[0] != NULL);
  gtk_widget_set_visible (self->columns_card, g_list_model_get_n_items (bl_import_plan_get_columns (self->plan)) > 0);
}

static void
refresh (BlImportPlanPage *self)
{
  g_autoptr (GError) error = NULL;
  const BlImportReport *report = bl_import_plan_preview (self->plan, &error);

  gtk_widget_set_visible (self->refusal_box, error != NULL);
  gtk_label_set_label (self->refusal, error != NULL ? error->message : "");
  show_columns_finding (self);
  show_mends_finding (self, report);
  show_findings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_refresh_due (gpointer data)
{
  BlImportPlanPage *self = data;

  self->refresh_source = 0;
  if (self->plan == NULL)
    return G_SOURCE_REMOVE;
  if (self->renamed)
    {
      g_clear_object (&self->titles);
      show_titles (self);
      show_columns (self);
    }
  if (self->retargeted)
    show_figures (self);
  self->renamed = self->retargeted = FALSE;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: working the rows through may take away the row that was ticked. */
static void
refresh_soon (BlImportPlanPage *self)
{
  if (self->refresh_source == 0 && self->plan != NULL && !self->loading)
    self->refresh_source = g_idle_add (on_refresh_due, self);
}

/* --- Figures ---------------------------------------------------------------------- */

/* A name that was typed is a place a column can go to from now on. */
static void
show_titles (BlImportPlanPage *self)
{
  const char *const *targets = bl_import_plan_get_targets (self->plan);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_add (titles, (gpointer) bl_import_plan_get_target_title (self->plan, NULL));
  for (guint i = 0; targets[i] != NULL; i++)
    g_ptr_array_add (titles, (gpointer) bl_import_plan_get_target_title (self->plan, targets[i]));
  g_ptr_array_add (titles, NULL);
  self->titles = gtk_string_list_new ((const char *const *) titles->pdata);
}

static void
on_figure_changed (BlImportPlanPage *self)
{
  self->renamed = TRUE;
  refresh_soon (self);
}

static void
show_figures (BlImportPlanPage *self)
{
  guint n = g_list_model_get_n_items (bl_import_plan_get_columns (self->plan));
  guint count = 0;
  GtkListBoxRow *old;
  BlImportFigure figure;

  while ((old = gtk_list_box_get_row_at_index (self->figures, 0)) != NULL)
    gtk_list_box_remove (self->figures, GTK_WIDGET (old));
  for (guint i = 0; i < n && count < MANY_FIGURES; i++)
    {
      GtkWidget *row;

      if (!bl_import_plan_get_figure (self->plan, i, &figure))
        continue;
      row = bl_import_figure_row_new (self->plan, i);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_figure_changed), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->figures, row);
      count++;
    }
  gtk_widget_set_visible (self->figures_box, count > 0);
}

/* --- Columns ---------------------------------------------------------------------- */

static void
on_target_wanted (BlImportPlanPage *self, guint selected, BlImportColumnRow *row)
{
  const char *const *targets = bl_import_plan_get_targets (self->plan);

  bl_import_plan_set_target (self->plan, bl_import_column_row_get_index (row),
                             selected == 0 ? NULL : targets[selected - 1]);
  if (bl_import_plan_get_kind (self->plan) == BL_IMPORT_VALUES)
    self->retargeted = TRUE;
  refresh_soon (self);
}

static gboolean
get_narrow (BlImportPlanPage *self)
{
  return bl_adaptive_bin_get_narrow (self->bin);
}

static void
add_column (BlImportPlanPage *self, guint index)
{
  GtkWidget *row = bl_import_column_row_new (self->plan, index, G_LIST_MODEL (self->titles));

  bl_import_column_row_join (BL_IMPORT_COLUMN_ROW (row), self->names, self->examples);
  bl_import_column_row_set_narrow (BL_IMPORT_COLUMN_ROW (row), get_narrow (self));
  g_signal_connect_object (row, "target-wanted", G_CALLBACK (on_target_wanted), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->columns_list, row);
}

/* At first those that need a look or go nowhere, and then the first of the others, in the
 * file's order. */
static void
show_columns (BlImportPlanPage *self)
{
  GListModel *columns = bl_import_plan_get_columns (self->plan);
  guint n = g_list_model_get_n_items (columns);
  gboolean all = gtk_toggle_button_get_active (self->all_columns) || n <= FEW_COLUMNS;
  g_autofree gboolean *shown = g_new0 (gboolean, n + 1);
  guint count = 0;
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->columns_list, 0)) != NULL)
    gtk_list_box_remove (self->columns_list, GTK_WIDGET (old));

  for (guint i = 0; i < n && !all && count < FEW_ATTENTION; i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);

      shown[i] = bl_import_column_get_attention (column) || bl_import_column_get_target (column) == NULL;
      count += shown[i] ? 1 : 0;
    }
  for (guint i = 0; i < n; i++)
    {
      if (!shown[i] && !all && count < FEW_COLUMNS)
        {
          shown[i] = TRUE;
          count++;
        }
      if (all || shown[i])
        add_column (self, i);
    }
}

/* --- Rows that need a look ----------------------------------------------------------- */

static GtkWidget *
create_mend (gpointer item, gpointer data)
{
  BlImportPlanPage *self = data;
  GtkWidget *row = bl_import_mend_row_new (item);

  bl_import_mend_row_set_narrow (BL_IMPORT_MEND_ROW (row), get_narrow (self));
  g_signal_connect_object (item, "notify::accepted", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_mends (BlImportPlanPage *self)
{
  g_clear_object (&self->mends);
  self->mends = gtk_slice_list_model_new (g_object_ref (bl_import_plan_get_mends (self->plan)), 0,
                                          gtk_toggle_button_get_active (self->all_mends) ? MANY_MENDS : FEW_MENDS);
  gtk_list_box_bind_model (self->mends_list, G_LIST_MODEL (self->mends), create_mend, self, NULL);
}

/* --- Where it is from ----------------------------------------------------------------------- */

static void
fill_entry (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
show_about (BlImportPlanPage *self)
{
  BlImportAbout about = bl_import_plan_get_about (self->plan);

  fill_entry (self->source_entry, about.source);
  fill_entry (self->date_entry, about.date);
  fill_entry (self->geography_entry, about.geography);
  fill_entry (self->licence_entry, about.licence);
  gtk_widget_set_visible (GTK_WIDGET (self->geography_entry),
                          bl_import_plan_get_kind (self->plan) != BL_IMPORT_LIBRARIES
                              && bl_import_plan_get_kind (self->plan) != BL_IMPORT_NETWORK);
}

static void
on_about_changed (BlImportPlanPage *self)
{
  BlImportAbout about;

  if (self->loading || self->plan == NULL)
    return;
  about = bl_import_plan_page_get_about (self);
  bl_import_plan_set_about (self->plan, &about);
  refresh_soon (self);
}

/* --- What it is ---------------------------------------------------------------------------------- */

static const char *
words_for_choice (BlImportKind kind)
{
  switch (kind)
    {
    case BL_IMPORT_SERIES:
      return _ ("Values over time, for indicators and charts");
    case BL_IMPORT_FIGURES:
      return _ ("Yearly figures of each library, for profiles and costs");
    case BL_IMPORT_VALUES:
      return _ ("Figures for areas of the map");
    case BL_IMPORT_LIBRARIES:
      return _ ("A list of libraries");
    default:
      return _ ("Something else");
    }
}

static void
show_kinds (BlImportPlanPage *self, gboolean choice)
{
  BlImportKind kinds[BL_IMPORT_MOST_KINDS];
  guint n = bl_import_plan_get_kinds (self->plan, kinds), chosen = 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (titles, words_for_choice (kinds[i]));
      if (kinds[i] == bl_import_plan_get_kind (self->plan))
        chosen = i;
    }
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->kind_choice, chosen);
  gtk_widget_set_visible (self->kind_box, choice && n > 1);
}

static void
on_kind_chosen (BlImportPlanPage *self)
{
  BlImportKind kinds[BL_IMPORT_MOST_KINDS];
  guint n, chosen;

  if (self->loading || self->plan == NULL)
    return;
  n = bl_import_plan_get_kinds (self->plan, kinds);
  chosen = gtk_drop_down_get_selected (self->kind_choice);
  if (chosen < n && kinds[chosen] != bl_import_plan_get_kind (self->plan))
    g_signal_emit (self, signals[KIND_WANTED], 0, (guint) kinds[chosen]);
}

/* --- Callbacks --------------------------------------------------------------------------------- */

static void
on_all_columns_toggled (BlImportPlanPage *self)
{
  if (self->plan == NULL || self->loading)
    return;
  show_columns (self);
  show_columns_finding (self);
}

static void
on_all_mends_toggled (BlImportPlanPage *self)
{
  if (self->plan == NULL || self->loading)
    return;
  gtk_slice_list_model_set_size (self->mends,
                                 gtk_toggle_button_get_active (self->all_mends) ? MANY_MENDS : FEW_MENDS);
  refresh_soon (self);
}

static void
on_mend_activated (BlImportPlanPage *self, GtkListBoxRow *row)
{
  bl_import_mend_row_toggle (BL_IMPORT_MEND_ROW (row));
}

static void
on_narrow_changed (BlImportPlanPage *self)
{
  gboolean narrow = get_narrow (self);
  GtkListBoxRow *row;

  gtk_widget_set_visible (self->columns_header, !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->kind_box), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->columns_list, i)) != NULL; i++)
    bl_import_column_row_set_narrow (BL_IMPORT_COLUMN_ROW (row), narrow);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->mends_list, i)) != NULL; i++)
    bl_import_mend_row_set_narrow (BL_IMPORT_MEND_ROW (row), narrow);
}

/* --- Class --------------------------------------------------------------------------------------- */

static void
bl_import_plan_page_dispose (GObject *object)
{
  BlImportPlanPage *self = BL_IMPORT_PLAN_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->mends_list != NULL)
    gtk_list_box_bind_model (self->mends_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->mends);
  g_clear_object (&self->titles);
  g_clear_object (&self->names);
  g_clear_object (&self->examples);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->proposed, g_strfreev);
  G_OBJECT_CLASS (bl_import_plan_page_parent_class)->dispose (object);
}

static void
bl_import_plan_page_class_init (BlImportPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_import_plan_page_dispose;
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  signals[KIND_WANTED] = g_signal_new ("kind-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/import-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, bin);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, what);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, summary);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, kind_box);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, refusal_box);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, refusal);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, columns_card);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, columns_finding);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, all_columns);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, columns_header);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, name_header);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, example_header);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, columns_list);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, mends_card);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, mends_finding);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, mends_list);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, mends_more);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, all_mends);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, figures_box);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, figures);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, findings_box);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, findings);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, sample_card);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, sample);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, source_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, geography_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportPlanPage, licence_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_columns_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_all_mends_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_mend_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_about_changed);
}

static void
bl_import_plan_page_init (BlImportPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --------------------------------------------------------------------------------------- */

GtkWidget *
bl_import_plan_page_new (void)
{
  return g_object_new (BL_TYPE_IMPORT_PLAN_PAGE, NULL);
}

static const char *
words_for_kind (BlImportKind kind)
{
  switch (kind)
    {
    case BL_IMPORT_LIBRARIES:
      return _("a list of libraries");
    case BL_IMPORT_AREAS:
      return _("outlines of areas");
    case BL_IMPORT_POINTS:
      return _("a place for each area");
    case BL_IMPORT_VALUES:
      return _("figures for areas");
    case BL_IMPORT_FIGURES:
      return _("figures of use by library");
    case BL_IMPORT_MEMBERS:
      return _("members by area");
    case BL_IMPORT_NETWORK:
      return _("a road network");
    case BL_IMPORT_STOPS:
      return _("stops of a mobile library");
    case BL_IMPORT_TRAVEL:
      return _("travel times");
    case BL_IMPORT_POSTCODES:
      return _("postcodes");
    case BL_IMPORT_ISOCHRONES:
      return _("published outlines of what is reached in a time");
    case BL_IMPORT_SERIES:
      return _("values over time");
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_UNKNOWN:
    default:
      return _("a table");
    }
}

static void
forget_plan (BlImportPlanPage *self)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_list_box_bind_model (self->mends_list, NULL, NULL, NULL, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->columns_list, 0)) != NULL)
    gtk_list_box_remove (self->columns_list, GTK_WIDGET (row));
  while ((row = gtk_list_box_get_row_at_index (self->figures, 0)) != NULL)
    gtk_list_box_remove (self->figures, GTK_WIDGET (row));
  self->retargeted = self->renamed = FALSE;
  g_clear_object (&self->mends);
  g_clear_object (&self->titles);
  g_clear_object (&self->names);
  g_clear_object (&self->examples);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->proposed, g_strfreev);
}

void
bl_import_plan_page_set_plan (BlImportPlanPage *self, BlImportPlan *plan, gboolean choice)
{
  const char *title;
  GListModel *columns;
  g_autofree char *what = NULL, *summary = NULL;
  guint n;

  g_return_if_fail (BL_IS_IMPORT_PLAN_PAGE (self));

  forget_plan (self);
  if (plan == NULL)
    return;
  self->plan = g_object_ref (plan);

  columns = bl_import_plan_get_columns (plan);
  n = g_list_model_get_n_items (columns);
  self->proposed = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);
      const char *target = bl_import_column_get_target (column);

      self->proposed[i] = g_strdup (target != NULL ? target : "");
    }

  show_titles (self);
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->examples = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->names, self->name_header);
  gtk_size_group_add_widget (self->examples, self->example_header);

  title = bl_import_plan_get_title (plan);
  /* TRANSLATORS: %s is "Arts Council basic dataset of libraries, 2023" or "a list of libraries". */
  what = g_strdup_printf (n > 0 ? _("Known by its columns: %s") : _("Known by its content: %s"),
                          title != NULL ? title : words_for_kind (bl_import_plan_get_kind (plan)));
  summary = bl_import_plan_is_pasted (plan)
                ? g_strdup_printf ("%s.", bl_import_plan_get_summary (plan))
                : g_strdup_printf (_("%s. Your file is only read, never changed."), bl_import_plan_get_summary (plan));
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->summary, summary);

  self->loading = TRUE;
  gtk_toggle_button_set_active (self->all_columns, FALSE);
  gtk_toggle_button_set_active (self->all_mends, FALSE);
  show_about (self);
  show_kinds (self, choice);
  self->loading = FALSE;
  show_columns (self);
  show_mends (self);
  show_figures (self);
  gtk_widget_set_visible (self->sample_card, bl_import_sample_fill (self->sample, plan));
  refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

const char *const *
bl_import_plan_page_get_proposed (BlImportPlanPage *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN_PAGE (self), NULL);
  return (const char *const *) self->proposed;
}

BlImportAbout
bl_import_plan_page_get_about (BlImportPlanPage *self)
{
  BlImportAbout about = { 0 };

  g_return_val_if_fail (BL_IS_IMPORT_PLAN_PAGE (self), about);

  about.source = gtk_editable_get_text (self->source_entry);
  about.date = gtk_editable_get_text (self->date_entry);
  about.geography = gtk_editable_get_text (self->geography_entry);
  about.licence = gtk_editable_get_text (self->licence_entry);
  return about;
}
