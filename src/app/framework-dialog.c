/* framework-dialog.c: frameworks to assess by: their words, versions and what is in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-dialog.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "framework-change.h"
#include "framework-check.h"
#include "framework-differences-dialog.h"
#include "framework-form.h"
#include "framework-load-dialog.h"
#include "framework-versions.h"
#include "notice.h"

/* Narrower than this the words are hard to read, pixels with text of the usual size. */
#define FORM_WIDTH 380
/* Of a step into what belongs to another, pixels. */
#define INDENT 14

struct _BlFrameworkDialog
{
  AdwWindow parent;
  BlSession *session;
  BlFramework *framework; /* shown */
  GPtrArray *shipped;     /* BlFramework, those of the program */
  GPtrArray *choices;     /* BlFramework, as the chooser lists them */
  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkDropDown *chooser;
  GtkListBox *list;
  GtkMenuButton *more_button, *add_button;
  GtkWidget *tools, *notices, *scroller;
  AdwWindowTitle *title;
  BlFrameworkForm *form;
  AdwPreferencesGroup *users;
  GPtrArray *user_rows; /* borrowed */
  GtkScrolledWindow *list_scroller;
  guint scroll_source;
  gboolean filling;
  AdwToast *toast; /* weak */
};

G_DEFINE_FINAL_TYPE (BlFrameworkDialog, bl_framework_dialog, ADW_TYPE_WINDOW)

static BlProject *
get_project (BlFrameworkDialog *self)
{
  return bl_session_get_project (self->session);
}

static gboolean
is_of_project (BlFrameworkDialog *self, BlFramework *framework)
{
  return framework != NULL && bl_record_get_root (BL_RECORD (framework)) == BL_RECORD (get_project (self));
}

static gboolean
is_official (BlFramework *framework)
{
  gboolean official = FALSE;

  return bl_record_get_boolean (BL_RECORD (framework), "official", &official) && official;
}

/* Whether its words may be changed as they stand here. */
static gboolean
may_change (BlFrameworkDialog *self)
{
  g_autoptr (GPtrArray) kept_by = NULL;

  if (!bl_session_get_editable (self->session) || !is_of_project (self, self->framework) || is_official (self->framework))
    return FALSE;
  kept_by = bl_framework_list_kept_by (get_project (self), self->framework);
  return kept_by->len == 0;
}

static char *
name_of_version (BlFramework *framework)
{
  g_autofree char *name = bl_record_describe (BL_RECORD (framework));
  const char *revision = bl_record_get_text (BL_RECORD (framework), "revision");

  return revision != NULL ? g_strdup_printf (_ ("%s, version %s"), name, revision) : g_strdup (name);
}

/* --- Which there are ------------------------------------------------------------------ */

static void
gather_choices (BlFrameworkDialog *self)
{
  GListModel *own = bl_record_get_list (BL_RECORD (get_project (self)), "frameworks");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      BlFramework *framework = g_list_model_get_item (own, i);

      g_hash_table_add (known, bl_framework_make_checksum (framework));
      g_ptr_array_add (self->choices, framework);
    }
  /* One that stands in the project word for word is not listed twice. */
  for (guint i = 0; i < self->shipped->len; i++)
    {
      g_autofree char *checksum = bl_framework_make_checksum (g_ptr_array_index (self->shipped, i));

      if (!g_hash_table_contains (known, checksum))
        g_ptr_array_add (self->choices, g_object_ref (g_ptr_array_index (self->shipped, i)));
    }
}

static void
fill_chooser (BlFrameworkDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gather_choices (self);
  for (guint i = 0; i < self->choices->len; i++)
    {
      BlFramework *framework = g_ptr_array_index (self->choices, i);
      g_autofree char *name = name_of_version (framework), *words = NULL;

      words = is_of_project (self, framework) ? g_strdup (name) : g_strdup_printf (_ ("%s (comes with the program)"), name);
      gtk_string_list_append (names, words);
      if (framework == self->framework)
        selected = i;
    }
  if (self->choices->len > 0 && self->choices->pdata[selected] != self->framework)
    g_set_object (&self->framework, self->choices->pdata[selected]);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, selected);
  self->filling = FALSE;
}

/* --- What is in it ----------------------------------------------------------------------- */

static BlRecord *
record_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "record") : NULL;
}

