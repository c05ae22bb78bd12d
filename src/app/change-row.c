/* change-row.c: one change of a scenario, that opens for its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "change-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "field-row.h"
#include "place.h"
#include "scenario-edit.h"
#include "text.h"

struct _BlChangeRow
{
  AdwExpanderRow parent;
  BlSession *session;
  BlScenarioChange *change;
  GPtrArray *fields;     /* BlFieldRow, in order */
  AdwEntryRow *place;    /* NULL where it has none */
  GtkLabel *place_error;
  AdwComboRow *operation;
  GtkSwitch *statutory;
  GtkWidget *earlier, *later;
  gboolean showing;      /* widgets are being set by us */
};

G_DEFINE_FINAL_TYPE (BlChangeRow, bl_change_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  PLACE_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static BlChangeKind
get_kind (BlChangeRow *self)
{
  return bl_record_get_enum (BL_RECORD (self->change), "kind");
}

/* The record that holds name, place and hours of what comes new; NULL for a change of what is there. */
static BlRecord *
get_made (BlChangeRow *self)
{
  BlRecord *library = bl_record_get_child (BL_RECORD (self->change), "new-library");

  return library != NULL ? library : bl_record_get_child (BL_RECORD (self->change), "stop");
}

static int
get_year (BlChangeRow *self)
{
  return bl_project_get_effective_year (bl_session_get_project (self->session));
}

/* --- Words ------------------------------------------------------------------ */

static char *
place_text (BlChangeRow *self)
{
  BlRecord *made = get_made (self);
  BlRecord *placed = made != NULL ? made : BL_RECORD (self->change);
  const char *words = bl_record_get_text (BL_RECORD (self->change), "place");
  BlPoint point;

  if (words != NULL)
    return g_strdup (words);
  if (!bl_record_get_real (placed, "easting", &point.x) || !bl_record_get_real (placed, "northing", &point.y))
    return NULL;
  return bl_grid_reference_to_text (point);
}

static char *
hours_text (BlRecord *record)
{
  double hours;
  g_autofree char *number = NULL;

  if (!bl_record_get_real (record, "hours", &hours))
    return NULL;
  number = bl_text_number (hours, fabs (hours - round (hours)) < 0.05 ? 0 : 1);
  return g_strdup_printf (_ ("%s hours a week"), number);
}

/* What one wants to see of it without opening it. */
static char *
subtitle_text (BlChangeRow *self)
{
  BlRecord *record = BL_RECORD (self->change);

  switch (get_kind (self))
    {
    case BL_CHANGE_OPEN:
    case BL_CHANGE_MOVE:
    case BL_CHANGE_STOP:
      return place_text (self);
    case BL_CHANGE_HOURS:
      return hours_text (record);
    case BL_CHANGE_OPERATION:
      return g_strdup (_ (bl_operation_get_title (bl_record_get_enum (record, "operation"))));
    case BL_CHANGE_CLOSE:
    case BL_CHANGE_UNKNOWN:
    default:
      return NULL;
    }
}

/* --- What is typed ------------------------------------------------------------ */

static void
show_place_error (BlChangeRow *self, const char *message)
{
  gtk_label_set_text (self->place_error, message != NULL ? message : "");
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->place_error), GTK_TYPE_LIST_BOX_ROW),
                          message != NULL);
}

