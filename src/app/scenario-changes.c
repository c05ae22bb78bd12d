/* scenario-changes.c: what a scenario changes, as a list one edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-changes.h"

#include <glib/gi18n-lib.h>

#include "change-row.h"
#include "field-row.h"
#include "scenario-edit.h"

struct _BlScenarioChanges
{
  GtkWidget parent_instance;

  GtkWidget *scroller, *empty;
  BlFieldRow *title_row, *note_row;
  GtkListBox *list;
  AdwComboRow *library_row;
  GtkWidget *close_button, *move_button, *hours_button, *operation_button;

  BlSession *session;
  BlScenario *scenario; /* whose rows these are */
  GPtrArray *libraries; /* ids, in the order of library_row */
  char *names;          /* of library_row, to see whether they are others */
  gboolean showing;     /* widgets are being set by us */
};

G_DEFINE_FINAL_TYPE (BlScenarioChanges, bl_scenario_changes, GTK_TYPE_WIDGET)

enum
{
  PLACE_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- Rows ---------------------------------------------------------------------- */

static BlChangeRow *
find_row (BlScenarioChanges *self, BlScenarioChange *change)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (bl_change_row_get_change (BL_CHANGE_ROW (row)) == change)
      return BL_CHANGE_ROW (row);
  return NULL;
}

/* The row of the list box that holds what was asked about. */
static void
on_row_place_wanted (BlScenarioChanges *self, BlChangeRow *row)
{
  BlRecord *change = BL_RECORD (bl_change_row_get_change (row));
  BlRecord *made = bl_record_get_child (change, "new-library");

  g_signal_emit (self, signals[PLACE_WANTED], 0, BL_CHANGE_MOVE,
                 made != NULL ? bl_record_get_id (made) : bl_record_get_text (change, "library"));
}

static gboolean
rows_are_current (BlScenarioChanges *self, GListModel *changes)
{
  guint n = changes != NULL ? g_list_model_get_n_items (changes) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlScenarioChange) change = g_list_model_get_item (changes, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL || bl_change_row_get_change (BL_CHANGE_ROW (row)) != change)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, (int) n) == NULL;
}

/* Those that stay open stay so. */
static void
make_rows (BlScenarioChanges *self, GListModel *changes)
{
  g_autoptr (GHashTable) expanded = g_hash_table_new (NULL, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    {
      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (expanded, bl_change_row_get_change (BL_CHANGE_ROW (row)));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  for (guint i = 0; changes != NULL && i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlScenarioChange) change = g_list_model_get_item (changes, i);
      GtkWidget *made = bl_change_row_new (self->session, change);

      g_signal_connect_object (made, "place-wanted", G_CALLBACK (on_row_place_wanted), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, made);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (made), g_hash_table_contains (expanded, change));
    }
}

/* --- Adding ----------------------------------------------------------------------- */

static const char *
get_library (BlScenarioChanges *self)
{
  guint selected = adw_combo_row_get_selected (self->library_row);

  return self->libraries != NULL && selected < self->libraries->len ? g_ptr_array_index (self->libraries, selected) : NULL;
}

static void
on_library_chosen (BlScenarioChanges *self)
{
  if (!self->showing && get_library (self) != NULL)
    bl_session_set_library (self->session, get_library (self));
}

static void
add (BlScenarioChanges *self, BlChangeKind kind, const char *field)
{
  BlScenarioChange *change;

  if (get_library (self) == NULL || self->scenario == NULL)
    return;
  change = bl_scenario_edit_change (self->session, self->scenario, kind, get_library (self));
  bl_scenario_changes_open (self, change, field);
}

static void
on_close (BlScenarioChanges *self)
{
  if (get_library (self) != NULL && self->scenario != NULL)
    bl_scenario_edit_change (self->session, self->scenario, BL_CHANGE_CLOSE, get_library (self));
}

static void
on_move (BlScenarioChanges *self)
{
  if (get_library (self) != NULL)
    g_signal_emit (self, signals[PLACE_WANTED], 0, BL_CHANGE_MOVE, get_library (self));
}

static void
on_hours (BlScenarioChanges *self)
{
  add (self, BL_CHANGE_HOURS, "hours");
}