static GtkListBoxRow *
find_row (BlFrameworkDialog *self, BlRecord *record)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (record_of (row) == record)
      return row;
  return NULL;
}

static void
set_row (GtkWidget *row, BlRecord *record, guint depth)
{
  GtkWidget *label = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  g_autofree char *name = bl_record_describe (record);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_margin_start (label, INDENT * (int) depth);
  if (BL_IS_CRITERION (record) || BL_IS_RESULTS_AREA (record))
    gtk_widget_remove_css_class (label, "strong");
  else
    gtk_widget_add_css_class (label, "strong");
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
}

static void
put_row (BlFrameworkDialog *self, int *place, BlRecord *record, guint depth)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, *place);

  if (row == NULL)
    {
      GtkWidget *label = gtk_label_new (NULL);

      row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_list_box_row_set_child (row, label);
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  set_row (GTK_WIDGET (row), record, depth);
  (*place)++;
}

static void
put_list (BlFrameworkDialog *self, int *place, BlRecord *parent, const char *list, guint depth)
{
  GListModel *records = bl_record_get_list (parent, list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      put_row (self, place, record, depth);
      if (BL_IS_FRAMEWORK_SECTION (record))
        {
          put_list (self, place, record, "areas", depth + 1);
          put_list (self, place, record, "characteristics", depth + 1);
        }
      else if (BL_IS_CHARACTERISTIC (record))
        put_list (self, place, record, "criteria", depth + 1);
    }
}

/* Rows are kept, so that the keyboard stays where it is. */
static void
fill_list (BlFrameworkDialog *self, BlRecord *picked)
{
  int place = 0;
  GtkListBoxRow *row;

  self->filling = TRUE;
  if (self->framework != NULL)
    {
      put_row (self, &place, BL_RECORD (self->framework), 0);
      put_list (self, &place, BL_RECORD (self->framework), "sections", 0);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, place)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  row = find_row (self, picked);
  gtk_list_box_select_row (self->list, row != NULL ? row : gtk_list_box_get_row_at_index (self->list, 0));
  self->filling = FALSE;
}

/* A row that was just made has its place only after the next frame. */
static gboolean
on_placed (gpointer data)
{
  BlFrameworkDialog *self = data;
  GtkWidget *row = (GtkWidget *) gtk_list_box_get_selected_row (self->list);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->list_scroller);
  double y = 0;

  self->scroll_source = 0;
  if (row != NULL && gtk_widget_translate_coordinates (row, GTK_WIDGET (self->list), 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (row));
  return G_SOURCE_REMOVE;
}

static void
scroll_to_picked (BlFrameworkDialog *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, on_placed, self, NULL);
}

/* --- What is to be known of it --------------------------------------------------------------- */

static void
add_notice (BlFrameworkDialog *self, const char *icon, const char *title, const char *body, const char *label, const char *action)
{
  GtkWidget *notice = bl_notice_new (icon, title, body);

  if (label != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), label, TRUE)), action);
  gtk_box_append (GTK_BOX (self->notices), notice);
}

static char *
say_kept_by (GPtrArray *kept_by)
{
  g_autofree char *first = bl_record_describe (g_ptr_array_index (kept_by, 0));

  if (kept_by->len == 1)
    return g_strdup_printf (_ ("Something was said in “%s” under these words. To change them make a further version; “%s” stays with this one."),
                            first, first);
  return g_strdup_printf (ngettext ("Something was said in “%s” and %u more self-assessment under these words. To change them make a further version.",
                                    "Something was said in “%s” and %u more self-assessments under these words. To change them make a further version.",
                                    kept_by->len - 1),
                          first, kept_by->len - 1);
}

