/* needs-groups-view.c: who of each group of people is within reach
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-groups-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bar-cell.h"
#include "findings.h"
#include "group-edit.h"
#include "text.h"
#include "yardsticks.h"

struct _BlNeedsGroupsView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkGrid *grid;
  GtkLabel *finding, *lacking, *reason, *fault;
  GtkDropDown *counting, *value, *side;
  GtkSpinButton *limit;
  GtkEntry *title;
  GtkMenuButton *add_button;
  GtkPopover *popover;
  GtkSpinner *spinner;

  BlSession *session;
  GPtrArray *values;   /* char *: names that rules can be made of, as the drop-down has them */
  BlYardsticks *all;
  GPtrArray *groups;   /* BlGroupCounts of @all, after everyone */
  guint64 generation;  /* of the session @all is of */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BlNeedsGroupsView, bl_needs_groups_view, GTK_TYPE_WIDGET)

/* --- In a thread ---------------------------------------------------------------- */

typedef struct
{
  BlFacts *facts;
  GPtrArray *groups;
  guint64 generation;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  bl_facts_unref (question->facts);
  g_ptr_array_unref (question->groups);
  g_free (question);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  BlYardsticks *all
      = bl_yardsticks_compute (question->facts, NULL, 0, (BlGroupCounts *const *) question->groups->pdata,
                               question->groups->len, cancellable, &error);

  if (all != NULL)
    g_task_return_pointer (task, all, (GDestroyNotify) bl_yardsticks_free);
  else
    g_task_return_error (task, error);
}

/* --- The table --------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *text, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static const char *
group_title (BlNeedsGroupsView *self, guint group)
{
  return group == 0 ? _ ("Everyone")
                    : ((const BlGroupCounts *) g_ptr_array_index (self->groups, group - 1))->title;
}

static void
on_remove_clicked (GtkButton *button, BlNeedsGroupsView *self)
{
  BlGroup *group = bl_group_edit_find (self->session, g_object_get_data (G_OBJECT (button), "group"));

  if (group != NULL)
    bl_group_edit_remove (self->session, group);
}

/* Its name, its people, and a button to remove it where it is one of the user's own. */
static GtkWidget *
new_head (BlNeedsGroupsView *self, guint group, double people)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = new_label (group_title (self, group), 0, group == 0 ? "heading" : NULL);
  const char *name = group > 0 ? ((const BlGroupCounts *) g_ptr_array_index (self->groups, group - 1))->name : NULL;
  g_autofree char *number = isnan (people) ? NULL : bl_text_number (people, 0);
  g_autofree char *text = number == NULL ? g_strdup (_ ("not known"))
                                         : g_strdup_printf (ngettext ("%s person", "%s people", (gulong) people), number);

  gtk_label_set_width_chars (GTK_LABEL (title), 18);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), new_label (text, 0, "note"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  if (name != NULL && bl_group_edit_find (self->session, name) != NULL && bl_session_get_editable (self->session))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
      g_autofree char *spoken = g_strdup_printf (_ ("Remove the group %s"), group_title (self, group));

      g_object_set_data_full (G_OBJECT (button), "group", g_strdup (name), g_free);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self, 0);
      gtk_box_append (GTK_BOX (head), button);
    }
  return head;
}

/* @everyone: their share, beside which a group that is worse off by a tenth of a point or more stands out. */
static GtkWidget *
new_cell (BlNeedsGroupsView *self, const BlYardstick *item, guint group, const BlYardstickFigure *figure, double everyone)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *bar = bl_bar_cell_new ();
  g_autofree char *text = isnan (figure->percent) ? g_strdup (_ ("not known")) : bl_text_percent (figure->percent);
  gboolean worse = group > 0 && figure->percent < everyone - 1;
  GtkWidget *label = new_label (text, 0, worse ? "heading" : NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s: %s", group_title (self, group), item->title, text);

  gtk_widget_add_css_class (label, "numeric");
  if (worse)
    gtk_widget_add_css_class (label, "warn-text");
  bl_bar_cell_set_share (BL_BAR_CELL (bar), isnan (figure->percent) ? -1 : figure->percent / 100);
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (cell, spoken);
  return cell;
}

static BlCounting
get_counting (BlNeedsGroupsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->counting);

  return selected < BL_N_COUNTINGS ? (BlCounting) selected : BL_COUNTING_OWN;
}

