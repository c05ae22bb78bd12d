/* scenarios-page-choice.c: which scenario, yardstick and libraries are looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenarios-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- Scenarios ------------------------------------------------------------------ */

static GListModel *
get_scenarios (BlScenariosPage *self)
{
  return bl_project_get_scenarios (bl_session_get_project (self->session));
}

static void
on_choice_toggled (BlScenariosPage *self, GtkToggleButton *button)
{
  if (!self->showing && gtk_toggle_button_get_active (button))
    bl_session_set_scenario (self->session, g_object_get_data (G_OBJECT (button), "scenario"));
}

/* A letter stands for the scenario everywhere, so it is the first thing said of it. */
static GtkWidget *
make_choice (BlScenariosPage *self, GtkWidget *first)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_button_set_child (GTK_BUTTON (button), label);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_choice_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->choices, button);
  return button;
}

static void
show_choice (GtkWidget *button, const char *id, const char *words)
{
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), words);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "scenario", g_strdup (id), g_free);
}

static gboolean
on_show_active (gpointer data)
{
  BlScenariosPage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->choice_scroller);

  self->choice_source = 0;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      graphene_rect_t bounds;

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button))
          && gtk_widget_compute_bounds (button, GTK_WIDGET (self->choices), &bounds))
        gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
    }
  return G_SOURCE_REMOVE;
}

static void
update_scenarios (BlScenariosPage *self)
{
  GListModel *scenarios = get_scenarios (self);
  const char *current = bl_session_get_scenario (self->session);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->choices));
  GtkWidget *first = button, *active = NULL;

  for (guint i = 0; i <= g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (BlScenario) scenario = i > 0 ? g_list_model_get_item (scenarios, i - 1) : NULL;
      const char *id = scenario != NULL ? bl_record_get_id (BL_RECORD (scenario)) : NULL;
      g_autofree char *words = NULL;

      if (button == NULL)
        button = make_choice (self, first);
      if (first == NULL)
        first = button;
      if (scenario != NULL)
        {
          g_autofree char *letter = bl_scenario_get_letter (scenario);
          g_autofree char *title = bl_record_describe (BL_RECORD (scenario));

          /* TRANSLATORS: a letter and the title of a scenario: "A  Gosforth closed" */
          words = g_strdup_printf (_ ("%s  %s"), letter, title);
        }
      else
        words = g_strdup (_ ("Today"));
      show_choice (button, id, words);
      if (g_strcmp0 (id, current) == 0)
        active = button;
      button = gtk_widget_get_next_sibling (button);
    }
  while (button != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (button);

      gtk_box_remove (self->choices, button);
      button = next;
    }
  if (active != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (active), TRUE);
  /* Among many it may be out of sight; where it is, is known once sizes are given out. */
  if (self->choice_source == 0)
    self->choice_source = g_idle_add (on_show_active, self);
}

void
bl_scenarios_page_step (BlScenariosPage *self, int by)
{
  GListModel *scenarios = get_scenarios (self);
  const char *current = bl_session_get_scenario (self->session);
  int n = (int) g_list_model_get_n_items (scenarios) + 1, here = 0;
  g_autoptr (BlRecord) next = NULL;

  for (int i = 1; i < n; i++)
    {
      g_autoptr (BlRecord) scenario = g_list_model_get_item (scenarios, (guint) i - 1);

      if (g_strcmp0 (bl_record_get_id (scenario), current) == 0)
        here = i;
    }
  here = ((here + by) % n + n) % n;
  next = here > 0 ? g_list_model_get_item (scenarios, (guint) here - 1) : NULL;
  bl_session_set_scenario (self->session, next != NULL ? bl_record_get_id (next) : NULL);
}

/* --- Something of one's own ------------------------------------------------------- */

typedef gboolean (*Check) (const char *text, GError **error);

static void
on_own_typed (AdwMessageDialog *dialog, GtkEditable *entry)
{
  Check check = (Check) g_object_get_data (G_OBJECT (dialog), "check");
  const char *example = g_object_get_data (G_OBJECT (dialog), "example");
  g_autoptr (GError) error = NULL;
  gboolean good = check (gtk_editable_get_text (entry), &error);

  adw_message_dialog_set_response_enabled (dialog, "use", good);
  adw_message_dialog_set_body (dialog, good || *gtk_editable_get_text (entry) == '\0' ? example : error->message);
}