static void
show_notices (BlFrameworkDialog *self)
{
  const char *notice = bl_record_get_text (BL_RECORD (self->framework), "notice-short");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
  if (notice != NULL && gtk_list_box_get_selected_row (self->list) == gtk_list_box_get_row_at_index (self->list, 0))
    add_notice (self, "dialog-information-symbolic", notice, NULL, NULL, NULL);
  if (!bl_session_get_editable (self->session))
    return;
  if (!is_of_project (self, self->framework))
    add_notice (self, "changes-prevent-symbolic", _ ("This comes with the program and stays as it is"),
                _ ("To change its words take a version of it into the project."), _ ("_Make a Version"), "framework.edit");
  else
    {
      g_autoptr (GPtrArray) kept_by = bl_framework_list_kept_by (get_project (self), self->framework);
      g_autoptr (BlFramework) newer = bl_framework_find_newer (get_project (self), self->framework);
      g_autofree char *words = kept_by->len > 0 ? say_kept_by (kept_by) : NULL;

      if (kept_by->len > 0)
        add_notice (self, "changes-prevent-symbolic", _ ("This version stays as it is"), words, _ ("_Make a Version"), "framework.edit");
      else if (is_official (self->framework))
        {
          add_notice (self, "changes-prevent-symbolic", _ ("This is marked as the official text, word for word"),
                      _ ("To change its words make a version, which is not marked so; or take the mark away, where it was not right."),
                      _ ("_Make a Version"), "framework.edit");
          gtk_actionable_set_action_name (
              GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (gtk_widget_get_last_child (self->notices)), _ ("Take the Mark _Away"), FALSE)),
              "framework.unmark");
        }
      if (newer != NULL)
        add_notice (self, "software-update-available-symbolic", _ ("A newer version comes with the program"),
                    _ ("See what differs; nothing is changed in yours."), _ ("_Compare…"), "framework.compare");
    }
}

static void
on_use_version (BlFrameworkDialog *self, GtkButton *button)
{
  BlRecord *record = bl_project_find (get_project (self), g_object_get_data (G_OBJECT (button), "assessment"));
  g_autofree char *done = NULL, *name = NULL;

  if (record == NULL || !BL_IS_ASSESSMENT (record) || !bl_framework_may_choose (BL_ASSESSMENT (record)))
    return;
  name = name_of_version (self->framework);
  done = g_strdup_printf (_ ("“%s” is now made with %s"), bl_record_get_text (record, "title"), name);
  bl_project_begin (get_project (self), _ ("Choose another version of the framework"));
  bl_record_set_text (record, "framework", bl_record_get_id (BL_RECORD (self->framework)));
  if (bl_project_commit (get_project (self)))
    bl_session_announce (self->session, done);
}

/* Which self-assessments are made with it, and which could be. */
static void
show_users (BlFrameworkDialog *self, gboolean whole)
{
  GListModel *all = bl_record_get_list (BL_RECORD (get_project (self)), "assessments");
  gboolean shown = whole && is_of_project (self, self->framework) && g_list_model_get_n_items (all) > 0;

  for (guint i = 0; i < self->user_rows->len; i++)
    adw_preferences_group_remove (self->users, g_ptr_array_index (self->user_rows, i));
  g_ptr_array_set_size (self->user_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->users), shown);
  for (guint i = 0; shown && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) assessment = g_list_model_get_item (all, i);
      const char *made_with = bl_record_get_text (assessment, "framework");
      BlRecord *other = made_with != NULL ? bl_project_find (get_project (self), made_with) : NULL;
      g_autofree char *name = bl_record_describe (assessment), *words = NULL, *version = NULL;
      GtkWidget *row = adw_action_row_new ();

      if (other == BL_RECORD (self->framework))
        words = g_strdup (_ ("Made with this version"));
      else if (BL_IS_FRAMEWORK (other))
        {
          version = name_of_version (BL_FRAMEWORK (other));
          words = g_strdup_printf (_ ("Made with %s"), version);
        }
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words != NULL ? words : "");
      if (other != BL_RECORD (self->framework) && bl_session_get_editable (self->session)
          && bl_framework_may_choose (BL_ASSESSMENT (assessment)))
        {
          GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Use This Version"));

          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          g_object_set_data_full (G_OBJECT (button), "assessment", g_strdup (bl_record_get_id (assessment)), g_free);
          g_signal_connect_object (button, "clicked", G_CALLBACK (on_use_version), self, G_CONNECT_SWAPPED);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
        }
      adw_preferences_group_add (self->users, row);
      g_ptr_array_add (self->user_rows, row);
    }
}