static void
fill_columns (BlNeedsGroupsView *self, BlCounting counting)
{
  int column = 1;

  for (guint i = 0; i < self->all->n; i++)
    {
      const BlYardstick *item = &self->all->items[i];
      GtkWidget *head;

      if (item->lacks != NULL)
        continue;
      head = new_label (item->title, 0, "over");
      gtk_label_set_width_chars (GTK_LABEL (head), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (head), 14);
      gtk_widget_set_valign (head, GTK_ALIGN_END);
      if (item->used != NULL)
        gtk_widget_set_tooltip_text (head, item->used);
      gtk_grid_attach (self->grid, head, column, 0, 1, 1);
      for (guint group = 0; group < self->all->n_groups; group++)
        {
          const BlYardstickFigure *figure = bl_yardsticks_get (self->all, i, counting, group);

          if (column == 1)
            gtk_grid_attach (self->grid, new_head (self, group, figure->population), 0, (int) group + 1, 1, 1);
          gtk_grid_attach (self->grid,
                           new_cell (self, item, group, figure, bl_yardsticks_get (self->all, i, counting, 0)->percent),
                           column, (int) group + 1, 1, 1);
        }
      column++;
    }
}

/* Yardsticks that nothing can be told by, and why, each reason once. */
static char *
say_lacking (BlNeedsGroupsView *self, BlCounting counting)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  if (self->all->lacks[counting] != NULL)
    return g_strdup (self->all->lacks[counting]);
  for (guint i = 0; i < self->all->n; i++)
    {
      const char *lacks = self->all->items[i].lacks;

      if (lacks == NULL || g_ptr_array_find_with_equal_func (reasons, lacks, g_str_equal, NULL))
        continue;
      g_ptr_array_add (reasons, (gpointer) lacks);
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", lacks);
    }
  return words->len == 0 ? g_strdup ("") : g_strdup_printf (_ ("Other yardsticks are left out. %s"), words->str);
}

static void
fill (BlNeedsGroupsView *self)
{
  BlCounting counting = get_counting (self);
  g_autofree char *lacking = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  if (self->all == NULL)
    return;
  fill_columns (self, counting);
  lacking = say_lacking (self, counting);
  gtk_label_set_text (self->lacking, lacking);
  gtk_widget_set_visible (GTK_WIDGET (self->lacking), *lacking != '\0');
}

static void
say_finding (BlNeedsGroupsView *self)
{
  BlCounting counting = get_counting (self);
  BlAccessQuestion asked = { .statutory = counting == BL_COUNTING_OWN_STATUTORY || counting == BL_COUNTING_AROUND_STATUTORY,
                             .cross_boundary = counting == BL_COUNTING_AROUND || counting == BL_COUNTING_AROUND_STATUTORY };
  g_autoptr (BlKeyFigures) figures = bl_key_figures_compute (bl_session_get_facts (self->session), &asked);
  g_autofree char *finding = bl_finding_groups (figures);

  gtk_label_set_text (self->finding, finding != NULL ? finding : _ ("Which groups are within reach"));
}

/* --- Asking -------------------------------------------------------------------------- */

static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  BlNeedsGroupsView *self = BL_NEEDS_GROUPS_VIEW (source);
  g_autoptr (GError) error = NULL;
  BlYardsticks *all = g_task_propagate_pointer (G_TASK (result), &error);
  const Question *question = g_task_get_task_data (G_TASK (result));

  if (g_error_matches (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    {
      g_clear_pointer (&all, bl_yardsticks_free);
      return;
    }
  g_clear_pointer (&self->all, bl_yardsticks_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  gtk_spinner_stop (self->spinner);
  self->all = all;
  self->groups = g_ptr_array_ref (question->groups);
  self->generation = question->generation;
  gtk_stack_set_visible_child_name (self->stack, all != NULL ? "groups" : "reason");
  if (all == NULL)
    gtk_label_set_text (self->reason, error->message);
  fill (self);
  say_finding (self);
}

static void
ask (BlNeedsGroupsView *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) definitions = NULL;
  Question *question;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || (self->cancellable != NULL && self->generation == bl_session_get_generation (self->session) && self->all != NULL))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->facts = bl_facts_ref (bl_session_get_facts (self->session));
  question->generation = bl_session_get_generation (self->session);
  question->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);
  definitions = bl_group_suggestions (question->facts);
  for (guint i = 0; i < definitions->len; i++)
    {
      BlGroupCounts *counts = bl_group_counts_new (question->facts, g_ptr_array_index (definitions, i), NULL);

      /* A saved rule whose value has gone makes no group. */
      if (counts != NULL)
        g_ptr_array_add (question->groups, counts);
    }
  gtk_spinner_start (self->spinner);
  task = g_task_new (self, self->cancellable, on_computed, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, compute);
}

