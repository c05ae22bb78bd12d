/* catalogue-row.c: one indicator of the dictionary, to be taken up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "catalogue-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "indicator-summary.h"

struct _BlCatalogueRow
{
  GtkListBoxRow parent;
  BlIndicator *indicator;
  BlCatalogueFigures figures;
  gboolean taken;
  GtkLabel *name_label, *means, *about, *figures_label, *state_label;
  GtkImage *icon;
};

G_DEFINE_FINAL_TYPE (BlCatalogueRow, bl_catalogue_row, GTK_TYPE_LIST_BOX_ROW)

/* "official (1.5)": what stands in the parentheses, with ": " before it; "" for nothing. */
static char *
in_parentheses (const char *origin)
{
  const char *open = strchr (origin, '('), *close = open != NULL ? strrchr (origin, ')') : NULL;
  g_autofree char *inner = close != NULL ? g_strndup (open + 1, close - open - 1) : NULL;

  return inner != NULL ? g_strconcat (": ", inner, NULL) : g_strdup ("");
}

/* What it is: an official row as such, a proxy as a proxy, a ratio with what it is worked out from. */
static char *
describe (BlDictionary *dictionary, BlIndicator *indicator)
{
  BlRecord *record = BL_RECORD (indicator);
  const char *origin = bl_record_get_text (record, "origin");
  g_autofree char *formula = bl_indicator_formula_words (dictionary, bl_record_get_text (record, "formula"));
  g_autofree char *more = in_parentheses (origin != NULL ? origin : "");
  g_autofree char *kind = NULL;

  if (origin != NULL && g_str_has_prefix (origin, "official"))
    kind = g_strdup_printf (_ ("Official indicator%s"), more);
  else if (origin != NULL && g_str_has_prefix (origin, "closure-proxy"))
    kind = g_strdup_printf (_ ("Proxy used in the closure report%s"), more);
  else if (origin != NULL && g_str_has_prefix (origin, "derived"))
    kind = g_strdup_printf (_ ("Derived%s"), more);
  else
    kind = g_strdup_printf (_ ("Ours, not an official indicator%s"), more);
  return formula != NULL ? g_strdup_printf (_ ("%s. Worked out: %s"), kind, formula) : g_steal_pointer (&kind);
}

static void
tell (BlCatalogueRow *self)
{
  g_autofree char *words
      = g_strjoin (". ", gtk_label_get_label (self->name_label), gtk_label_get_label (self->state_label),
                   gtk_label_get_label (self->figures_label), gtk_label_get_label (self->means),
                   gtk_label_get_label (self->about), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
bl_catalogue_row_finalize (GObject *object)
{
  g_clear_object (&BL_CATALOGUE_ROW (object)->indicator);
  G_OBJECT_CLASS (bl_catalogue_row_parent_class)->finalize (object);
}

static void
bl_catalogue_row_class_init (BlCatalogueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_catalogue_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/catalogue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlCatalogueRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, BlCatalogueRow, means);
  gtk_widget_class_bind_template_child (widget_class, BlCatalogueRow, about);
  gtk_widget_class_bind_template_child (widget_class, BlCatalogueRow, figures_label);
  gtk_widget_class_bind_template_child (widget_class, BlCatalogueRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, BlCatalogueRow, icon);
}

static void
bl_catalogue_row_init (BlCatalogueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_catalogue_row_new (BlDictionary *dictionary, BlIndicator *indicator)
{
  BlCatalogueRow *self = g_object_new (BL_TYPE_CATALOGUE_ROW, NULL);
  const char *means = bl_record_get_text (BL_RECORD (indicator), "means");
  g_autofree char *name = bl_record_describe (BL_RECORD (indicator));
  g_autofree char *about = describe (dictionary, indicator);

  self->indicator = g_object_ref (indicator);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->means, means != NULL ? means : "");
  gtk_label_set_label (self->about, about);
  bl_catalogue_row_set_figures (self, BL_CATALOGUE_ASKING, NULL);
  bl_catalogue_row_set_taken (self, FALSE);
  return GTK_WIDGET (self);
}

BlIndicator *
bl_catalogue_row_get_indicator (BlCatalogueRow *self)
{
  g_return_val_if_fail (BL_IS_CATALOGUE_ROW (self), NULL);
  return self->indicator;
}

void
bl_catalogue_row_set_figures (BlCatalogueRow *self, BlCatalogueFigures figures, const char *words)
{
  g_autofree char *line = NULL;

  g_return_if_fail (BL_IS_CATALOGUE_ROW (self));
  self->figures = figures;
  if (figures == BL_CATALOGUE_FIGURES)
    line = g_strdup_printf (_ ("Figures are there: %s"), words);
  else if (figures == BL_CATALOGUE_NONE)
    line = words != NULL ? g_strdup (words) : g_strdup (_ ("No figures yet"));
  gtk_label_set_label (self->figures_label, line != NULL ? line : _ ("Looking for figures…"));
  if (figures == BL_CATALOGUE_FIGURES)
    gtk_widget_add_css_class (GTK_WIDGET (self->figures_label), "good-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figures_label), "good-text");
  if (figures == BL_CATALOGUE_FIGURES)
    gtk_widget_remove_css_class (GTK_WIDGET (self->figures_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->figures_label), "dim-label");
  tell (self);
}

BlCatalogueFigures
bl_catalogue_row_get_figures (BlCatalogueRow *self)
{
  g_return_val_if_fail (BL_IS_CATALOGUE_ROW (self), BL_CATALOGUE_ASKING);
  return self->figures;
}

void
bl_catalogue_row_set_taken (BlCatalogueRow *self, gboolean taken)
{
  g_return_if_fail (BL_IS_CATALOGUE_ROW (self));

  self->taken = taken;
  gtk_image_set_from_icon_name (self->icon, taken ? "object-select-symbolic" : "list-add-symbolic");
  gtk_label_set_label (self->state_label, taken ? _ ("In the project") : _ ("Add"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !taken);
  tell (self);
}

gboolean
bl_catalogue_row_get_taken (BlCatalogueRow *self)
{
  g_return_val_if_fail (BL_IS_CATALOGUE_ROW (self), FALSE);
  return self->taken;
}

gboolean
bl_catalogue_row_matches (BlCatalogueRow *self, const char *folded)
{
  static const char *const fields[] = { "name", "noun", "means", "item", "source" };

  g_return_val_if_fail (BL_IS_CATALOGUE_ROW (self), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = bl_record_get_text (BL_RECORD (self->indicator), fields[i]);
      g_autofree char *low = text != NULL ? g_utf8_casefold (text, -1) : NULL;

      if (low != NULL && strstr (low, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}
