/* assess-begin-dialog.c: beginning a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-begin-dialog.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "assessment-timetable.h"
#include "field-row.h"
#include "text.h"

struct _BlAssessBeginDialog
{
  AdwWindow parent;
  BlSession *session;
  BlAssessment *draft;
  GListStore *frameworks; /* of BlFramework */
  GListStore *places;     /* of BlLibrary */
  AdwComboRow *framework_row, *place_row;
  GtkLabel *notice, *notice_long, *problem;
  GtkListBox *routes, *scales;
  GtkWidget *routes_group, *second_row, *long_expander;
  gboolean filling;
};

enum
{
  BEGUN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlAssessBeginDialog, bl_assess_begin_dialog, ADW_TYPE_WINDOW)

static BlFramework *
get_framework (BlAssessBeginDialog *self)
{
  g_autoptr (BlFramework) framework
      = g_list_model_get_item (G_LIST_MODEL (self->frameworks), adw_combo_row_get_selected (self->framework_row));

  return framework; /* the list holds it */
}

/* --- Routes and scales ---------------------------------------------------------------- */

static void
update_second (BlAssessBeginDialog *self)
{
  BlFramework *framework = get_framework (self);
  g_autoptr (BlTimetable) timetable = framework != NULL ? bl_timetable_new (framework, self->draft) : NULL;

  gtk_widget_set_visible (self->second_row, timetable != NULL && timetable->n_sessions > 1);
}

static void
on_choice_toggled (BlAssessBeginDialog *self, GtkCheckButton *button)
{
  if (self->filling || !gtk_check_button_get_active (button))
    return;
  bl_record_set_text (BL_RECORD (self->draft), g_object_get_data (G_OBJECT (button), "field"),
                      g_object_get_data (G_OBJECT (button), "item"));
  update_second (self);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* A row with a button of a group, which the row's title and subtitle name. */
static GtkCheckButton *
add_choice (BlAssessBeginDialog *self, GtkListBox *list, GtkCheckButton *group, const char *field, BlRecord *record, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_check_button_new ();
  const char *title = bl_record_get_text (record, "title"), *item = bl_record_get_text (record, "item");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "field", (gpointer) field);
  g_object_set_data_full (G_OBJECT (button), "item", g_strdup (item), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (list, row);
  if (g_strcmp0 (item, bl_record_get_text (BL_RECORD (self->draft), field)) == 0)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_choice_toggled), self, G_CONNECT_SWAPPED);
  return GTK_CHECK_BUTTON (button);
}

/* "Half a day": "57 criteria; 3 hours 45 minutes. All ten characteristics; …" */
static char *
describe_route (BlFramework *framework, BlRecord *route)
{
  g_autoptr (GPtrArray) criteria
      = bl_framework_list_criteria (framework, bl_framework_is_short_route (framework, bl_record_get_text (route, "item")));
  g_autofree char *count = g_strdup_printf (ngettext ("%u criterion", "%u criteria", criteria->len), criteria->len);
  const char *statement = bl_record_get_text (route, "statement");
  g_autofree char *length = NULL;
  gint64 minutes;

  if (!bl_record_get_integer (route, "minutes", &minutes))
    return g_strdup_printf ("%s. %s", count, statement != NULL ? statement : "");
  length = bl_timetable_say_length ((int) CLAMP (minutes, 0, G_MAXINT));
  return g_strdup_printf ("%s, %s. %s", count, length, statement != NULL ? statement : "");
}

/* "Early days, Taking shape, Working well, Leading the way", and what it is for. */
static char *
describe_scale (BlRecord *scale)
{
  g_autoptr (GPtrArray) levels = bl_framework_list_levels (BL_SCALE_OF_LEVELS (scale));
  g_autoptr (GString) words = g_string_new (NULL);
  const char *why = bl_record_get_text (scale, "why");

  for (guint i = 0; i < levels->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", bl_record_get_text (levels->pdata[i], "label"));
  if (why != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (why, "\n", 2); /* the first says what it is for */

      g_string_append_printf (words, ".\n%s", lines[0]);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
has_item (GPtrArray *records, const char *item)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (bl_record_get_text (records->pdata[i], "item"), item) == 0)
      return TRUE;
  return FALSE;
}

static void
fill_routes (BlAssessBeginDialog *self, BlFramework *framework)
{
  g_autoptr (GPtrArray) routes = bl_framework_list_routes (framework);
  const char *chosen = bl_record_get_text (BL_RECORD (self->draft), "route");
  GtkCheckButton *group = NULL;

  clear_list (self->routes);
  gtk_widget_set_visible (self->routes_group, routes->len > 0);
  /* Half a day is what the framework is made for; another framework begins with its first. */
  if (chosen == NULL || !has_item (routes, chosen))
    bl_record_set_text (BL_RECORD (self->draft), "route",
                        has_item (routes, "route-half") ? "route-half"
                        : routes->len > 0               ? bl_record_get_text (routes->pdata[0], "item")
                                                        : NULL);
  for (guint i = 0; i < routes->len; i++)
    {
      g_autofree char *says = describe_route (framework, routes->pdata[i]);

      group = add_choice (self, self->routes, group, "route", routes->pdata[i], says);
    }
}

static void
fill_scales (BlAssessBeginDialog *self, BlFramework *framework)
{
  GListModel *all = bl_record_get_list (BL_RECORD (framework), "scales");
  g_autoptr (GPtrArray) scales = g_ptr_array_new ();
  BlScaleOfLevels *usual = bl_framework_find_usual_scale (framework, "criteria");
  GtkCheckButton *group = NULL;

  clear_list (self->scales);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) scale = g_list_model_get_item (all, i); /* the framework holds it */

      if (g_strcmp0 (bl_record_get_text (scale, "use"), "criteria") == 0)
        g_ptr_array_add (scales, scale);
    }
  if (!has_item (scales, bl_record_get_text (BL_RECORD (self->draft), "scale")))
    bl_record_set_text (BL_RECORD (self->draft), "scale",
                        usual != NULL ? bl_record_get_text (BL_RECORD (usual), "item") : NULL);
  for (guint i = 0; i < scales->len; i++)
    {
      g_autofree char *says = describe_scale (scales->pdata[i]);

      group = add_choice (self, self->scales, group, "scale", scales->pdata[i], says);
    }
}