gboolean
bl_needs_groups_view_is_current (BlNeedsGroupsView *self)
{
  return self->all != NULL && self->generation == bl_session_get_generation (self->session);
}

static void
fill_values (BlNeedsGroupsView *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_clear_pointer (&self->values, g_ptr_array_unref);
  self->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < facts->n_values; i++)
    if (facts->values[i].name != NULL && facts->values[i].kind != BL_VALUE_KIND_COUNT
        && facts->values[i].kind != BL_VALUE_KIND_UNKNOWN)
      {
        g_ptr_array_add (self->values, g_strdup (facts->values[i].name));
        gtk_string_list_append (titles, facts->values[i].title);
      }
  gtk_drop_down_set_model (self->value, G_LIST_MODEL (titles));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            self->values->len > 0 && bl_session_get_editable (self->session));
}

/* --- Callbacks ------------------------------------------------------------------------- */

static void
on_facts_changed (BlNeedsGroupsView *self)
{
  fill_values (self);
  ask (self);
}

static void
on_mapped (BlNeedsGroupsView *self)
{
  ask (self);
}

static void
on_counting_changed (BlNeedsGroupsView *self)
{
  if (self->session == NULL)
    return;
  fill (self);
  if (self->all != NULL)
    say_finding (self);
}

static void
add_group (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsGroupsView *self = BL_NEEDS_GROUPS_VIEW (widget);
  guint value = gtk_drop_down_get_selected (self->value);
  g_autoptr (GError) error = NULL;

  if (value >= self->values->len)
    return;
  if (bl_group_edit_add (self->session, gtk_editable_get_text (GTK_EDITABLE (self->title)),
                         g_ptr_array_index (self->values, value), gtk_drop_down_get_selected (self->side) == 0,
                         gtk_spin_button_get_value (self->limit), &error)
      != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->title), "");
      gtk_popover_popdown (self->popover);
    }
  gtk_label_set_text (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
}

/* --- Overrides --------------------------------------------------------------------------- */

static void
bl_needs_groups_view_dispose (GObject *object)
{
  BlNeedsGroupsView *self = BL_NEEDS_GROUPS_VIEW (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_NEEDS_GROUPS_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_needs_groups_view_parent_class)->dispose (object);
}

static void
bl_needs_groups_view_finalize (GObject *object)
{
  BlNeedsGroupsView *self = BL_NEEDS_GROUPS_VIEW (object);

  g_clear_pointer (&self->all, bl_yardsticks_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_needs_groups_view_parent_class)->finalize (object);
}

static void
bl_needs_groups_view_class_init (BlNeedsGroupsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_needs_groups_view_dispose;
  object_class->finalize = bl_needs_groups_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-groups-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, grid);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, lacking);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, reason);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, fault);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, counting);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, value);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, side);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, limit);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, title);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, add_button);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, popover);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsGroupsView, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_counting_changed);
  gtk_widget_class_install_action (widget_class, "groups.add", NULL, add_group);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "needs-groups");
}

static void
bl_needs_groups_view_init (BlNeedsGroupsView *self)
{
  g_autoptr (GtkStringList) countings = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BL_N_COUNTINGS; i++)
    gtk_string_list_append (countings, _ (bl_counting_get_title (i)));
  gtk_drop_down_set_model (self->counting, G_LIST_MODEL (countings));
}

void
bl_needs_groups_view_set_session (BlNeedsGroupsView *self, BlSession *session)
{
  g_return_if_fail (BL_IS_NEEDS_GROUPS_VIEW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  on_facts_changed (self);
}

char *
bl_needs_groups_view_to_text (BlNeedsGroupsView *self)
{
  BlCounting counting = get_counting (self);
  GString *text = g_string_new (_ ("Group"));

  for (guint i = 0; self->all != NULL && i < self->all->n; i++)
    if (self->all->items[i].lacks == NULL)
      g_string_append_printf (text, "\t%s", self->all->items[i].title);
  g_string_append_c (text, '\n');
  for (guint group = 0; self->all != NULL && group < self->all->n_groups; group++)
    {
      g_string_append (text, group_title (self, group));
      for (guint i = 0; i < self->all->n; i++)
        if (self->all->items[i].lacks == NULL)
          {
            double percent = bl_yardsticks_get (self->all, i, counting, group)->percent;
            g_autofree char *cell = isnan (percent) ? g_strdup (_ ("not known")) : bl_text_number (percent, 2);

            g_string_append_printf (text, "\t%s", cell);
          }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
