/* indicator-row.c: one indicator in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hatch-image.h"
#include "theme.h"

/* Widths at the usual size of text, in pixels: equal in all lists, so that columns stand in line. */
#define STATE_WIDTH 88
#define FIGURE_WIDTH 92
#define VERDICT_WIDTH 144

struct _BlIndicatorRow
{
  GtkListBoxRow parent;
  BlIndicator *indicator;
  BlIndicatorSummary *summary; /* NULL: not looked up yet */
  gboolean narrow;
  GtkGrid *grid;
  GtkWidget *words, *state, *figure, *verdict, *pill, *chevron;
  GtkStack *spark;
  GtkLabel *name_label, *source_label, *tag, *value, *period, *change, *pill_word;
  GtkImage *pill_icon;
};

G_DEFINE_FINAL_TYPE (BlIndicatorRow, bl_indicator_row, GTK_TYPE_LIST_BOX_ROW)

static void
place (BlIndicatorRow *self, GtkWidget *child, int column, int row, int columns)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));

  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", column, "row", row, "column-span", columns,
                NULL);
}

/* Wide: all in one line. Narrow: the words, then the figures below them. */
static void
lay_out (BlIndicatorRow *self)
{
  double scale = bl_theme_get_text_scale (GTK_WIDGET (self));
  gboolean narrow = self->narrow;

  place (self, self->words, 0, 0, narrow ? 3 : 1);
  place (self, self->state, 1, narrow ? 2 : 0, 1);
  place (self, GTK_WIDGET (self->spark), narrow ? 0 : 2, narrow ? 1 : 0, 1);
  place (self, self->figure, narrow ? 1 : 3, narrow ? 1 : 0, 1);
  place (self, self->verdict, narrow ? 2 : 4, narrow ? 1 : 0, narrow ? 2 : 1);
  place (self, self->chevron, narrow ? 3 : 5, 0, 1);
  gtk_widget_set_visible (self->state, !narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->spark), narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_hexpand (self->figure, narrow);
  gtk_widget_set_halign (self->verdict, narrow ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_set_valign (self->chevron, narrow ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_label_set_xalign (self->value, narrow ? 0 : 1);
  gtk_label_set_xalign (self->period, narrow ? 0 : 1);
  gtk_widget_set_size_request (self->state, STATE_WIDTH * scale, -1);
  gtk_widget_set_size_request (self->figure, narrow ? -1 : FIGURE_WIDTH * scale, -1);
  gtk_widget_set_size_request (self->verdict, narrow ? -1 : VERDICT_WIDTH * scale, -1);
}

static void
show_source (BlIndicatorRow *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->summary == NULL)
    g_string_append (words, _ ("Looking up its figures…"));
  else
    {
      if (self->summary->official)
        g_string_append_printf (words, "%s · ", _ ("Official indicator"));
      g_string_append (words, self->summary->source);
      if (self->narrow)
        g_string_append_printf (words, " · %s", self->summary->tag);
    }
  gtk_label_set_label (self->source_label, words->str);
}

static void
show_pill (BlIndicatorRow *self)
{
  static const char *const classes[] = { "pill-grey", "pill-info", "pill-good", "pill-bad" };
  const BlIndicatorSummary *it = self->summary;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->pill, classes[i]);
  gtk_widget_set_visible (self->pill, it != NULL);
  if (it == NULL)
    return;
  gtk_widget_add_css_class (self->pill, classes[it->tone]);
  gtk_image_set_from_icon_name (self->pill_icon, it->icon);
  gtk_label_set_label (self->pill_word, _ (it->verdict));
}