static void
allow_actions (BlFrameworkDialog *self, BlRecord *picked, gboolean change)
{
  static const struct
  {
    const char *action, *kind;
  } adds[] = { { "framework.add-criterion", "criterion" },
               { "framework.add-characteristic", "characteristic" },
               { "framework.add-area", "results-area" },
               { "framework.add-section", "section" } };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = bl_session_get_editable (self->session), inside = change && picked != NULL && !BL_IS_FRAMEWORK (picked);
  g_autoptr (GPtrArray) users = bl_framework_list_assessments (get_project (self), self->framework);

  for (guint i = 0; i < G_N_ELEMENTS (adds); i++)
    gtk_widget_action_set_enabled (widget, adds[i].action,
                                   change && bl_framework_may_add (self->framework, picked, adds[i].kind));
  gtk_widget_action_set_enabled (widget, "framework.up", inside && bl_framework_may_move (picked, FALSE));
  gtk_widget_action_set_enabled (widget, "framework.down", inside && bl_framework_may_move (picked, TRUE));
  gtk_widget_action_set_enabled (widget, "framework.remove", inside);
  gtk_widget_action_set_enabled (widget, "framework.edit", editable);
  gtk_widget_action_set_enabled (widget, "framework.unmark", editable && is_of_project (self, self->framework));
  gtk_widget_action_set_enabled (widget, "framework.load", editable);
  gtk_widget_action_set_enabled (widget, "framework.own", editable);
  gtk_widget_action_set_enabled (widget, "framework.compare", self->choices->len > 1 || self->shipped->len > 0);
  /* What a self-assessment is made with stays with it. */
  gtk_widget_action_set_enabled (widget, "framework.drop", editable && is_of_project (self, self->framework) && users->len == 0);
  gtk_widget_set_visible (self->tools, change);
}

static void
show_picked (BlFrameworkDialog *self)
{
  BlRecord *picked = record_of (gtk_list_box_get_selected_row (self->list));
  gboolean change;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *name = NULL;

  if (self->framework == NULL)
    return;
  change = may_change (self);
  faults = bl_framework_check (self->framework, self->shipped,
                               bl_context_get_dictionary (bl_session_get_context (self->session), NULL));
  name = name_of_version (self->framework);
  adw_window_title_set_title (self->title, name);
  show_notices (self);
  bl_framework_form_set (self->form, self->session, picked, change, faults);
  show_users (self, picked == BL_RECORD (self->framework));
  allow_actions (self, picked, change);
}

static void
refresh (BlFrameworkDialog *self, BlRecord *picked)
{
  fill_chooser (self);
  fill_list (self, picked);
  show_picked (self);
}

/* --- Callbacks ---------------------------------------------------------------------------- */

static void
on_changed (BlFrameworkDialog *self)
{
  BlRecord *picked = record_of (gtk_list_box_get_selected_row (self->list));

  if (self->session == NULL)
    return;
  refresh (self, picked);
}

static void
on_announced (BlFrameworkDialog *self, const char *done)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
  g_set_weak_pointer (&self->toast, adw_toast_new (done));
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  adw_toast_set_action_name (self->toast, "framework.undo");
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

static void
on_row_selected (BlFrameworkDialog *self)
{
  if (self->filling)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  show_picked (self);
}

static void
on_row_activated (BlFrameworkDialog *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "item");
}

static void
on_chosen (BlFrameworkDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (!self->filling && selected < self->choices->len)
    bl_framework_dialog_show (self, g_ptr_array_index (self->choices, selected));
}

/* --- Actions --------------------------------------------------------------------------------- */

/* Shows the version that was made, at what was picked. */
static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);
  BlRecord *picked = bl_framework_dialog_get_picked (self), *same;
  g_autofree char *done = NULL, *words = NULL;
  BlFramework *made;

  bl_edit_end (self->session);
  bl_project_begin (get_project (self), _ ("Make a further version of the framework"));
  made = bl_framework_add_version (get_project (self), self->framework);
  bl_project_commit (get_project (self));
  same = picked != NULL ? bl_framework_find_same (picked, made) : NULL;
  g_set_object (&self->framework, made);
  refresh (self, same);
  words = name_of_version (made);
  done = g_strdup_printf (_ ("%s made: this one may be changed"), words);
  bl_session_announce (self->session, done);
}

static void
unmark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);
  BlRecord *record = BL_RECORD (self->framework);
  g_autofree char *title = bl_record_describe (record), *notice = NULL;

  notice = g_strdup_printf (_ ("%s was loaded from %s. It is not marked as the official text."), title,
                            bl_record_get_text (record, "source"));
  bl_project_begin (get_project (self), _ ("No longer mark as the official text"));
  bl_record_set_boolean (record, "official", FALSE);
  bl_record_set_text (record, "notice-short", notice);
  bl_project_commit (get_project (self));
  bl_session_announce (self->session, _ ("No longer marked as the official text"));
}

