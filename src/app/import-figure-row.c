/* import-figure-row.c: what the figures of one column are called and how they are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-figure-row.h"

#include <glib/gi18n-lib.h>

struct _BlImportFigureRow
{
  AdwExpanderRow parent_instance;

  GtkEditable *title_entry;
  GtkEditable *name_entry;
  AdwPreferencesRow *error_row;
  AdwComboRow *kind_row;

  BlImportPlan *plan;
  guint column;
  gboolean loading;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlImportFigureRow, bl_import_figure_row, ADW_TYPE_EXPANDER_ROW)

/* In the order of the drop-down. */
static const BlValueKind kinds[] = { BL_VALUE_KIND_COUNT, BL_VALUE_KIND_RATE, BL_VALUE_KIND_RANK,
                                     BL_VALUE_KIND_DECILE };

static void
show_summary (BlImportFigureRow *self, const BlImportFigure *figure)
{
  g_autoptr (BlImportColumn) column
      = g_list_model_get_item (bl_import_plan_get_columns (self->plan), self->column);
  g_autofree char *subtitle = g_strdup_printf (_("From the column “%s”"), bl_import_column_get_name (column));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), figure->title != NULL ? figure->title : figure->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
on_changed (BlImportFigureRow *self)
{
  BlImportFigure figure = { 0 };
  g_autoptr (GError) error = NULL;
  guint selected;
  gboolean taken;

  if (self->loading || self->plan == NULL)
    return;
  selected = adw_combo_row_get_selected (self->kind_row);
  figure.name = gtk_editable_get_text (self->name_entry);
  figure.title = gtk_editable_get_text (self->title_entry);
  figure.kind = selected < G_N_ELEMENTS (kinds) ? kinds[selected] : BL_VALUE_KIND_UNKNOWN;
  taken = bl_import_plan_set_figure (self->plan, self->column, &figure, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->error_row), !taken);
  if (!taken)
    {
      adw_preferences_row_set_title (self->error_row, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->name_entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->name_entry), "error");
  if (bl_import_plan_get_figure (self->plan, self->column, &figure))
    show_summary (self, &figure);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
bl_import_figure_row_dispose (GObject *object)
{
  g_clear_object (&BL_IMPORT_FIGURE_ROW (object)->plan);
  G_OBJECT_CLASS (bl_import_figure_row_parent_class)->dispose (object);
}

static void
bl_import_figure_row_class_init (BlImportFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_import_figure_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/import-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportFigureRow, title_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportFigureRow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportFigureRow, error_row);
  gtk_widget_class_bind_template_child (widget_class, BlImportFigureRow, kind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
bl_import_figure_row_init (BlImportFigureRow *self)
{
  /* Set up before the plan is known: nothing is to be written yet. */
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (self->error_row, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
bl_import_figure_row_new (BlImportPlan *plan, guint column)
{
  BlImportFigureRow *self = g_object_new (BL_TYPE_IMPORT_FIGURE_ROW, NULL);
  BlImportFigure figure = { 0 };

  self->plan = g_object_ref (plan);
  self->column = column;
  if (bl_import_plan_get_figure (plan, column, &figure))
    {
      gtk_editable_set_text (self->title_entry, figure.title != NULL ? figure.title : "");
      gtk_editable_set_text (self->name_entry, figure.name);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (kinds[i] == figure.kind)
          adw_combo_row_set_selected (self->kind_row, i);
      show_summary (self, &figure);
    }
  self->loading = FALSE;
  return GTK_WIDGET (self);
}
