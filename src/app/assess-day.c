/* assess-day.c: when the team meets, and how the hours go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-day.h"

#include <glib/gi18n-lib.h>

#include "assessment-timetable.h"
#include "edit.h"
#include "field-row.h"
#include "text.h"

struct _BlAssessDay
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlFramework *framework;
  AdwComboRow *route;
  GtkListBox *fields, *before, *timetable;
  GtkWidget *second_row, *before_box, *timetable_box;
  BlFieldRow *rows[6];
  GtkSwitch *names;
  GtkLabel *route_says, *timetable_says, *timetable_note;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (BlAssessDay, bl_assess_day, ADW_TYPE_BIN)

/* --- Choices ------------------------------------------------------------------------------- */

static void
on_route (BlAssessDay *self)
{
  guint selected = adw_combo_row_get_selected (self->route);
  g_autoptr (GPtrArray) routes = NULL;

  if (self->showing || self->framework == NULL)
    return;
  routes = bl_framework_list_routes (self->framework);
  if (selected < routes->len)
    bl_edit_set (self->session, BL_RECORD (self->assessment), "route", bl_record_get_text (routes->pdata[selected], "item"), NULL);
  bl_edit_end (self->session);
}

static void
on_names (BlAssessDay *self)
{
  g_autoptr (BlValue) value = NULL;

  if (self->showing || self->assessment == NULL)
    return;
  value = bl_value_new_boolean (gtk_switch_get_active (self->names));
  bl_edit_set_value (self->session, BL_RECORD (self->assessment), "names-shown", value);
  bl_edit_end (self->session);
}

static void
show_route (BlAssessDay *self)
{
  g_autoptr (GPtrArray) routes = bl_framework_list_routes (self->framework);
  const char *chosen = bl_record_get_text (BL_RECORD (self->assessment), "route");
  BlScript *script = chosen != NULL ? bl_framework_find_script (self->framework, chosen) : NULL;

  for (guint i = 0; i < routes->len; i++)
    if (g_strcmp0 (bl_record_get_text (routes->pdata[i], "item"), chosen) == 0)
      adw_combo_row_set_selected (self->route, i);
  gtk_label_set_label (self->route_says, script != NULL && bl_record_get_text (BL_RECORD (script), "statement") != NULL
                                             ? bl_record_get_text (BL_RECORD (script), "statement")
                                             : "");
  gtk_widget_set_visible (GTK_WIDGET (self->route), routes->len > 0);
}

static void
fill_routes (BlAssessDay *self)
{
  g_autoptr (GPtrArray) routes = bl_framework_list_routes (self->framework);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < routes->len; i++)
    gtk_string_list_append (titles, bl_record_get_text (routes->pdata[i], "title"));
  adw_combo_row_set_model (self->route, G_LIST_MODEL (titles));
}

/* --- Lists ---------------------------------------------------------------------------------- */

/* The row at @place, made where there is none, so that a change does not throw the reader back to the top; with a label
 * before its title where @when is not NULL. */
static AdwActionRow *
need_row (GtkListBox *list, guint place, GtkLabel **when)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) place);

  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
      if (when != NULL)
        {
          GtkWidget *label = gtk_label_new (NULL);

          gtk_widget_add_css_class (label, "numeric");
          adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
          g_object_set_data (G_OBJECT (row), "when", label);
        }
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
  if (when != NULL)
    *when = GTK_LABEL (g_object_get_data (G_OBJECT (row), "when"));
  return ADW_ACTION_ROW (row);
}

static void
drop_rows (GtkListBox *list, guint from)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) from)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_before (BlAssessDay *self, const BlTimetable *timetable)
{
  guint32 today = bl_clock_today (bl_context_get_clock (bl_session_get_context (self->session)));

  for (guint i = 0; i < timetable->n_before; i++)
    {
      const BlTimetableTask *task = &timetable->before[i];
      AdwActionRow *row = need_row (self->before, i, NULL);
      g_autofree char *date = task->date > 0 ? bl_text_date_for_people (task->date) : NULL;
      const char *said = bl_record_get_text (BL_RECORD (task->entry), "when");
      g_autofree char *first = said != NULL ? bl_text_sentence (said) : NULL;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date != NULL ? date : (first != NULL ? first : ""));
      adw_action_row_set_subtitle (row, bl_record_get_text (BL_RECORD (task->entry), "do"));
      if (task->date > 0 && task->date < today)
        gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "dim-label");
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), date != NULL ? first : NULL);
    }
  drop_rows (self->before, timetable->n_before);
  gtk_widget_set_visible (self->before_box, timetable->n_before > 0);
}