static void
own (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);
  BlFramework *made;

  if (self->shipped->len == 0)
    return;
  bl_project_begin (get_project (self), _ ("Begin a framework"));
  made = bl_framework_add_own (get_project (self), g_ptr_array_index (self->shipped, 0), _ ("Our own framework"));
  bl_project_commit (get_project (self));
  bl_framework_dialog_show (self, made);
  bl_session_announce (self->session, _ ("A framework of your own begun, with the scales and the method of the starter set"));
  bl_framework_form_focus (self->form);
}

static void
on_loaded (BlFrameworkDialog *self, BlFramework *framework)
{
  bl_framework_dialog_show (self, framework);
}

static void
load (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);
  GtkWidget *dialog = bl_framework_load_dialog_new (GTK_WINDOW (self), self->session);

  g_signal_connect_object (dialog, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);

  gtk_window_present (GTK_WINDOW (bl_framework_differences_dialog_new (GTK_WINDOW (self), self->framework, self->choices, self->shipped)));
}

static void
drop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);
  g_autofree char *words = name_of_version (self->framework), *done = g_strdup_printf (_ ("%s taken out of the project"), words);

  bl_project_begin (get_project (self), _ ("Take a framework out of the project"));
  bl_project_delete (get_project (self), BL_RECORD (self->framework));
  bl_project_commit (get_project (self));
  bl_session_announce (self->session, done);
}

static void
add (BlFrameworkDialog *self, const char *kind, const char *step, const char *done)
{
  BlRecord *picked = bl_framework_dialog_get_picked (self), *made;

  bl_edit_end (self->session);
  bl_project_begin (get_project (self), step);
  made = bl_framework_add_item (get_project (self), self->framework, picked, kind);
  bl_project_commit (get_project (self));
  if (made == NULL)
    return;
  bl_session_announce (self->session, done);
  bl_framework_dialog_pick (self, made);
  adw_leaflet_set_visible_child_name (self->leaflet, "item");
  bl_framework_form_focus (self->form);
}

static void
add_criterion (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (BL_FRAMEWORK_DIALOG (widget), "criterion", _ ("Add a criterion"), _ ("Criterion added"));
}

static void
add_characteristic (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (BL_FRAMEWORK_DIALOG (widget), "characteristic", _ ("Add a characteristic"), _ ("Characteristic added"));
}

static void
add_area (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (BL_FRAMEWORK_DIALOG (widget), "results-area", _ ("Add a results area"), _ ("Results area added"));
}

static void
add_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (BL_FRAMEWORK_DIALOG (widget), "section", _ ("Add a section"), _ ("Section added"));
}

static void
move (BlFrameworkDialog *self, gboolean down)
{
  BlRecord *picked = bl_framework_dialog_get_picked (self);
  g_autofree char *title = bl_record_describe (picked), *step = g_strdup_printf (_ ("Move “%s”"), title);

  bl_edit_end (self->session);
  bl_project_begin (get_project (self), step);
  bl_framework_move_item (get_project (self), picked, down);
  bl_project_commit (get_project (self));
  bl_framework_dialog_pick (self, picked);
}

static void
move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (BL_FRAMEWORK_DIALOG (widget), FALSE);
}

static void
move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (BL_FRAMEWORK_DIALOG (widget), TRUE);
}

static void
remove_picked (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);
  BlRecord *picked = bl_framework_dialog_get_picked (self);
  g_autofree char *title = bl_record_describe (picked), *step = g_strdup_printf (_ ("Take out “%s”"), title);
  g_autofree char *done = g_strdup_printf (_ ("“%s” taken out"), title);
  int place = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list));

  bl_edit_end (self->session);
  bl_project_begin (get_project (self), step);
  bl_framework_remove_item (get_project (self), picked);
  bl_project_commit (get_project (self));
  bl_framework_dialog_pick (self, record_of (gtk_list_box_get_row_at_index (self->list, MAX (place - 1, 0))));
  bl_session_announce (self->session, done);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (widget);

  bl_edit_end (self->session);
  bl_project_undo (get_project (self));
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (BL_FRAMEWORK_DIALOG (widget)->leaflet, "list");
}

