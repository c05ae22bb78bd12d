/* indicator-catalogue.c: all indicators of the dictionary, by Outcome and area, to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-catalogue.h"

#include <glib/gi18n-lib.h>

#include "catalogue-row.h"
#include "indicator-edit.h"
#include "indicator-groups.h"
#include "indicator-summary.h"

struct _BlIndicatorCatalogue
{
  AdwBin parent;
  BlSession *session;
  GtkSearchEntry *search;
  GtkCheckButton *only_figures;
  GtkStack *stack;
  GtkBox *groups;
  GtkWidget *parts[BL_N_INDICATOR_GROUPS]; /* NULL: there is none */
  GPtrArray *rows;                         /* of BlCatalogueRow, not owned */
  guint next, source;                      /* whose figures are looked up next */
};

G_DEFINE_FINAL_TYPE (BlIndicatorCatalogue, bl_indicator_catalogue, ADW_TYPE_BIN)

static void
apply_search (BlIndicatorCatalogue *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *sought = g_utf8_casefold (text, -1);
  gboolean only = gtk_check_button_get_active (self->only_figures);
  gboolean any[BL_N_INDICATOR_GROUPS] = { FALSE }, some = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      BlCatalogueRow *row = g_ptr_array_index (self->rows, i);
      gboolean shown = (*sought == '\0' || bl_catalogue_row_matches (row, sought))
                       && (!only || bl_catalogue_row_get_figures (row) == BL_CATALOGUE_FIGURES);

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      any[bl_indicator_group_of (bl_catalogue_row_get_indicator (row))] |= shown;
      some |= shown;
    }
  for (guint i = 0; i < BL_N_INDICATOR_GROUPS; i++)
    if (self->parts[i] != NULL)
      gtk_widget_set_visible (self->parts[i], any[i]);
  gtk_stack_set_visible_child_name (self->stack, some || self->next < self->rows->len ? "list" : "none");
}

static void
on_search_changed (BlIndicatorCatalogue *self)
{
  apply_search (self);
}

/* What is typed here is nothing to lose: Escape closes the window at once, as everywhere. */
static void
on_search_stopped (BlIndicatorCatalogue *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
update_taken (BlIndicatorCatalogue *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      BlCatalogueRow *row = g_ptr_array_index (self->rows, i);
      BlRecord *record = BL_RECORD (bl_catalogue_row_get_indicator (row));

      bl_catalogue_row_set_taken (row, bl_indicator_edit_find (self->session, bl_record_get_text (record, "item")) != NULL);
    }
}

static void
on_row_activated (BlIndicatorCatalogue *self, GtkListBoxRow *row)
{
  BlRecord *record = BL_RECORD (bl_catalogue_row_get_indicator (BL_CATALOGUE_ROW (row)));

  bl_indicator_edit_add (self->session, bl_record_get_text (record, "item"));
}

static gboolean
on_keynav_failed (BlIndicatorCatalogue *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (root), direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

/* --- Figures ------------------------------------------------------------------------ */

static void
look_up (BlIndicatorCatalogue *self, BlCatalogueRow *row)
{
  BlBaseFigures *figures = bl_session_get_figures (self->session, NULL);
  g_autoptr (BlIndicatorValues) values
      = bl_indicator_values_new (figures, bl_catalogue_row_get_indicator (row), NULL, BL_PERIOD_KIND_UNKNOWN);
  g_autoptr (BlJudgement) judgement = bl_indicator_values_judge (values);
  g_autoptr (BlIndicatorSummary) summary = bl_indicator_summary_new (values, judgement);

  if (summary->figure == BL_SUMMARY_NO_DATA)
    bl_catalogue_row_set_figures (row, BL_CATALOGUE_NONE, summary->source);
  else
    {
      g_autofree char *words = g_strdup_printf ("%s, %s", summary->value, summary->period);

      bl_catalogue_row_set_figures (row, BL_CATALOGUE_FIGURES, words);
    }
}

static gboolean
on_idle (gpointer data)
{
  BlIndicatorCatalogue *self = data;

  if (self->next < self->rows->len && bl_session_get_figures (self->session, NULL) != NULL)
    {
      look_up (self, g_ptr_array_index (self->rows, self->next++));
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  apply_search (self);
  return G_SOURCE_REMOVE;
}

static void
on_facts_changed (BlIndicatorCatalogue *self)
{
  update_taken (self);
}

/* --- Overrides ------------------------------------------------------------------------ */

static void
bl_indicator_catalogue_dispose (GObject *object)
{
  BlIndicatorCatalogue *self = BL_INDICATOR_CATALOGUE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_indicator_catalogue_parent_class)->dispose (object);
}

static void
bl_indicator_catalogue_finalize (GObject *object)
{
  g_ptr_array_unref (BL_INDICATOR_CATALOGUE (object)->rows);
  G_OBJECT_CLASS (bl_indicator_catalogue_parent_class)->finalize (object);
}

static void
bl_indicator_catalogue_class_init (BlIndicatorCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_indicator_catalogue_dispose;
  object_class->finalize = bl_indicator_catalogue_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-catalogue.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorCatalogue, search);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorCatalogue, only_figures);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorCatalogue, stack);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorCatalogue, groups);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
bl_indicator_catalogue_init (BlIndicatorCatalogue *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkListBox *
make_part (BlIndicatorCatalogue *self, BlDictionary *dictionary, guint group)
{
  const char *title = bl_indicator_group_get_title (dictionary, group);
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *label, *list = gtk_list_box_new ();
  g_autofree char *words = group < BL_N_OUTCOMES ? g_strdup_printf ("%u  %s", group + 1, title) : g_strdup (title);

  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (on_keynav_failed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (part), label);
  gtk_box_append (GTK_BOX (part), list);
  gtk_box_append (self->groups, part);
  self->parts[group] = part;
  return GTK_LIST_BOX (list);
}

void
bl_indicator_catalogue_set_session (BlIndicatorCatalogue *self, BlSession *session)
{
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (session), NULL);
  GListModel *all;

  g_return_if_fail (BL_IS_INDICATOR_CATALOGUE (self) && self->session == NULL);
  self->session = g_object_ref (session);
  if (dictionary == NULL)
    return;
  all = bl_record_get_list (BL_RECORD (dictionary), "indicators");
  for (guint group = 0; group < BL_N_INDICATOR_GROUPS; group++)
    {
      GtkListBox *list = NULL;

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (BlIndicator) indicator = g_list_model_get_item (all, i);
          GtkWidget *row;

          if (bl_indicator_group_of (indicator) != group)
            continue;
          if (list == NULL)
            list = make_part (self, dictionary, group);
          row = bl_catalogue_row_new (dictionary, indicator);
          gtk_list_box_append (list, row);
          g_ptr_array_add (self->rows, row);
        }
    }
  update_taken (self);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
}

guint
bl_indicator_catalogue_count (BlIndicatorCatalogue *self)
{
  guint n = 0;

  g_return_val_if_fail (BL_IS_INDICATOR_CATALOGUE (self), 0);
  for (guint i = 0; i < self->rows->len; i++)
    n += gtk_widget_get_visible (g_ptr_array_index (self->rows, i));
  return n;
}

void
bl_indicator_catalogue_find (BlIndicatorCatalogue *self)
{
  g_return_if_fail (BL_IS_INDICATOR_CATALOGUE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
