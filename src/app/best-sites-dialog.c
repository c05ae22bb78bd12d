/* best-sites-dialog.c: asks which libraries to keep or where to open some, and shows the answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "best-sites-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "best-sites.h"
#include "scenario-edit.h"
#include "text.h"

/* It stops by itself then, seconds. */
#define LONGEST 60
/* How often it says how far it is, milliseconds. */
#define TELL 200

struct _BlBestSitesDialog
{
  AdwWindow parent;

  GtkStack *stack;
  GtkWidget *back_button, *find_button, *make_button, *stop_button;
  AdwComboRow *what, *objective;
  AdwActionRow *number_row;
  GtkSpinButton *number;
  AdwExpanderRow *pins;
  GtkLabel *error, *progress, *finding, *gap, *common, *left_out;
  GtkSpinner *spinner;
  GtkListBox *layouts;

  BlScenarioStudy *study;
  GPtrArray *pin_choices;  /* GtkDropDown, with "library": index into the facts + 1 */
  BlBestSites *sites;      /* the search under way, or the answer */
  GCancellable *cancellable;
  guint source;
  guint chosen;            /* layout */
  guint n_own;             /* open libraries of the service that count */
};

G_DEFINE_FINAL_TYPE (BlBestSitesDialog, bl_best_sites_dialog, ADW_TYPE_WINDOW)

enum
{
  PIN_FREE,
  PIN_OPEN,
  PIN_CLOSED,
};

/* --- The question ----------------------------------------------------------------- */

static gboolean
is_adding (BlBestSitesDialog *self)
{
  return adw_combo_row_get_selected (self->what) == 1;
}

static void
on_asked (BlBestSitesDialog *self)
{
  gboolean add = is_adding (self);
  g_autofree char *title = add ? g_strdup (_ ("How many more"))
                               : g_strdup_printf (_ ("How many of %u to keep"), self->n_own);

  if (self->study == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row), title);
  gtk_spin_button_set_range (self->number, 1, add ? 20 : MAX (self->n_own, 1));
  gtk_spin_button_set_value (self->number, add ? 1 : MAX ((int) self->n_own - 1, 1));
}

static void
add_pin (BlBestSitesDialog *self, guint library, const char *name)
{
  const char *const choices[] = { _ ("Either way"), _ ("Stays open"), _ ("Closes"), NULL };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (choice), "library", GUINT_TO_POINTER (library + 1));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_expander_row_add_row (self->pins, row);
  g_ptr_array_add (self->pin_choices, choice);
}

static void
fill (BlBestSitesDialog *self)
{
  BlFacts *facts = bl_scenario_study_get_facts (self->study);
  BlAccessQuestion question = bl_scenario_study_get_question (self->study);
  const BlYardstick *yardstick = bl_scenario_study_get_yardstick (self->study);
  g_autoptr (GtkStringList) objectives = gtk_string_list_new (NULL);
  g_autofree char *cover = g_strdup_printf (_ ("Most people %s"), yardstick->within);

  gtk_string_list_append (objectives, yardstick->travel.by == BL_BY_STRAIGHT ? _ ("Shortest average distance")
                                                                             : _ ("Shortest average journey"));
  gtk_string_list_append (objectives, cover);
  adw_combo_row_set_model (self->objective, G_LIST_MODEL (objectives));
  question.at_time = FALSE;
  for (guint i = 0; i < facts->n_libraries; i++)
    if (!facts->libraries[i].nearby && facts->libraries[i].located && bl_access_counts (facts, &question, i))
      {
        self->n_own++;
        add_pin (self, i, facts->libraries[i].name);
      }
  on_asked (self);
}

/* --- The answer --------------------------------------------------------------------- */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
on_layout_chosen (BlBestSitesDialog *self, GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "layout"));
}