static void
on_framework_chosen (BlAssessBeginDialog *self)
{
  BlFramework *framework = get_framework (self);
  const char *shorter, *longer, *tone;
  g_autofree char *words = NULL;

  if (framework == NULL)
    return;
  shorter = bl_record_get_text (BL_RECORD (framework), "notice-short");
  tone = bl_record_get_text (BL_RECORD (framework), "notice-tone");
  longer = bl_record_get_text (BL_RECORD (framework), "notice-long");
  words = g_strjoin ("\n", shorter != NULL ? shorter : bl_record_get_text (BL_RECORD (framework), "statement"), tone, NULL);
  gtk_label_set_label (self->notice, words != NULL ? words : "");
  gtk_label_set_label (self->notice_long, longer != NULL ? longer : "");
  gtk_widget_set_visible (self->long_expander, longer != NULL);
  bl_record_set_text (BL_RECORD (self->draft), "framework", bl_record_get_text (BL_RECORD (framework), "item"));
  self->filling = TRUE;
  fill_routes (self, framework);
  fill_scales (self, framework);
  self->filling = FALSE;
  update_second (self);
}

/* --- What is offered ------------------------------------------------------------------- */

static char *
name_framework (BlFramework *framework, gpointer data)
{
  const char *title = bl_record_get_text (BL_RECORD (framework), "title"),
             *revision = bl_record_get_text (BL_RECORD (framework), "revision");
  gboolean ours = BL_IS_PROJECT (bl_record_get_root (BL_RECORD (framework)));

  if (title == NULL)
    title = bl_record_get_text (BL_RECORD (framework), "item");
  /* Translators: a framework of the project and its version: "Our own set, version 2". */
  return ours && revision != NULL ? g_strdup_printf (_ ("%s, version %s"), title, revision) : g_strdup (title);
}

static char *
name_place (GObject *library, gpointer data)
{
  return BL_IS_LIBRARY (library) ? bl_record_describe (BL_RECORD (library)) : g_strdup (_ ("The whole service"));
}

/* Those of the project that differ from what is shipped come after it. */
static void
gather_frameworks (BlAssessBeginDialog *self)
{
  const char *const *shipped = bl_framework_get_shipped ();
  GListModel *own = bl_record_get_list (BL_RECORD (bl_session_get_project (self->session)), "frameworks");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint chosen = 0;

  for (guint i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlFramework) framework = bl_framework_load (shipped[i], &error);

      if (framework == NULL)
        {
          gtk_label_set_label (self->problem, error->message);
          gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
          continue;
        }
      g_hash_table_add (known, bl_framework_make_checksum (framework));
      g_list_store_append (self->frameworks, framework);
    }
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (BlFramework) framework = g_list_model_get_item (own, i);

      if (g_hash_table_add (known, bl_framework_make_checksum (framework)))
        g_list_store_append (self->frameworks, framework);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->frameworks)); i++)
    {
      g_autoptr (BlRecord) framework = g_list_model_get_item (G_LIST_MODEL (self->frameworks), i);

      if (g_strcmp0 (bl_record_get_text (framework, "item"), bl_record_get_text (BL_RECORD (self->draft), "framework")) == 0)
        chosen = i;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->framework_row, G_LIST_MODEL (self->frameworks));
  adw_combo_row_set_selected (self->framework_row, chosen);
  self->filling = FALSE;
}

