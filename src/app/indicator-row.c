/* indicator-row.c: one indicator in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "chart-image.h"
#include "hatch-image.h"
#include "indicator-chart.h"
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
  BlChartImage *chart;
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
  gtk_label_set_justify (self->period, narrow ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  /* As many letters as the columns are wide: longer ones go on below, and the columns stay in line. */
  gtk_label_set_max_width_chars (self->tag, narrow ? -1 : 10);
  gtk_label_set_max_width_chars (self->period, narrow ? -1 : 11);
  gtk_label_set_max_width_chars (self->value, narrow ? -1 : 9);
  gtk_label_set_max_width_chars (self->change, narrow ? -1 : 18);
  gtk_label_set_max_width_chars (self->pill_word, narrow ? -1 : 16);
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
      if (self->summary->part != NULL)
        g_string_append_printf (words, "%s · ", self->summary->part);
      g_string_append (words, self->summary->source);
      if (self->narrow && self->summary->figure != BL_SUMMARY_NO_DATA)
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
    below = g_strdup_printf ("%s\n%s", it->interval, it->period);
  gtk_label_set_label (self->period, below != NULL ? below : known && it->period != NULL ? it->period : "");
  gtk_widget_set_visible (GTK_WIDGET (self->period), known);
  gtk_label_set_label (self->change, it != NULL && it->change != NULL ? it->change : "");
  gtk_widget_set_visible (GTK_WIDGET (self->change), it != NULL && it->change != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), it != NULL ? it->attention : NULL);
  show_pill (self);
  tell (self);
}

/* --- What can be done with it -------------------------------------------------------- */

static gboolean
on_menu_closed_idle (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* The action of an item still has to reach the popover's parent: it goes when that is done. */
static void
on_popover_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_menu_closed_idle, g_object_ref (popover), g_object_unref);
}

static void
show_menu (BlIndicatorRow *self, double x, double y)
{
  const char *id = bl_record_get_id (BL_RECORD (self->indicator));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) change = g_menu_item_new (_ ("_Change…"), NULL), remove = g_menu_item_new (_ ("_Remove"), NULL);
  GtkWidget *popover;

  g_menu_item_set_action_and_target (change, "indicators.edit", "s", id);
  g_menu_item_set_action_and_target (remove, "indicators.remove", "s", id);
  g_menu_append_item (menu, change);
  g_menu_append_item (menu, remove);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_pressed (BlIndicatorRow *self, int n_press, double x, double y)
{
  show_menu (self, x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  show_menu (BL_INDICATOR_ROW (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget));
  return TRUE;
}

static gboolean
on_delete_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "indicators.remove", "s",
                                     bl_record_get_id (BL_RECORD (BL_INDICATOR_ROW (widget)->indicator)));
}

/* A row of a list has nothing a screen reader could press; this is in its tree. */
static void
open_row (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
on_theme_changed (GtkWidget *widget)
{
  lay_out (BL_INDICATOR_ROW (widget));
}

/* A menu that is still there goes with the row. */
static void
bl_indicator_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }
  G_OBJECT_CLASS (bl_indicator_row_parent_class)->dispose (object);
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

  G_OBJECT_CLASS (klass)->dispose = bl_indicator_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bl_indicator_row_finalize;
  g_type_ensure (BL_TYPE_CHART_IMAGE);
  g_type_ensure (BL_TYPE_HATCH_IMAGE);
  gtk_widget_class_install_action (widget_class, "indicator-row.open", NULL, open_row);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete_key, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, grid);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, words);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, state);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, spark);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorRow, chart);
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
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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
  g_autoptr (BlChart) chart = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (BL_IS_INDICATOR_ROW (self));
  name = bl_record_describe (BL_RECORD (self->indicator));
  gtk_label_set_label (self->name_label, name);
  g_clear_pointer (&self->summary, bl_indicator_summary_free);
  if (answer != NULL)
    {
      self->summary = bl_indicator_summary_new (answer->values, answer->judgement);
      chart = bl_indicator_chart_new_spark (answer->values, answer->judgement);
    }
  bl_chart_image_set_chart (self->chart, chart);
  gtk_stack_set_visible_child_name (self->spark, chart != NULL                                                        ? "chart"
                                                 : self->summary != NULL && self->summary->figure == BL_SUMMARY_NO_DATA ? "none"
                                                                                                                        : "waiting");
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