static void
on_operation (BlScenarioChanges *self)
{
  add (self, BL_CHANGE_OPERATION, NULL);
}

static void
on_open (BlScenarioChanges *self)
{
  g_signal_emit (self, signals[PLACE_WANTED], 0, BL_CHANGE_OPEN, NULL);
}

static void
on_stop (BlScenarioChanges *self)
{
  g_signal_emit (self, signals[PLACE_WANTED], 0, BL_CHANGE_STOP, NULL);
}

/* The service's own libraries that are open today. */
static void
fill_libraries (BlScenarioChanges *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const char *picked = bl_session_get_library (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) all = g_string_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];

      if (library->nearby || !library->open || library->type != BL_LIBRARY_TYPE_STATIC)
        continue;
      if (g_strcmp0 (library->id, picked) == 0)
        selected = ids->len;
      g_ptr_array_add (ids, g_strdup (library->id));
      gtk_string_list_append (names, library->name);
      g_string_append_printf (all, "%s\n%s\n", library->id, library->name);
    }
  self->showing = TRUE;
  if (g_strcmp0 (self->names, all->str) != 0)
    {
      g_free (self->names);
      self->names = g_strdup (all->str);
      adw_combo_row_set_model (self->library_row, G_LIST_MODEL (names));
      g_clear_pointer (&self->libraries, g_ptr_array_unref);
      self->libraries = g_steal_pointer (&ids);
    }
  if (selected != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (self->library_row, selected);
  self->showing = FALSE;
}

/* --- Overrides ----------------------------------------------------------------------- */

static void
bl_scenario_changes_dispose (GObject *object)
{
  BlScenarioChanges *self = BL_SCENARIO_CHANGES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_SCENARIO_CHANGES);
  g_clear_pointer (&self->libraries, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_free);
  g_clear_object (&self->scenario);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_scenario_changes_parent_class)->dispose (object);
}

static void
bl_scenario_changes_class_init (BlScenarioChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_changes_dispose;
  signals[PLACE_WANTED] = g_signal_new ("place-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  g_type_ensure (BL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/scenario-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, scroller);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, empty);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, title_row);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, note_row);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, list);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, library_row);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, close_button);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, move_button);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, hours_button);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioChanges, operation_button);
  gtk_widget_class_bind_template_callback (widget_class, on_library_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_move);
  gtk_widget_class_bind_template_callback (widget_class, on_hours);
  gtk_widget_class_bind_template_callback (widget_class, on_operation);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_set_css_name (widget_class, "scenario-changes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_scenario_changes_init (BlScenarioChanges *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Changes"), -1);
}

void
bl_scenario_changes_show (BlScenarioChanges *self, BlScenarioStudy *study)
{
  BlScenario *scenario;
  GListModel *changes;
  GtkListBoxRow *row;

  g_return_if_fail (BL_IS_SCENARIO_CHANGES (self));

  scenario = bl_scenario_study_get_scenario (study);
  g_set_object (&self->session, bl_scenario_study_get_session (study));
  if (self->scenario != scenario)
    {
      g_set_object (&self->scenario, scenario);
      bl_field_row_set_record (self->title_row, self->session, (BlRecord *) scenario);
      bl_field_row_set_record (self->note_row, self->session, (BlRecord *) scenario);
    }
  changes = scenario != NULL ? bl_record_get_list (BL_RECORD (scenario), "changes") : NULL;
  if (!rows_are_current (self, changes))
    make_rows (self, changes);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    bl_change_row_update (BL_CHANGE_ROW (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), changes != NULL && g_list_model_get_n_items (changes) > 0);
  gtk_widget_set_visible (self->empty, changes == NULL || g_list_model_get_n_items (changes) == 0);
  fill_libraries (self);
}

void
bl_scenario_changes_open (BlScenarioChanges *self, BlScenarioChange *change, const char *field)
{
  BlChangeRow *row;

  g_return_if_fail (BL_IS_SCENARIO_CHANGES (self));

  row = find_row (self, change);
  if (row != NULL)
    bl_change_row_focus (row, field);
}

void
bl_scenario_changes_rename (BlScenarioChanges *self)
{
  g_return_if_fail (BL_IS_SCENARIO_CHANGES (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