/* "09:15", or how long after the beginning where nobody has said when that is. */
static char *
say_when (const BlTimetable *timetable, const BlTimetableEntry *entry)
{
  g_autofree char *time = bl_timetable_say_time (entry->clock >= 0 ? entry->clock : entry->at);

  if (timetable->n_sessions < 2)
    return g_steal_pointer (&time);
  /* Translators: which of two meetings, and when in it: "2, 09:15". */
  return g_strdup_printf (_ ("%u, %s"), entry->session, time);
}

static void
show_timetable (BlAssessDay *self, const BlTimetable *timetable)
{
  gboolean clocks = timetable->n_entries > 0 && timetable->entries[0].clock >= 0;

  for (guint i = 0; i < timetable->n_entries; i++)
    {
      const BlTimetableEntry *entry = &timetable->entries[i];
      GtkLabel *when;
      AdwActionRow *row = need_row (self->timetable, i, &when);
      g_autofree char *time = say_when (timetable, entry);
      g_autofree char *length = g_strdup_printf (ngettext ("%d minute", "%d minutes", entry->minutes), entry->minutes);
      g_autofree char *subtitle = entry->how != NULL ? g_strdup_printf ("%s · %s", length, entry->how) : g_strdup (length);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->title != NULL ? entry->title : "");
      adw_action_row_set_subtitle (row, subtitle);
      gtk_label_set_label (when, time);
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), entry->say);
    }
  drop_rows (self->timetable, timetable->n_entries);
  gtk_widget_set_visible (self->timetable_box, timetable->n_entries > 0);
  gtk_label_set_label (self->timetable_says,
                       clocks ? _ ("By the clock:")
                              : _ ("In hours and minutes from the beginning: say above when it starts, and it goes by the clock."));
  gtk_label_set_label (self->timetable_note, timetable->route != NULL && bl_record_get_text (BL_RECORD (timetable->route), "note") != NULL
                                                 ? bl_record_get_text (BL_RECORD (timetable->route), "note")
                                                 : "");
}

/* --- Overrides ---------------------------------------------------------------------------------- */

static void
bl_assess_day_dispose (GObject *object)
{
  BlAssessDay *self = BL_ASSESS_DAY (object);

  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (bl_assess_day_parent_class)->dispose (object);
}

static void
bl_assess_day_class_init (BlAssessDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_assess_day_dispose;
  g_type_ensure (BL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-day.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, route);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, fields);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, before);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, before_box);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, timetable);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, timetable_box);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, second_row);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, names);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, route_says);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, timetable_says);
  gtk_widget_class_bind_template_child (widget_class, BlAssessDay, timetable_note);
  gtk_widget_class_bind_template_callback (widget_class, on_route);
  gtk_widget_class_bind_template_callback (widget_class, on_names);
}

static void
bl_assess_day_init (BlAssessDay *self)
{
  guint n = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (BL_IS_FIELD_ROW (row) && n < G_N_ELEMENTS (self->rows))
      self->rows[n++] = BL_FIELD_ROW (row);
}

void
bl_assess_day_show (BlAssessDay *self, BlSession *session, const BlAssessStudy *study)
{
  g_autoptr (BlTimetable) timetable = NULL;
  gboolean shown = FALSE, other;

  g_return_if_fail (BL_IS_ASSESS_DAY (self));
  g_set_object (&self->session, session);
  other = g_set_object (&self->assessment, (study != NULL ? study->assessment : NULL));
  if (other)
    for (guint i = 0; i < G_N_ELEMENTS (self->rows) && self->rows[i] != NULL; i++)
      bl_field_row_set_record (self->rows[i], self->assessment != NULL ? session : NULL, BL_RECORD (self->assessment));
  self->showing = TRUE;
  if (g_set_object (&self->framework, (study != NULL ? study->framework : NULL)) && self->framework != NULL)
    fill_routes (self);
  if (self->framework != NULL)
    {
      show_route (self);
      timetable = bl_timetable_new (self->framework, self->assessment);
      show_before (self, timetable);
      show_timetable (self, timetable);
      gtk_widget_set_visible (self->second_row, timetable->n_sessions > 1);
      bl_record_get_boolean (BL_RECORD (self->assessment), "names-shown", &shown);
      gtk_switch_set_active (self->names, shown);
    }
  self->showing = FALSE;
}
