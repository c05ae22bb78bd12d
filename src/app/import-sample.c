/* import-sample.c: the first rows of a file, as they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-sample.h"

#define SAMPLE_ROWS 4
#define SAMPLE_COLUMNS 40

static void
add_cell (GtkGrid *grid, const char *text, const char *class, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, text);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

gboolean
bl_import_sample_fill (GtkGrid *grid, BlImportPlan *plan)
{
  GListModel *columns = bl_import_plan_get_columns (plan);
  guint n = MIN (g_list_model_get_n_items (columns), SAMPLE_COLUMNS);
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, old);
  if (n == 0 || bl_import_plan_get_sample_row (plan, 0) == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);

      add_cell (grid, bl_import_column_get_name (column), "heading", (int) i, 0);
    }
  for (guint row = 0; row < SAMPLE_ROWS; row++)
    {
      const char *const *cells = bl_import_plan_get_sample_row (plan, row);

      for (guint i = 0; cells != NULL && i < n && cells[i] != NULL; i++)
        add_cell (grid, cells[i], NULL, (int) i, (int) row + 1);
    }
  return TRUE;
}