/* All of it, as one sentence a part, for those who do not see the row. */
static void
tell (BlIndicatorRow *self)
{
  const BlIndicatorSummary *it = self->summary;
  g_autoptr (GString) words = g_string_new (gtk_label_get_label (self->name_label));

  if (it != NULL && it->value != NULL)
    g_string_append_printf (words, ". %s %s, %s, %s", it->value, it->unit != NULL && *it->unit != '%' ? it->unit : "",
                            it->period, it->tag);
  if (it != NULL)
    g_string_append_printf (words, ". %s", _ (it->verdict));
  if (it != NULL && it->change != NULL)
    g_string_append_printf (words, ", %s", it->change);
  g_string_append_printf (words, ". %s", gtk_label_get_label (self->source_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

static void
show_summary (BlIndicatorRow *self)
{
  const BlIndicatorSummary *it = self->summary;
  gboolean proxy = it != NULL && it->state == BL_STATE_PROXY, known = it != NULL && it->figure != BL_SUMMARY_NO_DATA;
  g_autofree char *below = NULL;

  show_source (self);
  /* Where there is none, the words stand in place of the figure. */
  gtk_label_set_label (self->tag, known ? it->tag : "");
  if (known)
    gtk_widget_add_css_class (GTK_WIDGET (self->tag), "tag");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tag), "tag");
  if (proxy)
    gtk_widget_add_css_class (GTK_WIDGET (self->tag), "proxy");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tag), "proxy");
  gtk_label_set_label (self->value, it == NULL ? "" : known ? it->value : _ ("no data"));
  if (known)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->value), "small");
      gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "figure-s");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->value), "figure-s");
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "small");
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
    }
  if (it != NULL && it->interval != NULL)
    below = g_strdup_printf ("%s, %s", it->interval, it->period);
  gtk_label_set_label (self->period, below != NULL ? below : known && it->period != NULL ? it->period : "");
  gtk_widget_set_visible (GTK_WIDGET (self->period), known);
  gtk_label_set_label (self->change, it != NULL && it->change != NULL ? it->change : "");
  gtk_widget_set_visible (GTK_WIDGET (self->change), it != NULL && it->change != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), it != NULL ? it->attention : NULL);
  show_pill (self);
  tell (self);
}

static void
on_theme_changed (GtkWidget *widget)
{
  lay_out (BL_INDICATOR_ROW (widget));
}

static void
bl_indicator_row_finalize (GObject *object)
{
  BlIndicatorRow *self = BL_INDICATOR_ROW (object);

  g_clear_object (&self->indicator);
  g_clear_pointer (&self->summary, bl_indicator_summary_free);
  G_OBJECT_CLASS (bl_indicator_row_parent_class)->finalize (object);
}

static void
bl_indicator_row_class_init (BlIndicatorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_indicator_row_finalize;
  g_type_ensure (BL_TYPE_HATCH_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, grid);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, words);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, state);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, spark);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, figure);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, pill);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, chevron);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, tag);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, value);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, period);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, change);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, pill_word);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, pill_icon);
}

static void
bl_indicator_row_init (BlIndicatorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
  lay_out (self);
}

GtkWidget *
bl_indicator_row_new (BlIndicator *indicator)
{
  BlIndicatorRow *self = g_object_new (BL_TYPE_INDICATOR_ROW, NULL);
  g_autofree char *name = bl_record_describe (BL_RECORD (indicator));

  self->indicator = g_object_ref (indicator);
  gtk_label_set_label (self->name_label, name);
  show_summary (self);
  return GTK_WIDGET (self);
}

BlIndicator *
bl_indicator_row_get_indicator (BlIndicatorRow *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_ROW (self), NULL);
  return self->indicator;
}

void
bl_indicator_row_set_answer (BlIndicatorRow *self, BlIndicatorAnswer *answer)
{
  g_autofree char *name = NULL;

  g_return_if_fail (BL_IS_INDICATOR_ROW (self));
  name = bl_record_describe (BL_RECORD (self->indicator));
  gtk_label_set_label (self->name_label, name);
  g_clear_pointer (&self->summary, bl_indicator_summary_free);
  if (answer != NULL)
    self->summary = bl_indicator_summary_new (answer->values, answer->judgement);
  gtk_stack_set_visible_child_name (self->spark, answer == NULL || self->summary->figure == BL_SUMMARY_KNOWN ? "waiting" : "none");
  show_summary (self);
}

void
bl_indicator_row_set_narrow (BlIndicatorRow *self, gboolean narrow)
{
  g_return_if_fail (BL_IS_INDICATOR_ROW (self));

  if (self->narrow == !!narrow)
    return;
  self->narrow = !!narrow;
  lay_out (self);
  show_source (self);
}

const BlIndicatorSummary *
bl_indicator_row_get_summary (BlIndicatorRow *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_ROW (self), NULL);
  return self->summary;
}