gboolean
bl_change_row_set_place (BlChangeRow *self, const char *text)
{
  BlRecord *scenario = bl_record_get_parent (BL_RECORD (self->change));
  BlRecord *made = get_made (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  BlPoint point;

  g_return_val_if_fail (BL_IS_CHANGE_ROW (self), FALSE);

  if (!bl_place_find (bl_session_get_project (self->session), text, &point, &name, &error))
    {
      show_place_error (self, error->message);
      return FALSE;
    }
  show_place_error (self, NULL);
  bl_scenario_edit_place (self->session, BL_SCENARIO (scenario),
                          made != NULL ? bl_record_get_id (made)
                                       : bl_record_get_text (BL_RECORD (self->change), "library"),
                          point, name);
  return TRUE;
}

static void
on_place_applied (BlChangeRow *self)
{
  bl_change_row_set_place (self, gtk_editable_get_text (GTK_EDITABLE (self->place)));
}

static void
on_place_on_map (BlChangeRow *self)
{
  g_signal_emit (self, signals[PLACE_WANTED], 0);
}

static void
on_operation_chosen (BlChangeRow *self)
{
  if (!self->showing)
    bl_scenario_edit_set_operation (self->session, self->change,
                                    (BlOperation) adw_combo_row_get_selected (self->operation) + 1);
}

static void
on_statutory_switched (BlChangeRow *self)
{
  if (!self->showing)
    bl_scenario_edit_set_statutory (self->session, self->change, gtk_switch_get_active (self->statutory));
}

static void
on_earlier (BlChangeRow *self)
{
  bl_scenario_edit_move_change (self->session, self->change, -1);
}

static void
on_later (BlChangeRow *self)
{
  bl_scenario_edit_move_change (self->session, self->change, 1);
}

static void
on_remove (BlChangeRow *self)
{
  bl_scenario_edit_remove_change (self->session, self->change);
}

/* --- Making it ------------------------------------------------------------------ */

static void
add_field (BlChangeRow *self, BlRecord *record, const char *field, const char *title)
{
  BlFieldRow *row = g_object_new (BL_TYPE_FIELD_ROW, "field", field, "title", title, NULL);

  bl_field_row_set_record (row, self->session, record);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_ptr_array_add (self->fields, row);
}

static void
add_place (BlChangeRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("mark-location-symbolic");
  GtkWidget *row = gtk_list_box_row_new ();

  self->place = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place), _ ("Postcode, grid reference"));
  adw_entry_row_set_show_apply_button (self->place, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show the place on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the place on the map"), -1);
  adw_entry_row_add_suffix (self->place, button);
  g_signal_connect_object (self->place, "apply", G_CALLBACK (on_place_applied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_place_on_map), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->place));

  self->place_error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->place_error, TRUE);
  gtk_label_set_xalign (self->place_error, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->place_error), "field-error");
  gtk_widget_add_css_class (row, "field-error-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (self->place_error));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_operation (BlChangeRow *self)
{
  g_autoptr (GtkStringList) operations = gtk_string_list_new (NULL);
  GtkWidget *row = adw_action_row_new ();

  for (int i = BL_OPERATION_COUNCIL; i <= BL_OPERATION_INDEPENDENT; i++)
    gtk_string_list_append (operations, _ (bl_operation_get_title (i)));
  self->operation = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->operation), _ ("Run by"));
  adw_combo_row_set_model (self->operation, G_LIST_MODEL (operations));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->operation));

  self->statutory = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->statutory), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Statutory"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->statutory));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->statutory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->statutory), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Statutory"), -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static GtkWidget *
make_button (BlChangeRow *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_buttons (BlChangeRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_with_label (_ ("Remove"));

  self->earlier = make_button (self, "go-up-symbolic", _ ("Earlier"), G_CALLBACK (on_earlier));
  self->later = make_button (self, "go-down-symbolic", _ ("Later"), G_CALLBACK (on_later));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_hexpand (remove, TRUE);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->earlier);
  gtk_box_append (GTK_BOX (box), self->later);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_add_css_class (box, "row-buttons");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
make_rows (BlChangeRow *self)
{
  BlRecord *record = BL_RECORD (self->change);
  BlRecord *made = get_made (self);
  BlChangeKind kind = get_kind (self);

  if (made != NULL)
    add_field (self, made, "name", _ ("Name"));
  if (kind == BL_CHANGE_OPEN || kind == BL_CHANGE_MOVE || kind == BL_CHANGE_STOP)
    add_place (self);
  if (kind == BL_CHANGE_OPEN || kind == BL_CHANGE_OPERATION)
    add_operation (self);
  if (kind == BL_CHANGE_OPEN || kind == BL_CHANGE_HOURS)
    add_field (self, made != NULL ? made : record, "hours", _ ("Hours a week"));
  add_field (self, record, "running-cost",
             kind == BL_CHANGE_CLOSE ? _ ("Cost a year that stays, £") : _ ("Running cost a year, £"));
  add_field (self, record, "once-cost", _ ("Cost once, £"));
  add_field (self, record, "note", _ ("Note"));
  add_buttons (self);
}

static void
bl_change_row_dispose (GObject *object)
{
  BlChangeRow *self = BL_CHANGE_ROW (object);

  if (self->change != NULL)
    g_signal_handlers_disconnect_by_data (self->change, self);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->change);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_change_row_parent_class)->dispose (object);
}