/* A line to type in, that can be used once @check has nothing against it. */
static void
ask (BlScenariosPage *self, const char *heading, const char *example, Check check, GCallback answered)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, example);
  GtkWidget *entry = gtk_entry_new ();

  g_object_set_data (G_OBJECT (dialog), "check", (gpointer) check);
  g_object_set_data_full (G_OBJECT (dialog), "example", g_strdup (example), g_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "use", _ ("_Use It"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "use");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "use", FALSE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_own_typed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", answered, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Yardsticks ------------------------------------------------------------------- */

static void
on_own_yardstick (BlScenariosPage *self, const char *response, AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  double metres;

  if (g_strcmp0 (response, "use") == 0 && bl_access_parse_limit (gtk_editable_get_text (entry), &metres, NULL))
    bl_scenario_study_add_yardstick (self->study, metres);
}

static gboolean
check_distance (const char *text, GError **error)
{
  double metres;

  return bl_access_parse_limit (text, &metres, error);
}

static void
update_yardsticks (BlScenariosPage *self)
{
  GPtrArray *yardsticks = bl_scenario_study_get_yardsticks (self->study);
  GListModel *model = gtk_drop_down_get_model (self->yardstick);

  if (model == NULL || g_list_model_get_n_items (model) != yardsticks->len + 1)
    {
      g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

      for (guint i = 0; i < yardsticks->len; i++)
        gtk_string_list_append (titles, ((BlYardstick *) g_ptr_array_index (yardsticks, i))->title);
      gtk_string_list_append (titles, _ ("Another distance…"));
      gtk_drop_down_set_model (self->yardstick, G_LIST_MODEL (titles));
    }
  gtk_drop_down_set_selected (self->yardstick, bl_scenario_study_get_yardstick_index (self->study));
  gtk_widget_set_visible (GTK_WIDGET (self->busy), bl_scenario_study_is_busy (self->study));
  gtk_spinner_set_spinning (self->busy, bl_scenario_study_is_busy (self->study));
}

void
bl_scenarios_page_choose_yardstick (BlScenariosPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->yardstick);

  if (self->showing || self->study == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  if (chosen < bl_scenario_study_get_yardsticks (self->study)->len)
    {
      bl_scenario_study_set_yardstick (self->study, chosen);
      return;
    }
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->yardstick, bl_scenario_study_get_yardstick_index (self->study));
  self->showing = FALSE;
  ask (self, _ ("Within what?"), _ ("A distance in a straight line, like 1mi, 1.5km or 1200m."), check_distance,
       G_CALLBACK (on_own_yardstick));
}

/* --- Which libraries count ---------------------------------------------------------- */

/* What stands before the times of the week. */
static const char *const counted_titles[] = {
  N_ ("All open libraries"),
  N_ ("Statutory libraries only"),
  N_ ("With other services"),
  N_ ("Statutory, with other services"),
};
/* Saturday afternoon: when people at work can come, and many libraries are shut. */
#define SATURDAY_AT_TWO (5 * 24 * 60 + 14 * 60)

static void
on_time_chosen (BlScenariosPage *self, const char *response, AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  guint minute;

  if (g_strcmp0 (response, "use") == 0 && bl_access_parse_time (gtk_editable_get_text (entry), &minute, NULL))
    bl_scenario_study_set_week_minute (self->study, (int) minute);
}

static gboolean
check_time (const char *text, GError **error)
{
  guint minute;

  return bl_access_parse_time (text, &minute, error);
}

/* The times that are offered: Saturday, and the one in use where it is another. */
static char *
time_title (int minute)
{
  g_autofree char *time = bl_access_time_to_text ((guint) minute);

  /* TRANSLATORS: a choice of which libraries count; %s is "Saturday 14:00" */
  return g_strdup_printf (_ ("Open %s"), time);
}

static void
update_counted (BlScenariosPage *self)
{
  int minute = bl_scenario_study_get_week_minute (self->study);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *time = time_title (minute >= 0 ? minute : SATURDAY_AT_TWO);
  GListModel *model = gtk_drop_down_get_model (self->counted);
  g_autoptr (GtkStringObject) before
      = model != NULL ? g_list_model_get_item (model, G_N_ELEMENTS (counted_titles)) : NULL;
  gboolean statutory, cross;

  /* Another model only for another time: the list may be open. */
  if (before == NULL || g_strcmp0 (gtk_string_object_get_string (before), time) != 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (counted_titles); i++)
        gtk_string_list_append (titles, _ (counted_titles[i]));
      gtk_string_list_append (titles, time);
      gtk_string_list_append (titles, _ ("Open at another time…"));
      gtk_drop_down_set_model (self->counted, G_LIST_MODEL (titles));
    }
  g_object_get (self->session, "statutory-only", &statutory, "cross-boundary", &cross, NULL);
  gtk_drop_down_set_selected (self->counted, minute >= 0 ? (guint) G_N_ELEMENTS (counted_titles)
                                                         : (statutory ? 1u : 0u) + (cross ? 2u : 0u));
}

void
bl_scenarios_page_choose_counted (BlScenariosPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->counted);

  if (self->showing || self->study == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  if (chosen > G_N_ELEMENTS (counted_titles))
    {
      self->showing = TRUE;
      update_counted (self);
      self->showing = FALSE;
      ask (self, _ ("Open when?"), _ ("A day and a time, like Sat 14:00 or Monday 9.30am."), check_time,
           G_CALLBACK (on_time_chosen));
      return;
    }
  if (chosen == G_N_ELEMENTS (counted_titles))
    {
      if (bl_scenario_study_get_week_minute (self->study) < 0)
        bl_scenario_study_set_week_minute (self->study, SATURDAY_AT_TWO);
      return;
    }
  g_object_set (self->session, "statutory-only", (chosen & 1) != 0, "cross-boundary", (chosen & 2) != 0, NULL);
  bl_scenario_study_set_week_minute (self->study, -1);
}

void
bl_scenarios_page_update_choices (BlScenariosPage *self)
{
  self->showing = TRUE;
  update_scenarios (self);
  update_yardsticks (self);
  update_counted (self);
  self->showing = FALSE;
}
