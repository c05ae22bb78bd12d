/* assess-pair-row.c: one criterion, then and now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-pair-row.h"

#include <glib/gi18n-lib.h>

/* More dots than these are a number. */
#define MOST_DOTS 5

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* "●●●", "9 ●"; nobody is a blank. */
static char *
make_dots (guint n, const char *dot)
{
  g_autoptr (GString) dots = g_string_new (NULL);

  if (n > MOST_DOTS)
    return g_strdup_printf ("%u %s", n, dot);
  for (guint i = 0; i < n; i++)
    g_string_append (dots, dot);
  return g_string_free (g_steal_pointer (&dots), FALSE);
}

static void
add_cell (GtkGrid *grid, int column, int row, const char *dots, gboolean agreed, const char *tip)
{
  GtkWidget *cell = gtk_label_new (dots);

  gtk_widget_add_css_class (cell, "spread-cell");
  if (agreed)
    gtk_widget_add_css_class (cell, "agreed");
  gtk_widget_set_tooltip_text (cell, tip);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_grid_attach (grid, cell, column, row, 1, 1);
}

/* One side: its name, a cell for each level, one for those not sure. */
static void
add_side (GtkGrid *grid, int row, const char *name, const BlAssessStudy *study, const BlAssessSide *side)
{
  GtkWidget *label = gtk_label_new (name);
  int column = 1;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "small");
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  if (!side->there)
    {
      GtkWidget *absent = gtk_label_new (_ ("not there"));

      gtk_widget_add_css_class (absent, "dim-label");
      gtk_widget_add_css_class (absent, "small");
      gtk_label_set_xalign (GTK_LABEL (absent), 0);
      gtk_grid_attach (grid, absent, 1, row, 1, 1);
      return;
    }
  for (guint i = 0; i < study->levels->len; i++)
    {
      BlRecord *level = g_ptr_array_index (study->levels, i);
      gint64 number = 0;
      g_autofree char *dots = NULL;

      if (!bl_record_get_integer (level, "level", &number) || number < 1 || number > BL_ASSESS_LEVELS)
        continue;
      dots = make_dots (side->counts[number], "●");
      add_cell (grid, column++, row, dots, side->agreed_number == number, bl_record_get_text (level, "label"));
    }
  {
    g_autofree char *dots = make_dots (side->n_not_sure, "○");

    add_cell (grid, column, row, dots, FALSE, _ ("Not sure"));
  }
}

static char *
say_all (const BlAssessBack *back, const BlAssessPair *pair, const char *moved)
{
  g_autofree char *then = bl_assess_side_say (back->then, &pair->then), *now = bl_assess_side_say (back->now, &pair->now);

  /* Translators: what moved, then the two sides by name: "From A to B. Then: 2 A, 3 B. Now: 4 B." */
  return g_strdup_printf (_ ("%s %s: %s. %s: %s."), moved, bl_assess_back_get_then (back), then, bl_assess_back_get_now (back), now);
}

GtkWidget *
bl_assess_pair_row_new (const BlAssessBack *back, const BlAssessPair *pair)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *grid = gtk_grid_new ();
  g_autofree char *moved = bl_assess_pair_say (back, pair), *all = say_all (back, pair, moved);
  const char *title = bl_record_get_text (BL_RECORD (pair->criterion), "title");
  guint dissents = pair->now.n_dissents;

  gtk_widget_add_css_class (box, "compact");
  add_label (box, title != NULL ? title : pair->item, "heading");
  add_label (box, moved, pair->moved != 0 ? "finding" : "sentence");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  add_side (GTK_GRID (grid), 0, bl_assess_back_get_then (back), back->then, &pair->then);
  add_side (GTK_GRID (grid), 1, bl_assess_back_get_now (back), back->now, &pair->now);
  gtk_box_append (GTK_BOX (box), grid);
  if (pair->now.why != NULL)
    {
      /* Translators: %s is a reason that a team wrote down. */
      g_autofree char *why = g_strdup_printf (_ ("Why: %s"), pair->now.why);

      add_label (box, why, "sentence");
    }
  /* What was agreed and who sees it otherwise stand together. */
  if (dissents > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u view differs from what was agreed now.",
                                                          "%u views differ from what was agreed now.", dissents),
                                                dissents);

      add_label (box, words, "sentence");
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : pair->item,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
  return row;
}