/* NULL for none. */
static char *
join (GPtrArray *names)
{
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
add_layout (BlBestSitesDialog *self, guint layout, GtkWidget **first)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autoptr (GPtrArray) closed = bl_best_sites_list_closed (self->sites, layout);
  g_autoptr (GPtrArray) opened = bl_best_sites_list_opened (self->sites, layout);
  g_autofree char *worth = bl_best_sites_describe_worth (self->sites, bl_best_sites_get_layout (self->sites, layout));
  g_autofree char *names = join (closed->len > 0 ? closed : opened);
  /* TRANSLATORS: names of libraries */
  g_autofree char *changes = names == NULL     ? g_strdup (_ ("Changes nothing"))
                             : closed->len > 0 ? g_strdup_printf (_ ("Closes %s"), names)
                                               : g_strdup_printf (_ ("Opens: %s"), names);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), worth);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), changes);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), (GtkCheckButton *) *first);
  g_object_set_data (G_OBJECT (check), "layout", GUINT_TO_POINTER (layout));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, worth, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_layout_chosen), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->layouts, row);
  if (*first == NULL)
    *first = check;
}

static void
show_answer (BlBestSitesDialog *self)
{
  GtkWidget *first = NULL;
  GtkListBoxRow *row;
  g_autofree char *best = bl_best_sites_describe_worth (self->sites, bl_best_sites_get_layout (self->sites, 0));
  g_autofree char *today = bl_best_sites_describe_worth (self->sites, &self->sites->today);
  g_autofree char *finding = NULL;
  g_autofree char *gap = bl_best_sites_describe_gap (self->sites);
  g_autofree char *common = bl_best_sites_describe_common (self->sites);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;
  g_autofree char *left_out = NULL;

  for (guint i = 0; i < self->sites->plan->left_out->len; i++)
    g_ptr_array_add (names, g_strdup (g_ptr_array_index (self->sites->plan->left_out, i)));
  all = join (names);
  if (all != NULL)
    left_out = g_strdup_printf (_ ("Left out, without a grid reference or a way to it: %s"), all);
  /* TRANSLATORS: "812 m on average", "816 m on average" */
  finding = g_strdup_printf (_ ("Best found: %s; today %s"), best, today);
  gtk_label_set_text (self->finding, finding);
  set_text (self->gap, gap);
  set_text (self->common, common);
  set_text (self->left_out, left_out);
  while ((row = gtk_list_box_get_row_at_index (self->layouts, 0)) != NULL)
    gtk_list_box_remove (self->layouts, GTK_WIDGET (row));
  for (guint i = 0; i < bl_best_sites_get_n_layouts (self->sites); i++)
    add_layout (self, i, &first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "answer");
  gtk_widget_grab_focus (self->make_button);
}

/* --- The search ------------------------------------------------------------------------ */

static void
show_ask (BlBestSitesDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "ask");
  gtk_widget_set_visible (self->back_button, FALSE);
}

static void
stop_telling (BlBestSitesDialog *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlBestSitesDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean found = bl_best_sites_find_finish (result, &error);

  g_clear_object (&self->cancellable);
  /* The window was closed meanwhile. */
  if (self->study == NULL)
    return;
  stop_telling (self);
  gtk_widget_set_visible (self->back_button, TRUE);
  if (found)
    show_answer (self);
  else
    {
      set_text (self->error, error->message);
      show_ask (self);
    }
}

static gboolean
on_tell (gpointer data)
{
  BlBestSitesDialog *self = data;
  double gap = bl_best_sites_get_gap (self->sites);
  g_autofree char *percent = isfinite (gap) ? bl_text_percent (MIN (gap, 100)) : NULL;
  g_autofree char *words = percent != NULL ? g_strdup_printf (_ ("No arrangement can be more than %s better than the one found so far."), percent)
                                           : g_strdup (_ ("Looking for the best arrangement…"));

  gtk_label_set_text (self->progress, words);
  return G_SOURCE_CONTINUE;
}