static void
bl_change_row_class_init (BlChangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bl_change_row_dispose;
  signals[PLACE_WANTED]
      = g_signal_new ("place-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bl_change_row_init (BlChangeRow *self)
{
  self->fields = g_ptr_array_new ();
}

GtkWidget *
bl_change_row_new (BlSession *session, BlScenarioChange *change)
{
  BlChangeRow *self = g_object_new (BL_TYPE_CHANGE_ROW, NULL);

  self->session = g_object_ref (session);
  self->change = g_object_ref (change);
  make_rows (self);
  bl_change_row_update (self);
  if (self->operation != NULL)
    {
      g_signal_connect_object (self->operation, "notify::selected", G_CALLBACK (on_operation_chosen), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->statutory, "notify::active", G_CALLBACK (on_statutory_switched), self,
                               G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self);
}

BlScenarioChange *
bl_change_row_get_change (BlChangeRow *self)
{
  g_return_val_if_fail (BL_IS_CHANGE_ROW (self), NULL);
  return self->change;
}

static void
show_operation (BlChangeRow *self)
{
  BlRecord *library = bl_record_get_child (BL_RECORD (self->change), "new-library");
  BlRecord *status = library != NULL ? BL_RECORD (bl_library_get_status (BL_LIBRARY (library), get_year (self)))
                                     : BL_RECORD (self->change);
  BlOperation operation = status != NULL ? bl_record_get_enum (status, "operation") : BL_OPERATION_UNKNOWN;
  gboolean statutory = FALSE;

  if (status != NULL)
    bl_record_get_boolean (status, "statutory", &statutory);
  adw_combo_row_set_selected (self->operation,
                              operation == BL_OPERATION_UNKNOWN ? GTK_INVALID_LIST_POSITION : (guint) operation - 1);
  gtk_switch_set_active (self->statutory, statutory);
}

void
bl_change_row_update (BlChangeRow *self)
{
  BlRecord *scenario;
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *escaped_subtitle = NULL;

  g_return_if_fail (BL_IS_CHANGE_ROW (self));

  title = bl_scenario_change_describe (self->change, BL_RECORD (bl_session_get_project (self->session)));
  escaped = g_markup_escape_text (title, -1);
  subtitle = subtitle_text (self);
  escaped_subtitle = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped_subtitle != NULL ? escaped_subtitle : "");
  self->showing = TRUE;
  if (self->operation != NULL)
    show_operation (self);
  if (self->place != NULL)
    {
      g_autofree char *place = place_text (self);

      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->place)), place != NULL ? place : "") != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->place), place != NULL ? place : "");
    }
  self->showing = FALSE;
  scenario = bl_record_get_parent (BL_RECORD (self->change));
  if (scenario != NULL)
    {
      GListModel *changes = bl_record_get_list (scenario, "changes");
      guint n = g_list_model_get_n_items (changes);
      g_autoptr (GObject) first = g_list_model_get_item (changes, 0);
      g_autoptr (GObject) last = n > 0 ? g_list_model_get_item (changes, n - 1) : NULL;

      gtk_widget_set_sensitive (self->earlier, first != G_OBJECT (self->change));
      gtk_widget_set_sensitive (self->later, last != G_OBJECT (self->change));
    }
}

void
bl_change_row_focus (BlChangeRow *self, const char *field)
{
  g_return_if_fail (BL_IS_CHANGE_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->fields, i);
      g_autofree char *name = NULL;

      g_object_get (row, "field", &name, NULL);
      if (field == NULL || g_strcmp0 (name, field) == 0)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}