/* --- Overrides -------------------------------------------------------------------------------- */

static void
bl_framework_dialog_dispose (GObject *object)
{
  BlFrameworkDialog *self = BL_FRAMEWORK_DIALOG (object);

  self->filling = TRUE; /* rows that go are no choice */
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_project (self), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      bl_framework_form_set (self->form, self->session, NULL, FALSE, NULL);
    }
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->framework);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shipped, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->user_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_framework_dialog_parent_class)->dispose (object);
}

static void
bl_framework_dialog_class_init (BlFrameworkDialogClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc run;
  } actions[] = { { "framework.edit", edit },
                  { "framework.unmark", unmark },
                  { "framework.load", load },
                  { "framework.own", own },
                  { "framework.compare", compare },
                  { "framework.drop", drop },
                  { "framework.add-criterion", add_criterion },
                  { "framework.add-characteristic", add_characteristic },
                  { "framework.add-area", add_area },
                  { "framework.add-section", add_section },
                  { "framework.up", move_up },
                  { "framework.down", move_down },
                  { "framework.remove", remove_picked },
                  { "framework.undo", undo },
                  { "framework.back", go_back } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_framework_dialog_dispose;
  g_type_ensure (BL_TYPE_FRAMEWORK_FORM);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].run);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/framework-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlFrameworkDialog, child)
  BIND (toasts);
  BIND (leaflet);
  BIND (chooser);
  BIND (list);
  BIND (list_scroller);
  BIND (more_button);
  BIND (add_button);
  BIND (tools);
  BIND (notices);
  BIND (scroller);
  BIND (title);
  BIND (form);
  BIND (users);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "framework.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "framework.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "framework.down", NULL);
}

/* In GTK 4.8 the name of a menu button does not reach the button inside. */
static void
name_button (GtkMenuButton *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bl_framework_dialog_init (BlFrameworkDialog *self)
{
  const char *const *names = bl_framework_get_shipped ();
  int dpi = -1;

  self->shipped = g_ptr_array_new_with_free_func (g_object_unref);
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);
  self->user_rows = g_ptr_array_new ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      BlFramework *framework = bl_framework_load (names[i], &error);

      if (framework != NULL)
        g_ptr_array_add (self->shipped, framework);
      else
        g_warning ("%s", error->message);
    }
  gtk_widget_init_template (GTK_WIDGET (self));
  name_button (self->more_button, _ ("Frameworks and versions"));
  name_button (self->add_button, _ ("Add"));
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), dpi > 0 ? (int) (FORM_WIDTH * dpi / (96. * 1024)) : FORM_WIDTH, -1);
}

/* --- Public -------------------------------------------------------------------------------------- */

GtkWidget *
bl_framework_dialog_new (GtkWindow *parent, BlSession *session, BlFramework *framework)
{
  BlFrameworkDialog *self = g_object_new (BL_TYPE_FRAMEWORK_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_set_object (&self->framework, framework);
  g_signal_connect_object (get_project (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "announced", G_CALLBACK (on_announced), self, G_CONNECT_SWAPPED);
  refresh (self, NULL);
  return GTK_WIDGET (self);
}

BlFramework *
bl_framework_dialog_get_framework (BlFrameworkDialog *self)
{
  g_return_val_if_fail (BL_IS_FRAMEWORK_DIALOG (self), NULL);
  return self->framework;
}

void
bl_framework_dialog_show (BlFrameworkDialog *self, BlFramework *framework)
{
  g_return_if_fail (BL_IS_FRAMEWORK_DIALOG (self) && BL_IS_FRAMEWORK (framework));
  g_set_object (&self->framework, framework);
  refresh (self, BL_RECORD (framework));
}

BlRecord *
bl_framework_dialog_get_picked (BlFrameworkDialog *self)
{
  g_return_val_if_fail (BL_IS_FRAMEWORK_DIALOG (self), NULL);
  return record_of (gtk_list_box_get_selected_row (self->list));
}

void
bl_framework_dialog_pick (BlFrameworkDialog *self, BlRecord *record)
{
  GtkListBoxRow *row;

  g_return_if_fail (BL_IS_FRAMEWORK_DIALOG (self));
  row = find_row (self, record);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  scroll_to_picked (self);
}