static void
on_find (BlBestSitesDialog *self)
{
  BlAccessQuestion question = bl_scenario_study_get_question (self->study);

  g_clear_pointer (&self->sites, bl_best_sites_unref);
  self->sites
      = bl_best_sites_new (bl_scenario_study_get_facts (self->study), bl_scenario_study_get_yardstick (self->study));
  self->sites->add = is_adding (self);
  self->sites->number = (guint) gtk_spin_button_get_value_as_int (self->number);
  self->sites->statutory = question.statutory;
  self->sites->cross_boundary = question.cross_boundary;
  self->sites->objective
      = adw_combo_row_get_selected (self->objective) == 1 ? BL_OBJECTIVE_COVER : BL_OBJECTIVE_TRAVEL;
  for (guint i = 0; i < self->pin_choices->len; i++)
    {
      GtkDropDown *choice = g_ptr_array_index (self->pin_choices, i);
      guint library = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "library")) - 1;

      if (gtk_drop_down_get_selected (choice) == PIN_OPEN)
        g_array_append_val (self->sites->open, library);
      else if (gtk_drop_down_get_selected (choice) == PIN_CLOSED)
        g_array_append_val (self->sites->closed, library);
    }
  set_text (self->error, NULL);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  on_tell (self);
  self->source = g_timeout_add (TELL, on_tell, self);
  self->cancellable = g_cancellable_new ();
  bl_best_sites_find_async (self->sites, LONGEST, self->cancellable, on_found, g_object_ref (self));
}

static void
on_stop (BlBestSitesDialog *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
on_back (BlBestSitesDialog *self)
{
  show_ask (self);
}

static void
on_make (BlBestSitesDialog *self)
{
  g_autoptr (GPtrArray) closed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  g_autofree char *worth = bl_best_sites_describe_worth (self->sites, bl_best_sites_get_layout (self->sites, self->chosen));
  g_autofree char *gap = bl_best_sites_describe_gap (self->sites);
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;

  bl_best_sites_get_changes (self->sites, self->chosen, closed, opened);
  title = self->sites->add ? g_strdup_printf (ngettext ("%u more site", "%u more sites", opened->len), opened->len)
                           : g_strdup_printf (ngettext ("%u library kept", "%u libraries kept", self->sites->number),
                                               self->sites->number);
  /* TRANSLATORS: the note of a scenario: where it comes from */
  note = g_strdup_printf (_ ("From the search for best sites: %s. %s"), worth, gap);
  bl_scenario_edit_add_layout (bl_scenario_study_get_session (self->study), title, note, closed,
                               (const BlPoint *) (gpointer) opened->data, opened->len);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Overrides ---------------------------------------------------------------------------- */

static void
bl_best_sites_dialog_dispose (GObject *object)
{
  BlBestSitesDialog *self = BL_BEST_SITES_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->study);
  g_clear_pointer (&self->pin_choices, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_best_sites_dialog_parent_class)->dispose (object);
}

static void
bl_best_sites_dialog_finalize (GObject *object)
{
  g_clear_pointer (&BL_BEST_SITES_DIALOG (object)->sites, bl_best_sites_unref);
  G_OBJECT_CLASS (bl_best_sites_dialog_parent_class)->finalize (object);
}

static void
bl_best_sites_dialog_class_init (BlBestSitesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_best_sites_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bl_best_sites_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/best-sites-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, find_button);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, what);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, objective);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, number);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, pins);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, error);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, finding);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, gap);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, layouts);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, common);
  gtk_widget_class_bind_template_child (widget_class, BlBestSitesDialog, left_out);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_find);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_make);
}

static void
bl_best_sites_dialog_init (BlBestSitesDialog *self)
{
  self->pin_choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
bl_best_sites_dialog_new (GtkWindow *parent, BlScenarioStudy *study)
{
  BlBestSitesDialog *self = g_object_new (BL_TYPE_BEST_SITES_DIALOG, "transient-for", parent, NULL);

  self->study = g_object_ref (study);
  fill (self);
  return GTK_WINDOW (self);
}

void
bl_best_sites_dialog_find (BlBestSitesDialog *self, gboolean add, guint number)
{
  g_return_if_fail (BL_IS_BEST_SITES_DIALOG (self));

  adw_combo_row_set_selected (self->what, add ? 1 : 0);
  gtk_spin_button_set_value (self->number, number);
  on_find (self);
}

void
bl_best_sites_dialog_make (BlBestSitesDialog *self)
{
  g_return_if_fail (BL_IS_BEST_SITES_DIALOG (self));
  on_make (self);
}

const char *
bl_best_sites_dialog_get_step (BlBestSitesDialog *self)
{
  g_return_val_if_fail (BL_IS_BEST_SITES_DIALOG (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

const char *
bl_best_sites_dialog_get_finding (BlBestSitesDialog *self)
{
  g_return_val_if_fail (BL_IS_BEST_SITES_DIALOG (self), NULL);
  return gtk_label_get_text (self->finding);
}