/* The whole service first, then the libraries that are open. */
static void
gather_places (BlAssessBeginDialog *self)
{
  BlProject *project = bl_session_get_project (self->session);
  GListModel *libraries = bl_project_get_libraries (project);
  g_autoptr (GObject) service = g_object_new (BL_TYPE_SERVICE, NULL);
  const char *chosen = bl_record_get_text (BL_RECORD (self->draft), "library");
  guint selected = 0;

  g_list_store_append (self->places, service);
  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);

      g_list_store_append (self->places, library);
      if (g_strcmp0 (bl_record_get_id (library), chosen) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->place_row, G_LIST_MODEL (self->places));
  adw_combo_row_set_selected (self->place_row, selected);
}

static void
on_place_chosen (BlAssessBeginDialog *self)
{
  g_autoptr (BlRecord) place
      = g_list_model_get_item (G_LIST_MODEL (self->places), adw_combo_row_get_selected (self->place_row));

  bl_record_set_text (BL_RECORD (self->draft), "library", BL_IS_LIBRARY (place) ? bl_record_get_id (place) : NULL);
}

/* --- Actions -------------------------------------------------------------------------- */

static void
find_field_rows (GtkWidget *widget, GPtrArray *found)
{
  if (BL_IS_FIELD_ROW (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_field_rows (child, found);
}

static void
begin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessBeginDialog *self = BL_ASSESS_BEGIN_DIALOG (widget);
  BlFramework *framework = get_framework (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  BlAssessment *begun;

  find_field_rows (widget, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      bl_field_row_flush (rows->pdata[i]);
      if (bl_field_row_get_error (rows->pdata[i]) != NULL)
        {
          gtk_widget_grab_focus (rows->pdata[i]); /* what is wrong stands below it */
          return;
        }
    }
  if (framework == NULL || !bl_session_get_editable (self->session))
    return;
  for (guint i = 0; i < rows->len; i++)
    bl_field_row_set_record (rows->pdata[i], NULL, NULL);
  if (!bl_record_is_known (BL_RECORD (self->draft), "title"))
    bl_record_set_text (BL_RECORD (self->draft), "title", _ ("Self-assessment"));
  begun = bl_assess_change_begin (self->session, self->draft, framework);
  g_signal_emit (self, signals[BEGUN], 0, begun);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Overrides ------------------------------------------------------------------------- */

static void
bl_assess_begin_dialog_dispose (GObject *object)
{
  BlAssessBeginDialog *self = BL_ASSESS_BEGIN_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_object (&self->frameworks);
  g_clear_object (&self->places);
  G_OBJECT_CLASS (bl_assess_begin_dialog_parent_class)->dispose (object);
}

/* What was typed last is kept in the draft. */
static gboolean
on_close_request (BlAssessBeginDialog *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  find_field_rows (GTK_WIDGET (self), rows);
  for (guint i = 0; i < rows->len; i++)
    bl_field_row_flush (rows->pdata[i]);
  return FALSE;
}

static void
on_framework_notify (BlAssessBeginDialog *self)
{
  if (!self->filling)
    on_framework_chosen (self);
}

static void
bl_assess_begin_dialog_class_init (BlAssessBeginDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_assess_begin_dialog_dispose;
  signals[BEGUN] = g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 BL_TYPE_ASSESSMENT);
  g_type_ensure (BL_TYPE_FIELD_ROW);
  gtk_widget_class_install_action (widget_class, "assess-begin.begin", NULL, begin);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-begin-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, framework_row);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, notice_long);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, long_expander);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, routes);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, routes_group);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, scales);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBeginDialog, second_row);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_bind_template_callback (widget_class, on_framework_notify);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
}

static void
bl_assess_begin_dialog_init (BlAssessBeginDialog *self)
{
  g_autoptr (GtkExpression) framework_name = NULL, place_name = NULL;

  self->frameworks = g_list_store_new (BL_TYPE_FRAMEWORK);
  self->places = g_list_store_new (BL_TYPE_RECORD);
  gtk_widget_init_template (GTK_WIDGET (self));
  framework_name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (name_framework), NULL, NULL);
  adw_combo_row_set_expression (self->framework_row, framework_name);
  place_name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (name_place), NULL, NULL);
  adw_combo_row_set_expression (self->place_row, place_name);
}

/* --- Public --------------------------------------------------------------------------- */

GtkWidget *
bl_assess_begin_dialog_new (GtkWindow *parent, BlSession *session, BlAssessment *draft)
{
  BlAssessBeginDialog *self = g_object_new (BL_TYPE_ASSESS_BEGIN_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  gather_frameworks (self);
  gather_places (self);
  on_framework_chosen (self);
  find_field_rows (GTK_WIDGET (self), rows);
  for (guint i = 0; i < rows->len; i++)
    bl_field_row_set_record (rows->pdata[i], session, BL_RECORD (draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assess-begin.begin",
                                 get_framework (self) != NULL && bl_session_get_editable (session));
  return GTK_WIDGET (self);
}

GListModel *
bl_assess_begin_dialog_get_frameworks (BlAssessBeginDialog *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_BEGIN_DIALOG (self), NULL);
  return G_LIST_MODEL (self->frameworks);
}
